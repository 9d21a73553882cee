//! How large a file may be.

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;

/// The largest number of statements, of positions and of sources.
pub(super) const MAX_RECORDS: usize = 5_000;

/// How deeply records and lists may be nested.
pub(super) const MAX_DEPTH: usize = 64;
