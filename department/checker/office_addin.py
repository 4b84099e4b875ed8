"""The add-in for Excel on Mac, on the web and on locked computers, as files for a web server.

Its pane is the checking page over the open workbook: the same worker, rules and display. Excel's
own library has to come from Microsoft; it makes styles and loads scripts of its own, so that the
policy is wider than the page's by just that.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

from department.checker.sources import Sources
from department.checker.static_files import (
    POLICY,
    in_page,
    packed_parts,
    page,
    script,
    write_parts,
)
from department.output import write_bytes
from texts import checker as checker_texts
from texts import office_addin as say
from texts.language import Language
from xl_addin import office_js

MICROSOFT = "https://appsforoffice.microsoft.com"
LIBRARY = f"{MICROSOFT}/lib/1/hosted/office.js"


def write_office_addin(
    sources: Sources, address: str, out: Path, today: date, lang: Language
) -> None:
    """Write the files that are to lie at `address`, which ends with a slash, into `out`.

    `sources` are Pyodide and the wheels by name. Raises `click.ClickException` when a file cannot
    be written.
    """
    parts = write_parts(packed_parts(sources), out, lang)
    policy = POLICY.format(style="'unsafe-inline'", script=f"'self' {MICROSOFT}", connect="'self'")
    pane = page(
        *("pane.html.j2", (checker_texts, say), policy, parts, today, lang),
        library=LIBRARY,
        functions=in_page(office_js.described()),
        script=office_js.SCRIPT,
    )
    written = {
        office_js.MANIFEST: office_js.manifest(address).encode(),
        office_js.METADATA: office_js.function_metadata().encode(),
        office_js.SCRIPT: script("pane.js", "functions.js").encode(),
        office_js.PANE: pane,
    }
    for size in office_js.ICON_SIZES:
        icon = files("xl_addin").joinpath("icons", office_js.icon(size))
        written[office_js.icon(size)] = icon.read_bytes()
    for name, content in written.items():
        write_bytes(out / name, content, lang)
