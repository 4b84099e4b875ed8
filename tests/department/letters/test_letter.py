"""The letter: received when, accepted or what to mend by when, the score with its reasons."""

from dataclasses import replace
from datetime import date

import pytest

from department.letters.letter import Reply, letter, subject
from department.record import FindingRecord, ReportRecord
from department.standing import FileRow
from department.tables import Changes, FigureChange
from resultatplan.criteria import State
from tests.department.hand_made import SMALL, a_finding, a_report, a_stray
from tests.validators.reports import plan_named
from texts.language import DANISH, ENGLISH, Language, Text
from validators.timing import Timeliness

MET = {"1.1": State.FULFILLED, "2.1": State.NOT_FULFILLED, "3.1": State.FULFILLED}
MEND_BY = date(2024, 1, 23)
ERROR = a_finding()
WARNING = a_finding("RP-701", "warning", message="Kom for sent.")


def answered(report: ReportRecord, changes: Changes | None = None) -> Reply:
    came = report.summary.came
    time = None if came.due is None else Timeliness(came.due, came, came)
    before = replace(report.summary, file="første.xlsx")
    row = FileRow(report.summary, "current", plan_named(SMALL), time, before)
    return Reply(report, row, MEND_BY, changes)


def reply(*findings: FindingRecord, received: date = date(2024, 1, 12), file: str = "r") -> Reply:
    """What the year's final report is answered with."""
    known = {"received": received, "states": MET, "findings": findings, "file": f"{file}.xlsx"}
    return answered(a_report(SMALL, "Q4", **known))


def flat(known: Reply, lang: Language = DANISH) -> str:
    """The letter without its line breaks."""
    return " ".join(letter(known, lang).split())


def test_an_accepted_report_is_told_so_with_its_total_arithmetic_and_reasons():
    text = flat(reply())
    assert subject(reply(), DANISH).endswith("afrapportering for helår 2023 er godkendt")
    assert "Fristen var den 14-01-2024: rettidig." in text
    assert "Afrapporteringen er godkendt." in text
    assert "Samlet målopfyldelse for 2023: 2 af 3 mål opfyldt × 100/3 = 66,67 pct." in text
    assert "(vægt 33,33 pct.): Derfor er mål 1.1 sådan." in text
    assert "2.1.a: Derfor er 2.1.a sådan." in text
    assert "1.1.a" not in text


@pytest.mark.parametrize(("finding", "is_told"), [(ERROR, True), (WARNING, False)])
def test_where_it_can_be_checked_is_told_where_something_is_to_be_mended(
    monkeypatch, finding, is_told
):
    assert "egne regler" not in flat(reply(finding))
    monkeypatch.setenv("RP_CHECKER", "https://intranet.example/kontrol/")
    text = flat(reply(finding))
    assert ("kan ses på https://intranet.example/kontrol/, før I sender igen" in text) is is_told
    enclosed = flat(replace(reply(ERROR), encloses_checker=True))
    assert "kan ses på den vedlagte side »kontrol.html«" in enclosed


def test_before_the_year_is_over_all_three_totals_are_told():
    interim = a_report(states={"1.1": State.FULFILLED}, expected=66.6)
    older = replace(interim, summary=replace(interim.summary, expected=None))
    assert (
        "Sikret indtil nu: 33,33 pct. Forventet ved årets udgang: 66,6 pct. Opnåelig i år: 100 pct."
    ) in flat(answered(interim))
    assert "Sikret indtil nu: 33,33 pct. Opnåelig i år" in flat(answered(older))


def test_what_is_expected_not_to_be_met_is_gone_through_too():
    interim = a_report()
    goal = interim.goals[0]
    behind = replace(goal.criteria[0], is_deviation=True)
    told = answered(replace(interim, goals=(replace(goal, criteria=(behind,)), *interim.goals[1:])))
    assert "1.1.a: Derfor er 1.1.a sådan." in letter(told, DANISH)
    assert "2.1.a: Derfor" not in letter(told, DANISH)


def test_where_weights_differ_the_explanation_says_them_once():
    known = reply()
    first, *others = known.record.goals
    why = Text("Opfyldt (vægt 50 pct.).", "Fulfilled (weight 50 per cent).")
    heavier = replace(first, title="Læring", weight=50.0, explanation=why)
    record = replace(known.record, goals=(heavier, *others))
    assert "1.1 Læring: Opfyldt (vægt 50 pct.)." in flat(replace(known, record=record))


def test_what_to_mend_and_by_when_comes_before_the_remarks():
    text = letter(reply(WARNING, ERROR), DANISH)
    assert "1 fejl skal rettes" in text
    assert "senest tirsdag den 23-01-2024" in flat(reply(WARNING, ERROR))
    mend, remarks = text.index("DET SKAL RETTES"), text.index("BEMÆRKNINGER")
    assert mend < text.index("er tekst, ikke et tal") < remarks < text.index("Kom for sent")
    assert "Tallene er foreløbige" in text


def test_a_resubmission_is_told_what_changed():
    figure = FigureChange("3.1.a", "Resultat", "I13", None, 0.5)
    answered = reply(WARNING)
    assert answered.row.before is not None
    changes = Changes(answered.row.before, (ERROR,), (WARNING,), (), (figure,))
    text = flat(replace(answered, changes=changes))
    assert "SIDEN DEN FORRIGE FIL (»første.xlsx«)" in text
    assert "Rettet: 3.1.a RP-401 Ny: 3.1.a RP-701 Tilbage: ingen" in text
    assert "3.1.a Resultat (I13) fra tom til 0,5" in text


@pytest.mark.parametrize("record", [a_stray("brev.docx", [ERROR]), reply(ERROR).record])
def test_a_file_of_no_plan_or_of_one_that_is_gone_is_answered_without_an_institution(record):
    stray = Reply(record, FileRow(record.summary, "stray"), MEND_BY)
    text = letter(stray, DANISH)
    told = subject(stray, DANISH)
    assert told == f"Filen »{record.summary.file}« kan ikke bruges som afrapportering"
    assert "MÅLOPFYLDELSE" not in text
    assert "[RP-401]" in text
    assert "skal I ikke gøre noget" in flat(stray)


def test_a_name_that_steers_the_reader_is_made_harmless():
    steering = reply(file="x\u202eslx.\nTil: chef {{ 7*7 }}")
    text = letter(steering, DANISH)
    assert "\u202e" not in text
    assert "\nTil: chef" not in text
    assert "{{ 7*7 }}" in flat(steering)


def test_the_letter_is_in_english_where_that_is_asked_for():
    text = flat(reply(ERROR), ENGLISH)
    assert "1 error must be mended" in text
    assert "Type the number alone." in text
