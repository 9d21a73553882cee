//! A case of one's own, made and corrected in the window, by name and by key.

mod support;

mod own_case {
    mod by_keys;
    mod forms;
    mod pool;
    mod steps;
    mod workbook;
}
