"""`rp addin`: what is told and done, on machines of every kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from openpyxl import Workbook

from resultatplan import __version__
from tests.hosts.wine import Wine
from xl_addin import vba
from xl_addin.excel import ExcelFailure, Made, fill, read_made
from xl_addin.installation import (
    README_FILE,
    REFERENCE_FILE,
    RIBBON_FILE,
    build,
    build_libreoffice,
    install,
    status,
    uninstall,
)
from xl_addin.machine import Excel, Machine, Security, this_machine

OPEN = Security(vba_access=True, vba_access_by_policy=False, addins_run=True)
PYTHON = r"C:\Python\python.exe"


def windows(folder: Path) -> Machine:
    """A Windows with everything, the add-in not yet installed."""
    return Machine(
        is_windows=True,
        python=PYTHON,
        python_finds_functions=True,
        excel=Excel(r"C:\Office\EXCEL.EXE", "16.0", OPEN),
        xlwings="0.37.8",
        pywin32="312",
        addin=folder / "XLSTART" / "Resultatplan.xlam",
        made=None,
        libreoffice=None,
    )


def with_addin(folder: Path, made: Made | None) -> Machine:
    machine = windows(folder)
    assert machine.addin is not None
    machine.addin.parent.mkdir()
    machine.addin.touch()
    return replace(machine, made=made)


def restricted(machine: Machine, **changes: bool) -> Machine:
    assert machine.excel is not None
    return replace(machine, excel=replace(machine.excel, security=replace(OPEN, **changes)))


def make(_sources: Path, target: Path) -> None:
    """Stands for Excel: saves a file."""
    Workbook().save(target)


def test_everything_in_place_works(tmp_path: Path) -> None:
    told = status(with_addin(tmp_path, Made(__version__, PYTHON)))
    assert told.works
    assert told.text().endswith("RP_-funktionerne svarer i Excel på denne maskine.")


def test_ready_to_install(tmp_path: Path) -> None:
    told = status(windows(tmp_path))
    assert not told.works
    assert "Tilføjelsen er installeret: nej. Installer den med: rp addin install" in told.text()
    assert told.conclusion == "Alt er klar til rp addin install."


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (None, "lavet af version ?"),
        (Made("0.0.1", PYTHON), "lavet af version 0.0.1"),
        (Made(__version__, r"D:\python.exe"), r"peger på D:\python.exe"),
    ],
)
def test_an_addin_that_is_not_this_one(made: Made | None, why: str, tmp_path: Path) -> None:
    told = status(with_addin(tmp_path, made))
    assert not told.works
    assert why in told.text()


def test_what_is_missing_is_named_with_what_to_do(tmp_path: Path) -> None:
    bare = replace(
        windows(tmp_path), excel=None, xlwings=None, pywin32=None, python_finds_functions=False
    )
    told = status(bare).text()
    assert "Excel: nej. Excel er ikke installeret på denne maskine." in told
    assert "xlwings: nej. Installer det med: pip install xlwings" in told
    assert "pip install pywin32" in told
    assert f"{PYTHON} finder ikke pakken xl_addin" in told
    assert "RP_-funktionerne svarer ikke i Excel på denne maskine." in told


def test_what_excel_forbids_is_named_with_where_to_switch_it_on(tmp_path: Path) -> None:
    told = status(restricted(windows(tmp_path), vba_access=False)).text()
    assert "Hav tillid til adgang til VBA-projektobjektmodellen" in told


def test_what_the_organisation_forbids_is_left_to_its_administrator(tmp_path: Path) -> None:
    machine = restricted(windows(tmp_path), vba_access=False, vba_access_by_policy=True)
    assert "rp addin build" in status(machine).text()


def test_addins_that_do_not_run_do_not_answer(tmp_path: Path) -> None:
    installed = with_addin(tmp_path, Made(__version__, PYTHON))
    assert not status(restricted(installed, addins_run=False)).works


@pytest.mark.parametrize(
    ("version", "line"),
    [
        (None, "LibreOffice: nej. LibreOffice blev ikke fundet"),
        ("7.4.7", "LibreOffice: nej. 7.4.7 er for gammel"),
        ("25.2.3", "LibreOffice: ja. 25.2.3."),
        ("26.8", "LibreOffice: ja. 26.8."),
    ],
)
def test_libreoffice(version: str | None, line: str, tmp_path: Path) -> None:
    assert line in status(replace(windows(tmp_path), libreoffice=version)).text()


def test_status_of_this_machine_is_true_where_there_is_no_windows() -> None:
    machine = this_machine()
    if machine.is_windows:
        pytest.skip("this is Windows")
    told = status(machine)
    assert not told.works
    assert "Windows: nej." in told.text()
    assert machine.addin is None


@pytest.mark.wine
def test_status_on_windows_without_excel(wine: Wine) -> None:
    code = "from xl_addin.installation import status; print(ascii(status().text()))"
    told = wine.run([wine.python, "-c", code])
    assert "Windows: ja." in told
    assert "Excel: nej." in told
    assert "pywin32: ja. Version 312." in told
    assert "Funktionerne kan hentes af Python: ja." in told


def test_install_leaves_an_addin_that_status_accepts(tmp_path: Path) -> None:
    machine = windows(tmp_path)
    outcome = install(machine, make)
    assert outcome.done
    assert outcome.files == (machine.addin,)
    assert machine.addin is not None
    assert status(replace(machine, made=read_made(machine.addin))).works


@pytest.mark.parametrize("missing", ["excel", "xlwings", "pywin32"])
def test_install_where_something_is_missing(missing: str, tmp_path: Path) -> None:
    machine = replace(windows(tmp_path), **{missing: None})  # type: ignore[arg-type]
    outcome = install(machine, make)
    assert not outcome.done
    assert outcome.message.startswith("Tilføjelsen kan ikke installeres her.")
    assert missing in outcome.message.lower()
    assert not (tmp_path / "XLSTART").exists()


def test_install_where_excel_forbids_it(tmp_path: Path) -> None:
    outcome = install(restricted(windows(tmp_path), vba_access=False), make)
    assert not outcome.done
    assert "Hav tillid til" in outcome.message


def test_install_where_excel_breaks_off(tmp_path: Path) -> None:
    def refuse(_sources: Path, _target: Path) -> None:
        raise ExcelFailure("ikke i dag")

    outcome = install(windows(tmp_path), refuse)
    assert not outcome.done
    assert "ikke i dag" in outcome.message


def test_install_while_the_addin_is_in_use(tmp_path: Path) -> None:
    def busy(_sources: Path, _target: Path) -> None:
        raise PermissionError

    assert "Luk Excel" in install(windows(tmp_path), busy).message


def test_uninstall_removes_the_addin_and_nothing_else(tmp_path: Path) -> None:
    machine = with_addin(tmp_path, None)
    assert machine.addin is not None
    other = machine.addin.with_name("Andet.xlam")
    other.touch()
    assert uninstall(machine).done
    assert not machine.addin.exists()
    assert other.exists()


def test_uninstall_where_there_is_nothing(tmp_path: Path) -> None:
    assert not uninstall(windows(tmp_path)).done
    assert not uninstall(replace(windows(tmp_path), addin=None)).done


def test_build_writes_what_an_administrator_needs(tmp_path: Path) -> None:
    outcome = build(tmp_path / "files")
    names = {file.name for file in outcome.files}
    modules = {f"{name}.bas" for name in (vba.SHARED, vba.EXCEL, vba.CHECK, vba.WORKBOOK)}
    assert names == modules | {RIBBON_FILE, README_FILE, REFERENCE_FILE}
    assert all(file.stat().st_size > 0 for file in outcome.files)
    guide = (tmp_path / "files" / README_FILE).read_text(encoding="utf-8")
    assert all(name in guide for name in (modules | {RIBBON_FILE}))


def test_build_for_libreoffice_says_how_to_load_it(tmp_path: Path) -> None:
    outcome = build_libreoffice(tmp_path)
    assert outcome.files == (tmp_path / "rp.oxt",)
    assert f"-env:BUNDLED_EXTENSIONS={tmp_path.as_uri()}" in outcome.message


def test_excel_is_asked_for_modules_help_and_an_addin(tmp_path: Path) -> None:
    build(tmp_path)
    excel = MagicMock()
    book = excel.Workbooks.Add.return_value
    book.Name, book.CodeName = "Mappe1", "Denne_projektmappe"
    fill(excel, tmp_path, tmp_path / "Resultatplan.xlam")
    imported = [Path(call.args[0]).stem for call in book.VBProject.VBComponents.Import.mock_calls]
    assert imported == [vba.SHARED, vba.EXCEL, vba.CHECK]
    book.VBProject.VBComponents.assert_called_once_with("Denne_projektmappe")
    excel.Run.assert_called_once_with("'Mappe1'!RPRegister")
    assert book.IsAddin is True
    book.SaveAs.assert_called_once_with(str(tmp_path / "Resultatplan.xlam"), 55)
