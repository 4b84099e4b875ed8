"""States as a symbol, a colour and a word: each says the whole by itself."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from markupsafe import Markup

from department.standing import SlotState
from resultatplan.criteria import State
from texts import page as say
from texts.language import Language, Text


class Look(NamedTuple):
    """Classes of style.css for symbol and colour, and the word beside them."""

    symbol: str
    colour: str
    word: Text


SLOTS: dict[SlotState, Look] = {
    SlotState.ACCEPTED: Look("yes", "g", say.ACCEPTED),
    SlotState.RETURNED: Look("mend", "y", say.RETURNED),
    SlotState.MISSING: Look("no", "r", say.MISSING),
    SlotState.WAITING: Look("clock", "n", say.WAITING),
}
STATES: dict[State, Look] = {
    State.FULFILLED: Look("yes", "g", say.FULFILLED),
    State.NOT_FULFILLED: Look("no", "r", say.NOT_FULFILLED),
    State.PENDING: Look("clock", "n", say.PENDING),
    State.PARTIAL: Look("half", "y", say.PARTIAL),
    State.WITHDRAWN: Look("dash", "n", say.WITHDRAWN),
}
UNANSWERED = Look("no", "r", say.UNANSWERED)
"""What still pends in the final report counts as not fulfilled."""
SEVERITIES: dict[str, Look] = {
    "error": Look("stop", "r", say.ERROR),
    "warning": Look("warn", "y", say.WARNING),
    "info": Look("info", "n", say.INFO),
}
STATUSES: dict[str, Look] = {
    "Grøn": Look("round", "g", say.GREEN),
    "Gul": Look("warn", "y", say.YELLOW),
    "Rød": Look("stop", "r", say.RED),
}
"""By what the agency picked in the column Status."""

_Key = TypeVar("_Key")
_MARK = Markup('<span class="m {} {}">{}</span>')


def mark(look: Look, lang: Language) -> Markup:
    """The symbol with its word in a coloured field."""
    return _MARK.format(look.colour, look.symbol, look.word(lang))


def marks(looks: dict[_Key, Look], lang: Language) -> dict[_Key, Markup]:
    """Every mark of a family, made once."""
    return {key: mark(look, lang) for key, look in looks.items()}


class StateMarks:
    """The marks of goals and criteria in one language."""

    def __init__(self, lang: Language) -> None:
        self._marks = marks(STATES, lang)
        self._unanswered = mark(UNANSWERED, lang)

    def of(self, state: State, *, is_final: bool = False) -> Markup:
        """The mark of a state; `is_final` where what pends counts as not fulfilled."""
        return self._unanswered if is_final and state is State.PENDING else self._marks[state]
