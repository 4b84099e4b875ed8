"""Round after round: what is new is judged once, and trouble does not end the watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from department.watching.arrivals import Arrivals, Patience, Stamp
from department.watching.rounds import Watcher


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


def watch(inbox: Path, desk: Desk, between: Iterator[None]) -> None:
    """Look once, and again after each step of `between`."""
    patience = Patience(settled=0, without_end=0)
    arrivals = Arrivals(inbox, None, lambda: 0.0, patience)
    steps = iter(between)

    def wait() -> bool:
        try:
            next(steps)
        except StopIteration:
            return False
        return True

    Watcher(arrivals, desk.judge, wait, desk.told).run()


def test_a_file_is_judged_when_it_comes_and_when_it_changes(tmp_path: Path) -> None:
    desk = Desk()

    def events() -> Iterator[None]:
        (tmp_path / "a.xlsx").write_bytes(b"1")
        yield
        yield
        (tmp_path / "b.xlsx").write_bytes(b"2")
        yield
        (tmp_path / "a.xlsx").write_bytes(b"11")
        yield

    watch(tmp_path, desk, events())
    assert desk.rounds == [["a.xlsx"], ["b.xlsx"], ["a.xlsx"]]


def test_a_round_in_trouble_is_told_and_tried_again(tmp_path: Path) -> None:
    desk = Desk()
    (tmp_path / "a.xlsx").write_bytes(b"1")
    desk.in_trouble = True

    def events() -> Iterator[None]:
        yield
        desk.in_trouble = False
        yield

    watch(tmp_path, desk, events())
    assert desk.troubles == ["overblik.xlsx er åben"] * 2
    assert desk.rounds == [["a.xlsx"]]
