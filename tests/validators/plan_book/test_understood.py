"""What a person types is understood where a plan would print it so, and never guessed otherwise."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest

from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from tests.validators.plan_book.authored import (
    Percent,
    Typed,
    all_told,
    check_workbook,
    checked,
    opened,
    saved,
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


def criterion(key: str, cells: dict[str, Typed]) -> Criterion:
    return plan_of(checked(cells)).criterion_by_key[key]


def test_brackets_mean_provisional():
    new = criterion("1.1.b", {"Delmål!E6": "[31]"})
    (entry,) = new.history
    assert (new.target, entry.year, entry.target, entry.provisional) == (31, 2020, 31, True)
    known = criterion("1.1.a", {"Delmål!E5": "[82]"})
    marked = {entry.year for entry in known.history if entry.provisional}
    assert (known.target, marked) == (82, {2020, 2021})
    entry = criterion("1.1.a", {"Historik!D7": "[82,5]"}).history[2]
    assert (entry.target, entry.provisional) == (Decimal("82.5"), True)


def test_a_range_is_the_tolerance_it_allows():
    typed = {5: "+/- 2,5", 6: "±2,5", 10: "+/-2,5", 11: "[+/- 2,5]"}
    kinds = {f"Delmål!D{row}": "+/-" for row in typed} | {"Delmål!R6": None, "Delmål!S6": None}
    plan = plan_of(checked(kinds | {f"Delmål!E{row}": text for row, text in typed.items()}))
    assert [plan.criteria[row - 5].target for row in typed] == [Decimal("2.5")] * 4


NOT_UNDERSTOOD: dict[str, Sequence[tuple[Typed, str]]] = {
    "A": [
        (date(2026, 10, 1),
         "datoen 01-10-2026. Her skal stå tekst. Er der skrevet 1.10, 1-10 eller 1/10?"),
        (1.1, "Her skal stå tekst: skriv '1.1 (eller '1.10) med apostrof foran."),
        (1.25, "Her skal stå tekst: skriv '1.25 med apostrof foran."),
    ],
    "D": [("Mindest", "Mente du »mindst«?")],
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
    ],
    "G": [
        ("%", "Enheden »%« passer ikke her. Der skal stå »pct.«."),
        ("Procent", "Enheden »Procent« passer ikke her. Der skal stå »pct.«."),
        ("Antal", "Enheden »Antal« passer ikke her. Der skal stå »antal«."),
        ("mio kr", "Enheden »mio kr« passer ikke her. Der skal stå »mio. kr.«."),
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


def test_a_year_that_is_shown_as_a_date_is_told():
    check = checked({"Plan!B7": Percent(2020, "yyyy")})
    assert "Cellen rummer datoen 12-07-1905. Her skal stå et tal." in check.findings[0].message()


def test_soft_returns_are_line_ends():
    plan = plan_of(checked({"Mål!D5": "Ét_x000B_to\u2028tre"}))
    assert plan.goals[0].description == "Ét\nto\ntre"


def test_a_section_without_its_title_is_one_error():
    assert all_told(checked({"Plan!A43": "2", "Plan!B43": None})) == [
        ("RP-806", "Plan", "B43", None)
    ]


def test_a_rule_that_excel_could_not_compute_is_told_before_a_template_is_made():
    parts = ", ".join(["a eller b", "b eller c"] * 12)
    (told,) = checked({"Mål!E5": f"mindst 2 af ({parts})"}).findings
    assert (told.code, told.place.cell) == ("RP-835", "E5")
    assert "længere end de 8192 tegn, Excel tillader" in told.message()


def test_one_missing_cell_is_one_error():
    check = checked({f"Delmål!N{row}": "Ja" for row in (8, 9)})
    assert all_told(check)[:1] == [("RP-864", "Plan", "B24", None)]
    assert "(1.2.a, " in check.findings[0].message()


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Delmål!T6": 0, "Delmål!U6": 35, "Delmål!R6": 40},
         "40 kan ikke indberettes. Delmålets resultat kan være fra 0 til 35."),
        ({"Delmål!U13": 11, "Delmål!T13": 0},
         "11,2 kan ikke indberettes. Delmålets resultat kan være fra 0 til 11."),
    ],
    ids=["a line", "a basis"],
)  # fmt: skip
def test_a_level_that_cannot_be_reported_is_told(cells, message):
    check = checked(cells)
    assert check.findings[0].message().endswith(message)
    assert check.plan is not None


_REDUCED: dict[str, Typed] = {"Delmål!E13": 101, "Delmål!I13": None}


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


INTERVAL: dict[str, Typed] = {"Delmål!D5": "mellem", "Delmål!F5": 90}
OWN_YEAR: dict[str, Typed] = {"Historik!D7": 82, "Historik!E7": 88}
"""An interval of 82 to 88 in the history of the plan's own year."""
GRADES: dict[str, Typed] = {"Delmål!O8": "0; 25; 50; 75; 100"}


