"""The letter: received when, accepted or what to mend by when, the score with its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from department.changes import Changes, FigureChange
from department.letters.letter import Reply, letter, subject
from department.record import (
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    ReportRecord,
    Summary,
    Words,
)
from department.tables import FileRow
from resultatplan.criteria import State
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from texts.language import DANISH, ENGLISH

PLAN = plan_by_id("benchmarkingenheden-2023")
assert isinstance(PLAN, Plan)


def words(text: str) -> Words:
    return Words(text, f"{text} (en)")


ERROR = FindingRecord(
    "RP-401",
    "error",
    "Afrapportering",
    "I13",
    "3.1.a",
    words("Afrapportering!I13 (3.1.a): »0,5« er tekst, ikke et tal."),
    words("Skriv kun tallet."),
    words("0,5"),
    None,
)
WARNING = replace(ERROR, code="RP-701", severity="warning", message=words("Kom for sent."))

SUMMARY = Summary(
    "rapport.xlsx",
    "ab" * 32,
    1000,
    datetime(2024, 1, 12, 9, 30),
    accepted=True,
    errors=0,
    warnings=0,
    infos=0,
    plan_id=PLAN.id,
    institution=PLAN.institution,
    year=2023,
    period_id="Q4",
    period_name="Helår",
    final=True,
    submitted=date(2024, 1, 12),
    secured=200 / 3,
    attainable=200 / 3,
)


def criterion(key: str, state: State, why: str) -> CriterionRecord:
    return CriterionRecord(
        key, key, "delivered_by", None, None, None, state, None, None, words(why), ()
    )


def goal(number: str, fulfilment: float, *criteria: CriterionRecord) -> GoalRecord:
    state = State.FULFILLED if fulfilment == 100 else State.NOT_FULFILLED
    why = words("Opfyldt." if fulfilment == 100 else "Ikke opfyldt.")
    return GoalRecord(
        number, f"Mål {number}", "1", words("alle"), 100 / 3, state, fulfilment, why, criteria
    )


GOALS = (
    goal("1.1", 100, criterion("1.1.a", State.FULFILLED, "Leveret i tide.")),
    goal("2.1", 0, criterion("2.1.a", State.NOT_FULFILLED, "Leveret 3 dage efter fristen.")),
    goal("3.1", 100, criterion("3.1.a", State.FULFILLED, "Inden for rammen.")),
)


def reply(*findings: FindingRecord, accepted: bool = True, **changed: object) -> Reply:
    errors = sum(each.is_error for each in findings)
    summary = replace(SUMMARY, accepted=accepted, errors=errors)
    record = ReportRecord(summary, findings, GOALS)
    row = FileRow(summary, "current", PLAN, date(2024, 1, 14), replace(SUMMARY, file="første.xlsx"))
    return replace(Reply(record, row, date(2024, 1, 23)), **changed)


def flat(text: str) -> str:
    """The letter without its line breaks."""
    return " ".join(text.split())


def test_an_accepted_report_is_told_so_with_its_total_and_arithmetic() -> None:
    text = flat(letter(reply(), DANISH))
    assert subject(reply(), DANISH).endswith("afrapportering for Helår 2023 er godkendt")
    assert "Fristen var den 14-01-2024; den er kommet rettidigt." in text
    assert "Afrapporteringen er godkendt." in text
    assert "Samlet målopfyldelse for 2023: 66,67 pct. (2 af 3 mål × 100/3)" in text


def test_the_reason_of_each_goal_is_given_and_of_each_criterion_that_failed() -> None:
    text = letter(reply(), DANISH)
    assert "1.1 Mål 1.1 (vægt 33,33 pct.): Opfyldt." in text
    assert "2.1.a: Leveret 3 dage efter fristen." in text
    assert "1.1.a" not in text


def test_where_weights_differ_the_explanation_says_them_once() -> None:
    known = reply()
    heavier = replace(GOALS[0], weight=50.0, explanation=words("Opfyldt (vægt 50 pct.)."))
    text = letter(replace(known, record=replace(known.record, goals=(heavier, *GOALS[1:]))), DANISH)
    assert "1.1 Mål 1.1: Opfyldt (vægt 50 pct.)." in text
    assert "× 100/" not in text


def test_what_to_mend_and_by_when_comes_before_the_remarks() -> None:
    text = letter(reply(WARNING, ERROR, accepted=False), DANISH)
    assert "1 fejl skal rettes" in text
    assert "senest tirsdag den 23-01-2024" in flat(text)
    mend, remarks = text.index("DET SKAL RETTES"), text.index("BEMÆRKNINGER")
    assert mend < text.index("Afrapportering!I13 (3.1.a)") < remarks < text.index("Kom for sent")
    assert "Tallene er foreløbige" in text


@pytest.mark.parametrize(
    ("submitted", "said"),
    [(date(2024, 1, 15), "1 dag efter fristen"), (date(2024, 1, 20), "6 dage efter fristen")],
)
def test_a_late_report_is_told_how_late(submitted: date, said: str) -> None:
    late = reply()
    summary = replace(late.record.summary, submitted=submitted)
    record = replace(late.record, summary=summary)
    late = replace(late, record=record, row=replace(late.row, file=summary))
    assert said in flat(letter(late, DANISH))


def test_a_resubmission_is_told_what_changed() -> None:
    figure = FigureChange("3.1.a", "Resultat", "I13", None, 0.5)
    changes = Changes((ERROR,), (WARNING,), (), (figure,))
    text = flat(letter(reply(WARNING, changes=changes), DANISH))
    assert "SIDEN DEN FORRIGE FIL (»første.xlsx«)" in text
    assert "Rettet: 3.1.a RP-401 Ny: 3.1.a RP-701 Tilbage: ingen" in text
    assert "3.1.a Resultat (I13) fra tom til 0,5" in text


def test_a_file_that_is_no_report_is_answered_without_an_institution() -> None:
    summary = Summary("brev.docx", "", 0, datetime(2024, 1, 12), False, 1, 0, 0)
    stray = Reply(ReportRecord(summary, (ERROR,)), FileRow(summary, "stray"), date(2024, 1, 23))
    text = letter(stray, DANISH)
    assert subject(stray, DANISH) == "Filen »brev.docx« kan ikke bruges som afrapportering"
    assert "MÅLOPFYLDELSE" not in text
    assert "skal I ikke gøre noget" in flat(text)


def test_a_name_that_steers_the_reader_is_made_harmless() -> None:
    known = reply()
    summary = replace(known.record.summary, file="x\u202eslx.\nTil: chef")
    text = letter(replace(known, record=replace(known.record, summary=summary)), DANISH)
    assert "\u202e" not in text
    assert "\nTil: chef" not in text


def test_the_letter_is_in_english_where_that_is_asked_for() -> None:
    text = letter(reply(ERROR, accepted=False), ENGLISH)
    assert "1 error must be mended" in text
    assert "er tekst, ikke et tal. (en)" in flat(text)


def test_lines_are_short_enough_for_any_mail_program() -> None:
    lines = letter(reply(ERROR, WARNING, accepted=False), DANISH).splitlines()
    assert max(map(len, lines)) <= 88
