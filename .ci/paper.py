"""Asks checkers and readers of PDF about hand-outs; see `paper` beside this file."""

import csv
import pathlib
import subprocess
import sys

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text


# Guesses of outloud, beyond the standard, that are wrong here: heads that stand again on the next page are marked so and not
# read again; a table of one row has more heads than data; tables over several pages are looked for on the first alone; each
# sheet says its plan and day, since sheets are handed out one by one.
SKIPPED = "TAG-002,TBL-010,TBL-014,PAG-001"


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def plumbed(path):
    with pdfplumber.open(path) as opened:
        return opened.pages[0].extract_text()


# These read a page row by row.
BY_ROWS = {
    "poppler, layout": lambda path: said("pdftotext", "-layout", "-l", "1", path, "-").stdout,
    "poppler, raw": lambda path: said("pdftotext", "-raw", "-l", "1", path, "-").stdout,
    "mupdf": lambda path: pymupdf.open(path)[0].get_text(),
    "pdfium": lambda path: pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
    "pdf.js": lambda path: said("node", "paper.mjs", path).stdout,
    "pypdf": lambda path: pypdf.PdfReader(path).pages[0].extract_text(),
    "pdfplumber": plumbed,
}
# These look for columns, and read a table column by column, or its blocks by their size.
BY_COLUMNS = {
    "poppler": lambda path: said("pdftotext", "-l", "1", path, "-").stdout,
    "pdfminer.six": lambda path: extract_text(path, page_numbers=[0]),
}


def rows_of(path):
    """The terms of the plan with the words of their marks, from the table for spreadsheets; and the heads."""
    rows = {}
    with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["term"], []).append((row["party_code"], row["mark_in_words"]))
    return rows


def wrong_with(text, rows):
    """What a reader gives that the sheet does not say; nothing if heads, terms and marks come in their order."""
    text = " ".join(text.split())
    heads = [code for code, _ in next(iter(rows.values()))]
    begin = text.find("says")
    for head in heads:
        if f" {head} " not in f"{text} ":
            return f"no head {head}"
    at, order = begin, list(rows)
    for place, (term, cells) in enumerate(rows.items()):
        found = text.find(term.split(" ")[0], at)
        if found < 0:
            return f"{term} is not below {order[place - 1]}"
        after = order[place + 1].split(" ")[0] if place + 1 < len(order) else "Contradicted, of"
        end = text.find(f" {after}", found + len(term))
        row, here = text[found : end if end > 0 else None], 0
        for code, words in cells:
            here = row.find(words, here)
            if here < 0:
                return f"{term}, {code}: no {words} in: {row[:160]}"
            here += len(words)
        at = found + 1
    return None


def lost_in(text, rows):
    """What a reader by columns leaves out; nothing if every head, term and mark is there."""
    text = " ".join(text.split())
    marks = [words for cells in rows.values() for _, words in cells]
    for words in {*marks}:
        # The line below the table and the legend say some of them too.
        if text.count(words) < marks.count(words):
            return f"{words}: {text.count(words)} of {marks.count(words)}"
    heads = [code for code, _ in next(iter(rows.values()))]
    return next((f"{part} is not there" for part in [*rows, *heads] if part not in text), None)


def main(paths):
    failures = 0

    def fail(what):
        nonlocal failures
        failures += 1
        print(what, file=sys.stderr)

    n_read = 0
    for path in map(pathlib.Path, paths):
        check = said("env/bin/outloud", "--no-info", "--fail-on", "warning", "--skip", SKIPPED, str(path))
        if check.returncode != 0:
            fail(f"outloud: {check.stdout}{check.stderr}")
        check = said("env/bin/pdfua", "check", str(path))
        if check.returncode != 0:
            fail(f"pdfua: {check.stdout}{check.stderr}")
        if not path.with_suffix(".csv").exists():
            continue
        rows = rows_of(path)
        ways = [(BY_ROWS, wrong_with), (BY_COLUMNS, lost_in)]
        for (name, read), judge in [(reader, judge) for readers, judge in ways for reader in readers.items()]:
            wrong = judge(read(str(path)), rows)
            n_read += 1
            if wrong:
                fail(f"{path}, {name}: {wrong}")
    print(f"paper: {len(paths)} files checked by outloud and pdfua, {n_read} plan sheets read, {failures} failures")
    sys.exit(failures > 0)


main(sys.argv[1:])
