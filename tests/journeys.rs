//! Journeys through the whole window, by name and by key, as a person or a screen reader would take them.

mod support;

mod journeys {
    mod accessibility;
    mod activities;
    mod alternatives;
    mod classroom;
    mod compare;
    mod dates_and_undo;
    mod dossiers;
    mod drafts;
    mod explains;
    mod fields;
    mod file_box;
    mod finder;
    mod first_minute;
    mod first_use;
    mod first_use_desk;
    mod guesses;
    mod hand_outs;
    mod hidden;
    mod in_full;
    mod keyboard;
    mod lesson;
    mod lists;
    mod longer_words;
    mod mouse;
    mod origin;
    mod parties;
    mod presenter;
    mod quoted;
    mod reader;
    mod readings;
    mod receipts;
    mod rounds;
    mod set;
    mod small_windows;
    mod start_page;
    mod timeline;
    mod wall;
    mod way;
    mod words;
    mod zoom;
}
