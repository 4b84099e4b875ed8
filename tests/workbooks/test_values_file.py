"""VALUES.json: what it fills in, and what is wrong with it."""

import json
from datetime import date
from pathlib import Path

import pytest

from resultatplan.criteria import Kind
from tests.resultatplan.scheme_plans import criterion, goal
from tests.resultatplan.scheme_plans import plan as scheme
from tests.workbooks.small_plan import small_plan
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.reading.cells import LONGEST_TEXT
from workbooks.values_file import FillError, Values, inputs_of, read_values

LAYOUT = Layout(small_plan())
KEY = 'results."1.1.a"'


def read(tmp_path: Path, data: object) -> Values:
    """The values in a file that holds `data`, or these very words."""
    path = tmp_path / "values.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return read_values(path)


def mistakes_in(tmp_path: Path, data: object) -> dict[str, str]:
    """What is wrong with the values, by path."""
    with pytest.raises(FillError) as raised:
        inputs_of(LAYOUT, read(tmp_path, data))
    return {mistake.path: mistake.message() for mistake in raised.value.mistakes}


@pytest.mark.parametrize("period", ["Q4", "4. kvartal"])
def test_the_reports_own_fields_go_to_stamdata(tmp_path, period):
    names = {"prepared_by": "Åse Ømand", "approved_by": "Chef", "significant_deviations": "Ingen"}
    values = read(tmp_path, {"period": period, "submitted": "2021-01-10", **names})
    fields = (Field.PREPARED_BY, Field.APPROVED_BY, Field.DEVIATIONS)
    expected = {Field.PERIOD: "4. kvartal", Field.SUBMITTED: date(2021, 1, 10)}
    expected |= dict(zip(fields, names.values(), strict=True))
    assert inputs_of(LAYOUT, values) == {
        (Sheet.MASTER, LAYOUT.field_cell(field)): value for field, value in expected.items()
    }


