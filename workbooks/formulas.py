"""The formulas of a workbook: an RP_ function, and plain Excel where no add-in answers.

The native part is written from the same kind, scale and rule tree as the Python judge. It runs in
Excel from 2016 on and in LibreOffice: no LAMBDA, no dynamic arrays, and every comparison guards
its types, since in Excel text is greater than any number.

A criterion's degree as things stand (Grad) is a number, or a text while it is pending; what is
secured, expected and attainable of it follows, as in `resultatplan.outcome`, and of these three
come the goal's and the totals. No IF stands in an array, since LibreOffice has no answer there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from resultatplan.combinations import ByRule, Combination
from resultatplan.criteria import Kind, State
from resultatplan.exact import AMOUNT_DECIMALS, HUNDRED, PERCENT_DECIMALS, RATIO_DECIMALS
from resultatplan.goals import Criterion, Goal
from resultatplan.outcome import Counted
from resultatplan.rules import Leaf, Rule
from resultatplan.rulings import left_as
from resultatplan.scales import Degree, Grades, Ladder, Partly, Slope
from workbooks.coordinates import absolute
from workbooks.form import (
    AS_OF_CELL,
    ATTAINABLE_CELL,
    EXPECTED_CELL,
    GREEN,
    NO,
    PARTLY,
    RED,
    REPEATED_TOTALS,
    SECURED_CELL,
    YES,
    Column,
    Field,
    GoalColumn,
    Layout,
    Sheet,
    grade_answer,
)

FULFILLED, NOT_FULFILLED, PENDING = "opfyldt", "ikke opfyldt", "afventer"
"""What a cell of the column Opfyldt says."""
ON_LEVEL, BELOW_LEVEL = "afventer, på niveau", "afventer, under niveau"
"""What it says of a pending figure: whether it would be met if the year ended with it."""
PARTIAL = "delvist opfyldt"
"""What it may say besides, where the plan has a scheme for it."""
LEFT = {State.WITHDRAWN: "udgået", State.NOT_MEASURED: "måles ikke i år"}
"""What it says of what is no part of the computation by a ruling."""
UNKNOWN = "ukendt"
"""What Forventet says where nothing tells what to expect; it counts as not met."""
ZERO = "=0"
"""The formula of what counts nothing, whatever is reported."""

LONGEST_FORMULA = 8192
"""Characters that Excel takes."""


class FormulaTooLongError(ValueError):
    """A goal's rule makes a formula that Excel refuses."""


AS_OF = absolute(AS_OF_CELL)
"""On Afrapportering: the day the period ends, nothing in the final report."""
_FINAL = f'{AS_OF}=""'
"""A formula on Afrapportering that is TRUE in the final report."""
INTERIM = f'{AS_OF}<>""'
"""The opposite."""


