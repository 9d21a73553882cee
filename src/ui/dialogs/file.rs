//! Opening and saving by folder and name. It works everywhere: no desktop service is needed.
//!
//! On a wall it names no file and no path: a class sees the folders, and the name that is typed.

use std::path::{Path, PathBuf};

use eframe::egui::{
    Align, Align2, Button, Key, Label, Layout, Response, RichText, ScrollArea, TextEdit, Ui,
    text::{CCursor, CCursorRange},
    vec2,
};

use crate::{
    app::{Action, FileDialog, FileGoal, FolderEntry, file_box},
    domain::limits,
    ui::{
        letters, limit,
        view::{View, focus_first, follow_focus, is_left},
        widgets::icon,
    },
    wording::{dialogs as texts, ui as words},
};

use super::{from_its_head, head};

/// Width of the box, and of the list of places, in points.
const WIDTH: f32 = 720.0;
const PLACES: f32 = 170.0;

/// Height of a row above or below the lists with the space behind it, in points.
const ROW: f32 = 44.0;

/// Draws the dialog.
pub(super) fn file(ui: &mut Ui, view: &View<'_>, dialog: &FileDialog, out: &mut Vec<Action>) {
    let window = ui.ctx().content_rect();
    ui.set_width(WIDTH.min(window.width() - 80.0));
    head(ui, view, texts::file_title(dialog.goal), out);
    title(ui, view, dialog, out);
    match &dialog.new_folder {
        Some(name) => new_folder(ui, dialog, name, out),
        None => folder(ui, view, dialog, out),
    }
    // Head, folder, name and buttons stand above and below the lists, as a rule.
    let rows = 4 + i16::from(dialog.title.is_some()) + i16::from(!dialog.problem.is_empty());
    let height = (window.height() - 64.0 - ROW * f32::from(rows)).clamp(60.0, 360.0);
    ui.horizontal_top(|ui| {
        // The line between the two would be as high as the window.
        ui.set_max_height(height);
        ui.allocate_ui_with_layout(vec2(PLACES, height), Layout::top_down(Align::Min), |ui| {
            let area = ScrollArea::vertical().id_salt("places").max_height(height).min_scrolled_height(height);
            from_its_head(ui, area.auto_shrink([false, false])).show(ui, |ui| {
                places(ui, dialog, out);
                follow_focus(ui);
            });
        });
        ui.separator();
        let area = ScrollArea::vertical().id_salt("entries").max_height(height).min_scrolled_height(height);
        from_its_head(ui, area.auto_shrink([false, false])).show(ui, |ui| {
            // A list inherits the way of what it stands in, which is a row.
            ui.with_layout(Layout::top_down(Align::Min), |ui| entries(ui, view, dialog, out));
            follow_focus(ui);
        });
    });
    if !dialog.problem.is_empty() {
        let text = if view.state.presenter.is_on { texts::NOT_THERE } else { &dialog.problem };
        ui.add(Label::new(RichText::new(text).color(view.tokens.warn)).wrap());
    }
    let entered = name(ui, dialog, out);
    ui.add_space(8.0);
    finish(ui, dialog, entered, out);
}

/// The title of a plan that has none; the name of the file follows it. Enter saves under that name, as the button does.
fn title(ui: &mut Ui, view: &View<'_>, dialog: &FileDialog, out: &mut Vec<Action>) {
    let Some(title) = &dialog.title else { return };
    let mut typed = title.clone();
    let field = ui.horizontal(|ui| {
        let label = ui.label(texts::PLAN_TITLE);
        focus_first(ui, "dialog", "title");
        let field = TextEdit::singleline(&mut typed)
            .hint_text(texts::PLAN_TITLE_HINT)
            .align(Align2::LEFT_CENTER)
            .char_limit(limits::PLAN_TITLE)
            .desired_width(f32::INFINITY);
        ui.add(field).labelled_by(label.id)
    });
    let field = field.inner;
    limit::told(ui, view, title, limits::PLAN_TITLE);
    if typed != *title {
        out.push(Action::FileBox(file_box::Action::Title(typed.clone())));
    }
    let entered = is_left(ui, &field) && ui.input(|input| input.key_pressed(Key::Enter));
    let name = dialog.name.trim();
    if entered && !name.is_empty() {
        out.push(choose(dialog, name));
    }
}

/// The folder that is shown, the way out of it, and a new one in it.
fn folder(ui: &mut Ui, view: &View<'_>, dialog: &FileDialog, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let parent = dialog.folder.parent().map(Path::to_path_buf);
        if icon::button(ui, icon::Icon::Up, words::PARENT_FOLDER, parent.is_some()).clicked() {
            out.extend(parent.map(Action::ListFolder));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let saves = matches!(dialog.goal, FileGoal::Save(_));
            if saves && dialog.new_folder.is_none() && ui.button(texts::NEW_FOLDER).clicked() {
                out.push(Action::FileBox(file_box::Action::NewFolder(Some(String::new()))));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let whole = dialog.folder.to_string_lossy();
                let last = dialog.folder.file_name().map_or_else(|| whole.clone(), |name| name.to_string_lossy());
                let shown = if view.state.presenter.is_on { &last } else { &whole };
                ui.add(Label::new(shown.as_ref()).wrap());
            });
        });
    });
}

