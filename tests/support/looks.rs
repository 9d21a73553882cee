//! What a screen can also show: the parts of a tab, the sheets of a dialog, the ways in which something is looked at.
//!
//! As in `screens`, everything comes from the program's own enumerations. `nothing_is_forgotten` takes what the window
//! holds apart, so that something new in it does not compile before somebody has said where it is looked at.

use peace_plan_explorer::{
    app::{
        Action, Command, Dialog, Edit, Finder, HandOutAction, HandOuts, Session, Setting, SheetKind, StartPage, State,
        Tab,
        activities::{self, Activities},
        alternatives::{self, Alternatives},
        compare::{self, Compare},
        delegations::{self, Delegations, Page},
        parties::{self, Parties},
        predict::Predict,
        timeline,
        way::{self, Way},
    },
    domain::{PartyIx, TermIx, ValueIx},
};
use strum::IntoEnumIterator as _;

use super::{
    journey::{DOSSIER, Journey},
    screens::{Activity, Screen},
};

const RUSSIA: PartyIx = PartyIx(1);
const UKRAINE: PartyIx = PartyIx(0);
const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

/// So many turns has a replay, and one more in which it is over.
const TURNS: u8 = 5;

/// A look at a screen beside its first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A part of the tab of the parties, for positions or for whole parties.
    Parties(parties::Look, bool),
    /// The same, once something in it was chosen to be read.
    Pair,
    /// A part of the tab of other plans.
    Plans(alternatives::Part),
    /// The plan through time.
    Timeline(TimelineLook),
    /// Two plans with the rows in which they do not differ.
    AllRows,
    /// A plan that cannot be plan B.
    Refused,
    /// The dialog of hand-outs with a sheet of this kind.
    Sheet(SheetKind),
    /// The start page.
    Start(StartLook),
    /// The finder.
    Finder(FinderLook),
    /// A turn of the replay of the last change.
    Replay(u8),
    /// A setting.
    Set(Setting),
    /// A hint at "Is there a way?".
    Hint(way::Shown),
    /// A delegation's card.
    RoleCard,
    /// A proposal of the log on the table again.
    OnTheTable,
}

/// A look at the plan through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum TimelineLook {
    /// The marks of one term.
    Term,
    /// Every day as wide as the next.
    Days,
    /// A table instead of a chart.
    Table,
    /// What changed since a day.
    Second,
}

/// A look at the start page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum StartLook {
    /// The cases alone.
    Cases,
    /// The plans of a case.
    Plans,
    /// What a search found.
    Search,
    /// How an own case comes about.
    OwnCase,
}

/// A look at the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum FinderLook {
    /// Nothing was typed yet.
    Empty,
    /// Commands alone.
    Commands,
    /// A word of statements.
    Statements,
    /// A name of a party.
    Party,
}

/// All of them.
pub fn all() -> Vec<Look> {
    let of_parties = parties::Look::iter().flat_map(|look| [false, true].map(|whole| Look::Parties(look, whole)));
    (of_parties.chain([Look::Pair]))
        .chain(alternatives::Part::iter().map(Look::Plans))
        .chain(TimelineLook::iter().map(Look::Timeline))
        .chain([Look::AllRows, Look::Refused])
        .chain(SheetKind::iter().map(Look::Sheet))
        .chain(StartLook::iter().map(Look::Start))
        .chain(FinderLook::iter().map(Look::Finder))
        .chain((0..TURNS).map(Look::Replay))
        .chain(Setting::all().map(Look::Set))
        .chain(way::Shown::iter().map(Look::Hint))
        .chain([Look::RoleCard, Look::OnTheTable])
        .collect()
}

/// Where each part of what the window holds is looked at; `open` calls it, and it does nothing.
fn nothing_is_forgotten(state: &State) {
    // Tabs, Why, dialogs, notices and what is told are enumerations of `screens`; the replay is above. What stays in Why
    // says so in names of terms alone.
    let Session {
        tab: _,
        focus: _,
        why_open: _,
        why_stayed: _,
        why: _,
        other_days_shown: _,
        dialog: _,
        aside: _,
        notices: _,
        told: _,
        replay: _,
        cell_opened: _,
        screens: _,
        missing: _,
    } = &state.session;
    let Parties { ask: _, desk: _, look: _, by_party: _, focus: _, read: _, size: _, about: _, column: _, .. } =
        &state.parties;
    let Compare { second: _, all_rows: _, focus: _, refused: _ } = &state.compare;
    let Alternatives { part: _, singles: _, wishes: _, least: _, by_rule: _, goal: _, leaving_out: _, lift: _ } =
        &state.alternatives;
    let HandOuts {
        kinds: _,
        party: _,
        format: _,
        folder: _,
        pages: _,
        name: _,
        page: _,
        outcome: _,
        number: _,
        asked_of: _,
        is_laid_out: _,
    } = &state.hand_outs;
    // The screens of the activities are those of `screens`, with what stands on each.
    let Activities { screen: _, predict, delegations, way } = &state.activities;
    let Predict { basis: _, mode: _, questions: _, stage: _, student: _, table: _, rounds: _ } = predict;
    let Delegations { page: _, card: _, draft: _, on_the_table: _, touched: _, news: _, curtain: _, timer: _ } =
        delegations;
    let Way { parties: _, firmness: _, desk: _, shown: _, against: _, open: _, n_asked: _, spoken_of: _ } = way;
}

