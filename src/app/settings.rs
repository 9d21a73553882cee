//! What is kept from one session to the next and belongs to the person, not to the plan.

use std::path::PathBuf;

use strum::IntoEnumIterator as _;

use super::{Paper, Separator};

/// The number of recent files that are kept.
pub(super) const MAX_RECENT: usize = 8;

/// The text sizes on offer, in percent.
pub(crate) const TEXT_SIZES: [u16; 5] = [100, 115, 130, 150, 200];

/// The user's settings. Every field has a default, so that an older file can be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// How marks are coloured.
    pub marks: MarkColours,
    /// Text size in percent; one of [`TEXT_SIZES`].
    pub text_size: u16,
    /// Dates as `2025-01-13` rather than `13 Jan 2025`.
    pub iso_dates: bool,
    /// The order of the columns inside each group of parties.
    pub party_order: PartyOrder,
    /// Which of the shuffled orders it is.
    pub shuffle: u32,
    /// No movement on the screen.
    pub reduce_motion: bool,
    /// Single letters and digits act as shortcuts outside text fields.
    pub single_key_shortcuts: bool,
    /// While presenting, the left and right arrow keys hide and reveal instead of changing the plan: some remotes send them.
    pub arrows_reveal: bool,
    /// It was told that the arrow keys change the plan.
    pub arrows_told: bool,
    /// The screen to present on, by its name; `None` for the one that the window is on.
    pub present_on: Option<String>,
    /// The counts in the bottom line and the foot of the table.
    pub show_counts: bool,
    /// The two hints of the first minute have done their work.
    pub hints_seen: bool,
    /// Where hand-outs go; `None` until the first one is written.
    pub hand_out_folder: Option<PathBuf>,
    /// The paper of hand-outs.
    pub paper: Paper,
    /// Hand-outs have marks in greys, hatched, instead of in colour.
    pub hatched: bool,
    /// What stands between the fields of CSV files.
    pub separator: Separator,
    /// Files opened or saved, newest first.
    pub recent: Vec<PathBuf>,
    /// The inner size of the window when it was last closed, in points.
    pub window_size: Option<(u16, u16)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            marks: MarkColours::OrangeBlue,
            text_size: TEXT_SIZES[0],
            iso_dates: false,
            party_order: PartyOrder::Alphabetical,
            shuffle: 1,
            reduce_motion: false,
            single_key_shortcuts: true,
            arrows_reveal: false,
            arrows_told: false,
            present_on: None,
            show_counts: true,
            hints_seen: false,
            hand_out_folder: None,
            paper: Paper::A4,
            hatched: false,
            separator: Separator::Comma,
            recent: Vec::new(),
            window_size: None,
        }
    }
}

impl Settings {
    /// Puts `path` in front of the recent files.
    pub(crate) fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(MAX_RECENT);
    }

    /// These settings put into those that another window has written meanwhile: what was changed here since `before`
    /// holds, the rest is theirs, and the recent files are those of both.
    #[must_use]
    pub fn merged(&self, before: &Self, theirs: &Self) -> Self {
        fn newer<T: PartialEq + Clone>(mine: &T, before: &T, theirs: &T) -> T {
            if mine == before { theirs.clone() } else { mine.clone() }
        }
        macro_rules! merged {
            ($($field:ident),*) => {
                Self { $($field: newer(&self.$field, &before.$field, &theirs.$field),)* recent: Vec::new() }
            };
        }
        let mut merged = merged!(
            theme,
            marks,
            text_size,
            iso_dates,
            party_order,
            shuffle,
            reduce_motion,
            single_key_shortcuts,
            arrows_reveal,
            arrows_told,
            present_on,
            show_counts,
            hints_seen,
            hand_out_folder,
            paper,
            hatched,
            separator,
            window_size
        );
        let forgotten = |path: &PathBuf| before.recent.contains(path) && !self.recent.contains(path);
        merged.recent = self.recent.clone();
        merged
            .recent
            .extend(theirs.recent.iter().filter(|path| !self.recent.contains(path) && !forgotten(path)).cloned());
        merged.recent.truncate(MAX_RECENT);
        merged
    }

    /// The text size `steps` places further in [`TEXT_SIZES`].
    #[must_use]
    pub(crate) fn text_size_stepped(&self, steps: isize) -> u16 {
        let place = TEXT_SIZES.iter().position(|size| *size >= self.text_size).unwrap_or(0);
        let last = TEXT_SIZES.len() - 1;
        TEXT_SIZES[place.saturating_add_signed(steps).min(last)]
    }
}

