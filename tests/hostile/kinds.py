"""All kinds of hostile variants."""

from tests.hostile import (
    activity,
    cells,
    containers,
    dates,
    formats,
    formulas,
    packages,
    programs,
    showing,
    sizes,
    tampering,
    xml_parts,
)
from tests.hostile.variant import Variant

_SUBJECTS = (containers, packages, formats, xml_parts, sizes, cells, formulas, dates, activity,
             showing, tampering, programs)  # fmt: skip
VARIANTS: tuple[Variant, ...] = tuple(each for subject in _SUBJECTS for each in subject.kinds)
