"""A plan tried on old reports: what would be judged otherwise than by the plan they were made for.

Each report is examined once, in a worker, and judged twice from the same inputs, which are carried
over by criterion key. What concerns the workbook itself (layers 1 to 3, the figures its formulas
show) is the template's matter and left out of the comparison. What lies between the given reports
of one plan is compared too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime

from rich.markup import escape
from rich.table import Table

from department.output import inert, inert_line
from department.record import Receipt, finding_record, record_of
from department.report_json import finding_json
from department.screen import table_of
from department.turns import earlier_of
from department.wording import percent, score_words
from resultatplan.evaluation import Evaluation
from resultatplan.library import plan_reference
from resultatplan.plan import Plan
from resultatplan.scoring import Score
from texts import plans as texts
from texts import standing as say
from texts.language import Language
from texts.language import say as in_words
from validators.carried_over import Carried, LeftBehind, carry
from validators.findings import Finding, in_order
from validators.report import Report
from validators.verdict import Verdict, between, inputs_of, judge

_COMPARED_LAYERS = ("4", "5", "7")
_UNRECEIVED = Receipt("", "", 0, datetime.min)
"""Said of a report that is only tried."""

Judged = tuple[str, float | None]
"""A state, and of a goal its fulfilment, 0 to 100, None while pending."""
Changes = dict[str, tuple[Judged | None, Judged | None]]
"""What would be judged otherwise: before and after, None where the plan does not have it."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a plan would change for one report. `judged_by` is None where the file is no report."""

    file: str
    judged_by: str | None
    before: Score | None = None
    after: Score | None = None
    goals: Changes = field(default_factory=dict)
    criteria: Changes = field(default_factory=dict)
    gone: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()
    years_moved: int = 0

    @property
    def differs(self) -> bool:
        """Whether anything would be judged otherwise."""
        changes = (self.goals, self.criteria, self.gone, self.new)
        return self.before != self.after or any(changes)


def rehearse(reports: Sequence[Report], plan: Plan) -> list[Rehearsed]:
    """Every file judged by its own plan and by this one, in their order.

    No figures shown: those in the file follow from its own plan.
    """
    known = [replace(each, findings=(), shown=None) for each in reports if each.plan_id]
    carried = [carry(inputs_of(each), plan, with_refused=True) for each in known]
    on_trial = [
        Report(each.file, (), plan.id, plan.version, inputs=inputs.report.cells)
        for each, inputs in zip(known, carried, strict=True)
    ]
    verdicts = _beside_the_others(judge(known))
    tried = _beside_the_others(judge(on_trial, find_plan=lambda _id, _version: plan))
    compared = iter(
        _compare(before, after, inputs, plan)
        for before, after, inputs in zip(verdicts, tried, carried, strict=True)
    )
    return [next(compared) if each.plan_id else Rehearsed(each.file, None) for each in reports]


