"""`rp checker build` where what it needs cannot be had."""

import subprocess

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
