//! What a program with a window owes to the console that it was started from, and what it says where there is none.
//!
//! On Windows a program belongs to a console or it does not. This one does not, so that a double click opens its window
//! alone; whoever types its name in a console gets the answers there all the same.

#[cfg(windows)]
mod windows {
    use crate::wording::ui as words;

    type Handle = *mut core::ffi::c_void;

    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn GetStdHandle(which: u32) -> Handle;
        fn SetStdHandle(which: u32, handle: Handle) -> i32;
        fn AttachConsole(process: u32) -> i32;
        fn GetConsoleWindow() -> Handle;
    }

    #[link(name = "user32")]
    unsafe extern "system" {
        fn MessageBoxW(window: Handle, text: *const u16, title: *const u16, kind: u32) -> i32;
    }

    /// Input, output and errors: -10, -11 and -12.
    const STREAMS: [u32; 3] = [u32::MAX - 9, u32::MAX - 10, u32::MAX - 11];
    const PARENT: u32 = u32::MAX;
    const WARNING: u32 = 0x30;

    pub(super) fn attach() {
        // SAFETY: these calls take plain numbers and handles that the system gave out; no memory of ours is touched.
        unsafe {
            let given = STREAMS.map(|stream| GetStdHandle(stream));
            AttachConsole(PARENT);
            // What leads into a pipe or a file stays there.
            for (stream, handle) in STREAMS.into_iter().zip(given) {
                if !handle.is_null() && handle.addr() != usize::MAX {
                    SetStdHandle(stream, handle);
                }
            }
        }
    }

    pub(super) fn tell(text: &str) {
        let wide = |text: &str| text.encode_utf16().chain([0]).collect::<Vec<u16>>();
        let (text, title) = (wide(text), wide(words::PROGRAM));
        // SAFETY: both texts end in zero and live until the box is closed.
        unsafe {
            if GetConsoleWindow().is_null() {
                MessageBoxW(core::ptr::null_mut(), text.as_ptr(), title.as_ptr(), WARNING);
            }
        }
    }
}

/// Writes answers to the console of whoever started the program; to be called before anything is written. Does nothing
/// but on Windows.
pub fn attach() {
    #[cfg(windows)]
    windows::attach();
}

/// Shows a message in a box where the program has no console. Does nothing but on Windows.
#[cfg_attr(not(windows), expect(unused_variables, reason = "there is a terminal or a log everywhere else"))]
pub fn tell(text: &str) {
    #[cfg(windows)]
    windows::tell(text);
}
