"""The catalogue of findings: whole, in both languages, its codes stable and in order."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from texts.findings import CATALOGUE, Entry, Severity
from texts.language import Text

ENTRIES = pytest.mark.parametrize("entry", CATALOGUE.values(), ids=list(CATALOGUE))

ENGLISH = re.compile(
    r"\b(the|is|are|was|not|and|of|must|cell|sheet|file|value|number|report|please|should)\b",
    re.IGNORECASE,
)
LAYERS = "12345678"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def all_texts(entry: Entry) -> tuple[Text, ...]:
    return (entry.title, entry.message, entry.hint, entry.why)


@ENTRIES
def test_an_entry_says_everything_in_both_languages(entry: Entry) -> None:
    for text in all_texts(entry):
        assert text.da.strip() == text.da != ""
        assert text.en.strip() == text.en != ""


@ENTRIES
def test_both_languages_name_the_same_fields(entry: Entry) -> None:
    assert fields(entry.message.da) == fields(entry.message.en)


@ENTRIES
def test_a_message_formats_with_its_fields(entry: Entry) -> None:
    values = dict.fromkeys(fields(entry.message.da), "X")
    for lang in ("da", "en"):
        said = entry.message(lang, **values)
        assert "{" not in said
        assert said.count("X") >= len(values)


@ENTRIES
def test_only_messages_have_fields(entry: Entry) -> None:
    for text in (entry.title, entry.hint, entry.why):
        assert fields(text.da) == fields(text.en) == set()


@ENTRIES
def test_danish_is_danish(entry: Entry) -> None:
    for text in all_texts(entry):
        assert ENGLISH.search(re.sub(r"\{\w+\}", "", text.da)) is None, text.da


@ENTRIES
def test_sentences_end_and_titles_do_not(entry: Entry) -> None:
    for lang in ("da", "en"):
        assert not entry.title(lang).endswith(".")
        assert entry.hint(lang).endswith(".")
        assert entry.why(lang).endswith(".")
        assert entry.message(lang, **dict.fromkeys(fields(entry.message.da), "X"))[-1] in ".X"


def test_codes_stand_in_order_and_are_named_by_their_layer() -> None:
    codes = list(CATALOGUE)
    assert codes == sorted(codes)
    assert all(re.fullmatch(rf"RP-[{LAYERS}][0-9]{{2}}", code) for code in codes)
    assert {code[3] for code in codes} == set(LAYERS)


def test_a_code_is_that_of_its_entry() -> None:
    assert {code: entry.code for code, entry in CATALOGUE.items()} == {
        code: code for code in CATALOGUE
    }


def test_titles_tell_the_codes_apart() -> None:
    titles = [entry.title.da for entry in CATALOGUE.values()]
    assert len(set(titles)) == len(titles)


def test_every_severity_is_used() -> None:
    assert {entry.severity for entry in CATALOGUE.values()} == set(Severity)
