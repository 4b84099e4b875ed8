"""The desk as one web page, written agency by agency from the templates beside it.

Everything that is put into the page is escaped, and what does something without being shown
(control characters, what turns the direction of writing) is replaced, whoever wrote it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup, escape

from department.links import NO_LINKS, LeadsTo
from department.output import inert
from department.page.agencies import ATTENTION, LATE, Line, Lists, lines, part_of, strays
from department.page.words import Words, slot_note
from department.standing import Desk
from department.templates import templates
from department.wording import requirement_words, score_words, value_words
from texts import page as say
from texts import standing
from texts.language import DANISH, ENGLISH, Language, day
from workbooks.template import palette

TRUSTED = "require-trusted-types-for 'script'; trusted-types rp"
"""The part of a policy that lets `script.js` alone make elements of text."""
_CHUNK = 100
_COLOURS = {
    "navy": palette.NAVY,
    "blue": palette.BLUE,
    "steel": palette.STEEL,
    "pale": palette.LOCKED_FILL,
    "faint": palette.COMPUTED_FILL,
    "total": palette.TOTAL_FILL,
    "white": palette.WHITE,
    "ink": palette.INK,
    "quiet": palette.QUIET,
    "grid": palette.GRID,
    "g-fill": palette.GREEN.fill,
    "g-ink": palette.GREEN.ink,
    "y-fill": palette.YELLOW.fill,
    "y-ink": palette.YELLOW.ink,
    "r-fill": palette.RED.fill,
    "r-ink": palette.RED.ink,
    "n-fill": palette.GREY.fill,
    "n-ink": palette.GREY.ink,
}
_DATE = re.compile(r"(\d\d-\d\d-\d{4}|\d{4}-\d\d-\d\d)")


def write_page(desk: Desk, lang: Language = DANISH, links: LeadsTo = NO_LINKS) -> bytes:
    """The page as UTF-8. The same desk gives the same bytes.

    Opens each shown record once, and lets go of it when its agency is written. `links`
    say where a received file lies, seen from the folder that the page is written to.
    """
    style, script = stylesheet(), page_script()
    policy = (
        f"default-src 'none'; style-src {hash_source(style)}; script-src {hash_source(script)}; "
        f"img-src data:; base-uri 'none'; form-action 'none'; {TRUSTED}"
    )
    made = environment(lang)
    stream = made.get_template("page.html.j2").stream(
        style=Markup(style),  # noqa: S704 (the package's own files)
        script=Markup(script),  # noqa: S704
        policy=policy,
        **contents(desk, lang, links, made),
    )
    stream.enable_buffering(_CHUNK)
    page = io.BytesIO()
    stream.dump(page, encoding="utf-8", errors="replace")
    return page.getvalue()


def contents(
    desk: Desk, lang: Language, links: LeadsTo, environment: Environment
) -> dict[str, object]:
    """What `contents.html.j2` is filled in with; agencies are opened as it is rendered."""
    agencies = lines(desk, lang)
    lists = Lists()
    return {
        "links": links,
        "today": day(desk.today, lang),
        "attention": ATTENTION,
        "counts": Counter(slot.state for slot in desk.slots),
        "next_deadline": Words(lang).next_deadline(
            [slot for each in agencies for slot in each.agency.slots]
        ),
        "quarters": [text(lang) for text in standing.QUARTERS],
        "agencies": agencies,
        "parts": _rendered(environment, desk, agencies, lists, links, lang),
        "strays": lambda: strays(desk, lists),
        "lists": lists,
        "state_options": [
            *((state, word(lang).capitalize()) for state, word in standing.SLOTS.items()),
            (LATE, say.LATE(lang)),
        ],
        "severity_options": [
            (each, word(lang).capitalize()) for each, word in standing.SEVERITIES.items()
        ],
        "about": [text(lang) for text in say.ABOUT_LINES],
    }


def _rendered(
    environment: Environment,
    desk: Desk,
    agencies: list[Line],
    lists: Lists,
    links: LeadsTo,
    lang: Language,
) -> Iterator[Markup]:
    """Each agency's part in one piece, so that its reports are let go of."""
    template = environment.get_template("agency.html.j2")
    for line in agencies:
        part = part_of(desk, line, lists, lang)
        yield Markup(template.render(part=part, links=links))  # noqa: S704 (escaped by the template)


@cache
def environment(lang: Language, *others: str) -> Environment:
    """The templates, and what they say things with, in one language.

    With those of `others`, for folders that show parts of the page elsewhere.
    """
    made = templates(lang, standing, say, folders=("page/templates", *others))
    filters: dict[str, Callable[..., str]] = {
        "bracketed": lambda text, is_so: f"[{text}]" if is_so else text,
        "requirement": partial(requirement_words, lang=lang),
        "score": partial(score_words, lang=lang),
        "typed": lambda value, unit: value_words(value, lang, unit),
        "unbroken": _unbroken,
    }
    made.filters.update(filters)
    made.globals.update(
        # Agencies and plans speak Danish in both languages.
        da=Markup(' lang="da"') if lang == ENGLISH else "",
        words=Words(lang),
        labels={column: text(lang) for column, text in say.COLUMNS.items()},
        severities=list(standing.SEVERITIES),
        roles={role: text(lang).capitalize() for role, text in standing.ROLES.items()},
        note=partial(slot_note, lang=lang),
    )
    return made


def stylesheet() -> str:
    """The page's style, with the colours of the workbooks."""
    colours = "".join(f"--{name}:#{value};" for name, value in _COLOURS.items())
    return f":root{{{colours}}}\n{_asset('style.css')}"


def page_script() -> str:
    """What filters, sorts and opens."""
    return _asset("script.js")


def _asset(name: str) -> str:
    return (files("department.page") / name).read_text(encoding="utf-8")


def hash_source(text: str) -> str:
    """What a policy knows this very style or script by."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _unbroken(text: str) -> Markup:
    """The text with its dates kept on one line."""
    return Markup(_DATE.sub(r'<span class="n">\1</span>', str(escape(inert(text)))))  # noqa: S704
