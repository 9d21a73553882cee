#!/usr/bin/env bash
# Asked for all solutions with two workers, OR-Tools CP-SAT tells some of them and says OPTIMAL.
#
# Package: ortools 9.15.6755 (Python 3.11).
# Behaviour: a chain of eight terms with three values each, neighbours different, has 3 * 2^7 = 384 solutions. With one
#   worker the callback hears all of them; with two workers it hears fewer, and the status is OPTIMAL both times.
# Output seen: "1 worker: OPTIMAL, 384 of 384", "2 workers: OPTIMAL, 282 of 384";
#   with eight workers 317.
# The wrong guess: that OPTIMAL after enumerate_all_solutions means that all were told.
# Why it matters: whoever counts the plans that keep all red lines gets too few, and a proof is printed beside the number.
#   Enumerate with one worker.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet ortools==9.15.6755
cat > "$folder/try.py" <<'PY'
import sys

from ortools.sat.python import cp_model


class Heard(cp_model.CpSolverSolutionCallback):
    def __init__(self, terms):
        super().__init__()
        self.terms, self.plans = terms, set()

    def on_solution_callback(self):
        self.plans.add(tuple(self.value(term) for term in self.terms))


def ask(workers):
    model = cp_model.CpModel()
    terms = [model.new_int_var(0, 2, f"term {n}") for n in range(8)]
    for one, next_one in zip(terms, terms[1:]):
        model.add(one != next_one)
    solver, heard = cp_model.CpSolver(), Heard(terms)
    solver.parameters.num_workers = workers
    solver.parameters.enumerate_all_solutions = True
    status = solver.status_name(solver.solve(model, heard))
    print(f"{workers} worker{'s' if workers > 1 else ''}: {status}, {len(heard.plans)} of 384")
    return status, len(heard.plans)


one = ask(1)
two = [ask(2) for _ in range(5)]
seen = one == ("OPTIMAL", 384) and any(status == "OPTIMAL" and n < 384 for status, n in two)
sys.exit(not seen)
PY
"$folder/env/bin/python" "$folder/try.py"
