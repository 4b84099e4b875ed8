"""Files in their turn: twins, resubmissions, what they changed, and what they are compared with."""

from datetime import date, datetime
from decimal import Decimal
from itertools import islice, permutations

import pytest

from department import turns
from department.record import Receipt, record_of
from department.register.store import as_text, from_text
from department.turns import earlier_of
from tests.department.judged_files import Sent, codes, judged
from tests.validators.reports import (
    BENCHMARK,
    SOCIAL,
    Where,
    judge_file,
    period_of,
    plan_named,
    report,
)
from workbooks.form import Column, Field

RESULT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.b", Column.RESULT)
Q3 = report({}, period_id="Q3")
Q4 = report({})
RECEIPT = Receipt("rapport.xlsx", "ab" * 32, 10, datetime(2020, 10, 13))
TOLD: dict[Where, object] = {
    ("1.1.b", Column.RESULT): 0.816,
    ("1.1.b", Column.STATUS): "Gul",
    ("1.1.b", Column.EXPLANATION): "To  ord\nog et til",
    ("1.7.a", Column.DATE): date(2020, 9, 15),
    ("2.1.a", Column.BASIS): 0.1 + 0.2,
    ("2.1.a", Column.RESULT): 0.3,
    ("2.1.a", Column.PROVISIONAL): "Ja",
}


def test_the_same_bytes_under_another_name_are_a_duplicate():
    found = judged(
        [
            Sent("rapport.xlsx", Q3),
            Sent("kopi af rapport.xlsx", Q3, hours=1),
            *(Sent(name, b"brev") for name in ("a.docx", "b.docx")),
        ]
    )
    assert ["RP-702" in codes(found[name]) for name in ("a.docx", "b.docx")] == [False, True]
    assert codes(found["rapport.xlsx"]) == []
    assert codes(found["kopi af rapport.xlsx"]) == ["RP-702"]
    assert "»rapport.xlsx«" in found["kopi af rapport.xlsx"].record.findings[-1].message()
    assert found["kopi af rapport.xlsx"].changes is None


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
        (
            [Sent("a", q3(12), 3 * DAY)],
            [f"{STATED}, men den er modtaget 16-10-2020, efter fristen 14-10-2020."],
        ),
        # The first file decides; of one that corrects it only the order is remarked on.
        ([Sent("først", q3(13)), Sent("a", q3(18, 61), 5 * DAY)], []),
        (
            [Sent("først", q3(13)), Sent("a", q3(12, 61), 5 * DAY)],
            ["Rapporten er modtaget efter »først«, men oplyser en tidligere dag: "
             "12-10-2020 mod 13-10-2020."],
        ),
        (
            [Sent("først", q3(16)), Sent("a", q3(18, 61), 5 * DAY)],
            [f"{FIRST} 16-10-2020, 2 dage efter fristen 14-10-2020."],
        ),
        # An archive read in a year later tells nothing; a mail's date does.
        ([Sent("a", q3(12), 366 * DAY)], []),
        (
            [Sent("a", q3(12), 366 * DAY, certain=True)],
            [f"{STATED}, men den er modtaget 14-10-2021, efter fristen 14-10-2020."],
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_the_days_of_the_last_of_some_files(files, told):
    found = judged(files)["a"].record
    days = [each for each in found.findings if each.code in ("RP-701", "RP-705", "RP-706")]
    assert [each.message() for each in days] == [f"Stamdata!B11: {words}" for words in told]
    assert found.summary.accepted


def test_what_arrived_last_counts_whatever_day_it_states():
    files = [Sent("først", q3(13)), Sent("rettet", q3(9, 61), 5 * DAY), Sent("år", Q4, 9 * DAY)]
    found = judged(files)
    assert "RP-703" in codes(found["rettet"])
    assert found["rettet"].changes.before.file == "først"


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
        for order in islice(permutations(files), 0, None, 17)
    ]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert [each.code for each in outcomes[0]["a.xlsx"].findings] == ["RP-508", "RP-601"]
    assert "71 i 3. kvartal" in outcomes[0]["a.xlsx"].findings[0].message()


@pytest.mark.parametrize("chunk", [1, 2])
def test_how_many_are_judged_together_changes_nothing(chunk, monkeypatch):
    values = [60, 61, "ca. 62", 58]
    files = [
        Sent(f"{number}.xlsx", report({RESULT: value}, period_id="Q3"), number)
        for number, value in enumerate(values)
    ]
    files += [Sent("år.xlsx", report({RESULT: 59}), 5), Sent("brev.docx", b"et brev")]
    expected = judged(files)

    monkeypatch.setattr(turns, "CHUNK", chunk)

    assert judged(files) == expected
    assert "RP-508" not in codes(expected["år.xlsx"]), "59 is more than the 58 that counts"
    assert [len(each.changes.figures) for each in expected.values() if each.changes] == [1, 1, 1]


class Registered:
    """The files that were judged before, in the order in which they came."""

    def __init__(self, files):
        self.records = {each.record.summary.key: each.record for each in judged(files).values()}

    def summaries(self, plan_id=None, digests=None):
        every = sorted((each.summary for each in self.records.values()), key=lambda it: it.order)
        return [
            each
            for each in every
            if plan_id in (None, each.plan_id) and (digests is None or each.digest in digests)
        ]

    def open(self, file):
        return self.records[file.key]


def test_a_copy_counts_for_nothing_also_where_its_original_is_received_again():
    files = [Sent("1.xlsx", Q3), Sent("2.xlsx", report({RESULT: 60}, period_id="Q3"), 1)]
    register = Registered([*files, Sent("kopi af 1.xlsx", Q3, 2)])
    year = Sent("år.xlsx", report({RESULT: 57}), 5)

    found = judged([files[0], year], register)

    assert codes(found["1.xlsx"]) == []
    assert codes(found["år.xlsx"]) == ["RP-508"], "60 counts, and not the copy's 55"


def test_all_that_is_compared_survives_the_register():
    verdict = judge_file("rapport.xlsx", report(TOLD, SOCIAL, "Q3"))  # type: ignore[arg-type]
    record = record_of(verdict, RECEIPT)
    stored = from_text(record.summary, as_text(record))
    assert stored == record
    now = earlier_of(stored, period_of(plan_named(), "Q3")).criteria
    assert now["1.1.b"].text(Column.EXPLANATION) == "To ord og et til"
    assert now["1.7.a"].day(Column.DATE) == date(2020, 9, 15)
    assert now["2.1.a"].number(Column.BASIS) == Decimal("0.3")
