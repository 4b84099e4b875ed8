"""A PostgreSQL server of its own for a test, where the programs for one are installed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_INSTALLED = Path("/usr/lib/postgresql")
_ANOTHER_USER = "postgres"
"""PostgreSQL will not run as root; this account comes with it."""


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, None where there is none."""
    found = shutil.which("initdb")
    if found is not None and shutil.which("pg_ctl"):
        return Path(found).parent
    return max((each.parent for each in _INSTALLED.glob("*/bin/initdb")), default=None)


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """The address of a server that ends with the block."""
    # No folder of pytest's: it takes those from other users whenever a session begins.
    with tempfile.TemporaryDirectory() as folder:
        yield from _served(Path(folder), bin_folder)


def _served(folder: Path, bin_folder: Path) -> Iterator[str]:
    user = _ANOTHER_USER if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()

    def run(program: str, *arguments: object) -> None:
        command = [str(bin_folder / program), *map(str, arguments)]
        subprocess.run(
            command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, timeout=60
        )

    run("initdb", "-D", data, "-U", "rp", "--auth=trust", "--encoding=UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -F"
    run("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://rp@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def fresh_database(url: str) -> str:
    """The address of a new database on the server at this one."""
    name = f"rp_{time.monotonic_ns()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return url.replace("/postgres", f"/{name}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
