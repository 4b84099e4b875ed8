"""What other programs leave of a good report: saved, converted, cleaned, with an add-in at work.

After public bug reports and what the programs were seen to write; the verdict is the one that an
official would want.
"""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape, unescape

from tests.acceptance.three_computations import function_call
from tests.hostile.activity import with_external_link
from tests.hostile.original import (
    COUNT,
    GOALS,
    MAIN,
    OFFICE,
    REPORT,
    WORKBOOK,
    changed,
    everywhere,
    in_sheets,
    original,
    text_of,
    with_inline_texts,
    with_parts,
    with_relation,
)
from tests.hostile.showing import with_format
from tests.hostile.variant import Kinds
from tests.validators.damage import (
    put,
    without_sheet,
)
from workbooks.form import SECURED_CELL, Sheet

kinds = Kinds("programs")

_FORMULA = re.compile(r"<f>([^<]*)</f>(?:<v ?/>|<v>([^<]*)</v>)?")
XLAM = "C:\\Users\\anja\\AppData\\Roaming\\Microsoft\\AddIns\\Resultatplan.xlam"
ACCOUNTS = '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-'
ACCOUNTS_IN_KRONER = '_-* #,##0\\ "kr."_-;\\-* #,##0\\ "kr."_-;_-* "-"\\ "kr."_-;_-@_-'


def with_formulas(
    change: Callable[[str, str], str], parts: tuple[str, ...] = (REPORT, GOALS)
) -> bytes:
    """The report with another cell content for each formula and the value that it shows."""

    def each(match: re.Match[str]) -> str:
        return change(unescape(match[1], {"&quot;": '"'}), match[2] or "")

    texts = {part: _FORMULA.sub(each, text_of(part)) for part in parts}
    return with_parts(texts)


def values_alone(_: str, value: str) -> str:
    return f"<v>{value}</v>" if value else ""


def by_google(formula: str, value: str) -> str:
    """What Google Sheets writes of a formula with functions that it does not have."""
    if "RP_" not in formula:
        return f"<f>{escape(formula)}</f><v>{value}</v>"
    quoted = formula.replace('"', '""')
    last = value if re.fullmatch(r"[\d.]+", value) else f'"{value}"'
    wrapped = f'IFERROR(__xludf.DUMMYFUNCTION("{quoted}"),{last})'
    return f"<f>{escape(wrapped)}</f><v>{value}</v>"


def supplied(spelling: str, data: bytes | None = None) -> bytes:
    """The report with the functions as a supplier of them has them stored."""
    return everywhere("RP_", f"{spelling}RP_", data)


def errors_of_a_conversion() -> bytes:
    """LibreOffice, by way of .xls: what it could not keep is an error, and so what rests on it."""
    broken = with_formulas(
        lambda formula, _: f"<f>{'NA()' if 'RP_' in formula else escape(formula)}</f><v>#N/A</v>"
    )
    cell = re.compile(r"<c ([^>]*)>(?=<f>[^<]*</f><v>#N/A</v>)")

    def with_errors(text: str) -> str:
        return cell.sub(lambda found: f'<c {re.sub(" ?t=.str.", "", found[1])} t="e">', text)

    return in_sheets(with_errors, broken)


def without_tables() -> bytes:
    """The report of a program that knows no tables."""
    return in_sheets(lambda text: re.sub("<tableParts.*?</tableParts>", "", text))


def digits_as_numbers() -> bytes:
    """xlsx-populate, of a template with its texts in the cells: `1.1` becomes a number."""
    text = re.compile(r'<c ([^>]*?)t="inlineStr"([^>]*)><is><t[^>]*>(\d+(?:\.\d+)?)</t></is>')
    return in_sheets(lambda found: text.sub(r"<c \1\2><v>\3</v>", found), with_inline_texts())


def remembering_a_pane() -> bytes:
    """Excel, saving while the pane of an Office add-in is open."""
    kind = "http://schemas.microsoft.com/office/2011/relationships/webextension"
    pane = "xl/webextensions/taskpanes.xml"
    data = with_relation(WORKBOOK, 97, f"{kind}taskpanes", f"/{pane}")
    data = with_parts({pane: "<x/>", "xl/webextensions/webextension1.xml": "<x/>"}, data)
    return with_relation(pane, 1, kind, "webextension1.xml", data=data)


