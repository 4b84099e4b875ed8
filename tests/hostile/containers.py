"""Zips that could be read in two ways, that are cut off, or that are bombs; other formats."""

import gzip
import io
import struct
import zipfile
from dataclasses import replace

from tests.hostile.original import (
    OTHER_REPORT,
    REPORT,
    original,
    other_report,
    with_inline_texts,
    with_parts,
)
from tests.hostile.variant import Kinds
from tests.hostile.zips import ENCRYPTED, STORED, End, Header, Part, altered, parts, written
from tests.validators.damage import parts_of, zipped
from tests.validators.reports import BENCHMARK, complete_report

kinds = Kinds("containers")
formats = Kinds("formats")


WIDE = 0xFFFFFFFF


def with_more(*more: Part, end: End | None = None) -> bytes:
    """The report with more parts in its zip."""
    return written([*parts(original()), *more], end)


def with_report(**changes: object) -> bytes:
    """The report, other things being said of the part with the sheet Afrapportering."""
    return written(altered(original(), REPORT, **changes))


def lying(**fields: object) -> bytes:
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


@kinds.unreadable("RP-108")
def sizes_in_the_entry_beside_a_descriptor() -> bytes:
    data = with_report(descriptor=True)
    at = data.index(b"PK\x03\x04", data.index(REPORT.encode()) - 40)
    return data[: at + 18] + struct.pack("<2I", 5, 10) + data[at + 26 :]


def _packed_with(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts_of(original()).items():
            archive.writestr(name, content)
    return stream.getvalue()


@kinds.unreadable("RP-108")
def bytes_between_parts_and_directory() -> bytes:
    data = original()
    at = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    offset = struct.unpack_from("<I", data, end + 16)[0]
    moved = data[: end + 16] + struct.pack("<I", offset + 6) + data[end + 20 :]
    return moved[:at] + b"skjult" + moved[at:]


@kinds.accepted()
def honest_zip64_sizes_in_the_entries() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(original()).items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    return stream.getvalue()


def _over_the_same_bytes(part: Part) -> bytes:
    again = replace(part, raw=part.packed, offset=0)
    more = (replace(again, name=f"xl/media/{number}.png") for number in range(1, 300))
    return written([part, *more, *parts(original())])


kinds.unreadable(
    "RP-102",
    "RP-108",
    a_second_end_record_in_the_comment=lambda: with_more(
        end=End(comment=struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0, 0, 0, 0, 0))
    ),
    a_program_in_front=lambda: b"MZ" + bytes(200) + original(),
)

kinds.unreadable(
    "RP-108",
    zip_magic_in_front=lambda: b"PK\x03\x04" + bytes(26) + original(),
    a_second_workbook_after_the_end=lambda: original() + with_more(),
    a_longer_comment_promised=lambda: with_more(end=End(comment=b"kommentar"))[:-3],
    two_parts_with_exchanged_names_in_the_entries=lambda: written(
        [
            *altered(
                original(), REPORT, content=other_report(), local=Header(name=OTHER_REPORT.encode())
            ),
            Part(OTHER_REPORT, other_report(), local=Header(name=REPORT.encode())),
        ]
    ),
    another_size_in_the_entry_behind_zip64_marks=lambda: with_report(
        local=Header(size=WIDE, packed=WIDE, extra=struct.pack("<2H2Q", 1, 16, 10, 5))
    ),
    a_part_that_is_a_patch=lambda: lying(flags=0x20),
    a_part_with_masked_headers=lambda: lying(flags=0x2000),
    overlapping_parts=lambda: with_more(
        Part("xl/media/x.xml", parts(original())[0].content, offset=0)
    ),
    a_part_with_a_second_name_in_unicode=lambda: lying(extra=second_name()),
    a_zip64_directory=lambda: with_more(end=End(before=zip64_directory(with_more()))),
    a_zip64_locator_in_the_last_comment=lambda: written(
        [
            *parts(original())[:-1],
            replace(parts(original())[-1], central=Header(comment=zip64_directory(with_more()))),
        ]
    ),
    the_same_part_twice=lambda: with_more(Part(REPORT, other_report())),
    the_same_part_in_other_case=lambda: with_more(
        Part(REPORT.replace("sheet3", "Sheet3"), other_report())
    ),
    a_second_workbook_in_other_case=lambda: written(
        [Part("xl/Workbook.xml", b"<workbook/>"), *parts(original())]
    ),
    another_name_in_the_entry=lambda: with_report(local=Header(name=OTHER_REPORT.encode())),
    another_size_in_the_entry=lambda: with_report(local=Header(size=10, packed=5)),
    another_checksum_in_the_entry=lambda: with_report(local=Header(crc=1)),
    another_method_in_the_entry=lambda: with_report(local=Header(method=STORED)),
    method_bzip2=lambda: _packed_with(zipfile.ZIP_BZIP2),
    method_lzma=lambda: _packed_with(zipfile.ZIP_LZMA),
    an_unknown_method=lambda: with_report(method=99),
    encrypted_in_the_entry_alone=lambda: with_report(local=Header(flags=ENCRYPTED)),
    a_part_above_the_archive=lambda: with_more(Part("../../.bashrc", b"echo")),
    a_part_from_the_root=lambda: with_more(Part("/etc/passwd", b"root")),
    a_part_on_a_drive=lambda: with_more(Part("C:/Windows/x.dll", b"MZ")),
    a_part_with_backslashes=lambda: with_more(Part("xl\\worksheets\\sheet3.xml", other_report())),
    a_part_whose_name_ends_early=lambda: with_more(Part(f"{OTHER_REPORT}\0.txt", other_report())),
    the_second_disk_of_two=lambda: with_more(end=End(disk=1)),
    bytes_between_the_parts=lambda: with_report(gap=b"skjult"),
)

