"""What a number format shows of a number."""

import pytest

from workbooks.reading.number_formats import Shows, what_it_shows


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.0##\\ %", Shows.PERCENT),
        ("0" * 300, Shows.SOMETHING_ELSE),
    ],
)
def test_what_a_format_shows_of_every_number(code, shown):
    assert {what_it_shows(code, number) for number in (-2.5, -1, 0, 0.1, 82)} == {shown}


N, P, X = Shows.NUMBER, Shows.PERCENT, Shows.SOMETHING_ELSE


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0;;0", (X, N, N)),
        ("0;0;", (N, X, N)),
        ('0;"9"', (X, N, N)),
        ("0%;0", (N, P, P)),
        ("[>1]0;0%", (X, X, X)),
    ],
)
def test_a_format_may_show_some_numbers_otherwise(code, shown):
    """The last one shows something else of every number, since it depends on the number."""
    assert tuple(what_it_shows(code, number) for number in (-2.5, 0, 82)) == shown
