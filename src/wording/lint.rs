//! Findings of the check in words: where, what, and what to do about it.

use super::{DateStyle, date, met_if, on_date};
use crate::{
    analysis::{Finding, FindingKind, Severity, Subject},
    domain::{Date, Dossier, Scenario},
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
        Subject::Dossier => format!("dossier \"{}\"", dossier.id),
        Subject::Party(ix) => format!("party \"{}\"", dossier.party(ix).id),
        Subject::Term(ix) => format!("term \"{}\"", dossier.term(ix).id),
        Subject::Source(ix) => format!("source \"{}\"", dossier.source(ix).id),
        Subject::Statement(ix) => format!("statement \"{}\"", dossier.statement(ix).id),
        Subject::Position(ix) => format!("position \"{}\"", dossier.position(ix).id),
        Subject::Rule(place) => format!("rule \"{}\"", dossier.rules[place].id),
        Subject::Scenario(place) => format!("scenario \"{}\"", scenario(place)),
    };
    FindingText { subject, message: message(dossier, finding, style), hint: hint(finding).to_owned() }
}

fn message(dossier: &Dossier, finding: &Finding, style: DateStyle) -> String {
    let on = |day: &Date| on_date(*day, style);
    let position_id = |ix: &_| &dossier.position(*ix).id;
    match &finding.kind {
        FindingKind::MetByNoPlan => format!("No plan meets this demand{}.", wanted(dossier, finding.subject)),
        FindingKind::MetByEveryPlan => {
            format!("Every plan meets this demand{}, so it decides nothing.", wanted(dossier, finding.subject))
        }
        FindingKind::AboutNotMentioned { about } => {
            format!("The demand does not mention \"{}\", the term whose cell it marks.", dossier.term(*about).id)
        }
        FindingKind::ForeignStatement { statement } => {
            let statement = dossier.statement(*statement);
            format!(
                "Cites \"{}\", a statement of another party, {}.",
                statement.id,
                dossier.party(statement.party).name
            )
        }
        FindingKind::QuoteTooLong { words } => format!("The quotation has {words} words; the limit is 15."),
        FindingKind::LoadedWord { word, field } => {
            let doubt = if finding.severity == Severity::Note { ", which takes sides in some sentences" } else { "" };
            format!("The field \"{field}\" says \"{word}\"{doubt}.")
        }
        FindingKind::PublishedBeforeSaid { said, published } => {
            format!("Published {}, but said {}.", on(published), on(said))
        }
        FindingKind::EndsBeforeItBegins { begins, until } => {
            format!("Begins {} and has ended {}, so it is never in force.", on(begins), on(until))
        }
        FindingKind::ReplacesNewer { newer } => {
            format!("Replaces \"{}\", which begins later, {}.", position_id(newer), on(&dossier.first_day(*newer)))
        }
        FindingKind::CoversReversed => {
            format!("The time that was researched ends before it begins: {}.", covers(dossier, style))
        }
        FindingKind::OutsideCovers { day } => {
            let what = match finding.subject {
                Subject::Statement(_) => "Said",
                _ => "Looks at the positions",
            };
            format!("{what} {}, outside the time that was researched: {}.", on(day), covers(dossier, style))
        }
        FindingKind::ValueAfterCovers { value, since } => {
            let name = match finding.subject {
                Subject::Term(term) => &dossier.term(term).values[value.get()].name,
                _ => "",
            };
            format!(
                "The value \"{name}\" was put forward {}, after the time that was researched: {}.",
                on(since),
                covers(dossier, style)
            )
        }
        FindingKind::OfferExcluded { by } => {
            format!(
                "No plan that takes up this offer meets \"{}\" of the same party, held on the same day.",
                position_id(by)
            )
        }
        FindingKind::AuthorContradicted { party, position } => {
            let party = &dossier.party(*party).name;
            format!(
                "The author speaks for {party}, but the plan contradicts its position \"{}\" of that day.",
                position_id(position)
            )
        }
        FindingKind::BreaksRule { rule } => {
            let rule = &dossier.rules[*rule];
            format!("The plan breaks the rule \"{}\". {}", rule.id, rule.reason).trim_end().to_owned()
        }
        FindingKind::NotYetPutForward { term, since } => {
            format!(
                "What the plan says about \"{}\" was first put forward {}, after the day of the scenario.",
                dossier.term(*term).id,
                on(since)
            )
        }
        FindingKind::NeverDecided => "None of the scenarios decides this position.".to_owned(),
        FindingKind::NobodySpeaksAbout => "No position is about this term.".to_owned(),
        FindingKind::NoPosition => "The party holds no position.".to_owned(),
        FindingKind::UnusedStatement => "No position reads this statement.".to_owned(),
    }
}

