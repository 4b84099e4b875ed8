"""Making, installing and removing the add-in, and telling what works on this machine.

Nothing here prints: functions return what happened, with the texts to show. The command `rp addin`
shows them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final, NamedTuple

import resultatplan
from texts import addin as say
from texts import standing as words
from texts.language import DANISH, Language, Text
from xl_addin import vba
from xl_addin.excel import SCRIPT_FILE, ExcelFailure, Made, add_ribbon, make_addin, write_sources
from xl_addin.machine import ADDIN_NAME, Excel, Machine, ask_python, installed

_OLDEST_LIBREOFFICE: Final = (25, 2)

Maker = Callable[[Path, Path], None]


class Outcome(NamedTuple):
    """What came of it: whether it was done, and what to tell the user."""

    done: bool
    message: str


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the status; of a no it says what to do, of a yes what was found."""

    name: Text
    answer: bool
    no: str
    yes: str = ""

    def line(self, lang: Language) -> str:
        """`Excel: nej. Excel er ikke installeret på denne maskine.`"""
        word, detail = (words.YES, self.yes) if self.answer else (words.NO, self.no)
        return say.STATUS_LINE(lang, name=self.name(lang), answer=word(lang), detail=detail).strip()


def status(here: Machine, lang: Language = DANISH) -> str:
    """What of the add-in is in place on a machine, and what to do about the rest.

    A line for each check, and at last whether the functions answer in Excel.
    """
    needs, in_place = _needs(here, lang), _installed(here, lang)
    trust, runs = [], []
    if here.excel is not None:
        trust = [_trust(here.excel, lang)]
        runs = [Check(say.MACROS, here.excel.addins_run, say.MACROS_NO(lang))]
    works = all(check.answer for check in [*needs, *in_place, *runs])
    conclusion = say.CONCLUSION_EXCEL if works else say.CONCLUSION_NONE
    if all(check.answer for check in needs) and not works and not here.made:
        conclusion = say.CONCLUSION_EXCEL_READY
    checks = (*needs, *trust, *runs, *in_place, _libreoffice(here.libreoffice, lang))
    return "\n".join([*(check.line(lang) for check in checks), conclusion(lang)])


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
    files = write_sources(directory, python, lang, department=department)
    built = say.BUILT(lang, count=len(files), path=directory, script=SCRIPT_FILE)
    if sys.platform != "win32":
        built = f"{built}\n{say.DLL_NOT_HERE(lang, path=folder)}"
    return Outcome(True, built)


def install(
    here: Machine,
    lang: Language = DANISH,
    folder: Path | None = None,
    *,
    department: bool = False,
    make: Maker = make_addin,
) -> Outcome:
    """Make the add-in with a machine's Excel, for this Python.

    It is put into Excel's start-up folder, or the `folder` given. `department` adds the
    department's own buttons.
    """
    addin = folder / ADDIN_NAME if folder else here.addin
    missing = [check for check in _needs(here, lang) if not check.answer]
    if here.excel is not None and not here.excel.vba_access:
        missing.append(_trust(here.excel, lang))
    if missing or addin is None or here.dll is None or here.xlwings is None:
        lines = (each.line(lang) for each in missing)
        return Outcome(False, "\n".join([say.INSTALL_IMPOSSIBLE(lang), *lines]))
    try:
        with tempfile.TemporaryDirectory() as made:
            sources = Path(made)
            python = vba.Python(here.python, str(here.dll.parent), here.xlwings)
            write_sources(sources, python, department=department)
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
    return Outcome(True, (say.MADE if folder else say.INSTALLED)(lang, path=addin))


def uninstall(here: Machine, lang: Language = DANISH) -> Outcome:
    """Remove the add-in from Excel's start-up folder."""
    if here.addin is None or not here.addin.exists():
        return Outcome(False, say.NOTHING_TO_UNINSTALL(lang))
    try:
        here.addin.unlink()
    except PermissionError:
        return Outcome(False, say.INSTALL_BUSY(lang, path=here.addin))
    return Outcome(True, say.UNINSTALLED(lang, path=here.addin))


def _needs(here: Machine, lang: Language) -> list[Check]:
    """What must be there before the add-in can be."""
    path = here.excel.path if here.excel else ""
    pywin32 = say.PYWIN32_NO if here.is_windows else say.PYWIN32_ELSEWHERE
    importable = say.IMPORTABLE_NO(lang, python=here.python)

    def package(name: Text, version: str | None, missing: Text) -> Check:
        found = say.EXCEL_YES(lang, version=version)
        return Check(name, version is not None, missing(lang), found)

    return [
        Check(say.WINDOWS, here.is_windows, say.WINDOWS_NO(lang)),
        Check(say.EXCEL, bool(here.excel), say.EXCEL_NO(lang), say.EXCEL_FOUND(lang, path=path)),
        package(say.XLWINGS, here.xlwings, say.XLWINGS_NO),
        Check(say.DLL, here.dll is not None, say.DLL_NO(lang), str(here.dll)),
        package(say.PYWIN32, here.pywin32, pywin32),
        Check(say.IMPORTABLE, here.python_finds_functions, importable),
    ]


def _trust(excel: Excel, lang: Language) -> Check:
    blocked = say.TRUST_POLICY if excel.vba_access_by_policy else say.TRUST_NO
    return Check(say.TRUST, excel.vba_access, blocked(lang))


def _installed(here: Machine, lang: Language) -> list[Check]:
    """Whether the add-in is there, and made by this version for this Python."""
    if here.addin is None or not here.addin.exists():
        return [Check(say.ADDIN_FILE, False, say.ADDIN_FILE_NO(lang) if here.excel else "")]
    current = resultatplan.__version__
    version, python = (here.made.version, here.made.python) if here.made else ("?", "?")
    wrong = say.ADDIN_OTHER_PYTHON(lang, made=python, python=here.python)
    if version != current:
        wrong = say.ADDIN_STALE(lang, made=version, version=current)
    is_current = (version, python) == (current, here.python)
    found = Check(say.ADDIN_FILE, True, "", str(here.addin))
    return [found, Check(say.ADDIN_CURRENT, is_current, wrong, current)]


def _libreoffice(version: str | None, lang: Language) -> Check:
    if version is None:
        return Check(say.LIBREOFFICE, False, say.LIBREOFFICE_NO(lang))
    is_new = tuple(int(part) for part in version.split(".")[:2]) >= _OLDEST_LIBREOFFICE
    needed = ".".join(map(str, _OLDEST_LIBREOFFICE))
    old = say.LIBREOFFICE_OLD(lang, version=version, needed=needed)
    return Check(say.LIBREOFFICE, is_new, old, say.LIBREOFFICE_YES(lang, version=version))
