//! A scenario with everything that follows from it, and the numbers of its statements.

use std::{collections::BTreeSet, ops::Deref};

use super::clean;
use crate::{
    analysis::{Cell, Effect, Judged, Mark, PositionReport, Tally, Walks},
    app::{
        Asked, Column, Example, Ground, PartyOrder, Separator, Settings, Sheet, columns,
        predict::{self, EndQuestion, end_table},
    },
    domain::{PartyIx, PositionIx, StatementIx, Strength, TermIx},
    wording::{self, DateStyle},
};

/// Who made the plan: whose words its notes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It comes with the dossier.
    Shipped,
    /// Somebody made it with the program.
    Own,
    /// It lies in a file, whoever made it.
    Unknown,
}

/// What is in the same file as the sheet with examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The marks of the plan.
    Marks,
    /// Boxes for guesses at them.
    Boxes,
    /// Neither.
    Nothing,
}

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForMark {
    /// Here.
    Example(Example),
    /// Where a class is asked, and nowhere else.
    Asked,
    /// Nowhere on this day.
    Nowhere,
}

/// A scenario with its marks and with numbers for its statements.
///
/// Parties always stand A to Z inside their groups, so that every sheet of a plan has the same numbers.
#[derive(Debug)]
pub struct Material<'a> {
    judged: Judged<'a>,
    /// The fingerprint of the dossier.
    pub fingerprint: &'a str,
    /// Whose words the notes are.
    pub made: Made,
    /// How dates are printed.
    pub style: DateStyle,
    /// True if marks are printed in greys, hatched, instead of in colour.
    pub(super) hatched: bool,
    /// What stands between the fields of a CSV file.
    pub(super) separator: Separator,
    /// The columns.
    pub columns: Vec<Column>,
    /// The number of each statement, from 1; by the place of the statement in the dossier.
    numbers: Vec<Option<u16>>,
}

/// A hand-out tells what follows from its scenario.
impl<'a> Deref for Material<'a> {
    type Target = Judged<'a>;

    fn deref(&self) -> &Judged<'a> {
        &self.judged
    }
}

impl<'a> Material<'a> {
    /// Numbers the statements.
    #[must_use]
    pub fn new(judged: Judged<'a>, fingerprint: &'a str, made: Made, style: DateStyle) -> Self {
        let alphabetical = Settings { party_order: PartyOrder::Alphabetical, ..Settings::default() };
        let columns = columns(judged.dossier, &alphabetical);
        let numbers = vec![None; judged.dossier.statements.len()];
        let (hatched, separator) = (false, Separator::default());
        let mut material = Self { judged, fingerprint, made, style, hatched, separator, columns, numbers };
        material.number();
        material
    }

    /// The same, with marks in greys, hatched, or in colour.
    #[must_use]
    pub fn with_hatched_marks(mut self, hatched: bool) -> Self {
        self.hatched = hatched;
        self
    }

    /// The same, with this between the fields of a CSV file.
    #[must_use]
    pub fn with_separator(mut self, separator: Separator) -> Self {
        self.separator = separator;
        self
    }

