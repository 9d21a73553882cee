//! A case that is shared: a dossier with its plans inside, in one file. Older programs keep the plans and warn.

use super::{
    ron_writer::text,
    text::{DossierText, Step},
    tree::RonText,
};

/// The field that holds the plans.
const PLANS: Step = Step::Field("plans");

/// The text of a dossier with these plans inside, by their names. `None` if it is no dossier's, or has plans already.
#[must_use]
pub fn shared_case(dossier: &str, plans: &[(String, String)]) -> Option<String> {
    let dossier = DossierText::new(dossier.to_owned()).filter(|dossier| dossier.value(&[PLANS]).is_none())?;
    let record = |plan: &str| RonText::new(plan).piece().record().replace("\r\n", "\n");
    let plans: String =
        plans.iter().map(|(name, plan)| format!("        {}: {},\n", text(name), record(plan))).collect();
    let plans = if plans.is_empty() { "{}".to_owned() } else { format!("{{\n{plans}    }}") };
    let splice = dossier.set(&[PLANS], &plans)?;
    Some(dossier.spliced(&splice)?.as_str().to_owned())
}

/// The dossier of a shared case by itself, and its plans: names and texts. `None` if it is none.
#[must_use]
pub fn parted(shared: &str) -> Option<(String, Vec<(String, String)>)> {
    let shared = DossierText::new(shared.to_owned())?;
    let plans = RonText::new(shared.value(&[PLANS])?);
    let entries = plans.piece().entries().ok()?;
    let plan = |(name, plan): &(super::tree::Piece<'_>, super::tree::Piece<'_>)| {
        Some((name.string().ok()?, format!("{}\n", plan.text)))
    };
    let found = entries.iter().map(plan).collect::<Option<_>>()?;
    let dossier = shared.spliced(&shared.remove(&[PLANS])?)?;
    Some((dossier.as_str().to_owned(), found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_together_comes_apart_as_it_was() {
        let dossier = "// By hand.\n(\n    kind: Dossier,\n    parties: [], // none\n)\n";
        let plans = [("a plan".to_owned(), "(\n    kind: Scenario,\n)\n".to_owned())];
        for plans in [&plans[..], &[]] {
            let shared = shared_case(dossier, plans).unwrap();
            assert!(shared.contains("plans: {"), "{shared}");
            assert_eq!(parted(&shared).unwrap(), (dossier.to_owned(), plans.to_vec()));
            assert_eq!(shared_case(&shared, plans), None, "once is enough");
        }
        assert_eq!(parted(dossier), None);
        assert_eq!(shared_case("(kind: Dossier", &[]), None);
    }
}
