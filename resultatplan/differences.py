"""What differs between two plans, field by field, and which of it was agreed.

A correction may mend words and printed history and add a row that was left out; whatever a report
is judged by was agreed, and so is every field that is not known here to be mere wording. What the
department decides during the year comes on top of it, and is never taken back but by a ruling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pydantic import BaseModel

from resultatplan.bonus import describe_frame
from resultatplan.criteria import LABELS, Kind
from resultatplan.goals import Criterion, Goal
from resultatplan.outcome import Counted
from resultatplan.plan import Plan
from resultatplan.rulings import Effect, Ruled, Ruling
from texts import plans as texts
from texts import standing as standing_texts
from texts.explanations import COUNTED, EFFECTS, RULED
from texts.language import (
    DANISH,
    Language,
    Said,
    Text,
    phrase,
    quantity,
    said_day,
    said_quantity,
    say,
)

WORDING = frozenset(
    {
        *("title", "ministry", "institution", "stated_goals_text", "scoring_text", "notes"),
        *("heading", "description", "source", "text", "basis_text", "discretion", "reason"),
        *("number", "name", "history", "version"),
    }
)
"""The fields that a correction may change. A goal's number is compared as which goal it is."""

_TOLD_APART = frozenset(
    {"sections", "reporting", "periods", "bonus", "frames", "rulings", "goals", "criteria"}
    | {"rule", "history"}
)
"""The fields that are compared part by part, or in a way of their own."""

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Change:
    """One field that two plans have differently."""

    goal: str | None
    """The goal's number, None for what concerns the whole plan."""
    key: str | None
    """The criterion's key."""
    field: Said
    old: Said
    new: Said
    agreed: bool
    """Whether it changes what was agreed, so that it is no correction."""
    name: str
    """The field's name in the TOML file, `target`."""

    @property
    def said(self) -> Said:
        """`Måltal: 82 pct. → 83 pct.`"""
        return phrase(texts.CHANGE, field=self.field, old=self.old, new=self.new)

    def words(self, lang: Language = DANISH) -> str:
        """`1.1.a: Måltal: 82 pct. → 83 pct.`"""
        place = self.key or self.goal
        return f"{place}: {say(self.said, lang)}" if place else say(self.said, lang)

    @property
    def is_ruling(self) -> bool:
        """Whether it is a new ruling of the department."""
        return self.name == "rulings." and not self.agreed


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose field it is."""

    goal: str | None = None
    key: str | None = None
    whole: Said | None = None
    """The part that it is a field of, as it is called: the period Q4, the linear scale."""
    prefix: str = ""

    def change(self, name: str, old: Said, new: Said, *, agreed: bool) -> Change:
        """A change of the field `name`."""
        full = self.prefix + name
        field: Said = texts.PLAN_FIELDS.get(full) or _called(name)
        if self.whole is not None:
            field = phrase(texts.PART_OF, whole=self.whole, field=field)
        return Change(self.goal, self.key, field, old, new, agreed, full)


def differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Everything that differs, the plan's own fields first, then goal by goal."""
    return tuple(_plan(before, after))


def _called(name: str) -> Said:
    return texts.PLAN_FIELDS.get(name, name)


def _plan(before: Plan, after: Plan) -> Iterator[Change]:
    yield from _fields(_Place(), before, after)
    yield from _fields(_Place(prefix="reporting."), before.reporting, after.reporting)
    periods = _paired(before.reporting.periods, after.reporting.periods, lambda each: each.id)
    at = _Place(prefix="reporting.periods.")
    yield from _rows(at, texts.WHOLE_PERIOD, periods, lambda period: period.name)
    yield from _fields(_Place(prefix="bonus."), before.bonus, after.bonus)
    frames = _paired(before.bonus.frames, after.bonus.frames, lambda each: each.name)
    yield from _rows(_Place(prefix="bonus.frames."), texts.WHOLE_FRAME, frames, describe_frame)
    sections, at = _paired(before.sections, after.sections), _Place(prefix="sections.")
    # The goals are told by themselves.
    yield from _rows(at, texts.WHOLE_SECTION, sections, lambda each: each.title, agreed=False)
    goals, at = _paired(before.goals, after.goals, lambda each: each.number), _Place()
    yield from _rows(at, texts.WHOLE_GOAL, goals, lambda goal: goal.title, _goal, _Place)
    yield from _order(at, *([each.number for each in plan.goals] for plan in (before, after)))
    rulings, at = _paired(before.rulings, after.rulings), _Place(prefix="rulings.")
    yield from _rows(at, texts.WHOLE_RULING, rulings, Ruling.line, may_come=True)


def _goal(at: _Place, before: Goal, after: Goal) -> Iterator[Change]:
    yield from _fields(at, before, after)
    if before.rule != after.rule:
        old, new = before.rule or texts.ALL_MET, after.rule or texts.ALL_MET
        yield at.change("rule", old, new, agreed=before.parts != after.parts)
    yield from _rows(
        at,
        texts.WHOLE_CRITERION,
        _paired(before.criteria, after.criteria, lambda each: each.key),
        lambda each: f"{LABELS[each.kind]}: {each.text}",
        _criterion,
        lambda key: _Place(at.goal, key),
        may_come=_takes_all(before) and _takes_all(after),
    )
    yield from _order(at, *([each.key for each in goal.criteria] for goal in (before, after)))


