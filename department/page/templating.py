"""The templates, and the page's style and script with their hashes.

Everything that is put into the page is escaped, and what does something without being shown
(control characters, what turns the direction of writing) is replaced, whoever wrote it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from platformdirs import user_cache_path

from department.output import inert
from department.page.kept_code import KeptCode
from workbooks.template import palette

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


class Assets(NamedTuple):
    """Style and script as they stand in the page, and the policy that allows these two alone."""

    style: Markup
    script: Markup
    policy: str


@cache
def environment() -> Environment:
    """The templates' environment."""
    made = Environment(
        loader=PackageLoader("department.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_kept_code(),
    )
    made.filters["unbroken"] = unbroken
    return made


def _kept_code() -> KeptCode | None:
    """Keeps what this program and this Jinja compile; None where the user has no folder for it.

    The settings above are part of the code too: escaping is compiled in.
    """
    folder = user_cache_path("resultatplan", appauthor=False) / "templates"
    if not folder.is_absolute():
        return None
    own_text = files("department.page").joinpath("templating.py").read_text(encoding="utf-8")
    return KeptCode(folder, f"{version('jinja2')}\n{own_text}")


@cache
def assets() -> Assets:
    """The page's style and script, read once."""
    folder = files("department.page")
    colours = "".join(f"--{name}:#{value};" for name, value in _COLOURS.items())
    style = f":root{{{colours}}}\n" + (folder / "style.css").read_text(encoding="utf-8")
    script = (folder / "script.js").read_text(encoding="utf-8")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types rp",
        )
    )
    return Assets(Markup(style), Markup(script), policy)  # noqa: S704 (the package's own files)


def unbroken(text: str) -> Markup:
    """The text with its dates kept on one line."""
    return Markup(_DATE.sub(r'<span class="n">\1</span>', str(escape(inert(text)))))  # noqa: S704


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _finalize(value: object) -> object:
    if type(value) is not str or value.isprintable():
        return value
    return inert(value)
