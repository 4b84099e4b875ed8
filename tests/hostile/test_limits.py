"""What is larger than a limit is refused; what is just as large is read."""

from dataclasses import replace

import pytest

from tests.hostile.original import original
from tests.validators.damage import parts_of
from workbooks.form import Sheet
from workbooks.reading.archive import Limits, Trouble, UnreadableError, within
from workbooks.reading.book import read_book


def _sizes() -> Limits:
    """Limits that the good report just keeps."""
    sizes = [len(content) for content in parts_of(original()).values()]
    book = read_book(original())
    cells = [cell for sheet in book.sheets for cell in sheet.cells.values()]
    return Limits(
        file=len(original()),
        entries=len(sizes),
        inflated=sum(sizes),
        part=max(sizes),
        ratio=Limits().ratio,
        cells=len(cells),
        sheets=len(book.sheets),
        text=max(len(str(cell.value)) for cell in cells),
        formula=max(len(cell.formula or "") - 1 for cell in cells),
    )


def test_a_report_as_large_as_every_limit_is_read():
    with within(_sizes()):
        assert len(read_book(original()).sheets) == len(Sheet)


@pytest.mark.parametrize(
    "limit", ["file", "entries", "inflated", "part", "cells", "sheets", "text", "formula"]
)
def test_a_report_one_over_a_limit_is_refused(limit):
    sizes = _sizes()
    lower = replace(sizes, **{limit: getattr(sizes, limit) - 1})

    with within(lower), pytest.raises(UnreadableError) as refused:
        read_book(original())

    assert refused.value.trouble is Trouble.TOO_LARGE
