"""The quick way of reading a zip's directory gives what the thorough way gives, or nothing at all.

On every good workbook, on every hostile one, and on directories with random damage and lies.
"""

from __future__ import annotations

import dataclasses
import struct

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resultatplan.library import built_in_plans
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original
from tests.hostile.variant import Variant
from tests.hostile.zips import DESCRIPTOR, STORED, UTF_8, End, Header, Part, written
from tests.validators.reports import complete_report
from workbooks.reading.audit import DEFAULT_LIMITS, MEGABYTE, Limits
from workbooks.reading.container import UnreadableError, read_directory
from workbooks.reading.plain_directory import Entry, read_plain_directory

CONTENT = b"<workbook/>" * 9
ROOM = Header(extra=struct.pack("<2H", 0xA220, 6) + bytes(6))
"""As Excel leaves room after the name of a part."""
PARTS = (
    Part("[Content_Types].xml", b"<Types/>", local=ROOM),
    Part("xl/workbook.xml", CONTENT, descriptor=True),
    Part("xl/styles.xml", b"<styleSheet/>", method=STORED),
)
ZIP = written(PARTS)
HEADERS = st.builds(
    Header,
    name=st.sampled_from((None, b"xl/styles.xml", b"XL/Workbook.xml", b"xl/../x", b"/x", b"a\0")),
    method=st.sampled_from((None, None, STORED, 9)),
    flags=st.sampled_from((None, None, 0, 1, DESCRIPTOR, UTF_8, 6, 0x40)),
    crc=st.sampled_from((None, None, 0, 7)),
    packed=st.sampled_from((None, None, 0, 5, 0xFFFFFFFF)),
    size=st.sampled_from((None, None, 0, 5, 0xFFFFFFFF)),
    extra=st.sampled_from((b"", b"", ROOM.extra, b"\x75\x70\1\0x", b"\1\0\4\0abcd", b"ab")),
)
LYING = st.lists(
    st.builds(
        Part,
        st.sampled_from(("xl/workbook.xml", "xl/styles.xml", "docProps/app.xml", "ä.xml", "a b")),
        st.sampled_from((CONTENT, b"", b"x")),
        local=st.one_of(st.just(Header()), HEADERS),
        central=st.one_of(st.just(Header()), HEADERS),
        offset=st.sampled_from((None, None, None, 0, 3)),
        descriptor=st.booleans(),
        gap=st.sampled_from((b"", b"", b"x")),
    ),
    max_size=4,
)
ENDS = st.builds(
    End,
    count=st.sampled_from((None, None, None, 1, 0xFFFF)),
    disk=st.sampled_from((0, 0, 0, 1)),
    size=st.sampled_from((None, None, None, 46)),
    offset=st.sampled_from((None, None, None, 0)),
    comment=st.sampled_from((b"", b"", b"x", b"PK\x05\x06" + bytes(18))),
    before=st.sampled_from((b"", b"", b"x", b"PK\x06\x07" + bytes(16))),
)


def thoroughly(data: bytes, limits: Limits = DEFAULT_LIMITS) -> dict[str, Entry] | None:
    try:
        return read_directory(data, limits)
    except UnreadableError:
        return None


def quick_way_is_right(data: bytes, limits: Limits = DEFAULT_LIMITS) -> bool:
    """See that the quick way gives the same or nothing; whether it gave something."""
    quick = read_plain_directory(data, limits)
    if quick is not None and "xl/workbook.xml" in quick:
        assert quick == thoroughly(data, limits)
        assert list(quick) == list(thoroughly(data, limits) or ())
    return quick is not None


@pytest.mark.parametrize("plan", [plan.id for plan in built_in_plans()])
def test_a_report_is_unzipped_alike(plan: str) -> None:
    last = next(each for each in built_in_plans() if each.id == plan).reporting.periods[-1].id

    assert quick_way_is_right(complete_report(plan, last))


def test_the_plain_form_is_taken_whole() -> None:
    assert quick_way_is_right(ZIP)
    assert quick_way_is_right(original())


@pytest.mark.parametrize("variant", [v for v in VARIANTS if v.subject != "sizes"], ids=str)
def test_a_hostile_variant_is_unzipped_alike(variant: Variant) -> None:
    quick_way_is_right(variant.make())


def test_hostile_containers_are_left_to_the_thorough_way() -> None:
    """Those that the audit refuses, and some more: without this nothing might be left to it."""
    containers = [variant.make() for variant in VARIANTS if variant.subject == "containers"]

    left = [data for data in containers if not quick_way_is_right(data)]

    assert len(left) > len(containers) / 2


@settings(max_examples=5_000, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(ZIP) - 1), st.integers(0, 255)), max_size=3))
def test_a_damaged_directory_is_read_alike_or_not_at_all(damage: list[tuple[int, int]]) -> None:
    data = bytearray(ZIP)
    for place, byte in damage:
        data[place] = byte

    quick_way_is_right(bytes(data))


@settings(max_examples=3_000, deadline=None)
@given(LYING, ENDS)
@example([*PARTS, Part("xl/Styles.xml", b"x")], End())
@example([*PARTS, Part("xl/..", b"x")], End())
@example([PARTS[1], PARTS[1]], End(count=1))
@example([*PARTS, Part("..", b"x")], End())
@example([*PARTS, Part("x", b"x", local=Header(extra=b"\x20\xa2\0\0\x75\x70\0\0"))], End())
def test_a_lying_directory_is_read_alike_or_not_at_all(parts: list[Part], end: End) -> None:
    quick_way_is_right(written(parts, end))


@pytest.mark.parametrize(
    ("limit", "value"),
    [("entries", 2), ("entries", 3), ("inflated", 119), ("inflated", 120), ("part", 98),
     ("part", 99)],
)  # fmt: skip
def test_limits_are_heeded_alike(limit: str, value: int) -> None:
    limits = dataclasses.replace(DEFAULT_LIMITS, **{limit: value})

    assert quick_way_is_right(ZIP, limits) is (thoroughly(ZIP, limits) is not None)


def test_a_part_that_is_packed_too_densely_is_left_to_the_thorough_way() -> None:
    assert not quick_way_is_right(written([*PARTS, Part("x.xml", bytes(2 * MEGABYTE))]))
