"""What a part of the workbook refers to: other parts, and places outside the file."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbooks.reading.container import Container, Trouble, UnreadableError
from workbooks.reading.xml_parts import parse

_KEPT, _KEPT_BYTES = 256, 16_384
"""Lists kept by their content: most are as the template's program wrote them."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference: its kind (the last word of its type), and the part or address it leads to."""

    kind: str
    target: str
    is_external: bool


def read_relations(container: Container, part: str) -> Mapping[str, Relation]:
    """The relations of a part (of the package, for "") by their ids; none where it has none."""
    folder, name = posixpath.split(part)
    return relations_in(container, f"{folder}/_rels/{name}.rels".lstrip("/"))


def relations_in(container: Container, source: str) -> Mapping[str, Relation]:
    """The relations that the part `source` lists (`UnreadableError` where an id stands twice)."""
    if not container.has(source):
        return {}
    return relations_listed(container.part(source), source)


def relations_listed(data: bytes, source: str) -> Mapping[str, Relation]:
    """The relations in the bytes of the part `source`."""
    return _listed_once(data, source) if len(data) <= _KEPT_BYTES else _listed(data, source)


def _listed(data: bytes, source: str) -> Mapping[str, Relation]:
    folder = posixpath.dirname(posixpath.dirname(source))
    relations: dict[str, Relation] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element != "Relationship":
            return
        target = attributes.get("Target", "")
        is_external = attributes.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        relation = attributes.get("Id", "")
        if relation in relations:
            raise UnreadableError(Trouble.BAD_XML, f"{source}: {relation[:20]} twice")
        relations[relation] = Relation(kind, target, is_external)

    parse(data, source, start)
    return relations


_listed_once = lru_cache(maxsize=_KEPT)(_listed)