class _Row:
    """The addresses in a criterion's row, and conditions on them.

    `pending` is what a formula gives where nothing can be judged.
    """

    def __init__(self, layout: Layout, criterion: Criterion) -> None:
        def cell(column: Column) -> str:
            return layout.report_cell(criterion.key, column)

        self.criterion = criterion
        self.scale = layout.plan.scales.get(criterion.key)
        self.kind, self.unit, self.target = map(cell, (Column.KIND, Column.UNIT, Column.TARGET))
        self.basis, self.result = cell(Column.BASIS), cell(Column.RESULT)
        self.deadline, self.date, self.done = map(cell, (Column.DEADLINE, Column.DATE, Column.DONE))
        self.measured, self.degree = cell(Column.MEASURED), cell(Column.DEGREE)
        self.low, self.high = cell(Column.LOW), cell(Column.HIGH)
        self.forecast, self.status = cell(Column.FORECAST), cell(Column.STATUS)
        self.pending = f'"{PENDING}"'
        agreed = (self.kind, self.target, self.measured, self.deadline, self.date, self.done)
        scale = '""' if self.scale is None else cell(Column.SCALE)
        forecast = f'IF(ISBLANK({self.forecast}),"",{self.forecast})'
        if criterion.kind.is_numeric:
            forecast = f"RP_MEASURE({self.kind},{self.basis},{self.forecast},{self.unit})"
        interim = (cell(Column.COUNTED), cell(Column.PROVISIONAL), AS_OF, forecast, self.status)
        self.judged = ",".join([*agreed, scale, *interim])
        """What RP_CRITERION and RP_DEGREE look at."""
        self.provisional = f'{cell(Column.PROVISIONAL)}="{YES}"'

    @property
    def yes(self) -> str:
        return f'OR({self.done}="{YES}",AND(ISLOGICAL({self.done}),{self.done}=TRUE()))'

    @property
    def no(self) -> str:
        return f'OR({self.done}="{NO}",AND(ISLOGICAL({self.done}),{self.done}=FALSE()))'

    def when_dated(self, outcome: str) -> str:
        """The outcome of a date, unless the answer denies it; without a date Nej is 0."""
        contradicted = f"IF({self.no},{self.pending},{outcome})"
        return f"IF(ISNUMBER({self.date}),{contradicted},IF({self.no},0,{self.pending}))"

    def when_measured(self, outcome: str) -> str:
        """The outcome when the measured value and the target are numbers.

        The target of an interval is a text, of which the formula holds the ends.
        """
        numbers = f"AND(ISNUMBER({self.measured}),ISNUMBER({self.target}))"
        if self.criterion.kind is Kind.BETWEEN:
            numbers = f"ISNUMBER({self.measured})"
        return f"IF({numbers},{outcome},{self.pending})"

    def reaches(self, level: str) -> str:
        """A formula that is TRUE when the measure reaches a level, as its kind compares them."""
        kind, value = self.criterion.kind, f"ROUND({self.measured},{RATIO_DECIMALS})"
        if kind is Kind.WITHIN:
            return f"ABS({value})<=ABS({level})"
        sign = ">" if kind.is_upwards else "<"
        return f"{value}{sign}{'' if kind.is_strict else '='}{level}"

    def reaches_target(self) -> str:
        """The same of the target."""
        ends = self.criterion.target, self.criterion.target_to
        if ends[0] is not None and ends[1] is not None:
            value = f"ROUND({self.measured},{RATIO_DECIMALS})"
            return f"AND({value}>={self.level(ends[0])},{value}<={self.level(ends[1])})"
        return self.reaches(f"ROUND({self.target},{RATIO_DECIMALS})")

    def level(self, level: Decimal) -> str:
        """A level of the plan as the cells hold it."""
        return _literal(level / HUNDRED if self.criterion.in_percent else level)


def measured(layout: Layout, criterion: Criterion) -> str:
    """Målt værdi of a numeric criterion."""
    at = _Row(layout, criterion)
    call = f"RP_MEASURE({at.kind},{at.basis},{at.result},{at.unit})"
    return f"=IFERROR({call},{_native_measure(at, at.result)})"


def benchmark_target(layout: Layout, criterion: Criterion) -> str:
    """Måltal of a benchmark: the level that the agency reports as its basis."""
    basis = layout.report_cell(criterion.key, Column.BASIS)
    return f'=IF(ISNUMBER({basis}),{basis},"")'


def state(layout: Layout, criterion: Criterion) -> str:
    """Opfyldt of a criterion: what is decided, or afventer, and whether a figure is on level."""
    at = _Row(layout, criterion)
    met = f'IF({at.low}>=100,"{FULFILLED}","{NOT_FULFILLED}")'
    if at.scale is not None:
        lower = f'IF({at.low}>0,"{PARTIAL}","{NOT_FULFILLED}")'
        met = f'IF({at.low}>=100,"{FULFILLED}",{lower})'
    pending = at.pending
    if criterion.kind.is_numeric:
        level = f'IF({at.degree}>=100,"{ON_LEVEL}","{BELOW_LEVEL}")'
        pending = f"IF(ISNUMBER({at.degree}),{level},{pending})"
    unanswered = f"AND({_FINAL},ISTEXT({at.degree}))"
    native = f"IF({unanswered},{at.pending},IF({at.low}={at.high},{met},{pending}))"
    return f"=IFERROR(RP_CRITERION({at.judged}),{native})"


