//! What a user can ask for by name: the menu, the keys and the help page are made from this one list.

use super::{Settings, State};

/// A command without a target. Their order is that of the menus and of the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Command {
    /// A new, empty plan of the same dossier.
    NewPlan,
    /// The start page, with the dossiers and scenarios that are at hand.
    Browse,
    /// Open a file.
    Open,
    /// Save to the file.
    Save,
    /// Save to another file.
    SaveAs,
    /// Save to another file, with the dossier inside.
    SaveSelfContained,
    /// Unsaved plans, to bring back or to delete.
    Drafts,
    /// Sheets to hand out, on paper or as files.
    HandOuts,
    /// Close the window.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Take every term out of the plan.
    Clear,
    /// A copy of the plan beside it, to compare.
    Duplicate,
    /// Title, origin and notes of the scenario.
    Notes,
    /// Whose plan it is, and what became of it.
    PlanCard,
    /// Copy the citation of the focused cell.
    CopyCitation,
    /// Find terms, parties, statements and commands by name.
    Find,
    /// The tab with the table.
    Explore,
    /// The tab of what excludes each other.
    Parties,
    /// The tab of the plan through time.
    Timeline,
    /// The tab of two plans.
    Compare,
    /// The tab of other plans.
    Alternatives,
    /// The tab of work for a class.
    Activities,
    /// Presenter mode.
    Present,
    /// Which plans presenter mode walks through.
    Walk,
    /// A blank screen while presenting, and back.
    Blank,
    /// Hide all verdicts.
    Hide,
    /// Reveal the next party.
    RevealNext,
    /// Hide the party again that was revealed last.
    HideLast,
    /// Reveal all verdicts.
    RevealAll,
    /// The Why panel.
    ToggleWhy,
    /// The dated event before.
    PreviousEvent,
    /// The dated event after.
    NextEvent,
    /// What is new after a step of the date.
    News,
    /// The last change once more, back and forth.
    Replay,
    /// The day at which the dossier opens.
    DossierDay,
    /// Larger text.
    LargerText,
    /// Smaller text.
    SmallerText,
    /// Text as large as at first.
    UsualText,
    /// Settings.
    Settings,
    /// Run a command by its name.
    Palette,
    /// Keys and help.
    Help,
    /// How the dossier was made.
    About,
    /// What decides a red line.
    RedLines,
    /// Show the two hints again.
    ShowHints,
}

/// The menu in which a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Menu {
    /// Files.
    File,
    /// The plan.
    Edit,
    /// What is shown.
    View,
    /// Help.
    Help,
}

/// A key that a shortcut can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, written as a capital.
    Letter(char),
    /// A digit.
    Digit(u8),
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// Plus, on its own or with Shift.
    Plus,
    /// Minus.
    Minus,
    /// A function key by number.
    Function(u8),
    /// Comma.
    Comma,
    /// Full stop.
    Period,
    /// The space bar.
    Space,
    /// Page up; on a presenter remote, back.
    PageUp,
    /// Page down; on a presenter remote, forward.
    PageDown,
    /// Home.
    Home,
}

/// A key with its modifiers. `ctrl` is Cmd on macOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// With Ctrl.
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// The key.
    pub key: Key,
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: false, key }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, key }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: true, key }
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, key }
}

impl Command {
    /// The menu in which the command stands.
    #[must_use]
    pub fn menu(self) -> Menu {
        match self {
            Self::NewPlan
            | Self::Browse
            | Self::Open
            | Self::Save
            | Self::SaveAs
            | Self::SaveSelfContained
            | Self::Drafts
            | Self::HandOuts
            | Self::Quit => Menu::File,
            Self::Undo
            | Self::Redo
            | Self::Clear
            | Self::Duplicate
            | Self::Notes
            | Self::PlanCard
            | Self::CopyCitation
            | Self::Find => Menu::Edit,
            Self::Explore
            | Self::Parties
            | Self::Timeline
            | Self::Compare
            | Self::Alternatives
            | Self::Activities
            | Self::Present
            | Self::Walk
            | Self::Blank
            | Self::Hide
            | Self::RevealNext
            | Self::HideLast
            | Self::RevealAll
            | Self::ToggleWhy
            | Self::PreviousEvent
            | Self::NextEvent
            | Self::News
            | Self::Replay
            | Self::DossierDay
            | Self::LargerText
            | Self::SmallerText
            | Self::UsualText
            | Self::Settings => Menu::View,
            Self::Palette | Self::Help | Self::About | Self::RedLines | Self::ShowHints => Menu::Help,
        }
    }

