"""What the department keeps of one received file: plain data that every view is made from.

Percentages are 82, amounts in the criterion's unit. Each figure that the agency typed keeps the
cell it stands in, so that whatever is shown can be traced to a cell of a received file. What the
product says is kept in both languages, what the agency wrote as it wrote it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, partial
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from resultatplan.combinations import describe_combination
from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import exact
from resultatplan.goals import Goal
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from resultatplan.reasons import sentence
from resultatplan.scales import state_of
from texts import explanations
from texts.findings import Severity
from texts.functions import PERCENT
from texts.language import Language, Text, in_both, say
from validators.findings import Finding
from validators.inputs import Row
from validators.timing import Came, came_of
from validators.typing_mistakes import says_nothing
from validators.verdict import Verdict
from workbooks.form import JUDGED_ON, YES, Column, Field, ValueType

_UNSAFE = "RP-1"
THIS_RUN = 2**62
"""The run of files that are in no register: they come after all that are."""

Order = tuple[int, date, date, datetime, str]
"""Sorts files: by the run that first saw them, the day on which they came, the day stated, the very
time, and the name."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that came: its name, its bytes, and when.

    `digest` is the SHA-256 of the bytes, empty where none could be read. `certain` is whether a
    mail or the desk tells the time; else it is the file's own. `run` is the one that first saw it,
    `number` the register's for it, 0 where it is in none.
    """

    file: str
    digest: str
    size: int
    received: datetime
    certain: bool = False
    run: int = field(default=THIS_RUN, compare=False)
    number: int = field(default=0, compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """What makes a file the same: name and bytes."""
        return self.file, self.digest

    def came_for(self, plan_id: str | None, period_id: str | None, stated: date | None) -> Came:
        """When it came as the report for a plan's period, with the day that it states."""
        return came_of(plan_id, period_id, stated, self.received.date(), certain=self.certain)

    def order_by(self, came: Came) -> Order:
        """What the files are sorted by."""
        return self.run, came.counted, came.stated or came.counted, self.received, self.file


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding as it was told."""

    code: str
    severity: str
    sheet: str | None
    cell: str | None
    key: str | None
    message: Text
    hint: Text
    found: Text | None
    expected: Text | None
    more: str = ""
    """The other cells that it holds for (`I27, I32:I33`); none in records of before it was kept."""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the report from being accepted."""
        return self.severity == "error"

    @property
    def place(self) -> str:
        """`Afrapportering!I13`, the sheet alone, or nothing."""
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else (self.sheet or "")


def _as_json(value: float | date | str) -> float | str | dict[str, str]:
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _from_json(value: float | date | str | dict[str, str]) -> float | date | str:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value


Typed = Annotated[
    float | date | str,
    PlainSerializer(_as_json, return_type=object),  # Whatever it is: nothing to be tried out.
    PlainValidator(_from_json),
]
"""A number, a date or a text. In JSON a date says that it is one: a text may look like it."""


@dataclass(frozen=True, slots=True)
class InputRecord:
    """One cell that the agency typed in on Afrapportering (blank cells have none).

    `value` is a number in the plan's units (percent as 82), a date, or a text (Ja, Nej, Gul …).
    """

    column: str
    cell: str
    value: Typed