impl Look {
    /// Goes there from wherever one is, in the window or on the wall.
    pub fn open(self, journey: &mut Journey, on_the_wall: bool) {
        nothing_is_forgotten(journey.state());
        Screen::Tab(Tab::Explore).open(journey);
        if on_the_wall {
            journey.apply(Action::Run(Command::Present));
        }
        match self {
            Self::Parties(look, by_party) => {
                let act = |action| Action::Parties(action);
                journey.apply(Action::Run(Command::Parties));
                journey.apply(act(parties::Action::Look(look)));
                journey.apply(act(parties::Action::ByParty(by_party)));
                journey.apply(act(parties::Action::Choose(0)));
            }
            Self::Pair => {
                journey.apply(Action::Run(Command::Parties));
                journey.apply(Action::Parties(parties::Action::Look(parties::Look::Pairs)));
                journey.apply(Action::Parties(parties::Action::Read(UKRAINE, RUSSIA)));
            }
            Self::Plans(part) => {
                journey.apply(Action::Run(Command::Alternatives));
                journey.apply(Action::Alternatives(alternatives::Action::Show(part)));
            }
            Self::Timeline(look) => through_time(journey, look),
            Self::AllRows | Self::Refused => compared(journey, self),
            Self::Sheet(kind) => {
                journey.apply(Action::Run(Command::HandOuts));
                let chosen: Vec<SheetKind> = journey.state().hand_outs.kinds.iter().copied().collect();
                let others = chosen.iter().filter(|chosen| **chosen != kind);
                let toggled = others.chain((!chosen.contains(&kind)).then_some(&kind));
                toggled.for_each(|kind| journey.apply(Action::HandOuts(HandOutAction::Toggle(*kind))));
            }
            Self::Start(look) => journey.apply(Action::Show(Dialog::Start(start_page(look)))),
            Self::Finder(look) => journey.apply(Action::Show(Dialog::Finder(finder(look)))),
            Self::Replay(turns) => {
                let now = journey.state().plan().get(PEACEKEEPERS);
                let to = if now == Some(ValueIx(1)) { ValueIx(3) } else { ValueIx(1) };
                journey.apply(Action::Edit(Edit::SetTerm(PEACEKEEPERS, Some(to))));
                journey.apply(Action::Run(Command::Replay));
                (0..turns).for_each(|_| journey.apply(Action::ReplayOn));
            }
            Self::Set(setting) => {
                let settings = setting.put_into(&journey.state().settings);
                journey.apply(Action::Settings(settings));
            }
            Self::Hint(shown) => {
                Screen::Activity(Activity::Way { proven: false }).open_here(journey);
                let hints = way::Shown::iter().take_while(|step| *step != shown).count();
                let hint = || Action::Activities(activities::Action::Way(way::Action::Hint));
                (0..hints).for_each(|_| journey.apply(hint()));
            }
            Self::RoleCard => {
                Screen::Activity(Activity::Delegations(Page::Cards)).open_here(journey);
                journey.apply(Action::Activities(activities::Action::Delegations(delegations::Action::Card(RUSSIA))));
            }
            Self::OnTheTable => {
                Screen::Activity(Activity::Proposal { curtain: false }).open_here(journey);
                let table = delegations::Action::Table(Some(0));
                journey.apply(Action::Activities(activities::Action::Delegations(table)));
            }
        }
    }
}

fn through_time(journey: &mut Journey, look: TimelineLook) {
    journey.apply(Action::Run(Command::Timeline));
    let first = journey.state().dossier().covers.0;
    journey.apply(Action::Timeline(match look {
        TimelineLook::Term => timeline::Action::Term(Some(NATO_DELAY)),
        TimelineLook::Days => timeline::Action::Spacing(timeline::Spacing::Days),
        TimelineLook::Table => timeline::Action::AsTable(true),
        TimelineLook::Second => timeline::Action::Second(Some(first)),
    }));
}

fn compared(journey: &mut Journey, look: Look) {
    Screen::Tab(Tab::Compare).open_here(journey);
    if look == Look::Refused {
        let refused =
            compare::Refused { title: "Theirs".to_owned(), dossier: "Another".to_owned(), other_version: true };
        journey.harness.state_mut().state.compare.refused = Some(refused);
    }
    journey.apply(Action::Compare(compare::Action::AllRows(true)));
}

fn start_page(look: StartLook) -> StartPage {
    let page = StartPage::default();
    match look {
        StartLook::Cases => page,
        StartLook::Plans => StartPage { unfolded: Some(DOSSIER.to_owned()), ..page },
        StartLook::Search => StartPage { search: "plan".to_owned(), ..page },
        StartLook::OwnCase => StartPage { own_case: true, ..page },
    }
}

fn finder(look: FinderLook) -> Finder {
    let typed = |text: &str| Finder { text: text.to_owned(), ..Finder::default() };
    match look {
        FinderLook::Empty => Finder::default(),
        FinderLook::Commands => Finder { commands_only: true, ..Finder::default() },
        FinderLook::Statements => typed("nato"),
        FinderLook::Party => typed("orban"),
    }
}
