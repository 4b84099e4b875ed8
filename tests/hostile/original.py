"""The good report that every variant is made of, and taking it apart."""

import re
from collections.abc import Callable
from functools import cache

from tests.validators.damage import in_part, parts_of, sheet_part, zipped
from tests.validators.reports import calculated, complete_report
from workbooks.form import Sheet

WORKBOOK = "xl/workbook.xml"
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
REPORT = sheet_part(Sheet.REPORT)
MASTER = sheet_part(Sheet.MASTER)
GOALS = sheet_part(Sheet.GOALS)
HIDDEN = sheet_part(Sheet.HIDDEN)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

COUNT = "I12"
"""The result of 1.1.a, a count: 55, which is its target."""
SHARE = "I13"
"""The result of 1.1.b, a percentage."""
DAY = "J16"
"""The delivery date of 1.2.a."""
TEXT = "S17"
"""The documentation of 1.2.b."""
FORMULA = "M13"
"""The state of 1.1.b, computed."""


@cache
def original() -> bytes:
    """An accepted report, calculated, of Socialstyrelsen 2020."""
    data = calculated(complete_report())
    parts = {
        name: DECLARATION.encode() + content
        for name, content in parts_of(data).items()
        if name.startswith("xl/worksheets/sheet") and not content.startswith(b"<?xml")
    }
    return zipped({**parts_of(data), **parts})


def changed(part: str, old: str, new: str, data: bytes | None = None) -> bytes:
    """The report with the first `old` of a part replaced; there must be one."""
    return in_part(data or original(), part, lambda text: text.replace(old, new, 1))


def with_parts(parts: dict[str, bytes | str], data: bytes | None = None) -> bytes:
    """The report with parts put in or replaced."""
    fresh = {name: text.encode() if isinstance(text, str) else text for name, text in parts.items()}
    return zipped({**parts_of(data or original()), **fresh})


def without_part(name: str) -> bytes:
    """The report without a part that it had."""
    parts = parts_of(original())
    del parts[name]
    return zipped(parts)


def text_of(part: str, data: bytes | None = None) -> str:
    return parts_of(data or original())[part].decode()


def cell_xml(address: str, part: str = REPORT, data: bytes | None = None) -> str:
    """The element of a cell, as the part has it."""
    found = re.search(
        rf'<c (?:[^>]* )?r="{address}"(?: [^>]*)?(?:/>|>.*?</c>)', text_of(part, data)
    )
    assert found is not None, address
    return found[0]


def with_cell(address: str, xml: str, part: str = REPORT, data: bytes | None = None) -> bytes:
    """The report with the XML of a cell in place of the one it had."""
    return changed(part, cell_xml(address, part, data), xml, data)


def with_count(inner: str, attributes: str = "") -> bytes:
    """The report with other content in the cell of a count."""
    return with_cell(COUNT, f'<c r="{COUNT}"{attributes}>{inner}</c>')


def with_text(inner: str, kind: str = "inlineStr") -> bytes:
    """The report with other content in a text cell."""
    return with_cell(TEXT, f'<c r="{TEXT}" t="{kind}">{inner}</c>')


def before_end(part: str, element: str, xml: str, data: bytes | None = None) -> bytes:
    """The report with `xml` put in before the end of an element of a part."""
    return changed(part, f"</{element}>", f"{xml}</{element}>", data)


def with_relation(
    part: str,
    number: int,
    kind: str,
    target: str,
    *,
    external: bool = False,
    data: bytes | None = None,
) -> bytes:
    """The report with one more relation, `rId<number>`, in a part's relations."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    parts = parts_of(data or original())
    if relations not in parts:
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        data = with_parts({relations: empty}, data)
    mode = ' TargetMode="External"' if external else ""
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    xml = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>'
    return before_end(relations, "Relationships", xml, data)


def with_content_type(part: str, kind: str, data: bytes | None = None) -> bytes:
    """The report with the type of one more part stated."""
    xml = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    return before_end(CONTENT_TYPES, "Types", xml, data)


@cache
def with_inline_texts() -> bytes:
    """The report as openpyxl stores it: every text in its cell."""
    texts = re.findall(r"<si>(.*?)</si>", text_of(STRINGS), re.DOTALL)
    numbered = re.compile(r'<c (?P<about>[^>]*?)t="s"(?P<rest>[^>]*)><v>(?P<number>[0-9]+)</v>')

    def inline(match: re.Match[str]) -> str:
        text = texts[int(match["number"])]
        return f'<c {match["about"]}t="inlineStr"{match["rest"]}><is>{text}</is>'

    return in_sheets(lambda text: numbered.sub(inline, text))


def in_sheets(change: Callable[[str], str], data: bytes | None = None) -> bytes:
    """The report with the text of every sheet's part changed."""
    parts = parts_of(data or original())
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = change(content.decode()).encode()
    return zipped(parts)


def everywhere(old: str, new: str, data: bytes | None = None) -> bytes:
    """The report with a text replaced in all sheets and in the workbook part."""
    data = in_sheets(lambda text: text.replace(old, new), data)
    return with_parts({WORKBOOK: text_of(WORKBOOK, data).replace(old, new)}, data)


OTHER_REPORT = REPORT.replace("sheet3", "sheet9")


def other_report() -> bytes:
    """The sheet Afrapportering with a better result than the one reported."""
    return parts_of(original())[REPORT].replace(b"<v>55</v>", b"<v>99</v>", 1)
