"""What a person types is understood where a plan would print it so, and never guessed otherwise."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter

import pytest

from resultatplan.plan import Plan
from tests.validators.damage import opened, saved
from tests.validators.plan_book.authored import (
    Percent,
    Typed,
    check_workbook,
    checked,
    small,
)
from tests.workbooks.small_plan import small_plan
from validators.plan_book import PlanCheck
from workbooks.plan_book.plan_rows import read_grades

RULED: dict[str, Typed] = {
    "Plan!A100": "2.1", "Plan!B100": "Flyttet",
    "Plan!C100": "udgået", "Plan!D100": date(2020, 4, 1),
}  # fmt: skip
"""Goal 2.1 withdrawn by the department."""


def plan_of(check: PlanCheck) -> Plan:
    assert check.plan is not None, [finding.message() for finding in check.findings]
    return check.plan


Said = Callable[[Plan], object]


def of(key: str, *names: str) -> Said:
    """What the plan says of a criterion."""
    return lambda plan: attrgetter(*names)(plan.criterion_by_key[key])


def of_goal(*names: str) -> Said:
    """What the plan says of its first goal."""
    return lambda plan: attrgetter(*names)(plan.goals[0])


def in_history(key: str, *names: str) -> Said:
    """What the plan says of each year of a criterion."""
    return lambda plan: [attrgetter(*names)(each) for each in plan.criterion_by_key[key].history]


def is_the_same(plan: Plan) -> bool:
    return plan == small_plan()


_INTERVAL = {"Delmål!D5": "mellem", "Delmål!F5": 90}
_TOLERANCE: dict[str, Typed] = {"Delmål!D6": "+/-", "Delmål!R6": None, "Delmål!S6": None}
UNDERSTOOD: dict[str, tuple[dict[str, Typed], Said, object]] = {
    "brackets are provisional": (
        {"Delmål!E6": "[31]"}, in_history("1.1.b", "year", "target", "provisional"),
        [(2020, 31, True)]),
    "brackets where the year is known": (
        {"Delmål!E5": "[82]"}, in_history("1.1.a", "year", "provisional"),
        [(2018, False), (2019, False), (2020, True), (2021, True)]),
    "brackets in the history": (
        {"Historik!D7": "[82]"}, in_history("1.1.a", "year", "provisional"),
        [(2018, False), (2019, False), (2020, True), (2021, True)]),
    "a range is its tolerance": (
        {**_TOLERANCE, "Delmål!E6": "±2,5"}, of("1.1.b", "target"), Decimal("2.5")),
    "a provisional range": (
        {**_TOLERANCE, "Delmål!E6": "[+/- 2,5]"}, of("1.1.b", "target"), Decimal("2.5")),
    "82,5 % is 82,5": (
        {"Delmål!E5": Percent(0.825), "Historik!D7": 82.5}, of("1.1.a", "target"), Decimal("82.5")),
    "the case of a choice": ({"Delmål!D5": "Mindst"}, is_the_same, True),
    "the words of an earlier workbook": ({"Delmål!D12": "højst som benchmark"}, is_the_same, True),
    "soft returns are line ends": (
        {"Mål!D5": "Ét_x000B_to\u2028tre"}, of_goal("description"), "Ét\nto\ntre"),
    "an interval has two targets": (
        _INTERVAL, of("1.1.a", "kind", "target", "target_to"), ("between", 82, 90)),
    "and so has its history": (
        {**_INTERVAL, "Historik!D6": 80, "Historik!E6": 88},
        in_history("1.1.a", "target", "target_to"),
        [(None, None), (80, 88), (82, None), (83, None)]),
    "and so has its own year": (
        {**_TOLERANCE, "Delmål!D6": "mellem", "Delmål!E6": "[31]", "Delmål!F6": 40},
        in_history("1.1.b", "target", "target_to", "provisional"), [(31, 40, True)]),
    "one grade as a number": ({"Delmål!O8": 50}, of("1.2.a", "grades"), (50,)),
    "a rule of all is none": ({"Mål!E5": "alle"}, of_goal("rule"), None),
    "a mean of parts that are rules": (
        {"Mål!E5": "a eller b; c", "Mål!J5": "gennemsnit"}, of_goal("combine", "rule"),
        ("mean", "a eller b; c")),
    "goals that are only counted need no credit": (
        {"Plan!B23": "optælling", "Delmål!N8": "Ja"}, of("1.2.a", "partly"), True),
    "history in any order": (
        {"Historik!A9": "1.1.a", "Historik!C9": 2015, "Historik!F9": 79},
        in_history("1.1.a", "year"), [2015, 2018, 2019, 2020, 2021]),
    "a decision is out where no effect is chosen": (
        RULED, attrgetter("weights"), (50, 50, 0)),
    "a decision with its effect": (
        {**RULED, "Plan!E100": "tæller som ikke opfyldt"}, attrgetter("weights"), (100 / 3,) * 3),
}  # fmt: skip
"""What is typed, and what the plan then says."""


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_what_is_typed_is_understood(name):
    cells, said, meant = UNDERSTOOD[name]
    assert said(plan_of(checked(cells))) == meant


NOT_UNDERSTOOD: dict[str, Sequence[tuple[Typed, str]]] = {
    "A": [
        (date(2026, 10, 1),
         "datoen 01-10-2026. Her skal stå tekst. Er der skrevet 1.10, 1-10 eller 1/10?"),
        (1.1, "Her skal stå tekst: skriv '1.1 (eller '1.10) med apostrof foran."),
        (1.25, "Her skal stå tekst: skriv '1.25 med apostrof foran."),
    ],
    "D": [
        ("Mindest", "Mente du »mindst«?"),
        ("reduktion", "Mente du »reduktion på mindst«?"),
        ("mindst 82 pct.", "Mente du »mindst«?"),
        ("vækst", "sammenligningstallet, senest, gennemført, konkret vurdering."),
    ],
    "E": [
        ("82 pct.", "»82 pct.« er tekst, ikke et tal. Mente du 82?"),
        ("82,5", "»82,5« er tekst, ikke et tal. Mente du 82,5?"),
        ("-", "»-« er tekst, ikke et tal. Er der intet at skrive, skal cellen være tom."),
        ("ca. 82", "»ca. 82« er tekst, ikke et tal. Mente du 82?"),
        ("1.250", "»1.250« er tekst, ikke et tal. Mente du 1250?"),
        (date(2026, 5, 2),
         "datoen 02-05-2026. Her skal stå et tal. Er der skrevet 2.5, 2-5 eller 2/5?"),
        ("mellem 10 og 50 pct.",
         "Skriv 10 i Måltal og 50 i Måltal til; kravet »mellem« vælges på arket Delmål."),
        ("under 6 pct.", "Skriv 6 alene; kravet »under« vælges på arket Delmål."),
        ("højst 6 dage", "Skriv 6 alene; kravet »højst« vælges på arket Delmål."),
        ("≥ 82,5", "Skriv 82,5 alene; kravet »mindst« vælges på arket Delmål."),
    ],
    "F": [
        ("under 50", "Skriv 50 alene; kravet »under« vælges på arket Delmål."),
        ("10-50", "Skriv 10 i Måltal og 50 i Måltal til; kravet »mellem« vælges på arket Delmål."),
        ("ingen", "»ingen« er tekst, ikke et tal. Mente du 0?"),
    ],
    "G": [
        ("%", "Enheden »%« passer ikke her. Der skal stå »pct.«."),
        ("Procent", "Enheden »Procent« passer ikke her. Der skal stå »pct.«."),
        ("Antal", "Enheden »Antal« passer ikke her. Der skal stå »antal«."),
        ("mio kr", "Enheden »mio kr« passer ikke her. Der skal stå »mio. kr.«."),
    ],
    "I": [
        ("ingen", "»ingen« er tekst, ikke et tal. Er der intet at skrive, skal cellen være tom."),
    ],
    "H": [
        ("30. september 2020",
         "»30. september 2020« er tekst, ikke en dato. Mente du 30-09-2020?"),
        (datetime(2020, 9, 30, 14, 30),
         "Cellen rummer 30-09-2020 kl. 14:30. Her skal stå en dato uden klokkeslæt."),
    ],
}  # fmt: skip
"""What is typed in the rows of a column of Delmål, and how the message about it ends."""


def test_what_is_not_understood_is_told_with_what_it_probably_means():
    rows = [(f"{column}{row}", typed, message)
            for column, told in NOT_UNDERSTOOD.items()
            for row, (typed, message) in enumerate(told, start=5)]  # fmt: skip
    # Without a kind no field is refused for it.
    kinds = dict.fromkeys(f"Delmål!D{row}" for row in range(6, 20))
    findings = checked(kinds | {f"Delmål!{at}": typed for at, typed, _ in rows}).findings
    for at, _, message in rows:
        told = [each.message() for each in findings if each.place[:2] == ("Delmål", at)]
        assert [each[-len(message) :] for each in told] == [message]


def test_nothing_is_said_of_leaving_blank_what_must_be_filled_in():
    (told,) = checked({"Plan!B7": "-"}).findings
    assert told.message() == "Plan!B7: Resultatår skal udfyldes."


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [("A", "1a", "»1a« kan ikke bruges"), ("C", None, "Delmål skal udfyldes."),
     ("G", "%", "Enheden »%« passer ikke her")],
)  # fmt: skip
def test_a_column_that_is_left_out_or_written_in_ones_own_way_is_told_once(column, typed, words):
    told = [each for each in checked({f"Delmål!{column}{row}": typed for row in range(5, 14)})
            .findings if words in each.message()]  # fmt: skip
    assert [each.more for each in told] == [f"{column}6:{column}13"]


def test_a_year_that_is_shown_as_a_date_is_told():
    check = checked({"Plan!B7": Percent(2020, "yyyy")})
    assert "Cellen rummer datoen 12-07-1905. Her skal stå et tal." in check.findings[0].message()


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"U5": 81, "T6": 31, "D10": "under", "E10": 0, "I11": 100, "T11": 103, "E13": 101,
          "I13": None},
         {"E5": "resultatet kan være højst 81 pct., opfylder intet resultat »mindst 82 pct.«.",
          "E6": "resultatet kan være mindst 31 dage, opfylder intet resultat »højst 30 dage«.",
          "E10": "resultatet kan være mindst 0, opfylder intet resultat »under 0«.",
          "E11": "afvigelsen kan være mindst 3 pct., opfylder intet resultat »+/- 2 pct.«.",
          "E13": "højst 100 pct., opfylder intet resultat »reduktion på mindst 101 pct.«."}),
        ({"D5": "over", "E5": 100, "D10": "over", "E10": 0, "T10": 1, "T13": 11},
         {"E5": "resultatet kan være højst 100 pct., opfylder intet resultat »over 100 pct.«.",
          "E10": "resultatet kan være mindst 1, opfylder ethvert resultat »over 0«.",
          "E13": "højst 1,79 pct., opfylder intet resultat »reduktion på mindst 5 pct.«."}),
        ({"D5": "mellem", "F5": 90, "U5": 80},
         {"E5": "kan være højst 80 pct., opfylder intet resultat »mellem 82 og 90 pct.«."}),
        ({"E5": 0},
         {"E5": "resultatet kan være mindst 0 pct., opfylder ethvert resultat »mindst 0 pct.«."}),
        # Nothing to tell: some results meet it.
        ({"D5": "over", "E5": 99, "D10": "over", "E10": 0, "E13": 101, "I13": None, "T13": -5}, {}),
        ({"D5": "over", "E5": 100, "U5": 150}, {}),
        ({"D5": "over", "E5": 100, "C5": "Vækst i omsætningen"}, {}),
        ({"D5": "under", "E5": 100}, {}),
    ],
)  # fmt: skip
def test_a_target_that_no_result_or_every_result_meets_is_told(cells, told):
    check = checked({f"Delmål!{at}": value for at, value in cells.items()})
    found = {each.place.cell: each.message()
             for each in check.findings if each.code in ("RP-858", "RP-859")}  # fmt: skip
    assert found.keys() == told.keys()
    assert all(found[at].endswith(message) for at, message in told.items())
    assert check.is_accepted


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("0; 25; 50; 75; 100", (25, 50, 75)),
        ("75, 25 og 50 pct.", (25, 50, 75)),
        ("0/50/100", (50,)),
        ("0; 100", ()),
        ("25,5", None),
        ("0; 120", None),
    ],
)
def test_grades_are_whole_percentages_between_no_and_yes(text, grades):
    assert read_grades(text) == grades


def test_a_weighted_mean_asks_for_the_weights_of_its_criteria():
    (told,) = checked({"Mål!E5": None, "Mål!J5": "vægtet gennemsnit"}).findings
    assert told.message() == (
        "Delmål!M5 (1.1.a): Vægt i målet skal udfyldes, fordi der vægtes efter »vægtet gennemsnit«."
        " Det samme gælder M6:M7."
    )


def test_fractions_are_weights_in_whole_parts():
    weights = {"Plan!B23": "vægte", "Mål!G5": "1/4", "Mål!G6": "1/6", "Mål!G7": "7/12"}
    check = checked(weights)
    assert [goal.weight for goal in plan_of(check).goals] == [3, 2, 7]
    assert [each.message() for each in check.findings] == [
        "Mål!G5 (1.1): »1/4« er læst som 25 pct. af det hele."
    ]
    (_, warning) = sorted(checked({**weights, "Mål!G7": "1/2"}).findings, key=lambda it: it.code)
    assert warning.message().endswith(
        "Vægtene giver tilsammen 11/12, ikke 1. De regnes om, så 1/4 bliver 27,27 pct."
    )


@pytest.mark.parametrize(
    ("weights", "cells", "told"),
    [
        ((5, 5, 10), {}, "tilsammen 20, ikke 100. De regnes om, så 5 bliver 25 pct."),
        ((90, 90, 20), {}, "tilsammen 200, ikke 100. De regnes om, så 90 bliver 45 pct."),
        ((5, 5, 10), RULED,
         "tilsammen 20, ikke 100. De regnes om, så 5 bliver 50 pct."),
        ((50, 25, 25), RULED, None),
        ((0.5, 0.25, 0.25), {}, None),
    ],
)  # fmt: skip
def test_listed_weights_that_are_not_100_are_explained(weights, cells, told):
    listed = {f"Mål!G{row}": weight for row, weight in enumerate(weights, start=5)}
    found = checked({"Plan!B23": "vægte", **listed, **cells}).findings
    assert [each.message().partition("Vægtene giver ")[2] for each in found] == [told] * bool(told)


def test_blank_fields_get_what_is_usual():
    fields = {"Plan!B8": None, "Plan!B9": None, "Plan!B10": None, "Plan!B11": None}
    counts = {"Plan!B12": None, "Plan!B20": None, "Plan!B21": None, "Plan!B23": None}
    plan = plan_of(checked({**fields, **counts, "Plan!B6": "Ældre- og Børnestyrelsen"}))
    assert (plan.id, plan.version) == ("aeldre-og-boernestyrelsen-2020", "1.0")
    assert plan.title == "Resultatplan 2020 for Ældre- og Børnestyrelsen"
    assert (plan.valid_from, plan.valid_to) == (date(2020, 1, 1), date(2020, 12, 31))
    assert plan.stated_goals == 3
    assert plan.stated_goals_text == "Der er 3 mål i resultatplanen for 2020."


SCHOOL_YEAR: dict[str, Typed] = {
    "Plan!B11": date(2020, 8, 1), "Plan!B12": date(2021, 7, 31), "Delmål!H7": date(2021, 6, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "periods"),
    [
        ({"Plan!A33": "H1", "Plan!A34": "H2"},
         [("1. halvår", date(2020, 6, 30)), ("2. halvår", date(2020, 12, 31))]),
        ({"Plan!A33": "Q4", "Plan!A34": None}, [("helår", date(2020, 12, 31))]),
        ({"Plan!A33": "H1", "Plan!A34": "H2", **SCHOOL_YEAR},
         [("1. halvår", date(2021, 1, 31)), ("2. halvår", date(2021, 7, 31))]),
    ],
    ids=["half-years", "the whole year", "a school year"],
)  # fmt: skip
def test_a_period_needs_no_more_than_its_choice(cells, periods):
    blank = {f"Plan!{letter}{row}": None for letter in "BC" for row in (33, 34)}
    found = plan_of(checked({**cells, **blank})).reporting.periods
    assert [(each.name, each.ends) for each in found] == periods
    assert [each.final for each in found] == [each is found[-1] for each in found]


def test_why_a_rule_cannot_be_read_is_said_in_danish():
    reasons = {
        "a og b eller c": "den blander og og eller; sæt parentes om det, der hører sammen",
        "(a og b": "den slutter for tidligt",
        "mindst 4 af (a, b, c)": "der kan ikke opfyldes så mange af delmålene",
        "a & b": "der står noget, som ikke hører hjemme i en regel",
        "(" * 60 + "a" + ")" * 60: "den har for mange parenteser i hinanden",
    }
    rules = dict(zip(["E5", "E6", "E7", "K5", "K6"], reasons, strict=True))
    check = checked({f"Mål!{at}": rule for at, rule in rules.items()})
    told = {each.place.cell: each.message() for each in check.findings if each.code == "RP-831"}
    assert told.keys() == rules.keys()
    for at, rule in rules.items():
        assert told[at].endswith(f"Reglen »{rule}« kan ikke læses: {reasons[rule]}.")


def test_a_workbook_without_columns_that_came_later_is_read_wherever_rows_and_columns_stand():
    book = opened(small())
    book["Plan"].delete_rows(98, 12)  # Departementets beslutninger
    book["Delmål"].delete_cols(24)  # Opgøres
    book["Delmål"].delete_cols(20, 2)  # Mindste and Højeste mulige
    book["Delmål"].delete_cols(15)  # Grader
    book["Delmål"].delete_cols(6)  # Måltal til
    book["Historik"].delete_cols(5)  # Måltal til
    book["Historik"].insert_cols(1)
    book["Delmål"].insert_rows(2)
    assert check_workbook(saved(book)).plan == small_plan()
