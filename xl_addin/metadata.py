"""The RP_ functions as data: name, help, arguments.

Everything that a host needs to know of the functions is generated from here: xlwings' decorators,
the VBA module, LibreOffice's type library and configuration. A function that is added to `udfs`
appears in all of them.
"""

from __future__ import annotations

from typing import Final

import xl_addin.udfs  # noqa: F401  (defines the functions)
from xl_addin.registry import Function, registered

FUNCTIONS: Final[tuple[Function, ...]] = registered()
"""In the order in which `udfs` defines them."""
