//! What the lint finds in words: where, what, and what to do about it.

use super::{
    DateStyle, date, met_if, on_date,
    problem::{ProblemText, problem_text},
};
use crate::domain::{
    Date, Dossier, Finding, FindingKind, LintKind as Kind, PositionIx, Scenario, Severity, Subject, TermIx,
};

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// Where: "position \"north-troops\"".
    pub subject: String,
    /// What was found, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

/// "error", "warning", "note".
#[must_use]
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A finding in words; `scenarios` are those that were checked, in the same order.
#[must_use]
pub fn finding(dossier: &Dossier, scenarios: &[&Scenario], finding: &Finding, style: DateStyle) -> FindingText {
    let scenario = |place: usize| scenarios.get(place).map_or("", |scenario| &scenario.title);
    let subject = match finding.subject {
        Subject::Text | Subject::Dossier => format!("dossier \"{}\"", dossier.id),
        Subject::Party(ix) => format!("party \"{}\"", dossier.party(ix).id),
        Subject::Term(ix) => format!("term \"{}\"", dossier.term(ix).id),
        Subject::Source(ix) => format!("source \"{}\"", dossier.source(ix).id),
        Subject::Statement(ix) => format!("statement \"{}\"", dossier.statement(ix).id),
        Subject::Position(ix) => format!("position \"{}\"", dossier.position(ix).id),
        Subject::Rule(place) => format!("rule \"{}\"", dossier.rules[place].id),
        Subject::Scenario(place) => format!("scenario \"{}\"", scenario(place)),
    };
    let FindingKind::Lint(kind) = &finding.kind else {
        let ProblemText { message, hint } = problem_text(finding);
        return FindingText { subject, message, hint };
    };
    FindingText {
        subject,
        message: message(dossier, finding, kind, style),
        hint: hint(kind, finding.subject).to_owned(),
    }
}

fn message(dossier: &Dossier, finding: &Finding, kind: &Kind, style: DateStyle) -> String {
    let on = |day: &Date| on_date(*day, style);
    let position = |ix: &PositionIx| format!("\"{}\"", dossier.position(*ix).id);
    let term = |ix: &TermIx| format!("\"{}\"", dossier.term(*ix).id);
    let researched = researched(dossier, style);
    let demand = || wanted(dossier, finding.subject);
    match kind {
        Kind::MetByNoPlan => format!("No plan meets this demand{}.", demand()),
        Kind::MetByEveryPlan => format!("Every plan meets this demand{}, so it decides nothing.", demand()),
        Kind::ThresholdOffGrid { term: of, threshold } => {
            format!("{threshold} is none of the numbers of {}.", term(of))
        }
        Kind::AboutNotMentioned { about } => {
            format!("The demand does not mention {}, the term whose cell it marks.", term(about))
        }
        Kind::LoadedWord { word, field } => {
            let doubt = if finding.severity == Severity::Note { ", which takes sides in some sentences" } else { "" };
            format!("The field \"{field}\" says \"{word}\"{doubt}.")
        }
        Kind::PublishedBeforeSaid { said, published } => format!("Published {}, but said {}.", on(published), on(said)),
        Kind::EndsBeforeItBegins { begins, until } => {
            format!("Begins {} and has ended {}, so it is never in force.", on(begins), on(until))
        }
        Kind::ReplacesNewer { newer } => {
            format!("Replaces {}, which begins later, {}.", position(newer), on(&dossier.first_day(*newer)))
        }
        Kind::OutsideCovers { day } => {
            let is_statement = matches!(finding.subject, Subject::Statement(_));
            let what = if is_statement { "Said" } else { "Looks at the positions" };
            format!("{what} {}, outside {researched}", on(day))
        }
        Kind::ValueAfterCovers { term: ix, value, since } => {
            let value = &dossier.term(*ix).values[value.get()].name;
            format!("The value \"{value}\" was put forward {}, after {researched}", on(since))
        }
        Kind::OfferExcluded { by } => {
            format!("No plan that takes up this offer meets {} of the same party on the same day.", position(by))
        }
        Kind::AuthorContradicted { party, position: ix } => {
            let (party, position) = (&dossier.party(*party).name, position(ix));
            format!("The author speaks for {party}, but the plan contradicts its position {position} of that day.")
        }
        Kind::BreaksRule { rule } => {
            let rule = &dossier.rules[*rule];
            format!("The plan breaks the rule \"{}\". {}", rule.id, rule.reason).trim_end().to_owned()
        }
        Kind::NotYetPutForward { term: ix, since } => {
            let (term, since) = (term(ix), on(since));
            format!("What the plan says about {term} was first put forward {since}, after the day of the scenario.")
        }
        plain => plain_message(plain).to_owned(),
    }
}

