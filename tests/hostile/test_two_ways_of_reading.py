"""The quick way of reading a part gives what the thorough way gives, or nothing at all.

On every good workbook, on every hostile one, and on sheets and strings with random damage.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resultatplan.library import built_in_plans
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original, with_shared_strings
from tests.hostile.variant import Variant
from tests.validators.reports import complete_report
from workbooks.reading.audit import DEFAULT_LIMITS, Limits
from workbooks.reading.container import UnreadableError, open_container
from workbooks.reading.plain_sheets import scan_plain_sheet
from workbooks.reading.scanning import ScannedSheet, Strings, scan_sheet
from workbooks.reading.strings import read_plain_strings, read_strings

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = (
    HEAD + b"<worksheet " + MAIN + b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/relationships"><sheetPr filterMode="false"/><cols><col hidden="true" max="9" min="8"/>'
    b'</cols><sheetData><row r="1" customFormat="false" ht="15" hidden="false"><c r="A1" s="14" '
    b't="s"><v>0</v></c><c r="B1" s="2"/><c r="C1" s="3"></c></row><row r="3"><c r="B3" t="str">'
    b'<f aca="false">IF(A1&gt;1,&quot;\xc3\xa6&quot;,2)</f><v>ja &amp; nej</v></c><c r="C3" s="5" '
    b't="n"><f>1+1</f><v>2.5</v></c><c r="D3" t="inlineStr"><is><t xml:space="preserve"> x </t>'
    b'</is></c></row><row r="7"/><row r="8"><c r="A8" t="b"><v>1</v></c><c r="B8"><f>A1</f><v />'
    b'</c><c r="C8"><f t="shared" ref="C8:C9" si="0">A8</f><v>3</v></c></row><row r="9"><c r="C9">'
    b'<f t="shared" si="0"/><v>4</v></c><c r="D9" t="e"><v>#REF!</v></c></row></sheetData>'
    b'<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="A1">'
    b"<cfRule><formula>1</formula></cfRule></conditionalFormatting></worksheet>"
)
STRINGS = (
    HEAD + b"<sst " + MAIN + b' count="3" uniqueCount="3"><si><t xml:space="preserve">et </t></si>'
    b"<si><r><rPr><b/></rPr><t>to</t></r><r><t>_x000D_ tre &amp; fire</t></r></si><si><t></t></si>"
    b"<si><t>\xc3\xa6</t><rPh><t>y</t></rPh></si></sst>"
)
TOKENS = (
    b"<", b">", b"/", b'"', b"&", b"=", b" ", b"\n", b"\r", b"\0", b"\xff", b"0", b"9", b"A", b"r",
    b"</c>", b"<c ", b"</v>", b"<v>", b"</row>", b'<row r="2">', b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<?x?>", b"<sheetData>", b"</sheetData>", b"<sheetData/>", b"<si>", b"</si>", b"<t>",
    b"</t>", b"&#65;", b"&amp;", b"&x;", b"<!DOCTYPE x>", b'r="A1"', b't="s"', b"<is><t>",
    b"<extLst>", b"</extLst>", b"x:", b'xmlns=""', b'hidden="1"', b"\xef\xbf\xbf", b"\xed\xa0\x80",
)  # fmt: skip
DAMAGE = st.lists(
    st.tuples(st.integers(0, 2_000), st.integers(0, 12), st.sampled_from((b"", *TOKENS))),
    min_size=1,
    max_size=4,
)
"""Places, how many bytes go, and what comes instead."""


def damaged(data: bytes, damage: list[tuple[int, int, bytes]]) -> bytes:
    for place, gone, token in damage:
        at = place % (len(data) + 1)
        data = data[:at] + token + data[at + gone :]
    return data


def without_runs(sheet: bytes) -> bytes:
    """A sheet whose inline texts in several fonts are plain ones: then the quick way takes it."""
    return re.sub(rb"<is><r>.*?</is>", b"<is><t>x</t></is>", sheet, flags=re.DOTALL)


Read = tuple[ScannedSheet, Strings]


def thoroughly(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Read | None:
    try:
        return scan_sheet(data, "ark.xml", limits)
    except UnreadableError:
        return None


def everything(read: Read | None) -> dict[str, object] | None:
    if read is None:
        return None
    sheet, strings = read
    found = {each.name: getattr(sheet, each.name) for each in dataclasses.fields(sheet)}
    return found | {"strings": strings}


def quick_sheet_is_right(data: bytes, limits: Limits = DEFAULT_LIMITS) -> bool:
    """See that the quick way gives the same or nothing; whether it gave something."""
    quick = scan_plain_sheet(data, "ark.xml", limits)
    if quick is not None:
        assert everything(quick) == everything(thoroughly(data, limits))
    return quick is not None


def quick_strings_are_right(data: bytes) -> bool:
    quick = read_plain_strings(data)
    if quick is not None:
        assert quick == read_strings(data, "tekster.xml")
    return quick is not None


def parts_to_read(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Sheets and shared strings of a file, none where it is no readable zip."""
    try:
        container = open_container(data)
        for name in container.names:
            if name.startswith("xl/worksheets/sheet") or name == "xl/sharedStrings.xml":
                yield name, container.part(name)
    except UnreadableError:
        return


def quickly_read(data: bytes) -> list[str]:
    """The parts of a file that the quick way takes, each seen to be read right."""
    taken = []
    for name, content in parts_to_read(data):
        if "sharedStrings" in name:
            is_taken = quick_strings_are_right(content)
        else:
            is_taken = quick_sheet_is_right(content)
            quick_sheet_is_right(without_runs(content))
        taken += [name] * is_taken
    return taken


