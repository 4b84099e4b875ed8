"""*Vurdering*: the total, what the plan says follows from it, and room for the decision.

What the department typed in the overview before is carried into the next one. The product computes
and never decides: an amount appears only where a maximum was entered, and only from the accepted
final report of the year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from department.overview.sheets import opening
from department.record import ReportRecord, Summary
from department.spreadsheet import HEADER_ROW, Item, Kind, Table, TableSheet, Tone, Value
from department.spreadsheet import Column as Col
from department.wording import arithmetic_words, payout_words
from resultatplan.bonus import Frame
from resultatplan.plan import Plan
from texts import overview as say
from texts import standing
from texts.language import Language, Text
from workbooks.coordinates import column_letter
from workbooks.reading.book import read_book


class Decision(NamedTuple):
    """An agency's row as typed: the share (0 to 1), the largest amount in kr., the decision.

    A share or an amount that is no number stays as it was typed.
    """

    share: float | str | None = None
    maximum: float | str | None = None
    words: str = ""


Decisions = Mapping[tuple[str, int, str], Decision]
"""By institution, year and frame of the bonus; nothing where the plan has no frames."""
NO_DECISIONS: Decisions = {}


@dataclass(frozen=True)
class Assessment:
    """An agency's plan, its accepted report to go by, and what the department decided."""

    plan: Plan
    frame: Frame | None
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


def _arithmetic(row: Assessment, lang: Language) -> str | None:
    accepted = row.accepted
    if accepted is None:
        return None
    return arithmetic_words(row.plan, accepted.summary, accepted.goals, lang)


def payout_of(row: Assessment, lang: Language) -> str | None:
    """What follows from the total for a frame, in words."""
    if row.frame is None or row.report is None:
        return None
    return payout_words(row.frame, row.report, lang)


ASSESSMENT: Table[Assessment] = Table(
    say.SHEET_ASSESSMENT,
    "tblVurdering",
    (
        Col(standing.INSTITUTION, 20, lambda row, _: row.plan.institution),
        Col(standing.YEAR, 7, lambda row, _: row.plan.year),
        Col(say.REPORT, 12, lambda row, book: _report(row.report, book.lang)),
        Col(say.TOTAL, 13, lambda row, _: row.report.secured if row.report else None),
        Col(say.ARITHMETIC, 22, lambda row, book: _arithmetic(row, book.lang)),
        Col(say.BONUS, 24, lambda row, _: row.plan.bonus.text),
        Col(say.DISCRETION, 34, lambda row, _: row.plan.bonus.discretion),
        Col(say.FRAME, 14, lambda row, _: row.frame.name if row.frame else None),
        Col(say.PAYOUT, 14, lambda row, book: payout_of(row, book.lang)),
        Col(say.SHARE, 15, lambda row, _: _input(row.decided.share, Kind.SHARE)),
        Col(say.MAXIMUM, 12, lambda row, _: _input(row.decided.maximum, Kind.AMOUNT)),
        Col(say.AMOUNT, 12, lambda _, __: None),
        Col(say.DECISION, 28, lambda row, _: _input(row.decided.words or None)),
        Col(standing.FILE, 18, lambda row, _: row.report.file if row.report else None),
        Col(say.OPEN, 6, lambda row, book: opening(book, row.report)),
    ),
)


def assessments(plan: Plan, latest: ReportRecord | None, decisions: Decisions) -> list[Assessment]:
    """The row of an agency, or of each frame of its bonus, with what the department typed.

    Where it typed nothing the share is what the plan states; of a frame all of it.
    """
    accepted = latest if latest is not None and latest.summary.accepted else None
    stated = stated_in(plan)
    keys = ((decision_key(plan, each), each) for each in plan.bonus.frames or (None,))
    return [
        Assessment(plan, frame, accepted, decisions.get(key, stated[key])) for key, frame in keys
    ]


def decision_key(plan: Plan, frame: Frame | None) -> tuple[str, int, str]:
    """Whose decision it is."""
    return plan.institution, plan.year, "" if frame is None else frame.name


