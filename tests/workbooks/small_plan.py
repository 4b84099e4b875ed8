"""A small plan that has every kind of criterion, for tests that look at a workbook's parts."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.own_plans import replaced

TOML = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")


@cache
def small_plan() -> Plan:
    """The plan."""
    return Plan.model_validate(tomllib.loads(TOML, parse_float=Decimal))


def changed(*changes: tuple[str, str]) -> Plan:
    """The plan with some of its TOML changed, each text standing exactly once."""
    text = replaced(TOML, dict(changes))
    return Plan.model_validate(tomllib.loads(text, parse_float=Decimal))


@cache
def bounded_plan() -> Plan:
    """The same plan when it says what can be reported of 1.1.a and 2.1.a."""
    return changed(
        ("target = 82\n", "target = 3\nleast = -50\ngreatest = 80\n"),
        ("{ year = 2020, target = 82 }", "{ year = 2020, target = 3 }"),
        ('"mio. kr."\ntarget = 2\n', '"mio. kr."\ntarget = 2\ngreatest = 900\n'),
    )


@cache
def plan_without_history() -> Plan:
    """The same plan when no earlier or later years are printed in it."""
    text = re.sub(r"history = \[.*?\n\]", "", TOML, flags=re.DOTALL)
    return Plan.model_validate(tomllib.loads(text, parse_float=Decimal))


@cache
def large_plan() -> Plan:
    """The largest of the real plans."""
    return max(built_in_plans(), key=lambda plan: len(plan.criteria))
