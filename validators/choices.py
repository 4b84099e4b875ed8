"""Layer 4, drop-downs: a choice that is not on its list, and the one it probably means."""

from __future__ import annotations

from texts import catalogue as codes
from texts import judging as say
from texts.said import Said, phrase
from validators.findings import Finding, Place, finding
from validators.typing_mistakes import quotable_text
from workbooks.form import NO, PARTLY, YES


def not_on_list(place: Place, text: str, choices: tuple[str, ...]) -> Finding:
    """The finding for a choice that is not on its list, with the one it probably means."""
    return not_listed(place, quotable_text(text), choices, meant_choice(text, choices))


def not_listed(place: Place, found: Said, choices: tuple[str, ...], meant: str | None) -> Finding:
    """The finding for something else than a choice, `meant` being the suggestion."""
    suggestion: Said = say.NO_SUGGESTION
    if meant is not None:
        suggestion = phrase(say.DID_YOU_MEAN_WORD, value=meant)
    return finding(
        codes.NOT_ON_LIST, place, found=found, expected=", ".join(choices), suggestion=suggestion
    )


def meant_choice(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that a text spells in another case, with other marks, or in English."""
    folded = _letters(text)
    for choice in choices:
        known = _letters(choice)
        if folded == known or (folded == known[0] and NO in choices):
            return choice
    meant = _OTHER_WORDS.get(folded)
    return meant if meant in choices else None


_OTHER_WORDS = {
    **dict.fromkeys(("yes", "true", "sand"), YES),
    **dict.fromkeys(("no", "false", "falsk"), NO),
    **dict.fromkeys(("partly", "partially", "partial", "delvis"), PARTLY),
}


def _letters(text: str) -> str:
    """What is left of a word when case, blanks and marks are not heeded."""
    return "".join(filter(str.isalnum, text.casefold()))
