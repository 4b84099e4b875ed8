"""RP-3xx: one cause is one error, at its cell, with what was agreed and what was found."""

from collections.abc import Iterator
from datetime import date

from tests.hostile.appearance import with_rule_of
from tests.hostile.cells import FOUR_YEARS, dates_of_1904
from tests.hostile.original import original
from tests.validators.cases.case import (
    ANY_FORMULA,
    GOALS,
    HIDDEN,
    HISTORY,
    MASTER,
    REPORT,
    Case,
    Cells,
    Changes,
    Make,
    damaged,
    one,
    shown_as,
    totals,
    typed_over,
    variant,
)
from tests.validators.damage import At, Content, Formula, put, show
from tests.validators.reports import (
    Told,
    calculated,
    calculated_report,
    complete_report,
    plan_named,
    report,
)
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.identity import is_loose, words_mark
from workbooks.form import AS_OF_CELL, PROSE, Column, Layout, Sheet
from workbooks.reading.cells import date_to_serial

CHANGED: tuple[tuple[Sheet, str, Content, str, str | None, str, str], ...] = (
    # the target
    (REPORT, "E12", 50, "RP-301", "1.1.a", "55", "50"),
    (REPORT, "E13", 0.8, "RP-301", "1.1.b", "82 %", "80 %"),
    (REPORT, "E13", "82 pct.", "RP-301", "1.1.b", "82 %", "»82 pct.«"),
    (REPORT, "E13", None, "RP-301", "1.1.b", "82 %", "(tom)"),
    (REPORT, "E13", Formula("=0.82", 0.82), "RP-301", "1.1.b", "82 %", "=0.82"),
    (REPORT, "E33", 2.5001, "RP-301", "2.1.b", "2,5", "2,5001"),
    # kind, deadline, unit, text
    (REPORT, "D12", "højst", "RP-302", "1.1.a", "»mindst«", "»højst«"),
    (REPORT, "G16", date(2021, 1, 31), "RP-303", "1.2.a", "31-12-2020", "31-01-2021"),
    (MASTER, "F9", date(2021, 2, 14), "RP-303", None, "14-01-2021", "14-02-2021"),
    (REPORT, "F13", "antal", "RP-309", "1.1.b", "»pct.«", "»antal«"),
    (REPORT, "B13", "1.2", "RP-309", "1.1.b", "»1.1«", "»1.2«"),
    (MASTER, "D9", "5. kvartal", "RP-309", None, "»4. kvartal«", "»5. kvartal«"),
    # the row that a goal begins with
    (REPORT, "A15", "1.2.x", "RP-312", "1.2", "", "»1.2.x«"),
    (REPORT, "A15", "1.2.a", "RP-312", "1.2", "", "»1.2.a«"),
    (REPORT, "B15", "9", "RP-309", "1.2", "»1.2«", "»9«"),
    (REPORT, "B15", "1.3", "RP-309", "1.2", "»1.2«", "»1.3«"),
    (REPORT, "C15", None, "RP-309", "1.2", "»Generel vidensudbredelse«", "(tom)"),
    (REPORT, "I15", 5, "RP-312", "1.2", "", "5"),
    (REPORT, "M15", Formula("=0", 0), "RP-312", "1.2", "", "=0"),
    # rule and weight
    (GOALS, "C19", "a og b", "RP-304", "2.2", "»a eller b«", "»a og b«"),
    (GOALS, "D11", 20, "RP-305", "1.1", "10", "20"),
    # identity
    (MASTER, "B6", "min-plan-2020", "RP-306", None, "»socialstyrelsen-2020«", "»min-plan-2020«"),
    (MASTER, "B7", "Ankestyrelsen", "RP-306", None, "»Socialstyrelsen«", "»Ankestyrelsen«"),
    (MASTER, "B8", 2021, "RP-306", None, "2020", "2021"),
    (MASTER, "B9", "2.0", "RP-306", None, "»1.0«", "»2.0«"),
    (Sheet.HIDDEN, "B2", "2.0", "RP-306", None, "»1.0«", "»2.0«"),
    # headings and keys
    (REPORT, "I10", "Tal", "RP-307", None, "Resultat", "Tal"),
    (REPORT, "I10", "Dato", "RP-307", None, "Resultat", "Dato"),
    (REPORT, "I10", None, "RP-307", None, "Resultat", "(tom)"),
    (REPORT, "A13", "1.1.x", "RP-308", "1.1.b", "1.1.b", "1.1.x"),
    (REPORT, "A13", "1.1.a", "RP-308", "1.1.b", "1.1.b", "1.1.a"),
    (REPORT, "A13", None, "RP-308", "1.1.b", "1.1.b", "(tom)"),
    (REPORT, "A12", None, "RP-308", "1.1.a", "1.1.a", "(tom)"),
    (REPORT, "A12", "1.1", "RP-308", "1.1.a", "1.1.a", "1.1"),
    (MASTER, "A10", "Kvartal", "RP-308", None, "Periode", "Kvartal"),
    (GOALS, "A11", "9.9", "RP-308", "1.1", "1.1", "9.9"),
    (HISTORY, "C6", 2019, "RP-308", "1.1.a", "1.1.a 2020", "1.1.a 2019"),
    # history
    (HISTORY, "D6", 50, "RP-315", "1.1.a", "55", "50"),
    (HISTORY, "G6", "Ja", "RP-315", "1.1.a", "(tom)", "»Ja«"),
    # formulas
    (REPORT, "M12", "opfyldt", "RP-310", "1.1.a", ANY_FORMULA, "»opfyldt«"),
    (REPORT, "M12", None, "RP-310", "1.1.a", ANY_FORMULA, "(tom)"),
    (REPORT, "C7", 100, "RP-310", None, ANY_FORMULA, "100"),
    (GOALS, "E11", 100, "RP-310", "1.1", ANY_FORMULA, "100"),
    (REPORT, "M12", Formula('="opfyldt"', "opfyldt"), "RP-311", "1.1.a", ANY_FORMULA, '="opfyldt"'),
    (GOALS, "E11", Formula("=0", 0), "RP-311", "1.1", ANY_FORMULA, "=0"),
    (GOALS, "C5", Formula("=99", 99), "RP-311", None, ANY_FORMULA, "=99"),
)
"""Of a cell that nobody should change: what it has now, the code, the key, what was agreed and what
was found."""
IN_A_COLUMN: tuple[At, ...] = tuple((REPORT, f"M{row}") for row in (12, 13, 14, 16, 17, 19))

