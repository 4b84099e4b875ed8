"""Letters and numbers of columns, beyond Z too."""

import pytest

from workbooks.coordinates import column_letter, column_number


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("ZZ", 702), ("XFD", 16384)],
)
def test_letters_and_numbers_are_each_others(letters, number):
    assert column_number(letters) == number
    assert column_letter(number) == letters
