"""A plan's workbook typed in at a Danish keyboard, in a real spreadsheet program."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from tests.hosts.libreoffice import Document, LibreOffice, LockedCellError
from tests.validators.plan_book.authored import all_told, check_workbook, small

pytestmark = pytest.mark.libreoffice

TYPED = {
    "Plan": {
        f"{column}{row}": words
        for row, key in enumerate(("1.2.a", "1.2.b", "1.2.c"), start=100)
        for column, words in zip("ABCD", (key, "Flyttet", "udgået", "01-04-2020"), strict=True)
    },
    "Mål": {"E7": "a eller (b og c)"},
    "Delmål": {
        "E5": "83%",
        "E6": "[31,5]",
        "H7": "31-10-2020",
        "E11": "+/- 2,5",
    },
    "Historik": {"F6": "83,5", "D7": "83", "D8": "[84]"},
}


@pytest.fixture(scope="module")
def document(calc: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    file = tmp_path_factory.mktemp("plan") / "plan.xlsx"
    file.write_bytes(small())
    with calc.open(file) as opened:
        for sheet, cells in TYPED.items():
            opened.type_cells(sheet, cells)
        yield opened


def test_numbers_and_dates_are_what_a_dane_means(document, tmp_path):
    assert document.invalid_cells("Delmål") == ()
    check = check_workbook(document.save_as(tmp_path / "gemt.xlsx").read_bytes())
    assert check.plan is not None, [finding.message() for finding in check.findings]
    criteria = check.plan.criterion_by_key
    targets = [criteria[key].target for key in ("1.1.a", "1.1.b", "2.1.a")]
    assert targets == [83, Decimal("31.5"), Decimal("2.5")]
    assert criteria["1.1.c"].deadline == date(2020, 10, 31)
    assert criteria["1.1.b"].history[0].provisional
    assert [each.result for each in criteria["1.1.a"].history[:2]] == [80.5, 83.5]
    assert [(code, cell) for code, _, cell, _ in all_told(check)] == [
        ("RP-847", "E6"),
        ("RP-845", "E11"),
        ("RP-847", "D8"),
    ]


def test_the_previews_follow_what_is_typed(document):
    previews = {
        "Mål!F5:F8": ("enten a eller både b og c", "alle delmål skal opfyldes",
                      "vises af »rp plan check«", ""),
        "Mål!I5:I7": (0.5, 0, 0.5),
        "Mål!O5:O8": ("Ja", "Nej", "Ja", ""),
        "Delmål!B5:B8": (*["Kvalitet i rådgivningen"] * 3, "Undersøgelser"),
        "Historik!B5:B6": ("Andel tilfredse borgere",) * 2,
    }  # fmt: skip
    for place, shown in previews.items():
        sheet, _, area = place.partition("!")
        assert tuple(row[0] for row in document.values(sheet, area)) == shown


def test_nothing_is_typed_where_nothing_belongs(document):
    for sheet, cell in (("Plan", "A5"), ("Mål", "B4"), ("Mål", "F5"), ("Delmål", "B5")):
        with pytest.raises(LockedCellError):
            document.type_into(sheet, cell, "x")
