"""XML without surprises: no DOCTYPE, bounded depth, one namespace, every element in its place.

Two readers may differ on what stands in foreign markup: one takes a choice that the other does
not know. Elements of ours are therefore refused there, but for the extension lists (`extLst`),
which every reader passes over. The lists that hold a package together are read here too: which
part leads where, and what each claims to be.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, XMLParser

from workbooks.reading.archive import Archive, Trouble, UnreadableError

WORKBOOK = "xl/workbook.xml"
CONTENT_TYPES = "[Content_Types].xml"
MAX_DEPTH = 64

_OURS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
)
"""The namespaces of sheets, transitional and strict, and of the package's lists."""
_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_PASSED_OVER = frozenset({"extLst", "rPh"})
"""What stands in these is no content: every program passes over it."""
_PLACES = {
    "worksheet": ("",),
    "cols": ("worksheet",),
    "col": ("cols",),
    "sheetData": ("worksheet",),
    "row": ("sheetData",),
    "c": ("row",),
    "v": ("c",),
    "f": ("c",),
    "is": ("c",),
    "sst": ("",),
    "si": ("sst",),
    "r": ("is", "si"),
    "t": ("is", "si", "r"),
    "tableParts": ("worksheet",),
    "tablePart": ("tableParts",),
    "mergeCells": ("worksheet",),
    "mergeCell": ("mergeCells",),
    "hyperlinks": ("worksheet",),
    "hyperlink": ("hyperlinks",),
}
"""Where an element may stand. Elsewhere one reader would take it for a cell and the next not."""
_TEXTS = frozenset({"v", "f", "t"})
"""What holds text and nothing else."""
_DECLARED = re.compile(r"""(?:ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)""")
"""The encoding that a part declares. Every program writes UTF-8, UTF-16 or ASCII; what others mean
differs from reader to reader."""


def read_xml(data: bytes, part: str) -> Element:
    """The root of a part's elements: ours by their local names, others as `{namespace}name`.

    Raises `UnreadableError` for broken XML, a DOCTYPE, nesting beyond any workbook's, and for
    elements of ours that stand elsewhere than every program has them.
    """
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    parser = XMLParser()  # noqa: S314 — no DOCTYPE gets there, and so no entity to make a bomb of
    try:
        text = data.decode("utf-16" if is_wide else "latin-1")
        _check_prolog(text, part, is_wide=is_wide)
        parser.feed(text if is_wide else data)
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise bad_xml(part, str(error)) from error
    return _with_local_names(root, part)


T = TypeVar("T")
_KEPT, _KEPT_BYTES = 192, 262_144


def read_part(archive: Archive, part: str, read: Callable[..., T], *about: Hashable) -> T:
    """What `read` makes of a part's root, its name and what else it is told.

    Most parts of a report come back as the template's program wrote them: what was read is kept
    by the bytes it was read from, and nobody may change it. The reader remembers nothing else.
    """
    content = archive.part(part)
    return (_read_once if len(content) <= _KEPT_BYTES else _read)(content, part, read, about)


def _read(content: bytes, part: str, read: Callable[..., T], about: tuple[Hashable, ...]) -> T:
    return read(read_xml(content, part), part, *about)


_read_once = lru_cache(maxsize=_KEPT)(_read)


def bad_xml(part: str, detail: str) -> UnreadableError:
    """The error for XML that no workbook holds."""
    return UnreadableError(Trouble.BAD_XML, f"{part}: {detail}")


def _check_prolog(text: str, part: str, *, is_wide: bool) -> None:
    """Refuse a DOCTYPE, and an encoding that a reader may take for another."""
    declared = _DECLARED.match(text)
    encodings = ("utf-16",) if is_wide else ("utf-8", "us-ascii")
    if declared is not None and declared[1].lower() not in encodings:
        raise bad_xml(part, declared[1][:20])
    if "\0" in text[:2]:  # UTF-16 that does not say so.
        raise bad_xml(part, "utf-16")
    if "<!DOCTYPE" in text:
        raise bad_xml(part, "DOCTYPE")


