"""Why a criterion or goal is what it is: one sentence, Danish or English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.explaining import describe_rule, explain_criterion, explain_goal
from resultatplan.rules import parse_rule

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING
DEADLINE = date(2020, 9, 30)


@pytest.mark.parametrize(
    ("kind", "unit", "target", "measured", "sentence"),
    [
        (
            Kind.AT_LEAST,
            "pct.",
            "82",
            "81.6",
            "Ikke opfyldt: 81,6 pct. er under målet på 82 pct.",
        ),
        (Kind.AT_LEAST, "pct.", "82", "82", "Opfyldt: 82 pct. når målet på 82 pct."),
        (Kind.AT_LEAST, "antal", "55", "60", "Opfyldt: 60 når målet på 55."),
        (Kind.AT_LEAST, "antal", "55", None, "Afventer: intet resultat er indberettet endnu."),
        (
            Kind.AT_MOST,
            "dage",
            "165",
            "165.5",
            "Ikke opfyldt: 165,5 dage er over målet på 165 dage.",
        ),
        (
            Kind.WITHIN,
            "mio. kr.",
            "2.5",
            "-0.5",
            "Opfyldt: afvigelsen på −0,5 mio. kr. er inden for +/- 2,5 mio. kr.",
        ),
        (
            Kind.WITHIN,
            "mio. kr.",
            "5",
            "12500",
            "Ikke opfyldt: afvigelsen på +12.500 mio. kr. er uden for +/- 5 mio. kr.",
        ),
        (
            Kind.WITHIN,
            "mio. kr.",
            "5",
            None,
            "Afventer: grundlag eller resultat mangler, så intet kan måles endnu.",
        ),
        (
            Kind.REDUCTION,
            "pct.",
            "5",
            "10",
            "Opfyldt: faldet på 10 pct. når målet på mindst 5 pct.",
        ),
        (
            Kind.REDUCTION,
            "pct.",
            "5",
            "-14.5",
            "Ikke opfyldt: en stigning på 14,5 pct. er ikke et fald på mindst 5 pct.",
        ),
        (
            Kind.BENCHMARK,
            "dage",
            "8.3",
            "8.4",
            "Ikke opfyldt: 8,4 dage er over sammenligningstallet på 8,3 dage.",
        ),
        (Kind.BENCHMARK, "dage", None, "8.4", "Afventer: sammenligningstallet mangler."),
    ],
)
def test_a_figure(
    kind: Kind, unit: str, target: str | None, measured: str | None, sentence: str
) -> None:
    said = explain_criterion(
        kind,
        unit=unit,
        target=None if target is None else Decimal(target),
        measured=None if measured is None else Decimal(measured),
    )
    assert said == sentence


def test_a_figure_a_hair_under_its_target_is_not_shown_as_the_target() -> None:
    said = explain_criterion(
        Kind.AT_LEAST, unit="pct.", target=Decimal(82), measured=Decimal("81.9999999")
    )
    assert said == "Ikke opfyldt: 81,9999999 pct. er under målet på 82 pct."


@pytest.mark.parametrize(
    ("delivered", "done", "sentence"),
    [
        (date(2020, 9, 30), None, "Opfyldt: leveret 30-09-2020, senest 30-09-2020."),
        (
            date(2020, 10, 1),
            None,
            "Ikke opfyldt: leveret 01-10-2020, 1 dag efter fristen 30-09-2020.",
        ),
        (
            date(2020, 10, 2),
            None,
            "Ikke opfyldt: leveret 02-10-2020, 2 dage efter fristen 30-09-2020.",
        ),
        (None, False, "Ikke opfyldt: meldt ikke leveret til fristen 30-09-2020."),
        (
            None,
            None,
            "Afventer: hverken leveringsdato eller Nej er indberettet; fristen er 30-09-2020.",
        ),
        (
            None,
            True,
            "Afventer: meldt gennemført, men leveringsdatoen mangler; fristen er 30-09-2020.",
        ),
        (
            date(2020, 9, 1),
            False,
            "Afventer: leveringsdatoen 01-09-2020 og Nej i Gennemført modsiger hinanden.",
        ),
    ],
)
def test_a_delivery(delivered: date | None, done: bool | None, sentence: str) -> None:
    said = explain_criterion(Kind.DELIVERED_BY, deadline=DEADLINE, delivered=delivered, done=done)
    assert said == sentence


@pytest.mark.parametrize(
    ("kind", "done", "sentence"),
    [
        (Kind.DONE, True, "Opfyldt: meldt gennemført."),
        (Kind.DONE, False, "Ikke opfyldt: meldt ikke gennemført."),
        (Kind.DONE, None, "Afventer: intet er meldt endnu."),
        (Kind.ASSESSED, True, "Opfyldt: vurderet som opfyldt."),
        (Kind.ASSESSED, False, "Ikke opfyldt: vurderet som ikke opfyldt."),
        (Kind.ASSESSED, None, "Afventer: vurderingen foreligger ikke endnu."),
    ],
)
def test_a_yes_or_no(kind: Kind, done: bool | None, sentence: str) -> None:
    assert explain_criterion(kind, done=done) == sentence


def test_what_is_pending_in_the_final_report_says_how_it_counts() -> None:
    said = explain_criterion(Kind.DONE, final=True)
    expected = "tæller som ikke opfyldt i årets sidste afrapportering"
    assert said == f"Afventer: intet er meldt endnu; {expected}."


def test_the_same_in_english() -> None:
    said = explain_criterion(
        Kind.AT_LEAST, unit="pct.", target=Decimal(82), measured=Decimal("81.6"), lang="en"
    )
    assert said == "Not fulfilled: 81.6 per cent is below the target of 82 per cent."


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
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert describe_rule(parse_rule(rule)) == words


@pytest.mark.parametrize(
    ("states", "final", "sentence"),
    [
        (
            {"a": MET, "b": NOT},
            False,
            "Opfyldt: 1 af 2 delmål er opfyldt, og reglen er mindst ét af (a og b).",
        ),
        (
            {"a": OPEN, "b": NOT},
            False,
            "Afventer: 0 af 2 delmål er opfyldt, 1 afventer, og reglen er mindst ét af (a og b).",
        ),
        (
            {"a": OPEN, "b": NOT},
            True,
            "Ikke opfyldt: 0 af 2 delmål er opfyldt, 1 afventer, og reglen er"
            " mindst ét af (a og b); tæller som ikke opfyldt i årets sidste afrapportering.",
        ),
        (
            {"a": MET, "b": OPEN},
            True,
            "Opfyldt: 1 af 2 delmål er opfyldt, 1 afventer, og reglen er mindst ét af (a og b).",
        ),
    ],
)
def test_a_goal(states: dict[str, State], final: bool, sentence: str) -> None:
    assert explain_goal(parse_rule("a eller b"), states, final=final) == sentence
