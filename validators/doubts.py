"""What is known to be wrong already, so that its consequences are not told again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from texts import catalogue as codes
from validators.findings import Finding, Place
from validators.shown import ShownFigures


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which of the shown figures cannot be compared, since what they come from is wrong."""

    criteria: frozenset[str] = frozenset()
    """Criteria whose row has an error, or all when the form of Afrapportering is broken."""
    goals: frozenset[str] = frozenset()
    """Goals with an error in their row of Målopfyldelse."""
    weights: bool = False
    """Whether a weight was changed: shares and totals then follow from it."""
    places: frozenset[tuple[str | None, str | None]] = frozenset()
    """The cells, by sheet and address, that an error names."""

    def has(self, place: Place) -> bool:
        """Whether an error names this cell."""
        return (place.sheet, place.cell) in self.places


def doubts_about(
    figures: ShownFigures,
    keys: Iterable[str],
    structural: Sequence[Finding],
    in_cells: Sequence[Finding],
) -> Doubts:
    """The doubts that layers 2 and 3 (`structural`) and 4 (`in_cells`) raise.

    `keys` are those of all criteria.
    """
    form = [each for each in structural if each.is_error]
    named = {each.place.key for each in (*form, *in_cells) if each.is_error}
    on_report = [each for each in form if each.place.sheet == figures.report_sheet]
    on_goals = [each for each in form if each.place.sheet == figures.goals_sheet]
    is_broken = any(_is_of_the_form(each) for each in on_report)
    return Doubts(
        criteria=frozenset(key for key in keys if is_broken or key in named),
        goals=frozenset(each.place.key for each in on_goals if each.place.key is not None),
        weights=any(each.code == codes.WEIGHT_CHANGED for each in on_goals),
        places=frozenset((each.place.sheet, each.place.cell) for each in form),
    )


def _is_of_the_form(finding: Finding) -> bool:
    """Whether a finding is about a sheet or table as such, not about one of its rows."""
    return finding.place.key is None
