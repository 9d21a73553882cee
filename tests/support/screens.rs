//! Every screen there is, for tests that walk through all of them.
//!
//! The list is made from the program's own enumerations, and each of them is matched without a wildcard: a new tab, dialog,
//! page, stage or subject does not compile before it is in it.

use std::{path::PathBuf, sync::Arc};

use peace_plan_explorer::{
    analysis::Mark,
    app::{
        Action, Asked, Dialog, DialogKind, DraftId, Excerpt, FileDialog, FileGoal, Finder, NewCase, Notice, NoticeKind,
        NoticeSort, Presenter, SaveForm, SaveJob, StartPage, Tab, Told, ToldKind, WhyKind, WhySubject, WorkId,
        activities::{self, ClassEdit},
        case::{Brought, BroughtCase, CellMessage, Found, Goal, Incoming, Update, Way},
        delegations::{self, Draft, Page},
        predict::{self, Phase, StageKind},
        presenter, way,
    },
    app::{Command, Edit},
    domain::{ChangeKind, FieldChange, PartyIx, RecordChange, StatementIx, TermIx, ValueIx},
};
use strum::IntoEnumIterator as _;

use super::journey::{DOSSIER, Journey, scenario};

const RUSSIA: PartyIx = PartyIx(1);
const FRONT_LINE: TermIx = TermIx(0);
const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

/// A place in the window where something can be read or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A tab other than that of the activities.
    Tab(Tab),
    /// A screen of the activities.
    Activity(Activity),
    /// The Why panel beside the table.
    Why(WhyKind),
    /// A dialog over the table.
    Dialog(DialogKind),
    /// The wall.
    Wall(Wall),
}

/// A screen of the activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// What there is to do.
    Start,
    /// Choosing what to ask.
    Setup,
    /// A question.
    Question(Phase),
    /// The guesses against the file.
    Table,
    /// A page of the delegations.
    Delegations(Page),
    /// A proposal, with the curtain in use or not.
    Proposal {
        /// True if the curtain is in use.
        curtain: bool,
    },
    /// What came into force.
    News,
    /// "Is there a way?", with the proof or before it.
    Way {
        /// True if the proof is shown.
        proven: bool,
    },
    /// What the class takes with it.
    Debrief,
}

/// What stands on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// The whole table.
    Table,
    /// The cards of a term.
    Cards,
    /// The last of them.
    LastCards,
    /// The stated ranges of a number.
    Ranges,
    /// The first time that an arrow changed the plan.
    Hint,
    /// Nothing.
    Blank,
    /// A tab other than the table.
    Tab(Tab),
    /// A screen of the activities.
    Activity(Activity),
    /// A dialog.
    Dialog(DialogKind),
}

/// All of them.
pub fn all() -> Vec<Screen> {
    let tabs = || Tab::iter().filter(|tab| *tab != Tab::Activities);
    let wall = [Wall::Table, Wall::Cards, Wall::LastCards, Wall::Ranges, Wall::Hint, Wall::Blank];
    let projected = DialogKind::iter().filter(|kind| dialog(*kind).may_be_projected());
    let on_the_wall = (wall.into_iter())
        .chain(tabs().map(Wall::Tab))
        .chain(activities().into_iter().map(Wall::Activity))
        .chain(projected.map(Wall::Dialog));
    (tabs().map(Screen::Tab))
        .chain(activities().into_iter().map(Screen::Activity))
        .chain(WhyKind::iter().map(Screen::Why))
        .chain(DialogKind::iter().map(Screen::Dialog))
        .chain(on_the_wall.map(Screen::Wall))
        .collect()
}

/// The screens of the activities.
fn activities() -> Vec<Activity> {
    let of_stage = |stage| match stage {
        StageKind::Setup => vec![Activity::Setup],
        StageKind::Asking => Phase::iter().map(Activity::Question).collect(),
        StageKind::Table => vec![Activity::Table],
    };
    let of_page = |page| match page {
        Page::Opening | Page::Choose | Page::Cards => vec![Activity::Delegations(page)],
        Page::Rounds => vec![
            Activity::Delegations(page),
            Activity::Proposal { curtain: false },
            Activity::Proposal { curtain: true },
            Activity::News,
        ],
    };
    let of_screen = |screen| match screen {
        activities::Screen::Start => vec![Activity::Start],
        activities::Screen::Predict => StageKind::iter().flat_map(of_stage).collect(),
        activities::Screen::Delegations => Page::iter().flat_map(of_page).collect(),
        activities::Screen::Way => vec![Activity::Way { proven: false }, Activity::Way { proven: true }],
        activities::Screen::Debrief => vec![Activity::Debrief],
    };
    activities::Screen::iter().flat_map(of_screen).collect()
}

