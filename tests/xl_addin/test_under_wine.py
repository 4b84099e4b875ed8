"""What runs on Windows, under Wine: `rp addin status`, and the add-in's VBA module as VBScript.

The module asks a real xlwings COM server. All of it is in this file: one process uses Wine.

Not reachable this way: Excel itself, real Range objects, and how the add-in starts Python.
"""

import pytest

from resultatplan import __version__
from tests.xl_addin import vbscript
from tests.xl_addin.golden import WINE, Says
from tests.xl_addin.golden_cases import runs_in
from xl_addin.arguments import ERROR_NUMBERS

pytestmark = pytest.mark.wine
CASES = runs_in(WINE)[::2]


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
def shown(wine) -> list[object]:
    """What a workbook with goals, every golden case, and a server that is down give: one script."""
    golden = [f"Show {vbscript.call(case.function, case.arguments)}" for case in CASES]
    return vbscript.run(wine, [*IN_A_WORKBOOK, *golden, *WITHOUT_PYTHON])


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number].name)
def test_golden_case(number, shown):
    case, answer = CASES[number], shown[8 + number]
    if case.expected in ERROR_NUMBERS:
        assert not isinstance(case.expected, Says)
        assert answer == f"CVErr:{ERROR_NUMBERS[str(case.expected)]}"
    else:
        assert case.fits(answer), answer


@pytest.mark.parametrize(
    ("what", "answers"),
    [
        (slice(0, 1), [__version__]),
        # Totals without arguments are those of the workbook, an error without its table.
        (slice(1, 4), ["CVErr:2015", 50.0, 75.0]),
        # Only calls without arguments are volatile.
        (slice(4, 6), [50.0, 3]),
        # The workbook is asked for the columns of the function.
        (slice(6, 7), ["RP_SCORE RP_SCORE RP_ATTAINABLE "]),
        # An array written in the formula is a range.
        (slice(7, 8), ["CVErr:2023"]),
        # Python that cannot be reached is an error, and remembered.
        (slice(-2, None), ["CVErr:2015", "no Python here"]),
    ],
)
def test_what_a_workbook_shows(what, answers, shown):
    assert shown[what] == answers


def test_status_on_windows_without_excel(wine):
    code = "from xl_addin.installation import status; print(ascii(status().text()))"
    told = wine.run([wine.python, "-c", code])
    assert "Windows: ja." in told
    assert "Excel: nej." in told
    assert "pywin32: ja. Version 312." in told
    assert "Funktionerne kan hentes af Python: ja." in told
