"""RP-5xx: do the cells fit one another, the period and the year, and the reports before?

The rules are checks of `schemas` (`RowConsistency`, `Submission`, `BetweenReports`); here is what
they are asked about, and the words for what breaks them. What a template was filled in with
beforehand (RP-519) is looked at in `prefilled`, since it takes the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult, judge_criterion
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from resultatplan.outcome import Counted
from texts import findings as say
from texts.language import Said, phrase, said_day, said_percent, said_quantity
from texts.standing import STATES
from validators.content import filler_note
from validators.findings import Finding, finding
from validators.inputs import Inputs, Row
from workbooks.form import JUDGED_ON, Column, Field, ValueType, level_type, limits_of

_ONE_PERCENT = 0.01
"""As cells hold it: what is below may be a share typed into a percentage cell."""
_FAR_BELOW = 20
"""How many times smaller than each level a percentage is that may be a share."""
_SHORT_OF_MET = {
    State.NOT_FULFILLED: say.NOT_FULFILLED,
    State.PARTIAL: say.PARTLY_FULFILLED,
}


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A criterion of a report: what was typed, and what follows from it."""

    report: Inputs
    row: Row
    result: CriterionResult
    goal: GoalResult

    @property
    def is_to_come(self) -> bool:
        """Whether a delivery is dated after the submission, and that date can be relied on."""
        delivered, submitted = self.result.reported.delivered, self.report.submitted
        if delivered is None or submitted is None:
            return False
        return self.report.fits_period and delivered > submitted


def submitted_outside(report: Inputs) -> Finding:
    """The finding about a day of submission that cannot be that of the period's report."""
    period, submitted = report.period, report.submitted
    if period is None or submitted is None:
        raise ValueError("no day or no period to compare")
    return finding(
        "RP-501",
        report.master.place(Field.SUBMITTED),
        found=said_day(submitted),
        expected=said_day(period.ends),
        period=period.name,
    )


def within(code: str, column: str, judged: JudgedRow) -> Finding:
    """The finding about a row whose cells break a rule of `RowConsistency`."""
    row, result = judged.row, judged.result
    if column == "answer":
        column = answer_column(row.criterion)
    if code in ("RP-520", "RP-521"):
        share, level = exact(_percentages(row)[column]), min(levels(row))
        meant = phrase(say.DID_YOU_MEAN, value=said_percent(share * HUNDRED))
        found, expected = said_percent(share), said_percent(level)
        return finding(code, row.place(column), found=found, expected=expected, suggestion=meant)
    facts = dict(_facts(code, judged, result.reported.delivered))
    if code in ("RP-505", "RP-506", "RP-513"):
        facts["note"] = filler_note(row.text(column) or "")
    return finding(code, row.place(column), **facts)


def _facts(code: str, judged: JudgedRow, delivered: date | None) -> Mapping[str, Said]:
    """What the words of a finding say of the row."""
    criterion, submitted = judged.row.criterion, judged.report.submitted
    if code == "RP-502" and delivered and submitted:
        return {"found": said_day(delivered), "expected": said_day(submitted)}
    if code == "RP-512" and delivered:
        return {"found": said_day(delivered), "expected": said_day(judged.report.plan.valid_from)}
    if code == "RP-510" and delivered:
        return {"found": said_day(delivered)}
    if code in ("RP-509", "RP-514") and criterion.deadline:
        return {"expected": said_day(criterion.deadline)}
    if code in ("RP-503", "RP-504"):
        return {"what": _missing(judged.row), "goal": judged.goal.goal.number}
    if code == "RP-505":
        return {"reason": _deviation(judged)}
    if code == "RP-513":
        return {"what": say.REPORTED_DONE if criterion.kind is Kind.DONE else say.ASSESSED}
    return {}


def levels(row: Row) -> list[Decimal]:
    """What the row's percentages are compared with: target, basis, history, and each other.

    As cells hold them, 0.82; each other from 1 per cent on. Empty where they are no percentages.
    """
    criterion = row.criterion
    if not criterion.kind.is_numeric or level_type(criterion) is not ValueType.PERCENT:
        return []
    named = [criterion.basis]
    if not criterion.is_of_a_level:
        named += [criterion.target, criterion.target_to]
    for entry in criterion.history:
        if (entry.unit or criterion.unit) == criterion.reported_unit:
            named += [entry.target, entry.target_to, entry.result]
    typed = [exact(value) for value in _percentages(row).values() if value >= _ONE_PERCENT]
    return [abs(each) / HUNDRED for each in named if each is not None] + typed


def shares(row: Row) -> list[str]:
    """The columns whose percentage may be 0.82 for 82: it is below 1 per cent and far from every
    level, and a hundred times as much is not."""
    small, near = _below_one_percent(row), [float(each) for each in levels(row)]
    if not small or not near:
        return []
    limits = limits_of(row.criterion)
    most = min(limits.greatest, max(near) * 5)
    return [
        name
        for name, each in small.items()
        if limits.least <= each <= limits.greatest
        and each * _FAR_BELOW <= min(near)
        and limits.least <= each * 100 <= most
    ]


def differs_hundredfold(judged: JudgedRow) -> bool:
    """Whether it would be judged otherwise if what is below 1 per cent were 100 times as great."""
    row = judged.row
    small = _below_one_percent(row)
    greater = {name: row.cells[name]._replace(value=each * 100) for name, each in small.items()}
    reported = Row({**row.cells, **greater}, row.criterion).reported
    as_of = judged.result.outcome.as_of
    other = judge_criterion(judged.report.plan, row.criterion, reported, as_of)
    now, then = (
        (each.interval, each.expected, each.is_on_level) for each in (judged.result, other)
    )
    return now != then


