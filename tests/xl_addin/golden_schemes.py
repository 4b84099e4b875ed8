"""Golden cases of plans whose criteria count in part, whose goals are means, or that lost a goal."""

# One case a line: a table is read by its rows.
# ruff: noqa: E501
# fmt: off
from datetime import date
from functools import partial
from typing import Final

from tests.xl_addin import golden
from tests.xl_addin.golden import (
    BLANKS_ARE_ZERO,
    ERRORS_IN_RANGES_STOP_THE_CALL,
    NA,
    REF,
    Case,
    Expected,
    column,
    row,
    says,
    totals,
)

YES, NO, PARTLY, PENDING, LEFT = "opfyldt", "ikke opfyldt", "delvist opfyldt", "afventer", "udgået"
DUE, LATEST = date(2024, 9, 30), date(2024, 12, 31)
STEPS = "60 %: 25 %; 70 %: 50 %; 82 %: 100 %"
LINE = "lineær fra 70 % til 82 %"
GRADES = "grader 25 %, 50 %, 75 %"
UNTIL = "delvist til 31-12-2024 50 %"


def _criteria() -> list[Case]:
    def both(why: str, state: str, degree: Expected, skala: object, *arguments: object) -> list[Case]:
        padded = (*arguments, *(None,) * (6 - len(arguments)), skala)
        return [
            Case("RP_CRITERION", padded, state, why),
            Case("RP_DEGREE", padded, degree, why),
        ]

    def refused(why: str, skala: object, *arguments: object) -> list[Case]:
        return both(why, "#VALUE!", "#VALUE!", skala, *arguments)

    return [
        *both("no scale, met", YES, 100.0, None, "mindst", 0.82, 0.82),
        *both("no scale, missed", NO, 0.0, None, "mindst", 0.82, 0.816),
        *both("no scale, pending", PENDING, PENDING, None, "mindst", 0.82, None),
        *both("steps, the target", YES, 100.0, STEPS, "mindst", 0.82, 0.82),
        *both("steps, just under the target", PARTLY, 50.0, STEPS, "mindst", 0.82, 0.8199999),
        *both("steps, on a step", PARTLY, 50.0, STEPS, "mindst", 0.82, 0.7),
        *both("steps, a sum with dust", PARTLY, 50.0, STEPS, "mindst", 0.82, 0.6 + 0.1),
        *both("steps, below them all", NO, 0.0, STEPS, "mindst", 0.82, 0.5),
        *both("steps downwards", PARTLY, 50.0, "40: 50 %; 30: 100 %", "højst", 30, 35),
        *both("steps of a deviation", PARTLY, 50.0, "5: 50 %; 2: 100 %", "+/-", 2, -4.5),
        *both("steps of a benchmark", PARTLY, 60.0, "9: 60 %; måltal: 100 %", "højst sammenligningstallet", 8.5, 8.7),
        *both("a line, a third is rounded to ten decimals", PARTLY, 33.3333333333, LINE, "mindst", 0.82, 0.74),
        *both("a line, just short of its end", PARTLY, 99.9166666667, LINE, "mindst", 0.82, 0.8199),
        *both("a line, just off its beginning", PARTLY, 0.0833333333, LINE, "mindst", 0.82, 0.7001),
        *both("a line, its end", YES, 100.0, LINE, "mindst", 0.82, 0.82),
        *both("a line, its beginning", NO, 0.0, LINE, "mindst", 0.82, 0.7),
        *both("a line downwards", PARTLY, 75.0, "lineær fra 50 til 30", "højst", 30, 35),
        *both("a line of a benchmark", PARTLY, 50.0, "lineær fra 10 til måltal", "højst sammenligningstallet", 8, 9),
        *both("a benchmark behind its line", NO, 0.0, "lineær fra 10 til måltal", "højst sammenligningstallet", 11, 12),
        *both("in time", YES, 100.0, UNTIL, "senest", None, None, DUE, DUE),
        *both("late, but in part", PARTLY, 50.0, UNTIL, "senest", None, None, DUE, LATEST),
        *both("too late for a part", NO, 0.0, UNTIL, "senest", None, None, DUE, date(2025, 1, 1)),
        *both("neither date nor Nej, with a part", PENDING, PENDING, UNTIL, "senest", None, None, DUE),
        *both("Delvist", PARTLY, 37.5, "delvist 37,5 %", "gennemført", None, None, None, None, "Delvist"),
        *both("Delvist with blanks and capitals", PARTLY, 50.0, " Delvist  50% ", "konkret vurdering", None, None, None, None, " DELVIST "),
        *both("Delvist, where it is only counted", PARTLY, 50.0, "delvist", "gennemført", None, None, None, None, "Delvist"),
        *both("a grade", PARTLY, 75.0, GRADES, "konkret vurdering", None, None, None, None, "75 pct."),
        *both("a grade with a percent sign", PARTLY, 25.0, GRADES, "gennemført", None, None, None, None, "25 %"),
        *refused("a grade that the plan does not have", GRADES, "gennemført", None, None, None, None, "30 pct."),
        *refused("grades for a number", GRADES, "mindst", 82, 75),
        *refused("steps for an interval", STEPS, "mellem", "70 og 82 %", 0.6),
        *refused("Delvist without a scale", None, "gennemført", None, None, None, None, "Delvist"),
        *refused("a scale that cannot be read", "70 halvt", "mindst", 82, 75),
        *refused("number for a scale", 50, "mindst", 82, 75),
        *refused("steps for a delivery", STEPS, "senest", None, None, DUE, DUE),
        *refused("a day for an answer", UNTIL, "gennemført", None, None, None, None, "Ja"),
        *both("error in the measure before a bad scale", "#REF!", "#REF!", "70 halvt", "mindst", 82, REF),
    ]


