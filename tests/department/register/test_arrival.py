"""How an entry of the inbox came: by its bytes, its size, and the time of its last change."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

import pytest

from department import inbox
from department.inbox import arrival_of
from workbooks.reading.archive import Limits

NOON = datetime(2020, 10, 13, 12)


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"indhold")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    came = arrival_of(path, b"indhold")
    assert came.digest == hashlib.sha256(b"indhold").hexdigest()
    assert (came.size, came.received) == (7, NOON)


def test_what_has_no_bytes_has_no_digest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør")
    assert arrival_of(tmp_path / "rør", None).digest == ""


def test_a_file_that_went_away_has_still_come(tmp_path: Path) -> None:
    assert (arrival_of(tmp_path / "væk", None).digest, arrival_of(tmp_path / "væk", None).size) == (
        "",
        0,
    )


def test_a_file_that_was_not_read_to_its_end_has_no_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "limits_in_force", lambda: Limits(file=4))
    (tmp_path / "stor.xlsx").write_bytes(b"0123456789")
    came = arrival_of(tmp_path / "stor.xlsx", b"01234")
    assert (came.digest, came.size) == ("", 10)
