"""From a criterion's cells to what `resultatplan` judges.

Arguments that a kind does not use are ignored, whatever they hold; an error value in one that it
uses comes out before anything else is found wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from resultatplan.criteria import LABELS, Kind, State, measure
from resultatplan.exact import HUNDRED
from resultatplan.scales import (
    Degree,
    Facts,
    Ladder,
    Partly,
    Scale,
    ScaleError,
    Slope,
    degree_of,
    read_scale,
    state_of,
)
from texts import functions as say
from texts.functions import PERCENT
from xl_addin.arguments import (
    DIVISION,
    VALUE,
    InputError,
    block,
    cell,
    day,
    label,
    number,
    plain,
    refuse_errors,
    shown,
    text,
    yes_no,
)

STATE_TEXTS: Mapping[State, str] = {
    State.FULFILLED: say.FULFILLED.da,
    State.NOT_FULFILLED: say.NOT_FULFILLED.da,
    State.PENDING: say.PENDING.da,
    State.PARTIAL: say.PARTIAL.da,
    State.WITHDRAWN: say.WITHDRAWN.da,
}
"""What a cell shows for each state."""

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
    partly: bool = False
    scale: Scale | None = None

    def state(self) -> State:
        """Whether the criterion is met."""
        return self.facts.state(self.kind) if self.scale is None else state_of(self.degree())

    def degree(self) -> Degree | None:
        """How far the criterion is met, 0 to 100; None while it is pending."""
        return degree_of(self.kind, self.scale, self.facts)

    @property
    def facts(self) -> Facts:
        """What it is judged on."""
        return Facts(
            self.target, self.measured, self.deadline, self.delivered, self.done, self.partly
        )

    def in_plan_units(self) -> CriterionRow:
        """The row of a criterion in percent as plans state it, 82 for 0.82."""

        def of(value: Decimal | None) -> Decimal | None:
            return None if value is None else value * HUNDRED

        scale = self.scale
        if isinstance(scale, Ladder):
            scale = Ladder(tuple((of(at), credit) for at, credit in scale.steps))
        elif isinstance(scale, Slope):
            scale = Slope(scale.zero * HUNDRED, of(scale.full))
        return replace(self, target=of(self.target), measured=of(self.measured), scale=scale)


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
    skala: object = None,
) -> CriterionRow:
    """A criterion's row. A numeric kind must have its target, but for a benchmark's level."""
    kind = kind_of(krav)
    if kind.is_numeric:
        refuse_errors(maaltal=maaltal, maalt=maalt, skala=skala)
        target = number("maaltal", maaltal)
        if target is None and kind.needs_target:
            raise InputError(VALUE, say.MISSING, argument=label("maaltal"))
        measured = number("maalt", maalt)
        return CriterionRow(kind, target=target, measured=measured, scale=_scale(kind, skala))
    if kind is Kind.DELIVERED_BY:
        refuse_errors(frist=frist, dato=dato, gennemfoert=gennemfoert, skala=skala)
        return CriterionRow(
            kind,
            deadline=day("frist", frist),
            delivered=day("dato", dato),
            done=yes_no("gennemfoert", gennemfoert),
            scale=_scale(kind, skala),
        )
    refuse_errors(gennemfoert=gennemfoert, skala=skala)
    scale = _scale(kind, skala)
    if scale is not None and _is_partly(gennemfoert):
        return CriterionRow(kind, partly=True, scale=scale)
    return CriterionRow(kind, done=yes_no("gennemfoert", gennemfoert), scale=scale)


def _scale(kind: Kind, skala: object) -> Scale | None:
    wording = text("skala", skala)
    try:
        scale = read_scale(wording)
    except ScaleError:
        raise InputError(VALUE, say.UNREADABLE_SCALE, value=shown(wording)) from None
    if scale is not None and not _fits(kind, scale):
        raise InputError(VALUE, say.UNFIT_SCALE, value=shown(wording), kind=LABELS[kind])
    return scale


def _fits(kind: Kind, scale: Scale) -> bool:
    if isinstance(scale, Partly):
        return not kind.is_numeric and (kind is Kind.DELIVERED_BY) == (scale.until is not None)
    return kind.is_numeric


def _is_partly(gennemfoert: object) -> bool:
    value = cell("gennemfoert", gennemfoert)
    return isinstance(value, str) and plain(value) == plain(say.PARTLY.da)
