"""Whether two formulas are the same formula, as different programs write it.

A save in LibreOffice turns `TRUE` into `TRUE()`, lower-cases functions it does not know, and
quotes or unquotes sheet names; Excel puts an add-in's path before its functions. None of that
changes what the formula says.
"""

from __future__ import annotations

import re

_STRING = re.compile(r'"(?:[^"]|"")*"')
_QUOTED_SHEET = re.compile(r"'([^'!\[\]]+)'!")
_ADD_IN = re.compile(r"(?:'[^']*\.xlam'|\[[0-9]+\])!(?=RP_)", re.IGNORECASE)
_PREFIX = re.compile(r"_xlfn\.|_xlws\.|_xludf\.", re.IGNORECASE)
_BOOLEAN = re.compile(r"\b(TRUE|FALSE)\(\)")
_SHEET_DOLLAR = re.compile(r"\$(?=[A-ZÆØÅa-zæøå_][\wæøåÆØÅ]*[.!])")


def canonical(formula: str) -> str:
    """The formula in one spelling: two formulas are the same when these are equal."""
    pieces: list[str] = []
    at = 0
    for match in _STRING.finditer(formula):
        pieces += [_canonical_code(formula[at : match.start()]), match.group()]
        at = match.end()
    pieces.append(_canonical_code(formula[at:]))
    return "".join(pieces)


def _canonical_code(code: str) -> str:
    code = _ADD_IN.sub("", code)
    code = _QUOTED_SHEET.sub(r"\1!", code)
    code = _PREFIX.sub("", code)
    code = _SHEET_DOLLAR.sub("", code)
    code = "".join(code.split()).upper()
    return _BOOLEAN.sub(r"\1", code)
