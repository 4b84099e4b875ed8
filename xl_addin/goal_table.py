"""The names by which a host finds a workbook's goals, for the functions without arguments.

`workbooks.form` decides them and lies above this package; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

SHEET: Final = "Målopfyldelse"
TABLE: Final = "tblMaal"
FULFILMENT: Final = "Opfyldelse"
WEIGHT: Final = "Vægt"
SECURED: Final = "Sikret"
ATTAINABLE: Final = "Opnåelig"
"""What a goal is worth at least and at most, in plans whose goals can be met in part; there the
totals follow from these columns."""
TOTALLED: Final = {"RP_SCORE": SECURED, "RP_ATTAINABLE": ATTAINABLE}
"""The column that each function totals where the table has it; `FULFILMENT` elsewhere."""
HIDDEN_SHEET: Final = "_rp"
"""The sheet that only result plans have."""
