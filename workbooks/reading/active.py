"""What in a workbook could run, fetch or pretend something. It is named, never followed or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import Element

from texts.functions import FUNCTIONS
from workbooks.coordinates import column_letter
from workbooks.reading.archive import Archive
from workbooks.reading.xml_parts import (
    WORKBOOK,
    Relation,
    content_types,
    read_part,
    relations_in,
)


class ActiveKind(StrEnum):
    """Kinds of active content."""

    MACRO = "macro"
    FOR_MACROS = "for_macros"
    EXTERNAL_LINK = "external_link"
    DDE = "dde"
    EMBEDDED = "embedded"
    CONNECTION = "connection"
    FUNCTION = "function"
    NAME = "name"
    REMOTE = "remote"
    PICTURE = "picture"
    TASK_PANE = "task_pane"
    HYPERLINK = "hyperlink"


@dataclass(frozen=True, slots=True)
class Active:
    """One piece of active content: what it is called, and the cell where there is one."""

    kind: ActiveKind
    name: str
    sheet: str | None = None
    cell: str | None = None


_SIGNS: dict[ActiveKind, tuple[str, str, str]] = {
    ActiveKind.MACRO: ("vbaproject vbadata /macrosheets/ xlm", "vba macrosheet", "vba macrosheet"),
    ActiveKind.EMBEDDED: (
        "/embeddings/ /activex/ oleobject /ctrlprops/",
        "activex oleobject",
        "oleobject package control ctrlprop extensibility toolbars",
    ),
    ActiveKind.TASK_PANE: ("/webextensions/", "webextension", "webextension"),
    ActiveKind.CONNECTION: (
        "connections.xml /querytables/ /model/ xmlmaps.xml",
        "",
        "connections querytable xmlmaps powerpivot customdata volatile",
    ),
}
"""Words, in small letters, in the names of parts, in what the package says they are, and in what
leads to them: the name of a part proves nothing."""

_CALLED = re.compile(r"(?<![\w.])[\w.]+(?=\s*\()")
_FUNCTION = re.compile(
    r"(?:_xlfn\.|_xlws\.)*"
    r"(WEBSERVICE|FILTERXML|HYPERLINK|CALL|REGISTER(?:\.ID)?|RTD|IMAGE|STOCKHISTORY|DDE|EXEC|PY|"
    r"SQL\.REQUEST|CUBE\w+|IMPORTXML|IMPORTDATA|TRANSLATE|DETECTLANGUAGE|COPILOT|EVALUATE)",
    re.IGNORECASE,
)
_LINKING = "HYPERLINK"
"""What leads somewhere when it is clicked, as a link on a cell does."""
_WITHIN = "(?:[^][']|'.)*"
_APART = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")|(?P<quoted>'(?:[^']|'')*')"""
    rf"""|\[(?:{_WITHIN}|\s*(?:\[{_WITHIN}\][\s,:;]*)+)\]""",
    re.DOTALL,
)
"""What calls nothing: texts, quoted names, and brackets with the columns of a table in them."""
_OTHER_FILE = re.compile(r"\[(?!\d+\])")
_ADD_IN = re.compile(r"\.xla[m]?$", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?|ftp):", re.IGNORECASE)
_TELLING_NAME = re.compile(
    rf"^(?:{'|'.join(FUNCTIONS)})$|auto_(?:open|close|activate|deactivate)", re.IGNORECASE
)
"""Names that stand in for our functions, or that a program runs when it opens the file."""


def find_active(
    archive: Archive,
    names: Iterable[tuple[str, str]],
    on_cells: Set[str],
    sheets: Mapping[str, str],
) -> Iterator[Active]:
    """The active content of the package around the sheets, on which of the `sheets` (the names of
    their parts) it stands.

    `names` are its defined names and their formulas; `on_cells` is where links on cells lead: those
    are told with their sheets.
    """
    relations = _all_relations(archive)
    stands_on = _stands_on(relations, sheets)
    in_parts = list(_in_parts(archive, relations, stands_on))
    yield from in_parts
    if "macroenabled" in content_types(archive).get(WORKBOOK, "").lower() and not any(
        each.kind is ActiveKind.MACRO for each in in_parts
    ):
        yield Active(ActiveKind.FOR_MACROS, WORKBOOK)
    yield from _on_sheets(relations, stands_on)
    yield from _external_links(archive, relations)
    yield from _led_out_of_the_file(archive, relations, on_cells, stands_on)
    for name, formula in names:
        if _TELLING_NAME.search(name):
            yield Active(ActiveKind.NAME, name)
        else:
            yield from active_formulas([(None, formula)])


