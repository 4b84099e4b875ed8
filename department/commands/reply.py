"""`rp reply`: a letter, a draft mail and an annotated copy for each agency that has reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.helping import Command
from department.register.options import day_option, register_option, today_option
from texts import replies as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def reply(
        out: str, register: str | None, today: date, mend_by: date | None, all_files: bool
    ) -> int:
        from department.letters.files import ReplyDesk, five_working_days_after, write_replies
        from department.register.address import address_of
        from department.register.opening import reading
        from department.workers import IsolatedExecutor

        with (
            IsolatedExecutor(1) as executor,
            reading(address_of(register, lang), lang) as store,
        ):
            source = ReplyDesk(
                store.desk(today),
                store.original,
                executor,
                mend_by or five_working_days_after(today),
                lang,
            )
            count = write_replies(source, Path(out), all_files=all_files)
        if count == 0:
            click.echo(say.NOTHING_TO_REPLY(lang))
        else:
            click.echo(say.WROTE_REPLIES(lang, count=count, path=out))
        return 0

    return Command(
        "reply",
        lang=lang,
        summary=say.COMMAND,
        examples=("rp reply --out udbakke/svar", "rp reply --out svar --mend-by 2024-11-01"),
        params=[
            click.Option(["--out"], required=True, metavar="MAPPE", help=say.OUT_OPTION(lang)),
            register_option(lang),
            day_option("--mend-by", say.MEND_BY_OPTION, lang),
            click.Option(["--all", "all_files"], is_flag=True, help=say.ALL_OPTION(lang)),
            today_option(lang),
        ],
        callback=reply,
    )
