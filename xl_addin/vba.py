"""Generating the add-in's VBA from the functions' metadata.

The text is ASCII: characters beyond it are written as ChrW(…), so that it survives a .bas file in
whatever code page, and VBScript, which runs the module `Resultatplan` in the tests. The parts
that do not depend on the functions are in `vba_source/`, with `{{name}}` where something goes in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

import resultatplan
from texts import addin, functions
from texts.language import Text
from xl_addin.arguments import ERROR_NUMBERS
from xl_addin.registry import FULFILMENT, GOAL_TABLE, HIDDEN_SHEET, WEIGHT, Function
from xl_addin.udfs import FUNCTIONS

SERVER_MODULE: Final = "xl_addin.com_server"
SHARED, EXCEL, CHECK, INBOX, WORKBOOK = (
    "Resultatplan",
    "ResultatplanExcel",
    "ResultatplanKontrol",
    "ResultatplanIndbakke",
    "ThisWorkbook",
)
"""The modules; `SHARED` is the one that VBScript can run too, `INBOX` the department's alone."""

_SOURCE = Path(__file__).parent / "vba_source"
_FIELD = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Python:
    """The Python that the add-in starts: Windows paths and the version of xlwings in it."""

    executable: str
    dll_folder: str
    xlwings: str


def modules(python: Python, *, department: bool = False) -> Mapping[str, str]:
    """The text of each module, by name, with lines that end as Windows ends them."""
    fields = _fields(python)
    names = (SHARED, EXCEL, CHECK, *([INBOX] if department else []), WORKBOOK)
    return {name: _filled(f"{name}.bas", fields).replace("\n", "\r\n") for name in names}


def literal(text: str) -> str:
    """A string expression in VBA and VBScript: `"h" & ChrW(248) & "jst"`."""
    pieces = []
    for plain, characters in groupby(text, key=lambda character: " " <= character <= "~"):
        if plain:
            pieces.append('"' + "".join(characters).replace('"', '""') + '"')
        else:
            pieces.extend(f"ChrW({ord(character)})" for character in characters)
    return " & ".join(pieces) or '""'


def ribbon(*, department: bool = False) -> str:
    """customUI14.xml: the tab Resultatplan, with the department's own group where asked for."""
    words = {name: text.da for name, text in vars(addin).items() if isinstance(text, Text)}
    group = _filled("departmentGroup.xml", words) if department else ""
    return _filled("customUI14.xml", words | {"tab": functions.CATEGORY, "department": group})


def _filled(file: str, fields: Mapping[str, str]) -> str:
    text = (_SOURCE / file).read_text(encoding="utf-8")
    return _FIELD.sub(lambda match: fields[match[1]], text)


def _fields(python: Python) -> Mapping[str, str]:
    texts = {name: literal(text.da) for name, text in vars(addin).items() if isinstance(text, Text)}
    return texts | {
        "functions": "\n".join(_wrapper(function) for function in FUNCTIONS),
        "registrations": "\n".join(_registration(function) for function in FUNCTIONS),
        "error_numbers": _cases(
            {f'"{text}"': str(code) for text, code in ERROR_NUMBERS.items()}, "RPErrorNumber"
        ),
        "error_texts": _cases(
            {str(code): f'"{text}"' for text, code in ERROR_NUMBERS.items()}, "RPErrorText"
        ),
        "NO_WORKBOOK": literal(functions.NO_WORKBOOK.da),
        "category": literal(functions.CATEGORY),
        "module": "xl_addin.udfs",
        "buttons": "xl_addin.buttons",
        "server": SERVER_MODULE,
        "table": GOAL_TABLE,
        "fulfilment": literal(FULFILMENT),
        "weight": literal(WEIGHT),
        "totalled": "\n".join(
            f'        Case "{function.name}": wanted = {literal(function.totals)}'
            for function in FUNCTIONS
            if function.totals is not None
        ),
        "hidden_sheet": HIDDEN_SHEET,
        "version": resultatplan.__version__,
        "python": literal(python.executable),
        "dll_folder": literal(python.dll_folder),
        "xlwings": python.xlwings,
    }


def _wrapper(function: Function) -> str:
    parameters = ", ".join(
        f"Optional {argument.name}" if argument.optional else argument.name
        for argument in function.arguments
    )
    names = ", ".join(argument.name for argument in function.arguments)
    lines = [f"Public Function {function.name}({parameters})"]
    if function.reads_workbook:
        nothing = " And ".join(f"IsMissing({argument.name})" for argument in function.arguments)
        lines.append(f"    If {nothing} Then Application.Volatile")
    call = "RPTotal" if function.reads_workbook else "RPAnswer"
    lines.append(f'    {function.name} = {call}("{function.name}", Array({names}))')
    lines.append("End Function\n")
    return "\n".join(lines)


def _registration(function: Function) -> str:
    helps = ", _\n        ".join(literal(each.help.da) for each in function.arguments)
    described = literal(function.help.da)
    return f'    RPDescribe "{function.name}", {described}, Array( _\n        {helps})'


def _cases(values: Mapping[str, str], name: str) -> str:
    return "\n".join(f"        Case {case}: {name} = {value}" for case, value in values.items())
