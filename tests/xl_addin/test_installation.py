"""`rp addin`: what is told and done, on machines of every kind; the add-in's file itself."""

import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from unittest.mock import MagicMock
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from resultatplan import __version__
from xl_addin import vba
from xl_addin.excel import (
    README_FILE,
    REFERENCE_FILE,
    RIBBON_FILE,
    RIBBON_PART,
    SCRIPT_FILE,
    ExcelFailure,
    Made,
    add_ribbon,
    fill,
    read_made,
    reference,
    signature,
    write_sources,
)
from xl_addin.installation import (
    Excel,
    Machine,
    build,
    find_dll,
    find_excel,
    install,
    status,
    uninstall,
)
from xl_addin.udfs import FUNCTIONS

OPEN = Excel(r"C:\Office\EXCEL.EXE", True, vba_access_by_policy=False, addins_run=True)
WORKS = "RP_-funktionerne svarer i Excel på denne maskine."
PYTHON = r"C:\Python\python.exe"


def windows(folder: Path) -> Machine:
    """A Windows with everything, the add-in not yet installed."""
    return Machine(
        is_windows=True,
        python=PYTHON,
        python_finds_functions=True,
        excel=OPEN,
        xlwings="0.37.8",
        dll=Path("xlwings64-0.37.8.dll"),
        pywin32="312",
        addin=folder / "XLSTART" / "Resultatplan.xlam",
        made=None,
        libreoffice=None,
    )


def with_addin(folder: Path, made: Made | None) -> Machine:
    machine = windows(folder)
    machine.addin.parent.mkdir()
    machine.addin.touch()
    return replace(machine, made=made)


def make(_sources: Path, target: Path) -> None:
    """Stands for Excel: saves a file."""
    Workbook().save(target)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        ("not installed", "Tilføjelsen er installeret: nej. Installer den med: rp addin install"),
        (None, "lavet af version ?"),
        (Made("0.0.1", PYTHON), "lavet af version 0.0.1"),
        (Made(__version__, r"D:\python.exe"), r"peger på D:\python.exe"),
    ],
)
def test_an_addin_that_is_not_there_or_not_this_one(made, why, tmp_path):
    is_there = made != "not installed"
    told = status(with_addin(tmp_path, made) if is_there else windows(tmp_path))
    assert WORKS not in told
    assert why in told
    assert is_there or told.endswith("\nAlt er klar til rp addin install.")


def test_everything_in_place_works_where_addins_may_run(tmp_path):
    installed = with_addin(tmp_path, Made(__version__, PYTHON))
    assert status(installed).endswith(WORKS)
    assert WORKS not in status(replace(installed, excel=replace(OPEN, addins_run=False)))


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"excel": None, "xlwings": None, "pywin32": None, "python_finds_functions": False},
         ["Excel: nej. Excel er ikke installeret på denne maskine.",
         "xlwings: nej. Installer det med: pip install xlwings", "pip install pywin32",
         f"{PYTHON} finder ikke pakken xl_addin",
         "RP_-funktionerne svarer ikke i Excel på denne maskine."]),
        ({"excel": replace(OPEN, vba_access=False)},
         ["Hav tillid til adgang til VBA-projektobjektmodellen"]),
        # What the organisation forbids is left to its administrator.
        ({"excel": replace(OPEN, vba_access=False, vba_access_by_policy=True)}, ["rp addin build"]),
        ({"libreoffice": None}, ["LibreOffice: nej. LibreOffice blev ikke fundet"]),
        ({"libreoffice": "7.4.7"}, ["LibreOffice: nej. 7.4.7 er for gammel"]),
        ({"libreoffice": "25.2.3"}, ["LibreOffice: ja. 25.2.3."]),
        ({"libreoffice": "26.8"}, ["LibreOffice: ja. 26.8."]),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_what_to_do(changes, lines, tmp_path):
    told = status(replace(windows(tmp_path), **changes))
    assert [line for line in lines if line not in told] == []


def test_install_leaves_an_addin_that_status_accepts_or_one_in_a_folder_that_is_named(tmp_path):
    machine = windows(tmp_path)
    assert install(machine, folder=tmp_path / "pakke", make=make).done
    assert read_made(tmp_path / "pakke" / "Resultatplan.xlam") == Made(__version__, PYTHON)
    assert not (tmp_path / "XLSTART").exists()
    assert install(machine, make=make).done
    assert status(replace(machine, made=read_made(machine.addin))).endswith(WORKS)


def test_install_where_something_is_missing(tmp_path):
    outcome = install(replace(windows(tmp_path), xlwings=None, excel=None), make=make)
    assert not outcome.done
    assert outcome.message.startswith("Tilføjelsen kan ikke installeres her.")
    assert "pip install xlwings" in outcome.message and "Excel" in outcome.message
    assert not (tmp_path / "XLSTART").exists()


