"""Calls of the add-in's VBA module, written as a VBScript that runs its very text."""

import ast
from collections.abc import Sequence
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
    assert isinstance(value, str)
    quoted = ascii(value).replace('"', '""')
    return f'"{value}"' if quoted == f"'{value}'" else f'Text("{quoted}")'
