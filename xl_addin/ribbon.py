"""The add-in's ribbon, and what the add-in says of itself: both in one part of its file.

Excel cannot write ribbon XML; it is put into the saved .xlam, which is a zip archive.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PART: Final = "customUI/customUI14.xml"
_RELATIONSHIPS: Final = "_rels/.rels"
_RELATION: Final = (
    '<Relationship Id="rpRibbon"'
    ' Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"'
    f' Target="{PART}"/></Relationships>'
)
_MADE: Final = re.compile(r"<!-- resultatplan (\S+) \| (.*?) -->")


@dataclass(frozen=True, slots=True)
class Made:
    """By which version of the product an add-in was made, and which Python it starts."""

    version: str
    python: str


def add_ribbon(addin: Path, xml: str, made: Made) -> None:
    """Put the ribbon into a saved add-in, in place of an earlier one.

    Raises `OSError` where the file cannot be written and `zipfile.BadZipFile` where it is none.
    """
    fresh = addin.with_name(addin.name + ".new")
    with zipfile.ZipFile(addin) as old, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename == _RELATIONSHIPS:
                new.writestr(item, _related(old.read(item).decode("utf-8")))
            elif item.filename != PART:
                new.writestr(item, old.read(item))
        new.writestr(PART, f"{xml.rstrip()}\n{_comment(made)}\n")
    shutil.move(fresh, addin)


def read_made(addin: Path) -> Made | None:
    """What an add-in says of itself; None where it does not, or cannot be read."""
    try:
        with zipfile.ZipFile(addin) as archive:
            found = _MADE.search(archive.read(PART).decode("utf-8"))
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError):
        return None
    return Made(found[1], found[2]) if found else None


def _comment(made: Made) -> str:
    # Two hyphens would end an XML comment.
    return f"<!-- resultatplan {made.version} | {made.python.replace('--', '-')} -->"


def _related(relationships: str) -> str:
    if PART in relationships:
        return relationships
    return relationships.replace("</Relationships>", _RELATION)
