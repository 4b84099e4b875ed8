"""The archive that Python finds in the browser: the product, its wheels, plans and limits."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from department.checker.engine import PLANS, SETTINGS
from department.checker.sources import PANDAS
from resultatplan.library import own_files
from workbooks.blueprint.guide_sheet import checking_page
from workbooks.reading.archive import limits_in_force

_ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = ("department", "resultatplan", "texts", "validators", "workbooks", "xl_addin")
_STAND_IN = Path(__file__).with_name("stand_in")
_NEEDED = (".py", ".so", ".dist-info/METADATA")
"""What a wheel is run from; some look up their own version when they are imported."""
_USELESS = re.compile(r"pydantic/v1/|holidays/countries/(?!denmark)|(numpy|pandas)/(.*/)?tests/")
"""Of the wheels: what no report needs, and would double the archive."""


def bundle(wheels: Mapping[str, bytes]) -> bytes:
    """The archive as a zip; the same product, plans, limits and wheels give the same bytes.

    Where `wheels` has no pandas, what stands in for it and for pandera is laid in its place.
    """
    made = io.BytesIO()
    # Stored: what is packed as a whole becomes smaller.
    with zipfile.ZipFile(made, "w") as archive:
        stand_in = () if PANDAS in wheels else _stand_in()
        for name, content in (*_product(), *stand_in, *_of_wheels(wheels.values())):
            archive.writestr(zipfile.ZipInfo(name), content)  # of 1980, not of today
    return made.getvalue()


def _product() -> Iterator[tuple[str, bytes]]:
    """The packages as they are, the department's own plans and settings."""
    for package in _PACKAGES:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.suffix in (".py", ".toml") and _STAND_IN not in path.parents:
                yield path.relative_to(_ROOT).as_posix(), path.read_bytes()
    for name, content in own_files():
        yield f"{PLANS}/{name}", content
    settings = {"limits": dataclasses.asdict(limits_in_force()), "address": checking_page()}
    yield SETTINGS, json.dumps(settings).encode()


def _stand_in() -> Iterator[tuple[str, bytes]]:
    """Where pandas and pandera would lie: the small part of them that the rules use."""
    for path in sorted(_STAND_IN.rglob("*.py")):
        if path.parent != _STAND_IN or path.stem != "__init__":
            yield path.relative_to(_STAND_IN).as_posix(), path.read_bytes()


def _of_wheels(wheels: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            for name in archive.namelist():
                if name.endswith(_NEEDED) and not _USELESS.match(name):
                    yield name, archive.read(name)
