"""Random reports of a plan, edges over-represented: at, just over and just under each threshold.

And random years: a report of each period, none of which takes back what an earlier one has said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from resultatplan.criteria import Kind
from resultatplan.evaluation import NOTHING, Evaluation, Reported, evaluate
from resultatplan.goals import Criterion
from resultatplan.outcome import Counted, Status
from resultatplan.plan import Period, Plan
from resultatplan.scales import Ladder, Partly, Slope
from workbooks.form import Column, Field, Layout, Sheet, ValueType, grade_answer, inputs_by_key

Typed = dict[Sheet, dict[str, str]]

_NUDGES = [Decimal(text) for text in ("0", "0", "0.1", "-0.1", "0.01", "-0.00000001", "1", "-1")]
nudges = st.sampled_from(_NUDGES)
amounts = st.decimals(-2000, 2000, places=2)
levels = st.decimals(0, 1000, places=1)
days_off = st.sampled_from([0, 0, 1, -1, 40, -40])


@dataclass(frozen=True)
class RandomReport:
    """A period, if one is chosen, and what is reported by criterion key."""

    period: Period | None
    results: Mapping[str, Reported]

    def judged(self, plan: Plan) -> Evaluation:
        """What Python makes of it."""
        period = self.period
        if period is None:
            return evaluate(plan, self.results, final=False)
        return evaluate(plan, self.results, final=period.final, period_ends=period.ends)


def reports(plan: Plan) -> st.SearchStrategy[RandomReport]:
    """Reports of a plan for any of its periods."""
    results = st.fixed_dictionaries({c.key: _reported(c, plan) for c in plan.criteria})
    periods = st.none() | st.sampled_from(plan.reporting.periods)
    return st.builds(RandomReport, periods, results)


def years(plan: Plan) -> st.SearchStrategy[list[RandomReport]]:
    """An honest year, or any report alone."""
    return honest_years(plan) | reports(plan).map(lambda report: [report])


@st.composite
def honest_years(draw: st.DrawFn, plan: Plan) -> list[RandomReport]:
    """A report of each of the plan's periods, the final one last.

    Running counts only grow; a date, an answer and a figure measured once stay as they were told,
    unless they were provisional; year figures may come to anything.
    """
    year, told = [], dict[str, Reported]()
    last_end = date.min
    for period in plan.reporting.periods:
        results = {}
        for criterion in plan.criteria:
            key = criterion.key
            new, before = draw(_reported(criterion, plan)), told.get(key, NOTHING)
            results[key] = _honest(criterion, before, last_end, new, period.ends)
            if not results[key].provisional:
                told[key] = results[key]
        year.append(RandomReport(period, results))
        last_end = period.ends
    return year


def _honest(
    criterion: Criterion, before: Reported, last_end: date, new: Reported, ends: date
) -> Reported:
    """What is reported now, where `before` was told by `last_end`."""
    firm = replace(new, provisional=False)
    if criterion.kind.is_numeric:
        if before.result is None or criterion.counts is Counted.YEAR:
            return new
        if criterion.counts is Counted.ONCE:
            return replace(firm, basis=before.basis, result=before.result)
        return replace(firm, result=max(before.result, new.result or before.result))
    if criterion.kind is not Kind.DELIVERED_BY:
        if _worth(before) and _worth(before) >= _worth(new):
            answer = {"done": before.done, "partly": before.partly, "grade": before.grade}
            return replace(firm, **answer)
        return firm if _worth(before) else new
    if before.delivered is not None:
        return replace(firm, delivered=before.delivered, done=before.done)
    known = new.delivered is not None and new.delivered <= ends
    is_lost = before.done is False and criterion.deadline <= last_end  # type: ignore[operator]
    if is_lost and (not known or new.delivered <= last_end):  # type: ignore[operator]
        return replace(firm, delivered=None, done=False)
    if known:
        return replace(firm if is_lost else new, done=None)
    return replace(new, delivered=None)


def _worth(answer: Reported) -> int:
    """How answers compare; nobody is asked for both Delvist and a grade."""
    return answer.grade or (100 if answer.done else 50 if answer.partly else 0)


def typed(plan: Plan, report: RandomReport) -> Typed:
    """What a Dane types into each input cell; a blank cell is typed empty."""
    layout = Layout(plan)
    period = "" if report.period is None else report.period.name
    cells: dict[str, str] = {}
    for criterion, types in inputs_by_key(plan):
        texts = _row(report.results[criterion.key])
        for column, kind in types.items():
            if column in texts:
                percent = "%" if kind is ValueType.PERCENT and texts[column] else ""
                cells[layout.report_cell(criterion.key, column)] = texts[column] + percent
    return {Sheet.MASTER: {layout.field_cell(Field.PERIOD): period}, Sheet.REPORT: cells}


def _row(reported: Reported) -> dict[Column, str]:
    forecast = NOTHING if reported.forecast is None else reported.forecast
    answers = (_number(forecast.result), _day(forecast.delivered), _answer(forecast))
    return {
        Column.BASIS: _number(reported.basis),
        Column.RESULT: _number(reported.result),
        Column.DATE: _day(reported.delivered),
        Column.DONE: _answer(reported),
        Column.PROVISIONAL: "Ja" if reported.provisional else "",
        Column.STATUS: _COLOURS[reported.status],
        Column.FORECAST: next(filter(None, answers), ""),
    }


_COLOURS = {None: "", Status.GREEN: "Grøn", Status.YELLOW: "Gul", Status.RED: "Rød"}


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")


def _day(value: date | None) -> str:
    return "" if value is None else f"{value:%d-%m-%Y}"


def _answer(reported: Reported) -> str:
    if reported.grade is not None:
        return grade_answer(reported.grade)
    return "Delvist" if reported.partly else {None: "", True: "Ja", False: "Nej"}[reported.done]


@st.composite
def _reported(draw: st.DrawFn, criterion: Criterion, plan: Plan) -> Reported:
    """What is reported, now and then provisional, with a forecast or with a colour."""
    if plan.ruling_on(criterion) is not None:
        return NOTHING
    forecast = None
    if draw(st.integers(0, 2)) == 0:
        told = draw(_figure(criterion, plan))
        done = None if criterion.kind is Kind.DELIVERED_BY else told.done
        told = replace(told, basis=None, done=done)
        forecast = None if told == NOTHING else told
    return replace(
        draw(_figure(criterion, plan)),
        provisional=draw(st.sampled_from([False, False, False, True])),
        forecast=forecast,
        status=draw(st.sampled_from([None, None, *Status])),
    )


def _figure(criterion: Criterion, plan: Plan) -> st.SearchStrategy[Reported]:
    """What is reported so far, or in the end."""
    kind = criterion.kind
    if kind is Kind.DELIVERED_BY:
        return _delivery(criterion, plan)
    if not kind.is_numeric:
        partly = [Reported(partly=True)] * 2 if criterion.partly else []
        answers = [Reported(done=done) for done in (None, True, True, False)]
        graded = [Reported(grade=grade) for grade in criterion.grades]
        return st.sampled_from([*answers, *partly, *graded])
    if kind.needs_basis:
        return _against_basis(criterion, plan)
    levels_named = st.sampled_from(_levels(criterion, plan))
    near = st.builds(lambda level, nudge: max(level + nudge, Decimal(0)), levels_named, nudges)
    if criterion.unit == "antal":
        near = near.map(lambda value: value.to_integral_value())
    highest = 100 if criterion.in_percent else 1000
    anywhere = st.decimals(0, highest, places=0 if criterion.unit == "antal" else 1)
    return st.builds(Reported, result=st.none() | near | near | anywhere)


def _levels(criterion: Criterion, plan: Plan) -> list[Decimal]:
    """The target, and the levels that a scale names besides and between; both ends of one."""
    target = criterion.target or Decimal(0)
    if criterion.target_to is not None:
        return [target, criterion.target_to]
    scale = plan.scales.get(criterion.key)
    if isinstance(scale, Ladder):
        return [target, *(level for level, _ in scale.steps if level is not None)]
    if isinstance(scale, Slope):
        way = target - scale.zero
        return [target, scale.zero, scale.zero + way / 2, scale.zero + round(way / 3, 6)]
    return [target]


def _delivery(criterion: Criterion, plan: Plan) -> st.SearchStrategy[Reported]:
    deadline = criterion.deadline or date(2000, 1, 1)
    scale = plan.scales.get(criterion.key)
    until = scale.until if isinstance(scale, Partly) else None
    ends = st.sampled_from([deadline] if until is None else [deadline, until])
    dates = st.builds(lambda end, off: end + timedelta(days=off), ends, days_off)
    said = st.sampled_from([None, None, True, False])
    return st.builds(Reported, delivered=st.none() | dates, done=said)


@st.composite
def _against_basis(draw: st.DrawFn, criterion: Criterion, plan: Plan) -> Reported:
    """A result at the edge of the tolerance, the reduction or the benchmark, or anywhere."""
    is_amount = criterion.kind is Kind.WITHIN
    basis = criterion.basis
    if basis is None:
        basis = draw(st.none() | st.just(Decimal(0)) | (amounts if is_amount else levels))
    anywhere = draw(st.none() | (amounts if is_amount else levels))
    if basis is None or anywhere is None or draw(st.integers(0, 3)) == 0:
        return Reported(basis=basis, result=anywhere)
    target = draw(st.sampled_from(_levels(criterion, plan)))
    nudge = draw(nudges)
    if criterion.kind.is_benchmark:
        edge = draw(st.sampled_from([basis, target]))
    elif criterion.kind is Kind.REDUCTION:
        edge = basis * (100 - target) / 100
    elif criterion.kind is Kind.GROWTH:
        edge = basis * (100 + target) / 100
    else:
        size = abs(basis) * target / 100 if criterion.in_percent else target
        edge = basis + draw(st.sampled_from([size, -size]))
    result = edge + nudge
    return Reported(basis=basis, result=result if is_amount else max(result, Decimal(0)))
