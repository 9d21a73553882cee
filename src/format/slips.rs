//! Slips of the keyboard: letters that word processors, web pages and phones put where plain ones are meant.
//!
//! `ron` stumbles over the first of them. Here all are found, and mended in a copy that has every byte where it was, so that
//! what else is wrong is found in the same go and stands where the copy says. The copy is read for its faults alone.

mod marks;
mod words;

use self::marks::{Pair, is_odd_space, pair_at, plain_for};
use super::lexemes::{Lexeme, lexeme};
use crate::domain::{Fault, Finding, Syntax, Wanted};

/// So many slips are found; a text with more is another text.
const MAX_SLIPS: usize = 1_000;

/// A text in which slips are mended.
pub(super) struct Mended {
    /// It, byte for byte as long as the one with the slips, with the same lines.
    pub text: String,
    /// The slips and where they stand, in bytes.
    pub slips: Vec<(usize, Syntax)>,
}

impl Mended {
    /// Looks for slips; `None` if there is nothing to mend.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut scan = Scan { text, out: text.as_bytes().to_vec(), slips: Vec::new() };
        let mut at = 0;
        while at < text.len() && scan.slips.len() < MAX_SLIPS {
            at = scan.step(at);
        }
        let Scan { out, slips, .. } = scan;
        // Only whole letters were replaced, by plain ones.
        let marked = String::from_utf8(out).ok()?;
        let joined = words::joined(&marked);
        let is_mended = !slips.is_empty() || joined.is_some();
        is_mended.then(|| Self { text: joined.unwrap_or(marked), slips })
    }

    /// The slips as findings in the text that has them.
    pub(super) fn findings(&self, text: &str) -> Vec<Finding> {
        let found =
            |(at, slip): &(usize, Syntax)| Finding::error(Fault::Syntax(slip.clone(), Wanted::Nothing)).at(text, *at);
        self.slips.iter().map(found).collect()
    }
}

struct Scan<'t> {
    text: &'t str,
    out: Vec<u8>,
    slips: Vec<(usize, Syntax)>,
}

impl Scan<'_> {
    /// What stands at a byte; returns where it goes on.
    fn step(&mut self, at: usize) -> usize {
        let Some(letter) = self.text[at..].chars().next() else { return self.text.len() };
        if is_odd_space(letter) {
            return self.space(at, letter);
        }
        if let Some(plain) = plain_for(letter) {
            self.slips.push((at, Syntax::Lookalike { found: letter, meant: plain }));
            return self.fill(at, letter.len_utf8(), plain);
        }
        if let Some(pair) = pair_at(self.text, at) {
            return self.quotes(at, letter, &pair);
        }
        match lexeme(self.text, at) {
            Some((Lexeme::Unclosed, _)) | None => self.text.len(),
            Some((Lexeme::Other, end)) if !self.text[at..end].contains(['"', '\'']) => {
                let special =
                    |letter: char| is_odd_space(letter) || plain_for(letter).is_some() || marks::opens(letter);
                let rest = self.text[at..end].char_indices().skip(1);
                rest.into_iter().find(|(_, letter)| special(*letter)).map_or(end, |(next, _)| at + next)
            }
            Some((_, end)) => end,
        }
    }

    /// A run of the same odd space.
    fn space(&mut self, at: usize, letter: char) -> usize {
        let n = self.text[at..].chars().take_while(|next| *next == letter).count();
        self.slips.push((at, Syntax::OddSpace { letter, n }));
        self.fill(at, n * letter.len_utf8(), ' ')
    }

    /// A text in marks that are not the straight ones.
    fn quotes(&mut self, at: usize, open: char, pair: &Pair) -> usize {
        let Pair { inner, close, end } = pair;
        let close = if *close == '\n' { open } else { *close };
        let written = self.text[inner.clone()].to_owned();
        self.slips.push((at, Syntax::Quotes { open, close, text: written }));
        self.fill(at, inner.start - at, ' ');
        self.out[inner.start - 1] = b'"';
        for byte in &mut self.out[inner.clone()] {
            match byte {
                b'"' => *byte = b'\'',
                b'\\' => *byte = b'/',
                _ => {}
            }
        }
        self.fill(inner.end, end - inner.end, ' ');
        // Where none closes it, the last letter gives its place away.
        let closing = if *end == inner.end { inner.end - 1 } else { inner.end };
        if self.text.is_char_boundary(closing) {
            self.out[closing] = b'"';
        } else {
            let begin = self.text.floor_char_boundary(closing);
            self.fill(begin, inner.end - begin, ' ');
            self.out[begin] = b'"';
        }
        (*end).max(inner.end)
    }

    /// Puts a plain letter in place of some bytes, and space in front of it.
    fn fill(&mut self, at: usize, n: usize, plain: char) -> usize {
        self.out[at..at + n].fill(b' ');
        if let (Ok(plain), true) = (u8::try_from(plain), n > 0) {
            self.out[at + n - 1] = plain;
        }
        at + n
    }
}

#[cfg(test)]
mod tests;
