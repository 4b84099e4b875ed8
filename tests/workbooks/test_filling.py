from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workbooks.small_plan import small_plan
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.values import LONGEST_TEXT, FillError, Values, fill, inputs_of, read_values

LAYOUT = Layout(small_plan())
Cell = tuple[Sheet, str]


def read(tmp_path: Path, data: object) -> Values:
    """The values in a file that holds `data`, or these very words."""
    path = tmp_path / "values.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return read_values(path)


def one_result(number: str) -> str:
    """A file in which this number stands, as it is written here."""
    return f'{{"results": {{"1.1.a": {{"result": {number}}}}}}}'


def row(tmp_path: Path, key: str, **fields: object) -> dict[Column, CellValue]:
    """What the fields of one criterion become in its row."""
    inputs = inputs_of(LAYOUT, read(tmp_path, {"results": {key: fields}}))
    columns = map(Column, LAYOUT.report.columns)
    column_of = {LAYOUT.report_cell(key, column): column for column in columns}
    return {column_of[address]: value for (_, address), value in inputs.items()}


def mistakes_in(tmp_path: Path, data: object) -> dict[str, str]:
    """What is wrong with the values, by path."""
    with pytest.raises(FillError) as raised:
        inputs_of(LAYOUT, read(tmp_path, data))
    return {mistake.path: mistake.message() for mistake in raised.value.mistakes}


def test_the_reports_own_fields_go_to_stamdata(tmp_path: Path) -> None:
    values = read(
        tmp_path,
        {
            "period": "Q4",
            "submitted": "2021-01-10",
            "prepared_by": "Åse Ømand",
            "approved_by": "Direktøren",
            "significant_deviations": "Ingen",
        },
    )
    assert inputs_of(LAYOUT, values) == {
        (Sheet.MASTER, LAYOUT.field_cell(Field.PERIOD)): "4. kvartal",
        (Sheet.MASTER, LAYOUT.field_cell(Field.SUBMITTED)): date(2021, 1, 10),
        (Sheet.MASTER, LAYOUT.field_cell(Field.PREPARED_BY)): "Åse Ømand",
        (Sheet.MASTER, LAYOUT.field_cell(Field.APPROVED_BY)): "Direktøren",
        (Sheet.MASTER, LAYOUT.field_cell(Field.DEVIATIONS)): "Ingen",
    }


@pytest.mark.parametrize("period", ["Q2", "1. halvår"])
def test_a_period_is_known_by_its_id_and_by_its_name(tmp_path: Path, period: str) -> None:
    inputs = inputs_of(LAYOUT, read(tmp_path, {"period": period}))
    assert list(inputs.values()) == ["1. halvår"]


@pytest.mark.parametrize(("typed", "cell"), [("82", 0.82), ("82.1", 0.821), ("0", 0), ("100", 1)])
def test_a_percentage_becomes_a_share(tmp_path: Path, typed: str, cell: float) -> None:
    values = read(tmp_path, one_result(typed))
    assert list(inputs_of(LAYOUT, values).values()) == [cell]


def test_other_numbers_stay_as_they_are(tmp_path: Path) -> None:
    assert row(tmp_path, "1.1.b", result=29.5) == {Column.RESULT: 29.5}
    assert row(tmp_path, "1.2.c", result=12) == {Column.RESULT: 12}


def test_the_amounts_behind_a_percentage_are_no_percentages(tmp_path: Path) -> None:
    assert row(tmp_path, "2.1.a", basis=100.0, result=103.5) == {
        Column.BASIS: 100,
        Column.RESULT: 103.5,
    }
    assert row(tmp_path, "2.1.c", result=10.5) == {Column.RESULT: 10.5}


def test_dates_and_yes_and_no(tmp_path: Path) -> None:
    assert row(tmp_path, "1.1.c", date="2020-09-30", done=True, provisional=False) == {
        Column.DATE: date(2020, 9, 30),
        Column.DONE: "Ja",
        Column.PROVISIONAL: "Nej",
    }


