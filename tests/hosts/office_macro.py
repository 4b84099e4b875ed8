"""The tests' hand inside LibreOffice: a macro that opens, fills in, reads and saves workbooks.

`libreoffice.py` copies this file into the profile of the LibreOffice it starts, and has it run
there by that LibreOffice's own Python: the tests' Python need not know `uno`, and a thousand cells
take 0.1 s, where calls from another process take 2 s. It connects back to the socket named in
`RP_OFFICE_SOCKET` and answers requests, one JSON object a line, until the other end closes.
"""

import importlib
import json
import os
import re
import socket
import threading

uno = importlib.import_module("uno")

XLSX = "Calc MS Excel 2007 XML"
NEVER = 0
"""For MacroExecutionMode and UpdateDocMode: neither macros nor links of a workbook are run."""
PERCENT = 128
LOGICAL = 1024
"""Kinds of number format (com.sun.star.util.NumberFormat)."""
TEXT_RESULT = 2
"""A formula's result is text (com.sun.star.sheet.FormulaResult)."""
ERROR_NAMES = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}
"""The errors that Excel has too; the others are `Err:502` and the like."""
NUMBER_WITHOUT_SIGN = re.compile(r"-?\d[\d.]*(,\d*)?")

documents = {}
"""The workbooks that are open, by number."""


class LockedError(Exception):
    """Cells that nobody at the keyboard could write into."""


# --- What can be asked: of no document, of one, or of one of its sheets.


def open_workbook(url):
    document = load(url)
    if document is None or not hasattr(document, "Sheets"):
        raise ValueError(f"LibreOffice does not open {url} as a workbook")
    number = len(documents)
    documents[number] = document
    return number


def close(document):
    document.close(True)


def recalculate(document):
    document.calculateAll()


def save(document, url):
    document.storeToURL(url, properties(FilterName=XLSX))


def type_into(document, sheet, entries):
    for address, cell in writable(sheet, entries).items():
        text = entries[address]
        # What stands in the input line: in a percent cell the keyboard adds the sign to a number.
        is_percent = number_format(document, cell) & PERCENT
        sign = "%" if is_percent and NUMBER_WITHOUT_SIGN.fullmatch(text) else ""
        cell.FormulaLocal = text + sign


def write_text(document, sheet, entries):
    for address, cell in writable(sheet, entries).items():
        cell.String = entries[address]


def values(document, sheet, area):
    cells = sheet.getCellRangeByName(area)
    columns, rows = range(cells.Columns.Count), range(cells.Rows.Count)
    return [
        [value(document, cells.getCellByPosition(each, row)) for each in columns] for row in rows
    ]


def shown(document, sheet, address):
    return str(sheet.getCellRangeByName(address).String)


def locked_cells(document, sheet, addresses):
    return [each for each in addresses if is_locked(sheet, sheet.getCellRangeByName(each))]


def protect(document, sheet):
    sheet.protect("")


def unprotect(document, sheet):
    sheet.unprotect("")


def invalid_cells(document, sheet):
    shapes = sheet.DrawPage
    before = shapes.Count
    sheet.showInvalid()
    marks = [shapes.getByIndex(index) for index in range(before, shapes.Count)]
    addresses = [str(mark.Anchor.AbsoluteName) for mark in marks]
    sheet.clearArrows()
    return [address.rpartition(".")[2].replace("$", "") for address in addresses]


# --- How it is done.


def load(url):
    desktop = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.frame.Desktop")
    arguments = properties(Hidden=True, MacroExecutionMode=NEVER, UpdateDocMode=NEVER)
    return desktop.loadComponentFromURL(url, "_blank", 0, arguments)


def properties(**named):
    made = []
    for name, setting in named.items():
        made.append(uno.createUnoStruct("com.sun.star.beans.PropertyValue"))
        made[-1].Name, made[-1].Value = name, setting
    return tuple(made)


def writable(sheet, addresses):
    cells = {address: sheet.getCellRangeByName(address) for address in addresses}
    locked = [address for address, cell in cells.items() if is_locked(sheet, cell)]
    if locked:
        raise LockedError(f"locked: {sheet.Name}!{', '.join(locked)}")
    return cells


def is_locked(sheet, cell):
    return bool(sheet.isProtected() and cell.CellProtection.IsLocked)


def number_format(document, cell):
    return int(document.NumberFormats.getByKey(cell.NumberFormat).Type)


def value(document, cell):
    kind, error = cell.Type.value, cell.getError()
    if kind == "EMPTY":
        return None
    if error:
        return {"error": ERROR_NAMES.get(error, f"Err:{error}")}
    if kind == "TEXT" or (kind == "FORMULA" and cell.FormulaResultType2 == TEXT_RESULT):
        return str(cell.String)
    is_logical = number_format(document, cell) & LOGICAL
    return bool(cell.Value) if is_logical else float(cell.Value)


def answer(request):
    asked = json.loads(request)
    action = globals()[asked.pop("do")]
    try:
        if "document" in asked:
            asked["document"] = documents[asked["document"]]
        if "sheet" in asked:
            asked["sheet"] = asked["document"].Sheets.getByName(asked["sheet"])
        return {"answer": action(**asked)}
    except LockedError as locked:
        return {"locked": str(locked)}
    except (ValueError, LookupError, uno.getClass("com.sun.star.uno.Exception")) as failure:
        return {"failed": f"{type(failure).__name__}: {failure}"}


def attend():
    """Answer until whoever asked has gone, perhaps killed: leave no LibreOffice behind then."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(os.environ["RP_OFFICE_SOCKET"])
            with connection.makefile("rw", encoding="utf-8") as lines:
                while request := lines.readline():
                    lines.write(json.dumps(answer(request)) + "\n")
                    lines.flush()
    finally:
        os._exit(0)


def serve(*_):
    """Answer requests from now on, in a thread: what LibreOffice runs when it has started."""
    load("private:factory/scalc")  # without an open document LibreOffice would end
    threading.Thread(target=attend).start()


g_exportedScripts = (serve,)  # noqa: N816 - the name LibreOffice looks for
