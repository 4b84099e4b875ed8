"""Is a plan that was written in Excel whole? Findings with sheet and cell, and the plan itself.

Each cell is settled first (`plan_cells`); what the form declares of a field is checked at the cell;
what must be true of rows, tables and the whole plan stands in the schemas (`plan_schemas`). A plan
without errors is made from the same cells, by the places that the form declares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pandas as pd
from pydantic import ValidationError

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED
from resultatplan.goals import Criterion, Linear, PlanMistakeError, Step
from resultatplan.plan import Plan
from resultatplan.rules import ALL_WORDS, RuleError, parse_rule, short_key
from texts import findings as say
from texts import handwritten as handwritten_texts
from texts.handwritten import REASONS
from texts.language import Day, Said, Text, phrase
from texts.language import number as written
from texts.language import say as in_words
from validators import plan_schemas as schemas
from validators.container import check_active, unreadable
from validators.findings import NOWHERE, Finding, Place, finding, has_errors
from validators.plan_cells import Settled, settle, shift_of
from validators.typing_mistakes import quotable_text, visible_text
from workbooks.coordinates import column_number
from workbooks.plan_book.decision_list import open_decisions
from workbooks.plan_book.fields import (
    DECISIONS,
    FIELD,
    FIELDS,
    PERIODS,
    PLAN_SHEET,
    SHEETS,
    TABLE,
    TABLES,
    Field,
    Type,
    label_of,
)
from workbooks.plan_book.plan_rows import read_steps, split_notes
from workbooks.plan_book.reader import Anomaly, Oddity, TypedPlan, TypedRow, read_plan_book
from workbooks.reading.archive import UnreadableError

FIRST_VERSION = "1.0"
_SPELLED = {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss"}
_LONGEST_KEY, _LONGEST_DECISION = 20, 600
_NEVER_EMPTY = ("reporting.periods", "sections", "goals", "criteria")

Row = Mapping[str, Settled]
Data = (
    str | int | bool | date | Decimal | None | tuple["Data", ...] | list["Data"] | dict[str, "Data"]
)


@dataclass(frozen=True)
class PlanCheck:
    """What is to be said about the workbook of a plan; the plan where it can be read as one.

    A draft can be read as a plan, but is accepted only when every decision is taken.
    """

    findings: tuple[Finding, ...]
    plan: Plan | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the plan can be used."""
        return self.plan is not None and not has_errors(self.findings)


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
        return _text(self.fields[name])

    @property
    def year(self) -> int | None:
        """The plan's year."""
        year = self.fields["year"].value
        return year if isinstance(year, int) else None


def check_workbook(data: bytes) -> PlanCheck:
    """Check the bytes of a file that should be the workbook of a plan."""
    try:
        typed = read_plan_book(data)
    except UnreadableError as error:
        return PlanCheck((unreadable(error),))
    return check_plan(typed)


def check_plan(typed: TypedPlan) -> PlanCheck:
    """Check what was typed in the workbook of a plan: every finding, not only the first."""
    findings = [*check_active(typed.active), *map(_oddity, typed.anomalies)]
    if not typed.fields:
        return PlanCheck(_in_order(findings))
    draft = _settled(typed)
    findings += _about_cells(draft, typed)
    findings += _about_tables(draft, is_draft=typed.is_draft)
    is_whole = not has_errors(findings)
    findings += _undecided(typed)
    if not is_whole:
        return PlanCheck(_in_order(findings))
    try:
        plan = Plan.model_validate(_assembled(draft))
    except ValidationError as error:
        findings += _refusals(error, draft)
        return PlanCheck(_in_order(findings))
    return PlanCheck(_in_order(findings), plan)


# Cells.


def _settled(typed: TypedPlan) -> Draft:
    shift = shift_of(from_1904=typed.from_1904)
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
            key = _key_of(typed_row)
            absent = Settled(Place(table.sheet), is_wrong=True)
            rows.append(
                {
                    each.name: settle(typed_row[each.name], each, key, sections, shift)
                    if each.name in typed_row
                    else absent
                    for each in table.typed
                }
            )
        draft.tables[table.part] = rows
    return draft


