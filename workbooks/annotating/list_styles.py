"""The cell formats of the list, put behind those that the workbook has already."""

from __future__ import annotations

from workbooks.annotating.insertion import xml_part
from workbooks.annotating.list_sheet import ListStyles

_WHITE, _BLUE, _DARK = "FFFFFFFF", "FF0B4F9E", "FF1F3A5F"


def with_list_styles(data: bytes, part: str) -> tuple[bytes, ListStyles]:
    """The styles part with the list's formats, and their numbers."""
    styles = _Styles(data, part)
    wrapped = 'vertical="top" wrapText="1"'
    added = ListStyles(
        styles.format(styles.font("b", size=14), 0, 'vertical="center"'),
        styles.format(styles.font("b", size=10, colour=_WHITE), styles.fill(_DARK), wrapped),
        styles.format(styles.font(size=10), 0, wrapped),
        styles.format(styles.font("u", size=10, colour=_BLUE), 0, wrapped),
    )
    return styles.data, added


class _Styles:
    """The styles part as it grows."""

    def __init__(self, data: bytes, part: str) -> None:
        self._part = part
        self.data = data
        self._prefix = xml_part(data, part).prefix

    def font(self, mark: str = "", *, size: int, colour: str = "") -> int:
        p = self._prefix
        marked = f"<{p}{mark}/>" if mark else ""
        coloured = f'<{p}color rgb="{colour}"/>' if colour else ""
        named = f'<{p}name val="Calibri"/>'
        return self._add(
            "fonts", f'<{p}font>{marked}<{p}sz val="{size}"/>{coloured}{named}</{p}font>'
        )

    def fill(self, colour: str) -> int:
        p = self._prefix
        pattern = (
            f'<{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/></{p}patternFill>'
        )
        return self._add("fills", f"<{p}fill>{pattern}</{p}fill>")

    def format(self, font: int, fill: int, alignment: str) -> int:
        p = self._prefix
        numbers = f'numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'
        applied = 'applyFont="1" applyFill="1" applyAlignment="1"'
        return self._add(
            "cellXfs", f"<{p}xf {numbers} {applied}><{p}alignment {alignment}/></{p}xf>"
        )

    def _add(self, group: str, element: str) -> int:
        part = xml_part(self.data, self._part)
        span = part.root.child(group)
        if span is None:
            return 0
        self.data = part.appended(span, element)
        return len(span.children)
