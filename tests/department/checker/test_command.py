"""`rp checker build` of a folder, and where what it needs cannot be had."""

import gzip
import hashlib
import io
import subprocess
import tarfile
import zipfile

import pytest

from department.checker import sources


def test_what_a_folder_lacks_is_named(rp, tmp_path):
    (tmp_path / "pyodide-314.0.7.tgz").write_bytes(b"another one")

    refused = rp("checker", "build", "--out", tmp_path / "side", "--from", tmp_path)

    assert refused.code == 2
    assert "med den rette SHA-256: pyodide 314.0.7, annotated-types" in refused.err
    assert not (tmp_path / "side").exists()


def test_a_registry_that_does_not_answer_is_told_in_its_own_words(rp, tmp_path, monkeypatch):
    failed = subprocess.CompletedProcess((), 1, "", "WARNING: retrying\nERROR: no such version\n")
    monkeypatch.setattr(sources.subprocess, "run", lambda *_, **__: failed)

    refused = rp("checker", "build", "--out", tmp_path)

    assert refused.code == 2
    assert "pip kunne ikke hente: ERROR: no such version" in refused.err


def test_without_npm_it_says_how_to_get_one(rp, tmp_path, monkeypatch):
    done = subprocess.CompletedProcess((), 0, "", "")
    monkeypatch.setattr(sources.subprocess, "run", lambda *_, **__: done)
    monkeypatch.setattr(sources.shutil, "which", lambda *_, **__: None)

    refused = rp("checker", "build", "--out", tmp_path)

    assert refused.code == 2
    assert "Installér »resultatplan[checker]«" in refused.err


@pytest.mark.parametrize("with_pandas", [False, True])
def test_pandas_itself_takes_the_place_of_its_stand_in(rp, tmp_path, monkeypatch, with_pandas):
    """What a folder holds is of our own making here: the real ones are not in the registries."""
    held = {sources.PYODIDE: pyodide(), "click": wheel("click/__init__.py")}
    extra = {sources.PANDAS: wheel("pandas/__init__.py", "pandas/tests/test_frame.py")}
    monkeypatch.setattr(sources, "listed", lambda: (listing(held), listing(extra)))
    for name, content in (held | extra if with_pandas else held).items():
        (tmp_path / name).write_bytes(content)

    built = rp("checker", "build", "--out", tmp_path / "side", "--from", tmp_path)

    assert ("pandas og pandera fra mappen" in built.out) is with_pandas
    rules = gzip.decompress((tmp_path / "side" / "motor" / "rules.zip.bin").read_bytes())
    with zipfile.ZipFile(io.BytesIO(rules)) as archive:
        names = {each for each in archive.namelist() if each.startswith(("pandas", "pandera"))}
    stand_in = {"pandas.py", *(f"pandera/{each}.py" for each in STAND_IN_FOR_PANDERA)}
    assert names == ({"pandas/__init__.py"} if with_pandas else stand_in)


def test_a_folder_with_pandas_needs_all_that_goes_with_it(rp, tmp_path, monkeypatch):
    held = {sources.PYODIDE: pyodide(), sources.PANDAS: wheel("pandas/__init__.py")}
    extra = {sources.PANDAS: held[sources.PANDAS], "pandera": b"not there"}
    first = listing({sources.PYODIDE: held[sources.PYODIDE]})
    monkeypatch.setattr(sources, "listed", lambda: (first, listing(extra)))
    for name, content in held.items():
        (tmp_path / name).write_bytes(content)

    refused = rp("checker", "build", "--out", tmp_path / "side", "--from", tmp_path)

    assert refused.code == 2
    assert "med den rette SHA-256: pandera 1" in refused.err


STAND_IN_FOR_PANDERA = ("__init__", "errors", "pandas", "typing")


def listing(contents):
    """What `sources.toml` would say of these files."""
    return {
        name: {"version": "1", "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    }


def wheel(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return made.getvalue()


def pyodide():
    """A package with the parts that the page takes of it."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as package:
        parts = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
        for name in (*parts, "pyodide-lock.json"):
            content = b'{"info": {}}' if name.endswith("json") else b""
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            package.addfile(member, io.BytesIO(content))
    return made.getvalue()
