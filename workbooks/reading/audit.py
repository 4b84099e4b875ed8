"""Is the zip what it says it is? Containers that could be read in two ways are refused.

Of thousands of good workbooks none has a prefix, a tail, overlapping entries or names that differ
between directory and entry: the rules cost nobody anything, and without them one reader can be
shown another workbook than the next.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a workbook may be. The templates are far below every one of these."""

    file: int = 50 * MEGABYTE
    """Bytes of the file. The largest good one seen: 2.7 MB."""
    entries: int = 2_000
    """Parts in the zip. Seen: 1,033."""
    inflated: int = 512 * MEGABYTE
    """Bytes of all parts together. Seen: 60 MB."""
    part: int = 256 * MEGABYTE
    """Bytes of one part. Seen: 57 MB."""
    ratio: int = 200
    """Inflated to packed, for parts over 1 MB. Seen: 170; at 100 two good files fall."""
    cells: int = 3_000_000
    """Cells of a workbook. Seen: 568,708."""
    sheets: int = 256
    """Sheets of a workbook. The templates have six."""
    text: int = 32_767
    """Characters in a cell, as Excel has it."""
    formula: int = 8_192
    """Characters in a formula, as Excel has it."""


DEFAULT_LIMITS = Limits()
_in_force = DEFAULT_LIMITS


def limits_in_force() -> Limits:
    """The limits that a file is read within when the caller names none."""
    return _in_force


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Let these limits be in force."""
    global _in_force
    before = _in_force
    _in_force = limits
    try:
        yield
    finally:
        _in_force = before


class AuditError(Exception):
    """What is wrong with the container, in a word or two that name it."""


class OversizeError(AuditError):
    """The container is larger than a limit."""


_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_CENTRAL_MAGIC = b"PK\x01\x02"
_END_MAGIC = b"PK\x05\x06"
_END = struct.Struct("<4s4H2IH")
_ZIP64_MAGIC = b"PK\x06\x07"
_ZIP64_LOCATOR = 20
_ENCRYPTED, _DATA_DESCRIPTOR = 0x1, 0x8
_KNOWN_FLAGS = 0x2 | 0x4 | _DATA_DESCRIPTOR | 0x800
"""How hard it was packed, a descriptor, a name in UTF-8: all that any program sets."""
_WIDE = 0xFFFFFFFF
_ZIP64_FIELD, _UNICODE_NAME = 0x0001, 0x7075
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def audit(data: bytes, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raise `AuditError` for a container that no spreadsheet program writes."""
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise OversizeError(f"{len(entries)} zip entries")
    _check_ends(data, archive)
    _check_names(entries)
    _check_sizes(entries, limits)
    _check_entries(data, entries, archive.start_dir)


def _check_ends(data: bytes, archive: zipfile.ZipFile) -> None:
    """Nothing before the first entry, nothing after the directory, one disk, one directory."""
    if not data.startswith(_LOCAL_MAGIC):
        raise AuditError("zip prefix")
    at = data.rfind(_END_MAGIC)
    if at < 0 or at + _END.size > len(data):
        raise AuditError("zip end record")
    _, disk, start_disk, on_disk, count, size, offset, comment = _END.unpack_from(data, at)
    if at + _END.size + comment != len(data) or comment:
        raise AuditError("zip tail")
    if disk or start_disk or on_disk != count or count != len(archive.infolist()):
        raise AuditError("zip directory")
    if offset + size != at or archive.start_dir != offset:
        raise AuditError("zip directory")
    if data[offset : offset + 4] != _CENTRAL_MAGIC:
        raise AuditError("zip directory")
    if data[max(at - _ZIP64_LOCATOR, 0) :].startswith(_ZIP64_MAGIC):
        raise AuditError("zip directory")


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        parts = name.replace("\\", "/").split("/")
        unsafe = name.startswith(("/", "\\")) or ".." in parts or "\0" in name or ":" in name
        if unsafe or "\\" in name:
            raise AuditError("unsafe part name")
        if entry.filename != name or _UNICODE_NAME in _extra_fields(entry.extra):
            raise AuditError("part names differ")
        folded = name.casefold()
        if folded in seen:
            raise AuditError("duplicate part")
        seen.add(folded)


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    for entry in entries:
        if entry.file_size > limits.part:
            raise OversizeError(f"a part of {entry.file_size // MEGABYTE} MB")
        too_dense = entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if entry.file_size > MEGABYTE and too_dense:
            raise OversizeError("zip ratio")
    total = sum(entry.file_size for entry in entries)
    if total > limits.inflated:
        raise OversizeError(f"{total // MEGABYTE} MB inflated")


