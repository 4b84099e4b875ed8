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
        ("a og b", "a og b"),
        ("a og b og c", "a, b og c"),
        ("a eller b", "enten a eller b"),
        ("a eller b eller c", "enten a, b eller c"),
        ("mindst 2 af (a, b, c)", "mindst 2 af a, b og c"),
        ("(c eller d) og a og b", "a, b og enten c eller d"),
        ("(a eller b) og (c eller d)", "enten a eller b, og enten c eller d"),
        ("a eller (b og c)", "enten a eller både b og c"),
        ("a eller (b og (c eller d))", "enten a eller både b og (enten c eller d)"),
        ("a og mindst 2 af (b, c, d)", "a og mindst 2 af b, c og d"),
        ("mindst 2 af (a, b, c eller d)", "mindst 2 af a, b og (enten c eller d)"),
        ("mindst 1 af (a)", "delmål a"),
    ],
)
def test_a_rule_in_words(rule, words):
    assert describe_rule(parse_rule(rule)) == words


@pytest.mark.parametrize(
    ("intervals", "final", "sentence"),
    [
        ({"a": MET, "b": NOT}, False,
         "Opfyldt: 1 af 2 delmål er opfyldt; kravet er enten a eller b."),
        ({"a": OPEN, "b": NOT}, False,
         "Afventer: 0 af 2 delmål er opfyldt, 1 afventer; kravet er enten a eller b."),
        ({"a": OPEN, "b": NOT}, True,
         "Ikke opfyldt: 0 af 2 delmål er opfyldt, 1 afventer; kravet er enten a eller b;"
         " tæller som ikke opfyldt i årets sidste afrapportering."),
        ({"a": MET, "b": OPEN}, True,
         "Opfyldt: 1 af 2 delmål er opfyldt, 1 afventer; kravet er enten a eller b."),
    ],
)  # fmt: skip
def test_a_goal_that_is_met_or_not(intervals, final, sentence):
    either = read_combination("a eller b", ("a", "b"))
    assert explain_goal(either, intervals, in_part=False, final=final) == sentence


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("a og b", "a og b", "a and b"),
        ("a og b; delvist 50 %: a eller b",
         "a og b; delvist opfyldt (50 pct.) ved enten a eller b",
         "a and b; partly fulfilled (50 per cent) by either a or b"),
        ("gennemsnit", "gennemsnittet af a og b", "the mean of a and b"),
        ("vægtet gennemsnit (a: 2; b: 1,5)",
         "det vægtede gennemsnit af a (vægt 2) og b (vægt 1,5)",
         "the weighted mean of a (weight 2) and b (weight 1.5)"),
        ("gennemsnit (a eller b; b)", "gennemsnittet af (enten a eller b) og b",
         "the mean of (either a or b) and b"),
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
