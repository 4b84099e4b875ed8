"""Golden cases of reports before the final one: what is secured, expected and attainable."""

# One case a line: a table is read by its rows.
# ruff: noqa: E501
# fmt: off
from datetime import date
from functools import partial
from typing import Final

from tests.xl_addin import golden
from tests.xl_addin.golden import BLANKS_ARE_ZERO, REF, Case, Expected, column, row, says

YES, NO, PARTLY, PENDING, LEFT = "opfyldt", "ikke opfyldt", "delvist opfyldt", "afventer", "udgået"
ON, BELOW = "afventer, på niveau", "afventer, under niveau"
UNKNOWN = "ukendt"
RUNNING, YEAR, ONCE = "løbende optælling", "årsresultat", "én måling"
JUNE, DUE, LATEST = date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)
STEPS, LINE, HALF, UNTIL = "50: 40 %; 60: 100 %", "lineær fra 0 til 100", "delvist 50 %", "delvist til 31-12-2024 50 %"

Bounds = tuple[str, float | str, float | str, float | str]
"""What is decided, then what is secured, expected and attainable."""


def _criteria() -> list[Case]:
    def case(
        why: str, answers: Bounds, *reported: object, scale: str = "", counted: str = "",
        provisional: object = None, pr: object = JUNE, forecast: object = "", status: object = None,
    ) -> list[Case]:
        padded = (*reported, *(None,) * (6 - len(reported)))
        arguments = (*padded, scale, counted, provisional, pr, forecast, status)
        state, *degrees = answers
        asked = zip(("sikret", "forventet", "opnåelig"), degrees, strict=True)
        return [
            Case("RP_CRITERION", arguments, state, why),
            *(Case("RP_DEGREE", (*arguments, vis), degree, f"{why}: {vis}") for vis, degree in asked),
        ]

    up, down, by, done = "mindst", "højst", "senest", "gennemført"
    return [
        *case("a running count below", (BELOW, 0.0, 0.0, 100.0), up, 68, 53, counted=RUNNING),
        *case("a running limit that is kept", (ON, 0.0, 100.0, 100.0), down, 200, 120, counted=RUNNING),
        *case("a running limit that is broken", (NO, 0.0, 0.0, 0.0), down, 200, 201, counted=RUNNING),
        *case("a running limit, nothing yet", (PENDING, 0.0, UNKNOWN, 100.0), down, 200, None, counted=RUNNING),
        *case("a running count on a step", (BELOW, 40.0, 40.0, 100.0), up, 60, 55, counted=RUNNING, scale=STEPS),
        *case("a running limit on a line", (BELOW, 0.0, 25.0, 25.0), down, 20, 80, counted=RUNNING, scale="lineær fra 100 til 20"),
        *case("a running count over a level", (YES, 100.0, 100.0, 100.0), "over", 60, 61, counted=RUNNING),
        *case("a running count on a level to exceed", (BELOW, 0.0, 0.0, 100.0), "over", 60, 60, counted=RUNNING),
        *case("a running limit on a level to stay under", (NO, 0.0, 0.0, 0.0), "under", 60, 60, counted=RUNNING),
        *case("a broken limit on a step", (BELOW, 0.0, 50.0, 50.0), down, 60, 61, counted=RUNNING, scale="90: 50 %; 60: 100 %"),
        *case("counted left blank is the year's figure", (ON, 0.0, 100.0, 100.0), up, 0.82, 0.9),
        *case("counted in capitals", (YES, 100.0, 100.0, 100.0), up, 68, 70, counted=" Løbende Optælling "),
        *case("one measurement, on a step", (PARTLY, 40.0, 40.0, 40.0), up, 60, 55, counted=ONCE, scale=STEPS),
        *case("one measurement, provisional", (ON, 0.0, 100.0, 100.0), up, 0.82, 0.9, counted=ONCE, provisional="Ja"),
        *case("the forecast of a figure", (BELOW, 0.0, 100.0, 100.0), up, 68, 53, counted=RUNNING, forecast=70),
        *case("a forecast of nothing is a forecast", (ON, 0.0, 100.0, 100.0), down, 5, 4, forecast=0),
        *case("a forecast in part", (BELOW, 0.0, 50.0, 100.0), up, 100, 20, scale=LINE, forecast=50),
        *case("a forecast below what is secured", (BELOW, 40.0, 40.0, 100.0), up, 60, 55, counted=RUNNING, scale=STEPS, forecast=10),
        *case("green", (PENDING, 0.0, 100.0, 100.0), up, 68, None, status="Grøn"),
        *case("red goes before the figure so far", (ON, 0.0, 0.0, 100.0), up, 68, 70, status="rød"),
        *case("yellow tells nothing", (ON, 0.0, 100.0, 100.0), up, 68, 70, status="Gul"),
        *case("a figure goes before the colour", (PENDING, 0.0, 0.0, 100.0), up, 68, None, forecast=60, status="Grøn"),
        *case("delivered", (YES, 100.0, 100.0, 100.0), by, None, None, DUE, JUNE),
        *case("delivered late, but in part", (PARTLY, 50.0, 50.0, 50.0), by, None, None, date(2024, 3, 31), JUNE, scale=UNTIL),
        *case("delivered and Nej contradict", (PENDING, 0.0, UNKNOWN, 100.0), by, None, None, DUE, JUNE, "Nej"),
        *case("Nej before the deadline is a forecast", (PENDING, 0.0, 0.0, 100.0), by, None, None, DUE, None, "Nej"),
        *case("Nej, but in part later", (PENDING, 0.0, 0.0, 50.0), by, None, None, JUNE, None, "Nej", scale=UNTIL),
        *case("a forecast of a late delivery", (PENDING, 0.0, 50.0, 100.0), by, None, None, DUE, forecast=LATEST, scale=UNTIL),
        *case("Nej when the last day for a part is over", (NO, 0.0, 0.0, 0.0), by, None, None, JUNE, None, "Nej", scale=UNTIL, pr=LATEST),
        *case("not done yet", (PENDING, 0.0, 0.0, 100.0), done, None, None, None, None, "Nej"),
        *case("done in part so far", (PENDING, 50.0, 50.0, 100.0), done, None, None, None, None, "Delvist", scale=HALF),
        *case("a forecast in part of an answer", (PENDING, 0.0, 50.0, 100.0), done, forecast="delvist", scale=HALF),
        *case("a period that is not known", (PENDING, 0.0, 0.0, 100.0), by, None, None, JUNE, None, "Nej", pr=0),
        # The final report looks at nothing but the result.
        *case("final", (YES, 100.0, 100.0, 100.0), up, 68, 70, counted=YEAR, pr=""),
        *case("final, and forecast otherwise", (NO, 0.0, 0.0, 0.0), up, 68, 60, counted=RUNNING, provisional="Ja", pr="", forecast=70, status="Grøn"),
        *case("final, nothing reported", (PENDING, 0.0, 0.0, 0.0), up, 68, None, pr="", status="Grøn"),
        *case("final, what is not used is ignored", (YES, 100.0, 100.0, 100.0), up, 68, 70, counted="x", pr="", status="x"),
        # What cannot be read.
        *case("a word for the deadline of a period", ("#VALUE!",) * 4, up, 68, 70, pr="juni"),
        *case("an unknown way of counting", ("#VALUE!",) * 4, up, 68, 70, counted="hvert år"),
        *case("an unknown status", ("#VALUE!",) * 4, up, 68, 70, status="Blå"),
        *case("provisional is neither", ("#VALUE!",) * 4, up, 68, 70, provisional="måske"),
        *case("a forecast in words", ("#VALUE!",) * 4, up, 68, 70, forecast="70 pct."),
        *case("an error in the period", ("#REF!",) * 4, up, 68, 70, pr=REF),
        Case("RP_DEGREE", (up, 68, 70, None, None, None, "", YEAR, None, None, None, None, "sikret"), 100.0, "final, blank cells", BLANKS_ARE_ZERO),
        Case("RP_DEGREE", (up, 68, 53, None, None, None, "", RUNNING, None, JUNE, "", None, None), 0.0, "as if the year ended now"),
        Case("RP_DEGREE", (up, 68, 53, None, None, None, "", RUNNING, None, JUNE, "", None, "alt"), "#VALUE!", "something else is to be shown of a criterion"),
    ]


