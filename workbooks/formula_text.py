"""Whether two formulas are the same formula, as different programs write it.

A save in LibreOffice turns `TRUE` into `TRUE()`, lower-cases functions it does not know, and
quotes or unquotes sheet names; Excel puts the supplier before an add-in's functions, and stores
a typed @ as `SINGLE()`. None of that changes what the formula says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SHEET = re.compile(r"(?<!')'(?P<quoted>(?:[^'\[\]]|'')+)'!|(?<![\w.])(?P<plain>[^\W\d][\w.]*)!")
_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")
_ADD_IN = re.compile(r"(?:'[^']*\.xlam'|\[[0-9]+\])!(?=RP_)", re.IGNORECASE)
_PREFIX = re.compile(r"_xlfn\.|_xlws\.|_xludf\.|(?:_xll\.|_xldudf_(?:RP_)?)(?=RP_)", re.IGNORECASE)
_SINGLE = re.compile(r"SINGLE\((?=RP_\w*(\())")
_REFERENCE = re.compile(
    r"(?:(?:'[^']*'|(?<!\w)\w+|#REF)!)?(?:\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?|#REF!)"
)
_SHEET_DOLLAR = re.compile(r"\$(?=[A-ZÆØÅa-zæøå_][\wæøåÆØÅ]*[.!])")


def canonical(formula: str, renamed: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The formula in one spelling: two formulas are the same when these are equal.

    First the code, then the texts in it, which are left as they are. `renamed` says what sheets
    that now have another name should be called: formulas follow a sheet's name.
    """
    names = {now.casefold(): once for now, once in (renamed or {}).items()}

    def sheet(match: re.Match[str]) -> str:
        quoted: str | None = match["quoted"]
        now = match["plain"] if quoted is None else quoted.replace("''", "'")
        name = names.get(now.casefold(), now)
        return f"{name}!" if _PLAIN_NAME.fullmatch(name) else f"'{name}'!"

    code, *rest = formula.split('"')
    code = '"'.join((code, *rest[1::2]))
    if "!" in code:
        code = _SHEET_DOLLAR.sub("", _SHEET.sub(sheet, _ADD_IN.sub("", code)))
    if "_x" in code or "_X" in code:
        code = _PREFIX.sub("", code)
    code = "".join(code.split()).upper().replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")
    if "SINGLE(" in code:
        code = _without_single(code)
    return code, *rest[::2]


def is_same_elsewhere(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two formulas in that spelling differ in nothing but the cells that they refer to."""
    blank, again = (_REFERENCE.sub("#", code) for code in (one[0], other[0]))
    return blank == again and one[1:] == other[1:]


def _without_single(code: str) -> str:
    """`RP_X(…)` for `SINGLE(RP_X(…))`: one value of a function that has but one."""
    opened: list[int] = []
    closed_at: dict[int, int] = {}
    for place, letter in enumerate(code):
        if letter == "(":
            opened.append(place)
        elif letter == ")" and opened:
            closed_at[opened.pop()] = place
    dropped: set[int] = set()
    for single in _SINGLE.finditer(code):
        end = closed_at.get(single.start(1))
        if end is not None and closed_at.get(single.end() - 1) == end + 1:
            dropped |= {*range(*single.span()), end + 1}
    return "".join(letter for place, letter in enumerate(code) if place not in dropped)
