"""What is in a register's way is said in a plain sentence, and nothing is lost."""

import errno
import os
import socket
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace

import click
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from department.record import Summary
from department.register import opening
from department.register.address import Address, address_of, folder_address, plainly
from department.register.opening import reading, register_for_batch, writing
from tests.department.register.records import a_record, dump, fill, register_files

NEW = "/en ny indbakke"


def sentence(action: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(click.ClickException) as refused:
        action(*arguments)
    message = refused.value.format_message()
    assert "Error" not in message
    assert "sqlite3" not in message
    return message


def read(address: Address) -> list[Summary]:
    with reading(address, "da") as register:
        return register.summaries()


def write(address: Address) -> None:
    with writing(address, "da") as register:
        fill(register, [a_record("ny.xlsx")], NEW)


def no_database(folder):
    (folder / "register.sqlite").write_text("navn;tal\n" * 100)


def another_programs(folder):
    with sqlite3.connect(folder / "register.sqlite") as connection:
        connection.execute("CREATE TABLE kunder (navn TEXT)")


def of_a_newer_program(folder):
    register_files(folder, [a_record("rapport.xlsx")])
    with sqlite3.connect(folder / "register.sqlite") as connection:
        connection.execute("UPDATE register_schema SET version = 99")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (no_database, "er ikke et register"),
        (another_programs, "men ikke et register"),
        (of_a_newer_program, "nyere udgave af rp (format 99, denne kender 1)"),
    ],
)
def test_what_is_no_register_of_this_program_is_left_as_it_is(make, said, tmp_path):
    make(tmp_path)
    before = (tmp_path / "register.sqlite").read_bytes()
    for use in (read, write):
        assert said in sentence(use, folder_address(tmp_path))
    assert (tmp_path / "register.sqlite").read_bytes() == before


def test_where_none_is_the_way_to_one_is_told(tmp_path):
    message = sentence(read, folder_address(tmp_path / "væk"))
    assert message.startswith("Der er intet register i »")
    assert "rp batch" in message
    assert not (tmp_path / "væk").exists()


def test_a_database_that_is_locked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0.1)
    register_files(tmp_path, [a_record("rapport.xlsx")])
    with sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert "låst af et andet program" in sentence(read, folder_address(tmp_path))


def test_a_database_that_cannot_be_opened(tmp_path):
    (tmp_path / "register.sqlite").mkdir()
    assert "at du har adgang til filen" in sentence(read, folder_address(tmp_path))


def test_a_record_that_is_damaged(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.execute("UPDATE judgements SET record = substr(record, 1, 20)")
    with reading(folder_address(tmp_path), "da") as register:
        assert "det er beskadiget" in sentence(register.open, *register.summaries())


def test_a_database_that_may_not_be_written(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])
    usual = folder_address(tmp_path)
    address = replace(usual, url=f"sqlite:///file:{usual.database}?mode=ro&uri=true")
    assert "skrivebeskyttet" in sentence(write, address)
    assert len(dump(tmp_path)["receipts"]) == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "er fuld"), (errno.EROFS, "skrivebeskyttet"), (errno.EIO, "kan ikke skrives")],
)
def test_a_disk_that_does_not_take_the_originals(number, words, tmp_path, monkeypatch):
    register_files(tmp_path, [a_record("før.xlsx")])
    before = dump(tmp_path)

    def refuse(*_: object) -> int:
        raise OSError(number, "afvist")

    with monkeypatch.context() as refusing:
        refusing.setattr(os, "fsync", refuse)
        assert words in sentence(write, folder_address(tmp_path))
    assert not list(tmp_path.rglob(".ny-*"))
    assert dump(tmp_path) == before
    write(folder_address(tmp_path))
    assert len(dump(tmp_path)["judgements"]) == 2


def test_a_folder_of_temporary_files_that_is_full(monkeypatch):
    def refuse(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "afvist")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    said = sentence(register_for_batch(None, "da").__enter__)
    assert said.startswith("Der kan intet skrives i mappen til midlertidige filer: ")


def test_a_disk_that_is_full_for_the_database(tmp_path):
    register_files(tmp_path, [a_record("før.xlsx")])
    before = dump(tmp_path)
    many = [a_record(f"{number}.xlsx") for number in range(300)]

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(Engine, "connect", limit)
    try:
        assert "er fuld" in sentence(register_files, tmp_path, many, NEW)
    finally:
        event.remove(Engine, "connect", limit)
    assert dump(tmp_path)["judgements"] == before["judgements"]
    register_files(tmp_path, many, NEW)
    assert len(dump(tmp_path)["judgements"]) == 301


def test_an_original_that_was_changed_or_removed_is_not_given_out(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])
    with reading(folder_address(tmp_path), "da") as register:
        (summary,) = register.summaries()
        (path,) = (tmp_path / "originals").glob("*/*")
        path.chmod(0o644)
        path.write_bytes(b"noget andet")
        assert "er ikke længere den" in sentence(register.original, summary)
        path.unlink()
        assert "mangler i registret" in sentence(register.original, summary)


def test_a_server_that_never_answers_or_refuses_the_call_is_told_without_the_password(monkeypatch):
    monkeypatch.setattr(opening, "_ANSWER_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        calls = ((silent.getsockname()[1], "svarer ikke"), (1, "ingen database svarer"))
        for port, words in calls:
            url = f"postgresql://anne:hemmelig@127.0.0.1:{port}/db"
            said = sentence(read, address_of(url, "da"))
            assert words in said
            assert "hemmelig" not in said


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ('FATAL:  password authentication failed for user "anne"', "afviser brugeren eller"),
        ('FATAL:  role "anne" does not exist', "afviser brugeren eller"),
        ('FATAL:  database "rp" does not exist', "databasen findes ikke eller"),
        ('FATAL:  database "rp" is not currently accepting connections', "eller tager ikke imod"),
        ("failed to resolve host 'db': [Errno -2] Name or service not known", "navn kendes ikke"),
        ("permission denied for table summaries", "mangler rettigheder"),
        ("cannot execute INSERT in a read-only transaction", "er skrivebeskyttet"),
        ("FATAL:  sorry, too many clients already", "for mange er forbundet"),
        ("server closed the connection unexpectedly", "forbindelsen blev afbrudt"),
        ("deadlock detected", "databasens egne ord er »deadlock detected«"),
    ],
)
def test_what_a_server_refuses_is_said_in_danish(own, said):
    def refused() -> None:
        with plainly(address_of("postgresql://server/rp", "da"), "da"):
            raise OperationalError("", {}, Exception(own))

    assert said in sentence(refused)


@pytest.mark.parametrize("text", ["mysql://server/db", "sqlite://", "ftp://x"])
def test_an_address_that_is_none(text):
    with pytest.raises(click.UsageError):
        address_of(text, "da")
