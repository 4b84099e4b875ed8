"""A workbook that holds golden cases: a formula for each, its arguments in cells beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.xl_addin.golden import Case, ExcelError

SHEET: Final = "Prøver"
_ERRORS: Final = {"#REF!": "=#REF!", "#N/A": "=NA()", "#DIV/0!": "=1/0"}


def write(path: Path, cases: Sequence[Case]) -> dict[str, str]:
    """Write the workbook; the address of each case's formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    addresses, row = {}, 1
    for case in cases:
        references, column = [], 2
        for argument in case.arguments:
            block = argument if isinstance(argument, tuple) else ((argument,),)
            reference = _write_block(sheet, row, column, block)
            references.append(reference if isinstance(argument, tuple) else reference.split(":")[0])
            column += len(block[0])
        sheet.cell(row, 1).value = f"={case.function}({','.join(references)})"
        addresses[case.name] = f"A{row}"
        row += max(len(block) for block in _blocks(case))
    book.save(path)
    return addresses


def _blocks(case: Case) -> list[tuple[object, ...]]:
    return [argument if isinstance(argument, tuple) else (argument,) for argument in case.arguments]


def _write_block(
    sheet: Worksheet, row: int, column: int, block: tuple[tuple[object, ...], ...]
) -> str:
    for down, cells in enumerate(block):
        for right, content in enumerate(cells):
            sheet.cell(row + down, column + right).value = _content(content)
    first = f"{get_column_letter(column)}{row}"
    last = f"{get_column_letter(column + len(block[0]) - 1)}{row + len(block) - 1}"
    return f"{first}:{last}"


def _content(content: object) -> str | float | None:
    if isinstance(content, ExcelError):
        return _ERRORS[content.code]
    # An empty text, as a formula gives it: an empty text cell cannot be written.
    return '=""' if content == "" else content  # type: ignore[return-value]
