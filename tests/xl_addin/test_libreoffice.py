"""Writing the LibreOffice extension: what is in it, and that LibreOffice takes it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.hosts.libreoffice import missing
from tests.hosts.requirement import require_host
from xl_addin.libreoffice import configuration, method_name, write_extension
from xl_addin.udfs import FUNCTIONS

PROFILE = "-env:UserInstallation=file://$HOME/profile"
OOR = "{http://openoffice.org/2001/registry}"


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> Path:
    return write_extension(tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def extension(packed) -> Path:
    """The extension unpacked."""
    folder = packed.parent / "unpacked"
    with ZipFile(packed) as parts:
        parts.extractall(folder)
    return folder


@pytest.mark.libreoffice
def test_libreoffice_installs_it(packed, tmp_path_factory):
    require_host(missing())
    # Where another user may write, since unopkg does not install for root.
    home = Path(tempfile.mkdtemp())
    home.chmod(0o777)
    file = shutil.copy(packed, home)
    user, group = ("nobody", "nogroup") if os.geteuid() == 0 else (None, None)
    unopkg = f"unopkg add -f {PROFILE} {file} && unopkg list {PROFILE}"
    try:
        done = subprocess.run(
            ["env", "-i", f"PATH={os.environ['PATH']}", f"HOME={home}", "sh", "-c", unopkg],
            capture_output=True,
            text=True,
            user=user,
            group=group,
            cwd=home,
        )
    finally:
        shutil.rmtree(home)

    assert done.returncode == 0, done.stderr
    assert "dk.resultatplan.calc" in done.stdout
    assert done.stdout.count("is registered: yes") == 4


def test_the_copied_modules_need_the_standard_library_alone(extension):
    code = (
        f"import sys; sys.path.insert(0, {str(extension / 'pythonpath')!r});"
        "import xl_addin.libreoffice; from xl_addin import udfs; print(udfs.__file__);"
        "print(udfs.RP_MEASURE('mindst', None, 0.5, 'pct.'))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    file, answer = done.stdout.split()
    assert Path(file).is_relative_to(extension)
    assert answer == "0.5"


def test_every_function_and_argument_is_described_in_danish():
    root = ElementTree.fromstring(configuration())
    nodes = {
        node.get(f"{OOR}name"): [
            value.text for value in node.iter("value") if "da" in value.attrib.values()
        ]
        for node in root.findall("./node/node/node/node")
    }
    assert set(nodes) == {method_name(function) for function in FUNCTIONS}
    for function in FUNCTIONS:
        described = nodes[method_name(function)]
        assert function.name in described
        assert function.help.da in described
        assert all(argument.help.da in described for argument in function.arguments)
