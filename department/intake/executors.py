"""Where files are examined: in worker processes here, or on a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import click

from department.intake.examination import ExaminingPlace, examine_isolated
from department.workers import Workers
from resultatplan.library import own_files
from texts import commandline as say
from texts.language import Language


@contextmanager
def examining_place(workers: int, dask: str | None, lang: Language) -> Iterator[ExaminingPlace]:
    """So many isolated workers, or the cluster at the address `dask`.

    Raises `click.ClickException` when the cluster cannot be reached or Dask is not installed.
    """
    if dask is not None:
        with _cluster(dask, lang) as place:
            yield place
        return
    with Workers(workers) as executor:
        yield ExaminingPlace(executor, judging=executor)


@contextmanager
def _cluster(address: str, lang: Language) -> Iterator[ExaminingPlace]:
    try:
        from distributed import Client
    except ImportError as error:
        raise click.ClickException(say.NO_DASK(lang)) from error
    try:
        client = Client(address, timeout="5s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise click.ClickException(say.NO_CLUSTER(lang, address=address)) from error
    with client:
        executor = client.get_executor()  # type: ignore[no-untyped-call]
        yield ExaminingPlace(executor, partial(examine_isolated, own_files()))
