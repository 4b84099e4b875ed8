"""Every word of the product is there in both languages, and said somewhere."""

import importlib
import pkgutil
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import texts
from texts.language import Text

ROOT = Path(__file__).parents[2]
ROOMS = ("department", "resultatplan", "texts", "validators", "workbooks", "xl_addin")
NAMED_IN = {".py", ".j2", ".js", ".css", ".toml", ".bas", ".cls", ".xml", ".docx"}
"""Code, and the templates of pages, letters, documents and macros."""
MODULES = [f"texts.{each.name}" for each in pkgutil.iter_modules(texts.__path__)]
QUOTES_MORE_IN_ONE = {"RULE_UNREADABLE", "DEADLINE_OUTSIDE"}
"""What quotes more in Danish than in English."""


def words_in(value: object) -> Iterator[Text]:
    """The texts in a value: a text, or a tuple or dictionary of them."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from words_in(each)


def fields(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_say_it_and_name_the_same_fields(module):
    for name, value in vars(importlib.import_module(module)).items():
        for word in words_in(value):
            assert bool(word.da) == bool(word.en), name
            assert fields(word.da) == fields(word.en) or name in QUOTES_MORE_IN_ONE, name


def read(path: Path) -> str:
    """A file's text; all of a document's parts."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        return " ".join(archive.read(name).decode("utf-8") for name in parts)


def test_every_word_is_said_somewhere():
    """Its name stands in more places than those where it gets its words."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    named = Counter(
        name
        for path in files
        if path.suffix in NAMED_IN
        for name in re.findall(r"\b[A-Z][A-Z0-9_]*\b", read(path))
    )
    given = Counter(
        name
        for path in (ROOT / "texts").glob("*.py")
        for name in re.findall(r"^([A-Z][A-Z0-9_]*)(?:: .*)? = ", read(path), re.MULTILINE)
    )
    assert len(given) > 500
    assert [name for name in given if named[name] <= given[name]] == []
