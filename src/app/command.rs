//! What a user can ask for by name: the menu, the keys and the help page are made from this one list.

use super::{Settings, State};

/// A command without a target. Their order is that of the menus and of the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Command {
    /// A new, empty plan of the same dossier.
    NewPlan,
    /// A new case of one's own.
    NewCase,
    /// A new case of one's own out of a workbook, or a newer state of the open one.
    NewCaseFromWorkbook,
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
    /// Write the case as a workbook.
    SaveWorkbook,
    /// Write the case with its plans into one file for somebody else.
    ShareCase,
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
    /// The tab of the case itself.
    Case,
    /// Presenter mode.
    Present,
    /// Present on the next screen.
    NextScreen,
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
    /// What the marks mean.
    Marks,
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
    pub(crate) ctrl: bool,
    /// With Shift.
    pub(crate) shift: bool,
    /// The key.
    pub(crate) key: Key,
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

/// What is said of a command in one line.
struct Spec {
    menu: Menu,
    shortcuts: &'static [Shortcut],
    presenting: bool,
}

const fn always(menu: Menu, shortcuts: &'static [Shortcut]) -> Spec {
    Spec { menu, shortcuts, presenting: true }
}

/// A command that is not there while presenting.
const fn at_the_desk(menu: Menu, shortcuts: &'static [Shortcut]) -> Spec {
    Spec { menu, shortcuts, presenting: false }
}

impl Command {
    /// Where the command stands, its keys, and whether it stays while presenting.
    const fn spec(self) -> Spec {
        use Menu::{Edit, File, Help, View};
        match self {
            Self::NewPlan => always(File, const { &[ctrl(Key::Letter('N'))] }),
            Self::NewCase | Self::NewCaseFromWorkbook => at_the_desk(File, &[]),
            Self::Browse => at_the_desk(File, const { &[ctrl(Key::Letter('L')), plain(Key::Home)] }),
            Self::Open => at_the_desk(File, const { &[ctrl(Key::Letter('O'))] }),
            Self::Save => at_the_desk(File, const { &[ctrl(Key::Letter('S'))] }),
            Self::SaveAs => at_the_desk(File, const { &[ctrl_shift(Key::Letter('S'))] }),
            Self::SaveSelfContained | Self::SaveWorkbook | Self::ShareCase => at_the_desk(File, &[]),
            Self::Drafts => at_the_desk(File, &[]),
            Self::HandOuts => at_the_desk(File, const { &[ctrl(Key::Letter('P'))] }),
            Self::Quit => always(File, const { &[ctrl(Key::Letter('Q'))] }),
            Self::Undo => always(Edit, const { &[ctrl(Key::Letter('Z'))] }),
            Self::Redo => always(Edit, const { &[ctrl(Key::Letter('Y')), ctrl_shift(Key::Letter('Z'))] }),
            Self::Clear => always(Edit, &[]),
            Self::Duplicate => always(Edit, const { &[ctrl(Key::Letter('D'))] }),
            Self::Notes => at_the_desk(Edit, const { &[ctrl(Key::Letter('I'))] }),
            Self::PlanCard => always(Edit, const { &[plain(Key::Letter('I'))] }),
            Self::CopyCitation => at_the_desk(Edit, const { &[plain(Key::Letter('C'))] }),
            Self::Find => always(Edit, const { &[ctrl(Key::Letter('F'))] }),
            Self::Explore => always(View, const { &[ctrl(Key::Digit(1))] }),
            Self::Parties => always(View, const { &[ctrl(Key::Digit(2))] }),
            Self::Timeline => always(View, const { &[ctrl(Key::Digit(3))] }),
            Self::Compare => always(View, const { &[ctrl(Key::Digit(4))] }),
            Self::Alternatives => always(View, const { &[ctrl(Key::Digit(5))] }),
            Self::Activities => always(View, const { &[ctrl(Key::Digit(6))] }),
            Self::Case => always(View, const { &[ctrl(Key::Digit(7))] }),
            // Remotes send the one with Shift too, to begin at the slide that is open.
            Self::Present => always(View, const { &[plain(Key::Function(5)), shift(Key::Function(5))] }),
            Self::NextScreen => always(View, &[]),
            Self::Walk => at_the_desk(View, &[]),
            Self::Blank => always(View, const { &[plain(Key::Letter('B')), plain(Key::Period)] }),
            Self::Hide => always(View, const { &[plain(Key::Letter('H'))] }),
            Self::RevealNext => always(View, const { &[plain(Key::Space), plain(Key::PageDown)] }),
            Self::HideLast => always(View, const { &[plain(Key::PageUp)] }),
            Self::RevealAll => always(View, const { &[plain(Key::Letter('R'))] }),
            Self::ToggleWhy => at_the_desk(View, const { &[plain(Key::Function(6))] }),
            Self::PreviousEvent => always(View, const { &[ctrl(Key::Left)] }),
            Self::NextEvent => always(View, const { &[ctrl(Key::Right)] }),
            Self::News => always(View, const { &[plain(Key::Letter('N'))] }),
            Self::Replay => always(View, const { &[plain(Key::Letter('L'))] }),
            Self::DossierDay => always(View, &[]),
            Self::LargerText => always(View, const { &[ctrl(Key::Plus)] }),
            Self::SmallerText => always(View, const { &[ctrl(Key::Minus)] }),
            Self::UsualText => always(View, const { &[ctrl(Key::Digit(0))] }),
            Self::Settings => at_the_desk(View, const { &[ctrl(Key::Comma)] }),
            Self::Palette => always(Help, const { &[ctrl(Key::Letter('K'))] }),
            Self::Help => always(Help, const { &[plain(Key::Function(1))] }),
            Self::Marks => always(Help, const { &[plain(Key::Letter('M'))] }),
            Self::About => always(Help, &[]),
            Self::RedLines => always(Help, &[]),
            Self::ShowHints => at_the_desk(Help, &[]),
        }
    }