def _with_local_names(root: Element, part: str) -> Element:
    """The same tree with its names cut short, looked at level by level."""
    known: dict[str, dict[str, str]] = {}
    above = Element("")
    above.append(root)
    level = [above]
    for _ in range(MAX_DEPTH):
        below: list[Element] = []
        for parent in level:
            names = known.setdefault(parent.tag, {})
            for element in parent:
                tag = element.tag
                if tag not in names:
                    names[tag] = _local_name(tag, parent.tag, part)
                element.tag = names[tag]
            below += [each for each in parent if len(each) and each.tag not in _PASSED_OVER]
        if not below:
            return root
        level = below
    while level:  # Let go of one by one: a browser's stack is too short for all at once.
        element = level.pop()
        level += element
        element.clear()
    raise bad_xml(part, "depth")


def _local_name(tag: str, place: str, part: str) -> str:
    """What an element is called here; refused where it may not stand in one called `place`."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    is_ours = space in _OURS
    if place in _TEXTS:
        raise bad_xml(part, f"{(name if is_ours else tag)[:20]} in {place}")
    if not is_ours:
        return tag
    if place.startswith("{"):
        raise bad_xml(part, f"{name[:20]} in foreign markup")
    if name in _PLACES and place not in _PLACES[name]:
        raise bad_xml(part, f"{name} in {place[:20]}")
    return name


def relation_id(element: Element) -> str | None:
    """The `r:id` of an element, in the transitional or the strict namespace."""
    return next((element.attrib[name] for name in _RELATION_IDS if name in element.attrib), None)


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference: its kind (the last word of its type), and the part or address it leads to."""

    kind: str
    target: str
    is_external: bool


Relations = Mapping[str, Mapping[str, Relation]]
"""The relations of each part that has some (of the package, "") by the part's name and their
ids."""

_LIST = re.compile(r"(?:(.*)/)?_rels/([^/]*)\.rels", re.DOTALL)
"""A list of relations: the folder and the name of the part that has them."""


def read_relations(archive: Archive) -> Relations:
    """All relations (`UnreadableError` where an id stands twice in a list)."""
    lists = ((name, _LIST.fullmatch(name)) for name in sorted(archive.entries))
    return {
        f"{match[1] or ''}/{match[2]}".lstrip("/"): read_part(archive, name, _relations)
        for name, match in lists
        if match is not None
    }


def _relations(root: Element, source: str) -> Mapping[str, Relation]:
    folder = posixpath.dirname(posixpath.dirname(source))
    relations: dict[str, Relation] = {}
    for element in root.iter("Relationship"):
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        relation = element.get("Id", "")
        if relation in relations:
            raise bad_xml(source, f"{relation[:20]} twice")
        relations[relation] = Relation(kind, target, is_external)
    return relations


def check_package(archive: Archive, relations: Relations) -> None:
    """See that spreadsheets find the workbook where it is read here, and nowhere else.

    Raises `UnreadableError` where the package lacks its lists, or leads to another workbook.
    """
    for part in (CONTENT_TYPES, "_rels/.rels"):
        if part not in archive.entries:
            raise UnreadableError(Trouble.PART_MISSING, part)
    documents = [each.target for each in relations[""].values() if each.kind == "officeDocument"]
    if documents != [WORKBOOK]:
        raise UnreadableError(Trouble.UNSAFE, "officeDocument")


def content_types(archive: Archive) -> Mapping[str, str]:
    """What the package says that each of its parts is; of other parts it says nothing."""
    of_names, of_extensions = read_part(archive, CONTENT_TYPES, _types)
    kinds = {}
    for part in archive.entries:
        name = _part_name(part)
        kind = of_names.get(name) or of_extensions.get(name.rpartition(".")[2])
        if kind is not None:
            kinds[part] = kind
    return kinds


def _types(root: Element, _: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Content types by the names of parts, and by their extensions."""
    names = {
        _part_name(each.get("PartName", "")): each.get("ContentType", "")
        for each in root.iter("Override")
    }
    extensions = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in root.iter("Default")
    }
    return names, extensions


def _part_name(name: str) -> str:
    """A part's name in its one spelling: case and escapes tell no two of them apart."""
    return unquote(name).lstrip("/").lower()
