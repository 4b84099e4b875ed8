"""Verdicts on entries examined by an executor, in their order, compared with each other."""

from __future__ import annotations

from collections.abc import Iterable

from department.intake.examination import Entry, ExaminingPlace, examine_all
from validators.verdict import Verdict, judge


def verdicts_on(entries: Iterable[Entry], place: ExaminingPlace) -> list[Verdict]:
    return judge([packed.unpack() for packed in examine_all(place, entries)])
