"""XML that is broken, a bomb, or read in two ways; parts that are missing, or in two places."""

from tests.hostile.original import (
    CONTENT_TYPES,
    COUNT,
    DECLARATION,
    OFFICE,
    OTHER_REPORT,
    REPORT,
    SHARE,
    STRINGS,
    STYLES,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    Change,
    Rewrite,
    before,
    before_end,
    everywhere,
    other_report,
    replaced,
    rewritten,
    text_of,
    together,
    with_cell,
    with_count,
    with_parts,
    with_relation,
    without_part,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import MAIN, parts_of

kinds = Kinds("xml")
packages = Kinds("packages")

BETTER = f'<c r="{COUNT}"><v>99</v></c>'
ROW = '<row r="12"'


def by_reader(fallback: str = "", choice: str = "") -> str:
    """Markup of which one reader takes the choice, and one that does not know it the other."""
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<mc:AlternateContent xmlns:mc="{compatibility}" xmlns:z="urn:z">'
        f'<mc:Choice Requires="z">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def with_element(part: str, element: str, rewrite: Rewrite) -> Change:
    """A whole element of a part rewritten."""

    def change(text: str) -> str:
        before, tag, rest = text.partition(f"<{element}>")
        inside, end, after = rest.partition(f"</{element}>")
        return before + rewrite(tag + inside + end) + after

    return rewritten(part, change)


def with_doctype(doctype: str, part: str = REPORT) -> Change:
    return replaced(part, DECLARATION, f"{DECLARATION}{doctype}")


def as_bytes(encoding: str, declared: str = "UTF-8") -> Change:
    """The sheet Afrapportering in another encoding."""
    return lambda data: with_parts(
        {REPORT: text_of(REPORT, data).replace('"UTF-8"', f'"{declared}"', 1).encode(encoding)}
    )(data)


@kinds.unreadable("RP-101")
def a_billion_laughs(data: bytes) -> bytes:
    tenfold = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctype = with_doctype(f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{tenfold}]>')
    return together(doctype, replaced(REPORT, "<v>55</v>", "<v>&a9;</v>"))(data)


@kinds.accepted()
def prefixes_on_every_element(data: bytes) -> bytes:
    text = text_of(REPORT, data).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    return with_parts({REPORT: text.replace("<x:?", "<?").replace("<x:x:", "<x:")})(data)


@kinds.accepted()
def strict_open_xml(data: bytes) -> bytes:
    strict = "http://purl.oclc.org/ooxml"
    relationships = f"{strict}/officeDocument/relationships"
    namespaces = everywhere(MAIN, f"{strict}/spreadsheetml/main")
    data = together(namespaces, everywhere(OFFICE, relationships))(data)
    parts: dict[str, bytes | str] = {
        name: content.replace(OFFICE.encode(), relationships.encode())
        for name, content in parts_of(data).items()
        if name.endswith(".rels")
    }
    return with_parts(parts)(data)


kinds.unreadable(
    "RP-101",
    a_doctype=with_doctype("<!DOCTYPE worksheet>"),
    a_doctype_in_the_shared_strings=before(STRINGS, "<sst", '<!DOCTYPE sst [<!ENTITY x "y">]>'),
    bytes_that_are_not_utf_8=lambda data: with_parts(
        {REPORT: parts_of(data)[REPORT].replace("Å".encode(), b"\xc5")}
    )(data),
    a_doctype_in_the_relations=with_doctype("<!DOCTYPE Relationships>", WORKBOOK_RELATIONS),
    deep_nesting=before_end(REPORT, "worksheet", "<a>" * 100_000 + "</a>" * 100_000),
    deep_nesting_inside_a_cell=with_count(f"{'<v>' * 500}55{'</v>' * 500}"),
    an_unknown_encoding=as_bytes("utf-8", "klingon"),
    the_encoding_utf_7=as_bytes("utf-8", "UTF-7"),
    the_encoding_of_old_windows=as_bytes("utf-8", "windows-1252"),
    a_control_character=replaced(STRINGS, "Notat", "Notat&#27;[31m"),
    a_zero_byte=replaced(STRINGS, "Notat", "Notat\0"),
    an_attribute_twice=replaced(REPORT, f'r="{COUNT}"', f'r="{COUNT}" r="{SHARE}"'),
    cut_off_xml=rewritten(REPORT, lambda text: text[:20_000]),
    an_empty_sheet_part=with_parts({REPORT: b""}),
    two_roots=rewritten(REPORT, lambda text: text + "<worksheet/>"),
    a_sheet_of_another_namespace=replaced(REPORT, MAIN, "urn:noget-andet"),
    a_workbook_of_another_namespace=replaced(WORKBOOK, MAIN, "urn:noget-andet"),
    a_row_outside_the_data=before_end(REPORT, "worksheet", f"{ROW}>{BETTER}</row>"),
    data_twice=before_end(REPORT, "worksheet", f"<sheetData>{ROW}>{BETTER}</row></sheetData>"),
    a_cell_in_a_cell=with_count(f"<v>55</v>{BETTER}"),
    a_cell_outside_its_row=before_end(REPORT, "sheetData", BETTER),
    two_values_in_a_cell=with_count("<v>5</v><v>5</v>"),
    two_lists_of_sheets=with_element(WORKBOOK, "sheets", lambda sheets: sheets * 2),
    a_cell_that_depends_on_the_reader=with_cell(COUNT, lambda cell: by_reader(cell, BETTER)),
    data_that_depend_on_the_reader=with_element(REPORT, "sheetData", by_reader),
    sheets_that_depend_on_the_reader=with_element(WORKBOOK, "sheets", by_reader),
    a_shared_string_that_depends_on_the_reader=before(
        STRINGS, "<si>", by_reader(choice="<si><t>x</t></si>")
    ),
    an_element_inside_a_value=with_count("<v>5<x>9</x>5</v>"),
    a_cell_wrapped_in_another_namespace=with_cell(
        COUNT, lambda cell: f'<e:wrap xmlns:e="urn:x">{cell}</e:wrap>'
    ),
)


kinds.accepted(
    a_path_that_depends_on_the_reader=before(
        WORKBOOK, "<workbookPr>", by_reader(choice="<z:path/>")
    ),
    a_cell_of_another_namespace=with_cell(
        COUNT, lambda cell: f'{cell}<e:c xmlns:e="urn:x" r="{COUNT}"><e:v>99</e:v></e:c>'
    ),
    a_row_in_the_extensions=before_end(
        REPORT,
        "worksheet",
        f'<extLst><ext uri="x"><sheetData>{ROW}>{BETTER}</row></sheetData></ext></extLst>',
    ),
    a_sheet_of_another_namespace_in_the_list=before_end(
        WORKBOOK, "workbook", '<extLst><ext><e:sheet xmlns:e="urn:x" name="Andet"/></ext></extLst>'
    ),
    a_shared_string_of_another_namespace=before_end(
        STRINGS, "sst", '<extLst><ext><e:si xmlns:e="urn:x"><e:t>x</e:t></e:si></ext></extLst>'
    ),
    utf_16=as_bytes("utf-16", "UTF-16"),
    twenty_thousand_attributes=replaced(
        REPORT, ROW, ROW + "".join(f' a{n}="{n}"' for n in range(20_000))
    ),
    a_byte_order_mark=as_bytes("utf-8-sig"),
    comments_and_sections_inside_values=with_count("<v>5<!-- 9 --><![CDATA[5]]></v>"),
    characters_by_number=with_count("<v>&#53;&#x35;</v>"),
    a_processing_instruction=with_doctype('<?xml-stylesheet href="http://x/y.xsl"?>'),
    lines_between_the_elements=together(
        replaced(REPORT, "</row>", "\n</row>\n"),
        replaced(REPORT, "<sheetData>", "<sheetData>\n  "),
    ),
    a_value_of_another_namespace=with_count('<e:v xmlns:e="urn:x">99</e:v><v>55</v>'),
    a_relation_id_of_another_namespace=before(
        WORKBOOK, 'name="Afrapportering"', 'xmlns:e="urn:evil/relationships" e:id="rId5" '
    ),
)


@packages.unreadable("RP-101", "RP-108")
def the_package_leads_to_another_workbook(data: bytes) -> bytes:
    other = text_of(WORKBOOK, data).replace("sheet3", "sheet9")
    relations = {"xl/_rels/workbook2.xml.rels": text_of(WORKBOOK_RELATIONS, data)}
    moved = replaced("_rels/.rels", 'Target="xl/workbook.xml"', 'Target="xl/workbook2.xml"')
    return together(moved, with_parts({"xl/workbook2.xml": other, **relations}))(data)


@packages.accepted()
def shared_strings_under_another_name(data: bytes) -> bytes:
    strings = text_of(STRINGS, data)
    decoy = strings.replace("Notat", "Andet").replace("kvartal", "maaned")
    return together(
        with_parts({"xl/texts.xml": strings, STRINGS: decoy}),
        replaced(WORKBOOK_RELATIONS, "sharedStrings.xml", "texts.xml"),
        with_relation(WORKBOOK, 91, "customXml", "sharedStrings.xml"),
    )(data)


packages.unreadable(
    "RP-101",
    "RP-108",
    the_package_leads_to_two_workbooks=lambda data: together(
        with_parts({"xl/workbook2.xml": parts_of(data)[WORKBOOK]}),
        with_relation("", 77, "officeDocument", "xl/workbook2.xml"),
    )(data),
    two_relations_of_one_id=lambda data: together(
        with_parts({OTHER_REPORT: other_report()}),
        with_relation(WORKBOOK, 3, "worksheet", OTHER_REPORT.removeprefix("xl/")),
    )(data),
    two_parts_of_shared_strings=lambda data: together(
        with_parts({"xl/sharedTexts.xml": text_of(STRINGS, data).replace("20-117", "Intet")}),
        with_relation(WORKBOOK, 91, "sharedStrings", "sharedTexts.xml"),
    )(data),
)

packages.unreadable(
    "RP-101",
    no_content_types=without_part(CONTENT_TYPES),
    no_relations_of_the_package=without_part("_rels/.rels"),
    no_relations_of_the_workbook=without_part(WORKBOOK_RELATIONS),
    no_report_sheet=without_part(REPORT),
    no_table_part=without_part("xl/tables/table2.xml"),
    no_styles=without_part(STYLES),
    no_shared_strings=without_part(STRINGS),
    shared_strings_that_are_too_few=rewritten(
        STRINGS, lambda text: text.rpartition("<si>")[0] + "</sst>"
    ),
    the_report_sheet_outside_the_file=replaced(
        WORKBOOK_RELATIONS,
        '"worksheets/sheet3.xml"',
        '"http://example.org/sheet3.xml" TargetMode="External"',
    ),
)
