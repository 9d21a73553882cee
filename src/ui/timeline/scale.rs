//! Where a day stands on the time axis, and which days are named on it.

use crate::ui::counts::to_f32;
use crate::{
    app::timeline::Spacing,
    domain::{Date, Dossier},
    wording::timeline as texts,
};

/// Labels of one line keep this much distance, in points.
const LABEL_GAP: f32 = 10.0;

/// An axis of time between two places on the screen.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// Days, counted from 1970, and their places; both grow.
    knots: Vec<(i32, f32)>,
    /// The room of one event where each takes the same, else 0.
    slot: f32,
    events: Vec<Date>,
}

/// A name on the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// Where it begins.
    pub x: f32,
    /// What it says.
    pub text: String,
    /// True for the upper line of years and months.
    pub major: bool,
    /// True for a day that names its month itself, which had no room above.
    pub names_month: bool,
}

impl Scale {
    /// An axis from `left` to `right` over all that is on file and all that the dossier covers.
    pub(super) fn new(dossier: &Dossier, spacing: Spacing, left: f32, right: f32) -> Self {
        let events: Vec<Date> = dossier.events().to_vec();
        let days = events.iter().map(|day| day.day_number());
        let (covers_first, covers_last) = dossier.covers;
        match spacing {
            Spacing::Events => {
                let slot = (right - left) / to_f32(events.len().max(1));
                let mut knots: Vec<(i32, f32)> =
                    days.enumerate().map(|(place, day)| (day, left + slot * to_f32(place))).collect();
                let last = knots.last().map_or(0, |knot| knot.0);
                knots.push((covers_last.last_day_number().max(last) + 1, right));
                Self { knots, slot, events }
            }
            Spacing::Days => {
                let first = days.clone().min().unwrap_or(0).min(covers_first.day_number());
                let last = days.max().unwrap_or(0).max(covers_last.last_day_number());
                Self { knots: vec![(first, left), (last + 1, right)], slot: 0.0, events }
            }
        }
    }

    /// Where a day, counted from 1970, begins.
    pub(super) fn x(&self, day: i32) -> f32 {
        let next = self.knots.partition_point(|knot| knot.0 <= day);
        let (Some(before), Some(after)) = (next.checked_sub(1).map(|place| self.knots[place]), self.knots.get(next))
        else {
            let end = if next == 0 { self.knots.first() } else { self.knots.last() };
            return end.map_or(0.0, |knot| knot.1);
        };
        let part = days(day - before.0) / days((after.0 - before.0).max(1));
        before.1 + (after.1 - before.1) * part
    }

    /// Where a line or a tick of a day stands: in the middle of its room where every event has the same.
    pub(super) fn middle(&self, day: Date) -> f32 {
        let number = day.day_number();
        let is_event = self.events.iter().any(|event| event.day_number() == number);
        let x = self.x(number);
        if is_event { x + self.slot / 2.0 } else { x.max(self.before(number)) }
    }

    /// The middle of the last event before a day that is none itself: a line after it must not stand before it.
    fn before(&self, number: i32) -> f32 {
        let n_before = self.events.partition_point(|event| event.day_number() < number);
        n_before
            .checked_sub(1)
            .map_or(f32::MIN, |place| self.x(self.events[place].day_number()) + self.slot / 2.0 + 2.0)
    }

    /// True if every event takes the same room.
    pub(super) fn is_even(&self) -> bool {
        self.slot > 0.0
    }

    /// How far a text of this width is moved to stand in the middle of an event's room.
    pub(super) fn half_slot(&self, width: f32) -> f32 {
        if self.slot > 0.0 { (self.slot - width) / 2.0 } else { 0.0 }
    }

    /// The free room after a day's place, up to the next event.
    pub(super) fn room(&self, day: Date) -> f32 {
        if self.slot > 0.0 {
            return self.slot;
        }
        let next = self.events.iter().find(|event| event.day_number() > day.day_number());
        next.map_or(LABEL_GAP, |next| self.x(next.day_number()) - self.x(day.day_number()))
    }

