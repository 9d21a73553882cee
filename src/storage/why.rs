//! Why a file or a folder could not be read or written. The systems' own words end in numbers ("os error 2") and differ from
//! one to the next.

use std::io::{self, ErrorKind};

/// The reason, as the second half of a sentence: "there is no such file or folder".
#[must_use]
pub fn why(error: &io::Error) -> String {
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
    #[error("{0}")]
    Other(String),
}

/// What the numbers of a system mean that have no kind of their own.
#[cfg(windows)]
fn of_the_system(code: i32) -> Option<Why> {
    Some(match code {
        19 => Why::WriteProtected,
        21 => Why::Gone,
        32 | 33 => Why::Busy,
        _ => return None,
    })
}

/// What the numbers of a system mean that have no kind of their own.
#[cfg(unix)]
fn of_the_system(code: i32) -> Option<Why> {
    // EIO, ENXIO and ENODEV have these numbers on Linux and on macOS.
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
}
