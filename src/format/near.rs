//! Names near to one that stands for nothing.

use crate::domain::Near;

/// Longer names were not mistyped; comparing them takes time and memory by the product of both lengths.
const MAX_NAME: usize = 100;

/// The name nearest to `wrong`, if one is near enough to have been meant.
pub(super) fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if wrong.len() > MAX_NAME {
        return None;
    }
    let distance = |name: &&str| strsim::damerau_levenshtein(wrong, name);
    let length = wrong.chars().count();
    // Of a single letter nothing would be left: "7" is not a slip for "0".
    let near = length.div_ceil(3).min(length.saturating_sub(1));
    known.into_iter().filter(|name| distance(name) <= near).min_by_key(distance)
}

/// The name that may have been meant, or all that there are, if they are few.
#[must_use]
pub fn near<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Near {
    if let Some(name) = nearest(wrong, known.clone()) {
        return Near::Nearest(name.to_owned());
    }
    let all: Vec<&str> = known.into_iter().collect();
    // Names are short; one that is not is no help either.
    let is_help = !all.is_empty() && all.len() <= 20 && all.iter().all(|name| name.len() <= MAX_NAME);
    if is_help { Near::Known(all.into_iter().map(str::to_owned).collect()) } else { Near::Unknown }
}
