"""The file as an archive of parts: what it is, and the bytes of each part, within limits.

A workbook is a zip with XML parts. Anything else is named, so that its sender can be told. A zip
that could be read in two ways is refused: of thousands of good workbooks none has a prefix,
overlapping entries or names that differ between directory and entry. The rules cost nobody
anything, and without them one reader can be shown another workbook than the next. A comment or
some bytes behind it, as mail filters leave them, are no second workbook and pass.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take. The templates are far below every one of these."""

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
    seconds: float = 60
    """Seconds, by the clock and of CPU, in a worker process. The slowest good file seen: 2.9."""
    memory: int = 2048 * MEGABYTE
    """Bytes of a worker's address space. The greatest good file seen: 136 MB."""


_in_force = Limits()


def limits_in_force() -> Limits:
    """The limits that a file is read within."""
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


class Trouble(StrEnum):
    """Why a file is no readable workbook."""

    EMPTY = "empty"
    OTHER_FORMAT = "other_format"
    """The detail says which: ole, pdf, html, xml, text, zip, word …"""
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    PART_MISSING = "part_missing"
    BAD_XML = "bad_xml"


class UnreadableError(Exception):
    """The file cannot be read as a workbook: what the trouble is, with a detail to name.

    The detail is a key of `texts.findings.FORMATS` or `DETAILS`, or what stands in the file.
    """

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        self.trouble = trouble
        self.detail = detail
        super().__init__(f"{trouble}: {detail}" if detail else trouble)


@dataclass(frozen=True)
class Archive:
    """The parts of a workbook, by name."""

    data: bytes
    entries: Mapping[str, zipfile.ZipInfo]

    def part(self, name: str) -> bytes:
        """A part's bytes (`UnreadableError` when it is missing, or not what the directory says)."""
        entry = self.entries.get(name)
        if entry is None:
            raise UnreadableError(Trouble.PART_MISSING, name)
        start = _start_of_content(self.data, entry)
        content = self.data[start : start + entry.compress_size]
        is_whole = True
        if entry.compress_type == zipfile.ZIP_DEFLATED:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:  # Never more of it than the directory says; the packed bytes end with it.
                content = unpacker.decompress(content, entry.file_size + 1)
            except zlib.error as error:
                raise UnreadableError(Trouble.DAMAGED, name) from error
            is_whole = unpacker.eof and not unpacker.unused_data
        if not is_whole or len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise UnreadableError(Trouble.DAMAGED, name)
        return content


ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
BAD_ZIP = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError, zlib.error)
"""What the standard library raises of a zip that cannot be read."""
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_LABEL_STREAM = "DRMEncrypted".encode("utf-16-le")
"""Of a workbook encrypted by a sensitivity label."""
LABEL = "label"
_MAIL_STREAM = "__properties_version1.0".encode("utf-16-le")
_WORKBOOK = "workbook"


