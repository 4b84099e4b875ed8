"""Reports with a great deal of something."""

from tests.hostile.original import (
    OFFICE,
    REPORT,
    STYLES,
    WORKBOOK,
    Change,
    before,
    before_end,
    replaced,
    together,
    with_count,
    with_relation,
)
from tests.hostile.variant import Kinds

kinds = Kinds("sizes")
FROM, MANY = 40, 20_000


def many(each: str, count: int = MANY) -> str:
    """The same with so many numbers in the place of #, from below the table on."""
    return "".join(each.replace("#", str(number)) for number in range(FROM, FROM + count))


def below(rows: str) -> Change:
    """Rows put in below the table."""
    return before_end(REPORT, "sheetData", rows)


def with_dimension(place: str) -> Change:
    """Where the sheet says that its cells are."""
    return replaced(REPORT, '<dimension ref="A1:X39"/>', f'<dimension ref="{place}"/>')


kinds.refused(
    "RP-210",
    ten_thousand_rows_too_many=below(
        many('<row r="#"><c r="A#" t="inlineStr"><is><t>9.#</t></is></c></row>', 10_000)
    ),
)


kinds.accepted(
    "RP-113",
    five_thousand_links=together(
        with_relation(REPORT, 50, "hyperlink", "http://example.org/", external=True),
        before(
            REPORT,
            "<printOptions",
            f'<hyperlinks xmlns:r="{OFFICE}">'
            + many('<hyperlink ref="U#" r:id="rId50"/>', 5_000)
            + "</hyperlinks>",
        ),
    ),
)

kinds.accepted(
    "RP-412",
    a_formula_of_a_thousand_brackets=with_count(f"<f>{'(' * 1_000}55{')' * 1_000}</f><v>55</v>"),
)

kinds.accepted(
    "RP-313",
    something_in_the_last_corner=below('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    twenty_thousand_stray_cells=below(many('<row r="#"><c r="U#"><v>#</v></c></row>')),
)

kinds.accepted(
    a_number_format_of_300_kilobytes=before_end(
        STYLES, "numFmts", f'<numFmt numFmtId="999" formatCode="{"[" * 300_000}"/>'
    ),
    twenty_thousand_merged_places=before_end(
        REPORT, "mergeCells", many('<mergeCell ref="U#:V#"/>')
    ),
    twenty_thousand_names=before_end(
        WORKBOOK, "definedNames", many('<definedName name="n#">Stamdata!$B$10</definedName>')
    ),
    ten_thousand_formats=before_end(
        STYLES, "cellXfs", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 10_000
    ),
    a_megabyte_of_nothing=before(REPORT, "<sheetData>", f"<!-- {many('# ', 170_000)} -->"),
    a_colour_in_the_last_corner=below('<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'),
    a_dimension_that_is_too_large=with_dimension("A1:XFD1048576"),
    a_dimension_that_is_none=with_dimension("-1"),
    fifty_thousand_coloured_rows=below(many('<row r="#" s="1"><c r="A#" s="1"/></row>', 50_000)),
)
