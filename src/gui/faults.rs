//! Faults of the program itself: what happened and where, so that it can be told by whoever goes on.

use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe, catch_unwind},
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::wording::start as words;

thread_local! {
    /// The last fault of this thread.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// True once the window has shown its first picture.
static IS_OPEN: AtomicBool = AtomicBool::new(false);

/// From now on every fault is kept with its place. One while the window is opened is told by the caller alone, as what is
/// missing; later ones go to standard error too.
pub(super) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |fault| {
            let place = fault.location().map(|place| format!("{}:{}", place.file(), place.line()));
            let text = words::fault(fault.payload_as_str().unwrap_or_default(), place.as_deref());
            LAST.with(|last| last.replace(Some(text)));
            if is_open() {
                usual(fault);
            }
        }));
    });
}

/// The window has shown its first picture.
pub(super) fn window_is_open() {
    IS_OPEN.store(true, Ordering::Relaxed);
}

/// True once the window has shown its first picture.
pub(super) fn is_open() -> bool {
    IS_OPEN.load(Ordering::Relaxed)
}

/// The last fault of this thread, in words.
pub(super) fn last() -> String {
    LAST.with(|last| last.borrow().clone()).unwrap_or_else(|| words::fault("", None))
}

/// Runs something, and returns its fault in words if it has one.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| last())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_place() {
        listen();
        assert_eq!(guarded(|| 7), Ok(7));
        let fault = guarded(|| panic!("boom")).unwrap_err();
        assert!(fault.contains("boom") && fault.contains("src/gui/faults.rs:"), "{fault}");
    }
}
