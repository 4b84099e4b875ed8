"""Plan files in a folder of one's own: the built-in ones with some of their text changed.

And a plan of eight goals with everything that a scheme may hold.
"""

from collections.abc import Mapping
from pathlib import Path

from resultatplan.library import BUILT_IN
from resultatplan.plan_file import read_plan

EIGHT_FILE = Path(__file__).with_name("plan_of_eight.toml")
EIGHT = read_plan(EIGHT_FILE)
"""Weights, goals met in part, one withdrawn, a nested rule, half-yearly reports."""

BENCHMARK = "benchmarkingenheden-2023"
MISPRINT = {'title = "Retvisende budgettering"': 'title = "Retvisende budget"'}
"""A change that is no more than a correction."""
OTHER_TARGET = {"target = 1.0\nbasis": "target = 1.5\nbasis"}
"""A change of what was agreed: the target of 3.1.a."""
_PARTS = ", ".join(["a eller b", "b eller a"] * 12)
LONG_RULE = {'rule = "a eller b"': f'rule = "mindst 2 af ({_PARTS})"'}
"""A change of 3.1's rule that makes a longer formula than Excel takes."""


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """A text with some of its parts changed, each standing exactly once."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} must stand exactly once"
        text = text.replace(old, new)
    return text


def plan_text(
    changes: Mapping[str, str], version: str | None = None, plan_id: str = BENCHMARK
) -> str:
    """A built-in plan's TOML with some texts changed, each standing exactly once."""
    text = (BUILT_IN / f"{plan_id}.toml").read_text(encoding="utf-8")
    if version is not None:
        changes = {f'id = "{plan_id}"': f'id = "{plan_id}"\nversion = "{version}"', **changes}
    return replaced(text, changes)


def write_version(
    folder: Path,
    version: str = "1.1",
    changes: Mapping[str, str] = MISPRINT,
    plan_id: str = BENCHMARK,
) -> Path:
    """A further version of a built-in plan, in a plans folder."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{plan_id}@{version}.toml"
    file.write_text(plan_text(changes, version, plan_id), encoding="utf-8")
    return file


def write_plan(folder: Path, plan_id: str, changes: Mapping[str, str] | None = None) -> Path:
    """A plan of one's own, with another id, in a plans folder."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{plan_id}.toml"
    named = {f'id = "{BENCHMARK}"': f'id = "{plan_id}"', **(changes or {})}
    file.write_text(plan_text(named), encoding="utf-8")
    return file
