"""*Vurdering*: the total, what the plan says follows from it, and room for the decision.

What the department typed in the overview before is carried into the next one. The product computes
and never decides: an amount appears only where a maximum was entered, and only from the accepted
final report of the year.
"""

from __future__ import annotations

from collections import defaultdict
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
from texts import standing
from texts.language import Language, Text
from workbooks.coordinates import column_letter
from workbooks.reading.book import read_book


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
        Col(standing.INSTITUTION, 20, lambda row, _: row.plan.institution),
        Col(standing.YEAR, 7, lambda row, _: row.plan.year),
        Col(say.REPORT, 12, lambda row, view: _report(row.report, view.lang)),
        Col(say.TOTAL, 13, lambda row, _: row.report.secured if row.report else None),
        Col(say.ARITHMETIC, 22, lambda row, view: _arithmetic(row.accepted, view.lang)),
        Col(say.BONUS, 24, lambda row, _: row.plan.bonus.text),
        Col(say.DISCRETION, 34, lambda row, _: row.plan.bonus.discretion),
        Col(say.SHARE, 15, lambda row, _: _input(row.decided.share, Kind.SHARE)),
        Col(say.MAXIMUM, 12, lambda row, _: _input(row.decided.maximum, Kind.AMOUNT)),
        Col(say.AMOUNT, 12, lambda _, __: None),
        Col(say.DECISION, 28, lambda row, _: _input(row.decided.words or None)),
        Col(standing.FILE, 18, lambda row, _: row.report.file if row.report else None),
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
    share: dict[str, str | int] = {"criteria": "between", "minimum": 0, "maximum": 1}
    maximum: dict[str, str | int] = {"criteria": ">=", "value": 0}
    for heading, bounds, prompt, error in (
        (say.SHARE, share, say.SHARE_PROMPT, say.SHARE_ERROR),
        (say.MAXIMUM, maximum, say.MAXIMUM_PROMPT, say.MAXIMUM_ERROR),
    ):
        title = heading(lang)[:32]
        told = {"input_title": title, "input_message": prompt(lang)}
        told |= {"error_title": title, "error_message": error(lang)}
        column = ASSESSMENT.at(heading)
        options = {"validate": "decimal", **bounds, **told}
        sheet.sheet.data_validation(HEADER_ROW, column, last, column, options)


_TYPED = (standing.INSTITUTION, standing.YEAR, say.SHARE, say.MAXIMUM, say.DECISION)


def decisions_in(data: bytes) -> Decisions:
    """What is typed in an overview; nothing where it has no such sheet.

    Raises `UnreadableError` for what is no readable workbook.
    """
    book = read_book(data)
    sheet = book.sheet(say.SHEET_ASSESSMENT.da) or book.sheet(say.SHEET_ASSESSMENT.en)
    if sheet is None:
        return {}
    named = {name: heading for heading in _TYPED for name in (heading.da, heading.en)}
    columns: dict[int, Text] = {}
    rows: dict[int, dict[Text, object]] = defaultdict(dict)
    for cell in sorted(sheet.cells.values(), key=lambda each: each.row):
        if cell.row == HEADER_ROW and isinstance(cell.value, str) and cell.value in named:
            columns[cell.column] = named[cell.value]
        elif cell.row > HEADER_ROW and cell.column in columns:
            rows[cell.row][columns[cell.column]] = cell.value
    found: dict[tuple[str, int], Decision] = {}
    for row in rows.values():
        year, share, maximum = (
            _number(row, each) for each in (standing.YEAR, say.SHARE, say.MAXIMUM)
        )
        decision = Decision(share, maximum, _text(row, say.DECISION))
        if year is not None and decision != Decision():
            found[_text(row, standing.INSTITUTION), int(year)] = decision
    return found


def _number(row: Mapping[Text, object], heading: Text) -> float | None:
    value = row.get(heading)
    return value if isinstance(value, float) else None


def _text(row: Mapping[Text, object], heading: Text) -> str:
    value = row.get(heading)
    return value if isinstance(value, str) else ""
