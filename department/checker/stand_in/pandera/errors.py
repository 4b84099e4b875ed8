"""What a frame has against a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from department.checker.stand_in.pandas import Index, Series
    from department.checker.stand_in.pandera.pandas import Check


class Column(NamedTuple):
    """A column of a model."""

    name: str


@dataclass(frozen=True)
class SchemaError:
    """A rule that is broken: a column's own (which rows), or a check of the frame (all rows)."""

    check: Check | str
    schema: Column | None = None
    failure_cases: Mapping[str, Index] | None = None
    check_output: Series | None = None


class SchemaErrors(Exception):  # noqa: N818 (pandera's name)
    """Every rule that is broken."""

    def __init__(self, schema_errors: Sequence[SchemaError]) -> None:
        self.schema_errors = schema_errors
        super().__init__(schema_errors)
