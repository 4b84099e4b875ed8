"""Which input cells a report has: the template's, or where a received table has them now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resultatplan.plan import Plan
from validators.findings import Place
from validators.settled import InputCell
from validators.structure import Received
from workbooks.form import (
    FIELD_TYPES,
    INPUT_FIELDS,
    Field,
    Layout,
    TableLayout,
    ValueType,
    inputs_by_key,
)
from workbooks.reading.cells import Cell
from workbooks.reading.locating import LocatedTable


@dataclass(frozen=True)
class InputTable:
    """A table that is typed into, with its input cells as the template has them: blank."""

    layout: TableLayout
    columns: dict[str, int]
    rows: dict[str, int]
    blanks: tuple[InputCell, ...]
    addresses: tuple[str, ...]
    """Those of the input cells."""
    types: dict[str, ValueType]
    """Theirs by address."""

    def stands_in_place(self, table: LocatedTable) -> bool:
        """Whether every input cell of a received table has the template's address."""
        if table.sheet is None or table.sheet.name != self.layout.sheet:
            return False
        return table.columns == self.columns and table.rows == self.rows

    def found_in(self, table: LocatedTable) -> Iterable[tuple[InputCell, Cell | None]]:
        """The input cells that a received table still has, wherever it stands now."""
        if table.sheet is not None and self.stands_in_place(table):
            return zip(self.blanks, map(table.sheet.cells.get, self.addresses), strict=True)
        return _found_elsewhere(table, self.blanks)


_input_tables: dict[str, tuple[InputTable, InputTable]] = {}
_template_inputs: dict[str, tuple[InputCell, ...]] = {}
"""Both by the fingerprints of their plans."""


def input_tables(plan: Plan) -> tuple[InputTable, InputTable]:
    """Stamdata and Afrapportering, as the plan's template has them."""
    if plan.fingerprint not in _input_tables:
        _input_tables[plan.fingerprint] = _tables_of(Layout(plan))
    return _input_tables[plan.fingerprint]


def template_inputs(plan: Plan) -> tuple[InputCell, ...]:
    """All input cells of the plan's template, blank: in the order of `settle_inputs`."""
    if plan.fingerprint not in _template_inputs:
        tables = input_tables(plan)
        _template_inputs[plan.fingerprint] = tuple(cell for each in tables for cell in each.blanks)
    return _template_inputs[plan.fingerprint]


def _tables_of(layout: Layout) -> tuple[InputTable, InputTable]:
    master, report, criteria = layout.master, layout.report, layout.plan.criteria
    fields = tuple(
        InputCell(Place(str(master.sheet), layout.field_cell(name)), name, FIELD_TYPES[name], None)
        for name in INPUT_FIELDS
    )
    cells = tuple(
        InputCell(
            Place(str(report.sheet), layout.report_cell(criterion.key, column), criterion.key),
            column,
            value_type,
            None,
        )
        for criterion, types in inputs_by_key(layout.plan)
        for column, value_type in types.items()
    )
    keys = [criterion.key for criterion in criteria]
    return _input_table(master, list(Field), fields), _input_table(report, keys, cells)


def _input_table(
    layout: TableLayout, keys: Sequence[str], blanks: tuple[InputCell, ...]
) -> InputTable:
    columns = {name: number for number, name in enumerate(layout.columns, start=1)}
    rows = {key: row for row, key in enumerate(keys, start=layout.first_row)}
    addresses = tuple(blank.place.cell or "" for blank in blanks)
    types = {address: blank.type for address, blank in zip(addresses, blanks, strict=True)}
    return InputTable(layout, columns, rows, blanks, addresses, types)


def types_by_sheet(
    received: Received, inputs: Sequence[InputCell]
) -> Mapping[str, Mapping[str, ValueType]]:
    """The types of a report's input cells by sheet and address."""
    tables = input_tables(received.plan)
    if all(each.stands_in_place(received.tables[each.layout.name]) for each in tables):
        return {table.layout.sheet: table.types for table in tables}
    types: dict[str, dict[str, ValueType]] = {}
    for cell in inputs:
        place = cell.place
        if place.sheet is not None and place.cell is not None:
            types.setdefault(place.sheet, {})[place.cell] = cell.type
    return types


def _found_elsewhere(
    table: LocatedTable, blanks: Sequence[InputCell]
) -> Iterator[tuple[InputCell, Cell | None]]:
    column = table.layout.columns[1]
    for blank in blanks:
        key, name = blank.place.key, blank.name
        cell = table.cell(name, column) if key is None else table.cell(key, name)
        if cell is not None and table.sheet is not None:
            yield blank._replace(place=Place(table.sheet.name, cell.address, key)), cell
