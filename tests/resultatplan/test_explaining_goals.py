"""How a goal combines, in words; `test_scheme_evaluation` has the sentences about reports."""

from __future__ import annotations

import pytest

from resultatplan.combination_text import read_combination
from resultatplan.explaining_goals import describe_combination, explain_combination


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("a og b", "alle (a og b)", "all of (a and b)"),
        (
            "a og b; delvist 50 %: a eller b",
            "alle (a og b); delvist opfyldt (50 pct.) ved mindst ét af (a og b)",
            "all of (a and b); partly fulfilled (50 per cent) by at least one of (a and b)",
        ),
        ("gennemsnit", "gennemsnittet af a og b", "the mean of a and b"),
        (
            "vægtet gennemsnit (a: 2; b: 1,5)",
            "det vægtede gennemsnit af a (vægt 2) og b (vægt 1,5)",
            "the weighted mean of a (weight 2) and b (weight 1.5)",
        ),
    ],
)
def test_how_a_goal_combines_in_words(text: str, danish: str, english: str) -> None:
    combination = read_combination(text, ("a", "b"))
    assert describe_combination(combination) == danish
    assert describe_combination(combination, "en") == english


def test_a_mean_of_one_is_of_that_one() -> None:
    assert describe_combination(read_combination("gennemsnit", ("1.1.a",))) == "gennemsnittet af a"


def test_english_reasons_are_english_throughout() -> None:
    said = explain_combination(
        read_combination("gennemsnit", ("a", "b")), {"a": 50, "b": None}, final=True, lang="en"
    )
    assert said == (
        "Partly fulfilled: 0 of 2 criteria are fulfilled, 1 partly, 1 are pending, and the mean is"
        " (50 (a) + pending (b)) / 2 = between 25 and 75 per cent; what is pending counts as not"
        " fulfilled in the final report of the year."
    )
