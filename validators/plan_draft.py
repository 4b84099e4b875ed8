"""A plan as it was typed: every cell settled, and the data of the plan that they make.

What is blank gets what is usual: the name of a period, the days of its validity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import cast

from resultatplan.criteria import Kind
from resultatplan.goals import AnyModel, Criterion, HistoryEntry, Linear
from resultatplan.library import spelled_as_id
from resultatplan.plan import FIRST_VERSION
from resultatplan.rules import short_key
from texts import findings as say
from validators.findings import Place
from validators.plan_cells import PlanCell, settle
from validators.typing_mistakes import quotable_text, visible_text
from workbooks.plan_book.fields import FIELDS, PERIODS, PLAN_SHEET, TABLE, TABLES, Field
from workbooks.plan_book.plan_rows import read_steps
from workbooks.plan_book.reader import TypedPlan, TypedRow
from workbooks.reading.cells import DAYS_FROM_1900_TO_1904

_LONGEST_KEY = 20
Row = Mapping[str, PlanCell]
Data = dict[str, object]
"""A part of the plan as `Plan.model_validate` takes it."""


@dataclass(frozen=True)
class Draft:
    """All fields and rows, settled, by the plan's names; what has no heading is wrong."""

    fields: Row
    tables: Mapping[str, list[Row]]

    @property
    def year(self) -> int | None:
        """The plan's year."""
        year = self.fields["year"].value
        return year if isinstance(year, int) else None


def settled_plan(typed: TypedPlan) -> Draft:
    """Every cell as what its field takes, or with its finding."""
    shift = DAYS_FROM_1900_TO_1904 if typed.from_1904 else 0
    titles = (row["title"].cell.text for row in typed.tables.get("sections", ()) if "title" in row)
    sections = {visible_text(text): text.strip() for text in titles if text and text.strip()}

    def settled(row: TypedRow, field: Field, sheet: str, key: str | None = None) -> PlanCell:
        if field.name not in row:
            return PlanCell(Place(sheet), is_wrong=not field.may_lack)
        return settle(row[field.name], field, key, sections, shift)

    fields = {each.name: settled(typed.fields, each, PLAN_SHEET) for each in FIELDS}
    tables: dict[str, list[Row]] = {}
    for table in TABLES:
        rows: list[Row] = []
        for row in typed.tables.get(table.part, ()):
            key = _key_of(row) if table.sheet != PLAN_SHEET else None
            cells = {each.name: settled(row, each, table.sheet, key) for each in table.typed}
            rows.append(cells)
        tables[table.part] = _in_whole_parts(rows)
    return Draft(fields, tables)


def _in_whole_parts(rows: list[Row]) -> list[Row]:
    """Weights among which there are fractions, in whole parts: 1/12 and 5/12 as 1 and 5."""
    if not any("/" in row["weight"].marks for row in rows if "weight" in row):
        return rows
    weights = [
        Fraction(cell.typed if "/" in cell.marks and cell.typed else str(cell.value or 0))
        for cell in (row["weight"] for row in rows)
    ]
    parts = lcm(*(each.denominator for each in weights))
    return [
        {**row, "weight": replace(row["weight"], value=Decimal(int(weight * parts)))}
        if row["weight"].value is not None
        else row
        for row, weight in zip(rows, weights, strict=True)
    ]


def _key_of(row: TypedRow) -> str | None:
    """The key or number that a row is known by, as typed."""
    typed = row.get("key") or row.get("number")
    text = None if typed is None else typed.cell.text
    return quotable_text(text, _LONGEST_KEY) or None if text is not None else None


def has_form(cell: PlanCell, field: Field) -> bool:
    """Whether a key is written as its field says."""
    text = cell.text or ""
    return text.isascii() and re.fullmatch(field.pattern, text) is not None


def kind_of(row: Row) -> Kind | None:
    """The row's kind, None where none is typed or it is unknown."""
    text = row["kind"].text
    return None if text is None else Kind(text)


def goal_of(row: Row) -> str | None:
    """The number of the goal that a criterion's key names; None where it is no key."""
    is_key = has_form(row["key"], TABLE["criteria"].column("key"))
    return (row["key"].text or "").rpartition(".")[0] if is_key else None


def criterion_by_key(draft: Draft) -> dict[str | None, Row]:
    """The first row of each key on the sheet Delmål."""
    return {row["key"].text: row for row in reversed(draft.tables["criteria"])}


