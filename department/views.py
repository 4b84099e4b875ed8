"""Overview and page, written together into one folder: all that a register holds on a day."""

from __future__ import annotations

import os
from datetime import date
from itertools import chain, count
from pathlib import Path, PurePath

import click

from department.inbox import printable
from department.links import Links, either, in_inbox
from department.output import echo, write_bytes
from department.overview.assessment import Decisions, decisions_in, stated_in
from department.overview.workbook import write_overview
from department.page.webpage import write_page
from department.register.store import Register
from resultatplan.library import all_plans
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
    typed = typed_decisions(path, lang)
    undecided = {key: each for plan in all_plans() for key, each in stated_in(plan).items()}
    shown = {key for agency in desk.agencies for key in stated_in(agency.plan)}
    if any(key not in shown and undecided.get(key) != each for key, each in typed.items()):
        aside = _aside(path, lang)
        path.replace(aside)
        echo(say.DECIDED_OF_OTHERS(lang, path=aside), err=True)
    decisions = {**typed, **(decided or {})}
    overview = write_overview(
        desk, source=printable(inbox.name), links=links, decisions=decisions, lang=lang
    )
    write_bytes(path, overview, lang)
    del overview  # With thousands of files it is large, and so is the page.
    write_bytes(out / page_texts.NAME, write_page(desk, lang, links), lang)


def typed_decisions(overview: Path, lang: Language) -> Decisions:
    """What the department typed in the overview that is there already.

    One that is no workbook is moved aside, so that what is typed in it is not lost. Raises
    `click.ClickException` for one that may not be read: it is not written over either.
    """
    try:
        return decisions_in(read_file(overview))
    except NoFileError as error:
        if not os.path.lexists(overview):
            return {}
        raise click.ClickException(say.OVERVIEW_KEPT(lang, path=overview)) from error
    except UnreadableError:
        aside = _aside(overview, lang)
        overview.replace(aside)
        echo(say.MOVED_ASIDE(lang, path=aside), err=True)
        return {}


def _aside(overview: Path, lang: Language) -> Path:
    """A place beside the overview where nothing lies."""
    name = PurePath(say.OVERVIEW_ASIDE(lang))
    numbers = (name.with_stem(f"{name.stem} {number}") for number in count(2))
    places = (overview.with_name(str(each)) for each in chain([name], numbers))
    return next(place for place in places if not os.path.lexists(place))
