"""Times other solvers on a weighted CNF: RC2 of PySAT and toulbar2. Prints name, least cost, fastest and median seconds."""

import sys
import time

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

path, runs = sys.argv[1], int(sys.argv[2])


def read():
    formula = WCNF()
    for line in open(path):
        head, *literals = line.split()
        clause = [int(literal) for literal in literals[:-1]]
        formula.append(clause, weight=None if head == "h" else int(head))
    return formula


def report(name, solve):
    times, cost = [], None
    for _ in range(runs):
        start = time.perf_counter()
        cost = solve()
        times.append(time.perf_counter() - start)
    times.sort()
    print(f"{name} {cost} {times[0]:.6f} {times[len(times) // 2]:.6f}", flush=True)


formula = read()


def rc2():
    # The formula is in memory already; stratification is the usual choice for weights of several levels.
    with RC2(formula, solver="g3", adapt=True, exhaust=True, minz=True) as solver:
        solver.compute()
        return solver.cost


report("RC2", rc2)

try:
    import pytoulbar2
except ImportError:
    sys.exit()


def toulbar2():
    top = sum(formula.wght) + 1
    problem = pytoulbar2.CFN(top, verbose=-1)
    n_vars = max(abs(literal) for clause in formula.hard + formula.soft for literal in clause)
    for var in range(1, n_vars + 1):
        problem.AddVariable(f"x{var}", [0, 1])
    weighted = [(clause, top) for clause in formula.hard] + list(zip(formula.soft, formula.wght))
    for clause, weight in weighted:
        scope = [f"x{abs(literal)}" for literal in clause]
        failing = tuple(0 if literal > 0 else 1 for literal in clause)
        problem.AddCompactFunction(scope, 0, [failing], [weight])
    found = problem.Solve()
    return int(found[1]) if found else None


report("toulbar2", toulbar2)
