"""What in a workbook could run, fetch or pretend something. It is named, never followed or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbooks.reading.container import Container
from workbooks.reading.package import CONTENT_TYPES, content_types
from workbooks.reading.plain_sheets import KEPT_SHEETS
from workbooks.reading.read_sheet import ReadSheet
from workbooks.reading.relations import Relation, relations_listed
from workbooks.reading.sheets import SheetFormulas
from workbooks.reading.xml_parts import parse


class ActiveKind(StrEnum):
    """Kinds of active content."""

    MACRO = "macro"
    EXTERNAL_LINK = "external_link"
    DDE = "dde"
    EMBEDDED = "embedded"
    CONNECTION = "connection"
    FUNCTION = "function"
    NAME = "name"
    REMOTE = "remote"
    HYPERLINK = "hyperlink"


@dataclass(frozen=True, slots=True)
class Active:
    """One piece of active content: what it is called, and the cell where there is one."""

    kind: ActiveKind
    name: str
    sheet: str | None = None
    cell: str | None = None


_PARTS: tuple[tuple[ActiveKind, re.Pattern[str]], ...] = (
    (ActiveKind.MACRO, re.compile(r"vbaproject|vbadata|/macrosheets/|xlm", re.I)),
    (ActiveKind.EMBEDDED, re.compile(
        r"/embeddings/|/activex/|oleobject|/ctrlprops/|webextension", re.I)),
    (ActiveKind.CONNECTION, re.compile(
        r"connections\.xml$|/querytables/|/model/|xmlmaps\.xml$", re.I)),
)  # fmt: skip
"""Parts by their names."""
_TYPES: tuple[tuple[ActiveKind, re.Pattern[str]], ...] = (
    (ActiveKind.MACRO, re.compile(r"vba|macro", re.I)),
    (ActiveKind.EMBEDDED, re.compile(r"activex|oleobject|webextension", re.I)),
)
"""Parts by what the package says they are."""
_RELATIONS: tuple[tuple[ActiveKind, re.Pattern[str]], ...] = (
    (ActiveKind.MACRO, re.compile(r"vba|macrosheet", re.I)),
    (ActiveKind.EMBEDDED, re.compile(
        r"oleobject|package$|control|ctrlprop|webextension|extensibility|toolbars", re.I)),
    (ActiveKind.CONNECTION, re.compile(
        r"connections$|querytable|xmlmaps|powerpivot|customdata|volatile", re.I)),
)  # fmt: skip
"""Parts by what leads to them: the name of a part proves nothing."""

_FUNCTION = re.compile(
    r"(?<![\w.])(?:_xlfn\.|_xlws\.)*"
    r"(WEBSERVICE|FILTERXML|HYPERLINK|CALL|REGISTER(?:\.ID)?|RTD|IMAGE|STOCKHISTORY|DDE|EXEC|PY|"
    r"SQL\.REQUEST|CUBE\w+|IMPORTXML|IMPORTDATA|TRANSLATE|DETECTLANGUAGE|COPILOT|EVALUATE)\s*\(",
    re.IGNORECASE,
)
_STRING = re.compile(r'"(?:[^"]|"")*"')
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_OTHER_FILE = re.compile(r"\[(?!\d+\])")
_ADD_IN = re.compile(r"\.xla[m]?$", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?|ftp):", re.IGNORECASE)
_TELLING_NAME = re.compile(r"^RP_|auto_(?:open|close|activate|deactivate)", re.IGNORECASE)
"""Names that stand in for our functions, or that a program runs when it opens the file."""


def find_active(
    container: Container, sheets: Sequence[ReadSheet], names: Iterable[tuple[str, str]] = ()
) -> tuple[Active, ...]:
    """All active content of a workbook; `names` are its defined names and their formulas."""
    on_cells = {link.target for sheet in sheets for link in sheet.links}
    package = _package(container)
    found = [*package.signs, *_external_links(container, package.relations)]
    found += _led_out_of_the_file(package.relations, on_cells)
    found += _in_names(names)
    for sheet in sheets:
        found += _in_formulas(sheet)
        found += (
            Active(ActiveKind.HYPERLINK, link.target, sheet.name, link.ref.partition(":")[0])
            for link in sheet.links
        )
    return tuple(found)


@dataclass(frozen=True, eq=False)
class _Package:
    """What parts there are and what they lead to."""

    relations: Mapping[str, Sequence[Relation]]
    """By the name of each part that has some."""
    signs: tuple[Active, ...]


def _package(container: Container) -> _Package:
    names = tuple(sorted(container.names))
    lists = tuple((name, container.part(name)) for name in names if _LIST.search(name))
    types = container.part(CONTENT_TYPES)
    is_kept = len(types) + sum(len(data) for _, data in lists) <= _KEPT_BYTES
    return (_package_once if is_kept else _as_package)(names, types, lists)


_LIST = re.compile(r"(?:^|/)[^/]*_rels/[^/]*\.rels\Z")
"""Lists of relations."""
_KEPT_PACKAGES, _KEPT_BYTES = 32, 65_536


def _as_package(
    names: tuple[str, ...], types: bytes, lists: tuple[tuple[str, bytes], ...]
) -> _Package:
    relations: dict[str, Sequence[Relation]] = {}
    for source, data in lists:
        folder, _, name = source.rpartition("/")
        part = f"{folder.removesuffix('_rels')}{name.removesuffix('.rels')}"
        relations[part] = list(relations_listed(data, source).values())
    return _Package(relations, tuple(_in_parts(names, types, relations)))


_package_once = lru_cache(maxsize=_KEPT_PACKAGES)(_as_package)


def _in_parts(
    names: Sequence[str], content: bytes, relations: Mapping[str, Sequence[Relation]]
) -> Iterator[Active]:
    """The first sign of each kind: a part's name, its content type, what leads to it."""
    types = sorted(content_types(content).items())
    internal = [each for group in relations.values() for each in group if not each.is_external]
    for kind in (ActiveKind.MACRO, ActiveKind.EMBEDDED, ActiveKind.CONNECTION):
        by_name, by_type, by_relation = (dict(each).get(kind) for each in _SIGNS)
        signs = [name for name in names if by_name and by_name.search(name)]
        signs += [name for name, what in types if by_type and by_type.search(what)]
        signs += [each.target for each in internal if by_relation and by_relation.search(each.kind)]
        if signs:
            yield Active(kind, signs[0])


