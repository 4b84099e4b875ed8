"""Watching an inbox: each file is judged when it has come whole, round after round.

The folder is looked at again and again, since a network drive tells nobody when a file comes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from department.batch import run_batch
from department.inbox import ON_THEIR_WAY, inbox_paths, is_among, name_in
from department.output import inert_line
from department.register.address import Address
from department.turns import Judged
from department.wording import verdict_words
from texts import commandline as say
from texts import letters as letter_texts
from texts.language import Language

Stamp = tuple[int, int]
"""Size and time of change: what differs when a file is written to."""
Judge = Callable[[Mapping[Path, Stamp], frozenset[Path]], None]
"""Judges the whole entries of the inbox; the second are those that are new since the last round."""

_ZIPS = (".xlsx", ".xlsm", ".zip")
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""The end of a zip is at most so many bytes from the end of the file."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long, in seconds, a file must be quiet before it counts as whole."""

    settled: float = 2.0
    without_end: float = 30.0
    """For a workbook that has no end: by then it is cut off, and its sender is told."""


@dataclass
class Arrivals:
    """What lies in an inbox, from look to look. `clock` gives seconds that only grow."""

    inbox: Path
    beside: Collection[Path]
    """What the product writes: no arrivals, should it lie in the inbox."""
    clock: Callable[[], float]
    patience: Patience = field(default_factory=Patience)
    flat: bool = False
    _quiet_since: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)

    def whole(self) -> dict[Path, Stamp]:
        """The entries that have come whole, with their stamps. Raises `OSError` for the folder."""
        now = self.clock()
        seen: dict[Path, tuple[Stamp, float]] = {}
        whole: dict[Path, Stamp] = {}
        for path in inbox_paths(self.inbox, self.beside, flat=self.flat):
            stamp = _stamp(path)
            if stamp is None or path.name.lower().endswith(ON_THEIR_WAY):
                continue
            before, since = self._quiet_since.get(path, (None, now))
            seen[path] = stamp, since if before == stamp else now
            quiet = now - seen[path][1]
            if quiet >= self.patience.without_end or (
                quiet >= self.patience.settled and not _is_without_end(path)
            ):
                whole[path] = stamp
        self._quiet_since = seen
        return whole


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _is_without_end(path: Path) -> bool:
    """Whether a workbook has begun but not ended: a copy that is under way."""
    if not path.name.lower().endswith(_ZIPS) or path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(2)
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _ZIP_TAIL, 0))
            return beginning in (b"", b"P", b"PK") and _ZIP_END not in file.read()
    except OSError:
        return True


def watch(
    arrivals: Arrivals,
    judge: Judge,
    wait: Callable[[], bool],
    on_trouble: Callable[[click.ClickException], None],
) -> None:
    """Look, judge what is new, and `wait` for the next look until that says no.

    Trouble with one round (an overview that is open in Excel, a register that is in use) is told,
    and the round is tried again at the next look.
    """
    judged: dict[Path, Stamp] = {}
    while True:
        whole = arrivals.whole()
        new = frozenset(path for path, stamp in whole.items() if judged.get(path) != stamp)
        if new:
            try:
                judge(whole, new)
            except click.ClickException as trouble:
                on_trouble(trouble)
            else:
                judged = dict(whole)
        if not wait():
            return


@dataclass
class WatchedDesk:
    """Does a round: the batch over what is whole, and the replies to what is new."""

    inbox: Path
    out: Path
    address: Address
    executor: Executor
    replies: bool
    lang: Language
    flat: bool = False
    in_trouble: bool = False

    def judge(self, whole: Mapping[Path, Stamp], new: frozenset[Path]) -> None:
        """Judge every whole entry, and tell about those that are new."""
        names = frozenset(name_in(self.inbox, path) for path in new)
        result = run_batch(
            self.inbox,
            self.out,
            self.lang,
            executor=self.executor,
            register_at=self.address,
            today=date.today(),
            tell=partial(self._tell_new, names),
            only=whole,
            flat=self.flat,
        )
        _say(say.ROUND, self.lang, tally=result.words(self.lang), path=self.out)
        if result.interrupted:
            raise KeyboardInterrupt
        if self.replies:
            self._reply(names)
        self.in_trouble = False

    def tell(self, trouble: click.ClickException) -> None:
        """Say what is in the way."""
        self.in_trouble = True
        _say(say.TROUBLE, self.lang, reason=trouble.format_message())

    def _tell_new(self, names: frozenset[str], judged: Judged) -> None:
        """Say at once what a file that is new came to; nothing of one that is known."""
        file = judged.record.summary
        if is_among(file.file, names):
            words = verdict_words(file, self.lang)
            _say(say.NEW_FILE, self.lang, file=file.file, verdict=words)

    def _reply(self, names: frozenset[str]) -> None:
        from department.letters.replies import ReplyDesk, write_replies
        from department.register.opening import reading

        folder = self.out / letter_texts.FOLDER(self.lang)
        with reading(self.address, self.lang) as store:
            desk = store.desk(date.today())
            source = ReplyDesk(desk, store.original, self.executor, self.lang)
            count = write_replies(source, folder, only=names)
        if count:
            _say(say.REPLIES, self.lang, count=count, path=folder)


def _say(text: Callable[..., str], lang: Language, **fields: object) -> None:
    moment = f"{datetime.now():%H:%M:%S}"
    click.echo(inert_line(text(lang, time=moment, **fields)))
