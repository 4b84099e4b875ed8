"""`rp validate FILE…`: judge reports, each in full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.helping import Command, json_option
from texts import commandline as say
from texts import register as register_texts
from texts.language import Language

if TYPE_CHECKING:
    from department.desk.lane import Judged
    from department.desk.past import Coming
    from department.intake.examination import Entry


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def validate(files: tuple[str, ...], as_json: bool, register: str | None) -> int:
        from department.desk.course import Course
        from department.intake.examination import ExaminingPlace
        from department.intake.judgement import judged_in_turn
        from department.workers import IsolatedExecutor

        coming: list[Coming] = []
        all_accepted = True
        with ExitStack() as stack:
            executor = stack.enter_context(IsolatedExecutor(1))
            # Imported here, after the worker was forked.
            from department.planning.broken_plans import tell_broken_plans
            from department.telling.reporting import FullReports, JsonReports

            course = Course()
            if register is not None:
                from department.register.address import address_of
                from department.register.opening import reading
                from department.register.past import PastOfOthers

                store = stack.enter_context(reading(address_of(register, lang), lang))
                course = Course(PastOfOthers(store, coming))
            tell_broken_plans(lang)
            reports = JsonReports(lang) if as_json else FullReports(lang)
            place, entries = ExaminingPlace(executor), _entries(files, coming)

            def tell(judged: Judged) -> None:
                nonlocal all_accepted
                all_accepted = all_accepted and judged.verdict.accepted
                reports.add(judged.number, reports.tell(judged))

            list(judged_in_turn(entries, lambda: coming, place, course, tell))
        reports.finish()
        return 0 if all_accepted else 1

    return Command(
        "validate",
        lang=lang,
        summary=say.VALIDATE,
        examples=(
            "rp validate rapport.xlsx",
            "rp validate *.xlsx --json",
            "rp validate rapport.xlsx --register udbakke/register",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="FIL…"),
            click.Option(
                ["--register"], metavar="ADRESSE", help=register_texts.COMPARE_OPTION(lang)
            ),
            json_option(lang),
        ],
        callback=validate,
    )


def _entries(files: tuple[str, ...], coming: list[Coming]) -> Iterator[Entry]:
    """The files with their bytes; how each came is added to `coming`."""
    from department.desk.past import Coming
    from department.inbox import arrival_of, printable, read_entry

    for name in files:
        path = Path(name)
        entry = read_entry(path, printable(name))
        coming.append(Coming(entry.name, arrival_of(path, entry.data)))
        yield entry
