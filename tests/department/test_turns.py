"""Files in their turn: twins, resubmissions, what they changed, and what they are compared with."""

import os
from datetime import date
from itertools import islice, permutations

import pytest

from department import turns
from tests.department.judged_files import NOON, Sent, codes, judged, put_in
from tests.validators.reports import BENCHMARK, NOT_CALCULATED, report
from workbooks.form import Column, Field

RESULT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.b", Column.RESULT)
Q3 = report({}, period_id="Q3")
Q4 = report({})
BASIS, USED = ("2.1.a", Column.BASIS), ("2.1.a", Column.RESULT)
DELIVERED = ("1.7.a", Column.DATE)


def test_the_same_bytes_under_another_name_are_a_duplicate():
    files = [
        *(Sent("rapport.xlsx", Q3), Sent("kopi af rapport.xlsx", Q3, hours=1)),
        *(Sent("a.docx", b"brev"), Sent("b.docx", b"brev")),
    ]
    first, copy, letter, second = (judged(files)[each.name] for each in files)
    assert codes(first) == []
    assert codes(copy) == ["RP-702"]
    assert "»rapport.xlsx«" in copy.record.findings[-1].message()
    assert copy.changes is None
    assert ["RP-702" in codes(each) for each in (letter, second)] == [False, True]


DAY = 24
"""Hours. The third quarter's reports are due on 14-10-2020; the first file comes the day before."""
FIRST = "Periodens rapport kom første gang"
STATED = "Periodens rapport oplyser, at den er indsendt 12-10-2020"


def q3(day: int, result: int = 60) -> bytes:
    """A report of the third quarter that states a day of October."""
    typed = {Field.SUBMITTED: date(2020, 10, day), RESULT: result}
    return report(typed, period_id="Q3")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([Sent("a", q3(14), 5)], []),
        ([Sent("a", q3(18))], [f"{FIRST} 18-10-2020, 4 dage efter fristen 14-10-2020."]),
        ([Sent("a", q3(15))], [f"{FIRST} 15-10-2020, 1 dag efter fristen 14-10-2020."]),
        # A mail of the day before the deadline is not late, whatever day is typed in the report.
        ([Sent("a", q3(18), certain=True)], []),
        ([Sent("a", q3(12), 3 * DAY)],
         [f"{STATED}, men den er modtaget 16-10-2020, efter fristen 14-10-2020."]),
        # The first file decides; of one that corrects it only the order is remarked on.
        ([Sent("først", q3(13)), Sent("a", q3(18, 61), 5 * DAY)], []),
        ([Sent("først", q3(13)), Sent("a", q3(12, 61), 5 * DAY)],
         ["Rapporten er modtaget efter »først«, men oplyser en tidligere dag: "
          "12-10-2020 mod 13-10-2020."]),
        ([Sent("først", q3(16)), Sent("a", q3(18, 61), 5 * DAY)],
         [f"{FIRST} 16-10-2020, 2 dage efter fristen 14-10-2020."]),
        # An archive read in a year later tells nothing; a mail's date does.
        ([Sent("a", q3(12), 366 * DAY)], []),
        ([Sent("a", q3(12), 366 * DAY, certain=True)],
         [f"{STATED}, men den er modtaget 14-10-2021, efter fristen 14-10-2020."]),
    ],
)  # fmt: skip
def test_what_is_told_of_the_days_of_the_last_of_some_files(files, told):
    found = judged(files)["a"].record
    days = [each for each in found.findings if each.code in ("RP-701", "RP-705", "RP-706")]
    assert [each.message() for each in days] == [f"Stamdata!B11: {words}" for words in told]
    assert found.summary.accepted


REFUSED = {SHARE: "82,5", ("1.1.c", Column.RESULT): 0.5}
AGAIN = {SHARE: "82,5", RESULT: "ca. 60"}


@pytest.mark.parametrize(
    ("sent", "mended", "new", "remaining"),
    [
        # After one that was not accepted it is no resubmission, but has its changes.
        ([REFUSED, {}], ["RP-401", "RP-505"], [], ["RP-601"]),
        # Changes are against the file just before; a duplicate in between is looked past.
        ([REFUSED, AGAIN], ["RP-505"], ["RP-403"], ["RP-401", "RP-601"]),
        ([REFUSED, AGAIN, {}], ["RP-401", "RP-403"], [], ["RP-601"]),
        ([REFUSED, REFUSED, {}], ["RP-401", "RP-505"], [], ["RP-601"]),
        # A finding stays the same when a text in it changes.
        ([{RESULT: "ca. 60"}, {RESULT: "ca. 70"}], [], [], ["RP-403", "RP-601"]),
    ],
)
def test_what_the_last_of_some_files_changed(sent, mended, new, remaining):
    files = [
        Sent(f"{number}.xlsx", report(typed, period_id="Q3"), number)
        for number, typed in enumerate(sent)
    ]
    last = judged(files)[files[-1].name]
    found = (last.changes.mended, last.changes.new, last.changes.remaining)
    assert [sorted(each.code for each in part) for part in found] == [mended, new, remaining]
    assert "RP-703" not in codes(last)


