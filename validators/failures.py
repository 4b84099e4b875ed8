"""The rules of a schema: how a model declares them, and which rows and columns break them.

A rule is a method of the model that says of each row whether it is kept. It is named by the finding
that it raises, and its title is the column at which the finding stands. What a field declares
itself has its codes in `DECLARED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from texts.language import Said, Text

DECLARED = {"not_nullable": "RP-408", "isin": "RP-410"}
"""The codes of what a field declares: that it is filled, and from a list."""

Rows = pd.DataFrame
EachRow = pd.Series
"""A value for every row; of a rule whether it is kept."""
Word = str | Text | Callable[[Rows, int], Said]
"""A word of a message: a column of the frame, a text, or what is made of the frame and the row."""


class Failure(NamedTuple):
    """A row of a frame that breaks a rule."""

    row: int
    column: str
    code: str
    words: Mapping[str, Word]
    """Those that the rule has beside it."""


def rule(code: str, column: str, **words: Word) -> Callable[[Callable[..., EachRow]], object]:
    """Declare a rule: the finding where a row does not keep it, and the column where it stands."""
    check: Callable[[Callable[..., EachRow]], object] = pa.dataframe_check(
        name=code, title=column, statistics=words
    )
    return check


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
                    yield Failure(int(row), each.check.title, name, each.check.statistics)
            elif name in DECLARED:
                for row in each.failure_cases["index"]:
                    yield Failure(int(row), str(each.schema.name), DECLARED[name], {})
            else:
                raise
