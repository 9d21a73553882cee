//! Texts as a search compares them: without case and without marks on letters.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory};

use crate::domain::Party;

/// The words by which a party is found.
#[must_use]
pub fn party_text(party: &Party) -> String {
    format!("{} {} {} {}", party.code, party.name, party.body, party.also.join(" "))
}

/// A text without case, without marks on letters, composed or not, and with letters that have no parts written as they
/// are on a plain keyboard: "Władysław" and "WLADYSLAW" are both "wladyslaw".
#[must_use]
pub fn folded(text: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let bare = decomposed.chars().filter(|letter| category.get(*letter) != GeneralCategory::NonspacingMark);
    let mut folded = String::with_capacity(text.len());
    for letter in bare.flat_map(char::to_lowercase) {
        match letter {
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ı' => folded.push('i'),
            'ħ' => folded.push('h'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => folded.push('\''),
            // What is left of a capital I with a dot.
            '\u{307}' => {}
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_how_a_letter_is_composed_make_no_difference() {
        for (text, plain) in [
            ("Viktor Orb\u{e1}n", "viktor orban"),
            ("Orba\u{301}n", "orban"),
            ("Recep Tayyip Erdo\u{11f}an", "recep tayyip erdogan"),
            ("W\u{142}adys\u{142}aw", "wladyslaw"),
            ("T\u{fc}rkiye", "turkiye"),
            ("\u{130}stanbul", "istanbul"),
            ("Stra\u{df}e", "strasse"),
            ("\u{419}\u{43e}\u{442}", "\u{438}\u{43e}\u{442}"),
        ] {
            assert_eq!(folded(text), plain);
            assert_eq!(folded(&text.to_uppercase()), folded(text), "{text}");
        }
    }
}
