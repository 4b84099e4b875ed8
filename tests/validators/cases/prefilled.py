"""RP-519, and what `_rp` says of carried values: read where well-formed, believed no further."""

from collections.abc import Iterator, Mapping
from functools import cache

from tests.validators.cases.case import GUIDE, HIDDEN, REPORT, Case, Cells, Make, told_at
from tests.validators.damage import ErrorValue, Formula, put
from tests.validators.reports import Where, address, complete_values, plan_named
from workbooks.form import Column, Field
from workbooks.prefill import Prefill
from workbooks.template.build import build_template

COUNT: Where = ("1.1.a", Column.RESULT)
SHARE: Where = ("1.1.b", Column.RESULT)


@cache
def prefilled(figures: tuple[Where, ...], period: str, *, accepted: bool) -> bytes:
    """A report for Q4 on a template into which these figures of the complete one were carried."""
    inputs = {address(where): value for where, value in complete_values().items()}
    cells = {address(where): inputs[address(where)] for where in figures}
    return build_template(plan_named(), inputs, Prefill(period, accepted, cells))


def carried(
    *figures: Where, period: str = "Q3", accepted: bool = True, now: Cells | None = None
) -> Make:
    """The same, and what was done to it since."""
    return lambda: put(prefilled(figures, period, accepted=accepted), now or {})


carried_and_not_changed = carried(COUNT)
MALFORMED: Mapping[str, Cells] = {
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
    "something far to the right": {(HIDDEN, "ZZ9"): "x"},
    "something in the empty row": {(HIDDEN, "D7"): "x"},
}
"""It is stray content and nothing more, and so is the note about it in the guide."""


def _malformed() -> Iterator[Case]:
    for name, cells in MALFORMED.items():
        stray = "D7" if name.endswith("empty row") else "A8"
        told = (("RP-313", GUIDE, "A3", None), ("RP-313", HIDDEN, stray, None))
        yield Case(told, carried(COUNT, now=cells))


CARRIED = ("RP-519", REPORT, "I12", "1.1.a")
CASES = (
    told_at("RP-519", COUNT, carried_and_not_changed,
            "55 er overført fra 3. kvartal og er ikke ændret i 4. kvartal."),
    # Of answers, days and benchmarks it is told too, but not of what is to stand all year.
    Case((("RP-519", REPORT, "J16", "1.2.a"), ("RP-519", REPORT, "K17", "1.2.b"),
          ("RP-519", REPORT, "H35", "2.2.a")),
         carried(("1.2.b", Column.DONE), ("1.2.a", Column.DATE), ("2.2.a", Column.BASIS),
                 ("2.1.a", Column.BASIS), Field.PREPARED_BY)),
    told_at("RP-519", COUNT, carried(COUNT, accepted=False)),
    # What is an error is not asked about as carried, too.
    told_at("RP-520", SHARE,
            carried(SHARE, now={(REPORT, "I13"): 0.0085, (HIDDEN, "I13"): 0.0085})),
    # Another figure; the very period, which carries nothing; and an error.
    Case((), carried(COUNT, now={(HIDDEN, "I12"): 40})),
    Case((), carried(COUNT, period="Q4")),
    Case((), carried(COUNT, now={(HIDDEN, "I12"): ErrorValue("#REF!")})),
    *_malformed(),
    # A claim of values excuses nothing, and the guide's note is the one that was written.
    Case((("RP-301", REPORT, "E13", "1.1.b"), ("RP-309", GUIDE, "A4", None), CARRIED),
         carried(COUNT, now={(REPORT, "E13"): 0.5, (GUIDE, "A4"): "x"})),
    Case((("RP-313", GUIDE, "A3", None), CARRIED), carried(COUNT, now={(GUIDE, "A3"): "I orden"})),
)  # fmt: skip