def degrees(layout: Layout, criterion: Criterion) -> dict[Column, str]:
    """Grad of a criterion, 0 to 100 or afventer, and what is secured, expected and attainable."""
    at = _Row(layout, criterion)

    def of(native: str, shown: str = "") -> str:
        return f"=IFERROR(RP_DEGREE({at.judged}{shown}),{native})"

    return {
        Column.DEGREE: of(_native_degree(at)),
        Column.LOW: of(_native_low(at), ',"sikret"'),
        Column.EXPECTED: of(_native_expected(layout, at), ',"forventet"'),
        Column.HIGH: of(_native_high(at), ',"opnåelig"'),
    }


def word(shown: str) -> str:
    """The formula of a cell that says one word, whatever is reported."""
    return f'="{shown}"'


def as_of(layout: Layout) -> str:
    """The last day of the period reported on; "" in the final report, 0 while it is unknown."""
    period = f"{Sheet.MASTER}!{absolute(layout.field_cell(Field.PERIOD))}"
    names, ends = (f"{Sheet.MASTER}!{layout.period_range(column)}" for column in (0, 1))
    final = layout.plan.reporting.periods[-1].name
    return f'=IF({period}="{final}","",IFERROR(INDEX({ends},MATCH({period},{names},0)),0))'


def of_goal(layout: Layout, goal: Goal) -> dict[GoalColumn, str]:
    """The computed columns of a goal.

    Opfyldelse is 0 to 100, or afventer while it may still change, and Bidrag is as much of the
    weight as is secured. Raises `FormulaTooLongError`.
    """
    combination = layout.plan.combinations.get(goal.number)
    if combination is None:
        first = layout.goals.columns.index(GoalColumn.FULFILMENT)
        zeros = dict.fromkeys(map(GoalColumn, layout.goals.columns[first:]), ZERO)
        gone = left_as(layout.plan.rulings_on(goal))
        return zeros | {GoalColumn.FULFILMENT: word(LEFT[gone])}

    def cells(column: Column, last: Column) -> str:
        """The cells of its criteria on Afrapportering, from one column to another."""
        top = absolute(layout.report_cell(goal.criteria[0].key, column))
        bottom = absolute(layout.report_cell(goal.criteria[-1].key, last))
        return f"{Sheet.REPORT}!{top if top == bottom else f'{top}:{bottom}'}"

    def combined(column: Column) -> str:
        terms = {
            each.short: f"{Sheet.REPORT}!{layout.report_cell(each.key, column)}"
            for each in goal.criteria
        }
        return _combined(combination, terms, "N({})" if column is Column.EXPECTED else "{}")

    low, high = (layout.goal_cell(goal.number, each) for each in (GoalColumn.LOW, GoalColumn.HIGH))
    rule = layout.goal_cell(goal.number, GoalColumn.RULE)
    final = f"{Sheet.REPORT}!{_FINAL}"
    keys, states = (cells(each, each) for each in (Column.KEY, Column.STATE))
    call = ",".join((rule, keys, states, final, cells(Column.LOW, Column.HIGH)))
    contribution = {}
    if layout.plan.has_total:
        weight = layout.goal_cell(goal.number, GoalColumn.WEIGHT)
        contribution = {GoalColumn.CONTRIBUTION: f"={low}*{weight}/100"}
    computed = {
        GoalColumn.FULFILMENT: f'=IFERROR(RP_GOAL({call}),IF({low}={high},{low},"{PENDING}"))',
        **contribution,
        GoalColumn.LOW: f'=IFERROR(RP_GOAL({call},"sikret"),{combined(Column.LOW)})',
        GoalColumn.EXPECTED: f'=IFERROR(RP_GOAL({call},"forventet"),{combined(Column.EXPECTED)})',
        GoalColumn.HIGH: f'=IFERROR(RP_GOAL({call},"opnåelig"),{combined(Column.HIGH)})',
    }
    if max(map(len, computed.values())) > LONGEST_FORMULA:
        raise FormulaTooLongError(goal.number)
    return computed


def too_long_for_excel(layout: Layout) -> list[str]:
    """The numbers of the goals whose formulas Excel would refuse."""
    refused = []
    for goal in layout.plan.goals:
        try:
            of_goal(layout, goal)
        except FormulaTooLongError:
            refused.append(goal.number)
    return refused


