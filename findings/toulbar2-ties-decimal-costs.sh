#!/usr/bin/env bash
# pytoulbar2 rounds costs to whole numbers unless told otherwise, and calls the dearer value an optimum of cost 0.
#
# Package: pytoulbar2 1.4.0.1 (Python 3.11).
# Behaviour: one variable whose first value costs 0.4 and whose second costs 0.3. A CFN made without resolution answers value
#   0 at cost 0.0; with resolution=1 it answers value 1 at cost 0.3.
# Output seen: "without resolution: value 0 at 0.0", "with resolution=1: value 1 at 0.3".
# The wrong guess: that costs given as floats are compared as floats, or that a rounding is told.
# Why it matters: shares and means (a party's mean contradiction) are decimals; the solver then proves the wrong plan. Give
#   whole numbers, or the resolution.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet pytoulbar2==1.4.0.1
cat > "$folder/try.py" <<'PY'
import sys

import pytoulbar2


def solve(**options):
    problem = pytoulbar2.CFN(ubinit=100, **options)
    problem.AddVariable("x", range(2))
    problem.AddFunction(["x"], [0.4, 0.3])
    values, cost, _ = problem.Solve(showSolutions=0)
    return values[0], round(cost, 6)


without, with_one = solve(), solve(resolution=1)
print("without resolution: value %d at %s" % without)
print("with resolution=1: value %d at %s" % with_one)
sys.exit((without, with_one) != ((0, 0.0), (1, 0.3)))
PY
"$folder/env/bin/python" "$folder/try.py"
