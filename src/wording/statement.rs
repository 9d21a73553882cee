//! Statements and the positions read from them: who, when, where published, and whether they stand.

use super::{DateStyle, channel, date, on_date};
use crate::{
    analysis::{Standing, Uncounted},
    domain::{Channel, Dossier, PositionIx, Source, SourceIx, StatementIx},
};

/// Beside a statement that is told in short: what stands there is no quotation.
pub(crate) const IN_OUR_WORDS: &str = "in our words";
/// The same once for several.
pub(crate) const STATEMENTS_IN_OUR_WORDS: &str = "Statements in our words";

/// A statement as one line to copy: speaker, office, words, day, publisher, title, address, kind of evidence.
#[must_use]
pub fn citation(dossier: &Dossier, statement: StatementIx, style: DateStyle) -> String {
    let statement = dossier.statement(statement);
    let mut who = vec![statement.speaker.as_str(), &statement.office];
    who.retain(|part| !part.is_empty());
    let words = match &statement.quote {
        Some(quote) if quote.language.is_empty() => format!("\"{}\"", quote.text),
        Some(quote) => format!("\"{}\" [{}]", quote.text, quote.language),
        None => statement.short.trim_end_matches('.').to_owned(),
    };
    let published =
        statement.sources.first().map_or_else(|| NO_SOURCE.to_owned(), |source| publication(dossier, *source, style));
    let checked = if statement.unverified { ", not verified" } else { "" };
    let (who, day, channel) = (who.join(", "), date(statement.said, style), channel(statement.channel));
    format!("{who}: {words} ({day}). {published} [{channel}{checked}]")
}

const NO_SOURCE: &str = "No source given";

/// Marks around a quotation in a window or on paper.
pub(crate) const QUOTES: [char; 2] = ['\u{201c}', '\u{201d}'];

/// The title of a source, if it has one, between these marks. One that was devised is nobody's words: it is not quoted.
pub(crate) fn source_title(source: &Source, [open, close]: [char; 2]) -> Option<String> {
    match source.title.as_str() {
        "" => None,
        devised if source.is_title_devised() => Some(devised.to_owned()),
        title => Some(format!("{open}{title}{close}")),
    }
}

