//! Whose plan it is, and what the marks mean: what has to be known to read the other sheets.

use strum::IntoEnumIterator as _;

use super::plan::party_key;
use crate::{
    analysis::Mark,
    app::Sheet as Kind,
    domain::Role,
    export::{
        clean,
        material::{Beside, ForMark, Material},
        model::{Block, Rich, Sheet},
    },
    wording::{self, hand_outs as words, legend, plan_card, ui},
};

/// The card of the plan, each mark with a place where it stands, and who the columns are.
pub(super) fn marks(material: &Material<'_>, beside: Beside) -> Sheet {
    let (dossier, scenario, style) = (material.dossier, material.scenario, material.style);
    let mut blocks = vec![
        Block::Small(
            Rich::plain(&format!("{}.", words::as_of(scenario.as_of, style)))
                .and(&words::dossier_line(dossier, material.fingerprint)),
        ),
        Block::Heading(plan_card::ABOUT_PLAN.to_owned()),
    ];
    let mut lines = plan_card::lines(scenario, style);
    // Whoever is to guess what was said of a plan is not told what became of it.
    lines.retain(|line| beside != Beside::Boxes || line.head != plan_card::WHAT_BECAME);
    if lines.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(plan_card::OWN)));
    }
    let line = |line: plan_card::Line| Block::Paragraph(Rich::strong(&format!("{}:", line.head)).and(&line.text));
    blocks.extend(lines.into_iter().map(line));
    blocks.push(Block::Heading(legend::WHAT_MARKS_MEAN.to_owned()));
    blocks.push(Block::Paragraph(Rich::plain(words::MARKS_COMPARE)));
    let all: Vec<Mark> = Mark::iter().collect();
    let examples = material.examples(&all, beside);
    // Once for all of them, and not at each.
    if all.iter().zip(&examples).any(|(mark, example)| is_withheld(*mark, example)) {
        blocks.push(Block::Small(Rich::plain(legend::WITHHELD)));
    }
    let meanings = all.into_iter().zip(examples).map(|(mark, example)| (mark, meaning(material, mark, example)));
    blocks.push(Block::Meanings(meanings.collect()));
    blocks.push(Block::Heading(words::WHO_STANDS_THERE.to_owned()));
    for role in Role::iter().filter(|role| dossier.parties.iter().any(|party| party.role == *role)) {
        blocks.push(Block::Paragraph(Rich::plain(&format!("{}.", ui::role_tip(role)))));
    }
    blocks.extend(party_key(material));
    Sheet {
        kind: Kind::Marks,
        id: "marks".to_owned(),
        label: words::sheet_title(dossier, Kind::Marks),
        title: clean::line(&wording::plan_title(scenario)),
        blocks,
    }
}

/// True of a mark that stands only where a class is asked; the rows that a plan leaves open need no example.
fn is_withheld(mark: Mark, example: &ForMark) -> bool {
    mark != Mark::Empty && matches!(example, ForMark::Asked)
}

/// Its name, its sentence, and where it stands.
fn meaning(material: &Material<'_>, mark: Mark, example: ForMark) -> Rich {
    let text = Rich::strong(&words::named(wording::mark_legend(mark))).and(legend::sentence(mark));
    match example {
        ForMark::Example(example) => text.and_small(&legend::example(material.dossier, &example, material.style)),
        _ if mark == Mark::Empty => text.and_small(legend::OPEN_ROWS),
        ForMark::Asked => text,
        ForMark::Nowhere => text.and_small(legend::NOWHERE),
    }
}
