"""Pictures of a workbook's printed pages, to look at: `python -m tests.hosts.pictures FILE OUT`."""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

from tests.hosts.libreoffice import LibreOffice


def pages(workbook: Path, out_dir: Path, dpi: int = 80) -> list[Path]:
    """A PNG file for each page that the workbook prints, in order.

    Raises `LibreOfficeError`, and `CalledProcessError` where pdftoppm fails.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    for old in out_dir.glob(f"{workbook.stem}-*.png"):
        old.unlink()
    with LibreOffice() as calc, calc.open(workbook) as document:
        printed = document.export_pdf(out_dir / f"{workbook.stem}.pdf")
    stem = str(out_dir / workbook.stem)
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(printed), stem], check=True)
    return sorted(out_dir.glob(f"{workbook.stem}-*.png"))


def main() -> None:
    """Write the pictures and print their paths."""
    parser = argparse.ArgumentParser(description="Write a PNG picture of each printed page.")
    parser.add_argument("workbook", metavar="FILE", type=Path)
    parser.add_argument("out_dir", metavar="OUT", type=Path)
    parser.add_argument("--dpi", type=int, default=80)
    chosen = parser.parse_args()
    for page in pages(chosen.workbook, chosen.out_dir, chosen.dpi):
        print(page)


if __name__ == "__main__":
    main()
