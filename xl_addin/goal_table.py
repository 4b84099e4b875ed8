"""The names by which a host finds a workbook's goals, for the functions without arguments.

`workbooks.layout` decides them and lies above this package; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

SHEET: Final = "Målopfyldelse"
TABLE: Final = "tblMaal"
FULFILMENT: Final = "Opfyldelse"
WEIGHT: Final = "Vægt"
HIDDEN_SHEET: Final = "_rp"
"""The sheet that only result plans have."""
