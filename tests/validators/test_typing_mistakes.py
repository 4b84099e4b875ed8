"""What a text in an input cell probably means; what is told of it stands in `cases/content.py`."""

from datetime import date

import pytest

from validators.typing_mistakes import (
    has_invisible,
    is_copied,
    read_date_text,
    read_number_text,
    says_nothing,
    visible_text,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 500,25", "12500.25"),
        ("1,234.5", "1234.5"),
        ("0.500", "0.500"),
        ("1.5", "1.5"),
        ("- 5", "-5"),
        ("\u22125", "-5"),
        ("\u20132,5", "-2.5"),
        ("2,5-", "-2.5"),
        ("82,5,5", None),
        ("5 10", None),
        ("6O", None),
        ("Ingen", "0"),
        ("nul", "0"),
    ],
)
def test_which_number_a_text_probably_means(text, number):
    read = read_number_text(text)
    assert (None if read.number is None else str(read.number)) == number
    assert not read.is_percent


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.12.2020", date(2020, 12, 31)),
        ("31/12-20", date(2020, 12, 31)),
        ("2020-12-31", date(2020, 12, 31)),
        ("den 31. december 2020", date(2020, 12, 31)),
        ("31-12-2020 kl. 14.30", date(2020, 12, 31)),
        ("2020-12-31T00:00:00.000Z", date(2020, 12, 31)),
        ("31\u201112\u20112020", date(2020, 12, 31)),
        ("12/31/2020", None),
        ("december 2020", None),
    ],
)
def test_which_date_a_text_probably_means(text, day):
    assert read_date_text(text).day == day


def test_no_invisible_character_stays_in_a_visible_text():
    invisible = [chr(code) for code in range(0x10000) if has_invisible(chr(code))]

    assert len(invisible) > 30
    assert {visible_text(f"a{character}b") for character in invisible} == {"a b"}


FILLERS = (".", "…", "?", "--", "***", "0", "x", "xxxx", "N/A.", "i.a.", "tbd", "(tom)", "Ved ikke")
ANSWERS = ("Få kurser", "Notat 0", "AB", "Bilag 1", "Ingen ansøgere")


def test_a_filler_says_nothing_and_a_short_answer_says_something():
    assert [text for text in (*FILLERS, *ANSWERS) if says_nothing(text)] == [*FILLERS]


def test_a_sentence_of_the_criterion_itself_explains_nothing():
    agreed = "Der holdes mindst 55 kurser. Kurserne evalueres."
    assert is_copied("kurserne  evalueres", agreed)
    assert is_copied(agreed, agreed)
    assert not is_copied("Kurserne evalueres først i 2021", agreed)
