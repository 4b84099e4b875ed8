"""From the cells of criteria and goals to what `resultatplan` judges.

Arguments that a kind does not use are ignored, whatever they hold; an error value in one that it
uses comes out before anything else is found wrong. In the final report nothing but the result is
used. A goal's criteria come as states, as degrees, or as what is secured, expected and attainable;
what is `udgået` is no part of the goal or the plan any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from resultatplan.combinations import Combination, GoalOutcome, read_combination, without
from resultatplan.criteria import EARLIER_LABELS, LABELS, Facts, Kind, State, measure
from resultatplan.exact import HUNDRED
from resultatplan.outcome import COUNTED_LABELS, Counted, Outcome, Status
from resultatplan.rules import RuleError, UnknownKeyError
from resultatplan.scales import (
    DEGREES,
    FULL,
    OPEN,
    Degree,
    Grades,
    Interval,
    Ladder,
    Partly,
    Scale,
    ScaleError,
    Slope,
    read_interval,
    read_scale,
    whole,
)
from texts import functions as say
from texts.functions import PERCENT
from texts.language import Text
from texts.standing import BELOW_LEVEL, ON_LEVEL, STATES
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

T = TypeVar("T")
STATE_TEXTS: Mapping[State, str] = {state: STATES[state].da for state in State}
"""What a cell shows for each state."""

_PENDING = frozenset(plain(text.da) for text in (STATES["pending"], ON_LEVEL, BELOW_LEVEL))
_UNKNOWN = plain(say.UNKNOWN.da)
_STATES = {shown_text: state for state, shown_text in STATE_TEXTS.items()} | dict.fromkeys(
    _PENDING, State.PENDING
)
_LABELS = EARLIER_LABELS | {name: kind for kind, name in LABELS.items()}
_KINDS = {plain(name): kind for name, kind in _LABELS.items()} | {kind.value: kind for kind in Kind}
_COUNTED = {plain(name): counted for counted, name in COUNTED_LABELS.items()}
_STATUSES = {plain(name.da): Status(status) for status, name in say.STATUSES.items()}
_GRADE = re.compile(r"(\d{1,2}) ?(?:pct\.?|%)")
_PERCENT = frozenset({PERCENT, PERCENT.rstrip("."), "%"})
_SHOWN = {
    plain(name.da): name
    for name in (say.SHOW_FULFILMENT, say.SHOW_SECURED, say.SHOW_EXPECTED, say.SHOW_ATTAINABLE)
}
_BOUNDS = 3
"""How many columns of degrees say what is secured, expected and attainable."""

Worth = Degree | Literal[State.WITHDRAWN, State.NOT_MEASURED] | None
"""What a criterion or goal counts: a degree, None while it is pending, or that it has left."""


def in_plan_units(row: Outcome) -> Outcome:
    """The row of a criterion in percent as plans state it, 82 for 0.82."""

    def of(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * HUNDRED

    def of_facts(facts: Facts) -> Facts:
        target, target_to = of(facts.target), of(facts.target_to)
        return facts._replace(target=target, target_to=target_to, measured=of(facts.measured))

    scale = row.scale
    if isinstance(scale, Ladder):
        scale = Ladder(tuple((of(at), credit) for at, credit in scale.steps))
    elif isinstance(scale, Slope):
        scale = Slope(scale.zero * HUNDRED, of(scale.full))
    forecast = None if row.forecast is None else of_facts(row.forecast)
    return replace(row, facts=of_facts(row.facts), scale=scale, forecast=forecast)


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
    skala: object,
    opgoeres: object,
    foreloebig: object,
    pr: object,
    forventet: object,
    status: object,
) -> Outcome:
    """A criterion judged. A numeric kind must have its target, but for a benchmark's level."""
    kind, as_of = _kind(krav), _as_of(pr)
    expected = None if as_of is None else forventet
    if kind.is_numeric:
        refuse_errors(maaltal=maaltal, maalt=maalt, skala=skala)
        target, target_to = _target(kind, maaltal)
        if target is None and kind.needs_target:
            raise InputError(VALUE, say.MISSING, argument=label("maaltal"))
        facts = Facts(target, number("maalt", maalt), target_to)
        scale = _scale(kind, skala)
        ahead = number("forventet", expected)
        forecast = None if ahead is None else facts._replace(measured=ahead)
    elif kind is Kind.DELIVERED_BY:
        refuse_errors(frist=frist, dato=dato, gennemfoert=gennemfoert, skala=skala)
        due = day("frist", frist)
        facts = Facts(
            deadline=due, delivered=day("dato", dato), done=yes_no("gennemfoert", gennemfoert)
        )
        scale = _scale(kind, skala)
        delivered = day("forventet", expected)
        forecast = None if delivered is None else Facts(deadline=due, delivered=delivered)
    else:
        refuse_errors(gennemfoert=gennemfoert, skala=skala)
        scale = _scale(kind, skala)
        facts = _answer("gennemfoert", gennemfoert, scale)
        forecast = _answer("forventet", expected, scale)
    if as_of is None:
        return Outcome(kind, facts, scale)
    counted = _chosen("opgoeres", opgoeres, _COUNTED, say.UNKNOWN_COUNTED) or Counted.YEAR
    provisional = yes_no("foreloebig", foreloebig) is True
    colour = _chosen("status", status, _STATUSES, say.UNKNOWN_STATUS)
    return Outcome(kind, facts, scale, counted, provisional, forecast, colour, as_of)


