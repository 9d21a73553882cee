//! How a long analysis is told to stop.

use std::{
    cell::Cell,
    fmt,
    sync::atomic::{AtomicBool, Ordering},
};

/// Asked every few microseconds by analyses that may take long. They then return what they have and say that it is not
/// complete.
///
/// Analyses read no clock: whoever wants a deadline passes a closure that looks at one, and whoever wants the same end on
/// every machine a number of steps. A step is one look at whether to stop.
#[derive(Clone, Copy, Default)]
pub struct Stop<'a> {
    flag: Option<&'a AtomicBool>,
    is_due: Option<&'a dyn Fn() -> bool>,
    steps_left: Option<&'a Cell<u64>>,
}

impl<'a> Stop<'a> {
    /// Runs to the end.
    #[must_use]
    pub const fn never() -> Self {
        Self { flag: None, is_due: None, steps_left: None }
    }

    /// Stops soon after `flag` is set.
    #[must_use]
    pub const fn when(flag: &'a AtomicBool) -> Self {
        Self { flag: Some(flag), ..Self::never() }
    }

    /// Stops also soon after `is_due` returns true. It is called up to some million times a second.
    #[must_use]
    pub fn or_when(self, is_due: &'a dyn Fn() -> bool) -> Self {
        Self { is_due: Some(is_due), ..self }
    }

    /// Stops also when so many steps have been taken; the number goes down to 0 and stays there.
    #[must_use]
    pub const fn or_after(self, steps_left: &'a Cell<u64>) -> Self {
        Self { steps_left: Some(steps_left), ..self }
    }

    /// Takes a step; true if it is time to stop.
    #[must_use]
    pub fn is_set(&self) -> bool {
        let is_spent = |left: &Cell<u64>| left.replace(left.get().saturating_sub(1)) == 0;
        self.flag.is_some_and(|flag| flag.load(Ordering::Relaxed))
            || self.is_due.is_some_and(|is_due| is_due())
            || self.steps_left.is_some_and(is_spent)
    }
}

impl fmt::Debug for Stop<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { flag, is_due, steps_left } = self;
        let mut shown = f.debug_struct("Stop");
        shown.field("flag", flag).field("has_deadline", &is_due.is_some()).field("steps_left", steps_left).finish()
    }
}

/// Somebody asked to stop, so there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before there was an answer")]
pub struct Stopped;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_a_deadline_or_the_last_step_stops() {
        let flag = AtomicBool::new(false);
        assert!(!Stop::never().is_set());
        assert!(!Stop::when(&flag).is_set());
        assert!(Stop::when(&flag).or_when(&|| true).is_set());
        flag.store(true, Ordering::Relaxed);
        assert!(Stop::when(&flag).or_when(&|| false).is_set());
        let steps = Cell::new(2);
        let stop = Stop::never().or_after(&steps);
        assert_eq!([stop.is_set(), stop.is_set(), stop.is_set(), stop.is_set()], [false, false, true, true]);
    }
}
