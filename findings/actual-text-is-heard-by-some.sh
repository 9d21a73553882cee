#!/usr/bin/env bash
# ActualText, PDF's own way to say what a drawn sign means, is read by two of five common readers.
#
# Packages: reportlab 5.1.0 to make the page; pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pymupdf 2.0,
#   pypdfium2 5.15.2 (Python 3.11).
# Behaviour: a sign stands in a marked span whose ActualText is "red line crossed". pymupdf and pdfium give that text. pypdf,
#   pdfminer.six and pdfplumber give the sign itself.
# Output seen: "pymupdf: red line crossed Front line frozen", "pypdf: X Front line frozen", the other two like pypdf.
# The wrong guess: that replacement text which a screen reader speaks is also what a search or an extraction finds.
# Why it matters: a table whose verdicts are signs with ActualText is empty of verdicts for half of the tools that teachers
#   and archives use. What must be found is printed as text beside the sign, if need be very small, not only attached to it.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet reportlab==5.1.0 pypdf==7.1.1 pdfminer.six==20260107 pdfplumber==0.11.10 pymupdf==2.0 pypdfium2==5.15.2
cat > "$folder/try.py" <<'PY'
import sys

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen import canvas

path = sys.argv[1]
page = canvas.Canvas(path, pagesize=(300, 300))
page._code.append("/Span <</ActualText (red line crossed)>> BDC")
page.drawString(20, 100, "X")
page._code.append("EMC")
page.drawString(20, 50, "Front line frozen")
page.save()
with pdfplumber.open(path) as opened:
    plumber = opened.pages[0].extract_text()
seen = {
    "pymupdf": pymupdf.open(path)[0].get_text(),
    "pdfium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
    "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
    "pdfminer.six": extract_text(path),
    "pdfplumber": plumber,
}
seen = {name: " ".join(text.split()) for name, text in seen.items()}
for name, text in seen.items():
    print(f"{name}: {text}")
heard = [name for name, text in seen.items() if text == "red line crossed Front line frozen"]
deaf = [name for name, text in seen.items() if text == "X Front line frozen"]
sys.exit((heard, deaf) != (["pymupdf", "pdfium"], ["pypdf", "pdfminer.six", "pdfplumber"]))
PY
"$folder/env/bin/python" "$folder/try.py" "$folder/page.pdf"
