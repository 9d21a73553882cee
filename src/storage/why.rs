//! Why a file or a folder could not be read or written. The systems' own words end in numbers ("os error 2") and differ from
//! one to the next.

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
};

/// The reason, as the second half of a sentence: "there is no such file or folder".
#[must_use]
pub fn why(error: &io::Error) -> String {
    if let Some(ours) = error.get_ref().and_then(|inner| inner.downcast_ref::<Why>()) {
        return ours.to_string();
    }
    let known = error.raw_os_error().and_then(of_the_system).or_else(|| of_the_kind(error.kind()));
    known.unwrap_or_else(|| Why::Other(without_number(&error.to_string()))).to_string()
}

/// What keeps a file or a folder from being read or written.
#[derive(Debug, thiserror::Error)]
enum Why {
    #[error("there is no such file or folder")]
    Missing,
    #[error("you have no permission for it")]
    Denied,
    #[error("its folder is not there")]
    FolderMissing,
    #[error("you have no permission to write in its folder")]
    FolderDenied,
    /// Windows gives both one number where a file is to take the place of another.
    #[cfg(any(windows, test))]
    #[error("another program has it open, or you have no permission for it")]
    DeniedOrBusy,
    #[error("there is something of that name already")]
    Taken,
    #[error("the disk or stick is write-protected")]
    WriteProtected,
    #[error("no space is left on the disk or stick")]
    Full,
    #[error("your share of the disk is used up")]
    Quota,
    #[error("it would be larger than files can be there")]
    TooLarge,
    #[error("another program has it open")]
    Busy,
    #[error("it is a folder")]
    Folder,
    #[error("a part of the path is a file and no folder")]
    NoFolder,
    #[error("the folder is not empty")]
    NotEmpty,
    #[error("a file cannot have that name there")]
    BadName,
    #[error("what it holds is damaged")]
    Damaged,
    #[error("the memory is used up")]
    Memory,
    #[error("the network drive does not answer")]
    Network,
    #[error("nobody reads it any more")]
    NobodyReads,
    #[error("this system cannot do it")]
    Unsupported,
    #[error("the disk or stick has a fault")]
    Faulty,
    #[error("the disk or stick is not there any more")]
    Gone,
    #[error("it is no file, but a pipe or a device")]
    NoFile,
    #[error("{0}")]
    Other(String),
}

/// What kept a file from being written, where that lies in its folder: of the file itself it would not be true.
pub(super) fn in_its_folder(path: &Path, error: io::Error) -> io::Error {
    let has_folder = path.parent().is_none_or(Path::is_dir);
    // What is no file is not opened: a pipe would wait for whoever is at its other end.
    let is_open_to_us = || fs::metadata(path).map_or(true, |there| there.is_file() && fs::File::open(path).is_ok());
    match error.kind() {
        ErrorKind::NotFound if !has_folder => io::Error::new(ErrorKind::NotFound, Why::FolderMissing),
        // Windows says the same of a file that another program has open.
        ErrorKind::PermissionDenied if cfg!(not(windows)) && is_open_to_us() => {
            io::Error::new(ErrorKind::PermissionDenied, Why::FolderDenied)
        }
        _ => error,
    }
}

/// Nothing, if what has this name is a file or a folder, or nothing has it. A pipe waits for whoever is at its other end, and
/// a device may never end.
///
/// # Errors
/// That it is a pipe or a device.
pub(crate) fn no_pipe(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if !(metadata.is_file() || metadata.is_dir()) => Err(io::Error::other(Why::NoFile)),
        _ => Ok(()),
    }
}

#[cfg(unix)]
use of_unix as of_the_system;
#[cfg(windows)]
use of_windows as of_the_system;

/// What the numbers of Windows mean that have no kind of their own.
#[cfg(any(windows, test))]
fn of_windows(code: i32) -> Option<Why> {
    Some(match code {
        5 => Why::DeniedOrBusy,
        19 => Why::WriteProtected,
        21 | 1167 => Why::Gone,
        // A sum that does not fit, a sector that is not found, a device that does not work.
        23 | 27 | 1117 => Why::Faulty,
        32 | 33 => Why::Busy,
        _ => return None,
    })
}

/// What the numbers of Linux and macOS mean that have no kind of their own.
#[cfg(any(unix, test))]
fn of_unix(code: i32) -> Option<Why> {
    // EIO, ENXIO and ENODEV have these numbers on both.
    Some(match code {
        5 => Why::Faulty,
        6 | 19 => Why::Gone,
        _ => return None,
    })
}

#[cfg(not(any(unix, windows)))]
const fn of_the_system(_code: i32) -> Option<Why> {
    None
}

fn of_the_kind(kind: ErrorKind) -> Option<Why> {
    Some(match kind {
        ErrorKind::NotFound => Why::Missing,
        ErrorKind::PermissionDenied => Why::Denied,
        ErrorKind::AlreadyExists => Why::Taken,
        ErrorKind::ReadOnlyFilesystem => Why::WriteProtected,
        ErrorKind::StorageFull => Why::Full,
        ErrorKind::QuotaExceeded => Why::Quota,
        ErrorKind::FileTooLarge => Why::TooLarge,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Why::Busy,
        ErrorKind::IsADirectory => Why::Folder,
        ErrorKind::NotADirectory => Why::NoFolder,
        ErrorKind::DirectoryNotEmpty => Why::NotEmpty,
        ErrorKind::InvalidFilename => Why::BadName,
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => Why::Damaged,
        ErrorKind::OutOfMemory => Why::Memory,
        ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => Why::Network,
        ErrorKind::BrokenPipe => Why::NobodyReads,
        ErrorKind::Unsupported => Why::Unsupported,
        _ => return None,
    })
}

/// What the system says, without its number.
fn without_number(text: &str) -> String {
    let text = text.split(" (os error").next().unwrap_or(text).trim_end_matches('.');
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_a_system_is_left_in_the_words() {
        for code in 1..200 {
            let words = why(&io::Error::from_raw_os_error(code));
            assert!(!words.contains("os error") && !words.is_empty(), "{code}: {words}");
            assert!(!words.starts_with(char::is_uppercase) && !words.ends_with('.'), "{code}: {words}");
        }
        assert_eq!(why(&ErrorKind::NotFound.into()), "there is no such file or folder");
        assert_eq!(why(&io::Error::other("ours")), "ours");
    }

    /// A table program holds a file, and Windows says "access denied".
    #[test]
    fn a_file_that_is_open_elsewhere_is_told_on_windows() {
        for code in [5, 32, 33] {
            assert!(of_windows(code).unwrap().to_string().starts_with("another program has it open"), "{code}");
        }
    }

    /// A stick with a fault, and one that was pulled out.
    #[test]
    fn every_system_tells_of_a_faulty_and_of_a_missing_stick() {
        let told = |of_system: fn(i32) -> Option<Why>, code| of_system(code).unwrap().to_string();
        for (fault, gone) in [
            (told(of_windows, 23), told(of_windows, 1167)),
            (told(of_unix, 5), told(of_unix, 6)),
            (told(of_windows, 1117), told(of_windows, 21)),
        ] {
            assert_eq!(fault, "the disk or stick has a fault");
            assert_eq!(gone, "the disk or stick is not there any more");
        }
    }
}
