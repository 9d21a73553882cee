//! A whole case made three times: by the forms of the window, by the quick sheet, and as text. Each is the same dossier.

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action,
        case::{self, Page, ValuesKind},
    },
    domain::Dossier,
    format::read_dossier,
    wording::case as words,
    workbook,
};

use crate::support::journey::{Journey, Start, name};

/// The case as text.
const TEXT: &str = include_str!("../data/pool/dossier.ron");

/// The same as CSV sheets: parties, terms, values, and a quick sheet for all that was said.
const SHEETS: [(&str, &str); 5] = [
    ("about", include_str!("../data/pool/about.csv")),
    ("parties", include_str!("../data/pool/parties.csv")),
    ("terms", include_str!("../data/pool/terms.csv")),
    ("values", include_str!("../data/pool/values.csv")),
    ("quick", include_str!("../data/pool/quick.csv")),
];

/// The number of clicks and keys that it takes beside the texts themselves; 120 are the goal.
const MOST: usize = 117;

fn by_text() -> Dossier {
    read_dossier(TEXT).unwrap().dossier
}

#[test]
fn the_quick_sheet_makes_the_case_that_is_written_as_text() {
    let files: Vec<(String, Vec<u8>)> =
        SHEETS.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let imported = workbook::import(&workbook::from_csv(&files).unwrap(), "pool");
    let told: Vec<String> = imported.messages.iter().map(|message| message.message.clone()).collect();
    assert_eq!(imported.dossier.unwrap_or_else(|| panic!("{told:#?}")).dossier, by_text());
}

/// Somebody at the window who counts clicks and keys. Letters of texts are not counted, going to their field is.
struct Author {
    journey: Journey,
    n: usize,
}

impl Author {
    fn click(&mut self, role: Role, name: &str) {
        // Turning the wheel is neither a click nor a key.
        self.journey.node(role, name).scroll_to_me();
        self.journey.harness.run();
        self.journey.click(role, name);
        self.n += 1;
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.journey.press_with(modifiers, key);
        self.n += 1;
    }

    /// Goes to a field, by Tab if it is near, else by a click, and writes over what is there.
    fn write(&mut self, field: &str, text: &str) {
        let before = self.n;
        for _ in 0..2 {
            if self.journey.focused() != field {
                self.press(Modifiers::NONE, Key::Tab);
            }
        }
        if self.journey.focused() != field {
            // Who sees that it is further away clicks at once.
            self.n = before;
            self.click(self.role(field), field);
            // What a new case begins with is selected by the click.
            let is_there = |value: String| !value.is_empty() && !case::is_filler(&value);
            if self.value(self.role(field), field).is_some_and(is_there) {
                self.press(Modifiers::COMMAND, Key::A);
            }
        }
        self.journey.write(text);
        assert_eq!(self.journey.focused(), field);
        let written = self.value(self.role(field), field);
        assert_eq!(written.as_deref(), Some(text), "{field}");
    }

    /// What a field for text is: of one line, or of more.
    fn role(&self, field: &str) -> Role {
        let is_one = self.journey.nodes(Role::TextInput).iter().any(|node| name(node) == field);
        if is_one { Role::TextInput } else { Role::MultilineTextInput }
    }

    fn value(&self, role: Role, name: &str) -> Option<String> {
        egui_kittest::kittest::NodeT::accesskit_node(&self.journey.node(role, name)).value()
    }

    /// Opens a list and picks from it.
    fn pick(&mut self, button: (Role, &str), entry: &str) {
        self.click(button.0, button.1);
        self.click(Role::MenuItemRadio, entry);
    }

    fn choose(&mut self, field: &str, entry: &str) {
        self.pick((Role::ComboBox, field), entry);
    }

    fn page(&mut self, page: Page, n: usize) {
        self.click(Role::RadioButton, &words::page(page, n));
    }
}

fn field(list: &str, name: &str) -> &'static str {
    words::field(list, name)
}

