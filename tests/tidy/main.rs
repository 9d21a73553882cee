//! The house rules that no compiler checks: who may know whom, colours and words in one place, short files.

mod circles;
mod imports;
mod sources;
mod told;

use self::{
    imports::Imports,
    sources::{Source, sources},
};

/// Each room of `src/` and the rooms that it may name.
const ARROWS: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("analysis", &["domain"]),
    ("format", &["domain"]),
    ("app", &["domain", "analysis", "format"]),
    ("wording", &["domain", "analysis", "app"]),
    ("storage", &["domain", "format"]),
    ("workbook", &["domain", "analysis", "format", "app", "wording", "storage"]),
    ("export", &["domain", "analysis", "format", "wording", "storage", "app", "ui"]),
    ("ui", &["domain", "analysis", "app", "wording"]),
    ("gui", &["domain", "analysis", "format", "app", "wording", "storage", "workbook", "export", "ui"]),
    (
        "cli",
        &[
            "domain",
            "analysis",
            "format",
            "wording",
            "storage",
            "workbook",
            "export",
            "gui",
            "app::paper",
            "app::compare",
        ],
    ),
];

/// The longest file, in lines, and the longest function.
const MAX_FILE: usize = 400;
const MAX_FUNCTION: usize = 60;

fn complain(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// True if `word` stands in the code and is not the end of a longer name.
fn names(code: &str, word: &str) -> bool {
    let ends_a_name = |before: &str| before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    code.match_indices(word).any(|(at, _)| !ends_a_name(&code[..at]))
}

#[test]
fn each_room_knows_only_what_its_arrows_point_to() {
    let imports = Imports::of(&sources());
    let mut complaints = Vec::new();
    for module in imports.modules() {
        let Some((room, allowed)) = ARROWS.iter().find(|(room, _)| *room == module[0]) else { continue };
        let may_name = |other: &Vec<String>| {
            let is_within = |place: &&&str| other.join("::").starts_with(**place);
            other[0] == *room || allowed.iter().any(|place| is_within(&place))
        };
        for other in imports.of_module(module).iter().filter(|other| !may_name(other)) {
            complaints.push(format!("{}: {room} must not know {}", module.join("/"), other.join("::")));
        }
        for other in imports.handed_on_by(module).iter().filter(|other| other[0] != *room) {
            complaints.push(format!("{}: hands on what is {}'s", module.join("/"), other[0]));
        }
    }
    complain(&complaints);
}

#[test]
fn nothing_below_the_views_names_egui() {
    let below = ["domain", "analysis", "format", "app", "wording", "storage"];
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| below.contains(&source.room())) {
        if source.code.contains("egui") || source.code.contains("eframe") {
            complaints.push(source.path.display().to_string());
        }
    }
    complain(&complaints);
}

#[test]
fn only_storage_gui_and_cli_touch_files_and_only_gui_and_cli_read_the_clock() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let code = &source.code;
        let mut forbid = |words: &[&str], rooms: &[&str]| {
            for word in words {
                if names(code, word) && !rooms.contains(&source.room()) {
                    complaints.push(format!("{}: {word}", source.path.display()));
                }
            }
        };
        forbid(&["std::fs", "File::", "fs::read", "fs::write"], &["storage", "gui", "cli"]);
        forbid(&["Instant::now", "SystemTime::now", "Zoned::now"], &["gui", "cli"]);
        forbid(&["TcpStream", "UdpSocket", "TcpListener"], &[]);
    }
    complain(&complaints);
}

#[test]
fn colours_are_made_in_the_theme_alone() {
    let makers = ["Color32::from", "Color32::WHITE", "Color32::BLACK", "Color32::RED", "Rgba::", "Hsva", "hex_color!"];
    let mut complaints = Vec::new();
    for source in sources() {
        // The rasteriser mixes colours that it is given; it does not choose any.
        let exempt = source.path.starts_with("ui/theme.rs") || source.path.starts_with("ui/raster");
        if source.path.starts_with("ui") && !exempt {
            for maker in makers.iter().filter(|maker| source.code.contains(**maker)) {
                complaints.push(format!("{}: {maker}", source.path.display()));
            }
        }
    }
    complain(&complaints);
}

#[test]
fn sentences_live_in_wording() {
    let mut complaints = Vec::new();
    let rooms = ["ui", "app", "gui", "domain", "format", "storage"];
    let speaks = |source: &&Source| rooms.contains(&source.room()) && !source.is_test();
    for source in sources().iter().filter(speaks) {
        for (number, line) in source.code.lines().enumerate() {
            // Reasons in code and error types are for developers and terminals; `says` reads what libraries say.
            let exempt = ["expect(", "reason =", "#[error", "panic!", "assert", "says(", "write_str("]
                .iter()
                .any(|word| line.contains(word));
            let texts = line.split('"').skip(1).step_by(2);
            for text in texts.filter(|text| !exempt && is_sentence(text)) {
                complaints.push(format!("{}:{}: {text}", source.path.display(), number + 1));
            }
        }
    }
    complain(&complaints);
}

/// Two words of small letters in a row.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic())))
}

#[test]
fn files_and_functions_are_short() {
    let mut complaints = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > MAX_FILE {
            complaints.push(format!("{}: {lines} lines", source.path.display()));
        }
        complaints.extend(long_functions(&source));
    }
    // What the lesson page is made of is read by people too.
    let lesson = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lesson");
    for path in std::fs::read_dir(lesson).unwrap().map(|entry| entry.unwrap().path()) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        if lines > MAX_FILE {
            complaints.push(format!("{}: {lines} lines", path.display()));
        }
    }
    complain(&complaints);
}

fn long_functions(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut open: Option<(String, usize, usize)> = None;
    for (number, line) in source.text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line.trim_start();
        let starts = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn "].iter().any(|start| head.starts_with(start));
        if open.is_none() && starts && !head.ends_with(';') {
            open = Some((head.to_owned(), number, indent));
        }
        if let Some((name, from, depth)) = &open
            && indent == *depth
            && (head == "}" || (*from == number && head.ends_with('}')))
        {
            if number - from > MAX_FUNCTION {
                complaints.push(format!("{}: {} lines: {name}", source.path.display(), number - from));
            }
            open = None;
        }
    }
    complaints
}

#[test]
fn words_that_judge_a_plan_stay_off_the_screen() {
    let loaded = [
        "best",
        "optimal",
        "optimally",
        "win",
        "wins",
        "winner",
        "winning",
        "lose",
        "loses",
        "loser",
        "losing",
        "score",
        "scores",
        "fair",
        "unfair",
        "realistic",
        "unrealistic",
        "reasonable",
        "unreasonable",
        "acceptable",
        "unacceptable",
        "spoiler",
        "concession rate",
        "correct plan",
    ];
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "wording" && !source.is_test()) {
        let code = source.code.to_lowercase();
        let texts = code.split('"').skip(1).step_by(2);
        for text in texts {
            let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).collect();
            let hit = |word: &&&str| words.contains(*word) || (word.contains(' ') && text.contains(**word));
            complaints
                .extend(loaded.iter().filter(hit).map(|word| format!("{}: {word}: {text}", source.path.display())));
        }
    }
    complain(&complaints);
}
