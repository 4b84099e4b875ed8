"""A round at the desk: the batch over what is whole, and the replies to what is new."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from department.batch import run_batch
from department.desk.lane import Judged
from department.inbox import printable
from department.intake.examination import ExaminingPlace
from department.output import inert_line
from department.register.address import Address
from department.screen import verdict_words
from department.telling.reporting import Texts
from texts import replies as reply_texts
from texts import watching as say
from texts.language import Language


@dataclass
class WatchedDesk:
    """Does a round: the batch over what is whole, and the replies to what is new."""

    inbox: Path
    out: Path
    address: Address
    executor: Executor
    replies: bool
    lang: Language
    in_trouble: bool = False

    def judge(self, whole: Mapping[Path, object], new: frozenset[Path]) -> None:
        """Judge every whole entry, and tell about those that are new."""
        names = frozenset(printable(path.name) for path in new)
        result = run_batch(
            self.inbox,
            self.out,
            self.lang,
            place=ExaminingPlace(self.executor, judging=self.executor),
            register_at=self.address,
            today=date.today(),
            reports=_NewFiles(names, self.lang),
            show_progress=False,
            only=whole,
        )
        _say(say.ROUND, self.lang, tally=result.tally.words(self.lang), path=self.out)
        if result.interrupted:
            raise KeyboardInterrupt
        if self.replies:
            self._reply(names)
        self.in_trouble = False

    def tell(self, trouble: click.ClickException) -> None:
        """Say what is in the way."""
        self.in_trouble = True
        _say(say.TROUBLE, self.lang, reason=trouble.format_message())

    def _reply(self, names: Container[str]) -> None:
        from department.letters.files import ReplyDesk, five_working_days_after, write_replies
        from department.register.opening import reading

        today = date.today()
        folder = self.out / reply_texts.FOLDER(self.lang)
        with reading(self.address, self.lang) as store:
            source = ReplyDesk(
                store.desk(today),
                store.original,
                self.executor,
                five_working_days_after(today),
                self.lang,
            )
            count = write_replies(source, folder, only=names)
        if count:
            _say(say.REPLIES, self.lang, count=count, path=folder)


@dataclass(frozen=True)
class _NewFiles:
    """Tells the verdicts on the files that are new in a round."""

    names: frozenset[str]
    lang: Language

    def tell(self, judged: Judged) -> Texts:
        """A new file's name and verdict; nothing of one that is known."""
        verdict = judged.verdict
        if verdict.file not in self.names:
            return ()
        return verdict.file, verdict_words(verdict, self.lang)

    def add(self, number: int, told: Texts) -> None:
        """Say it at once."""
        del number
        if told:
            file, words = told
            _say(say.NEW_FILE, self.lang, file=file, verdict=words)


def _say(text: Callable[..., str], lang: Language, **fields: object) -> None:
    moment = f"{datetime.now():%H:%M:%S}"
    click.echo(inert_line(text(lang, time=moment, **fields)))
