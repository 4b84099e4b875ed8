"""The same register in PostgreSQL: originals and all in one database, one writer at a time."""

from collections.abc import Iterator

import click
import pytest

from department.register.address import Address, address_of
from department.register.opening import reading, writing
from department.register.run import Run
from tests.department.register.records import a_receipt, a_record, data_of, registered
from tests.department.register.server import programs, server
from tests.hosts.requirement import require_host

FILES = [f"{number}.xlsx" for number in range(5)]


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[Address]:
    found = programs()
    require_host("PostgreSQL is not installed" if found is None else None)
    assert found is not None
    with server(tmp_path_factory.mktemp("server"), found) as url:
        yield address_of(url, "da")


@pytest.fixture
def filled(address) -> Address:
    with writing(address, "da") as register:
        run = Run(register, "/indbakke")
        for file in FILES:
            run.receive(a_receipt(file), data_of(file))
        for each in run.received:
            run.judge(registered(a_record(each.file), each))
        run.finish()
    return address


def test_an_empty_database_is_no_register_yet(address):
    with pytest.raises(click.ClickException, match="Der er intet register"), reading(address, "da"):
        pass


def test_it_gives_back_what_it_got(filled):
    with reading(filled, "da") as register:
        summaries = register.summaries()
        assert summaries == [a_record(file).summary for file in FILES]
        assert register.open(summaries[0]) == a_record(FILES[0])
        assert register.original(summaries[0]) == data_of(FILES[0])
        assert register.original_path(summaries[0]) is None


def test_again_changes_nothing(filled):
    with reading(filled, "da") as register:
        (before, *_) = register.summaries()
        judgements = register.judgements(before)
    with writing(filled, "da") as register:
        run = Run(register, "/indbakke")
        run.receive(a_receipt(FILES[0]), data_of(FILES[0]))
        run.judge(registered(a_record(FILES[0]), run.received[0]))
        run.finish()
    with reading(filled, "da") as register:
        assert len(register.summaries()) == len(FILES)
        assert register.judgements(before) == judgements


def test_a_second_run_says_why_it_does_not_write(filled):
    with (
        writing(filled, "da"),
        pytest.raises(click.ClickException, match="En anden kørsel"),
        writing(filled, "da", patience=0.1),
    ):
        pass


def test_a_server_that_does_not_answer_is_said_plainly():
    address = address_of("postgresql://anne:hemmelig@127.0.0.1:1/db", "da")
    with pytest.raises(click.ClickException) as refused, reading(address, "da"):
        pass
    assert "svarer med en fejl" in refused.value.format_message()
    assert "hemmelig" not in refused.value.format_message()
