"""Summaries of files for one small plan, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NoReturn

from department.record import Summary
from department.standing import Desk, desk_of
from resultatplan.plan import Plan
from tests.validators.reports import BENCHMARK, plan_named

JULY_10 = datetime(2023, 7, 10, 9)


def sent(
    file: str, *, accepted: bool = True, days: int = 0, digest: str = "", **changes: object
) -> Summary:
    """A half-yearly report of 2023, sent so many days after July 10; due on July 14."""
    summary = Summary(
        file,
        digest or file,
        100,
        JULY_10 + timedelta(days=days),
        accepted,
        0 if accepted else 2,
        0,
        0,
        plan_id=BENCHMARK,
        plan_version="1.0",
        institution="Benchmarkingenheden",
        year=2023,
        period_id="Q2",
        period_name="1. halvår",
        submitted=JULY_10.date() + timedelta(days=days),
        secured=0.0,
        attainable=66.67,
    )
    return replace(summary, **changes)  # type: ignore[arg-type]


def benchmark_plan() -> Plan:
    return plan_named(BENCHMARK)


def desk_with(*files: Summary, today: date = date(2023, 7, 20)) -> Desk:
    def open_record(summary: Summary) -> NoReturn:
        raise AssertionError(f"opened {summary.file}")

    return desk_of(files, [benchmark_plan()], today, open_record)
