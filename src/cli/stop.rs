//! When a subcommand that may take long is to stop: at Ctrl+C, when its time is up, or after so many steps.

use std::{
    cell::Cell,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use clap::Args;

use crate::{
    analysis::{Limits, Stop},
    wording::cli as words,
};

/// Set once, for the rest of the process.
static STOP: AtomicBool = AtomicBool::new(false);

/// What the shell reports of a program that Ctrl+C ended.
const INTERRUPTED: i32 = 130;

/// How long a search may take.
#[derive(Args, Debug)]
pub struct StopArgs {
    /// Stop after this time.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, help = words::HELP_TIME_LIMIT)]
    pub time_limit: Option<Duration>,
    /// Stop after so many steps.
    #[arg(long, value_name = "N", value_parser = number::<u64>, help = words::HELP_STEPS)]
    pub steps: Option<u64>,
}

/// What stops a subcommand while it runs.
#[derive(Debug)]
pub struct Limit {
    steps_left: Option<Cell<u64>>,
}

impl StopArgs {
    /// From now on Ctrl+C, and the end of the time if it is limited, stop the subcommand. What was found by then is still
    /// printed; who presses Ctrl+C once more does not want to wait for that. This belongs to the process: a subcommand asks
    /// for it once.
    #[must_use]
    pub fn start(&self) -> Limit {
        let on_interrupt = || {
            if STOP.swap(true, Ordering::Relaxed) {
                std::process::exit(INTERRUPTED);
            }
        };
        // Where no handler can be set, Ctrl+C ends the program as it would without one.
        let _ = ctrlc::set_handler(on_interrupt);
        if let Some(limit) = self.time_limit {
            let stop = move || {
                thread::sleep(limit);
                STOP.store(true, Ordering::Relaxed);
            };
            thread::Builder::new()
                .name("time limit".to_owned())
                .spawn(stop)
                .expect("the system has a thread for the limit");
        }
        self.limit()
    }

    /// Who says how long it may take is not held up by our own limit of steps.
    #[must_use]
    pub(crate) fn lifted(&self, limits: Limits) -> Limits {
        let is_limited = self.time_limit.is_some() || self.steps.is_some();
        if is_limited { Limits { steps: u64::MAX, ..limits } } else { limits }
    }

    fn limit(&self) -> Limit {
        Limit { steps_left: self.steps.map(Cell::new) }
    }
}

impl Limit {
    /// For the analyses, which share the steps.
    #[must_use]
    pub fn stop(&self) -> Stop<'_> {
        let stop = Stop::when(&STOP);
        self.steps_left.as_ref().map_or(stop, |steps_left| stop.or_after(steps_left))
    }
}

/// Reads `--time-limit`: seconds, with or without decimals.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    let limit = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    limit.ok_or_else(|| words::not_a_time(text))
}

/// Reads a number from 1 on.
///
/// # Errors
/// If it is something else.
pub(super) fn number<T: std::str::FromStr + Default + PartialEq>(text: &str) -> Result<T, String> {
    text.parse().ok().filter(|number| *number != T::default()).ok_or_else(|| words::not_a_number(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_step_stops() {
        let args = StopArgs { time_limit: None, steps: Some(1) };
        let limit = args.limit();
        assert_eq!([limit.stop().is_set(), limit.stop().is_set()], [false, true]);
        assert!(!StopArgs { time_limit: None, steps: None }.limit().stop().is_set());
    }

    #[test]
    fn a_time_limit_is_a_number_of_seconds() {
        assert_eq!(seconds("2"), Ok(Duration::from_secs(2)));
        assert_eq!(seconds("0.25"), Ok(Duration::from_millis(250)));
        for text in ["", "0", "-1", "soon", "inf", "NaN", "1e300"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
