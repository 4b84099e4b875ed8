"""What a part of the workbook refers to: other parts, and places outside the file."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from workbooks.reading.container import Container
from workbooks.reading.xml_parts import parse


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference: its kind (the last word of its type), and the part or address it leads to."""

    kind: str
    target: str
    is_external: bool


def read_relations(container: Container, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids; none where the part has no relations."""
    folder, name = posixpath.split(part)
    source = f"{folder}/_rels/{name}.rels".lstrip("/")
    relations: dict[str, Relation] = {}
    if not container.has(source):
        return relations

    def start(element: str, attributes: dict[str, str]) -> None:
        if element != "Relationship":
            return
        target = attributes.get("Target", "")
        is_external = attributes.get("TargetMode") == "External"
        if not is_external:
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            )
            target = posixpath.normpath(joined)
        kind = attributes.get("Type", "").rpartition("/")[2]
        relations[attributes.get("Id", "")] = Relation(kind, target, is_external)

    parse(container.part(source), source, start)
    return relations
