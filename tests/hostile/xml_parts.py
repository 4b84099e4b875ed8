"""XML that is broken, that is a bomb, or that hides what one reader sees from another."""

from __future__ import annotations

from tests.hostile.original import (
    COMPATIBILITY,
    COUNT,
    DECLARATION,
    MAIN,
    OFFICE,
    REPORT,
    SHARE,
    STRINGS,
    TEXT,
    WORKBOOK,
    before_end,
    cell_xml,
    changed,
    every_sheet,
    original,
    text_of,
    with_cell,
    with_parts,
    with_shared_strings,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of

kinds = Kinds("xml")

BETTER = f'<c r="{COUNT}"><v>99</v></c>'
ROW = '<row r="11"'


def _with_doctype(doctype: str, part: str = REPORT) -> bytes:
    return changed(part, DECLARATION, f"{DECLARATION}{doctype}")


@kinds.unreadable("RP-101")
def a_doctype() -> bytes:
    return _with_doctype("<!DOCTYPE worksheet>")


@kinds.unreadable("RP-101")
def a_billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    data = _with_doctype(f"<!DOCTYPE worksheet [{entities}]>")
    return changed(REPORT, "<v>55</v>", "<v>&a9;</v>", data)


@kinds.unreadable("RP-101")
def an_entity_from_a_file() -> bytes:
    data = _with_doctype('<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    return changed(REPORT, "<v>55</v>", "<v>&x;</v>", data)


@kinds.unreadable("RP-101")
def a_doctype_from_the_network() -> bytes:
    return _with_doctype('<!DOCTYPE workbook SYSTEM "http://example.org/x.dtd">', WORKBOOK)


@kinds.unreadable("RP-101")
def a_doctype_in_the_shared_strings() -> bytes:
    strings = text_of(STRINGS, with_shared_strings())
    doctype = '<!DOCTYPE sst [<!ENTITY x "y">]>'
    return with_parts({STRINGS: doctype + strings}, with_shared_strings())


@kinds.unreadable("RP-101")
def a_doctype_in_the_relations() -> bytes:
    return _with_doctype("<!DOCTYPE Relationships>", "xl/_rels/workbook.xml.rels")


@kinds.unreadable("RP-101")
def deep_nesting() -> bytes:
    return before_end(REPORT, "worksheet", "<a>" * 100_000 + "</a>" * 100_000)


@kinds.unreadable("RP-101")
def deep_nesting_inside_a_cell() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}">{"<v>" * 500}55{"</v>" * 500}</c>')


@kinds.unreadable("RP-101", "RP-107")
def a_text_of_20_megabytes() -> bytes:
    return with_cell(TEXT, f'<c r="{TEXT}" t="inlineStr"><is><t>{"æøå1" * 40_000}</t></is></c>')


@kinds.accepted()
def an_attribute_of_a_megabyte() -> bytes:
    noise = "".join(f"{n:x}" for n in range(180_000))
    return changed(REPORT, ROW, f'{ROW} spans="{noise}"')


@kinds.accepted()
def twenty_thousand_attributes() -> bytes:
    return changed(REPORT, ROW, ROW + "".join(f' a{n}="{n}"' for n in range(20_000)))


@kinds.unreadable("RP-101")
def an_unknown_encoding() -> bytes:
    return changed(REPORT, 'encoding="UTF-8"', 'encoding="klingon"')


@kinds.unreadable("RP-101")
def the_encoding_utf_7() -> bytes:
    return changed(REPORT, 'encoding="UTF-8"', 'encoding="UTF-7"')


@kinds.unreadable("RP-101")
def the_encoding_of_old_windows() -> bytes:
    return changed(REPORT, 'encoding="UTF-8"', 'encoding="windows-1252"')


@kinds.unreadable("RP-101")
def bytes_that_are_not_utf_8() -> bytes:
    broken = parts_of(original())[REPORT].replace("Å".encode(), b"\xc5").replace(b"Notat", b"\xff")
    return with_parts({REPORT: broken})


@kinds.accepted()
def utf_16() -> bytes:
    text = text_of(REPORT).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return with_parts({REPORT: text.encode("utf-16")})


@kinds.accepted()
def a_byte_order_mark() -> bytes:
    return with_parts({REPORT: text_of(REPORT).encode("utf-8-sig")})


@kinds.unreadable("RP-101")
def a_control_character() -> bytes:
    return changed(REPORT, "Notat", "Notat&#27;[31m")


@kinds.unreadable("RP-101")
def a_zero_byte() -> bytes:
    return changed(REPORT, "Notat", "Notat\0")


@kinds.unreadable("RP-101")
def an_attribute_twice() -> bytes:
    return changed(REPORT, f'r="{COUNT}"', f'r="{COUNT}" r="{SHARE}"')


@kinds.unreadable("RP-101")
def cut_off_xml() -> bytes:
    return with_parts({REPORT: text_of(REPORT)[:20_000]})


@kinds.unreadable("RP-101")
def an_empty_sheet_part() -> bytes:
    return with_parts({REPORT: b""})


@kinds.unreadable("RP-101")
def two_roots() -> bytes:
    return with_parts({REPORT: text_of(REPORT) + "<worksheet/>"})


@kinds.unreadable("RP-101")
def a_sheet_of_another_namespace() -> bytes:
    return changed(REPORT, MAIN, "urn:noget-andet")


@kinds.unreadable("RP-101")
def a_workbook_of_another_namespace() -> bytes:
    return changed(WORKBOOK, MAIN, "urn:noget-andet")


@kinds.accepted()
def prefixes_on_every_element() -> bytes:
    text = text_of(REPORT).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    return with_parts({REPORT: text.replace("<x:?", "<?").replace("<x:x:", "<x:")})


@kinds.accepted()
def strict_open_xml() -> bytes:
    strict = "http://purl.oclc.org/ooxml"
    data = every_sheet(
        {MAIN: f"{strict}/spreadsheetml/main", OFFICE: f"{strict}/officeDocument/relationships"}
    )
    parts = {
        name: content.replace(OFFICE.encode(), f"{strict}/officeDocument/relationships".encode())
        for name, content in parts_of(data).items()
        if name.endswith(".rels")
    }
    return with_parts(dict(parts), data)


@kinds.accepted()
def comments_and_sections_inside_values() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>5<!-- 9 --><![CDATA[5]]></v></c>')


@kinds.accepted()
def characters_by_number() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>&#53;&#x35;</v></c>')


@kinds.accepted()
def a_processing_instruction() -> bytes:
    return changed(REPORT, DECLARATION, f'{DECLARATION}<?xml-stylesheet href="http://x/y.xsl"?>')


@kinds.accepted()
def lines_between_the_elements() -> bytes:
    return changed(
        REPORT, "<sheetData>", "<sheetData>\n  ", changed(REPORT, "</row>", "\n</row>\n")
    )


@kinds.accepted()
def a_cell_of_another_namespace() -> bytes:
    xml = f'<e:c xmlns:e="urn:x" r="{COUNT}"><e:v>99</e:v></e:c>'
    return with_cell(COUNT, cell_xml(COUNT) + xml)


@kinds.accepted()
def a_value_of_another_namespace() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><e:v xmlns:e="urn:x">99</e:v><v>55</v></c>')


@kinds.accepted()
def a_row_in_the_extensions() -> bytes:
    xml = f'<extLst><ext uri="x"><sheetData>{ROW}>{BETTER}</row></sheetData></ext></extLst>'
    return before_end(REPORT, "worksheet", xml)


@kinds.unreadable("RP-101")
def a_row_outside_the_data() -> bytes:
    return before_end(REPORT, "worksheet", f"{ROW}>{BETTER}</row>")


@kinds.unreadable("RP-101")
def data_twice() -> bytes:
    return before_end(REPORT, "worksheet", f"<sheetData>{ROW}>{BETTER}</row></sheetData>")


@kinds.unreadable("RP-101")
def a_cell_in_a_cell() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>55</v>{BETTER}</c>')


@kinds.unreadable("RP-101")
def a_cell_outside_its_row() -> bytes:
    return changed(REPORT, "</sheetData>", f"{BETTER}</sheetData>")


@kinds.unreadable("RP-101")
def two_values_in_a_cell() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>5</v><v>5</v></c>')


@kinds.unreadable("RP-101")
def two_texts_in_a_cell() -> bytes:
    text = "<is><t>Notat</t></is>"
    return with_cell(TEXT, f'<c r="{TEXT}" t="inlineStr">{text}{text}</c>')


@kinds.unreadable("RP-101")
def an_element_inside_a_value() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>5<x>9</x>5</v></c>')


@kinds.unreadable("RP-101")
def a_cell_that_depends_on_the_reader() -> bytes:
    xml = (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}" xmlns:z="urn:z">'
        f'<mc:Choice Requires="z">{BETTER}</mc:Choice>'
        f"<mc:Fallback>{cell_xml(COUNT)}</mc:Fallback></mc:AlternateContent>"
    )
    return with_cell(COUNT, xml)


