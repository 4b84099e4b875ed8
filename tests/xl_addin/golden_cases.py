"""Golden cases: what each RP_ function answers, in every host.

The same table runs through the plain functions, xlwings' COM server under Wine and LibreOffice's
cells. Arguments are written as cells hold them: None is a blank cell, a tuple of rows a range,
`ExcelError` an error value. A case that a host cannot express names the host.
"""

# One case a line: a table is read by its rows.
# ruff: noqa: E501
# fmt: off
from datetime import date
from functools import partial
from typing import Final

from tests.xl_addin import golden
from tests.xl_addin.golden import (
    BOOLEANS_ARE_NUMBERS,
    DIV,
    ERRORS_IN_RANGES_STOP_THE_CALL,
    ERRORS_STOP_THE_CALL,
    NA,
    REF,
    Case,
    column,
    row,
    says,
    totals,
)
from tests.xl_addin.golden_interim import INTERIM_CASES
from tests.xl_addin.golden_schemes import SCHEME_CASES


def runs_in(host: str) -> list[Case]:
    """The cases that the host can express."""
    return [case for case in CASES if host not in (case.not_in or {})]


def _measure() -> list[Case]:
    case = partial(golden.case, "RP_MEASURE")
    no_booleans = BOOLEANS_ARE_NUMBERS
    return [
        case("at least gives the result", 0.816, "mindst", None, 0.816, "pct."),
        case("a result of zero is a result", 0.0, "mindst", None, 0, "antal"),
        case("labels in any case, with blanks", 7.0, "  MINDST ", None, 7, "antal"),
        case("the kind's English id", 7.0, "at_least", None, 7, "antal"),
        case("deviation from a negative budget", 0.1, "+/-", -10, -9, "pct."),
        case("deviation in mio. kr. of a budget of zero", 1.5, "+/-", 0, 1.5, "mio. kr."),
        case("no floating-point dust", 0.3, "+/-", 0.1, 0.4, "mio. kr."),
        case("a third is rounded to twelve decimals", 0.333333333333, "+/-", 3, 4, "pct."),
        case("reduction is a fraction whatever the unit", 0.1, "reduktion på mindst", 9, 8.1, ""),
        case("a rise is a negative reduction", -0.5, "reduktion på mindst", 10, 15, "pct."),
        case("growth", 0.1, "stigning på mindst", 10, 11, "pct."),
        case("no result yet", "", "mindst", None, None, "pct."),
        case("an empty text is a blank cell", "", "mindst", None, "", "pct."),
        case("no basis yet", "", "+/-", None, 102, "pct."),
        case("no result yet, basis of zero", "", "+/-", 0, None, "pct."),
        case("deliveries have no measure", "", "senest", None, 3, ""),
        case("what a kind does not use is ignored", 5.0, "mindst", "x", 5, 7),
        case("a basis of zero", "#DIV/0!", "+/-", 0, 1, "pct."),
        case("text for a result", "#VALUE!", "mindst", None, "0,5", "pct."),
        case("boolean for a result", "#VALUE!", "mindst", None, True, "antal", not_in=no_booleans),
        case("number for a unit", "#VALUE!", "+/-", 100, 102, 1),
        case("unknown kind", "#VALUE!", "mindste", None, 5, "pct."),
        case("range for a result", "#VALUE!", "mindst", None, column(1, 2), "pct."),
        case("a range of one cell is that cell", 5.0, "mindst", None, column(5), "pct."),
        case("error comes before text", "#REF!", "+/-", "x", REF, "pct."),
        case("huge amounts", 2e300, "+/-", -1e300, 1e300, "mio. kr."),
        case("a difference that no cell can hold", "#NUM!", "+/-", -1.7e308, 1.7e308, "mio. kr."),
    ]


