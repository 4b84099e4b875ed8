"""RP-5xx: a report whose cells do not fit one another: where, how many, in which words."""

from datetime import date

from tests.validators.cases.case import REPORT, Case, Changes, reported, told_at
from tests.validators.reports import BENCHMARK, HOUSING, SOCIAL, Told
from workbooks.form import Column, Field


def rows(*told_rows: tuple[str, str, str]) -> tuple[Told, ...]:
    return tuple((code, REPORT, cell, key) for code, cell, key in told_rows)


ANSWERED_NO: Changes = {
    ("1.7.a", Column.DATE): None,
    ("1.7.a", Column.DONE): "Nej",
    ("1.7.a", Column.EXPLANATION): "Afventer regler",
}
STAYS_OPEN: Changes = {
    ("1.1.b", Column.RESULT): None,
    ("1.2.b", Column.DONE): None,
    ("1.1.a", Column.PROVISIONAL): "Ja",
    Field.APPROVED_BY: None,
}
NOT_REACHED: Changes = {
    ("1.6.a", Column.DONE): "Nej",
    ("1.6.a", Column.DOCUMENTATION): None,
    ("1.6.a", Column.EXPLANATION): "Styregruppen fandt ikke målet nået",
}
SHARE, SHARE_EXPLAINED = ("1.1.b", Column.RESULT), ("1.1.b", Column.EXPLANATION)

