"""Writing the LibreOffice extension: what is in the folder."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from xl_addin.libreoffice import configuration, method_name, type_library, write_extension
from xl_addin.udfs import FUNCTIONS

OOR = "{http://openoffice.org/2001/registry}"


@pytest.fixture(scope="module")
def extension(tmp_path_factory) -> Path:
    return write_extension(tmp_path_factory.mktemp("written"))


def test_the_folder_is_what_the_manifest_lists(extension):
    manifest = ElementTree.parse(extension / "META-INF" / "manifest.xml").getroot()
    listed = {
        value for entry in manifest for name, value in entry.items() if name.endswith("full-path")
    }
    assert listed == {"XRP.idl", "calc_component.py", "CalcAddIns.xcu"}
    assert all((extension / name).is_file() for name in listed)


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


def test_every_function_is_in_the_type_library():
    methods = dict(re.findall(r"any (\w+)\((.*)\);", type_library()))
    assert len(methods) == len(FUNCTIONS) > 0
    for function in FUNCTIONS:
        declared = re.findall(r"\[in\] \S+ (\w+)", methods[method_name(function)])
        named = [argument.name for argument in function.arguments]
        assert [name for name in declared if name != "document"] == named
        assert ("XPropertySet" in methods[method_name(function)]) == function.reads_workbook


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
