"""One criterion moved into another year: its target, its dates, its basis, its history.

What the plan prints for the new year is proposed; what it does not print stays as it was. Whatever
is more than a move of the calendar is a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from resultatplan.criteria import Kind
from resultatplan.deadlines import is_working_day
from resultatplan.goals import Criterion, HistoryEntry, Linear, Step
from resultatplan.rollover_decisions import Decision, Part, Where
from resultatplan.rollover_years import Years, changed
from texts import rollover as say
from texts.notation import day, quantity, weekday

_DECIMALS = 4
"""Of a computed result that goes into the history."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the final report says of one criterion, in the plan's units (percent as 82)."""

    words: str
    """One Danish sentence: why it is what it is."""
    measured: Decimal | None = None
    level: Decimal | None = None
    """The reported result itself: days, where the measured value is their reduction."""
    benchmark: Decimal | None = None
    """The reported level of a benchmark."""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion in the new year, and what is to be decided about it."""

    criterion: Criterion
    decisions: tuple[Decision, ...]


def move(criterion: Criterion, years: Years, outcome: Outcome | None, *, known: bool) -> Moved:
    """The criterion in the new year. `known`: a final report was given."""
    mover = _Mover(criterion, years, outcome, known)
    moved = mover.moved()
    return Moved(moved, tuple(mover.decisions))


class _Mover:
    """Moves one criterion, and collects the decisions in the order of the columns."""

    def __init__(
        self, criterion: Criterion, years: Years, outcome: Outcome | None, known: bool
    ) -> None:
        self.before = criterion
        self.years = years
        self.outcome = outcome
        self.known = known
        self.decisions: list[Decision] = []

    def moved(self) -> Criterion:
        criterion = self._with_target()
        criterion = self._with_dates(criterion)
        criterion = self._with_basis(criterion)
        if criterion.kind in (Kind.DONE, Kind.ASSESSED) and criterion.deadline is None:
            self._decide("text", say.CONTINUE, outcome=self._words())
        return self._with_history(criterion)

    def _decide(self, field: str, what: str, **fields: object) -> None:
        where = Where(Part.CRITERION, self.before.key, field)
        self.decisions.append(Decision(self._filled(what, **fields), where))

    def _filled(self, what: str, **fields: object) -> str:
        return what.format(before=self.years.before, year=self.years.year, **fields)

    def _words(self) -> str:
        if self.outcome is None:
            return self._filled(say.OUTCOME_UNKNOWN)
        return self._filled(say.OUTCOME, words=self.outcome.words)

    # The target.

    def _with_target(self) -> Criterion:
        before = self.before
        if before.target is None:
            if before.kind is Kind.BENCHMARK:
                self._decide("basis_text", say.BENCHMARK + self._benchmark_was())
            return before
        printed = next((each for each in before.history if each.year == self.years.year), None)
        if printed is None or printed.target is None:
            self._decide("target", say.TARGET_KEPT, target=_said(before.target, before.unit))
            return before
        unit = printed.unit or before.unit
        proposed = _retargeted(before, printed.target, unit)
        if proposed is None:
            kept, refused = _said(before.target, before.unit), _said(printed.target, unit)
            self._decide("target", say.TARGET_NO_FIT, target=kept, printed=refused)
            return before
        what = say.TARGET_PROVISIONAL if printed.provisional else say.TARGET_PRINTED
        self._decide("target", what, target=_said(printed.target, unit))
        if unit != before.unit:
            self._decide("unit", say.UNIT_CHANGES, from_unit=before.unit, to_unit=unit)
        if before.target != printed.target and before.steps:
            self._decide("steps", say.SCALE_MOVED)
        if before.target != printed.target and before.linear is not None:
            self._decide("linear_zero", say.LINE_MOVED)
        return proposed

    def _benchmark_was(self) -> str:
        found = self.outcome
        if found is None or found.benchmark is None or found.level is None:
            return ""
        unit = self.before.reported_unit
        level, measured = _said(found.benchmark, unit), _said(found.level, unit)
        return self._filled(say.BENCHMARK_WAS, level=level, measured=measured)

    # The dates.

    def _with_dates(self, criterion: Criterion) -> Criterion:
        changes: dict[str, date] = {}
        if criterion.deadline is not None:
            moved = changes["deadline"] = self.years.moved(criterion.deadline)
            self._decide(
                "deadline",
                say.DEADLINE,
                from_day=day(criterion.deadline),
                to_day=day(moved),
                weekday=weekday(moved),
                closed="" if is_working_day(moved) else say.CLOSED_DAY,
                outcome=self._words(),
            )
        if criterion.partial_deadline is not None:
            moved = changes["partial_deadline"] = self.years.moved(criterion.partial_deadline)
            self._decide(
                "partial_deadline",
                say.PARTIAL_DEADLINE,
                from_day=day(criterion.partial_deadline),
                to_day=day(moved),
            )
        return changed(criterion, **changes) if changes else criterion

    # The basis.

    def _with_basis(self, criterion: Criterion) -> Criterion:
        if criterion.kind is not Kind.REDUCTION:
            if criterion.basis is not None:
                self._decide("basis", say.BASIS_KEPT)
            return criterion
        level = None if self.outcome is None else self.outcome.level
        if level is None or level == 0:
            self._decide("basis", say.BASIS_OPEN if criterion.basis is None else say.BASIS_KEPT)
            return criterion
        self._decide("basis", say.BASIS_FROM_RESULT, level=_said(level, criterion.reported_unit))
        return changed(criterion, basis=level)

    # The history.

    def _with_history(self, criterion: Criterion) -> Criterion:
        if not criterion.kind.is_numeric:
            return criterion
        entries = {each.year: each for each in self.before.history}
        own = entries.get(self.years.before) or HistoryEntry(
            year=self.years.before, target=self.before.target
        )
        entries[own.year] = self._with_result(own)
        if criterion.unit != self.before.unit:
            entries = {year: _in_unit(each, self.before) for year, each in entries.items()}
        if criterion.target is not None:
            new = entries.get(self.years.year) or HistoryEntry(year=self.years.year)
            fields = {"target": criterion.target, "provisional": False, "unit": None}
            entries[new.year] = changed(new, **fields)
        history = tuple(entries[year] for year in sorted(entries))
        self._decide_about_provisional(history)
        return changed(criterion, history=history)

    def _with_result(self, entry: HistoryEntry) -> HistoryEntry:
        if entry.result is not None:
            return entry  # printed already, as some plans do for their own year
        measured = None if self.outcome is None else self.outcome.measured
        if self.outcome is None or measured is None:
            what = say.RESULT_NOT_REPORTED if self.known else say.RESULT_MISSING
            self._decide_history(entry.year, "result", self._filled(what))
            return entry
        if entry.unit is not None and entry.unit != self.before.unit:
            words = _said(measured, self.before.unit)
            what = self._filled(say.RESULT_OTHER_UNIT, result=words)
            self._decide_history(entry.year, "result", what)
            return entry
        changes: dict[str, Decimal | bool] = {"result": _rounded(measured)}
        if self.outcome.provisional:
            changes["provisional"] = True
        if self.outcome.benchmark is not None and entry.target is None:
            changes["target"] = _rounded(self.outcome.benchmark)
        return changed(entry, **changes)

    def _decide_about_provisional(self, history: tuple[HistoryEntry, ...]) -> None:
        for entry in history:
            if entry.provisional and entry.result is not None and entry.year < self.years.year:
                what = say.RESULT_PROVISIONAL.format(year=entry.year)
                self._decide_history(entry.year, "result", what)

    def _decide_history(self, year: int, field: str, what: str) -> None:
        where = Where(Part.HISTORY, f"{self.before.key} {year}", field)
        self.decisions.append(Decision(what, where))


def _retargeted(criterion: Criterion, target: Decimal, unit: str | None) -> Criterion | None:
    """The criterion with another target, its scale ending there; None where that cannot be."""
    size = abs(target) if criterion.kind is Kind.WITHIN else target
    steps = criterion.steps
    if steps:
        steps = (*steps[:-1], Step(at=size, credit=steps[-1].credit))
    linear = criterion.linear
    if linear is not None:
        linear = Linear(zero=linear.zero, full=size)
    try:
        return changed(criterion, target=target, unit=unit, steps=steps, linear=linear)
    except ValidationError:
        return None


def _in_unit(entry: HistoryEntry, before: Criterion) -> HistoryEntry:
    """An entry that says in which unit it is, since the criterion will have another."""
    has_figures = entry.target is not None or entry.result is not None
    return changed(entry, unit=before.unit) if entry.unit is None and has_figures else entry


def _rounded(value: Decimal) -> Decimal:
    """A computed figure with as many decimals as a history shows."""
    rounded = round(value, _DECIMALS)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _said(value: Decimal, unit: str | None) -> str:
    return quantity(value, unit)
