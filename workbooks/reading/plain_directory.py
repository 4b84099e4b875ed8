"""The directory of a zip in the plain form that spreadsheet programs write, read in one pass.

Whatever is not in that form to the last byte (extra fields, comments, another order, any mistake)
gives None: then `zipfile` reads the directory, and `audit` says what is wrong with it.
"""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from typing import NamedTuple

from workbooks.reading.audit import MEGABYTE, Limits


class Entry(NamedTuple):
    """Where a part of the workbook is in the file, and what it is to be."""

    start: int
    packed: int
    """Bytes in the file."""
    method: int
    size: int
    crc: int


_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DESCRIPTOR_MAGIC, _ZIP64_MAGIC = b"PK\x07\x08", b"PK\x06\x07"
_LOCAL, _CENTRAL, _END, _ZIP64 = 30, 46, 22, 20
"""The lengths of their fixed fields."""
_ENDING = struct.Struct("<4x4H2IH")
_HEADER = struct.Struct("<4s2xBx2H4x3I3H8xI")
_HAS_DESCRIPTOR = 0x8
_KNOWN_FLAGS = 0x2 | 0x4 | _HAS_DESCRIPTOR | 0x800
_METHODS = (0, 8)
_LATEST_FORMAT = 63
_NAME = re.compile(rb"[A-Za-z0-9_.\[\]-]{1,100}(?:/[A-Za-z0-9_.\[\]-]{1,100})*")


def read_plain_directory(data: bytes, limits: Limits) -> dict[str, Entry] | None:
    """The entries by name of a file that `audit` finds nothing wrong with, or None."""
    end = len(data) - _END
    if end < 0 or data.rfind(_END_MAGIC) != end:
        return None
    disk, first_disk, here, count, length, directory, comment = _ENDING.unpack_from(data, end)
    if disk or first_disk or comment or here != count or directory + length != end:
        return None
    if count > limits.entries or data.startswith(_ZIP64_MAGIC, max(end - _ZIP64, 0)):
        return None
    entries: dict[str, Entry] = {}
    at, expected = directory, 0
    while at + _CENTRAL <= end:
        magic, version, flags, method, crc, packed, size, *lengths, header = _HEADER.unpack_from(
            data, at
        )
        if magic != _CENTRAL_MAGIC or header != expected or version > _LATEST_FORMAT:
            return None
        if flags & ~_KNOWN_FLAGS or method not in _METHODS or lengths[1:] != [0, 0]:
            return None
        name_at = at + _CENTRAL
        raw_name = data[name_at : name_at + lengths[0]]
        start = _start_of_content(data, at, header, raw_name, bool(flags & _HAS_DESCRIPTOR))
        if start is None:
            return None
        expected = start + packed
        if flags & _HAS_DESCRIPTOR:
            if data[expected : expected + 16] != _DESCRIPTOR_MAGIC + data[at + 16 : at + 28]:
                return None
            expected += 16
        name = _plain_name(raw_name)
        if name is None or name in entries or expected > directory:
            return None
        entries[name] = Entry(start, packed, method, size, crc)
        at = name_at + lengths[0]
    is_whole = at == end and expected == directory and len(entries) == count
    return entries if is_whole and _differ(entries) and _are_within(entries, limits) else None


_FIELD = struct.Struct("<2H")
_GROWTH_HINT = 0xA220
"""The extra field with which Excel leaves room for a longer part."""


def _start_of_content(
    data: bytes, at: int, header: int, name: bytes, has_descriptor: bool
) -> int | None:
    """Where an entry's content begins, if its own header says what the directory says at `at`."""
    name_at = header + _LOCAL
    start = name_at + len(name)
    if data[header : header + 4] != _LOCAL_MAGIC or data[name_at:start] != name:
        return None
    said, own = data[at + 6 : at + 30], data[header + 4 : header + 28]
    if own != said and not (has_descriptor and own == said[:10] + bytes(12) + said[22:]):
        return None
    extra = int.from_bytes(data[header + 28 : name_at], "little")
    if extra and (extra < 4 or data[start : start + 4] != _FIELD.pack(_GROWTH_HINT, extra - 4)):
        return None
    return start + extra


@lru_cache(maxsize=1024)
def _plain_name(name: bytes) -> str | None:
    return name.decode() if _NAME.fullmatch(name) and b".." not in name else None


def _differ(names: dict[str, Entry]) -> bool:
    return len({name.casefold() for name in names}) == len(names)


def _are_within(entries: dict[str, Entry], limits: Limits) -> bool:
    sizes = [entry.size for entry in entries.values()]
    if sum(sizes) > limits.inflated or max(sizes, default=0) > limits.part:
        return False
    return all(
        entry.size <= limits.ratio * max(entry.packed, 1)
        for entry in entries.values()
        if entry.size > MEGABYTE
    )
