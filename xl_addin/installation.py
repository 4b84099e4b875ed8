"""The add-in on this machine: what it needs is looked for; it is made, installed and removed.

Nothing here prints: functions return what happened, with the texts to show. The command `rp addin`
shows them. What the machine has is found without starting Excel.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path, PureWindowsPath
from typing import Final, NamedTuple

import resultatplan
from texts import addin as say
from texts import standing as words
from texts.language import DANISH, Language, Text
from xl_addin import vba
from xl_addin.excel import (
    SCRIPT_FILE,
    ExcelFailure,
    Made,
    add_ribbon,
    make_addin,
    read_made,
    write_sources,
)

ADDIN_NAME: Final = "Resultatplan.xlam"
_DLL: Final = "xlwings64-*.dll"
_OLDEST_LIBREOFFICE: Final = (25, 2)
_SECONDS: Final = 60
_APP_PATH: Final = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_CURRENT: Final = r"SOFTWARE\Classes\Excel.Application\CurVer"
_SETTINGS: Final = r"Software\{policies}Microsoft\Office\{version}\Excel\{key}"
_TRUE: Final = 1

Registry = Callable[[str, str], object]
"""A value of the Windows registry by key and name, the user's before the machine's; or None."""
Maker = Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True)
class Excel:
    """An Excel for Windows, and what its settings or a policy let the add-in do."""

    path: str
    vba_access: bool
    """Whether other programs may write VBA: needed to make the add-in here."""
    vba_access_by_policy: bool
    """Whether the organisation decides that, so that the user cannot."""
    addins_run: bool
    """Whether unsigned add-ins in Excel's start-up folder run."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What a machine has; a version is None where the thing is missing."""

    is_windows: bool
    python: str
    python_finds_functions: bool
    excel: Excel | None
    xlwings: str | None
    dll: Path | None
    """xlwings' library, through which Excel reaches Python."""
    pywin32: str | None
    addin: Path | None
    """Where the add-in is or would be; None where there is no Excel start-up folder."""
    made: Made | None
    """What the installed add-in says of itself; None where none is installed."""
    libreoffice: str | None


def this_machine() -> Machine:
    """What this machine has."""
    addin, roaming = None, os.environ.get("APPDATA")
    if sys.platform == "win32" and roaming:
        addin = Path(roaming) / "Microsoft" / "Excel" / "XLSTART" / ADDIN_NAME
    return Machine(
        is_windows=sys.platform == "win32",
        python=sys.executable,
        python_finds_functions=_asked(sys.executable, "import xl_addin.udfs").returncode == 0,
        excel=find_excel(_windows_registry),
        xlwings=installed("xlwings"),
        dll=find_dll(),
        pywin32=installed("pywin32"),
        addin=addin,
        made=read_made(addin) if addin is not None and addin.exists() else None,
        libreoffice=_libreoffice(),
    )


def find_excel(registry: Registry) -> Excel | None:
    """The Excel that the registry names, or None."""
    path = registry(_APP_PATH, "")
    if not isinstance(path, str):
        return None
    current = registry(_CURRENT, "")
    number = current.rpartition(".")[2] if isinstance(current, str) else "16"

    def setting(key: str, name: str) -> tuple[bool, bool]:
        """Whether it is on, and whether a policy says so."""
        for policies in ("Policies\\", ""):
            place = _SETTINGS.format(policies=policies, version=f"{number}.0", key=key)
            value = registry(place, name)
            if value is not None:
                return value == _TRUE, bool(policies)
        return False, False

    access, by_policy = setting("Security", "AccessVBOM")
    forbidden = (
        setting("Security", "DisableAllAddins"),
        setting("Security", "RequireAddinSig"),
        setting(r"Security\Trusted Locations", "AllLocationsDisabled"),
    )
    return Excel(path, access, by_policy, not any(is_on for is_on, _ in forbidden))


def _windows_registry(key: str, name: str) -> object:
    if sys.platform != "win32":
        return None
    import winreg

    for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            with winreg.OpenKey(hive, key) as opened:
                value: object = winreg.QueryValueEx(opened, name)[0]
                return value
        except OSError:
            continue
    return None


def installed(package: str) -> str | None:
    """The version of an installed package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def find_dll() -> Path | None:
    """xlwings' library where its installation put it: with `pip install --user` far from Python."""
    try:
        listed = files("xlwings") or []
    except PackageNotFoundError:
        return None
    found = (Path(str(each.locate())).resolve() for each in listed if each.match(_DLL))
    return next((each for each in found if each.exists()), None)


