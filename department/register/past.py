"""What the register knows of files that are not in the batch at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from department.desk.past import Coming, Known
from department.record import ReportRecord, Summary
from department.register.store import Entered, Register

_AT_ONCE = 500
"""Values in one question to the database."""


class RegisterPast:
    """The files of the register, but for those that `is_own` tells to be of the batch at hand."""

    def __init__(self, register: Register, is_own: Callable[[Entered], bool]) -> None:
        self.register = register
        self.is_own = is_own

    def reports(self, plan_id: str) -> Sequence[Known]:
        """Those of one plan, in the order in which they came."""
        return self._known(self.register.entered(plan_id=plan_id))

    def twins(self, digests: Sequence[str]) -> Mapping[str, Known]:
        """Of each of these digests the file that first had it, where one did."""
        found: dict[str, Known] = {}
        for start in range(0, len(digests), _AT_ONCE):
            several = digests[start : start + _AT_ONCE]
            for each in self._known(self.register.entered(digests=several)):
                found.setdefault(each.summary.digest, each)
        return found

    def open(self, summary: Summary) -> ReportRecord:
        """One of them in full."""
        return self.register.open(summary)

    def _known(self, entered: Sequence[Entered]) -> list[Known]:
        return [Known(each.run, each.summary) for each in entered if not self.is_own(each)]


class PastOfOthers(RegisterPast):
    """The files of the register, but for those that were judged from elsewhere: `coming`.

    A file is the registered one when bytes and name are the same, wherever it lies.
    """

    def __init__(self, register: Register, coming: Sequence[Coming]) -> None:
        super().__init__(register, self._came)
        self._coming = coming

    def _came(self, entered: Entered) -> bool:
        summary = entered.summary
        return any(
            each.arrival.digest == summary.digest and PurePath(each.name).name == summary.file
            for each in self._coming
        )
