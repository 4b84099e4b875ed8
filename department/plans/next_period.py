"""The next period's template, filled in with what an earlier report said.

What is measured or done goes along, with its documentation and action plans. What somebody has to
think about anew does not: status, forecast and explanation of what is not settled, significant
deviations, the day of submission, the approval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from department.output import deliver, inert, inert_line
from department.plans.chosen_plan import chosen_plan
from department.plans.migration import Source, ValuesData, put_inputs, read_source
from department.plans.one_report import read_in_worker, tell
from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult
from resultatplan.library import plan_by_id, versions_of
from resultatplan.plan import Period, Plan
from texts import plans as texts
from texts.language import Language, Said
from texts.language import say as in_words
from validators.consistency import adds_up
from validators.findings import Place
from validators.inputs import InputCell
from validators.report import Report, read_report
from validators.verdict import Verdict, by_severity, judge
from workbooks.form import Column, Field, Layout, Sheet, inputs_by_key
from workbooks.prefill import CARRIED_FIELDS, Prefill
from workbooks.template.build import build_template
from workbooks.values import Values, inputs_of

_ALWAYS = frozenset(
    {
        *(Column.BASIS, Column.RESULT, Column.DATE, Column.DONE, Column.PROVISIONAL),
        *(Column.DOCUMENTATION, Column.ACTION_PLAN),
    }
)
_WHEN_SETTLED = frozenset({Column.STATUS, Column.FORECAST, Column.EXPLANATION})


@dataclass(frozen=True)
class Prefilled:
    """The filled template, how many values were carried, and which could not be.

    `left_out` is what no cell can hold, with the reason, and what was refused when it was read.
    """

    data: bytes
    count: int
    left_out: tuple[tuple[Place, Said | None], ...]


def read_for_prefill(name: str, data: bytes) -> tuple[Source, Report]:
    """A received file's inputs and its examination: what a worker does."""
    return read_source(name, data), read_report(name, data)


def next_period(plan: Plan, period: Period) -> Period | None:
    """The period after this one; None after the last."""
    later = [each for each in plan.reporting.periods if each.ends > period.ends]
    return later[0] if later else None


def prefilled(
    plan: Plan, source: Source, verdict: Verdict, period: Period, to: Period
) -> Prefilled:
    """The template of the period `to`, with what the report for `period` said."""
    data: ValuesData = {"results": {}}
    asked = {criterion.key for criterion, types in inputs_by_key(plan) if types}
    wanted = (each for each in _carried(verdict) if each.key is None or each.key in asked)
    put = put_inputs(data, wanted, source.texts)
    no_cell = [(cell.place, refusal) for cell, refusal in put if refusal is not None]
    left_out = (*no_cell, *((place, None) for place in _refused(verdict)))
    layout = Layout(plan)
    carried = inputs_of(layout, Values.model_validate(data))
    cells = {at: value for at, value in carried.items() if value is not None}
    inputs = {**cells, (Sheet.MASTER, layout.field_cell(Field.PERIOD)): to.name}
    prefill = Prefill(period.id, verdict.accepted, cells)
    return Prefilled(build_template(plan, inputs, prefill), len(cells), left_out)


def is_settled(result: CriterionResult) -> bool:
    """Whether nothing later in the year can change how the criterion is judged."""
    criterion = result.criterion
    if criterion.kind is Kind.DELIVERED_BY:
        return result.state is not State.PENDING
    if result.state is not State.FULFILLED:
        return False
    if criterion.kind.is_upwards and criterion.kind.is_plain:
        return adds_up(criterion)
    return not criterion.kind.is_numeric


def _carried(verdict: Verdict) -> Iterator[InputCell]:
    if verdict.master is not None:
        cells = (verdict.master.cells.get(name) for name in CARRIED_FIELDS)
        yield from (cell for cell in cells if cell is not None)
    goals = () if verdict.evaluation is None else verdict.evaluation.goals
    results = [each for goal in goals for each in goal.criteria]
    settled = {each.criterion.key for each in results if is_settled(each)}
    for row in verdict.rows:
        is_done = row.criterion.key in settled
        for column, cell in row.cells.items():
            if column in _ALWAYS or (is_done and column in _WHEN_SETTLED):
                yield cell


