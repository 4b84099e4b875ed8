"""How a goal's criteria combine, as the column Regel shows it, and reading it back.

    combination := mean | weighted | rule [";" "delvist" percent ":" rule]
    mean        := "gennemsnit"
    weighted    := "vægtet gennemsnit" "(" key ":" number (";" key ":" number)* ")"

`a og b; delvist 50 %: a eller b` is met by `a og b`, and partly met by `a eller b`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from resultatplan.combining import ByRule, Combination, Mean
from resultatplan.exact import HUNDRED
from resultatplan.rules import RuleError, given_key, resolve, short_key, write_rule
from resultatplan.written import NUMBER, read_number, write_number

_MEAN = frozenset({"gennemsnit", "mean"})
_WEIGHTED = re.compile(r"(?:vægtet gennemsnit|weighted mean)\s*\((.*)\)")
_WEIGHT = re.compile(rf"([\w.]+)\s*:\s*({NUMBER})")
_PARTLY = re.compile(rf"(.*);\s*delvist\s+({NUMBER})\s*%\s*:\s*(.+)")


def write_combination(combination: Combination, wording: str | None = None) -> str:
    """The combination in its own language.

    `wording` is how the plan words its rule (`alle` for instance), where it is to stand so.
    """
    if isinstance(combination, Mean):
        if not combination.is_weighted:
            return "gennemsnit"
        listed = (f"{short_key(key)}: {write_number(each)}" for key, each in combination.weights)
        return f"vægtet gennemsnit ({'; '.join(listed)})"
    text = wording or write_rule(combination.rule)
    if combination.partial_rule is None:
        return text
    partial = write_rule(combination.partial_rule)
    return f"{text}; delvist {write_number(combination.credit)} %: {partial}"


@lru_cache(maxsize=1024)
def read_combination(text: str, keys: tuple[str, ...]) -> Combination:
    """The combination over exactly these criteria: blank and `alle` mean all of them.

    Raises `UnknownKeyError` when it names a key that is not there, `RuleError` for what cannot
    be read.
    """
    plain = " ".join(text.split()).casefold()
    if plain in _MEAN:
        return Mean(tuple((key, Decimal(1)) for key in keys))
    if match := _WEIGHTED.fullmatch(plain):
        return Mean(_weights(match[1], keys), is_weighted=True)
    if match := _PARTLY.fullmatch(plain):
        credit = read_number(match[2])
        if not 0 < credit < HUNDRED:
            raise RuleError(f"what is partly met counts between 0 and 100, not {credit}")
        return ByRule(resolve(match[1], keys), resolve(match[3], keys), credit)
    return ByRule(resolve(text, keys))


def _weights(text: str, keys: tuple[str, ...]) -> tuple[tuple[str, Decimal], ...]:
    weights: dict[str, Decimal] = {}
    for part in text.split(";"):
        match = _WEIGHT.fullmatch(part.strip())
        if match is None:
            raise RuleError(f"cannot read the weight {part.strip()!r}")
        key, weight = given_key(match[1], keys), read_number(match[2])
        if key in weights or weight <= 0:
            raise RuleError(f"{match[1]!r} needs one weight above 0")
        weights[key] = weight
    if len(weights) != len(keys):
        raise RuleError("each criterion needs a weight")
    return tuple((key, weights[key]) for key in keys)
