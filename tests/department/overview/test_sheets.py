"""What each sheet of the overview says."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from openpyxl import Workbook

from department.links import Links, in_inbox
from department.overview.workbook import write_overview
from tests.department.desks import TODAY, desk_with, records_of
from tests.department.hand_made import a_desk
from tests.department.overview.sheets import letter_of, overview, rows
from tests.validators.reports import BENCHMARK, SOCIAL, report
from workbooks.form import Column

RSU = "raadet-for-socialt-udsatte-2018"
MISSED = {
    ("1.1.c", Column.RESULT): 0.699,
    ("1.1.c", Column.STATUS): "Rød",
    ("1.1.c", Column.EXPLANATION): "Færre forløb end ventet.",
    ("1.1.c", Column.ACTION_PLAN): "Nye forløb i foråret.",
}


@pytest.fixture(scope="module")
def missed() -> Workbook:
    """The overview of a final report that misses one criterion."""
    return overview(desk_with({"k4.xlsx": report(MISSED, SOCIAL, "Q4")}))


def test_overblik_says_state_total_change_and_delay():
    interim, final = records_of(
        {"k2.xlsx": report({}, SOCIAL, "Q2"), "k4.xlsx": report(MISSED, SOCIAL, "Q4")}
    )
    late = replace(final, summary=replace(final.summary, submitted=date(2021, 1, 17)))

    (row,) = rows(overview(a_desk([interim, late], TODAY, [SOCIAL])), "Overblik")

    assert row["1. kvartal"] == "mangler\nfristen var for 293 dage siden (14-04-2020)"
    assert str(row["2. kvartal / 1. halvår"]).startswith("godkendt\n0–100 pct., forventet\u00a060")
    assert row["4. kvartal / helår"] == (
        "godkendt\n90 pct.\n▲ sikret +90\n▲ forventet +30\n▼ opnåelig −10\n3 dage for sent"
    )
    assert (row["Sikret"], row["Forventet"], row["Opnåelig"]) == (90, 90, 90)
    assert row["Seneste rapport"] == "k4.xlsx"


def test_overblik_says_what_must_be_mended_and_what_is_not_due_yet():
    wrong = report({("1.1.a", Column.RESULT): "ca. 60"}, SOCIAL, "Q1")

    (row,) = rows(overview(desk_with({"k1.xlsx": wrong}, today=date(2020, 7, 1))), "Overblik")

    assert str(row["1. kvartal"]).startswith("skal rettes (1 fejl)")
    assert row["2. kvartal / 1. halvår"] == "ikke forfalden\nfrist om 13 dage (14-07-2020)"
    assert row["Seneste rapport"] == "ingen godkendt rapport"


def test_modtaget_lists_every_file_and_what_it_counts_for():
    data = report({}, SOCIAL, "Q4")
    files = {"a.xlsx": data, "b.xlsx": data, "c.xlsx": b"navn;tal\n"}

    found = rows(overview(desk_with(files)), "Modtaget")

    assert [(row["Fil"], row["Tæller"]) for row in found] == [
        ("a.xlsx", "gælder"),
        ("b.xlsx", "dublet"),
        ("c.xlsx", "uden plan"),
    ]


def test_every_goal_names_the_file_and_the_cells_that_hold_its_figures():
    data = report({}, SOCIAL, "Q4")
    received = openpyxl.load_workbook(io.BytesIO(data))["Afrapportering"]

    found = rows(overview(desk_with({"k4.xlsx": data})), "Mål")

    assert len(found) == 10
    for row in found:
        assert row["Fil"] == "k4.xlsx"
        cells = str(row["Celler"]).split(", ")
        assert all(received[cell].value is not None for cell in cells), row["Mål"]
    assert (found[0]["Mål"], found[0]["Celler"]) == ("1.1", "I12, I13, I14")


def test_maal_shows_fulfilment_and_forecast_of_each_period():
    yellow = {("1.1.c", Column.STATUS): "Gul", ("1.1.c", Column.EXPLANATION): "Bagud."}
    files = {
        "k2.xlsx": report(yellow | {("1.1.c", Column.RESULT): None}, SOCIAL, "Q2"),
        "k4.xlsx": report(MISSED, SOCIAL, "Q4"),
    }

    first = rows(overview(desk_with(files)), "Mål")[0]

    assert first["1. kvartal"] == "mangler"
    assert first["2. kvartal / 1. halvår"] == "afventer\nStatus Gul"
    assert first["4. kvartal / helår"] == "ikke opfyldt\nStatus Rød"
    assert (first["Periode"], first["Opfyldelse"]) == ("4. kvartal", 0)


def test_afvigelser_gives_the_agencys_words_and_their_cell(missed):
    (row,) = rows(missed, "Afvigelser")

    assert (row["Nøgle"], row["Krav"], row["Resultat"]) == ("1.1.c", "mindst 70 pct.", "69,9 pct.")
    assert (row["Opfyldt"], row["Status"]) == ("ikke opfyldt", "Rød")
    assert row["Afvigelsesforklaring"] == "Færre forløb end ventet."
    assert row["Handlingsplan"] == "Nye forløb i foråret."
    assert (row["Fil"], row["Celle"]) == ("k4.xlsx", "I14")
    silent = MISSED | {("1.1.c", Column.EXPLANATION): None, ("1.1.c", Column.ACTION_PLAN): None}
    (row,) = rows(overview(desk_with({"k4.xlsx": report(silent, SOCIAL, "Q4")})), "Afvigelser")
    assert row["Afvigelsesforklaring"] == "Ingen forklaring oplyst."
    assert row["Handlingsplan"] == "Ingen handlingsplan oplyst."


def test_fejl_links_each_finding_to_its_cell(tmp_path):
    inbox = tmp_path / "ind"
    inbox.mkdir()
    wrong = report({("1.1.a", Column.RESULT): "ca. 60"}, SOCIAL, "Q4")
    (inbox / "k4.xlsx").write_bytes(wrong)
    links = Links(tmp_path / "ud", in_inbox(inbox))

    sheet = overview(desk_with({"k4.xlsx": wrong}), links)["Fejl"]

    headings = [cell.value for cell in sheet[4]]
    cells = [row[headings.index("Celle")] for row in sheet.iter_rows(min_row=5)]
    (told,) = [cell for cell in cells if cell.value == "I12"]
    assert told.hyperlink.target == "..\\ind\\k4.xlsx"
    assert told.hyperlink.location == "'Afrapportering'!I12"


def test_vurdering_shows_the_arithmetic_and_what_the_plan_says(missed):
    (row,) = rows(missed, "Vurdering")

    assert (row["Rapport"], row["Målopfyldelse (pct.)"]) == ("4. kvartal, endelig", 90)
    assert row["Sådan er den beregnet"] == "9 af 10 mål opfyldt × 100/10 = 90 pct."
    assert "engangsvederlag" in str(row["Hvad planen siger om vederlaget"])
    assert row["Andel der følger målopfyldelsen"] is None
    assert row["Departementets afgørelse og begrundelse"] is None
    (row,) = rows(overview(desk_with({"h2.xlsx": report({}, RSU, "Q4")}, RSU)), "Vurdering")
    assert row["Andel der følger målopfyldelsen"] == pytest.approx(1 / 3)


@pytest.mark.libreoffice
def test_an_amount_follows_only_from_a_maximum_a_share_and_a_final_report(calc, tmp_path):
    files = {
        "endelig.xlsx": report(MISSED, SOCIAL, "Q4"),
        "foreløbig.xlsx": report({}, BENCHMARK, "Q2"),
    }
    path = tmp_path / "overblik.xlsx"
    path.write_bytes(write_overview(desk_with(files, SOCIAL, BENCHMARK)))
    share, largest, amount = (
        letter_of(column)
        for column in (
            "Andel der følger målopfyldelsen",
            "Højeste beløb (kr.)",
            "Beregnet beløb (kr.)",
        )
    )

    with calc.open(path) as book:
        assert book.value("Vurdering", f"{amount}5") == ""
        book.type_into("Vurdering", f"{largest}5", "100000")
        assert book.value("Vurdering", f"{amount}5") == "skriv andelen"
        book.type_into("Vurdering", f"{share}5", "50 %")
        assert book.value("Vurdering", f"{amount}5") == pytest.approx(45_000)
        book.type_into("Vurdering", f"{largest}6", "100000")
        assert book.value("Vurdering", f"{amount}6") == "afventer endelig rapport"


def test_udvikling_tells_a_figure_from_its_target():
    data = report({**MISSED, ("1.1.c", Column.RESULT): 0.699999}, SOCIAL, "Q4")
    sheet = overview(desk_with({"k4.xlsx": data}))["Udvikling"]
    cells = (cell for row in sheet.iter_rows() for cell in row)
    (cell,) = (each for each in cells if each.value == pytest.approx(69.9999, abs=1e-9))
    assert cell.number_format == "0.0###"


def test_udvikling_puts_the_reported_figure_beside_the_plans_own(missed):
    sheet = missed["Udvikling"]

    cells = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value}
    at = next(place for place, value in cells.items() if str(value).startswith("1.1.c "))
    column, row = sheet[at].column, sheet[at].row
    table = [
        [sheet.cell(line, column + at).value for at in range(4)] for line in range(row + 2, row + 9)
    ]
    assert [2020, "4. kvartal, I14", 70, pytest.approx(69.9)] in table
    assert {line[1] for line in table if line[0] not in (2020, None)} <= {
        "planen",
        "planen, foreløbigt",
    }
