//! What may go wrong while a plan is worked on, in every order: nobody's work is ever in no file.

use super::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    TheProgramDies,
    ASecondPersonWrites,
    TheFileIsReadOnly,
    TheStickIsOut,
    TheDiskIsFull,
    TheFolderIsReadOnly,
}

use Trouble::{
    ASecondPersonWrites, TheDiskIsFull, TheFileIsReadOnly, TheFolderIsReadOnly, TheProgramDies, TheStickIsOut,
};

/// A plan on a stick, opened and changed, and another window that has work of its own.
struct Case {
    desk: Desk,
    window: Window,
    other: Window,
    path: PathBuf,
    step: usize,
    /// The last step that there was room for.
    kept: usize,
    done: Vec<Trouble>,
}

impl Case {
    fn new() -> Self {
        let desk = Desk::new();
        let path = desk.plan("plan.ron", 0);
        let window = desk.open(&[&path]);
        let mut other = desk.open(&[]);
        other.act(Action::Edit(Edit::SetTitle("others".to_owned())));
        Self { desk, window, other, path, step: 0, kept: 0, done: Vec::new() }
    }

    fn is(&self, trouble: Trouble) -> bool {
        self.done.contains(&trouble)
    }

    fn away(&self) -> PathBuf {
        self.desk.folder.path().join("away")
    }

    /// Where the file is now.
    fn file(&self) -> PathBuf {
        if self.is(TheStickIsOut) { self.away().join("plan.ron") } else { self.path.clone() }
    }

    fn mine(&self) -> String {
        format!("mine, step {}", self.step)
    }

    fn work(&mut self) {
        self.step += 1;
        let title = self.mine();
        self.window.act(Action::Edit(Edit::SetTitle(title)));
        if self.is(TheDiskIsFull) {
            assert!(self.window.files.shelf.has_failed(), "closing the window asks, after {:?}", self.done);
        } else {
            self.kept = self.step;
        }
    }

    fn set_read_only(&self, on: bool) {
        let mut permissions = fs::metadata(self.file()).unwrap().permissions();
        permissions.set_readonly(on);
        fs::set_permissions(self.file(), permissions).unwrap();
    }

    fn set_folder_read_only(&self, on: bool) {
        if self.is(TheFolderIsReadOnly) {
            alone::set_read_only(self.file().parent().expect("it has one"), on);
        }
    }

    /// The stick is in again.
    fn put_the_stick_in(&mut self) {
        if self.is(TheStickIsOut) {
            fs::rename(self.away(), self.desk.folder.path().join("plans")).unwrap();
            self.done.retain(|trouble| *trouble != TheStickIsOut);
        }
    }

    /// The window after the death of the one before: with its work, as far as there was room for it.
    fn go_on(&mut self) {
        self.window = self.desk.open(&[]);
        // The one before is dropped only now: it still lived, and its work was its own.
        assert_ne!(self.window.state.document.scenario.title, self.mine());
        self.step = self.kept;
        self.window = self.desk.open(&[]);
        if self.window.state.document.scenario.title != self.mine() {
            // It had been saved, and there was no room for what came after that.
            assert!(self.is(TheDiskIsFull), "after {:?}", self.done);
            self.put_the_stick_in();
            self.window = self.desk.open(&[&self.path]);
            let title = &self.window.state.document.scenario.title;
            assert!(title.ends_with(&self.mine()), "{title} after {:?}", self.done);
        }
    }

    /// Somebody else has room on another disk, and is allowed more.
    fn second_person_writes(&self) {
        if self.is(TheDiskIsFull) {
            alone::fill_the_disk(false);
        }
        self.set_folder_read_only(false);
        let text = fs::read_to_string(self.file()).unwrap();
        let at = text.find("title: \"").expect("it has one") + "title: \"".len();
        fs::remove_file(self.file()).unwrap();
        fs::write(self.file(), format!("{}theirs: {}", &text[..at], &text[at..])).unwrap();
        self.set_read_only(self.is(TheFileIsReadOnly));
        self.set_folder_read_only(true);
        if self.is(TheDiskIsFull) {
            alone::fill_the_disk(true);
        }
    }

