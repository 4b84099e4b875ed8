"""The soffice program: where it is, which version, and one private process of it.

A process has a folder with profile and socket, and a process group of its own; ending it ends the
whole group (ending the launcher alone would leave `soffice.bin`). Its profile is Danish,
recalculates every workbook it loads (cached values are never taken on trust) and writes no lock
files.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

OLDEST: Final = (25, 2)
START_SECONDS: Final = 60.0
ANSWER_SECONDS: Final = 120.0
END_SECONDS: Final = 5.0
POLL_SECONDS: Final = 0.1

MACRO: Final = Path(__file__).with_name("office_macro.py")
MACRO_URL: Final = f"vnd.sun.star.script:{MACRO.name}$serve?language=Python&location=user"
SWITCHES: Final = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
SETTINGS: Final = (
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "da-DK"),
    ("/org.openoffice.Office.Linguistic/General", "UILocale", "da"),
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
)


class LibreOfficeError(Exception):
    """LibreOffice did not do what was asked: it says why, or it died or hung."""


class LockedCellError(LibreOfficeError):
    """The cell is locked: whoever sits at the keyboard cannot write into it."""


@functools.cache
def missing() -> str | None:
    """Why LibreOffice cannot be used on this machine; None when it can."""
    if os.name != "posix":
        return "the tests drive LibreOffice through a Unix socket"
    program = shutil.which("soffice")
    if program is None:
        return "LibreOffice is not installed (no soffice on the PATH)"
    printed = subprocess.run(
        [program, "--version"], capture_output=True, text=True, timeout=START_SECONDS, check=False
    ).stdout
    version = re.search(r"LibreOffice\D* (\d+)\.(\d+)", printed)
    if version is None:
        return f"{program} does not tell its version: {printed.strip()!r}"
    if (int(version[1]), int(version[2])) < OLDEST:
        return f"LibreOffice {version[1]}.{version[2]} is older than {OLDEST[0]}.{OLDEST[1]}"
    folder = Path(program).resolve().parent
    for part in ("pythonloader.py", "pythonscript.py"):
        if not (folder / part).exists():
            return f"LibreOffice lacks its Python part {part}"
    return None


class Office:
    """A running soffice that answers requests; `extensions` is a folder of unpacked extensions."""

    def __init__(self, extensions: Path | None = None) -> None:
        """Raises `LibreOfficeError` where it does not start in time."""
        self._home = Path(tempfile.mkdtemp(prefix="rp-office-"))
        _write_profile(self._home / "profile")
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(self._home / "socket"))
            server.listen(1)
            self._process = self._launch(extensions)
            self._connection = self._accept(server)
        self._lines = self._connection.makefile("rw", encoding="utf-8")

    @property
    def process_group(self) -> int:
        """The number of the process group that all its processes belong to."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it can be asked more."""
        return self._process.poll() is None and not self._lines.closed

    def ask(self, do: str, **arguments: Json) -> Json:
        """The macro's answer to one request.

        Raises `LockedCellError`, and `LibreOfficeError` for what else went wrong; a process that
        does not answer is ended first.
        """
        if self._lines.closed:
            raise LibreOfficeError(f"{do}: this LibreOffice has ended")
        try:
            self._lines.write(json.dumps({"do": do, **arguments}) + "\n")
            self._lines.flush()
            line = self._lines.readline()
        except OSError as failure:
            self._end_and_report(do, str(failure))
        if not line:
            self._end_and_report(do, "it ended")
        reply: dict[str, Json] = json.loads(line)
        if "locked" in reply:
            raise LockedCellError(str(reply["locked"]))
        if "failed" in reply:
            raise LibreOfficeError(f"{do} {arguments}: {reply['failed']}")
        return reply["answer"]

    def end(self) -> None:
        """End it, politely first, and remove its profile. Ending twice is fine."""
        for closing in (self._lines.close, self._connection.close):
            with contextlib.suppress(OSError):  # the other end has gone already
                closing()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        self._kill()
        shutil.rmtree(self._home, ignore_errors=True)

    def _launch(self, extensions: Path | None) -> subprocess.Popen[bytes]:
        own = {
            "LC_ALL": "C.UTF-8",
            "TMPDIR": str(self._home),
            "RP_OFFICE_SOCKET": str(self._home / "socket"),
        }
        foreign = ("PYTHONHOME", "PYTHONPATH")  # they would lead LibreOffice's own Python astray
        inherited = {name: text for name, text in os.environ.items() if name not in foreign}
        profile = f"-env:UserInstallation={(self._home / 'profile').as_uri()}"
        bundled = [f"-env:BUNDLED_EXTENSIONS={extensions.resolve().as_uri()}"] if extensions else []
        with (self._home / "log").open("wb") as log:
            return subprocess.Popen(
                ["soffice", *SWITCHES, profile, *bundled, MACRO_URL],
                env=inherited | own,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _accept(self, server: socket.socket) -> socket.socket:
        server.settimeout(POLL_SECONDS)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                connection, _ = server.accept()
            except TimeoutError:
                if self._process.poll() is not None:
                    break
            else:
                connection.settimeout(ANSWER_SECONDS)
                return connection
        log = self._log()
        self._kill()
        shutil.rmtree(self._home)
        raise LibreOfficeError(f"soffice did not start. {log}")

    def _end_and_report(self, do: str, why: str) -> NoReturn:
        self._kill()
        log = self._log()
        self.end()
        raise LibreOfficeError(f"{do}: LibreOffice does not answer ({why}). {log}")

    def _log(self) -> str:
        return (self._home / "log").read_text(encoding="utf-8", errors="replace").strip()

    def _kill(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self._process.wait()


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    (user / "Scripts" / "python").mkdir(parents=True)
    shutil.copy(MACRO, user / "Scripts" / "python")
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{setting}</value></prop></item>\n"
        for path, name, setting in SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{items}</oor:items>\n',
        encoding="utf-8",
    )
