"""What stands around every letter: the department's own, in one file beside the folder of plans."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path

import click
import tomlkit
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from department.output import write_bytes
from resultatplan.plans_folder import plans_folder
from texts import letters as say
from texts.language import Language

_FILE = "brevpapir.toml"


@dataclass(frozen=True, config=ConfigDict(extra="forbid", str_strip_whitespace=True))
class Letterhead:
    """Texts of several lines, blank where the department has said none."""

    sender: str = ""
    """Who writes, and where: at the top of the page."""
    contact: str = ""
    """Who can be asked."""
    signature: str = ""
    """Below the regards, instead of the ministry's name."""
    journal: Mapping[str, str] = field(default_factory=dict)
    """The number of the case of each plan, by the plan's id."""


def letterhead_file() -> Path:
    """The file; it may not be there yet."""
    return plans_folder().with_name(_FILE)


def letterhead(lang: Language) -> Letterhead:
    """What the file says. `click.ClickException` for one that cannot be read."""
    path = letterhead_file()
    try:
        return TypeAdapter(Letterhead).validate_python(
            tomllib.loads(path.read_text(encoding="utf-8-sig"))
        )
    except FileNotFoundError:
        return Letterhead()
    except (OSError, ValueError) as error:
        raise click.ClickException(say.BAD_LETTERHEAD(lang, path=path)) from error


def write_letterhead(said: Letterhead, lang: Language) -> None:
    """Let letters be written with this from now on."""
    write_bytes(letterhead_file(), tomlkit.dumps(asdict(said)).encode(), lang)
