"""The files of an inbox, each with its verdict: one for every entry, whatever it is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from texts import catalogue as codes
from texts import judging as say
from texts.language import Language
from texts.said import Said
from validators.findings import Finding, finding
from validators.judging import Examined, examine, judge
from validators.verdict import Verdict
from workbooks.reading.files import NoFileError, NotAFile, read_file

CHUNK = 200
"""Files judged together: large enough to share the schemas, small enough to keep memory flat."""

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def inbox_entries(folder: Path, beside: Path | None = None) -> list[Path]:
    """What lies in the folder, by name; `beside` is left out: the batch's own output.

    Raises `OSError` when the folder cannot be listed.
    """
    entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    return [path for path in entries if beside is None or not _same(path, beside)]


def judge_files(paths: Iterable[Path], names: Iterable[str], lang: Language) -> Iterator[Verdict]:
    """The verdicts on files, in their order, judged chunk by chunk."""
    pairs = iter(zip(paths, names, strict=True))
    while chunk := list(islice(pairs, CHUNK)):
        yield from judge([examine_path(path, name) for path, name in chunk], lang)


def judge_inbox(entries: Sequence[Path], lang: Language) -> Iterator[Verdict]:
    """The verdict on each entry of an inbox; lock files and folders are passed over, and said."""
    return judge_files(entries, (printable(path.name) for path in entries), lang)


def examine_path(path: Path, name: str) -> Examined:
    """Examine what a path holds; a path that gives no bytes is a finding."""
    passed_over = _passed_over(path)
    if passed_over is not None:
        return Examined(name, (passed_over,))
    try:
        data = read_file(path)
    except NoFileError as error:
        return Examined(name, (_no_file(error),))
    return examine(name, data)


def printable(name: str) -> str:
    """A file name that can be printed and written as JSON, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _passed_over(path: Path) -> Finding | None:
    name = path.name
    what: Said | None = None
    if name.startswith(("~$", ".~lock.")):
        what = say.LOCK_FILE
    elif name.lower() in _SYSTEM_FILES:
        what = say.OTHER_FILE
    return None if what is None else finding(codes.PASSED_OVER, what=what)


def _no_file(error: NoFileError) -> Finding:
    if error.why is NotAFile.FOLDER:
        return finding(codes.PASSED_OVER, what=say.FOLDER)
    if error.why is NotAFile.LINK:
        return finding(codes.NO_ACCESS, reason=say.LINK)
    if error.why is NotAFile.NOT_REGULAR:
        return finding(codes.NO_ACCESS, reason=say.NOT_REGULAR)
    return finding(codes.NO_ACCESS, reason=error.reason)


def _same(path: Path, other: Path) -> bool:
    return path.absolute() == other.absolute()
