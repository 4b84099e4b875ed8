"""Make the examples anew, `indbakke` and `året`: `python examples/make_examples.py` in a checkout.

The reports are typed into the current templates with LibreOffice (25.2 or later).
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script finds what lies beside it, not what lies above

from examples.inbox import make_inbox, make_year  # noqa: E402
from examples.recipes import INBOX, YEAR, read_inbox, read_year  # noqa: E402
from examples.typists import AtTheKeyboard  # noqa: E402
from tests.hosts.libreoffice import LibreOffice  # noqa: E402


def main() -> None:
    """Make both, remove what is no longer in them, and say what was written."""
    with LibreOffice() as office:
        typist = AtTheKeyboard(office)
        paths = [*make_inbox(read_inbox(), INBOX, typist), *make_year(read_year(), YEAR, typist)]
    there = {path for folder in (INBOX, YEAR) for path in folder.rglob("*") if path.is_file()}
    for stale in there - set(paths):
        stale.unlink()
    print(f"{len(paths)} filer i {INBOX.relative_to(ROOT)} og {YEAR.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
