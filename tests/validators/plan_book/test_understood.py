"""What a person types is understood where a plan would print it so, and never guessed otherwise."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from resultatplan.plan import Criterion, Plan
from tests.validators.plan_book.authored import Percent, Typed, all_told, checked, small
from tests.workbooks.small_plan import small_plan
from validators.plan_book import PlanCheck, check_workbook


def plan_of(check: PlanCheck) -> Plan:
    assert check.plan is not None, [finding.message() for finding in check.findings]
    return check.plan


def criterion(key: str, cells: dict[str, Typed]) -> Criterion:
    return plan_of(checked(cells)).criterion_by_key[key]


def test_a_provisional_target_is_kept_in_the_history_of_the_year() -> None:
    changed = criterion("1.1.b", {"Delmål!E6": "[31]"})
    assert changed.target == 31
    (entry,) = changed.history
    assert (entry.year, entry.target, entry.provisional) == (2020, Decimal(31), True)


def test_a_provisional_target_marks_the_year_that_is_there() -> None:
    changed = criterion("1.1.a", {"Delmål!E5": "[82]"})
    marked = {entry.year for entry in changed.history if entry.provisional}
    assert (changed.target, marked) == (82, {2020, 2021})


def test_brackets_in_the_history_mean_provisional() -> None:
    changed = criterion("1.1.a", {"Historik!D7": "[82,5]"})
    assert (changed.history[2].target, changed.history[2].provisional) == (Decimal("82.5"), True)


@pytest.mark.parametrize("text", ["+/- 2,5", "±2,5", "+/-2,5", "[+/- 2,5]"])
def test_a_range_is_the_tolerance_it_allows(text: str) -> None:
    assert criterion("2.1.a", {"Delmål!E11": text}).target == Decimal("2.5")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("82 pct.", "82"), ("82,5", "82,5"), ("ca. 82", "82"), ("1.250", "1250")],
)
def test_text_is_told_with_the_number_it_probably_means(text: str, suggestion: str) -> None:
    (finding,) = checked({"Delmål!E5": text}).findings
    assert finding.message() == (
        f"Delmål!E5 (1.1.a): »{text}« er tekst, ikke et tal. Mente du {suggestion}?"
    )


def test_a_date_as_text_is_told_with_the_date_it_probably_means() -> None:
    (finding,) = checked({"Delmål!G7": "30. september 2020"}).findings
    assert finding.message() == (
        "Delmål!G7 (1.1.c): »30. september 2020« er tekst, ikke en dato. Mente du 30-09-2020?"
    )


def test_82_percent_is_82() -> None:
    assert criterion("1.1.a", {"Delmål!E5": Percent(0.825)}).target == Decimal("82.5")


def test_a_percentage_where_the_unit_is_days_is_an_error() -> None:
    check = checked({"Delmål!E6": Percent(0.3)})
    assert all_told(check) == [("RP-843", "Delmål", "E6", "1.1.b")]


def test_a_unit_that_means_percent_is_written_as_the_plans_write_it() -> None:
    (finding,) = checked({"Delmål!F5": "%"}).findings
    assert finding.message() == (
        "Delmål!F5 (1.1.a): Enheden »%« passer ikke her. Der skal stå »pct.«."
    )


def test_a_choice_with_a_slip_is_told_with_the_one_it_means() -> None:
    (finding,) = checked({"Delmål!D5": "Mindest"}).findings
    assert finding.message().endswith("Mente du »mindst«?")


def test_the_case_of_a_choice_does_not_matter() -> None:
    assert criterion("1.1.a", {"Delmål!D5": "Mindst"}) == small_plan().criterion_by_key["1.1.a"]


def test_blank_fields_get_what_is_usual() -> None:
    fields = {"Plan!B8": None, "Plan!B9": None, "Plan!B10": None, "Plan!B11": None}
    counts = {"Plan!B12": None, "Plan!B20": None, "Plan!B21": None, "Plan!B23": None}
    plan = plan_of(checked({**fields, **counts, "Plan!B6": "Ældre- og Børnestyrelsen"}))
    assert (plan.id, plan.version) == ("aeldre-og-boernestyrelsen-2020", "1.0")
    assert plan.title == "Resultatplan 2020 for Ældre- og Børnestyrelsen"
    assert (plan.valid_from, plan.valid_to) == (date(2020, 1, 1), date(2020, 12, 31))
    assert plan.stated_goals == 3
    assert plan.stated_goals_text == "Der er 3 mål i resultatplanen for 2020."


def test_a_period_needs_no_more_than_its_choice() -> None:
    cells: dict[str, Typed] = {"Plan!A34": "H1", "Plan!A35": "H2"}
    blank = {f"Plan!{letter}{row}": None for letter in "BC" for row in (34, 35)}
    periods = plan_of(checked({**cells, **blank})).reporting.periods
    assert [(each.id, each.name, each.ends, each.final) for each in periods] == [
        ("H1", "1. halvår", date(2020, 6, 30), False),
        ("H2", "2. halvår", date(2020, 12, 31), True),
    ]


def test_a_rule_of_all_is_no_rule() -> None:
    assert plan_of(checked({"Mål!E5": "alle"})).goals[0].rule is None


def test_history_may_be_typed_in_any_order() -> None:
    years: dict[str, Typed] = {"Historik!A9": "1.1.a", "Historik!C9": 2015, "Historik!E9": 79}
    changed = criterion("1.1.a", years)
    assert [entry.year for entry in changed.history] == [2015, 2018, 2019, 2020, 2021]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("a og b eller c", "den blander og og eller; sæt parentes om det, der hører sammen"),
        ("(a og b", "den slutter for tidligt"),
        ("mindst 4 af (a, b, c)", "der kan ikke opfyldes så mange af delmålene"),
        ("a & b", "der står noget, som ikke hører hjemme i en regel"),
        ("(" * 60 + "a" + ")" * 60, "den har for mange parenteser i hinanden"),
    ],
)
def test_why_a_rule_cannot_be_read_is_said_in_danish(rule: str, reason: str) -> None:
    (finding,) = checked({"Mål!E5": rule}).findings
    assert finding.message() == f"Mål!E5 (1.1): Reglen »{rule}« kan ikke læses: {reason}."


def test_characters_that_no_plan_can_hold_are_an_error() -> None:
    check = checked({"Mål!C5": "Kvalitet_x0001_"})
    assert all_told(check) == [("RP-814", "Mål", "C5", "1.1")]


def test_every_mistake_is_told_not_only_the_first() -> None:
    check = checked(
        {
            "Plan!B5": None,
            "Plan!B15": "fjorten",
            "Mål!E5": "a eller d",
            "Mål!C6": None,
            "Delmål!D8": "udført",
            "Delmål!E6": "tredive",
            "Delmål!G7": None,
            "Historik!C6": "i fjor",
        }
    )
    assert {(code, f"{sheet}!{cell}") for code, sheet, cell, _ in all_told(check)} == {
        ("RP-806", "Plan!B5"),
        ("RP-811", "Plan!B15"),
        ("RP-832", "Mål!E5"),
        ("RP-833", "Mål!E5"),
        ("RP-806", "Mål!C6"),
        ("RP-813", "Delmål!D8"),
        ("RP-811", "Delmål!E6"),
        ("RP-841", "Delmål!G7"),
        ("RP-811", "Historik!C6"),
    }
    assert check.plan is None


def test_a_row_inserted_above_moves_the_findings_with_it() -> None:
    """Nothing is read by its place: an inserted column or row is no mistake."""
    book = load_workbook(io.BytesIO(small()))
    book["Delmål"].insert_rows(2)
    book["Historik"].insert_cols(1)
    stream = io.BytesIO()
    book.save(stream)
    assert check_workbook(stream.getvalue()).plan == small_plan()
