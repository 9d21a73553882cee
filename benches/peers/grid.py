"""Gives the questions of the grid to RC2 and toulbar2, the first hundred clash sets to MARCO and the first hundred ways out
to LBX (both on PySAT), and compares times and answers with ours: grid.py FOLDER CAP."""

import multiprocessing
import os
import pathlib
import statistics
import sys
import time

from pysat.examples.lbx import LBX
from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from marco import steps

FIRST = 100

folder, cap = pathlib.Path(sys.argv[1]), float(sys.argv[2])


def start_clock():
    """Tells whoever waits that the clock runs from now on, and returns what it shows."""
    now = time.process_time()
    to_parent.send(now)
    return now


def worked(pid):
    """The seconds of the processor that a process took so far."""
    user, system = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def read(path):
    hard, soft = [], []
    for line in path.open():
        head, *clause = line.split()
        clause = [int(literal) for literal in clause[:-1]]
        hard.append(clause) if head == "h" else soft.append((int(head), clause[0]))
    return hard, soft


def rc2(hard, soft):
    formula = WCNF()
    formula.extend(hard)
    for weight, literal in soft:
        formula.append([literal], weight=weight)
    start = start_clock()
    with RC2(formula, solver="g3", adapt=True, exhaust=True, minz=True) as solver:
        solver.compute()
        return solver.cost, time.process_time() - start


def toulbar2(hard, soft):
    import pytoulbar2

    top = sum(weight for weight, _ in soft) + 1
    problem = pytoulbar2.CFN(top, verbose=-1)
    for var in range(1, max(abs(literal) for clause in hard for literal in clause) + 1):
        problem.AddVariable(f"x{var}", [0, 1])
    for weight, clause in [(top, clause) for clause in hard] + [(weight, [literal]) for weight, literal in soft]:
        failing = tuple(0 if literal > 0 else 1 for literal in clause)
        problem.AddCompactFunction([f"x{abs(literal)}" for literal in clause], 0, [failing], [weight])
    start = start_clock()
    found = problem.Solve()
    return (int(found[1]) if found else None), time.process_time() - start


def lbx(hard, soft):
    """How many of the first ways out there are."""
    formula = WCNF()
    formula.extend(hard)
    for _, literal in soft:
        formula.append([literal], weight=1)
    start = start_clock()
    found = 0
    with LBX(formula, use_cld=True, solver_name="g4") as solver:
        for way_out in solver.enumerate():
            solver.block(way_out)
            found += 1
            if found == FIRST:
                break
    return found, time.process_time() - start


def marco(hard, soft):
    """How many of the first clash sets there are."""
    selectors = [literal for _, literal in soft]
    start = start_clock()
    found = 0
    for is_clash_set in steps(hard, selectors):
        found += is_clash_set
        if found == FIRST:
            break
    return found, time.process_time() - start


def within_cap(solve, question):
    """The answer and its seconds; None where it took too long."""
    global to_parent
    receive, to_parent = multiprocessing.Pipe(False)
    worker = multiprocessing.Process(target=lambda: to_parent.send(solve(*question)))
    worker.start()
    start = receive.recv()
    while not (has_answer := receive.poll(0.05)) and worked(worker.pid) < start + cap:
        pass
    answer = receive.recv() if has_answer else None
    worker.kill()
    worker.join()
    return answer


ratios, behind, differing = {}, [], []
for case in sorted(path for path in folder.iterdir() if path.is_dir()):
    for line in (case / "ours").open():
        rule, answer, seconds = line.split()
        peers = {"FirstClashSets": [("MARCO", marco)], "FirstWaysOut": [("LBX", lbx)]}.get(rule)
        question = read(case / ("clashes.wcnf" if peers else f"{rule}.wcnf"))
        told = [f"{case.name} {rule}: ours {float(seconds) * 1e3:.2f} ms {answer}"]
        for peer, solve in peers or [("RC2", rc2), ("toulbar2", toulbar2)]:
            found = within_cap(solve, question)
            if found is None:
                told.append(f"{peer} more than {cap:.0f} s")
                continue
            told.append(f"{peer} {found[1] * 1e3:.2f} ms")
            if answer == "unproven":
                behind.append(f"{case.name} {rule}: {peer} proves it in {found[1]:.2f} s, ours not in 10 s")
            elif str(found[0]) != answer:
                differing.append(f"{case.name} {rule}: ours {answer}, {peer} {found[0]}")
            else:
                ratio = found[1] / float(seconds)
                ratios.setdefault((rule, case.name.split("-")[0], peer), []).append((ratio, case.name))
        print(", ".join(told), flush=True)
print()
for (rule, size, peer), found in sorted(ratios.items()):
    found.sort()
    print(f"{rule} {size}: {peer} takes {found[0][0]:.1f} (worst for us, {found[0][1]}), median "
          f"{statistics.median(ratio for ratio, _ in found):.1f}, at best {found[-1][0]:.1f} times ours, {len(found)} questions")
print("\n".join(behind))
print("\n".join(differing), file=sys.stderr)
sys.exit(bool(differing))
