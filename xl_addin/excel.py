"""Making the .xlam with a running Excel: the only place that drives one."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol, cast

from xl_addin import vba

_ADD_IN_FORMAT: Final = 55  # xlOpenXMLAddIn


class ExcelFailure(Exception):  # noqa: N818  (Excel's, not ours)
    """Excel refused, or broke off: its own words."""


class _Code(Protocol):
    CountOfLines: int

    def DeleteLines(self, start: int, count: int) -> None: ...  # noqa: N802

    def AddFromString(self, text: str) -> None: ...  # noqa: N802


class _Component(Protocol):
    CodeModule: _Code


class _Components(Protocol):
    def __call__(self, name: str) -> _Component: ...

    def Import(self, file: str) -> _Component: ...  # noqa: N802


class _Project(Protocol):
    VBComponents: _Components


class _Book(Protocol):
    VBProject: _Project
    CodeName: str
    Name: str
    IsAddin: bool

    def SaveAs(self, name: str, file_format: int) -> None: ...  # noqa: N802

    def Close(self, save: bool) -> None: ...  # noqa: N802


class _Books(Protocol):
    def Add(self) -> _Book: ...  # noqa: N802


class _Application(Protocol):
    Workbooks: _Books
    DisplayAlerts: bool

    def Run(self, macro: str) -> None: ...  # noqa: N802

    def Quit(self) -> None: ...  # noqa: N802


def make_addin(sources: Path, target: Path) -> None:
    """Make an add-in of the modules in `sources` with an Excel of its own; raises `ExcelFailure`.

    Windows only, with Excel, pywin32, and access to the VBA project.
    """
    # Here and not above: both cost time, and exist on Windows only.
    import pywintypes  # type: ignore[import-untyped]
    import xlwings

    try:
        app = xlwings.App(visible=False, add_book=False)
        try:
            fill(cast(_Application, app.api), sources, target)
        finally:
            app.quit()
    except pywintypes.com_error as error:
        raise ExcelFailure(str(error)) from error


def fill(excel: _Application, sources: Path, target: Path) -> None:
    """The add-in's modules, its wizard help and its file, made in a running Excel."""
    excel.DisplayAlerts = False
    book = excel.Workbooks.Add()
    components = book.VBProject.VBComponents
    for module in (vba.SHARED, vba.EXCEL, vba.CHECK):
        components.Import(str(sources / f"{module}.bas"))
    # The name of the workbook's own module differs with Excel's language.
    own = components(book.CodeName).CodeModule
    if own.CountOfLines:
        own.DeleteLines(1, own.CountOfLines)
    own.AddFromString((sources / f"{vba.WORKBOOK}.bas").read_text(encoding="ascii"))
    excel.Run(f"'{book.Name}'!RPRegister")
    book.IsAddin = True
    book.SaveAs(str(target), _ADD_IN_FORMAT)
    book.Close(False)
