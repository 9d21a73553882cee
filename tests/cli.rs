//! The command line as a user meets it: arguments in, text and exit code out.

#[path = "support/program.rs"]
mod program;

use peace_plan_explorer::wording;
use program::{assert_has, json, run};
use serde_json::Value;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";
const DOSSIER: &str = "tests/fixtures/valley/dossier.ron";
const BROKEN: &str = "tests/fixtures/valley/broken.ron";

/// What `verdicts --json` says of a cell.
fn cell<'a>(answer: &'a Value, party: &str, term: &str) -> &'a Value {
    let cells = answer["cells"].as_array().unwrap();
    cells.iter().find(|cell| cell["party"] == party && cell["term"] == term).unwrap()
}

#[test]
fn verdicts_print_table_counts_and_reasons() {
    let answer = run(&["verdicts", TRIAL]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &[
            "The valley (invented for practice)\nFreeze and League troops (proposed, 9 May 2031, A class)\n",
            "Statements in force on 10 May 2031; 3 of 3 terms in the plan\n",
            "Term          Plan           NO  SO | LEAG\n",
            "Front line    Freeze now     ÷   –  | –\n",
            "League delay  10 years       –   ▬  | –\n",
            "Watch         League troops  ▲   –  | –\n",
            "    SO     contradicts statements on 1 of 3 terms: 1 red line; 0 supported or in line; 2 without a\n           stated position\n",
            "  ▬ South: Crosses a red line: contradicts 1 statement\n    - Ion Dale, prime minister, 5 Apr 2031: ",
            "If Front line is Freeze now: met if League delay is Join",
            "Front line, NO (people near the Council, 1 Apr 2031): not counted: its sources are not named\n",
            "Nothing in force on this day, but on another (not consent)\n  Watch: SO\n",
            "No stated position on file (not consent)\n  Front line: SO, LEAG\n",
        ],
    );
    let longest = answer.out.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

#[test]
fn a_plan_changed_by_set_is_not_its_authors() {
    for command in ["verdicts", "alternatives", "changes"] {
        let answer = run(&[command, TRIAL, "--set", "watch=joint"]);
        assert_has(
            &answer.out,
            &[
                "Changed from Freeze and League troops: 1 term\n",
                "What it was changed from: proposed, 9 May 2031, by A class\n",
            ],
        );
        let json = json(&[command, TRIAL, "--set", "watch=joint", "--json"]);
        assert_eq!(json["title"], "Changed from Freeze and League troops: 1 term");
        assert_eq!(json["changed_from"]["author"], "A class");
        assert_eq!(json["changed_from"]["terms"], serde_json::json!(["watch"]));
    }
    // What is set to what it is anyway changes nothing.
    let same = json(&["verdicts", TRIAL, "--set", "freeze=true", "--json"]);
    assert_eq!((&same["title"], &same["changed_from"]), (&"Freeze and League troops".into(), &Value::Null));
    let empty = json(&["verdicts", DOSSIER, "--set", "watch=joint", "--json"]);
    assert_eq!(empty["title"], "Changed from Empty plan: 1 term");
}

#[test]
fn letters_that_the_typeface_lacks_are_told_with_a_code_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.ron");
    let title = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} peace";
    let text = format!(
        "(kind: Scenario, format: 1, title: \"{title}\", dossier: (id: \"ukraine-2025-01\"), plan: {{\"freeze\": true}})"
    );
    std::fs::write(&plan, text).unwrap();
    let plan = plan.to_str().unwrap();
    for (ending, code) in [("pdf", 4), ("png", 4), ("html", 0), ("csv", 0)] {
        let to = folder.path().join(format!("out.{ending}"));
        let answer = run(&["export", plan, "--to", to.to_str().unwrap(), "--sheet", "plan"]);
        assert_eq!(answer.code, code, "{ending}: {}", answer.err);
        assert_eq!(answer.err.contains(title), code == 4, "{ending}: {}", answer.err);
        assert!(to.exists());
    }
}

