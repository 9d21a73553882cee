//! What a new record begins with: what is known of it, and empty fields for what must be filled in.

use super::At;
use crate::format::{DossierText, PROVISIONAL, Splice, Step, ron_text, written_demand};

/// A record to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum New {
    /// A party.
    Party,
    /// A term with values of this kind.
    Term(&'static str),
    /// A value of a term that has named ones, in this list.
    Value(At),
    /// A statement of the party with this id; if it is about a term, with a position that reads it.
    Statement {
        /// Who said it.
        party: String,
        /// What it is about.
        term: Option<String>,
    },
    /// A statement said by the same, on the same day, in the same place as the one here.
    Alike(usize),
    /// A position that reads this statement, about this term.
    Position {
        /// The id of the statement.
        statement: String,
        /// The id of the term.
        term: Option<String>,
    },
    /// A source; one of this statement, if one is given.
    Source(Option<usize>),
    /// A rule.
    Rule,
}

type Fields = Vec<(&'static str, String)>;

const EMPTY: &str = "\"\"";

fn empty(names: &[&'static str]) -> Fields {
    names.iter().map(|name| (*name, EMPTY.to_owned())).collect()
}

impl New {
    /// The list to which it is added.
    #[must_use]
    pub fn list(&self) -> At {
        match self {
            Self::Party => At::list("parties"),
            Self::Term(_) => At::list("terms"),
            Self::Value(list) => list.clone(),
            Self::Statement { .. } | Self::Alike(_) => At::list("statements"),
            Self::Position { .. } => At::list("positions"),
            Self::Source(_) => At::list("sources"),
            Self::Rule => At::list("rules"),
        }
    }

    /// The values that a term of this kind begins with.
    pub(super) fn values(kind: &str) -> &'static str {
        match kind {
            "Choice" => "Choice([(id: \"new-value-1\", name: \"\"), (id: \"new-value-2\", name: \"\")])",
            "Number" => "Number(from: 0, to: 10, step: 1, unit: (\"\", \"\"))",
            _ => "Toggle(yes: (name: \"Yes\"), no: (name: \"No\"))",
        }
    }

    pub(super) fn splices(&self, text: &DossierText) -> Option<Vec<Splice>> {
        let mut adding = Adding { text: text.clone(), done: Vec::new() };
        match self {
            Self::Party => {
                let id = adding.provisional("party");
                let mut fields = vec![("id", id)];
                fields.extend(empty(&["code", "name"]));
                fields.extend([("role", "MustAccept".to_owned()), ("body", EMPTY.to_owned())]);
                adding.add(&self.list(), fields)?;
            }
            Self::Term(kind) => {
                let group = adding.text.records(&[Step::Field("terms")]).last().map(|term| term.string("group"));
                let mut fields = vec![("id", adding.provisional("term"))];
                fields.extend(empty(&["name", "question"]));
                fields.extend([("group", ron_text(&group.unwrap_or_default())), ("glossary", EMPTY.to_owned())]);
                fields.push(("values", Self::values(kind).to_owned()));
                adding.add(&self.list(), fields)?;
            }
            Self::Value(list) => {
                let taken = ids(&adding.text, list);
                let fields = vec![("id", ron_text(&numbered("new-value", &taken))), ("name", EMPTY.to_owned())];
                adding.add(list, fields)?;
            }
            Self::Statement { party, term } => {
                let id = adding.statement(party)?;
                if let Some(term) = term {
                    adding.position(&id, party, Some(term))?;
                }
            }
            Self::Alike(place) => adding.alike(*place)?,
            Self::Position { statement, term } => {
                let statements = adding.text.records(&[Step::Field("statements")]);
                let party = statements.iter().find(|of| of.string("id") == *statement)?.string("party");
                adding.position(statement, &party, term.as_deref())?;
            }
            Self::Source(statement) => adding.source(*statement)?,
            Self::Rule => adding.rule()?,
        }
        Some(adding.done)
    }
}

/// The ids of a list.
fn ids(text: &DossierText, list: &At) -> Vec<String> {
    text.records(list.steps()).iter().map(|record| record.string("id")).collect()
}

/// `name-1`, or the next that is free.
fn numbered(name: &str, taken: &[String]) -> String {
    let mut ids = (1_usize..).map(|number| format!("{name}-{number}"));
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// `name`, or `name-2` and so on.
pub(super) fn free(name: &str, taken: &[String]) -> String {
    let further = (2_usize..).map(|number| format!("{name}-{number}"));
    let mut ids = std::iter::once(name.to_owned()).chain(further);
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// A text to which records are added one after the other.
struct Adding {
    text: DossierText,
    done: Vec<Splice>,
}

impl Adding {
    fn add(&mut self, list: &At, fields: Fields) -> Option<()> {
        self.have(list)?;
        let fields: Vec<(&str, String)> = fields;
        let splice = self.text.insert(list.steps(), usize::MAX, &fields)?;
        self.take(splice)
    }

    /// A list that is left out is begun.
    fn have(&mut self, list: &At) -> Option<()> {
        if self.text.value(list.steps()).is_some() {
            return Some(());
        }
        let splice = self.text.set(list.steps(), "[]")?;
        self.take(splice)
    }

    fn take(&mut self, splice: Splice) -> Option<()> {
        self.text = self.text.spliced(&splice)?;
        self.done.push(splice);
        Some(())
    }

    /// An id that is replaced once there is a name to make one from.
    fn provisional(&self, what: &str) -> String {
        let list = if what == "party" { "parties" } else { "terms" };
        ron_text(&numbered(&format!("{PROVISIONAL}{what}"), &ids(&self.text, &At::list(list))))
    }

    fn statement(&mut self, party: &str) -> Option<String> {
        let taken = ids(&self.text, &At::list("statements"));
        let mut numbered = (1_usize..).map(|number| format!("{party}-{number:02}"));
        let id = numbered.find(|id| !taken.contains(id))?;
        let mut fields = vec![("id", ron_text(&id)), ("party", ron_text(party))];
        fields.extend(empty(&["speaker", "office", "said", "short"]));
        fields.extend([("channel", "OnRecord".to_owned()), ("sources", "[]".to_owned())]);
        self.add(&At::list("statements"), fields)?;
        Some(id)
    }

    /// All that goes with who spoke where and when; what was said is left open.
    fn alike(&mut self, place: usize) -> Option<()> {
        let all = self.text.records(&[Step::Field("statements")]);
        let party = all.get(place)?.string("party");
        let kept: Vec<(&'static str, String)> = ["speaker", "office", "said", "published", "channel", "sources"]
            .into_iter()
            .filter_map(|name| Some((name, all[place].field(name)?.to_owned())))
            .collect();
        self.statement(&party)?;
        let last = At::record("statements", self.text.records(&[Step::Field("statements")]).len() - 1);
        for (name, value) in kept {
            let splice = self.text.set(last.field(name).steps(), &value)?;
            self.take(splice)?;
        }
        Some(())
    }

    /// Without a strength: that is for the author to say.
    fn position(&mut self, statement: &str, party: &str, term: Option<&str>) -> Option<()> {
        let id = free(statement, &ids(&self.text, &At::list("positions")));
        let mut fields = vec![
            ("id", ron_text(&id)),
            ("party", ron_text(party)),
            ("statements", format!("[{}]", ron_text(statement))),
        ];
        fields.extend(term.map(|term| ("about", ron_text(term))));
        self.add(&At::list("positions"), fields)
    }

    fn source(&mut self, statement: Option<usize>) -> Option<()> {
        let id = numbered("source", &ids(&self.text, &At::list("sources")));
        let mut fields = vec![("id", ron_text(&id))];
        fields.extend(empty(&["publisher", "url"]));
        fields.extend([("kind", "Press".to_owned()), ("read", "InPart".to_owned())]);
        self.add(&At::list("sources"), fields)?;
        let Some(statement) = statement else { return Some(()) };
        let at = At::record("statements", statement).field("sources");
        let mut cited = self.text.strings(at.steps());
        cited.push(id);
        let cited: Vec<String> = cited.iter().map(|id| ron_text(id)).collect();
        let splice = self.text.set(at.steps(), &format!("[{}]", cited.join(", ")))?;
        self.take(splice)
    }

    /// About the first term, since it must be about something.
    fn rule(&mut self) -> Option<()> {
        let id = numbered("rule", &ids(&self.text, &At::list("rules")));
        let terms = self.text.records(&[Step::Field("terms")]);
        let term = ron_text(&terms.first()?.string("id"));
        let demand = format!("Is({term}, {})", first_value(terms.first()?.field("values")?)?);
        written_demand(&demand)?;
        let fields = vec![("id", ron_text(&id)), ("demand", demand), ("reason", EMPTY.to_owned())];
        self.add(&At::list("rules"), fields)
    }
}

/// The first value of a term, as a demand names it.
fn first_value(values: &str) -> Option<String> {
    let after = |word: &str| values.split_once(word).map(|(_, rest)| rest.trim_start_matches([':', ' ']));
    if values.starts_with("Toggle") {
        return Some("true".to_owned());
    }
    if values.starts_with("Number") {
        let digits = after("from")?;
        let end = digits.find(|letter: char| !letter.is_ascii_digit() && letter != '-').unwrap_or(digits.len());
        return Some(digits[..end].to_owned());
    }
    let id = after("id")?.strip_prefix('"')?;
    Some(ron_text(&id[..id.find('"')?]))
}
