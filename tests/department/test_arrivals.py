"""A file counts when it has come whole, is judged once, and trouble does not end the watch."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from department.arrivals import Arrivals, Patience, Stamp, watch
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
def arrivals(tmp_path, clock) -> Arrivals:
    return Arrivals(tmp_path, (), clock)


def names(arrivals: Arrivals) -> list[str]:
    return sorted(path.name for path in arrivals.whole())


def look_at(arrivals: Arrivals, clock: Clock, second: float) -> list[str]:
    clock.now = second
    return names(arrivals)


def test_a_file_is_whole_when_it_has_been_quiet(arrivals, clock):
    (arrivals.inbox / "rapport.xlsx").write_bytes(REPORT)
    assert look_at(arrivals, clock, 0) == []
    assert look_at(arrivals, clock, 1) == []
    assert look_at(arrivals, clock, 2) == ["rapport.xlsx"]


def test_a_file_that_grows_is_waited_for(arrivals, clock):
    path = arrivals.inbox / "brev.docx"
    path.write_bytes(b"PK" + b"x" * 10)
    look_at(arrivals, clock, 0)
    path.write_bytes(b"PK" + b"x" * 20)
    assert look_at(arrivals, clock, 2) == []
    assert look_at(arrivals, clock, 4) == ["brev.docx"]


def test_a_workbook_without_its_end_is_on_its_way_until_it_is_cut_off(arrivals, clock):
    (arrivals.inbox / "rapport.xlsx").write_bytes(REPORT[: len(REPORT) // 2])
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 10) == []
    assert look_at(arrivals, clock, 30) == ["rapport.xlsx"]


def test_a_table_under_a_workbooks_name_is_no_workbook_on_its_way(arrivals, clock):
    (arrivals.inbox / "tal.xlsx").write_text("Mål;Resultat\n1.1.a;60\n", encoding="utf-8")
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 2) == ["tal.xlsx"]


@pytest.mark.parametrize("name", ["rapport.xlsx.part", "rapport.XLSX.CRDOWNLOAD", "~a.tmp"])
def test_what_a_program_is_still_fetching_is_passed_over(arrivals, clock, name):
    (arrivals.inbox / name).write_bytes(REPORT)
    look_at(arrivals, clock, 0)
    assert look_at(arrivals, clock, 60) == []


def test_a_folder_that_is_gone_is_told(arrivals):
    arrivals.inbox.rmdir()
    with pytest.raises(FileNotFoundError):
        arrivals.whole()


class Desk:
    """Takes down what it is asked to judge; may be in trouble."""

    def __init__(self) -> None:
        self.rounds: list[list[str]] = []
        self.troubles: list[str] = []
        self.in_trouble = False

    def judge(self, _: Mapping[Path, Stamp], new: frozenset[Path]) -> None:
        if self.in_trouble:
            raise click.ClickException("overblik.xlsx er åben")
        self.rounds.append(sorted(path.name for path in new))

    def told(self, trouble: click.ClickException) -> None:
        self.troubles.append(trouble.message)


def watch_folder(inbox: Path, desk: Desk, between: Iterator[None]) -> None:
    """Look once, and again after each step of `between`."""
    patience = Patience(settled=0, without_end=0)
    arrivals = Arrivals(inbox, (), lambda: 0.0, patience)
    steps = iter(between)

    def wait() -> bool:
        try:
            next(steps)
        except StopIteration:
            return False
        return True

    watch(arrivals, desk.judge, wait, desk.told)


def test_a_file_is_judged_when_it_comes_and_when_it_changes(tmp_path):
    desk = Desk()

    def events() -> Iterator[None]:
        (tmp_path / "a.xlsx").write_bytes(b"1")
        yield
        yield
        (tmp_path / "b.xlsx").write_bytes(b"2")
        yield
        (tmp_path / "a.xlsx").write_bytes(b"11")
        yield

    watch_folder(tmp_path, desk, events())
    assert desk.rounds == [["a.xlsx"], ["b.xlsx"], ["a.xlsx"]]


def test_a_round_in_trouble_is_told_and_tried_again(tmp_path):
    desk = Desk()
    (tmp_path / "a.xlsx").write_bytes(b"1")
    desk.in_trouble = True

    def events() -> Iterator[None]:
        yield
        desk.in_trouble = False
        yield

    watch_folder(tmp_path, desk, events())
    assert desk.troubles == ["overblik.xlsx er åben"] * 2
    assert desk.rounds == [["a.xlsx"]]
