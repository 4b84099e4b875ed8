"""The frames that the schemas of a plan validate: what a row holds, and must know of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from validators import plan_schemas as schemas
from validators.findings import Finding
from validators.plan_draft import (
    Draft,
    Row,
    goal_of,
    has_form,
    keys_by_goal,
    period_end,
    period_name,
    text_of,
    validity,
)
from workbooks.plan_book.fields import (
    FIELDS,
    TABLE,
    Field,
    Type,
    label_of,
)


def check_tables(draft: Draft, *, is_draft: bool) -> Iterator[Finding]:
    """What is wrong with rows, tables and the whole plan; `is_draft` has decisions to take."""
    tables = draft.tables
    plan = _frame(FIELDS, [draft.fields])
    plan["first"], plan["last"] = (
        pd.Series([day], dtype="datetime64[s]") for day in validity(draft)
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
    named, until = [period_name(row) for row in rows], [period_end(draft, row) for row in rows]
    repeats = frame["id"].notna() & frame["id"].duplicated()
    frame["named"] = _objects(named).where(~repeats, None)
    frame["until"] = pd.Series(until, dtype="datetime64[s]").where(~repeats)
    frame["until before"] = frame["until"].ffill().shift()
    return frame


def _sections(draft: Draft) -> pd.DataFrame:
    frame, goals = _table_frame(draft, "sections"), draft.tables["goals"]
    used = {text_of(goal["section"]) for goal in goals}
    # A goal without a section may be the one that is missed.
    is_sure = len(frame) > 1 and goals and None not in used
    frame["folded title"] = _objects(_folded(frame["title"]))
    frame["is used"] = frame["title"].isin(used) if is_sure else True
    return frame


def _goals(draft: Draft) -> pd.DataFrame:
    frame = _table_frame(draft, "goals")
    keys = keys_by_goal(draft)
    number = TABLE["goals"].column("number")
    have_form = _flags(has_form(row["number"], number) for row in draft.tables["goals"])
    frame["folded number"] = _objects(_folded(frame["number"]))
    is_first = ~frame["number"].duplicated()
    lacks = ~frame["number"].isin(keys) & have_form & is_first
    frame["lacks criteria"] = lacks if keys else False
    frame["needs section"] = len(draft.tables["sections"]) > 1
    weighting = draft.fields["scoring.weighting"]
    chosen = "equal" if weighting.is_missing else weighting.value
    for name, meaning in (("weight", "weights"), ("points", "points")):
        frame[f"{name} wanted"] = _objects(
            [None if chosen is None else chosen == meaning] * len(frame)
        )
        frame[f"{name} because"] = label_of("Vægtning", str(chosen)) if chosen else ""
    return _with_scoring(draft, frame)


def _with_scoring(draft: Draft, frame: pd.DataFrame) -> pd.DataFrame:
    frame["credit missing"] = draft.fields["scoring.partial_credit"].is_missing
    frame["withdrawal missing"] = draft.fields["scoring.withdrawn"].is_missing
    return frame


def _criteria(draft: Draft, plan: pd.DataFrame) -> pd.DataFrame:
    rows, frame = draft.tables["criteria"], _table_frame(draft, "criteria")
    number = TABLE["goals"].column("number")
    goals = {text_of(row["number"]) or "": row for row in reversed(draft.tables["goals"])}
    goals.pop("", None)
    are_sure = all(has_form(row["number"], number) for row in draft.tables["goals"])
    own_goals = [goal_of(row) for row in rows]
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
    own = [goals.get(goal or "") for goal in own_goals]
    combined = [None if goal is None else goal["combine"] for goal in own]
    frame["weight wanted"] = _objects(
        None if cell is None or cell.is_wrong else cell.value == "weighted_mean"
        for cell in combined
    )
    frame["weight because"] = _objects(
        label_of("Sammenregning", str((cell and cell.value) or "rule")) for cell in combined
    )
    return _with_scoring(draft, frame)


def _history(draft: Draft, *, is_draft: bool) -> pd.DataFrame:
    rows, frame = draft.tables["history"], _table_frame(draft, "history")
    are_sure = all(goal_of(row) is not None for row in draft.tables["criteria"])
    criteria = {text_of(row["key"]): row for row in reversed(draft.tables["criteria"])}
    own = [criteria.get(key) if (key := text_of(row["key"])) is not None else None for row in rows]
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
