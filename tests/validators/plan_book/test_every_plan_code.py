"""Every code about plans has a workbook that raises it, alone, at the cell where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from openpyxl.styles import Font
from pydantic import ValidationError

from resultatplan.plan import Plan
from resultatplan.rollover import Where
from tests.validators.damage import opened, saved
from tests.validators.plan_book.authored import (
    Percent,
    Typed,
    all_told,
    check_workbook,
    checked,
    draft_of,
    small,
    typed,
)
from tests.validators.reports import as_told
from tests.workbooks.small_plan import small_plan
from texts.findings import PLAN_FINDINGS
from texts.language import Language
from validators import plan_book
from validators.plan_book import check_plan
from validators.plan_draft import plan_data_of, settled_plan
from workbooks.plan_book import reader
from workbooks.plan_book.reader import read_plan_book
from workbooks.plan_book.writer import plan_workbook


@dataclass(frozen=True)
class Case:
    """What is typed into the small plan, and the one finding that it raises."""

    code: str
    cells: Mapping[str, Typed]
    at: str
    key: str | None = None
    words: str = ""
    """Some of what it says."""
    is_of_cells: bool = False
    """Whether only a cell can say it so, and a plan file could not."""


_NEW_GOAL = {"Plan!B20": None, "Mål!A8": "Økonomiske mål", "Mål!C8": "Nyt", "Mål!D8": "Mål"}
_NEW_YEAR = {"Historik!D9": 80}
_RULED = {
    "Plan!A100": "1.1.b",
    "Plan!B100": "x",
    "Plan!C100": "udgået",
    "Plan!D100": date(2020, 4, 1),
}
_INTERVAL = {"Delmål!D5": "mellem", "Delmål!F5": 90}
_WEIGHTS = {"Plan!B23": "vægte", "Mål!G5": 20, "Mål!G6": 30, "Mål!G7": 50}

CASES = (
    Case("RP-802", {"Mål!C4": "Overskrift"}, "Mål!A4"),
    Case("RP-803", {"Mål!P6": "Husk at spørge direktøren"}, "Mål!P6"),
    Case("RP-805", {"Historik!A20": "1.1.b", "Historik!C20": 2019, "Historik!D20": 31},
         "Historik!A20"),
    Case("RP-806", {"Plan!B5": None}, "Plan!B5"),
    Case("RP-807", {"Delmål!E5": "=80+2"}, "Delmål!E5", "1.1.a"),
    Case("RP-808", {"Delmål!E5": "#REF!"}, "Delmål!E5", "1.1.a"),
    Case("RP-811", {"Delmål!E5": "82 pct."}, "Delmål!E5", "1.1.a"),
    Case("RP-812", {"Delmål!H7": "30-09-2020"}, "Delmål!H7", "1.1.c"),
    Case("RP-813", {"Delmål!D5": "mindest"}, "Delmål!D5", "1.1.a"),
    Case("RP-814", {"Delmål!E5": True}, "Delmål!E5", "1.1.a"),
    Case("RP-815", {"Plan!B15": 0}, "Plan!B15"),
    Case("RP-816", {"Plan!B9": "Prøvestyrelsen 2020"}, "Plan!B9"),
    Case("RP-818", {"Delmål!E5": date(2020, 5, 2)}, "Delmål!E5", "1.1.a"),
    Case("RP-819", {"Delmål!E5": "10-50 pct."}, "Delmål!E5", "1.1.a"),
    Case("RP-820", {"Delmål!E5": "under 6"}, "Delmål!E5", "1.1.a"),
    Case("RP-821", {**_NEW_GOAL, "Mål!B8": "2.1"}, "Mål!B8", "2.1"),
    Case("RP-822", {"Delmål!A14": "3.1.a", "Delmål!C14": "Nyt", "Delmål!D14": "gennemført"},
         "Delmål!A14", "3.1.a"),
    Case("RP-823", {**_NEW_GOAL, "Mål!B8": "3.1"}, "Mål!B8", "3.1"),
    # Once for all the years of a criterion that was deleted.
    Case("RP-824", {"Historik!A5": "9.9.a", "Historik!A6": "9.9.a"}, "Historik!A5", "9.9.a"),
    Case("RP-825", {**_NEW_YEAR, "Historik!A9": "1.1.a", "Historik!C9": 2019},
         "Historik!C9", "1.1.a"),
    Case("RP-826", {"Plan!B44": "Administrative mål"}, "Plan!B44"),
    Case("RP-827", {f"Plan!{letter}{row}": None for letter in "ABC" for row in (33, 34)},
         "Plan!A33"),
    Case("RP-831", {"Mål!E5": "a og b eller c"}, "Mål!E5", "1.1"),
    Case("RP-832", {"Mål!E5": "a eller (b og c) eller d"}, "Mål!E5", "1.1"),
    Case("RP-833", {"Mål!E5": "a eller b"}, "Mål!E5", "1.1"),
    Case("RP-834", {"Mål!J5": "gennemsnit"}, "Mål!E5", "1.1"),
    Case("RP-841", {"Delmål!E5": None}, "Delmål!E5", "1.1.a"),
    Case("RP-842", {"Delmål!E8": 5}, "Delmål!E8", "1.2.a"),
    Case("RP-843", {"Delmål!G13": "dage"}, "Delmål!G13", "2.1.c"),
    Case("RP-844", {"Delmål!I13": 0}, "Delmål!I13", "2.1.c"),
    Case("RP-845", {"Delmål!E11": "+/- 2"}, "Delmål!E11", "2.1.a"),
    Case("RP-846", {"Delmål!E5": "+/- 82"}, "Delmål!E5", "1.1.a"),
    Case("RP-847", {"Historik!D8": "[83]"}, "Historik!D8", "1.1.a"),
    Case("RP-848", {"Delmål!E5": 0.82, "Historik!D7": 0.82}, "Delmål!E5", "1.1.a",
         "Her står 0,82 pct.; måske er der ment 82 pct. i stedet."),
    Case("RP-849", {"Delmål!E5": "[83]"}, "Delmål!E5", "1.1.a"),
    Case("RP-850", {"Delmål!X11": "løbende optælling"}, "Delmål!X11", "2.1.a"),
    Case("RP-851", {"Delmål!H7": date(2021, 3, 1)}, "Delmål!H7", "1.1.c"),
    Case("RP-852", {"Plan!B12": date(2019, 12, 31)}, "Plan!B12"),
    Case("RP-852", {"Plan!B11": date(9999, 7, 1)}, "Plan!B12"),
    Case("RP-853", {"Plan!C34": date(2020, 3, 31)}, "Plan!C34"),
    Case("RP-854", {**_WEIGHTS, "Mål!G5": "1/5", "Mål!G6": "3/10", "Mål!G7": "1/2"},
         "Mål!G5", "1.1"),
    Case("RP-856", {"Delmål!T10": 20, "Delmål!U10": 20, "Delmål!E10": 20}, "Delmål!U10", "1.2.c"),
    Case("RP-857", {"Delmål!D6": "mellem", "Delmål!F6": 20, "Delmål!R6": None, "Delmål!S6": None},
         "Delmål!F6", "1.1.b"),
    Case("RP-858", {"Delmål!E10": 120, "Delmål!U10": 100}, "Delmål!E10", "1.2.c"),
    Case("RP-859", {"Delmål!E10": 0}, "Delmål!E10", "1.2.c"),
    Case("RP-860", {f"Plan!{letter}34": None for letter in "ABC"}, "Plan!A33"),
    Case("RP-861", {**_WEIGHTS, "Mål!G7": None}, "Mål!G7", "2.1"),
    Case("RP-862", {"Mål!G5": 20}, "Mål!G5", "1.1"),
    # What one choice asks of every goal is told once.
    Case("RP-861", {"Plan!B23": "point"}, "Mål!H5", "1.1", "Det samme gælder H6:H7."),
    Case("RP-862", {**_WEIGHTS, "Plan!B23": "ens"}, "Mål!G5", "1.1", "Det samme gælder G6:G7."),
    Case("RP-863", {**_WEIGHTS, "Mål!G7": 45}, "Mål!G5", "1.1"),
    Case("RP-864", {"Delmål!N8": "Ja"}, "Plan!B24"),
    Case("RP-866", {"Delmål!Q5": "halvt ved 70"}, "Delmål!Q5", "1.1.a"),
    Case("RP-867", {"Delmål!Q5": "70: 50 %; 80: 100 %"}, "Delmål!Q5", "1.1.a"),
    Case("RP-868",
         {f"Plan!{letter}{row}": typed
          for row, goal in enumerate(("1.1", "1.2", "2.1"), start=100)
          for letter, typed in zip("ABCD", (goal, "x", "udgået", date(2020, 4, 1)), strict=True)},
         "Plan!A100"),
    Case("RP-869", {"Plan!A57": "Basis", "Plan!B57": "60: 50; 80: 40", "Plan!C57": "pct."},
         "Plan!B57"),
    Case("RP-870", {"Delmål!O8": "halvt"}, "Delmål!O8", "1.2.a"),
    Case("RP-872", {"Plan!B23": "optælling", "Plan!B24": 50}, "Plan!B24"),
    Case("RP-871", {"Plan!B20": 4}, "Plan!B20"),
    Case("RP-882", {"Historik!D7": 81}, "Historik!D7", "1.1.a"),
    Case("RP-891", {**_RULED, "Plan!A100": "1.1.d"}, "Plan!A100"),
    Case("RP-892", {**_RULED, "Plan!D100": date(2021, 1, 4)}, "Plan!D100"),
    Case("RP-893", {**_RULED, "Plan!C100": "genoptaget"}, "Plan!C100"),
    # one cell beside others
    Case("RP-806", {"Plan!A43": "2", "Plan!B43": None}, "Plan!B43"),
    Case("RP-814", {"Mål!C5": "Kvalitet_x0001_"}, "Mål!C5", "1.1"),
    Case("RP-814", {"Plan!B6": "Prøve-\nstyrelsen"}, "Plan!B6",
         words="Her skal stå tekst på én linje uden usynlige tegn."),
    Case("RP-819", {"Delmål!D5": "mellem", "Delmål!E5": "82-90"}, "Delmål!E5", "1.1.a"),
    Case("RP-819", {"Historik!D7": "82-90"}, "Historik!D7", "1.1.a"),
    Case("RP-835", {"Mål!E5": f"mindst 2 af ({', '.join(['a eller b', 'b eller c'] * 12)})"},
         "Mål!E5", "1.1", "længere end de 8192 tegn, Excel tillader"),
    # A dash where something must stand is nothing, and told as such.
    Case("RP-841", {"Delmål!E5": "-"}, "Delmål!E5", "1.1.a"),
    Case("RP-841", {"Delmål!H7": "-"}, "Delmål!H7", "1.1.c"),
    Case("RP-841", {"Delmål!D5": "mellem"}, "Delmål!F5", "1.1.a"),
    Case("RP-842", {"Delmål!F5": 90}, "Delmål!F5", "1.1.a"),
    Case("RP-842", {"Delmål!F5": 0}, "Delmål!F5", "1.1.a"),
    Case("RP-842", {"Delmål!F5": 0.5}, "Delmål!F5", "1.1.a"),
    Case("RP-842", {"Delmål!I5": 0}, "Delmål!I5", "1.1.a"),
    Case("RP-842", {**_INTERVAL, "Delmål!R5": 60}, "Delmål!R5", "1.1.a"),
    Case("RP-842", {"Delmål!E8": "Statens gennemsnit"}, "Delmål!E8", "1.2.a", is_of_cells=True),
    Case("RP-842", {"Delmål!O5": "50"}, "Delmål!O5", "1.1.a"),
    Case("RP-843", {"Delmål!E6": Percent(0.3)}, "Delmål!E6", "1.1.b", is_of_cells=True),
    Case("RP-846", {**_INTERVAL, "Delmål!F5": "+/- 90"}, "Delmål!F5", "1.1.a"),
    Case("RP-847", {**_INTERVAL, "Delmål!F5": "[90]"}, "Delmål!F5", "1.1.a"),
    Case("RP-847", {**_INTERVAL, "Delmål!E5": "[82]", "Delmål!F5": "[90]"}, "Delmål!E5", "1.1.a"),
    Case("RP-848", {**_INTERVAL, "Delmål!E5": 0.1, "Delmål!F5": 0.5, "Historik!D7": 0.1},
         "Delmål!F5", "1.1.a"),
    Case("RP-848", {"Delmål!E13": -5}, "Delmål!E13", "2.1.c"),
    Case("RP-848", {"Delmål!N8": "Ja", "Plan!B24": 0.5}, "Plan!B24", words="er der ment 50 pct."),
    Case("RP-848", {"Plan!A57": "Basis", "Plan!B57": "0,6: 0; 0,8: 50; 1: 100", "Plan!C57": "pct."},
         "Plan!B57", words="er der ment 60 pct."),
    Case("RP-848", {"Delmål!Q5": "0,7: 50 %; 82: 100 %"}, "Delmål!Q5", "1.1.a"),
    Case("RP-848", {"Delmål!R5": 0.6}, "Delmål!R5", "1.1.a"),
    Case("RP-848", {"Historik!F5": 0.805}, "Historik!F5", "1.1.a", "er der ment 80,5 pct."),
    Case("RP-849", {**_INTERVAL, "Delmål!F5": "[90]", "Historik!D7": 82, "Historik!E7": 88},
         "Delmål!F5", "1.1.a"),
    Case("RP-851", {"Plan!C34": date(2021, 1, 31)}, "Plan!C34", is_of_cells=True),
    Case("RP-855", {**_INTERVAL, "Delmål!U5": 89}, "Delmål!F5", "1.1.a"),
    Case("RP-855", {"Delmål!T6": 0, "Delmål!U6": 35, "Delmål!R6": 40}, "Delmål!R6", "1.1.b",
         "40 kan ikke indberettes. Delmålets resultat kan være fra 0 til 35."),
    Case("RP-855", {"Delmål!U13": 11, "Delmål!T13": 0}, "Delmål!I13", "2.1.c",
         "11,2 kan ikke indberettes. Delmålets resultat kan være fra 0 til 11."),
    Case("RP-857", {**_INTERVAL, "Delmål!F5": 82}, "Delmål!F5", "1.1.a"),
    Case("RP-857", {**_INTERVAL, "Historik!E6": 1}, "Historik!E6", "1.1.a", is_of_cells=True),
    Case("RP-864", {f"Delmål!N{row}": "Ja" for row in (8, 9)}, "Plan!B24", words="(1.2.a, "),
    Case("RP-867", {"Delmål!O8": "0; 25; 50; 75; 100", "Delmål!N8": "Ja", "Plan!B24": 50},
         "Delmål!O8", "1.2.a"),
    Case("RP-882", {**_INTERVAL, "Historik!E7": 88}, "Historik!E7", "1.1.a"),
)  # fmt: skip
OF_ANY_PLAN = (
    "RP-821 RP-831 RP-832 RP-833 RP-834 RP-841 RP-842 RP-843 RP-844 RP-850 RP-851 RP-852 RP-853"
    " RP-856 RP-857 RP-861 RP-862 RP-864 RP-867 RP-868 RP-869 RP-871 RP-872 RP-891 RP-892 RP-893"
)
"""What a plan file is refused for by the same code."""
BOTH: tuple[Language, ...] = ("da", "en")
TESTED_BELOW = {"RP-801", "RP-804", "RP-809", "RP-810", "RP-817", "RP-881", "RP-899"}


def test_the_small_plan_has_no_findings_and_the_same_workbook_every_time():
    check = check_workbook(small())
    assert check.findings == ()
    assert check.is_accepted
    assert plan_workbook(small_plan()) == small()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_mistake_raises_its_code_alone_at_its_cell_in_whole_words(case):
    written = read_plan_book(typed(case.cells))
    check = check_plan(written)
    sheet, _, cell = case.at.partition("!")
    assert all_told(check) == [(case.code, sheet, cell or None, case.key)]
    (finding,) = check.findings
    assert check.is_accepted == (not finding.is_error)
    assert case.words in finding.message()
    for lang in BOTH:
        assert finding.message(lang).startswith(case.at)
        for text in (finding.message(lang), finding.hint(lang)):
            assert text
            assert not {"{", "None"} & {*text.split(), *text}
    if case.code in OF_ANY_PLAN and not case.is_of_cells:
        with pytest.raises(ValidationError) as refusal:
            Plan.model_validate(plan_data_of(settled_plan(written)))
        assert refusal.value.errors()[0]["type"] == case.code


def test_every_plan_code_has_a_case():
    assert {case.code for case in CASES} | TESTED_BELOW == set(PLAN_FINDINGS)


def test_a_workbook_without_its_sheets_is_no_plan():
    book = opened(small())
    del book["Mål"], book["Historik"]
    (finding,) = check_workbook(saved(book)).findings
    assert as_told(finding) == ("RP-801", None, None, None)
    assert finding.message() == (
        "Filen er ikke et ark til at skrive en plan i. Der mangler ark: Mål, Historik."
    )


def test_what_is_not_seen_as_it_is_read_is_told():
    book = opened(small())
    book["Mål"].merge_cells("C5:C7")
    book["Delmål"].row_dimensions[7].hidden = True
    book["Delmål"].column_dimensions["E"].hidden = True
    book["Historik"].sheet_state = "hidden"
    book["Plan"].row_dimensions[7].hidden = True
    book["Historik"]["D6"].font = Font(strike=True)
    book["Plan"].merge_cells("A60:B61")  # Below the last row that is filled in.
    assert all_told(check_workbook(saved(book))) == [
        ("RP-806", "Mål", "C6", "1.2"),
        ("RP-810", "Plan", "B7", None),
        ("RP-809", "Mål", "C5", None),
        ("RP-810", "Delmål", "E4", None),
        ("RP-810", "Delmål", "A7", None),
        ("RP-810", "Historik", None, None),
        ("RP-817", "Historik", "D6", None),
    ]


def test_rows_without_end_are_not_read(monkeypatch):
    monkeypatch.setattr(reader, "MOST_ROWS", 9)
    rows = {f"Historik!A{row}": "1.1.b" for row in range(9, 15)}
    years = {f"Historik!C{row}": 2000 + row for row in range(9, 15)}
    (finding,) = check_workbook(typed({**rows, **years})).findings
    assert as_told(finding) == ("RP-804", "Historik", "A14", None)


def test_what_only_the_model_refuses_is_told_by_its_key(monkeypatch):
    monkeypatch.setattr(plan_book, "_about_cells", lambda *_: ())
    (finding,) = checked({"Delmål!E5": None}).findings
    assert as_told(finding) == ("RP-899", None, None, None)
    assert "1.1.a: Kravet »at_least« kræver, at target udfyldes. (RP-841)" in finding.message()


DRAFT = draft_of(small_plan(), Where("criteria", "1.1.a", "target"))
"""The small plan rolled over to the next year, with one decision left to take."""


def test_a_draft_has_a_decision_to_take():
    (finding,) = check_workbook(DRAFT).findings
    assert as_told(finding) == ("RP-881", "Delmål", "E5", "1.1.a")
    assert finding.message() == (
        "Delmål!E5 (1.1.a): Beslutning nr. 1: Måltallet 83 pct. er det foreløbige, planen for 2020"
        " trykker for 2021. Det skal bekræftes."
    )