    fn suffer(&mut self, trouble: Trouble) {
        match trouble {
            TheProgramDies => self.go_on(),
            ASecondPersonWrites => self.second_person_writes(),
            TheFileIsReadOnly => self.set_read_only(true),
            TheStickIsOut => fs::rename(self.desk.plans(), self.away()).unwrap(),
            TheDiskIsFull => alone::fill_the_disk(true),
            TheFolderIsReadOnly => alone::set_read_only(self.file().parent().expect("it has one"), true),
        }
        self.done.push(trouble);
    }

    #[track_caller]
    fn nothing_is_lost(&self) {
        let mut wanted = vec![format!("mine, step {}", self.kept), "others".to_owned()];
        wanted.extend(self.is(ASecondPersonWrites).then(|| "theirs: ".to_owned()));
        for text in wanted {
            assert!(is_in_a_file(self.desk.folder.path(), &text), "\"{text}\" after {:?}", self.done);
        }
    }

    /// With the stick in again, room on the disk, and everything writable, saving works, and asks where it has to.
    fn ends_well(mut self) {
        if self.is(TheDiskIsFull) {
            alone::fill_the_disk(false);
            self.done.retain(|trouble| *trouble != TheDiskIsFull);
        }
        self.put_the_stick_in();
        self.set_folder_read_only(false);
        self.set_read_only(false);
        self.work();
        self.window.act(Action::Run(Command::Save));
        if let Some(Dialog::ChangedOnDisk(job)) = self.window.state.session.dialog.clone() {
            self.window.act(Action::SaveJob(SaveJob { overwrite: true, ..job }));
        }
        assert!(!self.window.state.document.is_unsaved(), "after {:?}", self.done);
        assert!(fs::read_to_string(&self.path).unwrap().contains(&self.mine()), "after {:?}", self.done);
        self.nothing_is_lost();
        drop((self.window, self.other));
        assert_eq!(self.desk.open(&[]).state.document.scenario.title, "others");
    }
}

fn is_in_a_file(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            is_in_a_file(&path, text)
        } else {
            fs::read_to_string(path).is_ok_and(|held| held.contains(text))
        }
    })
}

/// All orders of these.
fn orders(troubles: &[Trouble]) -> Vec<Vec<Trouble>> {
    if troubles.is_empty() {
        return vec![Vec::new()];
    }
    let beginning_with = |first: &Trouble| {
        let rest: Vec<Trouble> = troubles.iter().copied().filter(|trouble| trouble != first).collect();
        orders(&rest).into_iter().map(move |rest| [vec![*first], rest].concat()).collect::<Vec<_>>()
    };
    troubles.iter().flat_map(beginning_with).collect()
}

fn in_this_order(order: Vec<Trouble>) {
    let mut case = Case::new();
    for trouble in order {
        case.work();
        case.suffer(trouble);
        case.nothing_is_lost();
        // What cannot be saved now is said, or asked about; nobody answers.
        case.window.act(Action::Run(Command::Save));
        case.window.act(Action::CloseDialog);
        case.nothing_is_lost();
    }
    case.ends_well();
}

#[test]
fn whatever_goes_wrong_in_whatever_order_everybodys_work_is_in_a_file() {
    orders(&[TheProgramDies, ASecondPersonWrites, TheFileIsReadOnly, TheStickIsOut])
        .into_iter()
        .for_each(in_this_order);
}

/// All 720 orders.
#[cfg(target_os = "linux")]
#[test]
fn the_same_with_a_full_disk_and_a_folder_that_may_only_be_read() {
    if !alone::is_so() {
        return alone::run("gui::tests::order_tests::the_same_with_a_full_disk_and_a_folder_that_may_only_be_read");
    }
    let all =
        [TheProgramDies, ASecondPersonWrites, TheFileIsReadOnly, TheStickIsOut, TheDiskIsFull, TheFolderIsReadOnly];
    orders(&all).into_iter().for_each(in_this_order);
}
