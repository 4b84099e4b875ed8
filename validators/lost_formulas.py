"""RP-320: what a program put in place of most formulas of a sheet, all in one way.

Numbers keeps the values alone, and so does who pastes values; Google wraps what it does not know
in a function of its own; a trip through .xls leaves errors. The figures are computed from the
inputs anyway: values that stand there are compared with them like a formula's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from texts import findings as say
from texts.language import Said
from validators.findings import Finding, Place, finding
from validators.structure import Received
from workbooks.blueprint.specs import SheetSpec
from workbooks.form import Sheet
from workbooks.reading.cells import Cell, blank, read_address
from workbooks.reading.read_sheet import ReadSheet

_FEW = 5
"""Cells that somebody may have typed over one by one."""
_WRAPPED = "=IFERROR(__xludf.DUMMYFUNCTION("
_ERRORS = ("=NA()", "=#N/A", "=#NAME?", "=#REF!", "=#VALUE!")


@dataclass(frozen=True, slots=True)
class Lost:
    """The cells of a sheet that lost their formulas, as received, and to what."""

    cells: Mapping[str, Cell]
    to: Said


def lost_formulas(received: Received) -> dict[Sheet, Lost]:
    """The sheets whose formulas were lost; none where something stands in another place."""
    if not received.is_in_place or received.has_older_layout:
        return {}
    found: dict[Sheet, Lost] = {}
    for spec in received.blueprint.sheets:
        lost = _lost(spec, received.sheets[spec.name])
        if lost is not None:
            found[spec.name] = lost
    return found


def told(received: Received, lost: Mapping[Sheet, Lost]) -> list[Finding]:
    """One finding for all that happened in the same way."""
    ways: dict[Said, list[Sheet]] = {}
    for name, each in lost.items():
        ways.setdefault(each.to, []).append(name)
    return [
        finding(
            "RP-320",
            Place(received.sheets[names[0]].name, next(iter(lost[names[0]].cells))),
            found=way,
            count=str(sum(len(lost[name].cells) for name in names)),
            sheets=", ".join(received.sheets[name].name for name in names),
        )
        for way, names in ways.items()
    ]


def _lost(spec: SheetSpec, sheet: ReadSheet) -> Lost | None:
    ways: dict[Said, dict[str, Cell]] = {}
    for address in spec.formulas:
        cell = sheet.cells.get(address) or blank(*read_address(address))
        way = _way(cell)
        if way is not None:
            ways.setdefault(way, {})[address] = cell
    if not ways:
        return None
    way, cells = max(ways.items(), key=lambda each: len(each[1]))
    is_most = len(cells) > _FEW and len(cells) * 2 > len(spec.formulas)
    return Lost(cells, way) if is_most else None


def _way(cell: Cell) -> Said | None:
    """What stands there instead of a formula; None where a formula of some kind stands."""
    if cell.formula is None:
        return say.LOST_TO_VALUES
    if cell.formula.startswith(_WRAPPED):
        return say.LOST_TO_GOOGLE
    is_error = cell.formula.upper().replace(" ", "") in _ERRORS
    return say.LOST_TO_ERRORS if is_error else None
