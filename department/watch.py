"""`rp watch`: each file of an inbox is judged when it has come whole, round after round.

The folder is looked at again and again, since a network drive tells nobody when a file comes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import click

from department.batch import batch_paths, run_batch
from department.inbox import ON_THEIR_WAY, is_among, name_in
from department.letters.replies import ReplySource, write_replies
from department.output import inert_line
from department.register.address import Address
from department.register.opening import reading
from department.tables import Judged
from department.wording import verdict_words
from texts import commandline as say
from texts import letters as letter_texts
from texts.language import Language

Stamp = tuple[int, int]
"""Size and time of change: what differs when a file is written to."""
QUIET = 2.0
"""For so many seconds a file is quiet before it counts as whole."""
CUT_OFF = 30.0
"""The same of a workbook that has no end: by then it is cut off, and its sender is told."""

_ZIPS = (".xlsx", ".xlsm", ".zip")
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""The end of a zip is at most so many bytes from the end of the file."""


@dataclass
class Watch:
    """An inbox from look to look, and where what is judged goes.

    With `once` whatever lies there counts as whole. `clock` gives seconds that only grow.
    """

    inbox: Path
    out: Path
    address: Address
    executor: Executor
    lang: Language
    replies: bool = True
    flat: bool = False
    once: bool = False
    clock: Callable[[], float] = time.monotonic
    in_trouble: bool = False
    """Whether the last round could not be done."""
    _quiet_since: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)
    _judged: dict[Path, Stamp] = field(default_factory=dict)

    def look(self) -> None:
        """Judge what has come whole, if any of it is new.

        Trouble with a round (an overview that is open in Excel, a register that is in use) is
        told, and the round is tried again at the next look.
        """
        try:
            whole = self.whole()
            new = {path for path, stamp in whole.items() if self._judged.get(path) != stamp}
            if new:
                self._judge(whole, frozenset(name_in(self.inbox, path) for path in new))
                self._judged = whole
            self.in_trouble = False
        except click.ClickException as trouble:
            self.in_trouble = True
            _say(say.TROUBLE, self.lang, reason=trouble.format_message())

    def whole(self) -> dict[Path, Stamp]:
        """The entries that have come whole, with their stamps; errors as `batch_paths`."""
        paths = batch_paths(self.inbox, self.out, self.address, self.lang, flat=self.flat)
        now = self.clock()
        seen: dict[Path, tuple[Stamp, float]] = {}
        whole: dict[Path, Stamp] = {}
        for path in paths:
            stamp = _stamp(path)
            if stamp is None or path.name.lower().endswith(ON_THEIR_WAY):
                continue
            before, since = self._quiet_since.get(path, (None, now))
            seen[path] = stamp, since if before == stamp else now
            quiet = now - seen[path][1]
            if self.once or quiet >= CUT_OFF or (quiet >= QUIET and not _is_without_end(path)):
                whole[path] = stamp
        self._quiet_since = seen
        return whole

    def _judge(self, whole: dict[Path, Stamp], new: frozenset[str]) -> None:
        """Judge every whole entry; tell about those that are new, and answer them."""

        def tell(judged: Judged) -> None:
            file = judged.record.summary
            if is_among(file.file, new):
                words = verdict_words(file, self.lang)
                _say(say.NEW_FILE, self.lang, file=file.file, verdict=words)

        result = run_batch(
            self.inbox,
            self.out,
            self.lang,
            executor=self.executor,
            register_at=self.address,
            today=date.today(),
            tell=tell,
            paths=list(whole),
        )
        _say(say.ROUND, self.lang, tally=result.words(self.lang), path=self.out)
        if result.interrupted:
            raise KeyboardInterrupt
        if self.replies:
            folder = self.out / letter_texts.FOLDER(self.lang)
            with reading(self.address, self.lang) as store:
                desk = store.desk(date.today())
                source = ReplySource(desk, store.original, self.executor, self.lang)
                count = write_replies(source, folder, only=new)
            if count:
                _say(say.REPLIES, self.lang, count=count, path=folder)


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


def _say(text: Callable[..., str], lang: Language, **fields: object) -> None:
    moment = f"{datetime.now():%H:%M:%S}"
    click.echo(inert_line(text(lang, time=moment, **fields)))