kinds.accepted(
    "RP-320",
    values_pasted_over_everything=lambda: with_formulas(values_alone),
    values_pasted_over_one_sheet=lambda: with_formulas(values_alone, (REPORT,)),
    formulas_left_out=lambda: with_formulas(lambda *_: ""),
    functions_wrapped_by_google=lambda: with_formulas(by_google),
    a_trip_through_the_old_format=errors_of_a_conversion,
)

kinds.refused(
    "RP-603",
    values_pasted_of_which_one_was_mended=lambda: put(
        with_formulas(values_alone), {(Sheet.GOALS, SECURED_CELL): 50}
    ),
    values_that_are_all_a_hundred=lambda: with_formulas(lambda *_: "<v>100</v>"),
)

kinds.refused(
    "RP-311",
    every_formula_replaced_by_another=lambda: with_formulas(
        lambda _, value: f"<f>0+100</f><v>{value}</v>"
    ),
)

kinds.refused(
    "RP-310",
    four_formulas_typed_over=lambda: put(
        original(), {(Sheet.REPORT, f"M{row}"): "opfyldt" for row in (12, 13, 14, 16)}
    ),
)

kinds.refused("RP-218", cleaned_of_hidden_sheets=lambda: without_sheet(original(), Sheet.HIDDEN))

kinds.accepted("RP-319", no_tables=without_tables)

kinds.accepted("RP-115", the_pane_of_an_add_in_open=remembering_a_pane)

kinds.accepted(
    texts_of_digits_as_numbers=digits_as_numbers,
    accounts_that_show_zero_as_a_dash=lambda: with_format(COUNT, ACCOUNTS),
    accounts_in_kroner=lambda: with_format(COUNT, ACCOUNTS_IN_KRONER),
    an_add_in_by_its_path=lambda: supplied(
        "[1]!", with_external_link(f"file:///{XLAM.replace(chr(92), '/')}")
    ),
    an_add_in_by_its_whole_path=lambda: supplied(f"'{XLAM}'!"),
    an_add_in_in_the_start_up_folder=lambda: supplied("[1]!", _started("xlStartup")),
    an_add_in_of_the_library=lambda: supplied("[1]!", _started("xlLibrary")),
    an_add_in_that_is_gone=lambda: supplied("[1]!", _started("xlPathMissing")),
    functions_nobody_supplies=lambda: supplied("_xludf."),
    functions_of_a_compiled_add_in=lambda: supplied("_xll."),
    functions_of_an_office_add_in=lambda: supplied("_xldudf_"),
    functions_of_an_office_add_in_with_its_name=lambda: supplied("_xldudf_RP_"),
    functions_with_a_typed_at=lambda: with_formulas(_with_at),
    functions_of_dynamic_arrays=lambda: _with_dynamic_arrays(),
)


def _started(kind: str) -> bytes:
    """The report with a link to the add-in as Excel notes where it lies."""
    data = with_external_link("Resultatplan.xlam")
    rels = "xl/externalLinks/_rels/externalLink1.xml.rels"
    microsoft = "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath"
    return changed(rels, f"{OFFICE}/externalLinkPath", f"{microsoft}/{kind}", data)


def _with_at(formula: str, value: str) -> str:
    """A formula with @ before the function: one value of those it gives."""
    if formula.startswith("IFERROR(RP_"):
        call = function_call(formula)
        formula = formula.replace(call, f"_xlfn.SINGLE({call})", 1)
    return f"<f>{escape(formula)}</f><v>{value}</v>"


def _with_dynamic_arrays() -> bytes:
    call = re.compile(r'<c ([^>]*?)r="([A-Z]+\d+)"([^>]*)><f>([^<]*RP_)')
    array = r'<c \1r="\2"\3 cm="1"><f t="array" ref="\2">\4'
    data = in_sheets(lambda text: call.sub(array, text))
    data = with_parts({"xl/metadata.xml": f'<metadata xmlns="{MAIN}"/>'}, data)
    return with_relation(WORKBOOK, 98, "sheetMetadata", "metadata.xml", data=data)
