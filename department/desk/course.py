"""How the files of one batch follow each other: a lane for each plan, and the turns in it.

Earlier periods are judged before later ones, and the files for one period in the order in which
they came, so that each is compared with what stands when its turn comes. A verdict does not depend
on where the file lies in a folder: the order is by run, by the day stated, by the time of arrival,
and only then by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from department.desk.lane import Due, Lane, Slot, known_before, latest_accepted
from department.desk.past import Coming, Known, NoPast, Order, Past
from validators.report import Claim


@dataclass(frozen=True)
class Course:
    """Leads the files of a batch among those that came at other times."""

    past: Past = field(default_factory=NoPast)

    def lanes(self, coming: Sequence[Coming], claims: Sequence[Claim | None]) -> Iterator[Lane]:
        """The lanes of a batch's files, not started yet.

        `claims` are what the first so many of the files say they are. A file that tells no period
        of a plan stands in a lane of its own.
        """
        due = [Due(number, coming[number], claim) for number, claim in enumerate(claims)]
        twins = dict(_twins(due, self.past))
        due = [replace(each, twin=twins.get(each.number)) for each in due]
        for plan_id, several in groupby(sorted(due, key=_turn), key=_plan):
            if plan_id:
                yield Lane(plan_id, list(several))
            else:
                yield from (Lane(plan_id, [each]) for each in several)

    def started(self, lane: Lane) -> Lane:
        """A lane with what is known of its plan, and the records that may be compared."""
        by_period: dict[str, list[Known]] = {}
        for each in self.past.reports(lane.plan_id) if lane.plan_id else ():
            by_period.setdefault(each.summary.period_id or "", []).append(each)
        return replace(
            lane, slots={each: self._slot(lane, each, by_period[each]) for each in by_period}
        )

    def _slot(self, lane: Lane, period_id: str, known: Sequence[Known]) -> Slot:
        compared = {latest_accepted(known)}
        compared |= {
            known_before(known, each.order)
            for each in lane.due
            if each.claim is not None and each.claim.period_id == period_id
        }
        opened = {each: self.past.open(each.summary) for each in compared if each is not None}
        return Slot(known, opened)


def _plan(due: Due) -> str:
    return "" if due.claim is None else due.claim.plan_id


def _turn(due: Due) -> tuple[str, date, Order]:
    return _plan(due), date.min if due.claim is None else due.claim.ends, due.order


def _twins(due: Sequence[Due], past: Past) -> Iterator[tuple[int, str]]:
    """The files whose bytes came before, each with the name of the first that had them."""
    digests = {each.coming.arrival.digest for each in due} - {""}
    known = past.twins(sorted(digests))
    firsts = {digest: (each.order, each.summary.file) for digest, each in known.items()}
    for each in due:
        digest, mine = each.coming.arrival.digest, (each.order, each.coming.name)
        if digest:
            firsts[digest] = min(firsts.get(digest, mine), mine)
    for each in due:
        first = firsts.get(each.coming.arrival.digest)
        if first is not None and first != (each.order, each.coming.name):
            yield each.number, first[1]
