"""What differs between two plans, field by field, and which of it was agreed.

A correction may mend words and printed history and add a row that was left out; whatever a report
is judged by was agreed, and so is every field that is not known here to be mere wording. What the
department decides during the year comes on top of it, and is never taken back but by a ruling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import TypeVar

from pydantic import BaseModel

from resultatplan.bonus import describe_frame
from resultatplan.criteria import LABELS, Kind
from resultatplan.outcome import COUNTED_LABELS, Counted
from resultatplan.plan import Criterion, Goal, Plan
from resultatplan.rulings import Effect, Ruled, Ruling
from texts import plans as texts
from texts import standing as standing_texts
from texts.explanations import EFFECTS, RULED
from texts.language import DANISH, Day, Language, Quantity, Said, Text, phrase, say

WORDING = frozenset(
    {
        *("title", "ministry", "institution", "stated_goals_text", "scoring_text", "notes"),
        *("heading", "description", "source", "text", "basis_text", "discretion", "reason"),
        *("number", "name", "history", "version"),
    }
)
"""The fields that a correction may change. A goal's number is compared as which goal it is."""

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


def differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Everything that differs, the plan's own fields first, then goal by goal."""
    return tuple(_plan_changes(before, after))


@dataclass(frozen=True, slots=True)
class _Place:
    """Whose field it is, and how the field is called there."""

    goal: str | None = None
    key: str | None = None
    called: Callable[[Said], Said] = lambda field: field
    prefix: str = ""
    is_wording: bool = False
    """Whether nothing there was agreed."""

    def change(
        self, name: str, old: Said, new: Said, *, agreed: bool, field: Said | None = None
    ) -> Change:
        """A change of the field `name`."""
        said = self.called(_field_name(self.prefix + name)) if field is None else field
        is_agreed = agreed and not self.is_wording
        return Change(self.goal, self.key, said, old, new, is_agreed, self.prefix + name)


def _field_name(name: str) -> Said:
    short = name.rpartition(".")[2]
    return texts.PLAN_FIELDS.get(name) or texts.PLAN_FIELDS.get(short) or short


def _plan_changes(before: Plan, after: Plan) -> Iterator[Change]:
    whole = ("sections", "reporting", "bonus", "rulings")
    yield from _fields(_Place(), before, after, leave=whole)
    at = _Place(prefix="reporting.")
    yield from _fields(at, before.reporting, after.reporting, leave=("periods",))
    periods = _paired(before.reporting.periods, after.reporting.periods, lambda each: each.id)
    yield from _rows(
        periods,
        lambda name: _Place(called=_about(texts.OF_PERIOD, id=name), prefix="reporting.periods."),
        lambda name: phrase(texts.WHOLE_PERIOD, id=name),
        lambda period: period.name,
    )
    yield from _fields(_Place(prefix="bonus."), before.bonus, after.bonus, leave=("frames",))
    yield from _rows(
        _paired(before.bonus.frames, after.bonus.frames, lambda frame: frame.name),
        lambda name: _Place(called=_about(texts.OF_FRAME, name=name), prefix="bonus.frames."),
        lambda name: phrase(texts.WHOLE_FRAME, name=name),
        describe_frame,
    )
    numbered = enumerate(zip_longest(before.sections, after.sections), start=1)
    yield from _rows(
        ((str(number), old, new) for number, (old, new) in numbered),
        lambda name: _Place(called=_about(texts.OF_SECTION, number=name), prefix="sections."),
        lambda name: phrase(texts.WHOLE_SECTION, number=name),
        lambda section: section.title,
        lambda at, old, new: _fields(at, old, new, leave=("goals",)),
        agreed=False,  # The goals are told by themselves.
    )
    goals = _paired(before.goals, after.goals, lambda goal: goal.number)
    yield from _rows(
        goals,
        _Place,
        lambda _: texts.WHOLE_GOAL,
        lambda goal: goal.title,
        _goal,
    )
    yield from _order(_Place(), *([each.number for each in plan.goals] for plan in (before, after)))
    numbered_rulings = enumerate(zip_longest(before.rulings, after.rulings), start=1)
    yield from _rows(
        ((str(number), old, new) for number, (old, new) in numbered_rulings),
        lambda name: _Place(called=_about(texts.OF_RULING, number=name), prefix="rulings."),
        lambda name: phrase(texts.WHOLE_RULING, number=name),
        Ruling.line,
        may_come=True,
    )


