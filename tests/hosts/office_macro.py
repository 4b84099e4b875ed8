"""The tests' hand inside LibreOffice: a macro that opens, fills in, reads and saves workbooks.

`libreoffice.py` copies this file into the profile of the LibreOffice it starts, and has it run
there by that LibreOffice's own Python: the tests' Python need not know `uno`, and a thousand cells
take 0.1 s, where calls from another process take 2 s. It connects back to the socket named in
`RP_OFFICE_SOCKET` and answers requests, one JSON object a line, until the other end closes.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import socket
import threading
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

Uno: TypeAlias = Any
"""An object of LibreOffice's: made of interfaces asked for at run time, there are no types."""

uno: Uno = importlib.import_module("uno")
Scalar = float | str | bool | None | dict[str, str]

NEVER: Final = 0
"""For MacroExecutionMode and UpdateDocMode: neither macros nor links of a workbook are run."""
PERCENT: Final = 128
LOGICAL: Final = 1024
"""Kinds of number format (com.sun.star.util.NumberFormat)."""
TEXT_RESULT: Final = 2
"""A formula's result is text (com.sun.star.sheet.FormulaResult)."""
ERROR_NAMES: Final = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}
"""The errors that Excel has too; the others are `Err:502` and the like."""
NUMBER_WITHOUT_SIGN: Final = re.compile(r"-?\d[\d.]*(,\d*)?")


class LockedError(Exception):
    """Cells that nobody at the keyboard could write into."""


class Desk:
    """The workbooks that are open, by number, and what can be done with them."""

    def __init__(self) -> None:
        context = uno.getComponentContext()
        factory = context.ServiceManager
        self.desktop = factory.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.open_documents: dict[int, Uno] = {}
        self.opened = 0

    def open(self, url: str) -> int:
        document = self.load(url)
        if document is None or not hasattr(document, "Sheets"):
            raise ValueError(f"LibreOffice does not open {url} as a workbook")
        self.opened += 1
        self.open_documents[self.opened] = document
        return self.opened

    def load(self, url: str) -> Uno:
        arguments = properties(Hidden=True, MacroExecutionMode=NEVER, UpdateDocMode=NEVER)
        return self.desktop.loadComponentFromURL(url, "_blank", 0, arguments)

    def close(self, document: int) -> None:
        self.open_documents.pop(document).close(True)

    def type_into(self, document: int, sheet: str, entries: dict[str, str]) -> None:
        cells = self.writable(document, sheet, entries)
        formats = self.open_documents[document].NumberFormats
        for address, cell in cells.items():
            cell.FormulaLocal = as_typed(entries[address], number_format(formats, cell))

    def write_text(self, document: int, sheet: str, entries: dict[str, str]) -> None:
        for address, cell in self.writable(document, sheet, entries).items():
            cell.String = entries[address]

    def writable(self, document: int, sheet: str, addresses: Mapping[str, str]) -> dict[str, Uno]:
        found = self.sheet(document, sheet)
        cells = {address: found.getCellRangeByName(address) for address in addresses}
        locked = [address for address, cell in cells.items() if is_locked(found, cell)]
        if locked:
            raise LockedError(f"locked: {sheet}!{', '.join(locked)}")
        return cells

    def values(self, document: int, sheet: str, area: str) -> list[list[Scalar]]:
        cells = self.sheet(document, sheet).getCellRangeByName(area)
        formats = self.open_documents[document].NumberFormats
        return [
            [
                value(cells.getCellByPosition(column, row), formats)
                for column in range(cells.Columns.Count)
            ]
            for row in range(cells.Rows.Count)
        ]

    def shown(self, document: int, sheet: str, address: str) -> str:
        return str(self.sheet(document, sheet).getCellRangeByName(address).String)

    def locked_cells(self, document: int, sheet: str, addresses: list[str]) -> list[str]:
        found = self.sheet(document, sheet)
        return [each for each in addresses if is_locked(found, found.getCellRangeByName(each))]

    def protect(self, document: int, sheet: str) -> None:
        self.sheet(document, sheet).protect("")

    def unprotect(self, document: int, sheet: str) -> None:
        self.sheet(document, sheet).unprotect("")

    def recalculate(self, document: int) -> None:
        self.open_documents[document].calculateAll()

    def invalid_cells(self, document: int, sheet: str) -> list[str]:
        found = self.sheet(document, sheet)
        shapes = found.DrawPage
        before = shapes.Count
        found.showInvalid()
        marks = [shapes.getByIndex(index) for index in range(before, shapes.Count)]
        addresses = [str(mark.Anchor.AbsoluteName) for mark in marks]
        found.clearArrows()
        return [address.rpartition(".")[2].replace("$", "") for address in addresses]

    def save(self, document: int, url: str, format_name: str) -> None:
        self.open_documents[document].storeToURL(url, properties(FilterName=format_name))

    def sheet(self, document: int, name: str) -> Uno:
        sheets = self.open_documents[document].Sheets
        if not sheets.hasByName(name):
            raise ValueError(f"no sheet {name!r} among {', '.join(sheets.ElementNames)}")
        return sheets.getByName(name)


