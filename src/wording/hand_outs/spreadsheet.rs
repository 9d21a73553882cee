//! The heads of tables for a spreadsheet.

/// A CSV file of something that is no table of cells or sources.
pub(crate) const NOT_IN_CSV: &str = "CSV holds the cells of the plan (sheet \"plan\"), the sources (sheet \"sources\") or what the class wrote (sheet \"debrief\"); choose one of them, or HTML or PDF";

/// The heads of the CSV of cells.
pub(crate) const CSV_CELLS: [&str; 16] = [
    "term_id",
    "term",
    "value_id",
    "plan_says",
    "party_id",
    "party_code",
    "party",
    "role",
    "mark",
    "mark_in_words",
    "contradicted_strength",
    "positions",
    "citations",
    "statements",
    "as_of",
    "dossier",
];

/// The heads of the CSV of what a class wrote.
pub(crate) const CSV_CLASS: [&str; 12] = [
    "kind",
    "group",
    "as_of",
    "party_id",
    "term_id",
    "value_before_id",
    "value_id",
    "statement_id",
    "asked",
    "text",
    "on_file",
    "written_by",
];

/// The heads of the CSV of sources.
pub(crate) const CSV_SOURCES: [&str; 17] = [
    "citation",
    "statement_id",
    "party_id",
    "speaker",
    "office",
    "said",
    "short",
    "evidence",
    "not_verified",
    "title",
    "publisher",
    "published",
    "url",
    "student_writing",
    "positions",
    "strengths",
    "how_read",
];
