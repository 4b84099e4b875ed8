"""Every word of the product is there in both languages, and said somewhere."""

import ast
import importlib
import pkgutil
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import texts
from texts.language import Text

ROOT = Path(__file__).parents[2]
ROOMS = ("department", "resultatplan", "texts", "validators", "workbooks", "xl_addin")


QUOTES_MORE_IN_ONE = {"RULE_UNREADABLE", "DEADLINE_OUTSIDE"}
"""What quotes more in Danish than in English."""


def _words(value: object) -> Iterator[Text]:
    """The texts in a value: a text, or a tuple or dictionary of them."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)


def _fields(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("module", [each.name for each in pkgutil.iter_modules(texts.__path__)])
def test_both_languages_say_it_and_name_the_same_fields(module):
    for name, value in vars(importlib.import_module(f"texts.{module}")).items():
        for word in _words(value):
            assert bool(word.da) == bool(word.en), name
            assert _fields(word.da) == _fields(word.en) or name in QUOTES_MORE_IN_ONE, name


def _trees() -> dict[str, ast.Module]:
    """The modules of the product by their dotted names."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    }


def _named(tree: ast.Module) -> set[str]:
    """The names that a module gives a value at its top."""
    return {
        each.id
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for each in ast.walk(statement)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _used(module: str, tree: ast.Module) -> set[tuple[str, str]]:
    """The names that a module loads: its own, those it imports, those of a module it imports."""
    modules: dict[str, str] = {}
    used: set[tuple[str, str]] = set()
    nodes = list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                used.add((node.module, alias.name))
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add((module, node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.add((modules.get(node.value.id, ""), node.attr))
    return used


FILLED_IN = [
    ("department/page/**/*.j2", r"say\.([A-Z_]+)", ("page", "standing")),
    ("department/desk/**/*.j2", r"say\.([A-Z_]+)", ("page", "standing")),
    ("department/desk/**/*.j2", r"desk\.([A-Z_]+)", ("desk",)),
    ("department/checker/*.*", r"\b([A-Z_]+)\b", ("checker", "office_addin")),
    ("department/letters/letter.txt.j2", r"say\.([A-Z_]+)", ("letters",)),
    ("department/annual_report/template.docx", r"say\.([A-Z_]+)", ("annual_report",)),
    ("xl_addin/vba_source/*", r"\{\{([A-Z_]+)\}\}", ("addin",)),
]
"""Templates of pages, letters and documents, and macros: how they name words of which modules."""


def _filled_in() -> set[tuple[str, str]]:
    """The names that templates and macros are filled with."""
    return {
        (f"texts.{module}", name)
        for files, pattern, modules in FILLED_IN
        for path in ROOT.glob(files)
        for name in re.findall(pattern, _said_in(path))
        for module in modules
    }


def _said_in(path: Path) -> str:
    """A file's text; all of a document's parts."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        return " ".join(archive.read(name).decode("utf-8") for name in parts)


def test_every_word_is_said_somewhere():
    trees = _trees()
    used = _filled_in().union(*(_used(module, tree) for module, tree in trees.items()))

    unsaid = {
        f"{module}.{name}"
        for module, tree in trees.items()
        if module.startswith("texts.")
        for name in _named(tree)
        if (module, name) not in used
    }

    assert unsaid == set()
