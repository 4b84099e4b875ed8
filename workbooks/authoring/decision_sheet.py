"""The marks of a draft: each cell to decide about, and the sheet that lists them with links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.rollover_decisions import Decision
from texts import authoring
from texts import rollover as say
from workbooks.authoring.content import Content, Value
from workbooks.authoring.decision_layout import (
    BETWEEN,
    DECISIONS,
    HEADER_ROW,
    DecisionColumn,
    Spot,
    spot_of,
)
from workbooks.authoring.layout import AuthoringLayout
from workbooks.authoring.looks import GENERAL, Look, dress
from workbooks.authoring.sheets import write_value
from workbooks.blueprint.specs import DATE_FORMAT, TEXT_FORMAT
from workbooks.blueprint.text_height import height_of
from workbooks.form import YES
from workbooks.template import palette
from workbooks.template.styles import FONT, TEXT_SIZE

_WIDTHS = {
    DecisionColumn.NUMBER: 6.0,
    DecisionColumn.SHEET: 11.0,
    DecisionColumn.CELL: 9.0,
    DecisionColumn.KEY: 12.0,
    DecisionColumn.FIELD: 20.0,
    DecisionColumn.WHAT: 62.0,
    DecisionColumn.PROPOSAL: 62.0,
    DecisionColumn.SETTLED: 10.0,
}
_CENTRED = (DecisionColumn.NUMBER, DecisionColumn.CELL)
_PLAIN = Font(name=FONT, size=TEXT_SIZE, color=palette.INK)
_LINK = Font(name=FONT, size=TEXT_SIZE, color=palette.BLUE, underline="single")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEAST_HEIGHT, _GREATEST_HEIGHT = 18.0, 409.0
_COMMENT_WIDTH, _COMMENT_HEIGHT = 340, 130
_LONGEST_COMMENT = 600
_LONGEST_PROPOSAL = 4000
_PLACE = 1
"""The sheet stands after the guide."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a draft adds to the workbook: the plan's year before it, and its decisions."""

    before: int
    decisions: Sequence[Decision]


def add_decisions(
    book: Workbook, layout: AuthoringLayout, content: Content, marked: Marked
) -> Worksheet:
    """Mark the cells and add the sheet Beslutninger; the sheet, to be set up like the others."""
    sheet: Worksheet = book.create_sheet(DECISIONS, _PLACE)
    _head(sheet, marked.before)
    for number, decision in enumerate(marked.decisions, start=1):
        where = decision.where
        spot = None if where is None else spot_of(where, layout, content)
        row = HEADER_ROW + number
        _list(sheet, row, number, decision, spot)
        if spot is not None:
            _mark(book[spot.sheet], row, decision, spot)
    last = HEADER_ROW + max(len(marked.decisions), 1)
    _let_settle(sheet, last)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    return sheet


def proposal_of(decision: Decision, spot: Spot | None) -> Value:
    """What is proposed: the cell's value, or the passages of its text that are meant."""
    if spot is None:
        return None
    if decision.excerpts:
        return BETWEEN.join(dict.fromkeys(decision.excerpts))[:_LONGEST_PROPOSAL]
    return spot.value[:_LONGEST_PROPOSAL] if isinstance(spot.value, str) else spot.value


def _head(sheet: Worksheet, before: int) -> None:
    sheet["A1"].value = say.SHEET_TITLE
    dress(sheet["A1"], Look.TITLE)
    sheet["A2"].value = say.SHEET_LEAD.format(year=before)
    dress(sheet["A2"], Look.LEAD)
    sheet.row_dimensions[1].height = 27
    sheet.row_dimensions[HEADER_ROW].height = 24
    for column in DecisionColumn:
        header = sheet[f"{column.letter}{HEADER_ROW}"]
        header.value = column
        dress(header, Look.HEADER)
        sheet.column_dimensions[column.letter].width = _WIDTHS[column]


