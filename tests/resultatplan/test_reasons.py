"""Why a criterion or a goal is what it is: one sentence, Danish or English.

`test_evaluation` has the sentences about goals of a whole plan.
"""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.combinations import GoalOutcome, describe_combination, read_combination
from resultatplan.criteria import Facts, Kind
from resultatplan.outcome import Counted, Outcome, Status
from resultatplan.reasons import explain_criterion, explain_goal
from resultatplan.rules import describe_rule, parse_rule
from resultatplan.scales import OPEN, Grades, Interval, Ladder, Partly, Slope

JUNE, DEADLINE, NOVEMBER = (date(2020, month, 30) for month in (6, 9, 11))
HALF, GRADES = Partly(Decimal(50)), Grades((25, 50, 75))
HALF_LATE = Partly(Decimal(50), NOVEMBER)
LINE = Slope(Decimal(60), Decimal(30))
FINALLY = "; tæller som ikke opfyldt i årets sidste afrapportering"


def ladder(*steps: tuple[int, int]) -> Ladder:
    return Ladder(tuple((Decimal(level), Decimal(credit)) for level, credit in steps))


STEPS = ladder((60, 25), (70, 50), (80, 100))


def figure(target: str | None, measured: str | None, up_to: int | None = None) -> Facts:
    numbers = (each and Decimal(each) for each in (target, measured))
    return Facts(*numbers, target_to=up_to and Decimal(up_to))


def delivery(day: int | None = None, month: int = 9, *, done: bool | None = None) -> Facts:
    return Facts(deadline=DEADLINE, delivered=day and date(2020, month, day), done=done)


@pytest.mark.parametrize(
    ("kind", "unit", "facts", "sentence"),
    [
        (Kind.AT_LEAST, "pct.", figure("82", "81.6"),
         "Ikke opfyldt: 81,6 pct. er under målet på 82 pct."),
        (Kind.AT_LEAST, "pct.", figure("82", "82"), "Opfyldt: 82 pct. når målet på 82 pct."),
        # A hair under its target is not shown as the target.
        (Kind.AT_LEAST, "pct.", figure("82", "81.9999999"),
         "Ikke opfyldt: 81,9999999 pct. er under målet på 82 pct."),
        (Kind.AT_LEAST, "antal", figure("55", None),
         "Afventer: intet resultat er indberettet endnu."),
        (Kind.AT_MOST, "dage", figure("165", "165.5"),
         "Ikke opfyldt: 165,5 dage er over målet på 165 dage."),
        (Kind.BETWEEN, "pct.", figure("10", "30", 50),
         "Opfyldt: 30 pct. ligger mellem 10 og 50 pct."),
        (Kind.BETWEEN, "pct.", figure("10", "50.0000001", 50),
         "Ikke opfyldt: 50,0000001 pct. ligger ikke mellem 10 og 50 pct."),
        (Kind.WITHIN, "mio. kr.", figure("2.5", "-0.5"),
         "Opfyldt: afvigelsen på −0,5 mio. kr. er inden for +/- 2,5 mio. kr."),
        (Kind.WITHIN, "mio. kr.", figure("5", "12500"),
         "Ikke opfyldt: afvigelsen på +12.500 mio. kr. er uden for +/- 5 mio. kr."),
        (Kind.WITHIN, "mio. kr.", figure("5", None),
         "Afventer: grundlag eller resultat mangler, så intet kan måles endnu."),
        (Kind.REDUCTION, "pct.", figure("5", "10"),
         "Opfyldt: faldet på 10 pct. når målet på mindst 5 pct."),
        (Kind.REDUCTION, "pct.", figure("5", "-14.5"),
         "Ikke opfyldt: en stigning på 14,5 pct. er ikke et fald på mindst 5 pct."),
        (Kind.BENCHMARK, "dage", figure("8.3", "8.4"),
         "Ikke opfyldt: 8,4 dage er over sammenligningstallet på 8,3 dage."),
        (Kind.BENCHMARK, "dage", figure(None, "8.4"), "Afventer: sammenligningstallet mangler."),
        (Kind.DELIVERED_BY, None, delivery(30), "Opfyldt: leveret 30-09-2020, senest 30-09-2020."),
        (Kind.DELIVERED_BY, None, delivery(2, 10),
         "Ikke opfyldt: leveret 02-10-2020, 2 dage efter fristen 30-09-2020."),
        (Kind.DELIVERED_BY, None, delivery(done=False),
         "Ikke opfyldt: meldt ikke leveret til fristen 30-09-2020."),
        (Kind.DELIVERED_BY, None, delivery(),
         "Afventer: hverken leveringsdato eller Nej er indberettet; fristen er 30-09-2020."),
        (Kind.DELIVERED_BY, None, delivery(done=True),
         "Afventer: meldt gennemført, men leveringsdatoen mangler; fristen er 30-09-2020."),
        (Kind.DELIVERED_BY, None, delivery(1, done=False),
         "Afventer: leveringsdatoen 01-09-2020 og Nej i Gennemført modsiger hinanden."),
        (Kind.DONE, None, Facts(done=True), "Opfyldt: meldt gennemført."),
        (Kind.DONE, None, Facts(done=False), "Ikke opfyldt: meldt ikke gennemført."),
        (Kind.DONE, None, Facts(), "Afventer: intet er meldt endnu."),
        (Kind.ASSESSED, None, Facts(done=True), "Opfyldt: vurderet som opfyldt."),
        (Kind.ASSESSED, None, Facts(done=False), "Ikke opfyldt: vurderet som ikke opfyldt."),
        (Kind.ASSESSED, None, Facts(), "Afventer: vurderingen foreligger ikke endnu."),
    ],
)  # fmt: skip
def test_in_the_final_report(kind, unit, facts, sentence):
    said = explain_criterion(Outcome(kind, facts), unit=unit)
    assert said.replace(FINALLY, "") == sentence
    assert (FINALLY in said) == sentence.startswith("Afventer")


