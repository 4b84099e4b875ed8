"""Desks made by hand: reports of the built-in plans with what a test wants in them, unjudged."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NoReturn

from department.record import (
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    InputRecord,
    Receipt,
    ReportRecord,
    Summary,
    record_of,
)
from department.standing import Desk, desk_of
from resultatplan.criteria import State
from tests.validators.reports import address, complete_report, judge_file, plan_named
from texts.language import Text
from workbooks.form import Column

SMALL = "benchmarkingenheden-2023"
"""Three goals; reports after half a year (Q2, due 14-07-2023) and the year (Q4, 14-01-2024)."""
QUARTERLY = "socialstyrelsen-2020"
"""Ten goals; reports each quarter."""
TODAY = date(2023, 8, 1)

Typed = Mapping[str, Mapping[str, float | date | str]]
"""By criterion key and column."""
_DEGREES = {State.FULFILLED: 100.0, State.PARTIAL: 50.0, State.NOT_FULFILLED: 0.0}


def a_report(
    plan_id: str = SMALL,
    period_id: str = "Q2",
    *,
    file: str = "rapport.xlsx",
    received: date = date(2023, 7, 10),
    states: Mapping[str, State] | None = None,
    typed: Typed | None = None,
    findings: Sequence[FindingRecord] = (),
    deviations: str = "",
    prepared_by: str = "A. Udfylder",
    expected: float | None = None,
) -> ReportRecord:
    """A report; `states` by goal number (else pending), `typed` by criterion key and column.

    `expected` is the expected total; without it nothing is known of what is pending.
    """
    form = _form(plan_id, period_id)
    goals = tuple(
        _goal(goal, (states or {}).get(goal.number, State.PENDING), typed or {}, form.summary)
        for goal in form.goals
    )
    secured = sum(each.weight or 0 for each in goals if each.state is State.FULFILLED)
    pending = sum(each.weight or 0 for each in goals if each.state is State.PENDING)
    counts = [each.severity for each in findings]
    summary = replace(
        form.summary,
        file=file,
        digest=hashlib.sha256(f"{file} {received}".encode("utf-8", "surrogateescape")).hexdigest(),
        received=datetime.combine(received, time(9, 30)),
        accepted="error" not in counts,
        errors=counts.count("error"),
        warnings=counts.count("warning"),
        infos=counts.count("info"),
        submitted=received,
        secured=secured,
        expected=secured if expected is None else expected,
        attainable=secured if form.summary.final else secured + pending,
    )
    return ReportRecord(summary, tuple(findings), goals, prepared_by, "B. Godkender", deviations)


@cache
def _form(plan_id: str, period_id: str) -> ReportRecord:
    """A report of the period as the product judges it."""
    verdict = judge_file("rapport.xlsx", complete_report(plan_id, period_id))
    return record_of(verdict, Receipt("rapport.xlsx", "", 1000, datetime(2023, 7, 1)))


def _goal(goal: GoalRecord, state: State, typed: Typed, of: Summary) -> GoalRecord:
    """The goal and its criteria in this state, with what was typed."""
    degree, number = _DEGREES.get(state), goal.number
    told = ((each, typed.get(each.key, {})) for each in goal.criteria)
    return replace(
        goal,
        state=state,
        fulfilment=0.0 if degree is None and of.final else degree,
        explanation=Text(f"Derfor er mål {number} sådan.", f"This is why for goal {number}."),
        criteria=tuple(_criterion(each, state, inputs, of) for each, inputs in told),
        secured=degree or 0.0,
        expected=degree or 0.0,
        attainable=100.0 if state is State.PENDING else degree,
    )


def _criterion(
    criterion: CriterionRecord,
    state: State,
    typed: Mapping[str, float | date | str],
    of: Summary,
) -> CriterionRecord:
    key, result = criterion.key, typed.get("Resultat")
    places = {name: address((key, Column(name)), of.plan_id)[1] for name in typed}
    return replace(
        criterion,
        state=state,
        degree=_DEGREES.get(state),
        expected=_DEGREES.get(state),
        measured=result if isinstance(result, float) else None,
        explanation=Text(f"Derfor er {key} sådan.", f"This is why for {key}."),
        inputs=tuple(InputRecord(name, places[name], value) for name, value in typed.items()),
        on_level=None,
        is_deviation=False,
    )


def sent(
    file: str, *, accepted: bool = True, days: int = 0, digest: str = "", **changes: object
) -> Summary:
    """The small plan's half-year in short, sent so many days after July 10; due on July 14."""
    summary = a_report(received=date(2023, 7, 10) + timedelta(days=days)).summary
    summary = replace(summary, file=file, digest=digest or file, accepted=accepted)
    return replace(summary, errors=0 if accepted else 2, **changes)