    /// The names on the axis that have room; `width` measures a text.
    pub(super) fn labels(&self, width: impl Fn(&str) -> f32) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        let mut candidates = if self.slot > 0.0 { self.event_labels() } else { self.calendar_labels(&width) };
        // Important ones come first and take the room.
        candidates.sort_by_key(|candidate| candidate.rank);
        for Candidate { rank, label, head } in candidates {
            let end = label.x + width(&label.text);
            let fits = |other: &Label| {
                other.major != label.major
                    || end + LABEL_GAP <= other.x
                    || other.x + width(&other.text) + LABEL_GAP <= label.x
            };
            // Under no name or another's, a day would be read as one of the wrong month.
            let is_name = |other: &Label| other.major || (other.names_month && !label.names_month);
            let is_headed = head.is_none_or(|head| labels.iter().any(|other| is_name(other) && other.x == head));
            let inside = rank == 0 || end <= self.knots.last().map_or(end, |knot| knot.1);
            // A month is named once, above where it has room there.
            let is_named = label.names_month && labels.iter().any(|other| other.x == label.x);
            if inside && is_headed && !is_named && labels.iter().all(fits) {
                labels.push(label);
            }
        }
        labels.sort_by(|a, b| (a.major, a.x).partial_cmp(&(b.major, b.x)).unwrap_or(std::cmp::Ordering::Equal));
        labels
    }

    /// Where each event takes the same room: the day of each below, month and year where they begin above, the year once. A
    /// month without room above stands below, with its first day or in its place.
    fn event_labels(&self) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let (mut before, mut year, mut month): (Option<Date>, f32, f32) = (None, 0.0, 0.0);
        for event in &self.events {
            let x = self.x(event.day_number());
            let new_year = before.is_none_or(|before| before.year() != event.year());
            let new_month = new_year || before.is_some_and(|before| before.month() != event.month());
            if new_month {
                month = x;
            }
            match event.month().filter(|_| new_month) {
                Some(name) if !new_year => {
                    candidates.push(Candidate::upper(1, x, texts::month(name).to_owned()).under(year));
                    candidates.push(Candidate::upper(2, x, texts::month_and_year(name, event.year())));
                    let day = event.day_of_month().map(|day| texts::day_and_month(day, name));
                    candidates.extend(day.map(|text| Candidate::lower(3, x, text).under(year).with_month()));
                    candidates.push(Candidate::lower(4, x, texts::month(name).to_owned()).under(year).with_month());
                }
                Some(name) => candidates.push(Candidate::upper(0, x, texts::month_and_year(name, event.year()))),
                None if new_year => candidates.push(Candidate::upper(0, x, event.year().to_string())),
                None => {}
            }
            if new_year {
                year = x;
            }
            if let Some(day) = event.day_of_month() {
                candidates.push(Candidate::lower(5, x, day.to_string()).under(month));
            }
            before = Some(*event);
        }
        candidates
    }

    /// Where each day takes the same room: years above and months below, or months above and days below.
    fn calendar_labels(&self, width: &impl Fn(&str) -> f32) -> Vec<Candidate> {
        let (Some(first), Some(last)) = (self.knots.first(), self.knots.last()) else { return Vec::new() };
        let month_room = (last.1 - first.1) / (days(last.0 - first.0) / 30.4);
        let with_days = month_room >= 4.0 * (width("28") + LABEL_GAP);
        let has_room = |rank: u8| match rank {
            3 => month_room >= width("Mmm") + LABEL_GAP,
            2 => month_room * 3.0 >= width("Mmm") + LABEL_GAP,
            _ => true,
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut head = first.1;
        for (year, month) in months(first.0, last.0) {
            let begins = date(year, month, 1).map_or(first.0, Date::day_number);
            let (x, is_cut) = (self.x(begins.max(first.0)), begins < first.0);
            if with_days {
                candidates.push(Candidate::upper(1, x, texts::month_and_year(month, year)));
                let days = [1, 8, 15, 22].map(|day| (day, begins + day - 1)).into_iter();
                let days = days.filter(|(_, number)| (first.0..last.0).contains(number));
                candidates
                    .extend(days.map(|(day, number)| Candidate::lower(2, self.x(number), day.to_string()).under(x)));
                continue;
            }
            if month == 1 || candidates.is_empty() {
                head = x;
                candidates.push(Candidate::upper(u8::from(month != 1), x, year.to_string()));
            }
            // January, July, then April and October, then the others, as there is room.
            let rank = match month {
                1 | 7 => 1,
                4 | 10 => 2,
                _ => 3,
            };
            if !is_cut && has_room(rank) {
                candidates.push(Candidate::lower(rank, x, texts::month(month).to_owned()).under(head));
            }
        }
        candidates
    }
}

/// A name that stands on the axis if there is room.
struct Candidate {
    /// The lower, the more important.
    rank: u8,
    label: Label,
    /// Where the name begins that must stand above it, or before it, for this one to be read rightly.
    head: Option<f32>,
}

impl Candidate {
    fn upper(rank: u8, x: f32, text: String) -> Self {
        Self { rank, label: Label { x, text, major: true, names_month: false }, head: None }
    }

    fn lower(rank: u8, x: f32, text: String) -> Self {
        Self { rank, label: Label { x, text, major: false, names_month: false }, head: None }
    }

    fn under(self, head: f32) -> Self {
        Self { head: Some(head), ..self }
    }

    fn with_month(mut self) -> Self {
        self.label.names_month = true;
        self
    }
}