def _check_entries(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Each entry's own header agrees with the directory, and no two share a byte."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.flag_bits & _ENCRYPTED:
            raise AuditError("encrypted part")
        if entry.flag_bits & ~_KNOWN_FLAGS:
            raise AuditError("zip flags")
        if entry.compress_type not in _METHODS:
            raise AuditError("zip method")
        at = entry.header_offset
        if at != end:
            raise AuditError("bytes between parts" if at > end else "overlapping parts")
        if at + _LOCAL_HEADER.size > directory:
            raise AuditError("overlapping parts")
        end = _end_of_entry(data, entry, directory)
    if end != directory:
        raise AuditError("bytes between parts" if end < directory else "overlapping parts")


def _end_of_entry(data: bytes, entry: zipfile.ZipInfo, directory: int) -> int:
    at = entry.header_offset
    header = _LOCAL_HEADER.unpack_from(data, at)
    magic, _, flags, method, _, _, crc, packed, size, name_length, extra_length = header
    extra_at = at + _LOCAL_HEADER.size + name_length
    name = data[at + _LOCAL_HEADER.size : extra_at]
    encoding = "utf-8" if flags & 0x800 else "cp437"
    if magic != _LOCAL_MAGIC or name != entry.orig_filename.encode(encoding, "replace"):
        raise AuditError("part names differ")
    extra = _extra_fields(data[extra_at : extra_at + extra_length])
    if _UNICODE_NAME in extra:
        raise AuditError("part names differ")
    if method != entry.compress_type or flags & ~_KNOWN_FLAGS:
        raise AuditError("part headers differ")
    if _WIDE in (packed, size):
        packed, size = _wide_sizes(extra.get(_ZIP64_FIELD, b""), packed, size)
    declared = (crc, packed, size)
    has_descriptor = bool(flags & _DATA_DESCRIPTOR)
    if has_descriptor != bool(entry.flag_bits & _DATA_DESCRIPTOR):
        raise AuditError("part headers differ")
    is_left_open = has_descriptor and declared == (0, 0, 0)
    if not is_left_open and declared != (entry.CRC, entry.compress_size, entry.file_size):
        raise AuditError("part headers differ")
    end: int = extra_at + extra_length + entry.compress_size
    if has_descriptor:
        end += _descriptor_length(data, end, entry)
    if end > directory:
        raise AuditError("overlapping parts")
    return end


def start_of_content(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Where the packed bytes of an entry of an audited container begin."""
    lengths_at = entry.header_offset + _LOCAL_HEADER.size - 4
    name_length, extra_length = struct.unpack_from("<2H", data, lengths_at)
    start: int = lengths_at + 4 + name_length + extra_length
    return start


def _extra_fields(extra: bytes) -> dict[int, bytes]:
    """The extra fields of an entry by their kinds (`AuditError` where they do not add up)."""
    fields: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        at += 4 + length
        if kind in fields or at > len(extra):
            raise AuditError("part headers differ")
        fields[kind] = extra[at - length : at]
    return fields


def _wide_sizes(field: bytes, packed: int, size: int) -> tuple[int, int]:
    """Packed and full size where the entry has them in 64 bits: full size first."""
    wide = [size == _WIDE, packed == _WIDE]
    if len(field) < 8 * sum(wide):
        raise AuditError("part headers differ")
    numbers = iter(struct.unpack_from(f"<{sum(wide)}Q", field))
    size = next(numbers) if wide[0] else size
    return (next(numbers) if wide[1] else packed), size


def _descriptor_length(data: bytes, at: int, entry: zipfile.ZipInfo) -> int:
    """The length of the data descriptor after an entry: with or without its mark, 32 or 64 bit."""
    numbers = (entry.CRC, entry.compress_size, entry.file_size)
    for mark in (b"PK\x07\x08", b""):
        for form in ("<3I", "<I2Q"):
            try:
                expected = mark + struct.pack(form, *numbers)
            except struct.error:
                continue
            if data[at : at + len(expected)] == expected:
                return len(expected)
    raise AuditError("part headers differ")
