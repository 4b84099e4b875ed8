"""The overview workbook, whole: every sheet from one pass over the desk."""

from __future__ import annotations

from collections.abc import Iterable

from department.links import NO_LINKS, Links
from department.overview import sheets
from department.overview.assessment import (
    ASSESSMENT,
    NO_DECISIONS,
    Decisions,
    add_assessment,
    guard_inputs,
)
from department.overview.charts import (
    Figures,
    add_standing_chart,
    development_of,
    write_development,
)
from department.overview.sheets import FindingRow, year_goals
from department.spreadsheet import Book, Row, Table, TableSheet, Titles
from department.standing import Desk, to_answer
from department.tables import deviation_rows, in_order_of_name, years
from texts import language
from texts import overview as say
from texts.language import DANISH, Language, Text


def write_overview(
    desk: Desk,
    *,
    source: str = "",
    links: Links = NO_LINKS,
    decisions: Decisions = NO_DECISIONS,
    lang: Language = DANISH,
) -> bytes:
    """The overview of `desk` as an .xlsx file: the same bytes for the same desk.

    `source` is what stands under the titles (the inbox), `links` where the received files lie as
    seen from the folder of the overview, `decisions` what the department typed in the one before.
    Records are opened one agency at a time.
    """
    book = Book(lang, say.DOCUMENT_TITLE(lang), desk.today, links)
    day = language.day(desk.today, lang)
    subtitle = say.SUBTITLE(lang, source=source, day=day) if source else say.AS_AT(lang, day=day)

    def table(
        declared: Table[Row], title: Text, note: str, rows: Iterable[Row] = ()
    ) -> TableSheet[Row]:
        sheet = TableSheet(book, declared, Titles(title(lang), subtitle, note))
        for row in rows:
            sheet.add(row)
        return sheet

    counts = {"agencies": len(desk.agencies), "slots": len(desk.slots), **desk.tally}
    tally = f"{say.STANDING_TALLY(lang, **counts)} {say.STANDING_NOTE(lang)}"
    standing = table(sheets.STANDING, say.STANDING_TITLE, tally, desk.agencies)
    standing.finish()
    add_standing_chart(book, standing, desk.agencies)
    files = sorted(desk.rows, key=lambda row: in_order_of_name(row.file))
    table(sheets.RECEIVED, say.RECEIVED_TITLE, say.RECEIVED_NOTE(lang), files).finish()
    goals = table(sheets.GOALS, say.GOALS_TITLE, say.GOALS_NOTE(lang))
    deviations = table(sheets.DEVIATIONS, say.DEVIATIONS_TITLE, say.DEVIATIONS_NOTE(lang))
    findings = table(sheets.FINDINGS, say.FINDINGS_TITLE, say.FINDINGS_NOTE(lang))
    assessment = table(ASSESSMENT, say.ASSESSMENT_TITLE, say.ASSESSMENT_NOTE(lang))
    charts: list[tuple[str, list[Figures]]] = []
    found: list[FindingRow] = []
    for year in years(desk):
        latest = year.to_go_by
        for goal in year_goals(year):
            goals.add(goal)
        for deviation in () if latest is None else deviation_rows(latest):
            if deviation.is_off_track:
                deviations.add(deviation)
        add_assessment(assessment, year.plan, latest, decisions)
        name = f"{year.plan.institution} {year.plan.year}"
        charts.append((name, development_of(year, book)))
        open_reports = (*year.reports, *map(desk.open, year.agency.to_answer))
        found += [
            (report.summary, each)
            for report in open_reports
            if not report.summary.settled
            for each in report.findings
        ]
    found += [(file, each) for file in to_answer(desk.strays) for each in desk.open(file).findings]
    for finding in sorted(found, key=lambda row: in_order_of_name(row[0])):
        findings.add(finding)
    guard_inputs(assessment, lang)
    for growing in (goals, deviations, findings, assessment):
        growing.finish()
    titles = Titles(say.SHEET_DEVELOPMENT(lang), subtitle, say.DEVELOPMENT_NOTE(lang))
    write_development(book, titles, charts)
    return book.finished()
