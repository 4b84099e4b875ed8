"""A plan's workbook, checked: its findings, and what each goal comes to in words, on the screen
and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rich.console import Console
from rich.markup import escape

from department.inbox import read_one
from department.output import inert, inert_line
from department.record import finding_record
from department.report_json import fields_of, finding_json
from department.screen import print_finding, table_of
from department.wording import percent, scheme_words
from resultatplan.bonus import describe_frame
from resultatplan.combinations import Combine, describe_combination
from resultatplan.criteria import LABELS
from resultatplan.goals import Criterion, Goal
from resultatplan.plan import Plan, deadline_of
from resultatplan.scales import describe_scale
from texts import plans as say
from texts import standing as standing_texts
from texts.explanations import COUNTED
from texts.language import DANISH, Language, day, quantity, target_words
from validators.container import read_or_tell
from validators.findings import Finding
from validators.plan_book import PlanCheck, check_plan
from workbooks.plan_book.reader import read_plan_book


def check_file(name: str) -> PlanCheck:
    """The check of a file, which is read in a worker process.

    A file that cannot be read is a finding like any other.
    """
    _, typed = read_one(name, partial(read_or_tell, read_plan_book))
    return PlanCheck((typed,)) if isinstance(typed, Finding) else check_plan(typed)


def check_json(file: str, check: PlanCheck, lang: Language = DANISH) -> dict[str, object]:
    """The check as `rp plan check --json` prints it; the goals where the plan can be used."""
    plan, of_plan = check.plan, dict.fromkeys(("plan", "version", "institution", "year"))
    told: dict[str, object] = {**of_plan, "scheme": [], "payouts": [], "periods": [], "goals": []}
    if plan is not None:
        told = {
            "plan": plan.id,
            **fields_of(plan, "version", "institution", "year"),
            "scheme": [*scheme_words(plan, lang)],
            "payouts": [*_payouts(plan, lang)],
            "periods": [*_periods(plan, lang)],
            "goals": _goals(plan, lang),
        }
    findings = [finding_json(finding_record(each), lang) for each in check.findings]
    return {"file": file, "accepted": check.is_accepted, **told, "findings": findings}


def print_check(screen: Console, file: str, check: PlanCheck, lang: Language) -> None:
    """The check on the screen: every finding, then the goals with their rules in words."""
    colour = "green" if check.is_accepted else "red"
    verdict = (say.USABLE if check.is_accepted else standing_texts.RETURNED)(lang)
    screen.print(f"[bold]{escape(inert_line(file))}[/bold]: [{colour}]{verdict}[/{colour}]")
    for each in check.findings:
        print_finding(screen, finding_record(each), lang)
    plan = check.plan
    if plan is None:
        return
    counts = {"goals": len(plan.goals), "criteria": len(plan.criteria)}
    counts["periods"] = len(plan.reporting.periods)
    line = say.PLAN_LINE(lang, plan=plan.id, version=plan.version, **counts)
    periods = "; ".join(_periods(plan, lang))
    for words in (line, *scheme_words(plan, lang), *_payouts(plan, lang), periods):
        screen.print(f"  {escape(inert(words))}")
    headings = (
        *(standing_texts.GOAL, standing_texts.GOAL_TITLE, standing_texts.WEIGHT),
        *(say.RULE_COLUMN, standing_texts.CRITERIA),
    )
    table = table_of(lang, headings, ())
    table.columns[2].justify = "right"
    for goal, weight in zip(plan.goals, plan.weights, strict=True):
        rule = rule_in_words(plan, goal, lang)
        if rulings := plan.rulings_on(goal):
            rule = "; ".join(each.words(lang) for each in rulings)
        demands = "\n".join(f"{each.short}: {_demand(plan, each, lang)}" for each in goal.criteria)
        title, *told = (escape(inert(text)) for text in (goal.title, rule, demands))
        table.add_row(goal.number, title, percent(weight, lang) if plan.has_total else "", *told)
    screen.print(table)


def rule_in_words(plan: Plan, goal: Goal, lang: Language = DANISH) -> str:
    """When a goal is met, or what its fulfilment is: `enten a eller b`."""
    if goal.combine is Combine.RULE and goal.rule is goal.partial_rule is None:
        return (say.RULE_ALL if len(goal.criteria) > 1 else say.RULE_ONLY)(lang)
    return describe_combination(goal.combination(plan.scoring.partial_credit), lang)


def _payouts(plan: Plan, lang: Language) -> Iterator[str]:
    """What each frame of the bonus pays."""
    return (describe_frame(frame, lang) for frame in plan.bonus.frames)


def _periods(plan: Plan, lang: Language) -> Iterator[str]:
    """The periods with their last days and deadlines: `1. halvår til 30-06-2025, frist …`."""
    for each in plan.reporting.periods:
        deadline = day(deadline_of(plan, each), lang)
        yield say.PERIOD_ENDS(lang, name=each.name, day=day(each.ends, lang), deadline=deadline)


def _goals(plan: Plan, lang: Language) -> list[dict[str, object]]:
    return [
        {
            "goal": goal.number,
            "title": goal.title,
            "weight": weight if plan.has_total else None,
            "rule": rule_in_words(plan, goal, lang),
            "criteria": [
                {
                    "key": each.key,
                    "kind": each.kind.value,
                    "text": each.text,
                    "demand": _demand(plan, each, lang),
                }
                for each in goal.criteria
            ],
        }
        for goal, weight in zip(plan.goals, plan.weights, strict=True)
    ]


def _demand(plan: Plan, criterion: Criterion, lang: Language = DANISH) -> str:
    """All that decides what a criterion counts: `mindst 82 pct.; årsresultat`."""
    ruling = plan.ruling_on(criterion)
    return "; ".join(_agreed(plan, criterion, lang)) if ruling is None else ruling.words(lang)


def _agreed(plan: Plan, criterion: Criterion, lang: Language) -> Iterator[str]:
    """What is asked for, its basis, and what counts between met and not met."""
    asked = LABELS[criterion.kind]
    if criterion.target is not None:
        ends = criterion.target, criterion.target_to
        asked = f"{asked} {target_words(*ends, criterion.unit, lang)}"
    if criterion.deadline is not None:
        asked = f"{asked} {day(criterion.deadline, lang)}"
    if criterion.assessor is not None:
        asked = say.DEMAND_BY(lang, kind=asked, assessor=criterion.assessor)
    yield asked
    unit = criterion.reported_unit
    if criterion.basis is not None:
        yield say.DEMAND_BASIS(lang, basis=quantity(criterion.basis, unit, lang))
    elif criterion.kind.needs_basis:
        words = say.DEMAND_BASIS_REPORTED(lang)
        yield words if unit is None else say.DEMAND_IN_UNIT(lang, words=words, unit=unit)
    if criterion.kind.is_numeric:
        yield COUNTED[criterion.counts](lang)
    bounds = {"least": criterion.least, "greatest": criterion.greatest}
    for name, bound in bounds.items():
        if bound is not None:
            of_unit = quantity(bound, unit, lang)
            yield say.DEMAND_BOUND(lang, field=say.PLAN_FIELDS[name](lang).lower(), value=of_unit)
    scale = plan.scales.get(criterion.key)
    if scale is not None:
        words = describe_scale(scale, criterion.kind, criterion.unit, lang)
        yield words[:1].lower() + words[1:]
