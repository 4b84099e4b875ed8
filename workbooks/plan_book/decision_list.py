"""The decisions of a draft: each marked at its cell and listed on a sheet, and read back.

A decision is taken when its cell is changed, or when *Ja* stands beside it on the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.rollover import Decision, Rollover
from texts import plans as say
from workbooks.blueprint.prose import height_of
from workbooks.blueprint.specs import DATE_FORMAT, TEXT_FORMAT, Look
from workbooks.form import YES
from workbooks.plan_book.fields import (
    DECISIONS,
    FIELD,
    PLAN_SHEET,
    TABLE,
    TABLES,
    PlanLayout,
    placed,
)
from workbooks.plan_book.looks import add_validation, begin, row_height, write_value
from workbooks.plan_book.plan_rows import Content, Value
from workbooks.plan_book.reader import TypedCell, TypedPlan, TypedRow
from workbooks.reading.cells import Cell
from workbooks.template import palette
from workbooks.template.styles import FONT, TEXT_SIZE, dress

HEADER_ROW = 4
BETWEEN = " […] "
"""Stands between two passages of one text."""
PLACED = placed(DECISIONS, HEADER_ROW, 1)
"""Where the columns of the list stand."""
_KEYS = {"goals": ("number",), "criteria": ("key",), "history": ("key", "year")}
"""What names the rows of a table; those of the others are counted."""

_LINK = Font(name=FONT, size=TEXT_SIZE, color=palette.BLUE, underline="single")
_SETTLED_FILL = DifferentialStyle(fill=PatternFill(bgColor=palette.GREEN.fill))
_COMMENT_WIDTH, _COMMENT_HEIGHT = 340, 130
_LONGEST_COMMENT, _LONGEST_PROPOSAL = 600, 4000
_AFTER_THE_GUIDE = 1


def add_decisions(
    book: Workbook, layout: PlanLayout, content: Content, draft: Rollover
) -> Worksheet:
    """Mark the cells and add the sheet Beslutninger; the sheet, to be set up like the others."""
    sheet: Worksheet = book.create_sheet(DECISIONS.sheet, _AFTER_THE_GUIDE)
    widths = tuple(field.width for field in DECISIONS.columns)
    begin(sheet, say.SHEET_TITLE, say.SHEET_LEAD.format(year=draft.before), widths)
    sheet.row_dimensions[HEADER_ROW].height = 24
    for field in DECISIONS.columns:
        header = sheet[f"{PLACED.letter(field.name)}{HEADER_ROW}"]
        write_value(header, field.heading)
        dress(header, Look.HEADER)
    for number, decision in enumerate(draft.decisions, start=1):
        row, values = HEADER_ROW + number, _row_of(number, decision, layout, content)
        _list(sheet, row, values)
        if decision.where is not None:
            _mark(book[str(values["sheet"])], row, values)
    first, last = HEADER_ROW + 1, HEADER_ROW + max(len(draft.decisions), 1)
    answers = PLACED.letter("settled")
    field = DECISIONS.column("settled")
    add_validation(sheet, f"{answers}{first}:{answers}{last}", field, f'"{YES}"')
    is_settled = Rule("expression", formula=[f'${answers}{first}="{YES}"'], dxf=_SETTLED_FILL)
    sheet.conditional_formatting.add(f"A{first}:{answers}{last}", is_settled)
    sheet.freeze_panes = f"A{first}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    return sheet


def _row_of(
    number: int, decision: Decision, layout: PlanLayout, content: Content
) -> dict[str, Value]:
    """What the list says of a decision, by its columns; of what was left out only what it is.

    Proposed is the cell's value, or the passages of its text that are meant. Raises `LookupError`
    for a value that the content does not have.
    """
    row: dict[str, Value] = {"number": number, "what": decision.what}
    where = decision.where
    if where is None:
        return row
    if where.part == "plan":
        field, value = FIELD[where.field], content.fields.get(where.field)
        row |= {"sheet": PLAN_SHEET, "cell": layout.field_cell(field.name)}
    else:
        table, rows, names = TABLE[where.part], content.rows(where.part), _KEYS.get(where.part)
        keys = [
            str(index) if names is None else " ".join(str(each[name]) for name in names)
            for index, each in enumerate(rows)
        ]
        found = {key: index for index, key in enumerate(keys)}[where.key]
        cell = layout.tables[where.part].cell(where.field, found)
        row |= {"sheet": table.sheet, "cell": cell, "key": None if names is None else where.key}
        field, value = table.column(where.field), rows[found].get(where.field)
    if decision.excerpts:
        value = BETWEEN.join(dict.fromkeys(decision.excerpts))
    proposal = value[:_LONGEST_PROPOSAL] if isinstance(value, str) else value
    return {**row, "field": field.heading, "proposal": proposal}


def _list(sheet: Worksheet, row: int, values: Mapping[str, Value]) -> None:
    for field in DECISIONS.columns:
        cell, value = sheet[f"{PLACED.letter(field.name)}{row}"], values.get(field.name)
        write_value(cell, value)
        look = Look.LOCKED_CENTRED if field.name in ("number", "cell") else Look.LOCKED
        shown = TEXT_FORMAT if isinstance(value, str) or field.choices else "General"
        shown = DATE_FORMAT if isinstance(value, date) else shown
        dress(cell, Look.INPUT if field.choices else look, shown)
        if field.name == "cell" and value is not None:
            location = f"'{values['sheet']}'!{value}"
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location)
            cell.font = _LINK
    texts = ((str(values.get(name) or ""), DECISIONS.column(name)) for name in ("what", "proposal"))
    needed = (height_of(text, column.width) for text, column in texts)
    sheet.row_dimensions[row].height = row_height(*needed)


def _mark(sheet: Worksheet, row: int, values: Mapping[str, Value]) -> None:
    """A yellow cell with a note; green once it is settled."""
    address = str(values["cell"])
    cell = sheet[address]
    cell.fill = PatternFill("solid", start_color=palette.YELLOW.fill)
    words = say.COMMENT.format(what=values["what"])[:_LONGEST_COMMENT]
    comment = Comment(words, say.COMMENT_AUTHOR)
    comment.width, comment.height = _COMMENT_WIDTH, _COMMENT_HEIGHT
    cell.comment = comment
    settled = f'{DECISIONS.sheet}!${PLACED.letter("settled")}${row}="{YES}"'
    if not isinstance(values["proposal"], str):
        proposal = f"{DECISIONS.sheet}!${PLACED.letter('proposal')}${row}"
        settled = f"OR({settled},{address}<>{proposal})"
    rule = Rule("expression", formula=[settled], dxf=_SETTLED_FILL)
    sheet.conditional_formatting.add(address, rule)


def open_decisions(typed: TypedPlan) -> Iterator[tuple[TypedRow, TypedCell | None]]:
    """The rows of the decisions that nobody has taken: the cell is as proposed, and not said to be
    settled. With each the cell that it is about; None for what was left out of the draft."""
    cells = _cells_by_place(typed)
    for row in typed.decisions:
        answer = row["settled"].cell.text or ""
        if row["what"].cell.text is None or answer.strip().casefold() == YES.casefold():
            continue
        sheet, key, heading, address = (
            row[name].cell.text or "" for name in ("sheet", "key", "field", "cell")
        )
        found = cells.get((sheet, key, heading)) or cells.get((sheet, address, heading))
        if not address:
            yield row, None
        elif found is not None and _is_as_proposed(found.cell, row["proposal"].cell):
            yield row, found


def _cells_by_place(typed: TypedPlan) -> dict[tuple[str, str, str], TypedCell]:
    """What was typed by sheet, key and heading; in a table without keys by the cell's address."""
    cells = {(PLAN_SHEET, "", FIELD[name].heading): cell for name, cell in typed.fields.items()}
    for table in TABLES:
        for row in typed.tables.get(table.part, ()):
            names = (name for name in _KEYS.get(table.part, ()) if name in row)
            key = " ".join(row[name].cell.word for name in names)
            for column in table.typed:
                if column.name in row:
                    cell = row[column.name]
                    place = table.sheet, key or cell.cell.address, column.heading
                    cells.setdefault(place, cell)
    return cells


def _is_as_proposed(cell: Cell, proposal: Cell) -> bool:
    """Whether a cell holds what was proposed, or one of the passages that were meant."""
    if proposal.is_empty:
        return cell.is_empty or not (cell.text is None or cell.text.strip())
    if proposal.text is None:
        return cell.number is not None and cell.number == proposal.number
    if cell.text is None:
        return False
    words = " ".join(cell.text.split())
    passages = (" ".join(each.split()) for each in proposal.text.split(BETWEEN))
    return any(each and each in words for each in passages)