def _goals() -> list[Case]:
    case = partial(golden.case, "RP_GOAL")
    two, three = column("1.1.a", "1.1.b"), column("a", "b", "c")
    states = column(*(None,) * 3)
    weighted, rescued = "vægtet gennemsnit (a: 2; b: 1,5; c: 0,5)", "a og b; delvist 40 %: a eller b"
    return [
        case("one of: the largest degree", 70.0, "a eller b", two, column(NO, PARTLY), False, column(0, 70)),
        case("two of three: the second largest", 60.0, "mindst 2 af (a, b, c)", three, states, False, column(60, 80, 20)),
        case("degrees, decided while pending", 0.0, "a og b", two, column(NO, PENDING), False, column(0, PENDING)),
        case("a blank degree is pending", PENDING, "a og b", two, column(PARTLY, None), False, column(50, None)),
        case("degrees, secured while pending", 0.0, "a og b", two, column(PARTLY, PENDING), False, column(50, PENDING), "sikret"),
        case("degrees, attainable while pending", 50.0, "a og b", two, column(PARTLY, PENDING), False, column(50, PENDING), "opnåelig"),
        case("fulfilment asked for by name", 50.0, "a", "1.1.a", PARTLY, False, 50, "Opfyldelse"),
        case("mean, a third is rounded to ten decimals", 33.3333333333, "Gennemsnit", three, column(YES, NO, NO)),
        case("mean of parts", 75.0, "gennemsnit (a og b; c)", three, states, False, column(100, 50, 100)),
        case("weighted mean, keys in full and in capitals", 25.0, "vægtet gennemsnit (1.1.b: 1; A: 3)", two, column(NO, YES)),
        case("weighted mean of parts", 40.0, "vægtet gennemsnit (a og b: 2; b eller c: 0,5)", three, states, False, column(50, 25, 100)),
        case("partly met by the other rule", 40.0, rescued, two, column(YES, NO)),
        case("met by the rule itself", 100.0, rescued, two, column(YES, YES)),
        case("met by neither rule", 0.0, rescued, two, column(NO, NO)),
        case("partly met at least", PENDING, rescued, two, column(YES, PENDING)),
        case("partly met at least: secured", 40.0, rescued, two, column(YES, PENDING), False, column(100, PENDING), "sikret"),
        case("partly met at least: attainable", 100.0, rescued, two, column(YES, PENDING), False, column(100, PENDING), "opnåelig"),
        case("partly met at most: attainable", 40.0, rescued, two, column(NO, PENDING), False, column(0, PENDING), "opnåelig"),
        case("partly met, only counted", 50.0, "a og b; delvist: a eller b", two, column(YES, NO)),
        case("partly met, all named by a word", 40.0, "alle; delvist 40 %: a", two, column(YES, NO)),
        case("what has left is no part of n of m", 0.0, "mindst 2 af (a, b, c)", three, column(YES, LEFT, NO)),
        case("what has left is no part of one of three", 100.0, "a eller b eller c", three, column(YES, LEFT, NO)),
        case("what has left is no part of the mean", 75.0, "gennemsnit", three, states, False, column(100, LEFT, 50)),
        case("what has left takes its weight along", 75.0, weighted, three, states, False, column(LEFT, 100, 0)),
        case("everything has left", LEFT, "a eller b", two, column(LEFT, "Udgået")),
        case("every part of a mean has left", LEFT, "gennemsnit", two, column(LEFT, LEFT)),
        case("all: the smallest degree, of a row", 50.0, "alle", row("a", "b"), row(YES, PARTLY), False, row(100, 50)),
        case("partly met without a degree", "#VALUE!", "alle", two, column(YES, PARTLY)),
        case("a degree over 100", "#VALUE!", "alle", two, column(YES, YES), False, column(100, 101)),
        case("a negative degree", "#VALUE!", "alle", two, column(YES, YES), False, column(100, -1)),
        case("a state for a degree", "#VALUE!", "alle", two, column(YES, YES), False, column(100, YES)),
        case("different lengths of degrees", "#VALUE!", "alle", two, column(YES, YES), False, column(1, 2, 3)),
        case("a weight is missing in the mean", "#VALUE!", "vægtet gennemsnit (a: 2)", two, column(YES, YES)),
        case("a weight of zero in the mean", "#VALUE!", "vægtet gennemsnit (a: 2; b: 0)", two, column(YES, YES)),
        case("a weight of an unknown key", "#N/A", "vægtet gennemsnit (a: 2; x: 1)", two, column(YES, YES)),
        case("an unknown key in the partial rule", "#N/A", "a og b; delvist 40 %: x", two, column(YES, YES)),
        case("a partial rule that gives everything", "#VALUE!", "a og b; delvist 100 %: a", two, column(YES, YES)),
        case("degrees left blank: the states", 50.0, "gennemsnit", two, column(YES, PENDING), False, None, "sikret", not_in=BLANKS_ARE_ZERO),
        case("something else is to be shown", "#VALUE!", "alle", two, column(YES, YES), False, None, "alt"),
        case("error in a degree", "#N/A", "alle", two, column(YES, YES), False, column(100, NA), not_in=ERRORS_IN_RANGES_STOP_THE_CALL),
    ]


