"""The desk as one web page, written agency by agency from the templates beside it.

A state is a symbol, a colour and a word. Everything that is put into the page is escaped, and what
does something without being shown (control characters, what turns the direction of writing) is
replaced, whoever wrote it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup, escape

from department import wording
from department.documents import templates
from department.links import NO_LINKS, LeadsTo
from department.output import inert
from department.page.agencies import ATTENTION, LATE, Lists, lines, part_of, strays
from department.page.charts import history_charts
from department.record import FindingRecord
from department.standing import Desk, Slot, SlotState
from department.tables import Year
from resultatplan.criteria import State
from resultatplan.plan import Plan
from resultatplan.rulings import left_as
from texts import page as say
from texts import standing
from texts.language import DANISH, ENGLISH, Language, Text, day, weekday
from workbooks.form import GREEN, RED, YELLOW
from workbooks.template import palette

_MARK = Markup('<span class="{}">{}</span>')
_UNANSWERED, _ON_LEVEL, _BELOW_LEVEL = "unanswered", "on_level", "below_level"
"""What still pends in the final report counts as not fulfilled; how a pending figure stands."""

_MARKS: Mapping[str, tuple[str, str, Text]] = {
    State.FULFILLED: ("yes", "g", standing.STATES["fulfilled"]),
    State.NOT_FULFILLED: ("no", "r", standing.STATES["not_fulfilled"]),
    State.PENDING: ("clock", "n", standing.STATES["pending"]),
    State.PARTIAL: ("half", "y", standing.STATES["partial"]),
    State.WITHDRAWN: ("dash", "n", standing.STATES["withdrawn"]),
    State.NOT_MEASURED: ("dash", "n", standing.STATES["not_measured"]),
    _ON_LEVEL: ("clock", "g", standing.ON_LEVEL),
    _BELOW_LEVEL: ("clock", "y", standing.BELOW_LEVEL),
    _UNANSWERED: ("no", "r", standing.NOT_REPORTED_IN_FINAL),
    SlotState.ACCEPTED: ("yes", "g", standing.SLOTS["accepted"]),
    SlotState.RETURNED: ("mend", "y", standing.SLOTS["returned"]),
    SlotState.MISSING: ("no", "r", standing.SLOTS["missing"]),
    SlotState.WAITING: ("clock", "n", standing.SLOTS["waiting"]),
    "error": ("stop", "r", standing.SEVERITIES["error"]),
    "warning": ("warn", "y", standing.SEVERITIES["warning"]),
    "info": ("info", "n", standing.SEVERITIES["info"]),
    GREEN: ("round", "g", standing.FORECASTS[GREEN]),
    YELLOW: ("warn", "y", standing.FORECASTS[YELLOW]),
    RED: ("stop", "r", standing.FORECASTS[RED]),
}
"""The symbol, the colour and the word of a goal's or criterion's state, a period's, a finding's
severity, and the agency's own forecast."""
_LEGEND = (*State, _ON_LEVEL, _BELOW_LEVEL, SlotState.RETURNED)


def marks(lang: Language) -> dict[str, tuple[str, str]]:
    """Every mark: classes of style.css for its symbol and colour, and the word."""
    return {
        key: (f"m {colour} {symbol}", text(lang).capitalize())
        for key, (symbol, colour, text) in _MARKS.items()
    }


class Words:
    """What the templates call to say something in one language."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.marks = {key: _MARK.format(*mark) for key, mark in marks(lang).items()}

    def state(self, state: State, is_final: bool = False, on_level: bool | None = None) -> Markup:
        """The mark of a goal or criterion; `is_final` where what pends is not fulfilled.

        `on_level` is whether a pending figure would be met if the year ended with it.
        """
        if state is State.PENDING and is_final:
            return self.marks[_UNANSWERED]
        if state is State.PENDING and on_level is not None:
            return self.marks[_ON_LEVEL if on_level else _BELOW_LEVEL]
        return self.marks[state]

    def status(self, status: str) -> Markup | str:
        """The mark of the agency's own forecast; what else it typed as it stands."""
        return self.marks[status] if status in standing.FORECASTS else status

    def legend(self, plans: Iterable[Plan]) -> list[Markup]:
        """The marks that have to be explained; what has left only as it has in these plans."""
        rulings = [each for plan in plans for each in plan.in_force.values() if each.is_out]
        unused = {each for each in State if each.has_left} - {left_as([each]) for each in rulings}
        return [self.marks[each] for each in _LEGEND if each not in unused]

    def message(self, finding: FindingRecord) -> str:
        """The message without the place in front of it, which has a column of its own."""
        message, place = finding.message(self.lang), finding.place
        for head in (f"{place} ({finding.key}): ", f"{place}: "):
            if place and message.startswith(head):
                return message.removeprefix(head)
        return message


