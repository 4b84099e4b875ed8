"""RP-1xx: is it a workbook that can be read, and does nothing in it run or fetch anything?

Which codes an unreadable file has is decided by the reader (`workbooks.reading`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from texts import findings as say
from texts.language import Said, phrase
from validators.findings import Finding, Place, finding
from workbooks.reading.active import Active, ActiveKind
from workbooks.reading.archive import LABEL, Trouble, UnreadableError

MOST_NAMED = 20
"""Findings of one kind in one file: a sheet full of links is one cause."""


T = TypeVar("T")


def read_or_tell(read: Callable[[bytes], T], data: bytes) -> T | Finding:
    """What `read` makes of a file's bytes, else why it cannot: errors do not leave a worker."""
    try:
        return read(data)
    except UnreadableError as error:
        return unreadable(error)


def unreadable(error: UnreadableError) -> Finding:
    """The finding for a file that is no readable workbook."""
    if error.trouble is Trouble.EMPTY:
        return finding("RP-104")
    if error.trouble is Trouble.ENCRYPTED:
        return finding("RP-117" if error.detail == LABEL else "RP-103")
    if error.trouble is Trouble.OTHER_FORMAT:
        return finding("RP-102", format=say.FORMATS[error.detail])
    if error.trouble is Trouble.TOO_LARGE:
        return finding("RP-107", found=_detail(error))
    if error.trouble is Trouble.UNSAFE:
        return finding("RP-108", found=_detail(error))
    texts = {
        Trouble.DAMAGED: say.DAMAGED,
        Trouble.PART_MISSING: say.PART_MISSING,
        Trouble.BAD_XML: say.BAD_XML,
    }
    return finding("RP-101", reason=phrase(texts[error.trouble], detail=error.detail))


def unopened(error: UnreadableError) -> Finding:
    """The finding for a mail or an archive that cannot be opened."""
    if error.trouble is Trouble.TOO_LARGE:
        return finding("RP-107", found=_detail(error))
    reason: Said = say.PARCEL_ENCRYPTED
    if error.trouble is not Trouble.ENCRYPTED:
        reason = phrase(say.DAMAGED, detail=error.detail)
    return finding("RP-116", reason=reason)


def _detail(error: UnreadableError) -> Said:
    return say.DETAILS.get(error.detail, error.detail)


def check_active(parts: Iterable[Active]) -> list[Finding]:
    """A finding for each piece of active content, the first of each kind where there are many."""
    counts: Counter[ActiveKind] = Counter()
    findings = []
    for active in parts:
        counts[active.kind] += 1
        if counts[active.kind] > MOST_NAMED:
            continue
        place, found = Place(active.sheet, active.cell), active.name[:160]
        if active.kind is ActiveKind.FOR_MACROS:
            findings.append(finding("RP-114", place))
        elif active.kind in _CODES:
            findings.append(finding(_CODES[active.kind], place, found=found))
        else:
            what = say.ACTIVE[active.kind]
            findings.append(finding("RP-112", place, found=found, what=what))
    return findings


_CODES = {
    ActiveKind.MACRO: "RP-110",
    ActiveKind.EXTERNAL_LINK: "RP-111",
    ActiveKind.HYPERLINK: "RP-113",
    ActiveKind.TASK_PANE: "RP-115",
}
"""What is told in words of its own."""
