"""A draft whose decisions somebody has taken in Excel."""

from pathlib import Path

from openpyxl import load_workbook

from workbooks.plan_book.decision_list import HEADER_ROW, PLACED
from workbooks.plan_book.fields import DECISIONS


def settle(file: Path) -> None:
    """Ja to every decision."""
    book = load_workbook(file)
    sheet = book[DECISIONS.sheet]
    for row in range(HEADER_ROW + 1, sheet.max_row + 1):
        sheet[f"{PLACED.letter('settled')}{row}"].value = "Ja"
    book.save(file)
