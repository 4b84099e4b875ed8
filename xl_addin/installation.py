"""Making, installing and removing the add-in, and telling what works on this machine.

Nothing here prints: functions return what happened, with the texts to show. The command `rp addin`
shows them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

import resultatplan
from texts import addin as say
from texts import standing as words
from texts.language import DANISH, Language, Text
from xl_addin import libreoffice, vba
from xl_addin.excel import ExcelFailure, Made, add_ribbon, make_addin
from xl_addin.machine import ADDIN_NAME, Machine, Security, ask_python, installed, this_machine
from xl_addin.registry import Function
from xl_addin.udfs import FUNCTIONS

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
_OLDEST_LIBREOFFICE: Final = (25, 2)

Maker = Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: whether it was done, what to tell the user, and the files it left."""

    done: bool
    message: str
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the status."""

    name: Text
    answer: bool
    detail: str = ""

    def line(self, lang: Language = DANISH) -> str:
        """`Excel: nej. Excel er ikke installeret på denne maskine.`"""
        word = (words.YES if self.answer else words.NO)(lang)
        return say.STATUS_LINE(lang, name=self.name(lang), answer=word, detail=self.detail).strip()


@dataclass(frozen=True, slots=True)
class Status:
    """What works on this machine."""

    checks: tuple[Check, ...]
    works: bool
    """Whether the functions answer in Excel here."""
    conclusion: str

    def text(self, lang: Language = DANISH) -> str:
        """The whole status, a line for each check, the conclusion last."""
        return "\n".join([*(check.line(lang) for check in self.checks), self.conclusion])


def status(machine: Machine | None = None, lang: Language = DANISH) -> Status:
    """What of the add-in is in place on this machine, and what to do about the rest."""
    here = machine or this_machine()
    needs, in_place = _needs(here, lang), _installed(here, lang)
    trust, runs = [], []
    if here.excel is not None:
        trust = [_trust(here.excel.security, lang)]
        runs = [_check(say.MACROS, here.excel.security.addins_run, say.MACROS_NO(lang))]
    works = all(check.answer for check in [*needs, *in_place, *runs])
    conclusion = say.CONCLUSION_EXCEL if works else say.CONCLUSION_NONE
    if all(check.answer for check in needs) and not works and not here.made:
        conclusion = say.CONCLUSION_EXCEL_READY
    checks = (*needs, *trust, *runs, *in_place, _libreoffice(here.libreoffice, lang))
    return Status(checks, works, conclusion(lang))


def build(
    directory: Path,
    lang: Language = DANISH,
    program: str | None = None,
    *,
    department: bool = False,
) -> Outcome:
    """Write what an administrator needs who packages the add-in, for the Python `program`.

    On Windows that Python is asked what it has; it is this one where none is named. Elsewhere the
    path is taken as given. `department` adds the department's own buttons. Raises `OSError` where
    the folder cannot be written.
    """
    if sys.platform == "win32":
        program = program or sys.executable
        has = ask_python(program)
        if has is None:
            return Outcome(False, say.IMPORTABLE_NO(lang, python=program))
        xlwings, dll, pywin32 = has
        problems = ((say.BUILD_XLWINGS, xlwings), (say.DLL_NO, dll), (say.PYWIN32_NO, pywin32))
        missing = [problem(lang, python=program) for problem, found in problems if found is None]
        folder = str(dll.parent) if dll else ""
    elif program is None:
        return Outcome(False, say.BUILD_ELSEWHERE(lang))
    else:
        xlwings = installed("xlwings")
        missing = [] if xlwings else [say.BUILD_XLWINGS(lang, python=sys.executable)]
        # Where pip puts the library of an installation for everybody.
        beside = PureWindowsPath(program).parent
        folder = str(beside.parent if beside.name.lower() == "scripts" else beside)
    if missing or xlwings is None:
        return Outcome(False, "\n".join(missing))
    python = vba.Python(program, folder, xlwings)
    files = write_modules(directory, python, lang, department=department)
    built = say.BUILT(lang, count=len(files), path=directory, script=SCRIPT_FILE)
    if sys.platform != "win32":
        built = f"{built}\n{say.DLL_NOT_HERE(lang, path=folder)}"
    return Outcome(True, built, files)


def write_modules(
    directory: Path, python: vba.Python, lang: Language = DANISH, *, department: bool = False
) -> tuple[Path, ...]:
    """The VBA modules, the ribbon, a script that makes the add-in of them, and the guides."""
    directory.mkdir(parents=True, exist_ok=True)
    files = []
    modules = vba.modules(python, department=department)
    for name, text in modules.items():
        files.append(directory / f"{name}.bas")
        files[-1].write_bytes(text.encode("ascii"))
    guides = {
        RIBBON_FILE: vba.ribbon(department=department),
        SCRIPT_FILE: _SCRIPT.format(
            python=python.executable.replace("%", "%%"),
            department=" --department" if department else "",
        ),
        README_FILE: _readme(python, [name for name in modules if name != vba.WORKBOOK]),
        REFERENCE_FILE: reference(lang),
    }
    for name, text in guides.items():
        files.append(directory / name)
        # A batch file's lines have to end as Windows ends them.
        newline = "\r\n" if name == SCRIPT_FILE else None
        files[-1].write_text(text, encoding="utf-8", newline=newline)
    return tuple(files)


def build_libreoffice(directory: Path, lang: Language = DANISH) -> Outcome:
    """Write the LibreOffice extension, `rp.oxt`, into the folder; raises `OSError`."""
    extension = libreoffice.write_extension(directory)
    return Outcome(True, say.LIBREOFFICE_BUILT(lang, path=extension), (extension,))


def install(
    machine: Machine | None = None,
    make: Maker = make_addin,
    lang: Language = DANISH,
    folder: Path | None = None,
    *,
    department: bool = False,
) -> Outcome:
    """Make the add-in with this machine's Excel, for this Python.

    It is put into Excel's start-up folder, or the `folder` given. `department` adds the
    department's own buttons.
    """
    here = machine or this_machine()
    addin = folder / ADDIN_NAME if folder else here.addin
    missing = [check for check in _needs(here, lang) if not check.answer]
    if here.excel is not None and not here.excel.security.vba_access:
        missing.append(_trust(here.excel.security, lang))
    if missing or addin is None or here.dll is None or here.xlwings is None:
        lines = (each.line(lang) for each in missing)
        return Outcome(False, "\n".join([say.INSTALL_IMPOSSIBLE(lang), *lines]))
    try:
        with tempfile.TemporaryDirectory() as made:
            sources = Path(made)
            python = vba.Python(here.python, str(here.dll.parent), here.xlwings)
            write_modules(sources, python, department=department)
            fresh = sources / addin.name
            make(sources, fresh)
            ribbon = vba.ribbon(department=department)
            add_ribbon(fresh, ribbon, Made(resultatplan.__version__, here.python))
            addin.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fresh, addin)
    except ExcelFailure as failure:
        return Outcome(False, say.INSTALL_FAILED(lang, problem=failure))
    except PermissionError:
        return Outcome(False, say.INSTALL_BUSY(lang, path=addin))
    done = say.MADE if folder else say.INSTALLED
    return Outcome(True, done(lang, path=addin), (addin,))


def uninstall(machine: Machine | None = None, lang: Language = DANISH) -> Outcome:
    """Remove the add-in from Excel's start-up folder."""
    here = machine or this_machine()
    if here.addin is None or not here.addin.exists():
        return Outcome(False, say.NOTHING_TO_UNINSTALL(lang))
    try:
        here.addin.unlink()
    except PermissionError:
        return Outcome(False, say.INSTALL_BUSY(lang, path=here.addin))
    return Outcome(True, say.UNINSTALLED(lang, path=here.addin), (here.addin,))


