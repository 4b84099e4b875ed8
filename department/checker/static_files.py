"""The checking page as files: a folder for a web server, and the same page in one file.

The page is one template, and the pane of the Office add-in another view of it: the same worker,
rules and display over the open workbook. In the folder a page fetches what it runs on, in the
single file that stands inside. The policy allows the page's own style and script, and nothing
from elsewhere; the pane's is wider by Excel's own library, which has to come from Microsoft.
"""

from __future__ import annotations

import base64
import dataclasses
import gzip
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from markupsafe import Markup

from department.checker.engine import PLANS, SETTINGS
from department.checker.sources import PANDAS, PYODIDE, Sources
from department.documents import said_now, templates
from department.output import write_bytes
from department.page.webpage import TRUSTED, hash_source, marks, stylesheet
from resultatplan import __version__
from resultatplan.library import all_plans, own_files
from texts import checker as say
from texts import office_addin, standing
from texts import page as page_texts
from texts.language import DANISH, ENGLISH, Language, day
from workbooks.blueprint.guide_sheet import checking_page
from workbooks.reading.archive import limits_in_force
from xl_addin import office_js

_TYPES = {
    "pyodide.mjs": "text/javascript",
    "pyodide.asm.mjs": "text/javascript",
    "pyodide.asm.wasm": "application/wasm",
    "python_stdlib.zip": "application/zip",
}
"""What the page needs of Pyodide."""
_LOCK = "pyodide-lock.json"
_POLICY = (
    "default-src 'none'; style-src {style}; script-src {script} blob: 'wasm-unsafe-eval'; "
    "worker-src blob:; connect-src {connect}; img-src data:; base-uri 'none'; form-action 'none'"
)
"""What a page may do, and where its style, script and parts may come from."""
_MICROSOFT = "https://appsforoffice.microsoft.com"
LIBRARY = f"{_MICROSOFT}/lib/1/hosted/office.js"
"""Excel's own library; it makes styles and loads scripts of its own."""
_SHARED = {
    standing: [
        "SECURED",
        "EXPECTED_TOTAL",
        "ATTAINABLE",
        "GOAL",
        "FULFILMENT",
        "EXPLANATION",
        "HINT",
    ],
    page_texts: ["GOALS", "MESSAGE", "PERCENT", "FOUND_EXPECTED", "NOT_GIVEN"],
}
"""What the page says in the words of the other views."""
_MISSING = ("RP-408", "RP-503", "RP-505", "RP-506", "RP-509", "RP-514")
"""The errors of what is not filled in: they are shown by themselves."""

_ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = ("department", "resultatplan", "texts", "validators", "workbooks", "xl_addin")
_STAND_IN = Path(__file__).with_name("stand_in")
_NEEDED = (".py", ".so", ".dist-info/METADATA")
"""What a wheel is run from; some look up their own version when they are imported."""
_USELESS = re.compile(r"pydantic/v1/|holidays/countries/(?!denmark)|(numpy|pandas)/(.*/)?tests/")
"""Of the wheels: what no report needs, and would double the archive."""


Parts = Mapping[str, Mapping[str, str]]
"""What a page runs on by name: its type, and its address or itself in base 64."""


def write_checker(sources: Sources, out: Path, today: date, lang: Language) -> int:
    """Write folder and single file into `out`; how many bytes the single file has.

    `sources` are Pyodide and the wheels by name. Raises `click.ClickException` when a file cannot
    be written.
    """
    packed = _packed_parts(sources)
    inside = {
        name: {"type": kind, "data": base64.b64encode(content).decode()}
        for name, (kind, content) in packed.items()
    }
    outside = _write_parts(packed, out, lang)
    write_bytes(out / say.FOLDER_NAME, _checking_page(outside, "'self'", today, lang), lang)
    single = _checking_page(inside, "'none'", today, lang)
    write_bytes(out / say.SINGLE_NAME, single, lang)
    return len(single)


def write_office_addin(
    sources: Sources, address: str, out: Path, today: date, lang: Language
) -> None:
    """Write the add-in for Excel on Mac, the web and locked computers into `out`.

    Its files are to lie at `address`, which ends with a slash; sources and errors are those of
    `write_checker`.
    """
    parts = _write_parts(_packed_parts(sources), out, lang)
    policy = _POLICY.format(
        style="'unsafe-inline'", script=f"'self' {_MICROSOFT}", connect="'self'"
    )
    pane = _page(
        *("pane.html.j2", (say, office_addin), policy, parts, today, lang),
        library=LIBRARY,
        functions=_in_page(office_js.described()),
        script=office_js.SCRIPT,
    )
    written = {
        office_js.MANIFEST: office_js.manifest(address).encode(),
        office_js.METADATA: office_js.function_metadata().encode(),
        office_js.SCRIPT: _script("pane.js", "functions.js").encode(),
        office_js.PANE: pane,
    }
    for icon in map(office_js.icon, office_js.ICON_SIZES):
        written[icon] = files("xl_addin").joinpath("icons", icon).read_bytes()
    for name, content in written.items():
        write_bytes(out / name, content, lang)


# What a page runs on


