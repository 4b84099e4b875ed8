"""Thousands of mutated reports: `python -m benchmarks.fuzz --count 5000 --seed 1`.

Prints a table of what became of each family of mutations, and every case whose verdict is wrong:
a crash, a hang, or a score that the file has not earned. The exit code is 1 when there is one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from tests.hostile.mutations import FAMILIES, Outcome, outcomes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    started = time.monotonic()
    tally: dict[str, Counter[str]] = {family: Counter() for family in FAMILIES}
    wrong: list[Outcome] = []
    for outcome in outcomes(arguments.seed, arguments.count):
        family = outcome.family
        tally[family][outcome.code] += 1
        if outcome.wrong:
            wrong.append(outcome)
    _print_table(tally)
    print(f"\n{arguments.count} files, seed {arguments.seed}, {time.monotonic() - started:.0f} s")
    print(f"wrong: {len(wrong)}")
    for outcome in wrong:
        print(f"  {outcome.seed} ({outcome.family}): {outcome.wrong}")
    return 1 if wrong else 0


def _print_table(tally: dict[str, Counter[str]]) -> None:
    print(f"{'family':10} {'files':>6} {'accepted':>9}  refused with")
    for family, codes in tally.items():
        refused = ", ".join(
            f"{code} {count}" for code, count in codes.most_common() if code != "accepted"
        )
        files = sum(codes.values())
        print(f"{family:10} {files:6} {codes['accepted']:9}  {refused}")


if __name__ == "__main__":
    sys.exit(main())
