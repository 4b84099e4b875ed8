"""Judging mutated reports, and seeing that none is accepted with a score it has not earned.

The score of an accepted file is computed again from its input cells as openpyxl reads them: another
reader than ours. A mutation that changed an input has then changed the score rightly. openpyxl
reads charts and themes too, and raises where one is broken: then it is asked for the cells alone,
and where it cannot give even those, the score must be the good report's own.
"""

from __future__ import annotations

import io
import json
import signal
import time
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import FrameType

import openpyxl
from openpyxl.utils.datetime import from_excel

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported, evaluate
from resultatplan.exact import HUNDRED, exact
from resultatplan.plan import Criterion, Plan
from tests.hostile.mutations import mutated
from tests.hostile.original import original, with_shared_strings
from tests.validators.reports import calculated, report
from validators.report import Report, read_report
from validators.verdict import Verdict, as_json, judge
from workbooks.coordinates import column_letter
from workbooks.form import YES, Column, Layout, Sheet, ValueType, level_type

SECONDS_FOR_ONE = 10.0


class HangError(Exception):
    """Reading one file took more time of the processor than any file may."""


@dataclass(frozen=True)
class Case:
    """A mutated file and what became of it."""

    seed: str
    family: str
    good: bytes
    """What it was made of."""
    data: bytes
    seconds: float
    examined: Report | None
    crash: str = ""


@dataclass(frozen=True)
class Outcome:
    """A case judged: its verdict, and what is wrong with that, if anything."""

    case: Case
    verdict: Verdict | None
    wrong: str = ""
    earned: bool = False
    """Whether it was accepted, rightly, with another score than the good report has."""

    @property
    def code(self) -> str:
        """What the file was refused for, first; or that it was accepted."""
        if self.verdict is None:
            return "-"
        errors = [each.code for each in self.verdict.findings if each.is_error]
        return errors[0] if errors else "accepted"


@cache
def good_reports() -> tuple[bytes, ...]:
    """What is mutated: a report that meets everything, one that does not, one Excel has saved."""
    missed = report(
        {
            ("1.1.a", Column.RESULT): 40,
            ("1.1.a", Column.EXPLANATION): "Færre kurser",
            ("2.2.b", Column.RESULT): 20,
            ("2.2.b", Column.EXPLANATION): "Dyrere end ventet",
        }
    )
    return original(), calculated(missed), with_shared_strings()


@cache
def good_scores() -> tuple[float, ...]:
    """The secured totals of the good reports."""
    verdicts = judge([read_report("god.xlsx", data) for data in good_reports()])
    return tuple(each.evaluation.score.secured for each in verdicts if each.evaluation is not None)


def outcomes(seed: int, count: int) -> Iterator[Outcome]:
    """Mutate, examine and judge so many files, in portions of two hundred."""
    for first in range(0, count, 200):
        last = min(first + 200, count)
        cases = [_case(f"{seed}:{number}") for number in range(first, last)]
        yield from _judged(cases)


def _case(seed: str) -> Case:
    good = good_reports()[sum(seed.encode()) % len(good_reports())]
    family, data = mutated(good, seed)
    started = time.process_time()
    examined, crash = None, ""
    try:
        with _time_limit():
            examined = read_report(seed, data)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 — whatever comes out is what is looked for
        crash = f"{type(error).__name__}: {error}"[:200]
    return Case(seed, family, good, data, time.process_time() - started, examined, crash)


def _judged(cases: Sequence[Case]) -> Iterator[Outcome]:
    judged = judge([case.examined for case in cases if case.examined is not None])
    verdicts = {verdict.file: verdict for verdict in judged}
    for case in cases:
        verdict = verdicts.get(case.seed)
        wrong = case.crash if verdict is None else _wrong(case, verdict)
        yield Outcome(case, verdict, wrong, not wrong and _has_another_score(case, verdict))


def _has_another_score(case: Case, verdict: Verdict | None) -> bool:
    if verdict is None or not verdict.accepted or verdict.evaluation is None:
        return False
    return verdict.evaluation.score.secured != good_scores()[good_reports().index(case.good)]


def _wrong(case: Case, verdict: Verdict) -> str:
    for lang in ("da", "en"):
        text = json.dumps(as_json(verdict, lang), ensure_ascii=False)  # type: ignore[arg-type]
        text.encode("utf-8")
    if not verdict.accepted:
        return ""
    if verdict.evaluation is None or verdict.plan is None:
        return "accepted without a score"
    expected = score_by_openpyxl(case.data, verdict.plan)
    if expected is None:
        expected = score_by_openpyxl(case.good, verdict.plan)
    if expected != verdict.evaluation.score.secured:
        return f"accepted with {verdict.evaluation.score.secured}, but the inputs give {expected}"
    return ""


def score_by_openpyxl(data: bytes, plan: Plan) -> float | None:
    """The secured total that the input cells give, as openpyxl reads them; None if it cannot."""
    values = _cells_by_openpyxl(data, read_only=False)
    if values is None:
        values = _cells_by_openpyxl(data, read_only=True)
    if values is None:
        return None
    layout = Layout(plan)
    reported = {each.key: _reported(values, layout, each) for each in plan.criteria}
    return evaluate(plan, reported, final=True).score.secured


def _cells_by_openpyxl(data: bytes, *, read_only: bool) -> dict[str, object] | None:
    """The values of Afrapportering by address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=read_only)
            names = {name.casefold(): name for name in book.sheetnames}
            sheet = book[names[Sheet.REPORT.casefold()]]
            return {
                f"{column_letter(column)}{row}": value
                for row, values in enumerate(
                    sheet.iter_rows(1, _LAST_ROW, 1, _LAST_COLUMN, values_only=True), start=1
                )
                for column, value in enumerate(values, start=1)
            }
        except _BROKEN:
            return None


_LAST_ROW, _LAST_COLUMN = 60, 20
_BROKEN = (SyntaxError, LookupError, ValueError, TypeError, AttributeError, AssertionError,
           OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)  # fmt: skip
"""What openpyxl raises when a workbook is not to its liking."""


def _reported(values: dict[str, object], layout: Layout, criterion: Criterion) -> Reported:
    def value(column: Column) -> object:
        found = values.get(layout.report_cell(criterion.key, column))
        return None if found == "" else found

    if criterion.kind is Kind.DELIVERED_BY:
        return Reported(delivered=_day(value(Column.DATE)), done=_yes(value(Column.DONE)))
    if not criterion.kind.is_numeric:
        return Reported(done=_yes(value(Column.DONE)))
    scale = HUNDRED if level_type(criterion) is ValueType.PERCENT else 1
    basis, result = value(Column.BASIS), value(Column.RESULT)
    takes_basis = criterion.kind.needs_basis and criterion.basis is None
    return Reported(
        basis=_number(basis) * scale if takes_basis and basis is not None else None,
        result=None if result is None else _number(result) * scale,
    )


def _number(value: object):  # type: ignore[no-untyped-def]
    assert isinstance(value, int | float), value
    return exact(value)


def _day(value: object) -> date | None:
    if value is None:
        return None
    moment = from_excel(value) if isinstance(value, int | float) else value
    return moment.date() if isinstance(moment, datetime) else None


def _yes(value: object) -> bool | None:
    return None if value is None else value == YES


@contextmanager
def _time_limit() -> Iterator[None]:
    """Raise `HangError` in the middle of what takes too much CPU time; main thread only."""

    def stop(_: int, __: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_FOR_ONE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
