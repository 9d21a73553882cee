//! A demand as a sentence of drop-downs that offer the dossier's own terms and values, nested as deeply as is wanted, with
//! its words beneath. What cannot be shown so is edited as it is written.

use eframe::egui::{Id, RichText, Ui};
use strum::IntoEnumIterator as _;

use super::{
    act, edit,
    part::{self, Form},
};
use crate::{
    app::{
        Action,
        case::{self, At, Comparison, Edit, Joint, with_more, with_part},
    },
    domain::{Term, WrittenDemand},
    ui::{
        field::field as drop_down,
        widgets::icon::{self, Icon},
    },
    wording::{self, case as words},
};

/// Widths of the drop-downs for term, comparison, value and joint, in points.
const WIDTHS: [f32; 4] = [150.0, 110.0, 160.0, 150.0];

/// A demand under way: where it stands, and what it is as a whole.
struct Shown<'a> {
    form: &'a Form<'a>,
    at: &'a At,
    whole: &'a WrittenDemand,
    terms: &'a [Term],
}

/// Draws the demand of a position or rule.
pub(super) fn demand(ui: &mut Ui, form: &Form<'_>, at: &At, label: &str, out: &mut Vec<Action>) {
    let written = form.own.demand(at);
    if written.is_none() && !form.own.raw(at).is_empty() {
        part::raw(ui, form, at, (label, 3), out);
        return;
    }
    part::label(ui, form.view, label, None);
    let terms = &form.own.terms(form.view.dossier());
    let about = form.own.string(&form.record.field("about")).unwrap_or_default();
    let Some(term) = terms.iter().find(|term| term.id == about).or_else(|| terms.first()) else { return };
    let Some(whole) = written else {
        first(ui, form, at, (term, terms), out);
        return;
    };
    let shown = Shown { form, at, whole: &whole, terms };
    shown.node(ui, &whole, &mut Vec::new(), out);
    if let Some(demand) = whole.resolved(&form.view.dossier().terms) {
        let text = wording::demand(form.view.dossier(), &demand);
        ui.label(RichText::new(text).color(form.view.tokens.ink_weak));
    }
}

/// Nothing is demanded yet: the value is all that is left to choose.
fn first(ui: &mut Ui, form: &Form<'_>, at: &At, (term, terms): (&Term, &[Term]), out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let name = |what| form.name(&words::demand_name(&[], words::part_name(what)));
        let names: Vec<(String, bool)> = terms.iter().map(|other| (other.name.clone(), other.id == term.id)).collect();
        let picked = drop_down(ui, (&name(0), &term.name), WIDTHS[0], &names);
        let demand = |term: &Term, comparison: Comparison, value: Option<&String>| {
            let value = value.cloned().or_else(|| first_value(term, comparison));
            Edit::Demand(at.clone(), Some(comparison.demand(&term.id, &value.into_iter().collect::<Vec<_>>())))
        };
        if let Some(place) = picked {
            out.push(edit(demand(&terms[place], Comparison::Is, None)));
        }
        // How it is compared is kept here until there is a value: none is chosen for anybody.
        let kept = Id::unique("case_comparison").with((at, &term.id));
        let comparison: Comparison = ui.data(|data| data.get_temp(kept)).unwrap_or(Comparison::Is);
        let comparisons = comparisons_of(term);
        let names: Vec<(String, bool)> =
            comparisons.iter().map(|of| (words::comparison(*of).to_owned(), *of == comparison)).collect();
        if let Some(place) = drop_down(ui, (&name(1), words::comparison(comparison)), WIDTHS[1], &names) {
            ui.data_mut(|data| data.insert_temp(kept, comparisons[place]));
            out.push(act(case::Action::Lead(at.clone())));
        }
        let values = values_of(term, Some(comparison));
        let names: Vec<(String, bool)> = values.iter().map(|(_, name)| (name.clone(), false)).collect();
        if let Some(place) = part::choice(ui, form, at, (&name(2), words::CHOOSE), (WIDTHS[2], &names)) {
            ui.data_mut(|data| data.remove::<Comparison>(kept));
            out.push(edit(demand(term, comparison, Some(&values[place].0))));
            // Of several, more may follow; of one there is no other, and what is asked next is how firmly.
            let firmly = form.record.field("strength");
            let is_next = form.list == "positions" && !comparison.takes_several() && form.own.raw(&firmly).is_empty();
            out.extend(is_next.then(|| act(case::Action::Lead(firmly))));
        }
    });
}

/// Ids and names of the values that a comparison can name.
fn values_of(term: &Term, comparison: Option<Comparison>) -> Vec<(String, String)> {
    let numbers_only = comparison.is_some_and(Comparison::takes_number);
    let values = term.values.iter().filter(|value| !numbers_only || value.number.is_some());
    values.map(|value| (value.id.clone(), value.in_full().to_owned())).collect()
}

fn first_value(term: &Term, comparison: Comparison) -> Option<String> {
    values_of(term, Some(comparison)).into_iter().next().map(|(id, _)| id)
}

/// How a term can be compared: only numbers have more and less.
fn comparisons_of(term: &Term) -> Vec<Comparison> {
    let has_numbers = term.values.iter().any(|value| value.number.is_some());
    Comparison::iter().filter(|comparison| has_numbers || !comparison.takes_number()).collect()
}