def ask_python(program: str) -> tuple[str | None, Path | None, str | None] | None:
    """The versions of xlwings, its library and pywin32 of a Python on this machine.

    None where it cannot be run or does not find the product.
    """
    question = (
        "import json; from xl_addin.installation import find_dll, installed;"
        "print(json.dumps([installed('xlwings'), str(find_dll() or ''), installed('pywin32')]))"
    )
    try:
        answer = json.loads(_asked(program, question).stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    xlwings, dll, pywin32 = answer
    return xlwings, Path(dll) if dll else None, pywin32


def _asked(program: str, question: str) -> subprocess.CompletedProcess[bytes]:
    # As the add-in starts Python: -P, from a folder where nothing of the product lies.
    return subprocess.run(  # noqa: S603  (the Python that the user names, or this one)
        [program, "-P", "-c", question],
        cwd=Path(program).parent,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )


def _libreoffice() -> str | None:
    program = shutil.which("soffice") or shutil.which(
        "soffice.com", path=r"C:\Program Files\LibreOffice\program"
    )
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603  (a program on the user's own path)
        [program, "--version"], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    found = re.search(r"LibreOffice\D* (\d+(?:\.\d+)+)", done.stdout)
    return found[1] if found else None


class Outcome(NamedTuple):
    """What came of it: whether it was done, and what to tell the user."""

    done: bool
    message: str


class Check(NamedTuple):
    """One line of the status; of a no it says what to do, of a yes what was found."""

    name: Text
    answer: bool
    no: str
    yes: str = ""

    def line(self, lang: Language) -> str:
        """`Excel: nej. Excel er ikke installeret på denne maskine.`"""
        word, detail = (words.YES, self.yes) if self.answer else (words.NO, self.no)
        return f"{self.name(lang)}: {word(lang)}. {detail}".strip()


def status(here: Machine, lang: Language = DANISH) -> str:
    """What of the add-in is in place on a machine, and what to do about the rest.

    A line for each check, and at last whether the functions answer in Excel.
    """
    needs, in_place = _needs(here, lang), _in_place(here, lang)
    trust, runs = [], []
    if here.excel is not None:
        trust = [_trust(here.excel, lang)]
        runs = [Check(say.MACROS, here.excel.addins_run, say.MACROS_NO(lang))]
    works = all(check.answer for check in [*needs, *in_place, *runs])
    conclusion = say.CONCLUSION_EXCEL if works else say.CONCLUSION_NONE
    if all(check.answer for check in needs) and not works and not here.made:
        conclusion = say.CONCLUSION_EXCEL_READY
    libreoffice = Check(say.LIBREOFFICE, False, say.LIBREOFFICE_NO(lang))
    if here.libreoffice is not None:
        is_new = tuple(map(int, here.libreoffice.split(".")[:2])) >= _OLDEST_LIBREOFFICE
        needed = ".".join(map(str, _OLDEST_LIBREOFFICE))
        old = say.LIBREOFFICE_OLD(lang, version=here.libreoffice, needed=needed)
        new = say.LIBREOFFICE_YES(lang, version=here.libreoffice)
        libreoffice = Check(say.LIBREOFFICE, is_new, old, new)
    checks = (*needs, *trust, *runs, *in_place, libreoffice)
    return "\n".join([*(check.line(lang) for check in checks), conclusion(lang)])


def _needs(here: Machine, lang: Language) -> list[Check]:
    """What must be there before the add-in can be."""
    path = here.excel.path if here.excel else ""
    pywin32 = say.PYWIN32_NO if here.is_windows else say.PYWIN32_ELSEWHERE
    importable = say.IMPORTABLE_NO(lang, python=here.python)
    has_xlwings, has_pywin32 = (
        say.EXCEL_YES(lang, version=each) for each in (here.xlwings, here.pywin32)
    )
    return [
        Check(say.WINDOWS, here.is_windows, say.WINDOWS_NO(lang)),
        Check(say.EXCEL, bool(here.excel), say.EXCEL_NO(lang), say.EXCEL_FOUND(lang, path=path)),
        Check(say.XLWINGS, here.xlwings is not None, say.XLWINGS_NO(lang), has_xlwings),
        Check(say.DLL, here.dll is not None, say.DLL_NO(lang), str(here.dll)),
        Check(say.PYWIN32, here.pywin32 is not None, pywin32(lang), has_pywin32),
        Check(say.IMPORTABLE, here.python_finds_functions, importable),
    ]


def _trust(excel: Excel, lang: Language) -> Check:
    blocked = say.TRUST_POLICY if excel.vba_access_by_policy else say.TRUST_NO
    return Check(say.TRUST, excel.vba_access, blocked(lang))


def _in_place(here: Machine, lang: Language) -> list[Check]:
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