    /// The shortcuts; the first is the one that is shown.
    #[must_use]
    pub fn shortcuts(self) -> &'static [Shortcut] {
        const fn letter(letter: char) -> Shortcut {
            ctrl(Key::Letter(letter))
        }
        match self {
            Self::NewPlan => const { &[letter('N')] },
            Self::Browse => const { &[letter('L'), plain(Key::Home)] },
            Self::Open => const { &[letter('O')] },
            Self::Save => const { &[letter('S')] },
            Self::SaveAs => const { &[ctrl_shift(Key::Letter('S'))] },
            Self::HandOuts => const { &[letter('P')] },
            Self::Quit => const { &[letter('Q')] },
            Self::Undo => const { &[letter('Z')] },
            Self::Redo => const { &[letter('Y'), ctrl_shift(Key::Letter('Z'))] },
            Self::Duplicate => const { &[letter('D')] },
            Self::Notes => const { &[letter('I')] },
            Self::PlanCard => const { &[plain(Key::Letter('I'))] },
            Self::CopyCitation => const { &[plain(Key::Letter('C'))] },
            Self::Find => const { &[letter('F')] },
            Self::Palette => const { &[letter('K')] },
            Self::Explore => const { &[ctrl(Key::Digit(1))] },
            Self::Parties => const { &[ctrl(Key::Digit(2))] },
            Self::Timeline => const { &[ctrl(Key::Digit(3))] },
            Self::Compare => const { &[ctrl(Key::Digit(4))] },
            Self::Alternatives => const { &[ctrl(Key::Digit(5))] },
            Self::Activities => const { &[ctrl(Key::Digit(6))] },
            // Remotes send the one with Shift too, to begin at the slide that is open.
            Self::Present => const { &[plain(Key::Function(5)), shift(Key::Function(5))] },
            Self::Blank => const { &[plain(Key::Letter('B')), plain(Key::Period)] },
            Self::Hide => const { &[plain(Key::Letter('H'))] },
            Self::RevealNext => const { &[plain(Key::Space), plain(Key::PageDown)] },
            Self::HideLast => const { &[plain(Key::PageUp)] },
            Self::RevealAll => const { &[plain(Key::Letter('R'))] },
            Self::ToggleWhy => const { &[plain(Key::Function(6))] },
            Self::PreviousEvent => const { &[ctrl(Key::Left)] },
            Self::NextEvent => const { &[ctrl(Key::Right)] },
            Self::News => const { &[plain(Key::Letter('N'))] },
            Self::Replay => const { &[plain(Key::Letter('L'))] },
            Self::LargerText => const { &[ctrl(Key::Plus)] },
            Self::SmallerText => const { &[ctrl(Key::Minus)] },
            Self::UsualText => const { &[ctrl(Key::Digit(0))] },
            Self::Settings => const { &[ctrl(Key::Comma)] },
            Self::Help => const { &[plain(Key::Function(1))] },
            Self::SaveSelfContained
            | Self::Drafts
            | Self::Clear
            | Self::Walk
            | Self::DossierDay
            | Self::About
            | Self::RedLines
            | Self::ShowHints => &[],
        }
    }

    /// True if the command can do something now.
    #[must_use]
    pub fn is_enabled(self, state: &State) -> bool {
        let settings = &state.settings;
        if state.presenter.is_on && !self.is_for_presenting() {
            return false;
        }
        match self {
            Self::Save => state.document.is_unsaved() || state.document.path().is_none(),
            Self::Undo => state.history.undo_label().is_some(),
            Self::Redo => state.history.redo_label().is_some(),
            Self::Clear => state.document.scenario.plan.n_set() > 0,
            Self::CopyCitation => !state.focused_statements().is_empty(),
            Self::PreviousEvent => state.event_from_here(-1).is_some(),
            Self::NextEvent => state.event_from_here(1).is_some(),
            Self::News => state.news().is_some(),
            Self::Replay => state.changed_cells().next().is_some(),
            Self::DossierDay => state.document.scenario.as_of != state.dossier().as_of,
            Self::LargerText => settings.text_size_stepped(1) != settings.text_size,
            Self::SmallerText => settings.text_size_stepped(-1) != settings.text_size,
            Self::UsualText => settings.text_size != Settings::default().text_size,
            Self::ShowHints => settings.hints_seen,
            Self::Present => !state.presenter.is_on,
            Self::Blank => state.presenter.is_on,
            Self::Hide => state.can_hide(),
            Self::RevealNext => state.can_reveal(),
            Self::HideLast => state.can_take_back(),
            Self::RevealAll => state.can_reveal_all(),
            Self::NewPlan
            | Self::Browse
            | Self::Open
            | Self::SaveAs
            | Self::SaveSelfContained
            | Self::Drafts
            | Self::HandOuts
            | Self::Quit
            | Self::Duplicate
            | Self::Notes
            | Self::PlanCard
            | Self::Find
            | Self::Palette
            | Self::Explore
            | Self::Parties
            | Self::Timeline
            | Self::Compare
            | Self::Alternatives
            | Self::Activities
            | Self::Walk
            | Self::ToggleWhy
            | Self::Settings
            | Self::Help
            | Self::About
            | Self::RedLines => true,
        }
    }
}

impl Shortcut {
    /// True if the shortcut would type a character in a text field, and so must be inactive there.
    #[must_use]
    pub fn types_text(self) -> bool {
        let types_none = [Key::PageUp, Key::PageDown, Key::Left, Key::Right, Key::Home];
        !self.ctrl && !matches!(self.key, Key::Function(_)) && !types_none.contains(&self.key)
    }

    /// True if the key means something else wherever its command has nothing to do.
    #[must_use]
    pub fn is_shared(self) -> bool {
        let shared = [Key::Space, Key::PageUp, Key::PageDown, Key::Left, Key::Right, Key::Home];
        !self.ctrl && shared.contains(&self.key)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use strum::IntoEnumIterator as _;

    use super::*;

    #[test]
    fn no_shortcut_stands_for_two_commands() {
        let mut seen: BTreeMap<String, Command> = BTreeMap::new();
        for command in Command::iter() {
            for shortcut in command.shortcuts() {
                let other = seen.insert(format!("{shortcut:?}"), command);
                assert_eq!(other, None, "{shortcut:?} also stands for {command:?}");
            }
        }
    }

    #[test]
    fn every_menu_has_commands() {
        for menu in Menu::iter() {
            assert!(Command::iter().any(|command| command.menu() == menu), "{menu:?}");
        }
    }
}
