"""What differs between two plans, field by field, and which of it was agreed.

A correction may mend words and printed history and add a row that was left out; whatever a report
is judged by was agreed, and so is every field that is not known here to be mere wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pydantic import BaseModel

from resultatplan.criteria import LABELS, Kind
from resultatplan.plan import Criterion, Goal, Period, Plan, Section
from texts import plans as texts
from texts import standing as standing_texts
from texts.language import DANISH, Day, Language, Quantity, Said, Text, phrase, say

WORDING = frozenset(
    {
        *("title", "ministry", "institution", "stated_goals_text", "scoring_text", "notes"),
        *("heading", "description", "source", "text", "basis_text", "discretion"),
        *("number", "name", "history", "version"),
    }
)
"""The fields that a correction may change. A goal's number is compared as which goal it is."""

T = TypeVar("T")


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

    def change(
        self, name: str, old: Said, new: Said, *, agreed: bool, field: Said | None = None
    ) -> Change:
        """A change of the field `name`."""
        said = self.called(_field_name(self.prefix + name)) if field is None else field
        return Change(self.goal, self.key, said, old, new, agreed, self.prefix + name)


def _field_name(name: str) -> Said:
    short = name.rpartition(".")[2]
    return texts.PLAN_FIELDS.get(name) or texts.PLAN_FIELDS.get(short) or short


def _plan_changes(before: Plan, after: Plan) -> Iterator[Change]:
    yield from _fields(_Place(), before, after, leave=("sections", "reporting", "bonus"))
    yield from _fields(
        _Place(prefix="reporting."), before.reporting, after.reporting, leave=("periods",)
    )
    yield from _periods(before.reporting.periods, after.reporting.periods)
    yield from _fields(_Place(prefix="bonus."), before.bonus, after.bonus)
    yield from _sections(before.sections, after.sections)
    yield from _goals(before.goals, after.goals)


def _fields(
    place: _Place, before: BaseModel, after: BaseModel, leave: Sequence[str] = ()
) -> Iterator[Change]:
    """The plain fields of two models of one class that differ."""
    for name in type(before).model_fields:
        if name in leave:
            continue
        old, new = _field(before, name), _field(after, name)
        if old == new:
            continue
        if isinstance(old, BaseModel) and type(old) is type(new) and isinstance(new, BaseModel):
            yield from _fields(_nested(place, name), old, new)
            continue
        yield place.change(
            name,
            _words(old, _unit(before, name)),
            _words(new, _unit(after, name)),
            agreed=name not in WORDING,
        )


def _unit(model: BaseModel, name: str) -> str | None:
    """The unit of a criterion's target or basis."""
    if not isinstance(model, Criterion):
        return None
    return model.reported_unit if name == "basis" else model.unit


def _nested(place: _Place, name: str) -> _Place:
    def called(field: Said) -> Said:
        return phrase(texts.PART_OF, whole=_field_name(name), field=field)

    return _Place(place.goal, place.key, called, f"{place.prefix}{name}.")


def _field(model: BaseModel, name: str) -> object:
    value: object = getattr(model, name)
    return value


def _periods(before: Sequence[Period], after: Sequence[Period]) -> Iterator[Change]:
    for period_id, old, new in _paired(before, after, lambda period: period.id):
        place = _Place(called=_about(texts.OF_PERIOD, id=period_id), prefix="reporting.periods.")
        if old is None or new is None:
            yield _come_or_gone(
                place, phrase(texts.WHOLE_PERIOD, id=period_id), old, new, lambda each: each.name
            )
        else:
            yield from _fields(place, old, new)


def _sections(before: Sequence[Section], after: Sequence[Section]) -> Iterator[Change]:
    pairs = enumerate(_zip_longest(before, after), start=1)
    for number, (old, new) in pairs:
        about = str(number)
        place = _Place(called=_about(texts.OF_SECTION, number=about), prefix="sections.")
        if old is None or new is None:
            whole = phrase(texts.WHOLE_SECTION, number=about)
            # Its goals are told by themselves.
            yield _come_or_gone(place, whole, old, new, lambda section: section.title, agreed=False)
        else:
            yield from _fields(place, old, new, leave=("goals",))


