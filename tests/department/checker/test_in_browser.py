"""The checking page and the add-in's pane as an agency meets them, beside what `rp` says."""

import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from department.checker import sources, static_files
from department.checker.static_files import LIBRARY
from department.cli import run
from examples.keyboard import as_value
from resultatplan import __version__
from resultatplan.library import built_in_plans
from tests.acceptance.random_reports import typed
from tests.department.checker import pane as office
from tests.department.checker.checking_page import MOST_MILLISECONDS, CheckingPage, opened, served
from tests.department.checker.pane import Pane
from tests.hostile.kinds import VARIANTS
from tests.hosts import node
from tests.hosts.browser import NARROW, WIDE, Shown
from tests.hosts.requirement import require_host
from tests.pins.corpus import random_reports
from tests.validators.damage import put
from tests.validators.reports import address, complete_report, report
from tests.xl_addin.golden import OFFICE, Case
from tests.xl_addin.golden_cases import runs_in
from texts.language import DANISH
from workbooks.form import Column, Field

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples" / "indbakke"
TEMPLATES = ROOT / "workbooks" / "templates"
CAME = 1_735_000_000
"""When the first file came; each next one comes a minute later."""
EVERY_HOSTILE = 90
RANDOM_A_PLAN = 1
MARKUP = "<img src=x onerror=alert(1)>&amp;<script>document.title='x'</script>\u202e"
ADDIN = "https://intranet.example/resultatplan"
ANSWERED = ("#DIV/0!", "#N/A", "#NUM!", "#VALUE!")
"""The errors that Excel lets a function of an add-in answer with."""
RESULT = ("1.1.a", Column.RESULT)
EXPLANATION = ("1.1.a", Column.EXPLANATION)


@pytest.fixture(scope="module")
def fetched() -> sources.Sources:
    """What the registries have of it."""
    return sources.fetch(DANISH)


