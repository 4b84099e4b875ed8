"""The good report that every variant is made of, and what is done to it: text for text, in its XML.

What is done is a function from the bytes of a report to those of another.
"""

import re
from collections.abc import Callable
from functools import cache, partial, reduce

from tests.validators.damage import (
    OFFICE,
    WORKBOOK,
    in_part,
    in_sheets,
    parts_of,
    sheet_part,
    zipped,
)
from tests.validators.reports import calculated, complete_report
from workbooks.form import Sheet

Change = Callable[[bytes], bytes]
Rewrite = Callable[[str], str]

WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
REPORT = sheet_part(Sheet.REPORT)
GOALS = sheet_part(Sheet.GOALS)
HIDDEN = sheet_part(Sheet.HIDDEN)
OTHER_REPORT = REPORT.replace("sheet3", "sheet9")

MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
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
    return in_sheets(data, lambda text: text if text.startswith("<?xml") else DECLARATION + text)


def other_report() -> bytes:
    """The sheet Afrapportering with a better result than the one reported."""
    return parts_of(original())[REPORT].replace(b"<v>55</v>", b"<v>99</v>", 1)


def text_of(part: str, data: bytes) -> str:
    return parts_of(data)[part].decode()


def together(*changes: Change) -> Change:
    """One change after the other."""
    return lambda data: reduce(lambda before, change: change(before), changes, data)


def rewritten(part: str, rewrite: Rewrite) -> Change:
    """The text of a part changed; a change that changes nothing fails."""
    return lambda data: in_part(data, part, rewrite)


def replaced(part: str, old: str, new: str) -> Change:
    """The first `old` of a part replaced; there must be one."""
    return rewritten(part, lambda text: text.replace(old, new, 1))


def before(part: str, mark: str, xml: str) -> Change:
    """Something put in before the first `mark` of a part."""
    return replaced(part, mark, xml + mark)


def before_end(part: str, element: str, xml: str) -> Change:
    """Something put in before the end of an element of a part."""
    return before(part, f"</{element}>", xml)


def everywhere(old: str, new: str) -> Change:
    """A text replaced in all sheets and in the workbook part, where it stands."""

    def change(data: bytes) -> bytes:
        data = in_sheets(data, lambda text: text.replace(old, new))
        return with_parts({WORKBOOK: text_of(WORKBOOK, data).replace(old, new)})(data)

    return change


def with_parts(parts: dict[str, bytes | str]) -> Change:
    """Parts put in or replaced."""
    fresh = {name: text.encode() if isinstance(text, str) else text for name, text in parts.items()}
    return lambda data: zipped({**parts_of(data), **fresh})


def without_part(name: str) -> Change:
    """A part taken out that the report had."""
    return lambda data: zipped({part: c for part, c in parts_of(data).items() if part != name})


def with_cell(address: str, rewrite: Rewrite, part: str = REPORT) -> Change:
    """The XML of a cell rewritten."""
    cell = re.compile(rf'<c (?:[^>]* )?r="{address}"(?: [^>]*)?(?:/>|>.*?</c>)')
    return rewritten(part, lambda text: cell.sub(lambda found: rewrite(found[0]), text, count=1))


def with_content(address: str, inner: str, kind: str = "", attributes: str = "") -> Change:
    """A cell of Afrapportering with this in it, of this type, whatever it held."""
    kind = kind and f' t="{kind}"'
    return with_cell(address, lambda _: f'<c r="{address}"{kind}{attributes}>{inner}</c>')


with_count = partial(with_content, COUNT)
"""Something else in the cell of a count."""


def with_text(inner: str, kind: str = "inlineStr") -> Change:
    """Something else in a text cell."""
    return with_content(TEXT, inner, kind)


def with_relation(
    part: str, number: int, kind: str, target: str, *, external: bool = False
) -> Change:
    """One more relation, `rId<number>`, in a part's relations."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    mode = ' TargetMode="External"' if external else ""
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    xml = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"{mode}/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"

    def change(data: bytes) -> bytes:
        if relations not in parts_of(data):
            empty = f'<Relationships xmlns="{namespace}"></Relationships>'
            data = with_parts({relations: empty})(data)
        return before_end(relations, "Relationships", xml)(data)

    return change


def with_sheet(name: str, relation: str, attributes: str = "") -> Change:
    """One more sheet in the workbook's list, to which this relation leads."""
    xml = f'<sheet xmlns:r="{OFFICE}" name="{name}" sheetId="9"{attributes} r:id="{relation}"/>'
    return before_end(WORKBOOK, "sheets", xml)


def with_inline_texts(data: bytes) -> bytes:
    """As openpyxl stores it: every text in its cell."""
    texts = re.findall(r"<si>(.*?)</si>", text_of(STRINGS, data), re.DOTALL)
    numbered = re.compile(r'<c (?P<about>[^>]*?)t="s"(?P<rest>[^>]*)><v>(?P<number>[0-9]+)</v>')

    def inline(match: re.Match[str]) -> str:
        text = texts[int(match["number"])]
        return f'<c {match["about"]}t="inlineStr"{match["rest"]}><is>{text}</is>'

    return in_sheets(data, lambda text: numbered.sub(inline, text))
