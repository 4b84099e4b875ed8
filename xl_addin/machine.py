"""What this machine has of what the add-in needs: facts, found without starting Excel."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path
from typing import Final

from xl_addin.excel import Made, read_made

ADDIN_NAME: Final = "Resultatplan.xlam"
_DLL: Final = "xlwings64-*.dll"
_SECONDS: Final = 60
_APP_PATH: Final = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_CURRENT: Final = r"SOFTWARE\Classes\Excel.Application\CurVer"
_SETTINGS: Final = r"Software\{policies}Microsoft\Office\{version}\Excel\{key}"
_TRUE: Final = 1

Registry = Callable[[str, str], object]
"""A value of the Windows registry by key and name, the user's before the machine's; or None."""


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
    """The facts; a version is None where the thing is missing."""

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
    """The facts about this machine."""
    addin = _addin_path()
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


def find_dll() -> Path | None:
    """xlwings' library where its installation put it: with `pip install --user` far from Python."""
    try:
        installed = files("xlwings") or []
    except PackageNotFoundError:
        return None
    found = (Path(str(each.locate())).resolve() for each in installed if each.match(_DLL))
    return next((each for each in found if each.exists()), None)


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


def _addin_path() -> Path | None:
    roaming = os.environ.get("APPDATA")
    if sys.platform != "win32" or not roaming:
        return None
    return Path(roaming) / "Microsoft" / "Excel" / "XLSTART" / ADDIN_NAME


def ask_python(program: str) -> tuple[str | None, Path | None, str | None] | None:
    """The versions of xlwings, its library and pywin32 of a Python on this machine.

    None where it cannot be run or does not find the product.
    """
    question = (
        "import json; from xl_addin.machine import find_dll, installed;"
        "print(json.dumps([installed('xlwings'), str(find_dll() or ''), installed('pywin32')]))"
    )
    try:
        answer = json.loads(_asked(program, question).stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    xlwings, dll, pywin32 = answer
    return xlwings, Path(dll) if dll else None, pywin32


def installed(package: str) -> str | None:
    """The version of an installed package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


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
