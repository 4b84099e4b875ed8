"""A plan as it was typed: every cell settled, and the data of the plan that they make.

What is blank gets what is usual: the name of a period, the days of its validity.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import lcm

from resultatplan.criteria import Kind
from resultatplan.rules import ALL_WORDS, short_key
from texts import findings as say
from validators.findings import Place
from validators.plan_cells import Settled, settle
from validators.typing_mistakes import quotable_text, visible_text
from workbooks.plan_book.fields import (
    FIELDS,
    PERIODS,
    PLAN_SHEET,
    TABLE,
    TABLES,
    Field,
    Type,
)
from workbooks.plan_book.plan_rows import read_grades, read_steps, split_notes
from workbooks.plan_book.reader import TypedPlan, TypedRow
from workbooks.reading.cells import DAYS_FROM_1900_TO_1904

FIRST_VERSION = "1.0"
_LONGEST_KEY = 20
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss"}
Row = Mapping[str, Settled]
Data = (
    str | int | bool | date | Decimal | None | tuple["Data", ...] | list["Data"] | dict[str, "Data"]
)


@dataclass
class Draft:
    """All fields and rows, settled, by the plan's names; what has no heading is wrong."""

    fields: dict[str, Settled] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def value(self, name: str) -> object:
        """The value of a field; None where it is blank or wrong."""
        return self.fields[name].value

    def text(self, name: str) -> str | None:
        """The text of a field."""
        return text_of(self.fields[name])

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
    draft = Draft()
    absent = Settled(Place(PLAN_SHEET), is_wrong=True)
    for each in FIELDS:
        cell = typed.fields.get(each.name)
        settled = absent if cell is None else settle(cell, each, None, sections, shift)
        draft.fields[each.name] = settled
    for table in TABLES:
        rows: list[Row] = []
        for typed_row in typed.tables.get(table.part, ()):
            key = _key_of(typed_row) if table.sheet != PLAN_SHEET else None
            rows.append(
                {
                    each.name: settle(typed_row[each.name], each, key, sections, shift)
                    if each.name in typed_row
                    else Settled(Place(table.sheet), is_wrong=not each.may_lack)
                    for each in table.typed
                }
            )
        draft.tables[table.part] = _in_whole_parts(rows)
    return draft


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


def text_of(cell: Settled) -> str | None:
    """The cell's text, key or choice; None for anything else."""
    return cell.value if isinstance(cell.value, str) else None


def day_of(cell: Settled) -> date | None:
    """The cell's date."""
    return cell.value if isinstance(cell.value, date) else None


def has_form(cell: Settled, field: Field) -> bool:
    """Whether a key is written as its field says."""
    text = text_of(cell) or ""
    return text.isascii() and re.fullmatch(field.pattern, text) is not None


def kind_of(row: Row) -> Kind | None:
    """The row's kind, None where none is typed or it is unknown."""
    text = text_of(row["kind"])
    return None if text is None else Kind(text)


def goal_of(row: Row) -> str | None:
    """The number of the goal that a criterion's key names; None where it is no key."""
    if not has_form(row["key"], TABLE["criteria"].column("key")):
        return None
    return (text_of(row["key"]) or "").rpartition(".")[0]


def criterion_by_key(draft: Draft) -> dict[str | None, Row]:
    """The first row of each key on the sheet Delmål."""
    return {text_of(row["key"]): row for row in reversed(draft.tables["criteria"])}


def other_target(draft: Draft, criterion: Row, name: str = "target") -> object:
    """Another target than the criterion's in the history of the plan's own year.

    `name` is the column meant: `target_to` is the greatest of an interval.
    """
    for row in draft.tables["history"]:
        is_own = row["key"].value == criterion["key"].value and row["year"].value == draft.year
        if is_own and row[name].value not in (None, criterion[name].value):
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
        key = short_key(text_of(row["key"]) or "")
        keys[goal] = tuple(dict.fromkeys((*keys.get(goal, ()), key)))
    return keys


