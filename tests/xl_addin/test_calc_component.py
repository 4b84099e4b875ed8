"""The RP_ functions in LibreOffice: in cells of a workbook that was made outside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan import __version__
from tests.hosts.libreoffice import CellError, Document, LibreOffice
from tests.xl_addin import golden_workbook
from tests.xl_addin.golden_cases import (
    CASES,
    ERRORS_IN_RANGES_STOP_THE_CALL,
    LIBREOFFICE,
    Case,
    runs_in,
)
from xl_addin.libreoffice import write_extension

pytestmark = pytest.mark.libreoffice
GOLDEN = runs_in(LIBREOFFICE)
ERRORS_IN_RANGES = [case for case in CASES if case.not_in is ERRORS_IN_RANGES_STOP_THE_CALL]


@pytest.fixture(scope="module")
def office(
    tmp_path_factory: pytest.TempPathFactory,
    calc_with_extension: Callable[[Path], LibreOffice],
) -> LibreOffice:
    return calc_with_extension(write_extension(tmp_path_factory.mktemp("extension")).parent)


@pytest.fixture(scope="module")
def answers(office: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What the cells of all cases show."""
    path = tmp_path_factory.mktemp("golden") / "golden.xlsx"
    addresses = golden_workbook.write(path, [*GOLDEN, *ERRORS_IN_RANGES])
    with office.open(path) as document:
        return {
            name: document.value(golden_workbook.SHEET, address)
            for name, address in addresses.items()
        }


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_case(case: Case, answers: dict[str, object]) -> None:
    assert case.fits(answers[case.name]), answers[case.name]


@pytest.mark.parametrize("case", ERRORS_IN_RANGES, ids=lambda case: case.name)
def test_an_error_in_a_range_is_an_error(case: Case, answers: dict[str, object]) -> None:
    assert isinstance(answers[case.name], CellError)


def goals_workbook(path: Path, *, with_table: bool) -> Path:
    """A sheet of three goals: met, pending, missed; half, a quarter and a quarter of the weight."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Målopfyldelse"
    sheet["A1"], sheet["B1"], sheet["C1"] = "=RP_SCORE()", "=RP_ATTAINABLE()", "=RP_VERSION()"
    sheet["D1"] = "=IFERROR(RP_SCORE(D4:D6,C4:C6),-1)"
    sheet["E1"] = '=RP_GOAL("a eller b",{"a";"b"},{"afventer";"opfyldt"})'
    for row in (
        ["Mål", "Titel", "Vægt", "Opfyldelse"],
        ["1", "Et", 50, '=RP_GOAL("alle","1.a","opfyldt")'],
        ["2", "To", 25, "afventer"],
        ["3", "Tre", 25, 0],
    ):
        sheet.append(["" if cell is None else cell for cell in row])
    if with_table:
        sheet.add_table(Table(displayName="tblMaal", ref="A2:D5"))
    book.save(path)
    return path


@pytest.fixture
def goals(office: LibreOffice, tmp_path: Path) -> Iterator[Document]:
    with office.open(goals_workbook(tmp_path / "goals.xlsx", with_table=True)) as document:
        yield document


def test_version_is_that_of_the_product(goals: Document) -> None:
    assert goals.value("Målopfyldelse", "C1") == __version__


def test_totals_without_arguments_are_those_of_the_goal_table(goals: Document) -> None:
    assert goals.value("Målopfyldelse", "A1") == 50.0
    assert goals.value("Målopfyldelse", "B1") == 75.0


def test_totals_without_arguments_are_those_of_sikret_and_opnaaelig_where_goals_count_in_part(
    office: LibreOffice, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Målopfyldelse"
    sheet["A1"], sheet["B1"] = "=RP_SCORE()", "=RP_ATTAINABLE()"
    for row in (
        ["Mål", "Vægt", "Opfyldelse", "Sikret", "Opnåelig"],
        ["1", 75, "afventer", 40, 100],
        ["2", 25, 50, 50, 50],
        ["3", 0, "udgået", "udgået", "udgået"],
    ):
        sheet.append(row)
    sheet.add_table(Table(displayName="tblMaal", ref="A2:E5"))
    book.save(tmp_path / "parts.xlsx")
    with office.open(tmp_path / "parts.xlsx") as document:
        assert document.value("Målopfyldelse", "A1") == 42.5
        assert document.value("Målopfyldelse", "B1") == 87.5


def test_totals_without_arguments_find_the_sheet_where_the_table_is_lost(
    office: LibreOffice, tmp_path: Path
) -> None:
    with office.open(goals_workbook(tmp_path / "lost.xlsx", with_table=False)) as document:
        assert document.value("Målopfyldelse", "A1") == 50.0


def test_totals_without_arguments_in_another_workbook(office: LibreOffice, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "=RP_SCORE()"
    book.save(tmp_path / "other.xlsx")
    with office.open(tmp_path / "other.xlsx") as document:
        assert document.value("Sheet", "A1") == CellError("#VALUE!")


def test_an_array_written_in_the_formula_is_a_range(goals: Document) -> None:
    assert goals.value("Målopfyldelse", "E1") == 100.0


def test_typing_moves_the_total_at_once(goals: Document) -> None:
    goals.type_into("Målopfyldelse", "D4", "100")
    assert goals.value("Målopfyldelse", "D1") == 100.0 * 25 / 50


def test_totals_without_arguments_move_on_hard_recalculation(goals: Document) -> None:
    goals.type_into("Målopfyldelse", "D4", "100")
    goals.recalculate()
    assert goals.value("Målopfyldelse", "A1") == 75.0


def test_the_names_are_saved_bare_as_excel_writes_them(goals: Document, tmp_path: Path) -> None:
    saved = load_workbook(goals.save_as(tmp_path / "saved.xlsx"))["Målopfyldelse"]
    assert saved["A1"].value == "=RP_SCORE()"
    assert saved["C1"].value == "=RP_VERSION()"


def test_without_the_extension_the_names_are_unknown(calc: LibreOffice, tmp_path: Path) -> None:
    with calc.open(goals_workbook(tmp_path / "without.xlsx", with_table=True)) as document:
        assert document.value("Målopfyldelse", "C1") == CellError("#NAME?")
        assert document.value("Målopfyldelse", "D1") == -1.0
