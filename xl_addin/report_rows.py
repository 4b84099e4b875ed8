"""From the cells of criteria and goals to what `resultatplan` judges.

Arguments that a kind does not use are ignored, whatever they hold; an error value in one that it
uses comes out before anything else is found wrong. A goal's criteria come as states, or as degrees
where they count in part; what is `udgået` is no part of the goal or the plan any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from resultatplan.combinations import (
    ByRule,
    Combination,
    Interval,
    combine,
    read_combination,
    without,
)
from resultatplan.criteria import LABELS, Facts, Kind, State, judge, measure
from resultatplan.exact import HUNDRED
from resultatplan.rules import RuleError, UnknownKeyError
from resultatplan.scales import (
    DEGREES,
    FULL,
    Degree,
    Ladder,
    Partly,
    Scale,
    ScaleError,
    Slope,
    degree_of,
    read_scale,
    state_of,
    whole,
)
from resultatplan.scoring import equal_weights
from texts import functions as say
from texts.functions import PERCENT
from texts.language import Text
from texts.standing import STATES
from xl_addin.arguments import (
    DIVISION,
    NOT_AVAILABLE,
    VALUE,
    Block,
    InputError,
    Value,
    block,
    cell,
    day,
    label,
    number,
    plain,
    refuse_error,
    refuse_errors,
    shown,
    text,
    yes_no,
)

STATE_TEXTS: Mapping[State, str] = {state: STATES[state].da for state in State}
"""What a cell shows for each state."""

_STATES = {shown_text: state for state, shown_text in STATE_TEXTS.items()}
_KINDS = {plain(name): kind for kind, name in LABELS.items()} | {kind.value: kind for kind in Kind}
_PERCENT = frozenset({PERCENT, PERCENT.rstrip("."), "%"})
_SHOWN = {
    plain(name.da): name for name in (say.SHOW_FULFILMENT, say.SHOW_SECURED, say.SHOW_ATTAINABLE)
}

Counted = Degree | Literal[State.WITHDRAWN] | None
"""What a criterion or goal counts: a degree, None while it is pending, or that it has left."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion as its row shows it; percentages are fractions (0.82)."""

    kind: Kind
    facts: Facts
    scale: Scale | None = None

    def state(self) -> State:
        """Whether the criterion is met."""
        return judge(self.kind, self.facts) if self.scale is None else state_of(self.degree())

    def degree(self) -> Degree | None:
        """How far the criterion is met, 0 to 100; None while it is pending."""
        return degree_of(self.kind, self.scale, self.facts)

    def in_plan_units(self) -> CriterionRow:
        """The row of a criterion in percent as plans state it, 82 for 0.82."""

        def of(value: Decimal | None) -> Decimal | None:
            return None if value is None else value * HUNDRED

        scale = self.scale
        if isinstance(scale, Ladder):
            scale = Ladder(tuple((of(at), credit) for at, credit in scale.steps))
        elif isinstance(scale, Slope):
            scale = Slope(scale.zero * HUNDRED, of(scale.full))
        measured = of(self.facts.measured)
        facts = self.facts._replace(target=of(self.facts.target), measured=measured)
        return replace(self, facts=facts, scale=scale)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as its cells show it; criteria that have left are no part of it any more."""

    combination: Combination | None
    """None where every criterion has left."""
    degrees: Mapping[str, Degree | None]

    def interval(self) -> Interval | None:
        """The lowest and the highest that it can come to; None where it has left."""
        return None if self.combination is None else combine(self.combination, self.degrees)

    @property
    def is_binary(self) -> bool:
        """Whether a plain rule combines criteria that are met or not."""
        if not isinstance(self.combination, ByRule) or self.combination.partial_rule is not None:
            return False
        return all(state_of(degree) is not State.PARTIAL for degree in self.degrees.values())


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
    kind = _kind(krav)
    if not kind.is_numeric:
        return None
    if not kind.is_change and kind is not Kind.WITHIN:
        result = number("resultat", resultat)
        return None if result is None else float(result)
    refuse_errors(grundlag=grundlag, resultat=resultat)
    in_percent = kind.is_change or unit_of(enhed) == PERCENT
    basis, result = number("grundlag", grundlag), number("resultat", resultat)
    try:
        measured = measure(kind, basis, result, in_percent=in_percent)
    except ZeroDivisionError:
        raise InputError(DIVISION, say.BASIS_OF_ZERO) from None
    if measured is None:
        return None
    return float(measured / HUNDRED if in_percent else measured)


def criterion_row(
    krav: object,
    maaltal: object,
    maalt: object,
    frist: object,
    dato: object,
    gennemfoert: object,
    skala: object = None,
) -> CriterionRow:
    """A criterion's row. A numeric kind must have its target, but for a benchmark's level."""
    kind = _kind(krav)
    if kind.is_numeric:
        refuse_errors(maaltal=maaltal, maalt=maalt, skala=skala)
        target = number("maaltal", maaltal)
        if target is None and kind.needs_target:
            raise InputError(VALUE, say.MISSING, argument=label("maaltal"))
        facts = Facts(target=target, measured=number("maalt", maalt))
        return CriterionRow(kind, facts, _scale(kind, skala))
    if kind is Kind.DELIVERED_BY:
        refuse_errors(frist=frist, dato=dato, gennemfoert=gennemfoert, skala=skala)
        facts = Facts(
            deadline=day("frist", frist),
            delivered=day("dato", dato),
            done=yes_no("gennemfoert", gennemfoert),
        )
        return CriterionRow(kind, facts, _scale(kind, skala))
    refuse_errors(gennemfoert=gennemfoert, skala=skala)
    scale = _scale(kind, skala)
    answer = cell("gennemfoert", gennemfoert)
    if scale is not None and isinstance(answer, str) and plain(answer) == plain(say.PARTLY.da):
        return CriterionRow(kind, Facts(partly=True), scale)
    return CriterionRow(kind, Facts(done=yes_no("gennemfoert", gennemfoert)), scale)


def goal_row(regel: object, noegler: object, tilstande: object, grader: object = None) -> GoalRow:
    """A goal's combination over its keys, and each key's degree.

    Degrees, where they are given, are read in place of the states. Rows blank in both columns
    fall out.
    """
    wording = text("regel", regel)
    in_degrees = not _is_omitted(grader)
    name, cells = ("grader", grader) if in_degrees else ("tilstande", tilstande)
    degrees: dict[str, Counted] = {}
    for key, value in _pairs("noegler", noegler, name, cells):
        if key is None and value is None:
            continue
        plain_key = plain(text("noegler", key))
        if not plain_key:
            raise InputError(VALUE, say.MISSING, argument=label("noegler"))
        if plain_key in degrees:
            raise InputError(VALUE, say.DUPLICATE_KEY, value=plain_key)
        counted = _degree(value, say.UNKNOWN_DEGREE) if in_degrees else _degree_of_state(value)
        degrees[plain_key] = counted
    if not degrees:
        raise InputError(VALUE, say.MISSING, argument=label("noegler"))
    combination = _combination(wording, tuple(degrees))
    staying = {key: each for key, each in degrees.items() if each is not State.WITHDRAWN}
    left = degrees.keys() - staying.keys()
    return GoalRow(without(combination, left) if left else combination, staying)


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
        and (degree := _degree(value, say.UNKNOWN_FULFILMENT)) is not State.WITHDRAWN
    ]
    if not rows:
        raise InputError(VALUE, say.MISSING, argument=label("opfyldelser"))
    fulfilments = [degree for degree, _ in rows]
    if not weighted:
        return fulfilments, equal_weights(len(rows))
    return fulfilments, tuple(_weight(weight) for _, weight in rows)


def _kind(krav: object) -> Kind:
    """The kind that a label of the column Krav, or its English id, names."""
    name = text("krav", krav)
    if not name:
        raise InputError(VALUE, say.MISSING, argument=label("krav"))
    if plain(name) not in _KINDS:
        raise InputError(VALUE, say.UNKNOWN_KIND, value=name, kinds=", ".join(LABELS.values()))
    return _KINDS[plain(name)]


def _scale(kind: Kind, skala: object) -> Scale | None:
    wording = text("skala", skala)
    try:
        scale = read_scale(wording)
    except ScaleError:
        raise InputError(VALUE, say.UNREADABLE_SCALE, value=shown(wording)) from None
    fits = kind.is_numeric
    if isinstance(scale, Partly):
        fits = not kind.is_numeric and (kind is Kind.DELIVERED_BY) == (scale.until is not None)
    if scale is not None and not fits:
        raise InputError(VALUE, say.UNFIT_SCALE, value=shown(wording), kind=LABELS[kind])
    return scale


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


def _degree_of_state(value: Value) -> Counted:
    if value is None:
        return None
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is None:
        raise InputError(VALUE, say.UNKNOWN_STATE, value=shown(value))
    if state is State.PARTIAL:
        raise InputError(VALUE, say.PARTLY_WITHOUT_DEGREE)
    return state if state is State.WITHDRAWN else DEGREES[state]


def _degree(value: Value, problem: Text) -> Counted:
    if value is None:
        return None
    if isinstance(value, Decimal) and 0 <= value <= FULL:
        return whole(value)
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is State.PENDING:
        return None
    if state is State.WITHDRAWN:
        return state
    raise InputError(VALUE, problem, value=shown(value))


def _weight(value: Value) -> float:
    weight = number("vaegte", value)
    if weight is None:
        raise InputError(VALUE, say.MISSING, argument=label("vaegte"))
    return float(weight)
