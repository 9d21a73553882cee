#!/usr/bin/env bash
# Upright column heads of a printed table come out backwards, in single letters, or not at all.
#
# Packages: reportlab 5.1.0 to make the page; pdfplumber 0.11.10, pdfminer.six 20260107, pypdf 7.1.1, pymupdf 2.0
#   (Python 3.11).
# Behaviour: the page holds NATO and Ukraine turned by 90 degrees, read from bottom to top as tables with many columns print
#   their heads, and one level line. pypdf and pymupdf read all. pdfplumber reads the letters from the top of the page down
#   and gives OTAN and eniarkU. pdfminer.six gives each letter a line of its own, both words as one, backwards. pypdf in its
#   layout mode leaves turned text out (and says so on its log).
# Output seen: "pdfplumber: OTAN eniarkU Front line frozen"; "pdfminer.six: i e n a r k U O T A N Front line frozen";
#   "pypdf, layout: Front line frozen".
# The wrong guess: that text which one reader extracts in order is in order for all.
# Why it matters: OTAN is what NATO is called in French, so the error looks like a word. Whoever pulls tables from reports, or
#   checks the reading order of their own hand-outs, needs more than one reader; heads that must survive stand level or are
#   said again in the cells.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet reportlab==5.1.0 pdfplumber==0.11.10 pdfminer.six==20260107 pypdf==7.1.1 pymupdf==2.0
cat > "$folder/try.py" <<'PY'
import logging
import sys

import pdfplumber
import pymupdf
import pypdf
from pdfminer.high_level import extract_text
from reportlab.pdfgen import canvas

logging.disable(logging.CRITICAL)
path = sys.argv[1]
page = canvas.Canvas(path, pagesize=(300, 300))
for x, head in ((100, "NATO"), (120, "Ukraine")):
    page.saveState()
    page.translate(x, 100)
    page.rotate(90)
    page.drawString(0, 0, head)
    page.restoreState()
page.drawString(20, 50, "Front line frozen")
page.save()
level = "Front line frozen"
with pdfplumber.open(path) as opened:
    plumber = opened.pages[0].extract_text()
reader = pypdf.PdfReader(path).pages[0]
seen = {
    "pypdf": reader.extract_text(),
    "pypdf, layout": reader.extract_text(extraction_mode="layout"),
    "pymupdf": pymupdf.open(path)[0].get_text(),
    "pdfplumber": plumber,
    "pdfminer.six": extract_text(path),
}
seen = {name: " ".join(text.split()) for name, text in seen.items()}
for name, text in seen.items():
    print(f"{name}: {text}")
expected = {
    "pypdf": f"NATO Ukraine {level}",
    "pypdf, layout": level,
    "pymupdf": f"NATO Ukraine {level}",
    "pdfplumber": f"OTAN eniarkU {level}",
    "pdfminer.six": f"i e n a r k U O T A N {level}",
}
sys.exit(seen != expected)
PY
"$folder/env/bin/python" "$folder/try.py" "$folder/page.pdf" 2>/dev/null
