"""Letters and numbers of columns, beyond Z too."""

import pytest

from workbooks.coordinates import absolute, column_letter, column_number, position_of


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("ZZ", 702), ("XFD", 16384)],
)
def test_letters_and_numbers_are_each_others(letters, number):
    assert column_number(letters) == number
    assert column_letter(number) == letters


def test_an_address_is_a_column_and_a_row():
    assert position_of("C11") == (3, 11)
    assert position_of("AB7") == (28, 7)
    assert absolute("AB7") == "$AB$7"
