//! `check --coding`: how far the readers of a dossier agree, and whether its parties are read alike.

use std::path::{Path, PathBuf};

use strum::IntoEnumIterator as _;

use super::{Done, json, text};
use crate::{
    analysis::{Agreement, Decided, Index, OfParty, adding_up, agreement, sources_on_file, symmetry},
    domain::{Channel, Code, Dossier},
    storage::{Library, OpenedFile},
    wording::{DateStyle, coding as words, how_read},
};

/// Runs the subcommand.
///
/// # Errors
/// If a file holds no dossier that can be read, or the answer cannot be written.
pub(super) fn run(files: &[PathBuf], is_json: bool) -> Result<Done, String> {
    let library = Library::new();
    let dossiers = files.iter().map(|file| open(&library, file)).collect::<Result<Vec<Dossier>, String>>()?;
    let text = if is_json {
        json::pretty(&json::coding(&dossiers))?
    } else {
        dossiers.iter().map(as_text).collect::<Vec<_>>().join("\n")
    };
    text::print(&text)?;
    Ok(Done::Clean)
}

fn open(library: &Library, path: &Path) -> Result<Dossier, String> {
    let path = if path.is_dir() { path.join("dossier.ron") } else { path.to_path_buf() };
    match library.open(&path) {
        Ok(OpenedFile::Dossier(file, _)) => Ok(file.dossier.clone()),
        Ok(OpenedFile::Scenario(_)) => Err(words::no_dossier(&path.to_string_lossy())),
        Err(_) => Err(words::not_readable(&path.to_string_lossy())),
    }
}

fn as_text(dossier: &Dossier) -> String {
    let found = agreement(dossier);
    let mut text = format!("{}\n{}\n", dossier.title, words::head(&found));
    if found.n_read == 0 {
        text += &format!("{}\n", words::NOBODY);
    } else {
        text +=
            &words::figures(&found).iter().map(|(name, figure)| format!("  {name}: {figure}\n")).collect::<String>();
        text += &format!("\n{}\n{}", words::CONFUSION, confusion(&found));
        text += &format!("\n{}\n{}", words::DECIDED, decided(dossier, &found));
    }
    text += &format!("\n{}\n{}\n", by_party(dossier), how_read::NOT_ADDED);
    let example = adding_up(dossier, &Index::new(dossier));
    let example = how_read::example(dossier, example.as_ref(), DateStyle::Words);
    let sentences = std::iter::once(how_read::NOT_ADDED_TEXT.to_owned()).chain(example);
    text + &sentences.map(|sentence| text::wrapped("  ", &sentence)).collect::<String>()
}

/// How each party is read and sourced.
pub(super) fn by_party(dossier: &Dossier) -> String {
    let parties = symmetry(dossier);
    let mut text = format!("{}\n", words::SYMMETRY);
    for of in &parties {
        let codes: Vec<String> =
            Code::iter().filter(|code| of.of_code(*code) > 0).map(|code| by_channel(of, code)).collect();
        text += &text::wrapped(&text::padded(&dossier.party(of.party).code, 7), &codes.join("; "));
    }
    text += &format!("\n{}\n{}", words::ON_FILE, on_file(dossier, &parties));
    text += &text::wrapped("", words::POORLY_SOURCED);
    text + &text::wrapped("", &words::sources(&sources_on_file(dossier)))
}

fn by_channel(of: &OfParty, code: Code) -> String {
    let counts = Channel::iter().zip(of.positions[code as usize]).filter(|(_, n)| *n > 0);
    words::of_code(code, &counts.collect::<Vec<_>>())
}

fn confusion(found: &Agreement) -> String {
    let names: Vec<&str> = Code::iter().map(words::code).collect();
    let rows = found.confusion.iter().zip(&names).map(|(row, name)| ((*name).to_owned(), row.to_vec()));
    table(&names, rows)
}

fn decided(dossier: &Dossier, found: &Agreement) -> String {
    let rows = dossier.parties.iter().zip(&found.by_party).map(|(party, of)| {
        let Decided { n_read, harder, softer, otherwise, against_both } = *of;
        (party.code.clone(), vec![n_read, harder, softer, otherwise, against_both])
    });
    table(&words::DECIDED_COLUMNS, rows)
}

fn on_file(dossier: &Dossier, parties: &[OfParty]) -> String {
    let rows = parties.iter().map(|of| {
        let counts = vec![of.n_statements, of.n_without_demand, of.n_poorly_sourced, of.n_on_unfit_hosts];
        (dossier.party(of.party).code.clone(), counts)
    });
    table(&words::ON_FILE_COLUMNS, rows)
}

/// Numbers under heads, a name before each row.
fn table(heads: &[&str], rows: impl Iterator<Item = (String, Vec<usize>)>) -> String {
    let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        let cell = |(cell, head): (String, &&str)| format!("  {}", text::to_the_right(&cell, text::width(head)));
        let cells: String = cells.zip(heads).map(cell).collect();
        format!("  {}{cells}\n", text::padded(name, 10))
    };
    let head = line("", &mut heads.iter().map(|head| (*head).to_owned()));
    rows.fold(head, |text, (name, counts)| text + &line(&name, &mut counts.iter().map(usize::to_string)))
}
