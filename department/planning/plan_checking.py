"""Checking the workbook of a plan: read in a worker process, whatever the file is."""

from __future__ import annotations

from pathlib import Path

from department.inbox import printable, read_entry
from department.workers import TaskStoppedError, Workers, gave_up
from validators.container import unreadable
from validators.plan_book import PlanCheck, check_plan
from workbooks.plan_book.reader import read_plan_book
from workbooks.reading.archive import UnreadableError


def check_file(name: str) -> PlanCheck:
    """The check of a file; a file that cannot be read is a finding like any other."""
    entry = read_entry(Path(name), printable(name))
    if entry.data is None:
        return PlanCheck(() if entry.finding is None else (entry.finding,))
    with Workers(1) as executor:
        try:
            return check_plan(executor.submit(read_plan_book, entry.data).result())
        except UnreadableError as error:
            return PlanCheck((unreadable(error),))
        except TaskStoppedError as stopped:
            return PlanCheck((gave_up(stopped),))
