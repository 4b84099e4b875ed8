"""What the desk's pages work on: the inbox, the output, the register, and the round going on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from filecmp import cmp
from pathlib import Path

import click
from flask import current_app

from department.batch import BatchResult, batch_paths, run_batch, write_views
from department.inbox import WaitingReport
from department.output import filed, inert_line, numbered, said_plainly
from department.overview.assessment import Decisions
from department.record import Summary
from department.register.address import Address
from department.register.opening import reading, writing
from department.register.run import note
from department.register.store import Register
from department.tables import Judged
from texts import commandline
from texts import desk as say
from texts import letters as letter_texts
from texts.language import Language

_COMING = ".part"


@dataclass
class Round:
    """One judging of the inbox, as far as it has come."""

    lang: Language
    count: int = 0
    """Files in the inbox; `read` of them so far."""
    read: int = 0
    new: list[Summary] = field(default_factory=list)
    """What was judged and is not known from an earlier round."""
    result: BatchResult | None = None
    trouble: str = ""
    """Why there is no result, once it is over."""
    is_over: bool = False

    def watched(self, items: Iterable[WaitingReport], count: int) -> Iterator[WaitingReport]:
        """The files as they are read, counted."""
        self.count = count
        for each in items:
            self.read += 1
            yield each


@dataclass
class Office:
    """The desk's folders and register, and the workers that open received files.

    Raises `click.ClickException` when folders or register cannot be made or used.
    """

    inbox: Path
    out: Path
    address: Address
    executor: Executor
    day: date | None = None
    """The day that it is always; None for the day that it is."""
    round: Round | None = None
    _came: dict[Path, date | None] = field(default_factory=dict)
    """The day that was told of what was handed in."""
    _judging: threading.Thread | None = None
    _taking_in: threading.Lock = field(default_factory=threading.Lock)
    """Held while a file is on its way into the inbox: by then nobody lists what lies there."""
    _writing: threading.Lock = field(default_factory=threading.Lock)
    """Held by what writes to register or overview: one at a time."""

    def open(self, lang: Language) -> None:
        """Make what is not there yet, so that an empty desk can be looked at."""
        for folder in (self.inbox, self.out):
            with said_plainly(folder, lang, say.NO_FOLDER_MADE):
                folder.mkdir(parents=True, exist_ok=True)
        with writing(self.address, lang):
            pass

    @property
    def today(self) -> date:
        """The day that decides what is late or missing."""
        return self.day or date.today()

    @property
    def is_judging(self) -> bool:
        """Whether a round is going on."""
        return self.round is not None and not self.round.is_over

    @property
    def overview(self) -> Path:
        """The overview workbook, in which the department's decisions stand."""
        return self.out / commandline.OVERVIEW_NAME

    def letters(self, lang: Language) -> Path:
        """Where replies are written, as `rp watch` does."""
        return self.out / letter_texts.FOLDER(lang)

    def templates(self, lang: Language) -> Path:
        """Where templates are written."""
        return self.out / say.TEMPLATES_FOLDER(lang)

    def drafts(self, lang: Language) -> Path:
        """Where the workbooks lie that plans are written in."""
        return self.out / say.PLANS_FOLDER(lang)

    def reading(self, lang: Language) -> AbstractContextManager[Register]:
        """The register, to read: an empty one where its file was deleted since the desk opened."""
        folder = self.address.folder
        if not self.address.is_here and folder is not None and folder.is_dir():
            self.open(lang)
        return reading(self.address, lang)

    def take_in(self, name: str, save: Callable[[Path], None], came: date | None) -> None:
        """Put a file that was handed in, and `came` on a day if one is told, into the inbox.

        It gets a name of its own beside another one's; the same file twice is there once.
        """
        path = self.inbox / filed(name)
        coming = path.with_name(path.name + _COMING)
        with self._taking_in:
            try:
                save(coming)
                free = numbered(path, lambda at: at.exists() and not cmp(at, coming, shallow=False))
                if not free.exists():
                    self._came[free] = came
                    coming.replace(free)
            finally:
                coming.unlink(missing_ok=True)

    def decide(self, decided: Decisions, lang: Language) -> None:
        """Write decisions into the overview, which stays as it is but for them."""
        with self._writing, self.reading(lang) as store:
            write_views(store, self.inbox, self.out, self.today, lang, decided)

    def note(
        self, file: Summary, received: date | None, settled: bool | None, lang: Language
    ) -> None:
        """Enter when a file came, or that the desk is done with it; the overview follows."""
        with self._writing, writing(self.address, lang) as store:
            note(store, file, received, settled)
            write_views(store, self.inbox, self.out, self.today, lang)

    def start_round(self, lang: Language) -> None:
        """Judge the inbox in the background, after the round that is going on."""
        self.round = Round(lang)
        self._judging = threading.Thread(target=self._judge, args=(self.round, self._judging))
        self._judging.start()

    def close(self) -> None:
        """Let the rounds come to their end, before the workers are gone."""
        if self._judging is not None:
            self._judging.join()

    def _judge(self, round: Round, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        round.trouble = say.ROUND_BROKEN(round.lang)
        try:
            with self._writing:
                with self.reading(round.lang) as store:
                    known = {each.key for each in store.summaries()}

                def tell(judged: Judged) -> None:
                    summary = judged.record.summary
                    if summary.key not in known:
                        round.new.append(summary)

                with self._taking_in:
                    paths = batch_paths(self.inbox, self.out, self.address, round.lang, flat=False)
                round.result = run_batch(
                    self.inbox,
                    self.out,
                    round.lang,
                    executor=self.executor,
                    register_at=self.address,
                    today=self.today,
                    tell=tell,
                    watched=round.watched,
                    paths=paths,
                    received=self._came.get,
                )
                round.trouble = ""
        except click.ClickException as error:
            round.trouble = inert_line(error.format_message())
        finally:
            round.is_over = True


def office() -> Office:
    """The desk that the page asked for belongs to."""
    found: Office = current_app.extensions["office"]
    return found