def add_assessment(
    sheet: TableSheet[Assessment], plan: Plan, latest: ReportRecord | None, decisions: Decisions
) -> None:
    """The rows of an agency."""
    for row in assessments(plan, latest, decisions):
        sheet.add(row)
        _compute_amount(sheet, row)


def stated_in(plan: Plan) -> Decisions:
    """What stands in an agency's rows before anybody decides: the share that its plan states."""
    frames = plan.bonus.frames
    share = plan.bonus.share_of_bonus or ("1" if frames else None)
    stated = Decision(None if share is None else float(Fraction(share)))
    return {decision_key(plan, each): stated for each in frames or (None,)}


def _compute_amount(sheet: TableSheet[Assessment], row: Assessment) -> None:
    """In the last row, once the department has said both: share × total × maximum.

    Of a frame what its table pays stands in place of the total; an amount needs no maximum.
    """
    lang, at, report, frame = sheet.book.lang, sheet.next_row, row.report, row.frame
    columns = (ASSESSMENT.at(each) for each in (say.TOTAL, say.SHARE, say.MAXIMUM))
    total, share, maximum = (f"{column_letter(column + 1)}{at}" for column in columns)
    amount, needed = f'"{say.NEEDS_FINAL(lang)}"', maximum
    if report is not None and report.final:
        paid = f"{share}*{total}/100*{maximum}"
        if frame is not None:
            payout = frame.payout(report.secured or 0.0)
            paid = f"{share}*{payout}/100*{maximum}"
            if frame.is_amount:
                paid, needed = f"MIN({share}*{payout},{maximum})", share
            elif frame.cap is not None:
                paid = f"MIN({paid},{frame.cap})"
        amount = f'IF(ISNUMBER({share}),{paid},"{say.NEEDS_SHARE(lang)}")'
    formula = f'=IF(ISNUMBER({needed}),{amount},"")'
    sheet.write_formula(ASSESSMENT.at(say.AMOUNT), formula, Kind.AMOUNT)


def guard_inputs(sheet: TableSheet[Assessment], lang: Language) -> None:
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


_TYPED = (standing.INSTITUTION, standing.YEAR, say.FRAME, say.SHARE, say.MAXIMUM, say.DECISION)


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
    found: dict[tuple[str, int, str], Decision] = {}
    for row in rows.values():
        share, maximum = (_figure(row.get(each), each) for each in (say.SHARE, say.MAXIMUM))
        decision = Decision(share, maximum, _text(row, say.DECISION))
        year = row.get(standing.YEAR)
        if isinstance(year, float) and decision != Decision():
            found[_text(row, standing.INSTITUTION), int(year), _text(row, say.FRAME)] = decision
    return found


_TYPED_FIGURE = re.compile(
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<decimals>\d+))?"
    r"\s*(?:(?P<percent>%|pct\.?|procent)|(?:kr\.?|kroner)(?:,-)?)?",
    re.IGNORECASE,
)


def _figure(value: object, heading: Text) -> float | str | None:
    """A share or an amount: the number, also of a text that can be read in one way only."""
    if not isinstance(value, str):
        return value if isinstance(value, float) else None
    read = read_figure(value)
    if read is not None:
        number, is_percent = read
        if heading is say.MAXIMUM and not is_percent:
            return number
        if heading is say.SHARE and (is_percent or number <= 1):
            return number / 100 if is_percent else number
    return value.strip() or None


def read_figure(text: str) -> tuple[float, bool] | None:
    """A number as Danes type it, `150.000 kr.`, `33,33 pct.`, and whether it says percent; None for
    what is none, or could be another."""
    typed = _TYPED_FIGURE.fullmatch(text.strip())
    if typed is None:
        return None
    number = float(f"{typed['whole'].replace('.', '')}.{typed['decimals'] or 0}")
    return number, typed["percent"] is not None


def _text(row: Mapping[Text, object], heading: Text) -> str:
    value = row.get(heading)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
