//! The law, followed to the letter and slowly: every completion of a plan over the raw values, one after the other.

use peace_plan_explorer::{
    analysis::{Cell, Effect, Mark, Tally, Verdict},
    domain::{
        Counted, Date, Demand, Dossier, PartyIx, Plan, Position, PositionIx, StatementIx, Strength, Term, TermIx,
        ValueIx,
    },
};

/// A plan for a dossier on a day: all that a mark depends on.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub dossier: &'a Dossier,
    pub plan: &'a Plan,
    pub day: Date,
    pub counted: Counted,
}

/// The verdict on a position's demand: met if every completion meets the demand, contradicted if none does, else undecided.
pub fn verdict(dossier: &Dossier, demand: &Demand, plan: &Plan) -> Verdict {
    let open: Vec<TermIx> = demand.terms().into_iter().filter(|term| plan.get(*term).is_none()).collect();
    let mut answers = Vec::new();
    complete(dossier, &open, plan.clone(), &mut |full| answers.push(holds(dossier, demand, plan, full)));
    if answers.iter().all(|answer| *answer == Some(true)) {
        Verdict::Met
    } else if answers.iter().all(|answer| *answer == Some(false)) {
        Verdict::Contradicted
    } else {
        Verdict::Undecided
    }
}

/// Met if every plan that sets all terms of the demand meets it, contradicted if none does, else undecided.
pub fn over_all_plans(dossier: &Dossier, demand: &Demand) -> Verdict {
    let mut answers = Vec::new();
    let visit = &mut |full: &Plan| answers.push(holds(dossier, demand, full, full).unwrap());
    complete(dossier, &demand.terms(), Plan::empty(dossier.terms.len()), visit);
    match (answers.contains(&true), answers.contains(&false)) {
        (_, false) => Verdict::Met,
        (false, true) => Verdict::Contradicted,
        (true, true) => Verdict::Undecided,
    }
}

/// Visits every way of filling in the open terms.
pub fn complete(dossier: &Dossier, open: &[TermIx], plan: Plan, visit: &mut dyn FnMut(&Plan)) {
    match open.split_first() {
        None => visit(&plan),
        Some((term, rest)) => {
            for value in ValueIx::all(dossier.term(*term).values.len()) {
                complete(dossier, rest, plan.with(*term, Some(value)), visit);
            }
        }
    }
}

/// Whether a completion meets the demand; unknown where a condition is left open by the plan itself.
pub fn holds(dossier: &Dossier, demand: &Demand, plan: &Plan, full: &Plan) -> Option<bool> {
    let inner = |part: &Demand| holds(dossier, part, plan, full);
    let is = |term: &TermIx, fits: &dyn Fn(&Term, usize) -> bool| {
        let value = full.get(*term).expect("a completion sets every term of the demand");
        Some(fits(dossier.term(*term), value.get()))
    };
    match demand {
        Demand::Is(term, wanted) => is(term, &|_, value| value == wanted.get()),
        Demand::OneOf(term, wanted) => is(term, &|_, value| wanted.iter().any(|one| one.get() == value)),
        Demand::AtLeast(term, number) => is(term, &|term, value| match term.values[value].number {
            Some(own) => own >= *number,
            None => term.values[..value].iter().any(|before| before.number.is_some()),
        }),
        Demand::AtMost(term, number) => is(term, &|term, value| match term.values[value].number {
            Some(own) => own <= *number,
            None => term.values[value..].iter().any(|after| after.number.is_some()),
        }),
        Demand::Not(part) => inner(part).map(|answer| !answer),
        Demand::All(parts) => {
            let answers: Vec<Option<bool>> = parts.iter().map(inner).collect();
            if answers.contains(&Some(false)) { Some(false) } else { (!answers.contains(&None)).then_some(true) }
        }
        Demand::Any(parts) => {
            let answers: Vec<Option<bool>> = parts.iter().map(inner).collect();
            if answers.contains(&Some(true)) { Some(true) } else { (!answers.contains(&None)).then_some(false) }
        }
        Demand::If(premise, consequence) => match verdict(dossier, premise, plan) {
            Verdict::Met => inner(consequence),
            Verdict::Contradicted => Some(true),
            Verdict::Undecided => None,
        },
    }
}

/// True if the plan meets the demand only because its condition does not hold.
pub fn is_vacuous(dossier: &Dossier, demand: &Demand, plan: &Plan) -> bool {
    let premise_fails = |premise| verdict(dossier, premise, plan) == Verdict::Contradicted;
    verdict(dossier, demand, plan) == Verdict::Met && matches!(demand, Demand::If(premise, _) if premise_fails(premise))
}