WEIGHED = {11: "1.1", 12: "1.2", 13: "1.3", 14: "1.4", 15: "1.5", 16: "1.6"}
KINDS: tuple[At, ...] = tuple(
    (REPORT, Layout(plan_named()).report_cell(key, Column.KIND))
    for key in plan_named().criterion_by_key
)


def with_a_cell_dragged() -> bytes:
    """The result of the first row lies in the second, and the formulas have followed it."""
    followed: dict[At, Content] = {}
    for at, spec in blueprint_of(plan_named()).sheet(REPORT).cells.items():
        if at[1:] in ("12", "13") and spec.formula is not None:
            text = spec.formula.replace("I13", "#REF!").replace("I12", "I13")
            followed[REPORT, at] = Formula(text)
    return put(complete_report(), followed | {(REPORT, "I12"): None, (REPORT, "I13"): 0.82})


MORE_CHANGED = (
    one("RP-312", REPORT, "J13", "1.1.b", typed_over({(REPORT, "J13"): "se bilag"})),
    # What stands where nothing is read is told as its cell shows it.
    one("RP-312", REPORT, "I15", "1.2", shown_as((REPORT, "I15"), 60, "0"),
        message="60 står i rækken for mål 1.2, hvor intet skal udfyldes."),
    one("RP-312", REPORT, "J13", "1.1.b", shown_as((REPORT, "J13"), 44166, "dd-mm-yyyy"),
        message="01-12-2020 står i en grå celle, som dette delmål ikke bruger."),
    one("RP-313", REPORT, "U3", None, shown_as((REPORT, "U3"), 0.5, "0%"),
        message="50 % står uden for skabelonens felter (1 celle på arket) og er ikke læst."),
    # A column that was pasted over is one error, a few cells of it are one each.
    one("RP-310", REPORT, "M12", "1.1.a", typed_over(dict.fromkeys(IN_A_COLUMN, "opfyldt")),
        message="Her skal stå en formel, men den er erstattet af »opfyldt«. Det samme gælder"
        " M13:M14, M16:M17, M19."),
    one("RP-302", REPORT, "D12", "1.1.a", typed_over(dict.fromkeys(KINDS, None)),
        message="Kravet er ændret: aftalt »mindst«, i rapporten (tom). Det samme gælder D13:D14,"
        " D16:D17, D19, D21:D22, D24, D26:D27, D29:D30, D32:D33, D35:D36, D38:D39."),
    # Of figures that were each agreed and each changed, every one says what was agreed.
    Case(tuple(("RP-305", GOALS, f"D{row}", key) for row, key in WEIGHED.items()),
         typed_over({(GOALS, f"D{row}"): row for row in WEIGHED})),
    # Every row is judged by the day above them: what they show by another one is the same cause.
    one("RP-310", REPORT, AS_OF_CELL, None,
        lambda: show(put(calculated_report(), {(REPORT, AS_OF_CELL): 44104}),
                     {(REPORT, "M12"): "afventer", (REPORT, "V12"): 0})),
    Case((("RP-310", REPORT, "M12", "1.1.a"), ("RP-310", REPORT, "M13", "1.1.b")),
         typed_over(dict.fromkeys(IN_A_COLUMN[:2], "opfyldt"))),
    # A cell was dragged: all formulas that have followed it are one error.
    Case((("RP-311", REPORT, "L12", "1.1.a"), ("RP-503", REPORT, "I12", "1.1.a")),
         with_a_cell_dragged, words="klippes ud eller trækkes hen et andet sted, eller et ark"
         " slettes. Det samme gælder L13."),
    # Two causes are two errors.
    Case((("RP-301", REPORT, "E12", "1.1.a"), ("RP-302", REPORT, "D12", "1.1.a")),
         typed_over({(REPORT, "E12"): 50, (REPORT, "D12"): "højst"})),
    # Other spacing is no change.
    Case((), typed_over({(REPORT, "C13"): (
        "Andel modtagere,  der vurderer, at kvaliteten af rådgivningsforløbet er"
        " tilfredsstillende ")})),
)  # fmt: skip