/// The months from one day to another, both counted from 1970.
fn months(first: i32, last: i32) -> impl Iterator<Item = (i16, u8)> {
    let year_of = |day: i32| i16::try_from(1970 + day.div_euclid(365)).unwrap_or(1970);
    let all = (year_of(first) - 1..=year_of(last)).flat_map(|year| (1..=12_u8).map(move |month| (year, month)));
    all.filter(move |(year, month)| {
        let begins = date(*year, *month, 1).map_or(i32::MIN, Date::day_number);
        begins + 30 >= first && begins <= last
    })
}

fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::day(year, month, day).ok()
}

#[expect(clippy::cast_precision_loss, reason = "days of a few centuries")]
fn days(count: i32) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    fn scale(spacing: Spacing, right: f32) -> Scale {
        Scale::new(&practice::dossier(), spacing, 0.0, right)
    }

    /// A dossier in which something is said on many days of two years.
    fn busy() -> Dossier {
        let mut parts = practice::parts();
        for (year, month, day) in (0..40_u8).map(|n| (2023 + i16::from(n / 20), n * 5 % 12 + 1, n % 28 + 1)) {
            let mut statement = parts.statements[0].clone();
            statement.id = format!("{year}-{month}-{day}");
            statement.said = Date::day(year, month, day).unwrap();
            parts.statements.push(statement);
        }
        Dossier::new(parts).unwrap()
    }

    /// Every letter takes seven points.
    fn width(text: &str) -> f32 {
        to_f32(text.chars().count()) * 7.0
    }

    #[test]
    fn days_grow_from_left_to_right_and_stay_inside() {
        for spacing in [Spacing::Events, Spacing::Days] {
            let scale = scale(spacing, 600.0);
            let (first, last) = practice::dossier().covers;
            let places: Vec<f32> = (first.day_number() - 40..last.day_number() + 40).map(|day| scale.x(day)).collect();
            assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{spacing:?}");
            assert!(places.iter().all(|x| (0.0..=600.0).contains(x)), "{spacing:?}");
        }
    }

    #[test]
    fn events_take_the_same_room_or_the_days_do() {
        let events = practice::dossier().events().to_vec();
        let gaps = |spacing| {
            let scale = scale(spacing, 600.0);
            let places: Vec<f32> = events.iter().map(|day| scale.x(day.day_number())).collect();
            places.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<f32>>()
        };
        let even = gaps(Spacing::Events);
        assert!(even.iter().all(|gap| (gap - even[0]).abs() < 0.01));
        for (gap, pair) in gaps(Spacing::Days).iter().zip(events.windows(2)) {
            let n_days = days(pair[1].day_number() - pair[0].day_number());
            let per_day = gap / n_days;
            assert!(
                (per_day - gaps(Spacing::Days)[0] / days(events[1].day_number() - events[0].day_number())).abs() < 0.01
            );
        }
    }

    #[test]
    fn labels_do_not_overlap_and_the_year_is_always_named() {
        for spacing in [Spacing::Events, Spacing::Days] {
            for right in (6..100).map(|step| to_f32(step * step)) {
                let labels = Scale::new(&busy(), spacing, 0.0, right).labels(width);
                for major in [true, false] {
                    let line: Vec<&Label> = labels.iter().filter(|label| label.major == major).collect();
                    let apart = |pair: &[&Label]| pair[0].x + width(&pair[0].text) + LABEL_GAP <= pair[1].x;
                    assert!(line.windows(2).all(apart), "{spacing:?} {right}: {line:?}");
                }
                assert!(
                    labels.iter().any(|label| label.major && label.text.contains("202")),
                    "{spacing:?} {right}: {labels:?}"
                );
            }
        }
        let months = scale(Spacing::Days, 1200.0).labels(width);
        assert!(months.iter().any(|label| label.text == "Apr" && !label.major), "{months:?}");
        let days = scale(Spacing::Days, 8000.0).labels(width);
        assert!(days.iter().any(|label| label.text == "15" && !label.major), "{days:?}");
    }

    #[test]
    fn a_day_stands_under_its_own_month_and_year() {
        let dossier = busy();
        for right in (6..100).map(|step| to_f32(step * step)) {
            let scale = Scale::new(&dossier, Spacing::Events, 0.0, right);
            let labels = scale.labels(width);
            let day_at = |x: f32| dossier.events().iter().find(|day| scale.x(day.day_number()) == x).unwrap();
            let last = |x: f32, is: &dyn Fn(&Label) -> bool| {
                let names = |label: &&Label| label.major || label.names_month;
                let heads = labels.iter().filter(|label| names(label) && label.x <= x && is(label));
                heads.max_by(|a, b| a.x.total_cmp(&b.x)).map(|label| label.text.clone()).unwrap()
            };
            for label in &labels {
                let day = day_at(label.x);
                let year = last(label.x, &|label| label.major && label.text.contains("20"));
                assert!(year.ends_with(&day.year().to_string()), "{right}: {labels:?}");
                if !label.major {
                    let month = last(label.x, &|_| true);
                    assert!(month.contains(texts::month(day.month().unwrap())), "{right}: {label:?} in {labels:?}");
                }
            }
        }
    }
}
