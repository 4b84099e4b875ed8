"""The words that findings and explanations are put together of."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from types import ModuleType

import pytest

from texts import explanations, judging
from texts.language import Text


def texts_of(module: ModuleType) -> Iterator[tuple[str, Text]]:
    for name, value in vars(module).items():
        if isinstance(value, Text):
            yield name, value
        elif isinstance(value, dict) and name.isupper():
            yield from ((f"{name}[{key}]", text) for key, text in value.items())


TEXTS = [
    pytest.param(text, id=f"{module.__name__}.{name}")
    for module in (judging, explanations)
    for name, text in texts_of(module)
]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("text", TEXTS)
def test_both_languages_are_there_and_name_the_same_fields(text: Text) -> None:
    assert bool(text.da) == bool(text.en)
    assert fields(text.da) == fields(text.en)


def test_there_are_such_words() -> None:
    assert len(TEXTS) > 100
