"""The package around the workbook: which part is the workbook, and what its parts claim to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbooks.reading.container import Container, Trouble, UnreadableError
from workbooks.reading.relations import read_relations
from workbooks.reading.xml_parts import parse

WORKBOOK = "xl/workbook.xml"
CONTENT_TYPES = "[Content_Types].xml"


def check_package(container: Container) -> None:
    """See that spreadsheets find the workbook where it is read here, and nowhere else.

    Raises `UnreadableError` where the package lacks its lists, or leads to another workbook.
    """
    for part in (CONTENT_TYPES, "_rels/.rels"):
        if not container.has(part):
            raise UnreadableError(Trouble.PART_MISSING, part)
    leads_to = [
        each.target
        for each in read_relations(container, "").values()
        if each.kind == "officeDocument"
    ]
    if leads_to != [WORKBOOK]:
        raise UnreadableError(Trouble.UNSAFE, "officeDocument")


@lru_cache(maxsize=16)
def content_types(data: bytes) -> Mapping[str, str]:
    """What the list of content types says of parts, by name (`/xl/workbook.xml`) or extension."""
    types: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in ("Override", "Default"):
            what = attributes.get("PartName") or attributes.get("Extension", "")
            types[what] = attributes.get("ContentType", "")

    parse(data, CONTENT_TYPES, start)
    return types
