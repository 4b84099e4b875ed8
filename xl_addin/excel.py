"""The add-in's files: what an administrator packages, and the .xlam that Excel makes of it.

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

import resultatplan
from texts import addin as say
from texts.language import DANISH, Language
from xl_addin import vba
from xl_addin.registry import Function
from xl_addin.udfs import FUNCTIONS

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

RIBBON_FILE: Final = "customUI14.xml"
README_FILE: Final = "LÆSMIG.md"
REFERENCE_FILE: Final = "FUNKTIONER.md"
SCRIPT_FILE: Final = "lav-xlam.cmd"
_SCRIPT: Final = """@echo off
chcp 65001 >nul
set PYTHONUTF8=1
set RP=from department.cli import main; raise SystemExit(main())
"{python}" -P -c "%RP%" addin install --out "%~dp0."{department}
pause
"""


@dataclass(frozen=True, slots=True)
class Made:
    """By which version of the product an add-in was made, and which Python it starts."""

    version: str
    python: str


class ExcelFailure(Exception):  # noqa: N818  (Excel's, not ours)
    """Excel refused, or broke off: its own words."""


def write_sources(
    directory: Path, python: vba.Python, lang: Language = DANISH, *, department: bool = False
) -> list[Path]:
    """The VBA modules, the ribbon, a script that makes the add-in of them, and the guides.

    `department` adds the department's own buttons. Raises `OSError` where the folder cannot be
    written.
    """
    modules = vba.modules(python, department=department)
    files = {f"{name}.bas": text for name, text in modules.items()}
    files[RIBBON_FILE] = vba.ribbon(department=department)
    script = _SCRIPT.format(
        python=python.executable.replace("%", "%%"),
        department=" --department" if department else "",
    )
    # A batch file's lines have to end as Windows ends them.
    files[SCRIPT_FILE] = script.replace("\n", "\r\n")
    files[README_FILE] = say.README.da.format(
        script=SCRIPT_FILE,
        modules="\n".join(f"- `{name}.bas`" for name in modules if name != vba.WORKBOOK),
        workbook=vba.WORKBOOK,
        ribbon=RIBBON_FILE,
        python=python.executable,
        version=resultatplan.__version__,
    )
    files[REFERENCE_FILE] = reference(lang)
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (directory / name).write_text(text, encoding="utf-8", newline="")
    return [directory / name for name in files]


def reference(lang: Language = DANISH) -> str:
    """Every function with its help and its arguments, in Markdown."""
    parts = [say.REFERENCE_TITLE(lang, version=resultatplan.__version__)]
    for function in FUNCTIONS:
        parts += [f"## `{signature(function)}`", function.help(lang)]
        arguments = [
            (say.REFERENCE_OPTIONAL if argument.optional else say.REFERENCE_ARGUMENT)(
                lang, name=argument.name, help=argument.help(lang)
            )
            for argument in function.arguments
        ]
        parts += ["\n".join(arguments)] if arguments else []
    return "\n\n".join(parts) + "\n"


def signature(function: Function) -> str:
    """`RP_GOAL(regel; noegler; tilstande; [endelig])`, as a Danish Excel separates arguments."""
    names = (f"[{each.name}]" if each.optional else each.name for each in function.arguments)
    return f"{function.name}({'; '.join(names)})"


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
        # Two hyphens would end an XML comment.
        said = f"<!-- resultatplan {made.version} | {made.python.replace('--', '-')} -->"
        new.writestr(RIBBON_PART, f"{xml.rstrip()}\n{said}\n")
    shutil.move(fresh, addin)


def read_made(addin: Path) -> Made | None:
    """What an add-in says of itself; None where it does not, or cannot be read."""
    try:
        with zipfile.ZipFile(addin) as archive:
            found = _MADE.search(archive.read(RIBBON_PART).decode("utf-8"))
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError):
        return None
    return Made(found[1], found[2]) if found else None
