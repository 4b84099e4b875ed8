"""Getting at a file's bytes: regular files only, never through a link."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbooks.reading.archive import Limits
from workbooks.reading.files import NoFileError, NotAFile, read_file


def refused(path: Path) -> NotAFile:
    with pytest.raises(NoFileError) as error:
        read_file(path)
    return error.value.why


def test_a_regular_file(tmp_path: Path) -> None:
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK")
    assert read_file(file) == b"PK"


@pytest.mark.parametrize("limit", [0, 1, 4, 5, 6, 100])
def test_of_a_file_that_is_too_large_one_byte_more_than_the_limit(
    tmp_path: Path, limit: int
) -> None:
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK345")
    assert read_file(file, Limits(file=limit)) == b"PK345"[: limit + 1]


@pytest.mark.parametrize("limit", [3, 4, 100])
def test_a_file_that_grows_while_it_is_opened_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK")
    before = file.stat()
    file.write_bytes(b"PK345")
    monkeypatch.setattr("os.fstat", lambda _: before)
    assert read_file(file, Limits(file=limit)) == b"PK345"[: limit + 1]


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) is NotAFile.FOLDER


def test_a_link_even_to_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "rapport.xlsx").write_bytes(b"PK")
    link = tmp_path / "genvej.xlsx"
    link.symlink_to(tmp_path / "rapport.xlsx")
    assert refused(link) is NotAFile.LINK


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    pipe = tmp_path / "rør.xlsx"
    os.mkfifo(pipe)
    assert refused(pipe) is NotAFile.NOT_REGULAR


@pytest.mark.parametrize("name", ["findes-ikke.xlsx", "nul\0tegn.xlsx"])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / name) is NotAFile.NO_ACCESS
