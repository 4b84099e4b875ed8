"""Whatever file is thrown at the check: findings, and never a crash or a plan of rubbish."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.validators.plan_book.authored import Percent, Typed, check_workbook, checked, typed
from validators.findings import has_errors


def test_a_file_that_cannot_be_read_is_a_finding():
    check = check_workbook(b"%PDF-1.7")
    assert ([each.code for each in check.findings], check.plan) == (["RP-102"], None)


MONSTROUS: dict[str, tuple[Typed, str]] = {
    "Plan!B7": (1e12, "RP-815"),
    "Mål!E5": ("(" * 20_000 + "a", "RP-831"),
    "Mål!E6": ("mindst " + "9" * 5_000 + " af (a, b, c)", "RP-831"),
    "Delmål!A10": ("1." * 9_000 + "a", "RP-822"),
    "Delmål!D9": ("mindst" * 4_000, "RP-813"),
    "Delmål!E5": (1e300, "RP-815"),
    "Delmål!E6": ("[" * 1_000 + "83" + "]" * 1_000, "RP-811"),
    "Delmål!E11": ("9" * 30_000, "RP-811"),
    "Delmål!H7": (-5, "RP-814"),
    "Delmål!H9": (99_999_999, "RP-814"),
    "Delmål!Q5": ("7" * 30_000, "RP-866"),
    "Delmål!Q13": ("1: " * 10_000, "RP-866"),
}
"""What no plan holds, by the cell where it is typed, and the code of the finding there."""


def test_a_monstrous_value_is_a_finding():
    check = checked({at: value for at, (value, _) in MONSTROUS.items()})
    found = {(f"{each.place.sheet}!{each.place.cell}", each.code) for each in check.findings}
    assert found >= {(at, code) for at, (_, code) in MONSTROUS.items()}
    assert check.plan is None
    assert all(len(finding.message()) < 2_000 for finding in check.findings)


_PLACES = st.builds(
    "{}!{}{}".format,
    st.sampled_from(["Plan", "Mål", "Delmål", "Historik"]),
    st.sampled_from("ABCDEFGHIJKLMNOPQRST"),
    st.integers(3, 46),
)
_WORDS = (
    "a og b eller c | [83] | +/- 5 | [+/- 5 %] | mindst | Ja | 1.1.a | 1.1 | vægte | gennemsnit"
    " | 70: 50 %; 82: 100 % | =1+1 | #N/A | Titel | Måltal | 31-12-2020"
)
_RUBBISH = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    st.builds(Percent, st.floats(-2, 2, allow_nan=False)),
    st.sampled_from(_WORDS.split(" | ")),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12),
)


@settings(max_examples=settings.default.max_examples // 2)
@given(cells=st.dictionaries(_PLACES, _RUBBISH, min_size=1, max_size=8))
def test_rubbish_anywhere_is_told_by_a_check_and_not_left_to_the_model(cells):
    # The help texts on Plan are merged cells.
    free = {at: value for at, value in cells.items() if not at.startswith(("Plan!D", "Plan!E"))}
    check = check_workbook(typed(free))
    assert (check.plan is None) == has_errors(check.findings)
    assert [f.message() for f in check.findings if f.code == "RP-899"] == []
