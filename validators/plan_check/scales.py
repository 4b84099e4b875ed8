"""Steps, lines and partly met: fitting the kind, and running towards the target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED
from texts import catalogue_plans as codes
from texts import plan_checking as say
from texts.language import Text
from validators.findings import Finding, finding
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.kinds import PERCENT, kind_of, unmarked
from validators.plan_check.settling import Settled
from validators.typing_mistakes import quotable_text
from workbooks.authoring.entries import Column, TableName
from workbooks.authoring.guards import TAKEN_BY
from workbooks.authoring.passages import read_steps

_COLUMNS = (
    Column.PARTLY,
    Column.PARTIAL_DEADLINE,
    Column.STEPS,
    Column.LINEAR_ZERO,
    Column.LINEAR_FULL,
)
Steps = tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as typed: `full` is the target where it is left out."""

    zero: Decimal
    full: Decimal | None


def steps_of(row: Draft) -> Steps:
    """The steps typed in a row; none where there are none, or they cannot be read."""
    text = row[Column.STEPS].text
    return () if text is None else read_steps(text) or ()


def line_of(row: Draft) -> Line | None:
    """The line typed in a row."""
    zero, full = row[Column.LINEAR_ZERO].number, row[Column.LINEAR_FULL]
    if zero is None:
        return None
    if full.is_missing and kind_of(row) is not Kind.BENCHMARK:
        return Line(zero, _size(kind_of(row), row[Column.TARGET].number))
    return Line(zero, full.number)


def check_scales(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about what counts between met and not met."""
    for row in plan.rows(TableName.CRITERIA):
        kind = kind_of(row)
        steps = row[Column.STEPS]
        if steps.text is not None and read_steps(steps.text) is None:
            place = steps.place
            yield finding(codes.STEPS_UNREADABLE, place, found=quotable_text(steps.text))
        for column in (Column.LINEAR_ZERO, Column.LINEAR_FULL):
            yield from unmarked(row[column])
            unit = row[Column.UNIT].text
            if row[column].in_percent and unit is not None and unit != PERCENT:
                place = row[column].place
                yield finding(codes.UNIT_MISFIT, place, found="%", expected=unit[:40])
        if kind is not None:
            yield from _check_row(row, kind)


def _check_row(row: Draft, kind: Kind) -> Iterator[Finding]:
    used = [column for column in _COLUMNS if row[column].value not in (None, False)]
    for column in used:
        if kind not in TAKEN_BY[column]:
            yield _takes_no(row, kind, column)
    fitting = [column for column in used if kind in TAKEN_BY[column]]
    if Column.PARTIAL_DEADLINE in fitting:
        until, deadline = row[Column.PARTIAL_DEADLINE], row[Column.DEADLINE].day
        if deadline is not None and until.day is not None and until.day <= deadline:
            yield _misfit(row, Column.PARTIAL_DEADLINE, say.PARTIAL_TOO_EARLY)
    lined = {Column.LINEAR_ZERO, Column.LINEAR_FULL} & set(fitting)
    if Column.STEPS in fitting and lined:
        yield _misfit(row, Column.STEPS, say.TWO_SCALES)
        return
    if Column.STEPS in fitting:
        for reason in _step_mistakes(kind, steps_of(row), row[Column.TARGET].number):
            yield _misfit(row, Column.STEPS, reason)
    if lined:
        yield from _line(row, kind)


def _line(row: Draft, kind: Kind) -> Iterator[Finding]:
    zero, full, line = row[Column.LINEAR_ZERO], row[Column.LINEAR_FULL], line_of(row)
    if zero.is_missing:
        yield _misfit(row, Column.LINEAR_FULL, say.LINE_START)
    target = _size(kind, row[Column.TARGET].number)
    if line is None or line.full is None or target is None:
        return
    if full.number is not None and full.number != target:
        yield _misfit(row, Column.LINEAR_FULL, say.LINE_END)
    elif not _is_nearer(kind, line.full, line.zero):
        yield _misfit(row, Column.LINEAR_ZERO, say.LINE_DIRECTION)


def _step_mistakes(kind: Kind, steps: Steps, target: Decimal | None) -> Iterator[Text]:
    if not steps:
        return
    levels, credits = [at for at, _ in steps], [credit for _, credit in steps]
    if kind is Kind.WITHIN and min(levels) < 0:
        yield say.STEPS_NEGATIVE
    elif not all(_is_nearer(kind, *pair) for pair in zip(levels[1:], levels, strict=False)):
        yield say.STEPS_ORDER
    if credits != sorted(set(credits)) or not 0 < credits[0] <= credits[-1] <= HUNDRED:
        yield say.STEPS_CREDITS
    elif kind is Kind.BENCHMARK:
        if credits[-1] == HUNDRED:
            yield say.STEPS_BENCHMARK
    elif credits[-1] != HUNDRED or (target is not None and levels[-1] != _size(kind, target)):
        yield say.STEPS_END


def _is_nearer(kind: Kind, nearer: Decimal, farther: Decimal) -> bool:
    if kind in (Kind.AT_LEAST, Kind.REDUCTION):
        return nearer > farther
    return nearer < farther


def _size(kind: Kind | None, target: Decimal | None) -> Decimal | None:
    return abs(target) if kind is Kind.WITHIN and target is not None else target


def _takes_no(row: Draft, kind: Kind, column: Column) -> Finding:
    cell = row[column]
    return finding(
        codes.KIND_TAKES_NO,
        cell.place,
        kind=LABELS[kind],
        name=str(column),
        found=_shown(cell),
    )


def _shown(cell: Settled) -> str:
    return "Ja" if cell.yes else quotable_text(str(cell.value))


def _misfit(row: Draft, column: Column, reason: Text) -> Finding:
    place = row[column].place
    return finding(codes.SCALE_MISFIT, place, name=str(column), reason=reason)
