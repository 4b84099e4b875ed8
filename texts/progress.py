"""The words beside a progress bar."""

from __future__ import annotations

from texts.language import Text

PACE = Text("{rate} filer/s, {seconds} s tilbage", "{rate} files/s, {seconds} s left")
SLOW_PACE = Text(
    "{rate} filer/s, {minutes} min {seconds} s tilbage",
    "{rate} files/s, {minutes} min {seconds} s left",
)
