"""The formulas of a workbook: an RP_ function, and plain Excel where no add-in answers.

The native part is written from the same kind and the same rule tree as the Python judge. It runs
in Excel from 2016 on and in LibreOffice: no LAMBDA, no dynamic arrays, and every comparison
guards its types, since in Excel text is greater than any number. What can be met in part has its
formulas in `workbooks.degree_formulas`.
"""

from __future__ import annotations

from resultatplan.criteria import Kind
from resultatplan.exact import AMOUNT_DECIMALS, RATIO_DECIMALS
from resultatplan.plan import Criterion, Goal
from resultatplan.rules import Leaf, Rule
from workbooks.form import NO, YES, Column, GoalColumn, Layout, Sheet

FULFILLED, NOT_FULFILLED, PENDING = "opfyldt", "ikke opfyldt", "afventer"
"""What a cell of the column Opfyldt says."""
PARTIAL, WITHDRAWN = "delvist opfyldt", "udgået"
"""What it may say besides, where the plan has a scheme for it."""


def measured(layout: Layout, criterion: Criterion) -> str:
    """Målt værdi of a numeric criterion."""
    at = RowCells(layout, criterion.key)
    call = f"RP_MEASURE({at.kind},{at.basis},{at.result},{at.unit})"
    return f"=IFERROR({call},{_native_measure(criterion, at)})"


def state(layout: Layout, criterion: Criterion) -> str:
    """Opfyldt of a criterion: opfyldt, ikke opfyldt or afventer."""
    at = RowCells(layout, criterion.key)
    return f"=IFERROR(RP_CRITERION({','.join(at.judged)}),{_native_state(criterion, at)})"


def benchmark_target(layout: Layout, criterion: Criterion) -> str:
    """Måltal of a benchmark: the level that the agency reports as its basis."""
    basis = RowCells(layout, criterion.key).basis
    return f'=IF(ISNUMBER({basis}),{basis},"")'


def withdrawn() -> str:
    """Opfyldt of a criterion, or Opfyldelse of a goal, that has left."""
    return f'="{WITHDRAWN}"'


def not_met() -> str:
    """Opfyldt of a withdrawn criterion that counts as not met."""
    return f'="{NOT_FULFILLED}"'


def zero() -> str:
    """What counts nothing, whatever is reported."""
    return "=0"


def fulfilment(layout: Layout, goal: Goal, rule: Rule, is_final: str) -> str:
    """Opfyldelse of a goal that is met or not: 100, 0 or afventer.

    `rule` is over the criteria that have not left; `is_final` a formula for the final report.
    """
    cells = goal_cells(layout, goal, Column.STATE)
    met = _surely(rule, cells, FULFILLED)
    failed = _surely(rule, cells, NOT_FULFILLED)
    native = f'IF({met},100,IF(OR({failed},{is_final}),0,"{PENDING}"))'
    arguments = (*goal_arguments(layout, goal), is_final)
    return f"=IFERROR(RP_GOAL({','.join(arguments)}),{native})"


def goal_arguments(layout: Layout, goal: Goal) -> tuple[str, str, str]:
    """What RP_GOAL is told of a goal: its rule, its criteria's keys and their states."""
    keys, states = (goal_range(layout, goal, column) for column in (Column.KEY, Column.STATE))
    return layout.goal_cell(goal.number, GoalColumn.RULE), keys, states


def goal_range(layout: Layout, goal: Goal, column: Column) -> str:
    """The cells of a goal's criteria in a column of Afrapportering."""
    first = layout.plan.criteria.index(goal.criteria[0])
    return f"{Sheet.REPORT}!{layout.report.data_range(column, first, len(goal.criteria))}"


def goal_cells(layout: Layout, goal: Goal, column: Column) -> dict[str, str]:
    """The same one by one, by the criteria's short keys."""
    return {
        criterion.short: f"{Sheet.REPORT}!{layout.report_cell(criterion.key, column)}"
        for criterion in goal.criteria
    }


def contribution(layout: Layout, goal: Goal) -> str:
    """Bidrag of a goal: its weight when fulfilled, else 0."""
    value = layout.goal_cell(goal.number, GoalColumn.FULFILMENT)
    weight = layout.goal_cell(goal.number, GoalColumn.WEIGHT)
    return f"=IFERROR(RP_SCORE({value},{weight})*{weight}/100,IF({value}=100,{weight},0))"


def secured(layout: Layout) -> str:
    """The total so far, in percent (0 to 100)."""
    values, weights = _totals(layout)
    return (
        f"=IFERROR(RP_SCORE({values},{weights}),100*SUMIFS({weights},{values},100)/SUM({weights}))"
    )