#[test]
fn the_plan_the_day_and_what_counts_can_be_changed() {
    let joint = json(&["verdicts", TRIAL, "--set", "watch=joint", "--set", "freeze=", "--json"]);
    assert_eq!(joint["n_in_plan"], 2);
    assert_eq!(joint["plan"]["freeze"], Value::Null);
    assert_eq!(cell(&joint, "north", "watch")["mark"], "in_line");
    assert_eq!(cell(&joint, "south", "delay")["mark"], "empty");
    assert_eq!(cell(&joint, "south", "delay")["positions"][0]["depends_on"][0], "freeze");

    let later = json(&["verdicts", TRIAL, "--as-of", "2031-05-21", "--json"]);
    assert_eq!(cell(&later, "south", "watch")["mark"], "supported");

    let counted = json(&["verdicts", TRIAL, "--count", "unnamed", "--json"]);
    assert_eq!(cell(&counted, "north", "freeze")["mark"], "opposed");
    let usual = json(&["verdicts", TRIAL, "--json"]);
    assert_eq!(cell(&usual, "north", "freeze")["mark"], "on_file");
    assert_eq!(cell(&usual, "north", "freeze")["with_uncounted"], "opposed");
    assert_eq!(cell(&usual, "north", "freeze")["positions"][0]["uncounted"], "channel");
}

#[test]
fn a_broken_rule_is_reported() {
    let answer = json(&["verdicts", TRIAL, "--set", "watch=none", "--json"]);
    assert_eq!(answer["broken_rules"][0]["id"], "freeze-is-watched");
    let answer = run(&["verdicts", TRIAL, "--set", "watch=none"]);
    assert_has(&answer.out, &["This plan contradicts itself\n  A frozen line is watched by somebody."]);
}

