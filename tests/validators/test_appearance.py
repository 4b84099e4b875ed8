"""What a reader of the workbook cannot see as it is, and in which cell."""

import pytest

from tests.hostile.appearance import with_rule_of
from tests.hostile.original import original
from tests.validators.reports import findings_of, told
from workbooks.form import Sheet


@pytest.mark.parametrize(
    ("code", "places", "cell", "key"),
    [
        ("&quot;100 %&quot;", "U1:U9 I13", "I13", "1.1.b"),
        (";;;", "U9 I12:I13", "I12", "1.1.a"),
        ("0%", "I12:I13", "I12", "1.1.a"),
        ("0", "I12:I13", "I13", "1.1.b"),
    ],
)
def test_a_conditional_format_is_told_at_the_first_cell_it_misrepresents(code, places, cell, key):
    assert told(with_rule_of(code, places)(original())) == [("RP-318", Sheet.REPORT, cell, key)]


def test_a_conditional_format_is_told_with_its_format_and_the_value():
    message = findings_of(with_rule_of(";;;", "I12")(original()))[0].message()

    assert ";;; i en betinget formatering" in message and "(55)" in message
