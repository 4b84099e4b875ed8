"""One received file, read in a worker process for a command; what is wrong with it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import TypeVar

import click

from department.inbox import Entry, printable, read_entry
from department.output import inert, inert_line
from department.workers import TaskStoppedError, Workers, gave_up
from texts.language import Language, Text
from validators.findings import Finding

T = TypeVar("T")


def read_in_worker(
    name: str, read: Callable[[str, bytes], T], refusal: Text, lang: Language
) -> tuple[T, Entry]:
    """What `read` makes of the file's name and bytes, and the file; nothing is opened here.

    Raises `click.ClickException` with the `refusal` where the file cannot be read; why is told on
    standard error.
    """
    entry = read_entry(Path(name), printable(name))
    if entry.data is None:
        tell(filter(None, [entry.finding]), lang)
        raise click.ClickException(refusal(lang, path=inert_line(entry.receipt.file)))
    with Workers(1) as worker:
        return read_by(worker, entry.receipt.file, entry.data, read, refusal, lang), entry


def read_by(
    worker: Executor,
    name: str,
    data: bytes,
    read: Callable[[str, bytes], T],
    refusal: Text,
    lang: Language,
) -> T:
    """What `read` makes of bytes in a worker process; errors as `read_in_worker`."""
    try:
        return worker.submit(read, name, data).result()
    except TaskStoppedError as stopped:
        tell([gave_up(stopped)], lang)
        raise click.ClickException(refusal(lang, path=inert_line(name))) from stopped


def tell(findings: Iterable[Finding], lang: Language) -> None:
    """Findings on standard error, a line each."""
    for each in findings:
        click.echo(f"  {each.code} {inert(each.message(lang))}", err=True)
