"""Why the machine refused a file, in the reader's language instead of the system's."""

from __future__ import annotations

import errno

from texts.language import DANISH, Language, Text

_REFUSED = Text("adgang er nægtet", "access is denied")
_FULL = Text("disken er fuld", "the disk is full")
_READ_ONLY = Text("drevet er skrivebeskyttet", "the drive is read-only")
_MISSING = Text("filen eller mappen findes ikke", "there is no such file or folder")
_NO_FOLDER = Text("en del af stien er ikke en mappe", "a part of the path is no folder")
_FOLDER = Text("det er en mappe", "it is a folder")
_LONG = Text("navnet er for langt", "the name is too long")
_BUSY = Text("filen er i brug", "the file is in use")
_DAMAGED = Text("drevet svarer ikke rigtigt", "the drive does not answer properly")
_MANY = Text("for mange filer er åbne", "too many files are open")

REASONS: dict[int, Text] = {
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: _FOLDER,
    errno.ENAMETOOLONG: _LONG,
    errno.EBUSY: _BUSY,
    errno.EIO: _DAMAGED,
    errno.EMFILE: _MANY,
    errno.ENFILE: _MANY,
}
"""The reasons that a person can do something about, by the system's number."""


def why(error: OSError) -> Text | str:
    """The reason of an error, to be said in either language; else the system's own words."""
    known = REASONS.get(error.errno or 0)
    return known if known is not None else (error.strerror or str(error))


def reason(error: OSError, lang: Language = DANISH) -> str:
    """The same in words."""
    said = why(error)
    return said if isinstance(said, str) else said(lang)
