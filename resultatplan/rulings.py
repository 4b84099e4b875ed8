"""What the department decides during the year about a goal or criterion that was agreed.

The plan is not renegotiated: what happens all the same is a ruling, with its day and its reason.
A plan keeps them in the order in which they were made; of one goal or criterion the last holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from resultatplan.criteria import State
from resultatplan.goals import Line, Model
from texts import explanations as say
from texts.language import DANISH, Language
from texts.language import day as written_day


class Ruled(StrEnum):
    """What was decided."""

    WITHDRAWN = "withdrawn"
    NOT_MEASURED = "not_measured"
    """The measurement is not made this year."""
    REINSTATED = "reinstated"
    """It counts again as agreed: the ruling before it holds no longer."""


class Effect(StrEnum):
    """What it means for the fulfilment."""

    OUT = "out"
    """It is no part of the computation; what is left shares its weight."""
    NOT_MET = "not_met"


class Ruling(Model):
    """One decision of the department. `key` is a goal's number or a criterion's key."""

    key: Line
    ruled: Ruled
    day: date
    reason: Line
    effect: Effect = Effect.OUT

    @property
    def is_out(self) -> bool:
        """Whether what it is about is no part of the computation."""
        return self.effect is Effect.OUT

    def words(self, lang: Language = DANISH) -> str:
        """`udgået efter departementets beslutning 01-04-2025 (…), indgår ikke i opgørelsen`."""
        effect = say.COUNTS_AGAIN if self.ruled is Ruled.REINSTATED else say.EFFECTS[self.effect]
        return say.RULING(
            lang,
            ruled=say.RULED[self.ruled](lang),
            day=written_day(self.day, lang),
            reason=self.reason.rstrip(". "),
            effect=effect(lang),
        )

    def line(self, lang: Language = DANISH) -> str:
        """The same with what it is about first: `Mål 1.4: udgået efter …`."""
        last = self.key.rpartition(".")[2]
        place = say.RULING_ON_GOAL if last.isdigit() else say.RULING_ON_CRITERION
        return place(lang, key=self.key, ruling=self.words(lang))


def left_as(rulings: Iterable[Ruling]) -> State:
    """What is said of what has left by these: not measured where that is all that was decided."""
    is_withdrawn = any(each.ruled is not Ruled.NOT_MEASURED for each in rulings)
    return State.WITHDRAWN if is_withdrawn else State.NOT_MEASURED


def in_force(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    """The ruling that holds of each goal or criterion, by its number or key."""
    last = {each.key: each for each in rulings}
    return {key: each for key, each in last.items() if each.ruled is not Ruled.REINSTATED}
