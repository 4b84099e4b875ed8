"""A small plan in an authoring workbook, and what people type in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from resultatplan.plan import Plan
from resultatplan.rollover import Where, roll_over
from tests.validators.damage import (
    WORKBOOK,
    Content,
    ErrorValue,
    Formula,
    opened,
    parts_of,
    put,
    with_formats,
)
from tests.validators.reports import Told, as_told
from tests.workbooks.small_plan import small_plan
from validators.container import read_or_tell
from validators.findings import Finding
from validators.plan_book import PlanCheck, check_plan
from workbooks.plan_book.decision_list import HEADER_ROW, PLACED
from workbooks.plan_book.fields import DECISIONS
from workbooks.plan_book.reader import read_plan_book
from workbooks.plan_book.writer import plan_workbook


@dataclass(frozen=True)
class Percent:
    """A number that its cell shows as a percentage, 0.82 as 82 %, or by another format."""

    value: float
    shown_as: str = "0 %"


_DAY = "yyyy-mm-dd"
Typed = str | int | float | bool | date | Percent | None
At = str
"""Sheet and cell: `Mål!B5`."""


def check_workbook(data: bytes) -> PlanCheck:
    """Check the bytes of a file that should be the workbook of a plan."""
    typed = read_or_tell(read_plan_book, data)
    return PlanCheck((typed,)) if isinstance(typed, Finding) else check_plan(typed)


@cache
def small() -> bytes:
    """The small plan of every kind: three goals, nine criteria, four years of one of them."""
    return plan_workbook(small_plan())


@cache
def draft_of(plan: Plan, only: Where | None = None) -> bytes:
    """The plan rolled over to the next year, with its decisions, or `only` that about one place."""
    rolled = roll_over(plan, plan.year + 1)
    decisions = tuple(each for each in rolled.decisions if only in (None, each.where))
    return plan_workbook(rolled.plan, replace(rolled, decisions=decisions))


def all_yes(draft: bytes) -> dict[At, str]:
    """A Ja for every decision of a draft."""
    rows = range(HEADER_ROW + 1, opened(draft)[DECISIONS.sheet].max_row + 1)
    return {f"{DECISIONS.sheet}!{PLACED.letter('settled')}{row}": "Ja" for row in rows}


def settled(draft: bytes) -> bytes:
    """The draft, all its decisions taken with a Ja."""
    return typed(all_yes(draft), draft)


def typed(cells: Mapping[At, Typed], data: bytes | None = None) -> bytes:
    """The workbook with these cells typed over: a text that begins with = is a formula."""
    data = small() if data is None else data
    sheets = re.findall(r'<sheet [^>]*name="([^"]+)"', parts_of(data)[WORKBOOK].decode())
    contents: dict[tuple[str, str], Content] = {}
    formats: dict[tuple[str, str], str] = {}
    for at, value in cells.items():
        sheet, _, address = at.partition("!")
        contents[sheet, address] = _content(value)
        if isinstance(value, date | Percent):
            formats[sheet, address] = value.shown_as if isinstance(value, Percent) else _DAY
    data = put(data, contents, sheets)
    return with_formats(data, formats, sheets) if formats else data


def _content(value: Typed) -> Content:
    if isinstance(value, Percent):
        return value.value
    if isinstance(value, str) and value[:1] in "=#":
        return Formula(value) if value[:1] == "=" else ErrorValue(value)
    return value


def checked(cells: Mapping[At, Typed]) -> PlanCheck:
    return check_workbook(typed(cells))


def all_told(check: PlanCheck) -> list[Told]:
    return [as_told(finding) for finding in check.findings]