@pytest.fixture(scope="module")
def built(fetched, tmp_path_factory) -> Path:
    """What the two commands build of it."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "fetch", lambda _: fetched)
        packed = static_files._packed_parts(fetched)  # Once for both: it takes three seconds.
        patch.setattr(static_files, "_packed_parts", lambda _: packed)
        assert run(["checker", "build", "--out", str(folder)]) == 0
        assert run(["addin", "office", "--url", ADDIN, "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def overran(browser, built, tmp_path_factory) -> Iterator[tuple[CheckingPage, dict[str, Any]]]:
    """The single file, opened from disk without a network, and what it answered to two files.

    Its first worker took too long over the first of them: the second one, which is real, was woken.
    """
    folder = tmp_path_factory.mktemp("slow")
    files = [
        put_at(folder, "1 langsom.xlsx", complete_report()),
        put_at(folder, "2 god.xlsx", complete_report(period_id="Q3")),
    ]
    single = (built / "kontrol.html").as_uri()
    with opened(browser, single, offline=True, first_is_deaf=True) as page:
        page.shown.page.clock.install()
        page.choose(files)
        page.shown.live("Læser 1 af 2")
        page.shown.page.clock.fast_forward(61_000)
        yield page, page.answer()
        assert page.shown.complaints == []
        asked = (each for each in page.shown.requests if not each.startswith(("blob:", "data:")))
        assert [*asked] == [single]


@pytest.fixture
def page(overran) -> CheckingPage:
    """The page in Danish, and wide; its rules are awake."""
    page, _ = overran
    page.shown.page.set_viewport_size({"width": WIDE, "height": 900})
    page.shown.page.get_by_role("button", name="Dansk").click()
    return page


def put_at(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def corpus(folder: Path) -> list[Path]:
    """Hostile files, random reports, the examples; `test_stand_in.py` has a file for every code."""
    deep = [each for each in VARIANTS if "deep_nesting" in str(each)]
    for number, variant in enumerate((*VARIANTS[::EVERY_HOSTILE], *deep)):
        put_at(folder, f"variant {number:03}.xlsx", variant.make())
    for plan in built_in_plans():
        template = (TEMPLATES / f"{plan.id}.xlsx").read_bytes()
        for number, each in enumerate(random_reports(plan, RANDOM_A_PLAN)):
            inputs = {
                (sheet, cell): as_value(text)
                for sheet, cells in typed(plan, each).items()
                for cell, text in cells.items()
            }
            put_at(folder, f"{plan.id} {number}.xlsx", put(template, inputs))
    for path in sorted(EXAMPLES.glob("*.xlsx")):
        shutil.copy(path, folder)
    paths = sorted(folder.iterdir())
    for number, path in enumerate(paths):
        os.utime(path, (CAME + 60 * number,) * 2)
    return paths


def test_the_wheels_that_a_release_alone_has_are_those_of_the_same_pyodide(fetched):
    with tarfile.open(fileobj=io.BytesIO(fetched[sources.PYODIDE])) as package:
        known = json.load(package.extractfile("package/pyodide-lock.json"))["packages"]
    _, with_pandas = sources.listed()
    for name in ("numpy", "pandas"):
        theirs = {each: known[name][each] for each in ("version", "sha256")}
        assert with_pandas[name] == theirs


def test_a_file_that_takes_too_long_ends_the_worker_and_the_others_are_judged(overran):
    page, answer = overran
    slow, good = answer["reports"]["da"]
    assert [each["code"] for each in slow["findings"]] == ["RP-109"]
    assert "for lang tid" in slow["findings"][0]["message"]
    assert (good["file"], good["accepted"]) == ("2 god.xlsx", True)
    assert page.shown.page.locator(".report").count() == 2


def test_it_says_what_rp_says(page, tmp_path, monkeypatch, rp):
    paths = corpus(tmp_path)
    answer = page.check(*paths)
    monkeypatch.chdir(tmp_path)
    names = [path.name for path in paths]
    for lang in ("da", "en"):
        here = rp("validate", *names, "--json", "--lang", lang).json["reports"]
        assert answer["reports"][lang] == here


def test_a_mistake_is_shown_mended_and_accepted(page, tmp_path):
    undocumented = {("1.2.b", Column.DOCUMENTATION): None}
    wrong = report({RESULT: "ca. 60", Field.PREPARED_BY: None, EXPLANATION: None, **undocumented})
    page.check(put_at(tmp_path, "Socialstyrelsen Q4.xlsx", wrong))
    assert page.shown.live("Kontrolleret").endswith("Skal rettes.")
    missing = page.shown.page.get_by_role("table", name="Mangler at blive udfyldt (1)")
    assert "Stamdata!B12" in missing.inner_text()
    # What may be left blank is a warning, not something that must be filled in.
    warned = page.shown.page.get_by_role("table", name="Advarsler (1)")
    assert "Dokumentation mangler" in warned.inner_text()
    mend = page.shown.page.get_by_role("table", name="Skal rettes (1)")
    assert "»ca. 60« er ikke ét bestemt tal. Mente du 60?" in mend.inner_text()
    assert "Skriv ét tal." in mend.inner_text()
    page.check(put_at(tmp_path, "Socialstyrelsen Q4.xlsx", complete_report()))
    assert page.shown.live("Kontrolleret").endswith("I orden.")
    assert "Reglerne finder ingen fejl" in page.text
    assert "100 pct." in page.text
    assert "når målet" in page.text


def test_the_reports_of_a_year_are_compared(page, tmp_path):
    before = put_at(tmp_path, "1.xlsx", report({RESULT: 70}, period_id="Q3"))
    now = put_at(tmp_path, "2.xlsx", report({RESULT: 65}, period_id="Q4"))
    page.check(now, before)
    assert "faldet fra 70 i 3. kvartal til 65" in page.text
    assert page.shown.live("2 filer er kontrolleret")
    listed = page.shown.page.get_by_role("listitem")
    assert [each.split()[-1] for each in listed.all_inner_texts()] == ["2.xlsx", "1.xlsx"]
    listed.get_by_role("link", name="1.xlsx").click()
    assert page.shown.page.url.endswith("#report-1")


def test_english_by_a_switch(page):
    page.shown.page.get_by_role("button", name="English").click()
    assert page.shown.page.get_by_role("heading", name="Check your report").is_visible()
    assert "Nothing leaves your computer" in page.shown.page.locator("main").inner_text()
    assert page.shown.page.locator("html").get_attribute("lang") == "en"


def looks_right(shown: Shown, *widths: int) -> None:
    """Axe finds nothing, and nothing has to be scrolled sideways."""
    for width in widths:
        shown.page.set_viewport_size({"width": width, "height": 900})
        assert shown.violations() == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_and_narrow_it_can_be_read_by_everybody(page, tmp_path):
    wrong = report({RESULT: "ca. 60", Field.PREPARED_BY: "R" * 400})
    page.check(put_at(tmp_path, f"{'Rigsrevisionen' * 12}.xlsx", wrong))
    looks_right(page.shown, WIDE, NARROW)


def test_by_keyboard_too_a_cell_is_copied_and_the_findings_are_saved(page, tmp_path):
    page.shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.check(put_at(tmp_path, "rapport.xlsx", report({RESULT: "ca. 60"})))
    focused = "document.activeElement.id || document.activeElement.textContent"
    met = []
    for _ in range(3):
        page.shown.page.keyboard.press("Tab")
        met.append(page.shown.page.evaluate(focused))
    assert met == ["Udskriv", "Gem meldingerne som tekst", "Kopiér"]
    cell = f"Afrapportering!{address(RESULT)[1]}"
    page.shown.page.get_by_role("button", name=f"Kopiér {cell}").click()
    page.shown.live(f"{cell} er kopieret")
    assert page.shown.page.evaluate("navigator.clipboard.readText()") == cell
    with page.shown.page.expect_download() as download:
        page.shown.page.get_by_role("button", name="Gem meldingerne").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("rapport.xlsx: Skal rettes\n\nSKAL RETTES\n")
    assert f"{cell} (1.1.a): »ca. 60«" in text
    assert "Sådan rettes det: Skriv ét tal." in text


def test_nothing_in_a_file_becomes_anything_but_text(page, tmp_path):
    requests = len(page.shown.requests)
    name = f"{MARKUP.replace('/', '∕')}.xlsx"
    page.check(put_at(tmp_path, name, report({RESULT: MARKUP, EXPLANATION: MARKUP})))
    assert "onerror=alert(1)" in page.text
    assert "\u202e" not in page.text
    assert page.shown.page.locator("#results :is(img, script, a)").count() == 0
    assert page.shown.page.title() == "Kontrollér jeres rapport"
    assert len(page.shown.requests) == requests


def test_in_a_folder_it_fetches_its_parts_and_from_then_on_nothing(browser, built):
    """What is fetched is what the pane wakes on; with `Gør klar` it has all of it."""
    with served(built) as address, browser.at(address) as shown:
        shown.page.get_by_text("Gør klar …", exact=True).wait_for(timeout=MOST_MILLISECONDS)
        assert shown.complaints == []
        asked = "fetch('index.html').then(() => 'sent', () => 'refused')"
        assert shown.page.evaluate(asked) == "refused"
        assert "connect-src 'none'" in shown.complaints[0]
        elsewhere = (each for each in shown.requests if not each.startswith(address))
        assert [each for each in elsewhere if not each.startswith(("blob:", "data:"))] == []


# The add-in's pane and functions


@pytest.fixture(scope="module")
def pane(browser, built) -> Iterator[Pane]:
    """The pane, woken once, with Excel stood in for."""
    require_host(node.missing())
    node.install()
    with served(built) as address, office.opened(browser, f"{address}pane.html") as pane:
        yield pane
        assert pane.shown.complaints == []
        elsewhere = (each for each in pane.shown.requests if not each.startswith(address))
        assert [each for each in elsewhere if not each.startswith(("blob:", "data:"))] == [LIBRARY]


def test_the_open_workbook_is_checked_and_a_finding_leads_to_its_cell(pane):
    pane.open(report({RESULT: "ca. 60"}), "https://styrelsen.example/Rapport%20Q4.xlsx")
    assert "»ca. 60« er ikke ét bestemt tal. Mente du 60?" in pane.check()
    assert pane.shown.live("Kontrolleret") == "Kontrolleret: Rapport Q4.xlsx: Skal rettes."
    sheet, cell = address(RESULT)
    pane.shown.page.get_by_role("button", name=f"Gå til {sheet}!{cell}").click()
    pane.shown.live(f"{sheet}!{cell} er valgt")
    assert pane.selected() == [sheet, cell]
    looks_right(pane.shown, NARROW)
    pane.open(complete_report(), "C:\\Rapporter\\100%.xlsx")
    assert "Gem rapporten, før den sendes." in pane.check()
    assert pane.shown.live("Kontrolleret") == "Kontrolleret: 100%.xlsx: I orden."


def fits(case: Case, answer) -> bool:
    """An error that a function may not answer with comes out as #VALUE!, and says which it was."""
    shown = answer.get("value", answer.get("error"))
    if str(case.expected).startswith("#") and case.expected not in ANSWERED:
        return shown == "#VALUE!" and case.expected in answer["sentence"]
    return case.fits(shown)