def _percentages(row: Row) -> dict[str, float]:
    return {
        name: cell.value
        for name, cell in row.cells.items()
        if cell.type is ValueType.PERCENT and isinstance(cell.value, float)
    }


def _below_one_percent(row: Row) -> dict[str, float]:
    return {name: each for name, each in _percentages(row).items() if 0 < each < _ONE_PERCENT}


def _missing(row: Row) -> Said:
    kind = row.criterion.kind
    if kind is Kind.DELIVERED_BY:
        return say.DELIVERY
    if not kind.is_numeric:
        return say.DONE
    basis = row.cells.get(Column.BASIS)
    return say.RESULT if basis is None or basis.is_filled else say.RESULT_AND_BASIS


def _deviation(judged: JudgedRow) -> Said:
    """Why an explanation is asked for: the state, unless the date it rests on is yet to come."""
    result = judged.result
    if result.is_deviation and not judged.is_to_come:
        return _SHORT_OF_MET.get(result.state, say.NOT_EXPECTED)
    return phrase(say.STATUS_IS, status=judged.row.text(Column.STATUS) or "")


def answer_column(criterion: Criterion) -> Column:
    """The column that decides whether a criterion is met."""
    if criterion.kind.is_numeric:
        return Column.RESULT
    return Column.DATE if criterion.kind is Kind.DELIVERED_BY else Column.DONE


class EarlierCriterion(NamedTuple):
    """What an earlier report said of one criterion."""

    state: State
    typed: Mapping[str, float | date | str]
    """What was typed, by column, in the plan's units (percent as 82); blank cells are not there."""

    def number(self, column: Column) -> Decimal | None:
        """A number that was typed."""
        value = self.typed.get(column)
        return exact(value) if isinstance(value, float) else None

    def day(self, column: Column) -> date | None:
        """A date that was typed."""
        value = self.typed.get(column)
        return value if isinstance(value, date) else None

    def text(self, column: Column) -> str:
        """A text that was typed, on one line."""
        value = self.typed.get(column)
        return one_line(value) if isinstance(value, str) else ""


_NOTHING = EarlierCriterion(State.PENDING, {})
"""Said of a criterion that the earlier report does not have."""


class EarlierReport(NamedTuple):
    """The report that counts for an earlier period, as far as later ones are compared with it."""

    period: str
    """The period's name."""
    criteria: Mapping[str, EarlierCriterion]
    """By key."""


@dataclass(frozen=True, slots=True)
class Change:
    """A criterion now, in the report before, and its count in the latest that gives one."""

    row: Row
    result: CriterionResult
    is_final: bool
    before: EarlierCriterion
    period: str
    """The name of the period before; of the count's period, where that is what fell."""
    count: Decimal | None
    count_period: str

    @property
    def explanation(self) -> str:
        """The explanation, but for its spaces and line breaks."""
        return one_line(self.row.text(Column.EXPLANATION))

    @property
    def is_told(self) -> bool:
        """Whether a cell that the state rests on has a finding of its own."""
        cells = (self.row.cells.get(each) for each in JUDGED_ON)
        return any(each is not None and each.finding is not None for each in cells)


def changes_since(
    report: Inputs, evaluation: Evaluation, earlier: Sequence[EarlierReport]
) -> Iterator[Change]:
    """What is compared with the reports of the year's earlier periods, the latest first.

    A count is compared with the latest report that gives one, all else with the latest report.
    """
    if not earlier:
        return
    for row, result in zip(report.rows, evaluation.criteria.values(), strict=True):
        if result.ruling is not None:
            continue  # Whatever it was before, it is settled.
        key = row.criterion.key
        said = [(each.criteria.get(key, _NOTHING), each.period) for each in earlier]
        counts = ((each.number(Column.RESULT), period) for each, period in said)
        count = next((each for each in counts if each[0] is not None), (None, ""))
        yield Change(row, result, report.is_final, *said[0], *count)


def between(code: str, column: str, change: Change) -> Finding:
    """The finding about a criterion that breaks a rule of `BetweenReports`."""
    row, now, before = change.row, change.result, change.before
    if column == "answer":
        column = answer_column(row.criterion)
    period = change.period
    pair: tuple[Said, Said]
    if code == "RP-508":
        unit, period = row.criterion.unit, change.count_period
        pair = _quantity(row.number(Column.RESULT), unit), _quantity(change.count, unit)
    elif code == "RP-517":
        pair = _day(row.day(Column.DATE)), _day(before.day(Column.DATE))
    elif code == "RP-518":
        unit = row.criterion.reported_unit
        pair = (
            _quantity(row.number(Column.BASIS), unit),
            _quantity(before.number(Column.BASIS), unit),
        )
    else:
        pair = STATES[now.state], STATES[before.state]
        status, status_before = row.text(Column.STATUS) or "", before.text(Column.STATUS)
        if code == "RP-516" and status and status_before and status != status_before:
            pair = status, status_before
    return finding(code, row.place(column), found=pair[0], expected=pair[1], period=period)


def adds_up(criterion: Criterion) -> bool:
    """Whether the result is a count that can only grow through the year."""
    return criterion.kind.is_numeric and criterion.counts is Counted.RUNNING


def one_line(text: str | None) -> str:
    """A text without what is no difference in wording: its spaces and line breaks."""
    return " ".join((text or "").split())


def _quantity(value: Decimal | None, unit: str | None) -> Said:
    return say.BLANK if value is None else said_quantity(value, unit)


def _day(value: date | None) -> Said:
    return say.BLANK if value is None else said_day(value)
