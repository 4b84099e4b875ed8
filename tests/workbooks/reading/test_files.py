"""Getting at a file's bytes: regular files only, never through a link."""

from pathlib import Path

import pytest

from workbooks.reading.archive import Limits, within
from workbooks.reading.files import NoFileError, NotAFile, read_file


def refused(path: Path) -> NotAFile:
    with pytest.raises(NoFileError) as error:
        read_file(path)
    return error.value.why


@pytest.mark.parametrize("limit", [0, 1, 4, 5, 6, 100])
def test_of_a_file_that_is_too_large_one_byte_more_than_the_limit(tmp_path, limit):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK345")
    with within(Limits(file=limit)):
        assert read_file(file) == b"PK345"[: limit + 1]


@pytest.mark.parametrize("limit", [3, 4, 100])
def test_a_file_that_grows_while_it_is_opened_is_read_to_its_end(tmp_path, monkeypatch, limit):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK")
    before = file.stat()
    file.write_bytes(b"PK345")
    monkeypatch.setattr("os.fstat", lambda _: before)
    with within(Limits(file=limit)):
        assert read_file(file) == b"PK345"[: limit + 1]


@pytest.mark.parametrize("name", ["findes-ikke.xlsx", "nul\0tegn.xlsx"])
def test_a_file_that_is_not_there(name, tmp_path):
    assert refused(tmp_path / name) is NotAFile.NO_ACCESS
