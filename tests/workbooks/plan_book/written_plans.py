"""Random plans with everything that a plan can hold: any text, notes, history, tolerances."""

import re
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
lines = texts
names = texts.map(lambda text: "".join(each if is_one_line(each) else " " for each in text))
notes = st.lists(texts.map(lambda text: re.sub(r"\n\s*\n", "\n", text)), max_size=3)
"""Without empty lines: one stands between two notes in a cell."""
numbers = st.decimals(-10_000, 10_000, places=3) | st.sampled_from([Decimal(0), Decimal("1E+3")])
units = st.sampled_from(["pct.", "antal", "dage", "mio. kr.", "sager pr. årsværk"])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan: a random scheme, dressed in random words."""
    data = random_plan(draw(st.integers(0, 100_000))).model_dump()
    data["version"] = draw(st.sampled_from(["1.0", "1.1", "2.10"]))
    for name in ("title", "ministry", "institution"):
        data[name] = draw(names)
    for name in ("stated_goals_text", "scoring_text"):
        data[name] = draw(texts)
    data["notes"] = draw(notes)
    data["reporting"] |= {
        "text": draw(texts),
        "days": draw(st.integers(1, 120)),
        "heeds_holidays": draw(st.booleans()),
    }
    data["bonus"] |= {
        "text": draw(texts),
        "discretion": draw(st.none() | texts),
        "share_of_bonus": draw(st.none() | st.just("1/3")),
    }
    for frame, name in zip(data["bonus"]["frames"], draw(_frame_names), strict=False):
        frame["name"] = name
    data["tolerances"] = draw(st.lists(_tolerances, max_size=2))
    for ruling in data["rulings"]:
        ruling["reason"] = draw(texts)
    data["sections"] = draw(_sections(data["sections"][0]["goals"]))
    for section in data["sections"]:
        for goal in section["goals"]:
            draw(_dressed_goal(goal))
    return Plan.model_validate(data)


_frame_names = st.lists(lines, min_size=2, max_size=2, unique=True)

_bounds = st.fixed_dictionaries(
    {}, optional={"least": numbers.map(lambda it: it - 20_000), "greatest": numbers}
)

_tolerances = st.fixed_dictionaries(
    {"size": lines, "base_budget": numbers, "follow_up_2": numbers, "unit": units},
    optional={"headcount": lines},
)


@st.composite
def _sections(draw: st.DrawFn, goals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The goals in one section or two."""
    cut = draw(st.integers(1, len(goals)))
    parts = [part for part in (goals[:cut], goals[cut:]) if part]
    titles = draw(
        st.lists(
            lines,
            min_size=len(parts),
            max_size=len(parts),
            unique_by=lambda title: " ".join(title.split()).casefold(),
        )
    )
    return [
        {"title": title, "number": draw(st.none() | st.just(str(index))), "goals": part}
        for index, (title, part) in enumerate(zip(titles, parts, strict=True))
    ]


@st.composite
def _dressed_goal(draw: st.DrawFn, goal: dict[str, Any]) -> None:
    goal |= {
        "title": draw(texts),
        "heading": draw(st.none() | texts),
        "description": draw(texts),
        "source": draw(st.none() | texts),
        "notes": draw(notes),
    }
    for criterion in goal["criteria"]:
        criterion |= {
            "text": draw(texts),
            "source": draw(st.none() | texts),
            "notes": draw(notes),
            "level_unit": draw(st.none() | units),
            "history": draw(_history),
        }
        if criterion["kind"].is_numeric:
            criterion |= {"least": None, "greatest": None} | draw(_bounds)


_history = st.lists(
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
