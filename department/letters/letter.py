"""The letter to an agency, filled into `letter.txt.j2`: accepted or what to mend, and the score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Template

from department.changes import Changes, FigureChange
from department.letters.enclosed import Following
from department.output import inert_line
from department.record import ReportRecord, Summary
from department.standing import FileRow
from department.templates import templates
from department.wording import arithmetic_words, payouts_words, time_words, value_words
from resultatplan.plan import Plan
from texts import letters as say
from texts.checker import SINGLE_NAME
from texts.language import Language, day
from workbooks.blueprint.guide_sheet import checking_page


@dataclass(frozen=True)
class Reply:
    """What one file is answered with. `copy` is the name of the enclosed copy, if there is one.

    `encloses_checker` where the checking page is enclosed too.
    """

    record: ReportRecord
    row: FileRow
    """Whose file it is, when it was due, and which file it is compared with."""
    mend_by: date
    changes: Changes | None = None
    copy: str | None = None
    encloses_checker: bool = False
    following: Following | None = None
    """The enclosed template of the next report."""
    signature: str = ""
    """Of several lines; without one the ministry signs."""


def subject(reply: Reply, lang: Language) -> str:
    """The letter's subject, on one line."""
    summary, plan = reply.record.summary, reply.row.plan
    if plan is None:
        return inert_line(say.SUBJECT_UNKNOWN(lang, file=summary.file))
    text = say.SUBJECT_ACCEPTED if summary.accepted else say.SUBJECT_RETURNED
    period = summary.period_name or say.NO_PERIOD(lang)
    return inert_line(text(lang, institution=plan.institution, period=period, year=plan.year))


@cache
def _template(lang: Language) -> Template:
    return templates(lang, say, folders=("letters",), autoescape=False).get_template(
        "letter.txt.j2"
    )


def letter(reply: Reply, lang: Language) -> str:
    """The whole letter as plain text, a line for each paragraph."""
    record, row, changes = reply.record, reply.row, reply.changes
    figures = () if changes is None else (_figure(each, lang) for each in changes.figures)
    text = _template(lang).render(
        subject=subject(reply, lang),
        row=row,
        plan=row.plan,
        summary=record.summary,
        file=inert_line(record.summary.file),
        came=_came(record.summary, lang),
        timeliness=_timeliness(row, lang),
        mend_by=reply.mend_by,
        copy=reply.copy and inert_line(reply.copy),
        check=_how_to_check(reply, lang),
        following=reply.following and reply.following.words(lang),
        findings=record.findings,
        errors=[each for each in record.findings if each.is_error],
        remarks=[each for each in record.findings if not each.is_error],
        changes=changes,
        before=row.before and inert_line(row.before.file),
        figures="; ".join(figures),
        goals=record.goals,
        signature=reply.signature,
        weigh_the_same=_weigh_the_same(record),
        **({} if row.plan is None else _total(row.plan, record, lang)),
    )
    return f"{text.rstrip()}\n"


def _total(plan: Plan, record: ReportRecord, lang: Language) -> dict[str, object]:
    return {
        "arithmetic": arithmetic_words(plan, record.summary, record.goals, lang),
        "payouts": payouts_words(plan, record.summary, lang),
    }


def _how_to_check(reply: Reply, lang: Language) -> str:
    """Where it can be seen before it is sent again whether all is mended, if that is known."""
    if reply.record.summary.accepted:
        return ""
    if reply.encloses_checker:
        return say.CHECK_ENCLOSED(lang, name=SINGLE_NAME)
    address = checking_page()
    return say.CHECK_AT(lang, address=inert_line(address)) if address else ""


def _timeliness(row: FileRow, lang: Language) -> str:
    """How it stands to its deadline, behind the deadline's day; nothing where nobody knows."""
    words = "" if row.time is None else time_words(row.time, lang)
    return f": {words}" if words else ""


def _came(report: Summary, lang: Language) -> str:
    """The day that it states, and that of receipt where it is known or there is no other."""
    submitted, received = report.submitted, report.came.known
    if submitted is None:
        return say.CAME(lang, received=day(received or report.received.date(), lang))
    if received is None:
        return say.CAME_STATED(lang, submitted=day(submitted, lang))
    return say.CAME_BOTH(lang, submitted=day(submitted, lang), received=day(received, lang))


def _figure(change: FigureChange, lang: Language) -> str:
    return say.FIGURE(
        lang,
        key=change.key,
        column=change.column,
        cell=change.cell,
        before=_value(change.before, lang),
        after=_value(change.after, lang),
    )


def _value(value: float | date | str | None, lang: Language) -> str:
    if value is None:
        return say.BLANK(lang)
    return f"»{inert_line(value)}«" if isinstance(value, str) else value_words(value, lang)


def _weigh_the_same(record: ReportRecord) -> bool:
    return len({round(goal.weight, 9) for goal in record.goals if goal.weight is not None}) == 1
