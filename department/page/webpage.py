"""The desk as one web page, written agency by agency."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from types import SimpleNamespace

from markupsafe import Markup

from department.links import NO_LINKS, Links
from department.page.agencies import AgencyView, AgencyViews, stray_rows
from department.page.ledger import Ledger
from department.page.marks import SEVERITIES, SLOTS, STATES, mark
from department.page.matrix import LATE, counts, in_order, next_deadline, rows
from department.page.templating import assets, environment
from department.standing import Desk, SlotState
from texts import page as say
from texts.language import DANISH, ENGLISH, Language, Text
from texts.notation import day

_CHUNK = 100


def write_page(desk: Desk, lang: Language = DANISH, links: Links = NO_LINKS) -> bytes:
    """The page as UTF-8. The same desk gives the same bytes.

    Opens each shown record once, and lets go of it when its agency is written. `links`
    say where a received file lies, seen from the folder that the page is written to.
    """
    agencies = in_order(desk)
    matrix = rows(agencies, lang)
    ledger = Ledger(lang, links)
    views = AgencyViews(desk, ledger, lang)
    # Agencies and plans speak Danish in both languages.
    common = {"say": _words(lang), "da": Markup(' lang="da"') if lang == ENGLISH else ""}
    stream = (
        environment()
        .get_template("page.html.j2")
        .stream(
            common,
            lang=lang,
            assets=assets(),
            today=day(desk.today, lang),
            counts=counts(agencies, lang),
            next_deadline=next_deadline(agencies, lang),
            quarters=[text(lang) for text in say.QUARTERS],
            matrix=matrix,
            agencies=_rendered(views.of(agencies, matrix), common),
            strays=lambda: stray_rows(desk, ledger, lang),
            ledger=ledger,
            state_options=[
                *((state.value, look.word(lang)) for state, look in SLOTS.items()),
                (LATE, say.LATE(lang)),
            ],
            severity_options=[(key, look.word(lang)) for key, look in SEVERITIES.items()],
            legend=[mark(look, lang) for look in [*STATES.values(), SLOTS[SlotState.RETURNED]]],
            about=[text(lang) for text in say.ABOUT_LINES],
        )
    )
    stream.enable_buffering(_CHUNK)
    page = io.BytesIO()
    stream.dump(page, encoding="utf-8", errors="replace")
    return page.getvalue()


def _rendered(views: Iterable[AgencyView], common: Mapping[str, object]) -> Iterator[Markup]:
    """Each agency's part in one piece: quicker than through the page's template bit by bit."""
    template = environment().get_template("agency.html.j2")
    for view in views:
        yield Markup(template.render(common, agency=view))  # noqa: S704 (escaped by the template)


def _words(lang: Language) -> SimpleNamespace:
    """The page's words without fields, and the script's with theirs, by name."""
    texts = {name: value for name, value in vars(say).items() if isinstance(value, Text)}
    return SimpleNamespace(**{name: text(lang) for name, text in texts.items()})
