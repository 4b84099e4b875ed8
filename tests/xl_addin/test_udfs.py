"""The plain functions: what they answer, and that they always answer."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan import __version__
from tests.xl_addin.golden import PLAIN, ExcelError
from tests.xl_addin.golden_cases import runs_in
from xl_addin import udfs
from xl_addin.arguments import ERROR_NUMBERS
from xl_addin.udfs import FUNCTIONS


def as_python(argument: object) -> object:
    """An argument as a host without error values of its own passes it."""
    if isinstance(argument, tuple):
        return [[as_python(cell) for cell in row] for row in argument]
    return argument.code if isinstance(argument, ExcelError) else argument


@pytest.mark.parametrize("case", runs_in(PLAIN), ids=lambda case: case.name)
def test_golden_case(case):
    answer = getattr(udfs, case.function)(*map(as_python, case.arguments))
    assert case.fits(answer), answer


def test_the_golden_cases_reach_every_function_and_none_stands_twice():
    cases = runs_in(PLAIN)
    assert {case.function for case in cases} == {each.name for each in FUNCTIONS} - {"RP_VERSION"}
    assert len({case.name for case in cases}) == len(cases) > 80


def test_version_is_that_of_the_product_and_totals_without_arguments_need_a_host():
    assert udfs.RP_VERSION() == __version__
    assert udfs.RP_SCORE() == udfs.RP_ATTAINABLE() == "#VALUE!"


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        # Weights left out by a host with two dimensions are equal.
        (([[100.0], [0.0]], [[None]]), 50.0),
        # A tuple of rows is a range; rows of different length are none.
        ((((100.0,), (100.0,)),), 100.0),
        (([[100.0, 0.0], [100.0]],), "#VALUE!"),
        (([100.0, [100.0]],), "#VALUE!"),
    ],
)
def test_ranges_as_hosts_pass_them(arguments, total):
    assert udfs.RP_SCORE(*arguments) == total


def test_com_passes_errors_as_whole_numbers():
    assert udfs.RP_MEASURE("mindst", None, -2146826246, "pct.") == "#N/A"
    assert udfs.RP_MEASURE("mindst", None, -2146826246.0, "pct.") == -2146826246.0


cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["mindst", "+/-", "senest", "gennemført", "opfyldt", "afventer", "Ja", "a"]),
    st.sampled_from(sorted(ERROR_NUMBERS)),
    st.datetimes(),
    st.dates(),
    st.just(object()),
)
anything = cells | st.lists(cells, max_size=4) | st.lists(st.lists(cells, max_size=3), max_size=3)


@given(st.data())
def test_no_function_raises_or_answers_with_what_no_cell_can_show(data):
    chosen = data.draw(st.sampled_from(FUNCTIONS))
    arguments = [data.draw(anything) for _ in chosen.arguments]
    answer = getattr(udfs, chosen.name)(*arguments)
    assert isinstance(answer, str | int | float)
    assert isinstance(answer, str) or math.isfinite(answer)


KEYS = [["2.2.a"], ["2.2.b"]]
BLANK = [[None], [None]]


@pytest.mark.parametrize(
    ("rule", "states", "degrees", "says"),
    [
        ("a eller b", [["ikke opfyldt"], ["opfyldt"]], None, "Opfyldt: 1 af 2 delmål er opfyldt"),
        ("a eler b", [["opfyldt"], ["opfyldt"]], None, "a eler b"),
        ("a eller c", [["opfyldt"], ["opfyldt"]], None, "a eller c"),
        ("a eller b", [["opfyldt"]], None, "Nøgler"),
        ("a eller b", [["opfyldt"], ["måske"]], None, "måske"),
        ("gennemsnit", BLANK, [[100.0], [50.0]],
         "gennemsnittet er (100 (a) + 50 (b)) / 2 = 75 pct."),
        ("alle", BLANK, [[100.0], ["udgået"]], "Opfyldt: delmål a er opfyldt"),
        ("alle", BLANK, [["udgået"], ["udgået"]], "Udgået"),
        ("alle", BLANK, [["måles ikke i år"], ["måles ikke i år"]], "Måles ikke i år"),
        ("alle", BLANK, [[100.0], [150.0]], "Graden tallet 150 kendes ikke"),
        ("gennemsnit", None, [[40, "ukendt", 100], [50, 60, 100]],
         "forventet opfyldelse 50 pct. (intet siger, om 2.2.a nås"),
    ],
)  # fmt: skip
def test_rp_explain_explains_a_goal_and_what_is_wrong_with_it(rule, states, degrees, says):
    assert says in udfs.RP_EXPLAIN(rule, KEYS, states, None, None, None, None, degrees)
