"""The colours of the workbook: one dark blue, its light relatives, and the traffic light."""

from __future__ import annotations

from dataclasses import dataclass

NAVY = "1F3864"
BLUE = "2F5B93"
STEEL = "8FA3BF"
LOCKED_FILL = "E9EFF7"
COMPUTED_FILL = "F5F7FA"
TOTAL_FILL = "D6E1F0"
WHITE = "FFFFFF"
INK = "1B1F26"
QUIET = "5C6470"
UNUSED_FILL = "D3D5D9"
GRID = "C2CAD6"
INPUT_EDGE = "3F6CA8"
WARNING_EDGE = "C00000"
WARNING_FILL = "FDEDEC"


@dataclass(frozen=True, slots=True)
class Signal:
    """The fill of a state or status, and a text colour that is legible on it."""

    fill: str
    ink: str


GREEN = Signal("C9E4C5", "1B5E20")
YELLOW = Signal("FFE9A8", "6B4E00")
RED = Signal("F6C5BF", "8E1B12")
GREY = Signal("E3E5E9", "4A515C")
PENDING = Signal("D7EDEF", "1E5960")
"""Nothing like the grey of a cell that is not used."""
CARRIED = Signal("ECE6F5", "5A3E85")
"""What was carried from an earlier report and has not been changed."""