    /// The menu in which the command stands.
    #[must_use]
    pub const fn menu(self) -> Menu {
        self.spec().menu
    }

    /// The shortcuts; the first is the one that is shown.
    #[must_use]
    pub const fn shortcuts(self) -> &'static [Shortcut] {
        self.spec().shortcuts
    }

    /// True if the command works while presenting: it brings nothing on the screen that a class is not meant to see.
    #[must_use]
    pub(crate) const fn is_for_presenting(self) -> bool {
        self.spec().presenting
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
            Self::NextScreen => state.presenter.is_on && state.session.screens.len() > 1,
            Self::Blank => state.presenter.is_on,
            Self::Hide => state.can_hide(),
            Self::RevealNext => state.can_reveal(),
            Self::HideLast => state.can_take_back(),
            Self::RevealAll => state.can_reveal_all(),
            Self::NewPlan
            | Self::NewCase
            | Self::NewCaseFromWorkbook
            | Self::Browse
            | Self::Open
            | Self::SaveAs
            | Self::SaveSelfContained
            | Self::SaveWorkbook
            | Self::ShareCase
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
            | Self::Case
            | Self::Walk
            | Self::ToggleWhy
            | Self::Settings
            | Self::Help
            | Self::Marks
            | Self::About
            | Self::RedLines => true,
        }
    }
}

impl Shortcut {
    /// True if the shortcut would type a character in a text field, and so must be inactive there.
    #[must_use]
    pub(crate) fn types_text(self) -> bool {
        let types_none = [Key::PageUp, Key::PageDown, Key::Left, Key::Right, Key::Home];
        !self.ctrl && !matches!(self.key, Key::Function(_)) && !types_none.contains(&self.key)
    }

    /// True if the key means something else wherever its command has nothing to do.
    #[must_use]
    pub(crate) fn is_shared(self) -> bool {
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
