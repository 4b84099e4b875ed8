"""Files judged as one batch, as `rp batch` does it, without workers or register."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from department.desk.course import Course, Judged
from department.desk.past import Coming, NoPast, Past
from department.desk.record import Arrival
from tests.validators.reports import NOT_CALCULATED
from validators.earlier import claim_of
from validators.examining import examine
from validators.judging import judge_in_turn, settled_report

NOON = datetime(2020, 10, 13, 12)


@dataclass(frozen=True)
class Sent:
    """A file in the inbox, so many hours after the first."""

    name: str
    data: bytes
    hours: int = 0


def judged(files: Sequence[Sent], past: Past | None = None) -> dict[str, Judged]:
    """Each file judged among the others, by its name."""
    examined = [examine(each.name, each.data) for each in files]
    claims = [
        None if each.report is None else claim_of(settled_report(each.report)) for each in examined
    ]
    course = Course(NoPast() if past is None else past)
    turns = course.begin([_coming(each) for each in files], claims)
    verdicts = judge_in_turn([examined[number] for number in turns], course)
    found = [course.judged(number, each) for number, each in zip(turns, verdicts, strict=True)]
    return {each.verdict.file: each for each in found}


def codes(file: Judged) -> list[str]:
    """What was found, but for the information that the workbook was never calculated."""
    return [each.code for each in file.verdict.findings if each.code != NOT_CALCULATED]


def _coming(file: Sent) -> Coming:
    digest = hashlib.sha256(file.data).hexdigest()
    arrival = Arrival(digest, len(file.data), NOON + timedelta(hours=file.hours))
    return Coming(file.name, arrival)
