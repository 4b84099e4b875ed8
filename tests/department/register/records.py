"""Records of received files made by hand, so that a register can be filled without judging."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime

from department.record import (
    Arrival,
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    InputRecord,
    ReportRecord,
    Summary,
    Words,
)
from resultatplan.criteria import State

ARRIVED = datetime(2020, 10, 13, 9, 30, 15, 250)
FELL = FindingRecord(
    "RP-508",
    "warning",
    "Afrapportering",
    "I11",
    "1.1.a",
    Words("Antallet er faldet.", "The count fell."),
    Words("Kontrollér begge tal.", "Check both figures."),
    Words("58", "58"),
    None,
)


def data_of(file: str) -> bytes:
    """Some bytes, others for every name."""
    return f"indholdet af {file}".encode()


def arrival(data: bytes, received: datetime = ARRIVED) -> Arrival:
    return Arrival(hashlib.sha256(data).hexdigest(), len(data), received)


def a_summary(file: str, data: bytes | None = None, **changes: object) -> Summary:
    """A report for Socialstyrelsen's third quarter of 2020, accepted."""
    came = arrival(data_of(file) if data is None else data)
    summary = Summary(
        file,
        came.digest,
        came.size,
        came.received,
        accepted=True,
        errors=0,
        warnings=1,
        infos=0,
        plan_id="socialstyrelsen-2020",
        plan_version="1.0",
        institution="Socialstyrelsen",
        year=2020,
        period_id="Q3",
        period_name="3. kvartal",
        submitted=date(2020, 10, 12),
        secured=40.0,
        attainable=60.0,
        shown=40.0,
    )
    return replace(summary, **changes)  # type: ignore[arg-type]


def a_record(file: str, data: bytes | None = None, **changes: object) -> ReportRecord:
    inputs = (
        InputRecord("Resultat", "I11", 58.0),
        InputRecord("Dato", "J11", date(2020, 9, 27)),
        InputRecord("Dokumentation", "S11", "2020-09-27"),
        InputRecord("Afvigelsesforklaring", "P11", "=HYPERLINK(1) æøå \u2028 \x7f »citat«"),
    )
    criterion = CriterionRecord(
        "1.1.a",
        "Antal kurser",
        "at_least",
        "antal",
        60.0,
        None,
        State.NOT_FULFILLED,
        0.0,
        58.0,
        Words("58 er under 60.", "58 is below 60."),
        inputs,
    )
    goal = GoalRecord(
        "1.1",
        "Kurser",
        "Faglige mål",
        Words("a", "a"),
        10.0,
        State.NOT_FULFILLED,
        0.0,
        Words("a er ikke opfyldt.", "a is not fulfilled."),
        (criterion,),
    )
    summary = a_summary(file, data, **changes)
    return ReportRecord(summary, (FELL,), (goal,), "Anne Jensen", "Bo Mørk", "Ingen")
