"""All kinds of hostile variants."""

from tests.hostile import activity, appearance, cells, containers, programs, sizes, xml_parts
from tests.hostile.variant import Variant

VARIANTS: tuple[Variant, ...] = (
    *containers.kinds,
    *xml_parts.packages,
    *containers.formats,
    *xml_parts.kinds,
    *sizes.kinds,
    *cells.kinds,
    *cells.formulas,
    *cells.dates,
    *activity.kinds,
    *appearance.kinds,
    *appearance.tampering,
    *programs.kinds,
)
