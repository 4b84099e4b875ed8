"""The RP_ functions in LibreOffice: in cells of a workbook that was made outside it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from resultatplan import __version__
from tests.hosts.libreoffice import CellError, Document
from tests.xl_addin.golden import ERRORS_IN_RANGES_STOP_THE_CALL, LIBREOFFICE, Case, ExcelError
from tests.xl_addin.golden_cases import CASES, runs_in

pytestmark = pytest.mark.libreoffice
SHEET = "Målopfyldelse"
GOLDEN = runs_in(LIBREOFFICE)
ERRORS_IN_RANGES = [case for case in CASES if case.not_in is ERRORS_IN_RANGES_STOP_THE_CALL]
CASES_SHEET = "Prøver"
_ERRORS = {"#REF!": "=#REF!", "#N/A": "=NA()", "#DIV/0!": "=1/0"}


def write_cases(path: Path, cases: Sequence[Case]) -> dict[str, str]:
    """Write a formula for each case, its arguments in cells beside it; the formulas' addresses."""
    book = Workbook()
    sheet = book.active
    sheet.title = CASES_SHEET
    addresses, row = {}, 1
    for case in cases:
        references, column, below = [], 2, row + 1
        for argument in case.arguments:
            block = argument if isinstance(argument, tuple) else ((argument,),)
            for down, cells in enumerate(block):
                for right, content in enumerate(cells):
                    sheet.cell(row + down, column + right).value = _content(content)
            first = f"{get_column_letter(column)}{row}"
            column, below = column + len(block[0]), max(below, row + len(block))
            last = f"{get_column_letter(column - 1)}{row + len(block) - 1}"
            references.append(f"{first}:{last}" if isinstance(argument, tuple) else first)
        sheet.cell(row, 1).value = f"={case.function}({','.join(references)})"
        addresses[case.name] = f"A{row}"
        row = below
    book.save(path)
    return addresses


def _content(content: object) -> str | float | None:
    if isinstance(content, ExcelError):
        return _ERRORS[content.code]
    # An empty text, as a formula gives it: an empty text cell cannot be written.
    return '=""' if content == "" else content  # type: ignore[return-value]


@pytest.fixture(scope="module")
def answers(calc_with_functions, tmp_path_factory) -> dict[str, object]:
    """What the cells of all cases show."""
    path = tmp_path_factory.mktemp("golden") / "golden.xlsx"
    addresses = write_cases(path, [*GOLDEN, *ERRORS_IN_RANGES])
    with calc_with_functions.open(path) as document:
        return {name: document.value(CASES_SHEET, address) for name, address in addresses.items()}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_case(case, answers):
    assert case.fits(answers[case.name]), answers[case.name]


@pytest.mark.parametrize("case", ERRORS_IN_RANGES, ids=lambda case: case.name)
def test_an_error_in_a_range_is_an_error(case, answers):
    assert isinstance(answers[case.name], CellError)


GOALS = (
    ("Mål", "Titel", "Vægt", "Opfyldelse"),
    ("1", "Et", 50, '=RP_GOAL("alle","1.a","opfyldt")'),
    ("2", "To", 25, "afventer"),
    ("3", "Tre", 25, 0),
)
"""Met, pending, missed: half, a quarter and a quarter of the weight."""
PARTS = (
    ("Mål", "Vægt", "Opfyldelse", "Sikret", "Forventet", "Opnåelig"),
    ("1", 75, "afventer", 40, 80, 100),
    ("2", 25, 50, 50, 50, 50),
    ("3", 0, "udgået", "udgået", "udgået", "udgået"),
)
"""Goals as workbooks have them from the second layout on."""


def goals_workbook(
    path: Path, rows: Sequence[Sequence[object]], *, title: str = SHEET, table: str | None = None
) -> Path:
    """A workbook with a sheet of goals and formulas above them."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append(["=RP_SCORE()", "=RP_ATTAINABLE()", "=RP_VERSION()"])
    sheet["D1"] = "=IFERROR(RP_SCORE(D4:D6,C4:C6),-1)"
    sheet["F1"] = "=RP_EXPECTED()"
    sheet["E1"] = '=RP_GOAL("a eller b",{"a";"b"},{"afventer";"opfyldt"})'
    for row in rows:
        sheet.append(row)
    if table is not None:
        sheet.add_table(Table(displayName="tblMaal", ref=table))
    book.save(path)
    return path


@pytest.fixture
def goals(calc_with_functions, tmp_path) -> Iterator[Document]:
    with calc_with_functions.open(
        goals_workbook(tmp_path / "goals.xlsx", GOALS, table="A2:D5")
    ) as document:
        yield document


def test_totals_without_arguments_are_those_of_the_goal_table(goals, tmp_path):
    assert goals.values(SHEET, "A1:C1") == ((50.0, 75.0, __version__),)
    # An array written in the formula is a range.
    assert goals.value(SHEET, "E1") == 100.0
    # The names are saved bare, as Excel writes them.
    saved = load_workbook(goals.save_as(tmp_path / "saved.xlsx"))[SHEET]
    assert (saved["A1"].value, saved["C1"].value) == ("=RP_SCORE()", "=RP_VERSION()")


def test_typing_moves_a_total_at_once_and_one_without_arguments_on_hard_recalculation(goals):
    goals.type_into(SHEET, "D4", "100")
    assert goals.value(SHEET, "D1") == 100.0 * 25 / 50
    goals.recalculate()
    assert goals.value(SHEET, "A1") == 75.0


@pytest.mark.parametrize(
    ("rows", "title", "table", "totals"),
    [
        # Of Sikret, Opnåelig and Forventet where the table has them.
        (PARTS, SHEET, "A2:F5", (42.5, 87.5, 72.5)),
        # Of the sheet where the table is lost.
        (GOALS, SHEET, None, (50.0, 75.0, 50.0)),
        ((), "Andet", None, (CellError("#VALUE!"),) * 3),
    ],
    ids=["in part", "without table", "another workbook"],
)
def test_where_totals_without_arguments_are_looked_for(
    calc_with_functions, tmp_path, rows, title, table, totals
):
    path = goals_workbook(tmp_path / "goals.xlsx", rows, title=title, table=table)
    with calc_with_functions.open(path) as document:
        ((secured, attainable),) = document.values(title, "A1:B1")
        assert (secured, attainable, document.value(title, "F1")) == totals
