"""A workbook's bytes in, findings and the plan out. Nothing is written: that is the import's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from resultatplan.goals import PlanMistakeError
from resultatplan.plan import Plan
from texts import catalogue_plans as codes
from texts.plan_files import REASONS
from texts.said import Said, phrase
from validators.active import check_active
from validators.findings import NOWHERE, Finding, Place, finding, has_errors
from validators.plan_check.assembling import assemble, criterion_rows, section_rows, stated_goals
from validators.plan_check.dates import check_dates
from validators.plan_check.decisions import check_decisions
from validators.plan_check.drafts import DraftPlan, settle_plan
from validators.plan_check.keys import check_keys
from validators.plan_check.kinds import check_kinds
from validators.plan_check.rules import check_rules
from validators.plan_check.scales import check_scales
from validators.plan_check.scoring import check_scoring
from validators.structure import unreadable
from workbooks.authoring.decision_layout import DECISIONS
from workbooks.authoring.entries import AuthoringSheet, Column, PlanField, TableName
from workbooks.authoring.reading import read_typed
from workbooks.coordinates import column_number
from workbooks.reading.archive import UnreadableError
from workbooks.reading.book import Book, read_book

_CHECKS = (check_keys, check_rules, check_kinds, check_scales, check_dates, check_scoring)
_FIELD_OF = {
    "id": PlanField.ID,
    "version": PlanField.VERSION,
    "title": PlanField.TITLE,
    "valid_from": PlanField.VALID_FROM,
    "valid_to": PlanField.VALID_TO,
    "scoring": PlanField.WEIGHTING,
    "reporting": PlanField.DAYS,
    "bonus": PlanField.BONUS_TEXT,
    "stated_goals": PlanField.STATED_GOALS,
}


@dataclass(frozen=True)
class PlanCheck:
    """What is to be said about an authoring workbook; the plan where it can be read as one.

    A draft can be read as a plan, but is accepted only when every decision is taken.
    """

    findings: tuple[Finding, ...]
    plan: Plan | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the plan can be used."""
        return self.plan is not None and not has_errors(self.findings)


def check_workbook(data: bytes) -> PlanCheck:
    """Check the bytes of a file that should be an authoring workbook."""
    try:
        book = read_book(data)
    except UnreadableError as error:
        return PlanCheck((unreadable(error),))
    return check_book(book)


def check_book(book: Book) -> PlanCheck:
    """Check a workbook that was read: every finding, not only the first."""
    active = check_active(book)
    typed = read_typed(book)
    if not typed.is_plan:
        return PlanCheck(_in_order([*active, *settle_plan(typed).findings]))
    draft = settle_plan(typed)
    findings = [*active, *draft.findings]
    for check in _CHECKS:
        findings += check(draft)
    findings += _counts(draft)
    is_whole = not has_errors(findings)
    findings += check_decisions(book, typed, draft)
    if not is_whole:
        return PlanCheck(_in_order(findings))
    try:
        plan = Plan.model_validate(assemble(draft))
    except ValidationError as error:
        findings += _refusals(error, draft)
        return PlanCheck(_in_order(findings))
    return PlanCheck(_in_order(findings), plan)


def _counts(draft: DraftPlan) -> Iterator[Finding]:
    goals, stated = len(draft.rows(TableName.GOALS)), draft[PlanField.STATED_GOALS]
    if goals and stated.whole is not None and stated.whole != goals:
        place = stated.place
        yield finding(
            codes.COUNT_DIFFERS, place, found=str(goals), expected=str(stated_goals(draft))
        )


def _refusals(error: ValidationError, draft: DraftPlan) -> Iterator[Finding]:
    """What the plan's own model refuses and no check named before: at the nearest cell."""
    for detail in error.errors(include_url=False):
        context = detail.get("ctx", {})
        raised, text = context.get("error"), REASONS.get(detail["type"])
        reason: Said = detail["msg"].removeprefix("Value error, ")
        if isinstance(raised, PlanMistakeError):
            reason = raised.said
        elif text is not None:
            reason = phrase(text, **{name: str(value) for name, value in context.items()})
        yield finding(codes.REFUSED, _nearest(detail["loc"], draft), reason=reason)


def _nearest(location: tuple[int | str, ...], draft: DraftPlan) -> Place:
    """The cell of the goal or criterion that a place in the plan's data belongs to, or a field."""
    names = [part for part in location if isinstance(part, str)]
    numbers = [part for part in location if isinstance(part, int)]
    if names[:1] == ["sections"] and numbers:
        section, goals = section_rows(draft)[numbers[0]]
        if len(numbers) < 2 or numbers[1] >= len(goals):
            return section[Column.SECTION].place
        goal = goals[numbers[1]]
        criteria = criterion_rows(draft, goal)
        if "criteria" in names and len(numbers) > 2 and numbers[2] < len(criteria):
            key = criteria[numbers[2]][Column.KEY]
            return key.place
        return goal[Column.NUMBER].place
    field = _FIELD_OF.get(names[0]) if names else None
    return draft[field].place if field is not None else NOWHERE


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first; within each severity as one reads the workbook."""
    rank = {"error": 0, "warning": 1, "info": 2}
    sheets = {str(name): number for number, name in enumerate((*AuthoringSheet, DECISIONS))}

    def order(each: Finding) -> tuple[int, int, int, int, str]:
        cell = each.place.cell or ""
        letters = cell.rstrip("0123456789")
        row = int(cell[len(letters) :] or 0)
        column = column_number(letters) if letters else 0
        sheet = sheets.get(each.place.sheet or "", -1)
        return rank[each.severity.value], sheet, row, column, each.code

    return tuple(sorted(findings, key=order))
