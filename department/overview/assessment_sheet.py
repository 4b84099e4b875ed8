"""*Vurdering*: the total, what the plan says follows from it, and room for the decision.

The product computes and never decides: an amount appears only when the department has entered a
maximum, and only from the accepted final report of the year.
"""

from __future__ import annotations

from fractions import Fraction

from department.links import Links
from department.overview.decisions import Decision, Decisions
from department.overview.formats import Item, Kind, Tone, Value
from department.overview.showing import ShownAgency
from department.overview.table_sheet import HEADER_ROW, Book, TableSheet, Titles, opening
from department.record import ReportRecord
from department.wording import arithmetic_words
from texts import commandline as cli
from texts import overview as say
from texts.language import Language

_HEADINGS = (
    (cli.INSTITUTION, 20.0),
    (cli.YEAR, 7.0),
    (say.REPORT, 12.0),
    (say.TOTAL, 13.0),
    (say.ARITHMETIC, 22.0),
    (say.BONUS, 24.0),
    (say.DISCRETION, 34.0),
    (say.SHARE, 15.0),
    (say.MAXIMUM, 12.0),
    (say.AMOUNT, 12.0),
    (say.DECISION, 28.0),
    (cli.FILE, 18.0),
    (say.OPEN_COLUMN, 6.0),
)
_AT = {heading: at for at, (heading, _) in enumerate(_HEADINGS)}
_TOTAL, _SHARE, _MAXIMUM = (_AT[each] for each in (say.TOTAL, say.SHARE, say.MAXIMUM))
_AMOUNT = _AT[say.AMOUNT]


class AssessmentSheet:
    """The sheet as it grows, agency by agency."""

    def __init__(self, book: Book, subtitle: str, links: Links, decisions: Decisions) -> None:
        self._book = book
        self._decisions = decisions
        self._lang = book.lang
        self._links = links
        titles = Titles(say.ASSESSMENT_TITLE(book.lang), subtitle, say.ASSESSMENT_NOTE(book.lang))
        self._sheet = TableSheet(book, say.SHEET_ASSESSMENT, "tblVurdering", _HEADINGS, titles)

    def add(self, shown: ShownAgency) -> None:
        """The agency's row."""
        row = self._sheet.next_row
        latest = shown.latest
        accepted = latest if latest is not None and latest.summary.accepted else None
        self._sheet.add(self._row(shown, accepted))
        formula = _amount(row, self._lang, is_final=accepted is not None and accepted.summary.final)
        look = self._book.formats.cell(Kind.AMOUNT, Tone.PLAIN)
        self._sheet.sheet.write_formula(row, _AMOUNT, formula, look, "")

    def finish(self) -> None:
        """Make it a table, and say beside the input cells what they take."""
        last = max(self._sheet.next_row - 1, HEADER_ROW)
        sheet = self._sheet.sheet
        for column, highest, heading, prompt, error in (
            (_SHARE, 1, say.SHARE, say.SHARE_PROMPT, say.SHARE_ERROR),
            (_MAXIMUM, None, say.MAXIMUM, say.MAXIMUM_PROMPT, say.MAXIMUM_ERROR),
        ):
            bounds = (
                {"criteria": ">=", "value": 0}
                if highest is None
                else {"criteria": "between", "minimum": 0, "maximum": highest}
            )
            told = {
                "input_title": heading(self._lang)[:32],
                "input_message": prompt(self._lang),
                "error_title": heading(self._lang)[:32],
                "error_message": error(self._lang),
            }
            options = {"validate": "decimal", **bounds, **told}
            sheet.data_validation(HEADER_ROW, column, last, column, options)
        self._sheet.finish()

    def _row(self, shown: ShownAgency, accepted: ReportRecord | None) -> list[Item | Value]:
        plan, lang = shown.plan, self._lang
        bonus = plan.bonus
        share = None if bonus.share_of_bonus is None else float(Fraction(bonus.share_of_bonus))
        report = None if accepted is None else accepted.summary
        decided = self._decisions.get((plan.institution, plan.year), Decision(share))
        return [
            plan.institution,
            plan.year,
            _report(accepted, lang),
            None if report is None else report.secured,
            None if accepted is None else arithmetic_words(accepted.summary, accepted.goals, lang),
            bonus.text,
            bonus.discretion,
            Item(decided.share, Tone.INPUT, kind=Kind.SHARE),
            Item(decided.maximum, Tone.INPUT, kind=Kind.AMOUNT),
            None,
            Item(decided.words or None, Tone.INPUT),
            None if report is None else report.file,
            opening(report, self._links, lang),
        ]


def _report(accepted: ReportRecord | None, lang: Language) -> Item:
    if accepted is None:
        return Item(say.NO_ACCEPTED_REPORT(lang), Tone.OPEN)
    report = accepted.summary
    text, tone = (
        (say.TOTAL_FINAL, Tone.GOOD) if report.final else (say.TOTAL_PROVISIONAL, Tone.WARN)
    )
    return Item(text(lang, period=report.period_name), tone)


def _amount(row: int, lang: Language, *, is_final: bool) -> str:
    """Share × total × maximum, once the report is final and the department has said both."""
    total, share, maximum = (f"{'ABCDEFGHIJKLM'[at]}{row + 1}" for at in (_TOTAL, _SHARE, _MAXIMUM))
    if not is_final:
        return f'=IF(ISNUMBER({maximum}),"{say.NEEDS_FINAL(lang)}","")'
    amount = f"{share}*{total}/100*{maximum}"
    return f'=IF(ISNUMBER({maximum}),IF(ISNUMBER({share}),{amount},"{say.NEEDS_SHARE(lang)}"),"")'
