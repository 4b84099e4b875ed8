"""A process that fills a register with many small files, to be killed at any moment.

python -m tests.department.register.steady_run FOLDER FILES

It prints a line after each file that it received or judged.
"""

import sys
from functools import partial
from pathlib import Path

from department.register import run
from tests.department.register.filling import register_files
from tests.department.register.records import a_record


def main(folder: str, files: int) -> None:
    run.CHUNK = 20
    records = [a_record(f"{number:04}.xlsx") for number in range(files)]
    register_files(Path(folder), records, after_each=partial(print, "et skridt", flush=True))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
