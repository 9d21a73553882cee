//! Demands as formulas: `freeze = yes -> nato_delay = never and territory = four_oblasts`.
//!
//! From weak to strong: `->` (if … then, to the right), `or`, `and`, `not`; brackets keep what belongs together. A
//! comparison is `term = value`, `!=`, `>=`, `<=`, `in {a, b}` or `not in {a, b}`. `all(…)` and `any(…)` take any number of
//! parts, none or one included. Values and terms are written by id, or by name in quotation marks.

use crate::{
    domain::{Demand, Dossier, TermIx, ValueIx, WrittenDemand},
    wording::workbook as words,
};

/// The deepest nesting that is read.
const MAX_DEPTH: usize = 40;

/// Reads a formula.
///
/// # Errors
/// What was expected and what stands there instead.
pub fn parse(text: &str) -> Result<WrittenDemand, String> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    let formula = parser.implied()?;
    match parser.peek() {
        None => Ok(formula),
        Some(more) => Err(words::formula_goes_on(&more.shown())),
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// An id, a number, or a word of the grammar.
    Word(String),
    /// A name in quotation marks.
    Quoted(String),
    Sign(&'static str),
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Self::Word(text) | Self::Quoted(text) => text.clone(),
            Self::Sign(sign) => (*sign).to_owned(),
        }
    }
}

const SIGNS: [&str; 13] =
    ["->", "\u{2192}", "!=", "\u{2260}", ">=", "\u{2265}", "<=", "\u{2264}", "=", "(", ")", "{", "}"];

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(sign) = SIGNS.into_iter().chain([","]).find(|sign| rest.starts_with(sign)) {
            found.push(Token::Sign(plain(sign)));
            rest = &rest[sign.len()..];
        } else if matches!(first, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}') {
            let inner = &rest[first.len_utf8()..];
            let end = inner.find(['"', '\u{201d}', '\u{201c}']).ok_or(words::FORMULA_QUOTE)?;
            found.push(Token::Quoted(inner[..end].to_owned()));
            let close = inner[end..].chars().next().map_or(1, char::len_utf8);
            rest = &inner[end + close..];
        } else {
            let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.');
            let mut end = 0;
            for (place, letter) in rest.char_indices() {
                // "a->b" is three tokens, "2014-line" is one.
                if !is_part(letter) || rest[place..].starts_with("->") {
                    break;
                }
                end = place + letter.len_utf8();
            }
            if end == 0 {
                return Err(words::formula_sign(first));
            }
            found.push(Token::Word(rest[..end].to_owned()));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    Ok(found)
}

/// The sign that every keyboard has.
fn plain(sign: &'static str) -> &'static str {
    match sign {
        "\u{2192}" => "->",
        "\u{2260}" => "!=",
        "\u{2265}" => ">=",
        "\u{2264}" => "<=",
        other => other,
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        self.at += 1;
        self.tokens.get(self.at - 1).cloned()
    }

    fn takes(&mut self, wanted: &Token) -> bool {
        let takes = self.peek() == Some(wanted);
        self.at += usize::from(takes);
        takes
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        let takes = matches!(self.peek(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(wanted));
        self.at += usize::from(takes);
        takes
    }

    fn sign(&mut self, sign: &'static str) -> Result<(), String> {
        if self.takes(&Token::Sign(sign)) {
            return Ok(());
        }
        Err(words::formula_wants(sign, self.peek().map(Token::shown).as_deref()))
    }

    fn implied(&mut self) -> Result<WrittenDemand, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(words::FORMULA_DEEP.to_owned());
        }
        let premise = self.joined("or")?;
        let formula = if self.takes(&Token::Sign("->")) {
            WrittenDemand::If(Box::new(premise), Box::new(self.implied()?))
        } else {
            premise
        };
        self.depth -= 1;
        Ok(formula)
    }

    fn joined(&mut self, joint: &str) -> Result<WrittenDemand, String> {
        let is_or = joint == "or";
        let part = |parser: &mut Self| if is_or { parser.joined("and") } else { parser.single() };
        let mut parts = vec![part(self)?];
        while self.takes_word(joint) {
            parts.push(part(self)?);
        }
        Ok(match parts.len() {
            1 => parts.remove(0),
            _ if is_or => WrittenDemand::Any(parts),
            _ => WrittenDemand::All(parts),
        })
    }

    fn single(&mut self) -> Result<WrittenDemand, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(words::FORMULA_DEEP.to_owned());
        }
        let formula = self.single_within()?;
        self.depth -= 1;
        Ok(formula)
    }

    fn single_within(&mut self) -> Result<WrittenDemand, String> {
        if self.takes(&Token::Sign("(")) {
            let inner = self.implied()?;
            self.sign(")")?;
            return Ok(inner);
        }
        let is_list = self.tokens.get(self.at + 1) == Some(&Token::Sign("("));
        if self.takes_word("not") {
            return Ok(WrittenDemand::Not(Box::new(self.single()?)));
        }
        if is_list && self.takes_word("all") {
            return Ok(WrittenDemand::All(self.parts()?));
        }
        if is_list && self.takes_word("any") {
            return Ok(WrittenDemand::Any(self.parts()?));
        }
        let term = self.name()?;
        self.comparison(term)
    }

    fn parts(&mut self) -> Result<Vec<WrittenDemand>, String> {
        self.listed("(", ")", Self::implied)
    }

    /// What stands between two signs, with commas between.
    fn listed<T>(
        &mut self,
        open: &'static str,
        close: &'static str,
        item: fn(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        self.sign(open)?;
        let mut items = Vec::new();
        while !self.takes(&Token::Sign(close)) {
            if !items.is_empty() {
                self.sign(",")?;
            }
            items.push(item(self)?);
        }
        Ok(items)
    }

    fn comparison(&mut self, term: String) -> Result<WrittenDemand, String> {
        if self.takes_word("in") {
            return Ok(WrittenDemand::OneOf(term, self.values()?));
        }
        if self.takes_word("not") {
            if !self.takes_word("in") {
                return Err(words::formula_wants("in", self.peek().map(Token::shown).as_deref()));
            }
            return Ok(WrittenDemand::Not(Box::new(WrittenDemand::OneOf(term, self.values()?))));
        }
        let sign = self.next();
        let value = |parser: &mut Self| parser.name();
        match sign {
            Some(Token::Sign("=")) => Ok(WrittenDemand::Is(term, value(self)?)),
            Some(Token::Sign("!=")) => Ok(WrittenDemand::Not(Box::new(WrittenDemand::Is(term, value(self)?)))),
            Some(Token::Sign(">=")) => Ok(WrittenDemand::AtLeast(term, value(self)?)),
            Some(Token::Sign("<=")) => Ok(WrittenDemand::AtMost(term, value(self)?)),
            other => Err(words::formula_compares(&term, other.map(|token| token.shown()).as_deref())),
        }
    }

    fn values(&mut self) -> Result<Vec<String>, String> {
        self.listed("{", "}", Self::name)
    }

    fn name(&mut self) -> Result<String, String> {
        match self.next() {
            Some(Token::Word(text) | Token::Quoted(text)) => Ok(text),
            other => Err(words::formula_wants(words::NAME, other.map(|token| token.shown()).as_deref())),
        }
    }
}