def _criterion() -> list[Case]:
    case = partial(golden.case, "RP_CRITERION", width=6)
    due = date(2020, 12, 31)
    yes, no, pending = "opfyldt", "ikke opfyldt", "afventer"
    return [
        case("at least, a sum with dust", yes, "mindst", 0.3, 0.1 + 0.2),
        case("at least, the measure is an empty text", pending, "mindst", 0.82, ""),
        case("at most, on the target", yes, "højst", 155, 155),
        case("at most, just over", no, "højst", 155, 155.1),
        case("within, on the tolerance", yes, "+/-", 0.02, -0.02),
        case("within, just outside", no, "+/-", 0.02, 0.0200001),
        case("within, tolerance with a sign", yes, "+/-", -0.5, 0.4),
        case("reduction, on the target", yes, "reduktion på mindst", 0.05, 0.05),
        case("reduction, just under the target", no, "reduktion på mindst", 0.05, 0.04999999),
        case("growth, just under the target", no, "stigning på mindst", 0.05, 0.04999999),
        case("over, just over the level", yes, "over", 6, 6.000001),
        case("over, on the level", no, "over", 6, 6),
        case("over, by what rounds to nothing", no, "over", 0.06, 0.0600000000000001),
        case("under, just under the level", yes, "under", 6, 5.999999),
        case("under, on the level", no, "under", 6, 6),
        case("at least as the benchmark, on the level", yes, "mindst sammenligningstallet", 8.3, 8.3),
        case("at least as the benchmark, under", no, "mindst sammenligningstallet", 8.3, 8.299999),
        case("between, on the least", yes, "mellem", "10 og 50 %", 0.1),
        case("between, on the greatest", yes, "mellem", "10 % til 50 %", 0.5),
        case("between, a sum with dust", yes, "mellem", "0,1 og 0,3", 0.1 + 0.2),
        case("between, just under", no, "mellem", "10 og 50 %", 0.0999999),
        case("between, just over", no, "mellem", "mellem 10 og 50", 50.0000001),
        case("between, ends below nothing", no, "mellem", "−5 til -1,5", -1),
        case("between, no result", pending, "mellem", "10 og 50 %", None),
        case("between, one number", "#VALUE!", "mellem", 0.1, 0.3),
        case("between, no interval", "#VALUE!", "mellem", "50 og 10", 30),
        case("between, no target", "#VALUE!", "mellem", None, 30),
        case("benchmark, over", no, "højst sammenligningstallet", 9.1, 9.2),
        case("benchmark, in a template of before", yes, "højst som benchmark", 9.1, 9.1),
        case("benchmark, no level yet", pending, "højst sammenligningstallet", None, 9.2),
        case("delivered the day after", no, "senest", None, None, due, date(2021, 1, 1)),
        case("dates as serial numbers", yes, "senest", None, None, 44196, 44196.75),
        case("not delivered", no, "senest", None, None, due, None, "Nej"),
        case("neither date nor Nej", pending, "senest", None, None, due),
        case("Ja without a date", pending, "senest", None, None, due, None, "Ja"),
        case("date and Ja", yes, "senest", None, None, due, due, "Ja"),
        case("date and Nej contradict", pending, "senest", None, None, due, due, "Nej"),
        case("not done", no, "gennemført", None, None, None, None, "nej"),
        case("done, nothing said", pending, "gennemført"),
        case("done, with blanks and capitals", yes, "Gennemført", None, None, None, None, " JA "),
        case("done, boolean", yes, "gennemført", None, None, None, None, True),
        case("assessed", yes, "konkret vurdering", None, None, None, None, "Ja"),
        case("unused arguments are ignored", yes, "mindst", 1, 2, "x", "y", "måske"),
        case("no target", "#VALUE!", "mindst", None, 0.9),
        case("text for a target", "#VALUE!", "mindst", "82 pct.", 0.9),
        case("boolean for a measure", "#VALUE!", "mindst", 0.82, True, not_in=BOOLEANS_ARE_NUMBERS),
        case("text for a date", "#VALUE!", "senest", None, None, due, "31-12-2020"),
        case("a date before there are any", "#VALUE!", "senest", None, None, due, 0),
        case("a date after the last", "#VALUE!", "senest", None, None, due, 3000000),
        case("neither Ja nor Nej", "#VALUE!", "gennemført", None, None, None, None, "delvist"),
        case("unknown kind", "#VALUE!", "min.", 1, 2),
        case("error in the target", "#N/A", "mindst", NA, 2),
        case("error in the measure, target missing", "#REF!", "mindst", None, REF),
        case("an error in an unused argument is ignored", yes, "mindst", 1, 2, REF),
    ]


def _goal() -> list[Case]:
    case = partial(golden.case, "RP_GOAL")
    yes, no, pending = "opfyldt", "ikke opfyldt", "afventer"
    two = column("2.1.a", "2.1.b")
    four = column("2.1.a", "2.1.b", "2.1.c", "2.1.d")
    pairs = "(a eller b) og (c eller d)"
    return [
        case("all met", 100.0, "alle", two, column(yes, yes)),
        case("all, one missed", 0.0, "", two, column(yes, no)),
        case("all, one missed and one pending", 0.0, "all", two, column(pending, no)),
        case("either, one met and one pending", 100.0, "a eller b", two, column(pending, yes)),
        case("either, one missed and one pending", pending, "a eller b", two, column(no, pending)),
        case("pairs, met crosswise", 100.0, pairs, four, column(no, yes, yes, no)),
        case("at least two of three", 100.0, "mindst 2 af (a, b, c)", row("a", "b", "c"), row(yes, no, yes)),
        case("full keys in the rule", 100.0, "2.1.a eller 2.1.b", two, column(no, yes)),
        case("keys in capitals", 100.0, "A OG B", column("2.1.A", "2.1.B"), column(yes, yes)),
        case("a blank state is pending", pending, "alle", two, column(yes, None)),
        case("blank tail rows fall out", 100.0, "alle", column("a", None, ""), column(yes, None, "")),
        case("a blank row above the keys falls out, as a goal's own", 100.0, "alle", column(None, "a", "b"), column(None, yes, yes)),
        case("keys in a row, states in a column", 0.0, "alle", row("a", "b"), column(yes, no)),
        case("final: pending counts as missed", 0.0, "alle", two, column(yes, pending), True),
        case("final: what is met stays met", 100.0, "a eller b", two, column(yes, pending), True),
        case("final: one as number", 0.0, "alle", two, column(yes, pending), 1),
        case("final: Ja", 0.0, "alle", two, column(yes, pending), "Ja"),
        case("not final", pending, "alle", two, column(yes, pending), False),
        case("final is neither", "#VALUE!", "alle", two, column(yes, pending), "måske"),
        case("unknown key", "#N/A", "a og e", two, column(yes, yes)),
        case("a typo in the rule", "#VALUE!", "a ellr b", two, column(yes, yes)),
        case("number for a rule", "#VALUE!", 2, two, column(yes, yes)),
        case("a short key that fits two", "#VALUE!", "a", column("1.1.a", "1.2.a"), column(yes, yes)),
        case("the same key twice", "#VALUE!", "alle", column("a", "a"), column(yes, yes)),
        case("blocks of different shape", "#VALUE!", "alle", (("a", "b"), ("c", "d")), row(yes, yes, yes, yes)),
        case("no keys at all", "#VALUE!", "alle", column(None, None), column(None, None)),
        case("a state without a key", "#VALUE!", "alle", column("a", None), column(yes, yes)),
        case("an unknown state", "#VALUE!", "alle", two, column(yes, "næsten")),
        case("error in a state", "#REF!", "alle", two, column(yes, REF), not_in=ERRORS_IN_RANGES_STOP_THE_CALL),
        case("error in the rule", "#DIV/0!", DIV, two, column(yes, yes)),
    ]


