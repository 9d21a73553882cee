//! Days as the sources give them: to the day, the month or the year, sometimes only roughly.

use std::{cmp::Ordering, fmt, str::FromStr};

/// A calendar date with the precision that its source supports.
///
/// Written `2025-01-13`, `2025-01` or `2025`; a leading `~` marks a date that is uncertain.
/// Dates compare by their earliest day, so `2025-01` stands with `2025-01-01`.
///
/// ```
/// use peace_plan_explorer::domain::Date;
///
/// let about_then: Date = "~2025-01".parse()?;
/// assert_eq!(about_then.earliest(), (2025, 1, 1));
/// assert_eq!(about_then.to_string(), "~2025-01");
/// assert!("13.01.2025".parse::<Date>().is_err());
/// # Ok::<(), peace_plan_explorer::domain::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
    uncertain: bool,
}

/// Why a text is not a [`Date`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a date; write 2025-01-13, 2025-01 or 2025, with ~ in front if it is uncertain")]
pub struct DateError(pub String);

impl Date {
    /// A date known to the day.
    ///
    /// # Errors
    /// [`DateError`] if there is no such day in the calendar.
    pub fn day(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        format!("{year:04}-{month:02}-{day:02}").parse()
    }

    /// The earliest day that the date can mean: what comparisons use.
    #[must_use]
    pub fn earliest(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where the source gives one.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where the source gives one.
    #[must_use]
    pub(crate) fn day_of_month(self) -> Option<u8> {
        self.day
    }

    /// The earliest day that the date can mean, counted from 1 January 1970: what a time axis measures with.
    #[must_use]
    pub(crate) fn day_number(self) -> i32 {
        let (year, month, day) = self.earliest();
        day_number(i32::from(year), i32::from(month), i32::from(day))
    }

    /// The latest day that the date can mean, counted in the same way: the last of the month or of the year where the
    /// source gives no more.
    #[must_use]
    pub(crate) fn last_day_number(self) -> i32 {
        let year = i32::from(self.year);
        match (self.month.map(i32::from), self.day) {
            (Some(_), Some(_)) => self.day_number(),
            (Some(12), None) | (None, _) => day_number(year + 1, 1, 1) - 1,
            (Some(month), None) => day_number(year, month + 1, 1) - 1,
        }
    }

    /// True if the date is not certain: marked so in the file, or known only to the month or year.
    #[must_use]
    pub(crate) fn is_approximate(self) -> bool {
        self.uncertain || self.day.is_none()
    }
}

/// Days from 1 January 1970 in the Gregorian calendar. Years are counted from March on, so that a leap day comes last.
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = || DateError(text.to_owned());
        let (uncertain, plain) = match text.strip_prefix('~') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let parts: Vec<&str> = plain.split('-').collect();
        let widths_fit =
            matches!(parts.iter().map(|part| part.len()).collect::<Vec<_>>()[..], [4] | [4, 2] | [4, 2, 2]);
        if !widths_fit || !plain.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return Err(fail());
        }
        let number = |at: usize| parts.get(at).map(|part| part.parse::<i16>());
        let year = number(0).ok_or_else(fail)?.map_err(|_not_a_number| fail())?;
        let small = |at: usize| match number(at) {
            None => Ok(None),
            Some(Ok(n)) => i8::try_from(n).map(Some).map_err(|_too_large| fail()),
            Some(Err(_)) => Err(fail()),
        };
        let (month, day) = (small(1)?, small(2)?);
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_no_such_day| fail())?;
        Ok(Self { year, month: month.map(i8::unsigned_abs), day: day.map(i8::unsigned_abs), uncertain })
    }
}

/// The form used in files: `2025-01-13`, `~2024-11`, `1978`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.uncertain {
            f.write_str("~")?;
        }
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        let rest = |date: &Self| (date.month.is_some(), date.day.is_some(), !date.uncertain);
        self.earliest().cmp(&other.earliest()).then(rest(self).cmp(&rest(other)))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_print_as_they_were_written() {
        for text in ["2025-01-13", "2024-11", "1978", "~2024-11-28", "~1977-11"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn dates_compare_by_their_earliest_day() {
        assert!(date("2024-12") < date("2024-12-02"));
        assert!(date("2024-12-31") < date("2025"));
        assert_eq!(date("2024-12").earliest(), date("2024-12-01").earliest());
    }

    #[test]
    fn days_are_counted_as_a_calendar_counts_them() {
        let epoch = jiff::civil::date(1970, 1, 1);
        for text in ["1970-01-01", "1978-09-17", "2000-02-29", "2024-12-31", "2025-03-01", "1899-01-31"] {
            let day: jiff::civil::Date = text.parse().unwrap();
            let expected = day.duration_since(epoch).as_hours() / 24;
            assert_eq!(i64::from(date(text).day_number()), expected, "{text}");
        }
        for (text, last) in [("2024-02", "2024-02-29"), ("2024-12", "2024-12-31"), ("2023", "2023-12-31")] {
            assert_eq!(date(text).last_day_number(), date(last).day_number(), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "13 Jan 2025", "2025-13", "2025-02-30", "2025-1-3", "25-01-13", "2025-01-13-1", "~"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
