"""The letter to an agency: received when, accepted or what to mend by when, and the score."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from department.changes import Changes, FigureChange
from department.output import inert, inert_line
from department.record import FindingRecord, ReportRecord
from department.tables import FileRow
from resultatplan.criteria import State
from resultatplan.plan import Plan
from texts import replies as say
from texts.language import Language
from texts.notation import day, number, weekday

_WIDTH = 88


@dataclass(frozen=True)
class Reply:
    """What one file is answered with. `copy` is the name of the enclosed copy, if there is one."""

    record: ReportRecord
    row: FileRow
    """Whose file it is, when it was due, and which file it is compared with."""
    mend_by: date
    changes: Changes | None = None
    copy: str | None = None


def subject(reply: Reply, lang: Language) -> str:
    """The letter's subject, on one line."""
    summary, plan = reply.record.summary, reply.row.plan
    if plan is None:
        return say.SUBJECT_UNKNOWN(lang, file=inert_line(summary.file))
    text = say.SUBJECT_ACCEPTED if summary.accepted else say.SUBJECT_RETURNED
    period = summary.period_name or say.NO_PERIOD(lang)
    return text(lang, institution=plan.institution, period=period, year=plan.year)


def letter(reply: Reply, lang: Language) -> str:
    """The whole letter as plain text, lines of at most 88 characters."""
    blocks = [[subject(reply, lang)], *(list(block) for block in _blocks(reply, lang))]
    return "\n\n".join("\n".join(_wrapped(block)) for block in blocks if block) + "\n"


def _blocks(reply: Reply, lang: Language) -> Iterator[Iterable[str]]:
    record, plan = reply.record, reply.row.plan
    file = inert_line(record.summary.file)
    if plan is None:
        yield [say.TO_SENDER(lang, file=file)]
        yield [say.RECEIVED_STRAY(lang, file=file)]
    else:
        yield [say.TO(lang, institution=plan.institution)]
        yield [_received(reply, plan, lang)]
    yield _decision(reply, lang)
    errors = [each for each in record.findings if each.is_error]
    remarks = [each for each in record.findings if not each.is_error]
    yield _items(say.TO_MEND(lang), errors, lang)
    yield _items(say.REMARKS(lang), remarks, lang)
    yield _since_last(reply, lang)
    yield _score(reply, lang)
    yield [say.REGARDS(lang), plan.ministry if plan is not None else say.DEPARTMENT(lang)]


def _received(reply: Reply, plan: Plan, lang: Language) -> str:
    summary, row = reply.record.summary, reply.row
    known = {
        "ministry": plan.ministry,
        "year": plan.year,
        "file": inert_line(summary.file),
        "arrived": day(summary.arrived, lang),
    }
    if row.due is None or summary.period_name is None:
        return say.RECEIVED_NO_PERIOD(lang, **known)
    timeliness = say.IN_TIME(lang)
    if row.days_late:
        late = say.LATE_ONE if row.days_late == 1 else say.LATE_MANY
        timeliness = late(lang, days=row.days_late)
    due = {"due": day(row.due, lang), "timeliness": timeliness}
    return say.RECEIVED(lang, **known, period=summary.period_name, **due)


def _decision(reply: Reply, lang: Language) -> Iterator[str]:
    record = reply.record
    by = {"weekday": weekday(reply.mend_by, lang), "mend_by": day(reply.mend_by, lang)}
    if reply.row.plan is None:
        yield say.STRAY_ASK(lang, **by)
        return
    if record.summary.accepted:
        yield (say.ACCEPTED_WITH_REMARKS if record.findings else say.ACCEPTED)(lang)
    else:
        count = record.summary.errors
        yield (say.RETURNED_ONE if count == 1 else say.RETURNED_MANY)(lang, count=count, **by)
    if reply.copy is not None:
        sheet = say.LIST_SHEET(lang)
        enclosed = say.COPY_ENCLOSED(lang, copy=inert_line(reply.copy), sheet=sheet)
        yield enclosed if record.summary.accepted else f"{enclosed} {say.MEND_EITHER(lang)}"
    elif record.findings:
        yield say.NO_COPY(lang)


def _items(heading: str, findings: Sequence[FindingRecord], lang: Language) -> Iterator[str]:
    if not findings:
        return
    yield heading
    for position, each in enumerate(findings, start=1):
        message = inert(each.message(lang))
        yield say.ITEM(lang, number=position, message=message, code=each.code)
        yield say.ITEM_HINT(lang, hint=each.hint(lang))


def _since_last(reply: Reply, lang: Language) -> Iterator[str]:
    changes, before = reply.changes, reply.row.before
    if changes is None or before is None:
        return
    yield say.SINCE_LAST(lang, file=inert_line(before.file))
    listed = ((say.MENDED, changes.mended), (say.NEW, changes.new))
    if changes.mended or changes.new:
        for text, findings in (*listed, (say.REMAINING, changes.remaining)):
            yield text(lang, findings=_places(findings, lang))
    else:
        yield say.NO_CHANGE(lang)
    if changes.figures:
        yield say.FIGURES(lang, figures="; ".join(_figure(each, lang) for each in changes.figures))


def _places(findings: Sequence[FindingRecord], lang: Language) -> str:
    places = [f"{each.key or each.place} {each.code}".strip() for each in findings]
    return ", ".join(places) or say.NONE(lang)


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
    if isinstance(value, date):
        return day(value, lang)
    return f"»{inert_line(value)}«" if isinstance(value, str) else number(value, lang)


def _score(reply: Reply, lang: Language) -> Iterator[str]:
    record, summary = reply.record, reply.record.summary
    if summary.secured is None or summary.attainable is None or not record.goals:
        return
    yield say.SCORE(lang)
    secured = number(summary.secured, lang, decimals=2)
    if summary.final:
        total = say.SCORE_FINAL(lang, year=summary.year, secured=secured)
        yield f"{total}{_arithmetic(record, lang)}"
    else:
        attainable = number(summary.attainable, lang, decimals=2)
        yield say.SCORE_INTERIM(lang, secured=secured, attainable=attainable)
    if not summary.accepted:
        yield say.SCORE_UNSETTLED(lang)
    # Where weights differ, each goal's explanation says its own.
    text = say.GOAL if _weigh_the_same(record) else say.GOAL_WEIGHED
    for goal in record.goals:
        yield text(
            lang,
            number=goal.number,
            title=goal.title,
            weight=number(goal.weight, lang, decimals=2),
            explanation=goal.explanation(lang),
        )
        if goal.state is State.FULFILLED:
            continue
        for each in goal.criteria:
            if each.state in (State.NOT_FULFILLED, State.PARTIAL):
                yield say.CRITERION(lang, key=each.key, explanation=each.explanation(lang))


def _arithmetic(record: ReportRecord, lang: Language) -> str:
    """` (8 af 14 mål × 100/14)` where goals weigh the same and are met or not."""
    if not _weigh_the_same(record) or any(goal.fulfilment not in (0, 100) for goal in record.goals):
        return ""
    met = sum(1 for goal in record.goals if goal.state is State.FULFILLED)
    return f" ({say.ARITHMETIC(lang, met=met, count=len(record.goals))})"


def _weigh_the_same(record: ReportRecord) -> bool:
    return len({round(goal.weight, 9) for goal in record.goals}) == 1


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for piece in line.split("\n"):
            indent = " " * (len(piece) - len(piece.lstrip()) or (3 if piece[:1].isdigit() else 0))
            yield textwrap.fill(
                piece,
                _WIDTH,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
