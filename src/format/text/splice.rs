//! A change of a text that is its own way back.

use std::ops::Range;

use super::{DossierText, tokens_around};

/// A piece of text in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Where, in bytes.
    at: usize,
    /// What stands there before.
    removed: String,
    /// What stands there after.
    inserted: String,
    /// What is half typed before and after.
    unfinished: [Vec<Range<usize>>; 2],
}

impl Splice {
    /// `inserted` in the place of these bytes, with the line ends of the text; half typed as a whole, or not.
    pub(super) fn new(text: &DossierText, bytes: Range<usize>, inserted: String, half_typed: bool) -> Self {
        let inserted = inserted.replace("\r\n", "\n");
        let inserted = if text.text.contains("\r\n") { inserted.replace('\n', "\r\n") } else { inserted };
        let shift = |byte: usize| byte - bytes.len() + inserted.len();
        let mut after: Vec<Range<usize>> = Vec::new();
        for kept in &text.unfinished {
            if bytes.start <= kept.start && kept.end <= bytes.end {
                continue;
            }
            let is_before = kept.end <= bytes.start;
            after.push(if is_before { kept.clone() } else { shift(kept.start)..shift(kept.end) });
        }
        after.extend(half_typed.then(|| bytes.start..bytes.start + inserted.len()));
        after.sort_by_key(|kept| kept.start);
        let removed = text.text[bytes.clone()].to_owned();
        Self { at: bytes.start, removed, inserted, unfinished: [text.unfinished.clone(), after] }.shortest()
    }

    /// The same without what it takes away and puts back: typing a letter into a long text is one letter.
    fn shortest(mut self) -> Self {
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
        };
        let front = same(&mut self.removed.chars().zip(self.inserted.chars()));
        let (removed, inserted) = (self.removed.split_off(front), self.inserted.split_off(front));
        let back = same(&mut removed.chars().rev().zip(inserted.chars().rev()));
        self.at += front;
        self.removed = removed[..removed.len() - back].to_owned();
        self.inserted = inserted[..inserted.len() - back].to_owned();
        self
    }

    /// The way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let [before, after] = self.unfinished.clone();
        let (removed, inserted) = (self.inserted.clone(), self.removed.clone());
        Self { at: self.at, removed, inserted, unfinished: [after, before] }
    }

    /// True if nothing comes of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.removed == self.inserted
    }

    /// The bytes that it takes away, and how many it puts there.
    #[must_use]
    pub fn bytes(&self) -> (Range<usize>, usize) {
        (self.at..self.at + self.removed.len(), self.inserted.len())
    }
}

impl DossierText {
    /// The text with a splice that was made for it. `None` if it is not the text that the splice was made for, or what
    /// belongs to what could not be told any more.
    #[must_use]
    pub fn spliced(&self, splice: &Splice) -> Option<Self> {
        let end = splice.at + splice.removed.len();
        if self.text.get(splice.at..end) != Some(&*splice.removed) || self.unfinished != splice.unfinished[0] {
            return None;
        }
        let text = [&self.text[..splice.at], &splice.inserted, &self.text[end..]].concat();
        let unfinished = splice.unfinished[1].clone();
        let tokens = tokens_around(&text, &unfinished)?;
        let text = Self { text, unfinished, tokens };
        text.root()?;
        Some(text)
    }
}
