//! The dossiers that are built into the program, so that it runs from anywhere.

/// A file that is built in.
#[derive(Clone, Copy, Debug)]
pub(super) struct BuiltinFile {
    /// Its name without `.ron`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// A folder of `scenarios/`.
#[derive(Clone, Copy, Debug)]
pub(super) struct BuiltinFolder {
    /// Its name, which is the dossier's id.
    pub name: &'static str,
    /// `dossier.ron`.
    pub dossier: &'static str,
    /// The scenarios, A to Z by name.
    pub scenarios: &'static [BuiltinFile],
}

macro_rules! folder {
    ($name:literal: $($scenario:literal),* $(,)?) => {
        BuiltinFolder {
            name: $name,
            dossier: include_str!(concat!("../../scenarios/", $name, "/dossier.ron")),
            scenarios: &[$(BuiltinFile {
                name: $scenario,
                text: include_str!(concat!("../../scenarios/", $name, "/", $scenario, ".ron")),
            }),*],
        }
    };
}

/// All of them; the first is the one a new user sees.
pub(super) const BUILTIN: &[BuiltinFolder] = &[
    folder!(
        "ukraine-2025-01":
        "draft-age-18", "first-contact", "freeze-nato-umbrella", "reported-idea", "reported-idea-full",
        "russia-terms-june-2024", "settlement-without-ukraine", "ukraine-declared-aims", "venue-switzerland",
    ),
    folder!(
        "ukraine-2022-2026":
        "2022-03-istanbul-communique", "2022-04-draft-treaty-russian-wording",
        "2022-04-draft-treaty-ukrainian-wording", "2022-11-peace-formula", "2023-02-china-position-paper",
        "2023-06-african-initiative", "2024-04-kellogg-fleitz", "2024-05-china-brazil", "2024-06-buergenstock",
        "2024-06-putin-terms", "2024-09-vance-sketch", "2024-10-victory-plan", "2024-11-trump-team-wsj",
        "2025-03-jeddah-ceasefire", "2025-04-london-paper", "2025-04-us-final-offer", "2025-06-russian-memorandum",
        "2025-06-ukrainian-memorandum", "2025-08-anchorage-outline", "2025-10-european-12-points",
        "2025-11-european-counter-proposal", "2025-11-us-28-points", "2025-12-20-points-ukrainian-options",
        "2025-12-20-points-us-options", "2026-01-paris-declaration", "2026-06-zelensky-open-letter",
    ),
    folder!(
        "belfast-1998":
        "agreement", "mitchell-draft", "mitchell-draft-10-april", "referendum-1998", "text-without-the-letter",
        "three-demands-8-april", "uup-paper",
    ),
    folder!(
        "camp-david-1978":
        "egypt-paper", "ismailia", "outcome",
    ),
    folder!(
        "cyprus-2004":
        "denktash-demands", "fifth-version", "no-agreement", "permanent-exceptions", "resolution-before-vote",
        "third-version", "two-changes", "vote-postponed",
    ),
    folder!(
        "school-trip":
        "day-trip", "february-draft", "lake-plan", "lake-plan-rumour", "phones-only", "wish-list",
    ),
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::storage::names;

    #[test]
    fn every_shipped_file_is_built_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let folders: Vec<String> = names(&root).into_iter().filter(|name| root.join(name).is_dir()).collect();
        let mut built_in: Vec<&str> = BUILTIN.iter().map(|folder| folder.name).collect();
        built_in.sort_unstable();
        assert_eq!(built_in, folders, "add or remove a line of BUILTIN in src/storage/builtin.rs");
        for folder in BUILTIN {
            let mut files: Vec<String> = folder.scenarios.iter().map(|file| format!("{}.ron", file.name)).collect();
            files.push("dossier.ron".to_owned());
            files.sort();
            let mut found = names(&root.join(folder.name));
            found.retain(|name| name.ends_with(".ron"));
            assert_eq!(files, found, "the scenarios of {} in BUILTIN", folder.name);
        }
    }
}
