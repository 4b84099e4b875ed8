"""From the cells of goals to what `resultatplan` judges: a goal's criteria, a plan's fulfilments.

A goal's criteria come as states, or as degrees where they count in part; what is `udgået` is no
part of the goal or the plan any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.combinations import (
    ByRule,
    Combination,
    Interval,
    combine,
    read_combination,
    without,
)
from resultatplan.criteria import State
from resultatplan.rules import RuleError, UnknownKeyError
from resultatplan.scales import DEGREES, FULL, Degree, state_of, whole
from resultatplan.scoring import equal_weights
from texts import functions as say
from texts.language import Text
from xl_addin.arguments import (
    NOT_AVAILABLE,
    VALUE,
    Block,
    InputError,
    Value,
    block,
    label,
    plain,
    refuse_error,
    shown,
    text,
    wrong,
)
from xl_addin.readings import STATE_TEXTS

_STATES = {shown_text: state for state, shown_text in STATE_TEXTS.items()}
_SHOWN = {
    plain(name.da): name for name in (say.SHOW_FULFILMENT, say.SHOW_SECURED, say.SHOW_ATTAINABLE)
}


class _Left:
    """Stands for what is `udgået`."""


_LEFT = _Left()


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as its cells show it; criteria that have left are no part of it any more."""

    combination: Combination | None
    """None where every criterion has left."""
    degrees: Mapping[str, Degree | None]

    def interval(self) -> Interval | None:
        """The lowest and the highest that it can come to; None where it has left."""
        return None if self.combination is None else combine(self.combination, self.degrees)

    def states(self) -> Mapping[str, State]:
        """Each criterion's state."""
        return {key: state_of(degree) for key, degree in self.degrees.items()}

    @property
    def is_binary(self) -> bool:
        """Whether a plain rule combines criteria that are met or not."""
        if not isinstance(self.combination, ByRule) or self.combination.partial_rule is not None:
            return False
        return State.PARTIAL not in self.states().values()


def goal_row(regel: object, noegler: object, tilstande: object, grader: object = None) -> GoalRow:
    """A goal's combination over its keys, and each key's degree.

    Degrees, where they are given, are read in place of the states. Rows blank in both columns
    fall out.
    """
    wording = text("regel", regel)
    in_degrees = not _is_omitted(grader)
    name, cells = ("grader", grader) if in_degrees else ("tilstande", tilstande)
    degrees: dict[str, Degree | _Left | None] = {}
    for key, value in _pairs("noegler", noegler, name, cells):
        if key is None and value is None:
            continue
        plain_key = plain(text("noegler", key))
        if not plain_key:
            raise InputError(VALUE, say.MISSING, argument=label("noegler"))
        if plain_key in degrees:
            raise InputError(VALUE, say.DUPLICATE_KEY, value=plain_key)
        degrees[plain_key] = _degree(value, say.UNKNOWN_DEGREE) if in_degrees else _state(value)
    if not degrees:
        raise InputError(VALUE, say.MISSING, argument=label("noegler"))
    combination = _combination(wording, tuple(degrees))
    left = {key for key, value in degrees.items() if isinstance(value, _Left)}
    counted = {key: each for key, each in degrees.items() if not isinstance(each, _Left)}
    return GoalRow(without(combination, left) if left else combination, counted)


def goal_value(interval: Interval, vis: object, *, final: bool) -> Degree | None:
    """What to show of a goal: its fulfilment (None: pending), or the least or most it can be."""
    wanted = text("vis", vis)
    show = _SHOWN.get(plain(wanted)) if wanted else say.SHOW_FULFILMENT
    if show is None:
        raise InputError(VALUE, say.UNKNOWN_SHOW, value=shown(wanted))
    if final or show is say.SHOW_SECURED:
        return interval.low
    return interval.high if show is say.SHOW_ATTAINABLE else interval.value


def fulfilments_and_weights(
    opfyldelser: object, vaegte: object
) -> tuple[list[Degree | None], tuple[float, ...]]:
    """The goals' fulfilments (None: pending) and weights; equal weights where none are given.

    A goal that has left is in neither.
    """
    if _is_omitted(opfyldelser) and _is_omitted(vaegte):
        raise InputError(VALUE, say.NO_WORKBOOK)
    weighted = not _is_omitted(vaegte)
    if weighted:
        pairs = _pairs("opfyldelser", opfyldelser, "vaegte", vaegte)
    else:
        pairs = [(value, None) for value in _checked("opfyldelser", opfyldelser).values]
    rows = [
        (degree, weight)
        for value, weight in pairs
        if (value, weight) != (None, None)
        and not isinstance(degree := _degree(value, say.UNKNOWN_FULFILMENT), _Left)
    ]
    if not rows:
        raise InputError(VALUE, say.MISSING, argument=label("opfyldelser"))
    fulfilments = [degree for degree, _ in rows]
    if not weighted:
        return fulfilments, equal_weights(len(rows))
    return fulfilments, tuple(_weight(weight) for _, weight in rows)


def _combination(wording: str, keys: tuple[str, ...]) -> Combination:
    try:
        return read_combination(wording, keys)
    except UnknownKeyError:
        raise InputError(
            NOT_AVAILABLE, say.UNKNOWN_KEY, value=shown(wording), keys=", ".join(keys)
        ) from None
    except RuleError:
        raise InputError(VALUE, say.UNREADABLE_RULE, value=shown(wording)) from None


def _is_omitted(raw: object) -> bool:
    # A host that fixes the number of dimensions passes [[None]] for an argument left out.
    return raw in (None, "", [[None]])


def _pairs(first: str, ones: object, second: str, others: object) -> list[tuple[Value, Value]]:
    left, right = _checked(first, ones), _checked(second, others)
    if not left.fits(right):
        raise InputError(VALUE, say.DIFFERENT_SHAPES, first=label(first), second=label(second))
    return list(zip(left.values, right.values, strict=True))


def _checked(argument: str, raw: object) -> Block:
    cells = block(argument, raw)
    for value in cells.values:
        refuse_error(argument, value)
    return cells


def _state(value: Value) -> Degree | _Left | None:
    if value is None:
        return None
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is None:
        raise InputError(VALUE, say.UNKNOWN_STATE, value=shown(value))
    if state is State.PARTIAL:
        raise InputError(VALUE, say.PARTLY_WITHOUT_DEGREE)
    return _LEFT if state is State.WITHDRAWN else DEGREES[state]


def _degree(value: Value, problem: Text) -> Degree | _Left | None:
    if value is None:
        return None
    if isinstance(value, Decimal) and 0 <= value <= FULL:
        return whole(value)
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is State.PENDING:
        return None
    if state is State.WITHDRAWN:
        return _LEFT
    raise InputError(VALUE, problem, value=shown(value))


def _weight(value: Value) -> float:
    if value is None:
        raise InputError(VALUE, say.MISSING, argument=label("vaegte"))
    if isinstance(value, Decimal):
        return float(value)
    raise wrong(say.NOT_A_NUMBER, "vaegte", value)