@dataclass(frozen=True)
class CriterionRecord:
    """A criterion as reported and judged. `explanation` says why it is what it is."""

    key: str
    text: str
    kind: str
    unit: str | None
    target: float | None
    deadline: date | None
    state: State
    degree: float | None
    """How far it is met in percent; None while pending or withdrawn."""
    measured: float | None
    explanation: Text
    inputs: tuple[InputRecord, ...]
    expected: float | None = None
    """How far it is expected to be met in percent; None where nothing tells."""
    on_level: bool | None = None
    """Whether a pending figure would be met if the year ended with it; None without one."""
    is_deviation: bool = False
    """Whether it is lost for good, or expected not to be met, which the agency is to explain."""
    target_to: float | None = None
    """The greatest of an interval, of which the target is the least."""
    refused: tuple[InputRecord, ...] = ()
    """What stands in cells whose content is no value; none in records of before it was kept."""

    @property
    def reported_unit(self) -> str | None:
        """The unit of what was typed, where the record tells it: a change or deviation in pct. is
        one of a level, whose unit the plan alone says."""
        return None if self.unit == PERCENT and Kind(self.kind).is_relative else self.unit

    @cached_property
    def _by_column(self) -> dict[str, InputRecord]:
        return {each.column: each for each in self.inputs}

    def input(self, column: str) -> InputRecord | None:
        """What was typed in a column of `tblAfrapportering`, None where it is blank."""
        return self._by_column.get(column)

    def typed(self, column: str) -> str:
        """A text that was typed in a column; nothing where it is blank or no text."""
        found = self._by_column.get(column)
        return found.value if found is not None and isinstance(found.value, str) else ""

    @property
    def falls_short(self) -> bool:
        """Whether it is a deviation, or not met by the department's decision."""
        return self.is_deviation or self.state in (State.NOT_FULFILLED, State.PARTIAL)

    @property
    def is_provisional(self) -> bool:
        """Whether the agency marked its figure as provisional."""
        return self.typed(Column.PROVISIONAL) == YES


@dataclass(frozen=True, slots=True)
class GoalRecord:
    """A goal as judged: its fulfilment in percent, None while it is pending or has left.

    While the goal is pending it lies between `secured` and `attainable`, and so does `expected`;
    the three are None where it has left, and in records of before they were told. Where the plan
    has no total all four are None, and the state tells what the goal counts as.
    """

    number: str
    title: str
    section: str
    rule: Text
    weight: float | None
    """In percent of the total; None where the plan has none."""
    state: State
    fulfilment: float | None
    explanation: Text
    criteria: tuple[CriterionRecord, ...]
    secured: float | None = None
    expected: float | None = None
    attainable: float | None = None

    @property
    def counts(self) -> float:
        """What the goal counts in the secured total, in percent."""
        return (self.secured or 0.0) if self.fulfilment is None else self.fulfilment

    @property
    def told_state(self) -> State:
        """Its state; what is pending in the final report is met as far as its rest decides."""
        return self.state if self.fulfilment is None else state_of(exact(self.fulfilment))

    @property
    def shown_state(self) -> State:
        """The same, but for what is pending and counts nothing: that is shown as not reported."""
        return self.state if self.fulfilment == 0 else self.told_state

    @property
    def is_missed(self) -> bool:
        """Whether it counts nothing in the final report."""
        return self.state is State.NOT_FULFILLED or self.fulfilment == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Receipt):
    """One received file in short: enough to place it among the others."""

    accepted: bool
    errors: int
    warnings: int
    infos: int
    plan_id: str | None = None
    plan_version: str | None = None
    institution: str | None = None
    year: int | None = None
    period_id: str | None = None
    period_name: str | None = None
    final: bool = False
    submitted: date | None = None
    """The day of submission that the report states."""
    secured: float | None = None
    expected: float | None = None
    """None too in a register of before there were three totals."""
    attainable: float | None = None
    shown: float | None = None
    """The total that the workbook shows."""
    unsafe: bool | None = None
    """Whether it is not to be opened (`is_unsafe`); None in a register of before it was kept."""
    settled: bool = False
    """Whether the desk is done with it: it is not to be answered, whatever was found."""
    states: str | None = None
    """The goals' states with a blank between, where the plan only counts them; else None."""

    @property
    def plan(self) -> Plan | None:
        """The plan in the version that its template was made from."""
        return plan_by_id(self.plan_id or "", self.plan_version)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity."""
        return {"error": self.errors, "warning": self.warnings, "info": self.infos}

    @property
    def is_report(self) -> bool:
        """Whether the file is a report of a known plan."""
        return self.plan_id is not None

    @property
    def answer(self) -> bool | None:
        """Whether it is accepted; None of what was passed over: it is neither that nor refused."""
        return self.accepted if self.is_report or not self.accepted else None

    @property
    def came(self) -> Came:
        """When it came, for which deadline."""
        return self.came_for(self.plan_id, self.period_id, self.submitted)

    @property
    def known(self) -> datetime | None:
        """When it was received; None where only its own time tells it, and that may be a copy's."""
        return None if self.came.known is None else self.received

    @property
    def order(self) -> Order:
        """What the files are sorted by."""
        return self.order_by(self.came)


