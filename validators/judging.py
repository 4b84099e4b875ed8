"""From examined files to verdicts, for one file or for many: layers 4 to 7 in one process.

All files are judged together, so that the schemas validate once; earlier periods come before later
ones, so that the reports of a plan can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from resultatplan.library import plan_by_id
from validators.concluding import FindPlan, conclude, settled_report
from validators.content import check_content
from validators.earlier import Book, EarlierReports, claim_of, earlier_report
from validators.examining import Examined, examine
from validators.verdict import Verdict


def judge(examined: Sequence[Examined], find_plan: FindPlan = plan_by_id) -> list[Verdict]:
    """The verdicts on examined files, in their order, each compared with the others.

    `find_plan` gives the plan of an id and a version, from the library or a plan on trial.
    """
    numbers = _earlier_first(examined, find_plan)
    book = Book()
    verdicts: dict[int, Verdict] = {}
    in_turn = judge_in_turn([examined[number] for number in numbers], book, find_plan)
    for number, verdict in zip(numbers, in_turn, strict=True):
        verdicts[number] = verdict
        report = earlier_report(verdict)
        if report is not None:
            book.note(report)
    return [verdicts[number] for number in range(len(examined))]


def judge_in_turn(
    examined: Sequence[Examined],
    earlier: EarlierReports,
    find_plan: FindPlan = plan_by_id,
) -> Iterator[Verdict]:
    """The verdicts on a chunk of examined files, one by one.

    `earlier` gives the reports to compare with; it is asked about a file when that file's turn
    comes, so that it may know the verdicts before.
    """
    settled = [settled_report(each.report, find_plan) for each in examined if each.report]
    reports = iter(check_content(settled))
    for each in examined:
        yield conclude(each, next(reports) if each.report else None, earlier)


def _earlier_first(examined: Sequence[Examined], find_plan: FindPlan) -> list[int]:
    """The numbers of the files, earlier periods first, of one period the one submitted last."""
    order: list[tuple[tuple[date, date, str], int]] = []
    for number, each in enumerate(examined):
        claim = None if each.report is None else claim_of(settled_report(each.report, find_plan))
        if claim is None:
            order.append(((date.min, date.min, each.file), number))
        else:
            order.append(((claim.ends, claim.submitted or date.min, each.file), number))
    return [number for _, number in sorted(order)]


def judge_file(file: str, data: bytes) -> Verdict:
    """The verdict on one file alone."""
    return judge([examine(file, data)])[0]
