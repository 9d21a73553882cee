//! The columns of the parties: as wide as their codes, which stand level, so that everything that reads a page reads them.

use super::{super::BODY, count};
use crate::export::{fonts::Fonts, model::Matrix};

/// Between two codes on one line.
const APART: f32 = 3.0;

/// The column of a party.
pub(super) struct Column {
    /// Its left edge, from that of the first.
    pub left: f32,
    /// Its width.
    pub width: f32,
    /// The left edge of its code, from that of the first column.
    pub code: f32,
    /// How many lines the code stands above the table.
    pub level: usize,
    /// True if the code reaches over the line beside its group.
    pub crosses: bool,
}

/// The columns, all together `total` wide and each at least `least`. All are equal, but for those whose codes need more. If
/// that is too much for the others, all are equal, and where two codes would meet, the second stands a line higher.
pub(super) fn columns(fonts: &Fonts, matrix: &Matrix, total: f32, least: f32) -> Vec<Column> {
    let codes: Vec<f32> = matrix.parties.iter().map(|party| fonts.width(&party.code, BODY, true)).collect();
    let widths = widths(&codes, total, least).unwrap_or_else(|| vec![total / count(codes.len()); codes.len()]);
    let mut edges = vec![0.0];
    edges.extend(widths.iter().scan(0.0, |edge, width| {
        *edge += width;
        Some(*edge)
    }));
    let starts = |place: usize| place == 0 || matrix.parties[place].starts_group;
    let mut taken: Vec<f32> = Vec::new();
    let mut columns = Vec::with_capacity(codes.len());
    for (place, (code, width)) in codes.iter().zip(&widths).enumerate() {
        let begins = (0..=place).rev().find(|at| starts(*at)).unwrap_or(0);
        let ends = (place + 1..codes.len()).find(|at| starts(*at)).unwrap_or(codes.len());
        let (from, to) = (edges[begins] + APART / 2.0, edges[ends] - APART / 2.0);
        let middle = edges[place] + (width - code) / 2.0;
        // One that is wider than its group stands over its column, as far as the edge of the table allows.
        let left = match (*code > to - from + 0.01, ends == codes.len()) {
            (true, false) => middle,
            (true, true) => to - code,
            (false, _) => middle.min(to - code).max(from),
        };
        let level = taken.iter().position(|end| end + APART <= left + 0.01).unwrap_or(taken.len());
        if level == taken.len() {
            taken.push(0.0);
        }
        taken[level] = left + code;
        let crosses = *code > to - from + 0.01;
        columns.push(Column { left: edges[place], width: *width, code: left, level, crosses });
    }
    columns
}

/// Widths that hold the codes; nothing if that leaves the other columns too narrow.
fn widths(codes: &[f32], total: f32, least: f32) -> Option<Vec<f32>> {
    let mut wide = vec![false; codes.len()];
    loop {
        let taken: f32 = codes.iter().zip(&wide).filter(|(_, wide)| **wide).map(|(code, _)| code + APART).sum();
        let n_others = wide.iter().filter(|wide| !**wide).count();
        let each = if n_others == 0 { total } else { (total - taken) / count(n_others) };
        if each < least || (n_others == 0 && taken > total) {
            return None;
        }
        let mut grown = false;
        for (code, wide) in codes.iter().zip(&mut wide) {
            if !*wide && code + APART > each {
                (*wide, grown) = (true, true);
            }
        }
        if !grown {
            return Some(codes.iter().zip(&wide).map(|(code, wide)| if *wide { code + APART } else { each }).collect());
        }
    }
}
