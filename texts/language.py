"""A text in both languages, and how to pick one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Language = Literal["da", "en"]

DANISH: Language = "da"
ENGLISH: Language = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Danish and English; `{name}` marks a field to be filled in."""

    da: str
    en: str

    def __call__(self, lang: Language = DANISH, /, **fields: object) -> str:
        """The text in `lang` with its fields filled in (KeyError when one is missing)."""
        chosen = self.da if lang == DANISH else self.en
        return chosen.format(**fields) if fields else chosen


def in_both(say: Callable[[Language], str]) -> Text:
    """A finished text in both languages, from what says it in either."""
    return Text(say(DANISH), say(ENGLISH))
