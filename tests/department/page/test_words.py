"""How a period stands to its deadline, and what a total has done since."""

from datetime import date

import pytest

from department.page.words import slot_note, trend
from resultatplan.criteria import State
from tests.department.hand_made import QUARTERLY, TODAY, a_desk, a_finding, a_report


@pytest.mark.parametrize(
    ("reports", "today", "said"),
    [
        ([], date(2023, 7, 1), "frist 14-07-2023, om 13 dage"),
        ([], date(2023, 7, 13), "frist 14-07-2023, i morgen"),
        ([], date(2023, 7, 14), "frist i dag, 14-07-2023"),
        ([], date(2023, 7, 15), "1 dag over fristen 14-07-2023"),
        ([], date(2023, 8, 14), "31 dage over fristen 14-07-2023"),
        ([a_report(received=date(2023, 7, 14))], TODAY, "rettidig"),
        ([a_report(received=date(2023, 7, 15))], TODAY, "1 dag for sent"),
        ([a_report(received=date(2023, 7, 17))], TODAY, "3 dage for sent"),
        ([a_report(findings=[a_finding()])], TODAY, "1 fejl, rettidig"),
        ([a_report(findings=[a_finding(), a_finding("RP-402")])], TODAY, "2 fejl, rettidig"),
    ],
)
def test_how_a_period_stands_to_its_deadline(reports, today, said):
    assert slot_note(a_desk(reports, today).agencies[0].slots[0], "da") == said


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
    assert trend(a_desk([a_report()]).agencies[0], "da") == ("ingen tidligere", 0.0)
