"""RP-2xx: rows, columns and sheets that were lost, gained, moved or renamed: one finding for each.

And a report of no plan, or on the template of another layout.
"""

from collections.abc import Callable, Iterator

from openpyxl import Workbook

from tests.validators.cases.case import (
    GOALS,
    GUIDE,
    HIDDEN,
    HISTORY,
    MASTER,
    REPORT,
    Case,
    damaged,
    moved,
    one,
    typed_over,
    variant,
)
from tests.validators.cases.prefilled import carried_and_not_changed
from tests.validators.damage import (
    Content,
    ErrorValue,
    parts_of,
    put,
    rearrange,
    saved,
    sheet_part,
    show,
    with_column_inserted,
    with_column_moved,
    with_formats,
    with_row_inserted,
    with_row_moved,
    with_row_twice,
    with_sheet_added,
    with_sheet_moved,
    with_sheet_renamed,
    without_column,
    without_row,
    without_sheet,
    zipped,
)
from tests.validators.reports import SOCIAL, Told, calculated_report, plan_named, report
from workbooks.form import Column, Field, GoalColumn, HistoryColumn, Layout, Sheet


def of_no_plan() -> bytes:
    """A workbook of somebody's own."""
    return saved(Workbook())


def as_in_layout_3(data: bytes) -> bytes:
    """The report on a template in which no goal had a row of its own."""
    layout = Layout(plan_named(SOCIAL))
    goals = [
        row for row, name in enumerate(layout.report_rows, 11) if name in layout.report.keyless
    ]

    def place(row: int, column: int) -> tuple[int, int] | None:
        return None if row in goals else (row - sum(goal < row for goal in goals), column)

    for sheet in (REPORT, HIDDEN):
        data = rearrange(data, sheet, place)
    return put(data, {(HIDDEN, "B3"): "3"})


OLDER: Told = ("RP-217", HIDDEN, "B3", None)
LAYOUT_3 = damaged(as_in_layout_3)
# Its inputs are read, and they are told of where they stand.
OF_AN_OLDER_LAYOUT = (
    Case((OLDER,), LAYOUT_3, secured=100),
    # In layout 4 goals have rows; other words stand beside what is missing.
    Case((OLDER,), typed_over(
        {(HIDDEN, "B3"): "4", (REPORT, "K6"): "svar i årets sidste rapport"}), secured=100),
    # Without its hidden sheet it is known by the goals' rows that are not there.
    one("RP-218", HIDDEN, "A1", None, damaged(without_sheet, of=LAYOUT_3, sheet=HIDDEN),
        secured=100),
    # A program has written the digits of its layout as a number.
    Case((OLDER,), damaged(put, of=LAYOUT_3, cells={(HIDDEN, "B3"): 3})),
    Case((OLDER, ("RP-402", REPORT, "I12", "1.1.b")),
         lambda: as_in_layout_3(report({("1.1.b", Column.RESULT): 82}))),
    Case((OLDER, ("RP-519", REPORT, "I11", "1.1.a")),
         damaged(as_in_layout_3, of=carried_and_not_changed)),
    Case((OLDER, ("RP-318", REPORT, "I12", "1.1.b")),
         damaged(with_formats, of=LAYOUT_3, formats={(REPORT, "I12"): ";;;"})),
)  # fmt: skip

IDENTITY = (
    one("RP-201", None, None, None, of_no_plan),
    one("RP-202", None, None, None,
         typed_over({(MASTER, "B6"): "styrelsen-1999", (HIDDEN, "B1"): "styrelsen-1999"})),
    one("RP-203", HIDDEN, "B4", None, typed_over({(HIDDEN, "B4"): "0" * 64})),
    # Made from a plan that was another: what it agreed otherwise is the same cause.
    one("RP-203", HIDDEN, "B4", None,
        typed_over({(HIDDEN, "B4"): "0" * 64, (REPORT, "E11"): 60, (REPORT, "E12"): 0.9})),
    one("RP-217", HIDDEN, "B3", None, typed_over({(HIDDEN, "B3"): "1"})),
    one("RP-218", HIDDEN, "A1", None, variant("programs/cleaned_of_hidden_sheets")),
)  # fmt: skip

