//! What a sheet holds, whatever it will be printed as: headings, paragraphs, tables, lines to write on.

use crate::{
    analysis::Mark,
    app::{Link, Sheet as Kind},
    wording,
};

use super::{clean, material::Material};

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Which sheet.
    pub kind: Kind,
    /// Unique in a file: `plan`, `answer-key`, `party-ru`.
    pub id: String,
    /// What kind of sheet, in small print over the title: "Plan sheet".
    pub label: String,
    /// The title.
    pub title: String,
    /// What is on it.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// True if the title is a text of the dossier or of the class rather than the program's.
    #[must_use]
    pub(super) fn title_is_theirs(&self) -> bool {
        !matches!(self.kind, Kind::Way | Kind::Debrief | Kind::Grading)
    }
}

/// What a file with these sheets is called.
#[must_use]
pub(super) fn title(material: &Material<'_>, sheets: &[Sheet]) -> String {
    match sheets {
        [only] => format!("{}: {}", only.label, only.title),
        _ => clean::line(&wording::plan_title(material.scenario)),
    }
}

/// A part of a sheet.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading below the title.
    Heading(String),
    /// Running text.
    Paragraph(Rich),
    /// Text in small print.
    Small(Rich),
    /// A label with a line behind it to write on.
    Field(String),
    /// Lines to write on.
    Lines(usize),
    /// A question with lines to write on.
    Question(String, usize),
    /// A question with what was written, paragraph by paragraph.
    Answered(String, Vec<Rich>),
    /// Headed boxes to write in, two beside each other.
    Boxes(Vec<String>),
    /// Marks with their meaning, and what the numbers are.
    Legend(Vec<(Mark, String)>, String),
    /// Marks, each with what is to be said about it in a paragraph of its own.
    Meanings(Vec<(Mark, Rich)>),
    /// Short answers with their meaning.
    Answers(Vec<(String, String)>),
    /// Terms × parties.
    Matrix(Matrix),
    /// Any other table.
    Table(Table),
}

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The text, clean.
    pub text: String,
    /// Semibold.
    pub strong: bool,
    /// In small print.
    pub small: bool,
    /// Where it leads.
    pub link: Option<Link>,
    /// True if it is a text of the dossier or of the class, in their language, rather than the program's.
    pub theirs: bool,
}

/// Text of several styles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich(pub Vec<Run>);

impl Rich {
    /// Plain text.
    #[must_use]
    pub(super) fn plain(text: &str) -> Self {
        Self::default().and(text)
    }

    /// Semibold text.
    #[must_use]
    pub(super) fn strong(text: &str) -> Self {
        Self::default().with(text, true, false)
    }

    /// Text in small print.
    #[must_use]
    pub(super) fn small(text: &str) -> Self {
        Self::default().and_small(text)
    }

    /// The text with more behind it; a space between the two is made when it is printed.
    #[must_use]
    pub(super) fn and(self, text: &str) -> Self {
        self.with(text, false, false)
    }

    /// The text with small print behind it.
    #[must_use]
    pub(super) fn and_small(self, text: &str) -> Self {
        self.with(text, false, true)
    }

    /// The text with semibold small print behind it.
    #[must_use]
    pub(super) fn and_small_strong(self, text: &str) -> Self {
        self.with(text, true, true)
    }

    /// The text with small print behind it that leads somewhere.
    #[must_use]
    pub(super) fn and_link(mut self, text: &str, link: Link) -> Self {
        self = self.with(text, false, true);
        self.0.iter_mut().last().expect("a run was just added").link = Some(link);
        self
    }

    /// The text whose last part is of the dossier or of the class.
    #[must_use]
    pub(super) fn theirs(mut self) -> Self {
        if let Some(run) = self.0.last_mut() {
            run.theirs = true;
        }
        self
    }

    fn with(mut self, text: &str, strong: bool, small: bool) -> Self {
        self.0.push(Run { text: clean::line(text), strong, small, link: None, theirs: false });
        self
    }
}

/// A table of paragraphs.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What the table is.
    pub caption: String,
    /// Heads of the columns with their share of the width.
    pub columns: Vec<(String, f32)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// True if the first cell of a row is its head.
    pub row_heads: bool,
    /// The least height of a row in points: room to write.
    pub min_height: f32,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The number of the statement that the row is about: the target of links.
    pub anchor: Option<u16>,
    /// Cells of paragraphs.
    pub cells: Vec<Vec<Rich>>,
}

/// The table of terms and parties.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    /// What the table is.
    pub caption: String,
    /// The parties in their order.
    pub parties: Vec<PartyHead>,
    /// The terms.
    pub rows: Vec<MatrixRow>,
    /// Counts below the columns, each with its label.
    pub feet: Vec<(String, Vec<String>)>,
    /// True if the statements are listed in the same file, so that numbers can lead to them.
    pub linked: bool,
}

/// The head of a party's column.
#[derive(Clone, Debug)]
pub(super) struct PartyHead {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// True if a new group of parties begins here.
    pub starts_group: bool,
}

/// A row of the table of terms and parties.
#[derive(Clone, Debug)]
pub(super) struct MatrixRow {
    /// The term.
    pub term: String,
    /// What the plan says; empty to be filled in.
    pub value: String,
    /// A cell for each party.
    pub cells: Vec<MatrixCell>,
}

/// A cell of the table of terms and parties.
#[derive(Clone, Debug)]
pub(super) struct MatrixCell {
    /// The mark; `None` for a box to fill in.
    pub mark: Option<Mark>,
    /// The cell in words, with the party: "Russia: supports".
    pub name: String,
    /// The numbers of the statements behind the mark, as they are printed, each with the number it leads to.
    pub cites: Vec<(String, u16)>,
}
