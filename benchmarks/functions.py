"""What the RP_ functions cost: `python -m benchmarks.functions [--wine]`.

Prints each measure with its limit, and ends with 1 where a limit is broken. `--wine` also counts
the calls a second through a real COM server under Wine, where there is no limit to break: a call
there is COM and Wine, not Excel.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from resultatplan.criteria import LABELS, Kind
from resultatplan.goals import Criterion
from resultatplan.library import plan_by_id
from resultatplan.outcome import COUNTED_LABELS
from resultatplan.plan import Plan
from tests.hosts.wine import PROGRAM_ID, Wine, missing
from xl_addin import udfs

PLAN = "social-og-boligstyrelsen-2024"
GOALS = 14
AS_OF = date(2024, 6, 30)
SHOWN = (None, "sikret", "forventet", "opnåelig")
"""What the cells ask for of a criterion and of a goal."""
IMPORT_MS = 100.0
WORKBOOK_MS = 20.0
REPEATS = 20
WINE_CALLS = 2000


@dataclass(frozen=True)
class Measure:
    """A figure, and the most it may be (None: no limit)."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_met(self) -> bool:
        return self.limit is None or self.value < self.limit

    def line(self) -> str:
        limit = "" if self.limit is None else f" (limit {self.limit:g} {self.unit})"
        return (
            f"{'ok ' if self.is_met else 'OVER'} {self.name}: {self.value:.1f} {self.unit}{limit}"
        )


def import_cost() -> Measure:
    """CPU time of importing the functions in a fresh Python, the best of five."""
    code = (
        "import time; before = time.process_time(); import xl_addin.udfs, sys;"
        "assert 'pandas' not in sys.modules and 'xlwings' not in sys.modules;"
        "print(time.process_time() - before)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    return Measure("importing the functions (CPU)", min(runs) * 1000, "ms", IMPORT_MS)


def workbook_cost() -> Measure:
    """Every RP_ call of the 14-goal plan's workbook, once, the median of many."""
    plan = plan_by_id(PLAN)
    assert plan is not None
    assert len(plan.goals) == GOALS
    runs = sorted(_timed(lambda: recalculate(plan)) for _ in range(REPEATS))
    name = f"recalculating the {GOALS}-goal workbook, {recalculate(plan)} calls"
    return Measure(name, runs[REPEATS // 2] * 1000, "ms", WORKBOOK_MS)


def recalculate(plan: Plan) -> int:
    """Call what the cells of a report before the final one call; the calls made."""
    calls, totals = 0, []
    for goal in plan.goals:
        states, degrees = [], []
        for criterion in goal.criteria:
            state, *bounds = _judged(criterion)
            states.append([state])
            degrees.append(bounds)
            calls += 1 + len(SHOWN) + 2 * criterion.kind.is_numeric
        keys = [[each.key] for each in goal.criteria]
        call = partial(udfs.RP_GOAL, goal.rule or "alle", keys, states, False, degrees)
        totals.append([call(shown) for shown in SHOWN][1:])
        calls += len(SHOWN)
    weights = [[100 / len(plan.goals)]] * len(plan.goals)
    score = (udfs.RP_SCORE, udfs.RP_EXPECTED, udfs.RP_ATTAINABLE)
    columns = ([[degree] for degree in degrees] for degrees in zip(*totals, strict=True))
    found = [total(column, weights) for total, column in zip(score, columns, strict=True)]
    assert found == sorted(found, key=float)
    udfs.RP_VERSION()
    return calls + len(found) + 1


def _judged(criterion: Criterion) -> list[float | str]:
    """What is decided of a criterion whose target is met, then what is secured of it and so on."""
    label = LABELS[criterion.kind]
    scale = 100 if criterion.in_percent else 1
    target = None if criterion.target is None else float(criterion.target) / scale
    basis, result = 100.0, 100.0 if criterion.kind is Kind.WITHIN else target
    if criterion.kind is Kind.REDUCTION:
        result = 50.0
    if criterion.kind is Kind.BENCHMARK:
        target, result = 9.0, 8.5
    done = "Ja" if criterion.kind in (Kind.DONE, Kind.ASSESSED) else None
    measured: float | str = ""
    if criterion.kind.is_numeric:
        measured, _ = (udfs.RP_MEASURE(label, basis, result, criterion.unit) for _ in range(2))
    row = (label, target, measured, criterion.deadline, criterion.deadline, done, "")
    interim = (COUNTED_LABELS[criterion.counts], None, AS_OF, measured, None)
    shown = [udfs.RP_DEGREE(*row, *interim, each) for each in SHOWN]
    return [udfs.RP_CRITERION(*row, *interim), *shown[1:]]


def wine_speed() -> Measure:
    """Calls a second from a script through the COM server, both under Wine."""
    script = f"""
Dim server, number, before, answer
Set server = CreateObject("{PROGRAM_ID}")
answer = server.CallUDF("xl_addin.udfs", "RP_VERSION", Array())
before = Timer
For number = 1 To {WINE_CALLS}
  answer = server.CallUDF("xl_addin.udfs", "RP_MEASURE", Array("+/-", 100, 102, "pct."))
Next
WScript.Echo answer
WScript.Echo Timer - before
"""
    with Wine() as wine:
        answer, seconds = wine.run_script(script)
    assert answer == "0.02"
    return Measure(
        "calls through the COM server under Wine", WINE_CALLS / float(seconds), "a second"
    )


def _timed(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def main(arguments: list[str]) -> int:
    """Print the measures; 1 where a limit is broken."""
    measures = [import_cost(), workbook_cost()]
    if "--wine" in arguments:
        why = missing()
        if why is None:
            measures.append(wine_speed())
        else:
            print(f"skipped: {why}")
    for measure in measures:
        print(measure.line())
    return 0 if all(measure.is_met for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