def _beside_the_others(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with what is found beside the accepted ones of the plan's earlier periods.

    Of several for one period the one submitted last counts.
    """
    counting: dict[tuple[str, str], Verdict] = {}
    for each in sorted(verdicts, key=lambda each: each.submitted or date.min):
        if each.accepted and each.plan is not None and each.period is not None:
            counting[each.plan.id, each.period.id] = each
    earlier = [
        [
            earlier_of(record_of(counting[plan.id, period.id], _UNRECEIVED), period)
            for period in reversed(plan.reporting.periods)
            if period.ends < each.period.ends and (plan.id, period.id) in counting
        ]
        if (plan := each.plan) is not None and each.period is not None
        else []
        for each in verdicts
    ]
    found = between(verdicts, earlier)
    return [
        replace(each, findings=in_order((*each.findings, *told)))
        for each, told in zip(verdicts, found, strict=True)
    ]


def _compare(before: Verdict, after: Verdict, carried: Carried, plan: Plan) -> Rehearsed:
    own, old, new = before.plan, before.evaluation, after.evaluation
    if own is None or old is None or new is None:
        return Rehearsed(before.file, None)
    told_before, told_after = _compared(before.findings), _compared(after.findings)
    return Rehearsed(
        before.file,
        plan_reference(own),
        old.score,
        new.score,
        _changed(_goals(old), _goals(new)),
        _changed(_criteria(old), _criteria(new)),
        tuple(finding for told, finding in told_before.items() if told not in told_after),
        tuple(finding for told, finding in told_after.items() if told not in told_before),
        carried.left_behind,
        plan.year - own.year,
    )


def _compared(findings: Sequence[Finding]) -> dict[tuple[str, str | None, str], Finding]:
    """The findings that are compared, by code, cell and words."""
    return {
        (each.code, each.place.cell, each.message()): each
        for each in findings
        if each.code.removeprefix("RP-").startswith(_COMPARED_LAYERS)
    }


def _goals(evaluation: Evaluation) -> dict[str, Judged]:
    return {
        each.goal.number: (
            each.state.value,
            None if each.fulfilment is None else float(each.fulfilment),
        )
        for each in evaluation.goals
    }


def _criteria(evaluation: Evaluation) -> dict[str, Judged]:
    return {key: (each.state.value, None) for key, each in evaluation.criteria.items()}


def _changed(before: dict[str, Judged], after: dict[str, Judged]) -> Changes:
    names = {**before, **after}
    both = {name: (before.get(name), after.get(name)) for name in names}
    return {name: (old, new) for name, (old, new) in both.items() if old != new}


def rehearsal_json(plan: Plan, rehearsed: Sequence[Rehearsed], lang: Language) -> dict[str, object]:
    """The rehearsal as `rp rehearse --json` prints it."""
    return {"plan": plan_reference(plan), "reports": [_report(each, lang) for each in rehearsed]}


def _report(each: Rehearsed, lang: Language) -> dict[str, object]:
    return {
        "file": each.file,
        "judged_by": each.judged_by,
        "differs": each.differs,
        "before": None if each.before is None else asdict(each.before),
        "after": None if each.after is None else asdict(each.after),
        "goals": [
            {"goal": number, **_states(change), **_states(change, "fulfilment_", 1)}
            for number, change in each.goals.items()
        ],
        "criteria": [{"key": key, **_states(change)} for key, change in each.criteria.items()],
        "findings_gone": [finding_json(finding_record(finding), lang) for finding in each.gone],
        "findings_new": [finding_json(finding_record(finding), lang) for finding in each.new],
        "not_carried": [
            {**left.place._asdict(), "reason": in_words(left.reason, lang)}
            for left in each.left_behind
        ],
        "years_moved": each.years_moved,
    }


def _states(
    change: tuple[Judged | None, Judged | None], prefix: str = "", part: int = 0
) -> dict[str, object]:
    """The states, or the fulfilments (the other part), before and after."""
    before, after = (judged and judged[part] for judged in change)
    return {f"{prefix}before": before, f"{prefix}after": after}


def rehearsal_table(rehearsed: Sequence[Rehearsed], lang: Language) -> Table:
    """A row per file: its totals before and after, and everything that would differ."""
    headings = (say.FILE, texts.JUDGED_BY, texts.BEFORE, texts.AFTER, texts.DIFFERENCE)
    table = table_of(lang, headings, (), show_lines=True)
    for each in rehearsed:
        is_report = each.judged_by is not None
        same = "" if each.differs else texts.NO_DIFFERENCE(lang)
        differences = "\n".join(_lines(each, lang)) or same
        table.add_row(
            escape(inert_line(each.file)),
            each.judged_by or "",
            score_words(each.before, lang),
            score_words(each.after, lang),
            escape(differences if is_report else say.NO_REPORT(lang)),
        )
    return table


def _lines(each: Rehearsed, lang: Language) -> Iterator[str]:
    for change, changes in ((texts.GOAL_CHANGE, each.goals), (texts.KEY_CHANGE, each.criteria)):
        for key, (old, new) in changes.items():
            yield change(lang, key=key, before=_words(old, lang), after=_words(new, lang))
    for told, findings in ((texts.FINDING_GONE, each.gone), (texts.FINDING_NEW, each.new)):
        for finding in findings:
            yield told(lang, code=finding.code, message=inert(finding.message(lang)))
    for left in each.left_behind:
        reason = inert(in_words(left.reason, lang))
        yield texts.STAYED_BEHIND(lang, place=inert_line(str(left.place)), reason=reason)
    if each.years_moved and each.judged_by is not None:
        yield texts.YEARS_MOVED(lang, years=each.years_moved)


def _words(judged: Judged | None, lang: Language) -> str:
    if judged is None:
        return texts.NOT_THERE(lang)
    state, fulfilment = judged
    words = say.STATES[state](lang)
    is_partial = fulfilment is not None and 0 < fulfilment < 100
    return f"{words} ({percent(fulfilment, lang)} pct.)" if is_partial else words