def _goals() -> list[Case]:
    two = column("1.1.a", "1.1.b")
    states = column(YES, ON)

    def case(why: str, expected: Expected, rule: str, degrees: object, vis: str | None = None) -> Case:
        return Case("RP_GOAL", (rule, two, states, False, degrees, vis), expected, why)

    bounds = ((100, 100, 100), (0, 100, 100))
    gone = ((LEFT, LEFT, LEFT), (0, UNKNOWN, 50))
    return [
        Case("RP_GOAL", ("alle", two, column(ON, BELOW)), PENDING, "figures on and below level are pending"),
        case("three columns, pending", PENDING, "alle", bounds),
        case("three columns, decided", 100.0, "a eller b", bounds),
        case("three columns, secured", 0.0, "alle", bounds, "sikret"),
        case("three columns, expected", 100.0, "alle", bounds, "forventet"),
        case("three columns, attainable", 100.0, "alle", bounds, "opnåelig"),
        case("three columns, one has left", 0.0, "alle", gone, "forventet"),
        case("a pending degree is expected to count nothing", 50.0, "gennemsnit", column(100, PENDING), "forventet"),
        Case("RP_GOAL", ("a", "1.1.a", BELOW, False, row(10, 20, 30), "forventet"), 20.0, "three columns of a single criterion"),
        Case("RP_GOAL", ("alle", two, states, True, bounds, "opnåelig"), 0.0, "three columns, final"),
        case("two columns are neither one nor three", "#VALUE!", "alle", ((0, 100), (0, 100))),
    ]


