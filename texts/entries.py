"""What an entry of the catalogue of findings holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from texts.language import Text


class Severity(StrEnum):
    """How much a finding matters: what has an error is not accepted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of finding."""

    code: str
    severity: Severity
    title: Text
    message: Text
    """What is wrong, with named fields; the place is put in front of it."""
    hint: Text
    """What to do about it."""
    why: Text
    """Why the rule exists."""
