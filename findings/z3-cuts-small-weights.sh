#!/usr/bin/env bash
# A float weight of z3's Optimize is cut after six decimals, and a weight that becomes 0 is no wish at all.
#
# Package: z3-solver 5.4.1.0 (Python 3.11).
# Behaviour: add_soft(wish, weight) with a Python float keeps six decimals. 1.0000004 against 1.0000001 become equal, and
#   0.0000004 becomes 0: the wish is dropped and not even fulfilled where nothing speaks against it. The same weights as text
#   are kept exactly.
# Output seen: "as float: objective If(a, 0, 1) + If(b, 0, 1)", "as text: objective If(a, 0, 10000001/10000000) + If(b, 0,
#   2500001/2500000)", "weights 0.0000003 and 0.0000004: wishes fulfilled: 0", though one of the two could be.
# The wrong guess: that a float is kept as it is, or refused.
# Why it matters: lexicographic aims (red lines before all else) are commonly coded as weights of very different sizes, and
#   scaled so that the largest is 1; the small ones then vanish and another plan is called the best. Use whole numbers or
#   text.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet z3-solver==5.4.1.0
cat > "$folder/try.py" <<'PY'
import sys

import z3


def ask(first, second):
    solver = z3.Optimize()
    a, b = z3.Bools("a b")
    solver.add(z3.Not(z3.And(a, b)))
    solver.add_soft(a, first)
    solver.add_soft(b, second)
    solver.check()
    return solver


as_float = str(ask(1.0000001, 1.0000004).objectives()[0])
as_text = str(ask("1.0000001", "1.0000004").objectives()[0])
tiny = ask(0.0000003, 0.0000004).model()
fulfilled = sum(z3.is_true(tiny.eval(wish)) for wish in z3.Bools("a b"))
print("as float: objective", as_float)
print("as text: objective", as_text)
print("weights 0.0000003 and 0.0000004: wishes fulfilled:", fulfilled)
sys.exit(not ("10000001/10000000" in as_text and "10000001" not in as_float and fulfilled == 0))
PY
"$folder/env/bin/python" "$folder/try.py"
