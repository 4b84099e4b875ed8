"""What every page of the desk stands in: its language, navigation, look; and how it is closed."""

from __future__ import annotations

import threading
from datetime import date
from functools import cache
from importlib.resources import files

import click
from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    redirect,
    request,
    send_from_directory,
    url_for,
)
from jinja2 import Environment
from werkzeug.wrappers import Response as AnyResponse

from department.bilingual import typed_day as read_day
from department.desk.office import office
from department.documents import said_now
from department.links import LeadsTo
from department.page.webpage import environment, page_script, stylesheet
from department.record import Summary
from resultatplan.plan import deadline_of
from texts import desk as say
from texts.language import DANISH, ENGLISH, Language

pages = Blueprint("desk", __name__)

_PAUSE = 0.5
"""Seconds in which the last page is sent before the server stops."""


def take_language(_: str | None, values: dict[str, object] | None) -> None:
    """The language that the address of a page names."""
    if values and "lang" in values:
        g.lang = values.pop("lang")


def give_language(endpoint: str, values: dict[str, object]) -> None:
    """Every page leads to pages in its own language."""
    if current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values.setdefault("lang", language())


def language() -> Language:
    """The language of the page that is asked for."""
    return ENGLISH if g.get("lang") == ENGLISH else DANISH


def page(template: str, **fields: object) -> Response:
    """A page of the desk, from its template."""
    made = _environment(language())
    return Response(made.get_template(template).render(office=office(), **fields))


@cache
def _environment(lang: Language) -> Environment:
    made = environment(lang, "desk/templates")
    made.globals |= {
        "desk": said_now(lang, say),
        "url": url_for,
        "other_language": _in_other_language,
        "deadline_of": deadline_of,
        "seen": seen,
        "here": "",
    }
    return made


def _in_other_language() -> str:
    """The address of the same page in the other language; of what was posted, the desk's."""
    other = DANISH if language() == ENGLISH else ENGLISH
    if request.method == "POST" or request.endpoint is None:
        return url_for("incoming.inbox", lang=other)
    return url_for(request.endpoint, **{**(request.view_args or {}), "lang": other})


def seen(stands: object) -> str:
    """What a form is sent back with, so that nobody writes over what was never shown."""
    return str(hash(stands))


def require_seen(stands: object) -> None:
    """Raises `click.ClickException` where somebody wrote since the form was shown."""
    if request.form.get("seen", seen(stands)) != seen(stands):
        raise click.ClickException(say.CHANGED_MEANWHILE(language()))


class FilePages(LeadsTo):
    """Leads from a received file to its page."""

    def to(self, report: Summary) -> str | None:
        """The address of the page; none of a file that is being judged for the first time."""
        return url_for("incoming.file", receipt=report.number) if report.number else None

    def agency(self, plan_id: str) -> str:
        """The address of the agency's page."""
        return url_for("agency.agency", plan_id=plan_id)


def typed_day(name: str) -> date | None:
    """A day that was chosen in a form; None where none was."""
    typed = request.values.get(name, "")
    return read_day(typed, language()) if typed else None


@pages.get("/style.css")
def style() -> Response:
    """The look of the overview's page, and what the desk has besides."""
    return Response(f"{stylesheet()}\n{_asset('desk.css')}", mimetype="text/css")


@pages.get("/overview.js")
def overview_script() -> Response:
    """The script of the overview's page."""
    return Response(page_script(), mimetype="text/javascript")


@pages.get("/desk.js")
def desk_script() -> Response:
    """What takes dropped files and shows how far a round has come."""
    return Response(_asset("desk.js"), mimetype="text/javascript")


def _asset(name: str) -> str:
    return (files("department.desk") / name).read_text(encoding="utf-8")


@pages.get("/written/<path:name>")
def written(name: str) -> Response:
    """A file that was written, to be opened elsewhere; what lies in the register has its page."""
    register = office().address.folder
    folder = office().out.absolute()
    if register is not None and (folder / name).resolve().is_relative_to(register.resolve()):
        abort(404)
    return send_from_directory(folder, name, as_attachment=True)


@pages.post("/overview/open")
def open_overview() -> AnyResponse:
    """Open the overview workbook in this machine's Excel."""
    if not office().overview.exists():
        raise click.ClickException(say.NO_OVERVIEW(language()))
    click.launch(str(office().overview))
    return redirect(url_for("incoming.overview"), 303)


@pages.post("/stop")
def stop() -> Response:
    """Close the desk, once this page is sent."""
    threading.Timer(_PAUSE, current_app.extensions["stop"]).start()
    return page("closed.html.j2")