def totals(layout: Layout) -> dict[str, str]:
    """The three totals above the goals, in percent (0 to 100), by the address of their cell.

    Where the plan has none: how many goals are met, partly met and not met.
    """
    if not layout.plan.has_total:
        shown = layout.goals.data_range(GoalColumn.FULFILMENT)
        partly = f'COUNTIFS({shown},">0",{shown},"<100")'
        counts = (f"=COUNTIF({shown},100)", f"={partly}", f"=COUNTIF({shown},0)")
        return dict(zip(REPEATED_TOTALS, counts, strict=True))
    weights = layout.goals.data_range(GoalColumn.WEIGHT)
    found = {}
    for cell, call, column in (
        (SECURED_CELL, "RP_SCORE", GoalColumn.LOW),
        (EXPECTED_CELL, "RP_EXPECTED", GoalColumn.EXPECTED),
        (ATTAINABLE_CELL, "RP_ATTAINABLE", GoalColumn.HIGH),
    ):
        values = layout.goals.data_range(column)
        native = f"SUMPRODUCT({values},{weights})/SUM({weights})"
        found[cell] = f"=IFERROR({call}({values},{weights}),{native})"
    return found


def computed_by(with_functions: str, without: str) -> str:
    """Which of the two computed: the functions with their version, or plain Excel."""
    return f'=IFERROR("{with_functions} "&RP_VERSION(),"{without}")'


def _native_measure(at: _Row, result: str) -> str:
    """The value measured from a result, or from a forecast of it."""
    criterion, difference = at.criterion, f"{result}-{at.basis}"
    both = f"AND(ISNUMBER({at.basis}),ISNUMBER({result}))"
    if criterion.kind is Kind.WITHIN and not criterion.in_percent:
        return f'IF({both},ROUND({difference},{AMOUNT_DECIMALS}),"")'
    if criterion.kind is Kind.WITHIN:
        share = f"ROUND(({difference})/ABS({at.basis}),{RATIO_DECIMALS})"
    elif criterion.kind.is_change:
        if criterion.kind is Kind.REDUCTION:
            difference = f"{at.basis}-{result}"
        share = f"ROUND(({difference})/{at.basis},{RATIO_DECIMALS})"
    else:
        return f'IF(ISNUMBER({result}),{result},"")'
    return f'IF({both},IF({at.basis}<>0,{share},""),"")'


def _native_degree(at: _Row) -> str:
    """How much the criterion counts if the year ends with what the row holds."""
    kind, scale = at.criterion.kind, at.scale
    if kind is Kind.DELIVERED_BY:
        day = f"INT({at.date})"
        late = "0"
        if isinstance(scale, Partly) and scale.until is not None:
            late = f"IF({day}<={_date(scale.until)},{_literal(scale.degree)},0)"
        return at.when_dated(f"IF({day}<={at.deadline},100,{late})")
    if not kind.is_numeric:
        said = at.pending
        if isinstance(scale, Partly):
            said = f'IF({at.done}="{PARTLY}",{_literal(scale.degree)},{said})'
        elif isinstance(scale, Grades):
            for grade in scale.credits:
                said = f'IF({at.done}="{grade_answer(grade)}",{grade},{said})'
        return f"IF({at.yes},100,IF({at.no},0,{said}))"
    below = "0"
    if isinstance(scale, Ladder):
        below = _steps(at, scale)
    elif isinstance(scale, Slope):
        below = _line(at, scale)
    return at.when_measured(f"IF({at.reaches_target()},100,{below})")


def _native_low(at: _Row) -> str:
    """What can no longer be lost: of a figure nothing, while it can still get worse."""
    kind, counted = at.criterion.kind, at.criterion.counts
    may_worsen = counted is Counted.YEAR or not kind.is_upwards
    if kind.is_numeric and counted is not Counted.ONCE and may_worsen:
        return f"IF({_FINAL},N({at.degree}),0)"
    return f"IF(AND({INTERIM},{at.provisional}),0,N({at.degree}))"


