"""A function as Excel calls it through the wrapper that xlwings writes at *Import Functions*.

Windows only, with pywin32. The wrapper passes one argument more than the user gives, and by that
such a call is known: the workbook in which the calling cell stands, which only VBA knows. Other
than our own VBA module, the wrapper puts what it gets into the cell as it is.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, ParamSpec, cast

import pythoncom  # type: ignore[import-untyped]
import xlwings

from xl_addin.arguments import ERROR_NUMBERS
from xl_addin.registry import FULFILMENT, GOAL_TABLE, WEIGHT, Answer, Function

if TYPE_CHECKING:
    from win32com.client import CDispatch  # type: ignore[import-untyped]

P = ParamSpec("P")

ERROR: Final = pythoncom.ArgNotFound
"""The one error value that pywin32 can give to Excel, which shows it as `#VALUE!`."""
_ADDED: Final = "projektmappe"
_WORKBOOK: Final = "Application.Caller.Worksheet.Parent"
_NO_WORKBOOK: Final = "True"


def in_excel(function: Callable[P, Answer], described: Function) -> Callable[P, Answer]:
    """The function with the argument that the wrapper adds: then an error is one for IFERROR too.

    One that totals reads the goals of the workbook it stands in where it is given nothing else.
    """
    count = len(described.arguments)

    @functools.wraps(function)
    def called(*given: object) -> Answer:
        arguments, workbook = given[:count], given[count:]
        if workbook and described.totals and all(each is None for each in arguments):
            arguments = goal_columns(cast("CDispatch", workbook[0]), described.totals)
        answer = cast(Callable[..., Answer], function)(*arguments)
        return cast(Answer, ERROR) if workbook and answer in ERROR_NUMBERS else answer

    signature = inspect.signature(function)
    added = inspect.Parameter(_ADDED, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None)
    parameters = [*signature.parameters.values(), added]
    called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {}
    filled = _WORKBOOK if described.reads_workbook else _NO_WORKBOOK
    return cast(Callable[P, Answer], xlwings.arg(_ADDED, "raw", vba=filled)(called))


def goal_columns(workbook: CDispatch, wanted: str) -> tuple[object, ...]:
    """The column `wanted`, or else Opfyldelse, and Vægt; nothing where there is no table."""
    for sheet in workbook.Worksheets:
        for table in sheet.ListObjects:
            if table.Name == GOAL_TABLE:
                columns = {column.Name: column.DataBodyRange for column in table.ListColumns}
                totalled = columns.get(wanted, columns[FULFILMENT])
                return totalled.Value2, columns[WEIGHT].Value2
    return ()
