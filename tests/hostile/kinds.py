"""All kinds of hostile variants."""

from tests.hostile import (
    activity,
    cells,
    containers,
    dates,
    formats,
    formulas,
    packages,
    showing,
    sizes,
    tampering,
    xml_parts,
)
from tests.hostile.variant import Variant

SUBJECTS = (
    containers.kinds,
    packages.kinds,
    formats.kinds,
    xml_parts.kinds,
    sizes.kinds,
    cells.kinds,
    formulas.kinds,
    dates.kinds,
    activity.kinds,
    showing.kinds,
    tampering.kinds,
)

VARIANTS: tuple[Variant, ...] = tuple(variant for subject in SUBJECTS for variant in subject)
