"""What can be looked up: the catalogue of findings and the limits of intake.

On the screen (`rp explain`, `rp limits`), and as the pages `docs/fejlkoder.md` and
`docs/graenser.md`, which are this word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from department.limits import SETTINGS, Setting
from department.screen import table_of
from texts import commandline as say
from texts import standing as words
from texts.findings import CATALOGUE, Entry
from texts.language import DANISH, Language, number
from workbooks.reading.archive import Limits, limits_in_force

_FIELD = re.compile(r"\{\w+\}")


def print_entry(screen: Console, entry: Entry, lang: Language) -> None:
    """A code explained: what it means, what to do, why the rule exists."""
    severity = words.SEVERITIES[entry.severity.value](lang)
    screen.print(f"[bold]{entry.code}[/bold] ({severity}): {escape(entry.title(lang))}")
    for heading, text in (
        (say.MEANING, _message(entry, lang)),
        (say.WHAT_TO_DO, entry.hint(lang)),
        (say.WHY, entry.why(lang)),
    ):
        screen.print(f"  {heading(lang)}: {escape(text)}")


def codes_table(lang: Language) -> Table:
    """All codes with their titles."""
    rows = (
        (each.code, words.SEVERITIES[each.severity.value](lang), each.title(lang))
        for each in CATALOGUE.values()
    )
    headings = (words.CODE, words.SEVERITY, words.MESSAGE)
    return table_of(lang, headings, rows, title=say.CODES_TITLE(lang))


def codes_markdown(lang: Language = DANISH) -> str:
    """All codes by layer: code, severity, title and message, what to do, why."""
    headings = (words.CODE, words.SEVERITY, say.MEANING, say.WHAT_TO_DO, say.WHY)
    lines = [f"# {say.CODES_PAGE(lang)}", "", say.CODES_PAGE_LEAD(lang), ""]
    for layer, entries in groupby(CATALOGUE.values(), key=lambda entry: entry.code[3]):
        lines += [f"## {say.LAYERS[layer](lang)}", "", _row(each(lang) for each in headings)]
        lines.append("|---|---|---|---|---|")
        for entry in entries:
            cells = (
                entry.code,
                words.SEVERITIES[entry.severity.value](lang),
                f"**{entry.title(lang)}**<br>{_message(entry, lang)}",
                entry.hint(lang),
                entry.why(lang),
            )
            lines.append(_row(cell.replace("|", "\\|") for cell in cells))
        lines.append("")
    return "\n".join(lines)


def _message(entry: Entry, lang: Language) -> str:
    """The message of a code with `…` where a finding names a value."""
    return _FIELD.sub("…", entry.message(lang).replace("{suggestion}", ""))


def limits_table(lang: Language) -> Table:
    """A row per limit: its key, what it limits, its default, what is in force, and why."""
    rows = (
        (
            each.key,
            each.meaning(lang),
            _value(each, Limits(), lang),
            _value(each, limits_in_force(), lang),
            each.why(lang),
        )
        for each in SETTINGS
    )
    headings = (words.KEY, say.LIMIT, say.DEFAULT, say.IN_FORCE, say.WHY)
    return table_of(lang, headings, rows, show_lines=True)


def limits_markdown(lang: Language = DANISH) -> str:
    """The page about the limits, without what is in force on this machine."""
    headings = (words.KEY, say.LIMIT, say.DEFAULT, say.WHY)
    lines = [say.LIMITS_PAGE(lang), _row(each(lang) for each in headings)]
    lines.append("| --- | --- | --- | --- |")
    for setting in SETTINGS:
        default = f"{_value(setting, Limits(), lang)} ({_bounds(setting, lang)})"
        cells = (f"`{setting.key}`", setting.meaning(lang), default, setting.why(lang))
        lines.append(_row(cells))
    return "\n".join(lines) + "\n"


def limits_toml(lang: Language) -> str:
    """A settings file with the limits in force."""
    lines = [f"# {say.LIMITS_FILE_HEAD(lang)}"]
    for setting in SETTINGS:
        lines += ["", f"# {setting.meaning(lang)}, {_bounds(setting, lang)}."]
        lines += [f"{setting.key} = {setting.value(limits_in_force())}"]
    return "\n".join(lines) + "\n"


def _value(setting: Setting, limits: Limits, lang: Language) -> str:
    return number(Decimal(setting.value(limits)), lang)


def _bounds(setting: Setting, lang: Language) -> str:
    least, most = (number(Decimal(each), lang) for each in (setting.least, setting.most))
    return say.BETWEEN(lang, least=least, most=most)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
