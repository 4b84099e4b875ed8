"""The formulas of a workbook: an RP_ function, and plain Excel where no add-in answers.

The native part is written from the same kind, scale and rule tree as the Python judge. It runs in
Excel from 2016 on and in LibreOffice: no LAMBDA, no dynamic arrays, and every comparison guards
its types, since in Excel text is greater than any number.

Where goals can be met in part, a criterion has a degree and a goal an interval. A degree that is
pending is a text: `N` makes 0 of it, `N` and `ISTEXT` together 100, so each goal has a lowest and
a highest degree. No IF stands in an array, since LibreOffice has no answer there.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resultatplan.combinations import ByRule, Combination
from resultatplan.criteria import Kind
from resultatplan.exact import AMOUNT_DECIMALS, HUNDRED, PERCENT_DECIMALS, RATIO_DECIMALS
from resultatplan.plan import Criterion, Goal
from resultatplan.rules import Leaf, Rule
from resultatplan.scales import Ladder, Partly, Scale, Slope
from workbooks.coordinates import absolute
from workbooks.form import NO, PARTLY, YES, Column, Field, GoalColumn, Layout, Sheet

FULFILLED, NOT_FULFILLED, PENDING = "opfyldt", "ikke opfyldt", "afventer"
"""What a cell of the column Opfyldt says."""
PARTIAL, WITHDRAWN = "delvist opfyldt", "udgået"
"""What it may say besides, where the plan has a scheme for it."""
ZERO = "=0"
"""The formula of what counts nothing, whatever is reported."""

_SHOW_LOW, _SHOW_HIGH = '"sikret"', '"opnåelig"'


class _Row:
    """The addresses in a criterion's row, and conditions on them."""

    def __init__(self, layout: Layout, criterion: Criterion) -> None:
        def cell(column: Column) -> str:
            return layout.report_cell(criterion.key, column)

        self.criterion = criterion
        self.scale = layout.plan.scales.get(criterion.key)
        self.kind, self.unit, self.target = map(cell, (Column.KIND, Column.UNIT, Column.TARGET))
        self.basis, self.result = cell(Column.BASIS), cell(Column.RESULT)
        self.deadline, self.date, self.done = map(cell, (Column.DEADLINE, Column.DATE, Column.DONE))
        self.measured, self.state = cell(Column.MEASURED), cell(Column.STATE)
        agreed = (self.kind, self.target, self.measured, self.deadline)
        scale = [] if self.scale is None else [cell(Column.SCALE)]
        self.judged = ",".join([*agreed, self.date, self.done, *scale])
        """What RP_CRITERION and RP_DEGREE look at."""
        self.yes = f'OR({self.done}="{YES}",AND(ISLOGICAL({self.done}),{self.done}=TRUE))'
        self.no = f'OR({self.done}="{NO}",AND(ISLOGICAL({self.done}),{self.done}=FALSE))'

    def when_dated(self, outcome: str, not_met: str) -> str:
        """The outcome of a date, unless the answer denies it; without a date, what Nej means."""
        contradicted = f'IF({self.no},"{PENDING}",{outcome})'
        return f'IF(ISNUMBER({self.date}),{contradicted},IF({self.no},{not_met},"{PENDING}"))'

    def when_measured(self, outcome: str) -> str:
        """The outcome when the measured value and the target are numbers."""
        return f'IF(AND(ISNUMBER({self.measured}),ISNUMBER({self.target})),{outcome},"{PENDING}")'

    def reaches(self, level: str) -> str:
        """A formula that is TRUE when the measure reaches a level, as its kind compares them."""
        kind, value = self.criterion.kind, f"ROUND({self.measured},{RATIO_DECIMALS})"
        if kind is Kind.WITHIN:
            return f"ABS({value})<=ABS({level})"
        return f"{value}{'>=' if kind in _UPWARDS else '<='}{level}"

    def reaches_target(self) -> str:
        """The same of the target."""
        return self.reaches(f"ROUND({self.target},{RATIO_DECIMALS})")

    def level(self, level: Decimal) -> str:
        """A level of the plan as the cells hold it."""
        return _literal(level / HUNDRED if self.criterion.in_percent else level)


