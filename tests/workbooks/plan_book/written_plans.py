"""Random plans with everything that a plan can hold: any text, notes, history, tolerances."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from resultatplan.goals import is_one_line
from resultatplan.plan import Plan
from tests.acceptance.random_plans import random_plan

_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cc"),
    include_characters="\n\t",
    exclude_characters="\ufffe\uffff\u2028\u2029\x85",
)
_TYPICAL = st.sampled_from(
    ["=SUM(A1)", "+/-", "1.1", "'x", "»a«", '"""', "\\", "_x0041_", "¶", "a\n\nb", "  a  b", "#N/A"]
)
texts = st.builds(
    "".join, st.lists(_TYPICAL | st.text(_LETTERS, max_size=20), min_size=1, max_size=4)
).map(lambda text: text.strip() or "tekst")
names = texts.map(lambda text: "".join(each if is_one_line(each) else " " for each in text))
notes = st.lists(texts.map(lambda text: re.sub(r"\n\s*\n", "\n", text)), max_size=3)
"""Without empty lines: one stands between two notes in a cell."""
numbers = st.decimals(-10_000, 10_000, places=3) | st.sampled_from([Decimal(0), Decimal("1E+3")])
units = st.sampled_from(["pct.", "antal", "dage", "mio. kr.", "sager pr. årsværk"])
maybe = st.none() | texts

history = st.lists(
    st.fixed_dictionaries(
        {"year": st.integers(2000, 2100)},
        optional={
            "target": numbers,
            "target_to": numbers.map(lambda it: it + 20_000),
            "result": numbers,
            "measured": numbers,
            "unit": units,
            "provisional": st.booleans(),
            "note": texts,
        },
    ),
    max_size=3,
    unique_by=lambda entry: entry["year"],
).map(lambda entries: sorted(entries, key=lambda entry: entry["year"]))
tolerances = st.fixed_dictionaries(
    {"size": texts, "base_budget": numbers, "follow_up_2": numbers, "unit": units},
    optional={"headcount": texts},
)

PLAN = {
    "version": st.sampled_from(["1.0", "1.1", "2.10"]),
    **dict.fromkeys(("title", "ministry", "institution"), names),
    **dict.fromkeys(("stated_goals_text", "scoring_text"), texts),
    "notes": notes,
    "tolerances": st.lists(tolerances, max_size=2),
}
REPORTING = {"text": texts, "days": st.integers(1, 120), "heeds_holidays": st.booleans()}
BONUS = {"text": texts, "discretion": maybe, "share_of_bonus": st.none() | st.just("1/3")}
GOAL = {"title": texts, "heading": maybe, "description": texts, "source": maybe, "notes": notes}
CRITERION = {
    "text": texts,
    "source": maybe,
    "notes": notes,
    "level_unit": st.none() | units,
    "history": history,
}
BOUNDS = {
    "least": st.none() | numbers.map(lambda it: it - 20_000),
    "greatest": st.none() | numbers,
}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan: a random scheme, dressed in random words, its goals in one section or two."""

    def dress(table: dict[str, Any], words: Mapping[str, st.SearchStrategy[object]]) -> None:
        table |= {name: draw(strategy) for name, strategy in words.items()}

    data = random_plan(draw(st.integers(0, 100_000))).model_dump()
    goals = data["sections"][0]["goals"]
    dress(data, PLAN)
    dress(data["reporting"], REPORTING)
    dress(data["bonus"], BONUS)
    two_names = st.lists(texts, min_size=2, max_size=2, unique=True)
    for frame, name in zip(data["bonus"]["frames"], draw(two_names), strict=False):
        frame["name"] = name
    for ruling in data["rulings"]:
        ruling["reason"] = draw(texts)
    for goal in goals:
        dress(goal, GOAL)
        for criterion in goal["criteria"]:
            dress(criterion, CRITERION)
            if criterion["kind"].is_numeric:
                dress(criterion, BOUNDS)
    cut = draw(st.integers(1, len(goals)))
    as_told = {"unique_by": lambda title: " ".join(title.split()).casefold()}
    titles = draw(st.lists(texts, min_size=2, max_size=2, **as_told))
    data["sections"] = [
        {"title": title, "number": draw(st.none() | st.just(str(index))), "goals": part}
        for index, (title, part) in enumerate(zip(titles, (goals[:cut], goals[cut:]), strict=True))
        if part
    ]
    return Plan.model_validate(data)
