#!/usr/bin/env bash
# Two equal wishes: PySAT's MCSls names one of them twice and the other never.
#
# Package: python-sat 1.8.dev17 (Python 3.11).
# Behaviour: the formula holds the wish "a" twice (two parties ask for the same) and the wish "b", and a and b exclude each
#   other. A way out gives up either the third wish or the first two. LBX says so. MCSls says that wish 2 and wish 2 give
#   way; wish 1 is in no answer.
# Output seen: "LBX [[1, 2], [3]]", "MCSls [[2, 2], [3]]".
# The wrong guess: that an answer is a set of distinct wishes, and that both enumerators answer alike.
# Why it matters: in a model of negotiations equal demands of two parties are the rule; who counts or names the parties of an
#   answer counts one twice and never sees the other. Merge equal wishes first, or use LBX.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet python-sat==1.8.dev17
cat > "$folder/try.py" <<'PY'
import sys

from pysat.examples.lbx import LBX
from pysat.examples.mcsls import MCSls
from pysat.formula import WCNF

formula = WCNF()
formula.append([-1, -2])
for wish in ([1], [1], [2]):
    formula.append(wish, weight=1)
seen = {}
for enumerator in (LBX, MCSls):
    with enumerator(formula) as solver:
        found = []
        for gives_way in solver.enumerate():
            found.append(sorted(gives_way))
            solver.block(gives_way)
    seen[enumerator.__name__] = sorted(found)
    print(enumerator.__name__, seen[enumerator.__name__])
sys.exit(seen != {"LBX": [[1, 2], [3]], "MCSls": [[2, 2], [3]]})
PY
"$folder/env/bin/python" "$folder/try.py"
