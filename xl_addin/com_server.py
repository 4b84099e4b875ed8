"""The Python process that Excel's add-in talks to: `python -P -m xl_addin.com_server {CLSID}`.

Windows only, with pywin32. It serves until Excel ends it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import cast


def serve(arguments: Sequence[str]) -> None:
    """Serve the functions under the class id that Excel chose (the first argument).

    Raises `ImportError` where pywin32 is missing.
    """
    # xlwings first: the functions take on its decorators when it is there.
    import xlwings

    clsid = arguments[0]
    run = cast(Callable[[str], None], getattr(xlwings, "serve", _no_server))
    run(clsid)


def _no_server(_clsid: str) -> None:
    raise ImportError("xlwings serves Excel on Windows only, and needs pywin32")


if __name__ == "__main__":
    serve(sys.argv[1:])
