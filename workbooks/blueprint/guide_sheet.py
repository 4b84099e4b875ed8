"""Vejledning: how to fill in, the colours, the deadlines. Fejlkoder: what each finding means."""

from __future__ import annotations

import os
from itertools import chain, repeat

from resultatplan.bonus import describe_frame
from resultatplan.criteria import LABELS
from resultatplan.plan import Plan, deadline_of
from texts import workbook as say
from texts.findings import REPORT_FINDINGS
from texts.language import day, quantity, weekday
from workbooks.blueprint.goals_sheet import notes_of
from workbooks.blueprint.prose import Prose
from workbooks.blueprint.report_sheet import LEGEND
from workbooks.blueprint.scheme_words import guide_pairs, states_left
from workbooks.blueprint.specs import Look, SheetSpec
from workbooks.form import KRONER, MIO_KR, Layout, Sheet
from workbooks.formulas import LEFT

_WIDTHS = (22.0, 38.0, 54.0)


ADDRESS_VARIABLE = "RP_CHECKER"
"""The environment variable that names its address, so that workers know it too."""


def checking_page() -> str:
    """The address of the department's checking page; nothing where it has said none."""
    return os.environ.get(ADDRESS_VARIABLE, "").strip()


def guide_sheet(layout: Layout) -> SheetSpec:
    """The sheet Vejledning."""
    plan = layout.plan
    page = Prose(_WIDTHS)
    page.across(say.GUIDE_TITLE.format(year=plan.year), Look.TITLE)
    page.across(f"{plan.institution} · {plan.ministry}", Look.SUBTITLE)
    page.row += 1
    _filling_in(page, plan)
    periods = ((each.name, deadline_of(plan, each)) for each in plan.reporting.periods)
    page.part(
        say.GUIDE_PERIODS_HEADING.format(year=plan.year),
        (plan.reporting.text,),
        ((name, f"{weekday(due)} {day(due)}") for name, due in periods),
    )
    kinds = {LABELS[each.kind] for each in plan.criteria}
    used = (pair for pair in say.GUIDE_KINDS if pair[0] in kinds)
    page.part(say.GUIDE_KINDS_HEADING, pairs=used)
    scoring = (plan.scoring_text, *([say.GUIDE_NOTES] if any(notes_of(plan)) else []))
    page.part(say.GUIDE_SCORE_HEADING, scoring, guide_pairs(plan))
    payouts = (f"{describe_frame(each).removesuffix('.')}." for each in plan.bonus.frames)
    bonus = (plan.bonus.text, *payouts, plan.bonus.discretion or "")
    page.part(say.GUIDE_BONUS_HEADING, filter(None, bonus))
    if plan.tolerances:
        _tolerances(page, plan)
    page.part(say.GUIDE_ADDIN_HEADING, [say.GUIDE_ADDIN])
    return _sheet(Sheet.GUIDE, page)


def codes_sheet() -> SheetSpec:
    """The sheet Fejlkoder."""
    page = Prose(_WIDTHS)
    page.across(say.CODES_TITLE, Look.TITLE)
    page.across(say.CODES_LEAD, Look.BODY)
    page.row += 1
    page.line(say.CODES_COLUMNS, Look.HEADER)
    for entry in REPORT_FINDINGS.values():
        severity = say.SEVERITIES[entry.severity]
        page.line((f"{entry.code} ({severity})", entry.title.da, entry.hint.da))
    return _sheet(Sheet.CODES, page)


def _sheet(name: Sheet, page: Prose) -> SheetSpec:
    return SheetSpec(
        name,
        page.cells,
        widths=_WIDTHS,
        merged=tuple(page.merged),
        heights=page.heights,
        landscape=False,
    )


def _filling_in(page: Prose, plan: Plan) -> None:
    steps, typing = dict(say.GUIDE_STEPS), dict(say.GUIDE_TYPING)
    met, not_met, *others = say.GUIDE_STATES
    partial, left = [], [(LEFT[state], say.GUIDE_LEFT) for state in states_left(plan)]
    if address := checking_page():
        checked = say.GUIDE_STEPS_CHECKED.items()
        steps |= {step: words.format(address=address) for step, words in checked}
    if plan.scales:
        steps |= say.GUIDE_STEPS_IN_PART
        partial = [say.GUIDE_PARTIAL]
    if any(criterion.partly or criterion.grades for criterion in plan.criteria):
        typing |= say.GUIDE_TYPING_IN_PART
    page.part(say.GUIDE_STEPS_HEADING, pairs=steps.items())
    units = dict.fromkeys(criterion.reported_unit for criterion in plan.criteria)
    money = say.OR.join(unit for unit in units if unit in KRONER) or MIO_KR
    typed = ((what, how.format(year=plan.year, money=money)) for what, how in typing.items())
    page.part(say.GUIDE_TYPING_HEADING, pairs=typed)
    states = (met, *partial, not_met, *left, *others)
    page.part(
        say.GUIDE_COLOURS_HEADING,
        pairs=(*(words for _, words in LEGEND), *states),
        looks=chain((look for look, _ in LEGEND), repeat(Look.STATE)),
    )


def _tolerances(page: Prose, plan: Plan) -> None:
    page.across(say.GUIDE_TOLERANCES_HEADING, Look.HEADING)
    page.line(say.GUIDE_TOLERANCE_COLUMNS, Look.HEADER)
    for each in plan.tolerances:
        size = f"{each.size} ({each.headcount})" if each.headcount else each.size
        limits = (f"+/- {quantity(n, each.unit)}" for n in (each.base_budget, each.follow_up_2))
        page.line((size, *limits))
    page.row += 1
