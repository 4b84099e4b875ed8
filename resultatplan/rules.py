"""The rule language: how a goal's criteria combine.

A rule is text: `a eller b`, `(a eller b) og (c eller d)`, `mindst 2 af (a, b, c)`, or `alle`.
English words (`and`, `or`, `at least k of`, `all`) mean the same. A rule that mixes `og` and
`eller` without parentheses is refused: a reader would have to guess.

    expression := term (("og" | "and") term)* | term (("eller" | "or") term)*
    term       := key | "(" expression ")" | ("mindst" | "at least") NUMBER ("af" | "of") list
    list       := "(" expression ("," expression)* ")"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from texts import explanations as say
from texts.language import DANISH, ENGLISH, Language, Text

ALL_WORDS = frozenset({"alle", "all"})
_AND = frozenset({"og", "and"})
_OR = frozenset({"eller", "or"})
_RESERVED = _AND | _OR | ALL_WORDS | {"mindst", "at", "least", "af", "of"}
_TOKEN = re.compile(r"\s*(?:(?P<word>[^\W_][\w.]*)|(?P<mark>[(),]))", re.UNICODE)
_KEY = re.compile(r"(?:[0-9]+\.)*[a-z][0-9]*")
_MAX_DEPTH = 50
DEEP = 2
_MOST_DIGITS = 9


class RuleError(ValueError):
    """A rule that cannot be read, and why."""

    def __init__(self, reason: Text = say.RULE_ODD) -> None:
        self.reason = reason
        super().__init__(reason(ENGLISH))


class UnknownKeyError(RuleError):
    """A rule names a criterion that is not among those given."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One criterion, by its key within the goal (`a`) or in full (`2.1.a`)."""

    key: str

    def keys(self) -> frozenset[str]:
        """The criteria that the rule names."""
        return frozenset({self.key})


@dataclass(frozen=True, slots=True)
class Threshold:
    """At least `least` of `parts`: all of them for `og`, one for `eller`."""

    least: int
    parts: tuple[Rule, ...]

    def keys(self) -> frozenset[str]:
        """The criteria that the rule names."""
        return frozenset().union(*(part.keys() for part in self.parts))

    @property
    def is_all(self) -> bool:
        """Whether every part must be met."""
        return self.least == len(self.parts)

    @property
    def is_any(self) -> bool:
        """Whether one part is enough."""
        return self.least == 1


Rule = Leaf | Threshold


def short_key(key: str) -> str:
    """The last part of a key: `a` of `2.1.a`."""
    return key.rpartition(".")[2]


def all_of(keys: tuple[str, ...]) -> Rule:
    """The rule where none is stated: all criteria must be met."""
    return Threshold(len(keys), tuple(Leaf(key) for key in keys))


def parse_rule(text: str) -> Rule:
    """The rule that `text` states; `RuleError` says what cannot be read."""
    return _Parser(text).rule()


def resolve(text: str, keys: tuple[str, ...]) -> Rule:
    """The rule over exactly these criteria: blank and `alle` mean all of them.

    The leaves of the returned rule carry the keys as given in `keys`. Raises `UnknownKeyError`
    when the rule names a key that is not there, `RuleError` when a name fits two keys.
    """
    if not text.strip() or text.strip().lower() in ALL_WORDS:
        return all_of(keys)
    return with_given_keys(parse_rule(text), keys)


def with_given_keys(rule: Rule, keys: tuple[str, ...]) -> Rule:
    """The rule with each name as the one of `keys` that it means, in full or by its last part.

    Raises as `resolve`.
    """
    if isinstance(rule, Threshold):
        return Threshold(rule.least, tuple(with_given_keys(part, keys) for part in rule.parts))
    fitting = [key for key in keys if rule.key in (key, short_key(key))]
    if not fitting:
        raise UnknownKeyError
    if len(fitting) > 1:
        raise RuleError
    return Leaf(fitting[0])


def rule_degree(rule: Rule, degrees: Mapping[str, int | Decimal]) -> int | Decimal:
    """The degree to which the rule is met, in percent, where criteria may be met in part.

    All of them: the smallest; one of them: the largest; at least n: the n-th largest. Raises
    `UnknownKeyError` for a key without a degree.
    """
    if isinstance(rule, Leaf):
        if rule.key not in degrees:
            raise UnknownKeyError
        return degrees[rule.key]
    return sorted((rule_degree(part, degrees) for part in rule.parts), reverse=True)[rule.least - 1]


def rule_without(rule: Rule, keys: Collection[str]) -> Rule | None:
    """The rule when these criteria are no part of it; None when nothing is left.

    `a og b` without b is a; `mindst 2 af (a, b, c)` without b needs both of a and c.
    """
    if isinstance(rule, Leaf):
        return None if rule.key in keys else rule
    left = tuple(part for each in rule.parts if (part := rule_without(each, keys)) is not None)
    return Threshold(min(rule.least, len(left)), left) if left else None


