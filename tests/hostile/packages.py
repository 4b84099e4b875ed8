"""Packages whose parts are missing, doubled, or found in two places."""

from tests.hostile.original import (
    CONTENT_TYPES,
    OTHER_REPORT,
    REPORT,
    STRINGS,
    STYLES,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    changed,
    original,
    other_report,
    with_parts,
    with_relation,
    without_part,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of

kinds = Kinds("packages")


@kinds.unreadable("RP-101")
def shared_strings_that_are_too_few() -> bytes:
    data = original()
    kept = parts_of(data)[STRINGS].rpartition(b"<si>")[0]
    return with_parts({STRINGS: kept + b"</sst>"}, data)


@kinds.unreadable("RP-101", "RP-108")
def the_package_leads_to_another_workbook() -> bytes:
    parts_there = parts_of(original())
    other = parts_there[WORKBOOK].replace(b"sheet3", b"sheet9")
    moved = changed("_rels/.rels", 'Target="xl/workbook.xml"', 'Target="xl/workbook2.xml"')
    return with_parts(
        {"xl/workbook2.xml": other, "xl/_rels/workbook2.xml.rels": parts_there[WORKBOOK_RELATIONS]},
        moved,
    )


@kinds.unreadable("RP-101", "RP-108")
def the_package_leads_to_two_workbooks() -> bytes:
    data = with_parts({"xl/workbook2.xml": parts_of(original())[WORKBOOK]})
    xml = (
        '<Relationship Id="rId77" Target="xl/workbook2.xml" Type="http://schemas.openxmlformats.org'
        '/officeDocument/2006/relationships/officeDocument"/>'
    )
    return changed("_rels/.rels", "<Relationship ", f"{xml}<Relationship ", data)


@kinds.unreadable("RP-101", "RP-108")
def two_relations_of_one_id() -> bytes:
    data = with_parts({OTHER_REPORT: other_report()})
    return with_relation(WORKBOOK, 3, "worksheet", OTHER_REPORT.removeprefix("xl/"), data=data)


@kinds.unreadable("RP-101", "RP-108")
def two_parts_of_shared_strings() -> bytes:
    data = original()
    other = parts_of(data)[STRINGS].replace(b"Notat 20-117", b"Intet")
    data = with_parts({"xl/other/sharedStrings.xml": other}, data)
    return with_relation(WORKBOOK, 91, "sharedStrings", "other/sharedStrings.xml", data=data)


@kinds.accepted()
def shared_strings_under_another_name() -> bytes:
    data = original()
    strings = parts_of(data)[STRINGS]
    decoy = strings.replace(b"Notat", b"Andet").replace(b"kvartal", b"maaned")
    data = with_parts({"xl/texts.xml": strings, STRINGS: decoy}, data)
    data = changed(WORKBOOK_RELATIONS, "sharedStrings.xml", "texts.xml", data)
    return with_relation(WORKBOOK, 91, "customXml", "sharedStrings.xml", data=data)


kinds.unreadable(
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
