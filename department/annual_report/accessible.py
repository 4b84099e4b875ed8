"""What makes a Word document readable for all: language, title, headings, marked table headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell as TableCell
from docx.text.paragraph import Paragraph

from texts.language import DANISH, Language
from workbooks.template import palette

_LANGUAGES = {DANISH: "da-DK"}
_OTHER_LANGUAGE = "en-GB"
_FONT = "Calibri"
_BODY = Pt(11)
_TABLE_SIZE = Pt(9)
_SPACE_AFTER = Pt(6)
_SIZES = {"Title": 24, "Subtitle": 13, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11}
_FILLS = {"section": palette.TOTAL_FILL, "goal": palette.LOCKED_FILL, "total": palette.TOTAL_FILL}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, and its look: section, goal, total, or nothing."""

    text: str
    look: str = ""


def set_language(document: Document, lang: Language) -> None:
    """Tell screen readers and spelling which language this is."""
    name = _LANGUAGES.get(lang, _OTHER_LANGUAGE)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), name)
        element.set(qn("w:eastAsia"), name)
    document.core_properties.language = name


def set_looks(document: Document) -> None:
    """Plain letters in the colours of the workbooks."""
    normal = document.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        normal.font.name, normal.font.size = _FONT, _BODY
        normal.paragraph_format.space_after = _SPACE_AFTER
    for name, size in _SIZES.items():
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            continue
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(palette.NAVY)
        for line in list(style.element.iter(qn("w:pBdr"))):
            line.getparent().remove(line)
        # The styles name theme fonts, which would win over the one above.
        for fonts in style.element.iter(qn("w:rFonts")):
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)


def add_header(document: Document, text: str) -> None:
    """A line at the top of every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size = _TABLE_SIZE
    run.font.color.rgb = RGBColor.from_string(palette.QUIET)


def add_page_numbers(document: Document, before: str, between: str) -> None:
    """`Side 1 af 4` at the bottom of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size = _TABLE_SIZE


def _field(paragraph: Paragraph, name: str) -> None:
    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {name} "
            run._r.append(instruction)
        elif kind == "text":
            run.add_text("1")
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def add_table(
    document: Document,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[Cell]],
    alternative: str,
) -> None:
    """A table whose first row is a heading on every page; widths are in centimetres."""
    table = document.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    _describe(table._tbl.tblPr, alternative)
    for column, (_, width) in zip(table.columns, columns, strict=True):
        column.width = Cm(width)
    grid = [row.cells for row in table.rows]
    headings = [Cell(text, "heading") for text, _ in columns]
    for cells, written in zip(grid, [headings, *rows], strict=True):
        for cell, said, (_, width) in zip(cells, written, columns, strict=True):
            cell.width = Cm(width)
            _write(cell, said)
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        properties.insert(0, OxmlElement("w:cantSplit"))
    document.add_paragraph()


def _describe(properties: BaseOxmlElement, alternative: str) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), alternative)
    properties.append(caption)


def _write(cell: TableCell, said: Cell) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(said.text)
    run.font.size = _TABLE_SIZE
    run.bold = said.look != ""
    if said.look == "heading":
        run.font.color.rgb = RGBColor.from_string(palette.WHITE)
        _fill(cell, palette.NAVY)
    elif said.look:
        _fill(cell, _FILLS[said.look])


def _fill(cell: TableCell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def stamp(document: Document, title: str, today: date, lang: Language) -> None:
    """The document's properties: its title, and the day of the report as its times."""
    moment = datetime.combine(today, time())
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment
    properties.language = _LANGUAGES.get(lang, _OTHER_LANGUAGE)
