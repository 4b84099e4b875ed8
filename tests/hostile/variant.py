"""A hostile variant of a good report, and the verdict it must get."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Variant:
    """One kind: how it is made, and what must become of it."""

    subject: str
    name: str
    make: Make
    errors: tuple[str, ...] = ()
    """The codes it may be refused with; none: it is accepted with the original's score."""
    warnings: tuple[str, ...] = ()
    """Codes that must be among its findings."""
    recognised: bool = False
    """Whether the plan is known all the same."""

    @property
    def is_accepted(self) -> bool:
        return not self.errors

    def __str__(self) -> str:
        return f"{self.subject}/{self.name}"


class Kinds(list[Variant]):
    """The kinds of one subject, each with what makes the file.

    Those of one verdict are named together; what takes more than a line to make is a function that
    is decorated with its verdict.
    """

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject

    def unreadable(self, *codes: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is refused with one of `codes`, and no plan is known."""
        return self._add(kinds, errors=codes)

    def refused(self, *codes: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is a report of a known plan, refused with one of `codes`."""
        return self._add(kinds, errors=codes, recognised=True)

    def accepted(self, *telling: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is accepted with the original's score; `telling` are findings it must have."""
        return self._add(kinds, warnings=telling, recognised=True)

    def _add(self, kinds: Mapping[str, Make], **verdict: Any) -> Callable[[Make], Make]:
        def add(make: Make, name: str = "") -> Make:
            self.append(Variant(self.subject, name or make.__name__, make, **verdict))
            return make

        for name, make in kinds.items():
            add(make, name)
        return add
