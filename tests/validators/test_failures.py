"""What is told of a frame by a model: the row, the column and the code of each rule it breaks."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaErrors
from pandera.typing import Series

from validators.failures import failures


class Counts(pa.DataFrameModel):
    """A count is told, and is not under the one before; a blank one is under none."""

    status: Series[str] = pa.Field(isin=["Grøn", "Gul"])
    count: Series[float] = pa.Field(nullable=True)

    @pa.dataframe_check(name="RP-508", title="count")
    def grows(cls, df: pd.DataFrame) -> pd.Series:
        return ~(df["count"] < df["before"])


def frame(**columns: object) -> pd.DataFrame:
    rows = {"status": ["Grøn", "Gul"], "count": [5.0, 6.0], "before": [5.0, 5.0], **columns}
    return pd.DataFrame(rows)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({}, []),
        ({"count": [4.0, 4.0]}, [(0, "count", "RP-508"), (1, "count", "RP-508")]),
        ({"count": [None, 4.0]}, [(1, "count", "RP-508")]),
        ({"status": ["Grøn", None]}, [(1, "status", "RP-408")]),
        ({"status": ["Blå", "Gul"]}, [(0, "status", "RP-410")]),
    ],
)
def test_what_a_frame_breaks(columns, told):
    assert [each[:3] for each in failures(Counts, frame(**columns))] == told


def test_the_rule_itself_is_told_but_for_what_a_field_declares():
    found = failures(Counts, frame(status=["Blå", "Gul"], count=[5.0, 4.0]))

    assert {each.code: each.rule and each.rule.title for each in found} == {
        "RP-410": None,
        "RP-508": "count",
    }


def test_a_frame_without_rows_breaks_nothing():
    assert list(failures(Counts, pd.DataFrame())) == []


def test_a_frame_that_is_not_made_as_the_model_says_is_our_mistake():
    with pytest.raises(SchemaErrors):
        list(failures(Counts, frame().drop(columns="status")))
