"""Desks of the built-in plans: of judged reports, or of files in short that nobody may open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NoReturn

from department.record import ReportRecord, Summary
from department.standing import Desk, desk_of
from tests.department.judged_files import TODAY, a_report, at_half_past_nine, records_of
from tests.validators.reports import BENCHMARK, SOCIAL, plan_named
from workbooks.form import Column, Field

SUMMER = date(2023, 8, 1)


def a_desk(
    reports: Iterable[ReportRecord], today: date = SUMMER, plans: Sequence[str] = (BENCHMARK,)
) -> Desk:
    """The desk of these, with a row for each plan."""
    records = {each.summary: each for each in reports}
    summaries = sorted(records, key=lambda each: each.order)
    return desk_of(summaries, [plan_named(each) for each in plans], today, records.__getitem__)


def desk_with(files: Mapping[str, bytes], *plan_ids: str) -> Desk:
    """The desk of `files`, with a row for each plan (Socialstyrelsen's by itself)."""
    return a_desk(records_of(files), TODAY, plan_ids or (SOCIAL,))


@cache
def _half_year() -> Summary:
    return a_report().summary


def sent(
    file: str, *, accepted: bool = True, days: int = 0, digest: str = "", **changes: object
) -> Summary:
    """Benchmarkingenheden's half-year in short, sent so many days after July 10; due on July 14."""
    day = date(2023, 7, 10) + timedelta(days)
    known = {
        "file": file,
        "digest": digest or file,
        "accepted": accepted,
        "errors": 0 if accepted else 2,
        "received": at_half_past_nine(day),
        "submitted": day,
    }
    return replace(_half_year(), **(known | changes))


def unopened(*files: Summary, today: date = date(2023, 7, 20)) -> Desk:
    """Benchmarkingenheden's desk of files in short, which nobody may open."""

    def open_record(summary: Summary) -> NoReturn:
        raise AssertionError(f"opened {summary.file}")

    return desk_of(files, [plan_named(BENCHMARK)], today, open_record)


def a_busy_desk() -> Desk:
    """Something of everything: accepted, late, mended, missing, not due, returned, stray."""
    first = {
        ("1.1.a", Column.DATE): date(2023, 6, 1),
        ("3.1.a", Column.BASIS): 20.5,
        ("3.1.a", Column.RESULT): "ca. 21",
        ("3.1.a", Column.STATUS): "Rød",
        ("3.1.a", Column.FORECAST): 22,
        ("3.1.a", Column.EXPLANATION): "To stillinger blev besat\nfør tid.",
        ("3.1.a", Column.ACTION_PLAN): "Udgifterne følges hver måned.",
    }
    mended = {
        ("1.1.a", Column.DATE): date(2023, 6, 2),
        ("3.1.a", Column.RESULT): 21.25,
        Field.DEVIATIONS: "Husleje & flytning.",
    }
    spring = {("1.1.b", Column.RESULT): None}
    summer = {
        ("1.1.a", Column.RESULT): 61,
        ("1.1.b", Column.EXPLANATION): "Svarene kommer sent.",
        ("1.2.b", Column.DOCUMENTATION): None,
    }
    autumn = {
        ("1.1.a", Column.RESULT): "ca. 70",
        ("1.1.a", Column.EXPLANATION): "Kurserne er flyttet.",
    }
    return a_desk(
        [
            a_report(first, file="første.xlsx", received=date(2023, 7, 12)),
            a_report({**first, **mended}, file="rettet.xlsx", received=date(2023, 7, 17)),
            a_report(spring, SOCIAL, "Q1", file="1.xlsx", received=date(2020, 4, 14)),
            a_report(summer, SOCIAL, "Q2", file="2.xlsx", received=date(2020, 7, 1)),
            a_report(autumn, SOCIAL, "Q3", file="3.xlsx", received=date(2020, 10, 10)),
            *records_of({"Følgebrev.docx": b"et brev"}),
        ],
        plans=(BENCHMARK, SOCIAL),
    )