def _key_of(row: TypedRow) -> str | None:
    """The key or number that a row is known by, as typed."""
    typed = row.get("key") or row.get("number")
    text = None if typed is None else typed.cell.text
    return quotable_text(text, _LONGEST_KEY) or None if text is not None else None


def _oddity(anomaly: Anomaly) -> Finding:
    """What is odd about the form itself."""
    place, words = Place(anomaly.sheet, anomaly.cell), quotable_text(anomaly.words)
    if anomaly.oddity is Oddity.SHEET_MISSING:
        return finding("RP-801", missing=words)
    if anomaly.oddity is Oddity.HEADING_MISSING:
        return finding("RP-802", place, expected=words)
    if anomaly.oddity is Oddity.NOT_READ:
        return finding("RP-803", place, found=words)
    if anomaly.oddity is Oddity.TOO_MANY_ROWS:
        return finding("RP-804", place, found=words)
    return finding("RP-805", place)


def _about_cells(draft: Draft, typed: TypedPlan) -> Iterator[Finding]:
    """What each cell is by itself, and what the form says of its field."""
    for each in FIELDS:
        yield from _about_cell(draft.fields[each.name], each)
    for table in TABLES:
        rows = draft.tables[table.part]
        if not rows and table.part in _NEVER_EMPTY and table.part in typed.tables:
            place = Place(table.sheet, typed.first_cells[table.part])
            yield finding("RP-827", place, name=table.title or table.sheet)
        for row in rows:
            kind = _kind_of(row) if table.part == "criteria" else None
            for each in table.typed:
                yield from _about_cell(row[each.name], each)
                if kind is not None:
                    yield from _about_kind(row[each.name], each, kind)


def _about_cell(cell: Settled, field: Field) -> Iterator[Finding]:
    if cell.finding is not None:
        yield cell.finding
    if field.required and cell.is_missing:
        yield finding("RP-806", cell.place, name=field.heading)
    if field.pattern and isinstance(cell.value, str) and not _has_form(cell, field):
        yield finding("RP-816", cell.place, found=cell.value[:80], expected=Text(*field.form))


def _about_kind(cell: Settled, field: Field, kind: Kind) -> Iterator[Finding]:
    """What the row's kind cannot do without, and what it may not have."""
    fields: dict[str, Said] = {"kind": LABELS[kind], "name": field.heading}
    if kind in field.needed_by and cell.is_missing:
        yield finding("RP-841", cell.place, **fields)
    if field.is_refused and kind not in field.used_by and cell.value not in (None, False):
        yield finding("RP-842", cell.place, found=_shown(cell), **fields)


def _shown(cell: Settled) -> Said:
    if isinstance(cell.value, Decimal):
        return written(cell.value)
    if isinstance(cell.value, date):
        return Day(cell.value)
    return "Ja" if cell.value is True else quotable_text(str(cell.value), 80)


def _has_form(cell: Settled, field: Field) -> bool:
    text = _text(cell) or ""
    return text.isascii() and re.fullmatch(field.pattern, text) is not None


def _text(cell: Settled) -> str | None:
    return cell.value if isinstance(cell.value, str) else None


def _day(cell: Settled) -> date | None:
    return cell.value if isinstance(cell.value, date) else None


def _kind_of(row: Row) -> Kind | None:
    """The row's kind, None where none is typed or it is unknown."""
    text = _text(row["kind"])
    return None if text is None else Kind(text)


def _goal_of(row: Row) -> str | None:
    """The number of the goal that a criterion's key names; None where it is no key."""
    if not _has_form(row["key"], TABLE["criteria"].column("key")):
        return None
    return (_text(row["key"]) or "").rpartition(".")[0]


# Tables: the frames, and what a row must know of the rest of the plan.


