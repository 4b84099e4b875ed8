"""What every Jinja template is filled in with: the texts of one language, numbers, days, no harm.

Whoever wrote what is put into a template, it steers nothing: see `department.output.inert`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import ModuleType, SimpleNamespace

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from department.output import inert
from department.wording import percent
from texts.language import Language, Text, day, quantity, target_words, weekday


def templates(
    lang: Language, *texts: ModuleType, folders: Sequence[str] = (), autoescape: bool = True
) -> Environment:
    """The templates in folders of `department`; `say` in them are the `texts` in `lang`.

    Of a name that several modules have, the last one's text is said.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader("department", each) for each in folders]),
        autoescape=autoescape,  # noqa: S701 (letters are plain text)
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    for said in (day, percent, quantity, target_words, weekday):
        made.filters[said.__name__] = partial(said, lang=lang)
    made.filters["filled"] = lambda text, **fields: text.format(**fields)
    made.globals.update(lang=lang, say=said_now(lang, *texts))
    return made


def said_now(lang: Language, *texts: ModuleType) -> SimpleNamespace:
    """The texts of modules as they are said in `lang`."""
    words = [each for module in texts for each in vars(module).items()]
    said = {name: text(lang) for name, text in words if isinstance(text, Text)}
    return SimpleNamespace(**said)


def _finalize(value: object) -> object:
    return inert(value) if type(value) is str else value
