from __future__ import annotations

import pytest

from workbooks.blueprint.text_height import LINE_HEIGHT, height_of, lines_needed


def test_a_short_text_takes_one_line() -> None:
    assert lines_needed("Andel tilfredse borgere", 46) == 1


def test_each_line_of_its_own_counts() -> None:
    assert lines_needed("a\nb\n\nc", 46) == 4


@pytest.mark.parametrize(("words", "lines"), [(8, 1), (9, 2), (16, 2), (40, 5)])
def test_a_longer_text_wraps(words: int, lines: int) -> None:
    # Eight of these words fit in a column of 54 characters.
    assert lines_needed("måling " * words, 54) == lines


def test_a_narrow_column_takes_more_lines_than_a_wide_one() -> None:
    text = "Institutionen afholder et møde med samtlige kommuner i løbet af foråret."
    assert lines_needed(text, 20) > lines_needed(text, 60)


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert lines_needed("m" * 60, 20) > 3


def test_height_follows_the_lines() -> None:
    assert height_of("a\nb", 46) - height_of("a", 46) == LINE_HEIGHT
