"""Where the department's checking page lies: agencies are told of it once the department says."""

from __future__ import annotations

import os

ADDRESS_VARIABLE = "RP_CHECKER"
"""The environment variable that names its address, so that workers know it too."""


def checking_page() -> str:
    """Its address; nothing where the department has said none."""
    return os.environ.get(ADDRESS_VARIABLE, "").strip()