struct Said<'a> {
    party: &'a str,
    id: &'a str,
    speaker: &'a str,
    office: &'a str,
    said: &'a str,
    short: &'a str,
    source: Result<(&'a str, &'a str), &'a str>,
    term: &'a str,
    comparison: &'a str,
    value: &'a str,
    strength: &'a str,
}

fn said() -> [Said<'static>; 6] {
    [
        Said {
            party: "Town council",
            id: "town-council-01",
            speaker: "Ida Brandt",
            office: "Mayor",
            said: "2031-03-02",
            short: "The old pool cannot be kept open for another winter",
            source: Ok(("Minutes of the council (invented)", "https://example.org/pool/minutes")),
            term: "Old pool",
            comparison: "is",
            value: "Close",
            strength: "RedLine",
        },
        Said {
            party: "Town council",
            id: "town-council-02",
            speaker: "Ida Brandt",
            office: "Mayor",
            said: "2031-03-02",
            short: "A ticket should cost four euros or more",
            source: Err("Minutes of the council (invented) (source-1)"),
            term: "Ticket",
            comparison: "is at least",
            value: "4 euros",
            strength: "Prefers",
        },
        Said {
            party: "Swimming club",
            id: "swimming-club-01",
            speaker: "Jon Adler",
            office: "Chair of the club",
            said: "2031-04-11",
            short: "Without lanes in the evening the club will not agree to anything",
            source: Ok(("Town newspaper (invented)", "https://example.org/pool/")),
            term: "Evening lanes",
            comparison: "is",
            value: "Yes",
            strength: "RedLine",
        },
        Said {
            party: "Swimming club",
            id: "swimming-club-02",
            speaker: "Jon Adler",
            office: "Chair of the club",
            said: "2031-04-11",
            short: "The club can live with the meadow or the station",
            source: Err("Town newspaper (invented) (source-2)"),
            term: "New site",
            comparison: "is one of",
            value: "Meadow",
            strength: "Offers",
        },
        Said {
            party: "Neighbours",
            id: "neighbours-01",
            speaker: "Mo Keller",
            office: "Speaker of the street",
            said: "2031-05-20",
            short: "The meadow must stay a meadow",
            source: Err("Town newspaper (invented) (source-2)"),
            term: "New site",
            comparison: "is not",
            value: "Meadow",
            strength: "Opposes",
        },
        Said {
            party: "Neighbours",
            id: "neighbours-02",
            speaker: "Mo Keller",
            office: "Speaker of the street",
            said: "2031-05-20",
            short: "No lanes after eight in the evening",
            source: Err("Town newspaper (invented) (source-2)"),
            term: "Evening lanes",
            comparison: "is",
            value: "No",
            strength: "Opposes",
        },
    ]
}

fn parties(author: &mut Author) {
    author.write(field("parties", "name"), "Town council");
    author.write(field("parties", "code"), "TC");
    author.write(field("parties", "body"), "Town council, elected in 2029");
    for (name, code, body, role) in [
        ("Swimming club", "SC", "Board of the swimming club", None),
        ("Neighbours", "NB", "Meeting of Meadow Street", Some("Affected")),
    ] {
        author.click(Role::Button, words::ADD_PARTY);
        author.write(field("parties", "name"), name);
        author.write(field("parties", "code"), code);
        if let Some(role) = role {
            author.choose(field("parties", "role"), words::name("role", role));
        }
        author.write(field("parties", "body"), body);
    }
}

/// Enter leads from one name to the next, and behind the last to a new one.
fn values(author: &mut Author, names: &[&str]) {
    for (nth, name) in names.iter().enumerate() {
        if nth > 0 {
            author.press(Modifiers::NONE, Key::Enter);
        }
        author.write(&words::value_field(nth, None, "name"), name);
    }
}

