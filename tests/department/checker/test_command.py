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


@pytest.mark.parametrize(
    ("pip", "said"),
    [
        ((1, "", "WARNING: retrying\nERROR: no such version\n"), "hente: ERROR: no such version"),
        ((0, "", ""), "Installér »resultatplan[checker]«"),
    ],
    ids=["a registry that does not answer", "no npm"],
)
def test_what_is_in_the_way_of_fetching_is_told(rp, tmp_path, monkeypatch, pip, said):
    ran = subprocess.CompletedProcess((), *pip)
    monkeypatch.setattr(sources.subprocess, "run", lambda *_, **__: ran)
    monkeypatch.setattr(sources.shutil, "which", lambda *_, **__: None)

    refused = rp("checker", "build", "--out", tmp_path)

    assert (refused.code, said in refused.err) == (2, True)


@pytest.fixture
def build(rp, tmp_path, monkeypatch):
    """Builds the page of a folder; what it holds is of our own making, and listed so."""

    def run(listed, extra, held):
        monkeypatch.setattr(sources, "listed", lambda: (listing(listed), listing(extra)))
        for name, content in held.items():
            (tmp_path / name).write_bytes(content)
        return rp("checker", "build", "--out", tmp_path / "side", "--from", tmp_path)

    return run


@pytest.mark.parametrize("with_pandas", [False, True])
def test_pandas_itself_takes_the_place_of_its_stand_in(build, tmp_path, with_pandas):
    held = {sources.PYODIDE: pyodide(), "click": wheel("click/__init__.py")}
    extra = {sources.PANDAS: wheel("pandas/__init__.py", "pandas/tests/test_frame.py")}

    built = build(held, extra, held | extra if with_pandas else held)

    assert ("pandas og pandera fra mappen" in built.out) is with_pandas
    rules = gzip.decompress((tmp_path / "side" / "motor" / "rules.zip.bin").read_bytes())
    with zipfile.ZipFile(io.BytesIO(rules)) as archive:
        names = {each for each in archive.namelist() if each.startswith(("pandas", "pandera"))}
    stand_in = {"pandas.py", *(f"pandera/{each}.py" for each in STAND_IN_FOR_PANDERA)}
    assert names == ({"pandas/__init__.py"} if with_pandas else stand_in)


def test_a_folder_with_pandas_needs_all_that_goes_with_it(build):
    held = {sources.PYODIDE: pyodide()}
    pandas = {sources.PANDAS: wheel("pandas/__init__.py")}

    refused = build(held, pandas | {"pandera": b"not there"}, held | pandas)

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
