"""The codes of layers 4 to 7: content, consistency, score, time."""

from datetime import date, datetime

from tests.validators.case import Case, changed, shown
from tests.validators.damage import At, ErrorValue, Formula, put, with_formats
from tests.validators.reports import (
    address,
    calculated_report,
    complete_report,
    complete_values,
    plan_named,
)
from workbooks.form import SECURED_CELL, Column, Field, Sheet
from workbooks.prefill import Prefill
from workbooks.template.build import build_template

REPORT = "Afrapportering"
SHARE = ("1.1.b", Column.RESULT)


def changed_after_calculating() -> bytes:
    """An input changed by a program that does not compute."""
    return put(calculated_report(), {(Sheet.REPORT, "I11"): 60})


def carried_and_not_changed() -> bytes:
    """A report on a template that was filled in with the count of the 3. kvartal."""
    inputs = {address(where): value for where, value in complete_values().items()}
    carried = {(Sheet.REPORT, "I11"): inputs[Sheet.REPORT, "I11"]}
    return build_template(plan_named(), inputs, Prefill("Q3", True, carried))


def a_count_that_became_a_date() -> bytes:
    """`1-2`, typed where the year is 2021."""
    result: At = (Sheet.REPORT, "I11")
    return with_formats(put(complete_report(), {result: date(2021, 2, 1)}), {result: "d-mmm"})


CONTENT = (
    Case("RP-401", changed({("1.1.b", Column.RESULT): "82,5"}), REPORT, "I12", "1.1.b"),
    Case("RP-402", changed({("1.1.b", Column.RESULT): 82}), REPORT, "I12", "1.1.b"),
    Case("RP-403", changed({("1.1.a", Column.RESULT): "ca. 60"}), REPORT, "I11", "1.1.a"),
    Case("RP-404", changed({("1.2.a", Column.DATE): "31-12-2020"}), REPORT, "J14", "1.2.a"),
    Case("RP-405", changed({("1.2.a", Column.DATE): datetime(2020, 12, 1, 14, 30)}), REPORT, "J14",
         "1.2.a"),
    Case("RP-406", changed({("1.1.a", Column.RESULT): ErrorValue("#N/A")}), REPORT, "I11", "1.1.a"),
    Case("RP-407", changed({("1.1.a", Column.RESULT): "N/A"}), REPORT, "I11", "1.1.a"),
    Case("RP-408", changed({Field.PREPARED_BY: None}), "Stamdata", "B12"),
    Case("RP-409", changed({("1.1.a", Column.RESULT): 60.5}), REPORT, "I11", "1.1.a"),
    Case("RP-410", changed({("1.1.a", Column.STATUS): "grøn"}), REPORT, "N11", "1.1.a"),
    Case("RP-411", changed({("1.1.a", Column.RESULT): "60\u00a0"}), REPORT, "I11", "1.1.a"),
    Case("RP-412", changed({("1.1.a", Column.RESULT): Formula("=20+40", 60)}), REPORT, "I11",
         "1.1.a"),
    Case("RP-413", changed({("1.1.a", Column.RESULT): True}), REPORT, "I11", "1.1.a"),
    Case("RP-414", changed({("1.2.a", Column.DATE): 2020}), REPORT, "J14", "1.2.a"),
    Case("RP-415", a_count_that_became_a_date, REPORT, "I11", "1.1.a"),
)  # fmt: skip

CONSISTENCY = (
    Case("RP-501", changed({Field.SUBMITTED: date(2020, 12, 30)}), "Stamdata", "B11"),
    Case("RP-502", changed({("1.2.a", Column.DATE): date(2020, 12, 1)}, period_id="Q3"), REPORT,
         "J14", "1.2.a"),
    Case("RP-503", changed({("1.1.b", Column.RESULT): None}), REPORT, "I12", "1.1.b"),
    Case("RP-504", changed({("2.2.b", Column.RESULT): None}), REPORT, "I27", "2.2.b"),
    Case("RP-505", changed({("1.1.a", Column.RESULT): 54}), REPORT, "P11", "1.1.a"),
    Case("RP-506",
         changed({("1.1.a", Column.STATUS): "Rød", ("1.1.a", Column.EXPLANATION): "Få kurser"}),
         REPORT, "Q11", "1.1.a"),
    Case("RP-507", changed({("1.1.a", Column.PROVISIONAL): "Ja"}), REPORT, "R11", "1.1.a"),
    Case("RP-509", changed({("1.7.a", Column.DATE): None}, period_id="Q3"), REPORT, "J22", "1.7.a"),
    Case("RP-510", changed({("1.2.a", Column.DONE): "Nej"}), REPORT, "K14", "1.2.a"),
    Case("RP-511", changed({("2.2.b", Column.BASIS): 0}), REPORT, "H27", "2.2.b"),
    Case("RP-512", changed({("1.2.a", Column.DATE): date(2019, 12, 1)}), REPORT, "J14", "1.2.a"),
    Case("RP-513", changed({("1.2.b", Column.DOCUMENTATION): None}), REPORT, "S15", "1.2.b"),
    Case("RP-514", changed({("1.2.a", Column.DATE): None, ("1.2.a", Column.DONE): "Ja"}), REPORT,
         "J14", "1.2.a"),
    Case("RP-519", carried_and_not_changed, REPORT, "I11", "1.1.a"),
    Case("RP-520", changed({SHARE: 0.0082}), REPORT, "I12", "1.1.b"),
    Case("RP-521", changed({SHARE: 0.0082, ("1.1.b", Column.EXPLANATION): "Færre"}), REPORT, "I12",
         "1.1.b"),
)  # fmt: skip

SCORE = (
    Case("RP-601", complete_report, "Målopfyldelse", "C5"),
    Case("RP-602", changed_after_calculating, REPORT, "L11", "1.1.a"),
    Case("RP-603", shown({(Sheet.GOALS, SECURED_CELL): 90}), "Målopfyldelse", "C5"),
)


REST = (*CONTENT, *CONSISTENCY, *SCORE)