def unopened(*files: Summary, today: date = date(2023, 7, 20)) -> Desk:
    """The small plan's desk of files in short, which nobody may open."""

    def open_record(summary: Summary) -> NoReturn:
        raise AssertionError(f"opened {summary.file}")

    return desk_of(files, [plan_named(SMALL)], today, open_record)


def a_stray(file: str, findings: Sequence[FindingRecord] = ()) -> ReportRecord:
    """A file that is no report of any plan."""
    errors = sum(each.is_error for each in findings)
    received = datetime(2023, 7, 1, 12, 0)
    counts = {"accepted": not errors, "errors": errors, "warnings": 0, "infos": 0}
    summary = Summary(file, file.encode().hex()[:64], 10, received, **counts)
    return ReportRecord(summary, tuple(findings))


def a_finding(
    code: str = "RP-401",
    severity: str = "error",
    *,
    key: str | None = "3.1.a",
    cell: str | None = "I13",
    message: str = "»0,5« er tekst, ikke et tal.",
) -> FindingRecord:
    place = f"Afrapportering!{cell} ({key}): " if cell and key else ""
    return FindingRecord(
        code,
        severity,
        "Afrapportering" if cell else None,
        cell,
        key,
        Text(place + message, place + message),
        Text("Skriv kun tallet.", "Type the number alone."),
        Text("0,5", "0,5"),
        None,
    )


def a_desk(
    reports: Iterable[ReportRecord], today: date = TODAY, plans: Sequence[str] = (SMALL,)
) -> Desk:
    """The desk of these, with a row for each plan."""
    records = {each.summary: each for each in reports}
    summaries = sorted(records, key=lambda each: each.order)
    return desk_of(summaries, [plan_named(each) for each in plans], today, records.__getitem__)


def a_busy_desk() -> Desk:
    """Something of everything: accepted, late, mended, missing, not due, returned, stray."""
    typed = {
        "1.1.a": {"Dato": date(2023, 6, 1), "Status": "Grøn"},
        "3.1.a": {
            "Grundlag": 20.5,
            "Resultat": 21.25,
            "Status": "Rød",
            "Forventet årsresultat": 22.0,
            "Afvigelsesforklaring": "To stillinger blev besat\nfør tid.",
            "Handlingsplan": "Udgifterne følges hver måned.",
        },
    }
    met = {"1.1": State.FULFILLED, "3.1": State.NOT_FULFILLED}
    first = a_report(
        file="første.xlsx", received=date(2023, 7, 12), findings=[a_finding()], typed=typed
    )
    mended = a_report(
        file="rettet.xlsx",
        received=date(2023, 7, 17),
        states=met,
        typed={**typed, "1.1.a": {"Dato": date(2023, 6, 2), "Status": "Gul"}},
        findings=[a_finding("RP-601", "warning", key="3.1.a", cell="M13")],
        deviations="Husleje & flytning.",
    )
    spring = a_report(
        QUARTERLY, "Q1", file="1.xlsx", received=date(2020, 4, 14), states={"1.1": State.FULFILLED}
    )
    summer = a_report(
        QUARTERLY,
        "Q2",
        file="2.xlsx",
        received=date(2020, 7, 1),
        states={"1.1": State.FULFILLED, "1.2": State.FULFILLED, "2.1": State.NOT_FULFILLED},
        typed={"1.1.a": {"Resultat": 61.0}, "1.1.b": {"Resultat": 83.5, "Foreløbig": "Ja"}},
    )
    autumn = a_report(
        QUARTERLY,
        "Q3",
        file="3.xlsx",
        received=date(2020, 10, 10),
        findings=[a_finding(key="1.1.a", cell="I11"), a_finding("RP-412", "info", key=None)],
    )
    letter = a_stray("Følgebrev.docx", [a_finding("RP-101", key=None, cell=None)])
    reports = [first, mended, spring, summer, autumn, letter]
    return a_desk(reports, plans=(SMALL, QUARTERLY))
