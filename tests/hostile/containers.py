"""Zips that could be read in two ways, that are cut off, or that are bombs; other formats."""

import gzip
import io
import struct
import zipfile
from dataclasses import replace

from tests.hostile.original import (
    OTHER_REPORT,
    REPORT,
    Change,
    original,
    other_report,
    rewritten,
    with_inline_texts,
)
from tests.hostile.variant import Kinds
from tests.hostile.zips import ENCRYPTED, STORED, End, Header, Part, altered, parts, written
from tests.validators.damage import parts_of, zipped

kinds = Kinds("containers")
formats = Kinds("formats")

WIDE = 0xFFFFFFFF
END, ENTRY, IN_DIRECTORY = b"PK\x05\x06", b"PK\x03\x04", b"PK\x01\x02"


def with_more(*more: Part, end: End | None = None) -> Change:
    """More parts in the zip, or another end record."""
    return lambda data: written([*parts(data), *more], end)


def with_report(**changes: object) -> Change:
    """Other things are said of the part with the sheet Afrapportering."""
    return lambda data: written(altered(data, REPORT, **changes))


def lying(**fields: object) -> Change:
    """The same, both headers saying it alike."""
    header = replace(Header(), **fields)  # type: ignore[arg-type]
    return with_report(local=header, central=header)


def report_part() -> Part:
    return next(part for part in parts(original()) if part.name == REPORT)


def second_name(part: str = OTHER_REPORT) -> bytes:
    """An extra field that gives a part a name in Unicode."""
    name = part.encode()
    return struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name


def zip64_directory(data: bytes) -> bytes:
    """The records of 64 bits that say what the end record of a zip says."""
    count, size, start = struct.unpack_from("<H2I", data, len(data) - 12)
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    return record + struct.pack("<4sIQI", b"PK\x06\x07", 0, start + size, 1)


def zip64_locator_in_the_last_comment(data: bytes) -> bytes:
    *rest, last = parts(data)
    comment = zip64_directory(with_more()(data))
    return written([*rest, replace(last, central=Header(comment=comment))])