_UPWARDS = (Kind.AT_LEAST, Kind.REDUCTION)


def measured(layout: Layout, criterion: Criterion) -> str:
    """Målt værdi of a numeric criterion."""
    at = _Row(layout, criterion)
    call = f"RP_MEASURE({at.kind},{at.basis},{at.result},{at.unit})"
    return f"=IFERROR({call},{_native_measure(at)})"


def benchmark_target(layout: Layout, criterion: Criterion) -> str:
    """Måltal of a benchmark: the level that the agency reports as its basis."""
    basis = layout.report_cell(criterion.key, Column.BASIS)
    return f'=IF(ISNUMBER({basis}),{basis},"")'


def state(layout: Layout, criterion: Criterion) -> str:
    """Opfyldt of a criterion: opfyldt, ikke opfyldt or afventer; with a scale by its degree."""
    at = _Row(layout, criterion)
    if at.scale is None:
        native = _native_state(at)
    else:
        degree = layout.report_cell(criterion.key, Column.DEGREE)
        words = f'IF({degree}>=100,"{FULFILLED}",IF({degree}>0,"{PARTIAL}","{NOT_FULFILLED}"))'
        native = f'IF(ISNUMBER({degree}),{words},"{PENDING}")'
    return f"=IFERROR(RP_CRITERION({at.judged}),{native})"


def degree(layout: Layout, criterion: Criterion) -> str:
    """Grad of a criterion: 0 to 100, or afventer."""
    at = _Row(layout, criterion)
    if at.scale is None:
        unmet = f'IF({at.state}="{NOT_FULFILLED}",0,"{PENDING}")'
        native = f'IF({at.state}="{FULFILLED}",100,{unmet})'
    else:
        native = _native_degree(at, at.scale)
    return f"=IFERROR(RP_DEGREE({at.judged}),{native})"


def word(shown: str) -> str:
    """The formula of a cell that says one word, whatever is reported."""
    return f'="{shown}"'


def of_goal(layout: Layout, goal: Goal) -> dict[GoalColumn, str]:
    """The computed columns of a goal: Opfyldelse and Bidrag, and its interval where there is one.

    Opfyldelse is 100, 0 or afventer; with degrees it is 0 to 100, or afventer while it may still
    change, and Bidrag is as much of the weight as is secured.
    """
    plan = layout.plan
    combination = plan.combinations.get(goal.number)
    if combination is None:
        first = layout.goals.columns.index(GoalColumn.FULFILMENT)
        zeros = dict.fromkeys(map(GoalColumn, layout.goals.columns[first:]), ZERO)
        return zeros | {GoalColumn.FULFILMENT: word(WITHDRAWN)}
    is_final = _is_final(layout)
    weight = layout.goal_cell(goal.number, GoalColumn.WEIGHT)
    if plan.is_binary and isinstance(combination, ByRule):
        states = _goal_cells(layout, goal, Column.STATE)
        met, failed = (
            _surely(combination.rule, states, outcome) for outcome in (FULFILLED, NOT_FULFILLED)
        )
        native = f'IF({met},100,IF(OR({failed},{is_final}),0,"{PENDING}"))'
        value = layout.goal_cell(goal.number, GoalColumn.FULFILMENT)
        share = f"RP_SCORE({value},{weight})*{weight}/100"
        return {
            GoalColumn.FULFILMENT: f"=IFERROR({_call(layout, goal, is_final)},{native})",
            GoalColumn.CONTRIBUTION: f"=IFERROR({share},IF({value}=100,{weight},0))",
        }
    degrees = _goal_cells(layout, goal, Column.DEGREE)
    least = _combined(combination, {key: f"N({cell})" for key, cell in degrees.items()})
    most = _combined(
        combination, {key: f"(N({cell})+100*ISTEXT({cell}))" for key, cell in degrees.items()}
    )
    range_ = _goal_range(layout, goal, Column.DEGREE)
    shown = _call(layout, goal, is_final, range_)
    shown_low = _call(layout, goal, is_final, range_, _SHOW_LOW)
    shown_high = _call(layout, goal, is_final, range_, _SHOW_HIGH)
    low, high = (layout.goal_cell(goal.number, each) for each in (GoalColumn.LOW, GoalColumn.HIGH))
    share = f"RP_SCORE({low},{weight})*{weight}/100"
    return {
        GoalColumn.FULFILMENT: f'=IFERROR({shown},IF({low}={high},{low},"{PENDING}"))',
        GoalColumn.CONTRIBUTION: f"=IFERROR({share},{low}*{weight}/100)",
        GoalColumn.LOW: f"=IFERROR({shown_low},{least})",
        GoalColumn.HIGH: f"=IFERROR({shown_high},IF({is_final},{low},{most}))",
    }


