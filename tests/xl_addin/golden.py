"""What a golden case is written with: cells, ranges, error values, and the hosts it runs in."""

from dataclasses import dataclass
from typing import Final

PLAIN, WINE, LIBREOFFICE, OFFICE = "plain", "wine", "libreoffice", "office"
"""The hosts."""

BOOLEANS_ARE_NUMBERS: Final = {LIBREOFFICE: "passes booleans as the numbers 1 and 0"}
BLANKS_ARE_ZERO: Final = {LIBREOFFICE: "passes a blank cell as 0 where a range may stand"}
ERRORS_IN_RANGES_STOP_THE_CALL: Final = {LIBREOFFICE: "shows Err:504 for an error in a range"}
ERRORS_STOP_THE_CALL: Final = {LIBREOFFICE: "shows the error of a word's cell without calling"}


@dataclass(frozen=True)
class ExcelError:
    """An error value in a cell."""

    code: str


@dataclass(frozen=True)
class Says:
    """A sentence that holds each of these."""

    fragments: tuple[str, ...]


Expected = float | str | Says


@dataclass(frozen=True)
class Case:
    """One call and its answer."""

    function: str
    arguments: tuple[object, ...]
    expected: Expected
    why: str
    not_in: dict[str, str] | None = None

    @property
    def name(self) -> str:
        return f"{self.function}: {self.why}"

    def fits(self, answer: object) -> bool:
        """Whether the answer is the expected one; numbers to the last digit."""
        if isinstance(self.expected, Says):
            return isinstance(answer, str) and all(
                fragment in answer for fragment in self.expected.fragments
            )
        if isinstance(self.expected, str) or isinstance(answer, bool | str):
            return answer == self.expected
        return isinstance(answer, int | float) and float(answer) == self.expected


def case(
    function: str,
    why: str,
    expected: Expected,
    *arguments: object,
    width: int = 0,
    not_in: dict[str, str] | None = None,
) -> Case:
    """A case; arguments that are left out of the first `width` are blank cells."""
    padded = (*arguments, *(None,) * (width - len(arguments)))
    return Case(function, padded, expected, why, not_in)


def totals(
    why: str,
    secured: Expected,
    attainable: Expected,
    *arguments: object,
    not_in: dict[str, str] | None = None,
) -> list[Case]:
    """The same fulfilments and weights, totalled in two ways."""
    return [
        Case("RP_SCORE", arguments, secured, why, not_in),
        Case("RP_ATTAINABLE", arguments, attainable, why, not_in),
    ]


def says(*fragments: str) -> Says:
    return Says(fragments)


def column(*cells: object) -> tuple[tuple[object, ...], ...]:
    return tuple((cell,) for cell in cells)


def row(*cells: object) -> tuple[tuple[object, ...], ...]:
    return (cells,)


REF = ExcelError("#REF!")
NA = ExcelError("#N/A")
DIV = ExcelError("#DIV/0!")