def _about_tables(draft: Draft, *, is_draft: bool) -> Iterator[Finding]:
    tables = draft.tables
    plan = _frame(FIELDS, [draft.fields])
    plan["first"], plan["last"] = (
        pd.Series([day], dtype="datetime64[s]") for day in _validity(draft)
    )
    plan["goals"] = len(tables["goals"])
    yield from schemas.failures(schemas.PlanFields, plan, [draft.fields])
    for part, model, frame in (
        ("reporting.periods", schemas.Periods, _periods(draft)),
        ("sections", schemas.Sections, _sections(draft)),
        ("tolerances", schemas.Tolerances, _table_frame(draft, "tolerances")),
        ("goals", schemas.Goals, _goals(draft)),
        ("criteria", schemas.Criteria, _criteria(draft, plan)),
        ("history", schemas.History, _history(draft, is_draft=is_draft)),
    ):
        yield from schemas.failures(model, frame, tables[part])


def _frame(fields: Iterable[Field], rows: Sequence[Row]) -> pd.DataFrame:
    """The values of rows, a column for each field and those beside it."""
    columns: dict[str, pd.Series] = {}
    for each in fields:
        name, cells = each.name, [row[each.name] for row in rows]
        values = [cell.value for cell in cells]
        if each.type in (Type.NUMBER, Type.WHOLE):
            numbers = [None if value is None else float(str(value)) for value in values]
            columns[name] = pd.Series(numbers, dtype="float64")
            columns[f"{name} marks"] = pd.Series([cell.marks for cell in cells], dtype=object)
            columns[f"{name} %"] = pd.Series([cell.in_percent for cell in cells], dtype=bool)
        elif each.type is Type.DATE:
            columns[name] = pd.Series(values, dtype="datetime64[s]")
        else:
            columns[name] = pd.Series(values, dtype=object)
        missing = [cell.is_missing for cell in cells]
        columns[f"{name} missing"] = pd.Series(missing, dtype=bool)
    return pd.DataFrame(columns)


def _table_frame(draft: Draft, part: str) -> pd.DataFrame:
    return _frame(TABLE[part].typed, draft.tables[part])


def _folded(values: Iterable[object]) -> list[str | None]:
    return [value.casefold() if isinstance(value, str) else None for value in values]


def _objects(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype=object)


def _flags(values: Iterable[bool]) -> pd.Series:
    return pd.Series(list(values), dtype=bool)


def _periods(draft: Draft) -> pd.DataFrame:
    rows = draft.tables["reporting.periods"]
    frame = _table_frame(draft, "reporting.periods")
    named, until = [_period_name(row) for row in rows], [_period_end(draft, row) for row in rows]
    repeats = frame["id"].notna() & frame["id"].duplicated()
    frame["named"] = _objects(named).where(~repeats, None)
    frame["until"] = pd.Series(until, dtype="datetime64[s]").where(~repeats)
    frame["until before"] = frame["until"].ffill().shift()
    return frame


def _sections(draft: Draft) -> pd.DataFrame:
    frame, goals = _table_frame(draft, "sections"), draft.tables["goals"]
    used = {_text(goal["section"]) for goal in goals}
    # A goal without a section may be the one that is missed.
    is_sure = len(frame) > 1 and goals and None not in used
    frame["folded title"] = _objects(_folded(frame["title"]))
    frame["is used"] = frame["title"].isin(used) if is_sure else True
    return frame


