//! Days as they are printed: never more exact than the source.

use crate::domain::Date;

/// How dates are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// "13 Jan 2025".
    #[default]
    Words,
    /// "2025-01-13".
    Iso,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date as exact as its source: "13 Jan 2025", "Nov 1977", "1978", "about 28 Nov 2024".
#[must_use]
pub fn date(date: Date, style: DateStyle) -> String {
    let in_file = date.to_string();
    let (about, iso) = match in_file.strip_prefix('~') {
        Some(rest) => ("about ", rest),
        None => ("", in_file.as_str()),
    };
    match style {
        DateStyle::Iso => format!("{about}{iso}"),
        DateStyle::Words => format!("{about}{}", in_words(date)),
    }
}

/// When something happened, inside a sentence: "on 13 Jan 2025", "in Nov 1977", "about 28 Nov 2024".
#[must_use]
pub(crate) fn on_date(day: Date, style: DateStyle) -> String {
    let text = date(day, style);
    match (text.starts_with("about"), day.day_of_month()) {
        (true, _) => text,
        (false, Some(_)) => format!("on {text}"),
        (false, None) => format!("in {text}"),
    }
}

/// The short name of a month, 1 to 12: "Jan".
#[must_use]
pub(crate) fn month_name(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|place| MONTHS.get(place)).copied().unwrap_or_default()
}

fn in_words(date: Date) -> String {
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    match (month, date.day_of_month()) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        (None, _) => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_printed_as_exactly_as_the_source_gives_it() {
        let cases = [
            ("2025-01-03", "3 Jan 2025", "2025-01-03", "on 3 Jan 2025"),
            ("1977-11", "Nov 1977", "1977-11", "in Nov 1977"),
            ("1978", "1978", "1978", "in 1978"),
            ("~2024-11-28", "about 28 Nov 2024", "about 2024-11-28", "about 28 Nov 2024"),
            ("~1977-11", "about Nov 1977", "about 1977-11", "about Nov 1977"),
        ];
        for (in_file, words, iso, on) in cases {
            let day: Date = in_file.parse().unwrap();
            assert_eq!(date(day, DateStyle::Words), words);
            assert_eq!(date(day, DateStyle::Iso), iso);
            assert_eq!(on_date(day, DateStyle::Words), on);
        }
    }
}