def active_formulas(formulas: Iterable[tuple[str | None, str]]) -> Iterator[Active]:
    """What formulas would run or fetch; each stands in a cell or in none."""
    formulas = list(formulas)
    if not _is_suspect("\n".join(formula for _, formula in formulas)):
        return  # None of them is: so it is in every workbook that nobody tampered with.
    for cell, formula in formulas:
        sign = _sign(formula)
        if sign is not None:
            yield Active(*sign, cell=cell)


_LIST = re.compile(r"(?:(.*)/)?_rels/([^/]*)\.rels", re.DOTALL)
"""A list of relations: the folder and the name of the part that has them."""


Relations = Mapping[str, Mapping[str, Relation]]
"""The relations of every part that has some, by its name and their ids."""


def _all_relations(archive: Archive) -> Relations:
    lists = ((name, _LIST.fullmatch(name)) for name in sorted(archive.names))
    return {
        f"{match[1] or ''}/{match[2]}".lstrip("/"): relations_in(archive, name)
        for name, match in lists
        if match is not None
    }


def _stands_on(relations: Relations, sheets: Mapping[str, str]) -> Mapping[str, str]:
    """The sheet that each part belongs to that a sheet leads to, if need be through others."""
    found = dict(sheets)
    parts = list(sheets)
    for part in parts:  # It grows as it is gone through.
        for each in relations.get(part, {}).values():
            if not each.is_external and each.target not in found:
                found[each.target] = found[part]
                parts.append(each.target)
    return found


def _in_parts(
    archive: Archive, relations: Relations, stands_on: Mapping[str, str]
) -> Iterator[Active]:
    """A sign of each kind, the first or the first on a sheet: a part's name, its content type,
    what leads to it."""
    every = [each for group in relations.values() for each in group.values()]
    inside = [each for each in every if not each.is_external]
    told = (
        [(name, name) for name in sorted(archive.names)],
        sorted(content_types(archive).items()),
        [(each.target, each.kind) for each in inside],
    )
    for kind, words in _SIGNS.items():
        pairs = zip(told, words, strict=True)
        signs = [sign for each, some in pairs for sign in _signs(each, some.split())]
        if signs:
            sign = next((each for each in signs if each in stands_on), signs[0])
            yield Active(kind, sign, stands_on.get(sign))


def _on_sheets(relations: Relations, stands_on: Mapping[str, str]) -> Iterator[Active]:
    """Office add-ins that stand on a sheet: no pane beside the workbook leads to them."""
    every = [(part, each) for part, group in relations.items() for each in group.values()]
    panes = {each.target for _, each in every if each.kind.lower() == "webextensiontaskpanes"}
    for part, each in every:
        if each.kind.lower() == "webextension" and part not in panes:
            yield Active(ActiveKind.EMBEDDED, each.target, stands_on.get(each.target))


def _signs(told: Sequence[tuple[str, str]], words: Sequence[str]) -> list[str]:
    """The parts of which something with one of the words in it is told."""
    everything = "\n".join(what for _, what in told).lower()
    if not any(word in everything for word in words):
        return []
    return [name for name, what in told if any(word in what.lower() for word in words)]


def _external_links(archive: Archive, relations: Relations) -> Iterator[Active]:
    """Links to other workbooks; one to an add-in is how Excel notes the RP_ functions."""
    for part in _link_parts(archive, relations):
        if read_part(archive, part, _has_dde):
            yield Active(ActiveKind.DDE, part)
            continue
        targets = [each.target for each in relations.get(part, {}).values()]
        if not targets or not all(_is_add_in(target) for target in targets):
            yield Active(ActiveKind.EXTERNAL_LINK, targets[0] if targets else part)


