"""Models of frames as pandera has them: rules over the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from .errors import SchemaError, SchemaErrors

if TYPE_CHECKING:
    from department.checker.stand_in.pandas import DataFrame, Series


class Field:
    """A column that a frame has; what may be in it the model's checks say."""

    def __init__(self, *, alias: str = "", nullable: bool) -> None:
        del alias, nullable


@dataclass(frozen=True)
class Check:
    """A rule over the rows of a frame."""

    rule: Callable[[type, DataFrame], Series]
    name: str
    title: str


def dataframe_check(
    name: str, title: str
) -> Callable[[Callable[[type, DataFrame], Series]], Check]:
    """Declare a rule of a model."""
    return lambda rule: Check(rule, name, title)


class DataFrameModel:
    """A frame's checks, in the order in which they are declared."""

    _checks: ClassVar[list[Check]]

    def __init_subclass__(cls) -> None:
        cls._checks = [each for each in vars(cls).values() if isinstance(each, Check)]

    @classmethod
    def validate(cls, frame: DataFrame, lazy: bool) -> None:
        """Raise `SchemaErrors` with every check that some row does not keep."""
        assert lazy
        kept = ((check, check.rule(cls, frame)) for check in cls._checks)
        errors = [SchemaError(check, rows) for check, rows in kept if not all(rows)]
        if errors:
            raise SchemaErrors(errors)