@pytest.mark.parametrize(
    ("kind", "unit", "facts", "scale", "sentence"),
    [
        (Kind.AT_LEAST, "pct.", figure("80", "75"), STEPS,
         "Delvist opfyldt: 75 pct. er under målet på 80 pct.; trinnet på 70 pct. er nået og"
         " giver 50 pct."),
        (Kind.AT_LEAST, "pct.", figure("80", "0"), STEPS,
         "Ikke opfyldt: 0 pct. er under målet på 80 pct.; det første trin på 60 pct. er heller"
         " ikke nået."),
        (Kind.AT_MOST, "dage", figure("30", "40"), LINE,
         "Delvist opfyldt: 40 dage er over målet på 30 dage; lineært fra 60 dage (0 pct.) til"
         " 30 dage (100 pct.) giver det 66,67 pct."),
        (Kind.AT_MOST, "dage", figure("30", "60"), LINE,
         "Ikke opfyldt: 60 dage er over målet på 30 dage; der skal mere end 60 dage til, før"
         " noget tæller."),
        (Kind.WITHIN, "mio. kr.", figure("2", "-4"), ladder((5, 50), (2, 100)),
         "Delvist opfyldt: afvigelsen på −4 mio. kr. er uden for +/- 2 mio. kr.; trinnet på"
         " +/- 5 mio. kr. er nået og giver 50 pct."),
        (Kind.BENCHMARK, "dage", figure("8", "9"), Slope(Decimal(10)),
         "Delvist opfyldt: 9 dage er over sammenligningstallet på 8 dage; lineært fra 10 dage"
         " (0 pct.) til 8 dage (100 pct.) giver det 50 pct."),
        (Kind.DELIVERED_BY, None, delivery(1, 10), HALF_LATE,
         "Delvist opfyldt: leveret 01-10-2020, 1 dag efter fristen 30-09-2020; levering senest"
         " 30-11-2020 giver 50 pct."),
        (Kind.DELIVERED_BY, None, delivery(1, 12), HALF_LATE,
         "Ikke opfyldt: leveret 01-12-2020, 62 dage efter fristen 30-09-2020; det er også efter"
         " 30-11-2020, hvor levering stadig talte delvist."),
        (Kind.DONE, None, Facts(partly=True), HALF,
         "Delvist opfyldt: meldt delvist gennemført, hvilket giver 50 pct."),
        (Kind.ASSESSED, None, Facts(partly=True), HALF,
         "Delvist opfyldt: vurderet som delvist opfyldt, hvilket giver 50 pct."),
        (Kind.DONE, None, Facts(grade=75), GRADES, "Delvist opfyldt: meldt 75 pct. gennemført."),
        (Kind.ASSESSED, None, Facts(grade=75), GRADES, "Delvist opfyldt: vurderet til 75 pct."),
    ],
)  # fmt: skip
def test_where_it_may_be_met_in_part(kind, unit, facts, scale, sentence):
    assert explain_criterion(Outcome(kind, facts, scale), unit=unit) == sentence


