//! Counts as lengths and back. All of them are far below what a float holds exactly.

/// A count of rows, columns, marks.
#[expect(clippy::cast_precision_loss, reason = "at most some thousand")]
pub(super) fn to_f32(count: usize) -> f32 {
    count as f32
}

/// How many whole ones; none if negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of rows, never negative")]
pub(super) fn to_usize(count: f32) -> usize {
    count.max(0.0) as usize
}
