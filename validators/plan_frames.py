"""The frames that the schemas of a plan validate: what a row holds, and must know of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from resultatplan.goals import weighs_criteria
from resultatplan.rulings import Ruled
from validators import plan_schemas as schemas
from validators.findings import Finding
from validators.plan_draft import (
    Draft,
    Row,
    criterion_by_key,
    goal_of,
    has_form,
    is_provisional,
    keys_by_goal,
    other_target,
    period_end,
    period_name,
    text_of,
    validity,
)
from workbooks.plan_book.fields import FIELDS, TABLE, Field, Type, label_of

_DTYPES = {Type.NUMBER: "float64", Type.WHOLE: "float64", Type.DATE: "datetime64[s]"}
_GOAL_NUMBER = TABLE["goals"].column("number")


def check_tables(draft: Draft, *, is_draft: bool) -> Iterator[Finding]:
    """What is wrong with rows, tables and the whole plan; `is_draft` has decisions to take."""
    tables = draft.tables
    plan = _frame(FIELDS, [draft.fields])
    plan["first"], plan["last"] = (_days([day]) for day in validity(draft))
    plan["goals"] = len(tables["goals"])
    yield from schemas.findings_of(schemas.PlanFields, plan, [draft.fields])
    for part, model, frame in (
        ("reporting.periods", schemas.Periods, _periods(draft)),
        ("sections", schemas.Sections, _sections(draft)),
        ("bonus.frames", schemas.Frames, _table(draft, "bonus.frames")),
        ("goals", schemas.Goals, _goals(draft)),
        ("criteria", schemas.Criteria, _criteria(draft, plan)),
        ("history", schemas.History, _history(draft, is_draft=is_draft)),
        ("rulings", schemas.Rulings, _rulings(draft, plan)),
    ):
        yield from schemas.findings_of(model, frame, tables[part])


def _frame(fields: Iterable[Field], rows: Sequence[Row]) -> pd.DataFrame:
    """The values of rows, a column for each field, and whether nothing was typed there."""
    columns: dict[str, pd.Series] = {}
    for each in fields:
        cells = [row[each.name] for row in rows]
        values = [cell.value for cell in cells]
        columns[each.name] = pd.Series(values, dtype=_DTYPES.get(each.type, object))
        missing = [cell.is_missing for cell in cells]
        columns[f"{each.name} missing"] = pd.Series(missing, dtype=bool)
    return pd.DataFrame(columns)


def _table(draft: Draft, part: str) -> pd.DataFrame:
    return _frame(TABLE[part].typed, draft.tables[part])


def _objects(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype=object)


def _days(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype="datetime64[s]")


def _folded(values: Iterable[object]) -> pd.Series:
    return _objects(each.casefold() if isinstance(each, str) else None for each in values)


def _periods(draft: Draft) -> pd.DataFrame:
    rows, frame = draft.tables["reporting.periods"], _table(draft, "reporting.periods")
    repeats = frame["id"].notna() & frame["id"].duplicated()
    frame["named"] = _objects(period_name(draft, row) for row in rows).where(~repeats, None)
    frame["until"] = _days(period_end(draft, row) for row in rows).where(~repeats)
    frame["until before"] = frame["until"].ffill().shift()
    return frame


def _sections(draft: Draft) -> pd.DataFrame:
    frame, goals = _table(draft, "sections"), draft.tables["goals"]
    used = {text_of(goal["section"]) for goal in goals}
    # A goal without a section may be the one that is missed.
    is_sure = len(frame) > 1 and goals and None not in used
    frame["folded title"] = _folded(frame["title"])
    frame["is used"] = frame["title"].isin(used) if is_sure else True
    return frame


def _goals(draft: Draft) -> pd.DataFrame:
    frame, keys = _table(draft, "goals"), keys_by_goal(draft)
    frame["folded number"] = _folded(frame["number"])
    lacks = _objects(
        bool(keys) and has_form(row["number"], _GOAL_NUMBER) and row["number"].value not in keys
        for row in draft.tables["goals"]
    )
    frame["lacks criteria"] = lacks.astype(bool) & ~frame["number"].duplicated()
    frame["needs section"] = len(draft.tables["sections"]) > 1
    weighting = draft.fields["scoring.weighting"]
    chosen = "equal" if weighting.is_missing else weighting.value
    for name, meaning in (("weight", "weights"), ("points", "points")):
        wanted = None if chosen is None else chosen == meaning
        frame[f"{name} wanted"] = _objects([wanted] * len(frame))
        frame[f"{name} because"] = label_of("Vægtning", str(chosen)) if chosen else ""
    return frame


def _criteria(draft: Draft, plan: pd.DataFrame) -> pd.DataFrame:
    rows, frame = draft.tables["criteria"], _table(draft, "criteria")
    goals = {text_of(row["number"]): row for row in reversed(draft.tables["goals"])}
    are_sure = all(has_form(row["number"], _GOAL_NUMBER) for row in draft.tables["goals"])
    frame["folded key"] = _folded(frame["key"])
    frame["goal"] = _objects(map(goal_of, rows))
    frame["lacks goal"] = are_sure & frame["goal"].notna() & ~frame["goal"].isin(goals)
    frame["first"], frame["last"] = plan["first"][0], plan["last"][0]
    frame["year"] = float("nan") if draft.year is None else float(draft.year)
    frame["target is provisional"] = [is_provisional(row) for row in rows]
    for name in ("target", "target_to"):
        frame[f"{name} in percent"] = [row[name].in_percent for row in rows]
        frame[f"{name} differs from"] = _objects(other_target(draft, row, name) for row in rows)
    own = [goals.get(goal) for goal in frame["goal"]]
    frame["weight wanted"] = _objects(
        None
        if goal is None or goal["combine"].is_wrong
        else weighs_criteria(goal["combine"].value, has_rule=not goal["rule"].is_missing)
        for goal in own
    )
    frame["weight because"] = _objects(
        TABLE["goals"].column("rule").heading
        if goal is not None and goal["combine"].value == "weighted_mean"
        else label_of("Sammenregning", str((goal and goal["combine"].value) or "rule"))
        for goal in own
    )
    return frame


def _history(draft: Draft, *, is_draft: bool) -> pd.DataFrame:
    rows, frame = draft.tables["history"], _table(draft, "history")
    are_sure = all(goal_of(row) is not None for row in draft.tables["criteria"])
    criteria = criterion_by_key(draft)
    is_known = frame["key"].isin(criteria)
    frame["lacks criterion"] = are_sure & frame["key"].notna() & ~is_known
    entry = _objects(f"{row['key'].value} {row['year'].value}" for row in rows)
    frame["entry"] = entry.where(is_known & frame["year"].notna(), None)
    own = [criteria.get(key) for key in frame["key"]]
    is_own_year = frame["year"].eq(draft.year if is_draft and draft.year else -1)
    for name in ("target", "target_to"):
        targets = (None if row is None or is_provisional(row) else row[name].value for row in own)
        frame[f"own {name}"] = _objects(targets).where(is_own_year, None)
    return frame


def _rulings(draft: Draft, plan: pd.DataFrame) -> pd.DataFrame:
    frame, tables = _table(draft, "rulings"), draft.tables
    known = [row["number"] for row in tables["goals"]] + [row["key"] for row in tables["criteria"]]
    are_sure = all(cell.value is not None for cell in known)
    is_known = frame["key"].isin([cell.value for cell in known])
    frame["lacks place"] = are_sure & frame["key"].notna() & ~is_known
    before = frame.groupby("key")["ruled"].shift()
    ends_nothing = before.isna() | before.eq(Ruled.REINSTATED.value)
    frame["reinstates nothing"] = frame["ruled"].eq(Ruled.REINSTATED.value) & ends_nothing
    frame["first"], frame["last"] = plan["first"][0], plan["last"][0]
    return frame