@pytest.mark.parametrize(
    ("key", "forecast", "cell"),
    [("1.1.a", 83, 0.83), ("1.1.c", "2020-10-01", date(2020, 10, 1)), ("1.2.a", True, "Ja")],
)
def test_a_forecast_is_what_the_row_reports(
    tmp_path: Path, key: str, forecast: object, cell: CellValue
) -> None:
    assert row(tmp_path, key, forecast=forecast) == {Column.FORECAST: cell}


def test_texts_keep_their_lines(tmp_path: Path) -> None:
    assert row(
        tmp_path,
        "1.2.b",
        status="Rød",
        explanation="Først\r\nså",
        action_plan="= mere",
        documentation="Notat 12-2020",
    ) == {
        Column.STATUS: "Rød",
        Column.EXPLANATION: "Først\nså",
        Column.ACTION_PLAN: "= mere",
        Column.DOCUMENTATION: "Notat 12-2020",
    }


def test_null_is_a_blank_cell_and_what_is_left_out_is_no_cell(tmp_path: Path) -> None:
    assert row(tmp_path, "1.1.a", result=None, explanation="  ") == {
        Column.RESULT: None,
        Column.EXPLANATION: None,
    }


def test_null_may_stand_in_a_field_that_the_row_does_not_use(tmp_path: Path) -> None:
    assert row(tmp_path, "1.2.a", result=None, done=True) == {Column.DONE: "Ja"}


def test_an_unknown_key_is_a_mistake_and_its_neighbours_are_named(tmp_path: Path) -> None:
    assert mistakes_in(tmp_path, {"results": {"1.1.x": {"result": 1}}}) == {
        'results."1.1.x"': (
            'results."1.1.x": Planen proevestyrelsen-2020 har ikke delmålet 1.1.x.'
            " Mente du 1.1.c, 1.1.b?"
        )
    }


def test_an_unknown_period_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes_in(tmp_path, {"period": "Q3"}) == {
        "period": (
            "period: Perioden Q3 kendes ikke. Planens perioder: Q2 (1. halvår), Q4 (4. kvartal)."
        )
    }


def test_a_field_that_the_kind_does_not_use_is_a_mistake(tmp_path: Path) -> None:
    (message,) = mistakes_in(tmp_path, {"results": {"1.1.a": {"done": True}}}).values()
    assert message.startswith('results."1.1.a".done: Feltet bruges ikke for kravet »mindst«.')


def test_a_basis_that_the_plan_gives_cannot_be_reported(tmp_path: Path) -> None:
    found = mistakes_in(tmp_path, {"results": {"2.1.c": {"basis": 11.2}}})
    assert found == {
        'results."2.1.c".basis': (
            'results."2.1.c".basis: Grundlaget er fastlagt i planen og kan ikke indberettes.'
        )
    }


@pytest.mark.parametrize(
    ("key", "forecast"), [("1.1.a", "2020-10-01"), ("1.1.c", 5), ("1.2.a", 1), ("1.1.a", True)]
)
def test_a_forecast_of_another_type_is_a_mistake(
    tmp_path: Path, key: str, forecast: object
) -> None:
    found = mistakes_in(tmp_path, {"results": {key: {"forecast": forecast}}})
    assert list(found) == [f'results."{key}".forecast']


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"result": "82"}, 'results."1.1.a".result'),
        ({"result": True}, 'results."1.1.a".result'),
        ({"result": [82]}, 'results."1.1.a".result'),
        ({"result": 1e300}, 'results."1.1.a".result'),
        ({"basis": "x"}, 'results."1.1.a".basis'),
        ({"date": "31-12-2020"}, 'results."1.1.a".date'),
        ({"date": "2020-02-30"}, 'results."1.1.a".date'),
        ({"date": 44000}, 'results."1.1.a".date'),
        ({"done": "Ja"}, 'results."1.1.a".done'),
        ({"provisional": 1}, 'results."1.1.a".provisional'),
        ({"status": "grøn"}, 'results."1.1.a".status'),
        ({"explanation": 5}, 'results."1.1.a".explanation'),
        ({"explanation": "\u0007"}, 'results."1.1.a".explanation'),
        ({"explanation": "\ud800"}, 'results."1.1.a".explanation'),
        ({"explanation": "x" * (LONGEST_TEXT + 1)}, 'results."1.1.a".explanation'),
        ({"forecast": "snart"}, 'results."1.1.a".forecast'),
        ({"resultat": 82}, 'results."1.1.a".resultat'),
    ],
)
def test_a_wrong_type_and_an_unknown_field_are_mistakes(
    tmp_path: Path, fields: dict[str, object], path: str
) -> None:
    assert list(mistakes_in(tmp_path, {"results": {"1.1.a": fields}})) == [path]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"submitted": "10-01-2021"}, "submitted"),
        ({"prepared_by": 7}, "prepared_by"),
        ({"periode": "Q4"}, "periode"),
        ({"results": []}, "results"),
        ({"results": {"1.1.a": 82}}, 'results."1.1.a"'),
        ([], "values.json"),
    ],
)
def test_mistakes_outside_the_rows(tmp_path: Path, data: object, path: str) -> None:
    assert list(mistakes_in(tmp_path, data)) == [path]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 5000, "1e999999999"])
