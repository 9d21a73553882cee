"""Gives the questions of one family to other solvers and prints their times beside ours: solve.py FOLDER OURS RUNS CAP.

The peers: RC2, OptUx and an incremental SAT solver (PySAT), toulbar2, NumPy, and MARCO on top of PySAT. Formulas and tables are in memory before a clock starts. CAP, in seconds, stops what enumerates. Ends with a failure
where a complete answer differs from ours.
"""

import itertools
import json
import sys
import time

import numpy as np
from pysat.examples.optux import OptUx
from pysat.examples.rc2 import RC2
from pysat.formula import WCNF
from pysat.solvers import Solver

from marco import steps

folder, ours_file, runs, cap = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
ours = {question: (answer, float(fastest), float(median))
        for question, answer, fastest, median in (line.split() for line in open(ours_file))}
differing = []


def read(path):
    formula, noted = WCNF(), []
    for line in open(path):
        head, *rest = line.split()
        if head == "c":
            noted = [int(number) for number in rest[1:]]
        else:
            formula.append([int(literal) for literal in rest[:-1]], weight=None if head == "h" else int(head))
    return formula, noted


def seconds(value):
    return f"{value * 1e6:.1f} us" if value < 1e-3 else f"{value * 1e3:.2f} ms" if value < 1 else f"{value:.2f} s"


def report(question, peer, solve, compare=True):
    """Times `solve`, which returns its answer and whether it is complete."""
    times, deadline = [], time.perf_counter() + cap
    while len(times) < runs and (not times or time.perf_counter() < deadline):
        start = time.perf_counter()
        answer, complete = solve()
        times.append(time.perf_counter() - start)
    times.sort()
    answer_of_ours, fastest, median = ours[question]
    if compare and complete and not answer_of_ours.startswith("at-least") and str(answer) != answer_of_ours:
        differing.append(f"{question}: ours {answer_of_ours}, {peer} {answer}")
    so_far = "" if complete else f", {answer} found when stopped"
    at_least = "" if complete else "more than "
    print(f"  {question:17} ours {seconds(fastest):>8} (median {seconds(median):>8}, {answer_of_ours})  "
          f"{peer:8} {seconds(times[0]):>8} (median {seconds(times[len(times) // 2]):>8}{so_far})  "
          f"{at_least}{times[0] / fastest:.1f} times ours", flush=True)


# Plans that contradict the fewest statements.
least, plan_variables = read(f"{folder}/least.wcnf")
# Stratification is the usual choice for weights of several levels.
RC2_OPTIONS = dict(solver="g3", adapt=True, exhaust=True, minz=True)


def rc2():
    with RC2(least, **RC2_OPTIONS) as solver:
        solver.compute()
        return solver.cost, True


def rc2_ten():
    """Up to ten plans of the least cost."""
    with RC2(least, **RC2_OPTIONS) as solver:
        found, cost = 0, None
        while found < 10:
            model = solver.compute()
            if model is None or (cost is not None and solver.cost > cost):
                break
            found, cost, true = found + 1, solver.cost, set(model)
            solver.add_clause([-variable for variable in plan_variables if variable in true])
        return found, True


def toulbar2():
    top = sum(least.wght) + 1
    problem = pytoulbar2.CFN(top, verbose=-1)
    n_vars = max(abs(literal) for clause in least.hard + least.soft for literal in clause)
    for var in range(1, n_vars + 1):
        problem.AddVariable(f"x{var}", [0, 1])
    weighted = [(clause, top) for clause in least.hard] + list(zip(least.soft, least.wght))
    for clause, weight in weighted:
        scope = [f"x{abs(literal)}" for literal in clause]
        failing = tuple(0 if literal > 0 else 1 for literal in clause)
        problem.AddCompactFunction(scope, 0, [failing], [weight])
    found = problem.Solve()
    return (int(found[1]) if found else None), True


report("least", "RC2", rc2)
try:
    import pytoulbar2
except ImportError:
    print("  toulbar2 is not installed: pip install pytoulbar2")
else:
    report("least", "toulbar2", toulbar2)
report("ten", "RC2", rc2_ten)

# All single changes, by tables: what each change contradicts, cell by cell. Ours also tells what is supported and in line,
# what a plan without the term does, and the rules.
tables = json.load(open(f"{folder}/tables.json"))
plan, sizes = np.array(tables["plan"]), tables["sizes"]
n_cells = 1 + max(position["cell"] for position in tables["positions"])


def arity_of(position):
    return len(position["terms"])


by_arity = []
for arity, group in itertools.groupby(sorted(tables["positions"], key=arity_of), key=arity_of):
    group = list(group)
    rows = np.zeros((len(group), max(len(position["contradicted"]) for position in group)), dtype=np.int8)
    for row, position in zip(rows, group):
        row[:len(position["contradicted"])] = np.array(position["contradicted"]) * position["strength"]
    terms = np.array([position["terms"] for position in group], dtype=np.intp).reshape(len(group), arity)
    strides = np.array([[np.prod([sizes[t] for t in position["terms"][place + 1:]], dtype=int) for place in range(arity)]
                        for position in group], dtype=np.intp).reshape(len(group), arity)
    by_arity.append((rows, terms, strides, np.array([position["cell"] for position in group])))


def numpy_changes():
    changed = [(term, value) for term, size in enumerate(sizes) for value in range(size) if value != plan[term]]
    plans = np.tile(plan, (len(changed) + 1, 1))
    for row, (term, value) in enumerate(changed):
        plans[row, term] = value
    marks = np.zeros((len(plans), n_cells), dtype=np.int8)
    for rows, terms, strides, cells in by_arity:
        place = (plans[:, terms] * strides).sum(axis=2)
        np.maximum.at(marks, (slice(None), cells), rows[np.arange(len(rows)), place])
    return int((marks[:-1] != marks[-1]).sum()), True


report("changes", "NumPy", numpy_changes, compare=False)

# Clashes.
clashing, parties = read(f"{folder}/clashes.wcnf")
selectors = [clause[0] for clause in clashing.soft]


def optux():
    """Clash sets of at most three members, the smallest first."""
    deadline, found = time.perf_counter() + cap, 0
    with OptUx(clashing, solver="g3", adapt=True, exhaust=True, minz=True) as solver:
        for clash_set in solver.enumerate():
            if len(clash_set) > 3:
                return found, True
            found += 1
            if time.perf_counter() > deadline:
                return found, False
        return found, True


def marco():
    """All clash sets."""
    deadline, found = time.perf_counter() + cap, 0
    for is_clash_set in steps(clashing.hard, selectors):
        found += is_clash_set
        if time.perf_counter() > deadline:
            return found, False
    return found, True


def sat_pairs():
    """Each pair of positions of two parties, asked for once."""
    found = 0
    with Solver("g4", bootstrap_with=clashing.hard) as plans:
        alone = [plans.solve(assumptions=[selector]) for selector in selectors]
        for one, other in itertools.combinations(range(len(selectors)), 2):
            if parties[one] != parties[other] and alone[one] and alone[other]:
                found += not plans.solve(assumptions=[selectors[one], selectors[other]])
    return found, True


report("pairs_and_triples", "OptUx", optux)
report("clash_sets", "MARCO", marco)
report("party_pairs", "SAT", sat_pairs)

if differing:
    sys.exit("answers differ: " + "; ".join(differing))