fn terms(author: &mut Author) {
    author.page(Page::Terms, 1);
    author.write(field("terms", "name"), "Old pool");
    author.write(field("terms", "question"), "What becomes of the old pool?");
    author.choose(field("terms", "values"), words::kind_of_values(ValuesKind::Choice));
    values(author, &["Close", "Repair"]);
    author.write(field("terms", "glossary"), "The indoor pool of 1974.");
    author.pick((Role::Button, words::ADD_TERM), words::kind_of_values(ValuesKind::Choice));
    author.write(field("terms", "name"), "New site");
    author.write(field("terms", "question"), "Where is the new pool built?");
    values(author, &["Meadow", "Station", "Nowhere"]);
    author.pick((Role::Button, words::ADD_TERM), words::kind_of_values(ValuesKind::Number));
    author.write(field("terms", "name"), "Ticket");
    author.write(field("terms", "question"), "What does a ticket cost?");
    author.write(words::number("from"), "1");
    author.write(words::number("to"), "8");
    author.write(words::unit(true), "euro");
    author.write(words::unit(false), "euros");
    author.pick((Role::Button, words::ADD_TERM), words::kind_of_values(ValuesKind::Toggle));
    author.write(field("terms", "name"), "Evening lanes");
    author.write(field("terms", "question"), "Are lanes kept for the club in the evening?");
}

/// A statement, by who spoke in the one before or by somebody else.
fn statement(author: &mut Author, of: &Said<'_>, is_alike: bool) {
    if is_alike {
        author.click(Role::Button, &words::add_alike(of.speaker));
    } else {
        author.pick((Role::Button, words::ADD_STATEMENT), of.party);
        author.write(field("statements", "speaker"), of.speaker);
        author.write(field("statements", "office"), of.office);
        author.write(field("statements", "said"), of.said);
    }
    author.write(field("statements", "short"), of.short);
    match of.source {
        _ if is_alike => {}
        Ok((publisher, url)) => {
            author.click(Role::Button, words::NEW_SOURCE);
            let n = author.journey.state().document.own.as_ref().unwrap().count("sources");
            let name = |name| format!("source-{n}: {}", field("sources", name));
            author.write(&name("publisher"), publisher);
            author.write(&name("url"), url);
        }
        Err(known) => author.choose(field("statements", "sources"), known),
    }
    author.choose(words::READ_ON, of.term);
    let demand = |what| words::demand_name(&[], words::part_name(what));
    if of.comparison != "is" {
        author.choose(&demand(1), of.comparison);
    }
    if author.value(Role::ComboBox, &demand(2)).as_deref() != Some(of.value) {
        author.choose(&demand(2), of.value);
    }
    if of.comparison == "is one of" {
        author.choose(&demand(2), "Station");
    }
    author.choose(field("positions", "strength"), words::name("strength", of.strength));
    if of.strength == "RedLine" {
        author.write(words::because(of.strength), of.short);
    }
}

#[test]
fn the_forms_make_the_case_that_is_written_as_text() {
    let mut journey = Start::default().go();
    journey.click(Role::Button, "File");
    let entry = journey.nodes(Role::Button).iter().map(name).find(|name| name.starts_with("New case")).unwrap();
    journey.click(Role::Button, &entry);
    let mut author = Author { journey, n: 2 };
    author.write(words::TITLE, "Swimming pool");
    author.click(Role::RadioButton, words::EMPTY);
    author.click(Role::Button, words::MAKE);
    assert_eq!(author.journey.state().case.page, Page::Parties);
    parties(&mut author);
    terms(&mut author);
    author.page(Page::Statements, 0);
    for (nth, of) in said().iter().enumerate() {
        let before = nth.checked_sub(1).map(|before| said()[before].speaker);
        statement(&mut author, of, before == Some(of.speaker));
        let own = author.journey.state().document.own.as_ref().unwrap();
        let last = case::At::record("statements", own.count("statements") - 1);
        assert_eq!(own.string(&last.field("id")).as_deref(), Some(of.id));
    }
    author.page(Page::About, 0);
    author.click(Role::CheckBox, field("case", "fictional"));
    author.journey.apply(Action::CloseStep);
    let own = author.journey.state().document.own.as_ref().unwrap();
    assert_eq!(own.problems, []);
    assert_eq!(author.journey.state().dossier(), &by_text(), "{}", own.text.as_str());
    assert!(author.n <= MOST, "{} clicks and keys", author.n);
    println!("{} clicks and keys", author.n);
}