_SIGNS = (_PARTS, _TYPES, _RELATIONS)


def _external_links(
    container: Container, relations: Mapping[str, Sequence[Relation]]
) -> Iterator[Active]:
    """Links to other workbooks; one to an add-in is how Excel notes the RP_ functions."""
    for part in _link_parts(container, relations):
        if _has_dde(container, part):
            yield Active(ActiveKind.DDE, part)
            continue
        targets = [each.target for each in relations.get(part, ())]
        if not targets or not all(_is_add_in(target) for target in targets):
            yield Active(ActiveKind.EXTERNAL_LINK, targets[0] if targets else part)


def _link_parts(container: Container, relations: Mapping[str, Sequence[Relation]]) -> Sequence[str]:
    led_to = {
        each.target
        for group in relations.values()
        for each in group
        if each.kind == "externalLink" and container.has(each.target)
    }
    named = {
        name
        for name in container.names
        if name.startswith("xl/externalLinks/") and name.endswith(".xml")
    }
    return sorted(led_to | named)


def _is_add_in(target: str) -> bool:
    return _ADD_IN.search(target) is not None and _REMOTE.match(target) is None


def _has_dde(container: Container, part: str) -> bool:
    found = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal found
        found = found or name in ("ddeLink", "oleLink")

    parse(container.part(part), part, start)
    return found


def _led_out_of_the_file(
    relations: Mapping[str, Sequence[Relation]], on_cells: Set[str]
) -> Iterator[Active]:
    """What parts other than cells and links lead to: links on pictures, pictures elsewhere."""
    for group in relations.values():
        for each in group:
            if not each.is_external or each.kind.lower().startswith(_LINK_PATHS):
                continue
            if each.kind != "hyperlink":
                yield Active(ActiveKind.REMOTE, each.target)
            elif each.target not in on_cells:
                yield Active(ActiveKind.HYPERLINK, each.target)


_LINK_PATHS = ("externallink", "xlexternallink", "xlpathmissing", "xlstartup", "xllibrary",
               "xlalternatestartup")  # fmt: skip
"""Where the parts of external links lead: told with the link."""


def _in_names(names: Iterable[tuple[str, str]]) -> Iterator[Active]:
    for name, formula in names:
        if _TELLING_NAME.search(name):
            yield Active(ActiveKind.NAME, name)
        else:
            yield from (Active(*sign) for sign in _signs_of_rules((formula,)))


def _in_formulas(sheet: ReadSheet) -> Iterator[Active]:
    for kind, name, address in _signs_in(sheet.content.formulas):
        yield Active(kind, name, sheet.name, address)
    for kind, name in _signs_of_rules(sheet.rules):
        yield Active(kind, name, sheet.name, None)


@lru_cache(maxsize=KEPT_SHEETS)
def _signs_in(formulas: SheetFormulas) -> tuple[tuple[ActiveKind, str, str], ...]:
    """The signs of active content in the cells of a sheet."""
    signs = ((address, _sign_of(text)) for address, text in formulas.by_address.items())
    return tuple((*sign, address) for address, sign in signs if sign is not None)


@lru_cache(maxsize=KEPT_SHEETS)
def _signs_of_rules(rules: tuple[str, ...]) -> tuple[tuple[ActiveKind, str], ...]:
    return tuple(sign for sign in map(_sign_of, rules) if sign is not None)


def _sign_of(formula: str) -> tuple[ActiveKind, str] | None:
    return _sign_once(formula) if len(formula) <= _KEPT_LENGTH else _sign(formula)


def _sign(formula: str) -> tuple[ActiveKind, str] | None:
    code = _STRING.sub('""', formula)
    quoted = "".join(_QUOTED.findall(code))
    bare = _QUOTED.sub("''", code)
    match = _FUNCTION.search(bare)
    if match:
        return ActiveKind.FUNCTION, match[1].upper()
    if "|" in bare:
        return ActiveKind.DDE, formula[:60]
    if _OTHER_FILE.search(quoted):
        return ActiveKind.EXTERNAL_LINK, formula[:60]
    return None


_KEPT_LENGTH = 512
_sign_once = lru_cache(maxsize=4096)(_sign)
"""The template's formulas come back with every report."""