def rule_of(cell: Settled) -> str | None:
    """The rule as the plan holds it: none where it says `alle`."""
    text = text_of(cell)
    return None if text is None or text.casefold() in ALL_WORDS else text


def steps_of(row: Row) -> tuple[tuple[Decimal, Decimal], ...]:
    """The steps typed in a row; none where there are none, or they cannot be read."""
    text = text_of(row["steps"])
    return () if text is None else read_steps(text) or ()


def grades_of(row: Row) -> tuple[int, ...]:
    """The grades typed in a row; none where there are none, or they cannot be read."""
    text = text_of(row["grades"])
    return () if text is None else read_grades(text) or ()


def line_of(row: Row) -> dict[str, Decimal]:
    """The line typed in a row: it ends at the target where nothing else is said."""
    zero, full, target = (row[name].value for name in ("linear.zero", "linear.full", "target"))
    if not isinstance(zero, Decimal):
        return {}
    if row["linear.full"].is_missing and isinstance(target, Decimal):
        full = abs(target) if kind_of(row) is Kind.WITHIN else target
    return {"zero": zero, "full": full} if isinstance(full, Decimal) else {"zero": zero}


def frame_data(row: Row) -> dict[str, Data]:
    """A frame of the bonus; no table where it cannot be read."""
    data, unit = _row_data("bonus.frames", row), text_of(row["unit"])
    payments = read_steps(text_of(row["table"]) or "", unit or "pct.") or ()
    return data | {"table": [{"at": at, "pays": pays} for at, pays in payments]}


def validity(draft: Draft) -> tuple[date | None, date | None]:
    """The first and last day: of the whole year where none is typed."""
    first, last = draft.fields["valid_from"], draft.fields["valid_to"]
    year = draft.year
    return (
        date(year, 1, 1) if first.is_missing and year is not None else day_of(first),
        date(year, 12, 31) if last.is_missing and year is not None else day_of(last),
    )


def period_name(draft: Draft, row: Row) -> str | None:
    """A period's name: the usual one where none is typed."""
    period, name = text_of(row["id"]), row["name"]
    if not name.is_missing or period is None:
        return text_of(name)
    usual, is_alone = PERIODS[period], len(draft.tables["reporting.periods"]) == 1
    return usual.alone if is_alone and usual.alone else usual.name


def period_end(draft: Draft, row: Row) -> date | None:
    """A period's last day: where none is typed that of the quarter or the half-year.

    They are those of the calendar, or of the whole year for which the plan is valid.
    """
    period, ends, year = text_of(row["id"]), row["ends"], draft.year
    if not ends.is_missing or period is None or year is None:
        return day_of(ends)
    first, last = validity(draft)
    begins = date(year, 1, 1)
    if first is not None and first.day == 1 and last == _months_after(first, 12):
        begins = first
    return _months_after(begins, PERIODS[period].months)


def _months_after(first: date, months: int) -> date:
    """The last day of so many months that begin with this first day of a month."""
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1) - timedelta(days=1)


def sections_with_goals(draft: Draft) -> list[tuple[Row, list[Row]]]:
    """Each section with its goals, in the order of the sheets."""
    sections, goals = draft.tables["sections"], draft.tables["goals"]
    if len(sections) == 1:
        return [(sections[0], goals)]
    return [
        (each, [goal for goal in goals if goal["section"].value == each["title"].value])
        for each in sections
    ]


def criteria_of(draft: Draft, goal: Row) -> list[Row]:
    """A goal's criteria, in the order of the sheet."""
    number = goal["number"].value
    criteria = draft.tables["criteria"]
    return [row for row in criteria if (text_of(row["key"]) or "").rpartition(".")[0] == number]


