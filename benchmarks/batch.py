"""What judging a folder costs, against the straightforward loop, in one run.

    python benchmarks/batch.py [--files 300] [--many 3000]

The files are reports of all five plans, some typed and saved by LibreOffice as received ones are,
the others made of those with other texts (`benchmarks/received.py`; without LibreOffice all are the
builder's, and the table says so). Figures are CPU time, which a noisy machine disturbs less than
the clock; the ratios are taken within this one run.
"""

from __future__ import annotations

import argparse
import os
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

RP = [
    sys.executable,
    "-c",
    "import atexit, sys; from department.cli import main;"
    "status = lambda: next(line for line in open('/proc/self/status') if 'VmHWM' in line);"
    "atexit.register(lambda: print(status().split()[1], file=sys.stderr)); main()",
]
"""`rp`, which then tells its own peak in kB: what the system accounts counts its parent's too."""


REPEATS = 4
LOOP_REPEATS = 2
"""How often something is measured. The loop takes half a minute."""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds with its workers, the clock, the main process's peak."""

    cpu: float
    wall: float
    peak_mb: float


def command_cost(*arguments: str, cores: int | None = None) -> Cost:
    """Run `rp` (on so many cores) and account for it."""
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(everywhere)[:cores])
    started = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*RP, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    wall = time.perf_counter() - started
    os.sched_setaffinity(0, everywhere)
    return Cost(_children_since(before), wall, int(done.stderr.split()[-1]) / 1024)


def _children_since(before: resource.struct_rusage) -> float:
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def process_cpu(task: Callable[[], object]) -> float:
    """CPU seconds of a task in this process."""
    started = time.process_time()
    task()
    return time.process_time() - started


def loop_cost(folder: Path) -> float:
    """CPU seconds of the straightforward program on a folder."""
    code = "import sys; from benchmarks import straightforward; straightforward.main(sys.argv[1])"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True)
    return _children_since(before)


def judging_only(files: list[Path]) -> None:
    """Read, pack, unpack and judge, in this process, without overview or JSON."""
    from department.inbox import read_entry, read_waiting
    from validators.verdict import judge

    waiting = [read_waiting(read_entry(file, file.name)) for file in files]
    judge([each.report() for each in waiting])


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--many", type=int, default=3000)
    parser.add_argument("--office", type=int, default=60, help="files that LibreOffice types")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox, many = folder / "inbox", folder / "many"
        inbox.mkdir()
        many.mkdir()
        # Modules are compiled once, as where the program is installed.
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        saved_by = make_reports(inbox, options.files, min(options.office, options.files))
        files = sorted(inbox.glob("*.xlsx"))
        for number in range(options.many):
            data = varied(files[number % len(files)].read_bytes(), 10**6 + number)
            (many / f"{number:05}.xlsx").write_bytes(data)
        size = sum(file.stat().st_size for file in files) / len(files) / 1000
        print(f"{len(files)} reports of five plans, {size:.0f} kB each, saved by {saved_by}\n")
        print_table(measured(files, many, folder / "out"))


Row = tuple[str, str, str]


def measured(files: list[Path], many: Path, out: Path) -> Iterator[Row]:
    """The rows of the table: what, how much, and against the straightforward loop.

    Others may be at work on the machine: all but the large batches is measured several times, and
    the least counts. Work is compared with work: what is done for each file with what the loop does
    for it, the whole of a batch with the whole of the program.
    """
    inbox, count, many_count = files[0].parent, len(files), len(list(many.iterdir()))
    empty = out / "empty"
    empty.mkdir(parents=True)
    judging_only(files[:5])
    starts, loops, judgings, batches, nothings = [], [], [], [], []
    for turn in range(REPEATS):
        starts.append(loop_cost(empty))
        judgings.append(process_cpu(lambda: judging_only(files)))
        batches.append(batch_cost(inbox, out / f"batch{turn}"))
        nothings.append(batch_cost(empty, out / f"nothing{turn}"))
        if turn < LOOP_REPEATS:
            loops.append(loop_cost(inbox))
    large = batch_cost(many, out / "large")
    on_one = batch_cost(many, out / "on_one", cores=1)
    start, program = min(starts), min(loops)
    loop, fast = (program - start) / count, min(judgings) / count
    batch, nothing = min(each.cpu for each in batches), min(each.cpu for each in nothings)
    yield "straightforward loop, CPU per file", f"{loop * 1000:.1f} ms", ""
    yield "what starting it takes", f"{start:.2f} s", ""
    yield "judging, CPU per file", f"{fast * 1000:.1f} ms", less(loop, fast)
    each = (batch - nothing) / count
    yield "rp batch with all it writes, CPU per file", f"{each * 1000:.1f} ms", less(loop, each)
    yield "rp batch of no file", f"{nothing:.2f} s", ""
    yield f"rp batch of {count} files, all in all", f"{batch:.2f} s", less(program, batch)
    program = start + loop * many_count
    all_in_all = f"{large.cpu:.1f} s", less(program, large.cpu)
    yield f"rp batch of {many_count} files, all in all", *all_in_all
    yield "its clock on one core", f"{on_one.wall:.1f} s", ""
    faster = f"{on_one.wall / large.wall:.2f} times faster"
    yield f"its clock on {os.cpu_count()} cores", f"{large.wall:.1f} s", faster
    yield f"peak memory, {count} files", f"{max(each.peak_mb for each in batches):.0f} MB", ""
    yield f"peak memory, {many_count} files", f"{large.peak_mb:.0f} MB", ""
    one_file = min(command_cost("validate", str(files[0])).cpu for _ in range(REPEATS))
    yield "rp validate, one file, CPU", f"{one_file:.2f} s", ""
    help_cost = min(command_cost("--help").cpu for _ in range(REPEATS))
    yield "rp --help, CPU", f"{help_cost * 1000:.0f} ms", ""


def less(loop: float, ours: float) -> str:
    """How many times less ours is."""
    return f"{loop / ours:.1f} times less"


def batch_cost(inbox: Path, out: Path, *options: str, cores: int | None = None) -> Cost:
    """What judging a folder costs; what it writes goes into a new folder."""
    return command_cost("batch", str(inbox), "--out", str(out), *options, cores=cores)


def print_table(rows: Iterable[Row]) -> None:
    """Each row as it is measured."""
    for what, value, ratio in rows:
        print(f"{what:<52}  {value:>10}  {ratio}", flush=True)


if __name__ == "__main__":
    main()
