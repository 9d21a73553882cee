//! `import` of a list of sources: into the case that is there, whose text stays as it is otherwise.

use serde_json::Value;

use super::{Done, ImportArgs, answer, messages};
use crate::{
    domain::ChangeKind,
    format::DossierText,
    storage::{self, Library, OpenedFile, write_keeping},
    wording::{self, workbook::cli as words},
    workbook,
};

/// Puts the sources into the dossier in the folder that is named.
///
/// # Errors
/// If there is none, or it cannot be read or written.
pub(super) fn run(args: &ImportArgs, items: &[Value]) -> Result<Done, String> {
    let folder = args.to.as_ref().ok_or_else(|| words::SOURCES_NEED_A_CASE.to_owned())?;
    let path = storage::dossier_path(folder);
    let (own, text) = match Library::new().open(&path) {
        Ok(OpenedFile::Dossier(file, text)) => (file.dossier, text),
        Ok(OpenedFile::Scenario(_)) => return Err(words::SOURCES_NEED_A_CASE.to_owned()),
        Err(problems) => return Err(problems.iter().map(wording::problem).collect::<Vec<_>>().join("\n")),
    };
    let mut told = Vec::new();
    let book = workbook::from_csl(items, Some(&own), &mut told);
    let mut imported = workbook::import_into(&book, &own, true);
    imported.messages.splice(0..0, told);
    let mut said = messages(&imported);
    let Some(after) = &imported.dossier else {
        answer(args, &imported, None, said)?;
        return Ok(Done::Problems);
    };
    let changes = workbook::changes(&own, &after.dossier);
    let n = |kind| changes.iter().filter(|change| change.kind == kind).count();
    let (new, changed) = (n(ChangeKind::New), n(ChangeKind::Changed));
    let texts = DossierText::new(text).zip(DossierText::new(imported.text.clone()));
    let merged = texts.and_then(|(own, other)| workbook::merged(&own, &other, &changes));
    let merged = merged.ok_or_else(|| words::NOT_MERGED.to_owned())?;
    if args.check {
        said += &words::sources_found(new, changed);
    } else {
        write_keeping(&path, merged.as_str().as_bytes(), true).map_err(|error| error.to_string())?;
        said += &words::sources_added(&path.to_string_lossy(), new, changed);
    }
    let written = (!args.check).then_some(path.as_path());
    answer(args, &imported, written, said + "\n")?;
    Ok(Done::Clean)
}
