"""The standing in words and as JSON."""

import json
from typing import Any

from department.standing import Desk
from department.status import notes, status_json
from tests.department.hand_made import sent, unopened


def as_printed(desk: Desk) -> Any:
    return json.loads(json.dumps(status_json(desk)))


def test_the_json_of_a_day():
    document = as_printed(unopened(sent("a", days=5), sent("b", accepted=False, days=6)))
    assert document["today"] == "2023-07-20"
    half, year = document["agencies"][0]["periods"]
    assert (half["state"], half["days_late"], half["files"]) == ("accepted", 1, 2)
    assert half["report"] is not None
    assert half["report"]["file"] == "a"
    assert half["to_mend"] is not None
    assert half["to_mend"]["file"] == "b"
    assert (half["secured"], half["expected"], half["attainable"]) == (0, 0, 100)
    assert (year["state"], year["days_left"], year["days_late"]) == ("waiting", 178, None)
    assert (year["report"], year["secured"], year["expected"]) == (None, None, None)


def test_what_stands_nowhere_is_noted():
    unplaced = sent("uden \x1b[31mperiode", period_id=None)
    strays = [sent(f"brev {number}", plan_id=None) for number in range(7)]
    said = list(notes(unopened(unplaced, *strays), "da"))
    assert said == [
        "Indenrigs- og Sundhedsministeriets Benchmarkingenhed 2023: »uden \ufffd[31mperiode« nævner"
        " ingen af planens perioder.",
        "7 filer er ingen rapport for en kendt plan: »brev 0«, »brev 1«, »brev 2«, »brev 3«,"
        " »brev 4« … og 2 til.",
    ]