@kinds.unreadable("RP-101")
def data_that_depend_on_the_reader() -> bytes:
    xml = f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Fallback><sheetData>'
    data = changed(REPORT, "<sheetData>", xml)
    return changed(REPORT, "</sheetData>", "</sheetData></mc:Fallback></mc:AlternateContent>", data)


@kinds.unreadable("RP-101")
def a_cell_wrapped_in_another_namespace() -> bytes:
    return with_cell(COUNT, f'<e:wrap xmlns:e="urn:x">{cell_xml(COUNT)}</e:wrap>')


@kinds.unreadable("RP-101")
def sheets_that_depend_on_the_reader() -> bytes:
    xml = f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Fallback><sheets>'
    data = changed(WORKBOOK, "<sheets>", xml)
    return changed(WORKBOOK, "</sheets>", "</sheets></mc:Fallback></mc:AlternateContent>", data)


@kinds.accepted()
def a_path_that_depends_on_the_reader() -> bytes:
    xml = (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="x15">'
        '<x15ac:absPath xmlns:x15ac="urn:x15ac" url="C:\\"/></mc:Choice></mc:AlternateContent>'
    )
    return changed(WORKBOOK, "<workbookPr>", f"{xml}<workbookPr>")


@kinds.accepted()
def a_sheet_of_another_namespace_in_the_list() -> bytes:
    xml = f'<e:sheet xmlns:e="urn:x" name="Andet" sheetId="9" xmlns:r="{OFFICE}" r:id="rId3"/>'
    return before_end(WORKBOOK, "workbook", f"<extLst><ext>{xml}</ext></extLst>")


