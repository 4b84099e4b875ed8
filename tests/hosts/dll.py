"""A Windows DLL without code: one function, which Windows finds in another DLL.

Rust asks `bcryptprimitives.dll` for random numbers, which Wine 8 has under an older name only.
"""

import struct
from typing import Final

_PAGE: Final = 0x1000
_SECTOR: Final = 512
_DIRECTORY: Final = 40
"""Bytes of the export directory; behind it the places of function, name and ordinal, and texts."""


def forwarding_dll(name: str, function: str, target: str) -> bytes:
    """A 64-bit DLL of this name whose function is the target, such as `advapi32.Function`."""
    exports = _exports(name, function, target)
    coff = struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x2022)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, _SECTOR, 0, 0, _PAGE)
    versions = (6, 0, 0, 0, 6, 0)
    sizes = (0, 2 * _PAGE, _SECTOR, 0)
    optional += struct.pack("<QII6H4IHH", 0x180000000, _PAGE, _SECTOR, *versions, *sizes, 2, 0x160)
    optional += struct.pack("<4QII", 1 << 20, _PAGE, 1 << 20, _PAGE, 0, 16)
    optional += struct.pack("<II", _PAGE, len(exports)).ljust(16 * 8, b"\0")
    place = (len(exports), _PAGE, _SECTOR, _SECTOR, 0, 0, 0, 0, 0x40000040)
    section = struct.pack("<8s6I2HI", b".edata", *place)
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    head = dos + b"PE\0\0" + coff + optional + section
    return head.ljust(_SECTOR, b"\0") + exports.ljust(_SECTOR, b"\0")


def _exports(name: str, function: str, target: str) -> bytes:
    places = [_PAGE + _DIRECTORY + offset for offset in (0, 4, 8)]
    texts, at = b"", []
    for text in (name, function, target):
        at.append(places[2] + 2 + len(texts))
        texts += text.encode("ascii") + b"\0"
    directory = struct.pack("<IIHH7I", 0, 0, 0, 0, at[0], 1, 1, 1, *places)
    return directory + struct.pack("<IIH", at[2], at[1], 0) + texts
