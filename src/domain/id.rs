//! Readable ids in files, dense indices in memory.

/// Makes a dense index type: the place of a thing in its list inside one [`Dossier`](super::Dossier).
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the list, counted from 0.
            #[must_use]
            pub fn get(self) -> usize {
                usize::from(self.0)
            }

            /// The index of the `place`-th thing of a list.
            ///
            /// # Panics
            /// If `place` is above 65,535; lists are limited far below when they are built.
            #[must_use]
            pub fn at(place: usize) -> Self {
                Self(u16::try_from(place).expect("lists in a dossier are limited to fewer than 65,536 entries"))
            }

            /// All indices of a list of `len` things, in order.
            pub fn all(len: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
                (0..len).map(Self::at)
            }
        }
    };
}

index!(
    /// A party of a dossier.
    PartyIx
);
index!(
    /// A term of a dossier: a row of the table.
    TermIx
);
index!(
    /// One of the values of a term.
    ValueIx
);
index!(
    /// A published source.
    SourceIx
);
index!(
    /// A statement: the evidence.
    StatementIx
);
index!(
    /// A position: a reading of one or more statements.
    PositionIx
);

/// An id made from a name: its small letters and digits, with a hyphen for what stands between them.
#[must_use]
pub fn id_from(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.chars().take(MAX_MADE).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { "x".to_owned() } else { id.to_owned() }
}

/// The longest id that is made from a name.
const MAX_MADE: usize = 40;

/// True if `text` can serve as an id in files: small letters, digits, `-` and `_`, starting with a letter or digit,
/// at most 64 characters.
#[must_use]
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}
