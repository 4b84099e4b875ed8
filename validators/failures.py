"""What a schema finds: the rule that is broken, and the row and the column where.

A rule of a model is named by the finding that it raises, and its title is the column at which the
finding stands. What a field declares itself has its codes in `DECLARED`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

DECLARED = {"not_nullable": "RP-408", "isin": "RP-410"}
"""The codes of what a field declares: that it is filled, and from a list."""


class Failure(NamedTuple):
    """A row of a frame that breaks a rule."""

    row: int
    column: str
    code: str
    rule: pa.Check | None
    """None for what a field declares."""


def failures(model: type[pa.DataFrameModel], frame: pd.DataFrame) -> Iterator[Failure]:
    """Every row that breaks a rule of the model, rule by rule.

    Raises pandera's `SchemaErrors` for a frame that is not made as the model says: that is a
    mistake of ours, never an agency's.
    """
    if frame.empty:
        return
    try:
        model.validate(frame, lazy=True)
    except SchemaErrors as errors:
        for each in errors.schema_errors:
            name, kept = str(getattr(each.check, "name", each.check)), each.check_output
            if name.startswith("RP-") and kept is not None:
                # What pandera lists as failures of a row-wide check is melted and lacks blanks.
                for row in kept.index[~kept]:
                    yield Failure(int(row), str(each.check.title), name, each.check)
            elif name in DECLARED:
                for row in each.failure_cases["index"]:
                    yield Failure(int(row), str(each.schema.name), DECLARED[name], None)
            else:
                raise