def plan_data_of(draft: Draft) -> dict[str, Data]:
    """The data of the whole plan; blank fields get what is usual."""
    data: dict[str, Data] = {}
    for each in FIELDS:
        _put(data, each, draft.fields[each.name])
    year, goals = draft.year, len(draft.tables["goals"])
    first, last = validity(draft)
    text = say.DEFAULT_GOALS_TEXT if goals != 1 else say.DEFAULT_GOALS_TEXT_ONE
    usual: dict[str, Data] = {
        "id": f"{_plain(draft.text('institution') or '')}-{year}",
        "version": FIRST_VERSION,
        "title": say.DEFAULT_TITLE.format(year=year, institution=draft.text("institution")),
        "valid_from": first,
        "valid_to": last,
        "stated_goals": goals,
        "stated_goals_text": text.format(count=goals, year=year),
    }
    periods = [_row_data("reporting.periods", row) for row in draft.tables["reporting.periods"]]
    for period, row in zip(periods, draft.tables["reporting.periods"], strict=True):
        period |= {"name": period_name(draft, row), "ends": period_end(draft, row)}
    for period in periods[-1:]:
        period["final"] = True
    reporting = data["reporting"]
    if isinstance(reporting, dict):
        reporting["periods"] = [*periods]
    bonus = data["bonus"]
    if isinstance(bonus, dict):
        bonus["frames"] = [{**frame_data(row)} for row in draft.tables["bonus.frames"]]
    return {
        **usual,
        **data,
        "tolerances": [_row_data("tolerances", row) for row in draft.tables["tolerances"]],
        "notes": [text_of(row["note"]) for row in draft.tables["notes"]],
        "rulings": [_row_data("rulings", row) for row in draft.tables["rulings"]],
        "sections": [
            {**_row_data("sections", section), "goals": [_goal_data(draft, goal) for goal in goals]}
            for section, goals in sections_with_goals(draft)
        ],
    }


def _put(data: dict[str, Data], field: Field, cell: Settled) -> None:
    """A cell's value at its place in the plan; what is blank or as usual is left out."""
    value: Data = cell.value
    if field.type is Type.NOTES:
        value = list(split_notes(text_of(cell) or ""))
    elif field.name.endswith("rule"):
        value = rule_of(cell)
    if value is None or value is False or value == [] or value in ("equal", "rule"):
        return
    *above, name = field.name.split(".")
    for part in above:
        inner = data.setdefault(part, {})
        if isinstance(inner, dict):
            data = inner
    data[name] = value


def _row_data(part: str, row: Row) -> dict[str, Data]:
    data: dict[str, Data] = {}
    for each in TABLE[part].typed:
        _put(data, each, row[each.name])
    return data


def _goal_data(draft: Draft, goal: Row) -> dict[str, Data]:
    data = _row_data("goals", goal)
    data.pop("section", None)
    criteria: list[Data] = []
    for row in criteria_of(draft, goal):
        criterion = _row_data("criteria", row)
        if "steps" in criterion:
            criterion["steps"] = [{"at": at, "credit": credit} for at, credit in steps_of(row)]
        if "grades" in criterion:
            criterion["grades"] = [*grades_of(row)]
        if "linear" in criterion:
            criterion["linear"] = {**line_of(row)} or None
        criteria.append({**criterion, "history": _history_data(draft, row)})
    return {**data, "criteria": criteria}


def _history_data(draft: Draft, criterion: Row) -> list[Data]:
    """The criterion's years, oldest first; a provisional target stands in that of the plan."""
    entries: dict[int, dict[str, Data]] = {}
    for row in draft.tables["history"]:
        year = row["year"].value
        if row["key"].value == criterion["key"].value and isinstance(year, int):
            entry = _row_data("history", row)
            del entry["key"]
            if is_provisional(row) or "[" in row["result"].marks:
                entry["provisional"] = True
            entries[year] = entry
    target, own = criterion["target"], draft.year
    kind = kind_of(criterion)
    is_kept = is_provisional(criterion) and not (kind is not None and kind.is_benchmark)
    if is_kept and own is not None:
        entry = entries.setdefault(own, {"year": own})
        entry |= {"target": target.value, "provisional": True}
        if criterion["target_to"].value is not None:
            entry["target_to"] = criterion["target_to"].value
    return [entries[year] for year in sorted(entries)]


def _plain(name: str) -> str:
    """A name in small letters a–z, digits and hyphens."""
    spelled = "".join(_SPELLED.get(letter, letter) for letter in name.casefold())
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
