"""Random plans with random schemes: any kinds, scales, rules, weights, rulings and payouts.

A number makes a plan, the same number the same plan, so that a failure can be looked at again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from resultatplan.criteria import Kind
from resultatplan.plan import Plan
from resultatplan.plan_file import read_plan, written_plan
from resultatplan.plans_folder import plans_in

Table = dict[str, Any]
"""A table of a plan file."""

_YEAR = 2024
_PERIODS = (
    ("Q2", "1. halvår", date(_YEAR, 6, 30)),
    ("Q3", "3. kvartal", date(_YEAR, 9, 30)),
    ("Q4", "4. kvartal", date(_YEAR, 12, 31)),
)
_LETTERS = "abcdef"
_MOST_GOALS = 5


_FIGURES = {
    Kind.AT_LEAST: (50, 100, 12, -1, [("pct.", None), ("pct.", None), ("antal", None)]),
    Kind.AT_MOST: (10, 60, 9, 1, [("dage", None)]),
    Kind.OVER: (50, 100, 12, -1, [("pct.", None), ("antal", None)]),
    Kind.UNDER: (10, 60, 9, 1, [("dage", None)]),
    Kind.BETWEEN: (10, 60, 9, 1, [("pct.", None), ("dage", None), ("antal", None)]),
    Kind.WITHIN: (1, 5, 4, 1, [("mio. kr.", None), ("pct.", "mio. kr."), ("pct.", None)]),
    Kind.REDUCTION: (2, 15, 4, -1, [("pct.", "dage"), ("pct.", "pct."), ("pct.", None)]),
    Kind.GROWTH: (2, 15, 4, -1, [("pct.", "dage"), ("pct.", "pct."), ("pct.", None)]),
    Kind.BENCHMARK: (5, 20, 5, 1, [("dage", None)]),
    Kind.BENCHMARK_LEAST: (20, 40, 5, -1, [("karakter", None)]),
}
"""The least and the most of a target, how far off its lower levels are and which way, units."""


def random_plan(seed: int, **forced: object) -> Plan:
    """The plan of this number; `forced` are things of the scheme that are not drawn."""
    maker = _Maker(Random(seed))
    vars(maker).update(forced)
    return Plan.model_validate(maker.plan(seed))


@contextmanager
def stated_plan(seed: int, folder: Path) -> Iterator[Plan]:
    """The plan of this number as its file states it, in a plans folder."""
    made = random_plan(seed)
    file = folder / f"{made.id}.toml"
    file.write_text(written_plan(made), encoding="utf-8")
    with plans_in(folder):
        yield read_plan(file)


class _Maker:
    """Draws the parts of one plan."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.rulings = random.random() < 0.6
        self.binary = random.random() < 0.15
        self.weighting = random.choice(["equal", "weights", "points", "counted"])
        self.effect: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether goals are only counted, so that nothing counts by a number."""
        return self.weighting == "counted"

    def plan(self, seed: int) -> Table:
        goals = [self.goal(number) for number in range(1, self.random.randint(3, _MOST_GOALS + 1))]
        periods = self.random.choice([_PERIODS, _PERIODS[::2], _PERIODS[2:]])
        return {
            "id": f"tilfaeldig-{seed}",
            "title": "Resultatplan",
            "ministry": "Ministeriet",
            "institution": "Styrelsen",
            "year": _YEAR,
            "valid_from": date(_YEAR, 1, 1),
            "valid_to": date(_YEAR, 12, 31),
            "stated_goals": len(goals),
            "stated_goals_text": "Planens mål.",
            "scoring_text": "Sådan scores planen.",
            "scoring": {
                "weighting": self.weighting,
                "partial_credit": None if self.is_counted else self.number(1, 99),
            },
            "reporting": {
                "days": 14,
                "text": "Der rapporteres.",
                "periods": [
                    {"id": id_, "name": name, "ends": ends, "final": id_ == "Q4"}
                    for id_, name, ends in periods
                ],
            },
            "sections": [{"title": "Mål", "number": "1", "goals": goals}],
            "rulings": self.decided(goals) if self.rulings else [],
            "bonus": {"text": "Bonus.", "frames": self.frames()},
        }

    def frames(self) -> list[Table]:
        """What the total pays, in no frame, one or two; a table that rises, perhaps on a line."""
        if self.is_counted:
            return []
        return [
            self.frame(name) for name in ("Basisramme", "Ekstraramme")[self.random.randint(0, 2) :]
        ]

    def frame(self, name: str) -> Table:
        unit, most = self.random.choice([("pct.", 100), ("kr.", 90_000)])
        totals = sorted(self.random.sample(range(10_001), self.random.randint(1, 4)))
        paid = sorted(self.number(0, most) for _ in totals)
        return {
            "name": name,
            "unit": unit,
            "table": [
                {"at": Decimal(at) / 100, "pays": pays}
                for at, pays in zip(totals, paid, strict=True)
            ],
            "is_linear": len(totals) > 1 and self.random.random() < 0.5,
            "cap": self.random.choice([None, self.number(1, most)]),
        }

    def decided(self, goals: list[Table]) -> list[Table]:
        """Rulings on some goals and criteria, here and there one that replaces another.

        The first criterion of the last goal is left in peace, so that something counts.
        """
        keys = [goal["number"] for goal in goals[:-1]]
        keys += [each["key"] for goal in goals for each in goal["criteria"]]
        keys.remove(goals[-1]["criteria"][0]["key"])
        drawn = [key for key in keys if self.random.random() < 0.2]
        again = [key for key in drawn if self.random.random() < 0.3]
        first = ("withdrawn", "not_measured")
        rulings = [self.ruling(key, first) for key in drawn]
        return rulings + [self.ruling(key, (*first, "reinstated")) for key in again]

    def ruling(self, key: str, choices: tuple[str, ...]) -> Table:
        return {
            "key": key,
            "ruled": self.random.choice(choices),
            "day": date(_YEAR, self.random.randint(1, 12), 1),
            "reason": "Loven er ændret",
            "effect": self.effect or self.random.choice(["out", "not_met"]),
        }

    def goal(self, number: int) -> Table:
        count = self.random.randint(1, len(_LETTERS))
        keys = list(_LETTERS[:count])
        goal: Table = {
            "number": f"1.{number}",
            "title": f"Mål nummer {number}",
            "description": "Målet.",
        }
        criteria = [self.criterion(f"1.{number}.{key}") for key in keys]
        only_rules = self.binary or self.is_counted
        combine = "rule" if only_rules else self.random.choice(["rule", "rule", "rule", "mean"])
        if combine == "rule":
            goal["rule"] = self.random.choice([None, self.rule(keys), self.rule(keys)])
            if not self.binary and self.random.random() < 0.4:
                some = self.random.sample(keys, self.random.randint(1, count))
                goal["partial_rule"] = self.rule(sorted(some))
        elif self.random.random() < 0.5:
            goal["combine"] = "mean"
            if count > 1 and self.random.random() < 0.5:
                goal["rule"] = "; ".join(self.parts(keys))
        else:
            goal["combine"] = "weighted_mean"
            if count > 1 and self.random.random() < 0.5:
                parts = (f"{part}: {self.number(0.1, 5)}" for part in self.parts(keys))
                goal["rule"] = "; ".join(parts).replace(".", ",")
            else:
                criteria = [each | {"weight": self.number(0.1, 5)} for each in criteria]
        if self.weighting in ("weights", "points"):
            name = "weight" if self.weighting == "weights" else "points"
            goal[name] = self.number(0.5, 40)
        return goal | {"criteria": criteria}

    def rule(self, keys: list[str]) -> str:
        """A rule that names each of the keys, nested at random."""
        if len(keys) == 1:
            return keys[0]
        parts = self.parts(keys)
        if self.random.random() < 0.4:
            return f"mindst {self.random.randint(1, len(parts))} af ({', '.join(parts)})"
        grouped = [part if len(part) == 1 else f"({part})" for part in parts]
        return self.random.choice([" og ", " eller "]).join(grouped)

    def parts(self, keys: list[str]) -> list[str]:
        """At least two rules that together name each of the keys."""
        cuts = sorted(
            self.random.sample(range(1, len(keys)), self.random.randint(1, len(keys) - 1))
        )
        groups = [keys[a:b] for a, b in zip([0, *cuts], [*cuts, len(keys)], strict=True)]
        return [self.rule(group) for group in groups]

    def criterion(self, key: str) -> Table:
        kind = self.random.choice(list(Kind))
        is_scaled = kind.is_numeric and self.is_counted
        in_part = not (self.binary or is_scaled) and self.random.random() < 0.6
        if kind.is_numeric:
            fields = {**self.figure(kind, in_part), **self.counted(kind), **self.bounds()}
        elif kind is Kind.DELIVERED_BY:
            due = date(_YEAR, 1, 1) + timedelta(self.random.randint(0, 365))
            late = due + timedelta(self.random.randint(1, 60))
            fields = {"deadline": due, "partial_deadline": late if in_part else None}
        else:
            assessor = "departementet" if kind is Kind.ASSESSED else None
            fields = {"partly": in_part, "assessor": assessor}
            if in_part and not self.is_counted and self.random.random() < 0.5:
                grades = self.random.sample(range(1, 100), self.random.randint(1, 4))
                fields |= {"partly": False, "grades": sorted(grades)}
        return {"key": key, "kind": kind, "text": "Delmål", **fields}

    def counted(self, kind: Kind) -> Table:
        """When its figure is settled, where the plan says so."""
        if self.random.random() < 0.5:
            return {}
        runs = ["running"] if kind.is_plain else []
        return {"counted": self.random.choice(["year", "once", *runs])}

    def bounds(self) -> Table:
        """The least and the greatest that can be reported, where the plan says so."""
        if self.random.random() < 0.7:
            return {}
        wide = {"least": self.number(-900, -50), "greatest": self.number(1500, 9000)}
        return {name: wide[name] for name in self.random.choice([["least"], ["greatest"], wide])}

    def figure(self, kind: Kind, in_part: bool) -> Table:
        """What is measured in which unit, its target, and levels or a line towards it."""
        least, most, farthest, way, units = _FIGURES[kind]
        unit, level_unit = self.random.choice(units)
        places = 0 if unit == "antal" else 2
        target = self.number(least, most, places)
        fields: Table = {"unit": unit, "level_unit": level_unit}
        if kind.needs_basis and self.random.random() < 0.4:
            fields["basis"] = self.number(5, 30)
        if kind.needs_target:
            fields["target"] = target
        if kind is Kind.BETWEEN:
            fields["target_to"] = target + self.number(1, farthest, places)
        if not in_part or not kind.has_levels:
            return fields
        levels = [target]
        for _ in range(self.random.randint(1, 3)):
            levels.insert(0, levels[0] + way * self.number(1, farthest, places))
        if self.random.random() < 0.5:
            full = {"full": target} if kind.needs_target else {}
            zero = Decimal(0) if kind.is_change and self.random.random() < 0.5 else levels[0]
            return fields | {"linear": {"zero": zero, **full}}
        drawn = sorted(self.random.sample(range(100, 9_900), len(levels) - 1))
        credits = [*(Decimal(each) / 100 for each in drawn), *[100] * kind.needs_target]
        steps = [{"at": at, "credit": credit} for at, credit in zip(levels, credits, strict=False)]
        return fields | {"steps": steps}

    def number(self, least: float, most: float, places: int = 2) -> Decimal:
        """A whole number, or one with a decimal or two."""
        value = self.random.uniform(least, most)
        return Decimal(str(round(value, self.random.randint(0, places)))) or Decimal(1)