/// A dialog of this kind.
pub fn dialog(kind: DialogKind) -> Dialog {
    let job = SaveJob { path: PathBuf::from("/home/class/plan.ron"), form: SaveForm::Plan, overwrite: false };
    let name = "plan.ron".to_owned();
    match kind {
        DialogKind::Start => Dialog::Start(StartPage { unfolded: Some(DOSSIER.to_owned()), ..StartPage::default() }),
        DialogKind::File => Dialog::File(FileDialog {
            folder: PathBuf::from("/home/class"),
            ..FileDialog::new(FileGoal::Save(SaveForm::AnswerSheet), name)
        }),
        DialogKind::Finder => Dialog::Finder(Finder { text: "a".to_owned(), ..Finder::default() }),
        DialogKind::HandOuts => Dialog::HandOuts,
        DialogKind::Help => Dialog::Help,
        DialogKind::Settings => Dialog::Settings,
        DialogKind::About => Dialog::About,
        DialogKind::RedLines => Dialog::RedLines,
        DialogKind::Notes => Dialog::Notes,
        DialogKind::Marks => Dialog::Marks,
        DialogKind::News => Dialog::News,
        DialogKind::Plan => Dialog::Plan,
        DialogKind::Walk => Dialog::Walk,
        DialogKind::Link => Dialog::Link { url: "https://example.org/".to_owned() },
        DialogKind::Excerpt => Dialog::Excerpt(excerpt()),
        DialogKind::Drafts => Dialog::Drafts,
        DialogKind::ChangedOnDisk => Dialog::ChangedOnDisk(job),
        DialogKind::NameTaken => Dialog::NameTaken { job, free: PathBuf::from("/home/class/plan-2.ron") },
        DialogKind::CloseUnsaved => Dialog::CloseUnsaved,
        DialogKind::NewCase => Dialog::NewCase(NewCase::default()),
        DialogKind::Incoming => Dialog::Incoming(incoming()),
        DialogKind::CaseChanged => Dialog::CaseChanged { theirs: "()".into() },
    }
}

/// A workbook with one of everything that can be said of it.
pub fn incoming() -> Incoming {
    let field =
        |column, before: &str, after: &str| FieldChange { column, before: before.to_owned(), after: after.to_owned() };
    let change = |list, kind, fields| RecordChange {
        list,
        id: "club-01".to_owned(),
        name: "We will never agree to closing the pool".to_owned(),
        kind,
        fields,
    };
    let told = |is_error| CellMessage {
        is_error,
        place: "positions F17".to_owned(),
        message: "strength: \"redline!\" is not known.".to_owned(),
        hint: "Did you mean \"red line\"?".to_owned(),
    };
    let changes = vec![
        change("statements", ChangeKind::Changed, vec![field("speaker", "Bo Ek", "Bo Eek"), field("long", "", "More")]),
        change("positions", ChangeKind::New, Vec::new()),
        change("parties", ChangeKind::Changed, vec![field("name", "Club", "Swimming club")]),
        change("terms", ChangeKind::Gone, Vec::new()),
        change("sources", ChangeKind::Moved, Vec::new()),
    ];
    let keeping = Way { messages: vec![told(false)], changes, text: Some("()".into()), raised: Some(3) };
    let removing = Way { messages: vec![told(true)], text: None, ..keeping.clone() };
    let case = BroughtCase {
        title: "Town pool".to_owned(),
        author: "A class".to_owned(),
        version: 2,
        n_terms: 4,
        coverage: vec![("Swimming club".to_owned(), 2, 3)],
        findings: vec!["Statement club-01: has no source".to_owned()],
        ..BroughtCase::default()
    };
    let update = Update { is_meant: true, keeping, removing: Some(removing) };
    let brought = Brought { case: Some(case), update: Some(update), ..Brought::default() };
    Incoming {
        number: 1,
        path: PathBuf::from("/home/class/pool.xlsx"),
        found: Found::Read(Arc::new(brought)),
        goal: Goal::Update,
        also_remove: false,
        against: None,
    }
}