def next_deadline(slots: Iterable[Slot], lang: Language) -> str:
    """The first deadline to come of a report that has not come; nothing where there is none."""
    waiting = (slot for slot in slots if slot.state is SlotState.WAITING)
    slot = min(waiting, key=lambda each: (each.due, each.plan.institution), default=None)
    if slot is None:
        return ""
    agency, period = slot.plan.institution, slot.period.name
    due, on = day(slot.due, lang), weekday(slot.due, lang)
    return say.NEXT_DEADLINE(lang, due=due, weekday=on, agency=agency, period=period)


def slot_note(slot: Slot, lang: Language) -> str:
    """What is said beside a period's state: what is to be mended, when it came or is due."""
    said = wording.mending_words(slot, lang), wording.slot_time_words(slot, lang, dated=True)
    return ", ".join(filter(None, said))


TRUSTED = "require-trusted-types-for 'script'; trusted-types rp"
"""The part of a policy that lets `script.js` alone make elements of text."""
_CHUNK = 100
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
    stream = (
        environment(lang)
        .get_template("page.html.j2")
        .stream(
            style=Markup(style),  # noqa: S704 (the package's own files)
            script=Markup(script),  # noqa: S704
            policy=policy,
            **contents(desk, lang, links),
        )
    )
    stream.enable_buffering(_CHUNK)
    page = io.BytesIO()
    stream.dump(page, encoding="utf-8", errors="replace")
    return page.getvalue()


def contents(desk: Desk, lang: Language, links: LeadsTo) -> dict[str, object]:
    """What `contents.html.j2` is filled in with.

    One agency after another is opened as it is rendered, and its reports are let go of.
    """
    agencies, lists = lines(desk), Lists()
    return {
        "links": links,
        "today": day(desk.today, lang),
        "attention": ATTENTION,
        "counts": desk.tally,
        "next_deadline": next_deadline(desk.slots, lang),
        "quarters": [text(lang) for text in standing.QUARTERS],
        "agencies": agencies,
        "part_of": lambda line: part_of(desk, line, lists),
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


def total_words(year: Year, lang: Language) -> list[str]:
    """How the total of the report to go by comes about, and what follows from it in each frame."""
    if year.to_go_by is None:
        return []
    report = year.to_go_by.summary
    words = wording.arithmetic_words(year.plan, report, year.to_go_by.goals, lang)
    arithmetic = say.ARITHMETIC(lang, period=report.period_name or "", words=words)
    return [arithmetic, *wording.payouts_words(year.plan, report, lang)]


@cache
def environment(lang: Language, *others: str) -> Environment:
    """The templates, and what they say things with, in one language.

    With those of `others`, for folders that show parts of the page elsewhere.
    """
    made = templates(lang, standing, say, folders=("page/templates", *others))
    made.filters["bracketed"] = lambda text, is_so: f"[{text}]" if is_so else text
    made.filters["unbroken"] = _unbroken
    made.globals.update(
        # Agencies and plans speak Danish in both languages.
        da=Markup(' lang="da"') if lang == ENGLISH else "",
        words=Words(lang),
        labels={column: text(lang) for column, text in say.COLUMNS.items()},
        severities=list(standing.SEVERITIES),
        roles={role: text(lang).capitalize() for role, text in standing.ROLES.items()},
        note=partial(slot_note, lang=lang),
        total_words=partial(total_words, lang=lang),
        history_charts=partial(history_charts, lang=lang),
    )
    return made


def stylesheet() -> str:
    """The page's style, with the colours of the workbooks."""
    colours: dict[str, str] = {}
    for constant, value in vars(palette).items():
        name = constant.lower().replace("_", "-")
        if isinstance(value, palette.Signal):
            colours |= {f"{name}-fill": value.fill, f"{name}-ink": value.ink}
        elif constant.isupper():
            colours[name] = value
    declared = "".join(f"--{name}:#{value};" for name, value in colours.items())
    return f":root{{{declared}}}\n{_asset('style.css')}"


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