/// A demand as a formula, by ids. Reading it gives the same demand.
#[must_use]
pub(super) fn print(dossier: &Dossier, demand: &Demand) -> String {
    let term = |ix: &TermIx| word(&dossier.term(*ix).id);
    let value = |ix: &TermIx, value: &ValueIx| value_text(&dossier.term(*ix).values[value.get()].id);
    let list = |ix: &TermIx, values: &[ValueIx]| {
        let values: Vec<String> = values.iter().map(|of| value(ix, of)).collect();
        format!("{{{}}}", values.join(", "))
    };
    match demand {
        Demand::Is(ix, of) => format!("{} = {}", term(ix), value(ix, of)),
        Demand::OneOf(ix, values) => format!("{} in {}", term(ix), list(ix, values)),
        Demand::AtLeast(ix, number) => format!("{} >= {number}", term(ix)),
        Demand::AtMost(ix, number) => format!("{} <= {number}", term(ix)),
        Demand::Not(inner) => match &**inner {
            Demand::Is(ix, of) => format!("{} != {}", term(ix), value(ix, of)),
            Demand::OneOf(ix, values) => format!("{} not in {}", term(ix), list(ix, values)),
            other => format!("not ({})", print(dossier, other)),
        },
        Demand::All(parts) => joined(dossier, parts, ("and", "all")),
        Demand::Any(parts) => joined(dossier, parts, ("or", "any")),
        Demand::If(premise, consequence) => {
            let premise = bracketed(dossier, premise, matches!(**premise, Demand::If(..)));
            format!("{premise} -> {}", print(dossier, consequence))
        }
    }
}

/// Toggles are yes and no in a workbook.
#[must_use]
pub(super) fn value_text(id: &str) -> String {
    match id {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        other => word(other),
    }
}

/// An id that is a word of the grammar stands in quotation marks.
fn word(id: &str) -> String {
    let is_taken = ["not", "and", "or", "in", "all", "any"].contains(&id);
    if is_taken { format!("\"{id}\"") } else { id.to_owned() }
}

fn joined(dossier: &Dossier, parts: &[Demand], (joint, name): (&str, &str)) -> String {
    if parts.len() < 2 {
        let parts: Vec<String> = parts.iter().map(|part| print(dossier, part)).collect();
        return format!("{name}({})", parts.join(", "));
    }
    let is_and = joint == "and";
    // A part of the same kind would melt into the list, a weaker one would take the list apart.
    let needs = |part: &Demand| match part {
        Demand::If(..) => true,
        Demand::Any(inner) => inner.len() > 1,
        Demand::All(inner) => is_and && inner.len() > 1,
        _ => false,
    };
    let parts: Vec<String> = parts.iter().map(|part| bracketed(dossier, part, needs(part))).collect();
    parts.join(&format!(" {joint} "))
}

fn bracketed(dossier: &Dossier, demand: &Demand, in_brackets: bool) -> String {
    let text = print(dossier, demand);
    if in_brackets { format!("({text})") } else { text }
}
