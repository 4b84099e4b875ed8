"""One report, what was done to it, and all that it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.hostile.kinds import VARIANTS
from tests.validators.damage import At, Content, Place, put, rearrange, with_formats
from tests.validators.reports import SOCIAL, Told, Where, address, calculated_report, report
from workbooks.form import REPEATED_TOTALS, Sheet

GOALS, GUIDE, HIDDEN = Sheet.GOALS, Sheet.GUIDE, Sheet.HIDDEN
HISTORY, MASTER, REPORT = Sheet.HISTORY, Sheet.MASTER, Sheet.REPORT
ANY_FORMULA = "="
Cells = Mapping[At, Content]
Changes = Mapping[Where, Content]
Make = Callable[[], bytes]


@dataclass(frozen=True)
class Case:
    """What a report is told, how it is made, and what the first finding says of it."""

    told: tuple[Told, ...]
    make: Make
    message: str | None = None
    """All that it says behind its place."""
    words: str = ""
    """Some of what it says."""
    values: tuple[str, str] | None = None
    """What was found and what was expected; `ANY_FORMULA` expects one, whichever."""

    secured: float | None = None
    """The total that the report has all the same."""

    @property
    def code(self) -> str:
        """The code that it is told first; none where nothing is wrong."""
        return self.told[0][0] if self.told else ""

    def __str__(self) -> str:
        places = [f"{code} {sheet}!{cell}" for code, sheet, cell, _ in self.told]
        return ", ".join(places) or "nothing"


def one(
    code: str, sheet: str | None, cell: str | None, key: str | None, make: Make, **said: Any
) -> Case:
    """A report with one finding, and what it says."""
    return Case(((code, sheet, cell, key),), make, **said)


def told_at(code: str, where: Where, make: Make, message: str | None = None) -> Case:
    """A report with one finding, at one of its inputs."""
    sheet, cell = address(where)
    key = where[0] if isinstance(where, tuple) else None
    return one(code, sheet, cell, key, make, message=message)


def reported(changes: Changes, plan_id: str = SOCIAL, period_id: str = "Q4") -> Make:
    """Other inputs in a complete report."""
    return partial(report, changes, plan_id, period_id)


def damaged(damage: Callable[..., bytes], *, of: Make = calculated_report, **how: object) -> Make:
    """A report, usually a complete one that was calculated, and then damaged."""
    return lambda: damage(of(), **how)


def typed_over(cells: Cells) -> Make:
    """Cells changed in a complete report that was calculated, whoever locked them."""
    return damaged(put, cells=cells)


def shown_as(at: At, value: Content, code: str) -> Make:
    """A cell changed in it, with another number format."""
    return lambda: with_formats(put(calculated_report(), {at: value}), {at: code})


def totals(shown: float) -> Cells:
    """The three totals and where they are repeated, all showing one figure."""
    on_goals = {(GOALS, address): shown for address in REPEATED_TOTALS}
    return on_goals | {(REPORT, address): shown for address in REPEATED_TOTALS.values()}


def moved(sheet: Sheet, place: Place) -> Make:
    """The cells of a sheet moved in a complete report that was calculated."""
    return damaged(rearrange, sheet=sheet, place=place)


def variant(name: str) -> Make:
    """A hostile variant, by its subject and name."""
    return next(each.make for each in VARIANTS if str(each) == name)
