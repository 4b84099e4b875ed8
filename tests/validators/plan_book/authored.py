"""A small plan in an authoring workbook, and what people type in it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from openpyxl import load_workbook

from tests.workbooks.small_plan import small_plan
from validators.findings import Finding
from validators.plan_book import PlanCheck, check_workbook
from workbooks.plan_book.writer import plan_workbook


@dataclass(frozen=True)
class Percent:
    """A number that its cell shows as a percentage: 0.82 as 82 %."""

    value: float


Typed = str | int | float | bool | date | Percent | None
At = str
"""Sheet and cell: `Mål!B5`."""
Told = tuple[str, str | None, str | None, str | None]
"""Code, sheet, cell, key."""


@cache
def small() -> bytes:
    """The small plan of every kind: three goals, nine criteria, four years of one of them."""
    return plan_workbook(small_plan())


def typed(cells: Mapping[At, Typed], data: bytes | None = None) -> bytes:
    """The workbook with these cells typed over; a text that begins with = is a formula."""
    book = load_workbook(io.BytesIO(small() if data is None else data))
    for at, value in cells.items():
        sheet, _, address = at.partition("!")
        cell = book[sheet][address]
        if isinstance(value, Percent):
            cell.value, cell.number_format = value.value, "0 %"
        else:
            cell.value = value
            if value == "+/-":
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def checked(cells: Mapping[At, Typed]) -> PlanCheck:
    return check_workbook(typed(cells))


def told(finding: Finding) -> Told:
    place = finding.place
    return finding.code, place.sheet, place.cell, place.key


def all_told(check: PlanCheck) -> list[Told]:
    return [told(finding) for finding in check.findings]
