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
    wording::{self, hand_outs as words},
};

/// The list of statements behind the marks, and behind the briefs that are handed out with it.
pub(super) fn sources(material: &Material<'_>, kinds: &[Kind]) -> Sheet {
    let cited = material.cited(kinds);
    Sheet {
        kind: Kind::Sources,
        id: "sources".to_owned(),
        label: words::sheet_title(material.dossier, Kind::Sources),
        title: clean::line(&wording::plan_title(material.scenario)),
        blocks: blocks(material, &cited, &|number, ix| row(material, number, ix), Block::Paragraph),
    }
}

/// The same in fewer words and smaller print, with the notes on statements or without.
pub(super) fn shorter(material: &Material<'_>, kinds: &[Kind], with_caveats: bool) -> Vec<Block> {
    let row = |number, ix| short_row(material, number, ix, with_caveats);
    let mut blocks = blocks(material, &material.cited(kinds), &row, Block::Small);
    let place = blocks.iter().position(|block| matches!(block, Block::Table(_))).unwrap_or(blocks.len());
    blocks.insert(place, Block::Small(Rich::plain(words::shortened_sources(with_caveats))));
    blocks
}

/// The heading, the list with such rows, and what is noted with the plan, set so.
fn blocks(
    material: &Material<'_>,
    cited: &[(u16, StatementIx)],
    row: &dyn Fn(u16, StatementIx) -> Row,
    note: fn(Rich) -> Block,
) -> Vec<Block> {
    let mut blocks = plan_heading(material);
    if cited.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(words::NOTHING_CITED)));
    } else {
        let rows = cited.iter().map(|(number, ix)| row(*number, *ix)).collect();
        let columns = vec![(words::NUMBER.to_owned(), 0.06), (words::SAID.to_owned(), 0.94)];
        let caption = words::sheet_title(material.dossier, Kind::Sources);
        blocks.push(Block::Table(Table { caption, columns, rows, row_heads: false, min_height: 0.0 }));
    }
    let mut notes = clean::paragraphs(&material.scenario.notes).peekable();
    if notes.peek().is_some() {
        let head = match material.made {
            Made::Own => words::OWN_NOTES,
            Made::Shipped => words::PLAN_NOTES,
            Made::Unknown => words::NOTES,
        };
        blocks.push(Block::Heading(head.to_owned()));
        blocks.extend(notes.map(|text| note(Rich::plain(&text).theirs())));
    }
    blocks
}

fn row(material: &Material<'_>, number: u16, ix: StatementIx) -> Row {
    let statement = material.dossier.statement(ix);
    let quote = words::quote(statement);
    let what = quote.iter().fold(Rich::plain(&statement.short).theirs(), |what, quote| what.and_small(quote));
    let mut said = vec![what, by(material, ix, Rich::default(), true), published(material, ix, Rich::default(), false)];
    let how = |of| words::how_read(material.dossier, of, material.strength(of));
    said.extend(material.read_from(ix).filter_map(how).map(|text| Rich::small(&text)));
    said.extend(kept(material, ix).map(|text| Rich::small(&text)));
    said.extend(material.guess(ix).map(|guess| Rich::plain(&words::guess_why(guess))));
    Row { anchor: Some(number), cells: vec![vec![Rich::strong(&number.to_string())], said] }
}

/// All of it in one paragraph of small print, without the quoted words and titles given by us.
fn short_row(material: &Material<'_>, number: u16, ix: StatementIx, with_caveat: bool) -> Row {
    let what = Rich::default().and_small_strong(&format!("{}.", material.dossier.statement(ix).short)).theirs();
    let mut said = vec![published(material, ix, by(material, ix, what, with_caveat), true)];
    said.extend(kept(material, ix).map(|text| Rich::small(&text)));
    said.extend(material.guess(ix).map(|guess| Rich::small(&words::guess_why(guess))));
    Row { anchor: Some(number), cells: vec![vec![Rich::default().and_small_strong(&number.to_string())], said] }
}

/// Why a statement is among the sources although the mark says something else.
fn kept(material: &Material<'_>, ix: StatementIx) -> Option<String> {
    let terms = material.kept_beside(ix);
    let names: Vec<&str> = terms.iter().map(|term| material.dossier.term(*term).name.as_str()).collect();
    (!names.is_empty()).then(|| words::kept_on(&names))
}

/// Adds who said it, when, and how it became known.
fn by(material: &Material<'_>, ix: StatementIx, text: Rich, with_caveat: bool) -> Rich {
    let (dossier, style) = (material.dossier, material.style);
    let statement = dossier.statement(ix);
    let who = format!("{}.", words::speaker(dossier, statement, style));
    let text = text.and_small(&who).and_small_strong(&format!("{}.", words::evidence(statement)));
    if with_caveat && !statement.caveat.is_empty() { text.and_small(&words::caveat(&statement.caveat)) } else { text }
}

/// Adds where it is published.
fn published(material: &Material<'_>, ix: StatementIx, text: Rich, short: bool) -> Rich {
    let dossier = material.dossier;
    let Some(where_) = words::publication(dossier, ix, material.style, short) else {
        return text.and_small(words::NO_SOURCE);
    };
    let source = dossier.statement(ix).sources.first();
    let url = source.map_or("", |source| dossier.source(*source).url.as_str());
    match clean::address(url) {
        Some(url) => text.and_small(&where_).and_link(url, Link::Url(url.to_owned())),
        None => text.and_small(&where_).and_small(url),
    }
}