def _goals(draft: Draft) -> pd.DataFrame:
    frame, criteria = _table_frame(draft, "goals"), draft.tables["criteria"]
    keys: dict[str, list[str]] = {}
    for row in criteria:
        goal = _goal_of(row)
        if goal is not None:
            keys.setdefault(goal, []).append(short_key(_text(row["key"]) or ""))
    all_have_keys = all(_goal_of(row) is not None for row in criteria)
    number = TABLE["goals"].column("number")
    have_form = _flags(_has_form(row["number"], number) for row in draft.tables["goals"])
    for name in ("rule", "partial_rule"):
        frame[name] = _objects(_rule_of(row[name]) for row in draft.tables["goals"])
    frame["folded number"] = _objects(_folded(frame["number"]))
    frame["keys"] = _objects(
        tuple(dict.fromkeys(keys.get(each, ()))) if all_have_keys else ()
        for each in frame["number"]
    )
    for name in ("rule", "partial_rule"):
        read = [_read_rule(text) for text in frame[name]]
        frame[f"{name} unreadable"] = _objects(reason for _, reason in read)
        frame[f"{name} unknown"] = _objects(
            sorted(named - set(own)) if own else ()
            for (named, _), own in zip(read, frame["keys"], strict=True)
        )
        frame[f"{name} leaves out"] = _objects(
            sorted(set(own) - named) if named else ()
            for (named, _), own in zip(read, frame["keys"], strict=True)
        )
    is_first = ~frame["number"].duplicated()
    lacks = ~frame["number"].isin(keys) & have_form & is_first
    frame["lacks criteria"] = lacks if criteria and all_have_keys else False
    frame["needs section"] = len(draft.tables["sections"]) > 1
    weighting = draft.fields["scoring.weighting"]
    chosen = "equal" if weighting.is_missing else weighting.value
    for name, meaning in (("weight", "weights"), ("points", "points")):
        frame[f"{name} wanted"] = _objects(
            [None if chosen is None else chosen == meaning] * len(frame)
        )
        frame[f"{name} because"] = label_of("Vægtning", str(chosen)) if chosen else ""
    gone = {
        goal: all(row["withdrawn"].value is not None for row in criteria if _goal_of(row) == goal)
        for goal in keys
    }
    all_gone = _flags(gone.get(each, False) for each in frame["number"])
    frame["is gone"] = frame["withdrawn"].notna() | all_gone
    frame["gone leaves"] = draft.value("scoring.withdrawn") == "leaves"
    return _with_scoring(draft, frame)


def _read_rule(text: str | None) -> tuple[frozenset[str], str | None]:
    """The criteria that a rule names, and why it cannot be read where it cannot."""
    try:
        return (frozenset() if text is None else parse_rule(text).keys()), None
    except RuleError as error:
        return frozenset(), str(error)


def _with_scoring(draft: Draft, frame: pd.DataFrame) -> pd.DataFrame:
    frame["credit missing"] = draft.fields["scoring.partial_credit"].is_missing
    frame["withdrawal missing"] = draft.fields["scoring.withdrawn"].is_missing
    return frame


def _criteria(draft: Draft, plan: pd.DataFrame) -> pd.DataFrame:
    rows, frame = draft.tables["criteria"], _table_frame(draft, "criteria")
    number = TABLE["goals"].column("number")
    goals = {_text(row["number"]): row for row in reversed(draft.tables["goals"])}
    are_sure = all(_has_form(row["number"], number) for row in draft.tables["goals"])
    own_goals = [_goal_of(row) for row in rows]
    frame["folded key"] = _objects(_folded(frame["key"]))
    frame["goal"] = _objects(own_goals)
    frame["lacks goal"] = [
        are_sure and goal is not None and goal not in goals for goal in own_goals
    ]
    level = frame["unit"].where(frame["level_unit missing"], frame["level_unit"])
    frame["level"] = level.astype(object)
    frame["first"], frame["last"] = plan["first"][0], plan["last"][0]
    frame["year"] = float("nan") if draft.year is None else float(draft.year)
    frame["target differs from"] = _objects(_other_target(draft, row) for row in rows)
    found = [_scale_mistakes(row) for row in rows]
    for name in ("partial_deadline", "steps", "linear.zero", "linear.full"):
        frame[f"{name} mistakes"] = _objects(
            [why for where, why in each if where == name] for each in found
        )
    combines = [
        None if goal is None or goals[goal]["combine"].is_wrong else goals[goal]["combine"].value
        for goal in (each if each in goals else None for each in own_goals)
    ]
    known = [goal in goals and not goals[goal]["combine"].is_wrong for goal in own_goals]
    frame["weight wanted"] = _objects(
        (combine == "weighted_mean") if is_known else None
        for combine, is_known in zip(combines, known, strict=True)
    )
    frame["weight because"] = _objects(
        label_of("Sammenregning", str(each or "rule")) for each in combines
    )
    return _with_scoring(draft, frame)


