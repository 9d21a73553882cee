//! `--set TERM=VALUE`.

use super::look_up;
use crate::{
    domain::{Dossier, Original, Plan, Scenario, Term, TermValue, ValueIx},
    format::value_meant,
    wording::cli as words,
};

/// Carries out every `--set`: a plan that was changed is no longer what its author put forward.
///
/// # Errors
/// What is wrong with one of them, in words.
pub(super) fn apply(dossier: &Dossier, scenario: &mut Scenario, changes: &[String]) -> Result<(), String> {
    let original = Original::of(scenario);
    for change in changes {
        set(dossier, &mut scenario.plan, change)?;
    }
    if scenario.plan != original.plan || scenario.changed_from.is_some() {
        scenario.attribute(Some(&original));
    }
    Ok(())
}

/// Carries out one `--set`.
///
/// # Errors
/// What is wrong with it, in words.
fn set(dossier: &Dossier, plan: &mut Plan, text: &str) -> Result<(), String> {
    let (id, value_id) = text.split_once('=').ok_or_else(|| words::malformed_set(text))?;
    let (id, value_id) = (id.trim(), value_id.trim());
    let term = look_up::term(dossier, &format!("--set {text}"), id)?;
    let value = if value_id.is_empty() { None } else { Some(value(dossier.term(term), text, value_id)?) };
    plan.set(term, value);
    Ok(())
}

fn value(term: &Term, text: &str, id: &str) -> Result<ValueIx, String> {
    // A value may also be written as the table prints it ("20 years"), which is what people see and type, or as yes or no.
    let is_meant = |value: &TermValue| look_up::names(&[&value.id, &value.name], id);
    let by_name = || term.values.iter().position(is_meant).map(ValueIx::at);
    term.value_by_id(id).or_else(by_name).or_else(|| value_meant(term, id)).ok_or_else(|| {
        let ids: Vec<&str> = term.values.iter().map(|value| value.id.as_str()).collect();
        words::unknown_value(text, id, look_up::nearest(id, &ids), &ids)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    fn after(texts: &[&str]) -> Result<Plan, String> {
        let dossier = practice::dossier();
        let mut plan = Plan::empty(dossier.terms.len());
        texts.iter().try_for_each(|text| set(&dossier, &mut plan, text))?;
        Ok(plan)
    }

    #[test]
    fn terms_are_set_by_id_or_printed_name_and_taken_out() {
        let plan = after(&["freeze=true", "nato_delay = 20 years", "peacekeepers=un", "peacekeepers="]).unwrap();
        assert_eq!(plan.get(practice::FREEZE), Some(ValueIx(0)));
        assert_eq!(plan.get(practice::DELAY), Some(ValueIx(2)));
        assert_eq!(plan.get(practice::TROOPS), None);
        for (yes, no) in [("yes", "no"), ("ON", "off"), ("1", "0")] {
            let plan = after(&[&format!("freeze={yes}"), "nato_delay=20.0"]).unwrap();
            assert_eq!((plan.get(practice::FREEZE), plan.get(practice::DELAY)), (Some(ValueIx(0)), Some(ValueIx(2))));
            assert_eq!(after(&[&format!("freeze={no}")]).unwrap().get(practice::FREEZE), Some(ValueIx(1)));
        }
    }

    #[test]
    fn slips_are_refused_with_a_suggestion() {
        assert!(after(&["freez=true"]).unwrap_err().contains("did you mean \"freeze\"?"));
        assert!(after(&["peacekeepers=europe"]).unwrap_err().contains("did you mean \"european\"?"));
        assert!(after(&["nato_delay=7"]).unwrap_err().contains("choose one of: 0, 10, 20, never"));
        assert!(after(&["freeze"]).unwrap_err().contains("TERM=VALUE"));
    }
}
