"""The UNO component that LibreOffice Calc loads: its methods are the RP_ functions.

This module runs in LibreOffice's Python alone; `libreoffice` copies it into the extension, beside
the type library that it declares there. Calc passes dates and booleans as numbers and ranges as
tuples of tuples; an error is answered as a NaN that carries Calc's own number for it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

import unohelper  # type: ignore[import-not-found]
from com.sun.star.lang import XServiceInfo, XServiceName  # type: ignore[import-not-found]
from dk.resultatplan.calc import XRP  # type: ignore[import-not-found]

from xl_addin import udfs
from xl_addin.arguments import ERROR_NUMBERS, NOT_AVAILABLE, VALUE
from xl_addin.libreoffice import ADD_IN_SERVICE, IMPLEMENTATION, SERVICE, method_name
from xl_addin.registry import FULFILMENT, GOAL_SHEET, GOAL_TABLE, WEIGHT, Answer, Function

if TYPE_CHECKING:
    from com.sun.star.sheet import XSpreadsheetDocument  # type: ignore[import-not-found]
    from com.sun.star.table import XCellRange  # type: ignore[import-not-found]

_CALC_ERRORS = {
    "#NULL!": 521,
    "#DIV/0!": 532,
    "#VALUE!": 519,
    "#REF!": 524,
    "#NAME?": 525,
    "#NUM!": 503,
    NOT_AVAILABLE: 32767,
}
_EXCEL_ERRORS = {number: text for text, number in _CALC_ERRORS.items()}
_QUIET_NAN = 0x7FF8000000000000


class RPFunctions(unohelper.Base, XRP, XServiceInfo, XServiceName):  # type: ignore[misc]
    """The add-in's one object: a method for each function, added below."""

    def __init__(self, context: object) -> None:
        self.context = context

    def getServiceName(self) -> str:  # noqa: N802
        """The service by which CalcAddIns.xcu names the add-in."""
        return SERVICE

    def getImplementationName(self) -> str:  # noqa: N802
        """The implementation's name."""
        return IMPLEMENTATION

    def supportsService(self, name: str) -> bool:  # noqa: N802
        """Whether the add-in provides a service."""
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        """The services: its own, and Calc's for add-ins."""
        return (SERVICE, ADD_IN_SERVICE)


def _method(function: Function) -> Callable[..., object]:
    call: Callable[..., Answer] = getattr(udfs, function.name)
    readers = [_READERS[argument.role] for argument in function.arguments]

    def read(arguments: tuple[object, ...]) -> list[object]:
        return [reader(value) for reader, value in zip(readers, arguments, strict=False)]

    def with_arguments(_self: RPFunctions, *arguments: object) -> object:
        return _to_calc(call(*read(arguments)))

    def of_workbook(
        _self: RPFunctions, document: XSpreadsheetDocument, *arguments: object
    ) -> object:
        given = read(arguments)
        if all(argument in (None, "") for argument in given):
            given = list(_goal_columns(document, function.totals or FULFILMENT))
        return _to_calc(call(*given))

    return of_workbook if function.reads_workbook else with_arguments


def _written(value: object) -> object:
    # A word or a yes/no. Calc passes a reference to a blank cell as 0, which is neither.
    return None if value == 0 else value


def _reported(area: XCellRange) -> object:
    address = area.RangeAddress
    columns = address.EndColumn - address.StartColumn + 1
    if columns > 1 or address.EndRow > address.StartRow:
        return [[None] * columns] * (address.EndRow - address.StartRow + 1)
    cell = area.getCellByPosition(0, 0)
    if cell.getError():
        return _EXCEL_ERRORS.get(cell.getError(), VALUE)
    # Not cell.String: while Calc computes, that is "..." for a formula.
    return area.getDataArray()[0][0]


_READERS: dict[str, Callable[..., object]] = {
    "cell": _written,
    "reported": _reported,
    "computed": lambda value: value,
    "range": lambda value: value,
}
for _function in udfs.FUNCTIONS:
    setattr(RPFunctions, method_name(_function), _method(_function))


def _to_calc(answer: Answer) -> object:
    if isinstance(answer, str) and answer in ERROR_NUMBERS:
        number = _CALC_ERRORS.get(answer, _CALC_ERRORS[VALUE])
        error: float = struct.unpack("<d", struct.pack("<Q", _QUIET_NAN | number))[0]
        return error
    return answer if isinstance(answer, str) else float(answer)


def _goal_columns(document: XSpreadsheetDocument, wanted: str) -> tuple[object, ...]:
    """The column `wanted`, or else Opfyldelse, and Vægt; nothing where there is no table."""
    if document.DatabaseRanges.hasByName(GOAL_TABLE):
        area = document.DatabaseRanges.getByName(GOAL_TABLE).DataArea
        sheet = document.Sheets.getByIndex(area.Sheet)
    elif document.Sheets.hasByName(GOAL_SHEET):
        sheet = document.Sheets.getByName(GOAL_SHEET)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = cursor.RangeAddress
        area.StartColumn = area.StartRow = 0
    else:
        return ()
    corners = (area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    return _columns_below_header(sheet.getCellRangeByPosition(*corners).getDataArray(), wanted)


def _columns_below_header(rows: tuple[tuple[object, ...], ...], wanted: str) -> tuple[object, ...]:
    for index, row in enumerate(rows):
        if FULFILMENT in row and WEIGHT in row:
            column = wanted if wanted in row else FULFILMENT
            found = (row.index(column), row.index(WEIGHT))
            return tuple([[below[at]] for below in rows[index + 1 :]] for at in found)
    return ()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816
g_ImplementationHelper.addImplementation(RPFunctions, IMPLEMENTATION, (SERVICE, ADD_IN_SERVICE))