def write_rule(rule: Rule) -> str:
    """The rule in its own language; `parse_rule(write_rule(rule))` is the rule again."""
    if isinstance(rule, Leaf):
        return rule.key
    if _is_joined(rule):
        parts = (
            f"({write_rule(part)})"
            if isinstance(part, Threshold) and _is_joined(part)
            else write_rule(part)
            for part in rule.parts
        )
        return (" og " if rule.is_all else " eller ").join(parts)
    return f"mindst {rule.least} af ({', '.join(write_rule(part) for part in rule.parts)})"


def _is_joined(rule: Threshold) -> bool:
    """Whether the rule is written with `og` or `eller` between its parts."""
    return len(rule.parts) > 1 and (rule.is_all or rule.is_any)


def describe_rule(rule: Rule, lang: Language = DANISH) -> str:
    """The rule in words: `enten a eller b`, `a, b og enten c eller d`, `mindst 2 af a, b og c`."""
    words = rule_words(rule, lang)
    is_one = not isinstance(rule, Leaf) and len(rule.keys()) == 1
    return say.RULE_ONE(lang, key=words) if is_one else words


def rule_words(rule: Rule, lang: Language, depth: int = 0) -> str:
    """What is composed comes after the single criteria; at the depth `DEEP` it stands in
    parentheses."""
    if isinstance(rule, Leaf):
        return short_key(rule.key)
    if len(rule.parts) == 1:
        return rule_words(rule.parts[0], lang, depth)
    within = depth + 1 if rule.is_all or rule.is_any else DEEP
    ordered = sorted(rule.parts, key=lambda part: not isinstance(part, Leaf))
    parts = [rule_words(part, lang, within) for part in ordered]
    if rule.is_all and within < DEEP and not isinstance(ordered[-2], Leaf):
        parts[-2] += ","  # `enten a eller b, og enten c eller d`
    if rule.is_any:
        words = say.RULE_ANY(lang, parts=listing(parts, lang, say.RULE_OR))
    elif rule.is_all:
        listed = listing(parts, lang)
        words = say.RULE_BOTH(lang, parts=listed) if depth == 1 else listed
    else:
        words = say.RULE_LEAST(lang, least=rule.least, parts=listing(parts, lang))
    return f"({words})" if depth >= DEEP else words


def listing(parts: Sequence[str], lang: Language, last: Text = say.RULE_AND) -> str:
    """`a, b og c`."""
    if len(parts) == 1:
        return parts[0]
    return last(lang, first=", ".join(parts[:-1]), last=parts[-1])


class _Parser:
    """A recursive descent over the tokens of one rule."""

    def __init__(self, text: str) -> None:
        self.tokens = list[str]()
        self.position = self.depth = at = 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            if match is None:
                raise RuleError
            self.tokens.append((match["word"] or match["mark"]).lower())
            at = match.end()

    def rule(self) -> Rule:
        rule = self._expression()
        if self._peek() is not None:
            self._refuse()
        return rule

    def _peek(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def _take(self, *wanted: str) -> str:
        """The next token, which is one of those wanted where some are named."""
        token = self._peek()
        if token is None or (wanted and token not in wanted):
            self._refuse()
        self.position += 1
        return token

    def _refuse(self) -> NoReturn:
        raise RuleError(say.RULE_CUT_SHORT if self._peek() is None else say.RULE_ODD)

    def _expression(self) -> Rule:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise RuleError(say.RULE_TOO_DEEP)
        parts = [self._term()]
        joint = next((words for words in (_AND, _OR) if self._peek() in words), frozenset())
        while self._peek() in joint:
            self.position += 1
            parts.append(self._term())
        if self._peek() in _AND | _OR:
            raise RuleError(say.RULE_MIXED)
        self.depth -= 1
        if not joint:
            return parts[0]
        return Threshold(len(parts) if joint is _AND else 1, tuple(parts))

    def _term(self) -> Rule:
        word = self._take()
        if word == "(":
            inner = self._expression()
            self._take(")")
            return inner
        if word in ("mindst", "at"):
            return self._at_least(word)
        if word in _RESERVED or not _KEY.fullmatch(word):
            self.position -= 1
            self._refuse()
        return Leaf(word)

    def _at_least(self, word: str) -> Rule:
        if word == "at":
            self._take("least")
        count = self._take()
        if not (count.isascii() and count.isdigit() and len(count) <= _MOST_DIGITS):
            self.position -= 1
            self._refuse()
        self._take("af", "of")
        self._take("(")
        parts = [self._expression()]
        while self._peek() == ",":
            self.position += 1
            parts.append(self._expression())
        self._take(")")
        least = int(count)
        if not 1 <= least <= len(parts):
            raise RuleError(say.RULE_TOO_MANY)
        return Threshold(least, tuple(parts))
