//! What is read of the answer: two parties, a clash set, a way out.

use super::{Answer, Look, Member, Parties, Picture, Read};
use crate::{
    analysis::{Behind, Ground, Question, Setting, Stop, common_ground},
    app::Document,
    domain::{PartyIx, PositionIx, TermIx},
};

/// These are small questions: nobody needs to stop them.
const NEVER: Stop<'static> = Stop::never();

/// What is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    #[default]
    Nothing,
    /// Positions that no plan meets even by themselves.
    Alone(Vec<PositionIx>),
    /// Two parties, or one with itself.
    Pair {
        /// The parties, the row first.
        parties: (PartyIx, PartyIx),
        /// Their pairs; in each the position of the first party stands first.
        pairs: Vec<Excluded>,
        /// How they stand to each other on each term.
        ground: Vec<Ground>,
    },
    /// A clash set of positions.
    ClashSet {
        /// The positions.
        set: Vec<PositionIx>,
        /// What else it needs.
        behind: Behind,
    },
    /// A clash set of parties.
    ClashingParties {
        /// The parties.
        set: Vec<PartyIx>,
        /// The listed clash sets of positions that these parties hold, and no others.
        made_of: Vec<Vec<PositionIx>>,
    },
    /// A way out.
    WayOut {
        /// The positions that give way in this one and not in all that are drawn.
        own: Vec<PositionIx>,
        /// Those that give way in all that are drawn, if these are several.
        common: Vec<PositionIx>,
        /// How many are drawn.
        n_ways: usize,
    },
    /// A way out: these parties give way.
    PartiesGiveWay(Vec<PartyIx>),
}

/// Two positions that no plan meets together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The positions.
    pub pair: [PositionIx; 2],
    /// The terms that both demands mention.
    pub shared: Vec<TermIx>,
    /// What else they need to exclude each other.
    pub behind: Behind,
}

impl Detail {
    /// What the tab reads of an answer, beside a picture in which the set at `column` is chosen.
    pub(super) fn new(tab: &Parties, answer: &Answer, document: &Document, picture: &Picture, column: usize) -> Self {
        let (dossier, index) = (&document.case.dossier, &document.case.index);
        let of_ask = || Setting::new(dossier, index, &document.scenario, answer.ask.on_this_plan, answer.ask.which);
        if matches!(tab.look, Look::RedLines | Look::Pairs) {
            return match tab.read {
                Read::Nothing => Self::Nothing,
                Read::Alone if answer.clashes.alone.is_empty() => Self::Nothing,
                Read::Alone => Self::Alone(answer.clashes.alone.clone()),
                Read::Pair(row, column) => pair(&of_ask(), answer, document, (row, column)),
            };
        }
        let Some(chosen) = picture.columns.get(column) else { return Self::Nothing };
        let positions: Vec<PositionIx> = chosen.iter().filter_map(|member| member.position()).collect();
        let mut parties: Vec<PartyIx> = chosen.iter().filter_map(|member| member.party()).collect();
        match (tab.look, tab.by_party) {
            (Look::Sets, false) => {
                let setting = of_ask();
                let question = Question { positions: &positions, ..setting.question(dossier, index) };
                let behind = question.behind_soon(&setting.whatever).unwrap_or_default();
                Self::ClashSet { set: positions, behind }
            }
            (Look::Sets, true) => {
                let holders = |set: &Vec<PositionIx>| {
                    let mut holders: Vec<PartyIx> = set.iter().map(|ix| dossier.position(*ix).party).collect();
                    holders.sort_unstable();
                    holders.dedup();
                    holders
                };
                let sets = answer.positions.clash_sets.iter().flat_map(|list| &list.sets);
                parties.sort_unstable();
                let made_of = sets.filter(|set| holders(set) == parties).cloned().collect();
                Self::ClashingParties { set: parties, made_of }
            }
            (_, false) => {
                let in_all = |position: &PositionIx| picture.common.contains(&Member::Position(*position));
                let (common, own) = positions.into_iter().partition(in_all);
                Self::WayOut { own, common, n_ways: picture.columns.len() }
            }
            (_, true) => Self::PartiesGiveWay(parties),
        }
    }
}

fn pair(setting: &Setting, answer: &Answer, document: &Document, parties: (PartyIx, PartyIx)) -> Detail {
    let (dossier, index) = (&document.case.dossier, &document.case.index);
    let question = setting.question(dossier, index);
    let (row, column) = parties;
    let terms = |ix: PositionIx| dossier.position(ix).demand.as_ref().map(|demand| demand.terms()).unwrap_or_default();
    let excluded = |(one, other): &(PositionIx, PositionIx)| {
        let pair = if row <= column { [*one, *other] } else { [*other, *one] };
        let theirs = terms(pair[1]);
        let behind = Question { positions: &pair, ..question }.behind_soon(&setting.whatever);
        Excluded {
            pair,
            shared: terms(pair[0]).into_iter().filter(|term| theirs.contains(term)).collect(),
            behind: behind.unwrap_or_default(),
        }
    };
    let mut pairs: Vec<Excluded> = answer.clashes.between(row, column).iter().map(excluded).collect();
    pairs.sort_by_key(|excluded| excluded.pair.map(|position| dossier.position(position).about));
    let ground = common_ground(question, &setting.situation, &answer.clashes, parties, NEVER).unwrap_or_default();
    Detail::Pair { parties, pairs, ground }
}

impl Member {
    /// The position, if it is one.
    #[must_use]
    pub fn position(self) -> Option<PositionIx> {
        match self {
            Self::Position(position) => Some(position),
            Self::Party(_) => None,
        }
    }

    /// The party, if it is one.
    #[must_use]
    pub fn party(self) -> Option<PartyIx> {
        match self {
            Self::Position(_) => None,
            Self::Party(party) => Some(party),
        }
    }
}
