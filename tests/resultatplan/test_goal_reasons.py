"""Why a goal is what it is; `test_evaluation` has the sentences about whole reports."""

import pytest

from resultatplan.combinations import read_combination
from resultatplan.goal_reasons import describe_combination, describe_rule, explain_goal
from resultatplan.rules import parse_rule
from resultatplan.scales import OPEN, Interval

MET, NOT, HALF = (Interval(degree, degree) for degree in (100, 0, 50))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("a", "a"),
        ("a og b", "alle (a og b)"),
        ("a og b og c", "alle (a, b og c)"),
        ("a eller b", "mindst ét af (a og b)"),
        ("mindst 2 af (a, b, c)", "mindst 2 af (a, b og c)"),
        ("a og (b eller c)", "alle (a og mindst ét af (b og c))"),
        ("mindst 1 af (a)", "delmål a"),
    ],
)
def test_a_rule_in_words(rule, words):
    assert describe_rule(parse_rule(rule)) == words


@pytest.mark.parametrize(
    ("intervals", "final", "sentence"),
    [
        ({"a": MET, "b": NOT}, False,
         "Opfyldt: 1 af 2 delmål er opfyldt, og reglen er mindst ét af (a og b)."),
        ({"a": OPEN, "b": NOT}, False,
         "Afventer: 0 af 2 delmål er opfyldt, 1 afventer, og reglen er mindst ét af (a og b)."),
        ({"a": OPEN, "b": NOT}, True,
         "Ikke opfyldt: 0 af 2 delmål er opfyldt, 1 afventer, og reglen er mindst ét af (a og b);"
         " tæller som ikke opfyldt i årets sidste afrapportering."),
        ({"a": MET, "b": OPEN}, True,
         "Opfyldt: 1 af 2 delmål er opfyldt, 1 afventer, og reglen er mindst ét af (a og b)."),
    ],
)  # fmt: skip
def test_a_goal_that_is_met_or_not(intervals, final, sentence):
    either = read_combination("a eller b", ("a", "b"))
    assert explain_goal(either, intervals, in_part=False, final=final) == sentence


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("a og b", "alle (a og b)", "all of (a and b)"),
        ("a og b; delvist 50 %: a eller b",
         "alle (a og b); delvist opfyldt (50 pct.) ved mindst ét af (a og b)",
         "all of (a and b); partly fulfilled (50 per cent) by at least one of (a and b)"),
        ("gennemsnit", "gennemsnittet af a og b", "the mean of a and b"),
        ("vægtet gennemsnit (a: 2; b: 1,5)",
         "det vægtede gennemsnit af a (vægt 2) og b (vægt 1,5)",
         "the weighted mean of a (weight 2) and b (weight 1.5)"),
        ("gennemsnit (a eller b; b)", "gennemsnittet af mindst ét af (a og b) og b",
         "the mean of at least one of (a and b) and b"),
    ],
)  # fmt: skip
def test_how_a_goal_combines_in_words(text, danish, english):
    combination = read_combination(text, ("a", "b"))
    assert describe_combination(combination) == danish
    assert describe_combination(combination, "en") == english


def test_english_reasons_are_english_throughout():
    mean = read_combination("gennemsnit", ("a", "b"))
    assert explain_goal(mean, {"a": HALF, "b": OPEN}, final=True, lang="en") == (
        "Partly fulfilled: 0 of 2 criteria are fulfilled, 1 partly, 1 are pending, and the mean is"
        " (50 (a) + pending (b)) / 2 = between 25 and 75 per cent; what is pending counts as not"
        " fulfilled in the final report of the year."
    )
