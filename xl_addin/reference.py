"""The functions' reference, written from their metadata."""

from __future__ import annotations

import resultatplan
from texts import addin as say
from texts.language import DANISH, Language
from xl_addin.metadata import FUNCTIONS
from xl_addin.registry import Function


def reference(lang: Language = DANISH) -> str:
    """Every function with its help and its arguments, in Markdown."""
    title = say.REFERENCE_TITLE(lang, version=resultatplan.__version__)
    return "\n\n".join([title, *(_section(function, lang) for function in FUNCTIONS)]) + "\n"


def signature(function: Function) -> str:
    """`RP_GOAL(regel; noegler; tilstande; [endelig])`, as a Danish Excel separates arguments."""
    names = (f"[{each.name}]" if each.optional else each.name for each in function.arguments)
    return f"{function.name}({'; '.join(names)})"


def _section(function: Function, lang: Language) -> str:
    arguments = [
        (say.REFERENCE_OPTIONAL if argument.optional else say.REFERENCE_ARGUMENT)(
            lang, name=argument.name, help=argument.help(lang)
        )
        for argument in function.arguments
    ]
    parts = [f"## `{signature(function)}`", function.help(lang), "\n".join(arguments)]
    return "\n\n".join(part for part in parts if part)
