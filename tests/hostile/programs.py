"""What other programs leave of a good report: saved, converted, cleaned, with an add-in at work.

After public bug reports and what the programs were seen to write; the verdict is the one that an
official would want.
"""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape, unescape

from tests.acceptance.three_computations import function_call
from tests.hostile.activity import PANES, with_external_link
from tests.hostile.appearance import with_format
from tests.hostile.original import (
    COUNT,
    GOALS,
    MICROSOFT,
    OFFICE,
    REPORT,
    WORKBOOK,
    Change,
    everywhere,
    replaced,
    rewritten,
    together,
    with_inline_texts,
    with_parts,
    with_relation,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import MAIN, in_sheets, put, without_sheet
from workbooks.form import SECURED_CELL, Sheet

kinds = Kinds("programs")

XLAM = "C:\\Users\\anja\\AppData\\Roaming\\Microsoft\\AddIns\\Resultatplan.xlam"
ACCOUNTS = '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-'
ACCOUNTS_IN_KRONER = '_-* #,##0\\ "kr."_-;\\-* #,##0\\ "kr."_-;_-* "-"\\ "kr."_-;_-@_-'


def with_formulas(content: Callable[[str, str], str], *parts: str) -> Change:
    """Another cell content for each formula and the value that it shows, on these sheets."""
    formula = re.compile(r"<f>([^<]*)</f>(?:<v ?/>|<v>([^<]*)</v>)?")

    def rewrite(text: str) -> str:
        return formula.sub(
            lambda found: content(unescape(found[1], {"&quot;": '"'}), found[2] or ""), text
        )

    return together(*(rewritten(part, rewrite) for part in parts or (REPORT, GOALS)))


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


def with_at(formula: str, value: str) -> str:
    """A formula with @ before the function: one value of those it gives."""
    if formula.startswith("IFERROR(RP_"):
        call = function_call(formula)
        formula = formula.replace(call, f"_xlfn.SINGLE({call})", 1)
    return f"<f>{escape(formula)}</f><v>{value}</v>"


def supplied(spelling: str) -> Change:
    """The functions as a supplier of them has them stored."""
    return everywhere("RP_", f"{spelling}RP_")


def started(kind: str) -> Change:
    """A link to the add-in as Excel notes where it lies."""
    rels = "xl/externalLinks/_rels/externalLink1.xml.rels"
    link = with_external_link("Resultatplan.xlam")
    kept = replaced(rels, f"{OFFICE}/externalLinkPath", f"{MICROSOFT}/xlExternalLinkPath/{kind}")
    return together(link, kept, supplied("[1]!"))


def in_each_sheet(pattern: str, put_in: str) -> Change:
    """What a pattern finds in the sheets replaced."""
    return lambda data: in_sheets(data, lambda text: re.sub(pattern, put_in, text))


# LibreOffice, by way of .xls: what it could not keep is an error, and so what rests on it.
ERRORS_OF_A_CONVERSION = together(
    with_formulas(
        lambda formula, _: f"<f>{'NA()' if 'RP_' in formula else escape(formula)}</f><v>#N/A</v>"
    ),
    in_each_sheet(r'(<c [^>]*?) t="str"(?=[^>]*><f>[^<]*</f><v>#N/A)', r"\1"),
    in_each_sheet(r"(<c [^>]*)(?=><f>[^<]*</f><v>#N/A)", r'\1 t="e"'),
)
# xlsx-populate, of a template with its texts in the cells: `1.1` becomes a number.
DIGITS_AS_NUMBERS = together(
    with_inline_texts,
    in_each_sheet(
        r'<c ([^>]*?)t="inlineStr"([^>]*)><is><t[^>]*>(\d+(?:\.\d+)?)</t></is>',
        r"<c \1\2><v>\3</v>",
    ),
)
DYNAMIC_ARRAYS = together(
    in_each_sheet(
        r'<c ([^>]*?)r="([A-Z]+\d+)"([^>]*)><f>([^<]*RP_)',
        r'<c \1r="\2"\3 cm="1"><f t="array" ref="\2">\4',
    ),
    with_parts({"xl/metadata.xml": f'<metadata xmlns="{MAIN}"/>'}),
    with_relation(WORKBOOK, 98, "sheetMetadata", "metadata.xml"),
)
PANE = "xl/webextensions/taskpanes.xml"
# Excel, saving while the pane of an Office add-in is open.
OPEN_PANE = together(
    with_relation(WORKBOOK, 97, f"{PANES}taskpanes", f"/{PANE}"),
    with_parts({PANE: "<x/>", "xl/webextensions/webextension1.xml": "<x/>"}),
    with_relation(PANE, 1, PANES, "webextension1.xml"),
)

kinds.accepted(
    "RP-320",
    values_pasted_over_everything=with_formulas(values_alone),
    values_pasted_over_one_sheet=with_formulas(values_alone, REPORT),
    formulas_left_out=with_formulas(lambda *_: ""),
    functions_wrapped_by_google=with_formulas(by_google),
    a_trip_through_the_old_format=ERRORS_OF_A_CONVERSION,
)

kinds.refused(
    "RP-603",
    values_pasted_of_which_one_was_mended=together(
        with_formulas(values_alone), lambda data: put(data, {(Sheet.GOALS, SECURED_CELL): 50})
    ),
    values_that_are_all_a_hundred=with_formulas(lambda *_: "<v>100</v>"),
)

kinds.refused(
    "RP-311",
    every_formula_replaced_by_another=with_formulas(lambda _, value: f"<f>0+100</f><v>{value}</v>"),
)

kinds.refused(
    "RP-310",
    four_formulas_typed_over=lambda data: put(
        data, {(Sheet.REPORT, f"M{row}"): "opfyldt" for row in (12, 13, 14, 16)}
    ),
)

kinds.refused("RP-218", cleaned_of_hidden_sheets=lambda data: without_sheet(data, Sheet.HIDDEN))

kinds.accepted("RP-319", no_tables=in_each_sheet("<tableParts.*?</tableParts>", ""))

kinds.accepted("RP-115", the_pane_of_an_add_in_open=OPEN_PANE)

kinds.accepted(
    texts_of_digits_as_numbers=DIGITS_AS_NUMBERS,
    accounts_that_show_zero_as_a_dash=with_format(COUNT, ACCOUNTS),
    accounts_in_kroner=with_format(COUNT, ACCOUNTS_IN_KRONER),
    an_add_in_by_its_path=together(
        with_external_link(f"file:///{XLAM.replace(chr(92), '/')}"), supplied("[1]!")
    ),
    an_add_in_by_its_whole_path=supplied(f"'{XLAM}'!"),
    an_add_in_in_the_start_up_folder=started("xlStartup"),
    an_add_in_of_the_library=started("xlLibrary"),
    an_add_in_that_is_gone=started("xlPathMissing"),
    functions_nobody_supplies=supplied("_xludf."),
    functions_of_a_compiled_add_in=supplied("_xll."),
    functions_of_an_office_add_in=supplied("_xldudf_"),
    functions_of_an_office_add_in_with_its_name=supplied("_xldudf_RP_"),
    functions_with_a_typed_at=with_formulas(with_at),
    functions_of_dynamic_arrays=DYNAMIC_ARRAYS,
)
