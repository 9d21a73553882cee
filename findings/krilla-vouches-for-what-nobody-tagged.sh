#!/usr/bin/env bash
# A file that krilla's validator for PDF/UA-1 lets pass can be without a single tag on its text and without a language, and
# says of itself that it conforms.
#
# Package: krilla 0.8.2 (with the default font of epaint_default_fonts 0.37.0 to write with), Rust 1.95.
# Behaviour: with the accessibility validator UA1 switched on, `finish` asks for a title, an outline, a tag tree, a font whose
#   letters can be read back, and alternative texts. It does not ask whether anything on the pages is in the tag tree, and not
#   for a language. The documentation lists what the caller has to see to beside the check; that content is tagged at all is
#   left to the caller too, and the metadata claim conformance either way.
# Output seen: "accepted", then "says it is PDF/UA: true", "language: false", "marked content: 0", "tags: 1" (the root that the
#   library makes itself) for one page with a sentence on it.
# The wrong guess: that text outside the tag tree, which is the first thing that PDF/UA-1 forbids, is an error of a validator
#   that knows "missing tagging" as one.
# Why it matters: hand-outs for classes must be readable by everyone, and a screen reader finds nothing in such a file. Whoever
#   relies on the validator in a test has to count what is untagged, and to look for the language.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --name untagged --vcs none
cargo add --quiet krilla@=0.8.2 epaint_default_fonts@=0.37.0
cat > src/main.rs <<'RS'
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    geom::Point,
    metadata::Metadata,
    outline::Outline,
    page::PageSettings,
    tagging::TagTree,
    text::{Font, TextDirection},
};

fn main() {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap();
    let settings = SerializeSettings {
        configuration,
        enable_tagging: true,
        compress_content_streams: false,
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(Metadata::new().title("Minutes".to_owned()));
    document.set_outline(Outline::new());
    // A tree, and nothing in it.
    document.set_tag_tree(TagTree::new());
    let font = Font::new(epaint_default_fonts::UBUNTU_LIGHT.to_vec().into(), 0).unwrap();
    let mut page = document.start_page_with(PageSettings::from_wh(300.0, 200.0).unwrap());
    let mut surface = page.surface();
    surface.draw_text(Point::from_xy(20.0, 40.0), font, 12.0, "The talks go on in May.", false, TextDirection::Auto);
    surface.finish();
    page.finish();
    let file = match document.finish() {
        Ok(file) => file,
        Err(error) => {
            println!("refused: {error:?}");
            std::process::exit(1);
        }
    };
    let text = String::from_utf8_lossy(&file);
    let (claims, language) = (text.contains("<pdfuaid:part>1"), text.contains("/Lang"));
    let marked = text.matches("BDC").count() + text.matches("BMC").count();
    let tags = text.matches("/Type/StructElem").count();
    println!("accepted\nsays it is PDF/UA: {claims}\nlanguage: {language}\nmarked content: {marked}\ntags: {tags}");
    if !(claims && !language && marked == 0 && tags == 1) {
        std::process::exit(1);
    }
}
RS
cargo run --quiet
