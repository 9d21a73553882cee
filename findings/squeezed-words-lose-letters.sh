#!/usr/bin/env bash
# Words squeezed into the width of a sign lose every second of two equal letters, or their spaces, in one common reader.
#
# Packages: reportlab 5.1.0 to make the page; poppler-utils 22.12.0 (Debian 12); pypdf 7.1.1, pymupdf 2.0, pypdfium2 5.15.2,
#   pdfplumber 0.11.10 (Python 3.11).
# Behaviour: "crosses a red line" and "contradicts, opposed" are drawn as text that is scaled to a tenth of its width, as text
#   behind a picture or under a sign is (scanned pages are searched by such text). pypdf, pymupdf, pdfium and pdfplumber give
#   the words. pdftotext takes the second of two equal letters that lie closer than a tenth of the size of the type for a
#   shadow of the first, as printers once made bold, and leaves it out, and with it the spaces, which are narrower than it
#   expects; with -raw it leaves out the spaces alone. It says nothing.
# Output seen: "pdftotext: cros esaredline / contradicts,op osed"; "pdftotext -raw: crossesaredline / contradicts,opposed".
# The wrong guess: that unseen text is found by a search if it is there, whatever its shape.
# Why it matters: a search for a verdict, a name or a term with two equal letters finds nothing in an archive that was read by
#   poppler. Small text of natural proportions is read by all of them.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet reportlab==5.1.0 pypdf==7.1.1 pymupdf==2.0 pypdfium2==5.15.2 pdfplumber==0.11.10
cat > "$folder/try.py" <<'PY'
import subprocess
import sys

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from reportlab.pdfgen import canvas

WORDS = ["crosses a red line", "contradicts, opposed"]


def page(path, squeezed):
    sheet = canvas.Canvas(path, pagesize=(300, 300))
    for place, words in enumerate(WORDS):
        text = sheet.beginText(50, 200 - 40 * place)
        text.setFont("Helvetica", 9 if squeezed else 0.9)
        text.setHorizScale(10 if squeezed else 100)
        text.textOut(words)
        sheet.drawText(text)
    sheet.save()


def poppler(path, *how):
    return subprocess.run(["pdftotext", *how, path, "-"], capture_output=True, text=True, check=True).stdout


def plumbed(path):
    with pdfplumber.open(path) as opened:
        return opened.pages[0].extract_text()


def seen(path):
    texts = {
        "pdftotext": poppler(path),
        "pdftotext -raw": poppler(path, "-raw"),
        "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
        "pymupdf": pymupdf.open(path)[0].get_text(),
        "pdfium": pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range(),
        "pdfplumber": plumbed(path),
    }
    return {name: " / ".join(line.strip() for line in text.splitlines() if line.strip()) for name, text in texts.items()}


folder = sys.argv[1]
page(f"{folder}/squeezed.pdf", True)
page(f"{folder}/small.pdf", False)
squeezed, small = seen(f"{folder}/squeezed.pdf"), seen(f"{folder}/small.pdf")
for name, text in squeezed.items():
    print(f"{name}: {text}")
whole = " / ".join(WORDS)
print(f"small instead of squeezed: {sorted({*small.values()})}")
lost = {name for name, text in squeezed.items() if text != whole}
sys.exit((lost, {*small.values()}) != ({"pdftotext", "pdftotext -raw"}, {whole}))
PY
"$folder/env/bin/python" "$folder/try.py" "$folder"
