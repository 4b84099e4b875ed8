"""A plan as TOML, read and written in the manner of the plans that come with the product.

A mistake in a file names the file, the key and the reason. `plan_updating` changes a file that
somebody has written in by hand only where the plan changed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resultatplan.plan import Plan
from texts import handwritten as say
from texts.language import DANISH, Language, Said, phrase
from texts.language import say as in_words

TOML = "TOML"
"""The key that a mistake has where the file is no TOML at all."""

Value = str | int | bool | Decimal | date | Sequence["Value"] | Mapping[str, "Value"]
Table = Mapping[str, Value]

_ENDLESS_KEY = re.compile(rb"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){100}""")
"""A hundred tables in one another: reading thousands takes hours."""
RULER = f"# {'-' * 93}"
"""Stands above each section."""
_TABLES = ("scoring", "reporting", "bonus")
_LISTED_TABLES = ("frames", "tolerances", "sections", "goals", "criteria", "rulings")
"""What stands below a heading of its own: `[reporting]`, `[[sections.goals]]`."""


class PlanError(ValueError):
    """A plan file that cannot be used: which file, and of each mistake its key and its reason."""

    def __init__(self, file: Path, mistakes: Iterable[tuple[str, Said]]) -> None:
        self.file = file
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.messages()))

    def messages(self, lang: Language = DANISH) -> tuple[str, ...]:
        """A line for each mistake: `plan.toml: sections[1].title: mangler.`"""
        return tuple(
            f"{self.file.name}: {key}: {in_words(reason, lang)}" for key, reason in self.mistakes
        )


def read_plan(file: Path) -> Plan:
    """The plan in a TOML file.

    Raises `PlanError` for a file that is no TOML or holds no valid plan, `OSError` when it
    cannot be read.
    """
    return parse_plan(plan_bytes(file), file)


def plan_bytes(file: Path) -> bytes:
    """The content of a plan file. Raises `PlanError` for what is none: a folder, pipe or device."""
    if file.exists() and not file.is_file():
        reason = phrase(say.CANNOT_BE_READ, reason=say.NOT_A_FILE)
        raise PlanError(file, [(say.THE_FILE(), reason)])
    return file.read_bytes()


def parse_plan(content: bytes, file: Path) -> Plan:
    """The plan in a TOML file's content; `file` is named in the mistakes. Raises `PlanError`."""
    if _ENDLESS_KEY.search(content):
        raise PlanError(file, [(TOML, say.TOO_DEEP)])
    try:
        data = tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise PlanError(file, [(TOML, say.NOT_UTF8)]) from error
    except RecursionError as error:
        raise PlanError(file, [(TOML, say.TOO_DEEP)]) from error
    except ValueError as error:  # no TOML, or a number of thousands of digits
        raise PlanError(file, [(TOML, say.not_toml(str(error)))]) from error
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        raise PlanError(file, _mistakes(error)) from error


def _mistakes(error: ValidationError) -> list[tuple[str, Said]]:
    """Each mistake once: a list that is too short only because its items failed says nothing."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]

    def is_echo(place: tuple[int | str, ...]) -> bool:
        depth = len(place)
        return any(len(other) > depth and other[:depth] == place for other in places)

    return [
        (_key(detail["loc"]), refusal(detail))
        for detail in details
        if detail["type"] != "too_short" or not is_echo(detail["loc"])
    ]


def _key(location: tuple[int | str, ...]) -> str:
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return key.lstrip(".") or "plan"


def refusal(detail: ErrorDetails) -> Said:
    """Why the plan's model refuses a value."""
    fields = detail.get("ctx", {})
    if "reason" in fields:
        told: Said = fields["reason"]
        return told
    text = say.REASONS.get(detail["type"])
    return (
        phrase(text, **{name: str(each) for name, each in fields.items()})
        if text
        else detail["msg"]
    )


def written_plan(plan: Plan) -> str:
    """The whole plan as a new TOML file; what stands at its default is left out."""
    return "\n".join(_table_lines(plan.model_dump(exclude_defaults=True), ())) + "\n"


def _table_lines(table: Table, path: tuple[str, ...]) -> Iterator[str]:
    """The lines of a table: first its values, then the tables in it, each with its heading."""
    below = [name for name in table if name in (*_TABLES, *_LISTED_TABLES)]
    for name, value in table.items():
        if name not in below:
            yield f"{name} = {_written_value(value)}"
    for name in below:
        value = table[name]
        inner = (*path, name)
        if isinstance(value, Mapping):
            yield from ("", f"[{'.'.join(inner)}]", *_table_lines(value, inner))
        elif isinstance(value, Sequence):
            for each in value:
                if isinstance(each, Mapping):
                    ruler = ("", RULER) if inner == ("sections",) else ()
                    yield from (*ruler, "", f"[[{'.'.join(inner)}]]", *_table_lines(each, inner))


def _written_value(value: Value, *, on_one_line: bool = False) -> str:
    """A value as TOML writes it; a text with paragraphs or a list over several lines."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        parts = (
            f"{name} = {_written_value(each, on_one_line=True)}" for name, each in value.items()
        )
        return f"{{ {', '.join(parts)} }}"
    if isinstance(value, str):
        # Between its quotation marks a text is written as in JSON.
        lines = [json.dumps(each, ensure_ascii=False)[1:-1] for each in value.split("\n")]
        text = ("\\n" if on_one_line else "\n").join(lines).replace("\x7f", "\\u007f")
        return f'"""\n{text}"""' if "\n" in text else f'"{text}"'
    listed = [_written_value(each, on_one_line=on_one_line) for each in value]
    if on_one_line or not listed:
        return f"[{', '.join(listed)}]"
    return "".join(("[\n", *(f"    {each},\n" for each in listed), "]"))
