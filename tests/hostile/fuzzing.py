"""Judging mutated reports, and seeing that none is accepted with a score it has not earned.

The score of an accepted file is computed again from its input cells as openpyxl reads them: another
reader than ours. A mutation that changed an input has then changed the score rightly. Where
openpyxl cannot read the cells, the score must be the good report's own.
"""

import io
import json
import time
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import openpyxl
from openpyxl.utils.datetime import from_excel

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported, evaluate
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from tests.department.judged_files import as_json
from tests.hostile.mutations import mutated
from tests.hostile.original import original, with_inline_texts
from tests.validators.reports import calculated, report
from validators.report import Report, read_report
from validators.verdict import Verdict, judge
from workbooks.coordinates import column_letter
from workbooks.form import YES, Column, Layout, Sheet, ValueType, level_type

SECONDS_FOR_ONE = 10.0
"""So much time of the processor reading one file may take."""


@dataclass(frozen=True)
class Outcome:
    """A mutated file, its verdict, and what is wrong with that, if anything."""

    seed: str
    family: str
    code: str
    """What the file was refused for, first, or `accepted`."""
    wrong: str
    earned: bool
    """Whether it was accepted, rightly, with another score than the good report has."""


@cache
def good_reports() -> tuple[bytes, ...]:
    """What is mutated: a report that meets everything, one that does not, one of openpyxl's."""
    missed = report(
        {
            ("1.1.a", Column.RESULT): 40,
            ("1.1.a", Column.EXPLANATION): "Færre kurser",
            ("2.2.b", Column.RESULT): 20,
            ("2.2.b", Column.EXPLANATION): "Dyrere end ventet",
        }
    )
    return original(), calculated(missed), with_inline_texts()


@cache
def good_scores() -> tuple[float, ...]:
    """The secured totals of the good reports."""
    verdicts = judge([read_report("god.xlsx", data) for data in good_reports()])
    assert all(each.accepted for each in verdicts)
    return tuple(each.evaluation.score.secured for each in verdicts if each.evaluation is not None)


def outcomes(seed: int, count: int) -> list[Outcome]:
    """Mutate and read so many files, and judge them together."""
    files: list[tuple[int, str, bytes]] = []
    reports: list[Report] = []
    for number in range(count):
        index = number % len(good_reports())
        family, data = mutated(good_reports()[index], f"{seed}:{number}")
        started = time.process_time()
        reports.append(read_report(f"{seed}:{number}", data))
        assert time.process_time() - started < SECONDS_FOR_ONE, f"{seed}:{number}"
        files.append((index, family, data))
    return [_outcome(verdict, *file) for verdict, file in zip(judge(reports), files, strict=True)]


def _outcome(verdict: Verdict, index: int, family: str, data: bytes) -> Outcome:
    errors = [each.code for each in verdict.findings if each.is_error]
    wrong = _wrong(verdict, data, good_reports()[index])
    earned = (
        not wrong and verdict.accepted and verdict.evaluation.score.secured != good_scores()[index]
    )
    return Outcome(verdict.file, family, [*errors, "accepted"][0], wrong, earned)


def _wrong(verdict: Verdict, data: bytes, good: bytes) -> str:
    for lang in ("da", "en"):
        json.dumps(as_json(verdict, lang), ensure_ascii=False).encode("utf-8")
    if not verdict.accepted:
        return ""
    if verdict.evaluation is None or verdict.plan is None:
        return "accepted without a score"
    expected = score_by_openpyxl(data, verdict.plan)
    if expected is None:
        expected = score_by_openpyxl(good, verdict.plan)
    if expected != verdict.evaluation.score.secured:
        return f"accepted with {verdict.evaluation.score.secured}, but the inputs give {expected}"
    return ""


def score_by_openpyxl(data: bytes, plan: Plan) -> float | None:
    """The secured total that the input cells give, as openpyxl reads them; None if it cannot."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=True)
            names = {name.casefold(): name for name in book.sheetnames}
            rows = book[names[Sheet.REPORT.casefold()]].iter_rows(1, 60, 1, 20, values_only=True)
            values = {
                f"{column_letter(column)}{row}": value
                for row, cells in enumerate(rows, start=1)
                for column, value in enumerate(cells, start=1)
            }
        except _BROKEN:
            return None
    reported = {each.key: _reported(values, Layout(plan), each) for each in plan.criteria}
    return evaluate(plan, reported, final=True).score.secured


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
