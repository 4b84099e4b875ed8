"""XML that is broken, a bomb, or read in two ways; parts that are missing, or in two places."""

from collections.abc import Callable

from tests.hostile.original import (
    COMPATIBILITY,
    CONTENT_TYPES,
    COUNT,
    DECLARATION,
    MAIN,
    OFFICE,
    OTHER_REPORT,
    REPORT,
    SHARE,
    STRINGS,
    STYLES,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    before_end,
    cell_xml,
    changed,
    everywhere,
    original,
    other_report,
    text_of,
    with_cell,
    with_count,
    with_parts,
    with_relation,
    with_text,
    without_part,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of

kinds = Kinds("xml")
packages = Kinds("packages")


BETTER = f'<c r="{COUNT}"><v>99</v></c>'
ROW = '<row r="12"'


def by_reader(fallback: str = "", choice: str = "") -> str:
    """Markup of which one reader takes the choice, and one that does not know it the other."""
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}" xmlns:z="urn:z">'
        f'<mc:Choice Requires="z">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def between(part: str, element: str, change: Callable[[str], str]) -> bytes:
    """The report with a whole element of a part rewritten."""
    before, tag, rest = text_of(part).partition(f"<{element}>")
    inside, end, after = rest.partition(f"</{element}>")
    return with_parts({part: before + change(tag + inside + end) + after})


def _with_doctype(doctype: str, part: str = REPORT) -> bytes:
    return changed(part, DECLARATION, f"{DECLARATION}{doctype}")


@kinds.unreadable("RP-101")
def a_billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    data = _with_doctype(f"<!DOCTYPE worksheet [{entities}]>")
    return changed(REPORT, "<v>55</v>", "<v>&a9;</v>", data)


@kinds.accepted()
def prefixes_on_every_element() -> bytes:
    text = text_of(REPORT).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    return with_parts({REPORT: text.replace("<x:?", "<?").replace("<x:x:", "<x:")})


@kinds.accepted()
def strict_open_xml() -> bytes:
    strict = "http://purl.oclc.org/ooxml"
    relationships = f"{strict}/officeDocument/relationships"
    data = everywhere(OFFICE, relationships, everywhere(MAIN, f"{strict}/spreadsheetml/main"))
    parts = {
        name: content.replace(OFFICE.encode(), relationships.encode())
        for name, content in parts_of(data).items()
        if name.endswith(".rels")
    }
    return with_parts(dict(parts), data)


