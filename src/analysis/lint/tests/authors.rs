//! Plans that contradict what their own author has said.

use super::*;

#[test]
fn a_plan_that_contradicts_its_own_author_is_found() {
    let by = |author: &str| {
        let mine = scenario(|one| {
            one.author = author.to_owned();
            one.date = Some(day("2024-03-15"));
            one.plan = plan(Some(0), Some(1));
        });
        in_scenario(&mine)
    };
    let found = [LintKind::AuthorContradicted { party: NORTH, position: PositionIx(1) }];
    for author in ["North", "the Government of North", "South and North", "President Ana Berg, in parliament"] {
        assert_eq!(by(author), found, "{author}");
    }
    for author in ["", "South", "Friends of North", "Joana Berg", "Northern Alliance", "South, presented by Ana Berg"] {
        assert_eq!(by(author), [], "{author}");
    }
    let severity = |strength| {
        let mut parts = clean();
        parts.positions[1].strength = strength;
        let mine = scenario(|one| {
            one.author = "North".to_owned();
            one.plan = plan(Some(0), Some(1));
        });
        let all = lint(&Dossier::new(parts).unwrap(), &[&mine]).into_iter();
        all.filter(|one| found.contains(&kind(one))).map(|one| one.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity(Strength::Opposes), [Severity::Warning]);
    assert_eq!(severity(Strength::Prefers), [Severity::Note], "a compromise falls short of what its author asked for");
}

#[test]
fn an_author_is_held_to_the_positions_of_the_day_alone() {
    let early = scenario(|one| {
        one.author = "North".to_owned();
        one.date = Some(day("2024-02-15"));
        one.plan = plan(Some(0), Some(1));
    });
    assert_eq!(in_scenario(&early), []);
    let switched_off = scenario(|one| {
        one.author = "North".to_owned();
        one.counted = Counted::default().with(Channel::OnRecord, false);
        one.plan = plan(Some(0), Some(1));
    });
    assert_eq!(in_scenario(&switched_off), []);
}
