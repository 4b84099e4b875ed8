"""What is in a register's way is said in a plain sentence, and nothing is lost."""

import errno
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
from sqlalchemy import event

from department.register import opening
from department.register.address import Address, address_of, folder_address
from department.register.opening import reading, register_for_batch, writing
from tests.department.register.filling import dump, register_files
from tests.department.register.records import a_record

ROOT = Path(__file__).parents[3]


def sentence(action: Callable[[], object]) -> str:
    with pytest.raises(click.ClickException) as refused:
        action()
    message = refused.value.format_message()
    assert "Error" not in message
    assert "sqlite3" not in message
    return message


def open_to_read(address: Address) -> Callable[[], object]:
    def action() -> object:
        with reading(address, "da") as register:
            return register.summaries()

    return action


def open_to_write(address: Address, patience: float = 0.1) -> Callable[[], object]:
    def action() -> None:
        with writing(address, "da", patience):
            pass

    return action


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
    for open_it in (open_to_read, open_to_write):
        assert said in sentence(open_it(folder_address(tmp_path)))
    assert (tmp_path / "register.sqlite").read_bytes() == before
    message = sentence(open_to_read(folder_address(tmp_path / "væk")))
    assert message.startswith("Der er intet register i »")
    assert "rp batch" in message
    assert not (tmp_path / "væk").exists()


def test_a_database_that_is_locked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0.1)
    register_files(tmp_path, [a_record("rapport.xlsx")])
    with sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        message = sentence(open_to_read(folder_address(tmp_path)))
    assert "låst af et andet program" in message


def test_a_database_that_may_not_be_written(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])
    usual = folder_address(tmp_path)
    address = replace(usual, url=f"sqlite:///file:{usual.database}?mode=ro&uri=true")

    def write() -> None:
        with writing(address, "da") as register:
            from department.register.run import Run
            from tests.department.register.records import a_receipt

            run = Run(register, "/en ny indbakke")
            run.receive(a_receipt("ny.xlsx", b"ny"), b"ny")
            run.finish()

    assert "skrivebeskyttet" in sentence(write)
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
        new = a_record("ny.xlsx")
        assert words in sentence(lambda: register_files(tmp_path, [new], "/en ny indbakke"))
    assert dump(tmp_path) == before
    register_files(tmp_path, [a_record("ny.xlsx")], "/en ny indbakke")
    assert len(dump(tmp_path)["judgements"]) == 2


def test_a_folder_of_temporary_files_that_is_full(monkeypatch):
    def refuse(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "afvist")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    said = sentence(lambda: register_for_batch(None, "da").__enter__())
    assert said.startswith("Der kan intet skrives i mappen til midlertidige filer: ")


def test_a_server_that_takes_the_call_and_never_answers(monkeypatch):
    monkeypatch.setattr(opening, "_ANSWER_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://rp@127.0.0.1:{silent.getsockname()[1]}/rp"
        assert "svarer ikke" in sentence(open_to_read(address_of(url, "da")))


def test_a_disk_that_is_full_for_the_database(tmp_path, monkeypatch):
    register_files(tmp_path, [a_record("før.xlsx")])
    before = dump(tmp_path)
    usual = opening._engine

    def of_few_pages(address: Address, lang: opening.Language, *, writes: bool) -> opening.Engine:
        engine = usual(address, lang, writes=writes)

        def limit(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")

        event.listen(engine, "connect", limit)
        return engine

    many = [a_record(f"{number}.xlsx") for number in range(300)]
    with monkeypatch.context() as limited:
        limited.setattr(opening, "_engine", of_few_pages)
        assert "er fuld" in sentence(lambda: register_files(tmp_path, many, "/en ny indbakke"))
    assert dump(tmp_path)["judgements"] == before["judgements"]
    register_files(tmp_path, many, "/en ny indbakke")
    assert len(dump(tmp_path)["judgements"]) == 301


def test_a_second_run_says_why_it_does_not_write_and_a_reader_need_not_wait(tmp_path, capsys):
    with writing(folder_address(tmp_path), "da"):
        message = sentence(open_to_write(folder_address(tmp_path)))
        assert open_to_read(folder_address(tmp_path))() == []
    assert "En anden kørsel skriver stadig" in message
    assert "En anden kørsel skriver i registret" in capsys.readouterr().err


def test_two_runs_at_the_same_time_leave_what_one_leaves(tmp_path):
    command = [sys.executable, "-m", "tests.department.register.steady_run", tmp_path, "40"]
    runs = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    outcomes = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], outcomes
    assert [len(rows) for rows in dump(tmp_path).values()] == [40, 40, 1, 1]


def test_an_original_that_was_changed_or_removed_is_not_given_out(tmp_path):
    register_files(tmp_path, [a_record("rapport.xlsx")])
    with reading(folder_address(tmp_path), "da") as register:
        (summary,) = register.summaries()
        (path,) = (tmp_path / "originals").glob("*/*")
        path.chmod(0o644)
        path.write_bytes(b"noget andet")
        assert "er ikke længere den" in sentence(lambda: register.original(summary))
        path.unlink()
        assert "mangler i registret" in sentence(lambda: register.original(summary))


@pytest.mark.parametrize("text", ["mysql://server/db", "sqlite://", "ftp://x"])
def test_an_address_that_is_none(text):
    with pytest.raises(click.UsageError):
        address_of(text, "da")


def test_the_command_says_it_and_ends_with_2(rp, tmp_path):
    (tmp_path / "ind").mkdir()
    (tmp_path / "register.sqlite").write_text("ingen database" * 50)
    ran = rp("batch", tmp_path / "ind", "--out", tmp_path / "ud", "--register", tmp_path)
    assert ran.code == 2
    assert "er ikke et register" in ran.err
    assert "Traceback" not in ran.err
