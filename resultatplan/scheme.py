"""What a plan may agree on beyond met or not met: weights, partly met, withdrawn.

Models of the plan's optional table `[scoring]` and of a criterion's own scale. Without them every
goal weighs the same and is met or not.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from resultatplan.exact import plain

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Number = Annotated[Decimal, AfterValidator(plain)]
"""Equal numbers are written alike, so that equal plans have the same fingerprint."""
Weight = Annotated[Number, Field(gt=0)]


class Model(BaseModel):
    """Frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Weighting(StrEnum):
    """How goals weigh against one another."""

    EQUAL = "equal"
    WEIGHTS = "weights"
    POINTS = "points"


class Withdrawn(StrEnum):
    """What becomes of a goal or criterion that is withdrawn during the year."""

    LEAVES = "leaves"
    """It is no part of the computation; what is left shares its weight."""
    NOT_MET = "not_met"


class Combine(StrEnum):
    """How a goal's criteria make its fulfilment."""

    RULE = "rule"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"


class Scoring(Model):
    """The table `[scoring]`. The last two have no default: where they matter, the plan says."""

    weighting: Weighting = Weighting.EQUAL
    partial_credit: Annotated[Number, Field(gt=0, lt=100)] | None = None
    """What `delvist opfyldt` counts, in percent."""
    withdrawn: Withdrawn | None = None


class Step(Model):
    """A level on the way to the target and what reaching it counts, in percent."""

    at: Number
    credit: Annotated[Number, Field(gt=0, le=100)]


class Linear(Model):
    """A straight line: 0 pct. at `zero`, 100 pct. at `full`, which is the target.

    A benchmark is reported, so there `full` is left out: the benchmark's level is it.
    """

    zero: Number
    full: Number | None = None
