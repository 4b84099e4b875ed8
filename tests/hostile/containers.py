"""Zips that could be read in two ways, that are cut off, or that are bombs."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.hostile.original import (
    OTHER_REPORT,
    REPORT,
    original,
    other_report,
    with_parts,
    with_shared_strings,
)
from tests.hostile.variant import Kinds
from tests.hostile.zips import (
    ENCRYPTED,
    STORED,
    End,
    Header,
    Part,
    altered,
    parts,
    written,
)
from tests.validators.damage import parts_of
from tests.validators.reports import BENCHMARK, complete_report

kinds = Kinds("containers")


@kinds.unreadable("RP-102", "RP-108")
def a_program_in_front() -> bytes:
    return b"MZ" + bytes(200) + original()


@kinds.unreadable("RP-108")
def zip_magic_in_front() -> bytes:
    return b"PK\x03\x04" + bytes(26) + original()


@kinds.unreadable("RP-108")
def bytes_after_the_end() -> bytes:
    return original() + b"noget mere"


@kinds.unreadable("RP-108")
def an_archive_comment() -> bytes:
    return written(parts(original()), End(comment=b"kommentar"))


@kinds.unreadable("RP-101", "RP-102", "RP-108")
def two_archives_in_a_row() -> bytes:
    return original() + complete_report(BENCHMARK)


@kinds.unreadable("RP-102", "RP-108")
def a_second_end_record_in_the_comment() -> bytes:
    hidden = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0, 0, 0, 0, 0)
    return written(parts(original()), End(comment=hidden))


@kinds.unreadable("RP-108")
def the_same_part_twice() -> bytes:
    return written([*parts(original()), Part(REPORT, other_report())])


@kinds.unreadable("RP-108")
def the_same_part_in_other_case() -> bytes:
    return written([*parts(original()), Part(REPORT.replace("sheet3", "Sheet3"), other_report())])


@kinds.unreadable("RP-108")
def a_second_workbook_in_other_case() -> bytes:
    return written([Part("xl/Workbook.xml", b"<workbook/>"), *parts(original())])


@kinds.unreadable("RP-108")
def another_name_in_the_entry() -> bytes:
    return written(altered(original(), REPORT, local=Header(name=OTHER_REPORT.encode())))


@kinds.unreadable("RP-108")
def two_parts_with_exchanged_names_in_the_entries() -> bytes:
    good = Part(REPORT, other_report(), local=Header(name=OTHER_REPORT.encode()))
    evil = Part(OTHER_REPORT, other_report(), local=Header(name=REPORT.encode()))
    return written([good if p.name == REPORT else p for p in parts(original())] + [evil])


@kinds.unreadable("RP-108")
def another_size_in_the_entry() -> bytes:
    return written(altered(original(), REPORT, local=Header(size=10, packed=5)))


@kinds.unreadable("RP-108")
def another_size_in_the_entry_behind_zip64_marks() -> bytes:
    lies = struct.pack("<2H2Q", 1, 16, 10, 5)
    header = Header(size=0xFFFFFFFF, packed=0xFFFFFFFF, extra=lies)
    return written(altered(original(), REPORT, local=header))


@kinds.unreadable("RP-108")
def another_checksum_in_the_entry() -> bytes:
    return written(altered(original(), REPORT, local=Header(crc=1)))


@kinds.unreadable("RP-108")
def another_method_in_the_entry() -> bytes:
    return written(altered(original(), REPORT, local=Header(method=STORED)))


@kinds.unreadable("RP-108")
def sizes_in_the_entry_beside_a_descriptor() -> bytes:
    data = written(altered(original(), REPORT, descriptor=True))
    at = data.index(b"PK\x03\x04", data.index(REPORT.encode()) - 40)
    return data[: at + 18] + struct.pack("<2I", 5, 10) + data[at + 26 :]


@kinds.unreadable("RP-108")
def method_bzip2() -> bytes:
    return _packed_with(zipfile.ZIP_BZIP2)


@kinds.unreadable("RP-108")
def method_lzma() -> bytes:
    return _packed_with(zipfile.ZIP_LZMA)


def _packed_with(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts_of(original()).items():
            archive.writestr(name, content)
    return stream.getvalue()


@kinds.unreadable("RP-108")
def an_unknown_method() -> bytes:
    return written(altered(original(), REPORT, method=99))


@kinds.unreadable("RP-103", "RP-108")
def an_encrypted_part() -> bytes:
    header = Header(flags=ENCRYPTED)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-108")
def encrypted_in_the_entry_alone() -> bytes:
    return written(altered(original(), REPORT, local=Header(flags=ENCRYPTED)))


@kinds.unreadable("RP-108")
def a_part_that_is_a_patch() -> bytes:
    header = Header(flags=0x20)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-108")
def a_part_with_masked_headers() -> bytes:
    header = Header(flags=0x2000)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-107")
def a_bomb_by_its_ratio() -> bytes:
    bomb = parts_of(original())[REPORT] + b" " * 30_000_000
    return with_parts({REPORT: bomb})


@kinds.unreadable("RP-107")
def a_bomb_that_understates_nothing_but_its_hunger() -> bytes:
    bomb = Part("xl/media/image1.png", bytes(1_000), central=Header(size=300_000_000))
    return written([*parts(original()), bomb])


@kinds.unreadable("RP-101", "RP-108")
def a_part_larger_than_it_says() -> bytes:
    content = parts_of(original())[REPORT]
    header = Header(size=len(content) // 2)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-101", "RP-108")
def a_part_smaller_than_it_says() -> bytes:
    content = parts_of(original())[REPORT]
    header = Header(size=len(content) + 50)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-101", "RP-108")
def bytes_after_the_packed_content() -> bytes:
    part = next(p for p in parts(original()) if p.name == REPORT)
    return written(altered(original(), REPORT, raw=part.packed + b"noget mere"))


@kinds.unreadable("RP-107", "RP-108")
def many_entries_over_the_same_bytes() -> bytes:
    bomb = Part("xl/media/0.png", bytes(900_000))
    copies = [Part(f"xl/media/{n}.png", bytes(900_000), offset=0) for n in range(1, 300)]
    return written([bomb, *copies, *parts(original())])


@kinds.unreadable("RP-108")
def overlapping_parts() -> bytes:
    first = parts(original())[0]
    return written([*parts(original()), Part("xl/media/x.xml", first.content, offset=0)])


@kinds.unreadable("RP-107")
def too_many_entries() -> bytes:
    return written([*parts(original()), *(Part(f"xl/media/{n}", b"") for n in range(2_000))])


@kinds.unreadable("RP-108")
def a_part_above_the_archive() -> bytes:
    return written([*parts(original()), Part("../../.bashrc", b"echo")])


@kinds.unreadable("RP-108")
def a_part_from_the_root() -> bytes:
    return written([*parts(original()), Part("/etc/passwd", b"root")])


@kinds.unreadable("RP-108")
def a_part_on_a_drive() -> bytes:
    return written([*parts(original()), Part("C:/Windows/x.dll", b"MZ")])


@kinds.unreadable("RP-108")
def a_part_with_backslashes() -> bytes:
    return written([*parts(original()), Part("xl\\worksheets\\sheet3.xml", other_report())])


@kinds.unreadable("RP-108")
def a_part_whose_name_ends_early() -> bytes:
    return written([*parts(original()), Part(f"{OTHER_REPORT}\0.txt", other_report())])


@kinds.unreadable("RP-108")
def a_part_with_a_second_name_in_unicode() -> bytes:
    name = OTHER_REPORT.encode()
    extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name
    header = Header(extra=extra)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-108")
def a_zip64_directory() -> bytes:
    entries = parts(original())
    plain = written(entries)
    count, size, start = struct.unpack_from("<H2I", plain, len(plain) - 12)
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, start + size, 1)
    return written(entries, End(before=record + locator))


@kinds.unreadable("RP-108")
def a_zip64_locator_in_the_last_comment() -> bytes:
    *entries, last = parts(original())
    plain = written([*entries, last])
    count, size, start = struct.unpack_from("<H2I", plain, len(plain) - 12)
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, start + size, 1)
    hidden = Part(last.name, last.content, central=Header(comment=record + locator))
    return written([*entries, hidden])


@kinds.unreadable("RP-101", "RP-102", "RP-108")
def a_directory_that_counts_too_few() -> bytes:
    return written(parts(original()), End(count=3))


@kinds.unreadable("RP-101", "RP-102", "RP-108")
def a_directory_that_counts_too_many() -> bytes:
    return written(parts(original()), End(count=500))


@kinds.unreadable("RP-101", "RP-108")
def a_directory_that_begins_elsewhere() -> bytes:
    return written(parts(original()), End(offset=100))


@kinds.unreadable("RP-108")
def the_second_disk_of_two() -> bytes:
    return written(parts(original()), End(disk=1))


@kinds.unreadable("RP-108")
def bytes_between_the_parts() -> bytes:
    return written(altered(original(), REPORT, gap=b"skjult"))


@kinds.unreadable("RP-108")
def bytes_between_parts_and_directory() -> bytes:
    data = original()
    at = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    offset = struct.unpack_from("<I", data, end + 16)[0]
    moved = data[: end + 16] + struct.pack("<I", offset + 6) + data[end + 20 :]
    return moved[:at] + b"skjult" + moved[at:]


@kinds.unreadable("RP-101")
def a_wrong_checksum() -> bytes:
    header = Header(crc=12345)
    return written(altered(original(), REPORT, local=header, central=header))


@kinds.unreadable("RP-101")
def content_that_does_not_unpack() -> bytes:
    packed = next(p for p in parts(original()) if p.name == REPORT).packed
    return written(altered(original(), REPORT, raw=b"\xff" * len(packed)))


@kinds.unreadable("RP-101", "RP-102")
def cut_off_in_the_first_part() -> bytes:
    return original()[:100]


@kinds.unreadable("RP-101")
def cut_off_in_the_middle() -> bytes:
    return original()[: len(original()) // 2]


@kinds.unreadable("RP-101")
def cut_off_in_the_directory() -> bytes:
    return original()[:-400]


@kinds.unreadable("RP-101", "RP-108")
def cut_off_by_one_byte() -> bytes:
    return original()[:-1]


@kinds.unreadable("RP-101", "RP-102")
def the_beginning_lost() -> bytes:
    return b"PK" + original()[2_000:]


@kinds.unreadable("RP-104")
def empty() -> bytes:
    return b""


@kinds.unreadable("RP-102")
def one_byte() -> bytes:
    return b"\x00"


@kinds.unreadable("RP-101")
def the_magic_alone() -> bytes:
    return b"PK\x03\x04"


@kinds.unreadable("RP-102")
def an_archive_of_nothing() -> bytes:
    return written([])


@kinds.accepted()
def packed_by_a_stream() -> bytes:
    return written([Part(p.name, p.content, descriptor=True) for p in parts(original())])


@kinds.accepted()
def stored_without_packing() -> bytes:
    return written([Part(p.name, p.content, STORED) for p in parts(original())])


@kinds.accepted()
def honest_zip64_sizes_in_the_entries() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(original()).items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    return stream.getvalue()


@kinds.accepted()
def folders_as_entries() -> bytes:
    return written([Part("xl/", b"", STORED), *parts(original())])


@kinds.accepted()
def shared_strings_as_excel_has_them() -> bytes:
    return with_shared_strings()
