"""What a schema finds: the rule that is broken, and the row and the column where.

A rule of a model is named by the finding that it raises, and its title is the column at which the
finding stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors


class Failure(NamedTuple):
    """A row of a frame that breaks a rule."""

    row: int
    column: str
    code: str
    rule: pa.Check


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
            if not isinstance(each.check, pa.Check) or each.check_output is None:
                raise
            code, column = str(each.check.name), str(each.check.title)
            # What pandera lists as failures of a row-wide check is melted and lacks blanks.
            for row in each.check_output.index[~each.check_output]:
                yield Failure(int(row), column, code, each.check)