SAID: tuple[tuple[str, str, Changes, tuple[Told, ...]], ...] = (
    # the day of submission, whose wrong year is told once, not at every delivery
    (SOCIAL, "Q4", {Field.SUBMITTED: date(2020, 12, 31)}, ()),
    (SOCIAL, "Q4", {Field.SUBMITTED: date(2022, 1, 2)}, (("RP-501", "Stamdata", "B11", None),)),
    (SOCIAL, "Q4", {Field.SUBMITTED: date(2020, 1, 14)}, (("RP-501", "Stamdata", "B11", None),)),
    # a delivery
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): date(2019, 12, 1)}, rows(("RP-512", "J16", "1.2.a"))),
    (SOCIAL, "Q3", {("1.2.a", Column.DATE): date(2020, 12, 1)}, rows(("RP-502", "J16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DONE): "Nej"}, rows(("RP-510", "K16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): None, ("1.2.a", Column.DONE): "Ja"},
     rows(("RP-514", "J16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): date(2020, 1, 1)}, ()),
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): date(2021, 1, 14)}, rows(("RP-505", "P16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): date(2021, 1, 15)}, rows(("RP-502", "J16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DONE): "Ja"}, ()),
    (SOCIAL, "Q2", {("1.7.a", Column.DATE): None}, ()),
    (SOCIAL, "Q3", ANSWERED_NO, ()),
    # a half-yearly plan is judged by its own periods
    (BENCHMARK, "Q2", {("2.1.a", Column.DATE): None}, rows(("RP-509", "J14", "2.1.a"))),
    (BENCHMARK, "Q2", {}, ()),
    # the final report
    (SOCIAL, "Q4", {("1.1.a", Column.PROVISIONAL): "Ja"}, rows(("RP-507", "R12", "1.1.a"))),
    (SOCIAL, "Q4", {("1.1.a", Column.STATUS): "Rød", ("1.1.a", Column.EXPLANATION): "Få kurser"},
     rows(("RP-506", "Q12", "1.1.a"))),
    (SOCIAL, "Q4", {("2.2.b", Column.BASIS): 0}, rows(("RP-511", "H36", "2.2.b"))),
    (SOCIAL, "Q4", {("1.2.a", Column.DATE): None}, rows(("RP-503", "J16", "1.2.a"))),
    (SOCIAL, "Q4", {("1.2.b", Column.DONE): None}, rows(("RP-503", "K17", "1.2.b"))),
    (SOCIAL, "Q4", {("2.1.a", Column.RESULT): None}, rows(("RP-503", "I32", "2.1.a"))),
    (SOCIAL, "Q4", {("2.1.a", Column.BASIS): None}, rows(("RP-408", "H32", "2.1.a"))),
    (SOCIAL, "Q4", {("2.2.a", Column.RESULT): None}, rows(("RP-504", "I35", "2.2.a"))),
    (SOCIAL, "Q4", {("2.2.a", Column.RESULT): None, ("2.2.b", Column.RESULT): None},
     rows(("RP-503", "I35", "2.2.a"), ("RP-503", "I36", "2.2.b"))),
    (SOCIAL, "Q4", {("2.2.a", Column.RESULT): None, ("2.2.a", Column.BASIS): "9 dage"},
     rows(("RP-401", "H35", "2.2.a"), ("RP-504", "I35", "2.2.a"))),
    (SOCIAL, "Q4", {("2.1.a", Column.BASIS): 0, ("2.1.a", Column.RESULT): 0}, ()),
    (SOCIAL, "Q4", {("1.1.a", Column.PROVISIONAL): "Nej"}, ()),
    (SOCIAL, "Q4", {("1.1.a", Column.STATUS): "Gul"}, rows(("RP-505", "P12", "1.1.a"))),
    (SOCIAL, "Q4", {("1.2.b", Column.DOCUMENTATION): "…"}, rows(("RP-513", "S17", "1.2.b"))),
    (SOCIAL, "Q4", {("1.1.a", Column.RESULT): 54, ("1.1.a", Column.EXPLANATION): "Få kurser",
      ("1.1.b", Column.RESULT): None}, rows(("RP-504", "I13", "1.1.b"))),
    # an assessment is documented whatever it says
    (HOUSING, "Q4", NOT_REACHED, rows(("RP-513", "S32", "1.6.a"))),
    # a percentage that is as small as its target is not asked about
    (SOCIAL, "Q4", {SHARE: 0.05, SHARE_EXPLAINED: "For få svar"}, ()),
    # while the period is unknown the rules of the final report wait
    (SOCIAL, "Q4", {Field.PERIOD: None, SHARE: None, Field.APPROVED_BY: None},
     (("RP-408", "Stamdata", "B10", None),)),
    # before it what is not due may be open and provisional, and a basis is known before the year is
    (SOCIAL, "Q3", STAYS_OPEN, ()),
    (SOCIAL, "Q1", {("2.1.a", Column.RESULT): None}, ()),
    # half-way the year's own figure under its level, unless better is expected
    (SOCIAL, "Q2", {SHARE: 0.75}, rows(("RP-505", "P13", "1.1.b"))),
    (SOCIAL, "Q2", {SHARE: 0.75, ("1.1.b", Column.FORECAST): 0.82}, ()),
    (SOCIAL, "Q2", {SHARE: 0.75, ("1.1.b", Column.STATUS): "Grøn"}, ()),
    (SOCIAL, "Q2", {("1.1.b", Column.FORECAST): 0.8}, rows(("RP-505", "P13", "1.1.b"))),
    # a count that has not reached the target of the year, unless less is expected
    (SOCIAL, "Q2", {("1.1.a", Column.RESULT): 20}, ()),
    (SOCIAL, "Q2", {("1.1.a", Column.RESULT): 20, ("1.1.a", Column.FORECAST): 50},
     rows(("RP-505", "P12", "1.1.a"))),
    (SOCIAL, "Q2", {("1.1.a", Column.RESULT): 20, ("1.1.a", Column.STATUS): "Rød",
      ("1.1.a", Column.ACTION_PLAN): "Flere kurser"}, rows(("RP-505", "P12", "1.1.a"))),
    # nothing to tell what to expect, and what is not going to be delivered or done
    (SOCIAL, "Q2", {SHARE: None}, ()),
    (SOCIAL, "Q2", {("1.7.a", Column.DONE): "Nej"}, rows(("RP-505", "P29", "1.7.a"))),
    (SOCIAL, "Q2", {("1.7.b", Column.DONE): "Nej"}, rows(("RP-505", "P30", "1.7.b"))),
)  # fmt: skip


FAR = "ligger langt fra mål og historik (82 %)"
CASES = (
    *(Case(told, reported(changes, plan, period)) for plan, period, changes, told in SAID),
    # A measurement made once is settled, unless it is provisional.
    told_at("RP-505", ("1.4.b", Column.EXPLANATION),
            reported({("1.4.b", Column.RESULT): 0.8}, SOCIAL, "Q2"),
            "Afvigelsesforklaring mangler, selv om delmålet ikke er opfyldt."),
    told_at("RP-505", ("1.4.b", Column.EXPLANATION),
            reported({("1.4.b", Column.RESULT): 0.8, ("1.4.b", Column.PROVISIONAL): "Ja"},
                     SOCIAL, "Q2"),
            "Afvigelsesforklaring mangler, selv om delmålet ikke ventes opfyldt."),
    # A share in a percentage cell is asked about.
    told_at("RP-520", SHARE, reported({SHARE: 0.0082}),
            f"0,82 % {FAR}, og delmålet afgøres af det. Mente du 82 %?"),
    told_at("RP-521", SHARE, reported({SHARE: 0.0052, SHARE_EXPLAINED: "For få svar"}),
            f"0,52 % {FAR}. Mente du 52 %?"),
)  # fmt: skip
