"""A hostile variant of a good report, and the verdict it must get."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.hostile.original import Change, original


@dataclass(frozen=True)
class Variant:
    """One kind: what is done to the good report, and what must become of it."""

    subject: str
    name: str
    change: Change | bytes
    """The file itself, where nothing is left of the report."""
    errors: tuple[str, ...] = ()
    """The codes it may be refused with; none: it is accepted with the original's score."""
    warnings: tuple[str, ...] = ()
    """Codes that must be among its findings."""
    recognised: bool = False
    """Whether the plan is known all the same."""

    def make(self) -> bytes:
        return self.change if isinstance(self.change, bytes) else self.change(original())

    def __str__(self) -> str:
        return f"{self.subject}/{self.name}"


class Kinds(list[Variant]):
    """The kinds of one subject. Those of one verdict are named together; what takes more than a
    line to make is a function that is decorated with its verdict."""

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject

    def unreadable(self, *codes: str, **kinds: Change | bytes) -> Callable[[Change], Change]:
        """It is refused with one of `codes`, and no plan is known."""
        return self._add(kinds, errors=codes)

    def refused(self, *codes: str, **kinds: Change | bytes) -> Callable[[Change], Change]:
        """It is a report of a known plan, refused with one of `codes`."""
        return self._add(kinds, errors=codes, recognised=True)

    def accepted(self, *telling: str, **kinds: Change | bytes) -> Callable[[Change], Change]:
        """It is accepted with the original's score; `telling` are findings it must have."""
        return self._add(kinds, warnings=telling, recognised=True)

    def _add(self, kinds: Mapping[str, Change | bytes], **verdict: Any) -> Callable[..., Change]:
        self += [Variant(self.subject, name, change, **verdict) for name, change in kinds.items()]

        def add(change: Change) -> Change:
            self.append(Variant(self.subject, change.__name__, change, **verdict))
            return change

        return add
