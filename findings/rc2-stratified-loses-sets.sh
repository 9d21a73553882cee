#!/usr/bin/env bash
# Enumerating ways out with PySAT's stratified RC2 loses some when the weights differ.
#
# Package: python-sat 1.8.dev17 (Python 3.11).
# Behaviour: RC2 and RC2Stratified are two strategies for the same question. With enumerate(block=-1), which blocks each set
#   of falsified wishes once it was told, plain RC2 tells both minimal sets of the formula below; RC2Stratified stops after
#   the first, without an error.
# Output seen: "RC2 costs [1, 6]", "RC2Stratified costs [1]".
# The wrong guess: that stratification changes the time and not the answers.
# Why it matters: a list of all minimal sets of demands that would have to give way is only worth something if it is
#   complete. Use plain RC2, or LBX, for enumerating.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet python-sat==1.8.dev17
cat > "$folder/try.py" <<'PY'
import sys

from pysat.examples.rc2 import RC2, RC2Stratified
from pysat.formula import WCNF

formula = WCNF()
for pair in ([-2, -4], [-4, -3]):
    formula.append(pair)
for wish, weight in zip((1, 2, 3, 4), (5, 1, 5, 1)):
    formula.append([wish], weight=weight)
seen = {}
for strategy in (RC2, RC2Stratified):
    with strategy(formula) as solver:
        seen[strategy.__name__] = sorted(solver.cost for _ in solver.enumerate(block=-1))
    print(strategy.__name__, "costs", seen[strategy.__name__])
sys.exit(seen != {"RC2": [1, 6], "RC2Stratified": [1]})
PY
"$folder/env/bin/python" "$folder/try.py"
