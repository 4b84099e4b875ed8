"""The letter: received when, accepted or what to mend by when, the score with its reasons.

`test_replies` writes it with what goes with it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from department.letters.letter import Reply, letter, subject
from department.record import ReportRecord
from department.standing import FileRow
from department.tables import changes_between
from tests.department.desks import a_desk
from tests.department.judged_files import a_report, records_of
from tests.validators.damage import Content
from tests.validators.reports import BENCHMARK, Where
from texts.language import DANISH, ENGLISH, Language, Text
from workbooks.form import Column

MEND_BY = date(2024, 1, 23)
MISSED: Mapping[Where, Content] = {
    ("2.1.a", Column.DATE): date(2023, 7, 5),
    ("2.1.a", Column.EXPLANATION): "Tallene kom sent.",
}
ERROR: Mapping[Where, Content] = {**MISSED, ("3.1.a", Column.RESULT): "ca. 9"}


def final(changes: Mapping[Where, Content], file: str = "r.xlsx", day: int = 12) -> ReportRecord:
    """The year's report with these changes, received on a day of January."""
    return a_report(changes, BENCHMARK, "Q4", file=file, received=date(2024, 1, day))


def answer(*reports: ReportRecord) -> Reply:
    """What the last of some reports is answered with."""
    record, row = reports[-1], a_desk(reports).rows[-1]
    changes = changes_between(*reports) if len(reports) > 1 else None
    return Reply(record, row, MEND_BY, changes)


def flat(known: Reply, lang: Language = DANISH) -> str:
    """The letter without its line breaks."""
    return " ".join(letter(known, lang).split())


def test_an_accepted_report_is_told_so_with_its_total_arithmetic_and_reasons():
    told = answer(replace(final(MISSED), findings=()))
    assert subject(told, DANISH).endswith("afrapportering for helår 2023 er godkendt")
    text = flat(told)
    assert "Fristen var den 14-01-2024: rettidig." in text
    assert "Afrapporteringen er godkendt." in text
    assert "Samlet målopfyldelse for 2023: 2 af 3 mål opfyldt × 100/3 = 66,67 pct." in text
    assert "(vægt 33,33 pct.): Opfyldt: delmål a er opfyldt" in text
    assert "2.1.a: Ikke opfyldt: leveret 05-07-2023, 5 dage efter fristen 30-06-2023." in text
    assert "1.1.a" not in text


@pytest.mark.parametrize(("report", "is_told"), [(ERROR, True), (MISSED, False)])
def test_where_it_can_be_checked_is_told_where_something_is_to_be_mended(
    monkeypatch, report, is_told
):
    told = answer(final(report))
    assert "egne regler" not in flat(told)
    monkeypatch.setenv("RP_CHECKER", "https://intranet.example/kontrol/")
    text = flat(told)
    assert ("kan ses på https://intranet.example/kontrol/, før I sender igen" in text) is is_told


def test_before_the_year_is_over_all_three_totals_are_told():
    """And what is expected not to be met is gone through too."""
    late = {("1.1.a", Column.STATUS): "Rød", ("1.1.a", Column.EXPLANATION): "Bagud."}
    interim = a_report(late)
    text = flat(answer(interim))
    assert "Sikret indtil nu: 33,33 pct. Forventet ved årets udgang: 66,67 pct. Opnåelig" in text
    assert "1.1.a: Afventer" in text
    assert "3.1.a" not in text
    older = replace(interim, summary=replace(interim.summary, expected=None))
    assert "Sikret indtil nu: 33,33 pct. Opnåelig i år: 100 pct." in flat(answer(older))


def test_where_weights_differ_the_explanation_says_them_once():
    record = final({})
    first, *others = record.goals
    why = Text("Opfyldt (vægt 50 pct.).", "Fulfilled (weight 50 per cent).")
    heavier = replace(first, title="Læring", weight=50.0, explanation=why)
    told = answer(replace(record, goals=(heavier, *others)))
    assert "1.1 Læring: Opfyldt (vægt 50 pct.)." in flat(told)


def test_what_to_mend_and_by_when_comes_before_the_remarks():
    told = answer(final(ERROR))
    text = letter(told, DANISH)
    assert "1 fejl skal rettes" in text
    assert "senest tirsdag den 23-01-2024" in flat(told)
    mend, remarks = text.index("DET SKAL RETTES"), text.index("BEMÆRKNINGER")
    assert mend < text.index("ikke ét bestemt tal") < remarks < text.index("[RP-601]")
    assert "Tallene er foreløbige" in text
    assert "1 error must be mended" in flat(told, ENGLISH)
    assert "Type one number." in flat(told, ENGLISH)


def test_a_resubmission_is_told_what_changed():
    undocumented = {("3.1.a", Column.RESULT): None, ("3.1.b", Column.RESULT): "ca. 9"}
    text = flat(answer(final(ERROR, "første.xlsx"), final({**MISSED, **undocumented}, day=13)))
    assert "SIDEN DEN FORRIGE FIL (»første.xlsx«)" in text
    assert "Rettet: 3.1.a RP-403 Ny: 3.1.b RP-403, 3.1.a RP-503 Tilbage: Mål" in text
    assert "3.1.b Resultat (I17) fra 9 til »ca. 9«" in text


@pytest.mark.parametrize(
    "record", [*records_of({"brev.docx": b"et brev"}), final(ERROR)], ids=["no report", "no plan"]
)
def test_a_file_of_no_plan_or_of_one_that_is_gone_is_answered_without_an_institution(record):
    stray = Reply(record, FileRow(record.summary, "stray"), MEND_BY)
    text = letter(stray, DANISH)
    told = subject(stray, DANISH)
    assert told == f"Filen »{record.summary.file}« kan ikke bruges som afrapportering"
    assert "MÅLOPFYLDELSE" not in text
    assert f"[{record.findings[0].code}]" in text
    assert "skal I ikke gøre noget" in flat(stray)


def test_a_name_that_steers_the_reader_is_made_harmless():
    steering = answer(final({}, "x\u202eslx.\nTil: chef {{ 7*7 }}.xlsx"))
    text = letter(steering, DANISH)
    assert "\u202e" not in text
    assert "\nTil: chef" not in text
    assert "{{ 7*7 }}" in flat(steering)