/// A finding whose sentence is always the same.
fn plain_message(kind: &Kind) -> &'static str {
    match kind {
        Kind::RedLineWithoutWords => "A red line that does not name the words that make it one.",
        Kind::BasisWithoutRedLine => "A basis is given, but this is no red line.",
        Kind::NotDecided => "What the readers made of it is not what stands here, and no reason is given.",
        Kind::ReadOnce => "Only one reader is on file.",
        Kind::SourceWithoutTitleOrDate => "The source has no title or no date.",
        Kind::UnfitSource => "A mirror, shop or blog that a statement rests on.",
        Kind::NeverDecided => "None of the scenarios decides this position.",
        Kind::NobodySpeaksAbout => "No position is about this term.",
        Kind::NoPosition => "The party holds no position.",
        Kind::UnusedStatement => "No position reads this statement.",
        Kind::MetByNoPlan
        | Kind::MetByEveryPlan
        | Kind::AboutNotMentioned { .. }
        | Kind::ThresholdOffGrid { .. }
        | Kind::LoadedWord { .. }
        | Kind::PublishedBeforeSaid { .. }
        | Kind::EndsBeforeItBegins { .. }
        | Kind::ReplacesNewer { .. }
        | Kind::OutsideCovers { .. }
        | Kind::ValueAfterCovers { .. }
        | Kind::OfferExcluded { .. }
        | Kind::AuthorContradicted { .. }
        | Kind::BreaksRule { .. }
        | Kind::NotYetPutForward { .. } => "",
    }
}

fn hint(kind: &Kind, subject: Subject) -> &'static str {
    match (kind, subject) {
        (Kind::MetByNoPlan, _) => "Look for parts that exclude one another, and for an empty list of values.",
        (Kind::MetByEveryPlan, Subject::Rule(_)) => "Leave the rule out, or name the values that it rules out.",
        (Kind::MetByEveryPlan, _) => {
            "Name the values that the statement speaks for, or leave the demand out if none can be read from it."
        }
        (Kind::ThresholdOffGrid { .. }, _) => {
            "Only the term's numbers can be in a plan: the demand holds for those on its side of the threshold."
        }
        (Kind::AboutNotMentioned { .. }, _) => "Write a term of the demand in `about`.",
        (Kind::LoadedWord { .. }, _) => "Use a plain word, or put it in quotation marks if it is the speaker's own.",
        (Kind::PublishedBeforeSaid { .. }, _) => "Compare both days with the source.",
        (Kind::EndsBeforeItBegins { .. }, _) => {
            "`until` is the first day on which the position is no longer in force; it begins with its first statement."
        }
        (Kind::ReplacesNewer { .. }, _) => "Compare the days of both; as a rule the later replaces the earlier.",
        (Kind::OutsideCovers { .. }, Subject::Statement(_)) => {
            "Leave it if it is background from before; otherwise widen `covers`."
        }
        (Kind::OutsideCovers { .. }, _) => "Change `as_of`, or widen `covers`.",
        (Kind::ValueAfterCovers { .. }, _) => "Compare `since` with the source, or widen `covers`.",
        (Kind::OfferExcluded { .. }, _) => {
            "See whether one of them ended or was replaced, belongs to a `voice`, or holds only under a condition."
        }
        (Kind::AuthorContradicted { .. }, _) => {
            "Compare the plan with its text, the demand with its statement, and `date` with the days in force."
        }
        (Kind::BreaksRule { .. }, _) => "Compare the plan with its text, and the rule with its reason.",
        (Kind::NotYetPutForward { .. }, _) => "Compare `since` of the value with `as_of` of the scenario.",
        (Kind::RedLineWithoutWords, _) => {
            "Write the words in `because` and Condition, Bar or Law in `basis`; if there are none, it is Opposes or Prefers."
        }
        (Kind::BasisWithoutRedLine, _) => "Leave `basis` out, or see whether the words make it a red line.",
        (Kind::NotDecided, _) => "Say in `decided` why the strength is as it stands.",
        (Kind::ReadOnce, _) => "Have a second reader code it without knowing the first code.",
        (Kind::SourceWithoutTitleOrDate, _) => {
            "Add them. A title that is not known can be devised, in square brackets: [Report of a speech]. Or say in `note` why they cannot be known."
        }
        (Kind::UnfitSource, _) => {
            "Cite the body that said it, a record, an agency or a paper of record; or say in the statement's `caveat` what was searched."
        }
        (Kind::NeverDecided, _) => "A scenario that sets the terms of its demand would show it.",
        (Kind::NobodySpeaksAbout, _) => "Add what parties have said about it, or leave the term out.",
        (Kind::NoPosition, _) => "Add a position, or say in the party's `note` why there is none.",
        (Kind::UnusedStatement, _) => {
            "Add a position that reads it; one without a `demand` is shown, neither for nor against."
        }
    }
}