def _goal(place: _Place, before: Goal, after: Goal) -> Iterator[Change]:
    yield from _fields(place, before, after, leave=("criteria", "rule"))
    if before.rule != after.rule:
        old, new = before.rule or texts.ALL_MET, after.rule or texts.ALL_MET
        yield place.change("rule", old, new, agreed=before.parts != after.parts)
    criteria = _paired(before.criteria, after.criteria, lambda each: each.key)
    yield from _rows(
        criteria,
        lambda name: _Place(place.goal, name),
        lambda _: texts.WHOLE_CRITERION,
        lambda criterion: f"{LABELS[criterion.kind]}: {criterion.text}",
        _criterion,
        may_come=_takes_all(before) and _takes_all(after),
    )
    yield from _order(place, *([each.key for each in goal.criteria] for goal in (before, after)))


def _takes_all(goal: Goal) -> bool:
    """Whether the goal is simply all its criteria, so that a row left out can be put in."""
    plain = goal.model_dump(exclude_defaults=True).keys() <= {
        *("number", "title", "heading", "description", "source", "notes", "criteria"),
        *("weight", "points"),
    }
    return plain and goal.rule is None


def _criterion(place: _Place, before: Criterion, after: Criterion) -> Iterator[Change]:
    yield from _fields(place, before, after, leave=("history",))
    years = _paired(before.history, after.history, lambda entry: str(entry.year))
    yield from _rows(
        years,
        lambda name: _Place(
            place.goal, place.key, _about(texts.OF_YEAR, year=name), "history.", is_wording=True
        ),
        lambda name: phrase(texts.WHOLE_YEAR, year=name),
        lambda entry: _numbers(entry.target, entry.target_to, entry.result),
    )


def _fields(
    place: _Place, before: BaseModel, after: BaseModel, leave: Sequence[str] = ()
) -> Iterator[Change]:
    """The plain fields of two models of one class that differ."""
    for name in type(before).model_fields:
        old, new = _field(before, name), _field(after, name)
        if name in leave or old == new:
            continue
        if isinstance(old, BaseModel) and type(old) is type(new) and isinstance(new, BaseModel):
            called = _about(texts.PART_OF, whole=_field_name(name))
            prefix = f"{place.prefix}{name}."
            yield from _fields(_Place(place.goal, place.key, called, prefix), old, new)
        else:
            was, now = _words(old, _unit(before, name)), _words(new, _unit(after, name))
            yield place.change(name, was, now, agreed=name not in WORDING)


def _rows(
    pairs: Iterable[tuple[str, T | None, T | None]],
    place_of: Callable[[str], _Place],
    whole: Callable[[str], Said],
    words: Callable[[T], Said],
    inside: Callable[[_Place, T, T], Iterator[Change]] = _fields,
    *,
    agreed: bool = True,
    may_come: bool = False,
) -> Iterator[Change]:
    """The rows of a list: what only one of the two plans has, and what differs in the others.

    `agreed` is whether a row that comes or goes changes the agreement; `may_come`: it may come.
    """
    for name, old, new in pairs:
        place = place_of(name)
        if old is not None and new is not None:
            yield from inside(place, old, new)
            continue
        was, now = (texts.NOTHING if each is None else words(each) for each in (old, new))
        is_agreed = agreed and not (may_come and old is None)
        yield place.change("", was, now, agreed=is_agreed, field=whole(name))


def _order(place: _Place, before: list[str], after: list[str]) -> Iterator[Change]:
    stayed = [each for each in after if each in before]
    if stayed != [each for each in before if each in after]:
        field = texts.ORDER
        yield place.change("order", ", ".join(before), ", ".join(after), agreed=False, field=field)


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], str]
) -> Iterator[tuple[str, T | None, T | None]]:
    """What belongs together by its key, in the new order, with what is gone at the end."""
    old, new = ({key(each): each for each in side} for side in (before, after))
    for name in dict.fromkeys([*new, *old]):
        yield name, old.get(name), new.get(name)


def _about(text: Text, **fields: Said) -> Callable[[Said], Said]:
    return lambda field: phrase(text, field=field, **fields)


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
    return "; ".join(Quantity(value)() for value in values if value is not None) or texts.NOTHING


def _words(value: object, unit: str | None = None) -> Said:
    """A field's value as a reader would write it."""
    if value is None or value == ():
        return texts.NOTHING
    if isinstance(value, bool):
        return standing_texts.YES if value else standing_texts.NO
    if isinstance(value, Kind):
        return LABELS[value]
    if isinstance(value, Counted):
        return COUNTED_LABELS[value]
    if isinstance(value, Ruled | Effect):
        return {**RULED, **EFFECTS}[value]
    if isinstance(value, date):
        return Day(value)
    if isinstance(value, Decimal):
        return Quantity(value, unit)
    if isinstance(value, tuple):
        return "; ".join(say(_words(each, unit)) for each in value)
    if isinstance(value, BaseModel):
        parts = ((name, _field(value, name)) for name in type(value).model_fields)
        return ", ".join(
            f"{say(_field_name(name))} {say(_words(part))}"
            for name, part in parts
            if part is not None
        )
    return str(value)