@kinds.accepted()
def honest_zip64_sizes_in_the_entries(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(data).items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    return stream.getvalue()


@kinds.unreadable("RP-108")
def sizes_in_the_entry_beside_a_descriptor(data: bytes) -> bytes:
    data = with_report(descriptor=True)(data)
    at = data.index(ENTRY, data.index(REPORT.encode()) - 40)
    return data[: at + 18] + struct.pack("<2I", 5, 10) + data[at + 26 :]


@kinds.unreadable("RP-108")
def bytes_between_parts_and_directory(data: bytes) -> bytes:
    at, end = data.index(IN_DIRECTORY), data.rindex(END)
    offset = struct.pack("<I", struct.unpack_from("<I", data, end + 16)[0] + 6)
    return data[:at] + b"skjult" + data[at : end + 16] + offset + data[end + 20 :]


@kinds.unreadable("RP-108")
def two_parts_with_exchanged_names_in_the_entries(data: bytes) -> bytes:
    mine = {"content": other_report(), "local": Header(name=OTHER_REPORT.encode())}
    other = Part(OTHER_REPORT, other_report(), local=Header(name=REPORT.encode()))
    return written([*altered(data, REPORT, **mine), other])


@kinds.unreadable("RP-107", "RP-108")
def many_entries_over_the_same_bytes(data: bytes) -> bytes:
    part = Part("xl/media/0.png", bytes(900_000))
    again = replace(part, raw=part.packed, offset=0)
    more = (replace(again, name=f"xl/media/{number}.png") for number in range(1, 300))
    return written([part, *more, *parts(data)])


kinds.unreadable(
    "RP-102",
    "RP-108",
    a_second_end_record_in_the_comment=with_more(
        end=End(comment=struct.pack("<4s4H2IH", END, 0, 0, 0, 0, 0, 0, 0))
    ),
    a_program_in_front=lambda data: b"MZ" + bytes(200) + data,
)

kinds.unreadable(
    "RP-108",
    zip_magic_in_front=lambda data: ENTRY + bytes(26) + data,
    a_second_workbook_after_the_end=lambda data: data + with_more()(data),
    a_longer_comment_promised=lambda data: with_more(end=End(comment=b"kommentar"))(data)[:-3],
    another_size_in_the_entry_behind_zip64_marks=with_report(
        local=Header(size=WIDE, packed=WIDE, extra=struct.pack("<2H2Q", 1, 16, 10, 5))
    ),
    a_part_that_is_a_patch=lying(flags=0x20),
    overlapping_parts=lambda data: with_more(
        Part("xl/media/x.xml", parts(data)[0].content, offset=0)
    )(data),
    a_part_with_a_second_name_in_unicode=lying(extra=second_name()),
    a_zip64_directory=lambda data: with_more(end=End(before=zip64_directory(with_more()(data))))(
        data
    ),
    a_zip64_locator_in_the_last_comment=zip64_locator_in_the_last_comment,
    the_same_part_twice=lambda data: with_more(Part(REPORT, other_report()))(data),
    the_same_part_in_other_case=lambda data: with_more(
        Part(REPORT.replace("sheet3", "Sheet3"), other_report())
    )(data),
    another_name_in_the_entry=with_report(local=Header(name=OTHER_REPORT.encode())),
    another_size_in_the_entry=with_report(local=Header(size=10, packed=5)),
    another_checksum_in_the_entry=with_report(local=Header(crc=1)),
    another_method_in_the_entry=with_report(local=Header(method=STORED)),
    an_unknown_method=with_report(method=99),
    encrypted_in_the_entry_alone=with_report(local=Header(flags=ENCRYPTED)),
    a_part_above_the_archive=with_more(Part("../../.bashrc", b"echo")),
    a_part_from_the_root=with_more(Part("/etc/passwd", b"root")),
    a_part_on_a_drive=with_more(Part("C:/Windows/x.dll", b"MZ")),
    a_part_with_backslashes=with_more(Part("xl\\worksheets\\sheet3.xml", b"<worksheet/>")),
    a_part_whose_name_ends_early=with_more(Part(f"{OTHER_REPORT}\0.txt", b"<worksheet/>")),
    the_second_disk_of_two=with_more(end=End(disk=1)),
    bytes_between_the_parts=with_report(gap=b"skjult"),
)

kinds.unreadable(
    "RP-101",
    "RP-102",
    "RP-108",
    many_bytes_after_the_end=lambda data: data + bytes(70_000),
    a_directory_that_counts_too_few=with_more(end=End(count=3)),
)

kinds.unreadable("RP-103", "RP-108", an_encrypted_part=lying(flags=ENCRYPTED))

kinds.unreadable(
    "RP-107",
    a_bomb_by_its_ratio=rewritten(REPORT, lambda text: text + " " * 30_000_000),
    a_bomb_that_understates_nothing_but_its_hunger=with_more(
        Part("xl/media/image1.png", bytes(1_000), central=Header(size=300_000_000))
    ),
)

kinds.unreadable(
    "RP-101",
    "RP-108",
    a_part_larger_than_it_says=lambda data: lying(size=len(report_part().content) // 2)(data),
    a_part_smaller_than_it_says=lambda data: lying(size=len(report_part().content) + 50)(data),
    bytes_after_the_packed_content=lambda data: with_report(raw=report_part().packed + b"mere")(
        data
    ),
)

kinds.unreadable("RP-101", "RP-102", the_beginning_lost=lambda data: b"PK" + data[2_000:])

kinds.unreadable(
    "RP-101",
    a_wrong_checksum=lying(crc=12345),
    content_that_does_not_unpack=with_report(raw=b"\xff" * 10_000),
    cut_off_in_the_middle=lambda data: data[: len(data) // 2],
    cut_off_in_the_directory=lambda data: data[:-400],
    the_magic_alone=ENTRY,
)

kinds.unreadable("RP-104", empty=b"")


kinds.accepted(
    packed_by_a_stream=lambda data: written([replace(p, descriptor=True) for p in parts(data)]),
    stored_without_packing=lambda data: written([replace(p, method=STORED) for p in parts(data)]),
    bytes_after_the_end=lambda data: data + b"noget mere",
    an_archive_comment=with_more(end=End(comment=b"kommentar")),
    the_name_again_in_unicode=lying(extra=second_name(REPORT)),
    folders_as_entries=lambda data: written([Part("xl/", b"", STORED), *parts(data)]),
    texts_as_openpyxl_has_them=with_inline_texts,
)


PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

# Which format it is, `tests/workbooks/reading/test_archive.py` asks of many more.
formats.unreadable(
    "RP-102",
    an_archive_with_the_workbook_in_it=lambda data: zipped({"rapport.xlsx": data}),
    a_packed_workbook=lambda data: gzip.compress(data, mtime=0),
    a_portable_document=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    values_that_begin_like_an_archive=b"PK;Resultat\n1;60\n" + b"2;61\n" * 10,
    a_picture=b"\x89PNG\r\n\x1a\n" + bytes(100),
)

formats.unreadable("RP-103", a_workbook_with_a_password=PROTECTED)
formats.unreadable(
    "RP-117",
    a_workbook_encrypted_by_a_label=PROTECTED + "DRMEncryptedTransform".encode("utf-16-le"),
)