@pytest.mark.parametrize(
    ("trouble", "said"),
    [(ExcelFailure("ikke i dag"), "ikke i dag"), (PermissionError(), "Luk Excel")],
    ids=["breaks off", "in use"],
)
def test_install_where_excel_does_not_let_it(trouble, said, tmp_path):
    outcome = install(windows(tmp_path), make=MagicMock(side_effect=trouble))
    assert not outcome.done
    assert said in outcome.message


def test_uninstall_removes_the_addin_and_nothing_else(tmp_path):
    machine = with_addin(tmp_path, None)
    other = machine.addin.with_name("Andet.xlam")
    other.touch()
    assert uninstall(machine).done
    assert list(machine.addin.parent.iterdir()) == [other]
    assert not uninstall(machine).done
    assert not uninstall(replace(machine, addin=None)).done


def test_build_writes_what_an_administrator_needs(tmp_path):
    outcome = build(tmp_path / "files", program=r"C:\Py\100%\Scripts\python.exe")
    files = list((tmp_path / "files").iterdir())
    modules = {f"{name}.bas" for name in (vba.SHARED, vba.EXCEL, vba.CHECK, vba.WORKBOOK)}
    named = modules | {RIBBON_FILE, SCRIPT_FILE, README_FILE}
    assert {file.name for file in files} == named | {REFERENCE_FILE}
    assert all(file.stat().st_size > 0 for file in files)
    guide = (tmp_path / "files" / README_FILE).read_text(encoding="utf-8")
    assert all(name in guide for name in named - {README_FILE})
    script = (tmp_path / "files" / SCRIPT_FILE).read_bytes()
    assert rb'"C:\Py\100%%\Scripts\python.exe" -P' in script
    assert script.count(b"\n") == script.count(b"\r\n") > 3
    # The library lies beside the Scripts of a virtual environment.
    assert outcome.message.endswith("Tilføjelsen vil lede efter det i C:\\Py\\100%.")


def test_the_departments_buttons_are_in_what_it_builds_and_installs_with_them(tmp_path):
    assert build(tmp_path / "files", program=PYTHON, department=True).done
    assert (tmp_path / "files" / f"{vba.INBOX}.bas").exists()
    assert f"`{vba.INBOX}.bas`" in (tmp_path / "files" / README_FILE).read_text(encoding="utf-8")
    assert b' --out "%~dp0." --department\r\n' in (tmp_path / "files" / SCRIPT_FILE).read_bytes()
    for department in (True, False):
        machine = windows(tmp_path)
        assert install(machine, department=department, make=make).done
        with zipfile.ZipFile(machine.addin) as archive:
            assert (b"RPIndbakkeKnap" in archive.read(RIBBON_PART)) is department


