"""The formulas of what can be met in part: degrees of criteria, the interval of a goal, totals.

Like those of `workbooks.formulas` each calls an RP_ function and falls back to plain Excel. A
degree that is pending is a text: `N` makes 0 of it, `N` and `ISTEXT` together 100, so each goal
has a lowest and a highest degree. No IF stands in an array, since LibreOffice has no answer there.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resultatplan.combinations import ByRule, Combination
from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED, PERCENT_DECIMALS, RATIO_DECIMALS
from resultatplan.plan import Criterion, Goal
from resultatplan.rules import Leaf, Rule
from resultatplan.scales import Ladder, Partly, Scale, Slope
from workbooks.form import PARTLY, Column, GoalColumn, Layout
from workbooks.formulas import (
    FULFILLED,
    NOT_FULFILLED,
    PARTIAL,
    PENDING,
    RowCells,
    goal_arguments,
    goal_cells,
    goal_range,
    reaches,
)

_SHOW_LOW, _SHOW_HIGH = '"sikret"', '"opnåelig"'


def degree(layout: Layout, criterion: Criterion) -> str:
    """Grad of a criterion: 0 to 100, or afventer."""
    at = RowCells(layout, criterion.key)
    scale = layout.plan.scales.get(criterion.key)
    if scale is None:
        state = layout.report_cell(criterion.key, Column.STATE)
        native = f'IF({state}="{FULFILLED}",100,IF({state}="{NOT_FULFILLED}",0,"{PENDING}"))'
    else:
        native = _native_degree(criterion, scale, at)
    return f"=IFERROR(RP_DEGREE({','.join(_judged(layout, criterion, at))}),{native})"


def state(layout: Layout, criterion: Criterion) -> str:
    """Opfyldt of a criterion that has a scale."""
    at = RowCells(layout, criterion.key)
    cell = layout.report_cell(criterion.key, Column.DEGREE)
    words = f'IF({cell}>=100,"{FULFILLED}",IF({cell}>0,"{PARTIAL}","{NOT_FULFILLED}"))'
    native = f'IF(ISNUMBER({cell}),{words},"{PENDING}")'
    return f"=IFERROR(RP_CRITERION({','.join(_judged(layout, criterion, at))}),{native})"


def fulfilment(layout: Layout, goal: Goal, is_final: str) -> str:
    """Opfyldelse of a goal: 0 to 100, or afventer while it may still change."""
    low, high = _interval_cells(layout, goal)
    return f'=IFERROR({_call(layout, goal, is_final)},IF({low}={high},{low},"{PENDING}"))'


def lowest(layout: Layout, goal: Goal, combination: Combination, is_final: str) -> str:
    """Sikret of a goal: what it comes to when nothing more is reported."""
    terms = {key: f"N({cell})" for key, cell in goal_cells(layout, goal, Column.DEGREE).items()}
    return f"=IFERROR({_call(layout, goal, is_final, _SHOW_LOW)},{_combined(combination, terms)})"


def highest(layout: Layout, goal: Goal, combination: Combination, is_final: str) -> str:
    """Opnåelig of a goal: what it comes to when all that is pending is met."""
    low, _ = _interval_cells(layout, goal)
    terms = {
        key: f"(N({cell})+100*ISTEXT({cell}))"
        for key, cell in goal_cells(layout, goal, Column.DEGREE).items()
    }
    native = f"IF({is_final},{low},{_combined(combination, terms)})"
    return f"=IFERROR({_call(layout, goal, is_final, _SHOW_HIGH)},{native})"


def contribution(layout: Layout, goal: Goal) -> str:
    """Bidrag of a goal: as much of its weight as is secured."""
    low, _ = _interval_cells(layout, goal)
    weight = layout.goal_cell(goal.number, GoalColumn.WEIGHT)
    return f"=IFERROR(RP_SCORE({low},{weight})*{weight}/100,{low}*{weight}/100)"


def secured(layout: Layout) -> str:
    """The total so far, in percent (0 to 100)."""
    return _total(layout, "RP_SCORE", GoalColumn.LOW)


def attainable(layout: Layout) -> str:
    """The total if everything pending is met, in percent (0 to 100)."""
    return _total(layout, "RP_ATTAINABLE", GoalColumn.HIGH)


def _total(layout: Layout, function: str, column: GoalColumn) -> str:
    degrees = layout.goals.data_range(column)
    weights = layout.goals.data_range(GoalColumn.WEIGHT)
    native = f"SUMPRODUCT({degrees},{weights})/SUM({weights})"
    return f"=IFERROR({function}({degrees},{weights}),{native})"


def _judged(layout: Layout, criterion: Criterion, at: RowCells) -> tuple[str, ...]:
    if criterion.key not in layout.plan.scales:
        return at.judged
    return (*at.judged, layout.report_cell(criterion.key, Column.SCALE))


def _interval_cells(layout: Layout, goal: Goal) -> tuple[str, str]:
    low, high = (
        layout.goal_cell(goal.number, column) for column in (GoalColumn.LOW, GoalColumn.HIGH)
    )
    return low, high


def _call(layout: Layout, goal: Goal, is_final: str, shown: str | None = None) -> str:
    degrees = goal_range(layout, goal, Column.DEGREE)
    arguments = [*goal_arguments(layout, goal), is_final, degrees]
    return f"RP_GOAL({','.join(arguments if shown is None else [*arguments, shown])})"


def _native_degree(criterion: Criterion, scale: Scale, at: RowCells) -> str:
    if isinstance(scale, Partly):
        return _partly(criterion, scale, at)
    met = reaches(criterion.kind, at, f"ROUND({at.target},{RATIO_DECIMALS})")
    if isinstance(scale, Ladder):
        below = _steps(criterion, scale, at)
    else:
        below = _line(criterion, scale, at)
    return f'IF({at.numbers},IF({met},100,{below}),"{PENDING}")'


def _partly(criterion: Criterion, scale: Partly, at: RowCells) -> str:
    credit = _literal(scale.credit)
    if criterion.kind is not Kind.DELIVERED_BY or scale.until is None:
        said = f'IF({at.done}="{PARTLY}",{credit},"{PENDING}")'
        return f"IF({at.yes},100,IF({at.no},0,{said}))"
    day = f"INT({at.date})"
    dated = f"IF({day}<={at.deadline},100,IF({day}<={_date(scale.until)},{credit},0))"
    contradicted = f'IF({at.no},"{PENDING}",{dated})'
    return f'IF(ISNUMBER({at.date}),{contradicted},IF({at.no},0,"{PENDING}"))'


def _steps(criterion: Criterion, ladder: Ladder, at: RowCells) -> str:
    """What the best step below the target counts."""
    formula = "0"
    for level, credit in sorted(ladder.steps, key=lambda step: step[1]):
        if credit < HUNDRED and level is not None:
            reached = reaches(criterion.kind, at, _level(criterion, level))
            formula = f"IF({reached},{_literal(credit)},{formula})"
    return formula


def _line(criterion: Criterion, slope: Slope, at: RowCells) -> str:
    """How far the measure is on the way to the target, in percent."""
    zero = _level(criterion, slope.zero)
    value = at.measured
    if criterion.kind is Kind.WITHIN:
        value, zero = f"ABS({value})", _level(criterion, abs(slope.zero))
    if criterion.kind in (Kind.AT_LEAST, Kind.REDUCTION):
        way, whole = f"{value}-{zero}", f"{at.target}-{zero}"
    elif criterion.kind is Kind.WITHIN:
        way, whole = f"{zero}-{value}", f"{zero}-ABS({at.target})"
    else:
        way, whole = f"{zero}-{value}", f"{zero}-{at.target}"
    share = f"MAX(0,ROUND(100*({way})/({whole}),{PERCENT_DECIMALS}))"
    # A benchmark may be reported beyond where its line begins: then there is no line.
    return f"IF({at.target}<{zero},{share},0)" if slope.full is None else share


def _combined(combination: Combination, terms: dict[str, str]) -> str:
    """A formula for the degree of a goal from its criteria's."""
    if isinstance(combination, ByRule):
        met = _by_rule(combination.rule, terms)
        if combination.partial_rule is None:
            return met
        partly = _by_rule(combination.partial_rule, terms)
        return f"MAX({met},{_literal(combination.credit)}*({partly}>=100))"
    reached = "+".join(
        terms[key] if weight == 1 else f"{_literal(weight)}*{terms[key]}"
        for key, weight in combination.weights
    )
    whole = sum((weight for _, weight in combination.weights), Decimal(0))
    return f"ROUND(({reached})/{_literal(whole)},{PERCENT_DECIMALS})"


def _by_rule(rule: Rule, terms: dict[str, str]) -> str:
    if isinstance(rule, Leaf):
        return terms[rule.key]
    parts = [_by_rule(part, terms) for part in rule.parts]
    listed = ",".join(parts)
    if len(parts) == 1:
        return parts[0]
    if rule.is_all:
        return f"MIN({listed})"
    if rule.is_any:
        return f"MAX({listed})"
    numbers = ",".join(map(str, range(1, len(parts) + 1)))
    return f"LARGE(CHOOSE({{{numbers}}},{listed}),{rule.least})"


def _level(criterion: Criterion, level: Decimal) -> str:
    """A level as the cells hold it."""
    return _literal(level / HUNDRED if criterion.in_percent else level)


def _literal(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"({text})" if number < 0 else text


def _date(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
