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
        (None, "lavet af version ?"),
        (Made("0.0.1", PYTHON), "lavet af version 0.0.1"),
        (Made(__version__, r"D:\python.exe"), r"peger på D:\python.exe"),
    ],
)
def test_an_addin_that_is_not_this_one(made, why, tmp_path):
    told = status(with_addin(tmp_path, made))
    assert WORKS not in told
    assert why in told


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({},
         ["Tilføjelsen er installeret: nej. Installer den med: rp addin install",
          "LibreOffice: nej. LibreOffice blev ikke fundet",
          "\nAlt er klar til rp addin install."]),
        ({"excel": None, "xlwings": None, "pywin32": None, "python_finds_functions": False},
         ["Excel: nej. Excel er ikke installeret på denne maskine.",
         "xlwings: nej. Installer det med: pip install xlwings", "pip install pywin32",
         f"{PYTHON} finder ikke pakken xl_addin",
         "RP_-funktionerne svarer ikke i Excel på denne maskine."]),
        ({"excel": replace(OPEN, vba_access=False)},
         ["Hav tillid til adgang til VBA-projektobjektmodellen"]),
        # What the organisation forbids is left to its administrator.
        ({"excel": replace(OPEN, vba_access=False, vba_access_by_policy=True)}, ["rp addin build"]),
        ({"libreoffice": "7.4.7"}, ["LibreOffice: nej. 7.4.7 er for gammel"]),
        ({"libreoffice": "25.2.3"}, ["LibreOffice: ja. 25.2.3."]),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_what_to_do(changes, lines, tmp_path):
    told = status(replace(windows(tmp_path), **changes))
    assert [line for line in lines if line not in told] == []


@pytest.mark.parametrize("department", [True, False])
def test_install_leaves_an_addin_that_works_where_addins_may_run(department, tmp_path):
    machine = windows(tmp_path)
    assert install(machine, folder=tmp_path / "pakke", make=make).done
    assert read_made(tmp_path / "pakke" / "Resultatplan.xlam") == Made(__version__, PYTHON)
    assert not (tmp_path / "XLSTART").exists()
    assert install(machine, department=department, make=make).done
    installed = replace(machine, made=read_made(machine.addin))
    assert status(installed).endswith(WORKS)
    assert WORKS not in status(replace(installed, excel=replace(OPEN, addins_run=False)))
    with zipfile.ZipFile(machine.addin) as archive:
        assert (b"RPIndbakkeKnap" in archive.read(RIBBON_PART)) is department


@pytest.mark.parametrize(
    ("changes", "trouble", "said"),
    [
        ({"xlwings": None}, None, "Tilføjelsen kan ikke installeres her.\nxlwings: nej."),
        ({"excel": replace(OPEN, vba_access=False)}, None, "Hav tillid"),
        ({}, ExcelFailure("ikke i dag"), "ikke i dag"),
        ({}, PermissionError(), "Luk Excel"),
    ],
    ids=["no xlwings", "no trust", "breaks off", "in use"],
)
def test_install_where_something_is_missing_or_excel_does_not_let_it(
    changes, trouble, said, tmp_path
):
    machine = replace(windows(tmp_path), **changes)
    outcome = install(machine, make=MagicMock(side_effect=trouble))
    assert not outcome.done
    assert said in outcome.message
    assert not (tmp_path / "XLSTART").exists()


def test_uninstall_removes_the_addin_and_nothing_else(tmp_path):
    machine = with_addin(tmp_path, None)
    other = machine.addin.with_name("Andet.xlam")
    other.touch()
    assert uninstall(machine).done
    assert list(machine.addin.parent.iterdir()) == [other]
    assert not uninstall(machine).done


