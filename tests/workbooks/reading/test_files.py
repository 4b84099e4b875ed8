"""Getting at a file's bytes: regular files only, never through a link."""

import pytest

from workbooks.reading.archive import Limits, within
from workbooks.reading.files import read_file


@pytest.mark.parametrize("limit", [0, 4, 5, 6])
def test_of_a_file_that_is_too_large_or_grows_one_byte_more_than_the_limit(
    tmp_path, monkeypatch, limit
):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(b"PK")
    before = file.stat()
    file.write_bytes(b"PK345")
    with within(Limits(file=limit)):
        assert read_file(file) == b"PK345"[: limit + 1]
        monkeypatch.setattr("os.fstat", lambda _: before)
        assert read_file(file) == b"PK345"[: limit + 1]