@kinds.accepted()
def a_relation_id_of_another_namespace() -> bytes:
    return changed(
        WORKBOOK,
        'name="Afrapportering"',
        'xmlns:e="urn:evil/relationships" e:id="rId5" name="Afrapportering"',
    )


@kinds.unreadable("RP-101")
def two_lists_of_sheets() -> bytes:
    sheets = text_of(WORKBOOK).partition("<sheets>")[2].partition("</sheets>")[0]
    return before_end(WORKBOOK, "workbook", f"<sheets>{sheets}</sheets>")


@kinds.accepted()
def a_shared_string_of_another_namespace() -> bytes:
    strings = text_of(STRINGS, with_shared_strings())
    foreign = '<extLst><ext><e:si xmlns:e="urn:x"><e:t>x</e:t></e:si></ext></extLst>'
    return with_parts(
        {STRINGS: strings.replace("</sst>", f"{foreign}</sst>")}, with_shared_strings()
    )


@kinds.unreadable("RP-101")
def a_shared_string_that_depends_on_the_reader() -> bytes:
    strings = text_of(STRINGS, with_shared_strings())
    xml = (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="z">'
        "<si><t>x</t></si></mc:Choice></mc:AlternateContent>"
    )
    at = strings.index("<si>")
    return with_parts({STRINGS: strings[:at] + xml + strings[at:]}, with_shared_strings())
