"""`rp fill TEMPLATE VALUES.json`: a filled copy of a template."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts import disk
from texts.language import Language
from texts.said import say as in_words


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def fill(template: str, values: str, out: str) -> int:
        from department.fillout import NotATemplateError, fill_template
        from department.output import write_bytes
        from workbooks.filling import FillError
        from workbooks.reading.files import NoFileError

        try:
            filled = fill_template(Path(template), Path(values))
        except NoFileError as error:
            raise _unreadable(template, in_words(error.reason, lang), lang) from error
        except OSError as error:
            raise _unreadable(values, disk.reason(error, lang), lang) from error
        except NotATemplateError as error:
            raise click.UsageError(
                say.NOT_A_TEMPLATE(lang, path=template), click.get_current_context()
            ) from error
        except FillError as error:
            for message in error.messages(lang):
                click.echo(message, err=True)
            raise click.ClickException(say.NOT_FILLED(lang, path=values)) from error
        write_bytes(Path(out), filled, lang)
        click.echo(say.WROTE(lang, path=out))
        return 0

    return Command(
        "fill",
        lang=lang,
        summary=say.FILL,
        examples=("rp fill skabelon.xlsx værdier.json --out rapport.xlsx",),
        params=[
            click.Argument(["template"], metavar="SKABELON"),
            click.Argument(["values"], metavar="VÆRDIER.json"),
            click.Option(["--out"], required=True, metavar="FIL", help=say.OUT_FILE_OPTION(lang)),
        ],
        callback=fill,
    )


def _unreadable(path: str, reason: str, lang: Language) -> click.ClickException:
    return click.ClickException(say.CANNOT_READ(lang, path=path, reason=reason))
