"""The template that an agency goes on with: the next period's, after the last next year's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from department.plans.next_period import next_period, next_template, read_for_prefill
from department.plans.one_report import read_by
from department.standing import Desk, FileRow
from resultatplan.deadlines import deadline_of
from resultatplan.library import all_plans
from resultatplan.plan import Period, Plan
from texts import letters as say
from texts import plans as plan_texts
from texts.language import Language, day, weekday
from workbooks.template.build import build_template, template_name


@dataclass(frozen=True)
class Following:
    """The template of a plan's period; `is_filled` in with what the report before it said."""

    plan: Plan
    period: Period
    is_filled: bool

    @property
    def file_name(self) -> str:
        """What it is enclosed as."""
        if self.is_filled:
            return f"{self.plan.id}-{self.period.id}.xlsx"
        return template_name(self.plan)

    def words(self, lang: Language) -> str:
        """What the letter says of it."""
        due = deadline_of(self.plan, self.period)
        text = say.NEXT_PERIOD_ENCLOSED if self.is_filled else say.NEXT_YEAR_ENCLOSED
        return text(
            lang,
            file=self.file_name,
            period=self.period.name,
            year=self.plan.year,
            weekday=weekday(due, lang),
            due=day(due, lang),
        )


def following_template(desk: Desk, row: FileRow) -> Following | None:
    """What comes after a report; None where it does not count, or a later one is here already.

    Also where that one has to be mended: it is mended, not begun anew.

    After the last report it is the template of the institution's plan for the next year, where
    there is one.
    """
    plan = row.plan
    agency = next((each for each in desk.agencies if each.plan is plan), None)
    if plan is None or agency is None or row.file != agency.latest:
        return None
    period = plan.period_by_id(row.file.period_id or "")
    after = None if period is None else next_period(plan, period)
    if after is not None:
        has_come = any(slot.receipts for slot in agency.slots if slot.period == after)
        return None if has_come else Following(plan, after, is_filled=True)
    for each in all_plans():
        if (each.institution, each.year) == (plan.institution, plan.year + 1):
            return Following(each, each.reporting.periods[0], is_filled=False)
    return None


def following_workbook(
    following: Following,
    row: FileRow,
    original: Callable[[], bytes | None],
    executor: Executor,
    lang: Language,
) -> bytes | None:
    """The template as a file; None where the received file, which fills it in, is gone.

    That is read in a worker. Raises `click.ClickException` where it cannot be read any more.
    """
    if not following.is_filled:
        return build_template(following.plan)
    data = original()
    if data is None:
        return None
    refusal, file = plan_texts.PREFILL_UNREADABLE, row.file.file
    read = read_by(executor, file, data, read_for_prefill, refusal, lang)
    return next_template(file, *read, None, lang).data