pub fn excerpt() -> Excerpt {
    let lines = vec!["(".to_owned(), "title: 3,".to_owned()];
    Excerpt {
        file: "plan.ron".to_owned(),
        first: 1,
        lines,
        line: 2,
        column: 8,
        problem: "a text is expected".to_owned(),
    }
}

/// What the Why panel can be about.
pub fn subject(kind: WhyKind) -> WhySubject {
    match kind {
        WhyKind::Nothing => WhySubject::Nothing,
        WhyKind::Cell => WhySubject::Cell(RUSSIA, FRONT_LINE),
        WhyKind::Party => WhySubject::Party(RUSSIA),
        WhyKind::Term => WhySubject::Term(NATO_DELAY),
        WhyKind::Plan => WhySubject::Plan,
        WhyKind::Mark => WhySubject::Mark(Mark::RedLine),
        WhyKind::News => WhySubject::News,
        WhyKind::Rules => WhySubject::Rules,
        WhyKind::Statement => WhySubject::Statement(StatementIx(0)),
        WhyKind::Changes => WhySubject::Changes,
        WhyKind::CellOfSecond => WhySubject::CellOfSecond(RUSSIA, FRONT_LINE),
    }
}

/// A notice of every kind.
pub fn notices() -> Vec<Notice> {
    let of = |sort| match sort {
        NoticeSort::Info => NoticeKind::Info,
        NoticeSort::NoDrafts => NoticeKind::NoDrafts,
        NoticeSort::OpenProblem => NoticeKind::OpenProblem,
        NoticeSort::SaveProblem => NoticeKind::SaveProblem(SaveForm::Plan),
        NoticeSort::Unsound => NoticeKind::Unsound { form: SaveForm::Case, n_problems: 2 },
        NoticeSort::Restored => NoticeKind::Restored { draft: DraftId("a-draft".to_owned()), work: WorkId::default() },
        NoticeSort::Kept => NoticeKind::Kept(DraftId("a-draft".to_owned())),
        NoticeSort::Deleted => NoticeKind::Deleted(DraftId("a-draft".to_owned())),
        NoticeSort::Missing => NoticeKind::Missing(PathBuf::from("/home/class/plan.ron")),
    };
    let notice = |sort: NoticeSort| Notice {
        title: format!("{sort:?}"),
        kind: of(sort),
        lines: vec!["What happened.".to_owned()],
        excerpt: Some(excerpt()),
    };
    NoticeSort::iter().map(notice).collect()
}

/// Everything that the line at the bottom can be told.
pub fn told() -> Vec<Told> {
    let of = |kind| match kind {
        ToldKind::Copied => Told::Copied(2),
        ToldKind::Saved => Told::Saved("plan.ron".to_owned()),
        ToldKind::Shelved => Told::Shelved(Box::new(scenario("reported-idea"))),
        ToldKind::DraftsKept => Told::DraftsKept,
        ToldKind::CopiedSheet => Told::CopiedSheet,
        ToldKind::SavedSheet => Told::SavedSheet("answers.txt".to_owned()),
        ToldKind::Hidden => Told::Hidden,
        ToldKind::Revealed => Told::Revealed(RUSSIA),
        ToldKind::HiddenAgain => Told::HiddenAgain(RUSSIA),
        ToldKind::AllRevealed => Told::AllRevealed,
        ToldKind::VersionRaised => Told::VersionRaised(3),
        ToldKind::NothingNew => Told::NothingNew,
        ToldKind::NothingToReplay => Told::NothingToReplay,
        ToldKind::NothingToReveal => Told::NothingToReveal,
        ToldKind::LedFrom => Told::LedFrom(Tab::Parties),
        ToldKind::NotYet => Told::NotYet(FRONT_LINE, ValueIx(0)),
    };
    ToldKind::iter().map(of).collect()
}

impl Screen {
    /// Goes there from wherever one is.
    pub fn open(self, journey: &mut Journey) {
        leave(journey);
        self.open_here(journey);
    }

