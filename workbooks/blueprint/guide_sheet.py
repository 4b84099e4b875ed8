"""Vejledning: how to fill in, the colours, the deadlines, and what each finding means."""

from __future__ import annotations

from resultatplan.deadlines import deadline_of
from resultatplan.plan import Plan
from texts import workbook as say
from texts.findings import REPORT_FINDINGS
from texts.language import day, quantity, weekday
from workbooks.blueprint.report_sheet import LEGEND
from workbooks.blueprint.scheme_words import guide_pairs, shows_withdrawn
from workbooks.blueprint.specs import CellSpec, Look, SheetSpec
from workbooks.blueprint.text_height import height_of
from workbooks.form import Layout, Sheet

_WIDTHS = (22.0, 38.0, 54.0)
_WIDE = _WIDTHS[1] + _WIDTHS[2]
_FULL = sum(_WIDTHS)
_HEIGHTS = {Look.TITLE: 26.0, Look.SUBTITLE: 18.0, Look.HEADING: 22.0}


class _Page:
    """The guide as it grows, line by line."""

    def __init__(self) -> None:
        self.row = 1
        self.cells: dict[str, CellSpec] = {}
        self.merged: list[str] = []
        self.heights: dict[int, float] = {}

    def across(self, text: str, look: Look) -> None:
        """One text over all columns."""
        self.cells[f"A{self.row}"] = CellSpec(look, value=text)
        self.merged.append(f"A{self.row}:C{self.row}")
        self._end(height_of(text, _FULL), look)

    def pair(self, left: str, right: str, look: Look = Look.TERM) -> None:
        """A word, which may have a look, and over the two other columns what it means."""
        self.cells[f"A{self.row}"] = CellSpec(look, value=left or None)
        self.cells[f"B{self.row}"] = CellSpec(Look.MEANING, value=right)
        self.merged.append(f"B{self.row}:C{self.row}")
        self._end(max(height_of(right, _WIDE), height_of(left, _WIDTHS[0])), Look.BODY)

    def three(self, texts: tuple[str, str, str], look: Look = Look.BODY) -> None:
        """A row of three."""
        for letter, text in zip("ABC", texts, strict=True):
            self.cells[f"{letter}{self.row}"] = CellSpec(look, value=text)
        widths = zip(texts, _WIDTHS, strict=True)
        self._end(max(height_of(text, width) for text, width in widths), look)

    def gap(self) -> None:
        """An empty line."""
        self.row += 1

    def _end(self, height: float, look: Look) -> None:
        self.heights[self.row] = _HEIGHTS.get(look, height)
        self.row += 1


def guide_sheet(layout: Layout) -> SheetSpec:
    """The sheet Vejledning."""
    plan = layout.plan
    page = _Page()
    page.across(say.GUIDE_TITLE.format(year=plan.year), Look.TITLE)
    page.across(f"{plan.institution} · {plan.ministry}", Look.SUBTITLE)
    page.gap()
    _filling_in(page, plan)
    _periods(page, plan)
    _judging(page, plan)
    _around(page, plan)
    _findings(page)
    return SheetSpec(
        Sheet.GUIDE,
        page.cells,
        widths=_WIDTHS,
        merged=tuple(page.merged),
        heights=page.heights,
        landscape=False,
    )


def _filling_in(page: _Page, plan: Plan) -> None:
    page.across(say.GUIDE_STEPS_HEADING, Look.HEADING)
    steps, typing = dict(say.GUIDE_STEPS), dict(say.GUIDE_TYPING)
    if plan.scales:
        steps |= say.GUIDE_STEPS_IN_PART
    if any(criterion.partly for criterion in plan.criteria):
        typing |= say.GUIDE_TYPING_IN_PART
    for name, step in steps.items():
        page.pair(name, step)
    page.gap()
    page.across(say.GUIDE_TYPING_HEADING, Look.HEADING)
    for what, how in typing.items():
        page.pair(what, how.format(year=plan.year))
    page.gap()
    page.across(say.GUIDE_COLOURS_HEADING, Look.HEADING)
    for look, (name, meaning) in LEGEND:
        page.pair(name, meaning, look)
    for word, meaning in _states(plan):
        page.pair(word, meaning, Look.STATE)
    page.gap()


def _states(plan: Plan) -> tuple[tuple[str, str], ...]:
    met, not_met, *others = say.GUIDE_STATES
    partial = (say.GUIDE_PARTIAL,) if plan.scales else ()
    withdrawn = (say.GUIDE_WITHDRAWN,) if shows_withdrawn(plan) else ()
    return (met, *partial, not_met, *withdrawn, *others)


def _periods(page: _Page, plan: Plan) -> None:
    page.across(say.GUIDE_PERIODS_HEADING.format(year=plan.year), Look.HEADING)
    page.across(plan.reporting.text, Look.BODY)
    for period in plan.reporting.periods:
        due = deadline_of(plan, period)
        page.pair(period.name, f"{weekday(due)} {day(due)}")
    page.gap()


def _judging(page: _Page, plan: Plan) -> None:
    page.across(say.GUIDE_KINDS_HEADING, Look.HEADING)
    for label, meaning in say.GUIDE_KINDS:
        page.pair(label, meaning)
    page.gap()
    page.across(say.GUIDE_SCORE_HEADING, Look.HEADING)
    page.across(plan.scoring_text, Look.BODY)
    for term, meaning in guide_pairs(plan):
        page.pair(term, meaning)
    page.gap()


def _around(page: _Page, plan: Plan) -> None:
    page.across(say.GUIDE_BONUS_HEADING, Look.HEADING)
    for text in (plan.bonus.text, plan.bonus.discretion):
        if text is not None:
            page.across(text, Look.BODY)
    page.gap()
    if plan.tolerances:
        page.across(say.GUIDE_TOLERANCES_HEADING, Look.HEADING)
        page.three(say.GUIDE_TOLERANCE_COLUMNS, Look.HEADER)
        for tolerance in plan.tolerances:
            size = tolerance.size
            if tolerance.headcount:
                size = f"{size} ({tolerance.headcount})"
            page.three(
                (
                    size,
                    f"+/- {quantity(tolerance.base_budget, tolerance.unit)}",
                    f"+/- {quantity(tolerance.follow_up_2, tolerance.unit)}",
                )
            )
        page.gap()
    _notes(page, plan)
    page.across(say.GUIDE_ADDIN_HEADING, Look.HEADING)
    for text in say.GUIDE_ADDIN:
        page.across(text, Look.BODY)
    page.gap()


def _notes(page: _Page, plan: Plan) -> None:
    notes = [(say.GUIDE_NOTES_PLAN, note) for note in plan.notes]
    for goal in plan.goals:
        notes += [(goal.number, note) for note in goal.notes]
        notes += [(goal.number, goal.source)] if goal.source else []
        for criterion in goal.criteria:
            notes += [(criterion.key, note) for note in criterion.notes]
            notes += [(criterion.key, criterion.source)] if criterion.source else []
    if not notes:
        return
    page.across(say.GUIDE_NOTES_HEADING, Look.HEADING)
    for place, note in notes:
        page.pair(place, note)
    page.gap()


def _findings(page: _Page) -> None:
    page.across(say.GUIDE_FINDINGS_HEADING, Look.HEADING)
    page.across(say.GUIDE_FINDINGS_LEAD, Look.BODY)
    page.three(say.GUIDE_FINDINGS_COLUMNS, Look.HEADER)
    for entry in REPORT_FINDINGS.values():
        severity = say.SEVERITIES[entry.severity]
        page.three((f"{entry.code} ({severity})", entry.title.da, entry.hint.da))
