//! What a screen reader is told: every cell in full, the table as a grid, a name for everything that can be used.

use std::{collections::HashSet, path::PathBuf};

use eframe::egui::{Role, accesskit::Live};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use peace_plan_explorer::{
    analysis::{Mark, Standing},
    app::{
        Action, Command, Dialog, DraftId, Edit, FileDialog, FileGoal, Notice, NoticeKind, SaveForm, StartPage,
        WhySubject,
    },
    domain::{PartyIx, StatementIx, TermIx, ValueIx},
};

use crate::support::journey::{DOSSIER, Journey, Start, name, plan_at};

/// The verdict as the design words it, not as the program does.
fn verdict(mark: Mark) -> &'static str {
    match mark {
        Mark::RedLine => "Crosses a red line.",
        Mark::Mixed => "Mixed.",
        Mark::Opposed => "Contradicts, opposed.",
        Mark::Otherwise => "Prefers otherwise.",
        Mark::Supported => "Supports.",
        Mark::InLine => "In line.",
        Mark::OnFile => "On file, neither for nor against.",
        Mark::Silent => "No stated position.",
        Mark::Empty => "Depends on terms that are not in the plan.",
    }
}

/// What the name of a cell must say, part by part and in this order.
fn parts_of_name(journey: &Journey, party: PartyIx, term: TermIx) -> Vec<String> {
    let state = journey.state();
    let (dossier, cell) = (state.dossier(), state.matrix().expect("nothing is hidden").cell(party, term));
    let value = state.plan().get(term).map(|value| &dossier.term(term).values[value.get()].name);
    let plan = value.map_or("not in the plan", String::as_str);
    let mut parts = vec![format!("{}, {}. Plan: {plan}.", dossier.party(party).name, dossier.term(term).name)];
    if value.is_some() {
        parts.push(verdict(cell.mark).to_owned());
    }
    let report = state.report(party, term).expect("it is not hidden");
    let in_force = report.positions.iter().filter(|report| state.results.situation.in_force(report.position));
    let statements: HashSet<_> = in_force.flat_map(|report| &report.statements).collect();
    match statements.len() {
        0 => {}
        1 => parts.push("1 statement.".to_owned()),
        n => parts.push(format!("{n} statements.")),
    }
    parts.push("Enter to read.".to_owned());
    parts
}

fn check_cells(journey: &Journey) {
    let (n_terms, columns) = (journey.state().dossier().terms.len(), journey.state().columns());
    let cells = journey.nodes(Role::GridCell);
    assert_eq!(cells.len(), n_terms * columns.len());
    let mut names = HashSet::new();
    for (place, cell) in cells.iter().enumerate() {
        let (row, column) = (place / columns.len(), place % columns.len());
        let name = name(cell);
        let mut rest = name.as_str();
        for part in parts_of_name(journey, columns[column].party, TermIx::at(row)) {
            let found = rest.find(&part).unwrap_or_else(|| panic!("\"{part}\" is missing in \"{name}\""));
            rest = &rest[found + part.len()..];
        }
        assert_eq!(rest, "", "{name}");
        let node = cell.accesskit_node();
        assert_eq!((node.data().row_index(), node.data().column_index()), (Some(row + 1), Some(column + 2)), "{name}");
        assert!(names.insert(name));
    }
}

#[test]
fn every_cell_has_its_full_name_and_its_place() {
    check_cells(&Start::default().go());
    let mut journey = Start::at("reported-idea-full").go();
    check_cells(&journey);
    // A day on which much is not yet said.
    let early = journey.state().dossier().events()[3];
    journey.apply(Action::Edit(Edit::SetAsOf(early)));
    check_cells(&journey);
}

/// The nearest ancestor of a role.
fn inside<'tree>(node: &Node<'tree>, role: Role) -> Option<Node<'tree>> {
    let mut parent = node.parent();
    while let Some(node) = parent {
        if node.accesskit_node().role() == role {
            return Some(node);
        }
        parent = node.parent();
    }
    None
}

