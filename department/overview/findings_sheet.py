"""*Fejl*: the findings of every file that is still to be answered, with links to their cells."""

from __future__ import annotations

from department.links import Links
from department.overview.formats import Item, Tone, Value
from department.overview.showing import in_order_of_name
from department.overview.table_sheet import Book, TableSheet, Titles, linked, opening
from department.record import FindingRecord, ReportRecord, Summary, Words
from texts import commandline as cli
from texts import overview as say
from texts.language import Language

_HEADINGS = (
    (cli.FILE, 24.0),
    (cli.INSTITUTION, 20.0),
    (cli.SEVERITY, 10.0),
    (cli.CODE, 8.0),
    (cli.SHEET, 14.0),
    (cli.CELL, 7.0),
    (cli.KEY, 8.0),
    (cli.MESSAGE, 44.0),
    (cli.HINT, 36.0),
    (cli.FOUND, 15.0),
    (cli.EXPECTED, 15.0),
    (say.OPEN_COLUMN, 6.0),
)
_LONGEST_VALUE = 120
"""Long formulas are told in full where the file is judged alone (`rp validate`)."""
_TONES = {"error": Tone.BAD, "warning": Tone.WARN, "info": Tone.OPEN}


class FindingsSheet:
    """The sheet: findings are gathered file by file, and written when all are there."""

    def __init__(self, book: Book, subtitle: str, links: Links) -> None:
        self._book = book
        self._links = links
        self._files: list[tuple[Summary, tuple[FindingRecord, ...]]] = []
        titles = Titles(say.FINDINGS_TITLE(book.lang), subtitle, say.FINDINGS_NOTE(book.lang))
        self._sheet = TableSheet(book, say.SHEET_FINDINGS, "tblFejl", _HEADINGS, titles)

    def add(self, record: ReportRecord) -> None:
        """Keep what was found in a file."""
        if record.findings:
            self._files.append((record.summary, record.findings))

    def finish(self) -> None:
        """Write a row for each finding, in the order of the files' names."""
        for file, findings in sorted(self._files, key=lambda each: in_order_of_name(each[0])):
            for finding in findings:
                self._sheet.add(_row(file, finding, self._links, self._book))
        self._sheet.finish()


def _row(file: Summary, finding: FindingRecord, links: Links, book: Book) -> list[Item | Value]:
    lang = book.lang
    place = links.to(file, finding.sheet, finding.cell)
    return [
        file.file,
        file.institution,
        Item(cli.SEVERITIES[finding.severity](lang), _TONES[finding.severity]),
        finding.code,
        finding.sheet,
        linked(finding.cell, place),
        finding.key,
        finding.message(lang),
        finding.hint(lang),
        _clipped(finding.found, lang),
        _clipped(finding.expected, lang),
        opening(file, links, lang),
    ]


def _clipped(value: Words | None, lang: Language) -> str | None:
    if value is None:
        return None
    text = value(lang)
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
