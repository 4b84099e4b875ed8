"""Plans with a scheme, built from a few words, and random ones with random reports."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported
from resultatplan.plan import Criterion, Plan

Table = dict[str, Any]
"""A table of a plan file."""

DUE = date(2025, 9, 30)
LATEST = date(2025, 11, 30)
NAMES = "abc"

_BASE: Table = {
    "id": "proeve-2025",
    "title": "Prøveplan",
    "ministry": "Prøveministeriet",
    "institution": "Prøvestyrelsen",
    "year": 2025,
    "valid_from": date(2025, 1, 1),
    "valid_to": date(2025, 12, 31),
    "stated_goals_text": "Se planen.",
    "scoring_text": "Se planen.",
    "reporting": {
        "days": 14,
        "text": "Efter årets afslutning.",
        "periods": [{"id": "Q4", "name": "helår", "ends": date(2025, 12, 31), "final": True}],
    },
    "bonus": {"text": "Afgørende for engangsvederlaget."},
}
_NEEDS: dict[Kind, Table] = {
    Kind.AT_LEAST: {"target": 80, "unit": "pct."},
    Kind.AT_MOST: {"target": 30, "unit": "dage"},
    Kind.WITHIN: {"target": 2, "unit": "mio. kr."},
    Kind.REDUCTION: {"target": 10, "unit": "pct."},
    Kind.BENCHMARK: {"unit": "dage"},
    Kind.DELIVERED_BY: {"deadline": DUE},
    Kind.DONE: {},
    Kind.ASSESSED: {"assessor": "departementet"},
}


def criterion(kind: Kind = Kind.AT_LEAST, **fields: object) -> Table:
    """A criterion; its key is given by its place in the goal."""
    return {"kind": kind, "text": "Delmål", **_NEEDS[kind], **fields}


def goal(*criteria: Table, **fields: object) -> Table:
    """A goal; its number is given by its place in the plan."""
    return {"title": "Mål", "description": "Målet.", "criteria": list(criteria), **fields}


def plan(*goals: Table, **scoring: object) -> Plan:
    """A plan of these goals, numbered 1, 2 …, their criteria a, b …"""
    numbered = [
        goal
        | {"number": str(number)}
        | {
            "criteria": [
                criterion | {"key": f"{number}.{name}"}
                for name, criterion in zip("abcdefgh", goal["criteria"], strict=False)
            ]
        }
        for number, goal in enumerate(goals, start=1)
    ]
    table = {"stated_goals": len(goals), "sections": [{"title": "Mål", "goals": numbered}]}
    return Plan.model_validate(_BASE | table | ({"scoring": scoring} if scoring else {}))


def steps(*pairs: tuple[float, float]) -> list[Table]:
    """Steps as (level, credit)."""
    return [{"at": Decimal(str(at)), "credit": Decimal(str(credit))} for at, credit in pairs]


SCALES: dict[Kind, list[Table]] = {
    Kind.AT_LEAST: [
        {"steps": steps((60, 25), (70, 50), (80, 100))},
        {"linear": {"zero": 50, "full": 80}},
    ],
    Kind.AT_MOST: [
        {"steps": steps((45, 40), (30, 100))},
        {"linear": {"zero": 60, "full": 30}},
    ],
    Kind.WITHIN: [
        {"steps": steps((5, 50), (2, 100))},
        {"linear": {"zero": 6, "full": 2}},
    ],
    Kind.REDUCTION: [
        {"steps": steps((0, 10), (5, 50), (10, 100))},
        {"linear": {"zero": 0, "full": 10}},
    ],
    Kind.BENCHMARK: [
        {"steps": steps((40, 30), (35, 60))},
        {"linear": {"zero": 45}},
    ],
    Kind.DELIVERED_BY: [{"partial_deadline": LATEST}],
    Kind.DONE: [{"partly": True}],
    Kind.ASSESSED: [{"partly": True}],
}
"""Each way in which a criterion of a kind can be met in part."""

KINDS = st.sampled_from(Kind)
LEVELS = st.decimals(-10, 120, places=1)
WEIGHTS = st.decimals(Decimal("0.1"), 9, places=1)
REASONS = st.none() | st.just("Loven er ændret")


@st.composite
def criteria(draw: st.DrawFn, *, binary: bool, withdrawals: bool) -> Table:
    """A random criterion, with or without a scale."""
    kind = draw(KINDS)
    scale = draw(st.sampled_from([{}, *([] if binary else SCALES[kind])]))
    withdrawn = draw(REASONS) if withdrawals else None
    return criterion(kind, withdrawn=withdrawn, **scale)


@st.composite
def goals(draw: st.DrawFn, *, binary: bool, withdrawals: bool) -> Table:
    """A random goal of one to three criteria."""
    parts = draw(st.lists(criteria(binary=binary, withdrawals=withdrawals), min_size=1, max_size=3))
    shorts = list(NAMES[: len(parts)])
    rules = [
        None,
        " eller ".join(shorts),
        f"mindst {(len(parts) + 1) // 2} af ({', '.join(shorts)})",
    ]
    if len(parts) == 3:
        rules.append("a og (b eller c)")
    withdrawn = draw(REASONS) if withdrawals else None
    if binary:
        return goal(*parts, rule=draw(st.sampled_from(rules)), withdrawn=withdrawn)
    combine = draw(st.sampled_from(["rule", "rule", "mean", "weighted_mean"]))
    if combine == "rule":
        partial = draw(st.sampled_from([None, "a", " eller ".join(shorts)]))
        rule = draw(st.sampled_from(rules))
        return goal(*parts, rule=rule, partial_rule=partial, withdrawn=withdrawn)
    if combine == "weighted_mean":
        parts = [part | {"weight": draw(WEIGHTS)} for part in parts]
    return goal(*parts, combine=combine, withdrawn=withdrawn)


@st.composite
def plans(
    draw: st.DrawFn,
    *,
    binary: bool = False,
    withdrawals: bool = False,
    withdrawn: str = "leaves",
    weighting: str | None = None,
) -> Plan:
    """A random plan of one to four goals."""
    chosen = draw(st.lists(goals(binary=binary, withdrawals=withdrawals), min_size=1, max_size=4))
    if withdrawals:
        chosen.append(goal(criterion(Kind.DONE)))
    weighting = weighting or draw(st.sampled_from(["equal", "weights", "points"]))
    name = {"weights": "weight", "points": "points"}.get(weighting)
    if name is not None:
        chosen = [each | {name: draw(WEIGHTS)} for each in chosen]
    return plan(*chosen, weighting=weighting, partial_credit=50, withdrawn=withdrawn)


@st.composite
def reports(draw: st.DrawFn, of: Plan) -> dict[str, Reported]:
    """A random report of a plan; a criterion may be left out."""
    chosen = [each for each in of.criteria if draw(st.booleans())]
    return {each.key: draw(answers(each)) for each in chosen}


@st.composite
def answers(draw: st.DrawFn, of: Criterion) -> Reported:
    """Something that may be reported for a criterion."""
    if of.kind.is_numeric:
        basis = draw(st.decimals(20, 60, places=1)) if of.kind.needs_basis else None
        return Reported(basis=basis, result=draw(LEVELS))
    if of.kind is Kind.DELIVERED_BY:
        days = draw(st.integers(-90, 90))
        return draw(
            st.sampled_from([Reported(delivered=DUE + timedelta(days)), Reported(done=False)])
        )
    given = [Reported(done=True), Reported(done=False)]
    return draw(st.sampled_from([*given, *([Reported(partly=True)] if of.partly else [])]))
