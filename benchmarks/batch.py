"""What judging a folder costs, against the straightforward loop, in one run.

    python benchmarks/batch.py [--files 300] [--many 3000]

The files are reports of all five plans, filled in and saved by LibreOffice as received ones are
(without LibreOffice: written by the builder, and the table says so). Figures are CPU time, which
a noisy machine disturbs less than the clock; the ratios are taken within this one run.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RP = [
    sys.executable,
    "-c",
    "import sys; from department.cli import run; run(sys.argv[1:]);"
    "print(next(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line),"
    " file=sys.stderr)",
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


def make_reports(folder: Path, count: int) -> str:
    """Write `count` received-like reports; says who saved them."""
    from resultatplan.library import built_in_plans
    from tests.hosts.libreoffice import LibreOffice
    from workbooks.layout import Sheet
    from workbooks.template.build import build_template

    plans = built_in_plans()
    chance = random.Random(1)
    templates = {plan.id: folder / f"{plan.id}.skabelon" for plan in plans}
    for plan in plans:
        templates[plan.id].write_bytes(build_template(plan))
    without = LibreOffice.available()
    if without is not None:
        for number in range(count):
            plan = plans[number % len(plans)]
            (folder / f"{number:05}.xlsx").write_bytes(templates[plan.id].read_bytes())
        return "openpyxl (no LibreOffice here)"
    with LibreOffice() as office:
        for number in range(count):
            plan = plans[number % len(plans)]
            with office.open(templates[plan.id]) as document:
                for sheet, cells in _typed(plan, chance).items():
                    document.type_cells(Sheet(sheet), cells)
                document.recalculate()
                document.save_as(folder / f"{number:05}.xlsx")
    for path in templates.values():
        path.unlink()
    return "LibreOffice"


def _typed(plan: object, chance: random.Random) -> dict[str, dict[str, str]]:
    """A plausible final report: every input typed, no two reports alike."""
    from resultatplan.plan import Plan
    from workbooks.inputs import ValueType, input_types
    from workbooks.layout import Column, Field, Layout, Sheet

    assert isinstance(plan, Plan)
    layout = Layout(plan)
    last = plan.reporting.periods[-1]
    texts: dict[ValueType, Callable[[], str]] = {
        ValueType.PERCENT: lambda: f"{chance.randint(60, 100)},{chance.randint(0, 9)}%",
        ValueType.COUNT: lambda: str(chance.randint(10, 200)),
        ValueType.QUANTITY: lambda: f"{chance.randint(1, 170)},{chance.randint(0, 9)}",
        ValueType.AMOUNT: lambda: f"{chance.randint(50, 150)},{chance.randint(0, 99):02}",
        ValueType.DATE: lambda: (
            f"{chance.randint(1, 28):02}-{chance.randint(1, 12):02}-{plan.year}"
        ),
        ValueType.YES_NO: lambda: "Ja",
        ValueType.STATUS: lambda: "Grøn",
        ValueType.TEXT: lambda: f"Bemærkning {chance.randint(1, 10_000)} om delmålet.",
    }
    report: dict[str, str] = {}
    for criterion in plan.criteria:
        for column, value_type in input_types(criterion).items():
            if column not in (Column.DONE, Column.PROVISIONAL) or not criterion.deadline:
                report[layout.report_cell(criterion.key, column)] = texts[value_type]()
        report[layout.report_cell(criterion.key, Column.PROVISIONAL)] = "Nej"
    master = {
        layout.field_cell(Field.PERIOD): last.name,
        layout.field_cell(Field.SUBMITTED): f"10-01-{plan.year + 1}",
        layout.field_cell(Field.PREPARED_BY): "A. Jensen",
        layout.field_cell(Field.APPROVED_BY): "B. Hansen",
    }
    return {Sheet.MASTER: master, Sheet.REPORT: report}


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
    """Read, examine and judge, in this process, without overview or JSON."""
    from department.examination import Entry, examine_entries
    from validators.judging import judge

    packed = examine_entries([Entry(file.name, file.read_bytes()) for file in files])
    counts = [each.counts for each in packed if each.counts is not None]
    judge([each.unpack() for each in packed], "da", counts)


def multiply(folder: Path, files: list[Path], count: int) -> None:
    """Fill a folder with `count` links' worth of copies of the files."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.xlsx").write_bytes(files[number % len(files)].read_bytes())


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--many", type=int, default=3000)
    parser.add_argument("--naive", type=int, default=60, help="files for the straightforward loop")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = folder / "inbox"
        inbox.mkdir()
        saved_by = make_reports(inbox, options.files)
        files = sorted(inbox.glob("*.xlsx"))
        size = sum(file.stat().st_size for file in files) / len(files) / 1000
        print(f"{len(files)} reports of five plans, {size:.0f} kB each, saved by {saved_by}\n")
        report(folder, inbox, files, options)


def report(folder: Path, inbox: Path, files: list[Path], options: argparse.Namespace) -> None:
    """The rows of the table."""
    straightforward(files[:5])
    judging_only(files[:5])
    naive = process_cpu(lambda: straightforward(files[: options.naive])) / options.naive
    fast = process_cpu(lambda: judging_only(files)) / len(files)
    startup = command_cost("--help").cpu
    one = command_cost("validate", str(files[0])).cpu
    whole = command_cost("batch", str(inbox), "--out", str(folder / "out"), "--workers", "1")
    two = command_cost("batch", str(inbox), "--out", str(folder / "out"), "--workers", "2")
    multiply(folder / "many", files, options.many)
    many = command_cost("batch", str(folder / "many"), "--out", str(folder / "out2"))
    rows = [
        ("straightforward loop, CPU per file", f"{naive * 1000:.1f} ms", ""),
        ("judging, CPU per file", f"{fast * 1000:.1f} ms", f"{naive / fast:.0f} times less"),
        (
            "rp batch with overview, CPU per file",
            f"{whole.cpu / len(files) * 1000:.1f} ms",
            f"{naive / (whole.cpu / len(files)):.0f} times less",
        ),
        (
            f"rp batch, {options.many} files, CPU per file",
            f"{many.cpu / options.many * 1000:.1f} ms",
            f"{naive / (many.cpu / options.many):.0f} times less",
        ),
        ("rp batch, clock, one worker", f"{whole.wall:.1f} s", ""),
        ("rp batch, clock, two workers", f"{two.wall:.1f} s", f"{whole.wall / two.wall:.2f} times"),
        (f"peak memory, {len(files)} files", f"{whole.peak_mb:.0f} MB", ""),
        (f"peak memory, {options.many} files", f"{many.peak_mb:.0f} MB", ""),
        ("rp validate, one file, CPU", f"{one:.2f} s", ""),
        ("rp --help, CPU", f"{startup * 1000:.0f} ms", ""),
    ]
    width = max(len(row[0]) for row in rows)
    for what, value, ratio in rows:
        print(f"{what:<{width}}  {value:>10}  {ratio}")


if __name__ == "__main__":
    main()