def _list(sheet: Worksheet, row: int, number: int, decision: Decision, spot: Spot | None) -> None:
    proposal = proposal_of(decision, spot)
    values: dict[DecisionColumn, Value] = {
        DecisionColumn.NUMBER: number,
        DecisionColumn.WHAT: decision.what,
        DecisionColumn.PROPOSAL: proposal,
    }
    if spot is not None:
        values |= {
            DecisionColumn.SHEET: str(spot.sheet),
            DecisionColumn.CELL: spot.cell,
            DecisionColumn.KEY: spot.key or None,
            DecisionColumn.FIELD: spot.heading,
        }
    for column in DecisionColumn:
        cell = sheet[f"{column.letter}{row}"]
        value = values.get(column)
        write_value(cell, value)
        if column is DecisionColumn.SETTLED:
            dress(cell, Look.INPUT_CENTRED, TEXT_FORMAT)
            continue
        dress(cell, Look.COMPUTED, _format(value))
        cell.font = _PLAIN
        if column in _CENTRED:
            cell.alignment = _CENTRE
    if spot is not None:
        link = sheet[f"{DecisionColumn.CELL.letter}{row}"]
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{spot.sheet}'!{spot.cell}")
        link.font = _LINK
    heights = (
        height_of(decision.what, _WIDTHS[DecisionColumn.WHAT]),
        height_of(str(proposal or ""), _WIDTHS[DecisionColumn.PROPOSAL]),
    )
    sheet.row_dimensions[row].height = min(_GREATEST_HEIGHT, max(_LEAST_HEIGHT, *heights))


def _mark(sheet: Worksheet, row: int, decision: Decision, spot: Spot) -> None:
    """A yellow cell with a note; green once it is settled."""
    cell = sheet[spot.cell]
    cell.fill = PatternFill("solid", start_color=palette.YELLOW.fill)
    words = say.COMMENT.format(what=decision.what)[:_LONGEST_COMMENT]
    comment = Comment(words, say.COMMENT_AUTHOR)
    comment.width, comment.height = _COMMENT_WIDTH, _COMMENT_HEIGHT
    cell.comment = comment
    answer = f"{DECISIONS}!${DecisionColumn.SETTLED.letter}${row}"
    settled = f'{answer}="{YES}"'
    if not isinstance(spot.value, str):
        proposal = f"{DECISIONS}!${DecisionColumn.PROPOSAL.letter}${row}"
        settled = f"OR({settled},{spot.cell}<>{proposal})"
    look = DifferentialStyle(fill=PatternFill(bgColor=palette.GREEN.fill))
    rule = Rule("expression", formula=[settled], dxf=look)
    sheet.conditional_formatting.add(spot.cell, rule)


def _let_settle(sheet: Worksheet, last: int) -> None:
    """Ja under Afgjort, and a green row where it stands."""
    letter = DecisionColumn.SETTLED.letter
    cells = f"{letter}{HEADER_ROW + 1}:{letter}{last}"
    validation = DataValidation(
        type="list",
        formula1=f'"{YES}"',
        allowBlank=True,
        showInputMessage=True,
        showErrorMessage=True,
        errorStyle="stop",
        promptTitle=DecisionColumn.SETTLED,
        prompt=say.SETTLED_PROMPT,
        errorTitle=authoring.DATE_ERROR_TITLE,
        error=authoring.CHOICE_ERROR,
    )
    validation.add(cells)
    sheet.add_data_validation(validation)
    look = DifferentialStyle(fill=PatternFill(bgColor=palette.GREEN.fill))
    rule = Rule("expression", formula=[f'${letter}{HEADER_ROW + 1}="{YES}"'], dxf=look)
    sheet.conditional_formatting.add(f"A{HEADER_ROW + 1}:{letter}{last}", rule)


def _format(value: Value) -> str:
    if isinstance(value, date):
        return DATE_FORMAT
    return TEXT_FORMAT if isinstance(value, str) else GENERAL