/// " (Met if …)" for a position; the demand of a rule is told by its reason.
fn wanted(dossier: &Dossier, subject: Subject) -> String {
    match subject {
        Subject::Position(ix) => {
            met_if(dossier, dossier.position(ix)).map_or_else(String::new, |met| format!(" ({met})"))
        }
        _ => String::new(),
    }
}

fn researched(dossier: &Dossier, style: DateStyle) -> String {
    let (first, last) = dossier.covers;
    format!("the time that was researched: {} to {}.", date(first, style), date(last, style))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::{NORTH, day, parts};
    use crate::{
        analysis::lint,
        domain::{Demand, PositionIx, SourceIx, TermIx, ValueIx},
    };

    #[test]
    fn a_finding_says_where_what_and_what_to_do() {
        let mut parts = parts();
        parts.positions[0].demand = Some(Demand::Any(Vec::new()));
        parts.positions[0].until = Some(day("2024-11-18"));
        parts.statements[2].short = "The regime of the South will stay.".to_owned();
        parts.statements[2].published = day("2025-01-01");
        let dossier = Dossier::new(parts).unwrap();
        let texts: Vec<String> = lint(&dossier, &[])
            .iter()
            .filter(|found| found.severity != Severity::Note)
            .map(|found| {
                let text = finding(&dossier, &[], found, DateStyle::Words);
                format!("{}: {}: {} {}", severity(found.severity), text.subject, text.message, text.hint)
            })
            .collect();
        assert_eq!(
            texts,
            [
                "error: statement \"ion-1\": Published on 1 Jan 2025, but said on 3 Jan 2025. Compare both days with the source.",
                "warning: statement \"ion-1\": The field \"short\" says \"regime\". Use a plain word, or put it in quotation \
                 marks if it is the speaker's own.",
                "error: position \"north-troops\": Begins on 18 Nov 2024 and has ended on 18 Nov 2024, so it is never in \
                 force. `until` is the first day on which the position is no longer in force; it begins with its first \
                 statement.",
                "error: position \"north-troops\": No plan meets this demand (Met by no plan). Look for parts that exclude \
                 one another, and for an empty list of values.",
            ]
        );
    }

    #[test]
    fn every_kind_of_finding_is_a_sentence_with_a_hint() {
        let dossier = Dossier::new(parts()).unwrap();
        let scenario = Scenario::empty(&dossier, "Plan".to_owned());
        let (position, term, since) = (PositionIx(0), TermIx(0), day("2025-01-03"));
        let kinds = [
            (Subject::Position(position), Kind::MetByEveryPlan),
            (Subject::Rule(0), Kind::MetByNoPlan),
            (Subject::Position(position), Kind::ReplacesNewer { newer: PositionIx(2) }),
            (Subject::Scenario(0), Kind::OutsideCovers { day: since }),
            (Subject::Term(term), Kind::ValueAfterCovers { term, value: ValueIx(1), since }),
            (Subject::Position(position), Kind::OfferExcluded { by: PositionIx(2) }),
            (Subject::Scenario(0), Kind::AuthorContradicted { party: NORTH, position }),
            (Subject::Scenario(0), Kind::BreaksRule { rule: 0 }),
            (Subject::Scenario(0), Kind::NotYetPutForward { term, since }),
            (Subject::Position(position), Kind::RedLineWithoutWords),
            (Subject::Position(position), Kind::BasisWithoutRedLine),
            (Subject::Position(position), Kind::NotDecided),
            (Subject::Position(position), Kind::ReadOnce),
            (Subject::Source(SourceIx(0)), Kind::SourceWithoutTitleOrDate),
            (Subject::Source(SourceIx(0)), Kind::UnfitSource),
            (Subject::Position(position), Kind::NeverDecided),
            (Subject::Term(term), Kind::NobodySpeaksAbout),
            (Subject::Party(NORTH), Kind::NoPosition),
            (Subject::Source(SourceIx(0)), Kind::UnusedStatement),
        ];
        for (subject, kind) in kinds {
            let found = Finding::lint(Severity::Note, subject, kind);
            let text = finding(&dossier, &[&scenario], &found, DateStyle::Words);
            assert!(text.message.ends_with('.') && text.hint.ends_with('.'), "{text:?}");
            assert!(!text.subject.ends_with("\"\""), "{text:?}");
        }
    }
}
