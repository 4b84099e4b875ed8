"""Is the zip what it says it is? Containers that could be read in two ways are refused.

Of thousands of good workbooks none has a prefix, a tail, overlapping entries or names that differ
between directory and entry: the rules cost nobody anything, and without them one reader can be
shown another workbook than the next.
"""

from __future__ import annotations

import struct
import zipfile
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
    text: int = 32_767
    """Characters in a cell, as Excel has it."""
    formula: int = 8_192
    """Characters in a formula, as Excel has it."""


DEFAULT_LIMITS = Limits()


class AuditError(Exception):
    """What is wrong with the container, in a word or two that name it."""


class OversizeError(AuditError):
    """The container is larger than a limit."""


_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_CENTRAL_MAGIC = b"PK\x01\x02"
_END_MAGIC = b"PK\x05\x06"
_END = struct.Struct("<4s4H2IH")
_ENCRYPTED, _DATA_DESCRIPTOR = 0x1, 0x8
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


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        parts = name.replace("\\", "/").split("/")
        unsafe = name.startswith(("/", "\\")) or ".." in parts or "\0" in name or ":" in name
        if unsafe or "\\" in name:
            raise AuditError("unsafe part name")
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
    name = data[at + _LOCAL_HEADER.size : at + _LOCAL_HEADER.size + name_length]
    encoding = "utf-8" if flags & 0x800 else "cp437"
    if magic != _LOCAL_MAGIC or name != entry.orig_filename.encode(encoding, "replace"):
        raise AuditError("part names differ")
    if method != entry.compress_type or bool(flags & _ENCRYPTED):
        raise AuditError("part headers differ")
    has_descriptor = bool(flags & _DATA_DESCRIPTOR)
    zip64 = 0xFFFFFFFF in (packed, size)
    if not has_descriptor and not zip64:
        declared = (crc, packed, size)
        if declared != (entry.CRC, entry.compress_size, entry.file_size):
            raise AuditError("part headers differ")
    end: int = at + _LOCAL_HEADER.size + name_length + extra_length + entry.compress_size
    if has_descriptor:
        end += _descriptor_length(data, end, entry)
    if end > directory:
        raise AuditError("overlapping parts")
    return end


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
