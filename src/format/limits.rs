//! How large a file may be, and which format this is.

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;

/// The largest number of statements, of positions and of sources.
pub const MAX_RECORDS: usize = 5_000;

/// The largest number of fields of a record.
pub const MAX_FIELDS: usize = 200;

/// How deeply records and lists may be nested.
pub const MAX_DEPTH: usize = 64;
