"""Layer 4, second half: the settled cells of many reports through the schemas, at once.

Values of all reports are gathered per type of input, each schema validates once (lazily), and each
failure is mapped back to its report and cell. One report alone is a chunk of one: single and
batch findings are equal by construction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from validators.frames import SchemaErrors, SeriesSchema, pd
from validators.inquiry import Answer, Asked, Inquiry, answered, inquiry_of
from validators.schemas import REQUIRED, SCHEMAS
from validators.settled import SettledReport


def check_content(reports: Sequence[SettledReport]) -> list[SettledReport]:
    """Validate many reports' cells; each comes back with its findings, refused values blank."""
    found = answers([inquiry_of(report) for report in reports])
    return [answered(report, answer) for report, answer in zip(reports, found, strict=True)]


def answers(inquiries: Sequence[Inquiry]) -> list[Answer]:
    """What the schemas say about many reports, in their order."""
    refused: list[list[int]] = [[] for _ in inquiries]
    missing: list[list[int]] = [[] for _ in inquiries]
    for value_type, schema in SCHEMAS.items():
        for report, cell in _failures(schema, [each.of(value_type) for each in inquiries]):
            refused[report].append(cell)
    for report, cell in _failures(REQUIRED, [each.required for each in inquiries]):
        missing[report].append(cell)
    return [Answer(*each) for each in zip(refused, missing, strict=True)]


def _failures(schema: SeriesSchema, asked: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """The reports and cells whose values fail a schema."""
    values = [value for each in asked for value in each.values]
    if not values:
        return
    try:
        schema.validate(pd.Series(values), lazy=True)
    except SchemaErrors as errors:
        starts = list(accumulate((len(each.values) for each in asked[:-1]), initial=0))
        for place in sorted({int(each) for each in errors.failure_cases["index"]}):
            report = bisect_right(starts, place) - 1
            yield report, asked[report].cells[place - starts[report]]
