"""How a period stands to its deadline, and what a total has done since."""

from datetime import date

import pytest

from department.page.words import slot_note, trend
from resultatplan.criteria import State
from tests.department.hand_made import QUARTERLY, a_desk, a_finding, a_report


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2023, 7, 1), "frist 14-07-2023, om 13 dage"),
        (date(2023, 7, 13), "frist 14-07-2023, i morgen"),
        (date(2023, 7, 14), "frist i dag, 14-07-2023"),
        (date(2023, 7, 15), "1 dag over fristen 14-07-2023"),
        (date(2023, 8, 14), "31 dage over fristen 14-07-2023"),
    ],
)
def test_what_has_not_come(today, said):
    slot = a_desk([], today).agencies[0].slots[0]
    assert slot_note(slot, "da") == said


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (a_report(received=date(2023, 7, 14)), "rettidig"),
        (a_report(received=date(2023, 7, 15)), "1 dag for sent"),
        (a_report(received=date(2023, 7, 17)), "3 dage for sent"),
        (a_report(findings=[a_finding()]), "1 fejl, rettidig"),
        (a_report(findings=[a_finding(), a_finding("RP-402")]), "2 fejl, rettidig"),
    ],
)
def test_what_has_come(report, said):
    slot = a_desk([report]).agencies[0].slots[0]
    assert slot_note(slot, "da") == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (2, 3, "+10 point siden 1. kvartal"),
        (3, 2, "−10 point siden 1. kvartal"),
        (3, 3, "uændret siden 1. kvartal"),
    ],
)
def test_the_trend_is_since_the_last_accepted_report(before, after, said):
    numbers = ("1.1", "1.2", "1.3")
    reports = [
        a_report(
            QUARTERLY, period, file=period, states=dict.fromkeys(numbers[:met], State.FULFILLED)
        )
        for period, met in (("Q1", before), ("Q2", after))
    ]
    (agency,) = a_desk(reports, plans=(QUARTERLY,)).agencies
    assert trend(agency, "da")[0] == said


def test_one_report_has_no_trend():
    assert trend(a_desk([a_report()]).agencies[0], "da") == ("ingen tidligere", 0.0)
