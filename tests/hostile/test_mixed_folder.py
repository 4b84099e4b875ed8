"""A folder of good and hostile files: each has its verdict, the good ones as if alone.

`RP_MIXED=1000,50` runs it with so many good and hostile files instead of the few of every day.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from subprocess import run

import pytest

from resultatplan.library import built_in_plans
from tests.hostile.folder import THINGS
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original
from tests.validators.damage import Content
from tests.validators.reports import SOCIAL, Where, complete_report, judge_file, report
from workbooks.form import Column, Field

GOOD, HOSTILE = (int(each) for each in os.environ.get("RP_MIXED", "200,20").split(","))
MEGABYTES = 300
_MEASURED = """
import json, resource, sys
from department.cli import run
code = run(sys.argv[1:])
# getrusage would count the test runner, which this process was forked from, as its own.
own = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
peak = [int(own) // 1024, worker // 1024]
print(json.dumps({"code": code, "peak": peak}), file=sys.stderr)
"""


def _good(number: int) -> bytes:
    """A good report: of each plan in turn, some with a result of their own."""
    plan = built_in_plans()[number % len(built_in_plans())]
    if plan.id != SOCIAL:
        return complete_report(plan.id, plan.reporting.periods[-1].id)
    changes: dict[Where, Content] = {
        ("1.1.a", Column.RESULT): 40 + number % 30,
        ("1.1.a", Column.EXPLANATION): "Se notat",
        Field.PREPARED_BY: f"Medarbejder {number}",
    }
    return report(changes)


def _hostile() -> list[bytes]:
    """So many of the variants, spread over the subjects; the largest are tested elsewhere."""
    small = [variant for variant in VARIANTS if variant.subject != "sizes"]
    step = max(len(small) // HOSTILE, 1)
    return [variant.make() for variant in small[::step]][:HOSTILE]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blandet") / "ind"
    folder.mkdir()
    for number in range(GOOD):
        (folder / f"{number:04} god.xlsx").write_bytes(_good(number))
    for number, data in enumerate(_hostile()):
        between = number * GOOD // HOSTILE
        (folder / f"{between:04} x fjendtlig {number}.xlsx").write_bytes(data)
    for thing in THINGS:
        thing.put_in(folder)
    return folder


@pytest.fixture(scope="module")
def judged(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict], dict]:
    out = tmp_path_factory.mktemp("ud")
    command = [sys.executable, "-c", _MEASURED, "batch", inbox, "--out", out, "--json"]
    done = run(command, capture_output=True, text=True, timeout=1_200)
    return json.loads(done.stdout)["reports"], json.loads(done.stderr.splitlines()[-1])


def test_every_entry_has_one_verdict_in_its_order(
    inbox: Path, judged: tuple[list[dict], dict]
) -> None:
    names = sorted(os.listdir(os.fsencode(inbox)))

    assert len(names) == GOOD + HOSTILE + len(THINGS) + 1
    assert [each["file"] for each in judged[0]] == [
        os.fsdecode(name).encode("utf-8", "backslashreplace").decode() for name in names
    ]


def test_the_good_ones_are_judged_as_if_alone(inbox: Path, judged: tuple[list[dict], dict]) -> None:
    together = {each["file"]: each for each in judged[0]}
    for number in range(0, GOOD, max(GOOD // 40, 1)):
        name = f"{number:04} god.xlsx"
        alone = judge_file(name, (inbox / name).read_bytes())
        assert alone.evaluation is not None
        assert together[name]["accepted"] == alone.accepted, name
        assert together[name]["score"]["secured"] == alone.evaluation.score.secured, name


def test_all_good_ones_are_accepted(judged: tuple[list[dict], dict]) -> None:
    good = [each for each in judged[0] if each["file"].endswith(" god.xlsx")]

    assert len(good) == GOOD
    assert [each["file"] for each in good if not each["accepted"]] == []


def test_memory_stays_within_bounds(judged: tuple[list[dict], dict]) -> None:
    assert judged[1]["code"] == 0
    assert max(judged[1]["peak"]) < MEGABYTES


def test_the_original_is_good() -> None:
    assert judge_file("god.xlsx", original()).accepted
