"""LibreOffice as the spreadsheet program that a Dane at an agency sits at.

    with LibreOffice() as calc, calc.open(path) as document:
        document.type_into("Ark1", "A1", "82,5%")
        assert document.value("Ark1", "A1") == 0.825

Everything is as that person meets it: typing is Danish (`1250,5`, `31-12-2020`), locked cells
refuse. Data validation alone is not asked when a cell is written: see `invalid_cells`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, cast

from tests.hosts import soffice
from tests.hosts.soffice import Json, LibreOfficeError, LockedCellError, Office

__all__ = ["CellError", "Document", "LibreOffice", "LibreOfficeError", "LockedCellError", "Value"]

XLSX: Final = "Calc MS Excel 2007 XML"
PDF: Final = "calc_pdf_Export"


class CellError(str):
    """An error value such as `#NAME?`: equal to its text, and told apart from it by its class."""

    __slots__ = ()


Value = float | str | bool | CellError | None


class LibreOffice:
    """A LibreOffice that starts with the first workbook opened, and anew if it has died.

    `extensions` is a folder of unpacked extensions (`rp.oxt/`) that it starts with.
    """

    def __init__(self, extensions: Path | None = None) -> None:
        self._extensions = extensions
        self._office: Office | None = None

    @staticmethod
    def available() -> str | None:
        """Why LibreOffice cannot be used on this machine; None when it can."""
        return soffice.missing()

    @property
    def process_group(self) -> int | None:
        """The process group of the running soffice; None before the first workbook."""
        return self._office.process_group if self._office else None

    def open(self, path: Path) -> Document:
        """The workbook, recalculated. Raises `LibreOfficeError` where it cannot be opened."""
        if self._office is None or not self._office.runs:
            self.close()
            self._office = Office(self._extensions)
        number = self._office.ask("open", url=path.resolve().as_uri())
        return Document(self._office, cast(int, number))

    def close(self) -> None:
        """End soffice and all its processes."""
        if self._office is not None:
            self._office.end()
            self._office = None

    def __enter__(self) -> LibreOffice:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Document:
    """A workbook that is open in LibreOffice. Every method raises `LibreOfficeError` when it fails.

    Sheets go by name, cells by A1 address; a percentage is 0.82, a date its serial number.
    """

    def __init__(self, office: Office, number: int) -> None:
        self._office = office
        self._number = number

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets, in order, hidden ones included."""
        return tuple(cast(list[str], self._ask("sheets")))

    def type_into(self, sheet: str, address: str, text: str) -> None:
        """Type into a cell as at a Danish keyboard: `82,5%`, `31-12-2020`, `Ja`, `=SUM(A1:A2)`.

        In a cell formatted as a percentage, `82` becomes 82 %. Raises `LockedCellError`.
        """
        self.type_cells(sheet, {address: text})

    def type_cells(self, sheet: str, entries: Mapping[str, str]) -> None:
        """Type into many cells at once, none of them if one is locked (`LockedCellError`)."""
        self._ask("type_into", sheet=sheet, entries=dict(entries))

    def write_text(self, sheet: str, address: str, text: str) -> None:
        """Write a text that stays text, `0,5` too. Raises `LockedCellError`."""
        self._ask("write_text", sheet=sheet, entries={address: text})

    def value(self, sheet: str, address: str) -> Value:
        """What the cell holds or its formula gives; None where it is blank."""
        return self.values(sheet, address)[0][0]

    def values(self, sheet: str, area: str) -> tuple[tuple[Value, ...], ...]:
        """The values of a range such as `A1:C9`, a tuple for each row."""
        rows = cast(list[list[Json]], self._ask("values", sheet=sheet, area=area))
        return tuple(tuple(_value(cell) for cell in row) for row in rows)

    def shown(self, sheet: str, address: str) -> str:
        """The text that the cell shows, with its number format: `82,0 %`."""
        return cast(str, self._ask("shown", sheet=sheet, address=address))

    def formula(self, sheet: str, address: str) -> str:
        """The formula in LibreOffice's English notation, semicolons between the arguments."""
        return cast(str, self._ask("formula", sheet=sheet, address=address))

    def locked_cells(self, sheet: str, addresses: Iterable[str]) -> set[str]:
        """Those of the cells that are locked; none where the sheet is not protected."""
        asked = self._ask("locked_cells", sheet=sheet, addresses=list(addresses))
        return set(cast(list[str], asked))

    def protect(self, sheet: str, password: str = "") -> None:
        """Protect the sheet."""
        self._ask("protect", sheet=sheet, password=password)

    def unprotect(self, sheet: str, password: str = "") -> bool:
        """Take the protection off, as whoever tampers does; False where the password is wrong."""
        return cast(bool, self._ask("unprotect", sheet=sheet, password=password))

    def recalculate(self) -> None:
        """Compute every formula anew, also those that nothing they refer to has changed."""
        self._ask("recalculate")

    def invalid_cells(self, sheet: str) -> tuple[str, ...]:
        """The addresses of the cells that their data validation would not let a person enter."""
        return tuple(cast(list[str], self._ask("invalid_cells", sheet=sheet)))

    def save_as(self, path: Path) -> Path:
        """Save as an Excel workbook; the path."""
        return self._save(path, XLSX)

    def export_pdf(self, path: Path) -> Path:
        """Print the visible sheets to a PDF; the path."""
        return self._save(path, PDF)

    def close(self) -> None:
        """Close it without saving."""
        self._ask("close")

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._office.runs:
            self.close()

    def _save(self, path: Path, format_name: str) -> Path:
        path.unlink(missing_ok=True)
        self._ask("save", url=path.resolve().as_uri(), format_name=format_name)
        if not path.exists() or path.stat().st_size == 0:
            raise LibreOfficeError(f"LibreOffice wrote nothing to {path}")
        return path

    def _ask(self, do: str, **arguments: Json) -> Json:
        return self._office.ask(do, document=self._number, **arguments)


def _value(cell: Json) -> Value:
    if isinstance(cell, dict):
        return CellError(cell["error"])
    return cast(Value, cell)
