//! How long the plans that contradict the fewest statements take to find on every kind of dossier.
//!
//! `cargo bench --bench grid -- table [SEEDS] [SECONDS] [LISTED] [PART OF A NAME]` prints the milliseconds by each counting
//! rule, red lines first, by cell and by party; SECONDS end a search, LISTED plans are listed.
//! `cargo bench --bench grid -- NAME SEED FOLDER` writes the three questions of one dossier and what clashes in it for other
//! solvers (weighted clauses, the format of the MaxSAT evaluations) and prints our answers with their seconds, those of the
//! first hundred clash sets and ways out behind them. `benches/peers/grid` does that for all. Run among all benches it does
//! nothing. Times are those of the processor where the system tells them (Linux), so that other work beside it counts less.

#[path = "../tests/support/clauses.rs"]
mod clauses;
#[path = "../tests/support/grid.rs"]
mod grid;
#[path = "../tests/support/random.rs"]
mod random;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use clauses::Clauses;
use grid::Spot;
use peace_plan_explorer::{
    analysis::{
        Alternatives, Basis, Conflicts, CountingRule, Index, Limits, Listed, Question, Situation, Space, Stop, Toll,
        Wanted, Which, Wishes, alternatives, countable,
    },
    domain::{Counted, Dossier, PartyIx, Plan, PositionIx},
};
use strum::IntoEnumIterator as _;

/// So often each answer is timed, unless it takes long.
const RUNS: usize = 5;
/// So many clash sets and ways out are asked for.
const FIRST: usize = 100;
/// For one answer.
const CAP: Duration = Duration::from_secs(10);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["table", ref rest @ ..] => table(rest),
        [name, seed, folder] => {
            let spot = Spot::named(name).unwrap_or_else(|| panic!("there is no {name}"));
            one(&Setting::new(spot, seed.parse().expect("the seed is a number")), Path::new(folder));
        }
        _ => {}
    }
}

struct Setting {
    dossier: Dossier,
    index: Index,
    situation: Situation,
    plan: Plan,
}

impl Setting {
    fn new(spot: Spot, seed: u64) -> Self {
        let (dossier, plan) = spot.dossier(seed);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        Self { index: Index::new(&dossier), situation, dossier, plan }
    }

    fn basis(&self) -> Basis<'_> {
        Basis { dossier: &self.dossier, index: &self.index, situation: &self.situation, plan: &self.plan }
    }

    /// The answer, and how long it took.
    fn least(&self, rule: CountingRule, max_listed: usize, cap: Duration) -> (Alternatives, Duration) {
        let wishes = Wishes { rule, max_listed, later_values: true, ..Wishes::default() };
        let (start, before) = (Instant::now(), processor_time());
        let is_due = due_after(cap, start, before);
        let found = alternatives(self.basis(), &wishes, Stop::never().or_when(&is_due));
        (found, taken(start, before))
    }

    /// The first clash sets or ways out, or what of them was found in time, and how long that took.
    fn first(&self, ways_out: bool, positions: &[PositionIx]) -> (Listed<PositionIx>, Duration) {
        let space = Space::all(&self.dossier);
        let question = Question { dossier: &self.dossier, index: &self.index, positions, space: &space };
        let (start, before) = (Instant::now(), processor_time());
        let is_due = due_after(CAP, start, before);
        let stop = Stop::never().or_when(&is_due);
        let conflicts = Conflicts::of_positions(question, Limits::default(), stop).expect("it takes no ten seconds");
        let sets = if ways_out { conflicts.ways_out(stop) } else { conflicts.clash_sets(stop) };
        let sets = sets.expect("it takes no ten seconds");
        let listed = sets.listed(Wanted { sets: FIRST, size: None }, stop, &mut |_| {});
        (listed, taken(start, before))
    }
}

/// How long this thread was at work, if the system tells.
fn processor_time() -> Option<Duration> {
    // What has been worked is added up when a thread lets others go first.
    std::thread::yield_now();
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}

/// The time since then, of the processor if that is known.
fn taken(start: Instant, before: Option<Duration>) -> Duration {
    let elapsed = start.elapsed();
    before.zip(processor_time()).map_or(elapsed, |(before, now)| now - before)
}

/// Whether the time is up. It is asked so often that few looks are enough.
fn due_after(cap: Duration, start: Instant, before: Option<Duration>) -> impl Fn() -> bool {
    let looks = std::cell::Cell::new(0_u32);
    move || {
        looks.set(looks.get().wrapping_add(1));
        cap.is_zero() || looks.get().is_multiple_of(1 << 12) && taken(start, before) >= cap
    }
}

/// Answers again and again for the fastest time.
fn fastest<T>(mut answer: impl FnMut() -> (T, Duration)) -> (T, Duration) {
    let start = Instant::now();
    let mut fastest: Option<(T, Duration)> = None;
    for _ in 0..RUNS {
        let (found, time) = answer();
        if fastest.as_ref().is_none_or(|(_, least)| time < *least) {
            fastest = Some((found, time));
        }
        if start.elapsed() >= CAP {
            break;
        }
    }
    fastest.expect("there is at least one run")
}

