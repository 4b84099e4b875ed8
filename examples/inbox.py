"""Whole inboxes: every file of a recipe, made and written."""

from __future__ import annotations

from pathlib import Path

from examples.other_files import archive, letter, lock, mail, table
from examples.recipes import InboxRecipe, YearRecipe, report_of
from examples.typists import AtTheKeyboard


def make_inbox(recipe: InboxRecipe, folder: Path, typist: AtTheKeyboard) -> list[Path]:
    """Write every file of the recipe into `folder`; the paths, in the recipe's order."""
    contents = {
        **{each.name: typist.filled(report_of(each)) for each in recipe.reports},
        **{each.name: letter(each.text) for each in recipe.letters},
        **{each.name: table(each.lines) for each in recipe.tables},
        **{each.name: lock(each.user) for each in recipe.locks},
    }
    for each in recipe.parcels:
        inside = {name: contents.pop(name) for name in each.holds}
        is_mail = each.sent is not None
        contents[each.name] = mail(each, inside) if is_mail else archive(inside)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents]


def make_year(recipe: YearRecipe, folder: Path, typist: AtTheKeyboard) -> list[Path]:
    """Write every round's inbox into a folder of its own; the paths, in the recipe's order."""
    paths: list[Path] = []
    for each in recipe.rounds:
        paths += make_inbox(each, folder / each.folder, typist)
        for copy in each.copies:
            target = folder / each.folder / copy.name
            target.write_bytes((folder / copy.of).read_bytes())
            paths.append(target)
    return paths
