"""Judging what a plan prints about earlier years: the result against that year's own target.

A plan shows targets and results year by year. Both are in the unit that the entry states, or
else in the criterion's, so a year that was agreed in mio. kr. is judged in mio. kr. although the
plan's own year is in pct.
"""

from __future__ import annotations

from resultatplan.criteria import State, judge_number
from resultatplan.plan import Criterion, HistoryEntry


def judge_history(criterion: Criterion, entry: HistoryEntry) -> State:
    """Whether the result printed for one year met the target printed for that year.

    The plan prints measured values (a deviation, a reduction, a share), so nothing is computed
    from a basis. `measured` is judged where the entry has it, `result` otherwise; a benchmark's
    level is the entry's target. Pending where the year prints no target or no result.

    Raises `ValueError` for a criterion that is not judged on a number.
    """
    if not criterion.kind.is_numeric:
        raise ValueError(f"{criterion.key}: {criterion.kind} is not judged on a number")
    measured = entry.result if entry.measured is None else entry.measured
    return judge_number(criterion.kind, entry.target, measured)