/// Where something is published: publisher, title, day, address.
#[must_use]
pub(crate) fn publication(dossier: &Dossier, source: SourceIx, style: DateStyle) -> String {
    let source = dossier.source(source);
    let title = source_title(source, ['"', '"']).unwrap_or_default();
    let day = source.date.map_or_else(String::new, |day| date(day, style));
    let mut parts = vec![source.publisher.clone(), title, day, source.url.clone()];
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Whether a position is in force, and if not, why: "in force since 18 Nov 2024", "ended in Nov 2024: a new government".
#[must_use]
pub fn standing(dossier: &Dossier, standing: Standing, position: PositionIx, style: DateStyle) -> String {
    let first_day = dossier.first_day(position);
    match standing {
        Standing::InForce => format!("in force since {}", date(first_day, style)),
        Standing::NotYet => format!("from {} on", date(first_day, style)),
        Standing::Ended => {
            let position = dossier.position(position);
            let ended =
                position.until.map_or_else(|| "ended".to_owned(), |day| format!("ended {}", on_date(day, style)));
            match position.until_reason.trim_end_matches('.') {
                "" => ended,
                reason => format!("{ended}: {reason}"),
            }
        }
        Standing::Replaced(newer) => {
            let day = dossier.first_day(newer);
            let speaker = first_statement(dossier, newer).map_or("", |first| &dossier.statement(first).speaker);
            format!("replaced {} by a statement of {speaker}", on_date(day, style))
        }
    }
}

/// Why a position is shown and not counted.
#[must_use]
pub fn uncounted(reason: Uncounted) -> String {
    let why = match reason {
        Uncounted::Rhetoric => "it names nothing that a plan could do or leave undone",
        Uncounted::Unverified => "nobody could check it",
        Uncounted::NoSource => "no source given",
        Uncounted::NoDemand => "in the softer reading it asks for nothing",
        Uncounted::Channel(Channel::OnRecord) => "statements on record are switched off",
        Uncounted::Channel(Channel::Document) => "official texts are switched off",
        Uncounted::Channel(Channel::Reported) => "reported statements are switched off",
        Uncounted::Channel(Channel::Unnamed) => "its sources are not named",
        Uncounted::Channel(Channel::Leaked) => "leaked texts are switched off",
        Uncounted::Channel(Channel::Withdrawn) => "it was taken back",
    };
    format!("not counted: {why}")
}

/// The statement with which a position begins: the earliest, and of those the one listed first.
pub(super) fn first_statement(dossier: &Dossier, position: PositionIx) -> Option<StatementIx> {
    dossier.position(position).statements.iter().copied().min_by_key(|ix| dossier.statement(*ix).said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::Mark,
        app::{Example, Filed, OnFile},
        domain::{ValueIx, practice},
        wording::{activities, legend, news},
    };

    #[test]
    fn a_citation_stands_on_one_line_with_all_that_is_known() {
        assert_eq!(
            citation(&practice::dossier(), StatementIx(0), DateStyle::Words),
            "Ana Berg, spokesman: \"no foreign troops\" [translated] (18 Nov 2024). The Wire, \"Talks\", 19 Nov 2024, \
             https://example.org/talks [On record]"
        );
        assert_eq!(
            citation(&practice::dossier(), StatementIx(1), DateStyle::Iso),
            "Ana Berg, spokesman: What Ana Berg said (2024-06). The Wire, \"Talks\", 2024-11-19, \
             https://example.org/talks [Official text]"
        );
    }

    #[test]
    fn a_devised_title_is_not_quoted() {
        let said = |title: &str| {
            source_title(&Source { title: title.to_owned(), ..practice::parts().sources[0].clone() }, QUOTES)
        };
        assert_eq!(said("Talks"), Some("\u{201c}Talks\u{201d}".to_owned()));
        assert_eq!(said("[Report of talks]"), Some("[Report of talks]".to_owned()));
        assert_eq!(said("[Updated] Talks"), Some("\u{201c}[Updated] Talks\u{201d}".to_owned()));
        assert_eq!(said(""), None);
    }

    #[test]
    fn a_citation_says_that_no_source_is_given() {
        let mut parts = practice::parts();
        parts.statements[2].sources.clear();
        parts.statements[2].unverified = true;
        let dossier = Dossier::new(parts).unwrap();
        assert_eq!(
            citation(&dossier, StatementIx(2), DateStyle::Words),
            "Ion Dale, spokesman: What Ion Dale said (3 Jan 2025). No source given [Reported, not verified]"
        );
    }

    #[test]
    fn a_standing_says_since_when_or_why_not() {
        let dossier = practice::dossier();
        let said = |of, position| standing(&dossier, of, PositionIx(position), DateStyle::Words);
        assert_eq!(said(Standing::InForce, 0), "in force since 18 Nov 2024");
        assert_eq!(said(Standing::NotYet, 1), "from 3 Jan 2025 on");
        assert_eq!(said(Standing::Ended, 3), "ended in Nov 2024: a new government");
        assert_eq!(said(Standing::Replaced(PositionIx(4)), 5), "replaced on 18 Nov 2024 by a statement of Ana Berg");
    }

    #[test]
    fn what_is_not_counted_says_why() {
        assert_eq!(
            uncounted(Uncounted::Rhetoric),
            "not counted: it names nothing that a plan could do or leave undone"
        );
        assert_eq!(uncounted(Uncounted::Channel(Channel::Unnamed)), "not counted: its sources are not named");
        assert_eq!(uncounted(Uncounted::NoSource), "not counted: no source given");
    }

    /// A name beside a sentence makes a quotation of it.
    #[test]
    fn a_name_beside_a_retelling_says_that_it_is_one() {
        let (dossier, style) = (practice::dossier(), DateStyle::Words);
        let (party, term, value) = (practice::NORTH, practice::FREEZE, ValueIx(0));
        let behind = Some((PositionIx(0), StatementIx(0)));
        let on_file =
            OnFile { filed: Filed::No, mark: Mark::Opposed, because: behind, leaves_only: false, is_idle: false };
        let example =
            Example { mark: Mark::Opposed, party, term, value, statement: Some(StatementIx(0)), is_here: true };
        for told in [
            news::statement(&dossier, StatementIx(0), style),
            activities::statement_line(&dossier, on_file).unwrap(),
            legend::example(&dossier, &example, style),
        ] {
            assert!(told.contains(&dossier.statements[0].short), "{told}");
            assert!(told.ends_with(&format!(", {IN_OUR_WORDS})")), "{told}");
        }
    }
}
