"""A folder of good reports, hostile files and things that are no files: each has its verdict.

The good ones are judged as if alone, and nothing is followed, waited for or changed.
`RP_MIXED=1000,50` has so many good and hostile files instead of the few of every day.
"""

import json
import os
import socket
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from subprocess import run

import pytest

from department.inbox import printable, read_entry
from resultatplan.library import built_in_plans
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original
from tests.validators.reports import SOCIAL, complete_report, judge_file, report
from workbooks.form import Column
from workbooks.reading.files import NoFileError, read_file

GOOD, HOSTILE = (int(each) for each in os.environ.get("RP_MIXED", "30,15").split(","))
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


@dataclass(frozen=True)
class Thing:
    """Something in a folder, and the code of the verdict on it; None for an accepted report."""

    name: bytes
    make: Callable[[Path], None]
    code: str | None

    @property
    def printed(self) -> str:
        return printable(os.fsdecode(self.name))


def _report(path: Path) -> None:
    path.write_bytes(original())


def _link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_a_report(path: Path) -> None:
    target = path.parent.with_name("mål for link")
    target.mkdir(exist_ok=True)
    _report(target / "rapport.xlsx")
    path.symlink_to(target / "rapport.xlsx")


def _socket(path: Path) -> None:
    # The path of a socket must be short: it is bound from its own folder.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.chdir(here)


def _larger_than_the_limit(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60 * 1024 * 1024)


def _lock(path: Path) -> None:
    path.write_bytes(b"\x05Anne")


REFUSED, PASSED_OVER, TOO_LARGE = "RP-106", "RP-105", "RP-107"
THINGS = (
    Thing(b"pipe.xlsx", os.mkfifo, REFUSED),
    Thing(b"link til nul.xlsx", _link_to_zeros, REFUSED),
    Thing(b"link til intet.xlsx", lambda path: path.symlink_to("/findes/ikke"), REFUSED),
    Thing(b"link til rapport.xlsx", _link_to_a_report, REFUSED),
    Thing(b"link til sig selv.xlsx", lambda path: path.symlink_to(path), REFUSED),
    Thing(b"stik.xlsx", _socket, REFUSED),
    Thing(b"mappe.xlsx", Path.mkdir, PASSED_OVER),
    Thing(b"~$rapport.xlsx", _lock, PASSED_OVER),
    Thing(b".~lock.rapport.xlsx#", _lock, PASSED_OVER),
    Thing(b"Thumbs.db", _lock, PASSED_OVER),
    Thing(b"stor.xlsx", _larger_than_the_limit, TOO_LARGE),
    Thing(b"m\xe5l i latin-1.xlsx", _report, None),
    Thing(b"ingen endelse", _report, None),
    Thing(b"-rf.xlsx", _report, None),
    Thing(b"to\nlinjer.xlsx", _report, None),
    Thing(b"\x1b[31mr\xc3\xb8d.xlsx", _report, None),
    Thing(b"=cmd|'!A0.xlsx", _report, None),
    Thing(b"[bold red]markup[.xlsx", _report, None),
    Thing("bagl\u202exslx.exe".encode(), _report, None),
    Thing(b"$(reboot)`reboot`.xlsx", _report, None),
    Thing(b"x" * 250 + b".xlsx", _report, None),
)


def _good(number: int) -> bytes:
    """A good report: of each plan in turn, one plan's with a result of their own."""
    plan = built_in_plans()[number % len(built_in_plans())]
    if plan.id == SOCIAL:
        return report({("1.1.a", Column.RESULT): 60 + number})
    return complete_report(plan.id, plan.reporting.periods[-1].id)


def _hostile() -> list[bytes]:
    """So many of the variants, spread over the subjects; the largest are tested elsewhere."""
    small = [variant for variant in VARIANTS if variant.subject != "sizes"]
    step = max(len(small) // HOSTILE, 1)
    return [variant.make() for variant in small[::step]][:HOSTILE]


@dataclass(frozen=True)
class Judged:
    """A folder, how it looked before it was judged, its reports by file, the process's peaks."""

    folder: Path
    before: dict[str, tuple[int, int, int]]
    reports: dict[str, dict]
    code: int
    peak: list[int]


@pytest.fixture(scope="module")
def judged(tmp_path_factory) -> Judged:
    folder = tmp_path_factory.mktemp("blandet") / "ind"
    folder.mkdir()
    for number in range(GOOD):
        (folder / f"{number:04} god.xlsx").write_bytes(_good(number))
    for number, data in enumerate(_hostile()):
        between = number * GOOD // HOSTILE
        (folder / f"{between:04} x fjendtlig {number}.xlsx").write_bytes(data)
    for thing in THINGS:
        thing.make(folder / os.fsdecode(thing.name))
    before = _seen(folder)
    command = [sys.executable, "-c", _MEASURED, "batch", folder, "--json"]
    command += ["--out", tmp_path_factory.mktemp("ud")]
    done = run(command, capture_output=True, text=True, timeout=1_200)
    assert done.stdout, done.stderr
    reports = {each["file"]: each for each in json.loads(done.stdout)["reports"]}
    return Judged(folder, before, reports, **json.loads(done.stderr.splitlines()[-1]))


def _seen(folder: Path) -> dict[str, tuple[int, int, int]]:
    looks = {path.name: path.lstat() for path in folder.iterdir()}
    return {
        name: (stat.S_IFMT(look.st_mode), look.st_size, look.st_mtime_ns)
        for name, look in looks.items()
    }


def test_every_entry_has_one_verdict_in_its_order_and_the_good_ones_are_accepted(judged):
    names = [os.fsdecode(name) for name in sorted(os.listdir(os.fsencode(judged.folder)))]
    good = [each for name, each in judged.reports.items() if name.endswith(" god.xlsx")]

    assert len(names) == GOOD + HOSTILE + len(THINGS)
    assert list(judged.reports) == [printable(name) for name in names]
    assert len(good) == GOOD
    assert [each["file"] for each in good if not each["accepted"]] == []
    assert judged.code == 0
    assert max(judged.peak) < MEGABYTES


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.printed)
def test_a_thing_gets_its_verdict(thing, judged):
    findings = judged.reports[thing.printed]["findings"]
    codes = {each["code"] for each in findings if each["severity"] == "error"}

    assert codes == ({thing.code} if thing.code in (REFUSED, TOO_LARGE) else set())
    assert thing.code is None or thing.code in {each["code"] for each in findings}


def test_the_good_ones_are_judged_as_if_alone(judged):
    for number in range(0, GOOD, max(GOOD // 12, 1)):
        name = f"{number:04} god.xlsx"
        alone = judge_file(name, (judged.folder / name).read_bytes())
        assert alone.accepted, name
        assert judged.reports[name]["score"]["secured"] == alone.evaluation.score.secured, name


def test_nothing_in_the_folder_is_changed(judged):
    assert _seen(judged.folder) == judged.before


def test_what_vanished_is_told(tmp_path):
    assert read_entry(tmp_path / "væk.xlsx", "væk.xlsx").finding.code == REFUSED


@pytest.mark.parametrize("becomes", [_link_to_zeros, os.mkfifo])
def test_a_file_that_becomes_something_else_while_it_is_looked_at(becomes, tmp_path, monkeypatch):
    good = tmp_path / "rapport.xlsx"
    _report(good)
    look = os.lstat(good)
    good.unlink()
    becomes(good)
    monkeypatch.setattr(Path, "lstat", lambda self: look)

    with pytest.raises(NoFileError):
        read_file(good)