def criterion_value(row: Outcome, vis: object) -> Degree | str:
    """What to show of a criterion: its degree if the year ended now, or what `vis` asks for."""
    show = _show(vis)
    if show is say.SHOW_SECURED:
        return row.secured
    if show is say.SHOW_ATTAINABLE:
        return row.attainable
    if show is say.SHOW_EXPECTED:
        return say.UNKNOWN.da if row.expected is None else row.expected
    return STATE_TEXTS[State.PENDING] if row.current is None else row.current


def criterion_words(row: Outcome) -> str:
    """What is decided of a criterion, or that it is pending, and whether a figure is on level."""
    if row.is_on_level is None:
        return STATE_TEXTS[row.state]
    return (ON_LEVEL if row.is_on_level else BELOW_LEVEL).da


def _as_of(pr: object) -> date | None:
    """The day the period ends, `date.min` for 0, an unknown one; None in the final report."""
    return date.min if cell("pr", pr) == 0 else day("pr", pr)


def _answer(argument: str, given: object, scale: Scale | None) -> Facts:
    """Ja, Nej, or what the scale counts between them: Delvist or a grade."""
    answer = cell(argument, given)
    if isinstance(scale, Grades) and isinstance(answer, str):
        match = _GRADE.fullmatch(plain(answer))
        if match is not None and int(match[1]) in scale.credits:
            return Facts(grade=int(match[1]))
        return Facts(done=yes_no(argument, given))
    if scale is not None and isinstance(answer, str) and plain(answer) == plain(say.PARTLY.da):
        return Facts(partly=True)
    return Facts(done=yes_no(argument, given))


def _target(kind: Kind, given: object) -> tuple[Decimal | None, Decimal | None]:
    """The target, of an interval its least and its greatest."""
    if kind is not Kind.BETWEEN:
        return number("maaltal", given), None
    wording = text("maaltal", given)
    if not wording:
        return None, None
    interval = read_interval(wording)
    if interval is None:
        raise InputError(VALUE, say.UNREADABLE_INTERVAL, value=shown(wording))
    return interval


def _chosen(argument: str, given: object, known: Mapping[str, T], problem: Text) -> T | None:
    """The meaning of a word from a list; None for a blank cell."""
    word = text(argument, given)
    if not word:
        return None
    if plain(word) not in known:
        raise InputError(VALUE, problem, value=shown(word))
    return known[plain(word)]


