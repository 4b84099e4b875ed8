"""An inbox: how each entry came, and what is read of it, whatever becomes of the workers."""

import hashlib
import os

from department.inbox import Entry, read_entry
from department.workers import Workers
from tests.department.judged_files import NOON, verdicts_on
from tests.department.register.records import a_receipt
from tests.department.traps import DIES, EATS, FAILS, HANGS, read_trapped
from workbooks.reading.archive import Limits, within


def test_a_file_is_known_by_its_bytes(tmp_path):
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"indhold")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    came = read_entry(path, "rapport.xlsx").receipt
    assert came.digest == hashlib.sha256(b"indhold").hexdigest()
    assert (came.size, came.received) == (7, NOON)
    gone = read_entry(tmp_path / "væk", "væk").receipt
    assert (gone.digest, gone.size) == ("", 0)


def test_a_file_that_was_not_read_to_its_end_has_no_digest(tmp_path):
    (tmp_path / "stor.xlsx").write_bytes(b"0123456789")
    with within(Limits(file=4)):
        came = read_entry(tmp_path / "stor.xlsx", "stor.xlsx").receipt
    assert (came.digest, came.size) == ("", 10)


REASONS = {
    HANGS: "den tog for lang tid",
    EATS: "den brugte for meget hukommelse",
    DIES: "læseren gik ned",
    FAILS: "læseren gik ned (RecursionError",
}


def test_a_file_that_stops_its_worker_is_told_and_its_neighbours_are_read():
    names = ["først.txt", *REASONS, "sidst.txt"]
    entries = [Entry(a_receipt(name), b"et brev") for name in names]

    with Workers(2, Limits(seconds=3)) as workers:
        verdicts = verdicts_on(entries, workers, read_trapped)

    assert [verdict.file for verdict in verdicts] == names
    codes = [[each.code for each in verdict.findings] for verdict in verdicts]
    assert codes == [["RP-102"], *[["RP-109"]] * 4, ["RP-102"]]
    for verdict in verdicts[1:-1]:
        assert REASONS[verdict.file] in verdict.findings[0].message()
