"""A draft of the next year: which decisions are still to be taken."""

from __future__ import annotations

from collections.abc import Iterator

from texts import catalogue_plans as codes
from texts.said import Quantity
from validators.findings import Finding, Place, finding
from validators.plan_check.drafts import DraftPlan
from validators.typing_mistakes import quotable_text
from workbooks.authoring.decision_layout import DECISIONS, HEADER_ROW, DecisionColumn
from workbooks.authoring.decision_reading import has_headings, is_draft, open_decisions
from workbooks.authoring.entries import Column, PlanField, TableName
from workbooks.authoring.reading import TypedPlan
from workbooks.reading.book import Book

_LONGEST = 600
"""Characters of a decision that are quoted."""


def check_decisions(book: Book, typed: TypedPlan, plan: DraftPlan) -> Iterator[Finding]:
    """A finding for each decision that nobody has taken, at the cell that it is about."""
    if not is_draft(book):
        return
    if not has_headings(book):
        headings = ", ".join(DecisionColumn)
        yield finding(codes.HEADING_GONE, Place(DECISIONS, f"A{HEADER_ROW}"), expected=headings)
        return
    for each in open_decisions(book, typed):
        place = Place(DECISIONS, f"{DecisionColumn.WHAT.letter}{each.row}")
        if each.cell is not None:
            place = Place(each.cell.sheet, each.cell.cell.address, each.key)
        what = quotable_text(each.what, _LONGEST)
        yield finding(codes.UNDECIDED, place, what=what, number=quotable_text(each.number, 20))
    yield from _own_year(plan)


def _own_year(plan: DraftPlan) -> Iterator[Finding]:
    """A target that was decided otherwise than the history of the plan's own year has it."""
    criteria = plan.by_key(TableName.CRITERIA, Column.KEY)
    year = plan[PlanField.YEAR].whole
    for row in plan.rows(TableName.HISTORY):
        criterion = criteria.get(row[Column.KEY].text or "")
        if criterion is None or year is None or row[Column.YEAR].whole != year:
            continue
        found, target = row[Column.TARGET], criterion[Column.TARGET]
        if target.provisional or found.number is None or target.number is None:
            continue
        if found.number != target.number:
            yield finding(
                codes.HISTORY_DIFFERS,
                found.place,
                found=Quantity(found.number),
                expected=Quantity(target.number),
            )
