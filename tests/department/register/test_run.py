"""A run registers: each file once, each judgement that is news, and nothing is ever lost."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

from department.register.address import folder_address
from department.register.opening import reading, register_for_batch, writing
from department.register.run import Run
from tests.department.register.filling import INBOX, dump, originals, register_files
from tests.department.register.records import ARRIVED, a_receipt, a_record, data_of, registered


def test_what_was_registered_is_read_back_as_it_was(tmp_path):
    record = a_record("rapport.xlsx")
    register_files(tmp_path, [record])

    with reading(folder_address(tmp_path), "da") as register:
        (summary,) = register.summaries()
        assert summary == record.summary
        assert register.open(summary) == record


def test_a_register_without_the_expected_total_is_read_and_goes_on(tmp_path):
    before, after = a_record("før.xlsx"), a_record("efter.xlsx")
    register_files(tmp_path, [before])
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.execute("ALTER TABLE judgements DROP COLUMN expected")

    with reading(folder_address(tmp_path), "da") as register:
        assert register.summaries() == [replace(before.summary, expected=None)]
    register_files(tmp_path, [after], inbox="/en anden")
    with reading(folder_address(tmp_path), "da") as register:
        assert [each.expected for each in register.summaries()] == [None, after.summary.expected]


def test_a_text_that_looks_like_a_date_stays_a_text(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])

    with reading(folder_address(tmp_path), "da") as register:
        criterion = register.open(register.summaries()[0]).criteria["1.1.a"]
    values = {each.column: each.value for each in criterion.inputs}
    assert values["Dokumentation"] == "2020-09-27"
    assert str(type(values["Dato"])) == "<class 'datetime.date'>"


def test_the_original_is_kept_unchanged_under_its_hash(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])

    with reading(folder_address(tmp_path), "da") as register:
        summary = register.summaries()[0]
        assert register.original(summary) == data_of("rapport.xlsx")
    path = tmp_path / "originals" / summary.digest[:2] / f"{summary.digest}.xlsx"
    assert path.read_bytes() == data_of("rapport.xlsx")


def test_a_register_that_is_thrown_away_keeps_no_originals():
    record = a_record("rapport.xlsx")
    with register_for_batch(None, "da") as register:
        assert register.address.folder is not None
        run = Run(register, INBOX)
        run.receive(a_receipt("rapport.xlsx"), data_of("rapport.xlsx"))
        run.judge(registered(record, run.received[0]))
        run.finish()
        assert register.summaries() == [record.summary]
        assert originals(register.address.folder) == {}
    assert not register.address.folder.exists()


def test_the_same_folder_again_changes_nothing(tmp_path):
    records = [a_record(f"{number}.xlsx") for number in range(5)]
    register_files(tmp_path, records)
    before, files = dump(tmp_path), originals(tmp_path)

    register_files(tmp_path, records)
    register_files(tmp_path, records, received=ARRIVED + timedelta(days=3))

    assert dump(tmp_path) == before
    assert originals(tmp_path) == files
    assert len(before["judgements"]) == 5


def test_another_judgement_is_added_and_the_former_stays(tmp_path):
    record = a_record("rapport.xlsx")
    register_files(tmp_path, [record])
    before = dump(tmp_path)
    again = replace(record, findings=(), summary=replace(record.summary, warnings=0))

    register_files(tmp_path, [again])

    after = dump(tmp_path)
    assert after["judgements"][:1] == before["judgements"]
    assert len(after["judgements"]) == 2
    assert after["receipts"] == before["receipts"]
    with reading(folder_address(tmp_path), "da") as register:
        assert register.open(register.summaries()[0]) == again
    register_files(tmp_path, [record])
    assert len(dump(tmp_path)["judgements"]) == 3


def test_the_same_bytes_under_another_name_are_another_receipt_and_one_original(tmp_path):
    data = b"de samme bytes"
    with writing(folder_address(tmp_path), "da") as register:
        run = Run(register, INBOX)
        run.receive(a_receipt("a.xlsx", data), data)
        run.receive(a_receipt("b.xlsx", data), data)
        run.finish()

    assert len(dump(tmp_path)["receipts"]) == 2
    assert list(originals(tmp_path).values()) == [data]


def test_what_has_no_bytes_is_kept_too(tmp_path):
    nothing = replace(a_receipt("rør.xlsx"), digest="", size=0)
    record = a_record("rør.xlsx", plan_id=None, digest="", size=0)
    with writing(folder_address(tmp_path), "da") as register:
        run = Run(register, INBOX)
        run.receive(nothing, None)
        run.judge(registered(record, run.received[0]))
        run.finish()

    with reading(folder_address(tmp_path), "da") as register:
        assert [each.file for each in register.summaries()] == ["rør.xlsx"]
    assert not (tmp_path / "originals").exists()


def test_files_of_an_earlier_run_come_first_whatever_their_dates(tmp_path):
    late = a_record("sen.xlsx", received=ARRIVED + timedelta(days=30), submitted=None)
    early = a_record("tidlig.xlsx", received=ARRIVED, submitted=None)
    register_files(tmp_path, [late], received=ARRIVED + timedelta(days=30))
    register_files(tmp_path, [early], inbox="/en anden indbakke")

    with reading(folder_address(tmp_path), "da") as register:
        assert [each.file for each in register.summaries()] == ["sen.xlsx", "tidlig.xlsx"]
