"""xlwings' own UDF machinery on Linux: `sys.platform` faked, pywin32 stubbed.

Run as a program of its own (`python -m tests.xl_addin.stubbed_windows`), since it turns the whole
process into a Windows without Excel. It prints as JSON what every golden case answers through
`XLPython.CallUDF`, and what `import_udfs` writes into a workbook. Not real here: COM and Ranges.
"""

from __future__ import annotations

import ctypes
import datetime
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock

STUBBED = (
    "pythoncom",
    "pywintypes",
    "win32api",
    "win32con",
    "win32event",
    "win32gui",
    "win32process",
    "win32timezone",
    "win32com",
    "win32com.client",
    "win32com.server",
    "win32com.server.dispatcher",
    "win32com.server.policy",
    "win32com.server.util",
)


class ComError(Exception):
    """Stands for pywintypes.com_error."""


class Stub(ModuleType):
    """A module that has whatever is asked of it."""

    def __getattr__(self, name: str) -> MagicMock:
        if name.startswith("__"):
            raise AttributeError(name)
        return MagicMock(name=f"{self.__name__}.{name}")


class Components:
    """A workbook's VBA components: keeps the text of the module that xlwings imports."""

    def __init__(self) -> None:
        self.imported = ""

    def __call__(self, _name: str) -> None:
        raise ComError("there is no such component yet")

    def Import(self, file: str) -> None:  # noqa: N802
        self.imported = Path(file).read_text(encoding="utf-8")


def stub_windows() -> None:
    """Make this process look like Windows with pywin32 to what is imported from now on."""
    import pandas  # noqa: F401  (before the platform is faked)

    for name in STUBBED:
        module = Stub(name)
        module.__file__ = f"{name}.dll"
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, module)
    vars(sys.modules["pywintypes"]).update(com_error=ComError, TimeType=datetime.datetime)
    unwrap = MagicMock(side_effect=ComError("a value, not an object of the server"))
    vars(sys.modules["win32com.server.util"]).update(unwrap=unwrap)
    for name in ("PyDLL", "oledll", "windll"):
        setattr(ctypes, name, MagicMock())
    sys.platform = "win32"


def as_com(argument: object) -> object:
    """An argument as pywin32 hands it over: errors as numbers, dates as datetime."""
    from tests.xl_addin.golden_cases import ExcelError
    from xl_addin.arguments import ERROR_NUMBERS

    if isinstance(argument, tuple):
        return tuple(tuple(as_com(cell) for cell in row) for row in argument)
    if isinstance(argument, ExcelError):
        return ERROR_NUMBERS[argument.code] - 2146828288
    if isinstance(argument, datetime.date) and not isinstance(argument, datetime.datetime):
        return datetime.datetime(argument.year, argument.month, argument.day)
    return argument


def main() -> None:
    stub_windows()
    import xlwings

    from tests.xl_addin.golden_cases import STUBBED as HOST
    from tests.xl_addin.golden_cases import runs_in

    com_server = sys.modules["xlwings.com_server"]
    server = com_server.XLPython()
    answers = {
        case.name: server.CallUDF(
            "xl_addin.udfs", case.function, tuple(map(as_com, case.arguments))
        )
        for case in runs_in(HOST)
    }
    components = Components()
    book = MagicMock()
    book.Name = "Book.xlsm"
    book.Application.Version = "16.0"
    book.VBProject.VBComponents = components
    components.Remove = MagicMock()  # type: ignore[attr-defined]
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123  (import_udfs prints)
        printed, sys.stdout = sys.stdout, nowhere
        vars(xlwings)["import_udfs"]("xl_addin.udfs", book)
        sys.stdout = printed
    options = [
        {"macro": call.args[0], **call.kwargs}
        for call in book.Application.MacroOptions.call_args_list
    ]
    print(json.dumps({"answers": answers, "vba": components.imported, "options": options}))


if __name__ == "__main__":
    main()
