//! The shelf of drafts.

use super::*;

fn draft(title: &str, written: &str) -> Draft {
    Draft {
        title: title.to_owned(),
        dossier: "The valley".to_owned(),
        n_set: Some(3),
        written: written.to_owned(),
        path: Some(PathBuf::from("/home/a class/plan \u{e9}.ron")),
        entry: Some(("valley".to_owned(), "trial".to_owned())),
        opened: Some("// before\n()".to_owned()),
        scenario: format!("(title: \"{title}\", notes: \"two\nlines \\\"//\\\"\")"),
        case: None,
    }
}

fn window(folder: &Path) -> (Drafts, LeftOver) {
    let mut drafts = Drafts::at(folder.to_path_buf());
    let left = drafts.become_a_window().unwrap();
    (drafts, left)
}

fn titles(drafts: &Drafts) -> Vec<(String, bool)> {
    drafts.list().into_iter().map(|listed| (listed.draft.unwrap().title, listed.is_open)).collect()
}

#[test]
fn work_of_a_window_that_is_gone_is_found_once_and_stays_on_the_shelf() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, left) = window(folder.path());
    assert_eq!(left, LeftOver::default());
    let name = first.write(None, "2025-01-13T10:42:07", &draft("one", "1")).unwrap();
    assert_eq!(first.write(Some(&name), "later", &draft("two", "2")).unwrap(), name);
    // The process ends; the system takes its lock back.
    drop(first);
    let (mut second, left) = window(folder.path());
    assert_eq!(left.drafts, [name.as_str()]);
    assert_eq!(second.go_on_with(&name).unwrap(), draft("two", "2"));
    assert_eq!(window(folder.path()).1, LeftOver::default(), "once");
    // Should the second window fall as well, the third finds it again.
    second.write(Some(&name), "later", &draft("three", "3")).unwrap();
    drop(second);
    let (third, left) = window(folder.path());
    assert_eq!(left.drafts, [name.as_str()]);
    third.remove(&name).unwrap();
    assert_eq!(titles(&third), []);
}

#[test]
fn the_work_of_a_living_window_is_left_alone_whatever_its_program_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, _) = window(folder.path());
    first.write(None, "s", &draft("mine", "1")).unwrap();
    let (mut second, left) = window(folder.path());
    assert_eq!(left, LeftOver::default());
    second.write(None, "s", &draft("yours", "2")).unwrap();
    assert_eq!(titles(&first), [("yours".to_owned(), true)]);
    assert_eq!(titles(&second), [("mine".to_owned(), true)]);
    drop(first);
    let (third, left) = window(folder.path());
    assert_eq!(left.drafts.len(), 1);
    assert_eq!(titles(&third), [("yours".to_owned(), true), ("mine".to_owned(), false)]);
}

#[test]
fn of_several_windows_that_are_gone_the_newest_work_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut windows: Vec<Drafts> = (0..3).map(|_| window(folder.path()).0).collect();
    for (window, title) in windows.iter_mut().zip(["new", "old", "middle"]) {
        window.write(None, "s", &draft(title, "1")).unwrap();
    }
    drop(windows);
    for (path, name, _) in files(folder.path()) {
        let age = match read(&path).unwrap().title.as_str() {
            "new" => 1,
            "middle" => 5,
            _ => 9,
        };
        let then = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000 - age);
        File::options().append(true).open(&path).unwrap().set_modified(then).unwrap();
        assert!(!name.is_empty());
    }
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let (drafts, left) = window(folder.path());
    let titles: Vec<String> = left.drafts.iter().map(|name| drafts.read(name).unwrap().title).collect();
    assert_eq!(titles, ["new", "middle", "old"]);
    assert!(folder.path().join("notes.txt").exists());
}

#[test]
fn a_draft_goes_to_the_shelf_and_back_under_one_name() {
    let folder = tempfile::tempdir().unwrap();
    let (mut drafts, _) = window(folder.path());
    let name = drafts.write(None, "s", &draft("one", "1")).unwrap();
    assert_eq!(titles(&drafts), [], "what is in the window is not on its shelf");
    assert_eq!(drafts.put_down(&name).unwrap(), name);
    assert_eq!(titles(&drafts), [("one".to_owned(), false)]);
    drafts.write(Some(&name), "s", &draft("two", "2")).unwrap();
    assert_eq!(titles(&drafts), []);
    let other = drafts.write(None, "s", &draft("other", "3")).unwrap();
    assert_ne!(other, name);
    drafts.put_down(&name).unwrap();
    drafts.put_down(&other).unwrap();
    assert_eq!(titles(&drafts), [("other".to_owned(), false), ("two".to_owned(), false)]);
}

#[test]
fn a_hundred_drafts_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (mut drafts, _) = window(folder.path());
    for number in 0..100 {
        let name = drafts.write(None, "s", &draft("one", &format!("{number:03}"))).unwrap();
        drafts.put_down(&name).unwrap();
    }
    assert_eq!(drafts.list().len(), 100);
}

#[test]
fn one_that_cannot_be_read_is_told_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut drafts, _) = window(folder.path());
    let name = drafts.write(None, "s", &draft("one", "1")).unwrap();
    drafts.put_down(&name).unwrap();
    fs::write(folder.path().join("cut.ron"), "(title: \"cut o").unwrap();
    fs::write(folder.path().join("window-77.fault"), "a fault (src/x.rs:3)").unwrap();
    let listed = drafts.list();
    assert_eq!((listed.len(), listed[1].name.as_str(), listed[1].draft.is_err()), (2, "cut", true));
    drop(drafts);
    assert_eq!(window(folder.path()).1.faults, ["a fault (src/x.rs:3)"]);
    assert_eq!(window(folder.path()).1.faults, [""; 0], "told once");
}
