"""Files in, verdicts out: examined in isolation, judged together, in the order they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from department.examination import Entry, ExaminingPlace, Packed, examine_all
from department.spool import Spool
from texts.language import Language
from validators.verdict import Verdict

CHUNK = 200
"""Files judged together: enough to share the schemas, few enough to keep memory flat."""

Watch = Callable[[Iterable[Packed]], Iterator[Packed]]


def verdicts_on(
    entries: Iterable[Entry], place: ExaminingPlace, lang: Language, watch: Watch = iter
) -> Iterator[Verdict]:
    """The verdict on every entry, in order.

    All are examined first, since a report is compared with the others of its plan wherever they
    stand; the examinations wait on disk. `watch` sees each one as it arrives. When examining is
    interrupted, what is examined is judged before the interruption goes on.
    """
    with Spool() as spool:
        interrupted: KeyboardInterrupt | None = None
        try:
            for packed in watch(examine_all(place, entries)):
                spool.add(packed)
        except KeyboardInterrupt as interruption:
            interrupted = interruption
        # Imported here, after the workers were forked: they never need pandas.
        from validators.judging import judge

        waiting = iter(spool)
        while chunk := list(islice(waiting, CHUNK)):
            yield from judge(chunk, lang, spool.counts)
        if interrupted is not None:
            raise interrupted
