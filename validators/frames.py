"""pandas and pandera, imported for series of a few thousand values and nothing else.

pandera looks for hypothesis, which can make up data for a schema, and hypothesis loads its plugins:
on a machine where tests are run too, half a second goes by before the first row is looked at.
numpy starts a thread for every processor, for matrices that nobody has here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _hidden(package: str) -> Iterator[None]:
    """Let a package that is not imported yet seem to be missing."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]


os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

with _hidden("hypothesis"):
    import pandas as pd
    import pandera.strategies.pandas_strategies  # noqa: F401 — where pandera looks for it
    from pandera.errors import SchemaErrors
    from pandera.pandas import Check, SeriesSchema

__all__ = ["Check", "SchemaErrors", "SeriesSchema", "pd"]
