"""Overview and page, written together into one folder: all that a register holds on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from department.inbox import printable
from department.links import Links, either, in_inbox
from department.output import echo, write_bytes
from department.overview.assessment import Decisions, decisions_in
from department.overview.workbook import write_overview
from department.page.webpage import write_page
from department.register.store import Register
from texts import commandline as say
from texts import page as page_texts
from texts.language import Language
from workbooks.reading.archive import UnreadableError
from workbooks.reading.files import NoFileError, read_file


def write_views(
    register: Register,
    inbox: Path,
    out: Path,
    today: date,
    lang: Language,
    decided: Decisions | None = None,
) -> None:
    """Write overview and page into `out`: all that the register holds on `today`.

    What the department typed in the overview that is there already is kept, unless `decided` has
    something else for the agency and year. Raises `click.ClickException` when they cannot be
    written.
    """
    path = out / say.OVERVIEW_NAME
    links = Links(out, either(in_inbox(inbox), register.original_path))
    desk = register.desk(today)
    decisions = {**typed_decisions(path, lang), **(decided or {})}
    overview = write_overview(
        desk, source=printable(inbox.name), links=links, decisions=decisions, lang=lang
    )
    write_bytes(path, overview, lang)
    del overview  # With thousands of files it is large, and so is the page.
    write_bytes(out / page_texts.NAME, write_page(desk, lang, links), lang)


def typed_decisions(overview: Path, lang: Language) -> Decisions:
    """What the department typed in the overview that is there already.

    One that cannot be read is moved aside, so that what is typed in it is not lost.
    """
    try:
        return decisions_in(read_file(overview))
    except NoFileError:
        return {}
    except UnreadableError:
        aside = overview.with_name(say.OVERVIEW_ASIDE(lang))
        overview.replace(aside)
        echo(say.MOVED_ASIDE(lang, path=aside), err=True)
        return {}