def _link_parts(archive: Archive, relations: Relations) -> Sequence[str]:
    led_to = {
        each.target
        for group in relations.values()
        for each in group.values()
        if each.kind == "externalLink" and archive.has(each.target)
    }
    named = {
        name
        for name in archive.names
        if name.startswith("xl/externalLinks/") and name.endswith(".xml")
    }
    return sorted(led_to | named)


def _is_add_in(target: str) -> bool:
    return _ADD_IN.search(target) is not None and _REMOTE.match(target) is None


def _has_dde(root: Element, _: str) -> bool:
    return any(each.tag in ("ddeLink", "oleLink") for each in root.iter())


def _led_out_of_the_file(
    archive: Archive, relations: Relations, on_cells: Set[str], stands_on: Mapping[str, str]
) -> Iterator[Active]:
    """What parts other than cells and links lead to: links on pictures, pictures elsewhere."""
    for part, group in relations.items():
        for relation, each in group.items():
            if not each.is_external or each.kind.lower().startswith(_LINK_PATHS):
                continue
            kind = ActiveKind.PICTURE if each.kind == "image" else ActiveKind.REMOTE
            if each.kind == "hyperlink":
                if each.target in on_cells:
                    continue
                kind = ActiveKind.HYPERLINK
            is_drawn = part in stands_on and part.endswith(_DRAWING) and archive.has(part)
            cell = read_part(archive, part, _anchors).get(relation) if is_drawn else None
            yield Active(kind, each.target, stands_on.get(part), cell)


_INDEX = re.compile(r"[0-9]{1,6}")
_DRAWING = ".xml"
"""Older drawings (.vml) are no XML that can be relied on."""


def _anchors(root: Element, _: str) -> Mapping[str, str]:
    """The cell at whose place a drawing's anchor begins, by the ids of what is in the anchor."""
    found: dict[str, str] = {}
    for anchor in root:
        corner = next((each for each in anchor if each.tag.endswith("}from")), ())
        at = {each.tag.rpartition("}")[2]: (each.text or "").strip() for each in corner}
        column, row = at.get("col", ""), at.get("row", "")
        if _INDEX.fullmatch(column) and _INDEX.fullmatch(row):
            address = f"{column_letter(int(column) + 1)}{int(row) + 1}"
            ids = (value for each in anchor.iter() for value in each.attrib.values())
            found.update(dict.fromkeys(ids, address))
    return found


_LINK_PATHS = ("externallink", "xlexternallink", "xlpathmissing", "xlstartup", "xllibrary",
               "xlalternatestartup")  # fmt: skip
"""Where the parts of external links lead: told with the link."""


def _sign(formula: str) -> tuple[ActiveKind, str] | None:
    """What a formula would run or fetch, by its function or its first characters."""
    if not _is_suspect(formula):
        return None
    bare = _APART.sub("''", formula)
    functions = _functions(bare)
    fetching = next((each for each in functions if each != _LINKING), None)
    if fetching is not None:
        return ActiveKind.FUNCTION, fetching
    if "|" in bare:
        return ActiveKind.DDE, formula[:60]
    quoted = (match["quoted"] or "" for match in _APART.finditer(formula))
    if any(_OTHER_FILE.search(each) for each in quoted):
        return ActiveKind.EXTERNAL_LINK, formula[:60]
    return (ActiveKind.HYPERLINK, formula.removeprefix("=")) if functions else None


def _is_suspect(formulas: str) -> bool:
    """Whether some formula has a sign, be it within a text."""
    return "|" in formulas or "[" in formulas or bool(_functions(formulas))


def _functions(formula: str) -> list[str]:
    """The functions it calls that run, fetch or lead to something."""
    matches = map(_FUNCTION.fullmatch, dict.fromkeys(_CALLED.findall(formula)))
    return [match[1].upper() for match in matches if match]