ROWS = (
    (REPORT, 12, "1.1.a", "1.1.a"),
    (REPORT, 15, "1.2", "1.2"),
    (REPORT, 39, "2.3.b", "2.3.b"),
    (GOALS, 15, "1.5", "1.5"),
    (MASTER, 10, Field.PERIOD, None),
    (HISTORY, 30, "1.5.a 2022", "1.5.a"),
    (HIDDEN, 2, "version", None),
)
COLUMNS = (
    *[(REPORT, at, name) for at, name in zip("ABCDEFGHIJKLMNOPQRS", Column, strict=False)][::3],
    *[(GOALS, letter, name) for letter, name in zip("ABCDEF", GoalColumn, strict=False)][::2],
    # A plan without intervals has no column for the other end.
    *[(HISTORY, letter, name) for letter, name in zip(
        "ABCDEFGH", (e for e in HistoryColumn if e is not HistoryColumn.TARGET_TO), strict=True)
     ][::3],
)  # fmt: skip
STRAY: tuple[tuple[Sheet, str, Content], ...] = (
    (REPORT, "U3", "Husk moms"),
    (REPORT, "A43", "Bemærk: tallene er foreløbige"),
    (REPORT, "I40", 500),
    (GUIDE, "D5", "Læst"),
    (GUIDE, "A900", "Læst"),
    (MASTER, "B20", "Kontakt os"),
)
RENAMED = (*((sheet, "Rapport") for sheet in Sheet), (REPORT, "Min rapport"), (GOALS, "Jens' ark"))


def with_goals_replaced_by_a_copy(data: bytes) -> bytes:
    """Målopfyldelse was copied and deleted, and the copy got its name: formulas have lost it."""
    table = f'"{Layout(plan_named()).goals.name}"'.encode()
    parts = {name: part.replace(table, b'"Tabel9"') for name, part in parts_of(data).items()}
    lost = parts[sheet_part(REPORT)].replace(f"{GOALS}!".encode(), b"#REF!")
    return zipped(parts | {sheet_part(REPORT): lost})


def named_by_numbers() -> bytes:
    """Every sheet has the name that Apple Numbers gives to its table."""
    data = calculated_report()
    for sheet in Sheet:
        if sheet is not HIDDEN:
            data = with_sheet_renamed(data, sheet, f"{sheet} - Tabel 1")
    return data


def upside_down(row: int, column: int) -> tuple[int, int]:
    """The rows of Afrapportering in the other order."""
    return (50 - row if 11 <= row <= 39 else row, column)


def with_columns_exchanged(*pairs: int) -> Callable[[int, int], tuple[int, int]]:
    """Each two of these columns stand in one another's place."""
    goes = dict(zip(pairs[::2], pairs[1::2], strict=True))
    goes |= {there: here for here, there in goes.items()}
    return lambda row, column: (row, goes.get(column, column))


def without_goal_1_1(row: int, column: int) -> tuple[int, int] | None:
    """The row that the goal begins with is deleted, and those of its criteria."""
    return None if 11 <= row <= 14 else (row - 4 * (row > 14), column)


