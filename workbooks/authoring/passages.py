"""Several notes in one cell, and steps as text: written so that reading gives the same again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from resultatplan.goals import Step
from texts.notation import MINUS

_HOLDER = "¶"
"""Stands for an empty line inside a note, since an empty line ends the note."""
_NUMBER = r"[-\u2212]?\d+(?:\.\d{3})*(?:,\d+)?"
_STEP = re.compile(rf"(?P<at>{_NUMBER})\s*(?:\S.*?)??\s*:\s*(?P<credit>{_NUMBER})\s*(?:%|pct\.?)?")
_LONGEST_STEPS = 2000


def joined_notes(notes: Sequence[str]) -> str | None:
    """The notes in one text, an empty line between two; None where there are none."""
    return "\n\n".join("\n".join(map(_held, note.split("\n"))) for note in notes) or None


def split_notes(text: str) -> tuple[str, ...]:
    """The notes that `joined_notes` wrote, or that a person typed with empty lines between."""
    notes: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip():
            notes.append([])
        else:
            notes[-1].append(line.replace(_HOLDER, "", 1) if _is_holder(line) else line)
    return tuple(note for lines in notes if (note := "\n".join(lines).strip()))


def without_holders(text: str) -> str:
    """A cell's text without what stands for the empty lines inside a note."""
    return "\n".join("" if _is_holder(line) else line for line in text.split("\n"))


def _held(line: str) -> str:
    return f"{_HOLDER}{line}" if not line.strip() or _is_holder(line) else line


def _is_holder(line: str) -> bool:
    return line.startswith(_HOLDER) and not line.strip().strip(_HOLDER).strip()


def written_steps(steps: Sequence[Step]) -> str | None:
    """Steps as they are typed: `70: 50 %; 82: 100 %`."""
    return "; ".join(f"{_written(each.at)}: {_written(each.credit)} %" for each in steps) or None


def read_steps(text: str) -> tuple[tuple[Decimal, Decimal], ...] | None:
    """Level and credit of each step; None where the text is not written so.

    A unit may stand after the level: `70 pct.: 50 pct.; 82 pct.: 100 pct.`
    """
    if len(text) > _LONGEST_STEPS:
        return None
    steps = []
    for part in text.strip().rstrip(";").split(";"):
        match = _STEP.fullmatch(part.strip())
        if match is None:
            return None
        steps.append((_read(match["at"]), _read(match["credit"])))
    return tuple(steps)


def _written(value: Decimal) -> str:
    """A number with all its decimals, comma before them, nothing between thousands."""
    return format(value.normalize(), "f").replace(".", ",")


def _read(text: str) -> Decimal:
    return Decimal(text.replace(MINUS, "-").replace(".", "").replace(",", "."))
