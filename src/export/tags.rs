//! The tags of a PDF file: what its texts are to those who do not see where they stand. They are gathered while the pages are
//! drawn; a block that goes on over pages is one block here.

use std::{collections::BTreeMap, num::NonZeroU32};

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree};

use crate::app::{CellPlace, Part, TableSection, TextRole};

/// Something that is read.
pub(super) struct Told {
    /// The text.
    pub text: String,
    /// Its pieces on the page.
    pub pieces: Vec<Identifier>,
    /// The annotation over it, if it leads somewhere.
    pub link: Option<Identifier>,
}

/// Everything that is read in a file.
#[derive(Default)]
pub(super) struct Tags {
    sheets: BTreeMap<usize, SheetTags>,
}

#[derive(Default)]
struct SheetTags {
    blocks: BTreeMap<usize, BTreeMap<TextRole, Vec<Told>>>,
    captions: BTreeMap<usize, String>,
}

impl Tags {
    /// Adds what comes next on a sheet.
    pub(super) fn add(&mut self, sheet: usize, part: Part, told: Told) {
        let blocks = &mut self.sheets.entry(sheet).or_default().blocks;
        blocks.entry(part.block).or_default().entry(part.role).or_default().push(told);
    }

    /// Adds what the tables of a sheet are, by their blocks.
    pub(super) fn captions(&mut self, sheet: usize, captions: &[(usize, String)]) {
        self.sheets.entry(sheet).or_default().captions.extend(captions.iter().cloned());
    }

    /// The title of a sheet of which something was added.
    #[must_use]
    pub(super) fn title(&self, sheet: usize) -> String {
        let blocks = self.sheets.get(&sheet).into_iter().flat_map(|sheet| sheet.blocks.values());
        let title = blocks.flatten().find(|(role, _)| **role == TextRole::Title);
        title.map_or_else(String::new, |(_, told)| text_of(told))
    }

    /// The tree of tags.
    #[must_use]
    pub(super) fn tree(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for SheetTags { blocks, mut captions } in self.sheets.into_values() {
            let blocks = blocks.into_iter().flat_map(|(place, texts)| block(texts, captions.remove(&place)));
            tree.push(TagGroup::with_children(Tag::Section, blocks.collect()));
        }
        tree
    }
}

fn text_of(told: &[Told]) -> String {
    told.iter().map(|told| told.text.trim()).collect::<Vec<_>>().join(" ")
}

fn nodes(told: Vec<Told>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for Told { pieces, link, .. } in told {
        let pieces = pieces.into_iter().map(Node::from);
        match link {
            None => nodes.extend(pieces),
            Some(link) => {
                let children = pieces.chain([link.into()]).collect();
                nodes.push(TagGroup::with_children(Tag::Link, children).into());
            }
        }
    }
    nodes
}

/// A block by what its texts are: a table if they are cells, a list if they are entries.
fn block(texts: BTreeMap<TextRole, Vec<Told>>, caption: Option<String>) -> Vec<Node> {
    let mut cells: BTreeMap<CellPlace, Vec<Told>> = BTreeMap::new();
    let mut entries: BTreeMap<usize, [Vec<Told>; 2]> = BTreeMap::new();
    let mut blocks: Vec<Node> = Vec::new();
    for (role, told) in texts {
        let heading = |level: u16, told: Vec<Told>| {
            let level = std::num::NonZeroU16::new(level).unwrap_or(std::num::NonZeroU16::MIN);
            Node::from(TagGroup::with_children(Tag::Hn(level, Some(text_of(&told))), nodes(told)))
        };
        match role {
            TextRole::Title => blocks.push(heading(1, told)),
            TextRole::Heading => blocks.push(heading(2, told)),
            TextRole::Subheading(_) => blocks.push(heading(3, told)),
            TextRole::Text(_) => blocks.push(TagGroup::with_children(Tag::P, nodes(told)).into()),
            TextRole::Sign(place) => entries.entry(place).or_default()[0] = told,
            TextRole::Entry(place) => entries.entry(place).or_default()[1] = told,
            TextRole::Cell(place) => drop(cells.insert(place, told)),
        }
    }
    if !entries.is_empty() {
        blocks.push(list(entries));
    }
    if !cells.is_empty() {
        blocks.push(table(cells, caption));
    }
    blocks
}

fn list(entries: BTreeMap<usize, [Vec<Told>; 2]>) -> Node {
    let mut list = TagGroup::new(Tag::L(ListNumbering::None));
    for [sign, text] in entries.into_values() {
        let mut entry = TagGroup::new(Tag::LI);
        if !sign.is_empty() {
            entry.push(TagGroup::with_children(Tag::Lbl, nodes(sign)));
        }
        entry.push(TagGroup::with_children(Tag::LBody, nodes(text)));
        list.push(entry);
    }
    list.into()
}

/// A table, every row of which has as many cells as the head has columns: an empty cell is a cell.
fn table(cells: BTreeMap<CellPlace, Vec<Told>>, caption: Option<String>) -> Node {
    let n_columns = cells.keys().map(|place| place.column + place.span).max().unwrap_or(0);
    let mut rows: BTreeMap<(TableSection, usize), TagGroup> = BTreeMap::new();
    let mut filled: BTreeMap<(TableSection, usize), usize> = BTreeMap::new();
    for (place, told) in cells {
        let key = (place.section, place.row);
        let row = rows.entry(key).or_insert_with(|| TagGroup::new(Tag::TR));
        let next = filled.entry(key).or_default();
        (*next..place.column).for_each(|_| row.push(TagGroup::new(Tag::TD)));
        *next = place.column + place.span;
        row.push(cell(place, nodes(told)));
    }
    let mut table = TagGroup::new(Tag::Table.with_summary(caption));
    for section in [TableSection::Head, TableSection::Body, TableSection::Foot] {
        let rows = rows.iter_mut().filter(|((of, _), _)| *of == section);
        let rows = rows.map(|(key, row)| {
            (filled[key]..n_columns).for_each(|_| row.push(TagGroup::new(Tag::TD)));
            Node::from(std::mem::replace(row, TagGroup::new(Tag::TR)))
        });
        let rows: Vec<Node> = rows.collect();
        if !rows.is_empty() {
            table.push(match section {
                TableSection::Head => TagGroup::with_children(Tag::THead, rows),
                TableSection::Body => TagGroup::with_children(Tag::TBody, rows),
                TableSection::Foot => TagGroup::with_children(Tag::TFoot, rows),
            });
        }
    }
    table.into()
}

fn cell(place: CellPlace, children: Vec<Node>) -> TagGroup {
    let span = u32::try_from(place.span).ok().and_then(NonZeroU32::new).filter(|span| span.get() > 1);
    let scope = match (place.section, place.heads_row) {
        (TableSection::Head, _) => TableHeaderScope::Column,
        (_, true) => TableHeaderScope::Row,
        (_, false) => return TagGroup::with_children(Tag::TD.with_col_span(span), children),
    };
    TagGroup::with_children(Tag::TH(scope).with_col_span(span), children)
}
