"""The functions' reference."""

from __future__ import annotations

from xl_addin.installation import reference, signature
from xl_addin.udfs import FUNCTIONS


def test_arguments_that_may_be_left_out_stand_in_brackets() -> None:
    signatures = {function.name: signature(function) for function in FUNCTIONS}
    expected = "RP_GOAL(regel; noegler; tilstande; [endelig]; [grader]; [vis])"
    assert signatures["RP_GOAL"] == expected
    assert signatures["RP_VERSION"] == "RP_VERSION()"


def test_every_function_and_argument_is_explained() -> None:
    for text, lang in ((reference(), "da"), (reference("en"), "en")):
        for function in FUNCTIONS:
            assert f"## `{signature(function)}`" in text
            assert getattr(function.help, lang) in text
            assert all(getattr(argument.help, lang) in text for argument in function.arguments)
