"""Calls of the add-in's VBA module, written as a VBScript that runs its very text."""

import ast
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from tests.hosts.wine import Wine
from tests.xl_addin.golden import ExcelError
from xl_addin.arguments import ERROR_NUMBERS
from xl_addin.udfs import FUNCTIONS
from xl_addin.vba import SHARED, Python, modules

CLIENT: Final = Path(__file__).with_name("client.vbs")
LAST_LINE: Final = "all shown"
ERROR_VALUE: Final = -2147352572
"""How Python sees an error value (VT_ERROR) that it gave away itself."""
WRAPPER: Final = (
    "Server.Eval(\"[text := __import__('io').StringIO(), __import__('xlwings.udfs').udfs"
    ".generate_vba_wrapper('xl_addin.udfs', __import__('xl_addin.udfs').udfs, text,"
    " __import__('types').SimpleNamespace(Name='plan.xlam')), text.getvalue()][-1]\")"
)
"""The text of the VBA module that xlwings writes at *Import Functions*."""
LEFT_OUT: Final = "Server.Var(Server.Eval(\"__import__('pythoncom').ArgNotFound\"))"
_EPOCH: Final = datetime(1899, 12, 30)
_ARGUMENTS: Final = {function.name: len(function.arguments) for function in FUNCTIONS}


def module_text() -> str:
    """The module as the add-in has it, less the two things that VBScript does not know."""
    text = modules(Python("python.exe", ".", "0"))[SHARED].replace("\r\n", "\n")
    attribute, _, code = text.partition("\n")
    assert attribute.startswith("Attribute")
    return code.replace("Optional ", "")


def run(wine: Wine, statements: Sequence[str]) -> list[object]:
    """What the statements show, one value for each `Show`; errors as `CVErr:2015`."""
    script = "\n".join([module_text(), CLIENT.read_text("ascii"), *statements])
    lines = wine.run_script(f'{script}\nWScript.Echo "{LAST_LINE}"\n')
    assert lines[-1:] == [LAST_LINE], f"the script broke off after {lines[-3:]}"
    return [ast.literal_eval(line) for line in lines[:-1]]


def call(function: str, arguments: Sequence[object]) -> str:
    """The call as an expression; arguments left out are the client's `Missing`."""
    left_out = ["Missing"] * (_ARGUMENTS[function] - len(arguments))
    return f"{function}({', '.join([*map(expression, arguments), *left_out])})"


def imported(function: str, arguments: Sequence[object], added: str) -> str:
    """The call as the wrapper makes it that xlwings writes; None is an argument left out."""
    given = [
        LEFT_OUT
        if each is None
        else f"{expression(each)}.Value2"
        if isinstance(each, tuple)
        else expression(each)
        for each in arguments
    ]
    passed = ", ".join([*given, added])
    return f'Server.CallUDF("xl_addin.udfs", "{function}", Array({passed}), Nothing, Nothing)'


def expression(value: object) -> str:
    """A cell or a range as Range.Value2 gives it."""
    if isinstance(value, tuple):
        if len(value) == len(value[0]) == 1:
            return expression(value[0][0])
        cells = ", ".join(expression(cell) for row in value for cell in row)
        return f"Cells({len(value[0])}, Array({cells}))"
    if value is None:
        return "Empty"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return f"CDbl({float(value)!r})"
    if isinstance(value, datetime):
        since = value - _EPOCH
        return expression(since.days + since.seconds / 86400)
    if isinstance(value, date):
        return expression(datetime(value.year, value.month, value.day))
    if isinstance(value, ExcelError):
        return f"ExcelError({ERROR_NUMBERS[value.code]})"
    quoted = ascii(value).replace('"', '""')
    return f'"{value}"' if quoted == f"'{value}'" else f'Text("{quoted}")'


def workbook(table: str, columns: Mapping[str, Sequence[object]]) -> str:
    """A workbook with a table, as an object that stands in for Excel's."""
    made = [
        f"n(Name={name!a}, DataBodyRange=n(Value2={tuple((cell,) for cell in cells)!a}))"
        for name, cells in columns.items()
    ]
    tables = f"[n(Name={table!a}, ListColumns=[{', '.join(made)}])]"
    sheets = f"[n(ListObjects=[]), n(ListObjects={tables})]"
    new = "lambda n=__import__('types').SimpleNamespace"
    return f'Server.Eval("({new}: n(Worksheets={sheets}))()")'