/// True if the demand, with the rest of the plan as it is, is contradicted by every other value of the term.
pub fn leaves_only(dossier: &Dossier, demand: &Demand, plan: &Plan, term: TermIx, value: ValueIx) -> bool {
    demand.terms().contains(&term)
        && ValueIx::all(dossier.term(term).values.len())
            .filter(|other| *other != value)
            .all(|other| verdict(dossier, demand, &plan.with(term, Some(other))) == Verdict::Contradicted)
}

/// True if the plan does something that a demand names outside of every `Not` and premise, in a part of it that is met.
fn names(case: Case<'_>, demand: &Demand) -> bool {
    match demand {
        Demand::Not(_) => false,
        Demand::All(parts) => {
            parts.iter().all(|part| settled(case, part, true)) && parts.iter().any(|part| names(case, part))
        }
        Demand::Any(parts) => parts.iter().any(|part| names(case, part)),
        Demand::If(premise, consequence) => settled(case, premise, true) && names(case, consequence),
        leaf => settled(case, leaf, true),
    }
}

/// True if each part by itself settles that the demand holds, or that it does not.
fn settled(case: Case<'_>, demand: &Demand, holds: bool) -> bool {
    let each = |parts: &[Demand], all: bool| {
        let mut answers = parts.iter().map(|part| settled(case, part, holds));
        if all { answers.all(|yes| yes) } else { answers.any(|yes| yes) }
    };
    match demand {
        Demand::Not(inner) => settled(case, inner, !holds),
        Demand::All(parts) => each(parts, holds),
        Demand::Any(parts) => each(parts, !holds),
        Demand::If(premise, consequence) if holds => {
            settled(case, premise, false) || settled(case, premise, true) && settled(case, consequence, true)
        }
        Demand::If(premise, consequence) => settled(case, premise, true) && settled(case, consequence, false),
        leaf => verdict(case.dossier, leaf, case.plan) == if holds { Verdict::Met } else { Verdict::Contradicted },
    }
}

fn first_day(dossier: &Dossier, position: &Position) -> (i16, u8, u8) {
    position.statements.iter().map(|ix| dossier.statement(*ix).said.earliest()).min().unwrap()
}

/// Begun and not ended.
pub fn stands(dossier: &Dossier, position: &Position, day: Date) -> bool {
    first_day(dossier, position) <= day.earliest()
        && position.until.is_none_or(|until| day.earliest() < until.earliest())
}

/// In force: begun, not ended, and no position that has begun and not ended replaces it. What does not count replaces
/// nothing that does.
pub fn in_force(case: Case<'_>, ix: PositionIx) -> bool {
    let Case { dossier, day, .. } = case;
    let position = dossier.position(ix);
    let replaces = |newer: &&Position| {
        stands(dossier, newer, day) && newer.replaces.contains(&ix) && (counts(case, newer) || !counts(case, position))
    };
    stands(dossier, position, day) && dossier.positions.iter().find(replaces).is_none()
}

fn counts(case: Case<'_>, position: &Position) -> bool {
    let statement_counts = |ix: &StatementIx| {
        let statement = case.dossier.statement(*ix);
        let is_checked = !statement.unverified && !statement.sources.is_empty();
        case.counted.channel(statement.channel) && (is_checked || case.counted.unverified)
    };
    position.counts && made(case.dossier, position, case.day).iter().any(statement_counts)
}

/// What had been said by then; everything if nothing had.
fn made(dossier: &Dossier, position: &Position, day: Date) -> Vec<StatementIx> {
    let said = |ix: &StatementIx| dossier.statement(*ix).said.earliest();
    let before: Vec<_> = position.statements.iter().copied().filter(|ix| said(ix) <= day.earliest()).collect();
    if before.is_empty() { position.statements.clone() } else { before }
}

/// What the plan does to a position.
pub fn effect(case: Case<'_>, position: &Position) -> Effect {
    let Case { dossier, plan, .. } = case;
    let Some(demand) = &position.demand else { return Effect::NoDemand };
    let sole = || {
        let about = position.about.unwrap();
        plan.get(about).is_some_and(|value| leaves_only(dossier, demand, plan, about, value))
    };
    match verdict(dossier, demand, plan) {
        Verdict::Undecided => Effect::Depends,
        Verdict::Contradicted if position.strength == Strength::Offers => Effect::NotTakenUp,
        Verdict::Contradicted => Effect::Contradicts,
        Verdict::Met if is_vacuous(dossier, demand, plan) => Effect::InLine,
        Verdict::Met if sole() => Effect::Supports,
        Verdict::Met if matches!(position.strength, Strength::Prefers | Strength::Offers) && names(case, demand) => {
            Effect::Supports
        }
        Verdict::Met => Effect::InLine,
    }
}

