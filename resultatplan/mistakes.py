"""A mistake in a plan that can be told in the reader's language."""

from __future__ import annotations

from texts.language import ENGLISH, Text
from texts.said import Said, phrase, say


class PlanMistakeError(ValueError):
    """A plan that contradicts itself: `PlanMistakeError(texts.SOMETHING, key="1.1.a")`."""

    def __init__(self, text: Text, **fields: Said) -> None:
        self.said: Said = phrase(text, **fields)
        super().__init__(say(self.said, ENGLISH))
