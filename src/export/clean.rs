//! Texts from files are not trusted: characters that print nothing or turn the direction of what follows are left out.

/// The text on one line, without control characters and without invisible characters that reorder text.
#[must_use]
pub(super) fn line(text: &str) -> String {
    let kept = text.chars().filter(|letter| !is_hidden(*letter));
    let spaced: String = kept.map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text as it stands, line breaks included, without these characters.
#[must_use]
pub(super) fn whole(text: &str) -> String {
    text.chars().filter(|letter| !is_hidden(*letter) && (*letter == '\n' || !letter.is_control())).collect()
}

/// The paragraphs of a text of several lines, each cleaned; empty ones are left out.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines().map(line).filter(|line| !line.is_empty())
}

/// Marks of direction, joiners, byte order marks: nothing that a reader would see.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

/// The address, if it is one that a browser may open.
#[must_use]
pub(super) fn address(url: &str) -> Option<&str> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    (is_web && url.chars().all(|letter| letter.is_ascii_graphic() || letter.is_alphanumeric())).then_some(url)
}

/// The tag of a language, if it is written as one: "en", "pt-BR".
#[must_use]
pub(super) fn language(tag: &str) -> Option<&str> {
    let mut parts = tag.split('-');
    let is_language = parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.chars().all(|letter| letter.is_ascii_alphabetic())
    });
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric());
    (is_language && parts.all(is_part)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_prints_nothing_is_left_out_and_breaks_become_spaces() {
        assert_eq!(line("a\u{0}b\u{1b}[31m\r\n c\u{202e}d\u{200b}e\t\tf"), "a b [31m cde f");
        assert_eq!(line("Küche «für» “alle” – Київ\u{a0}5"), "Küche «für» “alle” – Київ\u{a0}5");
        assert_eq!(whole("a\u{0}\r\nb\u{202e} c\t d"), "a\nb c d");
        assert_eq!(paragraphs("one\n\n two \n\u{7}\n").collect::<Vec<_>>(), ["one", "two"]);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(address("https://example.org/a?b=c#d"), Some("https://example.org/a?b=c#d"));
        assert_eq!(address("HTTP://example.org"), Some("HTTP://example.org"));
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "", "data:text/html,x", "http"] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }
}
