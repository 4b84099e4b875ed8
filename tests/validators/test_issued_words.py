"""A later version of the product may word its templates anew: older ones are judged the same."""

import pytest

from tests.validators.damage import Formula, put
from tests.validators.reports import NOT_CALCULATED, complete_report, findings_of, plan_named
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.identity import is_loose, words_mark
from workbooks.form import PROSE, Sheet

OLD_WORDS = "Sådan stod der i den forrige udgave af produktet."
LEAD = (Sheet.MASTER, "A3")
MARK = (Sheet.HIDDEN, "B6")


def mark_of_old_words() -> str:
    """The mark of a template that says something else in one lead."""
    return words_mark(
        OLD_WORDS if (spec.name, address) == LEAD else str(cell.value)
        for spec in blueprint_of(plan_named()).sheets
        if spec.name not in (*PROSE, Sheet.HIDDEN)
        for address, cell in spec.cells.items()
        if is_loose(cell)
    )


def codes(data: bytes) -> list[str]:
    return [each.code for each in findings_of(data) if each.code != NOT_CALCULATED]


def test_a_template_with_the_words_of_its_time_is_as_agreed():
    data = put(complete_report(), {LEAD: OLD_WORDS, MARK: mark_of_old_words()})

    assert codes(data) == []


def test_words_that_were_changed_since_are_told():
    assert codes(put(complete_report(), {LEAD: OLD_WORDS})) == ["RP-309"]


def test_a_formula_is_no_word_of_the_template():
    typed = Formula(f'="{OLD_WORDS}"', OLD_WORDS)

    data = put(complete_report(), {LEAD: typed, MARK: mark_of_old_words()})

    assert "RP-309" in codes(data)


@pytest.mark.parametrize(
    ("cell", "value"),
    [((Sheet.REPORT, "E11"), 50), ((Sheet.REPORT, "C11"), "Et andet delmål")],
    ids=["target", "criterion"],
)
def test_what_was_agreed_is_compared_whatever_the_mark_says(cell, value):
    data = put(complete_report(), {LEAD: OLD_WORDS, MARK: mark_of_old_words(), cell: value})

    assert len(codes(data)) == 1
