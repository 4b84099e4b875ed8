"""What goes with a letter: a copy of the workbook with comments, and the agency's next template."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import Executor
from dataclasses import dataclass

from department.output import inert
from department.plans.all_plans import template_of
from department.plans.next_period import next_period, next_template
from department.plans.one_report import read_by
from department.record import FindingRecord, ReportRecord, is_unsafe
from department.standing import Desk, FileRow
from department.workers import TaskStoppedError
from resultatplan.library import all_plans
from resultatplan.plan import Period, Plan, deadline_of
from texts import letters as say
from texts import standing
from texts.language import Language, day, weekday
from workbooks.annotated import Listing, ListLine, Note, annotated
from workbooks.coordinates import cells_in
from workbooks.template.build import template_name

_HEADINGS = (
    (standing.CELL, 24),
    (standing.SEVERITY, 11),
    (standing.CODE, 9),
    (say.WHAT, 62),
    (standing.FOUND, 26),
    (standing.EXPECTED, 26),
    (standing.HINT, 62),
)
"""The columns of the list of findings, with their widths."""
_LONGEST = 4_000
"""Characters of a comment or a cell of the list."""


def annotated_copy(
    record: ReportRecord, data: bytes | None, executor: Executor, lang: Language
) -> bytes | None:
    """The copy: comments by sheet, several findings at a cell in one, and the list of all.

    None where it would not help (no report, no findings), where anything active is in the file,
    and where the file is gone or cannot be opened safely. The received file is hostile until
    proven otherwise: the copy is made in a worker.
    """
    if data is None or not has_copy(record):
        return None
    comments: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in record.findings:
        if each.sheet and each.cell:
            for cell in (each.cell.partition(":")[0], *cells_in(each.more)):
                comments[each.sheet, cell].append(_comment(each, lang))
    notes: dict[str, list[Note]] = defaultdict(list)
    for (sheet, cell), texts in comments.items():
        notes[sheet].append(Note(cell, "\n\n".join(texts)[:_LONGEST]))
    author = say.DEPARTMENT(lang)
    try:
        return executor.submit(annotated, data, notes, _listing(record, lang), author).result()
    except TaskStoppedError:
        return None


def has_copy(record: ReportRecord) -> bool:
    """Whether a copy would help, and the file is such that one can be made."""
    return record.summary.is_report and bool(record.findings) and not is_unsafe(record.findings)


def _comment(finding: FindingRecord, lang: Language) -> str:
    return say.COMMENT(
        lang,
        severity=_severity(finding, lang),
        code=finding.code,
        message=inert(finding.message(lang)),
        hint=finding.hint(lang),
    )


def _severity(finding: FindingRecord, lang: Language) -> str:
    return standing.SEVERITIES[finding.severity](lang).capitalize()


def _listing(record: ReportRecord, lang: Language) -> Listing:
    whose = record.summary.institution or ""
    period = record.summary.period_name or say.NO_PERIOD(lang)
    return Listing(
        say.LIST_SHEET(lang),
        say.LIST_TITLE(lang, institution=whose, period=period),
        say.LIST_LEAD(lang),
        tuple((heading(lang), width) for heading, width in _HEADINGS),
        tuple(_line(each, lang) for each in record.findings),
    )


def _line(finding: FindingRecord, lang: Language) -> ListLine:
    key = f" ({finding.key})" if finding.key else ""
    texts = (
        f"{finding.place}{key}".strip() or say.WHOLE_FILE(lang),
        _severity(finding, lang),
        finding.code,
        finding.message(lang),
        "" if finding.found is None else finding.found(lang),
        "" if finding.expected is None else finding.expected(lang),
        finding.hint(lang),
    )
    cell = finding.cell.partition(":")[0] if finding.cell else None
    return ListLine(tuple(inert(text)[:_LONGEST] for text in texts), finding.sheet, cell)


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
        has_come = any(slot.files for slot in agency.slots if slot.period == after)
        return None if has_come else Following(plan, after, is_filled=True)
    for each in all_plans():
        if (each.institution, each.year) == (plan.institution, plan.year + 1):
            return Following(each, each.reporting.periods[0], is_filled=False)
    return None


def following_workbook(
    following: Following, row: FileRow, data: bytes | None, executor: Executor, lang: Language
) -> bytes | None:
    """The template as a file; None where the received file, which fills it in, is gone.

    That is read in a worker. Raises `click.ClickException` where it cannot be read any more, or
    Excel would refuse the template.
    """
    if not following.is_filled:
        return template_of(following.plan, lang)
    if data is None:
        return None
    source = read_by(executor, row.file.file, data, lang)
    return next_template(row.file.file, source, None, lang).data
