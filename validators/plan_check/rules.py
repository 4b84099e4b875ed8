"""Rules: readable, naming every criterion of the goal and no other."""

from __future__ import annotations

from collections.abc import Iterator

from resultatplan.rules import ALL_WORDS, RuleError, parse_rule, short_key
from texts import catalogue_plans as codes
from texts import plan_checking as say
from validators.findings import Finding, finding
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.keys import goal_of, has_form
from validators.plan_check.settling import Settled
from validators.typing_mistakes import quotable_text
from workbooks.authoring.choices import label_of
from workbooks.authoring.entries import Column, ListName, TableName


def check_rules(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about rules, and about rules beside a mean."""
    shorts: dict[str, list[str]] = {}
    sure = True
    for row in plan.rows(TableName.CRITERIA):
        if has_form(row):
            key = row[Column.KEY].text or ""
            shorts.setdefault(goal_of(key), []).append(short_key(key))
        else:
            sure = False
    for row in plan.rows(TableName.GOALS):
        keys = tuple(dict.fromkeys(shorts.get(row[Column.NUMBER].text or "", ())))
        yield from _check_goal(row, keys if sure else ())


def rule_of(settled: Settled) -> str | None:
    """The rule as the plan holds it: none where it says `alle`."""
    text = settled.text
    return None if text is None or text.casefold() in ALL_WORDS else text


def _check_goal(row: Draft, keys: tuple[str, ...]) -> Iterator[Finding]:
    combine = row[Column.COMBINE].text
    is_mean = combine is not None and combine != "rule"
    for column in (Column.RULE, Column.PARTIAL_RULE):
        settled, rule = row[column], rule_of(row[column])
        if rule is None:
            continue
        if is_mean and combine is not None:
            found = label_of(ListName.COMBINES, combine)
            place = settled.place
            yield finding(codes.RULE_AND_MEAN, place, found=found, name=str(column))
        yield from _check_rule(row, settled, rule, keys)


def _check_rule(
    row: Draft, settled: Settled, rule: str, keys: tuple[str, ...]
) -> Iterator[Finding]:
    place = settled.place
    try:
        named = parse_rule(rule).keys()
    except RuleError as error:
        found = quotable_text(rule)
        yield finding(codes.RULE_UNREADABLE, place, found=found, reason=say.rule_reason(str(error)))
        return
    if not keys:
        return  # The goal's criteria are not known: that is a finding of its own.
    for unknown in sorted(named - set(keys)):
        expected = ", ".join(keys)
        yield finding(codes.RULE_UNKNOWN, place, found=unknown[:40], expected=expected)
    if settled is row[Column.RULE]:
        for left_out in sorted(set(keys) - named):
            yield finding(codes.RULE_LEAVES_OUT, place, found=left_out)
