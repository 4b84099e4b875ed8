"""Writing the LibreOffice Calc extension `rp.oxt`, no SDK needed, for LibreOffice 25.2 or later.

The type library is plain IDL, which LibreOffice reads since version 4; CompatibilityName makes a
bare `RP_SCORE(…)` in an xlsx bind to the add-in, and be written back bare.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import resultatplan
from texts import functions as say
from texts.language import Text
from xl_addin.registry import Function
from xl_addin.udfs import FUNCTIONS

EXTENSION: Final = "rp.oxt"
COMPONENT: Final = "calc_component.py"
MODULE: Final = "dk.resultatplan.calc"
SERVICE: Final = f"{MODULE}.Functions"
IMPLEMENTATION: Final = f"{MODULE}.FunctionsImplementation"
ADD_IN_SERVICE: Final = "com.sun.star.sheet.AddIn"

_CELL: Final = "com::sun::star::table::XCellRange"
_DOCUMENT: Final = "com::sun::star::beans::XPropertySet"
_PACKAGES: Final = ("resultatplan", "texts", "xl_addin")
"""What a function may use; of it only what needs the standard library alone is imported."""


def write_extension(directory: Path) -> Path:
    """Write `rp.oxt` into `directory`, in place of an earlier one; its path.

    Raises `OSError` where it cannot be written.
    """
    own = Path(__file__).parent
    parts = {
        "META-INF/manifest.xml": _manifest(),
        "XRP.idl": type_library(),
        "CalcAddIns.xcu": configuration(),
        "description.xml": _description(),
        COMPONENT: (own / COMPONENT).read_text(encoding="utf-8"),
    }
    for package in _PACKAGES:
        for file in sorted((own.parent / package).rglob("*.py")):
            name = file.relative_to(own.parent).as_posix()
            parts[f"pythonpath/{name}"] = file.read_text(encoding="utf-8")
    directory.mkdir(parents=True, exist_ok=True)
    extension = directory / EXTENSION
    with ZipFile(extension, "w", ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return extension


def method_name(function: Function) -> str:
    """The function's name in the type library: `rpMeasure` for RP_MEASURE."""
    prefix, _, name = function.name.partition("_")
    return prefix.lower() + name.title().replace("_", "")


def type_library() -> str:
    """The interface of the add-in, in IDL.

    `any` takes a cell, a range, what is written in the formula, or nothing; but a reference to a
    blank cell arrives as 0. What is reported is therefore taken as a reference, `XCellRange`.
    """
    methods = ""
    for function in FUNCTIONS:
        # The document itself is filled in by Calc and hidden from the user.
        taken = [f"[in] {_DOCUMENT} document"] if function.reads_workbook else []
        for argument in function.arguments:
            kind = _CELL if argument.role == "reported" else "any"
            taken.append(f"[in] {kind} {argument.name}")
        methods += f"    any {method_name(function)}({', '.join(taken)});\n"
    opening = "".join(f"module {part} {{ " for part in MODULE.split("."))
    closing = "};" * (MODULE.count(".") + 1)
    return f"{opening}\ninterface XRP {{\n{methods}}};\n{closing}\n"


def configuration() -> str:
    """CalcAddIns.xcu: names and help of each function and argument, in Danish and English."""
    functions = "".join(_function_node(function) for function in FUNCTIONS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' oor:name="CalcAddIns" oor:package="org.openoffice.Office">\n'
        f'<node oor:name="AddInInfo"><node oor:name="{SERVICE}" oor:op="replace">'
        f'<node oor:name="AddInFunctions">\n{functions}</node></node></node>\n'
        "</oor:component-data>\n"
    )


def _function_node(function: Function) -> str:
    arguments = "".join(
        f'<node oor:name="{argument.name}" oor:op="replace">'
        f"{_property('DisplayName', Text(argument.name, argument.name))}"
        f"{_property('Description', argument.help)}</node>"
        for argument in function.arguments
    )
    return (
        f'<node oor:name="{method_name(function)}" oor:op="replace">'
        f"{_property('DisplayName', Text(function.name, function.name))}"
        f"{_property('Description', function.help)}"
        '<prop oor:name="Category"><value>Add-In</value></prop>'
        '<prop oor:name="CompatibilityName">'
        f'<value xml:lang="en-US">{function.name}</value></prop>'
        f'<node oor:name="Parameters">{arguments}</node></node>\n'
    )


def _property(name: str, text: Text) -> str:
    values = "".join(
        f'<value xml:lang="{locale}">{escape(words)}</value>'
        for locale, words in (("en-US", text.en), ("da", text.da))
    )
    return f'<prop oor:name="{name}">{values}</prop>'


def _manifest() -> str:
    entries = (
        ("XRP.idl", "application/vnd.sun.star.uno-typelibrary;type=RDB"),
        (COMPONENT, "application/vnd.sun.star.uno-component;type=Python"),
        ("CalcAddIns.xcu", "application/vnd.sun.star.configuration-data"),
    )
    listed = "".join(
        f"<manifest:file-entry manifest:media-type={quoteattr(kind)}"
        f" manifest:full-path={quoteattr(path)}/>\n"
        for path, kind in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n'
        f"{listed}</manifest:manifest>\n"
    )


def _description() -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<description xmlns="http://openoffice.org/extensions/description/2006">\n'
        f'<identifier value="dk.resultatplan.calc"/>'
        f'<version value="{resultatplan.__version__}"/>'
        f'<display-name><name lang="da">{escape(say.CATEGORY)}</name></display-name>\n'
        "</description>\n"
    )