def open_archive(data: bytes) -> Archive:
    """The workbook's parts; `UnreadableError` says what the file is instead, or what is wrong."""
    limits = limits_in_force()
    if not data:
        raise UnreadableError(Trouble.EMPTY)
    if len(data) > limits.file:
        raise UnreadableError(Trouble.TOO_LARGE, f"{len(data) // MEGABYTE} MB")
    if not data.startswith(ZIP_MAGICS):
        if data.startswith(_OLE_MAGIC) and _ENCRYPTED_STREAM in data:
            raise UnreadableError(Trouble.ENCRYPTED, LABEL if _LABEL_STREAM in data else "")
        raise UnreadableError(Trouble.OTHER_FORMAT, _format_by_magic(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BAD_ZIP as error:
        raise UnreadableError(Trouble.DAMAGED, "zip") from error
    entries = {entry.filename: entry for entry in archive.infolist()}
    format_ = _format_by_parts(entries)
    if format_ != _WORKBOOK:
        raise UnreadableError(Trouble.OTHER_FORMAT, format_)
    _audit(data, archive, limits)
    return Archive(data, entries)


def format_of(data: bytes) -> str:
    """What a file is, by its first bytes and, of a zip, by its parts; `workbook` for ours."""
    if not data.startswith(ZIP_MAGICS):
        return _format_by_magic(data)
    try:
        return _format_by_parts(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except BAD_ZIP:
        return "zip"


def is_outlook_mail(data: bytes) -> bool:
    """Whether a file is a mail as Outlook saves it (.msg)."""
    return data.startswith(_OLE_MAGIC) and _MAIL_STREAM in data


def _format_by_magic(data: bytes) -> str:
    """What a file is that is no zip, by its first bytes."""
    if data.startswith(_OLE_MAGIC):
        return "outlook_mail" if is_outlook_mail(data) else "ole"
    for magic, format_ in _MAGICS.items():
        if data.startswith(magic):
            return format_
    head = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return "html"
    if head.startswith(b"<"):
        return "xml"
    if head.startswith(b"{") and b"docs.google.com" in head:
        return "google_link"
    is_text = b"\0" not in data[:1024] or data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "text" if is_text else "unknown"


_MAGICS = {
    b"%PDF": "pdf",
    b"\x4c\x00\x00\x00\x01\x14\x02\x00": "shortcut",
    b"[InternetShortcut]": "shortcut",
    b"\x78\x9f\x3e\x22": "winmail",
}


def _format_by_parts(names: Collection[str]) -> str:
    """What a zip is, by its parts."""
    if "mimetype" in names and "content.xml" in names:
        return "open_document"
    for part, format_ in _TELLING_PARTS.items():
        if part in names:
            return format_
    is_packed = any(name.lower().endswith((".xlsx", ".xlsm", ".xls")) for name in names)
    return "zipped_workbook" if is_packed else "zip"


_TELLING_PARTS = {
    "xl/workbook.xml": _WORKBOOK,
    "xl\\workbook.xml": "backslashes",
    "Index/Document.iwa": "numbers",
    "Index.zip": "numbers",
    "xl/workbook.bin": "binary_workbook",
    "word/document.xml": "word",
    "ppt/presentation.xml": "powerpoint",
}


_LOCAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s4H2IH")
_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_ZIP64_MAGIC = b"PK\x06\x07"
_ZIP64_LOCATOR = 20
ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_KNOWN_FLAGS = 0x2 | 0x4 | _DESCRIPTOR | 0x800
"""How hard it was packed, a descriptor, a name in UTF-8: all that any program sets."""
_LONGEST_TAIL = 0xFFFF
"""Bytes: further from the end no reader looks for the directory."""
_WIDE = 0xFFFFFFFF
_ZIP64_FIELD, _UNICODE_NAME = 0x0001, 0x7075
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _audit(data: bytes, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raise `UnreadableError` for an archive that no spreadsheet program writes."""
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise UnreadableError(Trouble.TOO_LARGE, "entries")
    _check_ends(data, archive)
    _check_directory(entries, limits)
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        _refuse(entry.header_offset > end, "gap")
        _refuse(entry.header_offset < end, "overlap")
        _refuse(end + _LOCAL.size > archive.start_dir, "overlap")
        end = _end_of_entry(data, entry, archive.start_dir)
    _refuse(end < archive.start_dir, "gap")


def _refuse(condition: bool, detail: str) -> None:
    if condition:
        raise UnreadableError(Trouble.UNSAFE, detail)


def _check_ends(data: bytes, archive: zipfile.ZipFile) -> None:
    """Nothing before the first entry, one disk, one directory, and behind it nothing of a zip."""
    _refuse(not data.startswith(_LOCAL_MAGIC), "prefix")
    at = data.rfind(_END_MAGIC)
    _refuse(at < 0 or at + _END.size > len(data), "directory")
    _, disk, start_disk, on_disk, count, size, offset, comment = _END.unpack_from(data, at)
    tail = data[at + _END.size :]
    is_zip = any(magic in tail for magic in (_LOCAL_MAGIC, _CENTRAL_MAGIC, _ZIP64_MAGIC))
    is_second = bool(tail) and (is_zip or data.count(_END_MAGIC) > 1)
    _refuse(is_second or not comment <= len(tail) <= _LONGEST_TAIL, "tail")
    is_one = not disk and not start_disk and on_disk == count == len(archive.infolist())
    is_there = offset + size == at and archive.start_dir == offset
    is_plain = data.startswith(_CENTRAL_MAGIC, offset) and not data.startswith(
        _ZIP64_MAGIC, max(at - _ZIP64_LOCATOR, 0)
    )
    _refuse(not (is_one and is_there and is_plain), "directory")


def _check_directory(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """What the directory says of each entry: one safe name, a size within the limits, packed as
    spreadsheet programs pack."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        is_unsafe = name.startswith("/") or ".." in name.split("/") or set(name) & set("\\\0:")
        _refuse(bool(is_unsafe), "unsafe_name")
        _refuse(entry.filename != name or _is_renamed(entry.extra, name), "names_differ")
        _refuse(name.casefold() in seen, "duplicate")
        seen.add(name.casefold())
        if entry.file_size > limits.part:
            raise UnreadableError(Trouble.TOO_LARGE, f"{entry.file_size // MEGABYTE} MB")
        is_dense = entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if is_dense and entry.file_size > MEGABYTE:
            raise UnreadableError(Trouble.TOO_LARGE, "ratio")
        _refuse(bool(entry.flag_bits & ENCRYPTED), "encrypted")
        _refuse(bool(entry.flag_bits & ~_KNOWN_FLAGS), "flags")
        _refuse(entry.compress_type not in _METHODS, "method")
    total = sum(entry.file_size for entry in entries)
    if total > limits.inflated:
        raise UnreadableError(Trouble.TOO_LARGE, f"{total // MEGABYTE} MB")


def _start_of_content(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Where an entry's content begins: behind its own header, its name and its extra fields."""
    *_, name_length, extra_length = _LOCAL.unpack_from(data, entry.header_offset)
    return int(entry.header_offset) + _LOCAL.size + int(name_length) + int(extra_length)


def _end_of_entry(data: bytes, entry: zipfile.ZipInfo, directory: int) -> int:
    """Where the entry ends, its descriptor with it: before the directory."""
    at = entry.header_offset
    magic, _, flags, method, _, _, crc, packed, size, length, _ = _LOCAL.unpack_from(data, at)
    extra_at, start = at + _LOCAL.size + length, _start_of_content(data, entry)
    name = entry.orig_filename.encode("utf-8" if flags & 0x800 else "cp437", "replace")
    is_named = data[at + _LOCAL.size : extra_at] == name
    field = data[extra_at:start]
    is_named = is_named and not _is_renamed(field, entry.orig_filename)
    _refuse(magic != _LOCAL_MAGIC or not is_named, "names_differ")
    has_descriptor = bool(flags & _DESCRIPTOR)
    same_flags = has_descriptor == bool(entry.flag_bits & _DESCRIPTOR)
    is_known = not flags & ~_KNOWN_FLAGS and method == entry.compress_type
    _refuse(not (same_flags and is_known), "headers_differ")
    said = (crc, *_wide_sizes(_extra_fields(field).get(_ZIP64_FIELD, b""), packed, size))
    agreed = (entry.CRC, entry.compress_size, entry.file_size)
    is_left_open = has_descriptor and said == (0, 0, 0)
    _refuse(said != agreed and not is_left_open, "headers_differ")
    end = start + entry.compress_size
    _refuse(end > directory, "overlap")
    end += _descriptor_length(data, end, agreed) if has_descriptor else 0
    _refuse(end > directory, "overlap")
    return end


def _is_renamed(extra: bytes, name: str) -> bool:
    """Whether an extra field gives an entry another name in Unicode."""
    found = _extra_fields(extra).get(_UNICODE_NAME)
    return found is not None and found[5:] != name.encode("utf-8", "replace")


def _extra_fields(extra: bytes) -> dict[int, bytes]:
    """The extra fields of an entry by their kinds; refused where they do not add up."""
    fields: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        at += 4 + length
        _refuse(kind in fields or at > len(extra), "headers_differ")
        fields[kind] = extra[at - length : at]
    return fields


def _wide_sizes(field: bytes, packed: int, size: int) -> tuple[int, int]:
    """Packed and full size, which the field has in 64 bits where they say so: full size first."""
    wide = [size == _WIDE, packed == _WIDE]
    _refuse(len(field) < 8 * sum(wide), "headers_differ")
    numbers = iter(struct.unpack_from(f"<{sum(wide)}Q", field))
    size = next(numbers) if wide[0] else size
    return (next(numbers) if wide[1] else packed), size


def _descriptor_length(data: bytes, at: int, numbers: tuple[int, int, int]) -> int:
    """The length of what stands after an entry: with or without its mark, in 32 or 64 bits."""
    for mark in (b"PK\x07\x08", b""):
        for form in ("<3I", "<I2Q"):
            expected = mark + struct.pack(form, *numbers)
            if data.startswith(expected, at):
                return len(expected)
    raise UnreadableError(Trouble.UNSAFE, "headers_differ")
