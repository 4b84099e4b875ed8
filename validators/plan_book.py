"""Is a plan that was written in Excel whole? Findings with sheet and cell, and the plan itself.

Each cell is settled first (`plan_cells`, `plan_draft`); what the form says of a field is checked
at the cell, and so are rules and scales (`plan_rules`). What must be true of rows
and tables stands in `plan_schemas`. A plan without errors is made from the same cells, by the
places that the form declares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from resultatplan.criteria import LABELS, Kind
from resultatplan.plan import Plan
from resultatplan.plan_file import refusal
from texts import findings as say
from texts.functions import PERCENT
from texts.language import Said, Text, phrase, said_day, said_quantity
from texts.language import number as written
from texts.language import say as in_words
from validators.container import check_active
from validators.findings import Finding, Place, finding, has_errors, told_together
from validators.plan_cells import PlanCell
from validators.plan_draft import (
    Draft,
    Row,
    criterion_by_key,
    has_form,
    kind_of,
    other_target,
    plan_data_of,
    settled_plan,
)
from validators.plan_rules import check_criteria, check_rules
from validators.plan_schemas import check_tables
from validators.typing_mistakes import quotable_text
from workbooks.coordinates import position_of
from workbooks.form import YES, Layout
from workbooks.formulas import LONGEST_FORMULA, too_long_for_excel
from workbooks.plan_book.decision_list import open_decisions
from workbooks.plan_book.fields import DECISIONS, FIELDS, SECTIONS, SHEETS, TABLES, Field
from workbooks.plan_book.reader import Anomaly, Oddity, TypedPlan

_LONGEST_DECISION = 600
"""Characters of a decision that are quoted."""
_NEVER_EMPTY = ("reporting.periods", "sections", "goals", "criteria")

_ODDITIES = {
    Oddity.SHEET_MISSING: ("RP-801", "missing"),
    Oddity.HEADING_MISSING: ("RP-802", "expected"),
    Oddity.NOT_READ: ("RP-803", "found"),
    Oddity.TOO_MANY_ROWS: ("RP-804", "found"),
    Oddity.GAP: ("RP-805", ""),
    Oddity.MERGED: ("RP-809", "found"),
    Oddity.HIDDEN: ("RP-810", "what"),
    Oddity.STRUCK: ("RP-817", ""),
}
"""The code of each, and which field of its message the words of the anomaly are."""
_HIDDEN = {"row": say.HIDDEN_ROW, "column": say.HIDDEN_COLUMN, "sheet": say.HIDDEN_SHEET}


@dataclass(frozen=True)
class PlanCheck:
    """What is to be said about the workbook of a plan; the plan where it can be read as one.

    A draft can be read as a plan, but is accepted only when every decision is taken.
    """

    findings: tuple[Finding, ...]
    plan: Plan | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the plan can be used."""
        return self.plan is not None and not has_errors(self.findings)


def check_plan(typed: TypedPlan) -> PlanCheck:
    """Check what was typed in the workbook of a plan: every finding, not only the first."""
    findings = [*check_active(typed.active), *map(_oddity, typed.anomalies)]
    if not typed.fields:
        return PlanCheck(_in_order(findings))
    draft = settled_plan(typed)
    findings += _about_cells(draft, typed)
    findings += (*check_rules(draft), *check_criteria(draft))
    findings += check_tables(draft)
    findings = told_together(_but_dashes(findings))
    is_whole = not has_errors(findings)
    findings += _undecided(typed)
    if not is_whole:
        return PlanCheck(_in_order(findings))
    try:
        plan = Plan.model_validate(plan_data_of(draft))
    except ValidationError as error:
        refused = map(refusal, error.errors(include_url=False))
        findings += (finding("RP-899", reason=each) for each in refused)
        return PlanCheck(_in_order(findings))
    findings += _too_long_for_excel(plan, draft)
    return PlanCheck(_in_order(findings), plan)


def _but_dashes(findings: list[Finding]) -> Iterator[Finding]:
    """Without the advice to leave a cell blank that must be filled in: it lacks something, as if it
    were blank."""
    advice = ("suggestion", say.LEAVE_BLANK)
    needed = {each.place for each in findings if each.is_error and advice not in each.fields}
    return (each for each in findings if advice not in each.fields or each.place not in needed)


def _oddity(anomaly: Anomaly) -> Finding:
    """What is odd about the form itself."""
    code, name = _ODDITIES[anomaly.oddity]
    words: dict[str, Said] = {name: quotable_text(anomaly.words)} if name else {}
    if name == "what":
        words = {name: _HIDDEN[anomaly.words]}
    return finding(code, Place(anomaly.sheet, anomaly.cell), **words)


