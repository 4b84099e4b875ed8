"""Mails and archives: the workbooks that came in them, one layer deep."""

from __future__ import annotations

import email
import email.policy
import io
import re
import struct
import zipfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from workbooks.reading.archive import (
    BAD_ZIP,
    ENCRYPTED,
    MEGABYTE,
    ZIP_MAGICS,
    Limits,
    Trouble,
    UnreadableError,
    format_of,
    is_outlook_mail,
    limits_in_force,
)

_WORKBOOKS = (
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".numbers", ".gsheet"),
    *(".zip", ".eml", ".msg"),
)
"""What is taken out; a zip or a mail within is then told to be one too many."""
_MAIL, _OUTLOOK_MAIL = ".eml", ".msg"
_OUTLOOKS_OWN = "winmail.dat"
_LOCKED = ("smime.p7m", "message.rpmsg")
"""What an encrypted mail consists of."""
_DROPPINGS = ("~$", "._")
_OUTSIDE_NAMES = re.compile(r"[\x00-\x1f\x7f]+")
_YEARS = range(1990, 2111)
_BAD_MAIL = (OSError, ValueError, LookupError, AssertionError, RecursionError, struct.error)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What came in a mail or an archive, by name, and when a mail was sent.

    There are no bytes of a mail within it: what lies two layers deep is not looked for.
    """

    files: tuple[tuple[str, bytes | None], ...]
    sent: datetime | None = None


def may_be_parcel(name: str, data: bytes) -> bool:
    """Whether a file is to be opened as a mail or an archive, by its name and first bytes."""
    ending = PurePath(name).suffix.lower()
    if ending == ".zip":
        return data.startswith(ZIP_MAGICS)
    return ending == _MAIL or is_outlook_mail(data)


def open_parcel(data: bytes) -> Parcel | None:
    """The workbooks in a mail or an archive; None for an archive that has none, or is one.

    Raises `UnreadableError` for what cannot be opened.
    """
    limits = limits_in_force()
    sent: datetime | None = None
    found: Iterable[tuple[str, bytes]]
    if len(data) > limits.file:
        raise UnreadableError(Trouble.TOO_LARGE, f"{len(data) // MEGABYTE} MB")
    if is_outlook_mail(data):
        sent, found = _in_outlook_mail(data)
    elif not data.startswith(ZIP_MAGICS):
        sent, found = _in_mail(data)
    elif format_of(data) == "zipped_workbook":
        found = _in_archive(data, limits)
    else:
        return None
    files: dict[str, bytes | None] = {}
    size = 0
    for path, content in found:
        name = _OUTSIDE_NAMES.sub(" ", re.split(r"[/\\]", path)[-1]).strip()
        if name.lower() in _LOCKED:
            raise UnreadableError(Trouble.ENCRYPTED)
        ending = PurePath(name).suffix.lower()
        is_named = ending in _WORKBOOKS or name.lower() == _OUTLOOKS_OWN
        if name.startswith(_DROPPINGS) or not (is_named or format_of(content) == "workbook"):
            continue
        size += len(content)
        if size > limits.file:
            raise UnreadableError(Trouble.TOO_LARGE, f"{size // MEGABYTE} MB")
        files[_free(name, files)] = None if ending in (_MAIL, _OUTLOOK_MAIL) else content
    return Parcel(tuple(files.items()), sent)


def _free(name: str, taken: Container[str]) -> str:
    """The name, with a number where another file has it already."""
    path, number, free = PurePath(name), 2, name
    while free in taken:
        free, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return free


def _in_archive(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """The files of a zip."""
    try:
        archive = _zip_file(data)
        entries = [each for each in archive.infolist() if not each.is_dir()]
        size = sum(each.file_size for each in entries)
        if len(entries) > limits.entries:
            raise UnreadableError(Trouble.TOO_LARGE, "entries")
        if size > limits.inflated:
            raise UnreadableError(Trouble.TOO_LARGE, f"{size // MEGABYTE} MB")
        for each in entries:
            if each.flag_bits & ENCRYPTED:
                raise UnreadableError(Trouble.ENCRYPTED)
            if each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UnreadableError(Trouble.DAMAGED, "zip")
            yield each.filename, archive.read(each)
    except BAD_ZIP as error:
        raise UnreadableError(Trouble.DAMAGED, "zip") from error


def _zip_file(data: bytes) -> zipfile.ZipFile:
    """Its names are in UTF-8, said or not, or as a Danish Windows writes them."""
    try:
        return zipfile.ZipFile(io.BytesIO(data), metadata_encoding="utf-8")
    except UnicodeDecodeError:
        return zipfile.ZipFile(io.BytesIO(data), metadata_encoding="cp850")


def _in_mail(data: bytes) -> tuple[datetime | None, list[tuple[str, bytes]]]:
    try:
        mail = email.message_from_bytes(data, policy=email.policy.default)
        if not mail.keys():
            raise ValueError("no headers")
        return _moment(mail.get("Date")), list(_attached(mail))
    except _BAD_MAIL as error:
        raise UnreadableError(Trouble.DAMAGED, "mail") from error


def _attached(part: MIMEPart) -> Iterator[tuple[str, bytes]]:
    """What is attached to a mail; of a mail within it no more than that it is there."""
    if part.get_content_type() == "message/rfc822":
        yield part.get_filename() or f"mail{_MAIL}", b""
    elif part.is_multipart():
        for each in part.iter_parts():
            yield from _attached(each)
    else:
        content = part.get_payload(decode=True)
        name = _LOCKED[0] if part.get_content_type() == "application/pkcs7-mime" else ""
        if isinstance(content, bytes):
            yield name or part.get_filename() or "", content


def _in_outlook_mail(data: bytes) -> tuple[datetime | None, list[tuple[str, bytes]]]:
    # Imported here: the checking page in the browser opens no mails.
    from oxmsg import Message

    try:
        mail = Message.load(data)
        files = [
            (each.file_name or f"mail{_OUTLOOK_MAIL}", each.file_bytes or b"")
            for each in mail.attachments
        ]
        sent = mail.sent_date
    except _BAD_MAIL as error:
        raise UnreadableError(Trouble.DAMAGED, "mail") from error
    return (None if sent is None else _local(sent)), files


def _moment(header: str | None) -> datetime | None:
    """A mail's date; None where there is none that can be."""
    try:
        return None if header is None else _local(parsedate_to_datetime(header))
    except (ValueError, TypeError, OverflowError):
        return None


def _local(moment: datetime) -> datetime | None:
    """The time on the clock here, as files have it."""
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)
