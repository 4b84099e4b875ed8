"""What was done to a report, and all that it is told: a file for each layer of codes.

Told once, and at its cell: whatever else could follow from the same cause is not told.
"""

from tests.validators.cases import (
    consistency,
    container,
    content,
    integrity,
    prefilled,
    schemes,
    score,
    structure,
)

OF_BUILT_IN_PLANS = (
    *container.CASES,
    *structure.CASES,
    *integrity.CASES,
    *content.CASES,
    *consistency.CASES,
    *prefilled.CASES,
    *score.CASES,
)
CASES = (*OF_BUILT_IN_PLANS, *schemes.CASES)
ONE_OF_EACH = {case.code: case for case in reversed(OF_BUILT_IN_PLANS) if case.code}
"""By code: the first report that is told it first."""
