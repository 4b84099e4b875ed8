"""Models of frames as pandera has them: what a column is filled with, and rules over the rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from department.checker.stand_in.pandas import DataFrame, Index, Series


@dataclass(frozen=True)
class Field:
    """What a column is filled with."""

    alias: str = ""
    nullable: bool = False
    isin: Collection[object] | None = None

    def rules(self, column: Series) -> Iterator[tuple[str, Series]]:
        """Its rules by pandera's names and in its order, and which rows keep them.

        What is missing breaks no rule but `not_nullable`.
        """
        missing = column.isna()
        if not self.nullable:
            yield "not_nullable", ~missing
        if self.isin is not None:
            yield "isin", missing | column.isin(self.isin)


@dataclass(frozen=True)
class Check:
    """A rule over the rows of a frame."""

    rule: Callable[[type, DataFrame], Series]
    name: str
    title: str
    statistics: Mapping[str, object]


def dataframe_check(
    name: str, title: str, statistics: Mapping[str, object]
) -> Callable[[Callable[[type, DataFrame], Series]], Check]:
    """Declare a rule of a model."""
    return lambda rule: Check(rule, name, title, statistics)


class DataFrameModel:
    """A frame: its columns, then its checks, in the order in which they are declared."""

    _fields: ClassVar[dict[str, Field]]
    _checks: ClassVar[list[Check]]

    def __init_subclass__(cls) -> None:
        declared = vars(cls).items()
        cls._fields = {e.alias or name: e for name, e in declared if isinstance(e, Field)}
        cls._checks = [each for _, each in declared if isinstance(each, Check)]

    @classmethod
    def validate(cls, frame: DataFrame, lazy: bool) -> None:
        """Raise `SchemaErrors` with everything that is broken."""
        assert lazy
        errors = [
            SchemaError(rule, Column(name), {"index": kept.index[~kept]})
            for name, field in cls._fields.items()
            for rule, kept in field.rules(frame[name])
            if not all(kept)
        ]
        for check in cls._checks:
            kept = check.rule(cls, frame)
            if not all(kept):
                errors.append(SchemaError(check, check_output=kept))
        if errors:
            raise SchemaErrors(errors)


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