@dataclass(frozen=True)
class ReportRecord:
    """One received file in full. Without a plan it is no report, and there are only findings."""

    summary: Summary
    findings: tuple[FindingRecord, ...]
    goals: tuple[GoalRecord, ...] = ()
    prepared_by: str = ""
    approved_by: str = ""
    deviations: str = ""
    """Væsentlige afvigelser, as the agency wrote them."""
    contact: str = ""
    """Whom the agency lets the department ask."""

    @cached_property
    def criteria(self) -> dict[str, CriterionRecord]:
        """Every criterion by its key."""
        return {each.key: each for goal in self.goals for each in goal.criteria}

    @cached_property
    def typed(self) -> dict[tuple[str, str], InputRecord]:
        """Everything that was typed in, by its criterion's key and its column; what is no value
        as it stands in its cell."""
        return {
            (criterion.key, each.column): each
            for criterion in self.criteria.values()
            for each in (*criterion.inputs, *criterion.refused)
        }


def record_of(verdict: Verdict, receipt: Receipt) -> ReportRecord:
    """The record of one judged file."""
    inputs, evaluation = verdict.inputs, verdict.evaluation
    summary = _summary(verdict, receipt)
    findings = tuple(finding_record(each) for each in verdict.findings)
    if inputs is None or evaluation is None:
        return ReportRecord(summary, findings)
    plan, master = inputs.plan, inputs.master
    rows = {row.criterion.key: row for row in inputs.rows}
    contact = master.text(Field.CONTACT) or ""
    sections = {goal.number: each.title for each in plan.sections for goal in each.goals}
    return ReportRecord(
        summary,
        findings,
        tuple(_goal(plan, each, sections[each.goal.number], rows) for each in evaluation.goals),
        master.text(Field.PREPARED_BY) or "",
        master.text(Field.APPROVED_BY) or "",
        master.text(Field.DEVIATIONS) or "",
        "" if says_nothing(contact) else contact,
    )


def with_findings(
    record: ReportRecord, found: Iterable[Finding], instead_of: Collection[str] = ()
) -> ReportRecord:
    """The record with what is found beside its own findings, and without those of some codes.

    None of them is an error: whether a file is accepted is decided by itself.
    """
    kept = (each for each in record.findings if each.code not in instead_of)
    findings = [*kept, *map(finding_record, found)]
    findings.sort(key=lambda each: (Severity(each.severity).rank, each.code))
    counts = Counter(each.severity for each in findings)
    summary = replace(record.summary, warnings=counts["warning"], infos=counts["info"])
    return replace(record, summary=summary, findings=tuple(findings))


def _summary(verdict: Verdict, receipt: Receipt) -> Summary:
    plan, period = verdict.plan, verdict.period
    score = None if verdict.evaluation is None else verdict.evaluation.score
    counts = Counter(each.severity for each in verdict.findings)
    return Summary(
        **asdict(receipt),
        accepted=verdict.accepted,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
        plan_id=None if plan is None else plan.id,
        plan_version=None if plan is None else plan.version,
        institution=None if plan is None else plan.institution,
        year=None if plan is None else plan.year,
        period_id=None if period is None else period.id,
        period_name=None if period is None else period.name,
        final=verdict.is_final,
        submitted=verdict.submitted,
        secured=None if score is None else score.secured,
        expected=None if score is None else score.expected,
        attainable=None if score is None else score.attainable,
        shown=verdict.shown,
        unsafe=is_unsafe(verdict.findings),
        states=None if plan is None or plan.has_total else _states(verdict.evaluation),
    )


