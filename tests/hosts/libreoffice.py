"""LibreOffice as the spreadsheet program that a Dane at an agency sits at.

    with LibreOffice() as calc, calc.open(path) as document:
        document.type_into("Ark1", "A1", "82,5%")
        assert document.value("Ark1", "A1") == 0.825

Everything is as that person meets it: typing is Danish (`1250,5`, `31-12-2020`), locked cells
refuse. Data validation alone is not asked when a cell is written: see `invalid_cells`.

A process has a folder with profile and socket, and a process group of its own; ending it ends the
whole group (ending the launcher alone would leave `soffice.bin`). Its profile is Danish,
recalculates every workbook it loads (cached values are never taken on trust) and writes no lock
files. What it is asked goes to `office_macro.py` inside it.
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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Self

OLDEST: Final = (25, 2)
START_SECONDS: Final = 60.0
ANSWER_SECONDS: Final = 120.0
END_SECONDS: Final = 5.0

MACRO: Final = Path(__file__).with_name("office_macro.py")
MACRO_URL: Final = f"vnd.sun.star.script:{MACRO.name}$serve?language=Python&location=user"
SWITCHES: Final = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
SETTINGS: Final = (
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "da-DK"),
    ("/org.openoffice.Office.Linguistic/General", "UILocale", "da"),
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
)


class LockedCellError(Exception):
    """The cell is locked: whoever sits at the keyboard cannot write into it."""


class CellError(str):
    """An error value such as `#NAME?`: equal to its text, and told apart from it by its class."""

    __slots__ = ()


Value = float | str | bool | CellError | None


@functools.cache
def missing() -> str | None:
    """Why LibreOffice cannot be used on this machine; None when it can."""
    program = shutil.which("soffice")
    if program is None:
        return "LibreOffice is not installed (no soffice on the PATH)"
    printed = subprocess.run(
        [program, "--version"], capture_output=True, text=True, timeout=START_SECONDS, check=False
    ).stdout
    version = re.search(r"LibreOffice\D* (\d+)\.(\d+)", printed)
    if version is None or tuple(map(int, version.groups())) < OLDEST:
        return f"LibreOffice {OLDEST[0]}.{OLDEST[1]} or later is needed, not: {printed.strip()}"
    if not (Path(program).resolve().parent / "pythonscript.py").exists():
        return "LibreOffice lacks its Python part"
    return None


class LibreOffice:
    """A LibreOffice that starts with the first workbook opened, and anew if it has died.

    `extensions` is a folder of unpacked extensions (`rp.oxt/`) that it starts with.
    """

    def __init__(self, extensions: Path | None = None) -> None:
        self._extensions = extensions
        self._process: subprocess.Popen[bytes] | None = None

    def open(self, path: Path) -> Document:
        """The workbook, recalculated."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._start()
        return Document(self, self.ask("open_workbook", url=path.resolve().as_uri()))

    def ask(self, do: str, **arguments: object) -> Any:
        """The macro's answer to one request.

        Raises `LockedCellError`, and `RuntimeError` for what else went wrong; a process that does
        not answer is ended first.
        """
        try:
            self._lines.write(json.dumps({"do": do, **arguments}) + "\n")
            self._lines.flush()
            reply = json.loads(self._lines.readline())
        except (OSError, ValueError) as failure:
            log = (self._home / "log").read_text(encoding="utf-8", errors="replace")
            self.close()
            raise RuntimeError(f"{do}: LibreOffice does not answer. {log}") from failure
        if "locked" in reply:
            raise LockedCellError(reply["locked"])
        if "failed" in reply:
            raise RuntimeError(f"{do} {arguments}: {reply['failed']}")
        return reply["answer"]

    def close(self) -> None:
        """End soffice, politely first, and all its processes. Closing twice is fine."""
        if self._process is None:
            return
        for closing in (self._lines.close, self._connection.close):
            with contextlib.suppress(OSError):  # the other end has gone already
                closing()
        self._end()

    def _start(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="rp-office-"))
        _write_profile(self._home / "profile")
        own = {
            "LC_ALL": "C.UTF-8",
            "TMPDIR": str(self._home),
            "RP_OFFICE_SOCKET": str(self._home / "socket"),
            "PATH": os.defpath,
        }
        # What would lead LibreOffice's own Python astray, as another `python3` on the path does.
        foreign = ("PYTHONHOME", "PYTHONPATH")
        inherited = {name: text for name, text in os.environ.items() if name not in foreign}
        command = [shutil.which("soffice") or "soffice", *SWITCHES]
        command.append(f"-env:UserInstallation={(self._home / 'profile').as_uri()}")
        if self._extensions is not None:
            command.append(f"-env:BUNDLED_EXTENSIONS={self._extensions.resolve().as_uri()}")
        with socket.socket(socket.AF_UNIX) as server, (self._home / "log").open("wb") as log:
            server.bind(str(self._home / "socket"))
            server.listen(1)
            server.settimeout(START_SECONDS)
            self._process = subprocess.Popen(
                [*command, MACRO_URL],
                env=inherited | own,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                self._connection = server.accept()[0]
            except TimeoutError:
                self._end()
                raise RuntimeError("soffice did not start") from None
        self._connection.settimeout(ANSWER_SECONDS)
        self._lines = self._connection.makefile("rw", encoding="utf-8")

    def _end(self) -> None:
        assert self._process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)
        self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Document:
    """A workbook that is open in LibreOffice.

    Sheets go by name, cells by A1 address; a percentage is 0.82, a date its serial number.
    """

    def __init__(self, office: LibreOffice, number: int) -> None:
        self._ask = functools.partial(office.ask, document=number)

    def type_into(self, sheet: str, address: str, text: str) -> None:
        """Type into a cell as at a Danish keyboard: `82,5%`, `31-12-2020`, `Ja`, `=SUM(A1:A2)`.

        In a cell formatted as a percentage, `82` becomes 82 %. Raises `LockedCellError`.
        """
        self.type_cells(sheet, {address: text})

    def type_cells(self, sheet: str, entries: Mapping[str, str]) -> None:
        """Type into many cells at once, none of them if one is locked (`LockedCellError`)."""
        self._ask("type_into", sheet=sheet, entries=dict(entries))

    def write_text(self, sheet: str, address: str, text: str) -> None:
        """Write a text that stays text, `0,5` too. Raises `LockedCellError`."""
        self._ask("write_text", sheet=sheet, entries={address: text})

    def value(self, sheet: str, address: str) -> Value:
        """What the cell holds or its formula gives; None where it is blank."""
        return self.values(sheet, address)[0][0]

    def values(self, sheet: str, area: str) -> tuple[tuple[Value, ...], ...]:
        """The values of a range such as `A1:C9`, a tuple for each row."""
        return tuple(
            tuple(CellError(cell["error"]) if isinstance(cell, dict) else cell for cell in row)
            for row in self._ask("values", sheet=sheet, area=area)
        )

    def shown(self, sheet: str, address: str) -> str:
        """The text that the cell shows, with its number format: `82,0 %`."""
        return self._ask("shown", sheet=sheet, address=address)

    def locked_cells(self, sheet: str, addresses: Iterable[str]) -> set[str]:
        """Those of the cells that are locked; none where the sheet is not protected."""
        return set(self._ask("locked_cells", sheet=sheet, addresses=list(addresses)))

    def protect(self, sheet: str) -> None:
        """Protect the sheet."""
        self._ask("protect", sheet=sheet)

    def unprotect(self, sheet: str) -> None:
        """Take the protection off, as whoever tampers does."""
        self._ask("unprotect", sheet=sheet)

    def recalculate(self) -> None:
        """Compute every formula anew, also those that nothing they refer to has changed."""
        self._ask("recalculate")

    def invalid_cells(self, sheet: str) -> tuple[str, ...]:
        """The addresses of the cells that their data validation would not let a person enter."""
        return tuple(self._ask("invalid_cells", sheet=sheet))

    def save_as(self, path: Path) -> Path:
        """Save as an Excel workbook; the path."""
        path.unlink(missing_ok=True)
        self._ask("save", url=path.resolve().as_uri())
        assert path.stat().st_size > 0
        return path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close it without saving."""
        with contextlib.suppress(RuntimeError):  # the process has died: its failure was told
            self._ask("close")


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
