"""Whatever lies in a folder gets one verdict, and nothing is followed, waited for or changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from department.inbox import printable, read_entry
from tests.command import Ran
from tests.hostile.folder import THINGS, Thing
from tests.hostile.original import original
from texts import catalogue as codes
from workbooks.reading import files as reading

Type = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "ind"
    inbox.mkdir()
    return inbox


def test_every_thing_in_a_folder_gets_its_verdict(rp: Type, folder: Path, tmp_path: Path) -> None:
    names = [printable(thing.put_in(folder).name) for thing in THINGS]

    reports = rp("batch", folder, "--out", tmp_path / "ud", "--json").json["reports"]

    verdicts = {
        report["file"]: [
            each["code"] for each in report["findings"] if each["code"] != codes.DUPLICATE
        ]
        for report in reports
    }
    assert sorted([*names, "mål for link"]) == sorted(verdicts)
    assert [report["file"] for report in reports] == [
        printable(os.fsdecode(name)) for name in sorted(os.listdir(os.fsencode(folder)))
    ]
    for name, thing in zip(names, THINGS, strict=True):
        assert verdicts[name] == ([] if thing.code is None else [thing.code]), name


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: printable(os.fsdecode(thing.name)))
def test_looking_at_a_thing_neither_waits_nor_raises(thing: Thing, folder: Path) -> None:
    entry = read_entry(thing.put_in(folder), "navn.xlsx")

    assert (entry.data is None) == (entry.finding is not None)


def test_a_file_that_vanishes_while_it_is_listed(folder: Path) -> None:
    entry = read_entry(folder / "væk.xlsx", "væk.xlsx")

    assert entry.finding is not None
    assert entry.finding.code == "RP-106"


def test_a_file_that_becomes_a_link_while_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = folder / "rapport.xlsx"
    good.write_bytes(original())
    look = os.lstat(good)
    good.unlink()
    good.symlink_to("/dev/zero")
    monkeypatch.setattr(Path, "lstat", lambda self: look)

    with pytest.raises(reading.NoFileError):
        reading.read_file(good)


def test_a_file_that_becomes_a_pipe_while_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = folder / "rapport.xlsx"
    good.write_bytes(original())
    look = os.lstat(good)
    good.unlink()
    os.mkfifo(good)
    monkeypatch.setattr(Path, "lstat", lambda self: look)

    with pytest.raises(reading.NoFileError):
        reading.read_file(good)


def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_the_limit(
    folder: Path,
) -> None:
    path = folder / "stor.xlsx"
    path.write_bytes(bytes(500))
    limits = reading.Limits(file=100)

    assert len(reading.read_file(path, limits)) == 101


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    path = folder / "hemmelig.xlsx"
    path.write_bytes(original())
    path.chmod(0)

    entry = read_entry(path, path.name)

    assert entry.finding is not None
    assert entry.finding.code == "RP-106"


def test_nothing_in_the_folder_is_changed(rp: Type, folder: Path, tmp_path: Path) -> None:
    for thing in THINGS:
        thing.put_in(folder)
    before = _seen(folder)

    rp("batch", folder, "--out", tmp_path / "ud")

    assert _seen(folder) == before


def _seen(folder: Path) -> dict[str, tuple[int, int, int]]:
    looks = {path.name: path.lstat() for path in folder.iterdir()}
    return {
        name: (stat.S_IFMT(look.st_mode), look.st_size, look.st_mtime_ns)
        for name, look in looks.items()
    }