def test_an_interval_has_two_targets():
    years = {"Historik!E7": 88, "Historik!D7": 80}
    found = criterion("1.1.a", INTERVAL | years)
    assert (found.kind.value, found.target, found.target_to) == ("between", 82, 90)
    assert [(each.target, each.target_to) for each in found.history][2:] == [(80, 88), (83, None)]
    own = criterion("1.1.b", {"Delmål!D6": "mellem", "Delmål!F6": 40, "Delmål!E6": "[31]",
                              "Delmål!R6": None, "Delmål!S6": None}).history  # fmt: skip
    assert [(each.target, each.target_to, each.provisional) for each in own] == [(31, 40, True)]


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


def test_one_grade_may_be_typed_as_a_number():
    assert criterion("1.2.a", {"Delmål!O8": 50}).grades == (50,)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Delmål!F5": 90}, ("RP-842", "Delmål", "F5", "1.1.a")),
        ({"Delmål!D5": "mellem"}, ("RP-841", "Delmål", "F5", "1.1.a")),
        ({"Delmål!D5": "mellem", "Delmål!E5": "82-90"}, ("RP-819", "Delmål", "E5", "1.1.a")),
        ({"Historik!D7": "82-90"}, ("RP-819", "Historik", "D7", "1.1.a")),
        ({**INTERVAL, "Delmål!F5": "+/- 90"}, ("RP-846", "Delmål", "F5", "1.1.a")),
        (
            {**INTERVAL, "Delmål!E5": 0.1, "Delmål!F5": 0.5, "Historik!D7": 0.1},
            ("RP-848", "Delmål", "F5", "1.1.a"),
        ),
        ({**INTERVAL, "Delmål!F5": "[90]", **OWN_YEAR}, ("RP-849", "Delmål", "F5", "1.1.a")),
        ({**INTERVAL, "Delmål!F5": "[90]"}, ("RP-847", "Delmål", "F5", "1.1.a")),
        (
            {**INTERVAL, "Delmål!E5": "[82]", "Delmål!F5": "[90]"},
            ("RP-847", "Delmål", "E5", "1.1.a"),
        ),
        ({**INTERVAL, "Delmål!F5": 82}, ("RP-857", "Delmål", "F5", "1.1.a")),
        ({**INTERVAL, "Historik!E6": 1}, ("RP-857", "Historik", "E6", "1.1.a")),
        ({**INTERVAL, "Historik!E7": 88}, ("RP-882", "Historik", "E7", "1.1.a")),
        ({**INTERVAL, "Delmål!U5": 89}, ("RP-855", "Delmål", "F5", "1.1.a")),
        ({**INTERVAL, "Delmål!R5": 60}, ("RP-842", "Delmål", "R5", "1.1.a")),
        ({"Delmål!E8": "Statens gennemsnit"}, ("RP-842", "Delmål", "E8", "1.2.a")),
        ({"Delmål!E13": -5}, ("RP-848", "Delmål", "E13", "2.1.c")),
        ({"Plan!C34": date(2021, 1, 31)}, ("RP-851", "Plan", "C34", None)),
        ({"Delmål!O5": "50"}, ("RP-842", "Delmål", "O5", "1.1.a")),
        ({**GRADES, "Delmål!N8": "Ja", "Plan!B24": 50}, ("RP-867", "Delmål", "O8", "1.2.a")),
    ],
)
def test_what_is_wrong_with_one_cell_beside_others(cells, told):
    assert all_told(checked(cells)) == [told]


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


def test_82_percent_is_82():
    assert criterion("1.1.a", {"Delmål!E5": Percent(0.825)}).target == Decimal("82.5")


def test_a_percentage_where_the_unit_is_days_is_an_error():
    check = checked({"Delmål!E6": Percent(0.3)})
    assert all_told(check) == [("RP-843", "Delmål", "E6", "1.1.b")]


def test_the_case_of_a_choice_does_not_matter():
    assert criterion("1.1.a", {"Delmål!D5": "Mindst"}) == small_plan().criterion_by_key["1.1.a"]