def _history(draft: Draft, *, is_draft: bool) -> pd.DataFrame:
    rows, frame = draft.tables["history"], _table_frame(draft, "history")
    are_sure = all(_goal_of(row) is not None for row in draft.tables["criteria"])
    criteria = {_text(row["key"]): row for row in reversed(draft.tables["criteria"])}
    own = [criteria.get(key) if (key := _text(row["key"])) is not None else None for row in rows]
    are_absent = _flags(each is None and are_sure for each in own)
    frame["lacks criterion"] = frame["key"].notna() & are_absent
    frame["entry"] = _objects(
        f"{row['key'].value} {row['year'].value}"
        if criterion is not None and row["year"].value is not None
        else None
        for row, criterion in zip(rows, own, strict=True)
    )
    frame["kind"] = _objects(None if each is None else each["kind"].value for each in own)
    frame["years unit"] = _objects(
        (criterion if row["unit"].is_missing and criterion is not None else row)["unit"].value
        for row, criterion in zip(rows, own, strict=True)
    )
    is_own_year = frame["year"].eq(draft.year if is_draft and draft.year else -1)
    targets = (
        None if each is None or "[" in each["target"].marks else each["target"].value
        for each in own
    )
    frame["own target"] = _objects(targets).where(is_own_year, None)
    return frame


def _other_target(draft: Draft, criterion: Row) -> object:
    """Another target than the criterion's in the history of the plan's own year."""
    target = criterion["target"].value
    for row in draft.tables["history"]:
        is_own = row["key"].value == criterion["key"].value and row["year"].value == draft.year
        if is_own and row["target"].value is not None and row["target"].value != target:
            return row["target"].value
    return None


_REASONS: Mapping[Text, tuple[str, Text]] = {
    handwritten_texts.PARTIAL_DEADLINE_LATER: ("partial_deadline", say.PARTIAL_TOO_EARLY),
    handwritten_texts.SCALES_EXCLUDE: ("steps", say.TWO_SCALES),
    handwritten_texts.STEP_IS_A_SIZE: ("steps", say.STEPS_NEGATIVE),
    handwritten_texts.STEPS_NEARER: ("steps", say.STEPS_ORDER),
    handwritten_texts.STEPS_COUNT_MORE: ("steps", say.STEPS_CREDITS),
    handwritten_texts.BENCHMARK_STEPS: ("steps", say.STEPS_BENCHMARK),
    handwritten_texts.LAST_STEP: ("steps", say.STEPS_END),
    handwritten_texts.LINE_NEEDS_FULL: ("linear.full", say.LINE_END),
    handwritten_texts.LINE_DIRECTION: ("linear.zero", say.LINE_DIRECTION),
}
"""By what the plan's own model says of a scale: the column, and why, in the form's words."""


def _scale_mistakes(row: Row) -> list[tuple[str, Text]]:
    """What does not fit a criterion's kind and target, with the column where it stands."""
    kind = _kind_of(row)
    if kind is None:
        return []
    used = {
        each.name: row[each.name].value
        for each in TABLE["criteria"].typed
        if kind in each.used_by and row[each.name].value is not None
    }
    found: list[tuple[str, Text]] = []
    steps = _steps_of(row) if "steps" in used else ()
    if "linear.full" in used and row["linear.zero"].is_missing:
        found.append(("linear.full", say.LINE_START))
    if any(not 0 < credit <= HUNDRED for _, credit in steps):
        found.append(("steps", say.STEPS_CREDITS))
        steps = ()
    lined = "linear.zero" in used or "linear.full" in used
    linear = _line_of(row) if lined and ("target" in used or kind is Kind.BENCHMARK) else None
    if "steps" in used and lined:
        return [*found, ("steps", say.TWO_SCALES)]
    target, until = row["target"].value, row["partial_deadline"]
    criterion = Criterion.model_construct(
        key="",
        text="",
        kind=kind,
        partial_deadline=_day(until) if "partial_deadline" in used else None,
        deadline=_day(row["deadline"]),
        steps=tuple(Step(at=at, credit=credit) for at, credit in steps),
        linear=Linear(**linear) if linear else None,
        target=target if isinstance(target, Decimal) else None,
    )
    return found + [_REASONS[text] for text in criterion.scale_mistakes() if text in _REASONS]


