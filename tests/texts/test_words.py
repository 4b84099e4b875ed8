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


def _trees() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the product by their dotted names."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def _named(tree: ast.Module) -> set[str]:
    """The public names that a module gives a value at its top."""
    targets: list[ast.expr] = []
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            targets += statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets.append(statement.target)
    return {each.id for each in targets if isinstance(each, ast.Name)}


def _used(module: str, tree: ast.Module) -> set[tuple[str, str]]:
    """The names that a module loads: its own, those it imports, those of a module it imports."""
    modules: dict[str, str] = {}
    used: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                used.add((node.module, alias.name))
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.add((module, node.id))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.add((modules.get(node.value.id, ""), node.attr))
    return used


def _filled_in() -> set[tuple[str, str]]:
    """The names that the templates of pages, letters and documents, and macros, are filled with."""
    page, desk = (
        " ".join(path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.j2"))
        for folder in ("department/page", "department/desk")
    )
    checker = " ".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "department/checker").iterdir()
        if path.suffix in (".j2", ".js", ".py")
    )
    letter = (ROOT / "department/letters/letter.txt.j2").read_text(encoding="utf-8")
    macros = " ".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "xl_addin/vba_source").iterdir()
    )
    with zipfile.ZipFile(ROOT / "department/annual_report/template.docx") as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        document = " ".join(archive.read(name).decode("utf-8") for name in parts)
    return {
        (module, name)
        for module, said, pattern in (
            ("texts.page", page, r"say\.([A-Z_]+)"),
            ("texts.standing", page, r"say\.([A-Z_]+)"),
            ("texts.page", desk, r"say\.([A-Z_]+)"),
            ("texts.standing", desk, r"say\.([A-Z_]+)"),
            ("texts.desk", desk, r"desk\.([A-Z_]+)"),
            ("texts.checker", checker, r"\b([A-Z_]+)\b"),
            ("texts.office_addin", checker, r"\b([A-Z_]+)\b"),
            ("texts.letters", letter, r"say\.([A-Z_]+)"),
            ("texts.annual_report", document, r"say\.([A-Z_]+)"),
            ("texts.addin", macros, r"\{\{([A-Z_]+)\}\}"),
        )
        for name in re.findall(pattern, said)
    }


def test_every_word_is_said_somewhere():
    trees = dict(_trees())
    used = _filled_in().union(*(_used(module, tree) for module, tree in trees.items()))

    unsaid = {
        f"{module}.{name}"
        for module, tree in trees.items()
        if module.startswith("texts.")
        for name in _named(tree)
        if (module, name) not in used
    }

    assert unsaid == set()
