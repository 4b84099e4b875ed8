"""The checking page as files: a folder for a web server, and the same page in one file.

The page is one template. In the folder it fetches what it runs on, in the single file that stands
inside. Either way the policy allows the page's own style and script, and nothing from elsewhere.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import tarfile
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from department.checker.bundle import bundle
from department.checker.sources import PYODIDE, Sources
from department.output import write_bytes
from department.page.webpage import TRUSTED, hash_source, stylesheet
from department.page.words import slot_marks, state_marks
from department.template_texts import said_now, templates
from resultatplan import __version__
from resultatplan.library import all_plans
from texts import checker as say
from texts import page, standing
from texts.language import DANISH, ENGLISH, Language, day

_ENGINE = "motor"
_TYPES = {
    "pyodide.mjs": "text/javascript",
    "pyodide.asm.mjs": "text/javascript",
    "pyodide.asm.wasm": "application/wasm",
    "python_stdlib.zip": "application/zip",
}
"""What the page needs of Pyodide."""
_LOCK = "pyodide-lock.json"
_RULES = "rules.zip"
_POLICY = (
    "default-src 'none'; style-src {style}; script-src {script} blob: 'wasm-unsafe-eval'; "
    "worker-src blob:; connect-src {connect}; img-src data:; base-uri 'none'; form-action 'none'; "
    f"{TRUSTED}"
)
_SHARED = {
    standing: (
        "SECURED",
        "EXPECTED_TOTAL",
        "ATTAINABLE",
        "GOAL",
        "FULFILMENT",
        "EXPLANATION",
        "HINT",
    ),
    page: ("GOALS", "MESSAGE", "PERCENT", "FOUND_EXPECTED", "NOT_GIVEN"),
}
"""What the page says in the words of the other views."""


_MISSING = ("RP-408", "RP-503", "RP-504", "RP-505", "RP-506", "RP-509", "RP-513", "RP-514")
"""The findings of what is not filled in: they are shown by themselves."""


def write_checker(sources: Sources, out: Path, today: date, lang: Language) -> int:
    """Write folder and single file into `out`; how many bytes the single file has.

    `sources` are Pyodide and the wheels by name. Raises `click.ClickException` when a file cannot
    be written.
    """
    parts = _parts(sources)
    inside, outside = {}, {}
    for name, (kind, content) in parts.items():
        packed = gzip.compress(content, 9, mtime=0)
        inside[name] = {"type": kind, "data": base64.b64encode(packed).decode()}
        # Every web server knows the ending .bin, and sends such a file as it is.
        address = f"{_ENGINE}/{name}.bin"
        outside[name] = {"type": kind, "address": address}
        write_bytes(out / address, packed, lang)
    write_bytes(out / say.FOLDER_NAME, _page(outside, "'self'", today, lang), lang)
    single = _page(inside, "'none'", today, lang)
    write_bytes(out / say.SINGLE_NAME, single, lang)
    return len(single)


def _parts(sources: Sources) -> dict[str, tuple[str, bytes]]:
    """What the page runs on by name: its type, its bytes."""
    parts = {}
    with tarfile.open(fileobj=io.BytesIO(sources[PYODIDE])) as package:

        def member(name: str) -> bytes:
            file = package.extractfile(f"package/{name}")
            assert file is not None, name
            return file.read()

        for name, kind in _TYPES.items():
            parts[name] = kind, member(name)
        lock = {"info": json.loads(member(_LOCK))["info"], "packages": {}}
    parts[_LOCK] = "application/json", json.dumps(lock).encode()
    wheels = (content for name, content in sources.items() if name != PYODIDE)
    parts[_RULES] = "application/zip", bundle(wheels)
    return parts


def _page(
    parts: Mapping[str, Mapping[str, str]], connect: str, today: date, lang: Language
) -> bytes:
    folder = files("department.checker")
    script, worker, own = (
        folder.joinpath(name).read_text(encoding="utf-8")
        for name in ("page.js", "worker.js", "page.css")
    )
    look = stylesheet() + own
    template = templates(lang, standing, say, folders=("checker",)).get_template("page.html.j2")
    words = {DANISH: _words(DANISH, today), ENGLISH: _words(ENGLISH, today), "missing": _MISSING}
    page = template.render(
        policy=_POLICY.format(style=hash_source(look), script=hash_source(script), connect=connect),
        style=Markup(look),  # noqa: S704 (the package's own files)
        script=Markup(script),  # noqa: S704
        worker=Markup(worker),  # noqa: S704
        words=_json(words),
        parts=_json(parts),
    )
    return page.encode()


def _json(document: object) -> Markup:
    """JSON that ends no element."""
    return Markup(json.dumps(document, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


def _words(lang: Language, today: date) -> dict[str, object]:
    """Everything that the page says in a language: sentences, marks, verdicts."""
    shared = {
        name: getattr(module, name)(lang) for module, names in _SHARED.items() for name in names
    }
    plans = ", ".join(f"{plan.institution} {plan.year}" for plan in all_plans())
    slots = slot_marks(lang)
    return {
        **vars(said_now(lang, say)),
        **shared,
        "MADE_BY": say.MADE_BY(lang, version=__version__, day=day(today, lang)),
        "PLANS": say.PLANS(lang, plans=plans),
        "groups": {group: text(lang) for group, text in say.GROUPS.items()},
        "states": state_marks(lang),
        "verdicts": {
            "true": (slots["accepted"][0], say.IN_ORDER(lang), say.IN_ORDER_NOTE(lang)),
            "false": (slots["returned"][0], say.TO_MEND(lang), say.TO_MEND_NOTE(lang)),
            "null": (slots["waiting"][0], say.PASSED_OVER(lang), say.PASSED_OVER_NOTE(lang)),
        },
    }
