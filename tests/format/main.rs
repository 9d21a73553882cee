//! What the product promises about files: a bad file says what is wrong and where and harms nothing, a good one comes
//! back as it was, and saving loses nothing.

mod damage;
#[path = "../support/random.rs"]
mod random;
mod support;
