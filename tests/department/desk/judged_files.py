"""Files judged as one batch, as `rp batch` does it, without workers or register."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from department.desk.course import Course
from department.desk.lane import Judged
from department.desk.past import Coming, NoPast, Past
from department.intake.examination import Entry, ExaminingPlace
from department.intake.judgement import judged_in_turn
from department.record import Arrival
from tests.validators.reports import NOT_CALCULATED

NOON = datetime(2020, 10, 13, 12)


@dataclass(frozen=True)
class Sent:
    """A file in the inbox, so many hours after the first."""

    name: str
    data: bytes
    hours: int = 0


def judged(files: Sequence[Sent], past: Past | None = None) -> dict[str, Judged]:
    """Each file judged among the others, by its name."""
    entries = [Entry(each.name, each.data) for each in files]
    coming = [_coming(each) for each in files]
    course = Course(NoPast() if past is None else past)
    with ThreadPoolExecutor(1) as threads:
        place = ExaminingPlace(threads)
        found = list(judged_in_turn(entries, lambda: coming, place, course, lambda each: each))
    return {each.verdict.file: each for each in found}


def codes(file: Judged) -> list[str]:
    """What was found, but for the information that the workbook was never calculated."""
    return [each.code for each in file.verdict.findings if each.code != NOT_CALCULATED]


def _coming(file: Sent) -> Coming:
    digest = hashlib.sha256(file.data).hexdigest()
    arrival = Arrival(digest, len(file.data), NOON + timedelta(hours=file.hours))
    return Coming(file.name, arrival)