@pytest.mark.parametrize(
    ("key", "fields", "cells"),
    [
        # A percentage becomes a share.
        ("1.1.a", {"result": 82.1}, {Column.RESULT: 0.821}),
        # Numbers that are no percentages stay as they are; amounts behind a percentage are none.
        ("1.1.b", {"result": 29.5}, {Column.RESULT: 29.5}),
        ("2.1.a", {"basis": 100.0, "result": 103.5}, {Column.BASIS: 100, Column.RESULT: 103.5}),
        ("1.1.c", {"date": "2020-09-30", "done": True},
         {Column.DATE: date(2020, 9, 30), Column.DONE: "Ja"}),
        ("1.1.c", {"provisional": False}, {Column.PROVISIONAL: "Nej"}),
        # A forecast is what the row reports.
        ("1.1.a", {"forecast": 83}, {Column.FORECAST: 0.83}),
        ("1.1.c", {"forecast": "2020-10-01"}, {Column.FORECAST: date(2020, 10, 1)}),
        ("1.2.a", {"forecast": True}, {Column.FORECAST: "Ja"}),
        # A text keeps its lines, and stays a text.
        ("1.2.b", {"status": "Rød", "explanation": "Først\r\nså"},
         {Column.STATUS: "Rød", Column.EXPLANATION: "Først\nså"}),
        ("1.2.b", {"action_plan": "= mere", "documentation": "Notat 12-2020"},
         {Column.ACTION_PLAN: "= mere", Column.DOCUMENTATION: "Notat 12-2020"}),
        # Null is a blank cell, also where the row has no such input; what is left out is no cell.
        ("1.1.a", {"result": None, "explanation": "  "},
         {Column.RESULT: None, Column.EXPLANATION: None}),
        ("1.2.a", {"result": None, "done": True}, {Column.DONE: "Ja"}),
    ],
)  # fmt: skip
def test_what_a_row_holds(tmp_path, key, fields, cells):
    inputs = inputs_of(LAYOUT, read(tmp_path, {"results": {key: fields}}))
    assert inputs == {
        (Sheet.REPORT, LAYOUT.report_cell(key, column)): value for column, value in cells.items()
    }


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"results": {"1.1.x": {"result": 1}}},
         'results."1.1.x": Planen proevestyrelsen-2020 har ikke delmålet 1.1.x.'
         " Mente du 1.1.c, 1.1.b?"),
        ({"period": "Q3"},
         "period: Perioden Q3 kendes ikke. Planens perioder: Q2 (1. halvår), Q4 (4. kvartal)."),
        ({"results": {"1.1.a": {"done": True}}},
         f"{KEY}.done: Feltet bruges ikke for kravet »mindst«."),
        ({"results": {"2.1.c": {"basis": 11.2}}},
         'results."2.1.c".basis: Grundlaget er fastlagt i planen og kan ikke indberettes.'),
        ({"results": {"1.1.a": {"forecast": 100.5}}},
         f"{KEY}.forecast: Her skal stå et tal (fra 0 pct. til 100 pct.)."),
        ({"results": {"1.2.c": {"result": 2.5}}},
         'results."1.2.c".result: Her skal stå et helt tal (fra 0 til 1.000.000.000).'),
    ],
    ids=["key", "period", "kind", "basis", "percent", "count"],
)  # fmt: skip
def test_what_the_plan_does_not_have_is_a_mistake(tmp_path, data, said):
    (message,) = mistakes_in(tmp_path, data).values()
    assert message.startswith(said)


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("1.1.a", "result", "82"),
        ("1.1.a", "result", True),
        ("1.1.a", "date", "31-12-2020"),
        ("1.1.a", "date", "2020-02-30"),
        ("1.1.a", "done", "Ja"),
        ("1.1.a", "provisional", 1),
        ("1.1.a", "status", "grøn"),
        ("1.1.a", "explanation", 5),
        ("1.1.a", "explanation", "\ud800"),
        ("1.1.a", "explanation", "x" * (LONGEST_TEXT + 1)),
        ("1.1.a", "resultat", 82),
        ("1.1.a", "forecast", "2020-10-01"),
        ("1.1.a", "forecast", True),
        ("1.1.c", "forecast", 5),
    ],
)
def test_a_wrong_type_and_an_unknown_field_are_mistakes(tmp_path, key, field, value):
    found = mistakes_in(tmp_path, {"results": {key: {field: value}}})
    assert list(found) == [f'results."{key}".{field}']


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        ({"submitted": "10-01-2021"}, {"submitted"}),
        ({"periode": "Q4"}, {"periode"}),
        ([], {"values.json"}),
        ("[" * 100_000, {"values.json"}),
        ("{'period': 'Q4'}", {"values.json"}),
        *((f'{{"results": {{"1.1.a": {{"result": {number}}}}}}}', {f"{KEY}.result"})
          for number in ("NaN", "1" * 5000, "1e999999999")),
        ('{"results": {"1.1.a": {"result": 1}, "1.1.a": {"result": 2}}}', {'"1.1.a"'}),
        # All mistakes of the form are found at once, and all that the plan does not have.
        ({"submitted": 1, "results": {"1.1.a": {"result": "x", "y": 1}}},
         {"submitted", f"{KEY}.result", f"{KEY}.y"}),
        ({"period": "Q1", "results": {"9.9": {}, "1.1.a": {"date": "2020-01-01"}}},
         {"period", 'results."9.9"', f"{KEY}.date"}),
    ],
)  # fmt: skip
def test_mistakes_are_told_where_they_stand(tmp_path, data, paths):
    assert mistakes_in(tmp_path, data).keys() == paths


def test_a_file_is_utf8_with_or_without_a_byte_order_mark(tmp_path):
    path = tmp_path / "values.json"
    path.write_bytes('{"prepared_by": "Åse"}'.encode("utf-8-sig"))
    assert read_values(path)["prepared_by"] == "Åse"
    path.write_bytes('{"prepared_by": "Åse"}'.encode("cp1252"))
    with pytest.raises(FillError, match="UTF-8"):
        read_values(path)


def test_a_graded_answer_is_told_the_plans_grades(tmp_path):
    graded = scheme(goal(criterion(Kind.ASSESSED, grades=[25, 50])))
    with pytest.raises(FillError, match=r"en af planens grader \(25, 50\) eller null"):
        inputs_of(Layout(graded), read(tmp_path, {"results": {"1.a": {"done": 30}}}))
