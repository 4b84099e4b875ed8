"""One damage, and the one finding that it must raise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.validators.damage import At, Content, put, show
from tests.validators.reports import SOCIAL, Where, calculated_report, complete_report, report
from workbooks.form import Sheet


@dataclass(frozen=True)
class Case:
    """A finding, where it must stand, and what is done to a complete report to raise it."""

    code: str
    damage: Callable[[], bytes]
    sheet: str | None = None
    cell: str | None = None
    key: str | None = None


def changed(
    changes: Mapping[Where, Content], plan_id: str = SOCIAL, period_id: str = "Q4"
) -> Callable[[], bytes]:
    """Other inputs in a complete report."""
    return lambda: report(changes, plan_id, period_id)


def typed_over(
    sheet: Sheet, cell: str, value: Content, plan_id: str = SOCIAL
) -> Callable[[], bytes]:
    """A locked cell changed in a complete report."""
    return lambda: put(complete_report(plan_id), {(sheet, cell): value})


def shown(cells: Mapping[At, Content]) -> Callable[[], bytes]:
    """Other values in the formula cells of a complete, calculated report."""
    return lambda: show(calculated_report(), cells)