def _about_cells(draft: Draft, typed: TypedPlan) -> Iterator[Finding]:
    """What each cell is by itself, and what the form says of its field."""
    criteria = criterion_by_key(draft)
    sections = draft.tables["sections"]
    # The section that a goal names may be the one whose title is missing.
    lacks_a_title = not sections or any(row["title"].value is None for row in sections)
    for each in FIELDS:
        yield from _about_cell(draft.fields[each.name], each)
    for table in TABLES:
        rows = draft.tables[table.part]
        if not rows and table.part in _NEVER_EMPTY and table.part in typed.tables:
            place = Place(table.sheet, typed.first_cells[table.part])
            yield finding("RP-827", place, name=table.title or table.sheet)
        for row in rows:
            criterion = row if table.part == "criteria" else None
            kind = None if criterion is None else kind_of(row)
            if table.part == "history":
                criterion = criteria.get(row["key"].text)
            for each in table.typed:
                if kind is not None and each.is_refused and kind not in each.used_by:
                    yield from _about_unused(row[each.name], each, kind)
                    continue
                if not (each.choices == SECTIONS and lacks_a_title):
                    yield from _about_cell(row[each.name], each)
                if each.unit_in:
                    yield from _about_number(draft, row, each, criterion)
                if kind is not None and kind in each.needed_by:
                    yield from _about_needed(row, each, kind)


def _about_cell(cell: PlanCell, field: Field) -> Iterator[Finding]:
    if cell.finding is not None:
        yield cell.finding
    if field.required and cell.is_missing:
        yield finding("RP-806", cell.place, name=field.heading)
    if field.pattern and isinstance(cell.value, str) and not has_form(cell, field):
        yield finding("RP-816", cell.place, found=cell.value[:80], expected=Text(*field.form))


def _about_number(draft: Draft, row: Row, field: Field, criterion: Row | None) -> Iterator[Finding]:
    """How a number was typed: `82 %` has the unit pct., and what `+/- 5` and `[83]` are read as."""
    cell, kind = row[field.name], None if "key" in row else Kind.WITHIN
    if not isinstance(cell.value, Decimal):
        return
    units = [row[name] for name in field.unit_in]
    if criterion is not None:
        kind, units = kind_of(criterion), [*units, criterion["unit"]]
    unit = next((each.text for each in units if not each.is_missing), None)
    if cell.in_percent and unit not in (None, PERCENT):
        yield finding("RP-843", cell.place, found="%", expected=unit[:40])
    found, number = cell.typed, said_quantity(cell.value)
    if "±" in cell.marks and kind is Kind.WITHIN:
        yield finding("RP-845", cell.place, found=found, expected=number)
    elif "±" in cell.marks and kind is not None:
        suggestion = phrase(say.DID_YOU_MEAN, value=number)
        yield finding("RP-846", cell.place, found=found, suggestion=suggestion)
    year = row["year"].value if "year" in row else draft.year
    is_contested = criterion is row and any(
        other_target(draft, row, name) is not None for name in ("target", "target_to")
    )
    is_told = field.name == "target_to" and "[" in row["target"].marks
    if "[" in cell.marks and year is not None and not is_contested and not is_told:
        yield finding("RP-847", cell.place, found=found, expected=number, year=str(year))


def _about_needed(row: Row, field: Field, kind: Kind) -> Iterator[Finding]:
    """What the row's kind cannot do without."""
    cell = row[field.name]
    # Both ends of an interval may stand in the cell of its least.
    is_told = field.name == "target_to" and row["target"].is_wrong
    if cell.is_missing and not is_told:
        yield finding("RP-841", cell.place, kind=LABELS[kind], name=field.heading)


def _about_unused(cell: PlanCell, field: Field, kind: Kind) -> Iterator[Finding]:
    """What a kind may not have, be it a value of the field's type or not."""
    if cell.finding is not None or not (cell.value is None or cell.value is False):
        found = _shown(cell) if cell.finding is None else cell.finding.found
        yield finding("RP-842", cell.place, found=found, kind=LABELS[kind], name=field.heading)


def _shown(cell: PlanCell) -> Said:
    if isinstance(cell.value, Decimal):
        return written(cell.value)
    if isinstance(cell.value, date):
        return said_day(cell.value)
    return YES if cell.value is True else quotable_text(cell.typed or str(cell.value), 80)


def _undecided(typed: TypedPlan) -> Iterator[Finding]:
    """A finding for each decision that nobody has taken, at the cell that it is about."""
    for row, cell in open_decisions(typed):
        listed, number = row["what"].cell, row["number"].cell.word
        place = Place(DECISIONS.sheet, listed.address)
        if cell is not None:
            key = (row["key"].cell.text or "").partition(" ")[0]
            place = Place(cell.sheet, cell.cell.address, key or None)
        what = quotable_text(listed.text or "", _LONGEST_DECISION)
        yield finding("RP-881", place, what=what, number=quotable_text(number, 20))


def _too_long_for_excel(plan: Plan, draft: Draft) -> Iterator[Finding]:
    """A finding for each goal whose formula Excel would refuse."""
    places = {row["number"].text: row["rule"].place for row in draft.tables["goals"]}
    longest = said_quantity(LONGEST_FORMULA)
    for goal in too_long_for_excel(Layout(plan)):
        yield finding("RP-835", places[goal], found=goal, expected=longest)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first; within each severity as one reads the workbook."""
    sheets = {name: number for number, name in enumerate((*SHEETS, DECISIONS.sheet))}

    def order(each: Finding) -> tuple[int, int, int, int, str, str]:
        column, row = position_of(each.place.cell) if each.place.cell else (0, 0)
        sheet = sheets.get(each.place.sheet or "", -1)
        return each.severity.rank, sheet, row, column, each.code, in_words(each.message())

    return tuple(sorted(findings, key=order))