def recalculated(typed: Changes, cells: Cells, shown: Cells) -> Make:
    """Cells changed, and the sheet shows what would follow from them."""
    return lambda: show(put(calculated(report(typed)), cells), shown)


FEW: Changes = {("1.1.a", Column.RESULT): 50, ("1.1.a", Column.EXPLANATION): "For få kurser"}
ILL: Changes = {("2.2.b", Column.RESULT): 99, ("2.2.b", Column.EXPLANATION): "Influenza"}
MET: Cells = {(REPORT, f"{column}12"): 100 for column in "UVWX"}
RECALCULATED: tuple[tuple[Changes, Cells, Cells, Told], ...] = (
    (FEW, {(REPORT, "E12"): 50},
     {(REPORT, "M12"): "opfyldt", **MET, **{(GOALS, f"{each}11"): 100 for each in "EGHI"},
      (GOALS, "F11"): 10, **totals(100)}, ("RP-301", REPORT, "E12", "1.1.a")),
    (FEW, {(GOALS, "D12"): 20}, {(GOALS, "F12"): 20, **totals(90.9)},
     ("RP-305", GOALS, "D12", "1.2")),
    (ILL, {(GOALS, "C19"): "a og b"},
     {**{(GOALS, f"{each}19"): 0 for each in "EFGHI"}, **totals(90)},
     ("RP-304", GOALS, "C19", "2.2")),
)  # fmt: skip
"""What was changed is told once when the sheet was recalculated with it."""

