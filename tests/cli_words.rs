//! The command line's words: one rule for what is named, no number of a system, columns that stand under each other in
//! every script.

#[path = "support/program.rs"]
mod program;

use std::{collections::BTreeSet, fs, path::Path};

use program::run;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";

/// The arguments of which a term or a party is one, with `{}` where it is named, and what may stand there.
const NAMED: [(&[&str], &str); 8] = [
    (&["timeline", TRIAL, "--term", "{}"], "TERM"),
    (&["alternatives", TRIAL, "--lock", "{}"], "TERM"),
    (&["changes", TRIAL, "--lock", "{}"], "TERM"),
    (&["verdicts", TRIAL, "--set", "{}=10"], "TERM"),
    (&["changes", TRIAL, "--lift", "south:{}"], "TERM"),
    (&["timeline", TRIAL, "--party", "{}"], "PARTY"),
    (&["changes", TRIAL, "--lift", "{}"], "PARTY"),
    (&["export", TRIAL, "--sheet", "party:{}"], "PARTY"),
];

fn with(args: &[&str], name: &str, folder: &Path) -> program::Answer {
    let mut args: Vec<String> = args.iter().map(|arg| arg.replace("{}", name)).collect();
    if args[0] == "export" {
        let to = folder.join(format!("{}.html", name.replace([' ', '/'], "-")));
        args.extend(["--to".to_owned(), to.to_string_lossy().into_owned(), "--force".to_owned()]);
    }
    run(&args.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_term_and_a_party_are_found_by_id_code_and_name_in_every_option() {
    let folder = tempfile::tempdir().unwrap();
    for (args, kind) in NAMED {
        let names: &[&str] = if kind == "TERM" {
            &["delay", "DELAY", "League delay", "league delay"]
        } else {
            &["south", "South", "SO", "so"]
        };
        let answers: Vec<program::Answer> = names.iter().map(|name| with(args, name, folder.path())).collect();
        for (name, answer) in names.iter().zip(&answers) {
            assert!(answer.code <= 1, "{args:?} {name}: {}", answer.err);
            let same = args[0] == "export" || answer.out == answers[0].out;
            assert!(same, "{args:?} {name}\n{}\n{}", answer.out, answers[0].out);
        }
        let unknown = with(args, "nowhere", folder.path());
        assert_eq!(unknown.code, 2, "{args:?}");
        assert!(unknown.err.contains("nowhere"), "{args:?}: {}", unknown.err);
    }
}

/// Every option that takes a term or a party is in the list above.
#[test]
fn no_option_that_names_a_term_or_a_party_is_left_out() {
    let mut found = BTreeSet::new();
    let help = run(&["--help"]).out;
    let commands = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let commands: Vec<&str> =
        commands.take_while(|line| line.starts_with("  ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 8, "{help}");
    for command in commands {
        for line in run(&[command, "--help"]).out.lines() {
            let mut words = line.split_whitespace();
            let (Some(option), Some(value)) = (words.next(), words.next()) else { continue };
            if option.starts_with("--") && value.starts_with('<') && (value.contains("TERM") || value.contains("PARTY"))
            {
                found.insert(option.to_owned());
            }
        }
    }
    let listed: BTreeSet<String> = NAMED
        .iter()
        .filter_map(|(args, _)| args.iter().find(|arg| arg.starts_with("--")))
        .map(|arg| (*arg).to_owned())
        .collect();
    assert!(found.is_subset(&listed), "{found:?}, {listed:?}");
    assert!(found.contains("--lock") && found.contains("--term") && found.contains("--party"), "{found:?}");
}

/// Whatever cannot be read or written is said in words.
#[test]
fn no_number_of_the_system_is_ever_printed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(folder.path().join("file"), "x").unwrap();
    let (gone, inside, here) = (at("gone.ron"), at("file/plan.ron"), at("."));
    let (to_nowhere, to_file, to_folder) = (at("no/such/sheet.pdf"), at("file/sheet.pdf"), at("file/folder"));
    let attempts: [&[&str]; 15] = [
        &["check", &gone],
        &["check", &inside],
        &["check", &here],
        &["verdicts", &gone],
        &["verdicts", &inside],
        &["compare", &gone, TRIAL],
        &["timeline", &inside],
        &["clashes", &inside],
        &["alternatives", &gone],
        &["export", TRIAL, "--to", &to_nowhere],
        &["export", TRIAL, "--to", &to_file],
        &["export", "--site", &to_folder],
        &["import", &gone],
        &["import", &inside],
        &["manual", &to_folder],
    ];
    for args in attempts {
        let answer = run(args);
        assert!(answer.code != 0, "{args:?}: {}", answer.out);
        let said = format!("{}{}", answer.out, answer.err);
        assert!(!said.contains("os error"), "{args:?}: {said}");
        assert!(said.trim().len() > 20, "{args:?}: {said}");
    }
    assert!(run(&["check", &gone]).out.contains("there is no such file or folder"), "{}", run(&["check", &gone]).out);
}

/// A Chinese letter takes two columns of a terminal.
#[test]
fn a_table_with_wide_letters_stands_in_columns() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string("tests/fixtures/valley/dossier.ron").unwrap();
    let text = text
        .replace("\"Front line\"", "\"停火线\"")
        .replace("\"League troops\"", "\"联盟军\"")
        .replace("code: \"NO\"", "code: \"北方\"");
    fs::write(folder.path().join("dossier.ron"), text).unwrap();
    fs::copy(TRIAL, folder.path().join("trial.ron")).unwrap();
    let answer = run(&["verdicts", &folder.path().join("trial.ron").to_string_lossy()]);
    let table = answer.out.lines().skip_while(|line| !line.starts_with("Term ")).take_while(|line| !line.is_empty());
    let table: Vec<&str> = table.collect();
    let width = |text: &str| text.chars().map(|letter| if u32::from(letter) > 0x2E80 { 2 } else { 1 }).sum::<usize>();
    let bars: BTreeSet<usize> = table.iter().map(|line| width(line.split(" | ").next().unwrap())).collect();
    assert!(table.len() == 4 && bars.len() == 1, "{}", answer.out);
}

/// Slips of the keyboard are told by their places, all at once, also in a file that an editor saved in UTF-16.
#[test]
fn check_and_every_other_command_say_how_a_slip_is_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy("tests/fixtures/valley/dossier.ron", folder.path().join("dossier.ron")).unwrap();
    let plan = fs::read_to_string(TRIAL).unwrap();
    let slipped = plan.replacen("kind: Scenario,", "kind:\u{a0}Scenario,", 1).replacen(
        "\"freeze\": true",
        "“freeze”: \"yes\"",
        1,
    );
    assert_ne!(slipped.matches('“').count(), 0, "{plan}");
    let (file, utf_16) = (folder.path().join("plan.ron"), folder.path().join("utf-16.ron"));
    fs::write(&file, &slipped).unwrap();
    fs::write(&utf_16, slipped.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()).unwrap();
    let told = ["a no-break space (U+00A0) stands here", "the quotation marks “ ” are not", "Write \"freeze\""];
    for path in [&file, &utf_16] {
        let path = path.to_string_lossy();
        let checked = run(&["check", &path]);
        for words in told {
            assert!(checked.code == 1 && checked.out.contains(words), "{words}: {}", checked.out);
        }
        let verdicts = run(&["verdicts", &path]);
        assert!(verdicts.code == 2 && told.iter().all(|words| verdicts.err.contains(words)), "{}", verdicts.err);
    }
    assert!(
        run(&["check", &utf_16.to_string_lossy()]).out.contains(":1:1: error: \"utf-16.ron\" is written in UTF-16")
    );
}
