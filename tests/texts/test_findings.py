"""The catalogue of findings: whole, in both languages, its codes stable and in order."""

import re
from string import Formatter

import pytest

from texts.findings import CATALOGUE, Severity

ENGLISH = re.compile(
    r"\b(the|is|are|was|not|and|of|must|cell|sheet|file|value|number|report|please|should)\b",
    re.IGNORECASE,
)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=list(CATALOGUE))
def test_an_entry_says_everything_in_both_languages_and_only_its_message_has_fields(entry):
    for text in (entry.title, entry.message, entry.hint, entry.why):
        assert text.da.strip() == text.da != ""
        assert text.en.strip() == text.en != ""
        assert ENGLISH.search(re.sub(r"\{\w+\}", "", text.da)) is None, text.da
        assert fields(text.da) == (fields(text.en) if text is entry.message else set())
    values = dict.fromkeys(fields(entry.message.da), "X")
    assert entry.message("en", **values).count("X") >= len(values)
    # Sentences end, and titles do not.
    assert not entry.title.da.endswith(".")
    assert entry.hint.da.endswith(".") and entry.why.da.endswith(".")
    assert entry.message("da", **values)[-1] in ".X"


def test_codes_stand_in_order_in_their_layers_and_titles_tell_them_apart():
    codes = list(CATALOGUE)

    assert codes == sorted(codes)
    assert all(re.fullmatch(r"RP-[1-8][0-9]{2}", code) for code in codes)
    assert {code[3] for code in codes} == set("12345678")
    assert len({entry.title.da for entry in CATALOGUE.values()}) == len(codes)
    assert {entry.severity for entry in CATALOGUE.values()} == set(Severity)
