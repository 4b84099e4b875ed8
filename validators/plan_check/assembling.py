"""From a draft without errors to the plan's data, as `Plan` takes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from resultatplan.criteria import Kind
from texts import plan_checking as say
from validators.plan_check.dates import period_end, period_name, valid_from, valid_to
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.keys import goal_of
from validators.plan_check.kinds import kind_of
from validators.plan_check.rules import rule_of
from validators.plan_check.scales import line_of, steps_of
from workbooks.authoring.entries import Column, PlanField, TableName
from workbooks.authoring.passages import split_notes

Data = (
    str | int | bool | date | Decimal | None | tuple["Data", ...] | list["Data"] | dict[str, "Data"]
)

FIRST_VERSION = "1.0"
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss"}


def assemble(plan: DraftPlan) -> dict[str, Data]:
    """The data of the whole plan; blank fields get what is usual."""
    goals = plan.rows(TableName.GOALS)
    year = plan[PlanField.YEAR].whole
    texts = say.DEFAULT_GOALS_TEXT if len(goals) != 1 else say.DEFAULT_GOALS_TEXT_ONE
    return _filled(
        {
            "id": plan_id(plan),
            "version": plan[PlanField.VERSION].text or FIRST_VERSION,
            "title": plan[PlanField.TITLE].text
            or say.DEFAULT_TITLE.format(year=year, institution=plan[PlanField.INSTITUTION].text),
            "ministry": plan[PlanField.MINISTRY].text,
            "institution": plan[PlanField.INSTITUTION].text,
            "year": year,
            "valid_from": valid_from(plan),
            "valid_to": valid_to(plan),
            "stated_goals": stated_goals(plan),
            "stated_goals_text": plan[PlanField.STATED_GOALS_TEXT].text
            or texts.format(count=len(goals), year=year),
            "scoring_text": plan[PlanField.SCORING_TEXT].text,
            "scoring": _scoring(plan),
            "reporting": _reporting(plan),
            "bonus": _filled(
                {
                    "text": plan[PlanField.BONUS_TEXT].text,
                    "discretion": plan[PlanField.DISCRETION].text,
                    "share_of_bonus": plan[PlanField.BONUS_SHARE].text,
                }
            ),
            "tolerances": [_tolerance(row) for row in plan.rows(TableName.TOLERANCES)],
            "notes": [row[Column.NOTE].text for row in plan.rows(TableName.NOTES)],
            "sections": _sections(plan),
        }
    )


def plan_id(plan: DraftPlan) -> str | None:
    """The plan's id: the institution and the year where none is typed."""
    typed = plan[PlanField.ID]
    if typed.value is not None or typed.is_wrong:
        return typed.text
    institution, year = plan[PlanField.INSTITUTION].text, plan[PlanField.YEAR].whole
    words = "" if institution is None else _plain(institution)
    return f"{words}-{year}" if words and year is not None else None


def stated_goals(plan: DraftPlan) -> int:
    """How many goals the plan's text states: as many as there are where nothing is typed."""
    typed = plan[PlanField.STATED_GOALS].whole
    return len(plan.rows(TableName.GOALS)) if typed is None else typed


def section_rows(plan: DraftPlan) -> list[tuple[Draft, list[Draft]]]:
    """Each section with its goals, in the order of the sheets."""
    sections, goals = plan.rows(TableName.SECTIONS), plan.rows(TableName.GOALS)
    if len(sections) == 1:
        return [(sections[0], list(goals))]
    return [
        (
            section,
            [goal for goal in goals if goal[Column.SECTION].text == section[Column.SECTION].text],
        )
        for section in sections
    ]


def criterion_rows(plan: DraftPlan, goal: Draft) -> list[Draft]:
    """A goal's criteria, in the order of the sheet."""
    number = goal[Column.NUMBER].text
    criteria = plan.rows(TableName.CRITERIA)
    return [row for row in criteria if goal_of(row[Column.KEY].text or "") == number]


def _plain(name: str) -> str:
    """A name in small letters a–z, digits and hyphens."""
    spelled = "".join(_SPELLED.get(letter, letter) for letter in name.casefold())
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _filled(data: Mapping[str, Data]) -> dict[str, Data]:
    """What there is: a field left out is a field at its default."""
    return {
        name: value
        for name, value in data.items()
        if value is not None and value is not False and value not in ([], {})
    }


def _scoring(plan: DraftPlan) -> Data:
    weighting = plan[PlanField.WEIGHTING].text
    return _filled(
        {
            "weighting": None if weighting == "equal" else weighting,
            "partial_credit": plan[PlanField.PARTIAL_CREDIT].number,
            "withdrawn": plan[PlanField.WITHDRAWN].text,
        }
    )


