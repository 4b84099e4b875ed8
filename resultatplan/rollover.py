"""Rollover: next year's draft of a plan, and the decisions that only people can take.

Everything that is a mere move of the calendar is done: the year, the time of validity, periods and
deadlines. This year's target and result become history, what is printed for the new year becomes
the proposed target. All else is listed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from resultatplan.goals import Combine, Criterion, Goal
from resultatplan.plan import Period, Plan, Section, Weighting
from resultatplan.rollover_criteria import Outcome, move
from resultatplan.rollover_decisions import Decision, Part, Where
from resultatplan.rollover_texts import with_year, years_to_look_at
from resultatplan.rollover_years import Years, changed
from resultatplan.rules import Leaf, Rule, Threshold, rule_without, write_rule
from texts import rollover as say

FIRST_VERSION = "1.0"


class NothingLeftError(ValueError):
    """Every goal of the plan is withdrawn."""


@dataclass(frozen=True)
class Rollover:
    """The draft, and the decisions in the order of the plan."""

    plan: Plan
    decisions: tuple[Decision, ...]


def roll_over(plan: Plan, year: int, results: Mapping[str, Outcome] | None = None) -> Rollover:
    """The draft of a later year. `results` are those of the plan's final report, by criterion.

    Raises `ValueError` for a year that is not later, `NothingLeftError` where nothing is left.
    """
    if year <= plan.year:
        raise ValueError(f"{year} is not after {plan.year}")
    return _Roller(plan, Years(plan.year, year), results).rolled()


class _Roller:
    """Makes the draft, and collects the decisions on the way."""

    def __init__(self, plan: Plan, years: Years, results: Mapping[str, Outcome] | None) -> None:
        self.plan = plan
        self.years = years
        self.results = results
        self.decisions: list[Decision] = []

    def rolled(self) -> Rollover:
        sections = tuple(self._sections())
        if not sections:
            raise NothingLeftError(self.plan.id)
        goals = sum(len(section.goals) for section in sections)
        plan, years = self.plan, self.years
        draft = changed(
            plan,
            id=_new_id(plan.id, years),
            version=FIRST_VERSION,
            title=with_year(plan.title, years.before, years.year),
            year=years.year,
            valid_from=years.moved(plan.valid_from),
            valid_to=years.moved(plan.valid_to),
            stated_goals=goals,
            reporting=changed(plan.reporting, periods=tuple(self._periods())),
            sections=sections,
        )
        found = (*self._about_the_whole(draft), *self.decisions, *years_to_look_at(draft))
        return Rollover(draft, _in_plan_order(draft, _one_a_place(found)))

    def _filled(self, what: str, **fields: object) -> str:
        return what.format(before=self.years.before, year=self.years.year, **fields)

    def _periods(self) -> Iterator[Period]:
        for period in self.plan.reporting.periods:
            name = with_year(period.name, self.years.before, self.years.year)
            yield changed(period, name=name, ends=self.years.moved(period.ends))

    def _about_the_whole(self, draft: Plan) -> Iterator[Decision]:
        before, after = len(self.plan.goals), len(draft.goals)
        if self.years.year > self.years.before + 1:
            where = Where(Part.PLAN, "", "year")
            yield Decision(self._filled(say.YEARS_BETWEEN), where)
        if before != after:
            what = say.COUNT_CHANGED.format(before=before, after=after)
            for field in ("stated_goals_text", "scoring_text"):
                yield Decision(what, Where(Part.PLAN, "", field))
        if before != after and self.plan.scoring.weighting is not Weighting.EQUAL:
            first = draft.goals[0].number
            field = "weight" if self.plan.scoring.weighting is Weighting.WEIGHTS else "points"
            yield Decision(say.WEIGHT_WITHOUT, Where(Part.GOAL, first, field))
        if self.plan.tolerances:
            yield Decision(self._filled(say.TOLERANCES), Where(Part.TOLERANCE, "0", "base_budget"))

    def _sections(self) -> Iterator[Section]:
        for section in self.plan.sections:
            goals = tuple(goal for each in section.goals if (goal := self._goal(each)) is not None)
            if goals:
                yield changed(section, goals=goals)

    def _goal(self, goal: Goal) -> Goal | None:
        """The goal in the new year; None where it is withdrawn."""
        left = [each for each in goal.criteria if each.withdrawn is None]
        if goal.withdrawn is not None or not left:
            reason = goal.withdrawn or goal.criteria[0].withdrawn
            fields = {"number": goal.number, "title": goal.title, "reason": reason}
            self.decisions.append(Decision(self._filled(say.GOAL_LEFT_OUT, **fields), None))
            return None
        changes: dict[str, object] = {"criteria": tuple(map(self._criterion, left))}
        if len(left) < len(goal.criteria):
            changes |= self._without(goal, frozenset(each.short for each in left))
        return changed(goal, **changes)

    def _criterion(self, criterion: Criterion) -> Criterion:
        outcome = None if self.results is None else self.results.get(criterion.key)
        moved = move(criterion, self.years, outcome, known=self.results is not None)
        self.decisions += moved.decisions
        return moved.criterion

    def _without(self, goal: Goal, left: frozenset[str]) -> dict[str, object]:
        """The goal's rules without its withdrawn criteria, each of which is a decision."""
        gone = {each.short for each in goal.criteria} - left
        for each in goal.criteria:
            if each.withdrawn is not None:
                fields = {"key": each.key, "reason": each.withdrawn}
                self.decisions.append(
                    Decision(self._filled(say.CRITERION_LEFT_OUT, **fields), None)
                )
        if goal.combine is not Combine.RULE:
            return {}
        what = say.RULE_WITHOUT.format(rule=goal.rule or say.RULE_ALL_LEFT)
        self.decisions.append(Decision(what, Where(Part.GOAL, goal.number, "rule")))
        changes: dict[str, object] = {}
        if goal.rule is not None:
            changes["rule"] = _written_without(goal.rule_tree, gone)
        if goal.partial_rule_tree is not None:
            changes["partial_rule"] = _written_without(goal.partial_rule_tree, gone)
        return changes


