"""What a number format shows, of one number and of all."""

import pytest

from workbooks.reading.number_formats import Shows, what_it_always_shows, what_it_shows


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", Shows.NUMBER),
        ("0.0##\\ %", Shows.PERCENT),
        ("dd-mm-yyyy", Shows.DATE),
        (";;;", Shows.SOMETHING_ELSE),
        ("0" * 300, Shows.SOMETHING_ELSE),
    ],
)
def test_what_a_format_shows_of_every_number(code, shown):
    assert what_it_always_shows(code) is shown
    assert {what_it_shows(code, number) for number in (-2.5, -1, 0, 0.1, 82)} == {shown}


@pytest.mark.parametrize("code", ["0;;0", "0;0;", '0;"9"', "0%;0", "[>1]0;0%"])
def test_a_format_may_show_some_numbers_otherwise(code):
    """The last one shows something else of every number, since it depends on the number."""
    shown = {what_it_shows(code, number) for number in (-2.5, 0, 82)}

    assert what_it_always_shows(code) is (None if len(shown) > 1 else Shows.SOMETHING_ELSE)
    assert shown != {Shows.NUMBER}
