"""Rollover: next year's draft of a plan, and the decisions that only people can take.

Everything that is a mere move of the calendar is done: the year, the time of validity, periods and
deadlines. This year's target and result become history, what is printed for the new year becomes
the proposed target, what it does not print stays as it was. All else is listed.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from resultatplan.combinations import Combine, Mean, without, write_parts
from resultatplan.criteria import Kind
from resultatplan.goals import Criterion, Goal, HistoryEntry, Linear, Step, changed
from resultatplan.plan import FIRST_VERSION, Plan, Weighting, is_working_day
from resultatplan.rules import Leaf, Rule, Threshold, listing, write_rule
from resultatplan.rulings import Ruled
from resultatplan.year_mentions import passages_with_years, texts_of, with_year, years_in
from texts import plans as say
from texts.language import DANISH, day, quantity, target_words, weekday
from texts.standing import REQUIREMENTS

_DECIMALS = 4
"""Of a computed result that goes into the history."""


class NothingLeftError(ValueError):
    """Every goal of the plan has been withdrawn."""


@dataclass(frozen=True, slots=True)
class Where:
    """One value of a plan: `Where("criteria", "1.1.b", "target")`.

    `part` is `plan` or the list that the value stands in. `key` is the goal's number, the
    criterion's key, of a year in its history key and year joined by a blank, of the other lists
    the number in the list from 0; nothing for the plan's own.
    """

    part: str
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide, in Danish. `where` is None for what has been left out.

    `excerpts` are the passages of a text that are meant; else all of the value is.
    """

    what: str
    where: Where | None
    excerpts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearsResult:
    """What the final report says of one criterion, in the plan's units (percent as 82)."""

    words: str
    """One Danish sentence: why it is what it is."""
    measured: Decimal | None = None
    level: Decimal | None = None
    """The reported result itself: days, where the measured value is their reduction."""
    benchmark: Decimal | None = None
    """The reported level of a benchmark."""
    provisional: bool = False


@dataclass(frozen=True)
class Rollover:
    """The draft, the decisions in the order of the plan, and the year of the plan before."""

    plan: Plan
    decisions: tuple[Decision, ...]
    before: int


def roll_over(plan: Plan, year: int, results: Mapping[str, YearsResult] | None = None) -> Rollover:
    """The draft of a later year. `results` are those of the plan's final report, by criterion.

    Raises `NothingLeftError` where nothing is left.
    """
    move = _Move(plan.year, year, results)
    sections = []
    for section in plan.sections:
        moved = (_goal(move, plan, each) for each in section.goals)
        goals = tuple(each for each in moved if each is not None)
        if goals:
            sections.append(changed(section, goals=goals))
    if not sections:
        raise NothingLeftError(plan.id)
    periods = (
        changed(each, name=with_year(each.name, plan.year, year), ends=move.later(each.ends))
        for each in plan.reporting.periods
    )
    moved_id = with_year(plan.id, plan.year, year)
    draft = changed(
        plan,
        id=moved_id if moved_id != plan.id else f"{plan.id}-{year}",
        version=FIRST_VERSION,
        title=with_year(plan.title, plan.year, year),
        year=year,
        valid_from=move.later(plan.valid_from),
        valid_to=move.later(plan.valid_to),
        stated_goals=sum(len(section.goals) for section in sections),
        reporting=changed(plan.reporting, periods=tuple(periods)),
        sections=tuple(sections),
        rulings=(),
    )
    _decide_about_the_whole(move, plan, draft)
    _decide_about_years_in_texts(move, draft)
    return Rollover(draft, _in_plan_order(draft, move.decisions), plan.year)


