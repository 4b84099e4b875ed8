"""A package without the time of writing, so that the same document has the same bytes."""

from __future__ import annotations

import io
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(data: bytes) -> bytes:
    """The same zip archive, its parts in the same order, none with a time of its own."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            fixed = zipfile.ZipInfo(part.filename, _EARLIEST)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(part))
    return stream.getvalue()
