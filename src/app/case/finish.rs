//! What is filled in once a field is left: an id made from the name, and what a short form leaves to the program. Only what
//! is empty is filled in, and an id that something refers to, or that an author has written, never changes.

use super::{At, new::free, used::uses};
use crate::{
    domain::{id_from, limits},
    format::{DossierText, PROVISIONAL, Splice, ron_text},
};

/// The longest code that is made from a name, in letters.
const CODE: usize = 3;

/// What leaving the field at `at` brings with it.
pub(super) fn finish(text: &DossierText, at: &At) -> Vec<Splice> {
    let mut leaving = Leaving { text: text.clone(), done: Vec::new() };
    leaving.fill_in(at);
    leaving.done
}

struct Leaving {
    text: DossierText,
    done: Vec<Splice>,
}

impl Leaving {
    fn fill_in(&mut self, at: &At) -> Option<()> {
        let typed = self.text.string(at.steps())?;
        let record = at.parent();
        if typed.trim().is_empty() {
            // What stood there was taken out: it is filled in from where it comes from, as if that were left now.
            let source = match (at.top()?, at.last_field()?) {
                ("parties", "code" | "body") => "name",
                ("terms", "glossary" | "group") => "question",
                _ => return None,
            };
            return self.fill_in(&record.field(source));
        }
        match (at.top()?, at.last_field()?) {
            ("parties", "name") => {
                self.id(&record, &typed);
                let code: String = typed.chars().filter(|letter| letter.is_alphanumeric()).take(CODE).collect();
                self.if_empty(&record.field("code"), &code.to_uppercase(), limits::CODE);
                self.if_empty(&record.field("body"), &typed, limits::BODY);
            }
            ("terms", "name") => self.id(&record, &typed),
            ("terms", "question") => {
                self.if_empty(&record.field("glossary"), &typed, limits::GLOSSARY);
                let name = self.text.string(record.field("name").steps()).unwrap_or_default();
                self.if_empty(&record.field("group"), &name, limits::GROUP);
            }
            _ => {}
        }
        Some(())
    }

    /// The id of a record, or of a value of a term, if the program made it up.
    fn id(&mut self, record: &At, name: &str) {
        let at = record.field("id");
        let Some(old) = self.text.string(at.steps()).filter(|id| id.starts_with(PROVISIONAL)) else { return };
        let list = record.parent();
        if !uses(&self.text, record).is_empty() {
            return;
        }
        let others = self.text.records(list.steps());
        let taken: Vec<String> = others.iter().map(|other| other.string("id")).filter(|id| *id != old).collect();
        self.set(&at, &free(&id_from(name), &taken));
    }

    fn if_empty(&mut self, at: &At, filled: &str, limit: usize) {
        if self.text.string(at.steps()).is_some_and(|text| text.is_empty()) {
            self.set(at, &filled.chars().take(limit).collect::<String>());
        }
    }

    fn set(&mut self, at: &At, value: &str) {
        let splice = self.text.set(at.steps(), &ron_text(value));
        if let Some((splice, next)) = splice.and_then(|splice| Some((splice.clone(), self.text.spliced(&splice)?))) {
            self.text = next;
            self.done.push(splice);
        }
    }
}
