//! Going to something by its name: the state of the search, and what going there does.
//!
//! What is found depends on names, which are the business of `wording`; the view asks it and hands back what was chosen.

use super::{Command, Dialog, Effect, Finder, Focus, Place, Setting, State, Tab, WhySubject, presenter};
use crate::domain::{PartyIx, StatementIx, TermIx};

/// Something that can be gone to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A command that can be run now.
    Command(Command),
    /// A setting that is not so yet.
    Setting(Setting),
    /// A row of the table.
    Term(TermIx),
    /// A column of the table.
    Party(PartyIx),
    /// A statement, by its words, speaker, office or source.
    Statement(StatementIx),
}

impl State {
    /// Goes to what was found, or runs it.
    pub(super) fn go_to_hit(&mut self, hit: Hit) -> Vec<Effect> {
        self.session.dialog = None;
        match hit {
            Hit::Command(command) => self.run(command),
            Hit::Setting(setting) => self.change_settings(setting.put_into(&self.settings)),
            _ if self.presenter.is_on => self.go_to_on_the_wall(hit),
            Hit::Term(term) => {
                self.session.tab = Tab::Explore;
                self.set_focus(Focus { term, place: Place::Control });
                Vec::new()
            }
            Hit::Party(party) => self.explore(WhySubject::Party(party)),
            Hit::Statement(statement) => {
                let subject = self.subject_of(statement);
                let effects = self.explore(subject);
                // The statement may belong to another day; it was asked for, so it shows.
                self.session.other_days_shown = true;
                effects
            }
        }
    }

    /// On the wall there is no panel beside the table: what was found shows on its card.
    fn go_to_on_the_wall(&mut self, hit: Hit) -> Vec<Effect> {
        let here = self.session.focus.term;
        let (term, party) = match hit {
            Hit::Term(term) => (term, None),
            Hit::Party(party) => (here, Some(party)),
            Hit::Statement(statement) => match self.subject_of(statement) {
                WhySubject::Cell(party, term) => (term, Some(party)),
                _ => (here, Some(self.dossier().statement(statement).party)),
            },
            Hit::Command(_) | Hit::Setting(_) => return Vec::new(),
        };
        self.session.tab = Tab::Explore;
        let effects = self.in_presenter(presenter::Action::ShowTerm { term, spotlight: true });
        self.presenter.ranges = false;
        if let Some(party) = party {
            self.show_card(party);
        }
        effects
    }

    pub(super) fn find(&mut self, commands_only: bool) -> Vec<Effect> {
        self.show(Dialog::Finder(Finder { commands_only, ..Finder::default() }))
    }

    fn explore(&mut self, subject: WhySubject) -> Vec<Effect> {
        self.session.tab = Tab::Explore;
        self.show_why(subject)
    }

    /// The cell in which a statement stands; its party's page if no position about a term was read from it.
    fn subject_of(&self, statement: StatementIx) -> WhySubject {
        let dossier = self.dossier();
        let cites = |position: &&crate::domain::Position| position.statements.contains(&statement);
        let about = dossier.positions.iter().filter(cites).find_map(|position| Some((position.party, position.about?)));
        match about {
            Some((party, term)) => WhySubject::Cell(party, term),
            None => WhySubject::Party(dossier.statement(statement).party),
        }
    }
}