# A later version of the product may word its templates anew: older ones are judged the same.
OLD_WORDS = "Sådan stod der i den forrige udgave af produktet."
LEAD = (MASTER, "A3")


def in_old_words(words: Content = OLD_WORDS, *, marked: bool = True, **others: Content) -> Make:
    """One lead says something else, and by the mark that is how the template was worded.

    `others` are cells of Afrapportering.
    """

    def make() -> bytes:
        mark = words_mark(
            OLD_WORDS if (spec.name, address) == LEAD else str(cell.value)
            for spec in blueprint_of(plan_named()).sheets
            if spec.name not in (*PROSE, HIDDEN)
            for address, cell in spec.cells.items()
            if is_loose(cell)
        )
        cells: dict[At, Content] = {(REPORT, cell): value for cell, value in others.items()}
        marks = {(HIDDEN, "B6"): mark} if marked else {}
        return typed_over({LEAD: words, **marks, **cells})()

    return make


AS_IT_WAS_WORDED = (
    Case((), in_old_words()),
    # Words that were changed since, or a formula in their place.
    one("RP-309", *LEAD, None, in_old_words(marked=False)),
    one("RP-309", *LEAD, None, in_old_words(Formula(f'="{OLD_WORDS}"', OLD_WORDS))),
    # What was agreed is compared whatever the mark says.
    one("RP-301", REPORT, "E12", "1.1.a", in_old_words(E12=50)),
    one("RP-309", REPORT, "C12", "1.1.a", in_old_words(C12="Et andet delmål")),
)


def in_1904(at: At, day: date) -> Make:
    """A report in the date system of 1904, where days have other numbers, with another day."""
    number = date_to_serial(day) - FOUR_YEARS
    return lambda: put(dates_of_1904(original()), {at: number})


SHOWN = (
    one("RP-316", REPORT, "A1", None, variant("appearance/a_hidden_sheet")),
    one("RP-317", REPORT, "I13", "1.1.b", variant("appearance/a_result_merged_into_one_above")),
    one("RP-318", REPORT, "I12", "1.1.a", variant("appearance/a_percentage_for_a_count")),
    one("RP-319", REPORT, "A10", None, variant("tampering/a_table_that_ends_too_early")),
    one("RP-320", REPORT, "C5", None, variant("programs/values_pasted_over_everything")),
)


def _rules_of_colour() -> Iterator[Case]:
    """A conditional format is told at the first cell that it misrepresents, with its value."""
    for code, places, cell, key, words in (
        ("&quot;100 %&quot;", "U1:U9 I13", "I13", "1.1.b", ""),
        (";;;", "U9 I12:I13", "I12", "1.1.a", ";;; i en betinget formatering"),
        (";;;", "I12", "I12", "1.1.a", "(55)"),
        ("0%", "I12:I13", "I12", "1.1.a", ""),
        ("0", "I12:I13", "I13", "1.1.b", ""),
    ):
        made = damaged(with_rule_of(code, places))
        yield one("RP-318", REPORT, cell, key, made, words=words)


CASES = (
    *(
        one(code, sheet, cell, key, typed_over({(sheet, cell): value}), values=(found, agreed))
        for sheet, cell, value, code, key, agreed, found in CHANGED
    ),
    *MORE_CHANGED,
    *(Case((cause,), recalculated(*made)) for *made, cause in RECALCULATED),
    *AS_IT_WAS_WORDED,
    Case((("RP-505", REPORT, "P16", "1.2.a"), ("RP-602", REPORT, "U16", "1.2.a")),
         in_1904((REPORT, "J16"), date(2021, 1, 2))),
    one("RP-303", REPORT, "G16", "1.2.a", in_1904((REPORT, "G16"), date(2021, 6, 30)),
         values=("30-06-2021", "31-12-2020")),
    *SHOWN,
    *_rules_of_colour(),
)  # fmt: skip