def test_a_number_that_no_cell_holds_is_a_mistake(tmp_path: Path, number: str) -> None:
    assert list(mistakes_in(tmp_path, one_result(number))) == ['results."1.1.a".result']


def test_all_mistakes_of_the_form_are_found_at_once(tmp_path: Path) -> None:
    data = {"submitted": 1, "results": {"1.1.a": {"result": "x"}, "1.1.b": {"y": 1}}}
    assert set(mistakes_in(tmp_path, data)) == {
        "submitted",
        'results."1.1.a".result',
        'results."1.1.b".y',
    }


def test_all_that_the_plan_does_not_have_is_found_at_once(tmp_path: Path) -> None:
    data = {"period": "Q1", "results": {"9.9": {}, "1.1.a": {"date": "2020-01-01", "done": True}}}
    assert set(mistakes_in(tmp_path, data)) == {
        "period",
        'results."9.9"',
        'results."1.1.a".date',
        'results."1.1.a".done',
    }


def test_a_key_that_stands_twice_is_a_mistake(tmp_path: Path) -> None:
    data = '{"results": {"1.1.a": {"result": 1}, "1.1.a": {"result": 2}}}'
    assert list(mistakes_in(tmp_path, data)) == ['"1.1.a"']


@pytest.mark.parametrize("text", ["{", "", "[" * 100_000, "{'period': 'Q4'}"])
def test_a_file_that_is_no_json_is_a_mistake(tmp_path: Path, text: str) -> None:
    assert list(mistakes_in(tmp_path, text)) == ["values.json"]


def test_a_file_that_is_no_utf8_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "values.json"
    path.write_bytes('{"prepared_by": "Åse"}'.encode("cp1252"))
    with pytest.raises(FillError, match="UTF-8"):
        read_values(path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "values.json"
    path.write_bytes('{"prepared_by": "Åse"}'.encode("utf-8-sig"))
    assert read_values(path).prepared_by == "Åse"


def test_messages_are_danish_or_english(tmp_path: Path) -> None:
    with pytest.raises(FillError) as raised:
        read(tmp_path, {"submitted": 1})
    assert str(raised.value) == ('submitted: Her skal stå en dato som "2020-12-31" eller null.')
    assert raised.value.messages("en") == (
        'submitted: This must be a date as "2020-12-31", or null.',
    )


def test_a_copy_is_filled_and_what_stood_there_stays(tmp_path: Path) -> None:
    existing: dict[Cell, CellValue] = {
        (Sheet.MASTER, LAYOUT.field_cell(Field.PREPARED_BY)): "Åse",
        (Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.RESULT)): 0.5,
        (Sheet.REPORT, LAYOUT.report_cell("1.1.b", Column.RESULT)): 12,
    }
    values = read(tmp_path, {"results": {"1.1.a": {"result": 82.5}, "1.1.b": {"result": None}}})
    book = load_workbook(io.BytesIO(fill(small_plan(), values, existing)))
    assert [book[sheet][address].value for sheet, address in existing] == ["Åse", 0.825, None]
