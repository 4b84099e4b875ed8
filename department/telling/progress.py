"""A progress bar on long work, when a person watches: how many, how fast, how long yet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from texts import progress as say
from texts.language import DANISH, Language
from texts.notation import number

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")

_MINUTE = 60


def watched(
    items: Iterable[Item], count: int, *, show: bool, lang: Language = DANISH
) -> Iterator[Item]:
    """The items as they come, counted on standard error while a person watches it."""
    if not show or not sys.stderr.isatty():
        yield from items
        return
    with _bar(lang) as progress:
        task = progress.add_task("", total=count)
        for item in items:
            yield item
            progress.advance(task)


def pace(speed: float | None, remaining: float | None, lang: Language) -> str:
    """`45 filer/s, 12 s tilbage`; nothing while there is no telling.

    `speed` is files in a second, `remaining` are files.
    """
    if not speed or remaining is None:
        return ""
    rate = number(speed, lang, decimals=0 if speed >= 10 else 1)
    seconds = round(remaining / speed)
    if seconds < _MINUTE:
        return say.PACE(lang, rate=rate, seconds=seconds)
    minutes, rest = divmod(seconds, _MINUTE)
    return say.SLOW_PACE(lang, rate=rate, minutes=minutes, seconds=rest)


def _bar(lang: Language) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task
    from rich.text import Text

    class Pace(ProgressColumn):
        """The pace of a task."""

        def render(self, task: Task) -> Text:
            return Text(pace(task.speed, task.remaining, lang))

    columns = (BarColumn(), MofNCompleteColumn(), Pace())
    return Progress(*columns, console=Console(stderr=True), transient=True)
