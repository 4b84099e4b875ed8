"""What the checking page costs, and whether it says what `rp validate` says.

    python benchmarks/checker.py [FOLDER]

Builds the page, opens its single file in a headless Chromium, and drops all workbooks of FOLDER
(otherwise the example inbox) on it: one by one to measure, and all together to compare every
verdict in both languages. `python -m tests.pins.corpus FOLDER` makes 800 files to compare; their
own plan is found where FOLDER has a folder `own`.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from department.cli import run  # noqa: E402 — found by the path above
from tests.department.checker.checking_page import opened  # noqa: E402
from tests.hosts.browser import Browser  # noqa: E402

MEGABYTE = 1024 * 1024
MOST_TIMED = 50


def said_by_rp(names: list[str], lang: str) -> list[object]:
    """What `rp validate` says of the files here."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        run(["validate", *names, "--json", "--lang", lang])
    return json.loads(printed.getvalue())["reports"]


def copied(source: Path, target: Path) -> list[Path]:
    """The workbooks of a folder and its folders, each with a name and a time of its own."""
    paths = []
    for number, path in enumerate(sorted(source.rglob("*.xlsx"))):
        paths.append(Path(shutil.copy(path, target / f"{number:04} {path.name}")))
        os.utime(paths[-1], (1_735_000_000 + 60 * number,) * 2)
    return paths


def main(source: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        built, dropped = Path(name) / "built", Path(name) / "dropped"
        dropped.mkdir()
        paths = copied(source, dropped)
        if (source / "own").is_dir():
            os.environ["RP_PLANS"] = str(source / "own")
        run(["checker", "build", "--out", str(built)])
        single = built / "kontrol.html"
        parts = [path for path in built.rglob("*") if path.is_file() and path != single]
        print(f"folder: {sum(path.stat().st_size for path in parts) / MEGABYTE:.1f} MB")
        print(f"kontrol.html: {single.stat().st_size / MEGABYTE:.1f} MB")
        with Browser() as browser:
            started = time.perf_counter()
            with opened(browser, single.as_uri(), offline=True) as page:
                print(f"ready: {time.perf_counter() - started:.1f} s")
                times = []
                for path in paths[:MOST_TIMED]:
                    started = time.perf_counter()
                    page.check(path)
                    times.append((time.perf_counter() - started) * 1000)
                usual = statistics.median(times[1:])
                print(f"first file: {times[0]:.0f} ms; the usual one, shown: {usual:.0f} ms")
                started = time.perf_counter()
                answer = page.check(*paths)
                each = (time.perf_counter() - started) * 1000 / len(paths)
                print(f"{len(paths)} files together: {each:.0f} ms each")
        os.chdir(dropped)
        for lang in ("da", "en"):
            pairs = zip(
                answer["reports"][lang],
                said_by_rp([path.name for path in paths], lang),
                strict=True,
            )
            unlike = [said["file"] for said, native in pairs if said != native]
            print(f"{lang}: {len(unlike)} of {len(paths)} differ {unlike[:10]}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else ROOT / "examples" / "indbakke").resolve())
