//! Numbers of things and lists of things.

/// "1 statement", "2 statements".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn and<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, " and ")
}

/// "a", "a or b", "a, b or c".
#[must_use]
pub fn or<T: AsRef<str>>(items: &[T]) -> String {
    joined(items, " or ")
}

pub(super) fn joined<T: AsRef<str>>(items: &[T], last_joint: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, front)) => format!("{}{last_joint}{last}", front.join(", ")),
    }
}

/// The text with its first letter made a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with its first letter made small.
pub(super) fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_lists() {
        assert_eq!(and::<&str>(&[]), "");
        assert_eq!(and(&["a"]), "a");
        assert_eq!(and(&["a", "b"]), "a and b");
        assert_eq!(or(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn only_one_thing_is_singular() {
        assert_eq!(count(0, "cell", "cells"), "0 cells");
        assert_eq!(count(1, "cell", "cells"), "1 cell");
        assert_eq!(count(2, "cell", "cells"), "2 cells");
    }
}
