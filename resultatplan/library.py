"""Where the plans are, and reading them: a mistake names the file, the key and the reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from resultatplan.plan import Plan

BUILT_IN = Path(__file__).parent / "plans"


class PlanError(ValueError):
    """A plan file that cannot be used: which file, which key, why."""

    def __init__(self, file: Path, mistakes: Iterable[tuple[str, str]]) -> None:
        self.file = file
        self.mistakes = tuple(mistakes)
        lines = (f"{file.name}: {key}: {reason}" for key, reason in self.mistakes)
        super().__init__("\n".join(lines))


def read_plan(file: Path) -> Plan:
    """The plan in a TOML file.

    Raises `PlanError` for a file that is no TOML or holds no valid plan, `OSError` when it
    cannot be read.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PlanError(file, [("TOML", str(error))]) from error
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        raise PlanError(file, _mistakes(error)) from error


@cache
def built_in_plans() -> tuple[Plan, ...]:
    """The plans that come with the product, by id."""
    return tuple(read_plan(file) for file in sorted(BUILT_IN.glob("*.toml")))


@cache
def plan_by_id(plan_id: str) -> Plan | None:
    """The plan with this id, or None."""
    return next((plan for plan in built_in_plans() if plan.id == plan_id), None)


def _mistakes(error: ValidationError) -> list[tuple[str, str]]:
    """Each mistake once: a list that is too short only because its items failed says nothing."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]

    def is_echo(place: tuple[int | str, ...]) -> bool:
        depth = len(place)
        return any(len(other) > depth and other[:depth] == place for other in places)

    return [
        _mistake(detail["loc"], detail["msg"])
        for detail in details
        if detail["type"] != "too_short" or not is_echo(detail["loc"])
    ]


def _mistake(location: tuple[int | str, ...], message: str) -> tuple[str, str]:
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return key.lstrip(".") or "plan", message.removeprefix("Value error, ")