@pytest.mark.parametrize("plan", [plan.id for plan in built_in_plans()])
def test_a_report_is_read_alike(plan: str) -> None:
    last = next(each for each in built_in_plans() if each.id == plan).reporting.periods[-1].id

    taken = quickly_read(complete_report(plan, last))

    assert len(taken) >= 5  # All but the sheet with texts in several fonts.


def test_shared_strings_are_read_alike() -> None:
    assert "xl/sharedStrings.xml" in quickly_read(with_shared_strings())


@pytest.mark.parametrize("variant", [v for v in VARIANTS if v.subject != "sizes"], ids=str)
def test_a_hostile_variant_is_read_alike(variant: Variant) -> None:
    quickly_read(variant.make())


def test_the_quick_way_is_taken_by_most_hostile_variants() -> None:
    """Without this the test above could pass by the quick way taking nothing."""
    report = "xl/worksheets/sheet3.xml"
    taken = 0
    for variant in VARIANTS:
        contents = [] if variant.subject == "sizes" else parts_to_read(variant.make())
        taken += any(
            scan_plain_sheet(without_runs(content), name, DEFAULT_LIMITS) is not None
            for name, content in contents
            if name == report
        )

    assert taken > 100


def test_the_plain_form_is_taken_whole() -> None:
    assert quick_sheet_is_right(SHEET)
    assert quick_strings_are_right(STRINGS)
    assert quick_sheet_is_right(without_runs(dict(parts_to_read(original()))[REPORT]))


REPORT = "xl/worksheets/sheet3.xml"


@pytest.mark.parametrize(
    "rows",
    [b"", b'<row r="1"></row>', b'<row r="1"/>', b'<row r="1"><c r="A1"/></row>',
     b'<row r="1"/><row r="2"><c r="B2"><v>1</v></c></row><row r="5"></row>'],
)  # fmt: skip
def test_a_sheet_with_little_in_it_is_taken_too(rows: bytes) -> None:
    start, end = SHEET.index(b"<row r"), SHEET.index(b"</sheetData>")

    assert quick_sheet_is_right(SHEET[:start] + rows + SHEET[end:])


@settings(max_examples=5_000, deadline=None)
@given(DAMAGE)
@example([(SHEET.index(b"<row r"), 0, b"<!--"), (SHEET.index(b"</sheetData>") + 4, 0, b"-->")])
@example([(SHEET.index(b"<v>0"), 3, b"<is><t>")])
@example([(SHEET.index(b't="s"'), 5, b't="b"')])
def test_a_damaged_sheet_is_read_alike_or_not_at_all(damage: list[tuple[int, int, bytes]]) -> None:
    quick_sheet_is_right(damaged(SHEET, damage))


@settings(max_examples=1_500, deadline=None)
@given(DAMAGE)
@example([(STRINGS.index(b"<si><r>"), 0, b"<!--"), (STRINGS.index(b"</sst>"), 0, b"-->")])
@example([(STRINGS.index(b"xmlns"), 5, b"xmlns:x")])
def test_damaged_strings_are_read_alike_or_not_at_all(damage: list[tuple[int, int, bytes]]) -> None:
    quick_strings_are_right(damaged(STRINGS, damage))


@pytest.mark.parametrize("limit", ["cells", "text", "formula"])
@pytest.mark.parametrize("value", [1, 3, 8, 9, 10, 11, 12, 13, 25, 26, 27])
def test_limits_are_heeded_alike(limit: str, value: int) -> None:
    limits = dataclasses.replace(DEFAULT_LIMITS, **{limit: value})

    is_taken = quick_sheet_is_right(SHEET, limits)

    assert is_taken is (thoroughly(SHEET, limits) is not None)


def test_what_was_known_under_one_limit_is_not_taken_under_another() -> None:
    assert quick_sheet_is_right(SHEET)
    assert not quick_sheet_is_right(SHEET, Limits(formula=2))
    assert quick_sheet_is_right(SHEET)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<row r="3">', b'<row r="1">'),
        (b'<row r="3">', b'<row r="3" r="3">'),
        (b'<row r="3">', b'<row r="3" hidden="1">'),
        (b'<row r="3">', b'<row r="3" xmlns="">'),
        (b'<row r="3">', b'<row r="3" 0ht="1">'),
        (b'<row r="3">', b'<row r="3"ht="1">'),
        (b'<row r="3">', b'<row r="3" x14ac:dyDescent="1">'),
        (b'r="B3"', b'r="B4"'),
        (b'r="C3"', b'r="B3"'),
        (b"<v>0</v>", b"<v>-1</v>"),
        (b"<v>0</v>", b"<v></v>"),
        (b'<row r="7"/>', b'<row r="7"/></row>'),
        (b"<v>0</v>", b"<v/>"),
        (b" nej</v>", b"]]></v>"),
        (b" x </t>", b"]]></t>"),
        (b"<v>2.5</v>", b"<v>2.5</t></is>"),
        (b"<v>2.5</v>", b"<v>2.5</v><v>3</v>"),
        (b"IF(", b"&evil;"),
        (b'encoding="UTF-8"', b'encoding="utf-7"'),
        (b"<sheetData>", b"<!-- --><sheetData>"),
        (b"</worksheet>", b"<sheetData/></worksheet>"),
        (MAIN, b'xmlns="urn:other"'),
    ],
)
def test_what_is_not_plain_is_left_to_the_thorough_way(old: bytes, new: bytes) -> None:
    assert SHEET.count(old) == 1

    assert not quick_sheet_is_right(SHEET.replace(old, new))
