"""The limits of intake as a table on the screen, a page, and a file to change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich.table import Table

from department.limits import SETTINGS, IntakeLimits, Setting, limits_in_force
from texts import limits as say
from texts.language import Language
from texts.notation import number


def limits_table(lang: Language) -> Table:
    """A row per limit: its key, what it limits, its default, what is in force, and why."""
    table = Table(*(heading(lang) for heading in _HEADINGS), show_lines=True)
    for row in _rows(lang):
        table.add_row(*row)
    return table


def limits_markdown(lang: Language) -> str:
    """The page about the limits, without what is in force on this machine."""
    headings = [heading(lang) for heading in (say.KEY, say.LIMIT, say.DEFAULT, say.WHY)]
    lines = [say.PAGE(lang), _line(headings), _line(["---"] * len(headings))]
    for setting in SETTINGS:
        default = f"{_shown(setting, IntakeLimits(), lang)} ({_bounds(setting, lang)})"
        meaning, reason = setting.meaning(lang), setting.reason(lang)
        lines.append(_line([f"`{setting.key}`", meaning, default, reason]))
    return "\n".join(lines) + "\n"


def limits_toml(lang: Language) -> str:
    """A settings file with the limits in force."""
    lines = [f"# {say.FILE_HEAD(lang)}"]
    for setting in SETTINGS:
        lines += ["", f"# {setting.meaning(lang)}, {_bounds(setting, lang)}."]
        lines += [f"{setting.key} = {setting.value(limits_in_force())}"]
    return "\n".join(lines) + "\n"


_HEADINGS = (say.KEY, say.LIMIT, say.DEFAULT, say.IN_FORCE, say.WHY)


def _rows(lang: Language) -> Iterator[tuple[str, ...]]:
    for setting in SETTINGS:
        yield (
            setting.key,
            setting.meaning(lang),
            _shown(setting, IntakeLimits(), lang),
            _shown(setting, limits_in_force(), lang),
            setting.reason(lang),
        )


def _shown(setting: Setting, limits: IntakeLimits, lang: Language) -> str:
    return number(Decimal(setting.value(limits)), lang)


def _bounds(setting: Setting, lang: Language) -> str:
    least, most = (number(Decimal(each), lang) for each in (setting.least, setting.most))
    return say.BETWEEN(lang, least=least, most=most)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