def attainable(layout: Layout) -> str:
    """The total if everything pending is fulfilled, in percent (0 to 100)."""
    values, weights = _totals(layout)
    return (
        f"=IFERROR(RP_ATTAINABLE({values},{weights}),100*(SUMIFS({weights},{values},100)"
        f'+SUMIFS({weights},{values},"{PENDING}"))/SUM({weights}))'
    )


def computed_by(with_functions: str, without: str) -> str:
    """Which of the two computed: the functions with their version, or plain Excel."""
    return f'=IFERROR("{with_functions} "&RP_VERSION(),"{without}")'


class RowCells:
    """The addresses in a criterion's row."""

    def __init__(self, layout: Layout, key: str) -> None:
        self.kind = layout.report_cell(key, Column.KIND)
        self.target = layout.report_cell(key, Column.TARGET)
        self.unit = layout.report_cell(key, Column.UNIT)
        self.deadline = layout.report_cell(key, Column.DEADLINE)
        self.basis = layout.report_cell(key, Column.BASIS)
        self.result = layout.report_cell(key, Column.RESULT)
        self.date = layout.report_cell(key, Column.DATE)
        self.done = layout.report_cell(key, Column.DONE)
        self.measured = layout.report_cell(key, Column.MEASURED)

    @property
    def judged(self) -> tuple[str, ...]:
        """What RP_CRITERION looks at."""
        return self.kind, self.target, self.measured, self.deadline, self.date, self.done

    @property
    def both(self) -> str:
        """A formula that is TRUE when basis and result are numbers."""
        return f"AND(ISNUMBER({self.basis}),ISNUMBER({self.result}))"

    @property
    def numbers(self) -> str:
        """The same of the measured value and the target."""
        return f"AND(ISNUMBER({self.measured}),ISNUMBER({self.target}))"

    @property
    def yes(self) -> str:
        """The same when the answer is Ja."""
        return f'OR({self.done}="{YES}",AND(ISLOGICAL({self.done}),{self.done}=TRUE))'

    @property
    def no(self) -> str:
        """The same when the answer is Nej."""
        return f'OR({self.done}="{NO}",AND(ISLOGICAL({self.done}),{self.done}=FALSE))'


def _native_measure(criterion: Criterion, at: RowCells) -> str:
    difference = f"{at.result}-{at.basis}"
    if criterion.kind is Kind.WITHIN and not criterion.in_percent:
        return f'IF({at.both},ROUND({difference},{AMOUNT_DECIMALS}),"")'
    if criterion.kind is Kind.WITHIN:
        share = f"ROUND(({difference})/ABS({at.basis}),{RATIO_DECIMALS})"
    elif criterion.kind is Kind.REDUCTION:
        share = f"ROUND(({at.basis}-{at.result})/{at.basis},{RATIO_DECIMALS})"
    else:
        return f'IF(ISNUMBER({at.result}),{at.result},"")'
    return f'IF({at.both},IF({at.basis}<>0,{share},""),"")'


def _native_state(criterion: Criterion, at: RowCells) -> str:
    if criterion.kind is Kind.DELIVERED_BY:
        in_time = _verdict(f"INT({at.date})<={at.deadline}")
        dated = f'IF({at.no},"{PENDING}",{in_time})'
        return f'IF(ISNUMBER({at.date}),{dated},IF({at.no},"{NOT_FULFILLED}","{PENDING}"))'
    if not criterion.kind.is_numeric:
        return f'IF({at.yes},"{FULFILLED}",IF({at.no},"{NOT_FULFILLED}","{PENDING}"))'
    comparison = reaches(criterion.kind, at, f"ROUND({at.target},{RATIO_DECIMALS})")
    return f'IF({at.numbers},{_verdict(comparison)},"{PENDING}")'


def reaches(kind: Kind, at: RowCells, level: str) -> str:
    """A formula that is TRUE when the measure reaches a level, as its kind compares them."""
    value = f"ROUND({at.measured},{RATIO_DECIMALS})"
    if kind is Kind.WITHIN:
        return f"ABS({value})<=ABS({level})"
    return f"{value}>={level}" if kind in (Kind.AT_LEAST, Kind.REDUCTION) else f"{value}<={level}"


def _verdict(comparison: str) -> str:
    return f'IF({comparison},"{FULFILLED}","{NOT_FULFILLED}")'


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


def _totals(layout: Layout) -> tuple[str, str]:
    return (
        layout.goals.data_range(GoalColumn.FULFILMENT),
        layout.goals.data_range(GoalColumn.WEIGHT),
    )
