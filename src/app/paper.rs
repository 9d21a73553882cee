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
    /// The plan with empty boxes.
    Prediction,
    /// What the boxes of the prediction sheet hold by what is on file. For the teacher: never in one file with it.
    AnswerKey,
    /// What one party has said.
    Brief(PartyIx),
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
    /// See [`Sheet::Prediction`].
    Prediction,
    /// See [`Sheet::AnswerKey`].
    AnswerKey,
    /// See [`Sheet::Brief`].
    Briefs,
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

/// A page as it is printed. All measures are in points, from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What the page is, for screen readers: "Plan sheet, page 1 of 1".
    pub name: String,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is on it, from below to above.
    pub items: Vec<Item>,
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
    /// True if it runs upwards instead of to the right.
    pub upwards: bool,
    /// Its length.
    pub width: f32,
    /// Where it leads.
    pub link: Option<Link>,
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
