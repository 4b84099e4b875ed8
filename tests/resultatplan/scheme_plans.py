"""Plans with a scheme, built from a few words; `tests.acceptance.random_plans` draws others."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from string import ascii_lowercase
from typing import Any

from resultatplan.criteria import Kind
from resultatplan.plan import Plan

Table = dict[str, Any]
"""A table of a plan file."""

DUE = date(2025, 9, 30)
LATEST = date(2025, 11, 30)

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
    Kind.OVER: {"target": 80, "unit": "pct."},
    Kind.UNDER: {"target": 30, "unit": "dage"},
    Kind.BETWEEN: {"target": 10, "target_to": 50, "unit": "pct."},
    Kind.WITHIN: {"target": 2, "unit": "mio. kr."},
    Kind.REDUCTION: {"target": 10, "unit": "pct."},
    Kind.GROWTH: {"target": 10, "unit": "pct."},
    Kind.BENCHMARK: {"unit": "dage"},
    Kind.BENCHMARK_LEAST: {"unit": "karakter"},
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


def ruling(key: str, effect: str = "out", **fields: object) -> Table:
    """What the department decides: that a goal or criterion is withdrawn, on the 1st of April."""
    usual = {"ruled": "withdrawn", "day": date(2025, 4, 1), "reason": "Loven er ændret"}
    return {"key": key, "effect": effect, **usual, **fields}


def plan(*goals: Table, rulings: Sequence[Table] = (), **scoring: object) -> Plan:
    """A plan of these goals, numbered 1, 2 …, their criteria a, b …"""
    numbered = [
        goal
        | {"number": str(number)}
        | {
            "criteria": [
                criterion | {"key": f"{number}.{name}"}
                for name, criterion in zip(ascii_lowercase, goal["criteria"], strict=False)
            ]
        }
        for number, goal in enumerate(goals, start=1)
    ]
    sections = [{"title": "Mål", "goals": numbered}]
    table = {"stated_goals": len(goals), "sections": sections, "rulings": rulings}
    return Plan.model_validate(_BASE | table | ({"scoring": scoring} if scoring else {}))


def steps(*pairs: tuple[float, float]) -> list[Table]:
    """Steps as (level, credit)."""
    return [{"at": Decimal(str(at)), "credit": Decimal(str(credit))} for at, credit in pairs]
