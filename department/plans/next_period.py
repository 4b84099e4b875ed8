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

from department.bilingual import wrong_usage
from department.output import deliver, inert, inert_line
from department.plans.all_plans import chosen_plan, require_fit
from department.plans.one_report import Source, put_inputs, read_in_worker, tell
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
from validators.verdict import Verdict, judge
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Field, Layout, Sheet, inputs_by_key
from workbooks.prefill import CARRIED_FIELDS, Prefill
from workbooks.template.build import build_template

_ALWAYS = frozenset(
    {
        *(Column.BASIS, Column.RESULT, Column.DATE, Column.DONE, Column.PROVISIONAL),
        *(Column.DOCUMENTATION, Column.ACTION_PLAN),
    }
)
_WHEN_SETTLED = frozenset({Column.STATUS, Column.FORECAST, Column.EXPLANATION})


def next_period(plan: Plan, period: Period) -> Period | None:
    """The period after this one; None after the last."""
    later = [each for each in plan.reporting.periods if each.ends > period.ends]
    return later[0] if later else None


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
    if verdict.inputs is None or verdict.evaluation is None:
        return
    cells = (verdict.inputs.master.cells.get(name) for name in CARRIED_FIELDS)
    yield from (cell for cell in cells if cell is not None)
    results = verdict.evaluation.criteria
    settled = {key for key, each in results.items() if is_settled(each)}
    for row in verdict.inputs.rows:
        is_done = row.criterion.key in settled
        for column, cell in row.cells.items():
            if column in _ALWAYS or (is_done and column in _WHEN_SETTLED):
                yield cell


def _refused(verdict: Verdict) -> Iterator[Place]:
    """The cells that would have been carried, had they held a value."""
    for row in () if verdict.inputs is None else verdict.inputs.rows:
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
        raise wrong_usage(texts.SAME_FILE(lang))
    wanted = None if name is None else chosen_plan(name, lang)
    source, _ = read_in_worker(report, lang)
    following = next_template(report, source, wanted, lang)
    if target.is_dir():
        target = target / following.file_name
    deliver(target, following.data, lang)
    for line in following.words(lang):
        click.echo(line)
    return 0


@dataclass(frozen=True)
class NextTemplate:
    """The template of the period after a report's, with so many values of the report in it.

    `left_out` is what no cell can hold, with the reason, and what was refused when it was read.
    """

    verdict: Verdict
    before: Period
    after: Period
    file_name: str
    data: bytes
    count: int
    left_out: tuple[tuple[Place, Said | None], ...]

    def words(self, lang: Language) -> Iterator[str]:
        """What was carried, and what is doubtful about it: a line each."""
        names = {"before": self.before.name, "after": self.after.name}
        yield texts.CARRIED(lang, count=self.count, **names)
        if not self.verdict.accepted:
            errors = sum(each.is_error for each in self.verdict.findings)
            yield texts.PREFILL_NOT_ACCEPTED(lang, errors=errors)
        if self.left_out:
            yield texts.LEFT_OUT(lang, count=len(self.left_out))
        for place, refusal in self.left_out:
            reason = "" if refusal is None else f": {inert(in_words(refusal, lang))}"
            yield f"  {inert_line(str(place))}{reason}"


def next_template(report: str, source: Source, wanted: Plan | None, lang: Language) -> NextTemplate:
    """The next period's template from a report that was read.

    Raises `click.ClickException` where the report is of no use for it, or not of the plan that is
    wanted.
    """
    (verdict,) = judge([source.report])
    plan = _plan_of(report, source, verdict, wanted, lang)
    require_fit(plan, lang)
    shown = inert_line(report)
    period = verdict.period
    if period is None:
        raise click.ClickException(texts.PREFILL_WITHOUT_PERIOD(lang, path=shown))
    following = next_period(plan, period)
    if following is None:
        fields = {"path": shown, "period": period.name, "plan": plan.id}
        raise click.ClickException(texts.NO_NEXT(lang, **fields))
    layout, cells = Layout(plan), dict[tuple[Sheet, str], CellValue]()
    asked = {criterion.key for criterion, types in inputs_by_key(plan) if types}
    given = (each for each in _carried(verdict) if each.key is None or each.key in asked)
    put = put_inputs(cells, layout, given, source.texts)
    no_cell = [(cell.place, refusal) for cell, refusal in put if refusal is not None]
    left_out = (*no_cell, *((place, None) for place in _refused(verdict)))
    inputs = {**cells, (Sheet.MASTER, layout.field_cell(Field.PERIOD)): following.name}
    template = build_template(plan, inputs, Prefill(period.id, verdict.accepted, cells))
    name = f"{plan.id}-{following.id}.xlsx"
    return NextTemplate(verdict, period, following, name, template, len(cells), left_out)


def _plan_of(
    report: str, source: Source, verdict: Verdict, wanted: Plan | None, lang: Language
) -> Plan:
    """The version of the template to make, which must be the one that is wanted: that of the
    report, or the newest where the department has decided something since."""
    shown, plan = inert_line(report), verdict.plan
    if plan is None:
        tell(verdict.findings, lang)
        raise click.ClickException(texts.REPORT_UNREADABLE(lang, path=shown))
    if wanted is not None and wanted.id != plan.id:
        fields = {"path": shown, "found": plan.id, "plan": wanted.id}
        raise click.ClickException(texts.REPORT_OF_OTHER_PLAN(lang, **fields))
    if not source.can_migrate:
        raise click.ClickException(texts.PREFILL_OF_UNKNOWN_VERSION(lang, path=shown))
    newest, own = versions_of(plan.id)[0], plan_by_id(plan.id, plan.version) or plan
    plan = newest if len(newest.rulings) > len(own.rulings) else own
    if wanted is not None and wanted.version != plan.version:
        versions_said = {"found": own.version, "version": wanted.version}
        raise click.ClickException(texts.OTHER_VERSION(lang, path=shown, **versions_said))
    return plan