kinds.unreadable(
    "RP-101",
    a_doctype=lambda: _with_doctype("<!DOCTYPE worksheet>"),
    an_entity_from_a_file=lambda: changed(
        REPORT,
        "<v>55</v>",
        "<v>&x;</v>",
        _with_doctype('<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    a_doctype_in_the_shared_strings=lambda: changed(
        STRINGS, "<sst", '<!DOCTYPE sst [<!ENTITY x "y">]><sst'
    ),
    bytes_that_are_not_utf_8=lambda: with_parts(
        {REPORT: parts_of(original())[REPORT].replace("Å".encode(), b"\xc5")}
    ),
    a_doctype_from_the_network=lambda: _with_doctype(
        '<!DOCTYPE workbook SYSTEM "http://example.org/x.dtd">', WORKBOOK
    ),
    a_doctype_in_the_relations=lambda: _with_doctype(
        "<!DOCTYPE Relationships>", "xl/_rels/workbook.xml.rels"
    ),
    deep_nesting=lambda: before_end(REPORT, "worksheet", "<a>" * 100_000 + "</a>" * 100_000),
    deep_nesting_inside_a_cell=lambda: with_count(f"{'<v>' * 500}55{'</v>' * 500}"),
    an_unknown_encoding=lambda: changed(REPORT, 'encoding="UTF-8"', 'encoding="klingon"'),
    the_encoding_utf_7=lambda: changed(REPORT, 'encoding="UTF-8"', 'encoding="UTF-7"'),
    the_encoding_of_old_windows=lambda: changed(
        REPORT, 'encoding="UTF-8"', 'encoding="windows-1252"'
    ),
    a_control_character=lambda: changed(STRINGS, "Notat", "Notat&#27;[31m"),
    a_zero_byte=lambda: changed(STRINGS, "Notat", "Notat\0"),
    an_attribute_twice=lambda: changed(REPORT, f'r="{COUNT}"', f'r="{COUNT}" r="{SHARE}"'),
    cut_off_xml=lambda: with_parts({REPORT: text_of(REPORT)[:20_000]}),
    an_empty_sheet_part=lambda: with_parts({REPORT: b""}),
    two_roots=lambda: with_parts({REPORT: text_of(REPORT) + "<worksheet/>"}),
    a_sheet_of_another_namespace=lambda: changed(REPORT, MAIN, "urn:noget-andet"),
    a_workbook_of_another_namespace=lambda: changed(WORKBOOK, MAIN, "urn:noget-andet"),
    a_row_outside_the_data=lambda: before_end(REPORT, "worksheet", f"{ROW}>{BETTER}</row>"),
    data_twice=lambda: before_end(
        REPORT, "worksheet", f"<sheetData>{ROW}>{BETTER}</row></sheetData>"
    ),
    a_cell_in_a_cell=lambda: with_count(f"<v>55</v>{BETTER}"),
    a_cell_outside_its_row=lambda: changed(REPORT, "</sheetData>", f"{BETTER}</sheetData>"),
    two_values_in_a_cell=lambda: with_count("<v>5</v><v>5</v>"),
    two_texts_in_a_cell=lambda: with_text("<is><t>Notat</t></is>" * 2),
    two_lists_of_sheets=lambda: between(WORKBOOK, "sheets", lambda sheets: sheets * 2),
    a_cell_that_depends_on_the_reader=lambda: with_cell(COUNT, by_reader(cell_xml(COUNT), BETTER)),
    data_that_depend_on_the_reader=lambda: between(REPORT, "sheetData", by_reader),
    sheets_that_depend_on_the_reader=lambda: between(WORKBOOK, "sheets", by_reader),
    a_shared_string_that_depends_on_the_reader=lambda: changed(
        STRINGS, "<si>", by_reader(choice="<si><t>x</t></si>") + "<si>"
    ),
    an_element_inside_a_value=lambda: with_count("<v>5<x>9</x>5</v>"),
    a_cell_wrapped_in_another_namespace=lambda: with_cell(
        COUNT, f'<e:wrap xmlns:e="urn:x">{cell_xml(COUNT)}</e:wrap>'
    ),
)

kinds.unreadable(
    "RP-101",
    "RP-107",
    a_text_of_20_megabytes=lambda: with_text(f"<is><t>{'æøå1' * 40_000}</t></is>"),
)

kinds.accepted(
    a_path_that_depends_on_the_reader=lambda: changed(
        WORKBOOK, "<workbookPr>", f"{by_reader(choice='<z:path/>')}<workbookPr>"
    ),
    a_cell_of_another_namespace=lambda: with_cell(
        COUNT, f'{cell_xml(COUNT)}<e:c xmlns:e="urn:x" r="{COUNT}"><e:v>99</e:v></e:c>'
    ),
    a_row_in_the_extensions=lambda: before_end(
        REPORT,
        "worksheet",
        f'<extLst><ext uri="x"><sheetData>{ROW}>{BETTER}</row></sheetData></ext></extLst>',
    ),
    a_sheet_of_another_namespace_in_the_list=lambda: before_end(
        WORKBOOK, "workbook", '<extLst><ext><e:sheet xmlns:e="urn:x" name="Andet"/></ext></extLst>'
    ),
    a_shared_string_of_another_namespace=lambda: changed(
        STRINGS,
        "</sst>",
        '<extLst><ext><e:si xmlns:e="urn:x"><e:t>x</e:t></e:si></ext></extLst></sst>',
    ),
    utf_16=lambda: with_parts(
        {REPORT: text_of(REPORT).replace('"UTF-8"', '"UTF-16"', 1).encode("utf-16")}
    ),
    an_attribute_of_a_megabyte=lambda: changed(
        REPORT, ROW, f'{ROW} spans="{"".join(f"{n:x}" for n in range(180_000))}"'
    ),
    twenty_thousand_attributes=lambda: changed(
        REPORT, ROW, ROW + "".join(f' a{n}="{n}"' for n in range(20_000))
    ),
    a_byte_order_mark=lambda: with_parts({REPORT: text_of(REPORT).encode("utf-8-sig")}),
    comments_and_sections_inside_values=lambda: with_count("<v>5<!-- 9 --><![CDATA[5]]></v>"),
    characters_by_number=lambda: with_count("<v>&#53;&#x35;</v>"),
    a_processing_instruction=lambda: changed(
        REPORT, DECLARATION, f'{DECLARATION}<?xml-stylesheet href="http://x/y.xsl"?>'
    ),
    lines_between_the_elements=lambda: changed(
        REPORT, "<sheetData>", "<sheetData>\n  ", changed(REPORT, "</row>", "\n</row>\n")
    ),
    a_value_of_another_namespace=lambda: with_count('<e:v xmlns:e="urn:x">99</e:v><v>55</v>'),
    a_relation_id_of_another_namespace=lambda: changed(
        WORKBOOK,
        'name="Afrapportering"',
        'xmlns:e="urn:evil/relationships" e:id="rId5" name="Afrapportering"',
    ),
)


@packages.unreadable("RP-101")
def shared_strings_that_are_too_few() -> bytes:
    return with_parts({STRINGS: text_of(STRINGS).rpartition("<si>")[0] + "</sst>"})


@packages.unreadable("RP-101", "RP-108")
def the_package_leads_to_another_workbook() -> bytes:
    other = text_of(WORKBOOK).replace("sheet3", "sheet9")
    relations = {"xl/_rels/workbook2.xml.rels": text_of(WORKBOOK_RELATIONS)}
    moved = changed("_rels/.rels", 'Target="xl/workbook.xml"', 'Target="xl/workbook2.xml"')
    return with_parts({"xl/workbook2.xml": other, **relations}, moved)


@packages.unreadable("RP-101", "RP-108")
def the_package_leads_to_two_workbooks() -> bytes:
    data = with_parts({"xl/workbook2.xml": parts_of(original())[WORKBOOK]})
    kind = f"{OFFICE}/officeDocument"
    xml = f'<Relationship Id="rId77" Target="xl/workbook2.xml" Type="{kind}"/>'
    return changed("_rels/.rels", "<Relationship ", f"{xml}<Relationship ", data)


@packages.unreadable("RP-101", "RP-108")
def two_relations_of_one_id() -> bytes:
    data = with_parts({OTHER_REPORT: other_report()})
    return with_relation(WORKBOOK, 3, "worksheet", OTHER_REPORT.removeprefix("xl/"), data=data)


@packages.unreadable("RP-101", "RP-108")
def two_parts_of_shared_strings() -> bytes:
    other = text_of(STRINGS).replace("Notat 20-117", "Intet")
    data = with_parts({"xl/other/sharedStrings.xml": other})
    return with_relation(WORKBOOK, 91, "sharedStrings", "other/sharedStrings.xml", data=data)


@packages.accepted()
def shared_strings_under_another_name() -> bytes:
    strings = text_of(STRINGS)
    decoy = strings.replace("Notat", "Andet").replace("kvartal", "maaned")
    data = with_parts({"xl/texts.xml": strings, STRINGS: decoy})
    data = changed(WORKBOOK_RELATIONS, "sharedStrings.xml", "texts.xml", data)
    return with_relation(WORKBOOK, 91, "customXml", "sharedStrings.xml", data=data)


packages.unreadable(
    "RP-101",
    no_content_types=lambda: without_part(CONTENT_TYPES),
    no_relations_of_the_package=lambda: without_part("_rels/.rels"),
    no_relations_of_the_workbook=lambda: without_part(WORKBOOK_RELATIONS),
    no_report_sheet=lambda: without_part(REPORT),
    no_table_part=lambda: without_part("xl/tables/table2.xml"),
    no_styles=lambda: without_part(STYLES),
    no_shared_strings=lambda: without_part(STRINGS),
    the_report_sheet_outside_the_file=lambda: changed(
        WORKBOOK_RELATIONS,
        '"worksheets/sheet3.xml"',
        '"http://example.org/sheet3.xml" TargetMode="External"',
    ),
)
