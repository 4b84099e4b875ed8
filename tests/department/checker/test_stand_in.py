"""What stands in for pandas and pandera in a browser gives what they give."""

import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from department.workers import Workers
from tests.department.checker import asked
from tests.kept_workers import fresh_workers
from tests.validators.cases import ONE_OF_EACH
from validators import frames
from validators.failures import failures

ROOT = Path(__file__).parents[3]
STAND_IN = ROOT / "department" / "checker" / "stand_in"
EXAMPLES = sorted((ROOT / "examples" / "indbakke").iterdir())
MODELS = (
    "MasterData",
    "ReportRows",
    "RowConsistency",
    "Submission",
    "ShownFigures",
    "BetweenReports",
)
BEFORE_ANY_FRAME = "RP-400"
"""What a file is and how its form stands is decided cell by cell: codes below this one."""
MOST_ROWS = 8
EDGES = {
    "float64": [0.0, -1.0, 0.0099, 0.01, 0.5, 1.0, 1.0000001, 50.0, 100.0, 1e300],
    "str": ["", "-", "Ja", "Nej", "Delvist", "Grøn", "Gul", "Rød", "se mail"],
    "datetime64[ns]": [datetime(1899, 12, 31), datetime(2020, 12, 31), datetime(2101, 1, 1)],
    "bool": [False, True],
    "int64": [0],
    "object": [],
}
NEVER_BLANK = {"bool", "int64", "object"}


@pytest.fixture(scope="module")
def stood_in() -> Iterator[Executor]:
    """A process that finds the stand-in where pandas and pandera would be."""
    with fresh_workers(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sys, "path", [str(STAND_IN), *sys.path]
        )  # A process finds what this one does.
        with Workers(1) as executor:
            yield executor


@pytest.fixture(scope="module")
def seen() -> dict[str, pd.DataFrame]:
    """The frame that each model is asked about where the examples are judged."""
    frames_of: dict[str, pd.DataFrame] = {}

    def noted(model, frame):
        frames_of[model.__name__] = frame.copy()
        return failures(model, frame)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "failures", noted)
        asked.said(EXAMPLES)
    return frames_of


def test_it_is_asked_without_pandas(stood_in):
    assert stood_in.submit(asked.whose_pandas).result() == str(STAND_IN)
    assert asked.whose_pandas() != str(STAND_IN)


def test_a_file_for_every_code_that_frames_decide_and_the_examples_are_judged_alike(
    stood_in, tmp_path
):
    for code, case in ONE_OF_EACH.items():
        if code > BEFORE_ANY_FRAME:
            (tmp_path / f"{code}.xlsx").write_bytes(case.make())
    files = [*sorted(tmp_path.iterdir()), *EXAMPLES]
    assert stood_in.submit(asked.said, files).result() == asked.said(files)


@pytest.mark.parametrize("model", MODELS)
@settings(max_examples=settings.default.max_examples // 2)
@given(data=st.data())
def test_a_model_finds_the_same_in_any_frame(stood_in, seen, model, data):
    rows = data.draw(st.integers(0, MOST_ROWS))
    columns = {}
    for name, column in seen[model].items():
        dtype = str(column.dtype)
        blank = [] if dtype in NEVER_BLANK or name == "criterion" else [None]
        values = st.sampled_from([*_plain(column), *EDGES[dtype], *blank])
        columns[name] = dtype, data.draw(st.lists(values, min_size=rows, max_size=rows))
    assert stood_in.submit(asked.failing, model, columns).result() == asked.failing(model, columns)


def _plain(column: pd.Series) -> list[object]:
    """The values that it has, in Python's own types."""
    met = column.dropna().drop_duplicates()
    return (met.dt.to_pydatetime() if met.dtype.kind == "M" else met).tolist()


@given(serials=st.lists(st.none() | st.floats(-10, 200_000), min_size=1))
def test_the_same_moment_becomes_of_a_serial_number(stood_in, serials):
    assert stood_in.submit(asked.nanoseconds, serials).result() == asked.nanoseconds(serials)
