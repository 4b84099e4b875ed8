"""Columns as pandas has them, each a list of values: None is missing, a time is nanoseconds."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_DAY = 86_400 * 10**9
_DIGITS = 13
"""Those of a part of a day that pandas goes by."""


def Timestamp(year: int, month: int, day: int) -> object:  # noqa: N802
    """A day."""
    return _plain(date(year, month, day))


def to_timedelta(days: Series, unit: str) -> Series:
    """Numbers of days as durations."""
    assert unit == "D"
    return days.map(lambda each: each if each is None else _duration(float(str(each))))


def _comparison(how: Callable[..., object]) -> Callable[[Series, object], Series]:
    """A comparison row by row, with another column or one value; what is missing fits nothing."""
    return lambda one, other: Series(
        None not in (x, y) and how(x, y) for x, y in one._beside(other)
    )


def _computation(how: Callable[..., object]) -> Callable[[Series, object], Series]:
    """A computation row by row; of what is missing comes nothing."""
    return lambda one, other: Series(
        None if None in (x, y) else how(x, y) for x, y in one._beside(other)
    )


class Series:
    """A column; its rows are numbered from 0."""

    def __init__(
        self, values: Iterable[object], index: Sequence[int] = (), dtype: object = None
    ) -> None:
        del index, dtype
        self._values = [_plain(each) for each in values]

    def __iter__(self) -> Iterator[object]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def to_list(self) -> list[object]:
        """The values."""
        return list(self._values)

    @property
    def index(self) -> Index:
        """The numbers of the rows."""
        return Index(range(len(self)))

    def isna(self) -> Series:
        """Which are missing."""
        return self.map(lambda each: each is None)

    def notna(self) -> Series:
        """Which are not missing."""
        return self.map(lambda each: each is not None)

    def fillna(self, value: object) -> Series:
        """With a value for those that are missing."""
        return self.map(lambda each: value if each is None else each)

    def map(self, function: Callable[[object], object]) -> Series:
        """What a function makes of each."""
        return Series(map(function, self))

    def astype(self, dtype: object) -> Series:
        """The same: values have their types already."""
        del dtype
        return self

    def abs(self) -> Series:
        """Without their signs."""
        return self.clip(lower=0) - self.clip(upper=0)

    def isin(self, values: Iterable[object]) -> Series:
        """Which are among these."""
        among = set(values)
        return self.map(lambda each: each is not None and each in among)

    def between(self, least: object, greatest: object) -> Series:
        """Which lie between two, these included."""
        return (self >= least) & (self <= greatest)

    def clip(self, lower: object = None, upper: object = None) -> Series:
        """Moved within bounds; a bound that is missing is none."""
        return self._bounded(lower, operator.lt)._bounded(upper, operator.gt)

    def _bounded(self, bounds: object, beyond: Callable[..., object]) -> Series:
        pairs = self._beside(bounds)
        return Series(y if None not in (x, y) and beyond(x, y) else x for x, y in pairs)

    eq = __eq__ = _comparison(operator.eq)  # type: ignore[assignment]  # for each value
    __lt__, __le__ = _comparison(operator.lt), _comparison(operator.le)
    __gt__, __ge__ = _comparison(operator.gt), _comparison(operator.ge)
    __and__, __or__ = _computation(operator.and_), _computation(operator.or_)
    __add__ = __radd__ = _computation(operator.add)
    __sub__, __mod__ = _computation(operator.sub), _computation(operator.mod)
    __hash__ = None  # type: ignore[assignment]

    def ne(self, other: object) -> Series:
        """Which are others; so is what is missing."""
        return ~self.eq(other)

    __ne__ = ne  # type: ignore[assignment]

    def __invert__(self) -> Series:
        return self.map(operator.not_)

    def _beside(self, other: object) -> Iterator[tuple[object, object]]:
        if isinstance(other, Series):
            return zip(self, other, strict=True)
        plain = _plain(other)
        return ((each, plain) for each in self)


class Index(tuple[int, ...]):
    """Numbers of rows."""

    def __getitem__(self, wanted: object) -> Index:  # type: ignore[override]  # as in pandas
        assert isinstance(wanted, Series)
        return Index(row for row, is_wanted in zip(self, wanted, strict=True) if is_wanted)


class DataFrame:
    """Columns by name."""

    def __init__(self, columns: Mapping[str, Iterable[object]]) -> None:
        self._columns = {name: Series(values) for name, values in columns.items()}

    def __getitem__(self, name: str) -> Series:
        return self._columns[name]

    def __setitem__(self, name: str, values: Iterable[object]) -> None:
        self._columns[name] = Series(values)

    @property
    def index(self) -> Index:
        """The numbers of the rows."""
        return next(iter(self._columns.values())).index

    @property
    def empty(self) -> bool:
        """Whether there is no row."""
        return not self.index


def _plain(value: object) -> object:
    """A value as a column holds it: no not-a-numbers, days and durations in nanoseconds."""
    if isinstance(value, float):
        return None if value != value else value
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        value = moment - _EPOCH
    return value // _MICROSECOND * 1000 if isinstance(value, timedelta) else value


def _duration(days: float) -> int:
    whole = int(days)
    return whole * _DAY + int(round(days - whole, _DIGITS) * _DAY)