def reference(lang: Language = DANISH) -> str:
    """Every function with its help and its arguments, in Markdown."""
    title = say.REFERENCE_TITLE(lang, version=resultatplan.__version__)
    return "\n\n".join([title, *(_section(function, lang) for function in FUNCTIONS)]) + "\n"


def signature(function: Function) -> str:
    """`RP_GOAL(regel; noegler; tilstande; [endelig])`, as a Danish Excel separates arguments."""
    names = (f"[{each.name}]" if each.optional else each.name for each in function.arguments)
    return f"{function.name}({'; '.join(names)})"


def _needs(here: Machine, lang: Language) -> list[Check]:
    """What must be there before the add-in can be."""
    path = here.excel.path if here.excel else ""
    excel = say.EXCEL_FOUND(lang, path=path) if here.excel else say.EXCEL_NO(lang)
    pywin32 = say.PYWIN32_NO if here.is_windows else say.PYWIN32_ELSEWHERE
    importable = say.IMPORTABLE_NO(lang, python=here.python)
    return [
        _check(say.WINDOWS, here.is_windows, say.WINDOWS_NO(lang)),
        Check(say.EXCEL, here.excel is not None, excel),
        _package(say.XLWINGS, here.xlwings, say.XLWINGS_NO, lang),
        Check(say.DLL, here.dll is not None, str(here.dll or say.DLL_NO(lang))),
        _package(say.PYWIN32, here.pywin32, pywin32, lang),
        _check(say.IMPORTABLE, here.python_finds_functions, importable),
    ]