def test_a_demand_in_the_words_of_an_earlier_workbook_is_read():
    earlier: dict[str, Typed] = {"Delmål!D12": "højst som benchmark"}
    assert criterion("2.1.b", earlier) == small_plan().criterion_by_key["2.1.b"]


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


def test_a_decision_of_the_department_is_out_where_no_effect_is_chosen():
    plan = plan_of(checked(RULED))
    (ruling,) = plan.rulings
    assert (ruling.key, ruling.ruled, ruling.day) == ("2.1", "withdrawn", date(2020, 4, 1))
    assert plan.weights == (50, 50, 0)
    kept = plan_of(checked({**RULED, "Plan!E100": "tæller som ikke opfyldt"}))
    assert kept.weights == (100 / 3,) * 3


def test_a_rule_of_all_is_no_rule():
    assert plan_of(checked({"Mål!E5": "alle"})).goals[0].rule is None


def test_a_weighted_mean_asks_for_the_weights_of_its_criteria():
    findings = checked({"Mål!E5": None, "Mål!J5": "vægtet gennemsnit"}).findings
    assert {each.code for each in findings} == {"RP-861"}
    assert findings[0].message() == (
        "Delmål!M5 (1.1.a): Vægt i målet skal udfyldes, fordi der vægtes efter »vægtet gennemsnit«."
    )


def test_a_mean_may_be_of_parts_that_are_rules():
    (goal, *_) = plan_of(checked({"Mål!E5": "a eller b; c", "Mål!J5": "gennemsnit"})).goals
    assert (goal.combine, goal.rule) == ("mean", "a eller b; c")


def test_goals_that_are_only_counted_need_no_credit() -> None:
    cells: dict[str, Typed] = {"Plan!B23": "optælling", "Delmål!N8": "Ja"}
    plan = plan_of(checked(cells))
    assert (plan.has_total, plan.criteria[3].partly) == (False, True)


def test_history_may_be_typed_in_any_order():
    years: dict[str, Typed] = {"Historik!A9": "1.1.a", "Historik!C9": 2015, "Historik!F9": 79}
    changed = criterion("1.1.a", years)
    assert [entry.year for entry in changed.history] == [2015, 2018, 2019, 2020, 2021]


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


def test_a_workbook_without_columns_that_came_later_is_read():
    book = opened(small())
    book["Plan"].delete_rows(98, 12)  # Departementets beslutninger
    book["Delmål"].delete_cols(24)  # Opgøres
    book["Delmål"].delete_cols(20, 2)  # Mindste and Højeste mulige
    book["Delmål"].delete_cols(15)  # Grader
    book["Delmål"].delete_cols(6)  # Måltal til
    book["Historik"].delete_cols(5)  # Måltal til
    assert check_workbook(saved(book)).plan == small_plan()


def test_characters_that_no_plan_can_hold_are_an_error():
    check = checked({"Mål!C5": "Kvalitet_x0001_"})
    assert all_told(check) == [("RP-814", "Mål", "C5", "1.1")]


def test_a_name_of_two_lines_is_an_error_where_it_stands():
    check = checked({"Plan!B6": "Prøve-\nstyrelsen"})
    assert all_told(check) == [("RP-814", "Plan", "B6", None)]
    assert (
        check.findings[0].message().endswith("Her skal stå tekst på én linje uden usynlige tegn.")
    )


def test_every_mistake_is_told_not_only_the_first():
    mistakes: dict[str, tuple[Typed, set[str]]] = {
        "Plan!B5": (None, {"RP-806"}),
        "Plan!B15": ("fjorten", {"RP-811"}),
        "Mål!E5": ("a eller d", {"RP-832", "RP-833"}),
        "Mål!C6": (None, {"RP-806"}),
        "Delmål!D8": ("udført", {"RP-813"}),
        "Delmål!E6": ("tredive", {"RP-811"}),
        "Delmål!H7": (None, {"RP-841"}),
        "Historik!C6": ("i fjor", {"RP-811"}),
    }
    check = checked({at: value for at, (value, _) in mistakes.items()})
    expected = {(code, at) for at, (_, codes) in mistakes.items() for code in codes}
    assert {(code, f"{sheet}!{cell}") for code, sheet, cell, _ in all_told(check)} == expected
    assert check.plan is None


def test_a_row_inserted_above_moves_the_findings_with_it():
    """Nothing is read by its place: an inserted column or row is no mistake."""
    book = opened(small())
    book["Delmål"].insert_rows(2)
    book["Historik"].insert_cols(1)
    assert check_workbook(saved(book)).plan == small_plan()
