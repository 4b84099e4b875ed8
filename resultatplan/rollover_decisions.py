"""What is left for people to decide in a draft, and at which value of the plan it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The part of a plan that a value belongs to."""

    PLAN = "plan"
    PERIOD = "period"
    SECTION = "section"
    TOLERANCE = "tolerance"
    NOTE = "note"
    GOAL = "goal"
    CRITERION = "criterion"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Where:
    """One value of a plan: `Where(Part.CRITERION, "1.1.b", "target")`.

    `key` is the goal's number, the criterion's key, of a year in its history key and year joined
    by a blank, of the other lists the number in the list from 0; nothing for the plan's own.
    """

    part: Part
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide, in Danish. `where` is None for what has been left out.

    `excerpts` are the passages of a text that are meant; else all of the value is.
    """

    what: str
    where: Where | None
    excerpts: tuple[str, ...] = ()