/// Which theme to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, strum::EnumIter)]
pub enum ThemeChoice {
    /// As the operating system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// As on the wall: dark on white, and nothing weak.
    Projector,
}

/// How marks are coloured. Their shapes are always the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, strum::EnumIter)]
pub enum MarkColours {
    /// From orange to blue.
    #[default]
    OrangeBlue,
    /// Greys; what speaks against the plan is hatched.
    Grey,
    /// The strongest contrast that the theme allows.
    HighContrast,
}

/// The order of the columns inside each group of parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, strum::EnumIter)]
pub enum PartyOrder {
    /// By code, A to Z.
    #[default]
    Alphabetical,
    /// As the dossier lists them.
    Dossier,
    /// In an order that means nothing, another one after each shuffle.
    Shuffled,
}

/// One setting with a value, to be found by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// See [`Settings::text_size`].
    TextSize(u16),
    /// See [`Settings::theme`].
    Theme(ThemeChoice),
    /// See [`Settings::marks`].
    Marks(MarkColours),
    /// See [`Settings::iso_dates`].
    IsoDates(bool),
    /// See [`Settings::party_order`].
    PartyOrder(PartyOrder),
    /// See [`Settings::show_counts`].
    ShowCounts(bool),
    /// See [`Settings::single_key_shortcuts`].
    SingleKeys(bool),
    /// See [`Settings::arrows_reveal`].
    ArrowsReveal(bool),
    /// See [`Settings::reduce_motion`].
    ReduceMotion(bool),
}

impl Setting {
    /// Every setting with every value, in the order of the settings page.
    pub fn all() -> impl Iterator<Item = Self> {
        let switches = [Self::ShowCounts, Self::SingleKeys, Self::ArrowsReveal, Self::ReduceMotion];
        let switches = switches.into_iter().flat_map(|switch| [switch(true), switch(false)]);
        (TEXT_SIZES.into_iter().map(Self::TextSize))
            .chain(ThemeChoice::iter().map(Self::Theme))
            .chain(MarkColours::iter().map(Self::Marks))
            .chain([false, true].map(Self::IsoDates))
            .chain(PartyOrder::iter().map(Self::PartyOrder))
            .chain(switches)
    }

    /// The settings with this one so.
    #[must_use]
    pub fn put_into(self, settings: &Settings) -> Settings {
        let mut settings = settings.clone();
        match self {
            Self::TextSize(size) => settings.text_size = size,
            Self::Theme(theme) => settings.theme = theme,
            Self::Marks(marks) => settings.marks = marks,
            Self::IsoDates(iso) => settings.iso_dates = iso,
            Self::PartyOrder(order) => settings.party_order = order,
            Self::ShowCounts(shown) => settings.show_counts = shown,
            Self::SingleKeys(on) => settings.single_key_shortcuts = on,
            Self::ArrowsReveal(on) => settings.arrows_reveal = on,
            Self::ReduceMotion(reduced) => settings.reduce_motion = reduced,
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn of_two_windows_each_keeps_what_it_changed() {
        let before = Settings { recent: paths(&["a", "b"]), ..Settings::default() };
        let theirs =
            Settings { theme: ThemeChoice::Dark, text_size: 150, recent: paths(&["t", "a", "b"]), ..before.clone() };
        let mine = Settings { iso_dates: true, text_size: 200, recent: paths(&["m", "a", "b"]), ..before.clone() };
        let merged = mine.merged(&before, &theirs);
        assert_eq!((merged.theme, merged.iso_dates, merged.text_size), (ThemeChoice::Dark, true, 200));
        assert_eq!(merged.recent, paths(&["m", "a", "b", "t"]));
        assert_eq!(before.merged(&before, &theirs).theme, ThemeChoice::Dark, "nothing was changed here");
    }

    #[test]
    fn a_file_that_is_gone_stays_forgotten_and_the_list_stays_short() {
        let before = Settings { recent: paths(&["a", "gone"]), ..Settings::default() };
        let mine = Settings { recent: paths(&["a"]), ..before.clone() };
        assert_eq!(mine.merged(&before, &before).recent, paths(&["a"]));
        let theirs = Settings { recent: paths(&["1", "2", "3", "4", "5", "6", "7", "8"]), ..before.clone() };
        assert_eq!(mine.merged(&before, &theirs).recent.len(), MAX_RECENT);
    }
}
