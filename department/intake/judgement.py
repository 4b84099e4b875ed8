"""Files in, verdicts out: examined in isolation, judged together, earlier periods first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from department.desk.course import Course, Judged
from department.desk.past import Coming
from department.intake.examination import Entry, ExaminingPlace, Packed, examine_all
from department.intake.spool import Spool

CHUNK = 200
"""Files judged together: enough to share the schemas, few enough to keep memory flat."""

Watch = Callable[[Iterable[Packed]], Iterator[Packed]]
FindComing = Callable[[], Sequence[Coming]]


def judged_in_turn(
    entries: Iterable[Entry],
    coming: FindComing,
    place: ExaminingPlace,
    course: Course,
    watch: Watch = iter,
) -> Iterator[Judged]:
    """Every entry judged, in the order of `course`; each knows its number among the entries.

    All are examined first, since a report is compared with the others of its plan wherever they
    stand; the examinations wait on disk. `coming` is asked then how the entries came, `watch` sees
    each examination as it arrives. When examining is interrupted, what is examined is judged before
    the interruption goes on.
    """
    with Spool() as spool:
        interrupted: KeyboardInterrupt | None = None
        try:
            for packed in watch(examine_all(place, entries)):
                spool.add(packed)
                # Imported now, while the workers work on: they were forked without pandas.
                import validators.judging  # noqa: F401
        except KeyboardInterrupt as interruption:
            interrupted = interruption
        from validators.judging import judge_in_turn

        turns = course.begin(coming(), spool.claims)
        for start in range(0, len(turns), CHUNK):
            numbers = turns[start : start + CHUNK]
            examined = [spool.examined(number) for number in numbers]
            verdicts = judge_in_turn(examined, course)
            for number, verdict in zip(numbers, verdicts, strict=True):
                yield course.judged(number, verdict)
        if interrupted is not None:
            raise interrupted