def other_target(draft: Draft, criterion: Row, name: str) -> object:
    """Another target than the criterion's in the history of the plan's own year.

    `name` is the column meant: `target_to` is the greatest of an interval.
    """
    for row in history_of(draft, criterion):
        if row["year"].value == draft.year and row[name].value not in (None, criterion[name].value):
            return row[name].value
    return None


def is_provisional(row: Row) -> bool:
    """Whether a row's target stands in brackets, or either end of its interval."""
    return "[" in row["target"].marks + row["target_to"].marks


def keys_by_goal(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The short keys of each goal's criteria; none where a key is wrong: it may be any goal's."""
    keys: dict[str, tuple[str, ...]] = {}
    for row in draft.tables["criteria"]:
        goal = goal_of(row)
        if goal is None:
            return {}
        key = short_key(row["key"].text or "")
        keys[goal] = tuple(dict.fromkeys((*keys.get(goal, ()), key)))
    return keys


def payments_of(frame: Row) -> tuple[tuple[Decimal, Decimal], ...] | None:
    """What a frame of the bonus pays; None where its table cannot be read."""
    return read_steps(frame["table"].text or "", frame["unit"].text or "pct.")


def validity(draft: Draft) -> tuple[date | None, date | None]:
    """The first and last day: of the whole year where none is typed."""
    first, last = draft.fields["valid_from"], draft.fields["valid_to"]
    year = draft.year
    return (
        date(year, 1, 1) if first.is_missing and year is not None else first.day,
        date(year, 12, 31) if last.is_missing and year is not None else last.day,
    )


def period_name(draft: Draft, row: Row) -> str | None:
    """A period's name: the usual one where none is typed."""
    period, name = row["id"].text, row["name"]
    if not name.is_missing or period is None:
        return name.text
    usual, is_alone = PERIODS[period], len(draft.tables["reporting.periods"]) == 1
    return usual.alone if is_alone and usual.alone else usual.name


def period_end(draft: Draft, row: Row) -> date | None:
    """A period's last day: where none is typed that of the quarter or the half-year.

    They are those of the calendar, or of the whole year for which the plan is valid.
    """
    period, ends = row["id"].text, row["ends"]
    begins = _beginning(draft)
    if not ends.is_missing or period is None or begins is None:
        return ends.day
    return _months_after(begins, PERIODS[period].months)


def year_end(draft: Draft) -> date | None:
    """When the plan's year ends, or its validity where that is earlier."""
    begins, (_, last) = _beginning(draft), validity(draft)
    return None if begins is None or last is None else min(_months_after(begins, 12), last)


def _beginning(draft: Draft) -> date | None:
    """The first day of the plan's year: of the calendar's, or of the whole year of its validity."""
    first, last = validity(draft)
    if first is not None and first.day == 1 and last == _months_after(first, 12):
        return first
    return None if draft.year is None else date(draft.year, 1, 1)


def _months_after(first: date, months: int) -> date:
    """The last day of so many months that begin with this first day of a month; no later than the
    last day that there is."""
    years, month = divmod(first.month - 1 + months, 12)
    if first.year + years > MAXYEAR:
        return date.max
    return date(first.year + years, month + 1, 1) - timedelta(days=1)


def criteria_of(draft: Draft, goal: Row) -> list[Row]:
    """A goal's criteria, in the order of the sheet."""
    number, rows = goal["number"].value, draft.tables["criteria"]
    return [row for row in rows if (row["key"].text or "").rpartition(".")[0] == number]


def history_of(draft: Draft, criterion: Row) -> list[Row]:
    """The years of a criterion, in the order of the sheet."""
    key = criterion["key"].value
    return [row for row in draft.tables["history"] if row["key"].value == key]


def line_of(row: Row) -> dict[str, Decimal]:
    """The line typed in a row: it ends at the target where nothing else is said."""
    zero, full, target = (row[name].number for name in ("linear.zero", "linear.full", "target"))
    if zero is None:
        return {}
    if row["linear.full"].is_missing and target is not None:
        full = abs(target) if kind_of(row) is Kind.WITHIN else target
    return {"zero": zero} if full is None else {"zero": zero, "full": full}


def criterion_of(draft: Draft, row: Row) -> Criterion | None:
    """As much of a criterion as its kind uses, unchecked; None while its kind is not known."""
    kind, table = kind_of(row), TABLE["criteria"]
    if kind is None:
        return None
    used = {name: cell for name, cell in row.items() if kind in table.column(name).used_by}
    has_end = kind.is_benchmark or row["target"].value is not None
    line = line_of(row) if "linear.zero" in used and has_end else {}
    years = [_unchecked(HistoryEntry, _values(each)) for each in history_of(draft, row)]
    own = {"kind": kind, "linear": Linear(**line) if line else None, "history": tuple(years)}
    return _unchecked(Criterion, {"key": "", "text": "", **_values(used), **own})


def _unchecked(model: type[AnyModel], values: Data) -> AnyModel:
    return cast("AnyModel", model.model_construct(None, **values))


def plan_data_of(draft: Draft) -> Data:
    """The data of the whole plan; blank fields get what is usual."""
    fields, tables, year = draft.fields, draft.tables, draft.year
    institution, goals = fields["institution"].text, len(tables["goals"])
    first, last = validity(draft)
    text = say.DEFAULT_GOALS_TEXT if goals != 1 else say.DEFAULT_GOALS_TEXT_ONE
    usual = {
        "id": f"{spelled_as_id(institution or '')}-{year}",
        "version": FIRST_VERSION,
        "title": say.DEFAULT_TITLE.format(year=year, institution=institution),
        "valid_from": first,
        "valid_to": last,
        "stated_goals": goals,
        "stated_goals_text": text.format(count=goals, year=year),
    }
    lists: Data = {
        "reporting.periods": _periods_data(draft),
        "bonus.frames": [
            {
                **_values(row),
                "table": [{"at": at, "pays": pays} for at, pays in payments_of(row) or ()],
            }
            for row in tables["bonus.frames"]
        ],
        "tolerances": [_values(row) for row in tables["tolerances"]],
        "notes": [row["note"].value for row in tables["notes"]],
        "rulings": [_values(row) for row in tables["rulings"]],
        "sections": [
            {
                **_values(section),
                "goals": [
                    _goal_data(draft, goal)
                    for goal in tables["goals"]
                    if len(tables["sections"]) == 1
                    or goal["section"].value == section["title"].value
                ],
            }
            for section in tables["sections"]
        ],
    }
    return _data({**usual, **_values(fields), **lists})


def _values(cells: Row) -> Data:
    """The values of cells by their names; what is blank is left out."""
    return {name: cell.value for name, cell in cells.items() if cell.value is not None}


def _data(values: Data) -> Data:
    """Values at their places in the plan: that of `reporting.days` is `days` in `reporting`."""
    parts: dict[str, Data] = {"": {}}
    for path, value in values.items():
        part, _, name = path.rpartition(".")
        parts.setdefault(part, {})[name] = value
    return {**parts.pop(""), **parts}


def _periods_data(draft: Draft) -> list[Data]:
    """The periods, of which the last is final."""
    rows = draft.tables["reporting.periods"]
    return [
        {
            "id": row["id"].value,
            "name": period_name(draft, row),
            "ends": period_end(draft, row),
            "final": row is rows[-1],
        }
        for row in rows
    ]


def _goal_data(draft: Draft, goal: Row) -> Data:
    criteria = [_criterion_data(draft, row) for row in criteria_of(draft, goal)]
    own = {name: value for name, value in _values(goal).items() if name != "section"}
    return {**own, "criteria": criteria}


def _criterion_data(draft: Draft, row: Row) -> Data:
    """A criterion with its years, oldest first; a target in brackets stands in the plan's own."""
    own, kind, years = _values(row), kind_of(row), dict[int, Data]()
    for each in history_of(draft, row):
        entry, year = _values(each), each["year"].value
        del entry["key"]
        if is_provisional(each) or "[" in each["result"].marks:
            entry["provisional"] = True
        if isinstance(year, int):
            years[year] = entry
    is_kept = is_provisional(row) and not (kind is not None and kind.is_benchmark)
    if is_kept and draft.year is not None:
        agreed: Data = {name: own[name] for name in ("target", "target_to") if name in own}
        entry = years.get(draft.year, {"year": draft.year})
        years[draft.year] = {**entry, **agreed, "provisional": True}
    line: Data = {f"linear.{name}": level for name, level in line_of(row).items()}
    return _data({**own, **line, "history": [years[year] for year in sorted(years)]})