def _refused(verdict: Verdict) -> Iterator[Place]:
    """The cells that would have been carried, had they held a value."""
    for row in verdict.rows:
        for column, cell in row.cells.items():
            is_wanted = column in _ALWAYS | _WHEN_SETTLED
            if is_wanted and cell.finding is not None and cell.finding.found is not None:
                yield cell.place


def build_prefilled(name: str | None, report: str, out: str, lang: Language) -> int:
    """Write the next period's template with what a report said. The exit code.

    Raises `click.ClickException` where the report is of no use for it.
    """
    target = Path(out)
    if target.exists() and Path(report).exists() and target.samefile(report):
        raise click.UsageError(texts.SAME_FILE(lang), click.get_current_context())
    wanted = None if name is None else chosen_plan(name, lang)
    (source, read), _ = read_in_worker(report, read_for_prefill, texts.PREFILL_UNREADABLE, lang)
    following = next_template(report, source, read, wanted, lang)
    if target.is_dir():
        target = target / following.file_name
    deliver(target, following.data, lang)
    for line in following.words(lang):
        click.echo(line)
    return 0


@dataclass(frozen=True)
class NextTemplate:
    """The template of the period after a report's, with what the report said in it."""

    verdict: Verdict
    before: Period
    after: Period
    file_name: str
    filled: Prefilled

    @property
    def data(self) -> bytes:
        """The workbook."""
        return self.filled.data

    def words(self, lang: Language) -> Iterator[str]:
        """What was carried, and what is doubtful about it: a line each."""
        names = {"before": self.before.name, "after": self.after.name}
        yield texts.CARRIED(lang, count=self.filled.count, **names)
        if not self.verdict.accepted:
            errors = by_severity(self.verdict.findings)["error"]
            yield texts.PREFILL_NOT_ACCEPTED(lang, errors=errors)
        if self.filled.left_out:
            yield texts.LEFT_OUT(lang, count=len(self.filled.left_out))
        for place, refusal in self.filled.left_out:
            reason = "" if refusal is None else f": {inert(in_words(refusal, lang))}"
            yield f"  {inert_line(str(place))}{reason}"


def next_template(
    report: str, source: Source, read: Report, wanted: Plan | None, lang: Language
) -> NextTemplate:
    """The next period's template from a report, as `read_for_prefill` read it.

    Raises `click.ClickException` where the report is of no use for it, or not of the plan that is
    wanted.
    """
    (verdict,) = judge([read])
    plan = _plan_of(report, source, verdict, wanted, lang)
    shown = inert_line(report)
    period = verdict.period
    if period is None:
        raise click.ClickException(texts.PREFILL_WITHOUT_PERIOD(lang, path=shown))
    following = next_period(plan, period)
    if following is None:
        fields = {"path": shown, "period": period.name, "plan": plan.id}
        raise click.ClickException(texts.NO_NEXT(lang, **fields))
    done = prefilled(plan, source, verdict, period, following)
    return NextTemplate(verdict, period, following, f"{plan.id}-{following.id}.xlsx", done)


def _plan_of(
    report: str, source: Source, verdict: Verdict, wanted: Plan | None, lang: Language
) -> Plan:
    """The version of the template to make, which must be the one that is wanted: that of the
    report, or the newest where the department has decided something since."""
    shown, plan = inert_line(report), verdict.plan
    if plan is None:
        tell(verdict.findings, lang)
        raise click.ClickException(texts.PREFILL_UNREADABLE(lang, path=shown))
    if wanted is not None and wanted.id != plan.id:
        fields = {"path": shown, "found": plan.id, "plan": wanted.id}
        raise click.ClickException(texts.PREFILL_OF_OTHER_PLAN(lang, **fields))
    if not source.can_migrate:
        raise click.ClickException(texts.PREFILL_OF_UNKNOWN_VERSION(lang, path=shown))
    newest, own = versions_of(plan.id)[0], plan_by_id(plan.id, plan.version) or plan
    plan = newest if len(newest.rulings) > len(own.rulings) else own
    if wanted is not None and wanted.version != plan.version:
        versions_said = {"found": own.version, "version": wanted.version}
        raise click.ClickException(texts.OTHER_VERSION(lang, path=shown, **versions_said))
    return plan