def _reporting(plan: DraftPlan) -> Data:
    rows = plan.rows(TableName.PERIODS)
    return _filled(
        {
            "days": plan[PlanField.DAYS].whole,
            "heeds_holidays": plan[PlanField.HOLIDAYS].yes,
            "text": plan[PlanField.REPORTING_TEXT].text,
            "periods": [
                _filled(
                    {
                        "id": row[Column.PERIOD].text,
                        "name": period_name(row),
                        "ends": period_end(plan, row),
                        "final": row is rows[-1],
                    }
                )
                for row in rows
            ],
        }
    )


def _tolerance(row: Draft) -> Data:
    return _filled(
        {
            "size": row[Column.SIZE].text,
            "headcount": row[Column.HEADCOUNT].text,
            "base_budget": row[Column.BASE_BUDGET].number,
            "follow_up_2": row[Column.FOLLOW_UP_2].number,
            "unit": row[Column.UNIT].text,
        }
    )


def _sections(plan: DraftPlan) -> Data:
    return [
        _filled(
            {
                "title": section[Column.SECTION].text,
                "number": section[Column.SECTION_NUMBER].text,
                "goals": [_goal(plan, goal) for goal in goals],
            }
        )
        for section, goals in section_rows(plan)
    ]


def _goal(plan: DraftPlan, row: Draft) -> Data:
    combine = row[Column.COMBINE].text
    return _filled(
        {
            "number": row[Column.NUMBER].text,
            "title": row[Column.TITLE].text,
            "heading": row[Column.HEADING].text,
            "description": row[Column.DESCRIPTION].text,
            "combine": None if combine == "rule" else combine,
            "rule": rule_of(row[Column.RULE]),
            "partial_rule": rule_of(row[Column.PARTIAL_RULE]),
            "weight": row[Column.WEIGHT].number,
            "points": row[Column.POINTS].number,
            "withdrawn": row[Column.WITHDRAWN].text,
            "source": row[Column.SOURCE].text,
            "notes": list(split_notes(row[Column.NOTES].text or "")),
            "criteria": [_criterion(plan, each) for each in criterion_rows(plan, row)],
        }
    )


def _criterion(plan: DraftPlan, row: Draft) -> Data:
    line = line_of(row)
    return _filled(
        {
            "key": row[Column.KEY].text,
            "kind": row[Column.KIND].text,
            "text": row[Column.TEXT].text,
            "unit": row[Column.UNIT].text,
            "level_unit": row[Column.LEVEL_UNIT].text,
            "target": row[Column.TARGET].number,
            "deadline": row[Column.DEADLINE].day,
            "basis": row[Column.BASIS].number,
            "basis_text": row[Column.BASIS_TEXT].text,
            "assessor": row[Column.ASSESSOR].text,
            "source": row[Column.SOURCE].text,
            "notes": list(split_notes(row[Column.NOTES].text or "")),
            "weight": row[Column.CRITERION_WEIGHT].number,
            "partly": row[Column.PARTLY].yes,
            "partial_deadline": row[Column.PARTIAL_DEADLINE].day,
            "steps": [{"at": at, "credit": credit} for at, credit in steps_of(row)],
            "linear": None if line is None else _filled({"zero": line.zero, "full": line.full}),
            "withdrawn": row[Column.WITHDRAWN].text,
            "history": _history(plan, row),
        }
    )


def _history(plan: DraftPlan, criterion: Draft) -> list[Data]:
    """The criterion's years, oldest first; a provisional target stands in that of the plan."""
    key, own_year = criterion[Column.KEY].text, plan[PlanField.YEAR].whole
    entries: dict[int, dict[str, Data]] = {}
    for row in plan.rows(TableName.HISTORY):
        year = row[Column.YEAR].whole
        if row[Column.KEY].text == key and year is not None:
            entries[year] = _entry(row, year)
    target = criterion[Column.TARGET]
    if target.provisional and own_year is not None and kind_of(criterion) is not Kind.BENCHMARK:
        entry = entries.setdefault(own_year, {"year": own_year})
        entry |= {"target": target.number, "provisional": True}
    return [entries[year] for year in sorted(entries)]


def _entry(row: Draft, year: int) -> dict[str, Data]:
    target, result = row[Column.TARGET], row[Column.RESULT]
    return _filled(
        {
            "year": year,
            "target": target.number,
            "result": result.number,
            "unit": row[Column.UNIT].text,
            "provisional": row[Column.PROVISIONAL].yes or target.provisional or result.provisional,
            "measured": row[Column.MEASURED].number,
            "note": row[Column.NOTE].text,
        }
    )
