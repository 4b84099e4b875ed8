"""Files in, verdicts told: examined in isolation, shown to the schemas together, then judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from department.desk.course import Course
from department.desk.lane import Judged
from department.desk.past import Coming
from department.intake.examination import Entry, ExaminingPlace, Packed, examine_all
from department.intake.lanes import Sealed, judged_in_lanes
from department.intake.spool import Spool
from validators.inquiry import Answer, Inquiry

T = TypeVar("T")

CHUNK = 200
"""Files shown to the schemas together: enough to share them, few enough to keep memory flat."""

Watch = Callable[[Iterable[Packed]], Iterator[Packed]]
FindComing = Callable[[], Sequence[Coming]]


def judged_in_turn(
    entries: Iterable[Entry],
    coming: FindComing,
    place: ExaminingPlace,
    course: Course,
    tell: Callable[[Judged], T],
    watch: Watch = iter,
) -> Iterator[T]:
    """What `tell` says of every entry, judged in its turn; it may be called in a worker.

    All are examined first, since a report is compared with the others of its plan wherever they
    stand; the examinations wait on disk. `coming` is asked then how the entries came, `watch` sees
    each examination as it arrives. When examining is interrupted, what is examined is judged before
    the interruption goes on.
    """
    with Spool() as spool:
        schemas = _Schemas()
        interrupted: KeyboardInterrupt | None = None
        try:
            for packed in watch(examine_all(place, entries)):
                schemas.ask(spool.add(packed), packed.inquiry)
        except KeyboardInterrupt as interruption:
            interrupted = interruption
        schemas.finish()

        def sealed(number: int) -> Sealed:
            return Sealed(spool.examined(number), schemas.answer(number))

        lanes = course.lanes(coming(), spool.claims)
        yield from judged_in_lanes(place.judging, course, lanes, sealed, tell)
        if interrupted is not None:
            raise interrupted


class _Schemas:
    """Asks the schemas about many files at once, and keeps what they have against any."""

    def __init__(self) -> None:
        self._waiting: dict[int, Inquiry] = {}
        self._answers: dict[int, Answer] = {}

    def ask(self, number: int, inquiry: Inquiry | None) -> None:
        """Ask about a file, sooner or later."""
        # Imported now, while the workers work on: they were forked without pandas.
        import validators.content  # noqa: F401

        if inquiry is not None:
            self._waiting[number] = inquiry
        if len(self._waiting) >= CHUNK:
            self.finish()

    def finish(self) -> None:
        """Ask about those that wait."""
        from validators.content import answers

        found = zip(self._waiting, answers([*self._waiting.values()]), strict=True)
        self._answers |= {number: answer for number, answer in found if answer.is_against}
        self._waiting = {}

    def answer(self, number: int) -> Answer:
        """What the schemas say of a file."""
        return self._answers.get(number, Answer())