@pytest.mark.parametrize(
    ("python", "has", "said"),
    [
        (None, None, [f"{sys.executable} finder ikke pakken xl_addin"]),
        (PYTHON, None, [rf"{PYTHON} finder ikke pakken xl_addin"]),
        (PYTHON, (None, None, None), [f'"{PYTHON}" -m pip install xlwings', "pip install pywin32"]),
        (PYTHON, ("0.37.8", None, "312"), ["xlwings64-….dll er ikke"]),
    ],
)
def test_build_says_what_the_python_on_windows_lacks(python, has, said, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("xl_addin.installation.ask_python", lambda _program: has)
    outcome = build(tmp_path / "files", program=python)
    assert not outcome.done
    assert [line for line in said if line not in outcome.message] == []
    assert not (tmp_path / "files").exists()


def test_build_elsewhere_asks_for_the_python_on_windows(tmp_path):
    assert "--python" in build(tmp_path).message


def test_the_reference_explains_every_function_and_argument():
    signatures = {function.name: signature(function) for function in FUNCTIONS}
    expected = "RP_GOAL(regel; noegler; tilstande; [endelig]; [grader]; [vis])"
    assert signatures["RP_GOAL"] == expected
    assert signatures["RP_VERSION"] == "RP_VERSION()"
    for text, lang in ((reference(), "da"), (reference("en"), "en")):
        for function in FUNCTIONS:
            assert f"## `{signature(function)}`" in text
            assert getattr(function.help, lang) in text
            assert all(getattr(argument.help, lang) in text for argument in function.arguments)


# --- What the registry says of Excel.

APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
CURRENT = r"SOFTWARE\Classes\Excel.Application\CurVer"
SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"


def registry_of(values):
    known = {(APP_PATH, ""): r"C:\Office\EXCEL.EXE", (CURRENT, ""): "Excel.Application.16"}
    return lambda key, name: (known | values).get((key, name))


def test_an_excel_or_none():
    excel = find_excel(registry_of({}))
    assert (excel.path, excel.addins_run) == (r"C:\Office\EXCEL.EXE", True)
    assert find_excel(lambda _key, _name: None) is None


@pytest.mark.parametrize(
    ("values", "access", "by_policy"),
    [
        ({}, False, False),
        ({(SECURITY, "AccessVBOM"): 1}, True, False),
        ({(SECURITY, "AccessVBOM"): 0}, False, False),
        ({(SECURITY, "AccessVBOM"): 1, (POLICY, "AccessVBOM"): 0}, False, True),
        ({(POLICY, "AccessVBOM"): 1}, True, True),
    ],
)
def test_access_to_vba_is_the_policys_before_the_users(values, access, by_policy):
    excel = find_excel(registry_of(values))
    assert (excel.vba_access, excel.vba_access_by_policy) == (access, by_policy)


@pytest.mark.parametrize(
    "where",
    [
        (SECURITY, "DisableAllAddins"),
        (POLICY, "RequireAddinSig"),
        (rf"{SECURITY}\Trusted Locations", "AllLocationsDisabled"),
    ],
)
def test_addins_run_unless_excel_is_told_otherwise(where):
    assert not find_excel(registry_of({where: 1})).addins_run


@pytest.mark.parametrize("where", ["../../xlwings64-0.37.8.dll", "xlwings/xlwings64-0.37.8.dll"])
def test_the_library_of_xlwings_is_where_its_installation_says(monkeypatch, tmp_path, where):
    packages = tmp_path / "Python" / "site-packages"
    about = packages / "xlwings-0.37.8.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: xlwings\nVersion: 0.37.8\n")
    (about / "RECORD").write_text(f"xlwings/__init__.py,,\n{where},,\n")
    monkeypatch.syspath_prepend(packages)
    assert find_dll() is None
    library = (packages / where).resolve()
    library.parent.mkdir(exist_ok=True)
    library.touch()
    assert find_dll() == library


# --- The add-in's file: made by Excel, then given its ribbon.

XML = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'
MADE = Made("1.2.3", r"C:\Brugere\Sørine -- x\python.exe")


@pytest.fixture
def addin(tmp_path) -> Path:
    file = tmp_path / "Resultatplan.xlam"
    Workbook().save(file)
    return file


def test_the_ribbon_is_in_the_file_and_related_and_the_rest_stays(addin):
    before = set(zipfile.ZipFile(addin).namelist())
    add_ribbon(addin, XML, MADE)
    with zipfile.ZipFile(addin) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == before | {RIBBON_PART}
        ElementTree.fromstring(archive.read(RIBBON_PART))
        relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    assert [each.get("Target") for each in relations].count(RIBBON_PART) == 1
    assert load_workbook(addin.rename(addin.with_suffix(".xlsx"))).sheetnames == ["Sheet"]


def test_what_made_it_is_read_back_and_replaced(addin):
    add_ribbon(addin, XML, MADE)
    assert read_made(addin) == Made("1.2.3", r"C:\Brugere\Sørine - x\python.exe")
    add_ribbon(addin, XML, Made("2.0", "python"))
    assert read_made(addin) == Made("2.0", "python")
    assert zipfile.ZipFile(addin).namelist().count(RIBBON_PART) == 1


def test_a_file_that_says_nothing(addin, tmp_path):
    (tmp_path / "text.xlam").write_text("no zip")
    for file in (addin, tmp_path / "missing.xlam", tmp_path / "text.xlam"):
        assert read_made(file) is None


@pytest.mark.parametrize("department", [False, True])
def test_excel_is_asked_for_modules_help_and_an_addin(department, tmp_path):
    write_sources(tmp_path, vba.Python("python.exe", ".", "0"), department=department)
    excel = MagicMock()
    book = excel.Workbooks.Add.return_value
    book.Name, book.CodeName = "Mappe1", "Denne_projektmappe"
    fill(excel, tmp_path, tmp_path / "Resultatplan.xlam")
    imported = [Path(call.args[0]).stem for call in book.VBProject.VBComponents.Import.mock_calls]
    assert set(imported) == {vba.SHARED, vba.EXCEL, vba.CHECK, *([vba.INBOX] if department else [])}
    book.VBProject.VBComponents.assert_called_once_with("Denne_projektmappe")
    excel.Run.assert_called_once_with("'Mappe1'!RPRegister")
    assert book.IsAddin is True
    book.SaveAs.assert_called_once_with(str(tmp_path / "Resultatplan.xlam"), 55)
