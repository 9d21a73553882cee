"""MARCO (Liffiton, Previti, Malik and Marques-Silva 2016) on PySAT: all sets that exclude one another and are least."""

from pysat.solvers import Solver


def steps(hard, selectors):
    """Yields after each step whether it found a least set that does not hold together, until there is none left: a map of
    what was seen proposes sets, and a solver tells which of them hold."""
    with Solver("g4", bootstrap_with=hard) as plans, Solver("g4") as seen:
        seen.set_phases(selectors)
        while seen.solve():
            false = {-literal for literal in seen.get_model() if literal < 0}
            seed = [selector for selector in selectors if selector not in false]
            holds = plans.solve(assumptions=seed)
            if holds:
                model = set(plans.get_model())
                held = {selector for selector in selectors if selector in model}
                for selector in selectors:
                    if selector not in held and plans.solve(assumptions=[*held, selector]):
                        held.add(selector)
                seen.add_clause([selector for selector in selectors if selector not in held])
            else:
                core = set(plans.get_core())
                for selector in sorted(core):
                    if selector in core and not plans.solve(assumptions=core - {selector}):
                        core = set(plans.get_core())
                seen.add_clause([-selector for selector in core])
            yield not holds
