"""A file counts when it has come whole: quiet for a while, and with an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from department.watching.arrivals import Arrivals
from examples.recipes import INBOX

REPORT = (INBOX / "Benchmarkingenheden 1. halvår 2023.xlsx").read_bytes()


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def arrivals(tmp_path: Path, clock: Clock) -> Arrivals:
    return Arrivals(tmp_path, None, clock)


def names(arrivals: Arrivals) -> list[str]:
    return sorted(path.name for path in arrivals.whole())


def look_at(arrivals: Arrivals, clock: Clock, second: float) -> list[str]:
    clock.now = second
    return names(arrivals)


def test_a_file_is_whole_when_it_has_been_quiet(arrivals: Arrivals, clock: Clock) -> None:
    (arrivals.inbox / "rapport.xlsx").write_bytes(REPORT)
    assert look_at(arrivals, clock, 0) == []
    assert look_at(arrivals, clock, 1) == []
    assert look_at(arrivals, clock, 2) == ["rapport.xlsx"]


def test_a_file_that_grows_is_waited_for(arrivals: Arrivals, clock: Clock) -> None:
    path = arrivals.inbox / "brev.docx"
    path.write_bytes(b"PK" + b"x" * 10)
    look_at(arrivals, clock, 0)
    path.write_bytes(b"PK" + b"x" * 20)
    assert look_at(arrivals, clock, 2) == []
    assert look_at(arrivals, clock, 4) == ["brev.docx"]


def test_a_workbook_without_its_end_is_on_its_way_until_it_is_cut_off(
    arrivals: Arrivals, clock: Clock
) -> None:
    (arrivals.inbox / "rapport.xlsx").write_bytes(REPORT[: len(REPORT) // 2])
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 10) == []
    assert look_at(arrivals, clock, 30) == ["rapport.xlsx"]


def test_a_table_under_a_workbooks_name_is_no_workbook_on_its_way(
    arrivals: Arrivals, clock: Clock
) -> None:
    (arrivals.inbox / "tal.xlsx").write_text("Mål;Resultat\n1.1.a;60\n", encoding="utf-8")
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 2) == ["tal.xlsx"]


@pytest.mark.parametrize("name", ["rapport.xlsx.part", "rapport.XLSX.CRDOWNLOAD", "~a.tmp"])
def test_what_a_program_is_still_fetching_is_passed_over(
    arrivals: Arrivals, clock: Clock, name: str
) -> None:
    (arrivals.inbox / name).write_bytes(REPORT)
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 60) == []


def test_a_folder_that_is_gone_is_told(arrivals: Arrivals) -> None:
    arrivals.inbox.rmdir()
    with pytest.raises(FileNotFoundError):
        arrivals.whole()
