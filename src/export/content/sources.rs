//! The numbered statements that other sheets refer to.

use super::plan_heading;
use crate::{
    app::{Link, Sheet as Kind},
    domain::StatementIx,
    export::{
        clean,
        material::{Made, Material},
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::hand_outs as words,
};

/// The list of statements behind the marks, and behind the briefs that are handed out with it.
pub fn sources(material: &Material<'_>, kinds: &[Kind]) -> Sheet {
    let cited = material.cited(kinds);
    let mut blocks = plan_heading(material);
    if cited.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(words::NOTHING_CITED)));
    } else {
        let rows = cited.into_iter().map(|(number, ix)| row(material, number, ix)).collect();
        let columns = vec![(words::NUMBER.to_owned(), 0.06), (words::SAID.to_owned(), 0.94)];
        let caption = words::sheet_title(material.dossier, Kind::Sources);
        blocks.push(Block::Table(Table { caption, columns, rows, row_heads: true, min_height: 0.0 }));
    }
    let mut notes = clean::paragraphs(&material.scenario.notes).peekable();
    if notes.peek().is_some() {
        let head = if material.made == Made::Own { words::OWN_NOTES } else { words::PLAN_NOTES };
        blocks.push(Block::Heading(head.to_owned()));
        blocks.extend(notes.map(|text| Block::Paragraph(Rich::plain(&text))));
    }
    Sheet {
        kind: Kind::Sources,
        id: "sources".to_owned(),
        label: words::sheet_title(material.dossier, Kind::Sources),
        title: clean::line(&material.scenario.title),
        blocks,
    }
}

fn row(material: &Material<'_>, number: u16, ix: StatementIx) -> Row {
    let (dossier, style) = (material.dossier, material.style);
    let statement = dossier.statement(ix);
    let who = format!("{}.", words::speaker(dossier, statement, style));
    let quote = words::quote(statement);
    let what = quote.iter().fold(Rich::plain(&statement.short), |what, quote| what.and_small(quote));
    let mut by = Rich::small(&who).and_small_strong(&format!("{}.", words::evidence(statement)));
    if !statement.caveat.is_empty() {
        by = by.and_small(&words::caveat(&statement.caveat));
    }
    let mut said = vec![what, by, published(material, ix)];
    said.extend(material.guess(ix).map(|guess| Rich::plain(&words::guess_why(guess))));
    Row { anchor: Some(number), cells: vec![vec![Rich::strong(&number.to_string())], said] }
}

fn published(material: &Material<'_>, ix: StatementIx) -> Rich {
    let dossier = material.dossier;
    let Some(text) = words::publication(dossier, ix, material.style) else { return Rich::small(words::NO_SOURCE) };
    let source = dossier.statement(ix).sources.first();
    let url = source.map_or("", |source| dossier.source(*source).url.as_str());
    match clean::address(url) {
        Some(url) => Rich::small(&text).and_link(url, Link::Url(url.to_owned())),
        None => Rich::small(&text).and_small(url),
    }
}