impl Shown<'_> {
    fn name(&self, path: &[usize], what: usize) -> String {
        self.form.name(&words::demand_name(path, words::part_name(what)))
    }

    fn terms(&self) -> &[Term] {
        self.terms
    }

    fn put(&self, path: &[usize], part: Option<WrittenDemand>, out: &mut Vec<Action>) {
        out.push(edit(Edit::Demand(self.at.clone(), with_part(self.whole, path, part))));
    }

    /// A part that is added: the first value of the term that the position is about.
    fn new_part(&self) -> WrittenDemand {
        let about = self.form.own.string(&self.form.record.field("about")).unwrap_or_default();
        let terms = self.terms();
        let term = terms.iter().find(|term| term.id == about).or_else(|| terms.first());
        let value = term.and_then(|term| first_value(term, Comparison::Is));
        let id = term.map_or_else(String::new, |term| term.id.clone());
        Comparison::Is.demand(&id, &value.into_iter().collect::<Vec<_>>())
    }

    fn node(&self, ui: &mut Ui, part: &WrittenDemand, path: &mut Vec<usize>, out: &mut Vec<Action>) {
        ui.horizontal_wrapped(|ui| {
            if let Some(comparison) = Comparison::of(part) {
                self.comparison(ui, comparison, path, out);
            }
            self.joint(ui, part, path, out);
            if !path.is_empty() && icon::button(ui, Icon::Close, &self.name(path, 4), true).clicked() {
                self.put(path, None, out);
            }
        });
        if Comparison::of(part).is_some() {
            return;
        }
        let salt = path.clone();
        ui.indent(("demand", self.at, salt), |ui| {
            for (place, inner) in part.parts().into_iter().enumerate() {
                path.push(place);
                self.node(ui, inner, path, out);
                path.pop();
            }
            if matches!(Joint::of(part), Joint::All | Joint::Any) && ui.button(words::ADD_PART).clicked() {
                let longer = with_more(self.whole, path, self.new_part());
                out.push(edit(Edit::Demand(self.at.clone(), Some(longer))));
            }
        });
    }

    /// How the parts are joined; a single comparison can become a part of more.
    fn joint(&self, ui: &mut Ui, part: &WrittenDemand, path: &[usize], out: &mut Vec<Action>) {
        let here = Joint::of(part);
        let all: Vec<Joint> = Joint::iter().collect();
        let names: Vec<(String, bool)> =
            all.iter().map(|joint| (words::joint(*joint).to_owned(), *joint == here)).collect();
        if let Some(place) = drop_down(ui, (&self.name(path, 3), words::joint(here)), WIDTHS[3], &names) {
            self.put(path, Some(all[place].join(part, &self.new_part())), out);
        }
    }

    fn comparison(
        &self,
        ui: &mut Ui,
        (comparison, id, values): (Comparison, String, Vec<String>),
        path: &[usize],
        out: &mut Vec<Action>,
    ) {
        let known = self.terms().iter().find(|term| term.id == id);
        let names: Vec<(String, bool)> = self.terms().iter().map(|term| (term.name.clone(), term.id == id)).collect();
        let shown = known.map_or(id.as_str(), |term| &term.name);
        if let Some(place) = drop_down(ui, (&self.name(path, 0), shown), WIDTHS[0], &names) {
            let term = &self.terms()[place];
            let value: Vec<String> = first_value(term, Comparison::Is).into_iter().collect();
            self.put(path, Some(Comparison::Is.demand(&term.id, &value)), out);
        }
        let Some(term) = known else { return };
        let comparisons = comparisons_of(term);
        let names: Vec<(String, bool)> =
            comparisons.iter().map(|of| (words::comparison(*of).to_owned(), *of == comparison)).collect();
        if let Some(place) = drop_down(ui, (&self.name(path, 1), words::comparison(comparison)), WIDTHS[1], &names) {
            let offered = values_of(term, Some(comparisons[place]));
            let mut kept: Vec<String> =
                values.iter().filter(|id| offered.iter().any(|(other, _)| other == *id)).cloned().collect();
            kept.extend(first_value(term, comparisons[place]).filter(|_| kept.is_empty()));
            self.put(path, Some(comparisons[place].demand(&term.id, &kept)), out);
        }
        self.values(ui, (comparison, term, &values), path, out);
    }

    /// The value; of several, each that is picked comes or goes.
    fn values(
        &self,
        ui: &mut Ui,
        (comparison, term, values): (Comparison, &Term, &[String]),
        path: &[usize],
        out: &mut Vec<Action>,
    ) {
        let offered = values_of(term, Some(comparison));
        let names: Vec<(String, bool)> = offered.iter().map(|(id, name)| (name.clone(), values.contains(id))).collect();
        let on: Vec<&str> = names.iter().filter(|(_, on)| *on).map(|(name, _)| name.as_str()).collect();
        let shown = if on.is_empty() { values.join(", ") } else { wording::or(&on) };
        let name = self.name(path, 2);
        let what = (&name[..], &shown[..]);
        let Some(place) = part::choice(ui, self.form, self.at, what, (WIDTHS[2], &names)) else { return };
        let picked = &offered[place].0;
        let chosen: Vec<String> = match comparison.takes_several() {
            false => vec![picked.clone()],
            // In the order of the term, whatever was picked first.
            true => {
                let is_in = |id: &String| if id == picked { !values.contains(id) } else { values.contains(id) };
                offered.iter().map(|(id, _)| id.clone()).filter(is_in).collect()
            }
        };
        if !chosen.is_empty() {
            self.put(path, Some(comparison.demand(&term.id, &chosen)), out);
        }
    }
}