fn table(arguments: &[&str]) {
    let number = |place: usize, otherwise: usize| {
        arguments.get(place).map_or(otherwise, |text| text.parse().expect("a number is expected"))
    };
    let (seeds, cap) = (number(0, 3), Duration::from_secs(number(1, 10) as u64));
    let part = arguments.get(3).copied().unwrap_or("");
    for spot in Spot::all().filter(|spot| spot.name().contains(part)) {
        for seed in 1..=seeds as u64 {
            let setting = Setting::new(spot, seed);
            print!("{:45} {seed}", spot.name());
            for rule in CountingRule::iter() {
                let (found, time) = setting.least(rule, number(2, 0), cap);
                let milliseconds = time.as_secs_f64() * 1e3;
                let what = if found.proven { weight(found.upper) } else { "?".to_owned() };
                print!("  {milliseconds:9.2} ms {what:>9}");
            }
            println!();
        }
    }
}

/// What a plan contradicts as one number: cells, parties, or cells of which those of one strength outweigh all of the next.
fn weight(toll: Option<Toll>) -> String {
    match toll {
        None => "none".to_owned(),
        Some(Toll::Cells(n) | Toll::Parties(n)) => n.to_string(),
        Some(Toll::Strengths(of)) => format!("{}/{}/{}", of.red_lines, of.opposed, of.otherwise),
    }
}

fn one(setting: &Setting, folder: &Path) {
    let positions = countable(&setting.dossier, &setting.index, &setting.situation, Which::default());
    for rule in CountingRule::iter() {
        let clauses = Clauses::new(setting.basis(), &positions);
        let (name, n_cells) = (format!("{rule:?}"), clauses.cells.len() as u64 + 1);
        std::fs::write(folder.join(format!("{name}.wcnf")), question(clauses, rule))
            .expect("the folder can be written");
        let (found, time) = fastest(|| setting.least(rule, 0, CAP));
        let answer = match (found.proven, found.upper) {
            (false, _) => "unproven".to_owned(),
            (_, Some(Toll::Strengths(of))) => {
                let [red_lines, opposed, otherwise] = [of.red_lines, of.opposed, of.otherwise].map(u64::from);
                (red_lines * n_cells * n_cells + opposed * n_cells + otherwise).to_string()
            }
            (_, toll) => weight(toll),
        };
        println!("{name} {answer} {:.6}", time.as_secs_f64());
    }
    std::fs::write(folder.join("clashes.wcnf"), clash_question(setting, &positions))
        .expect("the folder can be written");
    for (name, ways_out) in [("FirstClashSets", false), ("FirstWaysOut", true)] {
        let (listed, time) = fastest(|| setting.first(ways_out, &positions));
        println!("{name} {} {:.6}", listed.sets.len(), time.as_secs_f64());
    }
}

/// What holds on to each position, each of which may be given up.
fn clash_question(setting: &Setting, positions: &[PositionIx]) -> String {
    let (clauses, selectors) = Clauses::selecting(setting.basis(), positions);
    let soft: Vec<(u64, i32)> = selectors.into_iter().map(|selector| (1, -selector)).collect();
    written(&clauses, &soft)
}

fn question(mut clauses: Clauses, rule: CountingRule) -> String {
    let n_cells = clauses.cells.len() as u64 + 1;
    let mut soft: Vec<(u64, i32)> = Vec::new();
    let mut parties: BTreeMap<PartyIx, i32> = BTreeMap::new();
    for (party, vars) in clauses.cells.clone() {
        match rule {
            // A cell costs the sum of its three variables that are true, of which the later follow from the earlier.
            CountingRule::RedLinesFirst => {
                soft.extend([n_cells * n_cells - n_cells, n_cells - 1, 1].into_iter().zip(vars))
            }
            CountingRule::EachCell => soft.push((1, vars[2])),
            CountingRule::EachParty => {
                let hit = *parties.entry(party).or_insert_with(|| clauses.new_var());
                clauses.hard.push(vec![-vars[2], hit]);
            }
        }
    }
    soft.extend(parties.into_values().map(|hit| (1, hit)));
    written(&clauses, &soft)
}

/// All clauses, and what each of some variables costs where it is true.
fn written(clauses: &Clauses, soft: &[(u64, i32)]) -> String {
    let mut text = String::new();
    let mut line = |head: &str, clause: &[i32]| {
        text.push_str(head);
        clause.iter().for_each(|literal| write!(text, " {literal}").expect("a String takes everything"));
        text.push_str(" 0\n");
    };
    clauses.hard.iter().for_each(|clause| line("h", clause));
    soft.iter().for_each(|(weight, var)| line(&weight.to_string(), &[-var]));
    text
}
