"""A hostile variant of a good report, and the verdict it must get."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Variant:
    """One kind: how it is made, and what must become of it."""

    subject: str
    name: str
    make: Make
    errors: frozenset[str]
    """The codes it may be refused with; none: it is accepted with the original's score."""
    warnings: frozenset[str] = frozenset()
    """Codes that must be among its findings."""
    recognised: bool = False
    """Whether the plan is known all the same."""

    @property
    def is_accepted(self) -> bool:
        return not self.errors

    def __str__(self) -> str:
        return f"{self.subject}/{self.name}"


@dataclass
class Kinds:
    """The kinds of one subject, each with what makes the file.

    Those of one verdict are named together; what takes more than a line to make is a function that
    is decorated with its verdict.
    """

    subject: str
    variants: list[Variant] = field(default_factory=list)

    def unreadable(self, *codes: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is refused with one of `codes`, and no plan is known."""
        return self._add(kinds, frozenset(codes), frozenset(), recognised=False)

    def refused(self, *codes: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is a report of a known plan, refused with one of `codes`."""
        return self._add(kinds, frozenset(codes), frozenset(), recognised=True)

    def accepted(self, *telling: str, **kinds: Make) -> Callable[[Make], Make]:
        """It is accepted with the original's score; `telling` are findings it must have."""
        return self._add(kinds, frozenset(), frozenset(telling), recognised=True)

    def _add(
        self,
        kinds: Mapping[str, Make],
        errors: frozenset[str],
        warnings: frozenset[str],
        *,
        recognised: bool,
    ) -> Callable[[Make], Make]:
        for name, make in kinds.items():
            self.variants.append(
                Variant(self.subject, name, make, errors, warnings, recognised=recognised)
            )

        def add(make: Make) -> Make:
            self._add({make.__name__: make}, errors, warnings, recognised=recognised)
            return make

        return add

    def __iter__(self) -> Iterator[Variant]:
        return iter(self.variants)
