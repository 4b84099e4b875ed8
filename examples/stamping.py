"""The same content gives the same file: the time of saving and random numbers are taken out.

LibreOffice writes when it saved, and numbers the axes of charts at random.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

STAMP = datetime(2020, 1, 1)
"""The time in every example."""

_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*<")
_AXIS = re.compile(r'(<c:(?:axId|crossAx) val=")(\d+)"')


def entry(name: str) -> zipfile.ZipInfo:
    """A file's place in an archive, with the fixed time."""
    info = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def stamped(data: bytes) -> bytes:
    """The same workbook without what differs from one saving to the next."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", compresslevel=9) as target,
    ):
        for name in source.namelist():
            target.writestr(entry(name), _settled(name, source.read(name)))
    return stream.getvalue()


def _settled(name: str, part: bytes) -> bytes:
    if name == "docProps/core.xml":
        return _MODIFIED.sub(rf"\g<1>{STAMP:%Y-%m-%dT%H:%M:%S}Z<", part.decode()).encode()
    if name.startswith("xl/charts/"):
        return _with_counted_axes(part.decode()).encode()
    return part


def _with_counted_axes(chart: str) -> str:
    counted: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        return f'{match[1]}{counted.setdefault(match[2], len(counted) + 1)}"'

    return _AXIS.sub(number, chart)