    /// The same without leaving what is open: on the wall it stays the wall.
    pub fn open_here(self, journey: &mut Journey) {
        match self {
            Self::Tab(tab) => to_tab(journey, tab),
            Self::Activity(activity) => activity.open(journey),
            Self::Why(kind) => why(journey, kind),
            Self::Dialog(kind) => journey.apply(Action::Show(dialog(kind))),
            Self::Wall(wall) => wall.open(journey),
        }
    }

    /// True if something that is written or chosen for a class is in the way of a question that is open.
    pub fn ends_a_question(self) -> bool {
        let of_predict = |of| matches!(of, Activity::Setup | Activity::Question(_) | Activity::Table);
        match self {
            Self::Activity(activity) | Self::Wall(Wall::Activity(activity)) => of_predict(activity),
            Self::Tab(_) | Self::Why(_) | Self::Dialog(_) | Self::Wall(_) => false,
        }
    }
}

/// Back to the window with its table.
fn leave(journey: &mut Journey) {
    if journey.state().presenter.is_blank {
        journey.apply(Action::Presenter(presenter::Action::Unblank));
    }
    if journey.state().presenter.is_on {
        journey.apply(Action::Presenter(presenter::Action::Leave));
    }
    journey.apply(Action::CloseDialog);
    journey.apply(Action::Why(WhySubject::Nothing));
    journey.apply(Action::Run(Command::Explore));
}

fn to_tab(journey: &mut Journey, tab: Tab) {
    if tab == Tab::Compare && journey.state().compare.second.is_none() {
        journey.apply(Action::Run(Command::Duplicate));
    }
    journey.apply(Action::Run(tab.command()));
}

fn why(journey: &mut Journey, kind: WhyKind) {
    match kind {
        WhyKind::Changes => to_tab(journey, Tab::Timeline),
        WhyKind::CellOfSecond => to_tab(journey, Tab::Compare),
        WhyKind::Nothing
        | WhyKind::Cell
        | WhyKind::Party
        | WhyKind::Term
        | WhyKind::Plan
        | WhyKind::Mark
        | WhyKind::News
        | WhyKind::Rules
        | WhyKind::Statement => {}
    }
    journey.apply(Action::Why(subject(kind)));
    journey.apply(Action::ShowOtherDays(true));
}

impl Activity {
    fn open(self, journey: &mut Journey) {
        let show = |screen| Action::Activities(activities::Action::Show(screen));
        journey.apply(Action::Run(Command::Activities));
        match self {
            Self::Start => journey.apply(show(activities::Screen::Start)),
            Self::Debrief => journey.apply(show(activities::Screen::Debrief)),
            Self::Way { proven } => {
                journey.apply(show(activities::Screen::Way));
                let act = |action| Action::Activities(activities::Action::Way(action));
                journey.apply(act(way::Action::Firmness(way::Firmness::Opposed)));
                if proven {
                    journey.apply(act(way::Action::Prove));
                }
            }
            Self::Setup => {
                journey.apply(show(activities::Screen::Predict));
                predict(journey, predict::Action::Setup);
            }
            Self::Question(phase) => {
                journey.apply(show(activities::Screen::Predict));
                question(journey, phase);
            }
            Self::Table => {
                journey.apply(show(activities::Screen::Predict));
                guess(journey);
                predict(journey, predict::Action::Table);
            }
            Self::Delegations(page) => {
                take_part(journey);
                delegations(journey, delegations::Action::Table(None));
                delegations(journey, delegations::Action::Page(page));
            }
            Self::Proposal { curtain } => {
                take_part(journey);
                propose(journey, curtain);
            }
            Self::News => {
                take_part(journey);
                news(journey);
            }
        }
    }
}

fn predict(journey: &mut Journey, action: predict::Action) {
    journey.apply(Action::Activities(activities::Action::Predict(action)));
}

fn delegations(journey: &mut Journey, action: delegations::Action) {
    journey.apply(Action::Activities(activities::Action::Delegations(action)));
}

