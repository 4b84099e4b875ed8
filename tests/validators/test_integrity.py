"""One cause is one error, at its cell, with what was agreed and what was found."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.hostile.cells import FOUR_YEARS, dates_of_1904
from tests.hostile.original import original
from tests.validators.damage import At, Content, Formula, put, show, with_formats
from tests.validators.reports import (
    Told,
    Where,
    address,
    as_told,
    calculated,
    calculated_report,
    complete_report,
    findings_in,
    findings_of,
    judged,
    judged_apart,
    messages,
    plan_named,
    report,
    told,
    values_in,
)
from validators.verdict import Verdict
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.identity import is_loose, words_mark
from workbooks.form import PROSE, REPEATED_TOTALS, Column, Sheet
from workbooks.reading.cells import date_to_serial

GOALS, HISTORY, MASTER, REPORT = Sheet.GOALS, Sheet.HISTORY, Sheet.MASTER, Sheet.REPORT

ANY_FORMULA = "="
CHANGES: list[tuple[Sheet, str, Content, str, str | None, str, str]] = [
    # the target
    (REPORT, "E12", 50, "RP-301", "1.1.a", "55", "50"),
    (REPORT, "E13", 0.8, "RP-301", "1.1.b", "82 %", "80 %"),
    (REPORT, "E13", 82, "RP-301", "1.1.b", "82 %", "8200 %"),
    (REPORT, "E13", "82 pct.", "RP-301", "1.1.b", "82 %", "»82 pct.«"),
    (REPORT, "E13", None, "RP-301", "1.1.b", "82 %", "(tom)"),
    (REPORT, "E13", Formula("=0.82", 0.82), "RP-301", "1.1.b", "82 %", "=0.82"),
    (REPORT, "E33", 2.5001, "RP-301", "2.1.b", "2,5", "2,5001"),
    # kind, deadline, unit, text
    (REPORT, "D12", "højst", "RP-302", "1.1.a", "»mindst«", "»højst«"),
    (REPORT, "G16", date(2021, 1, 31), "RP-303", "1.2.a", "31-12-2020", "31-01-2021"),
    (MASTER, "F9", date(2021, 2, 14), "RP-303", None, "14-01-2021", "14-02-2021"),
    (REPORT, "F13", "antal", "RP-309", "1.1.b", "»pct.«", "»antal«"),
    (REPORT, "B13", "1.2", "RP-309", "1.1.b", "»1.1«", "»1.2«"),
    (MASTER, "D9", "5. kvartal", "RP-309", None, "»4. kvartal«", "»5. kvartal«"),
    # the row that a goal begins with
    (REPORT, "A15", "1.2.x", "RP-312", "1.2", "", "»1.2.x«"),
    (REPORT, "A15", "1.2.a", "RP-312", "1.2", "", "»1.2.a«"),
    (REPORT, "B15", "9", "RP-309", "1.2", "»1.2«", "»9«"),
    (REPORT, "B15", "1.3", "RP-309", "1.2", "»1.2«", "»1.3«"),
    (REPORT, "C15", None, "RP-309", "1.2", "»Generel vidensudbredelse«", "(tom)"),
    (REPORT, "I15", 5, "RP-312", "1.2", "", "5"),
    (REPORT, "M15", Formula("=0", 0), "RP-312", "1.2", "", "=0"),
    # rule and weight
    (GOALS, "C19", "a og b", "RP-304", "2.2", "»a eller b«", "»a og b«"),
    (GOALS, "C11", "a", "RP-304", "1.1", "»alle«", "»a«"),
    (GOALS, "D11", 20, "RP-305", "1.1", "10", "20"),
    # identity
    (MASTER, "B6", "min-plan-2020", "RP-306", None, "»socialstyrelsen-2020«", "»min-plan-2020«"),
    (MASTER, "B7", "Ankestyrelsen", "RP-306", None, "»Socialstyrelsen«", "»Ankestyrelsen«"),
    (MASTER, "B8", 2021, "RP-306", None, "2020", "2021"),
    (MASTER, "B9", "2.0", "RP-306", None, "»1.0«", "»2.0«"),
    (Sheet.HIDDEN, "B2", "2.0", "RP-306", None, "»1.0«", "»2.0«"),
    # headings and keys
    (REPORT, "I10", "Tal", "RP-307", None, "Resultat", "Tal"),
    (REPORT, "I10", "Dato", "RP-307", None, "Resultat", "Dato"),
    (REPORT, "I10", None, "RP-307", None, "Resultat", "(tom)"),
    (REPORT, "A13", "1.1.x", "RP-308", "1.1.b", "1.1.b", "1.1.x"),
    (REPORT, "A13", "1.1.a", "RP-308", "1.1.b", "1.1.b", "1.1.a"),
    (REPORT, "A13", None, "RP-308", "1.1.b", "1.1.b", "(tom)"),
    (REPORT, "A12", None, "RP-308", "1.1.a", "1.1.a", "(tom)"),
    (REPORT, "A12", "1.1", "RP-308", "1.1.a", "1.1.a", "1.1"),
    (MASTER, "A10", "Kvartal", "RP-308", None, "Periode", "Kvartal"),
    (GOALS, "A11", "9.9", "RP-308", "1.1", "1.1", "9.9"),
    (HISTORY, "C6", 2019, "RP-308", "1.1.a", "1.1.a 2020", "1.1.a 2019"),
    # history
    (HISTORY, "D6", 50, "RP-315", "1.1.a", "55", "50"),
    (HISTORY, "G6", "Ja", "RP-315", "1.1.a", "(tom)", "»Ja«"),
    # formulas
    (REPORT, "L12", 60, "RP-310", "1.1.a", ANY_FORMULA, "60"),
    (REPORT, "M12", "opfyldt", "RP-310", "1.1.a", ANY_FORMULA, "»opfyldt«"),
    (REPORT, "M12", None, "RP-310", "1.1.a", ANY_FORMULA, "(tom)"),
    (REPORT, "C7", 100, "RP-310", None, ANY_FORMULA, "100"),
    (GOALS, "E11", 100, "RP-310", "1.1", ANY_FORMULA, "100"),
    (GOALS, "F11", 10, "RP-310", "1.1", ANY_FORMULA, "10"),
    (GOALS, "C5", 100, "RP-310", None, ANY_FORMULA, "100"),
    (REPORT, "M12", Formula('="opfyldt"', "opfyldt"), "RP-311", "1.1.a", ANY_FORMULA, '="opfyldt"'),
    (GOALS, "E11", Formula("=100", 100), "RP-311", "1.1", ANY_FORMULA, "=100"),
    (GOALS, "E11", Formula("=0", 0), "RP-311", "1.1", ANY_FORMULA, "=0"),
    (GOALS, "F11", Formula("=D12", 10), "RP-311", "1.1", ANY_FORMULA, "=D12"),
    (GOALS, "C5", Formula("=99", 99), "RP-311", None, ANY_FORMULA, "=99"),
]


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judged_apart(put(calculated_report(), {each[:2]: each[2]}) for each in CHANGES)


def _name(number: int) -> str:
    sheet, cell, _, code, *_ = CHANGES[number]
    return f"{code} {sheet}!{cell}"


@pytest.mark.parametrize("number", range(len(CHANGES)), ids=_name)
def test_a_cell_that_nobody_should_change_was_changed(number, verdicts):
    sheet, cell, _, code, key, agreed, found = CHANGES[number]
    (only,) = findings_in(verdicts[number])
    assert as_told(only) == (code, sheet, cell, key)
    shown, expected = values_in(only)
    assert shown == found
    assert expected.startswith("=") if agreed is ANY_FORMULA else expected == agreed


def totals(shown: float) -> dict[At, Content]:
    """The three totals and where they are repeated, all showing one figure."""
    on_goals = {(GOALS, address): shown for address in REPEATED_TOTALS}
    return on_goals | {(REPORT, address): shown for address in REPEATED_TOTALS.values()}


FEW = {("1.1.a", Column.RESULT): 50, ("1.1.a", Column.EXPLANATION): "For få kurser"}
ILL = {("2.2.b", Column.RESULT): 99, ("2.2.b", Column.EXPLANATION): "Influenza"}
MET = {(REPORT, f"{column}12"): 100 for column in "UVWX"}
Cells = dict[At, Content]
RECALCULATED: list[tuple[Mapping[Where, Content], Cells, Cells, Told]] = [
    (FEW, {(REPORT, "E12"): 50},
     {(REPORT, "M12"): "opfyldt", **MET, **{(GOALS, f"{each}11"): 100 for each in "EGHI"},
      (GOALS, "F11"): 10, **totals(100)}, ("RP-301", REPORT, "E12", "1.1.a")),
    (FEW, {(GOALS, "D12"): 20}, {(GOALS, "F12"): 20, **totals(90.9)},
     ("RP-305", GOALS, "D12", "1.2")),
    (ILL, {(GOALS, "C19"): "a og b"},
     {**{(GOALS, f"{each}19"): 0 for each in "EFGHI"}, **totals(90)},
     ("RP-304", GOALS, "C19", "2.2")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "changed", "shown", "cause"), RECALCULATED, ids=["target", "weight", "rule"]
)
def test_what_was_changed_is_told_once_when_the_sheet_was_recalculated_with_it(
    typed, changed, shown, cause
):
    assert told(show(put(calculated(report(typed)), changed), shown)) == [cause]


SPACED = (
    "Andel modtagere,  der vurderer, at kvaliteten af rådgivningsforløbet er tilfredsstillende "
)


@pytest.mark.parametrize(
    ("cells", "causes"),
    [
        ({(REPORT, "E12"): 50, (REPORT, "D12"): "højst"},
         [("RP-301", REPORT, "E12", "1.1.a"), ("RP-302", REPORT, "D12", "1.1.a")]),
        ({(REPORT, "C13"): SPACED}, []),
    ],
    ids=["two causes", "other spacing"],
)  # fmt: skip
def test_two_causes_are_two_errors_and_spacing_is_none(cells, causes):
    assert told(put(complete_report(), cells)) == causes


# A later version of the product may word its templates anew: older ones are judged the same.
OLD_WORDS = "Sådan stod der i den forrige udgave af produktet."
LEAD = (Sheet.MASTER, "A3")
MARK = (Sheet.HIDDEN, "B6")


def mark_of_old_words() -> str:
    """The mark of a template that says something else in one lead."""
    return words_mark(
        OLD_WORDS if (spec.name, address) == LEAD else str(cell.value)
        for spec in blueprint_of(plan_named()).sheets
        if spec.name not in (*PROSE, Sheet.HIDDEN)
        for address, cell in spec.cells.items()
        if is_loose(cell)
    )


@pytest.mark.parametrize(
    ("words", "marked", "others", "codes"),
    [
        (OLD_WORDS, True, {}, []),
        # Words that were changed since, or a formula in their place.
        (OLD_WORDS, False, {}, ["RP-309"]),
        (Formula(f'="{OLD_WORDS}"', OLD_WORDS), True, {}, ["RP-309"]),
        # What was agreed is compared whatever the mark says.
        (OLD_WORDS, True, {(REPORT, "E12"): 50}, ["RP-301"]),
        (OLD_WORDS, True, {(REPORT, "C12"): "Et andet delmål"}, ["RP-309"]),
    ],
)
def test_a_template_with_the_words_of_its_time_is_as_agreed(words, marked, others, codes):
    mark = {MARK: mark_of_old_words()} if marked else {}
    data = put(complete_report(), {LEAD: words, **mark, **others})
    assert [each.code for each in findings_of(data)] == codes


# In the date system of 1904 the same days have other numbers (`tests/hostile/cells.py`).


def in_1904(at: At, day: date) -> bytes:
    """A report in that system with another day in one cell."""
    return put(dates_of_1904(original()), {at: date_to_serial(day) - FOUR_YEARS})


def test_the_days_are_the_same():
    assert judged(dates_of_1904(original())).submitted == date(2021, 1, 14)


def test_a_late_delivery_is_late_there_too():
    late = in_1904(address(("1.2.a", Column.DATE)), date(2021, 1, 2))
    assert [each.code for each in findings_of(late) if each.is_error] == ["RP-505"]


def test_a_changed_deadline_is_shown_as_the_day_that_the_sheet_shows():
    (found,) = findings_of(in_1904((Sheet.REPORT, "G16"), date(2021, 6, 30)))
    assert found.code == "RP-303"
    assert values_in(found) == ("30-06-2021", "31-12-2020")


@pytest.mark.parametrize(
    ("cell", "content", "code", "message"),
    [
        ("I15", 60, "0", "Afrapportering!I15 (1.2): 60 står i rækken for mål 1.2, hvor intet skal"
         " udfyldes."),
        ("J13", date(2020, 12, 1), "dd-mm-yyyy", "Afrapportering!J13 (1.1.b): 01-12-2020 står i en"
         " grå celle, som dette delmål ikke bruger."),
        ("U3", 0.5, "0%", "Afrapportering!U3: 50 % står uden for skabelonens felter (1 celle på"
         " arket) og er ikke læst."),
    ],
)  # fmt: skip
def test_what_stands_where_nothing_is_read_is_told_as_its_cell_shows_it(
    cell, content, code, message
):
    at = REPORT, cell
    assert messages(with_formats(put(complete_report(), {at: content}), {at: code})) == [message]
