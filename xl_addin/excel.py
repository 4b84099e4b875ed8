"""The add-in's file: made with a running Excel, then given its ribbon.

Excel cannot write ribbon XML; it is put into the saved .xlam, which is a zip archive, together
with what the add-in says of itself.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xl_addin import vba

if TYPE_CHECKING:
    from win32com.client import CDispatch  # type: ignore[import-untyped]

RIBBON_PART: Final = "customUI/customUI14.xml"
_RELATIONSHIPS: Final = "_rels/.rels"
_RELATION: Final = (
    '<Relationship Id="rpRibbon"'
    ' Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"'
    f' Target="{RIBBON_PART}"/></Relationships>'
)
_MADE: Final = re.compile(r"<!-- resultatplan (\S+) \| (.*?) -->")
_ADD_IN_FORMAT: Final = 55  # xlOpenXMLAddIn


@dataclass(frozen=True, slots=True)
class Made:
    """By which version of the product an add-in was made, and which Python it starts."""

    version: str
    python: str


class ExcelFailure(Exception):  # noqa: N818  (Excel's, not ours)
    """Excel refused, or broke off: its own words."""


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
            fill(app.api, sources, target)
        finally:
            app.quit()
    except pywintypes.com_error as error:
        raise ExcelFailure(str(error)) from error


def fill(excel: CDispatch, sources: Path, target: Path) -> None:
    """The add-in's modules, its wizard help and its file, made in a running Excel."""
    excel.DisplayAlerts = False
    book = excel.Workbooks.Add()
    components = book.VBProject.VBComponents
    for module in sorted(sources.glob(f"{vba.SHARED}*.bas")):
        components.Import(str(module))
    # The name of the workbook's own module differs with Excel's language.
    own = components(book.CodeName).CodeModule
    if own.CountOfLines:
        own.DeleteLines(1, own.CountOfLines)
    own.AddFromString((sources / f"{vba.WORKBOOK}.bas").read_text(encoding="ascii"))
    excel.Run(f"'{book.Name}'!RPRegister")
    book.IsAddin = True
    book.SaveAs(str(target), _ADD_IN_FORMAT)
    book.Close(False)


def add_ribbon(addin: Path, xml: str, made: Made) -> None:
    """Put the ribbon into a saved add-in, in place of an earlier one.

    Raises `OSError` where the file cannot be written and `zipfile.BadZipFile` where it is none.
    """
    fresh = addin.with_name(addin.name + ".new")
    with zipfile.ZipFile(addin) as old, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename == _RELATIONSHIPS:
                relations = old.read(item).decode("utf-8")
                if RIBBON_PART not in relations:
                    relations = relations.replace("</Relationships>", _RELATION)
                new.writestr(item, relations)
            elif item.filename != RIBBON_PART:
                new.writestr(item, old.read(item))
        new.writestr(RIBBON_PART, f"{xml.rstrip()}\n{_comment(made)}\n")
    shutil.move(fresh, addin)


def read_made(addin: Path) -> Made | None:
    """What an add-in says of itself; None where it does not, or cannot be read."""
    try:
        with zipfile.ZipFile(addin) as archive:
            found = _MADE.search(archive.read(RIBBON_PART).decode("utf-8"))
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError):
        return None
    return Made(found[1], found[2]) if found else None


def _comment(made: Made) -> str:
    # Two hyphens would end an XML comment.
    return f"<!-- resultatplan {made.version} | {made.python.replace('--', '-')} -->"
