"""Writing the LibreOffice Calc extension: an unpacked folder `rp.oxt/`, no SDK needed.

It is loaded with `soffice -env:BUNDLED_EXTENSIONS=file:///DIR`, LibreOffice 25.2 or later. The
type library is plain IDL, which LibreOffice reads since version 4; CompatibilityName makes a bare
`RP_SCORE(…)` in an xlsx bind to the add-in, and be written back bare.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import resultatplan
import texts
import xl_addin
from texts import functions as say
from texts.language import Text
from xl_addin.metadata import FUNCTIONS
from xl_addin.registry import Argument, Function

EXTENSION: Final = "rp.oxt"
MODULE: Final = "dk.resultatplan.calc"
SERVICE: Final = f"{MODULE}.Functions"
IMPLEMENTATION: Final = f"{MODULE}.FunctionsImplementation"
ADD_IN_SERVICE: Final = "com.sun.star.sheet.AddIn"

_CELL: Final = "com::sun::star::table::XCellRange"
_DOCUMENT: Final = "com::sun::star::beans::XPropertySet"
_COPIED = {
    resultatplan: (
        "__init__",
        "combinations",
        "criteria",
        "criterion_reasons",
        "exact",
        "goal_reasons",
        "rules",
        "scales",
        "scoring",
    ),
    texts: ("__init__", "explanations", "functions", "language", "notation"),
    xl_addin: (
        "__init__",
        "arguments",
        "goal_readings",
        "goal_table",
        "libreoffice",
        "metadata",
        "readings",
        "registry",
        "udfs",
    ),
}
"""The modules that the functions consist of; all of them need the standard library alone."""


def write_extension(directory: Path) -> Path:
    """Write `rp.oxt/` into `directory`, in place of an earlier one; its path.

    Raises `OSError` where the folder cannot be written.
    """
    extension = directory / EXTENSION
    if extension.exists():
        shutil.rmtree(extension)
    (extension / "META-INF").mkdir(parents=True)
    (extension / "META-INF" / "manifest.xml").write_text(_manifest(), encoding="utf-8")
    (extension / "XRP.idl").write_text(type_library(), encoding="utf-8")
    (extension / "CalcAddIns.xcu").write_text(configuration(), encoding="utf-8")
    (extension / "description.xml").write_text(_description(), encoding="utf-8")
    _copy_modules(extension)
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
    methods = "".join(f"    {_signature(function)};\n" for function in FUNCTIONS)
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


def _signature(function: Function) -> str:
    # The document itself is filled in by Calc and hidden from the user.
    caller = [f"[in] {_DOCUMENT} document"]
    arguments = [
        f"[in] {_CELL if argument.role == 'reported' else 'any'} {argument.name}"
        for argument in function.arguments
    ]
    listed = ", ".join(caller + arguments if function.reads_workbook else arguments)
    return f"any {method_name(function)}({listed})"


def _function_node(function: Function) -> str:
    arguments = "".join(_argument_node(argument) for argument in function.arguments)
    return (
        f'<node oor:name="{method_name(function)}" oor:op="replace">'
        f"{_property('DisplayName', Text(function.name, function.name))}"
        f"{_property('Description', function.help)}"
        '<prop oor:name="Category"><value>Add-In</value></prop>'
        '<prop oor:name="CompatibilityName">'
        f'<value xml:lang="en-US">{function.name}</value></prop>'
        f'<node oor:name="Parameters">{arguments}</node></node>\n'
    )


def _argument_node(argument: Argument) -> str:
    return (
        f'<node oor:name="{argument.name}" oor:op="replace">'
        f"{_property('DisplayName', Text(argument.name, argument.name))}"
        f"{_property('Description', argument.help)}</node>"
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
        ("calc_component.py", "application/vnd.sun.star.uno-component;type=Python"),
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


def _copy_modules(extension: Path) -> None:
    own = Path(__file__).parent
    shutil.copyfile(own / "calc_component.py", extension / "calc_component.py")
    for package, modules in _COPIED.items():
        source = Path(str(package.__file__)).parent
        target = extension / "pythonpath" / source.name
        target.mkdir(parents=True)
        for module in modules:
            shutil.copyfile(source / f"{module}.py", target / f"{module}.py")