/// The name of a folder that is to be made.
fn new_folder(ui: &mut Ui, dialog: &FileDialog, name: &str, out: &mut Vec<Action>) {
    let say = |action| Action::FileBox(action);
    ui.horizontal(|ui| {
        let label = ui.label(texts::NEW_FOLDER_NAME);
        let mut typed = name.to_owned();
        focus_first(ui, "new_folder", "new_folder");
        let field = TextEdit::singleline(&mut typed).align(Align2::LEFT_CENTER).desired_width(260.0);
        let field = ui.add(field).labelled_by(label.id);
        let entered = is_left(ui, &field) && ui.input(|input| input.key_pressed(Key::Enter));
        if typed != name {
            out.push(say(file_box::Action::NewFolder(Some(typed.clone()))));
        }
        let is_name = !typed.trim().is_empty();
        if (ui.add_enabled(is_name, Button::new(texts::MAKE_FOLDER)).clicked() || entered) && is_name {
            out.push(say(file_box::Action::MakeFolder(dialog.folder.join(typed.trim()))));
        }
        if ui.button(words::CANCEL).clicked() {
            out.push(say(file_box::Action::NewFolder(None)));
        }
    });
}

/// One's own folders, disks and sticks.
fn places(ui: &mut Ui, dialog: &FileDialog, out: &mut Vec<Action>) {
    for place in &dialog.places {
        let here = place.folder == dialog.folder;
        if line(ui, here, texts::place(&place.kind)).clicked() {
            out.push(Action::ListFolder(place.folder.clone()));
        }
    }
}

/// A line of a list, as wide as the list.
fn line(ui: &mut Ui, on: bool, text: &str) -> Response {
    ui.add(Button::selectable(on, text).truncate().min_size(vec2(ui.available_width(), 0.0)))
}

fn entries(ui: &mut Ui, view: &View<'_>, dialog: &FileDialog, out: &mut Vec<Action>) {
    let shown = dialog.entries.iter().filter(|entry| entry.is_folder || !view.state.presenter.is_on);
    let shown: Vec<&FolderEntry> = shown.collect();
    if shown.is_empty() && dialog.problem.is_empty() {
        let empty = words::empty_folder(dialog.endings());
        ui.label(if view.state.presenter.is_on { texts::NO_FOLDERS } else { &empty });
    }
    let names = shown.iter().enumerate().map(|(place, entry)| (words::nth_name(place), entry.name.clone()));
    letters::told_of(ui, view, names);
    for entry in shown {
        let path = dialog.folder.join(&entry.name);
        let is_drive = entry.name.ends_with('\\');
        let text = if entry.is_folder && !is_drive { format!("{}/", entry.name) } else { entry.name.clone() };
        let response = line(ui, !entry.is_folder && entry.name == dialog.name, &text);
        if entry.is_folder && response.clicked() {
            out.push(Action::ListFolder(path));
        } else if response.double_clicked() {
            out.push(Action::FileChosen(path, dialog.goal));
        } else if response.clicked() {
            out.push(Action::FileName(entry.name.clone()));
        }
    }
}

/// The name of the file; true if it was confirmed by Enter.
fn name(ui: &mut Ui, dialog: &FileDialog, out: &mut Vec<Action>) -> bool {
    let mut name = dialog.name.clone();
    let shown = ui.horizontal(|ui| {
        let label = ui.label(words::FILE_NAME);
        let field = TextEdit::singleline(&mut name).align(Align2::LEFT_CENTER).desired_width(f32::INFINITY);
        let edit = field.show(ui);
        (edit.response.response.clone().labelled_by(label.id), edit)
    });
    let (field, mut edit) = shown.inner;
    // Asked before the field takes the focus back.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_titled = dialog.title.as_ref().is_none_or(|title| !title.trim().is_empty());
    let is_first = is_titled && dialog.new_folder.is_none();
    if is_first && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
        // What is typed replaces the proposed name, not its ending.
        let stem = Path::new(&dialog.name).file_stem().map_or(0, |stem| stem.to_string_lossy().chars().count());
        edit.state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(stem))));
        edit.state.store(ui.ctx(), field.id);
    }
    if name != dialog.name {
        out.push(Action::FileName(name));
    }
    entered
}

fn finish(ui: &mut Ui, dialog: &FileDialog, entered: bool, out: &mut Vec<Action>) {
    let name = dialog.name.trim();
    ui.horizontal(|ui| {
        let saves = matches!(dialog.goal, FileGoal::Save(_));
        let verb = if saves { words::SAVE } else { words::OPEN };
        let chosen = ui.add_enabled(!name.is_empty(), Button::new(verb)).clicked();
        if (chosen || entered) && !name.is_empty() {
            out.push(choose(dialog, name));
        }
        if ui.button(words::CANCEL).clicked() {
            out.push(Action::CloseDialog);
        }
    });
}

/// What a name stands for: a folder that is shown, a whole path, or a file in the folder.
fn choose(dialog: &FileDialog, name: &str) -> Action {
    if dialog.entries.iter().any(|entry| entry.is_folder && entry.name == name) {
        return Action::ListFolder(dialog.folder.join(name));
    }
    let path: PathBuf = dialog.path_of(name);
    Action::FileChosen(path, dialog.goal)
}
