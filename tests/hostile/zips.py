"""Writing a zip byte by byte, with every field open to lies."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

STORED, DEFLATED = 0, 8
DESCRIPTOR, ENCRYPTED = 0x8, 0x1


@dataclass(frozen=True)
class Header:
    """What a header says of an entry; None tells the truth."""

    name: bytes | None = None
    method: int | None = None
    flags: int | None = None
    crc: int | None = None
    packed: int | None = None
    size: int | None = None
    extra: bytes = b""
    comment: bytes = b""


@dataclass(frozen=True)
class Part:
    """An entry of a zip: its name and content, and what its two headers say instead."""

    name: str
    content: bytes
    method: int = DEFLATED
    local: Header = field(default_factory=Header)
    central: Header = field(default_factory=Header)
    raw: bytes | None = None
    """The packed bytes, where they are not what packing gives."""
    offset: int | None = None
    """Where the directory says the entry begins; None writes it and tells the truth."""
    descriptor: bool = False
    gap: bytes = b""
    """Bytes before the entry that belong to nothing."""

    @property
    def packed(self) -> bytes:
        if self.raw is not None:
            return self.raw
        if self.method != DEFLATED:
            return self.content
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()

    def said(self, header: Header) -> tuple[bytes, int, int, int, int, int]:
        """Name, flags, method, CRC, packed and full size as a header has them."""
        flags = DESCRIPTOR if self.descriptor else 0
        return (
            self.name.encode() if header.name is None else header.name,
            flags if header.flags is None else header.flags,
            self.method if header.method is None else header.method,
            zlib.crc32(self.content) if header.crc is None else header.crc,
            len(self.packed) if header.packed is None else header.packed,
            len(self.content) if header.size is None else header.size,
        )


@dataclass(frozen=True)
class End:
    """What the end record says; None tells the truth."""

    count: int | None = None
    disk: int = 0
    comment: bytes = b""
    before: bytes = b""
    """Bytes between the directory and the end record."""


def parts(data: bytes) -> list[Part]:
    """The entries of a good zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [Part(name, archive.read(name)) for name in archive.namelist()]


def altered(data: bytes, name: str, **changes: object) -> list[Part]:
    """The entries of a good zip, one of them with other fields."""
    return [replace(p, **changes) if p.name == name else p for p in parts(data)]  # type: ignore[arg-type]


def written(entries: Sequence[Part], end: End | None = None) -> bytes:
    """The zip."""
    end = end or End()
    body = b""
    directory = b""
    for part in entries:
        offset = part.offset
        if offset is None:
            body += part.gap
            offset = len(body)
            body += _local(part) + part.packed + _descriptor(part)
        name, flags, method, crc, packed, size = part.said(part.central)
        extra, comment = part.central.extra, part.central.comment
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, flags, method, 0, 0x21, crc, packed, size,
            len(name), len(extra), len(comment), 0, 0, 0, offset,
        ) + name + extra + comment  # fmt: skip
    count = len(entries) if end.count is None else end.count
    record = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", end.disk, end.disk, count, count, len(directory), len(body),
        len(end.comment),
    )  # fmt: skip
    return body + directory + end.before + record + end.comment


def _local(part: Part) -> bytes:
    name, flags, method, crc, packed, size = part.said(part.local)
    if part.descriptor:
        crc = packed = size = 0
    extra = part.local.extra
    return struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, flags, method, 0, 0x21, crc, packed, size, len(name),
        len(extra),
    ) + name + extra  # fmt: skip


def _descriptor(part: Part) -> bytes:
    if not part.descriptor:
        return b""
    return struct.pack(
        "<4s3I", b"PK\x07\x08", zlib.crc32(part.content), len(part.packed), len(part.content)
    )
