"""A report's accepted values by row, as the layers after content look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from resultatplan.evaluation import Reported
from resultatplan.exact import HUNDRED, exact
from resultatplan.plan import Criterion
from validators.findings import Place
from validators.settled import InputCell, SettledReport
from workbooks.form import PARTLY, YES, Column, Field, ValueType
from workbooks.reading.cells import serial_to_date


@dataclass(frozen=True)
class Row:
    """One criterion's input cells."""

    criterion: Criterion
    cells: Mapping[Column, InputCell]

    def place(self, column: Column) -> Place:
        """Where the column's cell is; the row alone where the cell is gone."""
        cell = self.cells.get(column)
        return Place(key=self.criterion.key) if cell is None else cell.place

    def text(self, column: Column) -> str | None:
        """A text or choice, None when blank or refused."""
        cell = self.cells.get(column)
        return cell.value if cell is not None and isinstance(cell.value, str) else None

    def number(self, column: Column) -> Decimal | None:
        """A number in the plan's units (percent as 82), None when blank or refused."""
        cell = self.cells.get(column)
        if cell is None or not isinstance(cell.value, float):
            return None
        value = exact(cell.value)
        return value * HUNDRED if cell.type is ValueType.PERCENT else value

    def day(self, column: Column) -> date | None:
        """A date, None when blank or refused."""
        cell = self.cells.get(column)
        if cell is None or not isinstance(cell.value, float):
            return None
        return serial_to_date(cell.value)

    def is_yes(self, column: Column) -> bool | None:
        """Ja or Nej, None when blank or refused, or answered with Delvist."""
        text = self.text(column)
        return None if text in (None, PARTLY) else text == YES

    @property
    def is_partly(self) -> bool:
        """Whether Gennemført is answered with Delvist."""
        return self.text(Column.DONE) == PARTLY

    def was_refused(self, column: Column) -> bool:
        """Whether the cell holds something that was not accepted as a value."""
        cell = self.cells.get(column)
        return cell is None or cell.finding is not None

    @property
    def reported(self) -> Reported:
        """What the row reports for judging: a number, or an answer and perhaps a date."""
        if self.criterion.kind.is_numeric:
            return Reported(basis=self.number(Column.BASIS), result=self.number(Column.RESULT))
        return Reported(
            delivered=self.day(Column.DATE), done=self.is_yes(Column.DONE), partly=self.is_partly
        )


@dataclass(frozen=True)
class Master:
    """The fields of Stamdata."""

    cells: Mapping[Field, InputCell]

    def text(self, name: Field) -> str | None:
        """A field's text, None when blank or refused."""
        cell = self.cells.get(name)
        return cell.value if cell is not None and isinstance(cell.value, str) else None

    def day(self, name: Field) -> date | None:
        """A field's date, None when blank or refused."""
        cell = self.cells.get(name)
        if cell is None or not isinstance(cell.value, float):
            return None
        return serial_to_date(cell.value)

    def place(self, name: Field) -> Place:
        """Where the field's value is."""
        cell = self.cells.get(name)
        return Place() if cell is None else cell.place


def rows_of(report: SettledReport) -> tuple[Row, ...]:
    """The rows of Afrapportering in the plan's order, each with the cells it still has."""
    cells: dict[str, dict[Column, InputCell]] = {}
    for cell in report.cells:
        key, name = cell.place.key, cell.name
        if key is not None and isinstance(name, Column):
            cells.setdefault(key, {})[name] = cell
    return tuple(Row(criterion, cells.get(criterion.key, {})) for criterion in report.plan.criteria)


def master_of(report: SettledReport) -> Master:
    """The fields of Stamdata, which come before the rows."""
    fields = takewhile(lambda cell: cell.key is None, report.cells)
    return Master({cell.name: cell for cell in fields if isinstance(cell.name, Field)})
