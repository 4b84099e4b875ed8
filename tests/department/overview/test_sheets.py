"""What each sheet of the overview says."""

from datetime import date

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from department.links import Links, in_inbox
from department.overview.workbook import write_overview
from tests.department.desks import desk_with
from tests.department.judged_files import put_in
from tests.department.overview.sheets import overview, rows
from tests.validators.reports import BENCHMARK, HOUSING, SOCIAL, report
from workbooks.form import Column, Field

YELLOW = {
    ("1.1.c", Column.RESULT): None,
    ("1.1.c", Column.STATUS): "Gul",
    ("1.1.c", Column.EXPLANATION): "Bagud.",
}
MISSED = {
    ("1.1.c", Column.RESULT): 0.699999,
    ("1.1.c", Column.STATUS): "Rød",
    ("1.1.c", Column.EXPLANATION): "Færre forløb end ventet.",
    ("1.1.c", Column.ACTION_PLAN): "Nye forløb i foråret.",
    Field.SUBMITTED: date(2021, 1, 17),
}
TO_MEND = {("1.1.a", Column.RESULT): "ca. 60", ("1.1.b", Column.STATUS): "Rød"}
FINAL = report(MISSED, SOCIAL, "Q4")
FILES = {
    "k2.xlsx": report(YELLOW, SOCIAL, "Q2"),
    "k4.xlsx": FINAL,
    "z kopi.xlsx": FINAL,
    "bolig.xlsx": report(TO_MEND, HOUSING, "Q2"),
    "notat.xlsx": b"navn;tal\n",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Workbook:
    """The overview of an agency's year, and of one that has something to mend."""
    folder = tmp_path_factory.mktemp("desk")
    find = in_inbox(put_in(folder / "ind", FILES))
    return overview(desk_with(FILES, SOCIAL, HOUSING), Links(folder / "ud", find))


@pytest.mark.parametrize(
    ("sheet", "row", "says"),
    [
        # State, total, change and delay of each period.
        ("Overblik", {"Institution": "Socialstyrelsen"},
         {"1. kvartal": "mangler\nfristen var for 293 dage siden (14-04-2020)",
          "2. kvartal / 1. halvår": "godkendt\n0–100 pct., forventet\u00a050\n"
          "rettidig ifølge afsenderen; modtaget 10-01-2021",
          "4. kvartal / helår":
          "godkendt\n90 pct.\n▲ sikret +90\n▲ forventet +40\n▼ opnåelig −10\n3 dage for sent",
          "Sikret": 90, "Forventet": 90, "Opnåelig": 90, "Seneste rapport": "k4.xlsx"}),
        # What must be mended, and what is not due yet.
        ("Overblik", {"Institution": "Social- og Boligstyrelsen"},
         {"2. kvartal / 1. halvår": "skal rettes (3 fejl)",
          "3. kvartal": "ikke forfalden\nfrist om 1358 dage (21-10-2024)",
          "Seneste rapport": "ingen godkendt rapport"}),
        ("Modtaget", {"Fil": "k4.xlsx"}, {"Tæller": "gælder"}),
        ("Modtaget", {"Fil": "z kopi.xlsx"}, {"Tæller": "dublet"}),
        ("Modtaget", {"Fil": "notat.xlsx"}, {"Tæller": "uden plan"}),
        # Fulfilment and forecast of each period.
        ("Mål", {"Mål": "1.1", "Fil": "k4.xlsx"},
         {"1. kvartal": "mangler", "2. kvartal / 1. halvår": "afventer\nStatus Gul",
          "4. kvartal / helår": "ikke opfyldt\nStatus Rød",
          "Periode": "4. kvartal", "Opfyldelse": 0, "Celler": "I12, I13, I14"}),
        # The agency's words and their cell; that it said nothing.
        ("Afvigelser", {"Fil": "k4.xlsx"},
         {"Nøgle": "1.1.c", "Krav": "mindst 70 pct.", "Resultat": "69,9999 pct.",
          "Opfyldt": "ikke opfyldt", "Status": "Rød", "Celle": "I14",
          "Afvigelsesforklaring": "Færre forløb end ventet.",
          "Handlingsplan": "Nye forløb i foråret."}),
        ("Afvigelser", {"Fil": "bolig.xlsx", "Nøgle": "1.1.b"},
         {"Afvigelsesforklaring": "Ingen forklaring oplyst.",
          "Handlingsplan": "Ingen handlingsplan oplyst."}),
        # The arithmetic, what the plan says, and room for the decision.
        ("Vurdering", {"Institution": "Socialstyrelsen"},
         {"Rapport": "4. kvartal, endelig", "Målopfyldelse (pct.)": 90,
          "Sådan er den beregnet": "9 af 10 mål opfyldt × 100/10 = 90 pct.",
          "Andel der følger målopfyldelsen": None,
          "Departementets afgørelse og begrundelse": None}),
    ],
)  # fmt: skip
def test_what_a_sheet_says_of_what_came(book, sheet, row, says):
    (found,) = (each for each in rows(book, sheet) if each.items() >= row.items())
    assert {name: found[name] for name in says} == says


def test_fejl_links_each_finding_to_its_cell(book):
    (told,) = (cell for row in book["Fejl"].iter_rows() for cell in row if cell.value == "I12")
    assert told.hyperlink.target == "..\\ind\\bolig.xlsx"
    assert told.hyperlink.location == "'Afrapportering'!I12"


def test_udvikling_puts_the_reported_figure_beside_the_plans_own_and_tells_it_from_its_target(book):
    sheet = book["Udvikling"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    start = next(cell for cell in cells if str(cell.value).startswith("1.1.c "))
    lines = range(start.row + 2, start.row + 9)
    table = [[sheet.cell(line, start.column + at) for at in range(4)] for line in lines]
    by_source = {line[1].value: line for line in table}
    year, _, target, result = by_source.pop("4. kvartal, I14")
    assert (year.value, target.value) == (2020, 70)
    assert result.value == pytest.approx(69.9999)
    assert result.number_format == "0.0###"
    assert set(by_source) <= {None, "planen", "planen, foreløbigt"}


@pytest.mark.libreoffice
def test_an_amount_follows_only_from_a_maximum_a_share_and_a_final_report(calc, tmp_path):
    files = {"endelig.xlsx": FINAL, "foreløbig.xlsx": report({}, BENCHMARK, "Q2")}
    path = tmp_path / "overblik.xlsx"
    path.write_bytes(write_overview(desk_with(files, SOCIAL, BENCHMARK)))
    headings = [*rows(openpyxl.load_workbook(path), "Vurdering")[0]]
    names = ("Andel der følger målopfyldelsen", "Højeste beløb (kr.)", "Beregnet beløb (kr.)")
    share, largest, amount = (get_column_letter(headings.index(name) + 1) for name in names)

    with calc.open(path) as book:
        assert book.value("Vurdering", f"{amount}5") == ""
        book.type_into("Vurdering", f"{largest}5", "100000")
        assert book.value("Vurdering", f"{amount}5") == "skriv andelen"
        book.type_into("Vurdering", f"{share}5", "50 %")
        assert book.value("Vurdering", f"{amount}5") == pytest.approx(45_000)
        book.type_into("Vurdering", f"{largest}6", "100000")
        assert book.value("Vurdering", f"{amount}6") == "afventer endelig rapport"