@pytest.mark.parametrize(
    ("kind", "facts", "fields", "sentence"),
    [
        (Kind.AT_LEAST, figure("68", "53"), {"counted": Counted.RUNNING},
         "Afventer: 53 er under målet på 68 indtil nu; optællingen løber året ud."),
        (Kind.AT_MOST, figure("200", "120"), {"counted": Counted.RUNNING},
         "Afventer: 120 er ikke over målet på 200 indtil nu; optællingen løber året ud."),
        (Kind.AT_LEAST, figure("82", "81.6"), {},
         "Afventer: 81,6 er under målet på 82 indtil nu; årets resultat afgør det."),
        (Kind.AT_LEAST, figure("82", "81.6"), {"counted": Counted.ONCE},
         "Ikke opfyldt: 81,6 er under målet på 82."),
        (Kind.AT_LEAST, figure("82", "81.6"), {"counted": Counted.ONCE, "provisional": True},
         "Afventer: 81,6 er under målet på 82; foreløbigt, så intet er afgjort."),
        (Kind.AT_LEAST, figure("82", "81.6"), {"forecast": figure("82", "83")},
         "Afventer: 81,6 er under målet på 82 indtil nu; årets resultat afgør det; forventes"
         " opfyldt."),
        (Kind.AT_LEAST, figure("82", None), {"status": Status.RED},
         "Afventer: intet resultat er indberettet endnu; forventes ikke opfyldt."),
        (Kind.DONE, Facts(done=False), {},
         "Afventer: meldt ikke gennemført indtil nu; afgøres ved årets udgang."),
        (Kind.DONE, Facts(done=False), {"scale": HALF, "forecast": Facts(partly=True)},
         "Afventer: meldt ikke gennemført indtil nu; afgøres ved årets udgang; forventes at give"
         " 50 pct."),
        (Kind.DELIVERED_BY, delivery(done=False), {},
         "Afventer: ventes ikke leveret til fristen 30-09-2020, som ikke er passeret endnu."),
        (Kind.DELIVERED_BY, delivery(done=False), {"as_of": DEADLINE, "scale": HALF_LATE},
         "Afventer: meldt ikke leveret til fristen 30-09-2020; levering senest 30-11-2020 giver"
         " 50 pct."),
    ],
)  # fmt: skip
def test_before_the_year_is_over(kind, facts, fields, sentence):
    assert explain_criterion(Outcome(kind, facts, **{"as_of": JUNE, **fields})) == sentence


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("a og b og c", "a, b og c"),
        ("a eller b", "enten a eller b"),
        ("mindst 2 af (a, b, c)", "mindst 2 af a, b og c"),
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
    ("interval", "in_part", "final", "sentence"),
    [
        (Interval(100, 100), False, True, "Opfyldt: delmål a er opfyldt."),
        (Interval(0, 0), True, True, "Ikke opfyldt: delmål a er ikke opfyldt."),
        (Interval(50, 50), True, True,
         "Delvist opfyldt: delmål a er delvist opfyldt; det giver 50 pct."),
        (OPEN, True, False, "Afventer: delmål a afventer."),
        (OPEN, False, True,
         "Ikke opfyldt: delmål a afventer; tæller som ikke opfyldt i årets sidste afrapportering."),
        (Interval(Decimal("33.3333333333"), 100), True, False,
         "Afventer: delmål a afventer; det giver mellem 33,33 og 100 pct."),
    ],
)  # fmt: skip
def test_a_goal_of_one_criterion(interval, in_part, final, sentence):
    goal = GoalOutcome(read_combination("alle", ("a",)), {"a": interval}, {})
    assert explain_goal(goal, in_part=in_part, final=final) == sentence


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
