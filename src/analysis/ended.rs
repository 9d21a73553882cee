//! What held on the earlier of two days and holds no longer on the later one.

use super::{Situation, Standing};
use crate::domain::{Dossier, PositionIx};

/// A position that ended between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The position.
    pub position: PositionIx,
    /// How it ended: where it stands on the later day.
    pub standing: Standing,
}

/// The positions in force on the earlier of two days and not on the later one, in the dossier's order; it does not matter
/// which of the days is given first.
#[must_use]
pub fn ended(dossier: &Dossier, one: &Situation, other: &Situation) -> Vec<Ended> {
    let is_forth = one.as_of.earliest() <= other.as_of.earliest();
    let (earlier, later) = if is_forth { (one, other) } else { (other, one) };
    let gone = PositionIx::all(dossier.positions.len()).filter(|ix| earlier.in_force(*ix) && !later.in_force(*ix));
    gone.map(|position| Ended { position, standing: later.standing(position) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Counted, practice};

    #[test]
    fn what_ends_between_two_days_is_found_from_either_side() {
        let dossier = practice::dossier();
        let on = |day: &str| Situation::new(&dossier, practice::day(day), Counted::default());
        let [before, after] = [on("2024-06-15"), on("2025-01-13")];
        let gone = ended(&dossier, &before, &after);
        assert!(!gone.is_empty());
        assert!(gone.iter().all(|one| matches!(one.standing, Standing::Ended | Standing::Replaced(_))), "{gone:?}");
        assert_eq!(gone, ended(&dossier, &after, &before));
        assert!(ended(&dossier, &after, &after).is_empty());
    }
}
