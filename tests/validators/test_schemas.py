"""The rules of the form, each on a frame of one row: what stands there, and what is told of it."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
import pytest

from validators.failures import failures
from validators.schemas import (
    BetweenReports,
    MasterData,
    ReportRows,
    RowConsistency,
    ShownFigures,
    Submission,
)
from workbooks.form import REPORT_INPUTS, Column, Field

NUMBERS = (Column.BASIS, Column.RESULT, "expected_number", "basis before", "count before")
DATES = (Column.DATE, "expected_date", "date before", "last deadline", "valid from", "period ends")
Row = dict[str, object]

MASTER: Row = {
    Field.PERIOD: "4. kvartal",
    Field.SUBMITTED: "2021-01-10",
    Field.PREPARED_BY: "Anne Jensen",
    Field.APPROVED_BY: "Bo Mørk",
    **{f"{field} refused": False for field in (Field.PREPARED_BY, Field.APPROVED_BY)},
    "period known": True,
    "period ends": "2020-12-31",
    "deadline": "2021-01-14",
    "final": True,
}
ROW: Row = {
    **dict.fromkeys(REPORT_INPUTS),
    **{f"{column} there": True for column in REPORT_INPUTS},
    **{f"{column} refused": False for column in REPORT_INPUTS},
    **dict.fromkeys(("expected_number", "expected_date", "expected_answer")),
    "criterion": "Mindst 55 kurser. Kurserne holdes i hele landet.",
    "kind": "at_least",
    "type": "count",
    "least": 0.0,
    "greatest": 1e9,
    "whole": True,
    "in percent": False,
    "partly allowed": False,
    "last deadline": None,
    "valid from": "2020-01-01",
    "period ends": "2020-12-31",
    "submitted": "2021-01-10",
    "final": True,
    "state": "fulfilled",
    "deviates": False,
    "lowest level": float("nan"),
    "highest level": float("nan"),
    "hundredfold differs": False,
    "goal state": "fulfilled",
}
SHARE: Row = {"type": "percent", "greatest": 1.0, "whole": False}
TOO_SMALL: Row = {**SHARE, Column.RESULT: 0.0082, "lowest level": 0.8, "highest level": 0.82}
AMOUNT: Row = {"type": "amount", "least": -1e6, "greatest": 1e6, "whole": False}
DELIVERY: Row = {"kind": "delivered_by", "type": None, "last deadline": "2020-12-31"}
DONE: Row = {"kind": "done", "type": None}
PENDING: Row = {"state": "pending", "goal state": "pending"}


def frame(row: Row) -> pd.DataFrame:
    """A frame of one row, each column of the type that the models ask for."""
    made = pd.DataFrame([row])
    for name, value in row.items():
        if name in NUMBERS:
            made[name] = made[name].astype(float)
        elif name in (*DATES, "submitted", "deadline", Field.SUBMITTED):
            made[name] = pd.to_datetime(made[name]).astype("datetime64[ns]")
        elif not isinstance(value, bool | float):
            made[name] = made[name].astype("str").where(made[name].notna())
    return made


def told(model: type[pa.DataFrameModel], row: Row) -> list[tuple[str, str]]:
    """The codes and the columns of what is found in a row."""
    return sorted((code, str(column)) for _, column, code, _ in failures(model, frame(row)))


def test_a_complete_row_has_nothing_to_tell() -> None:
    assert told(MasterData, MASTER) == told(Submission, MASTER) == []
    complete = {**ROW, Column.BASIS: 9.0, Column.RESULT: 60.0}
    assert told(ReportRows, complete) == told(RowConsistency, complete) == []


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({Field.PREPARED_BY: None}, "RP-408", Field.PREPARED_BY),
        ({Field.APPROVED_BY: None}, "RP-408", Field.APPROVED_BY),
        ({Field.PREPARED_BY: "x"}, "RP-408", Field.PREPARED_BY),
        ({Field.APPROVED_BY: "N.N."}, "RP-408", Field.APPROVED_BY),
        ({"period known": False}, "RP-410", Field.PERIOD),
        ({Field.SUBMITTED: "1920-01-10"}, "RP-414", Field.SUBMITTED),
    ],
)
def test_stamdata(changes: Row, code: str, column: str) -> None:
    assert told(MasterData, {**MASTER, **changes}) == [(code, column)]


def test_an_interim_report_needs_no_approval() -> None:
    assert told(MasterData, {**MASTER, "final": False, Field.APPROVED_BY: None}) == []


@pytest.mark.parametrize(
    ("submitted", "codes"),
    [
        ("2020-12-30", ["RP-501"]),
        ("2020-12-31", []),
        ("2021-01-14", []),
        ("2021-01-15", ["RP-701"]),
        ("2022-01-02", ["RP-501"]),
    ],
)
def test_the_day_of_submission(submitted: str, codes: list[str]) -> None:
    row = {**MASTER, Field.SUBMITTED: submitted}
    assert [code for code, _ in told(Submission, row)] == codes


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({**SHARE, Column.RESULT: 82.0}, "RP-402", Column.RESULT),
        ({**SHARE, Column.BASIS: -0.1}, "RP-402", Column.BASIS),
        ({Column.RESULT: 60.5}, "RP-409", Column.RESULT),
        ({"expected_number": -1.0}, "RP-409", Column.FORECAST),
        ({**AMOUNT, Column.RESULT: 2e6}, "RP-409", Column.RESULT),
        ({Column.STATUS: "grøn"}, "RP-410", Column.STATUS),
        ({Column.DONE: "Delvist"}, "RP-410", Column.DONE),
        ({Column.DATE: "1905-07-12"}, "RP-414", Column.DATE),
        ({"expected_date": "2101-01-01"}, "RP-414", "expected_date"),
        ({**AMOUNT, Column.RESULT: 9.0, f"{Column.BASIS} refused": False}, "RP-408",
         Column.BASIS),
    ],
)  # fmt: skip
def test_what_is_typed_in_a_row(changes: Row, code: str, column: str) -> None:
    basis = {Column.BASIS: 1.0} if code != "RP-408" else {}
    assert told(ReportRows, {**ROW, **basis, **changes}) == [(code, column)]


def test_partly_is_an_answer_where_the_plan_has_it() -> None:
    assert told(ReportRows, {**ROW, "partly allowed": True, Column.DONE: "Delvist"}) == []


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"kind": "reduction", Column.BASIS: 0.0, Column.RESULT: 1.0}, "RP-511", Column.BASIS),
        ({**DELIVERY, Column.DATE: "2021-01-11"}, "RP-502", Column.DATE),
        ({**DELIVERY, Column.DATE: "2019-12-31"}, "RP-512", Column.DATE),
        ({**DELIVERY, Column.DATE: "2020-05-01", Column.DONE: "Nej"}, "RP-510", Column.DONE),
        ({**DELIVERY, Column.DONE: "Ja"}, "RP-514", Column.DATE),
        ({**DELIVERY, **PENDING, "final": False}, "RP-509", Column.DATE),
        (PENDING, "RP-503", "answer"),
        ({**PENDING, "goal state": "fulfilled"}, "RP-504", "answer"),
        ({"deviates": True}, "RP-505", Column.EXPLANATION),
        ({Column.STATUS: "Gul", Column.EXPLANATION: "N/A"}, "RP-505", Column.EXPLANATION),
        (
            {Column.STATUS: "Gul", Column.EXPLANATION: "kurserne holdes i hele landet"},
            "RP-505",
            Column.EXPLANATION,
        ),
        ({Column.STATUS: "Rød", Column.EXPLANATION: "Få"}, "RP-506", Column.ACTION_PLAN),
        ({Column.PROVISIONAL: "Ja"}, "RP-507", Column.PROVISIONAL),
        ({**TOO_SMALL, "hundredfold differs": True}, "RP-520", Column.RESULT),
        ({**TOO_SMALL, "hundredfold differs": True, "deviates": True}, "RP-520", Column.RESULT),
        (TOO_SMALL, "RP-521", Column.RESULT),
        ({**DONE, Column.DONE: "Ja"}, "RP-513", Column.DOCUMENTATION),
        ({**DONE, Column.DONE: "Ja", Column.DOCUMENTATION: "…"}, "RP-513", Column.DOCUMENTATION),
    ],
)
def test_what_does_not_fit_in_a_row(changes: Row, code: str, column: str) -> None:
    assert told(RowConsistency, {**ROW, **changes}) == [(code, column)]


def test_what_was_refused_is_not_asked_for_again() -> None:
    refused = {f"{column} refused": True for column in REPORT_INPUTS}
    assert told(RowConsistency, {**ROW, **PENDING, **refused, Column.STATUS: "Rød"}) == []


FIGURE: Row = {
    "shown": 100.0,
    "shown word": "",
    "computed": 100.0,
    "computed word": "",
    "blank": False,
    "counts": True,
    "compared": True,
    "follows": True,
}
PENDING_WORD: Row = {"shown": float("nan"), "computed": float("nan"), "computed word": "afventer"}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"shown": 100.0000001}, []),
        ({**PENDING_WORD, "shown word": "afventer"}, []),
        ({"blank": True, "shown": float("nan")}, ["RP-601"]),
        ({"shown": 90.0}, ["RP-602"]),
        ({**PENDING_WORD, "shown word": "opfyldt"}, ["RP-602"]),
        ({"shown": 90.0, "compared": False}, []),
        ({"follows": False}, ["RP-603"]),
    ],
)
def test_what_a_formula_shows(changes: Row, codes: list[str]) -> None:
    assert [code for code, _ in told(ShownFigures, {**FIGURE, **changes})] == codes


BEFORE: Row = {
    **ROW,
    "adds up": True,
    "count before": 60.0,
    "basis before": None,
    "date before": None,
    "state before": "fulfilled",
    "status before": "",
    "explanation before": "",
    "provisional before": False,
    "answer told": False,
    Column.RESULT: 60.0,
    Column.STATUS: "",
    Column.EXPLANATION: "",
}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({Column.RESULT: 58.0}, ["RP-508"]),
        ({Column.RESULT: 58.0, "state": "not_fulfilled"}, ["RP-508"]),
        ({"state": "not_fulfilled"}, ["RP-515"]),
        ({"state": "not_fulfilled", "answer told": True}, []),
        ({"date before": "2020-09-30"}, ["RP-517"]),
        ({"date before": "2020-09-30", "provisional before": True}, []),
        ({"kind": "within", "basis before": 9.0, Column.BASIS: 8.0}, ["RP-518"]),
        ({"kind": "benchmark", "basis before": 9.0, Column.BASIS: 8.0}, []),
        ({Column.EXPLANATION: "Få", "explanation before": "Få"}, []),
        (
            {
                Column.EXPLANATION: "Få",
                "explanation before": "Få",
                "state before": "pending",
                "state": "not_fulfilled",
            },
            [],
        ),
        (
            {
                Column.EXPLANATION: "Få",
                "explanation before": "Få",
                Column.STATUS: "Rød",
                "status before": "Gul",
            },
            ["RP-516"],
        ),
    ],
)
def test_what_changed_since_the_report_before(changes: Row, codes: list[str]) -> None:
    assert [code for code, _ in told(BetweenReports, {**BEFORE, **changes})] == codes
