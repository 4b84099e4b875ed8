"""What the drop-downs offer, and what each choice stands for in the plan."""

from __future__ import annotations

from collections.abc import Mapping

from resultatplan.criteria import LABELS
from workbooks.authoring.entries import ListName
from workbooks.form import NO, YES

PERIOD_NAMES: dict[str, str] = {
    "Q1": "1. kvartal",
    "Q2": "2. kvartal",
    "Q3": "3. kvartal",
    "Q4": "4. kvartal",
    "H1": "1. halvår",
    "H2": "2. halvår",
}
"""The periods, and what each is called where the plan does not name it otherwise."""
PERIOD_ENDS: dict[str, tuple[int, int]] = {
    "Q1": (3, 31),
    "Q2": (6, 30),
    "Q3": (9, 30),
    "Q4": (12, 31),
    "H1": (6, 30),
    "H2": (12, 31),
}
"""Month and day on which each ends."""

UNITS = ("pct.", "antal", "dage", "uger", "mio. kr.", "niveau")

MEANINGS: dict[ListName, Mapping[str, str]] = {
    ListName.KINDS: {label: kind.value for kind, label in LABELS.items()},
    ListName.PERIODS: {period: period for period in PERIOD_NAMES},
    ListName.YES_NO: {YES: YES, NO: NO},
    ListName.WEIGHTINGS: {"ens": "equal", "vægte": "weights", "point": "points"},
    ListName.COMBINES: {
        "regel": "rule",
        "gennemsnit": "mean",
        "vægtet gennemsnit": "weighted_mean",
    },
    ListName.WITHDRAWN: {"udgår af beregningen": "leaves", "tæller som ikke opfyldt": "not_met"},
}
"""The choices of each list, and what each is called in the plan's own file."""


def label_of(choices: ListName, meaning: str) -> str:
    """The choice that stands for a value of the plan."""
    return next(label for label, value in MEANINGS[choices].items() if value == meaning)


def offered(choices: ListName) -> tuple[str, ...]:
    """What a list offers; nothing for the one that is typed in the workbook."""
    if choices is ListName.UNITS:
        return UNITS
    return tuple(MEANINGS.get(choices, {}))