def _sheets() -> Iterator[Case]:
    for sheet in Sheet:
        code = "RP-218" if sheet is HIDDEN else "RP-204"
        yield one(code, sheet, "A1", None, damaged(without_sheet, sheet=sheet))
    for sheet, name in RENAMED:  # The formulas follow, and it is still read.
        renamed = damaged(with_sheet_renamed, sheet=sheet, name=name)
        yield one("RP-204", name, "A1", None, renamed, secured=100)
    for sheet in (GUIDE, MASTER, REPORT):
        before = damaged(with_sheet_moved, sheet=sheet, before=HIDDEN)
        yield one("RP-205", sheet, "A1", None, before)
    last = damaged(with_sheet_moved, sheet=MASTER, before=HIDDEN)
    small = damaged(with_sheet_renamed, of=last, sheet=MASTER, name="stamdata")
    yield one("RP-205", "stamdata", "A1", None, small)
    # Of a sheet that was copied and then deleted the copy is told by its new name alone.
    last = damaged(with_sheet_moved, sheet=REPORT, before=HIDDEN)
    copy = damaged(with_sheet_renamed, of=last, sheet=REPORT, name="Kopi")
    yield one("RP-204", "Kopi", "A1", None, copy)
    yield one(
        "RP-311",
        REPORT,
        "C7",
        None,
        damaged(with_goals_replaced_by_a_copy),
        words="eller et ark slettes. Det samme gælder C8:C9.",
    )
    yield one(
        "RP-204",
        f"{GUIDE} - Tabel 1",
        "A1",
        None,
        named_by_numbers,
        words="Det samme gælder Stamdata, Afrapportering, Målopfyldelse, Historik, Fejlkoder.",
    )
    yield one("RP-206", "Ark1", "A1", None, damaged(with_sheet_added, name="Ark1"))
    for sheet, cell, value in STRAY:
        yield one("RP-313", sheet, cell, None, typed_over({(sheet, cell): value}))


def _rows() -> Iterator[Case]:
    for sheet, row, name, key in ROWS:
        said = f"Rækken »{name}« mangler."
        gone, again, down = without_row(row), with_row_twice(row), with_row_inserted(row)
        yield one("RP-209", sheet, f"A{row}", key, moved(sheet, gone), words=said)
        yield one("RP-211", sheet, f"A{row + 1}", key, moved(sheet, again))
        yield one("RP-212", sheet, f"A{row + 1}", key, moved(sheet, down))
    # Formulas that have lost their row show errors: it is the same cause.
    lost = moved(REPORT, without_row(13))
    errors = dict.fromkeys(((GOALS, "C5"), (GOALS, "G11")), ErrorValue("#REF!"))
    yield one("RP-209", REPORT, "A13", "1.1.b", lambda: show(lost(), errors))
    for sheet, origin, goal, key in (
        (REPORT, 12, 39, "1.1.a"),
        (REPORT, 39, 12, "2.3.b"),
        (REPORT, 18, 39, "1.3"),
        (GOALS, 12, 15, "1.2"),
        (MASTER, 10, 13, None),
        (HISTORY, 6, 40, "1.1.a"),
    ):
        place = with_row_moved(origin, goal)
        yield one("RP-212", sheet, f"A{goal}", key, moved(sheet, place))
    # A whole goal deleted is one finding.
    said = "Rækken »1.1« mangler. Det samme gælder 1.1.a, 1.1.b, 1.1.c."
    yield one("RP-209", REPORT, "A11", "1.1", moved(REPORT, without_goal_1_1), message=said)
    # Of two columns that were exchanged one is told; of four in the other order each that moved.
    yield one("RP-208", REPORT, "E10", None, moved(REPORT, with_columns_exchanged(5, 7)))
    yield Case(
        (
            ("RP-208", REPORT, "G10", None),
            ("RP-208", REPORT, "F10", None),
            ("RP-208", REPORT, "E10", None),
        ),
        moved(REPORT, with_columns_exchanged(5, 8, 6, 7)),
    )
    # A table that was sorted is one finding.
    said = "Rækken »1.1.a« står, hvor »2.3.a« hører til. Det samme gælder A11:A24, A26:A37."
    yield one("RP-212", REPORT, "A38", "1.1.a", moved(REPORT, upside_down), message=said)
    yield one("RP-210", REPORT, "A40", None, typed_over({(REPORT, "A40"): "2.4.a"}))
    for sheet, first, header in (
        (MASTER, "A6", "A5"),
        (REPORT, "A11", "A10"),
        (GOALS, "A11", "A10"),
        (HISTORY, "A6", "A5"),
    ):
        yield one("RP-213", sheet, first, None, moved(sheet, with_row_inserted(2)))
        yield one("RP-214", sheet, header, None, moved(sheet, lambda *_: None))