def test_figures_that_changed_and_the_accepted_report_that_a_period_is_compared_with():
    refused = report({RESULT: 90, Field.PREPARED_BY: None}, period_id="Q3")
    found = judged([Sent("1.xlsx", Q3), Sent("2.xlsx", refused, 1), Sent("3.xlsx", Q4, 2)])
    figures = {each.key: (each.before, each.after) for each in found["2.xlsx"].changes.figures}
    assert figures == {"1.1.a": (55.0, 90.0)}
    assert found["2.xlsx"].changes.before == found["1.xlsx"].record.summary
    assert codes(found["3.xlsx"]) == []


@pytest.mark.parametrize(
    ("name", "is_remarked_on"),
    [
        ("Statsforvaltningen 3. kvartal.xlsx", True),
        ("Rapport–Statsforvaltningen–2020.xlsx", True),
        ("VS_ Resultatplan Q3 (endelig) v2 RETTET.xlsx", False),
        ("Socialstyrelsen_2020_Q3.xlsx", False),
        ("socialstyrelsen til statsforvaltningen.xlsx", False),
        ("Forsocialstyrelsens social- og boligstyrelsesrapport.xlsx", False),
    ],
)
def test_a_name_that_tells_another_agency_is_remarked_on(name, is_remarked_on):
    file = judged([Sent(name, Q3)])[name]
    assert file.record.summary.accepted
    assert codes(file) == (["RP-704"] if is_remarked_on else [])
    if is_remarked_on:
        assert file.record.findings[-1].message() == (
            "Filnavnet nævner »statsforvaltningen«, men rapporten er for Socialstyrelsen."
            " Indholdet afgør det."
        )


def test_neither_names_nor_the_order_in_the_folder_decide_a_verdict():
    first = report({RESULT: 70}, period_id="Q3")
    files = [
        Sent("z.xlsx", first),
        Sent("a.xlsx", report({RESULT: 60}), hours=1),
        Sent("m.xlsx", report({RESULT: 71}, period_id="Q3"), hours=3),
        Sent("kopi.xlsx", first, hours=4),
        Sent("b.xlsx", report({}, BENCHMARK, "Q2"), hours=2),
    ]
    outcomes = [
        {name: each.record for name, each in judged(order).items()}
        for order in islice(permutations(files), 0, None, 31)
    ]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert [each.code for each in outcomes[0]["a.xlsx"].findings] == ["RP-508", "RP-601"]
    assert "71 i 3. kvartal" in outcomes[0]["a.xlsx"].findings[0].message()


def test_how_many_are_judged_together_changes_nothing(monkeypatch):
    values = [60, 61, "ca. 62", 58]
    files = [
        Sent(f"{number}.xlsx", report({RESULT: value}, period_id="Q3"), number)
        for number, value in enumerate(values)
    ]
    files += [Sent("år.xlsx", report({RESULT: 59}), 5), Sent("brev.docx", b"et brev")]
    expected = judged(files)

    monkeypatch.setattr(turns, "CHUNK", 1)

    assert judged(files) == expected
    assert "RP-508" not in codes(expected["år.xlsx"]), "59 is more than the 58 that counts"
    assert [len(each.changes.figures) for each in expected.values() if each.changes] == [1, 1, 1]


def test_a_copy_counts_for_nothing_also_where_its_original_is_received_again(rp, tmp_path):
    """And the register gives back numbers and days as they were typed."""
    typed = {RESULT: 60, BASIS: 0.1 + 0.2, USED: 0.3, DELIVERED: date(2020, 9, 15)}
    year = report({**typed, RESULT: 57, BASIS: 0.3})
    before = {"1.xlsx": Q3, "2.xlsx": report(typed, period_id="Q3"), "kopi af 1.xlsx": Q3}
    for name, files in (("før", before), ("nu", {"1.xlsx": Q3, "år.xlsx": year})):
        inbox = put_in(tmp_path / name, files)
        for hour, file in enumerate(files):
            os.utime(inbox / file, (NOON.timestamp() + 3600 * hour,) * 2)
        reports = rp("batch", inbox, "--out", tmp_path / "ud", "--json").json["reports"]
    first, last = ({f["code"] for f in each["findings"]} - {NOT_CALCULATED} for each in reports)
    assert first == set()
    assert last == {"RP-508"}, "60 counts, and not the copy's 55"
    originals = [*(tmp_path / "ud" / "register" / "originals").glob("*/*")]
    assert len(originals) == 3, "the same bytes under another name are kept once"
