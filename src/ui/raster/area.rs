//! Parts of a picture.

use std::ops::Range;

use eframe::egui::Rect;

/// A rectangle of pixels: from the first ones to before the second ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

impl Area {
    #[expect(clippy::cast_possible_wrap, reason = "pictures are smaller than that")]
    pub(super) const fn whole([width, height]: [usize; 2]) -> Self {
        Self { left: 0, top: 0, right: width as i64, bottom: height as i64 }
    }

    /// What a rectangle has of a part.
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and such a place is outside of any part")]
    pub(super) fn of(rect: Rect, scale: f32, part: Self) -> Self {
        Self {
            left: ((rect.min.x * scale).round() as i64).max(part.left),
            top: ((rect.min.y * scale).round() as i64).max(part.top),
            right: ((rect.max.x * scale).round() as i64).min(part.right),
            bottom: ((rect.max.y * scale).round() as i64).min(part.bottom),
        }
    }

    pub(super) const fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// The places of its pixels in a picture of this width, row by row.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture's size")]
    pub(super) fn rows(self, width: usize) -> impl Iterator<Item = Range<usize>> {
        let rows = if self.is_empty() { 0..0 } else { self.top..self.bottom };
        rows.map(move |y| {
            let start = y as usize * width;
            start + self.left as usize..start + self.right as usize
        })
    }
}
