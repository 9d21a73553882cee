//! Sets of choices as boxes: a set of values for each variable. Each box is one clause for a solver.

/// For some variables sets of values; the others may have any.
pub(super) type Covering = Vec<(usize, Vec<usize>)>;

/// Boxes that cover the `wanted` entries of a table over some variables, the value of the first changing fastest, and no
/// others but those for which it is `all_the_same`. None lies in another that could be larger.
pub(super) fn boxes(vars: &[usize], sizes: &[usize], wanted: &[bool], all_the_same: &[bool]) -> Vec<Covering> {
    let mut is_open = wanted.to_vec();
    let mut found = Vec::new();
    let may = |place: usize| wanted[place] || all_the_same[place];
    for entry in 0..wanted.len() {
        if !is_open[entry] {
            continue;
        }
        let mut places = vec![entry];
        let mut covering = Vec::with_capacity(vars.len());
        let mut stride = 1;
        for var in vars {
            let own = entry / stride % sizes[*var];
            let moved = |place: usize, value: usize| place - own * stride + value * stride;
            let fits = |value: &usize| *value == own || places.iter().all(|place| may(moved(*place, *value)));
            let values: Vec<usize> = (0..sizes[*var]).filter(fits).collect();
            places = values.iter().flat_map(|value| places.iter().map(move |place| moved(*place, *value))).collect();
            if values.len() < sizes[*var] {
                covering.push((*var, values));
            }
            stride *= sizes[*var];
        }
        places.iter().for_each(|place| is_open[*place] = false);
        found.push(covering);
    }
    found
}
