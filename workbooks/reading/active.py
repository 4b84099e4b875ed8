"""What in a workbook could run, fetch or pretend something. It is named, never followed or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import Element

from texts.functions import FUNCTIONS
from workbooks.coordinates import column_letter
from workbooks.reading.archive import Archive
from workbooks.reading.xml_parts import WORKBOOK, Relation, Relations, content_types, read_part


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
    relations: Relations,
    names: Iterable[tuple[str, str]],
    on_cells: Set[str],
    sheets: Mapping[str, str],
) -> Iterator[Active]:
    """The active content of the package around the sheets, on which of the `sheets` (the names of
    their parts) it stands.

    `names` are its defined names and their formulas; `on_cells` is where links on cells lead: those
    are told with their sheets.
    """
    led = [(part, each) for part, group in relations.items() for each in group.values()]
    stands_on = _stands_on(relations, sheets)
    in_parts = list(_in_parts(archive, led, stands_on))
    yield from in_parts
    if "macroenabled" in content_types(archive).get(WORKBOOK, "").lower() and not any(
        each.kind is ActiveKind.MACRO for each in in_parts
    ):
        yield Active(ActiveKind.FOR_MACROS, WORKBOOK)
    # Office add-ins on a sheet are those to which no pane beside the workbook leads.
    panes = {each.target for _, each in led if each.kind.lower() == "webextensiontaskpanes"}
    for part, each in led:
        if each.kind.lower() == "webextension" and part not in panes:
            yield Active(ActiveKind.EMBEDDED, each.target, stands_on.get(each.target))
    yield from _external_links(archive, relations, led)
    yield from _led_out_of_the_file(archive, relations, on_cells, stands_on)
    for name, formula in names:
        if _TELLING_NAME.search(name):
            yield Active(ActiveKind.NAME, name)
        else:
            yield from active_formulas([(None, formula)])


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
    archive: Archive, led: Iterable[tuple[str, Relation]], stands_on: Mapping[str, str]
) -> Iterator[Active]:
    """A sign of each kind, the first or the first on a sheet: a part's name, its content type,
    what leads to it."""
    told = (
        [(name, name) for name in sorted(archive.entries)],
        sorted(content_types(archive).items()),
        [(each.target, each.kind) for _, each in led if not each.is_external],
    )
    for kind, words in _SIGNS.items():
        signs = [
            part
            for each, some in zip(told, words, strict=True)
            for part, what in each
            if any(word in what.lower() for word in some.split())
        ]
        if signs:
            sign = next((each for each in signs if each in stands_on), signs[0])
            yield Active(kind, sign, stands_on.get(sign))


def _external_links(
    archive: Archive, relations: Relations, led: Iterable[tuple[str, Relation]]
) -> Iterator[Active]:
    """Links to other workbooks; one to an add-in is how Excel notes the RP_ functions."""
    links = {each.target for _, each in led if each.kind == "externalLink"}
    for part in sorted(archive.entries):
        is_named = part.startswith("xl/externalLinks/") and part.endswith(".xml")
        if not is_named and part not in links:
            continue
        if read_part(archive, part, _has_dde):
            yield Active(ActiveKind.DDE, part)
            continue
        targets = [each.target for each in relations.get(part, {}).values()]
        is_add_in = all(_ADD_IN.search(each) and not _REMOTE.match(each) for each in targets)
        if not targets or not is_add_in:
            yield Active(ActiveKind.EXTERNAL_LINK, targets[0] if targets else part)


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
            # Older drawings (.vml) are no XML that can be relied on.
            is_drawn = part in stands_on and part.endswith(".xml") and part in archive.entries
            cell = read_part(archive, part, _anchors).get(relation) if is_drawn else None
            yield Active(kind, each.target, stands_on.get(part), cell)


_INDEX = re.compile(r"[0-9]{1,6}")


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


def active_formulas(formulas: Iterable[tuple[str | None, str]]) -> Iterator[Active]:
    """What formulas would run or fetch; each stands in a cell or in none."""
    for cell, formula in formulas:
        sign = _sign(formula)
        if sign is not None:
            yield Active(*sign, cell=cell)


def _sign(formula: str) -> tuple[ActiveKind, str] | None:
    """What a formula would run or fetch, by its function or its first characters."""
    if "|" not in formula and "[" not in formula and not _functions(formula):
        return None  # Not even within a text is there a sign.
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


def _functions(formula: str) -> list[str]:
    """The functions it calls that run, fetch or lead to something."""
    matches = map(_FUNCTION.fullmatch, dict.fromkeys(_CALLED.findall(formula)))
    return [match[1].upper() for match in matches if match]
