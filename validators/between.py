"""Layer 5 across reports: what may not fall back from one period to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resultatplan.criteria import Kind
from resultatplan.plan import Period
from texts import catalogue as codes
from texts.said import Quantity
from validators.findings import Finding, finding
from validators.rows import Row
from workbooks.layout import Column


@dataclass(frozen=True)
class Earlier:
    """A report of the same plan for an earlier period."""

    period: Period
    rows: tuple[Row, ...]


def check_against_earlier(
    period: Period | None, rows: Sequence[Row], earlier: Sequence[Earlier]
) -> list[Finding]:
    """A count for the year to date that fell since the latest earlier report that has it."""
    if period is None:
        return []
    before = sorted(
        (each for each in earlier if each.period.ends < period.ends),
        key=lambda each: each.period.ends,
        reverse=True,
    )
    findings = []
    for row in rows:
        fallen = _fallen(row, before)
        if fallen is not None:
            findings.append(fallen)
    return findings


def _adds_up(row: Row) -> bool:
    """Whether the result is a count that can only grow through the year."""
    criterion = row.criterion
    return criterion.kind in (Kind.AT_LEAST, Kind.AT_MOST) and criterion.unit == "antal"


def _fallen(row: Row, before: Sequence[Earlier]) -> Finding | None:
    now = row.number(Column.RESULT)
    if now is None or not _adds_up(row):
        return None
    for report in before:
        then = next(
            (
                each.number(Column.RESULT)
                for each in report.rows
                if each.criterion.key == row.criterion.key
            ),
            None,
        )
        if then is None:
            continue
        if now >= then:
            return None
        return finding(
            codes.FELL_BACK,
            row.place(Column.RESULT),
            found=Quantity(now, row.criterion.unit),
            expected=Quantity(then, row.criterion.unit),
            period=report.period.name,
        )
    return None