def _packed_parts(sources: Sources) -> dict[str, tuple[str, bytes]]:
    """What a page runs on by name: its type, its bytes as gzip."""
    with tarfile.open(fileobj=io.BytesIO(sources[PYODIDE])) as package:

        def member(name: str) -> bytes:
            file = package.extractfile(f"package/{name}")
            assert file is not None, name
            return file.read()

        parts = {name: (kind, member(name)) for name, kind in _TYPES.items()}
        lock = {"info": json.loads(member(_LOCK))["info"], "packages": {}}
    parts[_LOCK] = "application/json", json.dumps(lock).encode()
    wheels = {name: content for name, content in sources.items() if name != PYODIDE}
    parts["rules.zip"] = "application/zip", _rules(wheels)
    return {name: (kind, gzip.compress(each, 9, mtime=0)) for name, (kind, each) in parts.items()}


def _rules(wheels: Mapping[str, bytes]) -> bytes:
    """The archive that Python finds in the browser: the product, its wheels, plans and limits.

    Where `wheels` has no pandas, what stands in for it and for pandera is laid in its place.
    """
    packed = {
        path.relative_to(_ROOT).as_posix(): path.read_bytes()
        for package in _PACKAGES
        for path in sorted((_ROOT / package).rglob("*"))
        if path.suffix in (".py", ".toml") and _STAND_IN not in path.parents
    }
    packed |= {f"{PLANS}/{name}": content for name, content in own_files()}
    settings = {"limits": dataclasses.asdict(limits_in_force()), "address": checking_page()}
    packed[SETTINGS] = json.dumps(settings).encode()
    if PANDAS not in wheels:
        for path in sorted(_STAND_IN.rglob("*.py")):
            if path != _STAND_IN / "__init__.py":
                packed[path.relative_to(_STAND_IN).as_posix()] = path.read_bytes()
    for wheel in map(io.BytesIO, wheels.values()):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(_NEEDED) and not _USELESS.match(name):
                    packed[name] = archive.read(name)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:  # Stored: packed as a whole it becomes smaller.
        for name, content in packed.items():
            archive.writestr(zipfile.ZipInfo(name), content)  # of 1980, not of today
    return made.getvalue()


def _write_parts(packed: Mapping[str, tuple[str, bytes]], out: Path, lang: Language) -> Parts:
    """Write them as files of their own beside a page in `out`."""
    written = {}
    for name, (kind, content) in packed.items():
        # Every web server knows the ending .bin, and sends such a file as it is.
        address = f"motor/{name}.bin"
        written[name] = {"type": kind, "address": address}
        write_bytes(out / address, content, lang)
    return written


# The pages


def _checking_page(parts: Parts, connect: str, today: date, lang: Language) -> bytes:
    own = _script("page.js")
    sources = {"style": hash_source(_look()), "script": hash_source(own), "connect": connect}
    policy = f"{_POLICY.format(**sources)}; {TRUSTED}"
    return _page("page.html.j2", (say,), policy, parts, today, lang, script=Markup(own))  # noqa: S704


def _page(
    template: str,
    texts: Sequence[ModuleType],
    policy: str,
    parts: Parts,
    today: date,
    lang: Language,
    **own: str,
) -> bytes:
    """A page that asks the rules and says the `texts`, as its template makes it of `own`.

    Of a name that several of the texts have, the last one's is said.
    """
    languages: tuple[Language, ...] = (DANISH, ENGLISH)
    words = {each: _words(each, texts, today) for each in languages}
    made = templates(lang, standing, *texts, folders=("checker",)).get_template(template)
    filled = made.render(
        policy=policy,
        style=Markup(_look()),  # noqa: S704 (the package's own files)
        worker=Markup(_file("worker.js")),  # noqa: S704
        words=_in_page(words | {"missing": _MISSING}),
        parts=_in_page(parts),
        **own,
    )
    return filled.encode()


def _script(*names: str) -> str:
    """The script of a page, from what all of them begin with and its own files."""
    own = "\n".join(map(_file, ("engine.js", "report.js", *names)))
    return f"(() => {{\n{own}}})();\n"


def _look() -> str:
    return stylesheet() + _file("page.css")


def _in_page(document: object) -> Markup:
    """JSON that ends no element."""
    return Markup(json.dumps(document, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


def _file(name: str) -> str:
    return files("department.checker").joinpath(name).read_text(encoding="utf-8")


def _words(lang: Language, texts: Sequence[ModuleType], today: date) -> dict[str, object]:
    """Everything that a page says in a language: sentences, marks, verdicts."""
    shared = {
        name: getattr(module, name)(lang) for module, names in _SHARED.items() for name in names
    }
    said = vars(said_now(lang, *texts))
    plans = ", ".join(f"{plan.institution} {plan.year}" for plan in all_plans())
    told = marks(lang)
    return {
        **said,
        **shared,
        "MADE_BY": say.MADE_BY(lang, version=__version__, day=day(today, lang)),
        "PLANS": say.PLANS(lang, plans=plans),
        "groups": {group: text(lang) for group, text in say.GROUPS.items()},
        "states": told,
        "verdicts": {
            "true": (told["accepted"][0], said["IN_ORDER"], said["IN_ORDER_NOTE"]),
            "false": (told["returned"][0], said["TO_MEND"], said["TO_MEND_NOTE"]),
            "null": (told["waiting"][0], said["PASSED_OVER"], said["PASSED_OVER_NOTE"]),
        },
    }
