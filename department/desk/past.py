"""The files of a batch, and what is known of those that came at other times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from department.record import Arrival, ReportRecord, Summary
from department.standing import order_of_arrival

Order = tuple[int, tuple[date, datetime, str]]
"""Sorts files: by the run that first saw them, then by the order of arrival."""

THIS_RUN = 2**62
"""The run of files that are in no register: they come after all that are."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A file of the batch: what it is called, how it came, and in which run it was first seen."""

    name: str
    arrival: Arrival
    run: int = THIS_RUN


@dataclass(frozen=True, slots=True)
class Known:
    """A file that came at another time, in short."""

    run: int
    summary: Summary

    @property
    def order(self) -> Order:
        """Where it stands among the files."""
        return self.run, order_of_arrival(self.summary)


class Past(Protocol):
    """What is known of files that are not in the batch."""

    def reports(self, plan_id: str) -> Sequence[Known]:
        """Those of one plan, in the order in which they came."""
        ...

    def twins(self, digests: Sequence[str]) -> Mapping[str, Known]:
        """Of each of these digests the file that first had it, where one did."""
        ...

    def open(self, summary: Summary) -> ReportRecord:
        """One of them in full."""
        ...


class NoPast:
    """Nothing is known of other files."""

    def reports(self, plan_id: str) -> Sequence[Known]:
        """None."""
        del plan_id
        return ()

    def twins(self, digests: Sequence[str]) -> Mapping[str, Known]:
        """None."""
        del digests
        return {}

    def open(self, summary: Summary) -> ReportRecord:
        """There is none to open: `LookupError`."""
        raise LookupError(summary.file)