    /// The language of the dossier and of the class, if it is written as a tag and is not the program's.
    #[must_use]
    pub(crate) fn their_language(&self) -> Option<&'a str> {
        clean::language(&self.dossier.language).filter(|language| !wording::is_in_language(language))
    }

    /// Numbers the statements behind the marks row by row, then all others that stand behind something in force.
    fn number(&mut self) {
        let mut order = self.cited_by_marks();
        for column in &self.columns {
            order.extend(self.in_force(column.party).into_iter().flat_map(|report| report.statements));
        }
        let mut next = 1;
        for statement in order {
            let number = &mut self.numbers[statement.get()];
            if number.is_none() {
                *number = Some(next);
                next += 1;
            }
        }
    }

    fn cited_by_marks(&self) -> Vec<StatementIx> {
        let cells = self.in_plan().flat_map(|(term, _)| self.columns.iter().map(move |column| (column.party, term)));
        let behind = cells.flat_map(|(party, term)| {
            let (bearing, kept) = self.behind_mark(party, term);
            bearing.into_iter().chain(kept).flat_map(|report| report.statements)
        });
        behind.collect()
    }

    /// The guesses of a class against the file.
    #[must_use]
    pub(crate) fn end_table(&self) -> Vec<EndQuestion> {
        end_table(self.basis(), self.scenario, &self.columns)
    }

    /// A cell with all that the table shows of it.
    pub(super) fn cell(&self, party: PartyIx, term: TermIx) -> &Cell {
        self.matrix.cell(party, term)
    }

    /// The mark of a cell.
    #[must_use]
    pub fn mark(&self, party: PartyIx, term: TermIx) -> Mark {
        self.matrix.cell(party, term).mark
    }

    /// How the plan stands with a party.
    #[must_use]
    pub fn tally(&self, party: PartyIx) -> &Tally {
        &self.matrix.tallies[party.get()]
    }

    /// The number of terms in the plan.
    #[must_use]
    pub fn n_in_plan(&self) -> usize {
        self.matrix.n_in_plan
    }

    /// All that plans can do to the positions and rules.
    pub(super) fn walks(&self) -> Walks {
        Walks::new(self.dossier, &self.index, self.scenario.counted.reading)
    }

    /// The rules that the plan breaks, by their place in the dossier.
    #[must_use]
    pub fn broken_rules(&self) -> &[usize] {
        &self.matrix.broken_rules
    }

    /// The positions that a mark rests on; and the red lines beside them that the plan does not cross: the panel beside the
    /// table shows them, so paper leads to them too.
    pub(super) fn behind_mark(&self, party: PartyIx, term: TermIx) -> (Vec<PositionReport>, Vec<PositionReport>) {
        let effects = self.mark(party, term).rests_on();
        if effects.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let bears = self.report(party, term).positions.into_iter().filter(PositionReport::bears);
        let (bearing, mut others): (Vec<_>, Vec<_>) = bears.partition(|report| effects.contains(&report.effect));
        let is_kept = |one: &PositionReport| matches!(one.effect, Effect::InLine | Effect::Supports) && !one.is_idle;
        others.retain(|one| one.strength == Strength::RedLine && is_kept(one));
        (bearing, others)
    }

    /// The positions that a mark rests on.
    #[must_use]
    pub fn bearing(&self, party: PartyIx, term: TermIx) -> Vec<PositionReport> {
        self.behind_mark(party, term).0
    }

    /// The terms on which a statement draws a red line that the plan does not cross while the mark rests on other words.
    pub(super) fn kept_beside(&self, statement: StatementIx) -> Vec<TermIx> {
        let is_kept = |ix: &PositionIx, term: TermIx| {
            let (_, kept) = self.behind_mark(self.dossier.position(*ix).party, term);
            kept.iter().any(|one| one.position == *ix)
        };
        let red_lines = self.read_from(statement).filter(|ix| self.strength(*ix) == Strength::RedLine);
        let on = |ix: PositionIx| self.dossier.position(ix).about.filter(|term| is_kept(&ix, *term));
        red_lines.filter_map(on).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The statements that a mark rests on, each once.
    #[must_use]
    pub fn behind(&self, party: PartyIx, term: TermIx) -> Vec<StatementIx> {
        let mut statements: Vec<StatementIx> = Vec::new();
        for statement in self.bearing(party, term).into_iter().flat_map(|report| report.statements) {
            if !statements.contains(&statement) {
                statements.push(statement);
            }
        }
        statements
    }

    /// The positions of a party that are in force, term by term; those on no single term last.
    #[must_use]
    pub fn in_force(&self, party: PartyIx) -> Vec<PositionReport> {
        let of_party = |ix: &&crate::domain::PositionIx| self.dossier.position(**ix).party == party;
        let mut positions: Vec<_> = self.situation.all_in_force().iter().filter(of_party).copied().collect();
        let place = |ix: &crate::domain::PositionIx| {
            let position = self.dossier.position(*ix);
            (position.about.is_none(), position.about, self.situation.strength(*ix), self.dossier.first_day(*ix))
        };
        positions.sort_by_key(place);
        let (index, situation) = (&self.index, &self.situation);
        let report = |ix| PositionReport::new(self.dossier, index, situation, &self.scenario.plan, ix);
        positions.into_iter().map(report).collect()
    }

    /// The positions in force that are read from a statement, in the dossier's order.
    pub(crate) fn read_from(&self, statement: StatementIx) -> impl Iterator<Item = PositionIx> + '_ {
        let reads = move |ix: &PositionIx| self.dossier.position(*ix).statements.contains(&statement);
        self.situation.all_in_force().iter().copied().filter(reads)
    }

    /// How firmly a position is held, in the reading that counts.
    #[must_use]
    pub fn strength(&self, position: PositionIx) -> Strength {
        self.situation.strength(position)
    }

    /// The number of a statement; every statement behind something in force has one.
    #[must_use]
    pub fn number_of(&self, statement: StatementIx) -> Option<u16> {
        self.numbers[statement.get()]
    }

    /// The statements that these sheets refer to, by number.
    #[must_use]
    pub fn cited(&self, sheets: &[Sheet]) -> Vec<(u16, StatementIx)> {
        let mut cited: BTreeSet<(u16, StatementIx)> = BTreeSet::new();
        let mut add = |statements: Vec<StatementIx>| {
            cited.extend(statements.into_iter().filter_map(|ix| Some((self.number_of(ix)?, ix))));
        };
        add(self.cited_by_marks());
        for sheet in sheets {
            if let Sheet::Brief(party) = sheet {
                add(self.in_force(*party).into_iter().flat_map(|report| report.statements).collect());
            }
        }
        cited.into_iter().collect()
    }

    /// For each of these marks a cell in which it stands: where the marks of the plan are on a sheet beside it, of the plan;
    /// else of a plan with a single term, and none that answers what "Who has said no?" or a sheet beside it asks.
    #[must_use]
    pub fn examples(&self, marks: &[Mark], beside: Beside) -> Vec<ForMark> {
        let is_told = beside == Beside::Marks && self.n_in_plan() > 0;
        let mut asked = if is_told { Vec::new() } else { self.asked() };
        if beside == Beside::Boxes {
            // The sheet has boxes for every row of the plan, the class is asked about some of them.
            let in_plan = self.scenario.plan.iter();
            asked.extend(in_plan.filter_map(|(term, value)| Some(Asked { term, value: value? })));
        }
        let all = Ground { basis: self.basis(), columns: &self.columns, asked: &[], plan_is_asked: false };
        let ground = Ground { asked: &asked, plan_is_asked: !is_told, ..all };
        let free = Ground { plan_is_asked: false, ..ground };
        let (alone, again, anywhere) = (ground.single_terms(), free.single_terms(), all.single_terms());
        let here = |mark| Ground { plan_is_asked: beside == Beside::Boxes, ..ground }.in_plan(&self.matrix, mark);
        let example = |mark: &Mark| {
            let elsewhere = ground.alone(&alone, *mark);
            let found = if is_told { here(*mark).or(elsewhere) } else { elsewhere.or_else(|| here(*mark)) };
            // Rather words that come again than none, unless somebody is to write down whose they are.
            let found = found.or_else(|| free.alone(&again, *mark).filter(|_| beside != Beside::Boxes));
            let stands = || all.in_plan(&self.matrix, *mark).or_else(|| all.alone(&anywhere, *mark)).is_some();
            match found {
                Some(example) => ForMark::Example(example),
                None if stands() => ForMark::Asked,
                None => ForMark::Nowhere,
            }
        };
        marks.iter().map(example).collect()
    }

    /// What "Who has said no?" asks of this plan, or of an empty one.
    fn asked(&self) -> Vec<Asked> {
        let basis = if self.n_in_plan() == 0 { predict::Basis::OneByOne } else { predict::Basis::ThisPlan };
        predict::proposal(self.basis(), self.scenario, basis, false)
    }

    /// A student's guess beside a statement.
    #[must_use]
    pub fn guess(&self, statement: StatementIx) -> Option<&'a str> {
        let guess = self.scenario.guesses.get(&self.dossier.statement(statement).id)?;
        Some(guess.trim()).filter(|guess| !guess.is_empty())
    }
}

/// Numbers as they are printed: "4–6", "9"; each with the first number that it stands for.
#[must_use]
pub(super) fn ranges(mut numbers: Vec<u16>) -> Vec<(String, u16)> {
    numbers.sort_unstable();
    numbers.dedup();
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let text = |(first, last): (u16, u16)| match last - first {
        0 => vec![(first.to_string(), first)],
        1 => vec![(first.to_string(), first), (last.to_string(), last)],
        _ => vec![(format!("{first}\u{2013}{last}"), first)],
    };
    ranges.into_iter().flat_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_drawn_together() {
        let printed =
            |numbers: &[u16]| ranges(numbers.to_vec()).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(", ");
        assert_eq!(printed(&[]), "");
        assert_eq!(printed(&[7]), "7");
        assert_eq!(printed(&[8, 7]), "7, 8");
        assert_eq!(printed(&[3, 1, 2, 9, 2]), "1\u{2013}3, 9");
    }
}
