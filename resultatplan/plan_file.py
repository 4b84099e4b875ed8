"""Reading a plan from TOML: a mistake in it names the file, the key and the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resultatplan.goals import PlanMistakeError
from resultatplan.plan import Plan
from texts import handwritten as say
from texts.language import DANISH, Language, Said, phrase
from texts.language import say as in_words

TOML = "TOML"
"""The key that a mistake has where the file is no TOML at all."""


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
    return parse_plan(file.read_bytes(), file)


def parse_plan(content: bytes, file: Path) -> Plan:
    """The plan in a TOML file's content; `file` is named in the mistakes. Raises `PlanError`."""
    try:
        data = tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise PlanError(file, [(TOML, say.NOT_UTF8)]) from error
    except RecursionError as error:
        raise PlanError(file, [(TOML, say.TOO_DEEP)]) from error
    except tomllib.TOMLDecodeError as error:
        raise PlanError(file, [(TOML, phrase(say.NOT_TOML, reason=str(error)))]) from error
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
        (_key(detail["loc"]), _reason(detail))
        for detail in details
        if detail["type"] != "too_short" or not is_echo(detail["loc"])
    ]


def _key(location: tuple[int | str, ...]) -> str:
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return key.lstrip(".") or "plan"


def _reason(detail: ErrorDetails) -> Said:
    context = detail.get("ctx", {})
    mistake = context.get("error")
    if isinstance(mistake, PlanMistakeError):
        return mistake.said
    text = say.REASONS.get(detail["type"])
    if text is None:
        return detail["msg"].removeprefix("Value error, ")
    return phrase(text, **{name: str(value) for name, value in context.items()})