#[test]
fn a_dossier_stands_for_the_empty_plan() {
    let answer = run(&["verdicts", DOSSIER]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_has(&answer.out, &["Nothing is in the plan.", "  delay   0 5 10 15 20 never\n"]);
    let answer = json(&["verdicts", DOSSIER, "--set", "watch=league", "--json"]);
    assert_eq!(cell(&answer, "north", "watch")["mark"], "opposed");
}

#[test]
fn slips_on_the_command_line_say_what_to_do() {
    for (args, parts) in [
        (["verdicts", TRIAL, "--set", "wach=none"], "did you mean \"watch\"?"),
        (["verdicts", TRIAL, "--set", "delay=7"], "choose one of: 0, 5, 10, 15, 20, never"),
        (["verdicts", TRIAL, "--set", "delay"], "TERM=VALUE"),
        (["verdicts", TRIAL, "--as-of", "13 Jan"], "2025-01-13"),
        (["verdicts", TRIAL, "--count", "gossip"], "unnamed"),
    ] {
        let answer = run(&args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
        assert_has(&answer.err, &[parts]);
    }
    let answer = run(&["verdicts", "valley/no-such-plan"]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    assert_has(&answer.err, &["valley/no-such-plan", "peace-plan-explorer list"]);
}

#[test]
fn check_tells_clean_files_problems_and_unreadable_files_apart() {
    let clean = run(&["check", DOSSIER, TRIAL]);
    assert_eq!(clean.code, 0, "{}{}", clean.out, clean.err);
    assert_has(&clean.out, &["dossier.ron: no problems", "trial.ron: no problems"]);

    let broken = run(&["check", TRIAL, BROKEN]);
    assert_eq!(broken.code, 1, "{}{}", broken.out, broken.err);
    assert_has(&broken.out, &["tests/fixtures/valley/broken.ron:6:"]);

    let missing = run(&["check", BROKEN, "no-such-file.ron"]);
    assert_eq!(missing.code, 2);
    assert_has(&missing.out, &["no-such-file.ron"]);
}

#[test]
fn check_says_of_one_case_how_each_party_is_read() {
    let told = [wording::coding::SYMMETRY, wording::coding::ON_FILE, "unfit host", "title that was devised"];
    for case in ["tests/fixtures/valley", DOSSIER] {
        let one = run(&["check", case]);
        assert_eq!(one.code, 0, "{}", one.err);
        assert_has(&one.out, &told);
        assert!(one.out.find(told[0]) > one.out.find("no problems"), "what is wrong stands first: {}", one.out);
        let coding = run(&["check", case, "--coding"]).out;
        let table = one.out.split_once(told[0]).expect("it is there").1;
        assert!(coding.contains(table), "the same as --coding has: {table}");
    }
    for files in [vec![TRIAL], vec![BROKEN], vec![DOSSIER, TRIAL]] {
        let answer = run(&[&["check"], files.as_slice()].concat());
        assert!(!answer.out.contains(told[0]), "{files:?}: {}", answer.out);
    }
}

#[test]
fn check_answers_in_json() {
    let answer = json(&["check", TRIAL, BROKEN, "no-such-file.ron", "--json"]);
    assert_eq!(answer["format"], 1);
    assert_eq!(answer["files"][0]["problems"], Value::Array(Vec::new()));
    assert_eq!(answer["files"][0]["kind"], "scenario");
    assert_eq!(answer["files"][1]["problems"][0]["line"], 6);
    assert_eq!(answer["files"][2]["readable"], false);
    assert_eq!(answer["files"][0]["parties"], Value::Null);
    let check = json(&["check", DOSSIER, TRIAL, "--json"]);
    let coding = json(&["check", DOSSIER, "--coding", "--json"]);
    let (read, coded) = (&check["files"][0]["parties"], &coding["dossiers"][0]["parties"]);
    let n_parties = read.as_array().expect("a case has parties").len();
    assert_eq!(n_parties, coded.as_array().unwrap().len());
    for party in 0..n_parties {
        for field in ["party", "positions", "statements", "without_demand", "poorly_sourced", "unfit_host"] {
            assert_eq!(read[party][field], coded[party][field], "{field}");
            assert_ne!(read[party][field], Value::Null, "{field}");
        }
    }
}

#[test]
fn list_names_what_verdicts_takes() {
    let answer = json(&["list", "--json"]);
    assert_eq!(answer["kind"], "list");
    for dossier in answer["dossiers"].as_array().unwrap() {
        for scenario in dossier["scenarios"].as_array().unwrap() {
            let name = scenario["name"].as_str().unwrap();
            let verdicts = run(&["verdicts", name]);
            assert_eq!(verdicts.code, 0, "{name}: {}", verdicts.err);
        }
    }
    assert_eq!(run(&["list"]).code, 0);
}

#[test]
fn help_shows_examples_for_every_subcommand() {
    for args in [vec!["--help"], vec!["check", "--help"], vec!["verdicts", "--help"], vec!["list", "--help"]] {
        let answer = run(&args);
        assert_eq!(answer.code, 0);
        assert_has(&answer.out, &["Examples:\n  peace-plan-explorer", "Exit codes:"]);
    }
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    use std::process::{Command, Stdio};
    let program = assert_cmd::cargo::cargo_bin("peace-plan-explorer");
    let mut child = Command::new(program)
        .args(["verdicts", TRIAL, "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// A folder for files that a test writes.
fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn hand_outs_are_written_in_the_format_that_the_ending_says() {
    let folder = scratch();
    for (name, start) in
        [("a.pdf", "%PDF-"), ("a.html", "<!DOCTYPE html>"), ("a.PNG", "\u{89}PNG"), ("a.csv", "\u{feff}")]
    {
        let path = folder.path().join(name);
        let file = path.to_str().unwrap();
        let answer = run(&["export", TRIAL, "--to", file, "--set", "watch=joint", "--paper", "letter"]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{name}");
        assert!(answer.out.contains(file), "{}", answer.out);
        let bytes = std::fs::read(&path).unwrap();
        let text: String = if name == "a.PNG" {
            bytes.iter().map(|byte| char::from(*byte)).collect()
        } else {
            String::from_utf8_lossy(&bytes).into_owned()
        };
        assert!(text.starts_with(start), "{name}");
    }
    let html = std::fs::read_to_string(folder.path().join("a.html")).unwrap();
    assert_has(&html, &["Joint", "id=\"source-1\"", "size: letter"]);
}

#[test]
fn the_lesson_page_is_an_html_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let answer = run(&["export", TRIAL, "--to", &file("lesson.html"), "--sheet", "explorer"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let page = std::fs::read_to_string(file("lesson.html")).unwrap();
    assert_has(&page, &["<!DOCTYPE html>", "Content-Security-Policy", "League"]);
    for args in [&["x.pdf", "explorer"][..], &["x.html", "explorer", "plan"]] {
        let to = file(args[0]);
        let sheets = args[1..].iter().flat_map(|sheet| ["--sheet", sheet]);
        let answer = run(&["export", TRIAL, "--to", &to].into_iter().chain(sheets).collect::<Vec<_>>());
        assert_eq!(answer.code, 2);
        assert_has(&answer.err, &["an HTML file of its own"]);
        assert!(!folder.path().join(args[0]).exists());
    }
}

#[test]
fn a_site_has_a_start_page_and_a_page_of_every_case() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("lessons");
    let to = site.to_str().unwrap();
    assert_eq!(run(&["export", "--site", to]).code, 0);
    let start = std::fs::read_to_string(site.join("index.html")).unwrap();
    assert!(!start.contains("<script"));
    let links: Vec<&str> = start.split("href=\"").skip(1).map(|rest| rest.split(['#', '"']).next().unwrap()).collect();
    assert!(links.len() > 50, "every case and every plan");
    for link in links {
        assert!(site.join(link).is_file(), "{link}");
    }
    let again = run(&["export", "--site", to]);
    assert_eq!(again.code, 2);
    assert_has(&again.err, &["is there already; nothing was written", "--force"]);
    assert_eq!(run(&["export", "--site", to, "--force"]).code, 0);
    std::fs::write(folder.path().join("file"), "x").unwrap();
    let in_file = folder.path().join("file/lessons");
    assert_has(&run(&["export", "--site", in_file.to_str().unwrap()]).err, &["cannot be made", "nothing was written"]);
    assert_eq!(run(&["export", "--site", to, "--sheet", "plan"]).code, 2, "a site has no sheets");
    assert_eq!(run(&["export", TRIAL]).code, 2, "a hand-out needs a file");
}

#[test]
fn export_never_overwrites_unless_told_to() {
    let folder = scratch();
    let path = folder.path().join("plan.csv");
    std::fs::write(&path, "mine").unwrap();
    let file = path.to_str().unwrap();
    let answer = run(&["export", TRIAL, "--to", file]);
    assert_eq!(answer.code, 2);
    assert_has(&answer.err, &["is there already and was not changed", "--force"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(run(&["export", TRIAL, "--to", file, "--force"]).code, 0);
    assert_ne!(std::fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn export_says_what_can_be_chosen() {
    let folder = scratch();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let cases: [(&[&str], &str); 6] = [
        (&["--to", &path("plan.docx")], "choose one of: .pdf, .html, .png, .csv"),
        (&["--to", &path("plan")], "choose one of: .pdf, .html, .png, .csv"),
        (&["--to", &path("a.pdf"), "--sheet", "sourcs"], "did you mean \"sources\"?"),
        (&["--to", &path("a.pdf"), "--sheet", "party:mars"], "choose one of: north, south, league"),
        (&["--to", &path("a.csv"), "--sheet", "grading"], "CSV holds the cells"),
        (&["--to", &path("no/such/folder.pdf")], "cannot be written to: its folder is not there"),
    ];
    for (args, part) in cases {
        let answer = run(&[&["export", TRIAL], args].concat());
        assert_eq!(answer.code, 2, "{args:?}");
        assert!(answer.err.contains(part), "{args:?}: {}", answer.err);
        assert_eq!(answer.out, "");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn all_sheets_go_into_one_file() {
    let folder = scratch();
    let path = folder.path().join("all.html");
    let answer = run(&["export", TRIAL, "--to", path.to_str().unwrap(), "--sheet", "all"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let html = std::fs::read_to_string(&path).unwrap();
    for id in ["plan", "sources", "prediction", "party-north", "party-league", "debrief", "grading"] {
        assert!(html.contains(&format!("<section class=\"sheet\" id=\"{id}\"")), "{id}");
    }
    assert!(!html.contains("answer-key"), "the answers are a file of their own");
}

#[test]
fn the_answer_key_is_a_file_of_its_own() {
    let folder = scratch();
    let path = folder.path().join("guess.html");
    let to = ["export", TRIAL, "--to", path.to_str().unwrap()];
    let html = |sheets: &[&str]| {
        let answer = run(&[&to[..], &["--force"], sheets].concat());
        assert_eq!(answer.code, 0, "{}", answer.err);
        std::fs::read_to_string(&path).unwrap()
    };
    let sheet = html(&["--sheet", "prediction"]);
    assert!(sheet.contains("id=\"prediction\"") && !sheet.contains("answer-key") && !sheet.contains("Contradict"));
    let key = html(&["--sheet", "answer-key"]);
    assert!(key.contains("id=\"answer-key\"") && !key.contains("id=\"prediction\""));
    for other in ["prediction", "all"] {
        let answer = run(&[&to[..], &["--force", "--sheet", "answer-key", "--sheet", other]].concat());
        assert_eq!(answer.code, 2, "{other}");
        assert!(answer.err.contains("a file of their own"), "{}", answer.err);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), key, "the file stays as it was");
    }
}

/// The valley with readers who differ: on the delay one read less than was decided, on the watch one found no demand.
fn read_twice() -> (tempfile::TempDir, String) {
    let folder = scratch();
    let dossier = std::fs::read_to_string(DOSSIER).unwrap();
    let dossier =
        dossier.replace("strength: RedLine,", "strength: RedLine, coded: [RedLine, Prefers], decided: \"Why.\",");
    let dossier = dossier.replace("strength: Opposes),", "strength: Opposes, coded: [RedLine, NoDemand]),");
    std::fs::write(folder.path().join("dossier.ron"), dossier).unwrap();
    let plan = folder.path().join("trial.ron");
    std::fs::copy(TRIAL, &plan).unwrap();
    (folder, plan.to_string_lossy().into_owned())
}

#[test]
fn another_reading_counts_on_every_command_that_takes_a_plan() {
    let (_folder, plan) = read_twice();
    let of = |reading: &str| json(&["verdicts", &plan, "--reading", reading, "--json"]);
    let (harder, decided, softer) = (of("harder"), of("as-decided"), of("softer"));
    assert_eq!(json(&["verdicts", &plan, "--json"]), decided);
    let mark = |answer: &Value, party, term| cell(answer, party, term)["mark"].clone();
    assert_eq!(
        [&harder, &decided, &softer].map(|answer| mark(answer, "south", "delay")),
        ["red_line", "red_line", "otherwise"]
    );
    assert_eq!(
        [&harder, &decided, &softer].map(|answer| mark(answer, "north", "watch")),
        ["red_line", "opposed", "on_file"]
    );
    assert_eq!(softer["counted"]["reading"], "Softer");
    let position = &cell(&softer, "north", "watch")["positions"][0];
    assert_eq!((&position["uncounted"], &position["decided_strength"]), (&"no_demand".into(), &"Opposes".into()));
    assert_has(
        &run(&["verdicts", &plan, "--reading", "softer"]).out,
        &[
            "Softer reading where readers differ\n",
            "Prefers or supports (decided: red line)",
            "not counted: in the softer reading it asks for nothing",
        ],
    );
    for command in ["alternatives", "changes", "clashes", "timeline"] {
        let answer = json(&[command, &plan, "--reading", "harder", "--json"]);
        assert_eq!(answer["counted"]["reading"], "Harder", "{command}");
    }
    let both = json(&["compare", &plan, &plan, "--reading", "harder", "--json"]);
    assert_eq!(
        (&both["a"]["counted"]["reading"], &both["b"]["counted"]["reading"]),
        (&"Harder".into(), &"Harder".into())
    );
    let out = scratch();
    let page = out.path().join("plan.html").to_string_lossy().into_owned();
    assert_eq!(run(&["export", &plan, "--reading", "harder", "--to", &page]).code, 0);
    let html = std::fs::read_to_string(&page).unwrap();
    assert_has(
        &html,
        &["Harder reading where readers differ", "Two readers differed: red line and no demand. Decided: opposes."],
    );
    let csv = out.path().join("sources.csv").to_string_lossy().into_owned();
    assert_eq!(run(&["export", &plan, "--sheet", "sources", "--to", &csv]).code, 0);
    let table = std::fs::read_to_string(&csv).unwrap();
    assert_has(
        &table,
        &["positions,strengths,how_read", "Two readers differed: red line and prefers. Decided: red line. Why."],
    );
}

#[test]
fn a_reading_saved_with_a_plan_counts() {
    let (folder, plan) = read_twice();
    let text = std::fs::read_to_string(&plan).unwrap().replace("    plan:", "    count: (reading: Softer),\n    plan:");
    std::fs::write(&plan, text).unwrap();
    let softer = json(&["verdicts", &plan, "--json"]);
    assert_eq!(
        (&softer["counted"]["reading"], &cell(&softer, "south", "delay")["mark"]),
        (&"Softer".into(), &"otherwise".into())
    );
    let decided = json(&["verdicts", &plan, "--reading", "as-decided", "--json"]);
    assert_eq!(cell(&decided, "south", "delay")["mark"], "red_line");
    let dossier = folder.path().join("dossier.ron").to_string_lossy().into_owned();
    let coding = json(&["check", &dossier, "--coding", "--json"]);
    assert_eq!(coding["dossiers"][0]["read_differently"], 3);
    assert_has(
        &run(&["check", &dossier, "--coding"]).out,
        &["Why nothing is added up\n", "A search from term to term"],
    );
}

#[test]
fn what_a_dossier_holds_unused_is_told_beside_the_answer() {
    let folder = scratch();
    let file = folder.path().join("dossier.ron");
    let text = std::fs::read_to_string("tests/fixtures/valley/dossier.ron").unwrap();
    std::fs::write(&file, text.replacen("    id: \"valley\",", "    id: \"valley\",\n    weather: \"fine\",", 1))
        .unwrap();
    let answer = run(&["verdicts", file.to_str().unwrap(), "--json"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_has(&answer.err, &["valley: Line 5, column 14: unknown field \"weather\" is ignored and kept"]);
}
