"""Compare what two states of the code say of the same files.

    python -m tests.pins corpus CORPUS          # make the corpus with this code
    python -m tests.pins say CORPUS OUT [GROUP …]   # what this code says of it
    python -m tests.pins compare OLD NEW        # the differences; 1 when there are any

Groups: verdicts, desk, year, plans, help. The corpus is made by the older state, once; then each
state is asked (`say` in its own checkout) and the two answers are compared.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from tests.pins.said import GROUPS, say

MOST_LINES = 12
"""Differing lines shown of one file."""


def compare(old: Path, new: Path) -> int:
    """Print every difference between two answers; how many files differ."""
    names = {
        path.relative_to(root) for root in (old, new) for path in root.rglob("*") if path.is_file()
    }
    asked = {name.parts[:2] for name in names if (new / name).is_file()}
    differing = 0
    for name in sorted(names):
        if name.parts[:2] not in asked:
            continue
        texts = [
            (root / name).read_text(encoding="utf-8").splitlines()
            if (root / name).is_file()
            else ["(nothing)"]
            for root in (old, new)
        ]
        if texts[0] == texts[1]:
            continue
        differing += 1
        print(f"== {name}")
        lines = [
            line
            for line in difflib.unified_diff(*texts, lineterm="", n=0)
            if not line.startswith(("---", "+++", "@@"))
        ]
        print("\n".join(line[:300] for line in lines[:MOST_LINES]))
        if len(lines) > MOST_LINES:
            print(f"   … {len(lines) - MOST_LINES} more")
    print(f"{differing} of {len(names)} differ")
    return differing


def main(arguments: list[str]) -> int:
    """Run one of the three; see above."""
    match arguments:
        case ["corpus", folder]:
            from tests.pins.corpus import make

            print(f"{make(Path(folder))} files")
        case ["say", corpus, out, *groups]:
            code = Path(__file__).resolve().parents[2]
            say(code, Path(corpus).resolve(), Path(out).resolve(), groups or GROUPS)
        case ["compare", old, new]:
            return 1 if compare(Path(old), Path(new)) else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