def _states(evaluation: Evaluation | None) -> str | None:
    return None if evaluation is None else " ".join(each.told_state for each in evaluation.goals)


def is_unsafe(findings: Iterable[Finding | FindingRecord]) -> bool:
    """Whether an error of the first layer is among them: what runs, fetches, or misleads."""
    return any(each.code.startswith(_UNSAFE) and each.is_error for each in findings)


def finding_record(finding: Finding) -> FindingRecord:
    """The finding in finished words."""
    place, found, expected = finding.place, finding.found, finding.expected
    return FindingRecord(
        finding.code,
        finding.severity.value,
        place.sheet,
        place.cell,
        place.key,
        in_both(finding.message),
        finding.entry.hint,
        None if found is None else in_both(partial(say, found)),
        None if expected is None else in_both(partial(say, expected)),
        finding.more,
    )


def _goal(plan: Plan, result: GoalResult, section: str, rows: Mapping[str, Row]) -> GoalRecord:
    goal = result.goal
    return GoalRecord(
        goal.number,
        goal.title,
        section,
        _rule_in_words(plan, goal),
        result.weight if plan.has_total else None,
        result.state if plan.has_total else result.told_state,
        as_float(plan.told(result.fulfilment)),
        in_both(result.explain),
        tuple(_criterion(plan, each, rows[each.criterion.key]) for each in result.criteria),
        *(
            None if result.state.has_left else as_float(plan.told(each))
            for each in (result.low, result.expected, result.high)
        ),
    )


def _rule_in_words(plan: Plan, goal: Goal) -> Text:
    combination = plan.combinations.get(goal.number)
    if combination is None:  # A goal that has left has nothing to combine.
        return Text(goal.rule or "", goal.rule or "")
    return in_both(partial(describe_combination, combination))


def _criterion(plan: Plan, result: CriterionResult, row: Row) -> CriterionRecord:
    criterion = result.criterion
    return CriterionRecord(
        criterion.key,
        criterion.text,
        str(criterion.kind),
        criterion.unit,
        as_float(result.target),
        criterion.deadline,
        result.state,
        as_float(plan.told(result.degree)),
        as_float(result.measured),
        in_both(partial(_explain, result, row)),
        tuple(_typed_in(row)),
        as_float(plan.told(result.expected)),
        result.is_on_level,
        result.is_deviation,
        as_float(result.outcome.facts.target_to),
        tuple(_refused_in(row)),
    )


def _explain(result: CriterionResult, row: Row, lang: Language) -> str:
    """Why a criterion is what it is, in one sentence: also that what was typed cannot be used."""
    cells = [row.cells[column] for column in JUDGED_ON if column in row.cells]
    for cell in cells if result.state is State.PENDING else ():
        if cell.finding is not None and cell.finding.found is not None:
            found, code = say(cell.finding.found, lang), cell.finding.code
            reason = explanations.REFUSED(lang, found=found, column=cell.name, code=code)
            if result.outcome.is_final:
                reason = explanations.FINAL_PENDING(lang, reason=reason)
            return sentence(State.PENDING, [reason], lang)
    return result.explain(lang)


def _typed_in(row: Row) -> Iterator[InputRecord]:
    """What was typed, from left to right as the row's cells stand."""
    for column, cell in row.cells.items():
        address, value = cell.place.cell, cell.value
        if value is None or address is None:
            continue
        typed: float | date | str | None
        if isinstance(value, str):
            typed = value
        elif cell.type is ValueType.DATE:
            typed = row.day(column)
        else:
            typed = as_float(row.number(column))
        if typed is not None:
            yield InputRecord(column, address, typed)


def _refused_in(row: Row) -> Iterator[InputRecord]:
    """What was typed and refused, as it stands."""
    for column, cell in row.cells.items():
        refusal, address = cell.finding, cell.place.cell
        if address is not None and refusal is not None and refusal.found is not None:
            yield InputRecord(column, address, say(refusal.found))


def as_float(value: Decimal | int | None) -> float | None:
    """A number as records have it."""
    return None if value is None else float(value)
