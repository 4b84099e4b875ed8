"""The add-in's VBA module against a real xlwings COM server, as VBScript under Wine.

Not reachable this way: Excel itself, real Range objects, and how the add-in starts Python.
"""

from __future__ import annotations

import pytest

from resultatplan import __version__
from tests.hosts.wine import Wine
from tests.xl_addin import vbscript
from tests.xl_addin.golden import WINE, Says
from tests.xl_addin.golden_cases import runs_in
from xl_addin.arguments import ERROR_NUMBERS

pytestmark = pytest.mark.wine
CASES = runs_in(WINE)


IN_A_WORKBOOK = [
    "Show RP_VERSION()",
    "Show RP_SCORE(Missing, Missing)",
    'Goals = Array(Cells(1, Array(100, 0, "afventer")), Cells(1, Array(50, 25, 25)))',
    "Show RP_SCORE(Missing, Missing)",
    "Show RP_ATTAINABLE(Missing, Missing)",
    "Show RP_SCORE(Cells(1, Array(100, 0)), Missing)",
    "Show Application.Volatiles",
    "Show Totalled",
    'Show RP_GOAL("alle", Array("a", "b"), Array("opfyldt", ExcelError(2023)), Missing, Missing,'
    " Missing)",
    "Goals = Empty",
]
WITHOUT_PYTHON = ["ServerIsDown = True", "Show RP_VERSION()", "Show RPLastError"]


@pytest.fixture(scope="module")
def shown(wine: Wine) -> list[object]:
    """What a workbook with goals, every golden case, and a server that is down give: one script."""
    golden = [f"Show {vbscript.call(case.function, case.arguments)}" for case in CASES]
    return vbscript.run(wine, [*IN_A_WORKBOOK, *golden, *WITHOUT_PYTHON])


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number].name)
def test_golden_case(number: int, shown: list[object]) -> None:
    case, answer = CASES[number], shown[8 + number]
    if case.expected in ERROR_NUMBERS:
        assert not isinstance(case.expected, Says)
        assert answer == f"CVErr:{ERROR_NUMBERS[str(case.expected)]}"
    else:
        assert case.fits(answer), answer


def test_version_is_that_of_the_product(shown: list[object]) -> None:
    assert shown[0] == __version__


def test_totals_without_arguments_are_those_of_the_workbook(shown: list[object]) -> None:
    without_table, *totals = shown[1:4]
    assert without_table == "CVErr:2015"
    assert totals == [50.0, 75.0]


def test_only_calls_without_arguments_are_volatile(shown: list[object]) -> None:
    assert shown[4:6] == [50.0, 3]


def test_the_workbook_is_asked_for_the_columns_of_the_function(shown: list[object]) -> None:
    assert shown[6] == "RP_SCORE RP_SCORE RP_ATTAINABLE "


def test_an_array_written_in_the_formula_is_a_range(shown: list[object]) -> None:
    assert shown[7] == "CVErr:2023"


def test_python_that_cannot_be_reached_is_an_error_and_remembered(shown: list[object]) -> None:
    assert shown[-2:] == ["CVErr:2015", "no Python here"]