# Decisions.


def _undecided(typed: TypedPlan) -> Iterator[Finding]:
    """A finding for each decision that nobody has taken, at the cell that it is about."""
    for each in open_decisions(typed):
        place = Place(DECISIONS.sheet, each.listed)
        if each.cell is not None:
            place = Place(each.cell.sheet, each.cell.cell.address, each.key)
        what = quotable_text(each.what, _LONGEST_DECISION)
        yield finding("RP-881", place, what=what, number=quotable_text(each.number, 20))


# The plan.


def _assembled(draft: Draft) -> dict[str, Data]:
    """The data of the whole plan; blank fields get what is usual."""
    data: dict[str, Data] = {}
    for each in FIELDS:
        _put(data, each, draft.fields[each.name])
    year, goals = draft.year, len(draft.tables["goals"])
    first, last = _validity(draft)
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
        period |= {"name": _period_name(row), "ends": _period_end(draft, row)}
    for period in periods[-1:]:
        period["final"] = True
    reporting = data["reporting"]
    if isinstance(reporting, dict):
        reporting["periods"] = [*periods]
    return {
        **usual,
        **data,
        "tolerances": [_row_data("tolerances", row) for row in draft.tables["tolerances"]],
        "notes": [_text(row["note"]) for row in draft.tables["notes"]],
        "sections": [
            {**_row_data("sections", section), "goals": [_goal_data(draft, goal) for goal in goals]}
            for section, goals in _sections_with_goals(draft)
        ],
    }


def _put(data: dict[str, Data], field: Field, cell: Settled) -> None:
    """A cell's value at its place in the plan; what is blank or as usual is left out."""
    value: Data = cell.value
    if field.type is Type.NOTES:
        value = list(split_notes(_text(cell) or ""))
    elif field.name.endswith("rule"):
        value = _rule_of(cell)
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


def _sections_with_goals(draft: Draft) -> list[tuple[Row, list[Row]]]:
    """Each section with its goals, in the order of the sheets."""
    sections, goals = draft.tables["sections"], draft.tables["goals"]
    if len(sections) == 1:
        return [(sections[0], goals)]
    return [
        (each, [goal for goal in goals if goal["section"].value == each["title"].value])
        for each in sections
    ]


def _criteria_of(draft: Draft, goal: Row) -> list[Row]:
    """A goal's criteria, in the order of the sheet."""
    number = goal["number"].value
    criteria = draft.tables["criteria"]
    return [row for row in criteria if (_text(row["key"]) or "").rpartition(".")[0] == number]


def _goal_data(draft: Draft, goal: Row) -> dict[str, Data]:
    data = _row_data("goals", goal)
    data.pop("section", None)
    criteria: list[Data] = []
    for row in _criteria_of(draft, goal):
        criterion = _row_data("criteria", row)
        if "steps" in criterion:
            criterion["steps"] = [{"at": at, "credit": credit} for at, credit in _steps_of(row)]
        if "linear" in criterion:
            criterion["linear"] = {**_line_of(row)} or None
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
            if "[" in row["target"].marks + row["result"].marks:
                entry["provisional"] = True
            entries[year] = entry
    target, own = criterion["target"], draft.year
    is_kept = "[" in target.marks and _kind_of(criterion) is not Kind.BENCHMARK
    if is_kept and own is not None:
        entry = entries.setdefault(own, {"year": own})
        entry |= {"target": target.value, "provisional": True}
    return [entries[year] for year in sorted(entries)]


def _validity(draft: Draft) -> tuple[date | None, date | None]:
    """The first and last day: of the whole year where none is typed."""
    first, last = draft.fields["valid_from"], draft.fields["valid_to"]
    year = draft.year
    return (
        date(year, 1, 1) if first.is_missing and year is not None else _day(first),
        date(year, 12, 31) if last.is_missing and year is not None else _day(last),
    )


