//! The marks of the table in words and as single characters.

use crate::analysis::Mark;

/// What a mark says, for screen readers and sentences.
#[must_use]
pub fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::RedLine => "crosses a red line",
        Mark::Mixed => "mixed",
        Mark::Opposed => "contradicts, opposed",
        Mark::Otherwise => "prefers otherwise",
        Mark::Supported => "supports",
        Mark::InLine => "in line",
        Mark::OnFile => "on file, neither for nor against",
        Mark::Silent => "no stated position",
        Mark::Empty => "not in the plan",
    }
}

/// The same where a mark stands beside another one: "no stated position, now opposed".
pub(super) fn mark_in_short(mark: Mark) -> &'static str {
    match mark {
        Mark::Opposed => "opposed",
        other => mark_name(other),
    }
}

/// A mark in the legend.
#[must_use]
pub fn mark_legend(mark: Mark) -> &'static str {
    match mark {
        Mark::RedLine => "red line",
        Mark::Mixed => "mixed",
        Mark::Opposed => "opposed",
        Mark::Otherwise => "prefers otherwise",
        Mark::Supported => "supports",
        Mark::InLine => "in line",
        Mark::OnFile => "neither for nor against",
        Mark::Silent => "no stated position on file (not consent)",
        Mark::Empty => "not in the plan, or depends",
    }
}

/// A mark as one character, for tables in a terminal and in plain text. The window paints its marks.
#[must_use]
pub(crate) fn mark_symbol(mark: Mark) -> char {
    match mark {
        Mark::RedLine => '▬',
        Mark::Mixed => '◆',
        Mark::Opposed => '▲',
        Mark::Otherwise => '△',
        Mark::Supported => '●',
        Mark::InLine => '○',
        Mark::OnFile => '÷',
        Mark::Silent => '–',
        Mark::Empty => '·',
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use strum::IntoEnumIterator as _;

    use super::*;

    #[test]
    fn every_mark_has_a_symbol_and_a_name_of_its_own() {
        let n_marks = Mark::iter().count();
        assert_eq!(Mark::iter().map(mark_symbol).collect::<HashSet<_>>().len(), n_marks);
        assert_eq!(Mark::iter().map(mark_name).collect::<HashSet<_>>().len(), n_marks);
        assert_eq!(Mark::iter().map(mark_legend).collect::<HashSet<_>>().len(), n_marks);
    }

    #[test]
    fn the_legend_says_that_silence_is_not_consent() {
        assert!(mark_legend(Mark::Silent).contains("not consent"));
    }
}
