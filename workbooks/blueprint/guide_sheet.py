"""Vejledning: how to fill in, the colours, the deadlines. Fejlkoder: what each finding means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from resultatplan.bonus import describe_frame
from resultatplan.criteria import LABELS
from resultatplan.plan import Plan, deadline_of
from texts import workbook as say
from texts.findings import REPORT_FINDINGS
from texts.language import day, quantity, weekday
from workbooks.blueprint.report_sheet import LEGEND
from workbooks.blueprint.scheme_words import guide_pairs, states_left
from workbooks.blueprint.specs import CellSpec, Look, SheetSpec
from workbooks.blueprint.text_height import height_of
from workbooks.form import KRONER, MIO_KR, Layout, Sheet
from workbooks.formulas import LEFT

_WIDTHS = (22.0, 38.0, 54.0)
_WIDE = _WIDTHS[1] + _WIDTHS[2]
_FULL = sum(_WIDTHS)
_HEIGHTS = {Look.TITLE: 26.0, Look.SUBTITLE: 18.0, Look.HEADING: 22.0}


class _Page:
    """A page as it grows, line by line."""

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

    def three(self, texts: tuple[str, ...], look: Look = Look.BODY) -> None:
        """A row of three."""
        for letter, text in zip("ABC", texts, strict=True):
            self.cells[f"{letter}{self.row}"] = CellSpec(look, value=text)
        widths = zip(texts, _WIDTHS, strict=True)
        self._end(max(height_of(text, width) for text, width in widths), look)

    def part(
        self,
        heading: str,
        texts: Iterable[str] = (),
        pairs: Iterable[tuple[str, str]] = (),
        looks: Iterable[Look] = repeat(Look.TERM),
    ) -> None:
        """A heading, running texts, words with what they mean, and an empty line."""
        self.across(heading, Look.HEADING)
        for text in texts:
            self.across(text, Look.BODY)
        for (word, meaning), look in zip(pairs, looks, strict=False):
            self.pair(word, meaning, look)
        self.row += 1

    def sheet(self, name: Sheet) -> SheetSpec:
        """The page as a sheet, upright."""
        return SheetSpec(
            name,
            self.cells,
            widths=_WIDTHS,
            merged=tuple(self.merged),
            heights=self.heights,
            landscape=False,
        )

    def _end(self, height: float, look: Look) -> None:
        self.heights[self.row] = _HEIGHTS.get(look, height)
        self.row += 1


ADDRESS_VARIABLE = "RP_CHECKER"
"""The environment variable that names its address, so that workers know it too."""


def checking_page() -> str:
    """The address of the department's checking page; nothing where it has said none."""
    return os.environ.get(ADDRESS_VARIABLE, "").strip()


def guide_sheet(layout: Layout) -> SheetSpec:
    """The sheet Vejledning."""
    plan = layout.plan
    page = _Page()
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
    page.part(say.GUIDE_SCORE_HEADING, (plan.scoring_text,), guide_pairs(plan))
    payouts = (f"{describe_frame(each)}." for each in plan.bonus.frames)
    bonus = (plan.bonus.text, *payouts, plan.bonus.discretion or "")
    page.part(say.GUIDE_BONUS_HEADING, filter(None, bonus))
    if plan.tolerances:
        _tolerances(page, plan)
    page.part(say.GUIDE_ADDIN_HEADING, say.GUIDE_ADDIN)
    if notes := list(_notes(plan)):
        page.part(say.GUIDE_NOTES_HEADING, pairs=notes)
    return page.sheet(Sheet.GUIDE)


def codes_sheet() -> SheetSpec:
    """The sheet Fejlkoder."""
    page = _Page()
    page.across(say.CODES_TITLE, Look.TITLE)
    page.across(say.CODES_LEAD, Look.BODY)
    page.row += 1
    page.three(say.CODES_COLUMNS, Look.HEADER)
    for entry in REPORT_FINDINGS.values():
        severity = say.SEVERITIES[entry.severity]
        page.three((f"{entry.code} ({severity})", entry.title.da, entry.hint.da))
    return page.sheet(Sheet.CODES)


def _filling_in(page: _Page, plan: Plan) -> None:
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


def _tolerances(page: _Page, plan: Plan) -> None:
    page.across(say.GUIDE_TOLERANCES_HEADING, Look.HEADING)
    page.three(say.GUIDE_TOLERANCE_COLUMNS, Look.HEADER)
    for each in plan.tolerances:
        size = f"{each.size} ({each.headcount})" if each.headcount else each.size
        limits = (f"+/- {quantity(n, each.unit)}" for n in (each.base_budget, each.follow_up_2))
        page.three((size, *limits))
    page.row += 1


def _notes(plan: Plan) -> Iterator[tuple[str, str]]:
    """The plan's notes and sources, each with what it is about."""
    yield from ((say.GUIDE_NOTES_PLAN, note) for note in plan.notes)
    for goal in plan.goals:
        yield from ((goal.number, note) for note in (*goal.notes, goal.source) if note)
        for each in goal.criteria:
            yield from ((each.key, note) for note in (*each.notes, each.source) if note)
