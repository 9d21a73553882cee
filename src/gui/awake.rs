//! The screen stays awake while presenting: nobody touches a key for as long as thirty people talk.

use std::{
    sync::mpsc::{self, Sender},
    thread,
};

use super::faults;
use crate::wording::{presenter as texts, ui as words};

/// What asks the system, and holds what it granted for as long as it lives.
type Ask = fn() -> Option<Box<dyn Send>>;

/// The request to stay awake, while there is one.
pub(super) struct Awake {
    ask: Ask,
    /// Its end lets the request go.
    request: Option<Sender<()>>,
}

impl Default for Awake {
    fn default() -> Self {
        Self { ask: system, request: None }
    }
}

impl Awake {
    /// Asks the system to keep the screen on, or lets it sleep again.
    ///
    /// The request has a thread of its own: a bus that does not answer must not hold the window up, and Windows keeps a
    /// request for the thread that made it, no longer. Where nobody is there to ask, nothing is said: the screen sleeps
    /// as it does with every program.
    pub(super) fn set(&mut self, on: bool) {
        if on == self.request.is_some() {
            return;
        }
        self.request = on.then(|| {
            let (request, end) = mpsc::channel::<()>();
            let ask = self.ask;
            let hold = move || {
                let held = ask();
                // Nothing is ever sent: the wait is over when the other end is gone.
                let _: Result<(), _> = end.recv();
                drop(held);
            };
            let guarded = move || {
                let _: Result<(), String> = faults::guarded(hold);
            };
            // Without a thread to give the system cannot be asked.
            thread::Builder::new().name("awake".to_owned()).spawn(guarded).ok();
            request
        });
    }
}

/// Display and system, as far as each is granted: some desktops know only the one, some systems only the other.
fn system() -> Option<Box<dyn Send>> {
    let ask = |display, idle| {
        let mut request = keepawake::Builder::default();
        request.display(display).idle(idle).reason(texts::AWAKE).app_name(words::PROGRAM);
        request.app_reverse_domain(super::start::APP_ID).create().ok()
    };
    let held = ask(true, true).or_else(|| ask(true, false)).or_else(|| ask(false, true))?;
    Some(Box::new(held))
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, mpsc::Receiver};

    use super::*;

    static TOLD: Mutex<Option<Sender<&str>>> = Mutex::new(None);

    fn tell(what: &'static str) {
        let _: Result<(), _> = TOLD.lock().unwrap().as_ref().unwrap().send(what);
    }

    struct Held;

    impl Drop for Held {
        fn drop(&mut self) {
            tell("let go");
        }
    }

    fn listen() -> Receiver<&'static str> {
        let (sender, told) = mpsc::channel();
        *TOLD.lock().unwrap() = Some(sender);
        told
    }

    #[test]
    fn it_is_asked_once_for_each_time_of_presenting_and_let_go_with_it() {
        let told = listen();
        let ask: Ask = || {
            tell("asked");
            Some(Box::new(Held))
        };
        let mut awake = Awake { ask, request: None };
        awake.set(false);
        for _ in 0..2 {
            awake.set(true);
            awake.set(true);
            assert_eq!(told.recv(), Ok("asked"));
            awake.set(false);
            assert_eq!(told.recv(), Ok("let go"));
        }
        awake.set(true);
        assert_eq!(told.recv(), Ok("asked"));
        drop(awake);
        assert_eq!(told.recv(), Ok("let go"), "a window that is closed keeps no screen awake");
        assert!(told.try_recv().is_err());
    }
}