def _takes_all(goal: Goal) -> bool:
    """Whether the goal is simply all its criteria, so that a row left out can be put in."""
    plain = goal.model_dump(exclude_defaults=True).keys() <= {
        *("number", "title", "heading", "description", "source", "notes", "criteria"),
        *("weight", "points"),
    }
    return plain and goal.rule is None


def _criterion(at: _Place, before: Criterion, after: Criterion) -> Iterator[Change]:
    yield from _fields(at, before, after)
    history = _paired(before.history, after.history, lambda entry: str(entry.year))
    for change in _rows(
        _Place(at.goal, at.key, prefix="history."),
        texts.WHOLE_YEAR,
        history,
        lambda entry: _numbers(entry.target, entry.target_to, entry.result),
    ):
        yield replace(change, agreed=False)


def _fields(at: _Place, before: BaseModel, after: BaseModel) -> Iterator[Change]:
    """The plain fields of two models of one class that differ."""
    for name in type(before).model_fields:
        old, new = _field(before, name), _field(after, name)
        if name in _TOLD_APART or old == new:
            continue
        if isinstance(old, BaseModel) and isinstance(new, BaseModel):
            part = replace(at, whole=_called(name), prefix=f"{at.prefix}{name}.")
            yield from _fields(part, old, new)
        else:
            was, now = _words(old, _unit(before, name)), _words(new, _unit(after, name))
            yield at.change(name, was, now, agreed=name not in WORDING)


def _rows(
    at: _Place,
    whole: Text,
    pairs: Iterable[tuple[str, T | None, T | None]],
    words: Callable[[T], Said],
    inside: Callable[[_Place, T, T], Iterator[Change]] = _fields,
    place_of: Callable[[str], _Place] | None = None,
    *,
    agreed: bool = True,
    may_come: bool = False,
) -> Iterator[Change]:
    """The rows of a list: what only one of the two plans has, and what differs in the others.

    `whole` is what a row is called by its name, `place_of` the place of what is `inside` it, where
    that is not called a part of the row. `agreed` is whether a row that comes or goes
    changes the agreement; `may_come`: it may come.
    """
    for name, old, new in pairs:
        called = phrase(whole, name=name)
        place = place_of(name) if place_of else replace(at, whole=called)
        if old is not None and new is not None:
            yield from inside(place, old, new)
            continue
        was, now = (texts.NOTHING if each is None else words(each) for each in (old, new))
        is_agreed = agreed and not (may_come and old is None)
        yield Change(place.goal, place.key, called, was, now, is_agreed, place.prefix)


def _order(at: _Place, before: list[str], after: list[str]) -> Iterator[Change]:
    stayed = [each for each in after if each in before]
    if stayed != [each for each in before if each in after]:
        was, now = ", ".join(before), ", ".join(after)
        yield Change(at.goal, at.key, texts.ORDER, was, now, False, "order")


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], str] | None = None
) -> Iterator[tuple[str, T | None, T | None]]:
    """What belongs together by its key, or else its place, with what is gone at the end."""
    old, new = (
        {key(each) if key else str(number): each for number, each in enumerate(side, start=1)}
        for side in (before, after)
    )
    for name in dict.fromkeys([*new, *old]):
        yield name, old.get(name), new.get(name)


def _field(model: BaseModel, name: str) -> object:
    """A field's value; how a figure is counted also where the plan leaves it to its kind."""
    if isinstance(model, Criterion) and name == "counted":
        return model.counts
    value: object = getattr(model, name)
    return value


def _unit(model: BaseModel, name: str) -> str | None:
    """The unit of a criterion's target or basis."""
    if not isinstance(model, Criterion):
        return None
    return model.reported_unit if name == "basis" else model.unit


def _numbers(*values: Decimal | None) -> Said:
    known = (quantity(value, None) for value in values if value is not None)
    return "; ".join(known) or texts.NOTHING


def _words(value: object, unit: str | None = None) -> Said:
    """A field's value as a reader would write it."""
    if value is None or value == ():
        return texts.NOTHING
    if isinstance(value, bool):
        return standing_texts.YES if value else standing_texts.NO
    if isinstance(value, Kind):
        return LABELS[value]
    if isinstance(value, Counted):
        return COUNTED[value]
    if isinstance(value, Ruled | Effect):
        return {**RULED, **EFFECTS}[value]
    if isinstance(value, date):
        return said_day(value)
    if isinstance(value, Decimal):
        return said_quantity(value, unit)
    if isinstance(value, tuple):
        return "; ".join(say(_words(each, unit)) for each in value)
    if isinstance(value, BaseModel):
        parts = ((name, _field(value, name)) for name in type(value).model_fields)
        return ", ".join(
            f"{say(_called(name))} {say(_words(part))}" for name, part in parts if part is not None
        )
    return str(value)
