"""Reports with a great deal of something."""

from tests.hostile.original import (
    OFFICE,
    REPORT,
    STYLES,
    WORKBOOK,
    before_end,
    changed,
    with_count,
    with_relation,
    with_text,
)
from tests.hostile.variant import Kinds

kinds = Kinds("sizes")


def below(rows: str) -> bytes:
    """The report with rows put in below the table."""
    return before_end(REPORT, "sheetData", rows)


@kinds.refused("RP-210")
def twenty_thousand_rows_too_many() -> bytes:
    rows = (
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>9.{n}</t></is></c></row>'
        for n in range(40, 20_040)
    )
    return below("".join(rows))


@kinds.unreadable("RP-101", "RP-107")
def too_many_sheets() -> bytes:
    sheets = "".join(
        f'<sheet name="Ark{n}" sheetId="{n + 20}" xmlns:r="{OFFICE}" r:id="rId5"/>'
        for n in range(300)
    )
    return before_end(WORKBOOK, "sheets", sheets)


@kinds.accepted("RP-113")
def five_thousand_links() -> bytes:
    data = with_relation(REPORT, 50, "hyperlink", "http://example.org/", external=True)
    links = "".join(f'<hyperlink ref="U{n}" r:id="rId50"/>' for n in range(1, 5_001))
    return changed(
        REPORT,
        "<printOptions",
        f'<hyperlinks xmlns:r="{OFFICE}">{links}</hyperlinks><printOptions',
        data,
    )


kinds.accepted(
    "RP-412",
    a_formula_of_a_thousand_brackets=lambda: with_count(
        f"<f>{'(' * 1_000}55{')' * 1_000}</f><v>55</v>"
    ),
)

kinds.accepted(
    "RP-313",
    something_in_the_last_corner=lambda: below(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    fifty_thousand_stray_cells=lambda: below(
        "".join(f'<row r="{n}"><c r="U{n}"><v>{n}</v></c></row>' for n in range(40, 50_040))
    ),
)

kinds.accepted(
    a_number_format_of_300_kilobytes=lambda: before_end(
        STYLES, "numFmts", f'<numFmt numFmtId="999" formatCode="{"[" * 300_000}"/>'
    ),
    fifty_thousand_merged_places=lambda: before_end(
        REPORT,
        "mergeCells",
        "".join(f'<mergeCell ref="U{n}:V{n}"/>' for n in range(40, 50_040)),
    ),
    fifty_thousand_names=lambda: before_end(
        WORKBOOK,
        "definedNames",
        "".join(f'<definedName name="n{n}">Stamdata!$B$10</definedName>' for n in range(50_000)),
    ),
    ten_thousand_formats=lambda: before_end(
        STYLES, "cellXfs", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 10_000
    ),
    a_megabyte_of_nothing=lambda: changed(
        REPORT, "<sheetData>", f"<!-- {''.join(f'{n:x} ' for n in range(170_000))} --><sheetData>"
    ),
    a_colour_in_the_last_corner=lambda: below(
        '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    ),
    a_dimension_that_is_too_large=lambda: changed(
        REPORT, '<dimension ref="A1:X39"/>', '<dimension ref="A1:XFD1048576"/>'
    ),
    a_dimension_that_is_too_small=lambda: changed(
        REPORT, '<dimension ref="A1:X39"/>', '<dimension ref="A1"/>'
    ),
    a_dimension_that_is_none=lambda: changed(
        REPORT, '<dimension ref="A1:X39"/>', '<dimension ref="-1"/>'
    ),
    two_hundred_thousand_coloured_rows=lambda: below(
        "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(40, 200_040))
    ),
    the_longest_text=lambda: with_text(f"<is><t>{'x' * 32_767}</t></is>"),
)

kinds.unreadable(
    "RP-107",
    a_text_beyond_the_longest=lambda: with_text(f"<is><t>{'x' * 32_768}</t></is>"),
)