def _totals() -> list[Case]:
    return [
        *totals("goals met in part", 62.5, 62.5, column(100, 50, 37.5)),
        *totals("a goal that has left takes its weight along", 50.0, 75.0, column(100, LEFT, PENDING, 0), column(2, 3, 1, 1)),
        *totals("every goal has left", "#VALUE!", "#VALUE!", column(LEFT, LEFT)),
        *totals("a negative fulfilment", "#VALUE!", "#VALUE!", column(100, -1)),
    ]


def _explain() -> list[Case]:
    def case(why: str, expected: Expected, skala: object, *arguments: object) -> Case:
        padded = (*arguments, *(None,) * (7 - len(arguments)), skala)
        return Case("RP_EXPLAIN", padded, expected, why)

    return [
        case("a step reached", says("Delvist opfyldt", "75 pct.", "trinnet på 70 pct.", "giver 50 pct."), STEPS, "mindst", 0.82, 0.75, "pct."),
        case("on the line", says("Delvist opfyldt", "fra 70 pct.", "til 82 pct.", "det 50 pct."), LINE, "mindst", 0.82, 0.76, "pct."),
        case("done in part, which is only counted", says("hvilket giver delvist opfyldt"), "delvist", "gennemført", None, None, None, None, None, "Delvist"),
        case("a scale that cannot be read", says("Skalaen", '"70 halvt"', "lineær"), "70 halvt", "mindst", 82, 75, "antal"),
        case("a scale that does not fit", says("Skalaen", "delvist 50 %", "mindst"), "delvist 50 %", "mindst", 82, 75, "antal"),
    ]


SCHEME_CASES: Final = [*_criteria(), *_goals(), *_totals(), *_explain()]
