//! What the product promises about files: a bad file says what is wrong and where and harms nothing, a good one comes
//! back as it was, and saving loses nothing.

mod class_work;
mod damage;
mod edited;
mod kept;
mod mutated;
mod own_folder;
mod packed;
mod problems;
#[path = "../support/random.rs"]
mod random;
mod refusals;
mod ron_text;
mod round_trip;
mod saving;
mod slips;
mod support;
mod through;