def secured(layout: Layout) -> str:
    """The total so far, in percent (0 to 100)."""
    return _total(layout, "RP_SCORE", GoalColumn.LOW, ("100",))


def attainable(layout: Layout) -> str:
    """The total if everything pending is met, in percent (0 to 100)."""
    return _total(layout, "RP_ATTAINABLE", GoalColumn.HIGH, ("100", f'"{PENDING}"'))


def _total(layout: Layout, call: str, degrees: GoalColumn, counted: tuple[str, ...]) -> str:
    """The weighted mean of the degrees; where goals are met or not, of those that count."""
    is_binary = layout.plan.is_binary
    values = layout.goals.data_range(GoalColumn.FULFILMENT if is_binary else degrees)
    weights = layout.goals.data_range(GoalColumn.WEIGHT)
    native = f"SUMPRODUCT({values},{weights})"
    if is_binary:
        sums = "+".join(f"SUMIFS({weights},{values},{each})" for each in counted)
        native = f"100*{sums if len(counted) == 1 else f'({sums})'}"
    return f"=IFERROR({call}({values},{weights}),{native}/SUM({weights}))"


def computed_by(with_functions: str, without: str) -> str:
    """Which of the two computed: the functions with their version, or plain Excel."""
    return f'=IFERROR("{with_functions} "&RP_VERSION(),"{without}")'


def _native_measure(at: _Row) -> str:
    criterion, difference = at.criterion, f"{at.result}-{at.basis}"
    both = f"AND(ISNUMBER({at.basis}),ISNUMBER({at.result}))"
    if criterion.kind is Kind.WITHIN and not criterion.in_percent:
        return f'IF({both},ROUND({difference},{AMOUNT_DECIMALS}),"")'
    if criterion.kind is Kind.WITHIN:
        share = f"ROUND(({difference})/ABS({at.basis}),{RATIO_DECIMALS})"
    elif criterion.kind is Kind.REDUCTION:
        share = f"ROUND(({at.basis}-{at.result})/{at.basis},{RATIO_DECIMALS})"
    else:
        return f'IF(ISNUMBER({at.result}),{at.result},"")'
    return f'IF({both},IF({at.basis}<>0,{share},""),"")'


def _native_state(at: _Row) -> str:
    kind = at.criterion.kind
    if not kind.is_numeric and kind is not Kind.DELIVERED_BY:
        return f'IF({at.yes},"{FULFILLED}",IF({at.no},"{NOT_FULFILLED}","{PENDING}"))'
    met = at.reaches_target() if kind.is_numeric else f"INT({at.date})<={at.deadline}"
    verdict = f'IF({met},"{FULFILLED}","{NOT_FULFILLED}")'
    if kind.is_numeric:
        return at.when_measured(verdict)
    return at.when_dated(verdict, f'"{NOT_FULFILLED}"')


