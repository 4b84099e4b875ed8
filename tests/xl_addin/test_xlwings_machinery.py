"""The functions through xlwings' own UDF machinery, on Linux with pywin32 stubbed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TypedDict

import pytest

from tests.xl_addin.golden_cases import STUBBED, Case, runs_in
from texts.functions import CATEGORY
from xl_addin.registry import Function
from xl_addin.udfs import FUNCTIONS


class Options(TypedDict):
    macro: str
    Description: str
    Category: str
    ArgumentDescriptions: list[str] | None


class Seen(TypedDict):
    answers: dict[str, object]
    vba: str
    options: list[Options]


@pytest.fixture(scope="module")
def seen() -> Seen:
    done = subprocess.run(
        [sys.executable, "-m", "tests.xl_addin.stubbed_windows"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: Seen = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("case", runs_in(STUBBED), ids=lambda case: case.name)
def test_golden_case(case: Case, seen: Seen) -> None:
    assert case.fits(seen["answers"][case.name]), seen["answers"][case.name]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_xlwings_writes_a_wrapper_with_the_arguments_names(function: Function, seen: Seen) -> None:
    parameters = ", ".join(
        f"Optional {argument.name}" if argument.optional else argument.name
        for argument in function.arguments
    )
    assert f"Function {function.name}({parameters})" in seen["vba"]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_function_wizard_is_told_in_danish(function: Function, seen: Seen) -> None:
    (told,) = [each for each in seen["options"] if each["macro"].endswith(f"!{function.name}")]
    assert told["Description"] == function.help.da
    assert told["Category"] == CATEGORY
    assert (told["ArgumentDescriptions"] or []) == [arg.help.da for arg in function.arguments]


def test_no_function_is_volatile(seen: Seen) -> None:
    assert "Application.Volatile" not in seen["vba"]