fn mark(case: Case<'_>, positions: &[&Position]) -> (Mark, Option<Strength>) {
    let effects: Vec<(Effect, Strength)> =
        positions.iter().map(|position| (effect(case, position), position.strength)).collect();
    let crossed = |strength| effects.contains(&(Effect::Contradicts, strength));
    let any = |wanted| effects.iter().any(|(effect, _)| *effect == wanted);
    let strongest = [Strength::RedLine, Strength::Opposes, Strength::Prefers].into_iter().find(|s| crossed(*s));
    let mark = if crossed(Strength::RedLine) {
        Mark::RedLine
    } else if strongest.is_some() && any(Effect::Supports) {
        Mark::Mixed
    } else if crossed(Strength::Opposes) {
        Mark::Opposed
    } else if crossed(Strength::Prefers) {
        Mark::Otherwise
    } else if any(Effect::Supports) {
        Mark::Supported
    } else if any(Effect::InLine) {
        Mark::InLine
    } else if any(Effect::Depends) {
        Mark::Empty
    } else {
        Mark::Silent
    };
    (mark, strongest)
}

/// True if a decided position ties this row to another row of the plan.
fn is_linked(case: Case<'_>, party: PartyIx, term: TermIx) -> bool {
    let Case { dossier, plan, .. } = case;
    PositionIx::all(dossier.positions.len()).any(|ix| {
        let position = dossier.position(ix);
        let (Some(demand), Some(about)) = (&position.demand, position.about) else { return false };
        let mut rows = demand.terms();
        rows.push(about);
        position.party == party
            && in_force(case, ix)
            && plan.get(about).is_some()
            && plan.get(term).is_some()
            && verdict(dossier, demand, plan) != Verdict::Undecided
            && rows.contains(&term)
            && rows.iter().any(|row| *row != term && plan.get(*row).is_some())
    })
}

/// The cell of a party and a term.
pub fn cell(case: Case<'_>, party: PartyIx, term: TermIx) -> Cell {
    let Case { dossier, plan, day, .. } = case;
    let here = |ix: &PositionIx| {
        let position = dossier.position(*ix);
        position.party == party && position.about == Some(term)
    };
    let on_file: Vec<PositionIx> = PositionIx::all(dossier.positions.len()).filter(here).collect();
    let in_force: Vec<&Position> =
        on_file.iter().filter(|ix| in_force(case, **ix)).map(|ix| dossier.position(*ix)).collect();
    let counting: Vec<&Position> = in_force.iter().copied().filter(|position| counts(case, position)).collect();
    let mut statements: Vec<StatementIx> = in_force.iter().flat_map(|position| made(dossier, position, day)).collect();
    statements.sort_unstable();
    statements.dedup();
    let in_plan = plan.get(term).is_some();
    let outside = (Mark::Empty, None);
    // A dash is for silence alone.
    let told =
        |(mark, strongest)| (if mark == Mark::Silent && !in_force.is_empty() { Mark::OnFile } else { mark }, strongest);
    let (own, strongest) = if in_plan { told(mark(case, &counting)) } else { outside };
    let (with_all, _) = if in_plan { told(mark(case, &in_force)) } else { outside };
    Cell {
        mark: own,
        contradicted: strongest,
        greyed: (with_all != own).then_some(with_all),
        n_statements: u16::try_from(statements.len()).unwrap(),
        linked: is_linked(case, party, term),
        other_day: in_plan && own == Mark::Silent && in_force.is_empty() && !on_file.is_empty(),
    }
}

/// The counts of a party: each cell of a term in the plan once, by its strongest contradicted position.
pub fn tally(case: Case<'_>, party: PartyIx) -> Tally {
    let mut tally = Tally::default();
    for term in TermIx::all(case.dossier.terms.len()).filter(|term| case.plan.get(*term).is_some()) {
        let cell = cell(case, party, term);
        match cell.contradicted {
            Some(Strength::RedLine) => tally.red_lines += 1,
            Some(Strength::Opposes) => tally.opposed += 1,
            Some(_) => tally.otherwise += 1,
            None if cell.mark == Mark::Silent => tally.silent += 1,
            None if cell.mark == Mark::OnFile => tally.on_file += 1,
            None if cell.mark == Mark::Empty => tally.depends += 1,
            None => tally.in_line += 1,
        }
    }
    tally
}
