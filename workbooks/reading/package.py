"""The package around the workbook: which part is the workbook, and what its parts claim to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbooks.reading.container import Container, Trouble, UnreadableError
from workbooks.reading.relations import read_relations
from workbooks.reading.xml_parts import parse

WORKBOOK = "xl/workbook.xml"
_CONTENT_TYPES = "[Content_Types].xml"


def check_package(container: Container) -> None:
    """See that spreadsheets find the workbook where it is read here, and nowhere else.

    Raises `UnreadableError` where the package lacks its lists, or leads to another workbook.
    """
    for part in (_CONTENT_TYPES, "_rels/.rels"):
        if not container.has(part):
            raise UnreadableError(Trouble.PART_MISSING, part)
    leads_to = [
        each.target
        for each in read_relations(container, "").values()
        if each.kind == "officeDocument"
    ]
    if leads_to != [WORKBOOK]:
        raise UnreadableError(Trouble.UNSAFE, "officeDocument")


def content_types(container: Container) -> Mapping[str, str]:
    """What the package says of its parts, by name (`/xl/workbook.xml`) or extension (`xml`)."""
    return _types(container.part(_CONTENT_TYPES))


@lru_cache(maxsize=16)
def _types(data: bytes) -> Mapping[str, str]:
    types: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in ("Override", "Default"):
            what = attributes.get("PartName") or attributes.get("Extension", "")
            types[what] = attributes.get("ContentType", "")

    parse(data, _CONTENT_TYPES, start)
    return types