def _native_high(at: _Row) -> str:
    """What is not yet lost: everything, where nothing can be lost before the year is over."""
    kind, counted = at.criterion.kind, at.criterion.counts
    is_delivery = kind is Kind.DELIVERED_BY
    is_settled = is_delivery or (kind.is_numeric and counted is Counted.ONCE)
    if not is_settled and (kind.is_upwards or counted is not Counted.RUNNING):
        return f"IF({_FINAL},N({at.degree}),100)"
    most = at.degree
    if is_delivery:
        missed, scale = "0", at.scale
        if isinstance(scale, Partly) and scale.until is not None:
            missed = f"IF({_date(scale.until)}>{AS_OF},{_literal(scale.degree)},0)"
        denied = f"IF({at.deadline}<={AS_OF},{missed},100)"
        most = f"IF(ISNUMBER({at.date}),{at.degree},{denied})"
    is_open = f"OR({at.provisional},ISTEXT({at.degree}))"
    return f"IF({_FINAL},N({at.degree}),IF({is_open},100,{most}))"


def _native_expected(layout: Layout, at: _Row) -> str:
    """What is decided, or the forecast, or what the colour says, or what is reported so far."""
    ahead = _Row(layout, at.criterion)
    ahead.measured = f"({_native_measure(at, at.forecast)})"
    ahead.date = ahead.done = at.forecast
    red = f'IF({at.status}="{RED}",0,{at.degree})'
    ahead.pending = f'IF({at.status}="{GREEN}",100,{red})'
    found = _native_degree(ahead)
    bounded = f'IFERROR(MAX({at.low},MIN({at.high},{found}+0)),"{UNKNOWN}")'
    return f"IF(OR({_FINAL},{at.low}={at.high}),{at.low},{bounded})"


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
    elif kind.is_upwards:
        way, whole = f"{value}-{zero}", f"{target}-{zero}"
    else:
        way, whole = f"{zero}-{value}", f"{zero}-{target}"
    share = f"MAX(0,ROUND(100*({way})/({whole}),{PERCENT_DECIMALS}))"
    # A benchmark may be reported beyond where its line begins: then there is no line.
    beyond = f"{target}{'>' if kind.is_upwards else '<'}{zero}"
    return f"IF({beyond},{share},0)" if slope.full is None else share


def _combined(combination: Combination, cells: dict[str, str], term: str) -> str:
    """A formula for the degree of a goal from the cells of its criteria, as each is put in."""
    if isinstance(combination, ByRule):
        met = _by_rule(combination.rule, cells, term)
        if combination.partial_rule is None:
            return met
        partly = _by_rule(combination.partial_rule, cells, term)
        return f"MAX({met},{_literal(combination.partial_degree)}*({partly}>=100))"
    reached = "+".join(
        f"{'' if weight == 1 else f'{_literal(weight)}*'}{_by_rule(rule, cells, term)}"
        for rule, weight in combination.parts
    )
    whole = sum((weight for _, weight in combination.parts), Decimal(0))
    return f"ROUND(({reached})/{_literal(whole)},{PERCENT_DECIMALS})"


def _by_rule(rule: Rule, cells: dict[str, str], term: str) -> str:
    if isinstance(rule, Leaf):
        return term.format(cells[rule.key])
    parts = [_by_rule(part, cells, term) for part in rule.parts]
    listed = ",".join(parts)
    if len(parts) == 1:
        return parts[0]
    if rule.is_all:
        return f"MIN({listed})"
    if rule.is_any:
        return f"MAX({listed})"
    keys = [part.key for part in rule.parts if isinstance(part, Leaf)]
    together = _range_of(keys, cells) if len(keys) == len(parts) else None
    if together is not None:
        # A text, which LARGE leaves out, counts nothing.
        return f"IFERROR(LARGE({together},{rule.least}),0)"
    if len(parts) * len(listed) > LONGEST_FORMULA:
        raise FormulaTooLongError
    # The greatest that so many reach: to list every choice of them would grow beyond bounds.
    reached = ("+".join(f"({other}>={part})" for other in parts) for part in parts)
    pairs = zip(parts, reached, strict=True)
    return f"MAX({','.join(f'{part}*({count}>={rule.least})' for part, count in pairs)})"


def _range_of(keys: Sequence[str], cells: dict[str, str]) -> str | None:
    """The cells of criteria that stand below one another as one range, None where they do not."""
    order = list(cells)
    places = sorted(map(order.index, keys))
    if places != list(range(places[0], places[-1] + 1)):
        return None
    first, last = (cells[order[each]] for each in (places[0], places[-1]))
    return f"{first}:{last.rpartition('!')[2]}"


def _literal(number: Degree) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"({text})" if number < 0 else text


def _date(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
