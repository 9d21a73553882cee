//! When a subcommand that may take long is to stop: at Ctrl+C, or when its time is up.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

/// Set once, for the rest of the process.
static STOP: AtomicBool = AtomicBool::new(false);

/// What the shell reports of a program that Ctrl+C ended.
const INTERRUPTED: i32 = 130;

/// A flag that Ctrl+C sets, and the end of `limit` if there is one. What was found by then is still printed; who presses
/// Ctrl+C once more does not want to wait for that. The flag belongs to the process: a subcommand asks for it once.
#[must_use]
pub fn flag(limit: Option<Duration>) -> &'static AtomicBool {
    let on_interrupt = || {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
    };
    // Where no handler can be set, Ctrl+C ends the program as it would without one.
    let _ = ctrlc::set_handler(on_interrupt);
    if let Some(limit) = limit {
        thread::spawn(move || {
            thread::sleep(limit);
            STOP.store(true, Ordering::Relaxed);
        });
    }
    &STOP
}

/// Reads `--time-limit`: seconds, with or without decimals.
///
/// # Errors
/// If it is not a number of seconds above 0.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    let limit = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    limit.ok_or_else(|| crate::wording::cli::not_a_time(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_is_set_when_the_time_is_up() {
        let flag = flag(Some(Duration::from_millis(5)));
        let is_set = || {
            thread::sleep(Duration::from_millis(5));
            flag.load(Ordering::Relaxed)
        };
        assert!(std::iter::repeat_with(is_set).take(2_000).any(|is_set| is_set));
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
