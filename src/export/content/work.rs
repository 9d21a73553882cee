//! Sheets to write on: the debrief and the grading grid.

use super::{class, short_heading};
use crate::{
    app::Sheet as Kind,
    domain::DebriefField,
    export::{
        material::Material,
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::hand_outs as words,
};

/// Lines under each question of the debrief.
const LINES: usize = 2;

/// Five questions and four fields: what the class wrote, or room to write.
pub(super) fn debrief(material: &Material<'_>) -> Sheet {
    let class = &material.scenario.class;
    let mut blocks =
        vec![short_heading(material), class::group(class), Block::Heading(words::QUESTIONS_HEAD.to_owned())];
    let question = |(place, (field, question)): (usize, &(DebriefField, &str))| {
        let head = format!("{}. {question}", place + 1);
        match class::debrief_answer(class, *field) {
            Some(answer) => Block::Answered(head, answer),
            None => Block::Question(head, LINES),
        }
    };
    blocks.extend(words::QUESTIONS.iter().enumerate().map(question));
    blocks.push(Block::Heading(words::FIELDS_HEAD.to_owned()));
    let mut boxes = Vec::new();
    for (field, head) in words::FIELDS {
        match class::debrief_answer(class, field) {
            Some(answer) => blocks.push(Block::Answered(head.to_owned(), answer)),
            None => boxes.push(head.to_owned()),
        }
    }
    if !boxes.is_empty() {
        blocks.push(Block::Boxes(boxes));
    }
    let title = words::sheet_title(material.dossier, Kind::Debrief);
    Sheet { kind: Kind::Debrief, id: "debrief".to_owned(), label: words::LESSON.to_owned(), title, blocks }
}

/// Four criteria on three levels, and two free rows.
pub(super) fn grading(material: &Material<'_>) -> Sheet {
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
