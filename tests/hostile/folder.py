"""What may lie in a folder beside files: pipes, links, sockets, names of any bytes."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.original import original

SIZE_OVER_THE_LIMIT = 60 * 1024 * 1024


@dataclass(frozen=True)
class Thing:
    """Something in a folder, and the code of the verdict on it; None for an accepted report."""

    name: bytes
    make: Callable[[Path], None]
    code: str | None

    def put_in(self, folder: Path) -> Path:
        path = folder / os.fsdecode(self.name)
        self.make(path)
        return path


def _report(path: Path) -> None:
    path.write_bytes(original())


def _link_to_nothing(path: Path) -> None:
    path.symlink_to("/findes/ikke")


def _link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_a_report(path: Path) -> None:
    target = path.with_name("mål for link")
    target.mkdir(exist_ok=True)
    (target / "rapport.xlsx").write_bytes(original())
    path.symlink_to(target / "rapport.xlsx")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _socket(path: Path) -> None:
    # The path of a socket must be short: it is bound from its own folder.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.chdir(here)


def _larger_than_the_limit(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(SIZE_OVER_THE_LIMIT)


def _lock(path: Path) -> None:
    path.write_bytes(b"\x05Anne")


REFUSED, PASSED_OVER, TOO_LARGE = "RP-106", "RP-105", "RP-107"

THINGS = (
    Thing(b"pipe.xlsx", os.mkfifo, REFUSED),
    Thing(b"link til nul.xlsx", _link_to_zeros, REFUSED),
    Thing(b"link til intet.xlsx", _link_to_nothing, REFUSED),
    Thing(b"link til rapport.xlsx", _link_to_a_report, REFUSED),
    Thing(b"link til sig selv.xlsx", _link_to_itself, REFUSED),
    Thing(b"stik.xlsx", _socket, REFUSED),
    Thing(b"mappe.xlsx", Path.mkdir, PASSED_OVER),
    Thing(b"~$rapport.xlsx", _lock, PASSED_OVER),
    Thing(b".~lock.rapport.xlsx#", _lock, PASSED_OVER),
    Thing(b"Thumbs.db", _lock, PASSED_OVER),
    Thing(b"stor.xlsx", _larger_than_the_limit, TOO_LARGE),
    Thing(b"m\xe5l i latin-1.xlsx", _report, None),
    Thing(b"ingen endelse", _report, None),
    Thing(b"-rf.xlsx", _report, None),
    Thing(b"to\nlinjer.xlsx", _report, None),
    Thing(b"\x1b[31mr\xc3\xb8d.xlsx", _report, None),
    Thing(b"=cmd|'!A0.xlsx", _report, None),
    Thing(b"[bold red]markup[.xlsx", _report, None),
    Thing("bagl\u202exslx.exe".encode(), _report, None),
    Thing(b"$(reboot)`reboot`.xlsx", _report, None),
    Thing(b"x" * 250 + b".xlsx", _report, None),
)
