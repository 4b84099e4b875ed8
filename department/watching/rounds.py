"""Round after round: whenever something new has come whole, the inbox is judged again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from department.watching.arrivals import Arrivals, Stamp

Judge = Callable[[Mapping[Path, Stamp], frozenset[Path]], None]
"""Judges the whole entries of the inbox; the second are those that are new since the last round."""


@dataclass
class Watcher:
    """Watches one inbox. `wait` passes the time between looks and says whether to go on."""

    arrivals: Arrivals
    judge: Judge
    wait: Callable[[], bool]
    on_trouble: Callable[[click.ClickException], None]

    def run(self) -> None:
        """Look, judge what is new, wait, until `wait` says no.

        Trouble with one round (an overview that is open in Excel, a register that is in use) is
        told, and the round is tried again at the next look.
        """
        judged: dict[Path, Stamp] = {}
        while True:
            whole = self.arrivals.whole()
            new = frozenset(path for path, stamp in whole.items() if judged.get(path) != stamp)
            if new:
                try:
                    self.judge(whole, new)
                except click.ClickException as trouble:
                    self.on_trouble(trouble)
                else:
                    judged = dict(whole)
            if not self.wait():
                return
