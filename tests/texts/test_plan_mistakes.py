"""What a hand-written plan is refused for can be said in both languages, with the same fields."""

from __future__ import annotations

import string

import pytest

from texts import plan_mistakes
from texts.language import Text

TEXTS = {name: each for name, each in vars(plan_mistakes).items() if isinstance(each, Text)}
MORE_IN_ONE = {"RULE_UNREADABLE", "DEADLINE_OUTSIDE"}
"""One language quotes more than the other."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", sorted(set(TEXTS) - MORE_IN_ONE))
def test_both_languages_name_the_same_fields(name: str) -> None:
    assert fields(TEXTS[name].da) == fields(TEXTS[name].en)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_danish_and_english_are_no_copies(name: str) -> None:
    assert TEXTS[name].da != TEXTS[name].en
