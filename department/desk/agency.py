"""One agency through its year: what it reported, what the department makes and decides of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click
from flask import Blueprint, Response, abort, request

from department.annual_report.goal_report import write_goal_report
from department.batch import typed_decisions
from department.desk.office import office
from department.desk.reply import replies
from department.desk.shell import FilePages, language, page, require_seen
from department.output import inert_line, write_bytes
from department.overview.assessment import (
    Decision,
    assessments,
    decision_key,
    payout_of,
    read_figure,
)
from department.page.agencies import Lists, lines, part_of
from department.plans.next_period import next_template
from department.plans.one_report import read_by
from department.record import Summary
from department.register.store import Register
from department.standing import Agency
from department.wording import percent
from resultatplan.library import plan_by_id, plan_reference
from resultatplan.plan import Plan
from texts import desk as say
from texts.language import number

pages = Blueprint("agency", __name__, url_prefix="/agencies")

_HUNDRED = 100


@pages.get("/<plan_id>")
def agency(plan_id: str) -> Response:
    """The agency's reports, letters, decision, and what can be made for it."""
    return _agency(plan_id, (), ())


def _agency(plan_id: str, written: Sequence[Path], said: Sequence[str]) -> Response:
    """The page, with the files that were just written and what is to be said of them."""
    plan = _plan(plan_id)
    with office().reading(language()) as store:
        desk = store.desk(office().today, [plan])
        (line,) = lines(desk)
        lists = Lists()
        part = part_of(desk, line, lists)
        latest = line.agency.latest
        record = None if latest is None else store.open(latest)
        decisions = typed_decisions(office().overview, language())
        return page(
            "year.html.j2",
            part=part,
            lists=lists,
            links=FilePages(),
            replies=[each for each in replies(desk) if each[0].row.plan is plan],
            plan=plan,
            reference=plan_reference(plan),
            report=latest,
            rows=assessments(plan, record, decisions) if _is_shown(store, plan) else (),
            ready=_ready(line.agency),
            written=[each.relative_to(office().out) for each in written],
            said=said,
            payout=partial(payout_of, lang=language()),
            share_words=_share_words,
            maximum_words=_maximum_words,
        )


def _plan(plan_id: str) -> Plan:
    plan = plan_by_id(plan_id)
    if plan is None:
        abort(404)
    return plan


def _is_shown(store: Register, plan: Plan) -> bool:
    """Whether the overview has a row of the plan's agency, where a decision can stand."""
    return any(each.plan.id == plan.id for each in store.desk(office().today).agencies)


def _ready(agency: Agency) -> Summary | None:
    """The report that the next period's template can be made of."""
    latest = agency.latest
    return None if latest is None or latest.final else latest


@pages.post("/<plan_id>/decision")
def decide(plan_id: str) -> Response:
    """Write what was decided into the overview, where it stands."""
    plan, lang = _plan(plan_id), language()
    with office().reading(lang) as store:
        if not _is_shown(store, plan):
            raise click.ClickException(say.NOT_IN_OVERVIEW(lang))
    rows = assessments(plan, None, typed_decisions(office().overview, lang))
    named = {decision_key(plan, each.frame): each.decided for each in rows}
    key = plan.institution, plan.year, request.form.get("frame", "")
    before = named.get(key) or abort(404)
    share, maximum = before.share, before.maximum
    if request.form.get("share", "") != _share_words(before):  # A third is not 33.33 per cent.
        typed = _number("share", most=_HUNDRED, in_percent=True)
        share = None if typed is None else typed / _HUNDRED
    if request.form.get("maximum", "") != _maximum_words(before):
        maximum = _number("maximum")
    words = request.form.get("words", "").strip().replace("\r\n", "\n")
    decided = Decision(share, maximum, words)
    if decided != before:  # A second press of the button writes the same.
        require_seen(before)
    office().decide({key: decided}, lang)
    return _agency(plan_id, (), [say.DECIDED(lang)])


def _share_words(decided: Decision) -> str:
    if isinstance(decided.share, float):
        return percent(decided.share * _HUNDRED, language())
    return decided.share or ""


def _maximum_words(decided: Decision) -> str:
    if isinstance(decided.maximum, float):
        return number(decided.maximum, language())
    return decided.maximum or ""


def _number(name: str, most: float = math.inf, *, in_percent: bool = False) -> float | None:
    """A number as the overview reads it, of at most so much; None where there is none."""
    typed = request.form.get(name, "").strip()
    if not typed:
        return None
    read = read_figure(typed)
    if read is None or read[0] > most or (read[1] and not in_percent):
        raise click.ClickException(say.NO_SUCH_NUMBER(language(), text=inert_line(typed)))
    return read[0]


@pages.post("/<plan_id>/next-template")
def make_next_template(plan_id: str) -> Response:
    """The next period's template, filled in with the latest accepted report."""
    plan, lang = _plan(plan_id), language()
    with office().reading(lang) as store:
        report = _ready(store.desk(office().today, [plan]).agencies[0])
        if report is None:
            raise click.ClickException(say.NOTHING_TO_CARRY(lang))
        data = store.original(report)
    source = read_by(office().executor, report.file, data, lang)
    made = next_template(report.file, source, plan, lang)
    path = office().templates(lang) / made.file_name
    write_bytes(path, made.data, lang)
    return _agency(plan_id, [path], [*made.words(lang)])


@pages.post("/<plan_id>/annual-report")
def make_annual_report(plan_id: str) -> Response:
    """The goal report for the annual report."""
    plan, lang = _plan(plan_id), language()
    with office().reading(lang) as store:
        desk = store.desk(office().today, [plan])
        asked = "sources" in request.form
        written, note = write_goal_report(desk, office().out, lang, with_sources=asked)
    return _agency(plan_id, written, [note] if note else [])
