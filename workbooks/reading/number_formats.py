"""Number formats of a workbook: what a cell shows of its number; and which letters are struck."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from xml.etree.ElementTree import Element

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that a number alone stands for; those not named show a number as it is."""
_GENERAL = "General"
_LONGEST = 255
"""Characters in a number format, as Excel has it."""


class Shows(StrEnum):
    """What a format shows of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    SOMETHING_ELSE = "something_else"
    """Nothing, digits of the format's own, thousands instead of ones, or white on white."""


@dataclass(frozen=True)
class NumberFormats:
    """The number formats of cell styles, and of the looks of rules, each by their index."""

    of_cells: tuple[str, ...] = ()
    of_rules: tuple[str | None, ...] = ()
    """None where a look leaves the format as it is."""
    struck: frozenset[str] = frozenset()
    """The cell styles whose letters are struck through, by their numbers."""

    def of_style(self, style: str) -> str:
        """The format of the cell style with this number."""
        index = _number(style)
        return self.of_cells[index] if index < len(self.of_cells) else _GENERAL


def number_formats(root: Element, _: str) -> NumberFormats:
    """The number formats in the elements of `styles.xml`."""
    codes = dict(_BUILT_IN)
    for element in root.iterfind("numFmts/numFmt"):
        codes[_number(element.get("numFmtId", "0"))] = element.get("formatCode", "")
    styles = (_number(each.get("numFmtId", "0")) for each in root.iterfind("cellXfs/xf"))
    rules = (look.find("numFmt") for look in root.iterfind("dxfs/dxf"))
    of_rules = tuple(None if each is None else each.get("formatCode", "") for each in rules)
    marks = (font.find("strike") for font in root.iterfind("fonts/font"))
    fonts = [each is not None and each.get("val", "1") not in ("0", "false") for each in marks]
    struck = (
        str(index)
        for index, style in enumerate(root.iterfind("cellXfs/xf"))
        if (font := _number(style.get("fontId", "0"))) < len(fonts) and fonts[font]
    )
    shown = tuple(codes.get(each, _GENERAL) for each in styles)
    return NumberFormats(shown, of_rules, frozenset(struck))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].')
_SECTION = re.compile(r"\[[^\]]*\]")
_INVISIBLE = re.compile(r"\[(white|hvid|color ?2|farve ?2)\]", re.IGNORECASE)
_CONDITION = re.compile(r"\[[<>=]")
_DASH = re.compile(r"[-–—]\s*(?:kr\.?|DKK|EUR|USD|[€$£%]|pct\.?)?", re.IGNORECASE)
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


def what_it_shows(code: str, number: float) -> Shows:
    """What a number format shows of a number."""
    if len(code) > _LONGEST:
        return Shows.SOMETHING_ELSE
    return _shows(code, (number > 0) - (number < 0))


@lru_cache(maxsize=256)
def _shows(code: str, sign: int) -> Shows:
    """What it shows of numbers of a sign: 1, 0 or -1."""
    sections = _sections(code)
    if any(_CONDITION.search(section) for section in sections):
        shown = [_shown_by(section) for section in sections]
        return shown[0] if len(set(shown)) == 1 else Shows.SOMETHING_ELSE
    if sign == 0 and len(sections) > 2:
        # Accountants write a dash for zero.
        is_dash = _DASH.fullmatch(_seen(sections[2])) is not None
        return _shown_by(sections[0 if is_dash else 2])
    return _shown_by(sections[1] if sign < 0 and len(sections) > 1 else sections[0])


def _sections(code: str) -> list[str]:
    """The sections between semicolons that no quotation marks hold."""
    sections = [""]
    for piece in re.findall(r'"[^"]*"|\\.|;|[^";\\]+|.', code, re.DOTALL):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def _seen(section: str) -> str:
    """What a section without digits puts there."""
    return _LITERAL.sub(lambda match: (match[1] or "") + (match[2] or ""), section).strip()


def _shown_by(section: str) -> Shows:
    literals = "".join((match[1] or "") + (match[2] or "") for match in _LITERAL.finditer(section))
    if any(char.isdigit() for char in literals) or _INVISIBLE.search(section):
        return Shows.SOMETHING_ELSE
    is_elapsed = re.search(r"\[[hms]+\]", section, re.IGNORECASE) is not None
    code = _SECTION.sub("", _LITERAL.sub("", section))
    if _GENERAL.lower() in code.lower() or "standard" in code.lower() or code.strip() == "@":
        return Shows.NUMBER
    if is_elapsed or (re.search(r"[dmyhs]", code, re.IGNORECASE) and not re.search("[0#?]", code)):
        return Shows.DATE
    if any(char in "123456789" for char in code):
        return Shows.SOMETHING_ELSE
    if not re.search(r"[0#?]", code) or _SCALED.search(code):
        return Shows.SOMETHING_ELSE
    return Shows.PERCENT if "%" in code else Shows.NUMBER
