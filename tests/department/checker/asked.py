"""What is asked of the rules twice: here, and where pandas and pandera are stood in for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from department.inbox import read_entry, read_waiting
from department.report_json import report_json
from department.turns import judged_in_turn
from validators import failures, frames, schemas
from workbooks.form import ValueType

Columns = Mapping[str, tuple[str, Sequence[object]]]
"""The columns of a frame by name: what they are of, and their values."""


def whose_pandas() -> str:
    return str(Path(pd.__file__).parent)


def failing(model: str, columns: Columns) -> list[tuple[int, str, str]]:
    frame = pd.DataFrame({name: pd.Series(v, dtype=d) for name, (d, v) in columns.items()})
    return [each[:3] for each in failures.failures(getattr(schemas, model), frame)]


def nanoseconds(serials: Sequence[float | None]) -> list[int | None]:
    days = frames._typed(ValueType.DATE, serials)
    missing, counted = days.isna().to_list(), days.astype("int64").to_list()
    return [None if gone else each for gone, each in zip(missing, counted, strict=True)]


def said(paths: Sequence[Path]) -> list[object]:
    judged = judged_in_turn([read_waiting(read_entry(path, path.name)) for path in paths])
    return [
        report_json(each.record, each.changes, "da")
        for each in sorted(judged, key=lambda each: each.number)
    ]
