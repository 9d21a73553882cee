//! Reading records field by field, gathering every problem on the way.

use std::{borrow::Cow, cell::OnceCell, collections::BTreeSet, str::FromStr as _};

use serde::de::DeserializeOwned;

use super::{
    explain::{as_written, explain},
    near::near,
    slips::Mended,
    spelled::{is_same, shown, wrong_name},
    tree::{Content, Field, Piece, PieceError},
    variants::{FORMS, VARIANTS},
};
use crate::domain::{
    Date, DateError, Fault, FieldFault, Finding, FindingKind, Flaw, Near, Place, Severity, Subject, Syntax, TooMany,
    Wanted, is_id, limits::MAX_FIELDS,
};

/// The largest number of problems of a file that are listed.
const MAX_PROBLEMS: usize = 1_000;

/// A text that is being read, and what was found wrong with it so far.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// Where its lines begin, found once somebody asks: a sound text has nothing to place.
    lines: OnceCell<Vec<usize>>,
    /// What was found.
    pub problems: Vec<Finding>,
    /// What was found beyond the limit, and whether an error was among it.
    more: (usize, bool),
    /// Records that were left out for a problem of their own, by id; `None` if it is not known which.
    dropped: BTreeSet<(List, Option<String>)>,
}

/// A record that is being read. Fields that nobody asks for are unknown.
pub(super) struct Record<'a> {
    fields: Vec<Field<'a>>,
    /// Where the record begins.
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// Starts on a text. Pieces may be those of its mended copy.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, lines: OnceCell::new(), problems: Vec::new(), more: (0, false), dropped: BTreeSet::new() }
    }

    /// Notes an error at the byte `at`.
    pub(super) fn error(&mut self, at: usize, fault: impl Into<Fault>) {
        self.note(at, Finding::error(fault));
    }

    /// Notes a warning at the byte `at`.
    pub(super) fn warning(&mut self, at: usize, fault: impl Into<Fault>) {
        self.note(at, Finding::warning(fault));
    }

    /// Notes a problem at the byte `at`.
    pub(super) fn note(&mut self, at: usize, found: Finding) {
        if self.is_full() {
            self.more = (self.more.0 + 1, self.more.1 || found.severity == Severity::Error);
            return;
        }
        self.problems.push(Finding { place: Some(self.place(at)), ..found });
    }

    /// Notes what keeps a position from being part of a dossier.
    pub(super) fn flaw(&mut self, at: usize, flaw: Flaw) {
        self.note(
            at,
            Finding { severity: Severity::Error, place: None, subject: Subject::Text, kind: FindingKind::Flaw(flaw) },
        );
    }

    /// The names near to one that stands for nothing. Where nobody will read them none are looked for: that is the costly
    /// part.
    pub(super) fn near<'n>(&self, wrong: &str, known: impl IntoIterator<Item = &'n str> + Clone) -> Near {
        if self.is_full() { Near::Unknown } else { near(wrong, known) }
    }

    /// Remembers that a record was left out, so that what refers to it is not reported as well. Without an id it may
    /// have been any.
    pub(super) fn drop_record(&mut self, list: List, id: Option<String>) {
        self.dropped.insert((list, id));
    }

    /// True if a record with this id may have been left out.
    pub(super) fn is_dropped(&self, list: List, id: &str) -> bool {
        self.dropped.contains(&(list, None)) || self.dropped.contains(&(list, Some(id.to_owned())))
    }

    /// True if something was found that makes the file unusable.
    pub(super) fn has_errors(&self) -> bool {
        self.more.1 || self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// What was found, in the order of the text.
    pub(super) fn into_problems(mut self) -> Vec<Finding> {
        self.problems.sort_by_key(|problem| problem.place);
        let (n_more, has_error) = self.more;
        if n_more > 0 {
            let more = FieldFault::More(n_more);
            self.problems.push(if has_error { Finding::error(more) } else { Finding::warning(more) });
        }
        self.problems
    }

    /// The number of problems so far.
    pub(super) fn n_problems(&self) -> usize {
        self.problems.len() + self.more.0
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// The place of the byte `at`.
    pub(super) fn place(&self, at: usize) -> Place {
        let line_starts = || std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lines = self.lines.get_or_init(line_starts);
        let line = lines.partition_point(|start| *start <= at);
        // A piece of the mended copy may begin within a letter.
        let at = self.text.floor_char_boundary(at);
        let before = self.text.get(lines[line - 1]..at).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
    }

    /// Notes what `ron` could not read.
    pub(super) fn unreadable(&mut self, error: &PieceError, wanted: Wanted) {
        let written = as_written(self.text, error.piece.start, error.piece.end);
        self.error(error.at, Fault::Syntax(explain(&error.error, written), wanted));
    }

    /// Notes why a text is not read, if nothing else says so.
    pub(super) fn refused(&mut self, error: &PieceError) {
        if !self.has_errors() {
            self.unreadable(error, Wanted::Nothing);
        }
    }

    /// Notes the slips of a text that was mended.
    pub(super) fn slips(&mut self, mended: &Mended) {
        for (at, slip) in &mended.slips {
            self.error(*at, Fault::Syntax(slip.clone(), Wanted::Nothing));
        }
    }

    /// A piece as it is written, with marks and spaces that the copy that is read does not have.
    pub(super) fn written(&self, piece: Piece<'_>) -> &'a str {
        let bytes = piece.bytes();
        as_written(self.text, bytes.start, bytes.end)
    }

    /// The piece without a `Some(…)` around it, which is noted.
    pub(super) fn plain(&mut self, piece: Piece<'a>) -> Piece<'a> {
        let mut inner = piece;
        while let Some(within) = inner.in_some() {
            inner = within;
        }
        if inner.at != piece.at {
            let meant = shown(self.written(inner));
            self.error(piece.at, Fault::Syntax(Syntax::InSome(meant), Wanted::Nothing));
        }
        inner
    }

    /// One of a few names, or the note that it is none.
    pub(super) fn name<T: DeserializeOwned>(&mut self, piece: Piece<'a>, wanted: Wanted) -> Option<T> {
        let error = match piece.name() {
            Ok(name) => return Some(name),
            Err(error) => error,
        };
        match wrong_name::<T>(self.written(piece)) {
            Some(wrong) => self.error(piece.at, Fault::Syntax(wrong, wanted)),
            None => self.unreadable(&error, wanted),
        }
        None
    }

    /// The name of a variant and what it holds, or the note that it is none. A name that is spelled in another way is noted,
    /// and what it holds is read all the same.
    pub(super) fn variant(&mut self, piece: Piece<'a>, wanted: Wanted) -> Option<(Cow<'a, str>, Content<'a>)> {
        let other = piece.variant_name().filter(|name| !FORMS.contains(name));
        let meant = other.and_then(|name| {
            let form = FORMS.into_iter().find(|form| is_same(form, name))?;
            Some((form, name.len()))
        });
        if let Some((form, length)) = meant {
            let found = shown(as_written(self.text, piece.at, piece.at + length));
            let spelled = Syntax::Spelled { found, meant: form.to_owned() };
            self.error(piece.at, Fault::Syntax(spelled, wanted));
            return Some((Cow::Borrowed(form), piece.content_of(form, VARIANTS)?));
        }
        piece.variant(VARIANTS).map_err(|error| self.unreadable(&error, wanted)).ok()
    }

    /// What a piece is, or the note that it is not.
    pub(super) fn read<T: DeserializeOwned>(&mut self, piece: Piece<'a>, wanted: Wanted) -> Option<T> {
        piece.read().map_err(|error| self.unreadable(&error, wanted)).ok()
    }

    /// The piece as a text.
    pub(super) fn string(&mut self, piece: Piece<'_>, wanted: Wanted) -> Option<String> {
        self.words(piece, wanted).map(Cow::into_owned)
    }

    /// The piece as a text that nobody keeps.
    pub(super) fn words<'p>(&mut self, piece: Piece<'p>, wanted: Wanted) -> Option<Cow<'p, str>> {
        piece.words().map_err(|error| self.unreadable(&error, wanted)).ok()
    }

    /// The record that a piece is; all its fields must be among `known`.
    pub(super) fn record(&mut self, piece: Piece<'a>, known: &[&str]) -> Option<Record<'a>> {
        let fields = piece.fields().map_err(|error| self.unreadable(&error, Wanted::Nothing)).ok()?;
        self.checked(piece.at, fields, known)
    }

    /// A record from fields that were read already.
    pub(super) fn checked(&mut self, at: usize, mut fields: Vec<Field<'a>>, known: &[&str]) -> Option<Record<'a>> {
        if fields.len() > MAX_FIELDS {
            self.error(at, FieldFault::TooManyFields(fields.len()));
            return None;
        }
        // One bit for each known field.
        let mut seen = 0_u64;
        for (name, piece) in &mut fields {
            let Some(place) = known.iter().position(|known| known == name) else {
                let near = self.near(name, known.iter().copied());
                self.warning(piece.at, FieldFault::Unknown(name.to_string(), near));
                continue;
            };
            if seen & (1 << place) != 0 {
                self.error(piece.at, FieldFault::Twice(name.to_string()));
            }
            seen |= 1 << place;
            *piece = self.plain(*piece);
        }
        Some(Record { fields, at })
    }

    /// A field that must be there.
    pub(super) fn needed(&mut self, record: &Record<'a>, name: &str) -> Option<Piece<'a>> {
        let piece = record.get(name);
        if piece.is_none() {
            self.error(record.at, FieldFault::Missing(name.to_owned()));
        }
        piece
    }

    /// A field that must be there, as a plain value.
    pub(super) fn value<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str) -> Option<T> {
        let piece = self.needed(record, name)?;
        self.read(piece, Wanted::Nothing)
    }

    /// A field that may be left out, as a plain value.
    pub(super) fn value_or<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str, default: T) -> T {
        record.get(name).and_then(|piece| self.read(piece, Wanted::Nothing)).unwrap_or(default)
    }

    /// One of a few names.
    pub(super) fn choice<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str, wanted: Wanted) -> Option<T> {
        let piece = self.needed(record, name)?;
        self.name(piece, wanted)
    }

    /// A text that must be there and not be empty, of at most `limit` characters.
    pub(super) fn text(&mut self, record: &Record<'a>, name: &str, limit: usize) -> Option<String> {
        let piece = self.needed(record, name)?;
        let text = self.limited(piece, name, limit)?;
        if text.trim().is_empty() {
            self.error(piece.at, FieldFault::Empty(name.to_owned()));
        }
        Some(text)
    }

    /// A text that may be left out or be empty, of at most `limit` characters.
    pub(super) fn text_or_empty(&mut self, record: &Record<'a>, name: &str, limit: usize) -> String {
        record.get(name).and_then(|piece| self.limited(piece, name, limit)).unwrap_or_default()
    }

    /// A text of at most `limit` characters.
    pub(super) fn limited(&mut self, piece: Piece<'a>, name: &str, limit: usize) -> Option<String> {
        let text = self.string(piece, Wanted::Text)?;
        // No text has more characters than bytes.
        let length = if text.len() > limit { text.chars().count() } else { 0 };
        if length > limit {
            self.error(piece.at, FieldFault::TooLong { name: name.to_owned(), length, limit });
        }
        Some(text)
    }

    /// An id.
    pub(super) fn id(&mut self, record: &Record<'a>) -> Option<String> {
        let piece = self.needed(record, "id")?;
        let id = self.string(piece, Wanted::Id)?;
        if !is_id(&id) {
            self.error(piece.at, FieldFault::NotAnId(id.clone()));
        }
        Some(id)
    }

    /// A date in a piece.
    pub(super) fn date_in(&mut self, piece: Piece<'a>) -> Option<Date> {
        let text = self.words(piece, Wanted::Day)?;
        self.date_from(piece.at, &text)
    }

    /// A date in a text that stands at the byte `at`.
    pub(super) fn date_from(&mut self, at: usize, text: &str) -> Option<Date> {
        let refuse = |error: DateError| self.error(at, FieldFault::NotADay(error.0));
        Date::from_str(text).map_err(refuse).ok()
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, record: &Record<'a>, name: &str) -> Option<Date> {
        let piece = self.needed(record, name)?;
        self.date_in(piece)
    }

    /// A date that may be left out.
    pub(super) fn date_or_none(&mut self, record: &Record<'a>, name: &str) -> Option<Date> {
        record.get(name).and_then(|piece| self.date_in(piece))
    }

    /// The entries of a list that may be left out; of a list that is too long, those that are allowed.
    pub(super) fn items(&mut self, record: &Record<'a>, name: &str, limit: usize) -> Vec<Piece<'a>> {
        record.get(name).and_then(|piece| self.items_in(piece, name, limit)).unwrap_or_default()
    }

    /// The entries of a list in a piece; `None` if it is none.
    pub(super) fn items_in(&mut self, piece: Piece<'a>, name: &str, limit: usize) -> Option<Vec<Piece<'a>>> {
        let mut items = piece.items().map_err(|error| self.unreadable(&error, Wanted::List)).ok()?;
        if items.len() > limit {
            self.error(piece.at, too_many(name, items.len(), limit, TooMany::Split));
            items.truncate(limit);
        }
        for item in &mut items {
            *item = self.plain(*item);
        }
        Some(items)
    }
}

impl<'a> Record<'a> {
    /// The piece of a field.
    pub(super) fn get(&self, name: &str) -> Option<Piece<'a>> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, piece)| *piece)
    }

    /// Where a field stands, or else the record.
    pub(super) fn place(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |piece| piece.at)
    }
}

/// A list with more entries than are allowed.
pub(super) fn too_many(name: &str, n: usize, limit: usize, way: TooMany) -> FieldFault {
    FieldFault::TooManyEntries { name: name.to_owned(), n, limit, way }
}

/// Unknown fields and their texts.
pub(super) type Unknown = Vec<(String, String)>;

/// A record of the known fields, and the unknown ones, each with a warning.
pub(super) fn known_fields<'a>(
    reader: &mut Reader<'a>,
    at: usize,
    fields: Vec<Field<'a>>,
    names: &[&str],
) -> Option<(Record<'a>, Unknown)> {
    if fields.len() > MAX_FIELDS {
        // Says that there are too many.
        return reader.checked(at, fields, names).map(|record| (record, Unknown::new()));
    }
    let (known, unknown): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| names.contains(&&**name));
    for (name, piece) in &unknown {
        let near = reader.near(name, names.iter().copied());
        reader.warning(piece.at, FieldFault::Unknown(name.to_string(), near));
    }
    let kept = unknown.into_iter().map(|(name, piece)| (name.into_owned(), piece.text.to_owned())).collect();
    Some((reader.checked(at, known, names)?, kept))
}

/// A list of a dossier to whose records others may refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct List {
    /// The field that holds it.
    pub name: &'static str,
    /// What one of its records is called.
    pub one: &'static str,
}