def goal_row(
    regel: object, noegler: object, tilstande: object, grader: object
) -> GoalOutcome | State:
    """A goal by what each of its keys counts; or what it has left as, where they all have.

    Degrees, where they are given, are read in place of the states: a column of them, or three of
    what is secured, expected and attainable. Rows blank in all columns fall out.
    """
    wording = text("regel", regel)
    in_degrees = not _is_omitted(grader)
    name, cells = ("grader", grader) if in_degrees else ("tilstande", tilstande)
    keys: list[str] = []
    left: dict[str, State] = {}
    intervals: dict[str, Interval] = {}
    expectations: dict[str, Degree | None] = {}
    for written, values in _rows_of_goal(noegler, name, cells):
        if written is None and not any(value is not None for value in values):
            continue
        key = plain(text("noegler", written))
        if not key:
            raise InputError(VALUE, say.MISSING, argument=label("noegler"))
        if key in keys:
            raise InputError(VALUE, say.DUPLICATE_KEY, value=key)
        keys.append(key)
        degrees: list[Degree | None] = []
        for each in map(_degree if in_degrees else _degree_of_state, values):
            if isinstance(each, State):
                left[key] = each
            else:
                degrees.append(each)
        if key in left:
            continue
        low, high = degrees[0], degrees[-1]
        intervals[key] = OPEN if low is None else Interval(low, low if high is None else high)
        if len(degrees) == _BOUNDS:
            expectations[key] = degrees[1]
    if not keys:
        raise InputError(VALUE, say.MISSING, argument=label("noegler"))
    combination = _combination(wording, tuple(keys))
    staying = without(combination, left)
    if staying is not None:
        return GoalOutcome(staying, intervals, expectations)
    return State.WITHDRAWN if State.WITHDRAWN in left.values() else State.NOT_MEASURED


def goal_value(row: GoalOutcome | State, vis: object, *, final: bool) -> Degree | str:
    """What to show of a goal: its fulfilment, or what `vis` asks for."""
    show = _show(vis)
    if isinstance(row, State):
        return STATE_TEXTS[row]
    interval = row.interval
    if final or show is say.SHOW_SECURED:
        return interval.low
    if show is say.SHOW_EXPECTED:
        return row.expected
    value = interval.high if show is say.SHOW_ATTAINABLE else interval.value
    return STATE_TEXTS[State.PENDING] if value is None else value


def _show(vis: object) -> Text:
    return _chosen("vis", vis, _SHOWN, say.UNKNOWN_SHOW) or say.SHOW_FULFILMENT


def _rows_of_goal(
    keys: object, name: str, cells: object
) -> Iterator[tuple[Value, tuple[Value, ...]]]:
    """Each key with its cell, or with its three where each key has a row of them."""
    named, worth = _checked("noegler", keys), _checked(name, cells)
    has_bounds = (worth.rows, worth.columns) == (len(named.values), _BOUNDS)
    if has_bounds and len(worth.values) != len(named.values):
        firsts = range(0, len(worth.values), _BOUNDS)
        rows = [worth.values[first : first + _BOUNDS] for first in firsts]
        yield from zip(named.values, rows, strict=True)
    else:
        yield from ((key, (value,)) for key, value in _pairs("noegler", keys, name, cells))


def fulfilments_and_weights(
    opfyldelser: object, vaegte: object
) -> tuple[list[Degree | None], list[float]]:
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
        and not isinstance(degree := _degree(value, say.UNKNOWN_FULFILMENT), State)
    ]
    if not rows:
        raise InputError(VALUE, say.MISSING, argument=label("opfyldelser"))
    weights = [_weight(weight) if weighted else 1.0 for _, weight in rows]
    return [degree for degree, _ in rows], weights


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
    fits = kind.has_levels
    if isinstance(scale, Grades):
        fits = not kind.is_numeric and kind is not Kind.DELIVERED_BY
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


def _degree_of_state(value: Value) -> Worth:
    if value is None:
        return None
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is None:
        raise InputError(VALUE, say.UNKNOWN_STATE, value=shown(value))
    if state is State.PARTIAL:
        raise InputError(VALUE, say.PARTLY_WITHOUT_DEGREE)
    return state if state is State.WITHDRAWN or state is State.NOT_MEASURED else DEGREES[state]


def _degree(value: Value, problem: Text = say.UNKNOWN_DEGREE) -> Worth:
    if value is None:
        return None
    if isinstance(value, Decimal) and 0 <= value <= FULL:
        return whole(value)
    state = _STATES.get(plain(value)) if isinstance(value, str) else None
    if state is State.PENDING or (isinstance(value, str) and plain(value) == _UNKNOWN):
        return None
    if state is State.WITHDRAWN or state is State.NOT_MEASURED:
        return state
    raise InputError(VALUE, problem, value=shown(value))


def _weight(value: Value) -> float:
    weight = number("vaegte", value)
    if weight is None:
        raise InputError(VALUE, say.MISSING, argument=label("vaegte"))
    return float(weight)