def _totals() -> list[Case]:
    open_ = "afventer"
    return [
        *totals("one of three, one pending", 100 / 3, 200 / 3, column(100, 0, open_)),
        *totals("weights", 25.0, 75.0, column(100, 0, open_), column(1, 1, 2)),
        *totals("a blank fulfilment with a weight is pending", 50.0, 100.0, column(100, None), column(1, 1)),
        *totals("blank tail rows fall out", 50.0, 50.0, column(100, 0, None), column(1, 1, "")),
        *totals("a goal of no weight", 100.0, 100.0, column(100, 0), column(1, 0)),
        *totals("different lengths", "#VALUE!", "#VALUE!", column(100, 0), column(1, 1, 1)),
        *totals("a fulfilment over 100", "#VALUE!", "#VALUE!", column(100, 101)),
        *totals("text for a fulfilment", "#VALUE!", "#VALUE!", column(100, "opfyldt")),
        *totals("a weight is missing", "#VALUE!", "#VALUE!", column(100, 0), column(1, None)),
        *totals("negative weight", "#VALUE!", "#VALUE!", column(100, 0), column(2, -1)),
        *totals("no weight at all", "#VALUE!", "#VALUE!", column(100, 0), column(0, 0)),
        *totals("nothing but blanks", "#VALUE!", "#VALUE!", column(None, None)),
        *totals("error in a fulfilment", "#N/A", "#N/A", column(100, NA), not_in=ERRORS_IN_RANGES_STOP_THE_CALL),
        *totals("error in a weight", "#REF!", "#REF!", column(100, 0), column(REF, 1), not_in=ERRORS_IN_RANGES_STOP_THE_CALL),
    ]


def _explain() -> list[Case]:
    case = partial(golden.case, "RP_EXPLAIN", width=7)
    due = date(2020, 12, 31)
    return [
        case("percentages as a reader says them", says("Ikke opfyldt", "81,6 pct.", "82 pct."), "mindst", 0.82, 0.816, "pct."),
        case("a reduction is in percent whatever the unit", says("Opfyldt", "10 pct.", "5 pct."), "reduktion på mindst", 0.05, 0.1, "dage"),
        case("delivered late", says("Ikke opfyldt", "02-01-2021", "2 dage"), "senest", None, None, None, due, 44198),
        case("unknown kind", says('"mindste"', "kendes ikke", "mindst, højst"), "mindste", 1, 2, "antal"),
        case("blank kind", says("Krav mangler"), None, 1, 2, "antal"),
        case("no target", says("Måltal mangler"), "mindst", None, 2, "antal"),
        case("text for a target", says("Måltal", '"82 pct."', "et tal"), "mindst", "82 pct.", 0.9, "pct."),
        case("text for a date", says("Dato", '"31-12-2020"', "en dato"), "senest", None, None, None, due, "31-12-2020"),
        case("neither Ja nor Nej", says("Gennemført", '"delvist"', "Ja eller Nej"), "gennemført", None, None, None, None, None, "delvist"),
        case("a range for a cell", says("Målt værdi", "2 celler"), "mindst", 1, row(1, 2), "antal"),
        case("number for a unit", says("Enhed", "tallet 5", "en tekst"), "mindst", 1, 2, 5),
        case("error in the target", says("Måltal", "#REFERENCE! (#REF!)"), "mindst", REF, 2, "antal"),
        case("error in the kind", says("Krav", "#I/T (#N/A)"), NA, 1, 2, "antal", not_in=ERRORS_STOP_THE_CALL),
    ]


CASES: Final = [*_measure(), *_criterion(), *_goal(), *_totals(), *_explain(), *SCHEME_CASES, *INTERIM_CASES]