def _period_name(row: Row) -> str | None:
    """A period's name: the usual one where none is typed."""
    period, name = _text(row["id"]), row["name"]
    return PERIODS[period].name if name.is_missing and period is not None else _text(name)


def _period_end(draft: Draft, row: Row) -> date | None:
    """A period's last day: that of the quarter or the half-year where none is typed."""
    period, ends, year = _text(row["id"]), row["ends"], draft.year
    if ends.is_missing and period is not None and year is not None:
        return date(year, PERIODS[period].month, PERIODS[period].day)
    return _day(ends)


def _rule_of(cell: Settled) -> str | None:
    """The rule as the plan holds it: none where it says `alle`."""
    text = _text(cell)
    return None if text is None or text.casefold() in ALL_WORDS else text


def _steps_of(row: Row) -> tuple[tuple[Decimal, Decimal], ...]:
    """The steps typed in a row; none where there are none, or they cannot be read."""
    text = _text(row["steps"])
    return () if text is None else read_steps(text) or ()


def _line_of(row: Row) -> dict[str, Decimal]:
    """The line typed in a row: it ends at the target where nothing else is said."""
    zero, full, target = (row[name].value for name in ("linear.zero", "linear.full", "target"))
    if not isinstance(zero, Decimal):
        return {}
    if row["linear.full"].is_missing and isinstance(target, Decimal):
        full = abs(target) if _kind_of(row) is Kind.WITHIN else target
    return {"zero": zero, "full": full} if isinstance(full, Decimal) else {"zero": zero}


def _plain(name: str) -> str:
    """A name in small letters a–z, digits and hyphens."""
    spelled = "".join(_SPELLED.get(letter, letter) for letter in name.casefold())
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _refusals(error: ValidationError, draft: Draft) -> Iterator[Finding]:
    """What the plan's own model refuses and no check named before: at the nearest cell."""
    for detail in error.errors(include_url=False):
        context = detail.get("ctx", {})
        raised, text = context.get("error"), REASONS.get(detail["type"])
        reason: Said = detail["msg"].removeprefix("Value error, ")
        if isinstance(raised, PlanMistakeError):
            reason = raised.said
        elif text is not None:
            reason = phrase(text, **{name: str(value) for name, value in context.items()})
        yield finding("RP-899", _nearest(detail["loc"], draft), reason=reason)


def _nearest(location: tuple[int | str, ...], draft: Draft) -> Place:
    """The cell of the goal or criterion that a place in the plan's data belongs to, or a field."""
    names = [part for part in location if isinstance(part, str)]
    numbers = [part for part in location if isinstance(part, int)]
    if names[:1] == ["sections"] and numbers:
        section, goals = _sections_with_goals(draft)[numbers[0]]
        if len(numbers) < 2 or numbers[1] >= len(goals):
            return section["title"].place
        goal = goals[numbers[1]]
        criteria = _criteria_of(draft, goal)
        if "criteria" in names and len(numbers) > 2 and numbers[2] < len(criteria):
            return criteria[numbers[2]]["key"].place
        return goal["number"].place
    near = [name for name in FIELD if names and name.split(".")[0] == names[0]]
    return draft.fields[near[0]].place if near else NOWHERE


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first; within each severity as one reads the workbook."""
    rank = {"error": 0, "warning": 1, "info": 2}
    sheets = {name: number for number, name in enumerate((*SHEETS, DECISIONS.sheet))}

    def order(each: Finding) -> tuple[int, int, int, int, str, str]:
        cell = each.place.cell or ""
        letters = cell.rstrip("0123456789")
        row, column = int(cell[len(letters) :] or 0), column_number(letters) if letters else 0
        sheet = sheets.get(each.place.sheet or "", -1)
        return rank[each.severity.value], sheet, row, column, each.code, in_words(each.message())

    return tuple(sorted(findings, key=order))
