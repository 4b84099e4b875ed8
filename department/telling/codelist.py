"""The catalogue of findings as a page of Markdown: `docs/fejlkoder.md` is this, word for word."""

from __future__ import annotations

from itertools import groupby

from department.telling.screen import plain_message
from texts import commandline as say
from texts.findings import CATALOGUE
from texts.language import DANISH, Language


def codes_markdown(lang: Language = DANISH) -> str:
    """All codes by layer: code, severity, title, what to do."""
    lines = [f"# {say.CODES_PAGE(lang)}", "", say.CODES_PAGE_LEAD(lang), ""]
    for layer, entries in groupby(CATALOGUE.values(), key=lambda entry: entry.code[3]):
        lines += [f"## {say.LAYERS[layer](lang)}", ""]
        lines += [
            f"| {say.CODE(lang)} | {say.SEVERITY(lang)} | {say.MEANING(lang)} |"
            f" {say.WHAT_TO_DO(lang)} | {say.WHY(lang)} |",
            "|---|---|---|---|---|",
        ]
        for entry in entries:
            cells = (
                entry.code,
                say.SEVERITIES[entry.severity.value](lang),
                f"**{entry.title(lang)}**<br>{plain_message(entry, lang)}",
                entry.hint(lang),
                entry.why(lang),
            )
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        lines.append("")
    return "\n".join(lines)
