"""A run registers: each file once, each judgement that is news, and nothing is ever lost.

In a folder as in PostgreSQL, where the originals lie in the database too.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import click
import pytest
from sqlalchemy import text

from department.record import Summary
from department.register.address import Address, address_of, folder_address
from department.register.opening import reading, register_for_batch, writing
from department.register.store import Judgement
from tests.department.register.records import (
    ARRIVED,
    a_record,
    data_of,
    fill,
    originals,
    register_files,
)
from tests.department.register.server import fresh_database, programs, server
from tests.hosts.requirement import require_host

RECORDS = [a_record(f"{number}.xlsx") for number in range(5)]


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    found = programs()
    require_host("PostgreSQL is not installed" if found is None else None)
    with server(found) as url:
        yield url


@pytest.fixture(params=["folder", "postgresql"])
def address(request, tmp_path) -> Address:
    """Where there is no register yet."""
    if request.param == "folder":
        return folder_address(tmp_path / "register")
    return address_of(fresh_database(request.getfixturevalue("postgresql")), "da")


def judgements(address: Address) -> dict[Summary, list[Judgement]]:
    """What was judged of every file."""
    with reading(address, "da") as register:
        return {each: register.judgements(each) for each in register.summaries()}


def test_what_was_registered_is_read_back_as_it_was(address):
    with pytest.raises(click.ClickException, match="Der er intet register"), reading(address, "da"):
        pass
    register_files(address, RECORDS)
    with reading(address, "da") as register:
        summaries = register.summaries()
        assert summaries == [each.summary for each in RECORDS]
        for summary, record in zip(summaries, RECORDS, strict=True):
            assert register.open(summary) == record
            assert register.original(summary) == data_of(summary.file)
        assert (register.original_path(summary) is None) == (address.folder is None)


def test_a_register_without_the_expected_total_is_read_and_goes_on(address):
    before, after = a_record("før.xlsx"), a_record("efter.xlsx")
    with writing(address, "da") as register:
        fill(register, [before])
        register.connection.execute(text("ALTER TABLE judgements DROP COLUMN expected"))
        register.connection.commit()

    assert list(judgements(address)) == [replace(before.summary, expected=None)]
    register_files(address, [after], "/en anden")
    assert [each.expected for each in judgements(address)] == [None, after.summary.expected]


def test_a_register_that_is_thrown_away_keeps_no_originals():
    with register_for_batch(None, "da") as register:
        fill(register, RECORDS)
        assert len(register.summaries()) == len(RECORDS)
        assert originals(register.address.folder) == {}
    assert not register.address.folder.exists()


def test_the_same_folder_again_changes_nothing(address):
    register_files(address, RECORDS)
    before = judgements(address)
    register_files(address, RECORDS)
    later = ARRIVED + timedelta(days=3)
    register_files(address, [a_record(each.summary.file, received=later) for each in RECORDS])
    assert judgements(address) == before
    assert [len(each) for each in before.values()] == [1] * len(RECORDS)


def test_another_judgement_is_added_and_the_former_stays(address):
    record = a_record("rapport.xlsx")
    again = replace(record, findings=(), summary=replace(record.summary, warnings=0))
    register_files(address, [record])
    (first,) = judgements(address).values()
    register_files(address, [again])
    (both,) = judgements(address).values()
    assert (both[:1], len(both)) == (first, 2)
    with reading(address, "da") as register:
        assert register.open(register.summaries()[0]) == again
    register_files(address, [record])
    assert [len(each) for each in judgements(address).values()] == [3]


def test_what_has_no_bytes_is_kept_too(address):
    register_files(address, [a_record("rør.xlsx", plan_id=None, digest="", size=0)])
    assert [each.file for each in judgements(address)] == ["rør.xlsx"]


def test_files_of_an_earlier_run_come_first_whatever_their_dates(address):
    month_later = ARRIVED + timedelta(days=30)
    late = a_record("sen.xlsx", period_id="Q4", received=month_later, submitted=None)
    register_files(address, [late])
    register_files(address, [a_record("tidlig.xlsx", submitted=None)], "/en anden indbakke")
    assert [each.file for each in judgements(address)] == ["sen.xlsx", "tidlig.xlsx"]
    with reading(address, "da") as register:
        assert [row.file.file for row in register.rows()] == ["sen.xlsx", "tidlig.xlsx"]


def test_a_second_run_says_why_it_does_not_write_and_a_reader_need_not_wait(address, capsys):
    with writing(address, "da"):
        assert judgements(address) == {}
        with (
            pytest.raises(click.ClickException, match="En anden kørsel skriver stadig"),
            writing(address, "da", patience=0.1),
        ):
            pass
    assert "En anden kørsel skriver i registret" in capsys.readouterr().err
