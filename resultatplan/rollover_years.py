"""From one plan year to another: how dates move, and how a part of a plan is changed."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from resultatplan.goals import Model

AnyModel = TypeVar("AnyModel", bound=Model)


@dataclass(frozen=True, slots=True)
class Years:
    """The plan's year and the draft's."""

    before: int
    year: int

    def moved(self, day: date) -> date:
        """The same day as many years later; the last day of a month stays the last."""
        year = day.year + self.year - self.before
        last = calendar.monthrange(year, day.month)[1]
        is_last = day.day == calendar.monthrange(day.year, day.month)[1]
        return date(year, day.month, last if is_last else min(day.day, last))


def changed(model: AnyModel, /, **changes: object) -> AnyModel:
    """A part of a plan with other values in some fields, checked anew.

    Raises pydantic's `ValidationError` where it would contradict itself.
    """
    fields = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model).model_validate({**fields, **changes})
