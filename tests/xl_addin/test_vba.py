"""The generated VBA: what is in it, and that any code page and any VBA editor takes it."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan import __version__
from texts import addin
from xl_addin import vba
from xl_addin.udfs import FUNCTIONS

HOST = ("--host", "excel", "--define", "WIN64=True,VBA7=True")
UNKNOWN_TO_THE_COMPILER = {
    "GetSetting": {"type": "Function", "returns": "String", "min_args": 3, "max_args": 4},
    "SaveSetting": {"type": "Sub", "min_args": 4, "max_args": 4},
}
LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
PYTHON = vba.Python(r"C:\Brugere\Sørine\python.exe", r"C:\Brugere\Sørine", "0.37.8")


@pytest.fixture(scope="module")
def modules() -> Mapping[str, str]:
    return vba.modules(PYTHON, department=True)


def read_literal(expression: str) -> str:
    """What VBA makes of a string expression."""
    pieces = re.findall(r'"((?:[^"]|"")*)"|ChrW\((\d+)\)', expression)
    return "".join(chr(int(code)) if code else quoted.replace('""', '"') for quoted, code in pieces)


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_a_literal_is_ascii_and_reads_as_the_text(text):
    written = vba.literal(text)
    assert written.isascii()
    assert written.isprintable()
    assert read_literal(written) == text


def test_modules_are_what_any_code_page_and_the_editor_take(modules):
    assert len(modules) == 5
    for text in modules.values():
        assert text.isascii()
        assert text.count("\n") == text.count("\r\n") > 10
        assert not re.search(r"{{|}}", text)
        assert max(map(len, text.split("\r\n"))) <= LONGEST_LINE
        assert not re.search(rf"(?:[^\n]* _\r\n){{{MOST_CONTINUATIONS + 1},}}", text)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_every_function_has_a_wrapper_and_help(function, modules):
    parameters = ", ".join(
        f"Optional {argument.name}" if argument.optional else argument.name
        for argument in function.arguments
    )
    assert f"Public Function {function.name}({parameters})" in modules[vba.SHARED]
    assert f'RPDescribe "{function.name}", {vba.literal(function.help.da)}' in modules[vba.EXCEL]
    for argument in function.arguments:
        assert vba.literal(argument.help.da) in modules[vba.EXCEL]


@pytest.mark.parametrize("department", [True, False])
def test_the_ribbon_has_the_buttons_of_whom_it_is_for_and_calls_macros_that_are_there(department):
    made = vba.modules(PYTHON, department=department)
    buttons = ElementTree.fromstring(vba.ribbon(department=department)).findall(".//{*}button")
    labels = [addin.CHECK_BUTTON.da, addin.INBOX_BUTTON.da, addin.OVERVIEW_BUTTON.da]
    assert [button.get("label") for button in buttons] == (labels if department else labels[:1])
    macros = made[vba.CHECK] + made.get(vba.INBOX, "")
    assert all(f"Public Sub {button.get('onAction')}(" in macros for button in buttons)


def test_python_has_what_the_macros_call_and_is_the_one_it_was_made_for(modules):
    for words in (vba.literal(PYTHON.executable), "xlwings64-0.37.8.dll", f'"{__version__}"'):
        assert words in modules[vba.EXCEL]
    assert f"-P -B -m {vba.SERVER_MODULE} $(CLSID)" in modules[vba.EXCEL]
    called = re.findall(r'CallUDF\("([\w.]+)", "(\w+)"', modules[vba.CHECK] + modules[vba.INBOX])
    assert len(called) == 4
    assert all(callable(getattr(import_module(module), name)) for module, name in called)


def test_the_check_never_writes_to_the_report(modules):
    code = modules[vba.CHECK]
    used = set(re.findall(r"\breport\.(\w+)", code))
    assert used == {"Path", "Saved", "FullName", "Name", "SaveCopyAs"}
    assert "report.Saved =" not in code


def test_a_compiler_that_knows_excels_objects_finds_no_fault(modules, tmp_path):
    sources, report, model = (tmp_path / name for name in ("vba", "report.json", "model.json"))
    sources.mkdir()
    model.write_text(json.dumps({"globals": UNKNOWN_TO_THE_COMPILER}))
    for name, text in modules.items():
        extension = "cls" if name == vba.WORKBOOK else "bas"
        (sources / f"{name}.{extension}").write_text(text, encoding="ascii", newline="")
    compiler = str(Path(sys.executable).with_name("vbalidator"))
    command = [compiler, str(sources), "--output", str(report), "--model", str(model), *HOST]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(report.read_text())
    assert (told["summary"]["files_scanned"], told["issues"]) == (len(modules), []), done.stdout
