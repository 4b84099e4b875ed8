"""`rp addin`: what works here, and the files for those who install it elsewhere."""

from __future__ import annotations

import sys

import pytest


def test_help_lists_what_it_can_do(rp):
    shown = rp("addin").out

    for word in ("status", "install", "uninstall", "build", "libreoffice"):
        assert word in shown


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of a machine without Excel")
def test_status_tells_the_truth_where_there_is_no_excel(rp):
    shown = rp("addin", "status")

    assert shown.code == 0
    assert "Excel" in shown.out
    assert "nej" in shown.out


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of a machine without Excel")
def test_install_says_why_it_cannot(rp):
    refused = rp("addin", "install")

    assert refused.code == 1
    assert "Windows" in refused.out


def test_the_libreoffice_extension_is_written(rp, tmp_path):
    written = rp("addin", "libreoffice", "--out", tmp_path)

    assert written.code == 0
    assert (tmp_path / "rp.oxt" / "META-INF" / "manifest.xml").exists()
    assert (tmp_path / "rp.oxt" / "CalcAddIns.xcu").exists()


def test_the_files_for_an_administrator_are_written(rp, tmp_path):
    assert rp("addin", "build", "--out", tmp_path / "ud").code == 0

    assert {path.suffix for path in (tmp_path / "ud").iterdir()} == {".bas", ".xml", ".md"}


def test_a_folder_that_cannot_be_written_is_said_plainly(rp, tmp_path):
    (tmp_path / "fil").write_text("")

    refused = rp("addin", "libreoffice", "--out", tmp_path / "fil" / "under")

    assert refused.code == 2
    assert "kan ikke skrives" in refused.err