#[test]
fn the_table_is_a_grid_of_rows_with_heads() {
    let journey = Start::at("reported-idea-full").go();
    let dossier = journey.state().dossier();
    let grid = journey.harness.get_by_role(Role::Grid);
    assert_eq!(name(&grid), "Terms of the plan and parties");
    let grid = grid.accesskit_node();
    let (n_rows, n_columns) = (dossier.terms.len() + 1, dossier.parties.len() + 2);
    assert_eq!((grid.data().row_count(), grid.data().column_count()), (Some(n_rows), Some(n_columns)));
    let rows = journey.nodes(Role::Row);
    assert_eq!(rows.len(), n_rows);
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(row.accesskit_node().data().row_index(), Some(place));
        let count = |role| row.children_recursive().filter(|node| node.accesskit_node().role() == role).count();
        let heads = if place == 0 { (n_columns, 0, 0) } else { (0, 1, n_columns - 2) };
        assert_eq!((count(Role::ColumnHeader), count(Role::RowHeader), count(Role::GridCell)), heads);
        assert_eq!(inside(row, Role::Grid).map(|grid| name(&grid)).as_deref(), Some("Terms of the plan and parties"));
    }
    for (place, head) in journey.nodes(Role::ColumnHeader).iter().enumerate() {
        assert_eq!(head.accesskit_node().data().column_index(), Some(place), "{}", name(head));
    }
    for (head, term) in journey.nodes(Role::RowHeader).iter().zip(&dossier.terms) {
        assert!(name(head).starts_with(&format!("{}. {}", term.name, term.question)));
    }
}

#[test]
fn the_why_panel_is_a_region_whose_statements_are_articles() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.click_cell(PartyIx(1), TermIx(0));
    let report = journey.state().report(PartyIx(1), TermIx(0)).expect("it is not hidden");
    let articles = journey.nodes(Role::Article);
    let dossier = journey.state().dossier();
    let in_force = report.positions.iter().filter(|report| report.standing == Standing::InForce);
    let reports: Vec<_> = in_force.chain(&report.linked).collect();
    assert!(articles.len() == reports.len() && reports.len() > 2, "{} for {}", articles.len(), reports.len());
    for article in &articles {
        assert_eq!(inside(article, Role::Region).map(|region| name(&region)).as_deref(), Some("Why"));
        let said = article.children_recursive().map(|node| name(&node)).collect::<Vec<_>>().join("\n");
        let spoken = |place: &&StatementIx| said.contains(&dossier.statement(**place).short);
        let statements: Vec<_> = reports.iter().flat_map(|report| &report.statements).collect();
        assert!(statements.iter().any(spoken), "{said}");
    }
}

/// Everything that can be used and has no name.
fn unnamed(journey: &Journey) -> Vec<String> {
    const USABLE: [Role; 12] = [
        Role::Button,
        Role::CheckBox,
        Role::RadioButton,
        Role::ComboBox,
        Role::Slider,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::MenuItem,
        Role::MenuItemRadio,
        Role::Link,
        Role::Splitter,
        Role::SpinButton,
    ];
    let nodes = journey.harness.root().children_recursive();
    let bare = nodes.filter(|node| USABLE.contains(&node.accesskit_node().role()) && named(node).trim().is_empty());
    bare.map(|node| format!("{node:?}")).collect()
}

/// A name of its own or that of the label beside it.
fn named(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label()
        .or_else(|| node.labelled_by().find_map(|label| label.label().or_else(|| label.value())))
        .unwrap_or_default()
}

fn check_names(journey: &Journey, place: &str) {
    assert_eq!(unnamed(journey), Vec::<String>::new(), "{place}");
    assert!(journey.nodes(Role::Button).len() > 8, "{place}");
}

