"""What `_rp` says of carried values: read where it is well-formed, and never believed further."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from tests.validators.damage import At, Content, ErrorValue, Formula, put
from tests.validators.reports import (
    NOT_CALCULATED,
    Told,
    address,
    complete_values,
    judged,
    plan_named,
    told,
    told_apart,
)
from validators.prefilled import prefill_of, provenance_of
from validators.structure import Received, open_report
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Field, Sheet
from workbooks.prefill import Prefill
from workbooks.template.build import build_template

COUNT = address(("1.1.a", Column.RESULT))
ANSWER = address(("1.2.b", Column.DONE))
DELIVERED = address(("1.2.a", Column.DATE))
BUDGET = address(("2.1.a", Column.BASIS))
BENCHMARK_LEVEL = address(("2.2.a", Column.BASIS))
PREPARED_BY = address(Field.PREPARED_BY)


def prefilled(
    carried: Mapping[At, CellValue] | None = None, period_id: str = "Q3", accepted: bool = True
) -> bytes:
    """A complete report for Q4 on a template into which these values were carried."""
    inputs = {address(where): value for where, value in complete_values().items()}
    values = {COUNT: inputs[COUNT]} if carried is None else carried
    return build_template(plan_named(), inputs, Prefill(period_id, accepted, dict(values)))


@cache
def with_count() -> bytes:
    """The usual: a count that nobody changed."""
    return prefilled()


def received(data: bytes) -> Received:
    opened = open_report(data).received
    assert opened is not None
    return opened


def codes(data: bytes) -> list[str]:
    return [each.code for each in judged(data).findings if each.code != NOT_CALCULATED]


def test_a_carried_figure_that_nobody_changed_names_both_periods():
    (found,) = (each for each in judged(with_count()).findings if each.code == "RP-519")
    assert found.message() == (
        "Afrapportering!I12 (1.1.a): 55 er overført fra 3. kvartal og er ikke ændret i 4. kvartal."
    )
    assert judged(with_count()).accepted


def test_dates_answers_and_benchmarks_are_told_too_but_not_what_is_to_stand_all_year():
    inputs = {address(where): value for where, value in complete_values().items()}
    figures = (ANSWER, DELIVERED, BENCHMARK_LEVEL, BUDGET, PREPARED_BY)
    found = told_apart(prefilled({at: inputs[at]}) for at in figures)
    cells = [[(code, cell) for code, _, cell, _ in each] for each in found]
    assert cells == [*([("RP-519", cell)] for _, cell in figures[:3]), [], []]


def test_when_a_figure_counts_as_carried():
    found = told_apart(
        [
            prefilled(accepted=False),
            prefilled({COUNT: 40}),  # The report has another figure.
            prefilled(period_id="Q4"),  # The very period carries nothing.
            put(with_count(), {(HIDDEN, "I12"): ErrorValue("#REF!")}),
        ]
    )
    assert [[code for code, *_ in each] for each in found] == [["RP-519"], [], [], []]


def test_templates_without_carried_values_say_nothing_of_it():
    data = build_template(plan_named())
    assert provenance_of(received(data)) is None


def test_what_was_read_is_what_was_carried():
    carried: dict[At, CellValue] = {
        COUNT: 55,
        ANSWER: "Ja",
        DELIVERED: date(2020, 12, 1),
        PREPARED_BY: "Anne Jensen",
    }
    read = prefill_of(received(prefilled(carried)))
    assert read is not None
    assert (read.period_id, read.accepted) == ("Q3", True)
    assert read.cells == {**carried, DELIVERED: 44166.0}


HIDDEN = Sheet.HIDDEN
MALFORMED: dict[str, dict[At, Content]] = {
    "no such period": {(HIDDEN, "B8"): "Q7"},
    "no period at all": {(HIDDEN, "B8"): None},
    "another name": {(HIDDEN, "A8"): "overført"},
    "a number for a name": {(HIDDEN, "A8"): 8},
    "neither yes nor no": {(HIDDEN, "B9"): "måske"},
    "another field": {(HIDDEN, "A10"): "Godkendt af", (HIDDEN, "B10"): "Direktøren"},
    "another criterion": {(HIDDEN, "A12"): "9.9.z"},
    "the key of another row": {(HIDDEN, "A12"): "1.1.b"},
    "a row without its key": {(HIDDEN, "A12"): None},
    "a cell that takes no input": {(HIDDEN, "E12"): 0.5},
    "a row below the last": {(HIDDEN, "A400"): "1.1.a", (HIDDEN, "I400"): 55},
    "a formula": {(HIDDEN, "I12"): Formula("=Afrapportering!I12", 55)},
    "something in the empty row": {(HIDDEN, "D7"): "x"},
    "something far to the right": {(HIDDEN, "ZZ9"): "x"},
}


@pytest.fixture(scope="module")
def malformed() -> dict[str, list[Told]]:
    found = told_apart(put(with_count(), cells) for cells in MALFORMED.values())
    return dict(zip(MALFORMED, found, strict=True))


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_not_well_formed_is_stray_content_and_nothing_more(name, malformed):
    found = {(code, sheet) for code, sheet, *_ in malformed[name]}
    assert {code for code, _ in found} <= {"RP-313", "RP-309"}
    assert ("RP-313", "_rp") in found


def test_a_claim_of_values_excuses_nothing():
    data = put(with_count(), {(Sheet.REPORT, "E13"): 0.5, (Sheet.GUIDE, "A4"): "x"})
    assert {"RP-301", "RP-309", "RP-519"} <= set(codes(data))


def test_the_guides_note_is_the_one_that_was_written():
    ((code, sheet, cell, _), *_) = told(put(with_count(), {(Sheet.GUIDE, "A3"): "Alt er i orden"}))
    assert (code, sheet, cell) == ("RP-313", "Vejledning", "A3")
