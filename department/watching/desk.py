"""A round at the desk: the batch over what is whole, and the replies to what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from department.batch import run_batch
from department.desk.course import Judged
from department.inert import inert_line
from department.intake.examination import ExaminingPlace
from department.intake.inbox import printable
from department.register.address import Address
from department.telling.screen import verdict_words
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
        names = {printable(path.name) for path in new}

        def tell(judged: Judged) -> None:
            verdict = judged.verdict
            if verdict.file in names:
                words = verdict_words(verdict, self.lang)
                self._say(say.NEW_FILE, file=verdict.file, verdict=words)

        result = run_batch(
            self.inbox,
            self.out,
            self.lang,
            place=ExaminingPlace(self.executor),
            register_at=self.address,
            today=date.today(),
            on_judged=tell,
            show_progress=False,
            only=whole,
        )
        self._say(say.ROUND, tally=result.tally.words(self.lang), path=self.out)
        if result.interrupted:
            raise KeyboardInterrupt
        if self.replies:
            self._reply(names)
        self.in_trouble = False

    def tell(self, trouble: click.ClickException) -> None:
        """Say what is in the way."""
        self.in_trouble = True
        self._say(say.TROUBLE, reason=trouble.format_message())

    def _reply(self, names: set[str]) -> None:
        from department.register.opening import reading
        from department.replies.files import ReplyDesk, five_working_days_after, write_replies

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
            self._say(say.REPLIES, count=count, path=folder)

    def _say(self, text: Callable[..., str], **fields: object) -> None:
        moment = f"{datetime.now():%H:%M:%S}"
        click.echo(inert_line(text(self.lang, time=moment, **fields)))
