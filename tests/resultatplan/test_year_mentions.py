"""Which years a text names, and where."""

import pytest

from resultatplan.year_mentions import passages_with_years, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("inden udgangen af 3. kvartal 2024.", (2024,)),
        ("31.12.2024", (2024,)),
        ("28/12/2021", (2021,)),
        ("2023-2024", (2023, 2024)),
        ("ÅR2015*", (2015,)),
        ("ISO 27001", ()),
        ("2.024 mio. kr. og 2024,5 dage", ()),
        ("j.nr. 12024", ()),
    ],
)
def test_years_are_found_and_other_numbers_are_not(text, years):
    assert years_in(text) == years


def test_a_passage_is_the_sentence_that_names_the_year():
    text = "Det gælder alle.\nHandlingsplanen er klar i 1. kvartal 2024. Andet følger."
    assert passages_with_years(text) == ("Handlingsplanen er klar i 1. kvartal 2024.",)
