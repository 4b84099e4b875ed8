"""A plan's workbook, checked: its findings, and what each goal comes to in words, on the screen
and as JSON."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from department.inbox import printable, read_entry
from department.output import inert, inert_line
from department.screen import print_finding, score_words
from department.workers import TaskStoppedError, Workers, gave_up
from resultatplan.criteria import LABELS
from resultatplan.goal_reasons import describe_rule
from resultatplan.goals import Combine, Criterion, Goal
from resultatplan.plan import Plan
from resultatplan.rules import short_key
from texts import plans as say
from texts import standing as standing_texts
from texts.language import DANISH, Language, day, number, quantity
from validators.container import read_or_tell
from validators.findings import Finding
from validators.plan_book import PlanCheck, check_plan
from validators.verdict import finding_json
from workbooks.plan_book.reader import read_plan_book


def check_file(name: str) -> PlanCheck:
    """The check of a file, which is read in a worker process.

    A file that cannot be read is a finding like any other.
    """
    entry = read_entry(Path(name), printable(name))
    if entry.data is None:
        return PlanCheck(() if entry.finding is None else (entry.finding,))
    with Workers(1) as worker:
        try:
            typed = worker.submit(read_or_tell, read_plan_book, entry.data).result()
        except TaskStoppedError as stopped:
            return PlanCheck((gave_up(stopped),))
    return PlanCheck((typed,)) if isinstance(typed, Finding) else check_plan(typed)


def check_json(file: str, check: PlanCheck, lang: Language = DANISH) -> dict[str, object]:
    """The check as `rp plan check --json` prints it; the goals where the plan can be used."""
    plan = check.plan
    return {
        "file": file,
        "accepted": check.is_accepted,
        "plan": None if plan is None else plan.id,
        "version": None if plan is None else plan.version,
        "institution": None if plan is None else plan.institution,
        "year": None if plan is None else plan.year,
        "goals": [] if plan is None else _goals(plan, lang),
        "findings": [finding_json(each, lang) for each in check.findings],
    }


def print_check(screen: Console, file: str, check: PlanCheck, lang: Language) -> None:
    """The check on the screen: every finding, then the goals with their rules in words."""
    colour = "green" if check.is_accepted else "red"
    words = (say.USABLE if check.is_accepted else standing_texts.RETURNED)(lang)
    screen.print(f"[bold]{escape(inert_line(file))}[/bold]: [{colour}]{words}[/{colour}]")
    for each in check.findings:
        print_finding(screen, each, lang)
    plan = check.plan
    if plan is None:
        return
    counts = {"goals": len(plan.goals), "criteria": len(plan.criteria)}
    counts["periods"] = len(plan.reporting.periods)
    line = say.PLAN_LINE(lang, plan=plan.id, version=plan.version, **counts)
    screen.print(f"  {escape(line)}")
    table = Table()
    for heading in (standing_texts.GOAL, standing_texts.GOAL_TITLE):
        table.add_column(heading(lang), overflow="fold")
    table.add_column(standing_texts.WEIGHT(lang), justify="right")
    for heading in (say.RULE_COLUMN, standing_texts.CRITERIA):
        table.add_column(heading(lang), overflow="fold")
    for goal, weight in zip(plan.goals, plan.weights, strict=True):
        rule = rule_in_words(plan, goal, lang)
        if goal.withdrawn is not None:
            rule = say.WITHDRAWN(lang, reason=goal.withdrawn)
        demands = "\n".join(f"{each.short}: {_demand(each, lang)}" for each in goal.criteria)
        told = (escape(inert(text)) for text in (rule, demands))
        table.add_row(goal.number, escape(inert(goal.title)), score_words(weight, lang), *told)
    screen.print(table)


def rule_in_words(plan: Plan, goal: Goal, lang: Language = DANISH) -> str:
    """When a goal is met: `mindst ét af (a og b)`, `vægtet gennemsnit (a: 2; b: 1)`."""
    if goal.combine is Combine.MEAN:
        return say.MEAN(lang)
    if goal.combine is Combine.WEIGHTED_MEAN:
        weights = "; ".join(
            f"{short_key(each.key)}: {number(each.weight, lang)}"
            for each in goal.criteria
            if each.weight is not None
        )
        return say.WEIGHTED_MEAN(lang, weights=weights)
    if goal.rule is not None:
        words = describe_rule(goal.rule_tree, lang)
    else:
        words = (say.RULE_ALL if len(goal.criteria) > 1 else say.RULE_ONLY)(lang)
    credit = plan.scoring.partial_credit
    if goal.partial_rule_tree is not None and credit is not None:
        partial = describe_rule(goal.partial_rule_tree, lang)
        return say.PARTLY(lang, rule=words, credit=number(credit, lang), partial=partial)
    return words


def _goals(plan: Plan, lang: Language) -> list[dict[str, object]]:
    return [
        {
            "goal": goal.number,
            "title": goal.title,
            "weight": weight,
            "rule": rule_in_words(plan, goal, lang),
            "criteria": [
                {
                    "key": each.key,
                    "kind": each.kind.value,
                    "text": each.text,
                    "demand": _demand(each, lang),
                }
                for each in goal.criteria
            ],
        }
        for goal, weight in zip(plan.goals, plan.weights, strict=True)
    ]


def _demand(criterion: Criterion, lang: Language) -> str:
    """What is asked: `mindst 82 pct.`, `senest 30-09-2025`."""
    kind = LABELS[criterion.kind]
    if criterion.withdrawn is not None:
        return say.WITHDRAWN(lang, reason=criterion.withdrawn)
    if criterion.target is not None:
        return f"{kind} {quantity(criterion.target, criterion.unit, lang)}"
    if criterion.deadline is not None:
        return say.DEMAND_DATE(lang, kind=kind, day=day(criterion.deadline, lang))
    if criterion.assessor is not None:
        return say.DEMAND_BY(lang, kind=kind, assessor=criterion.assessor)
    return kind