def years_later(day: date, years: int) -> date:
    """The same day so many years later; the last day of a month stays the last."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))


@dataclass
class _Move:
    """From which year to which, with which results; and the decisions found on the way."""

    before: int
    year: int
    results: Mapping[str, YearsResult] | None
    decisions: list[Decision] = field(default_factory=list)

    def later(self, day: date) -> date:
        """The same day in the new year."""
        return years_later(day, self.year - self.before)

    def decide(self, where: Where | None, what: str, **fields: object) -> None:
        """Leave something to decide; the text may name both years and the `fields`."""
        words = what.format(**{"before": self.before, "year": self.year, **fields})
        self.decisions.append(Decision(words, where))

    def outcome(self, criterion: Criterion) -> YearsResult | None:
        """What the final report says of a criterion."""
        return None if self.results is None else self.results.get(criterion.key)

    def outcome_words(self, criterion: Criterion) -> str:
        """The same as a sentence that follows another."""
        outcome = self.outcome(criterion)
        what = say.OUTCOME_UNKNOWN if outcome is None else say.OUTCOME
        return what.format(before=self.before, words="" if outcome is None else outcome.words)


def _decide_about_the_whole(move: _Move, plan: Plan, draft: Plan) -> None:
    before, after, weighting = len(plan.goals), len(draft.goals), plan.scoring.weighting
    if move.year > move.before + 1:
        move.decide(Where("plan", "", "year"), say.YEARS_BETWEEN)
    if before != after:
        for name in ("stated_goals_text", "scoring_text"):
            move.decide(Where("plan", "", name), say.COUNT_CHANGED, before=before, after=after)
        if weighting is not Weighting.EQUAL:
            name = "weight" if weighting is Weighting.WEIGHTS else "points"
            move.decide(Where("goals", draft.goals[0].number, name), say.WEIGHT_WITHOUT)
    if plan.tolerances:
        move.decide(Where("tolerances", "0", "base_budget"), say.TOLERANCES)
    if plan.bonus.frames:
        move.decide(Where("bonus.frames", "0", "table"), say.PAYOUTS)


def _decide_about_years_in_texts(move: _Move, draft: Plan) -> None:
    """A decision for each text of the draft that names a year: which of them move on?"""
    for part, key, name, text in texts_of(draft):
        years = years_in(text)
        is_replaced = (part, name) in (("plan", "title"), ("reporting.periods", "name"))
        if years and not (is_replaced and years == (draft.year,)):
            named = listing([str(each) for each in years], DANISH)
            what = say.YEARS.format(years=named, year=draft.year)
            decision = Decision(what, Where(part, key, name), passages_with_years(text))
            move.decisions.append(decision)


def _goal(move: _Move, plan: Plan, goal: Goal) -> Goal | None:
    """The goal in the new year; None where it has been withdrawn."""
    rulings = {each: plan.ruling_on(each) for each in goal.criteria}
    left = {
        each: ruling
        for each, ruling in rulings.items()
        if ruling is None or ruling.ruled is not Ruled.WITHDRAWN
    }
    if not left:
        words = "; ".join(each.words() for each in plan.rulings_on(goal))
        move.decide(None, say.GOAL_LEFT_OUT, number=goal.number, title=goal.title, ruling=words)
        return None
    changes: dict[str, object] = {"criteria": tuple(_criterion(move, each) for each in left)}
    for each, ruling in rulings.items():
        if ruling is not None:
            where = Where("criteria", each.key, "text") if each in left else None
            what = say.NOT_MEASURED if each in left else say.CRITERION_LEFT_OUT
            move.decide(where, what, key=each.key, ruling=ruling.words())
    if len(left) < len(goal.criteria) and (goal.combine is Combine.RULE or goal.rule is not None):
        gone = {each.short for each in goal.criteria if each not in left}
        where = Where("goals", goal.number, "rule")
        move.decide(where, say.RULE_WITHOUT, rule=goal.rule or say.RULE_ALL_LEFT)
        changes |= _rules_without(goal, gone)
    return changed(goal, **changes)


def _rules_without(goal: Goal, keys: Collection[str]) -> dict[str, object]:
    """The goal's rules without these criteria; the mean of a single part is that part's rule."""
    kept = without(goal.combination(None), keys)
    if isinstance(kept, Mean):
        parts = tuple((_plain(rule), weight) for rule, weight in kept.parts)
        if len(parts) == 1:
            return {"rule": write_rule(parts[0][0]), "combine": Combine.RULE}
        return {"rule": write_parts(Mean(parts, kept.is_weighted))}
    found = {"rule": goal.rule and kept and kept.rule, "partial_rule": kept and kept.partial_rule}
    return {name: rule and write_rule(_plain(rule)) for name, rule in found.items()}


def _plain(rule: Rule) -> Rule:
    """The rule without a group of one: `a og mindst 1 af (c)` is `a og c`."""
    if isinstance(rule, Leaf):
        return rule
    parts = tuple(map(_plain, rule.parts))
    return parts[0] if len(parts) == 1 else Threshold(rule.least, parts)


def _criterion(move: _Move, before: Criterion) -> Criterion:
    """The criterion in the new year: its target, its dates, its basis, its history."""
    after = _with_target(move, before)
    changes: dict[str, object] = {**_dates(move, before), **_basis(move, before)}
    if before.kind.is_numeric:
        changes["history"] = _history(move, before, after)
    elif before.deadline is None:
        outcome = move.outcome_words(before)
        move.decide(Where("criteria", before.key, "text"), say.CONTINUE, outcome=outcome)
    return changed(after, **changes)


def _with_target(move: _Move, before: Criterion) -> Criterion:
    """The criterion with the target that is printed for the new year, if it can take it."""

    def decide(name: str, what: str, **fields: object) -> None:
        move.decide(Where("criteria", before.key, name), what, **fields)

    if before.target is None:
        found, unit = move.outcome(before), before.reported_unit
        what, was = say.BENCHMARK, {}
        if found is not None and found.benchmark is not None and found.level is not None:
            what += say.BENCHMARK_WAS
            was = {"level": found.benchmark, "measured": found.level}
        if before.kind.is_benchmark:
            decide("basis_text", what, **{name: quantity(was[name], unit) for name in was})
        return before

    def decide_target(what: str, **fields: object) -> None:
        """Of an interval both ends are decided."""
        for name in ("target", "target_to") if before.kind is Kind.BETWEEN else ("target",):
            decide(name, what, **fields)

    kept = _agreed_words(before, before.unit)
    printed = next((each for each in before.history if each.year == move.year), None)
    if printed is None or printed.target is None:
        decide_target(say.TARGET_KEPT, target=kept)
        return before
    unit = printed.unit or before.unit
    target = _agreed_words(printed, unit)
    proposed = _retargeted(before, printed, unit)
    if proposed is None:
        decide_target(say.TARGET_NO_FIT, target=kept, printed=target)
        return before
    what = say.TARGET_PROVISIONAL if printed.provisional else say.TARGET_PRINTED
    decide_target(what, target=target)
    if unit != before.unit:
        decide("unit", say.UNIT_CHANGES, from_unit=before.unit, to_unit=unit)
    if before.target != printed.target and before.steps:
        decide("steps", say.SCALE_MOVED)
    if before.target != printed.target and before.linear is not None:
        decide("linear.zero", say.LINE_MOVED)
    return proposed


def _agreed_words(agreed: Criterion | HistoryEntry, unit: str | None) -> str:
    """A target as it is told: `82 pct.`, `mellem 15 og 60 pct.`"""
    words = target_words(agreed.target, agreed.target_to, unit)
    return words if agreed.target_to is None else REQUIREMENTS[Kind.BETWEEN](target=words)


def _retargeted(criterion: Criterion, printed: HistoryEntry, unit: str | None) -> Criterion | None:
    """The criterion with another target, its scale ending there; None where that cannot be."""
    target = printed.target or Decimal(0)
    size = abs(target) if criterion.kind is Kind.WITHIN else target
    steps, linear = criterion.steps, criterion.linear
    if steps:
        steps = (*steps[:-1], Step(at=size, credit=steps[-1].credit))
    if linear is not None:
        linear = Linear(zero=linear.zero, full=size)
    try:
        return changed(
            criterion,
            target=target,
            target_to=printed.target_to,
            unit=unit,
            steps=steps,
            linear=linear,
        )
    except ValidationError:
        return None


def _dates(move: _Move, criterion: Criterion) -> dict[str, date]:
    """Its deadlines, a year later."""
    moved = {}
    for name, what in (("deadline", say.DEADLINE), ("partial_deadline", say.PARTIAL_DEADLINE)):
        before: date | None = getattr(criterion, name)
        if before is not None:
            moved[name] = move.later(before)
            move.decide(
                Where("criteria", criterion.key, name),
                what,
                from_day=day(before),
                to_day=day(moved[name]),
                weekday=weekday(moved[name]),
                closed="" if is_working_day(moved[name]) else say.CLOSED_DAY,
                outcome=move.outcome_words(criterion),
            )
    return moved


def _basis(move: _Move, criterion: Criterion) -> dict[str, Decimal]:
    """Of a reduction or a growth the level that was reached; of the others what it was."""
    outcome, unit = move.outcome(criterion), criterion.reported_unit
    level = outcome.level if outcome is not None and criterion.kind.is_change else None
    where = Where("criteria", criterion.key, "basis")
    if level:
        move.decide(where, say.BASIS_FROM_RESULT, level=quantity(level, unit))
        return {"basis": level}
    if criterion.basis is not None:
        move.decide(where, say.BASIS_KEPT)
    elif criterion.kind.is_change:
        move.decide(where, say.BASIS_OPEN)
    return {}


def _history(move: _Move, before: Criterion, after: Criterion) -> tuple[HistoryEntry, ...]:
    """This year's figures in the history, and the new year's target where the plan prints one."""
    entries = {each.year: each for each in before.history}
    agreed = {"target": before.target, "target_to": before.target_to}
    own = entries.get(move.before) or HistoryEntry(year=move.before, **agreed)
    entries[own.year] = _with_result(move, before, own)
    if after.unit != before.unit:
        # Those before say in which unit they are, since the criterion has another now.
        for year, each in entries.items():
            if each.unit is None and (each.target, each.result) != (None, None):
                entries[year] = changed(each, unit=before.unit)
    new = entries.get(move.year)
    if new is not None and after.target is not None:
        agreed = {"target": after.target, "target_to": after.target_to}
        entries[new.year] = changed(new, **agreed, provisional=False, unit=None)
    for year, entry in sorted(entries.items()):
        if entry.provisional and entry.result is not None and year < move.year:
            where = Where("history", f"{before.key} {year}", "result")
            move.decide(where, say.RESULT_PROVISIONAL, year=year)
    return tuple(entries[year] for year in sorted(entries))


def _with_result(move: _Move, criterion: Criterion, entry: HistoryEntry) -> HistoryEntry:
    if entry.result is not None:
        return entry  # printed already, as some plans do for their own year
    where = Where("history", f"{criterion.key} {entry.year}", "result")
    outcome = move.outcome(criterion)
    if outcome is None or outcome.measured is None:
        move.decide(where, say.RESULT_MISSING if move.results is None else say.RESULT_NOT_REPORTED)
        return entry
    if entry.unit is not None and entry.unit != criterion.unit:
        result = quantity(outcome.measured, criterion.unit)
        move.decide(where, say.RESULT_OTHER_UNIT, result=result)
        return entry
    target = entry.target
    if target is None and outcome.benchmark is not None:
        target = round(outcome.benchmark, _DECIMALS)
    is_provisional = entry.provisional or outcome.provisional
    reached = round(outcome.measured, _DECIMALS)
    return changed(entry, result=reached, target=target, provisional=is_provisional)


_PARTS = ("plan", "reporting.periods", "sections", "bonus.frames", "tolerances", "notes")
_KEYED = ("goals", "criteria", "history")


def _in_plan_order(plan: Plan, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """First what was left out, then the plan's own, its goals, its criteria, its history.

    What is to be decided about the same value is one decision.
    """
    left_out = [each for each in decisions if each.where is None]
    by_place: dict[Where, Decision] = {}
    for each in decisions:
        if each.where is not None:
            first = by_place.get(each.where, Decision("", each.where))
            what, excerpts = f"{first.what} {each.what}", (*first.excerpts, *each.excerpts)
            by_place[each.where] = Decision(what.strip(), each.where, excerpts)
    rows = {goal.number: number for number, goal in enumerate(plan.goals)}
    rows |= {criterion.key: number for number, criterion in enumerate(plan.criteria)}

    def order(where: Where) -> tuple[int, int, str]:
        key, _, year = where.key.partition(" ")
        row = rows[key] if where.part in _KEYED else int(key or 0)
        return (*_PARTS, *_KEYED).index(where.part), row, year

    return (*left_out, *(by_place[where] for where in sorted(by_place, key=order)))