def _written_without(rule: Rule, keys: Collection[str]) -> str | None:
    left = rule_without(rule, keys)
    return None if left is None else write_rule(_plain(left))


def _plain(rule: Rule) -> Rule:
    """The rule without a group of one: `a og mindst 1 af (c)` is `a og c`."""
    if isinstance(rule, Leaf):
        return rule
    parts = tuple(map(_plain, rule.parts))
    return parts[0] if len(parts) == 1 else Threshold(rule.least, parts)


def _one_a_place(decisions: Iterable[Decision]) -> Iterator[Decision]:
    """What is to be decided about the same value in one decision."""
    by_place: dict[Where, Decision] = {}
    for each in decisions:
        where = each.where
        if where is None:
            yield each
        elif where in by_place:
            before = by_place[where]
            what = f"{before.what} {each.what}"
            by_place[where] = Decision(what, where, (*before.excerpts, *each.excerpts))
        else:
            by_place[where] = each
    yield from by_place.values()


def _in_plan_order(plan: Plan, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """First what was left out, then the plan's own, its goals, its criteria, its history."""
    parts = {part: number for number, part in enumerate(Part)}
    rows = {goal.number: number for number, goal in enumerate(plan.goals)}
    rows |= {criterion.key: number for number, criterion in enumerate(plan.criteria)}

    def order(decision: Decision) -> tuple[int, int, str]:
        where = decision.where
        if where is None:
            return -1, 0, ""
        key, _, year = where.key.partition(" ")
        is_listed = where.part in (Part.GOAL, Part.CRITERION, Part.HISTORY)
        return parts[where.part], rows[key] if is_listed else int(key or 0), year

    return tuple(sorted(decisions, key=order))


def _new_id(plan_id: str, years: Years) -> str:
    """The plan's id with the new year: in place of the old one, or at the end."""
    replaced = re.sub(rf"(?<![0-9]){years.before}(?![0-9])", str(years.year), plan_id)
    return replaced if replaced != plan_id else f"{plan_id}-{years.year}"
