"""What judging a folder costs, against the straightforward loop, in one run.

    python benchmarks/batch.py [--files 300] [--many 3000]

The files are reports of all five plans, some typed and saved by LibreOffice as received ones are,
the others made of those with other texts (`benchmarks/received.py`; without LibreOffice all are the
builder's, and the table says so). Figures are CPU time, which a noisy machine disturbs less than
the clock; the ratios are taken within this one run.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.received import make_reports, varied  # noqa: E402 — found by the path above
from department.cli import OBJECTS  # noqa: E402

RP = [
    sys.executable,
    "-c",
    "import atexit, sys; from department.cli import main;"
    "status = lambda: next(line for line in open('/proc/self/status') if 'VmHWM' in line);"
    "atexit.register(lambda: print(status().split()[1], file=sys.stderr)); main()",
]
"""`rp`, which then tells its own peak in kB: what the system accounts counts its parent's too."""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds with its workers, the clock, the main process's peak."""

    cpu: float
    wall: float
    peak_mb: float


def command_cost(*arguments: str) -> Cost:
    """Run `rp` and account for it."""
    started = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*RP, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, int(done.stderr.split()[-1]) / 1024)


def process_cpu(task: Callable[[], object]) -> float:
    """CPU seconds of a task in this process."""
    started = time.process_time()
    task()
    return time.process_time() - started


def straightforward(files: list[Path]) -> None:
    """What one would write in an afternoon: openpyxl, a DataFrame and a schema per sheet."""
    import openpyxl
    import pandas as pd
    from pandera.errors import SchemaErrors
    from pandera.pandas import Check, Column, DataFrameSchema

    text = Column(str, nullable=True, coerce=False, required=True)
    number = Column(float, Check.ge(-1e9), nullable=True, required=False)
    schemas = {
        "Stamdata": DataFrameSchema({"Felt": text}),
        "Afrapportering": DataFrameSchema(
            {
                "Nøgle": text,
                "Krav": Column(str, Check.isin([*_labels()])),
                "Resultat": number,
                "Status": Column(object, Check.isin(["Grøn", "Gul", "Rød"]), nullable=True),
                "Opfyldt": Column(str, Check.isin(["opfyldt", "ikke opfyldt", "afventer"])),
            }
        ),
        "Målopfyldelse": DataFrameSchema(
            {"Mål": text, "Vægt": Column(float, Check.gt(0)), "Opfyldelse": Column(object)}
        ),
        "Historik": DataFrameSchema({"Nøgle": text, "År": Column(float, Check.gt(2000))}),
    }
    for file in files:
        workbook = openpyxl.load_workbook(file, data_only=True)
        for name, schema in schemas.items():
            sheet = workbook[name]
            table = next(iter(sheet.tables.values()))
            rows = [[cell.value for cell in row] for row in sheet[table.ref]]
            frame = pd.DataFrame(rows[1:], columns=[str(head) for head in rows[0]])
            for column in ("Resultat", "Vægt", "År"):
                if column in frame:
                    frame[column] = pd.to_numeric(frame[column], errors="coerce").astype(float)
            try:
                schema.validate(frame, lazy=True)
            except SchemaErrors as errors:
                list(errors.failure_cases.itertuples())


def _labels() -> list[str]:
    from resultatplan.criteria import LABELS

    return list(LABELS.values())


def judging_only(files: list[Path]) -> None:
    """Read, examine, pack, unpack and judge, in this process, without overview or JSON."""
    from department.intake.examination import Entry, examine_entries
    from validators.judging import judge

    packed = [
        each for file in files for each in examine_entries([Entry(file.name, file.read_bytes())])
    ]
    judge([each.unpack() for each in packed])


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--many", type=int, default=3000)
    parser.add_argument("--naive", type=int, default=60, help="files for the straightforward loop")
    parser.add_argument("--office", type=int, default=60, help="files that LibreOffice types")
    options = parser.parse_args()
    gc.set_threshold(OBJECTS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox, many = folder / "inbox", folder / "many"
        inbox.mkdir()
        many.mkdir()
        saved_by = make_reports(inbox, options.files, min(options.office, options.files))
        files = sorted(inbox.glob("*.xlsx"))
        for number in range(options.many):
            data = varied(files[number % len(files)].read_bytes(), 10**6 + number)
            (many / f"{number:05}.xlsx").write_bytes(data)
        size = sum(file.stat().st_size for file in files) / len(files) / 1000
        print(f"{len(files)} reports of five plans, {size:.0f} kB each, saved by {saved_by}\n")
        print_table(measured(files, many, folder / "out", options.naive))


Row = tuple[str, str, str]


def measured(files: list[Path], many: Path, out: Path, naive_files: int) -> Iterator[Row]:
    """The rows of the table: what, how much, and against the straightforward loop.

    The loop and the judging are measured before and after all else, and the lesser counts: others
    may be at work on the machine.
    """
    inbox, count, many_count = files[0].parent, len(files), len(list(many.iterdir()))
    straightforward(files[:5])
    judging_only(files[:5])
    loops = [process_cpu(lambda: straightforward(files[:naive_files]))]
    judgings = [process_cpu(lambda: judging_only(files))]
    one = batch_cost(inbox, out / "one", "--workers", "1", "--no-register")
    two = batch_cost(inbox, out / "two", "--workers", "2", "--no-register")
    large = batch_cost(many, out / "many", "--workers", "2", "--no-register")
    kept = batch_cost(inbox, out / "kept", "--workers", "2")
    large_kept = batch_cost(many, out / "large", "--workers", "2")
    loops.append(process_cpu(lambda: straightforward(files[:naive_files])))
    judgings.append(process_cpu(lambda: judging_only(files)))
    naive, fast = min(loops) / naive_files, min(judgings) / count
    yield "straightforward loop, CPU per file", f"{naive * 1000:.1f} ms", ""
    yield "judging, CPU per file", f"{fast * 1000:.1f} ms", f"{naive / fast:.0f} times less"
    for what, cost, number in (
        (f"overview, {count} files", one, count),
        (f"overview, {many_count} files", large, many_count),
        (f"all it writes, {count} files", kept, count),
        (f"all it writes, {many_count} files", large_kept, many_count),
    ):
        each = cost.cpu / number
        times = f"{naive / each:.0f} times less"
        yield f"rp batch with {what}, CPU per file", f"{each * 1000:.1f} ms", times
    start_up = (one.cpu * many_count - large.cpu * count) / (many_count - count)
    yield "of that, once a run", f"{start_up:.2f} s", f"{start_up / count * 1000:.1f} ms a file"
    yield "rp batch, clock, one worker", f"{one.wall:.1f} s", ""
    yield "rp batch, clock, two workers", f"{two.wall:.1f} s", f"{one.wall / two.wall:.2f} times"
    used = large.cpu / large.wall
    yield f"rp batch, clock, {many_count} files", f"{large.wall:.1f} s", f"{used:.2f} cores busy"
    yield f"peak memory, {count} files", f"{kept.peak_mb:.0f} MB", ""
    yield f"peak memory, {many_count} files", f"{large_kept.peak_mb:.0f} MB", ""
    yield "rp validate, one file, CPU", f"{command_cost('validate', str(files[0])).cpu:.2f} s", ""
    yield "rp --help, CPU", f"{command_cost('--help').cpu * 1000:.0f} ms", ""


def batch_cost(inbox: Path, out: Path, *options: str) -> Cost:
    """What judging a folder costs; what it writes goes into a new folder."""
    return command_cost("batch", str(inbox), "--out", str(out), *options)


def print_table(rows: Iterable[Row]) -> None:
    """Each row as it is measured."""
    for what, value, ratio in rows:
        print(f"{what:<52}  {value:>10}  {ratio}", flush=True)


if __name__ == "__main__":
    main()
