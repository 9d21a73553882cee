#!/usr/bin/env bash
# Opening a workbook and saving it unchanged: three libraries change three different things.
#
# Packages: openpyxl 3.1.5 and xlsxwriter 3.3.1 (Python 3.11), exceljs 4.4.0 and xlsx 0.18.5 (npm, Node.js 20).
# Behaviour: the workbook has a drop-down on B2:B50, a frozen head and a formula with its stored value. Saved by openpyxl the
#   formula has no value any more. Saved by exceljs the one drop-down has become two that overlap (B2:B50 and B10:B50). Saved
#   by SheetJS (xlsx) drop-down and frozen head are gone.
# Output seen: see the end of this file.
# The wrong guess: that what a library reads and does not touch it writes back, or at least leaves out alike everywhere.
# Why it matters: a form for collecting statements goes through such tools on its way (web portals, learning platforms,
#   scripts). Its drop-downs guard nothing afterwards and a formula comes back empty: check every cell on reading, and name
#   formulas without a value.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet openpyxl==3.1.5 xlsxwriter==3.3.1
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-fund --no-audit exceljs@4.4.0 xlsx@0.18.5 >/dev/null
cat > make.py <<'PY'
import openpyxl
import xlsxwriter

book = xlsxwriter.Workbook("made.xlsx")
sheet = book.add_worksheet("positions")
sheet.write_row("A1", ["party", "strength", "rows"])
sheet.write_row("A2", ["ua", "red line"])
sheet.write_formula("C2", "=1+1", None, 2)
sheet.data_validation("B2:B50", {"validate": "list", "source": ["red line", "opposes"]})
sheet.freeze_panes(1, 0)
book.close()
openpyxl.load_workbook("made.xlsx").save("openpyxl.xlsx")
PY
cat > save.mjs <<'JS'
import fs from "fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const book = new ExcelJS.Workbook();
await book.xlsx.readFile("made.xlsx");
await book.xlsx.writeFile("exceljs.xlsx");
const read = XLSX.read(fs.readFileSync("made.xlsx"));
fs.writeFileSync("sheetjs.xlsx", XLSX.write(read, { type: "buffer", bookType: "xlsx" }));
JS
cat > look.py <<'PY'
import re
import zipfile

for name in ("made", "openpyxl", "exceljs", "sheetjs"):
    sheet = zipfile.ZipFile(f"{name}.xlsx").read("xl/worksheets/sheet1.xml").decode()
    lists = sorted(re.findall(r'<dataValidation [^>]*sqref="([^"]*)"', sheet))
    value = re.search(r'<c r="C2"[^>]*>.*?<v>(.*?)</v>', sheet)
    frozen = 'state="frozen"' in sheet
    print(name, "lists:", lists, "frozen:", frozen, "value:", value.group(1) if value else "")
PY
env/bin/python make.py
node save.mjs
env/bin/python look.py | tee seen
diff seen - >/dev/null <<'TXT'
made lists: ['B2:B50'] frozen: True value: 2
openpyxl lists: ['B2:B50'] frozen: True value: 
exceljs lists: ['B10:B50', 'B2:B50'] frozen: True value: 2
sheetjs lists: [] frozen: False value: 2
TXT
