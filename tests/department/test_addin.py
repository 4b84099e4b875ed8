"""`rp addin`: what works here, and the files for those who install it elsewhere."""

import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of a machine without Excel")
def test_status_and_install_tell_the_truth_where_there_is_no_excel(rp):
    shown, refused = rp("addin", "status"), rp("addin", "install")
    assert (shown.code, "Windows: nej." in shown.out) == (0, True)
    assert (refused.code, "Windows" in refused.out) == (1, True)


def test_the_extension_is_said_to_be_loaded_how(rp, tmp_path):
    assert f"unopkg add {tmp_path / 'rp.oxt'}" in rp("addin", "libreoffice", "--out", tmp_path).out
    assert (tmp_path / "rp.oxt").exists()
    refused = rp("addin", "libreoffice", "--out", tmp_path / "rp.oxt" / "under")
    assert (refused.code, "kan ikke skrives" in refused.err) == (2, True)