def _goals(before: Sequence[Goal], after: Sequence[Goal]) -> Iterator[Change]:
    for number, old, new in _paired(before, after, lambda goal: goal.number):
        place = _Place(goal=number)
        if old is None or new is None:
            yield _come_or_gone(place, texts.WHOLE_GOAL, old, new, lambda goal: goal.title)
        else:
            yield from _goal(place, old, new)
    yield from _order(_Place(), [g.number for g in before], [g.number for g in after])


def _goal(place: _Place, before: Goal, after: Goal) -> Iterator[Change]:
    yield from _fields(place, before, after, leave=("criteria", "rule"))
    if before.rule != after.rule:
        means_the_same = before.rule_tree == after.rule_tree
        yield place.change(
            "rule",
            before.rule or texts.ALL_MET,
            after.rule or texts.ALL_MET,
            agreed=not means_the_same,
        )
    for key, old, new in _paired(before.criteria, after.criteria, lambda each: each.key):
        row = _Place(place.goal, key)
        if old is None or new is None:
            left_out = old is None and _takes_all(before) and _takes_all(after)
            yield _come_or_gone(
                row, texts.WHOLE_CRITERION, old, new, _criterion_words, agreed=not left_out
            )
        else:
            yield from _criterion(row, old, new)
    keys = ([each.key for each in goal.criteria] for goal in (before, after))
    yield from _order(place, *keys)


def _takes_all(goal: Goal) -> bool:
    """Whether the goal is simply all its criteria, so that a row left out can be put in."""
    plain = goal.model_dump(exclude_defaults=True).keys() <= {
        *("number", "title", "heading", "description", "source", "notes", "criteria"),
        *("weight", "points"),
    }
    return plain and goal.rule is None


def _criterion(place: _Place, before: Criterion, after: Criterion) -> Iterator[Change]:
    yield from _fields(place, before, after, leave=("history",))
    for year, old, new in _paired(before.history, after.history, lambda entry: str(entry.year)):
        at = _Place(place.goal, place.key, _about(texts.OF_YEAR, year=year), "history.")
        if old is None or new is None:
            whole = phrase(texts.WHOLE_YEAR, year=year)
            yield _come_or_gone(
                at,
                whole,
                old,
                new,
                lambda entry: _numbers(entry.target, entry.result),
                agreed=False,
            )
            continue
        for change in _fields(at, old, new):
            yield Change(
                change.goal, change.key, change.field, change.old, change.new, False, change.name
            )


def _criterion_words(criterion: Criterion) -> str:
    return f"{LABELS[criterion.kind]}: {criterion.text}"


def _numbers(*values: Decimal | None) -> Said:
    return "; ".join(Quantity(value)() for value in values if value is not None) or texts.NOTHING


def _order(place: _Place, before: list[str], after: list[str]) -> Iterator[Change]:
    stayed = [each for each in after if each in before]
    if stayed != [each for each in before if each in after]:
        field = texts.ORDER
        yield place.change("order", ", ".join(before), ", ".join(after), agreed=False, field=field)


def _come_or_gone(
    place: _Place,
    whole: Said,
    old: T | None,
    new: T | None,
    words: Callable[[T], Said],
    *,
    agreed: bool = True,
) -> Change:
    """Something that only one of the two plans has."""
    was = texts.NOTHING if old is None else words(old)
    now = texts.NOTHING if new is None else words(new)
    return place.change("", was, now, agreed=agreed, field=whole)


def _about(text: Text, **fields: Said) -> Callable[[Said], Said]:
    return lambda field: phrase(text, field=field, **fields)


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], str]
) -> Iterator[tuple[str, T | None, T | None]]:
    """What belongs together by its key, in the new order, with what is gone at the end."""
    old, new = ({key(each): each for each in side} for side in (before, after))
    for name in dict.fromkeys([*new, *old]):
        yield name, old.get(name), new.get(name)


def _zip_longest(before: Sequence[T], after: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
    for index in range(max(len(before), len(after))):
        yield (
            before[index] if index < len(before) else None,
            after[index] if index < len(after) else None,
        )


def _words(value: object, unit: str | None = None) -> Said:
    """A field's value as a reader would write it."""
    if value is None or value == ():
        return texts.NOTHING
    if isinstance(value, bool):
        return standing_texts.YES if value else standing_texts.NO
    if isinstance(value, Kind):
        return LABELS[value]
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
