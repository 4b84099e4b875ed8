"""What a frame has against a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from department.checker.stand_in.pandas import Series
    from department.checker.stand_in.pandera.pandas import Check


@dataclass(frozen=True)
class SchemaError:
    """A check that is broken, and which rows keep it."""

    check: Check
    check_output: Series


class SchemaErrors(Exception):  # noqa: N818 (pandera's name)
    """Every rule that is broken."""

    def __init__(self, schema_errors: Sequence[SchemaError]) -> None:
        self.schema_errors = schema_errors
        super().__init__(schema_errors)