@pytest.mark.parametrize("department", [True, False])
def test_build_writes_what_an_administrator_needs(department, tmp_path):
    program = r"C:\Py\100%\Scripts\python.exe"
    outcome = build(tmp_path / "files", program=program, department=department)
    names = (vba.SHARED, vba.EXCEL, vba.CHECK, vba.WORKBOOK, *([vba.INBOX] if department else []))
    named = {RIBBON_FILE, SCRIPT_FILE, README_FILE} | {f"{name}.bas" for name in names}
    written = {file.name: file.read_bytes() for file in (tmp_path / "files").iterdir()}
    assert written.keys() == named | {REFERENCE_FILE}
    assert all(written.values())
    guide = written[README_FILE].decode()
    assert all(name in guide for name in named - {README_FILE})
    script = written[SCRIPT_FILE]
    assert rb'"C:\Py\100%%\Scripts\python.exe" -P' in script
    assert (b' --out "%~dp0." --department\r\n' in script) is department
    assert script.count(b"\n") == script.count(b"\r\n") > 3
    # The library lies beside the Scripts of a virtual environment.
    assert outcome.message.endswith("Tilføjelsen vil lede efter det i C:\\Py\\100%.")


@pytest.mark.parametrize(
    ("python", "has", "said"),
    [
        (None, None, [f"{sys.executable} finder ikke pakken xl_addin"]),
        (PYTHON, (None, None, None), [f'"{PYTHON}" -m pip install xlwings', "pip install pywin32"]),
        (PYTHON, ("0.37.8", None, "312"), ["xlwings64-….dll er ikke"]),
    ],
)
def test_build_says_what_the_python_on_windows_lacks(python, has, said, monkeypatch, tmp_path):
    assert "--python" in build(tmp_path / "files").message  # Not on Windows.
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("xl_addin.installation.ask_python", lambda _program: has)
    outcome = build(tmp_path / "files", program=python)
    assert not outcome.done
    assert [line for line in said if line not in outcome.message] == []
    assert not (tmp_path / "files").exists()


def test_the_reference_explains_every_function_and_argument():
    text = reference()
    assert "## `RP_GOAL(regel; noegler; tilstande; [endelig]; [grader]; [vis])`" in text
    for function in FUNCTIONS:
        assert f"## `{function.name}(" in text
        assert function.help.da in text
        assert all(argument.help.da in text for argument in function.arguments)
    assert FUNCTIONS[0].help.en in reference("en")


# --- What the registry says of Excel.

APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
CURRENT = r"SOFTWARE\Classes\Excel.Application\CurVer"
SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"


@pytest.mark.parametrize(
    ("values", "access", "by_policy", "addins_run"),
    [
        ({}, False, False, True),
        ({(SECURITY, "AccessVBOM"): 1}, True, False, True),
        # The policy goes before the user.
        ({(SECURITY, "AccessVBOM"): 1, (POLICY, "AccessVBOM"): 0}, False, True, True),
        ({(POLICY, "AccessVBOM"): 1}, True, True, True),
        ({(SECURITY, "DisableAllAddins"): 1}, False, False, False),
        ({(POLICY, "RequireAddinSig"): 1}, False, False, False),
        ({(rf"{SECURITY}\Trusted Locations", "AllLocationsDisabled"): 1}, False, False, False),
    ],
)
def test_what_excel_lets_an_addin_do(values, access, by_policy, addins_run):
    known = {(APP_PATH, ""): OPEN.path, (CURRENT, ""): "Excel.Application.16"} | values
    excel = find_excel(lambda key, name: known.get((key, name)))
    assert excel == Excel(OPEN.path, access, by_policy, addins_run)
    assert find_excel(lambda _key, _name: None) is None


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


@pytest.fixture
def addin(tmp_path) -> Path:
    file = tmp_path / "Resultatplan.xlam"
    Workbook().save(file)
    return file


def test_ribbon_and_maker_are_in_the_file_once_and_the_rest_stays(addin, tmp_path):
    before = zipfile.ZipFile(addin).namelist()
    add_ribbon(addin, XML, Made("2.0", "python"))
    add_ribbon(addin, XML, Made("1.2.3", r"C:\Brugere\Sørine -- x\python.exe"))
    assert read_made(addin) == Made("1.2.3", r"C:\Brugere\Sørine - x\python.exe")
    with zipfile.ZipFile(addin) as archive:
        assert sorted(archive.namelist()) == sorted([*before, RIBBON_PART])
        ElementTree.fromstring(archive.read(RIBBON_PART))
        relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    assert [each.get("Target") for each in relations].count(RIBBON_PART) == 1
    assert load_workbook(addin.rename(tmp_path / "copy.xlsx")).sheetnames == ["Sheet"]


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
