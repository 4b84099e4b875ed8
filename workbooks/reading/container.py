"""The file as a container: what it is, and the parts of the workbook inside.

A workbook is a zip with XML parts. Anything else is named, so that its sender can be told.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbooks.reading.audit import (
    DEFAULT_LIMITS,
    MEGABYTE,
    AuditError,
    Limits,
    OversizeError,
    audit,
    start_of_content,
)
from workbooks.reading.plain_directory import Entry, read_plain_directory


class Format(StrEnum):
    """File formats that are told apart by their first bytes."""

    OLE = "ole"
    ENCRYPTED = "encrypted"
    OPEN_DOCUMENT = "open_document"
    BINARY_WORKBOOK = "binary_workbook"
    WORD = "word"
    POWERPOINT = "powerpoint"
    PDF = "pdf"
    HTML = "html"
    XML = "xml"
    TEXT = "text"
    ZIP = "zip"
    ZIPPED_WORKBOOK = "zipped_workbook"
    UNKNOWN = "unknown"


class Trouble(StrEnum):
    """Why a file is no readable workbook."""

    EMPTY = "empty"
    OTHER_FORMAT = "other_format"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"
    PART_MISSING = "part_missing"
    BAD_XML = "bad_xml"


class UnreadableError(Exception):
    """The file cannot be read as a workbook: what the trouble is, with a detail to name."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        self.trouble = trouble
        self.detail = detail
        super().__init__(f"{trouble}: {detail}" if detail else trouble)


@dataclass(frozen=True)
class Container:
    """The parts of a workbook, by name."""

    data: bytes
    entries: Mapping[str, Entry]

    @property
    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self.entries.keys()

    def part(self, name: str) -> bytes:
        """A part's bytes (`UnreadableError` when it is missing or damaged)."""
        entry = self.entries.get(name)
        if entry is None:
            raise UnreadableError(Trouble.PART_MISSING, name)
        start, length, method, size, crc = entry
        packed = self.data[start : start + length]
        is_kept = size <= _KEPT_BYTES and length <= _KEPT_BYTES
        unpack = _unpacked_once if is_kept else _unpacked
        try:
            return unpack(packed, method, size, crc)
        except _DamagedError as error:
            raise UnreadableError(Trouble.DAMAGED, name) from error

    def has(self, name: str) -> bool:
        """Whether the part is there."""
        return name in self.entries


class _DamagedError(Exception):
    """A part is not what the directory says."""


def _unpacked(packed: bytes, method: int, size: int, crc: int) -> bytes:
    """The content, never more of it than the directory says; the packed bytes end with it."""
    content = packed
    if method:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacker.decompress(packed, size + 1)
        except zlib.error as error:
            raise _DamagedError from error
        if not unpacker.eof or unpacker.unused_data:
            raise _DamagedError
    if len(content) != size or zlib.crc32(content) != crc:
        raise _DamagedError
    return content


_KEPT_PARTS, _KEPT_BYTES = 192, 65_536
"""Parts kept by their packed bytes: most come back as the template's program wrote them."""
_unpacked_once = lru_cache(maxsize=_KEPT_PARTS)(_unpacked)


_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def open_container(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Container:
    """The workbook's parts; `UnreadableError` says what the file is instead."""
    if not data:
        raise UnreadableError(Trouble.EMPTY)
    if len(data) > limits.file:
        raise UnreadableError(Trouble.TOO_LARGE, f"{len(data) // MEGABYTE} MB")
    if not data.startswith(_ZIP_MAGICS):
        other = _format_by_magic(data)
        if other is Format.ENCRYPTED:
            raise UnreadableError(Trouble.ENCRYPTED)
        raise UnreadableError(Trouble.OTHER_FORMAT, other)
    entries = read_plain_directory(data, limits) or read_directory(data, limits)
    _check_is_workbook(entries)
    return Container(data, entries)


def read_directory(data: bytes, limits: Limits) -> dict[str, Entry]:
    """The entries by name (`UnreadableError` for a directory that can be read in two ways)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise UnreadableError(Trouble.DAMAGED, "zip") from error
    names = {entry.filename: entry for entry in archive.infolist()}
    _check_is_workbook(names)
    try:
        audit(data, archive, limits)
    except OversizeError as error:
        raise UnreadableError(Trouble.TOO_LARGE, str(error)) from error
    except AuditError as error:
        raise UnreadableError(Trouble.UNSAFE, str(error)) from error
    return {
        name: Entry(
            start_of_content(data, entry),
            entry.compress_size,
            entry.compress_type,
            entry.file_size,
            entry.CRC,
        )
        for name, entry in names.items()
    }


def _check_is_workbook(names: Collection[str]) -> None:
    if "xl/workbook.xml" not in names:
        raise UnreadableError(Trouble.OTHER_FORMAT, _format_by_parts(names))


def _format_by_magic(data: bytes) -> Format:
    if data.startswith(_OLE_MAGIC):
        return Format.ENCRYPTED if _ENCRYPTED_STREAM in data else Format.OLE
    if data.startswith(b"%PDF"):
        return Format.PDF
    head = data[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return Format.HTML
    if head.startswith(b"<"):
        return Format.XML
    if b"\0" not in data[:1024] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Format.TEXT
    return Format.UNKNOWN


def _format_by_parts(names: Collection[str]) -> Format:
    if "mimetype" in names and "content.xml" in names:
        return Format.OPEN_DOCUMENT
    if "xl/workbook.bin" in names:
        return Format.BINARY_WORKBOOK
    if "word/document.xml" in names:
        return Format.WORD
    if "ppt/presentation.xml" in names:
        return Format.POWERPOINT
    if any(name.lower().endswith((".xlsx", ".xlsm", ".xls")) for name in names):
        return Format.ZIPPED_WORKBOOK
    return Format.ZIP
