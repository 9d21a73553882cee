//! Sheets to write on: the debrief and the grading grid.

use super::short_heading;
use crate::{
    app::Sheet as Kind,
    export::{
        material::Material,
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::hand_outs as words,
};

/// Lines under each question of the debrief.
const LINES: usize = 2;

/// Five questions and four fields.
pub fn debrief(material: &Material<'_>) -> Sheet {
    let mut blocks = vec![
        short_heading(material),
        Block::Field(words::NAME_OR_GROUP.to_owned()),
        Block::Heading(words::QUESTIONS_HEAD.to_owned()),
    ];
    let numbered = words::QUESTIONS.iter().enumerate();
    blocks.extend(numbered.map(|(place, question)| Block::Question(format!("{}. {question}", place + 1), LINES)));
    blocks.push(Block::Heading(words::FIELDS_HEAD.to_owned()));
    blocks.push(Block::Boxes(words::FIELDS.iter().map(|field| (*field).to_owned()).collect()));
    let title = words::sheet_title(material.dossier, Kind::Debrief);
    Sheet { kind: Kind::Debrief, id: "debrief".to_owned(), label: words::LESSON.to_owned(), title, blocks }
}

/// Four criteria on three levels, and two free rows.
pub fn grading(material: &Material<'_>) -> Sheet {
    let cell = |text: &str| vec![Rich::plain(text)];
    let criterion = |[head, levels @ ..]: &[&str; 4]| {
        let mut cells = vec![vec![Rich::strong(head)]];
        cells.extend(levels.iter().map(|level| cell(level)));
        Row { anchor: None, cells }
    };
    let mut rows: Vec<Row> = words::CRITERIA.iter().map(criterion).collect();
    let free = Row { anchor: None, cells: vec![Vec::new(); words::LEVELS.len() + 1] };
    rows.extend([free.clone(), free]);
    let mut columns = vec![(words::CRITERION.to_owned(), 0.22)];
    columns.extend(words::LEVELS.iter().map(|level| ((*level).to_owned(), 0.26)));
    let title = words::sheet_title(material.dossier, Kind::Grading);
    let blocks = vec![
        short_heading(material),
        Block::Field(words::NAME_OR_GROUP.to_owned()),
        Block::Table(Table { caption: title.clone(), columns, rows, row_heads: true, min_height: 76.0 }),
        Block::Small(Rich::plain(words::GRADES_THE_WORK)),
    ];
    Sheet { kind: Kind::Grading, id: "grading".to_owned(), label: words::LESSON.to_owned(), title, blocks }
}
