//! What stands on the page, in the order of reading; which of it the search finds, and where the arrow keys lead.

use crate::{
    app::{DraftEntry, ScenarioEntry, Shelf, StartItem, StartPage},
    ui::view::View,
    wording::{self, DateStyle, drafts, start_page},
};

/// At most so many drafts and recent files are offered.
const MOST_TO_GO_ON: usize = 3;

/// A case that is listed, with those of its plans that show.
pub(super) struct Case<'a> {
    /// The case.
    pub shelf: &'a Shelf,
    /// True if the plans under it begin with an empty one.
    pub has_empty: bool,
    /// Its plans that show.
    pub plans: Vec<&'a ScenarioEntry>,
}

impl Case<'_> {
    /// True if anything shows under the card.
    pub(super) fn is_open(&self) -> bool {
        self.has_empty || !self.plans.is_empty()
    }
}

/// Everything that is listed.
pub(super) struct List<'a> {
    /// The newest drafts.
    pub drafts: Vec<&'a DraftEntry>,
    /// Files that were open before.
    pub recent: Vec<&'a std::path::PathBuf>,
    /// The cases.
    pub cases: Vec<Case<'a>>,
    /// How many cards stand beside each other.
    pub columns: usize,
    /// The same as rows of things that can be chosen.
    rows: Vec<Vec<StartItem>>,
    /// The place of the first thing that is chosen unless the keys choose another.
    first: usize,
}

impl<'a> List<'a> {
    /// What shows for a search.
    pub(super) fn new(view: &View<'a>, page: &StartPage, columns: usize) -> Self {
        let state = view.state;
        let search = wording::folded(&page.search);
        let is_searching = !search.trim().is_empty();
        let drafts = state.drafts.iter().filter(|entry| entry.problem.is_empty() && !is_searching);
        let recent = state.settings.recent.iter().filter(|_| !is_searching);
        let cases = state.catalog.smallest_first().into_iter();
        let cases = cases.filter_map(|shelf| case(shelf, search.trim(), page.unfolded.as_deref(), view.dates));
        let mut list = Self {
            drafts: drafts.take(MOST_TO_GO_ON).collect(),
            recent: recent.take(MOST_TO_GO_ON).collect(),
            cases: cases.collect(),
            columns,
            rows: Vec::new(),
            first: 0,
        };
        list.make_rows(is_searching.then_some(search.trim()));
        list
    }

    /// The names that somebody gave to what is listed, each behind what it is called where it cannot be read.
    pub(super) fn names(&self, style: DateStyle) -> impl Iterator<Item = (String, String)> {
        let drafts = self.drafts.iter().map(move |entry| (drafts::of_the_day(entry, style), entry.title.clone()));
        let recent = self.recent.iter().enumerate().map(|(place, path)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (start_page::nth_recent(place), name)
        });
        let cases = self.cases.iter().map(|case| (case.shelf.id.clone(), case.shelf.title.clone()));
        let plans = self.cases.iter().flat_map(|case| &case.plans).map(|plan| (plan.id.clone(), plan.title.clone()));
        recent.chain(drafts).chain(cases).chain(plans)
    }

    /// What can be gone on with. Drafts are read later than the page opens, and recent files are known at once: these stay
    /// where they are.
    fn go_on(&self) -> impl Iterator<Item = StartItem> {
        let recent = self.recent.iter().map(|path| StartItem::Recent((*path).clone()));
        recent.chain(self.drafts.iter().map(|entry| StartItem::Draft(entry.id.clone())))
    }

    fn make_rows(&mut self, search: Option<&str>) {
        let mut rows: Vec<Vec<StartItem>> = Vec::new();
        rows.extend(self.go_on().map(|item| vec![item]));
        let mut first = rows.len();
        for cases in self.cases.chunks(self.columns) {
            rows.push(cases.iter().map(|case| StartItem::Case(case.shelf.id.clone())).collect());
            for case in cases {
                let id = &case.shelf.id;
                rows.extend(case.has_empty.then(|| vec![StartItem::Empty(id.clone())]));
                let plan = |plan: &&ScenarioEntry| vec![StartItem::Plan(id.clone(), plan.id.clone())];
                rows.extend(case.plans.iter().map(plan));
            }
        }
        // A plan that was searched for by its own name is meant, not its case.
        if let (Some(search), Some(case)) = (search, self.cases.first())
            && !names(case.shelf, search)
        {
            first = rows.iter().position(|row| matches!(row[0], StartItem::Plan(..))).unwrap_or(first);
        }
        self.first = rows[..first.min(rows.len())].iter().map(Vec::len).sum();
        self.rows = rows;
    }

    /// What is chosen.
    pub(super) fn chosen(&self, page: &StartPage) -> Option<StartItem> {
        self.rows.iter().flatten().nth(self.place(page)).cloned()
    }

    /// The place of something that is listed.
    pub(super) fn place_of(&self, item: &StartItem) -> Option<usize> {
        self.rows.iter().flatten().position(|listed| listed == item)
    }

    fn n_items(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    fn place(&self, page: &StartPage) -> usize {
        page.chosen.unwrap_or(self.first).min(self.n_items().saturating_sub(1))
    }

    /// The place of the thing that is `rows` rows further down, in the same column where there is one.
    pub(super) fn moved(&self, page: &StartPage, down: bool) -> usize {
        let place = self.place(page);
        let mut start = 0;
        for (row, items) in self.rows.iter().enumerate() {
            if place < start + items.len() {
                let column = place - start;
                let (other, start) = if down {
                    (self.rows.get(row + 1), start + items.len())
                } else {
                    let before = row.checked_sub(1).and_then(|row| self.rows.get(row));
                    (before, start - before.map_or(0, Vec::len))
                };
                return other.map_or(place, |items| start + column.min(items.len() - 1));
            }
            start += items.len();
        }
        place
    }

    /// The neighbour in the same row.
    pub(super) fn beside(&self, page: &StartPage, right: bool) -> usize {
        let place = self.place(page);
        let mut start = 0;
        for items in &self.rows {
            if place < start + items.len() {
                return if right {
                    (place + 1).min(start + items.len() - 1)
                } else {
                    place.saturating_sub(1).max(start)
                };
            }
            start += items.len();
        }
        place
    }
}

/// A case as far as the search finds it; without a search all of them, and the plans of the one that is unfolded.
fn case<'a>(shelf: &'a Shelf, search: &str, unfolded: Option<&str>, style: DateStyle) -> Option<Case<'a>> {
    let is_unfolded = unfolded == Some(shelf.id.as_str());
    let is_whole = names(shelf, search);
    let found = |entry: &&ScenarioEntry| {
        let texts = [&entry.title, &entry.author, &entry.origin].into_iter().cloned();
        let day = entry.date.map(|day| wording::date(day, style));
        texts.chain(day).any(|text| wording::folded(&text).contains(search))
    };
    let entries = shelf.scenarios_by_title().into_iter();
    let plans: Vec<&ScenarioEntry> = if is_unfolded {
        entries.collect()
    } else if is_whole {
        Vec::new()
    } else {
        entries.filter(found).collect()
    };
    let has_empty = is_unfolded && shelf.problems.is_empty();
    // Where its title or a plan says it, that is meant; else the case whose parties or speakers have the name.
    (is_whole || !plans.is_empty() || shelf.searched.contains(search)).then_some(Case { shelf, has_empty, plans })
}

/// True if the search finds the case itself.
fn names(shelf: &Shelf, search: &str) -> bool {
    [&shelf.title, &shelf.id, &shelf.sentence].into_iter().any(|text| wording::folded(text).contains(search))
}