def _native_degree(at: _Row, scale: Scale) -> str:
    if isinstance(scale, Partly):
        credit = _literal(scale.credit)
        if at.criterion.kind is not Kind.DELIVERED_BY or scale.until is None:
            said = f'IF({at.done}="{PARTLY}",{credit},"{PENDING}")'
            return f"IF({at.yes},100,IF({at.no},0,{said}))"
        day = f"INT({at.date})"
        late = f"IF({day}<={_date(scale.until)},{credit},0)"
        return at.when_dated(f"IF({day}<={at.deadline},100,{late})", "0")
    below = _steps(at, scale) if isinstance(scale, Ladder) else _line(at, scale)
    return at.when_measured(f"IF({at.reaches_target()},100,{below})")


def _steps(at: _Row, ladder: Ladder) -> str:
    """What the best step below the target counts."""
    formula = "0"
    for level, credit in sorted(ladder.steps, key=lambda step: step[1]):
        if credit < HUNDRED and level is not None:
            formula = f"IF({at.reaches(at.level(level))},{_literal(credit)},{formula})"
    return formula


def _line(at: _Row, slope: Slope) -> str:
    """How far the measure is on the way to the target, in percent."""
    kind, value, target, zero = at.criterion.kind, at.measured, at.target, at.level(slope.zero)
    if kind is Kind.WITHIN:
        value, zero = f"ABS({value})", at.level(abs(slope.zero))
        way, whole = f"{zero}-{value}", f"{zero}-ABS({target})"
    elif kind in _UPWARDS:
        way, whole = f"{value}-{zero}", f"{target}-{zero}"
    else:
        way, whole = f"{zero}-{value}", f"{zero}-{target}"
    share = f"MAX(0,ROUND(100*({way})/({whole}),{PERCENT_DECIMALS}))"
    # A benchmark may be reported beyond where its line begins: then there is no line.
    return f"IF({target}<{zero},{share},0)" if slope.full is None else share


def _is_final(layout: Layout) -> str:
    """A formula that is TRUE in the report for the plan's last period."""
    period = f"{Sheet.MASTER}!{absolute(layout.field_cell(Field.PERIOD))}"
    return f'{period}="{layout.plan.reporting.periods[-1].name}"'


def _goal_range(layout: Layout, goal: Goal, column: Column) -> str:
    """The cells of a goal's criteria in a column of Afrapportering."""
    first = layout.plan.criteria.index(goal.criteria[0])
    return f"{Sheet.REPORT}!{layout.report.data_range(column, first, len(goal.criteria))}"


def _goal_cells(layout: Layout, goal: Goal, column: Column) -> dict[str, str]:
    """The same one by one, by the criteria's short keys."""
    return {
        criterion.short: f"{Sheet.REPORT}!{layout.report_cell(criterion.key, column)}"
        for criterion in goal.criteria
    }


def _call(layout: Layout, goal: Goal, *further: str) -> str:
    """RP_GOAL of a goal's rule, its criteria's keys and their states, and what comes after."""
    rule = layout.goal_cell(goal.number, GoalColumn.RULE)
    keys, states = (_goal_range(layout, goal, each) for each in (Column.KEY, Column.STATE))
    return f"RP_GOAL({','.join((rule, keys, states, *further))})"


def _surely(rule: Rule, cells: dict[str, str], outcome: str) -> str:
    """A formula that is TRUE when the rule surely has this outcome, whatever is pending."""
    if isinstance(rule, Leaf):
        return f'{cells[rule.key]}="{outcome}"'
    count = len(rule.parts)
    needed = rule.least if outcome == FULFILLED else count - rule.least + 1
    parts = [_surely(part, cells, outcome) for part in rule.parts]
    if count == 1:
        return parts[0]
    if needed == count:
        return f"AND({','.join(parts)})"
    if needed == 1:
        return f"OR({','.join(parts)})"
    return f"{'+'.join(f'IF({part},1,0)' for part in parts)}>={needed}"


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


def _literal(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"({text})" if number < 0 else text


def _date(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