def _check(name: Text, answer: bool, problem: str) -> Check:
    return Check(name, answer, "" if answer else problem)


def _package(name: Text, found: str | None, missing: Text, lang: Language) -> Check:
    detail = missing(lang) if found is None else say.EXCEL_YES(lang, version=found)
    return Check(name, found is not None, detail)


def _trust(security: Security, lang: Language) -> Check:
    blocked = say.TRUST_POLICY if security.vba_access_by_policy else say.TRUST_NO
    return _check(say.TRUST, security.vba_access, blocked(lang))


def _installed(here: Machine, lang: Language) -> list[Check]:
    if here.addin is None or not here.addin.exists():
        return [Check(say.ADDIN_FILE, False, say.ADDIN_FILE_NO(lang) if here.excel else "")]
    current = resultatplan.__version__
    is_current, detail = True, current
    if here.made is None or here.made.version != current:
        made = here.made.version if here.made else "?"
        is_current, detail = False, say.ADDIN_STALE(lang, made=made, version=current)
    elif here.made.python != here.python:
        other = say.ADDIN_OTHER_PYTHON(lang, made=here.made.python, python=here.python)
        is_current, detail = False, other
    found = Check(say.ADDIN_FILE, True, str(here.addin))
    return [found, Check(say.ADDIN_CURRENT, is_current, detail)]


def _libreoffice(version: str | None, lang: Language) -> Check:
    if version is None:
        return Check(say.LIBREOFFICE, False, say.LIBREOFFICE_NO(lang))
    if tuple(int(part) for part in version.split(".")[:2]) < _OLDEST_LIBREOFFICE:
        needed = ".".join(map(str, _OLDEST_LIBREOFFICE))
        old = say.LIBREOFFICE_OLD(lang, version=version, needed=needed)
        return Check(say.LIBREOFFICE, False, old)
    return Check(say.LIBREOFFICE, True, say.LIBREOFFICE_YES(lang, version=version))


def _readme(python: vba.Python, modules: Sequence[str]) -> str:
    return say.README.da.format(
        script=SCRIPT_FILE,
        modules="\n".join(f"- `{name}.bas`" for name in modules),
        workbook=vba.WORKBOOK,
        ribbon=RIBBON_FILE,
        python=python.executable,
        version=resultatplan.__version__,
    )


def _section(function: Function, lang: Language) -> str:
    arguments = [
        (say.REFERENCE_OPTIONAL if argument.optional else say.REFERENCE_ARGUMENT)(
            lang, name=argument.name, help=argument.help(lang)
        )
        for argument in function.arguments
    ]
    parts = [f"## `{signature(function)}`", function.help(lang), "\n".join(arguments)]
    return "\n\n".join(part for part in parts if part)
