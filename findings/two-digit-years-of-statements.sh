#!/usr/bin/env bash
# "20.07.69", as newspapers date a statement, is 1969 to one library, 2069 to another, and both to pandas.
#
# Packages: python-dateutil 4.0.0, dateparser 1.5.0, pandas 3.1.1 (Python 3.11).
# Behaviour: strptime and dateparser take 69 for 1969. dateutil takes the century that brings the year within 50 years of
#   today. pandas does as dateutil if it guesses the form of the date and as strptime if the form is given, so that adding
#   format= to a call that worked moves a column by a hundred years.
# Output seen (in 2026): "strptime 1969", "dateparser 1969", "dateutil 2069", "pandas, form guessed 2069",
#   "pandas, form given 1969".
# The wrong guess: that a day before today stays before today, and that naming the form only makes reading stricter.
# Why it matters: dossiers order statements by day, and who spoke last decides what is in force. A column of a spreadsheet
#   with two-digit years has no meaning of its own: ask for four digits and refuse two.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet python-dateutil==4.0.0 dateparser==1.5.0 pandas==3.1.1
cat > "$folder/try.py" <<'PY'
import datetime
import sys
import warnings

import dateparser
import dateutil.parser
import pandas

warnings.filterwarnings("ignore")
day, form = "20.07.69", "%d.%m.%y"
seen = {
    "strptime": datetime.datetime.strptime(day, form).year,
    "dateparser": dateparser.parse(day, settings={"DATE_ORDER": "DMY"}).year,
    "dateutil": dateutil.parser.parse(day, dayfirst=True).year,
    "pandas, form guessed": pandas.to_datetime(day, dayfirst=True).year,
    "pandas, form given": pandas.to_datetime(day, format=form).year,
}
for name, year in seen.items():
    print(name, year)
sys.exit(list(seen.values()) != [1969, 1969, 2069, 2069, 1969])
PY
"$folder/env/bin/python" "$folder/try.py"
