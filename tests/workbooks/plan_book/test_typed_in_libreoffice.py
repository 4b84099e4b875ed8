"""An empty authoring workbook filled in at a Danish keyboard, in a real spreadsheet program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from resultatplan.goals import Combine, Step
from resultatplan.plan import Plan, Weighting, Withdrawn
from tests.hosts.libreoffice import Document, LibreOffice, LockedCellError
from validators.plan_book import PlanCheck, check_workbook
from workbooks.plan_book.writer import empty_workbook

pytestmark = pytest.mark.libreoffice

_PLAN = {
    "B5": "Prøveministeriet",
    "B6": "Prøvestyrelsen",
    "B16": "Ja",
    "B17": "Der rapporteres efter hvert halvår.",
    "B22": "Målene vægtes.",
    "B23": "vægte",
    "B24": "50",
    "B25": "udgår af beregningen",
    "B28": "Resultatet indgår i vurderingen.",
    "A34": "H1",
    "A35": "H2",
    "A43": "1",
    "B43": "Faglige mål",
    "A44": "2",
    "B44": "Økonomiske mål",
    "B71": "Planen genforhandles ikke.",
}
_GOALS = {
    "A5": "Faglige mål",
    "B5": "1.1",
    "C5": "Kvalitet",
    "D5": "Rådgivningen er god.",
    "E5": "a eller (b og c)",
    "G5": "60",
    "A6": "Faglige mål",
    "B6": "1.10",
    "C6": "Udgået mål",
    "D6": "Opgaven er flyttet.",
    "G6": "10",
    "L6": "Opgaven er flyttet",
    "A7": "Økonomiske mål",
    "B7": "2.1",
    "C7": "Budget",
    "D7": "Budgettet holdes.",
    "G7": "30",
    "J7": "gennemsnit",
}
_CRITERIA = {
    "A5": "1.1.a",
    "C5": "Andel tilfredse",
    "D5": "mindst",
    "E5": "82%",
    "F5": "pct.",
    "O5": "70: 50 %; 82: 100 %",
    "A6": "1.1.b",
    "C6": "Koncept sendt",
    "D6": "senest",
    "G6": "30-09-2027",
    "A7": "1.1.c",
    "C7": "Undersøgelse",
    "D7": "gennemført",
    "M7": "Ja",
    "A8": "1.10.a",
    "C8": "Besøg",
    "D8": "mindst",
    "E8": "12",
    "F8": "antal",
    "A9": "2.1.a",
    "C9": "Afvigelse",
    "D9": "+/-",
    "E9": "+/- 2,5",
    "F9": "mio. kr.",
    "A10": "2.1.b",
    "C10": "Sygefravær",
    "D10": "højst",
    "E10": "[8,4]",
    "F10": "dage",
}
_HISTORY = {"A5": "1.1.a", "C5": "2026", "D5": "80", "E5": "81,5", "A6": "1.1.a", "C6": "2028",
            "D6": "[83]"}  # fmt: skip


def fill_in(document: Document) -> None:
    for sheet, cells in (
        ("Plan", _PLAN),
        ("Mål", _GOALS),
        ("Delmål", _CRITERIA),
        ("Historik", _HISTORY),
    ):
        document.type_cells(sheet, cells)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "ny.xlsx"
    path.write_bytes(empty_workbook(2027))
    return path


@pytest.fixture(scope="module")
def filled(calc: LibreOffice, empty: Path) -> PlanCheck:
    with calc.open(empty) as document:
        fill_in(document)
        assert document.invalid_cells("Delmål") == ()
        saved = document.save_as(empty.with_name("udfyldt.xlsx"))
    return check_workbook(saved.read_bytes())


def plan_of(check: PlanCheck) -> Plan:
    assert check.plan is not None, [finding.message() for finding in check.findings]
    return check.plan


def test_the_plan_is_what_was_typed(filled: PlanCheck) -> None:
    plan = plan_of(filled)
    assert (plan.id, plan.year) == ("proevestyrelsen-2027", 2027)
    assert [goal.number for goal in plan.goals] == ["1.1", "1.10", "2.1"]
    assert plan.reporting.heeds_holidays
    assert [period.ends for period in plan.reporting.periods] == [
        date(2027, 6, 30),
        date(2027, 12, 31),
    ]
    assert plan.scoring.weighting is Weighting.WEIGHTS
    assert (plan.scoring.partial_credit, plan.scoring.withdrawn) == (50, Withdrawn.LEAVES)
    assert plan.goals[2].combine is Combine.MEAN
    assert plan.weights == pytest.approx((200 / 3, 0, 100 / 3))


def test_numbers_and_dates_are_what_a_dane_means(filled: PlanCheck) -> None:
    criteria = plan_of(filled).criterion_by_key
    assert criteria["1.1.a"].target == 82
    assert criteria["1.1.a"].steps == (
        Step(at=Decimal(70), credit=Decimal(50)),
        Step(at=Decimal(82), credit=Decimal(100)),
    )
    assert criteria["1.1.b"].deadline == date(2027, 9, 30)
    assert criteria["2.1.a"].target == Decimal("2.5")
    assert criteria["2.1.b"].target == Decimal("8.4")
    assert criteria["2.1.b"].history[0].provisional
    assert [entry.result for entry in criteria["1.1.a"].history] == [Decimal("81.5"), None]


def test_what_was_understood_is_told(filled: PlanCheck) -> None:
    told = [(finding.code, finding.place.cell) for finding in filled.findings]
    assert told == [("RP-845", "E9"), ("RP-847", "E10"), ("RP-847", "D6")]


def test_the_previews_follow_what_is_typed(calc: LibreOffice, empty: Path) -> None:
    with calc.open(empty) as document:
        fill_in(document)
        rules = [row[0] for row in document.values("Mål", "F5:F8")]
        shares = [row[0] for row in document.values("Mål", "I5:I7")]
        goals = [row[0] for row in document.values("Delmål", "B5:B9")]
        texts = [row[0] for row in document.values("Historik", "B5:B6")]
    assert rules == ["vises af »rp plan check«", "alle delmål skal opfyldes",
                     "gennemsnit af delmålene", ""]  # fmt: skip
    assert shares == [pytest.approx(2 / 3), 0, pytest.approx(1 / 3)]
    assert goals == ["Kvalitet", "Kvalitet", "Kvalitet", "Udgået mål", "Budget"]
    assert texts == ["Andel tilfredse", "Andel tilfredse"]


@pytest.mark.parametrize(
    ("sheet", "cell"), [("Plan", "A5"), ("Mål", "B4"), ("Mål", "F5"), ("Delmål", "B5")]
)
def test_nothing_is_typed_where_nothing_belongs(
    sheet: str, cell: str, calc: LibreOffice, empty: Path
) -> None:
    with calc.open(empty) as document, pytest.raises(LockedCellError):
        document.type_into(sheet, cell, "x")