kinds.unreadable(
    "RP-101",
    "RP-102",
    "RP-108",
    many_bytes_after_the_end=lambda: original() + bytes(70_000),
    two_archives_in_a_row=lambda: original() + complete_report(BENCHMARK),
    a_directory_that_counts_too_few=lambda: with_more(end=End(count=3)),
    a_directory_that_counts_too_many=lambda: with_more(end=End(count=500)),
)

kinds.unreadable("RP-103", "RP-108", an_encrypted_part=lambda: lying(flags=ENCRYPTED))

kinds.unreadable(
    "RP-107",
    "RP-108",
    many_entries_over_the_same_bytes=lambda: _over_the_same_bytes(
        Part("xl/media/0.png", bytes(900_000))
    ),
)

kinds.unreadable(
    "RP-107",
    a_bomb_by_its_ratio=lambda: with_parts({REPORT: report_part().content + b" " * 30_000_000}),
    a_bomb_that_understates_nothing_but_its_hunger=lambda: with_more(
        Part("xl/media/image1.png", bytes(1_000), central=Header(size=300_000_000))
    ),
    too_many_entries=lambda: with_more(*(Part(f"xl/media/{n}", b"") for n in range(2_000))),
)

kinds.unreadable(
    "RP-101",
    "RP-108",
    a_directory_that_begins_elsewhere=lambda: with_more(end=End(offset=100)),
    a_part_larger_than_it_says=lambda: lying(size=len(report_part().content) // 2),
    a_part_smaller_than_it_says=lambda: lying(size=len(report_part().content) + 50),
    bytes_after_the_packed_content=lambda: with_report(raw=report_part().packed + b"noget mere"),
    cut_off_by_one_byte=lambda: original()[:-1],
)

kinds.unreadable(
    "RP-101",
    "RP-102",
    cut_off_in_the_first_part=lambda: original()[:100],
    the_beginning_lost=lambda: b"PK" + original()[2_000:],
)

kinds.unreadable(
    "RP-101",
    a_wrong_checksum=lambda: lying(crc=12345),
    content_that_does_not_unpack=lambda: with_report(raw=b"\xff" * len(report_part().packed)),
    cut_off_in_the_middle=lambda: original()[: len(original()) // 2],
    cut_off_in_the_directory=lambda: original()[:-400],
    the_magic_alone=lambda: b"PK\x03\x04",
)

kinds.unreadable("RP-104", empty=lambda: b"")

kinds.unreadable("RP-102", one_byte=lambda: b"\x00", an_archive_of_nothing=lambda: written([]))

kinds.accepted(
    packed_by_a_stream=lambda: written(
        [Part(p.name, p.content, descriptor=True) for p in parts(original())]
    ),
    stored_without_packing=lambda: written(
        [Part(p.name, p.content, STORED) for p in parts(original())]
    ),
    bytes_after_the_end=lambda: original() + b"noget mere",
    an_archive_comment=lambda: with_more(end=End(comment=b"kommentar")),
    the_name_again_in_unicode=lambda: lying(extra=second_name(REPORT)),
    folders_as_entries=lambda: written([Part("xl/", b"", STORED), *parts(original())]),
    texts_as_openpyxl_has_them=lambda: with_inline_texts(),
)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PROTECTED = OLE + "EncryptedPackage".encode("utf-16-le")


@formats.unreadable("RP-102")
def an_open_document() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": b"<office:document-content/>"})


formats.unreadable(
    "RP-102",
    an_old_workbook=lambda: OLE,
    a_binary_workbook=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": bytes(100)}
    ),
    a_letter=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    ),
    a_presentation=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}
    ),
    an_archive_with_the_workbook_in_it=lambda: zipped({"rapport.xlsx": original()}),
    an_archive_of_something_else=lambda: zipped({"readme.txt": b"hej"}),
    a_packed_workbook=lambda: gzip.compress(original(), mtime=0),
    a_portable_document=lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    a_web_page=lambda: b"<!DOCTYPE html><html><table><tr><td>60</td></tr></table></html>",
    a_web_page_after_a_byte_order_mark=lambda: b"\xef\xbb\xbf\n<html><table></table></html>",
    a_spreadsheet_of_2003_in_xml=lambda: (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    ),
    comma_separated_values=lambda: "Nøgle;Resultat\n1.1.a;60\n".encode(),
    comma_separated_values_in_utf_16=lambda: "Nøgle;Resultat\n1.1.a;60\n".encode("utf-16"),
    values_that_begin_like_an_archive=lambda: b"PK;Resultat\n1;60\n" + b"2;61\n" * 10,
    a_picture=lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    noise=lambda: bytes(range(255, -1, -1)) * 20,
)

formats.unreadable("RP-103", a_workbook_with_a_password=lambda: PROTECTED)
formats.unreadable(
    "RP-117",
    a_workbook_encrypted_by_a_label=lambda: PROTECTED + "DRMEncryptedTransform".encode("utf-16-le"),
)
