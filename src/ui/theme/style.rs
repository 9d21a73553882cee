//! egui's own widgets dressed in the tokens, so that a plain button or text field looks like one of ours.

use eframe::egui::{
    self, Context, CornerRadius, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Vec2, Visuals,
    style::{ScrollAnimation, ScrollStyle, WidgetVisuals},
    vec2,
};

use super::{CLEAR, PROJECTOR, SPACE, Tokens, of};
use crate::{app::MarkColours, ui::fonts};

/// Name of the text style for headers: `TextStyle::Name(HEADER.into())`.
pub(super) const HEADER: &str = "header";

/// Sets the styles of both themes. Call it once, after [`fonts::install`].
pub fn install(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = of(theme, MarkColours::default());
        ctx.style_mut_of(theme, |style| dress(style, tokens));
    }
}

/// Switches all movement off (or on again): things then appear and scroll at once.
pub fn reduce_motion(ctx: &Context, reduced: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if reduced { 0.0 } else { ANIMATION_SECONDS };
        style.scroll_animation = if reduced { ScrollAnimation::none() } else { ScrollAnimation::default() };
        style.spacing.scroll.kinetic.rubber_band = !reduced;
    });
}

/// Long enough to be seen, short enough not to be waited for.
const ANIMATION_SECONDS: f32 = 0.08;

/// Switches to the look for a wall, or back: light whatever the theme, and all text large and dark.
pub(crate) fn project(ctx: &Context, on: bool) {
    if is_projected(ctx) == on {
        return;
    }
    let before = ctx.data(|data| data.get_temp::<ThemePreference>(projected()));
    match before {
        None => {
            let preference = ctx.options(|options| options.theme_preference);
            ctx.data_mut(|data| data.insert_temp(projected(), preference));
            ctx.set_theme(Theme::Light);
        }
        Some(preference) => {
            ctx.data_mut(|data| data.remove::<ThemePreference>(projected()));
            ctx.set_theme(preference);
        }
    }
    let tokens = if on { &PROJECTOR } else { of(Theme::Light, MarkColours::default()) };
    ctx.style_mut_of(Theme::Light, |style| {
        let (animation_time, scrolling) = (style.animation_time, style.scroll_animation);
        let rubber_band = style.spacing.scroll.kinetic.rubber_band;
        dress(style, tokens);
        style.animation_time = animation_time;
        style.scroll_animation = scrolling;
        style.spacing.scroll.kinetic.rubber_band = rubber_band;
    });
}

/// True while the look for a wall is on.
#[must_use]
pub(crate) fn is_projected(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<ThemePreference>(projected()).is_some())
}

/// Under this name the theme is kept that was on before.
fn projected() -> Id {
    Id::unique("projected")
}

fn dress(style: &mut Style, tokens: &Tokens) {
    let size = &tokens.size;
    style.text_styles = [
        (TextStyle::Body, fonts::regular(size.body)),
        (TextStyle::Button, fonts::regular(size.body)),
        (TextStyle::Monospace, fonts::regular(size.body)),
        (TextStyle::Small, fonts::regular(size.small)),
        (TextStyle::Heading, fonts::semibold(size.title)),
        (TextStyle::Name(HEADER.into()), fonts::semibold(size.header)),
    ]
    .into();
    style.animation_time = ANIMATION_SECONDS;
    style.url_in_tooltip = true;
    style.compact_menu_style = false;
    // Who aims at the next thing is there before a tool tip could lie over it.
    style.interaction.tooltip_delay = 0.7;
    style.interaction.tooltip_grace_time = 0.0;
    style.interaction.multi_widget_text_select = false;
    space(&mut style.spacing, tokens);
    style.visuals = visuals(tokens);
}

fn space(spacing: &mut egui::style::Spacing, tokens: &Tokens) {
    let [tight, usual, wide, _] = SPACE;
    spacing.item_spacing = vec2(usual, tight);
    spacing.button_padding = vec2(wide, tight);
    spacing.interact_size = Vec2::splat(tokens.size.target);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(6);
    spacing.icon_width = 18.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = usual;
    spacing.combo_height = 360.0;
    spacing.tooltip_width = 360.0;
    // Seen at rest too, so that what can be scrolled says so.
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_allocated_width: 8.0,
        // Wide enough to be seen from a chair; it grows under the pointer.
        floating_width: 5.0,
        // In the ink of the text: three to one against every background, at rest too.
        foreground_color: true,
        dormant_handle_opacity: DORMANT,
        active_handle_opacity: 0.8,
        ..ScrollStyle::thin()
    };
    // A faded last row looks like a faint mark; what is cut off is shown by the bar alone.
    spacing.scroll.fade.strength = 0.0;
}

/// How much of the ink the handle of a scroll bar at rest has.
pub(super) const DORMANT: f32 = 0.6;

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let radius = corner(tokens);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.ink_weak);
    visuals.hyperlink_color = tokens.link;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.problem;
    visuals.faint_bg_color = tokens.panel;
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.code_bg_color = tokens.hover;
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.edge);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = radius;
    visuals.window_shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color: tokens.shadow };
    visuals.popup_shadow = Shadow { offset: [0, 3], blur: 10, spread: 0, color: tokens.shadow };
    visuals.selection.bg_fill = tokens.text_selection;
    visuals.selection.stroke = Stroke::new(1.0, tokens.ink);
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.ink);
    visuals.disabled_alpha = 0.6;
    visuals.slider_trailing_fill = true;
    dress_widgets(&mut visuals, tokens);
    visuals
}

fn dress_widgets(visuals: &mut Visuals, tokens: &Tokens) {
    let kind = |fill, edge, edge_width, ink_width| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(edge_width, edge),
        corner_radius: corner(tokens),
        fg_stroke: Stroke::new(ink_width, tokens.ink),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = WidgetVisuals { weak_bg_fill: CLEAR, ..kind(tokens.panel, tokens.line, 1.0, 1.0) };
    widgets.inactive = kind(tokens.surface, tokens.edge, 1.0, 1.0);
    widgets.hovered = kind(tokens.hover, tokens.ink, 1.0, 1.5);
    // egui draws a focused widget as an active one: this stroke is its focus ring.
    widgets.active = kind(tokens.chosen, tokens.focus, 2.0, 2.0);
    widgets.open = kind(tokens.hover, tokens.ink, 1.0, 1.0);
}

/// The style inside menus: egui's own, with the focus ring that it takes away.
pub(crate) fn menus(style: &mut Style) {
    let ring = style.visuals.widgets.active.bg_stroke;
    egui::containers::menu::menu_style(style);
    style.visuals.widgets.active.bg_stroke = ring;
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a radius of a few points")]
fn corner(tokens: &Tokens) -> CornerRadius {
    CornerRadius::same(tokens.size.radius as u8)
}
