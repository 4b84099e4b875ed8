"""*Vurdering*: the total, what the plan says follows from it, and room for the decision.

What the department typed in the overview before is carried into the next one. The product computes
and never decides: an amount appears only where a maximum was entered, and only from the accepted
final report of the year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from department.overview.sheets import View
from department.record import ReportRecord, Summary
from department.spreadsheet import HEADER_ROW, Item, Kind, Table, TableSheet, Tone, Value
from department.spreadsheet import Column as Col
from department.wording import arithmetic_words
from resultatplan.plan import Plan
from texts import overview as say
from texts import standing as standing_texts
from texts.language import Language, Text
from workbooks.coordinates import column_letter
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell
from workbooks.reading.read_sheet import ReadSheet


class Decision(NamedTuple):
    """An agency's row as typed: the share (0 to 1), the largest amount in kr., the decision."""

    share: float | None = None
    maximum: float | None = None
    words: str = ""


Decisions = Mapping[tuple[str, int], Decision]
"""By institution and year."""
NO_DECISIONS: Decisions = {}


@dataclass(frozen=True)
class Assessment:
    """An agency's plan, its accepted report to go by, and what the department decided."""

    plan: Plan
    accepted: ReportRecord | None
    decided: Decision

    @property
    def report(self) -> Summary | None:
        """The report in short."""
        return None if self.accepted is None else self.accepted.summary


def _input(value: Value, kind: Kind = Kind.TEXT) -> Item:
    return Item(value, Tone.INPUT, kind=kind)


def _report(report: Summary | None, lang: Language) -> Item:
    if report is None:
        return Item(say.NO_ACCEPTED_REPORT(lang), Tone.OPEN)
    if report.final:
        return Item(say.TOTAL_FINAL(lang, period=report.period_name), Tone.GOOD)
    return Item(say.TOTAL_PROVISIONAL(lang, period=report.period_name), Tone.WARN)


def _arithmetic(accepted: ReportRecord | None, lang: Language) -> str | None:
    return arithmetic_words(accepted.summary, accepted.goals, lang) if accepted else None


ASSESSMENT: Table[Assessment, View] = Table(
    say.SHEET_ASSESSMENT,
    "tblVurdering",
    (
        Col(standing_texts.INSTITUTION, 20, lambda row, _: row.plan.institution),
        Col(standing_texts.YEAR, 7, lambda row, _: row.plan.year),
        Col(say.REPORT, 12, lambda row, view: _report(row.report, view.lang)),
        Col(say.TOTAL, 13, lambda row, _: row.report.secured if row.report else None),
        Col(say.ARITHMETIC, 22, lambda row, view: _arithmetic(row.accepted, view.lang)),
        Col(say.BONUS, 24, lambda row, _: row.plan.bonus.text),
        Col(say.DISCRETION, 34, lambda row, _: row.plan.bonus.discretion),
        Col(say.SHARE, 15, lambda row, _: _input(row.decided.share, Kind.SHARE)),
        Col(say.MAXIMUM, 12, lambda row, _: _input(row.decided.maximum, Kind.AMOUNT)),
        Col(say.AMOUNT, 12, lambda _, __: None),
        Col(say.DECISION, 28, lambda row, _: _input(row.decided.words or None)),
        Col(standing_texts.FILE, 18, lambda row, _: row.report.file if row.report else None),
        Col(say.OPEN, 6, lambda row, view: view.opening(row.report)),
    ),
)


def add_assessment(
    sheet: TableSheet[Assessment, View],
    plan: Plan,
    latest: ReportRecord | None,
    decisions: Decisions,
) -> None:
    """The row of an agency, with what the department typed or else the share the plan states."""
    accepted = latest if latest is not None and latest.summary.accepted else None
    share = plan.bonus.share_of_bonus
    stated = Decision(None if share is None else float(Fraction(share)))
    decided = decisions.get((plan.institution, plan.year), stated)
    row = Assessment(plan, accepted, decided)
    sheet.add(row)
    _compute_amount(sheet, row.report)


def _compute_amount(sheet: TableSheet[Assessment, View], report: Summary | None) -> None:
    """In the last row: share × total × maximum, once the department has said both."""
    lang, row = sheet.lang, sheet.next_row
    columns = {each: ASSESSMENT.at(each) for each in (say.TOTAL, say.SHARE, say.MAXIMUM)}
    total, share, maximum = (f"{column_letter(at + 1)}{row}" for at in columns.values())
    amount = f'"{say.NEEDS_FINAL(lang)}"'
    if report is not None and report.final:
        needs = f'"{say.NEEDS_SHARE(lang)}"'
        amount = f"IF(ISNUMBER({share}),{share}*{total}/100*{maximum},{needs})"
    formula = f'=IF(ISNUMBER({maximum}),{amount},"")'
    sheet.write_formula(ASSESSMENT.at(say.AMOUNT), formula, Kind.AMOUNT)


def guard_inputs(sheet: TableSheet[Assessment, View], lang: Language) -> None:
    """Say beside the department's own cells what they take."""
    last = max(sheet.next_row - 1, HEADER_ROW)
    for heading, bounds, prompt, error in (
        (
            say.SHARE,
            {"criteria": "between", "minimum": 0, "maximum": 1},
            say.SHARE_PROMPT,
            say.SHARE_ERROR,
        ),
        (say.MAXIMUM, {"criteria": ">=", "value": 0}, say.MAXIMUM_PROMPT, say.MAXIMUM_ERROR),
    ):
        told = {
            "input_title": heading(lang)[:32],
            "input_message": prompt(lang),
            "error_title": heading(lang)[:32],
            "error_message": error(lang),
        }
        column = ASSESSMENT.at(heading)
        options = {"validate": "decimal", **bounds, **told}
        sheet.sheet.data_validation(HEADER_ROW, column, last, column, options)


def decisions_in(data: bytes) -> Decisions:
    """What is typed in an overview; nothing where it has no such sheet.

    Raises `UnreadableError` for what is no readable workbook.
    """
    sheet = _sheet(read_book(data))
    if sheet is None:
        return {}
    columns = _columns(sheet)
    found: dict[tuple[str, int], Decision] = {}
    for row in sorted({cell.row for cell in sheet.cells.values() if cell.row > HEADER_ROW}):

        def typed(heading: Text, at: int = row) -> Cell | None:
            column = columns.get(heading)
            return None if column is None else sheet.cell(at, column)

        year = _number(typed(standing_texts.YEAR))
        decision = Decision(
            _number(typed(say.SHARE)), _number(typed(say.MAXIMUM)), _text(typed(say.DECISION))
        )
        if year is not None and decision != Decision():
            found[_text(typed(standing_texts.INSTITUTION)), int(year)] = decision
    return found


def _sheet(book: Book) -> ReadSheet | None:
    names = (say.SHEET_ASSESSMENT.da, say.SHEET_ASSESSMENT.en)
    return next((sheet for sheet in map(book.sheet, names) if sheet is not None), None)


def _columns(sheet: ReadSheet) -> dict[Text, int]:
    headings = (
        standing_texts.INSTITUTION,
        standing_texts.YEAR,
        say.SHARE,
        say.MAXIMUM,
        say.DECISION,
    )
    at = {cell.value: cell.column for cell in sheet.cells.values() if cell.row == HEADER_ROW}
    return {
        heading: at[text] for heading in headings for text in (heading.da, heading.en) if text in at
    }


def _number(cell: Cell | None) -> float | None:
    value = None if cell is None else cell.value
    return value if isinstance(value, float) else None


def _text(cell: Cell | None) -> str:
    value = None if cell is None else cell.value
    return value if isinstance(value, str) else ""
