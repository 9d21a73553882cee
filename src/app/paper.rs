//! Pages as they are printed: what a hand-out is made of, once it is laid out. The window shows a page as it will be
//! printed, without knowing how it came about.

use std::sync::Arc;

use crate::{analysis::Mark, domain::PartyIx};

/// One of the sheets that can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sheet {
    /// The plan with the marks of all parties, on one page.
    Plan,
    /// The numbered statements behind the marks.
    Sources,
    /// Whose plan it is, and what the marks mean.
    Marks,
    /// The plan with empty boxes.
    Prediction,
    /// What the boxes of the prediction sheet hold by what is on file. For the teacher: never in one file with it.
    AnswerKey,
    /// What one party has said.
    Brief(PartyIx),
    /// "Is there a way?": the words that stand in the way of one, and room for a plan.
    Way,
    /// Five questions and four fields to talk the lesson over.
    Debrief,
    /// Four criteria on three levels.
    Grading,
}

/// A kind of sheet, whatever party it may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum SheetKind {
    /// See [`Sheet::Plan`].
    Plan,
    /// See [`Sheet::Sources`].
    Sources,
    /// See [`Sheet::Marks`].
    Marks,
    /// See [`Sheet::Prediction`].
    Prediction,
    /// See [`Sheet::AnswerKey`].
    AnswerKey,
    /// See [`Sheet::Brief`].
    Briefs,
    /// See [`Sheet::Way`].
    Way,
    /// See [`Sheet::Debrief`].
    Debrief,
    /// See [`Sheet::Grading`].
    Grading,
}

/// The form of a hand-out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Format {
    /// To print.
    #[default]
    Pdf,
    /// To read in a browser, on a Chromebook, a telephone or with a screen reader; prints too.
    Html,
    /// A picture of the first page.
    Png,
    /// The cells of the table, for a spreadsheet.
    Csv,
    /// The explorer itself as one HTML file, whatever the sheets.
    LessonPage,
}

impl Format {
    /// The ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html | Self::LessonPage => "html",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, serde::Serialize, serde::Deserialize)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Width and height of an upright page, in points.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// What stands between the fields of a CSV file. Spreadsheets expect what their country writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, serde::Serialize, serde::Deserialize)]
pub enum Separator {
    /// Where numbers are written 1.5, and in programs.
    #[default]
    Comma,
    /// Where numbers are written 1,5: most of Europe.
    Semicolon,
    /// Everywhere, after a question or two.
    Tab,
}

impl Separator {
    /// The character.
    #[must_use]
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// A page as it is printed. All measures are in points, from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What the page is, for screen readers: "Plan sheet, page 1 of 1".
    pub name: String,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// The place of its sheet among the sheets of the file.
    pub sheet: usize,
    /// What is on it, from below to above; texts and words in the order in which they are read.
    pub items: Vec<Item>,
    /// What the tables are that begin on it, by the place of their block.
    pub captions: Vec<(usize, String)>,
    /// Where numbered statements stand, as number and height: targets of links.
    pub anchors: Vec<(u16, f32)>,
    /// The lines of text with letters that are in no font, or run from right to left: they cannot be read.
    pub unreadable: Vec<String>,
}

/// The pages of some sheets, shared between the window and the thread that laid them out.
pub type Pages = Arc<Vec<Page>>;

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A line of text.
    Text(TextLine),
    /// Words for a drawing. They are not seen; who searches the file or has it read aloud finds them in place of the drawing.
    Words {
        /// The words.
        text: String,
        /// Left end of their base line.
        at: [f32; 2],
        /// The width of the drawing.
        width: f32,
        /// What they are.
        part: Part,
    },
    /// A rectangle.
    Rect {
        /// Left, top, width, height.
        rect: [f32; 4],
        /// Radius of its corners.
        radius: f32,
        /// Width of its outline; `None` to fill it.
        line: Option<f32>,
        /// How dark.
        shade: Shade,
    },
    /// A convex polygon.
    Polygon {
        /// Its corners.
        corners: Vec<[f32; 2]>,
        /// Width of its outline; `None` to fill it.
        line: Option<f32>,
        /// How dark.
        shade: Shade,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: [f32; 2],
        /// Its radius.
        radius: f32,
        /// Width of its outline; `None` to fill it.
        line: Option<f32>,
        /// How dark.
        shade: Shade,
    },
}

/// A line of text in one weight.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Where the base line begins.
    pub at: [f32; 2],
    /// The text; never empty, without line breaks.
    pub text: String,
    /// Size of the type.
    pub size: f32,
    /// Semibold rather than regular.
    pub strong: bool,
    /// How dark.
    pub shade: Shade,
    /// Its length.
    pub width: f32,
    /// Where it leads.
    pub link: Option<Link>,
    /// True if its last word goes on in the next line.
    pub broken: bool,
    /// True if it is a text of the dossier or of the class, in their language, rather than the program's.
    pub theirs: bool,
    /// What it is; `None` for what stands on every page, or again on this one: the foot, the heads of a table that goes on.
    pub part: Option<Part>,
}

/// What a text is to those who do not see where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The place of its block on the sheet: 0 for the title, then from 1.
    pub block: usize,
    /// What it is in there.
    pub role: TextRole,
}

/// What a text is in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextRole {
    /// The title of a sheet.
    Title,
    /// A heading below the title.
    Heading,
    /// The heading with this number below a heading.
    Subheading(usize),
    /// The paragraph with this number.
    Text(usize),
    /// The sign of an entry of a list.
    Sign(usize),
    /// What stands behind the sign of an entry.
    Entry(usize),
    /// A cell of a table.
    Cell(CellPlace),
}

/// Where a cell stands in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// In which part of the table.
    pub section: TableSection,
    /// The row, counted in its part.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// Over how many columns.
    pub span: usize,
    /// True for the head of a row; heads of columns are all cells of the head.
    pub heads_row: bool,
}

impl CellPlace {
    /// The head of a column.
    #[must_use]
    pub(crate) fn head(column: usize) -> Self {
        Self { section: TableSection::Head, row: 0, column, span: 1, heads_row: false }
    }

    /// A cell of a row.
    #[must_use]
    pub(crate) fn body(row: usize, column: usize) -> Self {
        Self { section: TableSection::Body, row, column, span: 1, heads_row: false }
    }
}

impl From<CellPlace> for TextRole {
    fn from(place: CellPlace) -> Self {
        Self::Cell(place)
    }
}

/// A part of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableSection {
    /// The heads of its columns.
    Head,
    /// Its rows.
    Body,
    /// What is counted below them.
    Foot,
}

/// Where a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an address on the web.
    Url(String),
    /// To the statement with this number.
    Statement(u16),
}

/// A part of a mark that is printed in greys, told apart by hatching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GreyPart {
    /// The tile.
    Tile,
    /// The right half of the tile.
    TileRight,
    /// Slanted lines on the tile, on its left half if it has two.
    Hatch,
    /// The edge of the tile.
    Edge,
    /// The shape.
    Shape,
}

/// What a colour means; the theme says how it looks. Paper is light in every theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shade {
    /// Text and shapes.
    Ink,
    /// Secondary text.
    Weak,
    /// Thin lines between things.
    Line,
    /// Edges of fields to be filled in.
    Edge,
    /// The ground of table heads.
    Tint,
    /// Bare paper.
    Paper,
    /// The tile behind a mark.
    Tile(Mark),
    /// The right half of the tile behind a mark.
    TileRight(Mark),
    /// The shape of a mark.
    Shape(Mark),
    /// A part of a mark in greys.
    Grey(GreyPart, Mark),
}
