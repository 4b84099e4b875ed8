"""From cells to what `resultatplan` judges: a criterion, a goal's states, a plan's fulfilments.

Arguments that a kind does not use are ignored, whatever they hold; an error value in one that it
uses comes out before anything else is found wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resultatplan.criteria import LABELS, Kind, State, measure
from resultatplan.exact import HUNDRED
from resultatplan.rules import Rule, RuleError, UnknownKeyError, resolve
from resultatplan.scoring import FULL, equal_weights
from texts import functions as say
from texts.functions import PERCENT
from xl_addin.arguments import (
    DIVISION,
    NOT_AVAILABLE,
    VALUE,
    Block,
    InputError,
    Value,
    block,
    day,
    label,
    number,
    plain,
    refuse_error,
    refuse_errors,
    shown,
    text,
    wrong,
    yes_no,
)

STATE_TEXTS: Mapping[State, str] = {
    State.FULFILLED: say.FULFILLED.da,
    State.NOT_FULFILLED: say.NOT_FULFILLED.da,
    State.PENDING: say.PENDING.da,
}
"""What a cell shows for each state."""

_STATES = {shown_text: state for state, shown_text in STATE_TEXTS.items()}
_KINDS = {plain(name): kind for kind, name in LABELS.items()} | {kind.value: kind for kind in Kind}
_PERCENT = frozenset({PERCENT, PERCENT.rstrip("."), "%"})


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion as its row shows it; percentages are fractions (0.82)."""

    kind: Kind
    target: Decimal | None = None
    measured: Decimal | None = None
    deadline: date | None = None
    delivered: date | None = None
    done: bool | None = None


def kind_of(krav: object) -> Kind:
    """The kind that a label of the column Krav, or its English id, names."""
    name = text("krav", krav)
    if not name:
        raise InputError(VALUE, say.MISSING, argument=label("krav"))
    if plain(name) not in _KINDS:
        raise InputError(VALUE, say.UNKNOWN_KIND, value=name, kinds=", ".join(LABELS.values()))
    return _KINDS[plain(name)]


def is_goal(krav: object, noegler: object) -> bool:
    """Whether the first two arguments are a goal's rule and keys, not a kind and its target."""
    keys = block("noegler", noegler).values
    return plain(text("krav", krav)) not in _KINDS and any(isinstance(key, str) for key in keys)


def unit_of(enhed: object) -> str:
    """The unit; every way of writing percent is `pct.`."""
    unit = text("enhed", enhed)
    return PERCENT if plain(unit) in _PERCENT else unit


def measured_value(krav: object, grundlag: object, resultat: object, enhed: object) -> float | None:
    """What is measured, percentages as fractions; None while nothing can be measured."""
    kind = kind_of(krav)
    if not kind.is_numeric:
        return None
    if kind not in (Kind.WITHIN, Kind.REDUCTION):
        result = number("resultat", resultat)
        return None if result is None else float(result)
    refuse_errors(grundlag=grundlag, resultat=resultat)
    in_percent = kind is Kind.REDUCTION or unit_of(enhed) == PERCENT
    basis, result = number("grundlag", grundlag), number("resultat", resultat)
    try:
        measured = measure(kind, basis, result, in_percent=in_percent)
    except ZeroDivisionError:
        raise InputError(DIVISION, say.BASIS_OF_ZERO) from None
    if measured is None:
        return None
    return float(measured / HUNDRED if in_percent else measured)


def reported(
    krav: object,
    maaltal: object,
    maalt: object,
    frist: object,
    dato: object,
    gennemfoert: object,
) -> CriterionRow:
    """A criterion's row. A numeric kind must have its target, but for a benchmark's level."""
    kind = kind_of(krav)
    if kind.is_numeric:
        refuse_errors(maaltal=maaltal, maalt=maalt)
        target = number("maaltal", maaltal)
        if target is None and kind.needs_target:
            raise InputError(VALUE, say.MISSING, argument=label("maaltal"))
        return CriterionRow(kind, target=target, measured=number("maalt", maalt))
    if kind is Kind.DELIVERED_BY:
        refuse_errors(frist=frist, dato=dato, gennemfoert=gennemfoert)
        return CriterionRow(
            kind,
            deadline=day("frist", frist),
            delivered=day("dato", dato),
            done=yes_no("gennemfoert", gennemfoert),
        )
    return CriterionRow(kind, done=yes_no("gennemfoert", gennemfoert))


def rule_and_states(
    regel: object, noegler: object, tilstande: object
) -> tuple[Rule, Mapping[str, State]]:
    """A goal's rule over its keys, and each key's state; rows blank in both columns fall out."""
    wording = text("regel", regel)
    states: dict[str, State] = {}
    for key, state in _pairs("noegler", noegler, "tilstande", tilstande):
        if key is None and state is None:
            continue
        name = plain(text("noegler", key))
        if not name:
            raise InputError(VALUE, say.MISSING, argument=label("noegler"))
        if name in states:
            raise InputError(VALUE, say.DUPLICATE_KEY, value=name)
        states[name] = _state(state)
    if not states:
        raise InputError(VALUE, say.MISSING, argument=label("noegler"))
    keys = tuple(states)
    try:
        return resolve(wording, keys), states
    except UnknownKeyError:
        raise InputError(
            NOT_AVAILABLE, say.UNKNOWN_KEY, value=shown(wording), keys=", ".join(keys)
        ) from None
    except RuleError:
        raise InputError(VALUE, say.UNREADABLE_RULE, value=shown(wording)) from None


def fulfilments_and_weights(
    opfyldelser: object, vaegte: object
) -> tuple[list[int | None], tuple[float, ...]]:
    """The goals' fulfilments (None: pending) and weights; equal weights where none are given."""
    if _is_omitted(opfyldelser) and _is_omitted(vaegte):
        raise InputError(VALUE, say.NO_WORKBOOK)
    weighted = not _is_omitted(vaegte)
    if weighted:
        pairs = _pairs("opfyldelser", opfyldelser, "vaegte", vaegte)
    else:
        pairs = [(value, None) for value in _checked("opfyldelser", opfyldelser).values]
    rows = [(value, weight) for value, weight in pairs if (value, weight) != (None, None)]
    if not rows:
        raise InputError(VALUE, say.MISSING, argument=label("opfyldelser"))
    fulfilments = [_fulfilment(value) for value, _ in rows]
    if not weighted:
        return fulfilments, equal_weights(len(rows))
    return fulfilments, tuple(_weight(weight) for _, weight in rows)


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


def _state(value: Value) -> State:
    if value is None:
        return State.PENDING
    if isinstance(value, str) and plain(value) in _STATES:
        return _STATES[plain(value)]
    raise InputError(VALUE, say.UNKNOWN_STATE, value=shown(value))


def _fulfilment(value: Value) -> int | None:
    if value is None or (isinstance(value, str) and plain(value) == say.PENDING.da):
        return None
    if isinstance(value, Decimal) and value in (0, FULL):
        return int(value)
    raise InputError(VALUE, say.UNKNOWN_FULFILMENT, value=shown(value))


def _weight(value: Value) -> float:
    if value is None:
        raise InputError(VALUE, say.MISSING, argument=label("vaegte"))
    if isinstance(value, Decimal):
        return float(value)
    raise wrong(say.NOT_A_NUMBER, "vaegte", value)
