"""Random plans with random schemes: any kinds, scales, rules, weights and withdrawals.

A number makes a plan, the same number the same plan, so that a failure can be looked at again.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from resultatplan.criteria import Kind
from resultatplan.plan import Plan

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


def random_plan(seed: int, **forced: object) -> Plan:
    """The plan of this number; `forced` are things of the scheme that are not drawn."""
    maker = _Maker(Random(seed))
    vars(maker).update(forced)
    return Plan.model_validate(maker.plan(seed))


class _Maker:
    """Draws the parts of one plan."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.withdrawals = random.random() < 0.6
        self.binary = random.random() < 0.15
        self.weighting = random.choice(["equal", "weights", "points"])
        self.withdrawn: str | None = None

    def plan(self, seed: int) -> Table:
        goals = [self.goal(number) for number in range(1, self.random.randint(2, _MOST_GOALS))]
        goals.append(self.goal(len(goals) + 1, may_leave=False))
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
                "partial_credit": self.number(1, 99),
                "withdrawn": self.withdrawn or self.random.choice(["leaves", "not_met"]),
            },
            "reporting": {
                "days": 14,
                "text": "Der rapporteres.",
                "periods": [
                    {"id": id_, "name": name, "ends": ends, "final": id_ == "Q4"}
                    for id_, name, ends in periods
                ],
            },
            "bonus": {"text": "Bonus."},
            "sections": [{"title": "Mål", "number": "1", "goals": goals}],
        }

    def goal(self, number: int, *, may_leave: bool = True) -> Table:
        count = self.random.randint(1, len(_LETTERS))
        keys = list(_LETTERS[:count])
        goal: Table = {
            "number": f"1.{number}",
            "title": f"Mål nummer {number}",
            "description": "Målet.",
        }
        criteria = [self.criterion(f"1.{number}.{key}") for key in keys]
        combine = "rule" if self.binary else self.random.choice(["rule", "rule", "rule", "mean"])
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
        if self.weighting != "equal":
            name = "weight" if self.weighting == "weights" else "points"
            goal[name] = self.number(0.5, 40)
        if may_leave and self.withdrawals and self.random.random() < 0.2:
            goal["withdrawn"] = "Opgaven er flyttet"
        for place, each in enumerate(criteria):
            if (may_leave or place) and self.withdrawals and self.random.random() < 0.2:
                each["withdrawn"] = "Loven er ændret"
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
        in_part = not self.binary and self.random.random() < 0.6
        fields = {**_MAKERS[kind](self, in_part), **self.counted(kind), **self.bounds(kind)}
        return {"key": key, "kind": kind, "text": "Delmål", **fields}

    def counted(self, kind: Kind) -> Table:
        """When its figure is settled, where the plan says so."""
        if not kind.is_numeric or self.random.random() < 0.5:
            return {}
        runs = ["running"] if kind.is_plain else []
        return {"counted": self.random.choice(["year", "once", *runs])}

    def bounds(self, kind: Kind) -> Table:
        """The least and the greatest that can be reported, where the plan says so."""
        if not kind.is_numeric or self.random.random() < 0.7:
            return {}
        wide = {"least": self.number(-900, -50), "greatest": self.number(1500, 9000)}
        return {name: wide[name] for name in self.random.choice([["least"], ["greatest"], wide])}

    def rising(self, in_part: bool, target: Decimal, step: Callable[[], Decimal]) -> Table:
        """A target, and below it levels or a line towards it."""
        return self._scale(in_part, target, lambda level: level - step())

    def falling(self, in_part: bool, target: Decimal, step: Callable[[], Decimal]) -> Table:
        """A target, and above it levels or a line towards it."""
        return self._scale(in_part, target, lambda level: level + step())

    def _scale(
        self, in_part: bool, target: Decimal, farther: Callable[[Decimal], Decimal]
    ) -> Table:
        fields: Table = {"target": target}
        if not in_part:
            return fields
        if self.random.random() < 0.5:
            return fields | {"linear": {"zero": farther(target), "full": target}}
        return fields | {"steps": self.steps(target, farther, {"at": target, "credit": 100})}

    def steps(
        self, start: Decimal, farther: Callable[[Decimal], Decimal], *last: Table
    ) -> list[Table]:
        """One to three levels away from `start`, the farther the less they count."""
        count = self.random.randint(1, 3)
        credits = sorted({self.number(1, 99) for _ in range(count)}, reverse=True)
        steps: list[Table] = []
        level = start
        for credit in credits:
            level = farther(level)
            steps.insert(0, {"at": level, "credit": credit})
        return [*steps, *last]

    def number(self, least: float, most: float) -> Decimal:
        """A whole number, or one with a decimal or two."""
        return Decimal(
            str(round(self.random.uniform(least, most), self.random.choice([0, 1, 2])))
        ) or Decimal(1)

    def day(self) -> date:
        return date(_YEAR, 1, 1) + timedelta(self.random.randint(0, 365))


