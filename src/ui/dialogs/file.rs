//! Opening and saving by folder and name. It works everywhere: no desktop service is needed.

use std::path::{Path, PathBuf};

use eframe::egui::{
    Align2, Button, Key, RichText, ScrollArea, TextEdit, Ui,
    text::{CCursor, CCursorRange},
};

use crate::{
    app::{Action, FileDialog, FileGoal, SaveForm},
    ui::{view::View, widgets::icon},
    wording::{dialogs as texts, ui as words},
};

use super::head;

/// Draws the dialog.
pub fn file(ui: &mut Ui, view: &View<'_>, dialog: &FileDialog, out: &mut Vec<Action>) {
    ui.set_width(620.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    head(ui, view, texts::file_title(dialog.goal), out);
    ui.horizontal(|ui| {
        let parent = dialog.folder.parent().map(Path::to_path_buf);
        if icon::button(ui, icon::Icon::Up, words::PARENT_FOLDER, parent.is_some()).clicked() {
            out.extend(parent.map(Action::ListFolder));
        }
        ui.label(dialog.folder.to_string_lossy());
    });
    let height = (ui.ctx().content_rect().height() - 300.0).clamp(120.0, 360.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(ui, |ui| {
        entries(ui, dialog, out);
    });
    if !dialog.problem.is_empty() {
        ui.label(RichText::new(&dialog.problem).color(view.tokens.warn));
    }
    let mut name = dialog.name.clone();
    let label = ui.label(words::FILE_NAME);
    let mut edit = TextEdit::singleline(&mut name).align(Align2::LEFT_CENTER).desired_width(f32::INFINITY).show(ui);
    let field = edit.response.response.labelled_by(label.id);
    // Asked before the field takes the focus back.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
        // What is typed replaces the proposed name, not its ending.
        let stem = Path::new(&dialog.name).file_stem().map_or(0, |stem| stem.to_string_lossy().chars().count());
        edit.state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(stem))));
        edit.state.store(ui.ctx(), field.id);
    }
    if name != dialog.name {
        out.push(Action::FileName(name.clone()));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let saves = matches!(dialog.goal, FileGoal::Save(_));
        let verb = if saves { words::SAVE } else { words::OPEN };
        let chosen = ui.add_enabled(!name.trim().is_empty(), Button::new(verb)).clicked();
        if (chosen || entered) && !name.trim().is_empty() {
            out.push(choose(dialog, name.trim()));
        }
        if ui.button(words::CANCEL).clicked() {
            out.push(Action::CloseDialog);
        }
    });
}

fn entries(ui: &mut Ui, dialog: &FileDialog, out: &mut Vec<Action>) {
    if dialog.entries.is_empty() && dialog.problem.is_empty() {
        ui.label(words::EMPTY_FOLDER);
    }
    for entry in &dialog.entries {
        let path = dialog.folder.join(&entry.name);
        let is_drive = entry.name.ends_with('\\');
        let text = if entry.is_folder && !is_drive { format!("{}/", entry.name) } else { entry.name.clone() };
        let selected = !entry.is_folder && entry.name == dialog.name;
        let response =
            ui.add(Button::selectable(selected, text).min_size(eframe::egui::vec2(ui.available_width(), 0.0)));
        if entry.is_folder && response.clicked() {
            out.push(Action::ListFolder(path));
        } else if response.double_clicked() {
            out.push(Action::FileChosen(path, dialog.goal));
        } else if response.clicked() {
            out.push(Action::FileName(entry.name.clone()));
        }
    }
}

/// What a name stands for: a whole path, or a file in the folder shown. A plan that is saved ends in `.ron`.
fn choose(dialog: &FileDialog, name: &str) -> Action {
    let mut path: PathBuf = dialog.folder.join(name);
    if dialog.entries.iter().any(|entry| entry.is_folder && entry.name == name) {
        return Action::ListFolder(path);
    }
    let ending = match dialog.goal {
        FileGoal::Open | FileGoal::Compare => None,
        FileGoal::Save(SaveForm::Plan | SaveForm::SelfContained | SaveForm::Case) => Some("ron"),
        FileGoal::Save(SaveForm::AnswerSheet) => Some("txt"),
    };
    if let Some(ending) = ending.filter(|_| path.extension().is_none()) {
        path.set_extension(ending);
    }
    Action::FileChosen(path, dialog.goal)
}
