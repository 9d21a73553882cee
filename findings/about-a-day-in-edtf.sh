#!/usr/bin/env bash
# "About 14 June 2024" in EDTF: a span of 26 months in one library, a single day in another.
#
# Packages: edtf 5.0.2 (Python 3.11), edtf 4.11.1 (npm, Node.js 20).
# Behaviour: EDTF (ISO 8601-2) writes an approximate day as 2024-06-14~. The Python package adds its margin for years, for
#   months and for days to one another, so that the fuzzy day runs from 2023-05-13 to 2025-07-15, wider than the fuzzy year
#   2024~ (2023 to 2025). The JavaScript package takes min and max of the very day. A sign in front, ~2024-06-14, says in both
#   that the year is approximate, not the day.
# Output seen: "python 2024-06-14~ 2023-05-13 2025-07-15", "python 2024~ 2023-01-01 2025-12-31",
#   "javascript 2024-06-14~ 2024-06-14 2024-06-14", "javascript ~2024-06-14 is written back as 2024~-06-14".
# The wrong guess: that the finer an approximate date, the narrower its span, and that libraries of one standard agree on it.
# Why it matters: statements are ordered and filtered by such days. Exchange the day and the word "about" in two fields, and
#   compute a span by a rule of your own that you can state.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet edtf==5.0.2
cat > "$folder/try.py" <<'PY'
from edtf import parse_edtf

for text in ("2024-06-14~", "2024~"):
    date = parse_edtf(text)
    ends = ["%04d-%02d-%02d" % tuple(end)[:3] for end in (date.lower_fuzzy(), date.upper_fuzzy())]
    print("python", text, *ends)
PY
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-fund --no-audit edtf@4.11.1 >/dev/null
cat > try.mjs <<'JS'
import edtf from "edtf";

const day = (time) => new Date(time).toISOString().slice(0, 10);
const about = edtf("2024-06-14~");
console.log("javascript 2024-06-14~", day(about.min), day(about.max));
console.log("javascript ~2024-06-14 is written back as", edtf("~2024-06-14").edtf);
JS
{ env/bin/python try.py; node try.mjs; } | tee seen
diff seen - >/dev/null <<'TXT'
python 2024-06-14~ 2023-05-13 2025-07-15
python 2024~ 2023-01-01 2025-12-31
javascript 2024-06-14~ 2024-06-14 2024-06-14
javascript ~2024-06-14 is written back as 2024~-06-14
TXT
