//! How a long analysis is told to stop.

use std::{
    fmt,
    sync::atomic::{AtomicBool, Ordering},
};

/// Asked every few microseconds by analyses that may take long. They then return what they have and say that it is not
/// complete.
///
/// Analyses read no clock: whoever wants a deadline passes a closure that looks at one.
#[derive(Clone, Copy, Default)]
pub struct Stop<'a> {
    flag: Option<&'a AtomicBool>,
    is_due: Option<&'a dyn Fn() -> bool>,
}

impl<'a> Stop<'a> {
    /// Runs to the end.
    #[must_use]
    pub fn never() -> Self {
        Self::default()
    }

    /// Stops soon after `flag` is set.
    #[must_use]
    pub fn when(flag: &'a AtomicBool) -> Self {
        Self { flag: Some(flag), is_due: None }
    }

    /// Stops also soon after `is_due` returns true. It is called up to some ten thousand times a second.
    #[must_use]
    pub fn or_when(self, is_due: &'a dyn Fn() -> bool) -> Self {
        Self { is_due: Some(is_due), ..self }
    }

    /// True if it is time to stop.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.flag.is_some_and(|flag| flag.load(Ordering::Relaxed)) || self.is_due.is_some_and(|is_due| is_due())
    }
}

impl fmt::Debug for Stop<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stop").field("flag", &self.flag).field("has_deadline", &self.is_due.is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_or_a_deadline_stops() {
        let flag = AtomicBool::new(false);
        assert!(!Stop::never().is_set());
        assert!(!Stop::when(&flag).is_set());
        assert!(Stop::when(&flag).or_when(&|| true).is_set());
        flag.store(true, Ordering::Relaxed);
        assert!(Stop::when(&flag).or_when(&|| false).is_set());
    }
}
