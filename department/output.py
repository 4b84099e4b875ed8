"""What leaves the program: text that steers nothing, files written whole or not at all."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

import click

from texts import commandline as say
from texts.language import Language, Text

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters but tab and line feed, what turns the direction of writing, no characters."""

_LINE_END = re.compile("[\n\u2028\u2029]")

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\N{REPLACEMENT CHARACTER}]')
_LONGEST_NAME = 100

_FORMULA = re.compile(r"(^\s*|[,;\t\n] *)(?=[=+@-])")
"""Where a formula begins: at the start, or behind what another spreadsheet separates cells by."""


def inert(text: str) -> str:
    """The text with replacement characters for what is not shown but does something."""
    if text.isprintable():
        return text
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def inert_line(text: str) -> str:
    """The same on one line."""
    return _LINE_END.sub("\N{REPLACEMENT CHARACTER}", inert(text))


def filed(name: str) -> str:
    """The last part of a file's name, such as every system can hold."""
    path = PureWindowsPath(inert_line(name))
    stem = _FORBIDDEN.sub("_", path.stem)[:_LONGEST_NAME].strip(" .") or "fil"
    return stem + _FORBIDDEN.sub("_", path.suffix)[:_LONGEST_NAME].rstrip(" .")


def numbered(path: Path, is_taken: Callable[[Path], bool]) -> Path:
    """The path, with a number behind its name where that is taken: `rapport (2).xlsx`."""
    free, number = path, 2
    while is_taken(free):
        free, number = path.with_stem(f"{path.stem} ({number})"), number + 1
    return free


def escaped(json_text: str) -> str:
    """JSON with the same characters written as `\\u202e`: it says the same, and does nothing."""
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def echo(text: str, *, err: bool = False) -> None:
    """Print words that may hold somebody's names, so that they steer nothing."""
    click.echo(inert(text), err=err)


def print_json(document: object) -> None:
    """Print a document as JSON that steers nothing."""
    click.echo(escaped(json.dumps(document, ensure_ascii=False, indent=2)))


def inert_cell(text: str) -> str:
    """The text as a cell of a csv file: a spreadsheet that opens it sees no formula in it."""
    return _FORMULA.sub(r"\1'", inert(text))


def write_bytes(path: Path, data: bytes, lang: Language) -> None:
    """Write a file through a temporary one beside it, so that a reader never sees half of it.

    Raises `click.ClickException` with a plain sentence when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = say.disk_reason(error, lang)
        advice = say.CLOSE_IT(lang) if say.may_be_open(error) else ""
        words = say.CANNOT_WRITE(lang, path=path, reason=reason) + advice
        raise click.ClickException(words) from error


@contextmanager
def said_plainly(path: Path | str, lang: Language, text: Text = say.CANNOT_READ) -> Iterator[None]:
    """Say in a sentence (`click.ClickException`) why the disk does not give, or take, a path."""
    try:
        yield
    except OSError as error:
        reason = say.disk_reason(error, lang)
        raise click.ClickException(text(lang, path=path, reason=reason)) from error


def deliver(path: Path, data: bytes, lang: Language) -> None:
    """Write a file that was asked for, and say so; errors as `write_bytes`."""
    write_bytes(path, data, lang)
    echo(say.WROTE(lang, path=path))
