"""What the desk costs over a large register: `rp status`, the list, the overview, the export.

    python benchmarks/register.py [--reports 6000] [--plans 100]

The plans are Socialstyrelsen's of 2020 under other names; the records are those of real reports,
resubmitted until there are enough. Figures are CPU time with all imports, a command at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from department.record import Receipt, ReportRecord, record_of  # noqa: E402
from department.register.address import folder_address  # noqa: E402
from department.register.opening import writing  # noqa: E402
from department.register.run import Run  # noqa: E402
from resultatplan.library import BUILT_IN, plan_by_id  # noqa: E402
from validators.report import read_report  # noqa: E402
from validators.verdict import judge  # noqa: E402
from workbooks.form import Layout  # noqa: E402
from workbooks.template.build import build_template  # noqa: E402
from workbooks.values_file import inputs_of, read_values  # noqa: E402

MODEL = "socialstyrelsen-2020"
TODAY = "2020-11-15"
RP = [sys.executable, "-c", "import sys; from department.cli import main; main(sys.argv[1:])"]


def write_plans(folder: Path, count: int) -> list[str]:
    """The model under so many other names."""
    folder.mkdir()
    text = (BUILT_IN / f"{MODEL}.toml").read_text("utf-8")
    ids = [f"styrelse-{number:04}-2020" for number in range(count)]
    for number, plan_id in enumerate(ids):
        own = text.replace(f'id = "{MODEL}"', f'id = "{plan_id}"')
        own = own.replace('institution = "Socialstyrelsen"', f'institution = "Styrelse {number}"')
        (folder / f"{plan_id}.toml").write_text(own, "utf-8")
    return ids


def model_records() -> list[ReportRecord]:
    """The records of the model's four reports, as the examples fill them in."""
    plan = plan_by_id(MODEL)
    if plan is None:
        raise LookupError(MODEL)
    files = sorted((ROOT / "examples" / "values").glob(f"{MODEL}-*.json"))
    layout = Layout(plan)
    examined = [
        read_report(each.name, build_template(plan, inputs_of(layout, read_values(each))))
        for each in files
    ]
    day = datetime(2020, 10, 1)
    return [record_of(each, Receipt(each.file, "", 0, day)) for each in judge(examined)]


def records(ids: list[str], count: int) -> Iterator[tuple[ReportRecord, bytes]]:
    """So many reports, in rounds over all plans and periods."""
    models = model_records()
    for number in range(count):
        model = models[number // len(ids) % len(models)]
        plan_id = ids[number % len(ids)]
        data = f"rapport {number}".encode()
        summary = replace(
            model.summary,
            file=f"{plan_id} {number}.xlsx",
            digest=hashlib.sha256(data).hexdigest(),
            size=len(data),
            received=datetime(2020, 4, 1) + timedelta(minutes=number),
            plan_id=plan_id,
            institution=f"Styrelse {number % len(ids)}",
        )
        yield replace(model, summary=summary), data


def fill(folder: Path, ids: list[str], count: int) -> float:
    """Register the reports; the CPU seconds it took."""
    started = time.process_time()
    with writing(folder_address(folder), "da") as register:
        run = Run(register, "benchmark")
        waiting = []
        for record, data in records(ids, count):
            summary = record.summary
            run.receive(summary, data)
            waiting.append(summary)
        for receipt, (record, _) in zip(run.received, records(ids, count), strict=True):
            run.judge(replace(record, summary=replace(record.summary, number=receipt.number)))
        run.finish()
    return time.process_time() - started


def cost(plans: Path, *arguments: object) -> float:
    """The CPU seconds of an `rp` command."""
    before = os.times()
    environment = {**os.environ, "RP_PLANS": str(plans)}
    command = [*RP, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=6000)
    parser.add_argument("--plans", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        register, plans = folder / "register", folder / "plans"
        ids = write_plans(plans, options.plans)
        seconds = fill(register, ids, options.reports)
        size = (register / "register.sqlite").stat().st_size / 1e6
        print(f"{options.reports} reports of {options.plans} plans: {size:.0f} MB")
        print(f"{'registering':<22}{seconds:>7.2f} s  ({seconds / options.reports * 1e3:.2f} ms)")
        at = ("--register", register, "--today", TODAY)
        for what, command in (
            ("rp status", ("status", *at)),
            ("rp status --json", ("status", "--json", *at)),
            ("rp register list", ("register", "list", "--register", register)),
            ("rp batch (empty inbox)", ("batch", _empty(folder), "--out", folder / "ud", *at)),
        ):
            print(f"{what:<22}{cost(plans, *command):>7.2f} s")


def _empty(folder: Path) -> Path:
    """An empty inbox: a batch then writes the overview of what is registered."""
    inbox = folder / "indbakke"
    inbox.mkdir()
    return inbox


if __name__ == "__main__":
    main()