def _totals() -> list[Case]:
    case = partial(golden.case, "RP_EXPECTED")
    return [
        case("the mean of the goals", 62.5, column(100, 50, 37.5)),
        case("weights", 30.0, column(50, 25, UNKNOWN), column(40, 40, 20)),
        case("what is unknown or pending counts nothing", 25.0, column(100, UNKNOWN, PENDING, 0)),
        case("different lengths", "#VALUE!", column(100, 0), column(1, 1, 1)),
    ]


def _explain() -> list[Case]:
    def case(
        why: str, expected: Expected, kind: str, *given: object, counted: str = "",
        provisional: object = None, forecast: object = "", status: object = None,
    ) -> Case:
        padded = (kind, *given, *(None,) * (6 - len(given)), "")
        return Case("RP_EXPLAIN", (*padded, counted, provisional, JUNE, forecast, status), expected, why)

    up = "mindst"
    return [
        case("a running count so far", says("Afventer", "53", "68"), up, 68, 53, "antal", counted=RUNNING),
        case("a forecast in percent", says("Afventer", "70 pct.", "ventes"), up, 0.82, 0.7, "pct.", forecast=0.83),
        Case("RP_EXPLAIN", (up, 0.82, 0.9, "pct."), says("Opfyldt: 90 pct. når målet på 82 pct."), "what a number does not need is left out"),
        case("a way of counting that is unknown", says("Opgøres", '"hvert år"', "årsresultat"), up, 68, 70, "antal", counted="hvert år"),
        case("a status that is unknown", says("Status", '"Blå"'), up, 68, 70, "antal", status="Blå"),
    ]


INTERIM_CASES: Final = [*_criteria(), *_goals(), *_totals(), *_explain()]
