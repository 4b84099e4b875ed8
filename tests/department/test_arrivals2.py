"""A file counts when it has come whole, is judged once, and trouble does not end the watch."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from department.watch import Arrivals, Patience, Stamp, watch
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


@pytest.mark.parametrize(
    ("name", "contents", "whole_at"),
    [
        # A file is whole when it has been quiet for two seconds,
        ("rapport.xlsx", {0: REPORT}, 2),
        ("brev.docx", {0: b"PK" + b"x" * 10, 2: b"PK" + b"x" * 20}, 4),
        # a workbook without its end is on its way until it is cut off,
        ("rapport.xlsx", {0: REPORT[: len(REPORT) // 2]}, 30),
        # and a table under a workbook's name is none.
        ("tal.xlsx", {0: "Mål;Resultat\n1.1.a;60\n".encode()}, 2),
        # What a program is still fetching is passed over.
        ("rapport.xlsx.part", {0: REPORT}, None),
        ("rapport.XLSX.CRDOWNLOAD", {0: REPORT}, None),
        ("~a.tmp", {0: REPORT}, None),
    ],
)
def test_when_a_file_is_whole(arrivals, clock, name, contents, whole_at):
    found = {}
    for clock.now in (0, 1, 2, 4, 10, 30, 60):
        if clock.now in contents:
            (arrivals.inbox / name).write_bytes(contents[clock.now])
        found[clock.now] = [path.name for path in arrivals.whole()]
    assert min((second for second, names in found.items() if names), default=None) == whole_at


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