#[test]
fn everything_on_the_main_screen_and_in_its_menus_has_a_name() {
    check_names(&Start::default().go(), "an empty plan");
    for subject in [
        WhySubject::Nothing,
        WhySubject::Cell(PartyIx(1), TermIx(0)),
        WhySubject::Cell(PartyIx(4), TermIx(10)),
        WhySubject::Party(PartyIx(0)),
        WhySubject::Term(TermIx(7)),
        WhySubject::Rules,
    ] {
        let mut journey = Start::at("reported-idea-full").go();
        journey.apply(Action::Why(subject));
        journey.apply(Action::ShowOtherDays(true));
        check_names(&journey, &format!("{subject:?}"));
    }
    for menu in ["File", "Edit", "View", "Help", "What counts", "As of 13 Jan 2025"] {
        let mut journey = Start::at("reported-idea-full").go();
        let before = journey.harness.root().children_recursive().count();
        journey.click(Role::Button, menu);
        assert!(journey.harness.root().children_recursive().count() > before + 3, "{menu} opens");
        check_names(&journey, menu);
    }
    let mut journey = Start::at("reported-idea-full").go();
    journey.click(Role::ComboBox, "Peacekeepers, European");
    check_names(&journey, "a list");
    let draft = || DraftId("2025-01-13T104207-1".to_owned());
    for nth in 0..6 {
        let mut journey = Start::default().go();
        let kind = match nth {
            0 => NoticeKind::Info,
            1 => NoticeKind::OpenProblem,
            2 => NoticeKind::SaveProblem(SaveForm::Plan),
            3 => NoticeKind::Restored { draft: draft(), work: journey.state().document.work },
            4 => NoticeKind::Kept(draft()),
            _ => NoticeKind::Deleted(draft()),
        };
        let what = format!("{kind:?}");
        journey.apply(Action::Notify(Notice {
            kind,
            title: "Title".to_owned(),
            lines: vec!["Line".to_owned()],
            excerpt: None,
        }));
        check_names(&journey, &what);
    }
}

fn dialogs() -> Vec<Dialog> {
    let file = |goal| FileDialog {
        title: Some("A title".to_owned()),
        new_folder: Some("A folder".to_owned()),
        problem: "a problem".to_owned(),
        ..FileDialog::new(goal, "plan.ron".to_owned())
    };
    vec![
        Dialog::Start(StartPage::default()),
        Dialog::Start(StartPage { unfolded: Some(DOSSIER.to_owned()), own_case: true, ..StartPage::default() }),
        Dialog::Start(StartPage { search: "nothing like it".to_owned(), ..StartPage::default() }),
        Dialog::File(file(FileGoal::Open)),
        Dialog::File(file(FileGoal::Save(SaveForm::Plan))),
        Dialog::HandOuts,
        Dialog::Help,
        Dialog::Settings,
        Dialog::About,
        Dialog::Notes,
        Dialog::Link { url: "https://example.org".to_owned() },
        Dialog::Drafts,
        Dialog::ChangedOnDisk(plan_at("/a/plan.ron")),
        Dialog::NameTaken { job: plan_at("/a/plan.ron"), free: PathBuf::from("/a/plan-2.ron") },
        Dialog::CloseUnsaved,
    ]
}

#[test]
fn everything_in_every_dialog_has_a_name() {
    for dialog in dialogs() {
        let mut journey = Start::at("reported-idea-full").go();
        let before = journey.harness.root().children_recursive().count();
        journey.apply(Action::Show(dialog.clone()));
        // The start page lies in the place of other things.
        let more = if matches!(dialog, Dialog::Start(_)) { 0 } else { before + 3 };
        assert!(journey.harness.root().children_recursive().count() > more, "{dialog:?} opens");
        check_names(&journey, &format!("{dialog:?}"));
    }
}

#[test]
fn the_change_sentence_is_live_and_follows_every_step() {
    let mut journey = Start::default().go();
    let live = |journey: &Journey| journey.harness.get_by_role(Role::Status).accesskit_node().data().live();
    let mut said = vec![journey.status()];
    let actions = [
        Action::Edit(Edit::SetTerm(TermIx(7), Some(ValueIx(1)))),
        Action::Edit(Edit::SetTerm(TermIx(7), Some(ValueIx(2)))),
        Action::Preview(Some((TermIx(7), Some(ValueIx(1))))),
        Action::Preview(None),
        Action::Run(Command::PreviousEvent),
        Action::Run(Command::Undo),
        Action::Run(Command::Redo),
        Action::Run(Command::Clear),
        Action::Run(Command::NewPlan),
    ];
    for action in actions {
        journey.apply(action.clone());
        assert_eq!(live(&journey), Some(Live::Polite));
        assert_ne!(Some(&journey.status()), said.last(), "{action:?}");
        said.push(journey.status());
    }
    assert!(
        said[1].starts_with("Peacekeepers: from not in the plan to European force. ")
            && said[1].contains("marks changed: ")
    );
    assert!(said[3].contains("European force: would change "), "{}", said[3]);
    assert_eq!(said[4], said[2], "a trial that is dropped gives the line back");
    assert!(said[6].starts_with("Taken back: date: "), "{}", said[6]);
}