def _beside_a_changed_key() -> Iterator[Case]:
    """A row deleted, and a key near it changed, are two findings: the row is known by its text."""
    for typed in (None, "x"):
        for row, missing, key, changed in (
            (14, "1.1.c", "A15", "1.2.a"),
            (13, "1.1.b", "A15", "1.2.a"),
            (17, "1.2.b", "A18", "1.3.a"),
            (12, "1.1.a", "A12", "1.1.b"),
            (13, "1.1.b", "A12", "1.1.a"),
            (13, "1.1.b", "A13", "1.1.c"),
            (16, "1.2.a", "A16", "1.2.b"),
        ):
            gone = moved(REPORT, without_row(row))
            told = (("RP-209", REPORT, f"A{row}", missing), ("RP-308", REPORT, key, changed))
            yield Case(told, damaged(put, of=gone, cells={(REPORT, key): typed}))


def _columns() -> Iterator[Case]:
    for sheet, letter, name in COLUMNS:
        at, said = f"{letter}{5 if sheet is HISTORY else 10}", f"Kolonnen »{name}« mangler."
        gone = moved(sheet, without_column(letter))
        yield one("RP-207", sheet, at, None, gone, message=said)
    for sheet, letter, at in ((REPORT, "I", "J10"), (GOALS, "C", "D10"), (MASTER, "B", "C5")):
        one_more = moved(sheet, with_column_inserted(letter))
        yield one("RP-208", sheet, at, None, one_more)
    for origin, goal in (("I", "H"), ("A", "C"), ("S", "A"), ("P", "S")):
        place = with_column_moved(origin, goal)
        yield one("RP-208", REPORT, f"{goal}10", None, moved(REPORT, place))


def _guide_and_notes() -> Iterator[Case]:
    """The guide and the notes below the goals are no tables: what became of their lines is told
    once too, where it begins."""
    for sheet, place, cell in (
        (GUIDE, with_row_inserted(5), "A5"),
        (GUIDE, with_row_moved(5, 20), "A5"),
        (GUIDE, without_column("A"), "A1"),
        (GUIDE, lambda row, column: None, "A1"),
        (GOALS, without_row(22), "A22"),
        (GOALS, with_row_inserted(21), "A22"),
        (GOALS, with_row_twice(22), "A23"),
        (GOALS, lambda row, column: None if row > 21 else (row, column), "A22"),
    ):
        yield one("RP-309", sheet, cell, None, moved(sheet, place))
    for code, cell, content, key in (
        ("RP-210", "A21", "Husk moms", None),
        ("RP-211", "A21", "1.2", "1.2"),
        ("RP-211", "A24", "1.2", "1.2"),
    ):
        written = typed_over({(GOALS, cell): content})
        yield one(code, GOALS, cell, key, written, words=content)


def with_a_row_and_a_column_moved() -> bytes:
    """Figures are read by key and heading wherever they stand."""
    data = rearrange(calculated_report(), REPORT, with_column_moved("I", "H"))
    return rearrange(data, REPORT, with_row_moved(12, 39))


MOVED = (("RP-208", REPORT, "H10", None), ("RP-212", REPORT, "A39", "1.1.a"))
CASES = (
    *IDENTITY,
    *OF_AN_OLDER_LAYOUT,
    *_sheets(),
    *_rows(),
    *_beside_a_changed_key(),
    *_columns(),
    *_guide_and_notes(),
    Case(MOVED, with_a_row_and_a_column_moved, secured=100),
)
