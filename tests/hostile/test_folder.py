"""A folder of reports with odd names and of things that are no files: each has its verdict.

Nothing is followed, waited for or changed.
"""

import os
import socket
import stat
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from department.inbox import printable
from tests.hostile.original import original
from workbooks.reading.files import NoFileError, read_file


def _report(path: Path) -> None:
    path.write_bytes(original())


def _link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_a_report(path: Path) -> None:
    target = path.parent.with_name("mål for link.xlsx")
    _report(target)
    path.symlink_to(target)


def _socket(path: Path) -> None:
    # The path of a socket must be short: it is bound from its own folder.
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as end:
        end.bind(path.name)


def _larger_than_the_limit(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60 * 1024 * 1024)


def _lock(path: Path) -> None:
    path.write_bytes(b"\x05Anne")


ACCEPTED = ""
REFUSED, PASSED_OVER, TOO_LARGE = "RP-106", "RP-105", "RP-107"
THINGS: dict[bytes, tuple[Callable[[Path], None], str]] = {
    b"pipe.xlsx": (os.mkfifo, REFUSED),
    b"link til nul.xlsx": (_link_to_zeros, REFUSED),
    b"link til intet.xlsx": (lambda path: path.symlink_to("/findes/ikke"), REFUSED),
    b"link til rapport.xlsx": (_link_to_a_report, REFUSED),
    b"link til sig selv.xlsx": (lambda path: path.symlink_to(path), REFUSED),
    b"stik.xlsx": (_socket, REFUSED),
    b"mappe.xlsx": (Path.mkdir, PASSED_OVER),
    b"~$rapport.xlsx": (_lock, PASSED_OVER),
    b".~lock.rapport.xlsx#": (_lock, PASSED_OVER),
    b"Thumbs.db": (_lock, PASSED_OVER),
    b"stor.xlsx": (_larger_than_the_limit, TOO_LARGE),
    b"m\xe5l i latin-1.xlsx": (_report, ACCEPTED),
    b"ingen endelse": (_report, ACCEPTED),
    b"-rf.xlsx": (_report, ACCEPTED),
    b"to\nlinjer.xlsx": (_report, ACCEPTED),
    b"\x1b[31mr\xc3\xb8d.xlsx": (_report, ACCEPTED),
    b"=cmd|'!A0.xlsx": (_report, ACCEPTED),
    b"[bold red]markup[.xlsx": (_report, ACCEPTED),
    "bagl\u202exslx.exe".encode(): (_report, ACCEPTED),
    b"$(reboot)`reboot`.xlsx": (_report, ACCEPTED),
    b"x" * 250 + b".xlsx": (_report, ACCEPTED),
}
"""By its name: how it is made, and the code of the verdict on it."""


def _seen(folder: Path) -> dict[str, tuple[int, int, int]]:
    looks = {path.name: path.lstat() for path in folder.iterdir()}
    return {
        name: (stat.S_IFMT(look.st_mode), look.st_size, look.st_mtime_ns)
        for name, look in looks.items()
    }


def test_each_has_its_verdict_in_its_order_and_is_left_as_it_was(rp, tmp_path):
    folder = tmp_path / "ind"
    folder.mkdir()
    for name, (make, _) in THINGS.items():
        make(folder / os.fsdecode(name))
    before = _seen(folder)

    ran = rp("batch", folder, "--out", tmp_path / "ud", "--json")

    verdicts = {}
    for each in ran.json["reports"]:
        codes = {found["code"] for found in each["findings"]}
        not_read = codes & {REFUSED, PASSED_OVER, TOO_LARGE}
        assert each["accepted"] == (not codes & {REFUSED, TOO_LARGE}) or PASSED_OVER in codes
        verdicts[each["file"]] = "".join(not_read)
    assert list(verdicts.items()) == [
        (printable(os.fsdecode(name)), THINGS[name][1]) for name in sorted(THINGS)
    ]
    assert ran.code == 0
    assert _seen(folder) == before


@pytest.mark.parametrize("becomes", [_link_to_zeros, os.mkfifo])
def test_a_file_that_becomes_something_else_while_it_is_looked_at(becomes, tmp_path, monkeypatch):
    good = tmp_path / "rapport.xlsx"
    _report(good)
    look = os.lstat(good)
    good.unlink()
    becomes(good)
    monkeypatch.setattr(Path, "lstat", lambda self: look)

    with pytest.raises(NoFileError):
        read_file(good)
