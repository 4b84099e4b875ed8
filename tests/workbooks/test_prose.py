"""How many lines a text takes in a column."""

import pytest

from workbooks.blueprint.prose import LINE_HEIGHT, height_of, lines_needed


@pytest.mark.parametrize(
    ("text", "lines"),
    # Eight of these words fit in a column of 54 characters.
    [*(("måling " * words, lines) for words, lines in [(8, 1), (9, 2), (40, 5)]), ("a\nb\n\nc", 4)],
)
def test_a_text_wraps_and_keeps_its_own_lines(text, lines):
    assert lines_needed(text, 54) == lines
    assert height_of(text, 54) - height_of("a", 54) == (lines - 1) * LINE_HEIGHT


def test_a_narrow_column_takes_more_lines_than_a_wide_one():
    text = "Institutionen afholder et møde med samtlige kommuner i løbet af foråret."
    assert lines_needed(text, 20) > lines_needed(text, 60)


def test_a_word_wider_than_the_column_is_broken():
    assert lines_needed("m" * 60, 20) > 3
