"""The catalogue of findings, read from `findings.toml`, where a code is written down once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

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


def _read() -> dict[str, Entry]:
    document = tomllib.loads(files("texts").joinpath("findings.toml").read_text(encoding="utf-8"))
    shared = document.pop("sentences")

    def text(said: str | Mapping[str, str]) -> Text:
        both = shared[said] if isinstance(said, str) else said
        return Text(both["da"], both["en"])

    return {
        code: Entry(
            code,
            Severity(form["severity"]),
            text(form["title"]),
            text(form["message"]),
            text(form["hint"]),
            text(form["why"]),
        )
        for code, form in document.items()
    }


CATALOGUE = _read()
"""Every code with its entry, in order."""
PLAN_FINDINGS = {code: entry for code, entry in CATALOGUE.items() if code.startswith("RP-8")}
"""What is said about a plan that is written in Excel."""
REPORT_FINDINGS = {code: each for code, each in CATALOGUE.items() if code not in PLAN_FINDINGS}
"""What reports are told; the guide of a template lists these."""