def _at_least(make: _Maker, in_part: bool) -> Table:
    if make.random.random() < 0.3:
        step = lambda: Decimal(make.random.randint(1, 9))  # noqa: E731
        return {"unit": "antal", **make.rising(in_part, Decimal(make.random.randint(40, 60)), step)}
    return {
        "unit": "pct.",
        **make.rising(in_part, make.number(50, 100), lambda: make.number(1, 12)),
    }


def _at_most(make: _Maker, in_part: bool) -> Table:
    return {"unit": "dage", **make.falling(in_part, make.number(10, 60), lambda: make.number(1, 9))}


def _over(make: _Maker, in_part: bool) -> Table:
    return _at_least(make, in_part=False)


def _under(make: _Maker, in_part: bool) -> Table:
    return _at_most(make, in_part=False)


def _within(make: _Maker, in_part: bool) -> Table:
    basis = {"basis": make.number(50, 900)} if make.random.random() < 0.4 else {}
    units = make.random.choice(({"unit": "mio. kr."}, _of_level("mio. kr."), _of_level(None)))
    return {
        **units,
        **basis,
        **make.falling(in_part, make.number(1, 5), lambda: make.number(1, 4)),
    }


def _change(make: _Maker, in_part: bool) -> Table:
    basis = {"basis": make.number(5, 30)} if make.random.random() < 0.4 else {}
    fields = make.rising(in_part, make.number(2, 15), lambda: make.number(1, 4))
    unit = make.random.choice(["dage", "dage", "pct.", None])
    return {**_of_level(unit), **basis, **fields}


def _of_level(unit: str | None) -> Table:
    """A percentage of a level, whose unit the plan may leave unsaid."""
    return {"unit": "pct.", "level_unit": unit}


def _benchmark(make: _Maker, in_part: bool) -> Table:
    basis = {"basis": make.number(5, 30)} if make.random.random() < 0.3 else {}
    fields: Table = {"unit": "dage", **basis}
    if not in_part:
        return fields
    if make.random.random() < 0.5:
        return fields | {"linear": {"zero": make.number(10, 40)}}
    levels = make.steps(make.number(5, 20), lambda level: level + make.number(1, 5))
    return fields | {"steps": levels}


def _benchmark_least(make: _Maker, in_part: bool) -> Table:
    basis = {"basis": make.number(5, 30)} if make.random.random() < 0.3 else {}
    fields: Table = {"unit": "karakter", **basis}
    if not in_part:
        return fields
    if make.random.random() < 0.5:
        return fields | {"linear": {"zero": make.number(1, 20)}}
    levels = make.steps(make.number(20, 40), lambda level: level - make.number(1, 5))
    return fields | {"steps": levels}


def _delivered_by(make: _Maker, in_part: bool) -> Table:
    due = make.day()
    late = {"partial_deadline": due + timedelta(make.random.randint(1, 60))} if in_part else {}
    return {"deadline": due, **late}


def _done(_make: _Maker, in_part: bool) -> Table:
    return {"partly": in_part}


def _assessed(_make: _Maker, in_part: bool) -> Table:
    return {"partly": in_part, "assessor": "departementet"}


_MAKERS: dict[Kind, Callable[[_Maker, bool], Table]] = {
    Kind.AT_LEAST: _at_least,
    Kind.AT_MOST: _at_most,
    Kind.OVER: _over,
    Kind.UNDER: _under,
    Kind.WITHIN: _within,
    Kind.REDUCTION: _change,
    Kind.GROWTH: _change,
    Kind.BENCHMARK: _benchmark,
    Kind.BENCHMARK_LEAST: _benchmark_least,
    Kind.DELIVERED_BY: _delivered_by,
    Kind.DONE: _done,
    Kind.ASSESSED: _assessed,
}
