"""What runs on Windows, under Wine: the package, `rp addin status`, and the add-in's VBA module as
VBScript, which asks a real xlwings COM server.

All of it is in this file: one process uses Wine.

Not reachable this way: Excel itself, real Range objects, and how the add-in starts Python.
"""

import re
import shutil

import pytest

from examples.recipes import INBOX
from resultatplan import __version__
from tests.command import typed
from tests.department.desk.in_browser import hand_in
from tests.hosts.wine import Wine, windows_path
from tests.xl_addin import vbscript
from tests.xl_addin.golden import WINE, Says
from tests.xl_addin.golden_cases import runs_in
from xl_addin.arguments import ERROR_NUMBERS

pytestmark = pytest.mark.wine
CASES = runs_in(WINE)[::2]
GOALS = {"Opfyldelse": [100, 0, 0], "Sikret": [100, 0, 0], "Vægt": [50, 25, 25]}
PLAN = vbscript.workbook("tblMaal", GOALS | {"Opnåelig": [100, 0, 100]})
OF_AN_OLDER_LAYOUT = vbscript.workbook("tblMaal", GOALS)
WITHOUT_GOALS = vbscript.workbook("Tabel1", {"Beløb": [1]})
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
IMPORTED_BY_XLWINGS = [
    f"Show {vbscript.WRAPPER}",
    *(
        f"Show {vbscript.imported(function, arguments, added)}"
        for function, arguments, added in [
            ("RP_SCORE", [None, None], PLAN),
            ("RP_SCORE", [((50.0,), (0.0,)), None], PLAN),
            ("RP_ATTAINABLE", [None, None], PLAN),
            ("RP_ATTAINABLE", [None, None], OF_AN_OLDER_LAYOUT),
            ("RP_SCORE", [None, None], WITHOUT_GOALS),
            ("RP_GOAL", ["c", "a", "opfyldt", None, None, None], "True"),
            ("RP_GOAL", ["a", "a", "opfyldt", None, None, None], "True"),
        ]
    ),
]
DEPARTMENT = [
    f'Show Server.CallUDF("xl_addin.buttons", {call})'
    for call in (
        '"inbox_words", Array()',
        '"start_inbox", Array("C:\\missing")',
        '"inbox_overview", Array()',
    )
]
WITHOUT_PYTHON = ["ServerIsDown = True", "Show RP_VERSION()", "Show RPLastError"]


@pytest.fixture(scope="module")
def shown(wine) -> list[object]:
    """What a workbook with goals, every golden case, a server that is down, and functions imported
    by xlwings' own add-in give: one script."""
    golden = [f"Show {vbscript.call(case.function, case.arguments)}" for case in CASES]
    statements = [
        *IN_A_WORKBOOK,
        *golden,
        *DEPARTMENT,
        *IMPORTED_BY_XLWINGS,
        *WITHOUT_PYTHON,
    ]
    return vbscript.run(wine, statements)


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
        # Functions that xlwings imported find the goals themselves; every error is one error value.
        (slice(-9, -6), [50.0, 25.0, 75.0]),
        (slice(-6, -5), [50.0]),
        (slice(-5, -2), [vbscript.ERROR_VALUE, vbscript.ERROR_VALUE, 100.0]),
        # Python that cannot be reached is an error, and remembered.
        (slice(-2, None), ["CVErr:2015", "no Python here"]),
    ],
)
def test_what_a_workbook_shows(what, answers, shown):
    assert shown[what] == answers


def test_the_departments_macro_is_answered_with_texts(shown):
    lost, no_folder, overview = shown[8 + len(CASES) : 11 + len(CASES)]
    assert str(lost).startswith("Forbindelsen til kontrollen gik tabt")
    assert no_folder == r"»C:\missing« er ikke en mappe."
    assert overview == ""


def rp(wine: Wine, *arguments: str) -> str:
    """What the package's command prints."""
    return wine.run(["cmd", "/c", windows_path(wine.package / "rp.cmd"), *arguments])


def test_status_and_build_on_windows_without_excel(wine, tmp_path):
    told = rp(wine, "addin", "status")
    assert "Windows: ja." in told
    assert "Excel: nej." in told
    assert "pywin32: ja. Version " in told
    assert "Funktionerne kan hentes af Python: ja." in told
    rp(wine, "addin", "build", "--out", windows_path(tmp_path))
    module = (tmp_path / "ResultatplanExcel.bas").read_text(encoding="ascii")
    assert windows_path(wine.python) in module
    assert re.search(r"xlwings64-[\d.]+\.dll", module)


def test_the_wrapper_that_xlwings_writes_says_which_workbook(shown):
    wrapper = str(shown[-10])
    score, goal = (
        wrapper.partition(f"Function {name}(")[2].partition("End Function")[0]
        for name in ("RP_SCORE", "RP_GOAL")
    )
    assert score.startswith("Optional opfyldelser, Optional vaegte)")
    assert "Array(opfyldelser, vaegte, Application.Caller.Worksheet.Parent)" in score
    assert ("Application.Volatile" in score, "Application.Volatile" in goal) == (True, False)


@pytest.mark.browser
def test_the_desk_of_the_package_judges_the_examples(wine, browser, tmp_path):
    """As a user has it: unzipped, no Python but its own, a folder Documents that is elsewhere."""
    documents, here = tmp_path / "Æblers dokumenter", tmp_path / "her"
    today = "--today", "2025-02-01"
    inbox = shutil.copytree(INBOX, here / "indbakke")
    typed("batch", inbox, "--out", here / "udbakke", *today)
    with wine.desk(documents, *today) as address:
        with browser.at(address) as shown:
            said = hand_in(shown.page, inbox)
        assert said == "15 filer: 8 godkendt, 4 skal rettes, 3 ingen rapport."
    pages = [
        (each / "udbakke" / "overblik.html").read_text()
        for each in (documents / "Resultatplan", here)
    ]
    assert pages[0] == pages[1]