def properties(**named: bool | int | str) -> tuple[Uno, ...]:
    made = []
    for name, setting in named.items():
        made.append(uno.createUnoStruct("com.sun.star.beans.PropertyValue"))
        made[-1].Name, made[-1].Value = name, setting
    return tuple(made)


def is_locked(sheet: Uno, cell: Uno) -> bool:
    return bool(sheet.isProtected() and cell.CellProtection.IsLocked)


def number_format(formats: Uno, cell: Uno) -> int:
    return int(formats.getByKey(cell.NumberFormat).Type)


def as_typed(text: str, kind: int) -> str:
    """What stands in the input line: in a percent cell the keyboard adds the sign to a number."""
    if kind & PERCENT and NUMBER_WITHOUT_SIGN.fullmatch(text):
        return f"{text}%"
    return text


def value(cell: Uno, formats: Uno) -> Scalar:
    kind = cell.Type.value
    if kind == "EMPTY":
        return None
    if kind == "TEXT":
        return str(cell.String)
    error = cell.getError()
    if error:
        return {"error": ERROR_NAMES.get(error, f"Err:{error}")}
    if kind == "FORMULA" and cell.FormulaResultType2 == TEXT_RESULT:
        return str(cell.String)
    if number_format(formats, cell) & LOGICAL:
        return bool(cell.Value)
    return float(cell.Value)


def answer(desk: Desk, request: str) -> dict[str, object]:
    asked = json.loads(request)
    action: Callable[..., object] = getattr(desk, asked.pop("do"))
    try:
        return {"answer": action(**asked)}
    except LockedError as locked:
        return {"locked": str(locked)}
    except (ValueError, LookupError, uno.getClass("com.sun.star.uno.Exception")) as failure:
        return {"failed": f"{type(failure).__name__}: {failure}"}


def attend(desk: Desk, blank: Uno) -> None:
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(os.environ["RP_OFFICE_SOCKET"])
            with connection.makefile("rw", encoding="utf-8") as lines:
                while request := lines.readline():
                    lines.write(json.dumps(answer(desk, request)) + "\n")
                    lines.flush()
    finally:  # whoever asked has gone, perhaps killed: leave no LibreOffice behind
        for document in (*desk.open_documents.values(), blank):
            document.close(True)
        desk.desktop.terminate()


def serve(*_: Uno) -> None:
    """Answer requests from now on, in a thread: what LibreOffice runs when it has started."""
    desk = Desk()
    blank = desk.load("private:factory/scalc")  # without an open document LibreOffice would end
    threading.Thread(target=attend, args=(desk, blank)).start()


g_exportedScripts = (serve,)  # noqa: N816 - the name LibreOffice looks for
