"""What the page runs on: Pyodide from npm, wheels from PyPI, each known by its hash beforehand."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import click

from department.output import said_plainly
from texts import commandline as say
from texts.language import Language

PYODIDE, PANDAS = "pyodide", "pandas"

Sources = Mapping[str, bytes]
"""Pyodide as npm packs it, and the wheels, by name."""
Listing = Mapping[str, Mapping[str, str]]
"""Version and hash of each by name."""


def fetch(lang: Language) -> Sources:
    """Everything from the registries that this machine's pip and npm are set up with.

    Raises `click.ClickException` where one of them is missing or fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        _download_wheels(Path(folder), lang)
        package = f"{PYODIDE}@{listed()[0][PYODIDE]['version']}"
        options = ("--loglevel=error", f"--pack-destination={folder}")
        _run([_npm(lang), "pack", package, *options], "npm", lang)
        return found_in(Path(folder), lang)


def found_in(folder: Path, lang: Language) -> Sources:
    """Everything from a folder, where each file may have any name.

    Where pandas lies there, it and pandera are among it, with all that they need. Raises
    `click.ClickException` where a file is missing, or is another than the listed one.
    """
    with said_plainly(folder, lang):
        contents = [path.read_bytes() for path in folder.iterdir() if path.is_file()]
    by_hash = {hashlib.sha256(data).hexdigest(): data for data in contents}
    wanted, with_pandas = listed()
    if with_pandas[PANDAS]["sha256"] in by_hash:
        wanted = {**wanted, **with_pandas}
    missing = [n for n, each in wanted.items() if each["sha256"] not in by_hash]
    if missing:
        names = ", ".join(f"{name} {wanted[name]['version']}" for name in missing)
        raise click.ClickException(say.CHECKER_MISSING_SOURCES(lang, path=folder, names=names))
    return {name: by_hash[each["sha256"]] for name, each in wanted.items()}


def listed() -> tuple[Listing, Listing]:
    """What `sources.toml` says of each by name, Pyodide first; the same of pandas and its own."""
    text = files("department.checker").joinpath("sources.toml").read_text(encoding="utf-8")
    every = tomllib.loads(text)
    with_pandas = every.pop("with_pandas")
    return every, with_pandas


def _download_wheels(folder: Path, lang: Language) -> None:
    pyodide, *wheels = listed()[0].items()
    requirements = folder / "requirements.txt"
    lines = (f"{name}=={e['version']} --hash=sha256:{e['sha256']}\n" for name, e in wheels)
    requirements.write_text("".join(lines), encoding="utf-8")
    python, platform = pyodide[1]["python"], pyodide[1]["platform"]
    options = (
        *("--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"),
        *("--only-binary=:all:", "--implementation=cp", f"--python-version={python}"),
        *(f"--abi=cp{python.replace('.', '')}", f"--platform={platform}"),
        *(f"--dest={folder}", f"--requirement={requirements}"),
    )
    _run([sys.executable, "-m", "pip", "download", *options], "pip", lang)


def _npm(lang: Language) -> str:
    """The npm of the machine, which knows its settings, or of this Python's environment."""
    places = (os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent))
    found = shutil.which("npm", path=os.pathsep.join(places))
    if found is None:
        raise click.ClickException(say.CHECKER_NO_NPM(lang))
    return found


def _run(command: Sequence[str], program: str, lang: Language) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        reason = said[-1] if said else str(done.returncode)
        message = say.CHECKER_FETCHING_FAILED(lang, program=program, reason=reason)
        raise click.ClickException(message)