fn hint(finding: &Finding) -> &'static str {
    match (&finding.kind, finding.subject) {
        (FindingKind::MetByNoPlan, _) => "Look for parts that exclude one another, and for an empty list of values.",
        (FindingKind::MetByEveryPlan, Subject::Rule(_)) => "Leave the rule out, or name the values that it rules out.",
        (FindingKind::MetByEveryPlan, _) => {
            "Name the values that the statement speaks for, or leave the demand out if none can be read from it."
        }
        (FindingKind::AboutNotMentioned { .. }, _) => "Write a term of the demand in `about`.",
        (FindingKind::ForeignStatement { .. }, _) => "Cite statements of the position's own party.",
        (FindingKind::QuoteTooLong { .. }, _) => "Quote the words that carry the demand and put the rest in `long`.",
        (FindingKind::LoadedWord { .. }, _) => {
            "Use a plain word, or put it in quotation marks if it is the speaker's own."
        }
        (FindingKind::PublishedBeforeSaid { .. }, _) => "Compare both days with the source.",
        (FindingKind::EndsBeforeItBegins { .. }, _) => {
            "`until` is the first day on which the position is no longer in force; it begins with its first statement."
        }
        (FindingKind::ReplacesNewer { .. }, _) => "Compare the days of both; as a rule the later replaces the earlier.",
        (FindingKind::CoversReversed, _) => "Write the first day first in `covers`.",
        (FindingKind::OutsideCovers { .. }, Subject::Statement(_)) => {
            "Leave it if it is background from before; otherwise widen `covers`."
        }
        (FindingKind::OutsideCovers { .. }, _) => "Change `as_of`, or widen `covers`.",
        (FindingKind::ValueAfterCovers { .. }, _) => "Compare `since` with the source, or widen `covers`.",
        (FindingKind::OfferExcluded { .. }, _) => {
            "See whether one of them ended or was replaced, belongs to a `voice`, or holds only under a condition."
        }
        (FindingKind::AuthorContradicted { .. }, _) => {
            "Compare the plan with its text, the demand with its statement, and `date` with the days in force."
        }
        (FindingKind::BreaksRule { .. }, _) => "Compare the plan with its text, and the rule with its reason.",
        (FindingKind::NotYetPutForward { .. }, _) => "Compare `since` of the value with `as_of` of the scenario.",
        (FindingKind::NeverDecided, _) => "A scenario that sets the terms of its demand would show it.",
        (FindingKind::NobodySpeaksAbout, _) => "Add what parties have said about it, or leave the term out.",
        (FindingKind::NoPosition, _) => "Add a position, or say in the party's `note` why there is none.",
        (FindingKind::UnusedStatement, _) => {
            "Add a position that reads it; one without a `demand` is shown and marks nothing."
        }
    }
}

/// ": \"Met if …\"" for a position whose demand can be said in words.
fn wanted(dossier: &Dossier, subject: Subject) -> String {
    match subject {
        Subject::Position(ix) => {
            met_if(dossier, dossier.position(ix)).map_or_else(String::new, |met| format!(" ({met})"))
        }
        _ => String::new(),
    }
}

fn covers(dossier: &Dossier, style: DateStyle) -> String {
    let (first, last) = dossier.covers;
    format!("{} to {}", date(first, style), date(last, style))
}

#[cfg(test)]
mod tests {
    use super::{
        super::fixture::{NORTH, day, parts},
        *,
    };
    use crate::{
        analysis::lint,
        domain::{Demand, PositionIx, TermIx, ValueIx},
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
                "warning: position \"north-troops\": The demand does not mention \"peacekeepers\", the term whose cell it \
                 marks. Write a term of the demand in `about`.",
            ]
        );
    }

    #[test]
    fn every_kind_of_finding_is_a_sentence_with_a_hint() {
        let dossier = Dossier::new(parts()).unwrap();
        let scenario = Scenario::empty(&dossier, "Plan".to_owned());
        let (position, term, since) = (PositionIx(0), TermIx(0), day("2025-01-03"));
        let kinds = [
            (Subject::Position(position), FindingKind::MetByEveryPlan),
            (Subject::Rule(0), FindingKind::MetByNoPlan),
            (Subject::Position(position), FindingKind::ForeignStatement { statement: crate::domain::StatementIx(2) }),
            (Subject::Statement(crate::domain::StatementIx(0)), FindingKind::QuoteTooLong { words: 18 }),
            (Subject::Position(position), FindingKind::ReplacesNewer { newer: PositionIx(2) }),
            (Subject::Dossier, FindingKind::CoversReversed),
            (Subject::Scenario(0), FindingKind::OutsideCovers { day: since }),
            (Subject::Term(term), FindingKind::ValueAfterCovers { value: ValueIx(1), since }),
            (Subject::Position(position), FindingKind::OfferExcluded { by: PositionIx(2) }),
            (Subject::Scenario(0), FindingKind::AuthorContradicted { party: NORTH, position }),
            (Subject::Scenario(0), FindingKind::BreaksRule { rule: 0 }),
            (Subject::Scenario(0), FindingKind::NotYetPutForward { term, since }),
            (Subject::Position(position), FindingKind::NeverDecided),
            (Subject::Term(term), FindingKind::NobodySpeaksAbout),
            (Subject::Party(NORTH), FindingKind::NoPosition),
            (Subject::Source(crate::domain::SourceIx(0)), FindingKind::UnusedStatement),
        ];
        for (subject, kind) in kinds {
            let found = Finding { severity: Severity::Note, subject, kind };
            let text = finding(&dossier, &[&scenario], &found, DateStyle::Words);
            assert!(text.message.ends_with('.') && text.hint.ends_with('.'), "{text:?}");
            assert!(!text.subject.ends_with("\"\""), "{text:?}");
        }
    }
}
