"""The plans at the desk: read, written in Excel, checked, imported, carried into the next year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from flask import Blueprint, Response, abort, request

from department.desk.office import office
from department.desk.shell import language, page, typed_day
from department.output import filed, write_bytes
from department.plans.all_plans import broken_words, template_of
from department.plans.checked_plan import check_file, check_json
from department.plans.next_year import next_years_draft, results_from_register, workbook_of
from department.plans.versions import decided_plan, keep, why_not_kept
from resultatplan.goals import FIRST_YEAR, LAST_YEAR
from resultatplan.library import all_plans, plan_by_id, plan_named, plan_reference
from resultatplan.plan import Plan
from resultatplan.rulings import Effect, Ruled, Ruling
from texts import desk as say
from texts import plans as plan_texts
from texts.explanations import EFFECTS, RULED
from validators.plan_book import PlanCheck
from workbooks.plan_book.writer import empty_workbook
from workbooks.template.build import template_name

pages = Blueprint("plans", __name__, url_prefix="/plans")


@pages.get("/")
def plans() -> Response:
    """All plans, and where a new one begins."""
    return _plans((), ())


def _plans(written: Sequence[Path], said: Sequence[str]) -> Response:
    """The page, with the files that were just written and what is to be said of them."""
    return page(
        "plans.html.j2",
        plans=[(each, plan_reference(each)) for each in all_plans()],
        broken=broken_words(language()),
        next_year=office().today.year + 1,
        written=_links(written),
        said=said,
    )


def _links(written: Sequence[Path]) -> list[Path]:
    """Where the files lie in the output folder; those in the folder of plans have no page."""
    out = office().out
    return [each.relative_to(out) for each in written if each.is_relative_to(out)]


@pages.post("/new")
def new() -> Response:
    """An empty workbook to write a plan in."""
    year = _year(FIRST_YEAR)
    path = office().drafts(language()) / say.NEW_PLAN_NAME(language(), year=year)
    write_bytes(path, empty_workbook(year), language())
    return _plans([path], [say.WRITE_THERE(language())])


def _year(first: int) -> int:
    """The year that was typed, between the first that it may be and the last."""
    typed = request.form.get("year", "")
    if not typed.isdecimal() or not first <= int(typed) <= LAST_YEAR:
        raise click.ClickException(say.BAD_YEAR(language(), first=first, last=LAST_YEAR))
    return int(typed)


@pages.get("/<reference>")
def plan(reference: str) -> Response:
    """A plan's goals with their rules in words, and what can be made of it."""
    return _plan(_named(reference), (), ())


def _named(reference: str) -> Plan:
    found = plan_named(reference)
    if found is None:
        abort(404)
    return found


def _plan(plan: Plan, written: Sequence[Path], said: Sequence[str]) -> Response:
    reference = plan_reference(plan)
    told = check_json(reference, PlanCheck((), plan), language())
    return page(
        "plan.html.j2",
        told=told,
        reference=reference,
        next_year=plan.year + 1,
        is_newest=plan_by_id(plan.id) == plan,
        ruled={each: words(language()) for each, words in RULED.items()},
        effects={each: words(language()) for each, words in EFFECTS.items()},
        written=_links(written),
        said=said,
    )


@pages.post("/<reference>/export")
def export(reference: str) -> Response:
    """The plan in a workbook, to be read and changed."""
    plan = _named(reference)
    path = office().drafts(language()) / f"{reference}.xlsx"
    write_bytes(path, workbook_of(plan, language()), language())
    return _plan(plan, [path], [say.WRITE_THERE(language())])


@pages.post("/<reference>/template")
def template(reference: str) -> Response:
    """The template that the agency fills in."""
    plan = _named(reference)
    path = office().templates(language()) / template_name(plan)
    write_bytes(path, template_of(plan, language()), language())
    return _plan(plan, [path], ())


@pages.post("/<reference>/rollover")
def roll(reference: str) -> Response:
    """Next year's draft, with the results of the final report that counts."""
    plan, lang = _named(reference), language()
    year = _year(plan.year + 1)
    found = results_from_register(plan, office().address, lang)
    draft, words = next_years_draft(plan, year, found, lang)
    path = office().drafts(lang) / say.DRAFT_NAME(lang, plan=plan.id, year=year)
    write_bytes(path, draft, lang)
    lacking = [] if found else [say.NO_RESULTS(lang, year=plan.year)]
    return _plan(plan, [path], [*lacking, *words, say.WRITE_THERE(lang)])


@pages.post("/<reference>/decide")
def decide(reference: str) -> Response:
    """What the department has decided about a goal or criterion, as the plan's next version."""
    plan, lang = _named(reference), language()
    form, made = request.form, typed_day("made") or office().today
    reason = " ".join(form.get("reason", "").split())
    key, ruled, effect = (form.get(each, "") for each in ("key", "ruled", "effect"))
    if not (key and reason) or ruled not in RULED or effect not in EFFECTS:
        raise click.ClickException(say.INCOMPLETE_RULING(lang))
    ruling = Ruling(key=key, ruled=Ruled(ruled), day=made, reason=reason, effect=Effect(effect))
    decided = decided_plan(plan, ruling, lang)
    kept = keep(decided, office().templates(lang), lang, register=office().address)
    told = {"ruling": ruling.line(lang), "plan": plan_reference(decided)}
    return _plan(decided, kept.written, [plan_texts.DECIDED(lang, **told)])


@pages.post("/check")
def check() -> Response:
    """Every finding about the workbook that was handed in, and its rules in words."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise click.ClickException(say.NO_FILE(language()))
    path = office().drafts(language()) / filed(sent.filename)
    write_bytes(path, sent.read(), language())  # It is read again when it is imported.
    return _checked(path)


def _checked(path: Path, said: Sequence[str] = ()) -> Response:
    checked, lang = check_file(str(path)), language()
    refused = None if checked.plan is None else why_not_kept(checked.plan, lang)
    told = check_json(path.name, checked, lang)
    return page("plan_check.html.j2", told=told, said=[*said, *([refused] if refused else ())])


@pages.post("/import")
def take_in() -> Response:
    """The plan of a workbook that was checked into the plans folder, and its template."""
    lang = language()
    path = office().drafts(lang) / filed(request.form.get("file", ""))
    checked = check_file(str(path))
    if checked.plan is None or not checked.is_accepted:
        return _checked(path, [plan_texts.NOT_IMPORTED(lang, path=path.name)])
    replace = "replace" in request.form
    here = office()
    kept = keep(checked.plan, here.templates(lang), lang, replace=replace, register=here.address)
    imported = say.IMPORTED(lang, plan=plan_reference(checked.plan))
    return _plan(checked.plan, kept.written, kept.words or [imported])
