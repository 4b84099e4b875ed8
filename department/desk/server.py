"""The desk's server: on this machine alone, for whoever knows its address, until it is closed."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import click
from flask import Flask, Response, abort, request
from waitress import create_server
from waitress.server import BaseWSGIServer
from waitress.wasyncore import close_all
from werkzeug.exceptions import HTTPException

from department.desk import agency, incoming, plan_pages, reply
from department.desk.office import Office
from department.desk.shell import give_language, language, page, pages, take_language
from department.page.webpage import TRUSTED
from texts import desk as say
from texts.commandline import disk_reason
from texts.language import DANISH, ENGLISH, Language

HOST = "127.0.0.1"
_THREADS = 8
_MOST_PARTS, _MOST_BYTES = 20_000, 2**30
"""Files of a folder that is dropped at once, and all that they hold."""
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src"
        f" 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; {TRUSTED}"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_REFUSALS = {
    400: say.NOT_UNDERSTOOD,
    404: say.NO_SUCH_PAGE,
    405: say.NO_SUCH_PAGE,
    413: say.TOO_MUCH,
}


@dataclass(frozen=True)
class Server:
    """A desk that waits for its pages to be asked for."""

    address: str
    """What the browser is to open."""
    run: Callable[[], None]
    """Answers until the desk is closed, from a page or by Ctrl-C."""
    stop: Callable[[], None]
    """Lets `run` come back; from any thread."""


def serving(office: Office, lang: Language, port: int = 0) -> Server:
    """The desk's server, listening. `OSError` when the port is taken."""
    listening = socket.create_server((HOST, port))
    origin = f"http://{HOST}:{listening.getsockname()[1]}"
    token = secrets.token_urlsafe(32)
    sockets: dict[int, object] = {}

    def stop() -> None:
        server.trigger.pull_trigger(partial(close_all, sockets))

    app = make_app(office, origin, token, stop)
    # It takes more than the app does, which refuses in a sentence what is too much.
    takes = {"threads": _THREADS, "max_request_body_size": 2 * _MOST_BYTES}
    server: BaseWSGIServer = create_server(
        app, map=sockets, sockets=[listening], ident=None, **takes
    )
    return Server(f"{origin}/{token}/{lang}/", server.run, stop)


def make_app(office: Office, origin: str, token: str, stop: Callable[[], None]) -> Flask:
    """The desk's pages at `origin`, all under the token; nobody else is let in."""
    app = Flask(__name__, static_folder=None)
    app.config.update(MAX_FORM_PARTS=_MOST_PARTS, MAX_CONTENT_LENGTH=_MOST_BYTES)
    app.extensions |= {"office": office, "stop": stop}
    app.before_request(partial(_guard, origin, token))
    app.after_request(_close_in)
    app.url_value_preprocessor(take_language)
    app.url_defaults(give_language)
    app.register_error_handler(click.ClickException, _trouble)
    app.register_error_handler(OSError, _disk_trouble)
    app.register_error_handler(HTTPException, _refusal)
    within = f"/{token}/<any({DANISH}, {ENGLISH}):lang>"
    for each in (pages, incoming.pages, agency.pages, reply.pages, plan_pages.pages):
        app.register_blueprint(each, url_prefix=f"{within}{each.url_prefix or ''}")

    return app


def _guard(origin: str, token: str) -> None:
    """Let in what knows the token and comes from the desk's own pages; whatever else gets a 403.

    The name of the host is checked because a page elsewhere could give its own name this
    machine's number, the origin because it could post a form to it.
    """
    first = request.path.split("/")[1]
    asked_by = request.headers.get("Origin", "" if request.method == "POST" else origin)
    is_ours = f"http://{request.host}" == origin and asked_by == origin
    if not (is_ours and secrets.compare_digest(first.encode(), token.encode())):
        abort(403)


def _close_in(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers[name] = value
    return response


def _trouble(error: click.ClickException) -> tuple[Response, int]:
    """What is in the way, in a sentence."""
    return page("trouble.html.j2", message=error.format_message()), 409


def _disk_trouble(error: OSError) -> tuple[Response, int]:
    """What the disk refuses, in a sentence too."""
    told = {"path": error.filename or "", "reason": disk_reason(error, language())}
    return _trouble(click.ClickException(say.DISK_TROUBLE(language(), **told)))


def _refusal(error: HTTPException) -> tuple[Response, int]:
    """A page that is not there, or a fault; whoever is not let in learns nothing."""
    code = error.code or 500
    if code == 403:
        return Response(error.name, mimetype="text/plain"), code
    message = _REFUSALS.get(code, say.FAULT)
    return page("trouble.html.j2", message=message(language())), code