def test_the_functions_answer_as_in_every_host(pane):
    cases = runs_in(OFFICE)
    answers = pane.answers([(case.function, case.arguments) for case in cases])
    wrong = [
        (case.name, case.expected, answer)
        for case, answer in zip(cases, answers, strict=True)
        if not fits(case, answer)
    ]
    assert wrong == []


def test_without_arguments_the_total_is_that_of_the_open_workbook(pane):
    totals = [("RP_SCORE", ()), ("RP_EXPECTED", ()), ("RP_ATTAINABLE", ())]
    pane.open(
        goals=[
            ["Mål", "Vægt", "Opfyldelse", "Sikret", "Forventet", "Opnåelig"],
            ["1", 60, 100, 100, 100, 100],
            ["2", 40, "afventer", 0, 50, 100],
        ]
    )
    assert [each["value"] for each in pane.answers(totals)] == [60, 80, 100]
    pane.open(goals=[["Vægt", "Opfyldelse"], [60, 100], [40, 0]])
    assert [each["value"] for each in pane.answers(totals)] == [60, 60, 60]
    pane.open()
    (answer, *_) = pane.answers(totals)
    assert answer["error"] == "#VALUE!"
    assert answer["sentence"].startswith("Uden argumenter skal formlen stå i en resultatplan")


def test_an_error_says_in_danish_what_is_wrong(pane):
    version, wrong = pane.answers([("RP_VERSION", ()), ("RP_MEASURE", ("ukendt", None, 1, ""))])
    assert version == {"value": __version__}
    assert wrong["error"] == "#VALUE!"
    assert wrong["sentence"].startswith('Kravet "ukendt" kendes ikke.')
