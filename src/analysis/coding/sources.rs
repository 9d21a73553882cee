//! What is known of the sources of a dossier.

use crate::domain::Dossier;

/// How many sources bear a title and a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SourcesOnFile {
    /// All of them.
    pub(crate) n: usize,
    /// Those whose title was devised, because the publisher's is not known.
    pub(crate) n_devised: usize,
    /// Those without any title.
    pub(crate) n_without_title: usize,
    /// Those without a date.
    pub(crate) n_without_date: usize,
}

/// What is known of the sources.
#[must_use]
pub(crate) fn sources_on_file(dossier: &Dossier) -> SourcesOnFile {
    let mut found = SourcesOnFile { n: dossier.sources.len(), ..SourcesOnFile::default() };
    for source in &dossier.sources {
        found.n_devised += usize::from(source.is_title_devised());
        found.n_without_title += usize::from(source.title.is_empty());
        found.n_without_date += usize::from(source.date.is_none());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{super::symmetry, *};
    use crate::domain::{Dossier, practice};

    #[test]
    fn a_devised_title_is_told_apart_and_is_no_title_of_the_text() {
        let of_title = |title: &str| {
            let mut parts = practice::parts();
            parts.sources.iter_mut().for_each(|source| title.clone_into(&mut source.title));
            let dossier = Dossier::new(parts).unwrap();
            let poorly: usize = symmetry(&dossier).iter().map(|of| of.n_poorly_sourced).sum();
            let SourcesOnFile { n, n_devised, n_without_title, n_without_date } = sources_on_file(&dossier);
            assert_eq!((n, n_without_date), (dossier.sources.len(), 0));
            (n_devised == n, n_without_title == n, poorly == dossier.statements.len())
        };
        assert_eq!(of_title("Talks [updated]"), (false, false, false));
        assert_eq!(of_title(""), (false, true, true));
        assert_eq!(of_title("[Report of talks]"), (true, false, true));
    }
}