/// Two questions; the first is as far as that.
pub fn question(journey: &mut Journey, phase: Phase) {
    predict(journey, predict::Action::Setup);
    let asked = [(FRONT_LINE, 0), (PEACEKEEPERS, 1)].map(|(term, value)| Asked { term, value: ValueIx(value) });
    predict(journey, predict::Action::Basis(predict::Basis::OneByOne));
    predict(journey, predict::Action::Ask(asked.to_vec()));
    predict(journey, predict::Action::Start);
    let open = journey.state().activities.predict.open().expect("it is asked").asked;
    match phase {
        Phase::Vote => {}
        Phase::Discuss => {
            // Whether neighbours talk depends on the answers; the same hands are up in every world.
            let world = &mut journey.harness.state_mut().state;
            world.activities.predict.questions[0].phase = Phase::Discuss;
            journey.harness.run();
        }
        Phase::Reveal => predict(journey, predict::Action::VotesIn),
    }
    assert_eq!(journey.state().activities.predict.open().expect("it is asked").asked, open);
}

fn guess(journey: &mut Journey) {
    let asked = Asked { term: FRONT_LINE, value: ValueIx(0) };
    let question = asked.question(&journey.state().document, true, 0);
    let party = journey.state().dossier().party(RUSSIA).id.clone();
    let guess = ClassEdit::Guess(question, party, Some(peace_plan_explorer::domain::Guess::No));
    journey.apply(Action::Edit(guess.into()));
}

/// All parties have a delegation.
fn take_part(journey: &mut Journey) {
    journey.apply(Action::Activities(activities::Action::Show(activities::Screen::Delegations)));
    let ids: Vec<String> = journey.state().dossier().parties.iter().map(|party| party.id.clone()).collect();
    for id in ids {
        if !journey.state().document.scenario.class.delegations.contains_key(&id) {
            journey.apply(Action::Edit(ClassEdit::Delegation(id, true).into()));
        }
    }
}

fn propose(journey: &mut Journey, curtain: bool) {
    delegations(journey, delegations::Action::Page(Page::Rounds));
    delegations(journey, delegations::Action::Curtain(curtain));
    let now = journey.state().plan().get(PEACEKEEPERS);
    let to = if now == Some(ValueIx(1)) { ValueIx(3) } else { ValueIx(1) };
    delegations(
        journey,
        delegations::Action::Draft(Draft { by: Some(RUSSIA), term: Some(PEACEKEEPERS), to: Some(to) }),
    );
    delegations(journey, delegations::Action::Propose);
}

fn news(journey: &mut Journey) {
    delegations(journey, delegations::Action::Table(None));
    delegations(journey, delegations::Action::Page(Page::Rounds));
    let first = journey.state().dossier().covers.0;
    journey.apply(Action::Edit(Edit::SetAsOf(first)));
    delegations(journey, delegations::Action::NewsRead);
    let day = journey.state().dossier().as_of;
    journey.apply(Action::Edit(Edit::SetAsOf(day)));
    assert!(journey.state().activities.delegations.news.as_ref().is_some_and(|news| news.said.len() > 10));
}

impl Wall {
    fn open(self, journey: &mut Journey) {
        journey.apply(Action::Run(Command::Present));
        // Whatever decides what stands on the wall is named here, and so has its screen.
        let Presenter { is_on, spotlight: _, ranges: _, is_blank: _, card: _, hint: _, walk: _, .. } =
            &journey.state().presenter;
        assert!(is_on);
        let term = |term, spotlight| Action::Presenter(presenter::Action::ShowTerm { term, spotlight });
        match self {
            Self::Table => journey.apply(term(FRONT_LINE, false)),
            Self::Cards => journey.apply(term(FRONT_LINE, true)),
            Self::LastCards => {
                journey.apply(term(PEACEKEEPERS, true));
                let last = journey.state().columns().len() - 1;
                journey.apply(Action::Presenter(presenter::Action::ShowCard(last)));
            }
            Self::Ranges => {
                journey.apply(term(NATO_DELAY, true));
                journey.apply(Action::Presenter(presenter::Action::ToggleRanges));
            }
            Self::Hint => {
                journey.apply(term(FRONT_LINE, true));
                journey.harness.state_mut().state.presenter.hint = true;
                journey.harness.run();
            }
            Self::Blank => journey.apply(Action::Run(Command::Blank)),
            Self::Tab(tab) => to_tab(journey, tab),
            Self::Activity(activity) => activity.open(journey),
            Self::Dialog(kind) => journey.apply(Action::Show(dialog(kind))),
        }
    }
}
