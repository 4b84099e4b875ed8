"""The year of examples done whole at the desk, by mouse and keyboard, in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from department.desk.server import serving
from department.overview.assessment import decisions_in
from examples.recipes import YEAR
from resultatplan.plans_folder import plans_in
from tests.department.desk.at_the_desk import AtTheDesk, desk_in
from tests.hosts.browser import Browser, Shown

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtTheDesk]:
    folder = tmp_path_factory.mktemp("desk")
    with plans_in(folder / "planer"), desk_in(folder) as made:
        yield made


@contextmanager
def opened(browser: Browser, desk: AtTheDesk, width: int = 1024) -> Iterator[Shown]:
    """The desk in the browser; nothing was complained of, nothing asked for elsewhere."""
    server = serving(desk.office, "da")
    thread = Thread(target=server.run)
    thread.start()
    try:
        with browser.at(server.address, width=width) as shown:
            yield shown
            assert shown.complaints == []
            origin = server.address.rpartition("/da/")[0]
            strangers = [each for each in shown.requests if not each.startswith((origin, "data:"))]
            assert strangers == []
    finally:
        server.stop()
        thread.join(10)


def hand_in(page: Page, folder: Path) -> str:
    """Choose a folder's files, and wait for their verdicts; what the page announces."""
    page.get_by_role("link", name="Indbakke").click()
    page.locator("input[type=file]").first.set_input_files(sorted(folder.iterdir()))
    page.get_by_role("button", name="Læg i indbakken").click()
    page.locator("#round:not([data-going])").wait_for()
    return page.get_by_role("status").inner_text()


def test_the_year_is_done_whole_at_the_desk(browser, desk):
    with opened(browser, desk) as shown:
        page = shown.page
        for folder in sorted(YEAR.iterdir()):
            said = hand_in(page, folder)
        assert said.endswith("15 godkendt, 6 skal rettes, 0 ingen rapport.")
        assert shown.violations() == []

        page.get_by_role("link", name="Overblik").click()
        assert page.locator("#matrix tbody tr").count() == 5
        assert shown.violations(contrast=False) == []
        page.locator("details.agency > summary", has_text="Socialstyrelsen 2020").click()
        page.get_by_role("link", name="Breve, skabelon").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Socialstyrelsen 2020"
        assert shown.violations(contrast=False) == []

        page.get_by_label("Højeste beløb").fill("150.000")
        page.get_by_label("Afgørelse").fill("Udbetales.")
        page.get_by_role("button", name="Gem").click()
        assert page.get_by_label("Højeste beløb").input_value() == "150.000"
        typed = decisions_in(desk.office.overview.read_bytes())["Socialstyrelsen", 2020, ""]
        assert (typed.maximum, typed.words) == (150_000, "Udbetales.")

        page.get_by_role("button", name="Lav målrapporteringen").click()
        with page.expect_download() as got:
            page.get_by_role("link", name=".docx").click()
        assert got.value.suggested_filename.endswith("socialstyrelsen-2020.docx")

        page.get_by_role("link", name="Breve").first.click()
        assert shown.violations() == []
        page.get_by_role("link", name="Læs brevet").first.click()
        letter = page.locator("textarea")
        letter.fill(f"{letter.input_value()}\nRing gerne.")
        page.get_by_role("button", name="Gem").click()
        assert page.locator("textarea").input_value().endswith("Ring gerne.")
        assert shown.violations() == []

        page.get_by_role("link", name="Planer").click()
        assert shown.violations() == []
        page.get_by_role("link", name="Socialstyrelsen").click()
        page.get_by_role("button", name="Lav næste års udkast").click()
        assert shown.violations() == []
        with page.expect_download() as got:
            page.get_by_role("link", name="udkast-2021.xlsx").click()
        page.get_by_role("link", name="Planer").click()
        page.get_by_label("En plan i Excel").set_input_files(got.value.path())
        page.get_by_role("button", name="Kontrollér planen").click()
        assert page.get_by_text("RP-8").first.is_visible()
        assert shown.violations() == []


def test_what_is_dropped_is_judged_and_shown_by_keyboard(browser, desk):
    with opened(browser, desk) as shown:
        page = shown.page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "files"
        page.evaluate(
            """() => {
              const data = new DataTransfer();
              data.items.add(new File(["x"], "<b>løst.xlsx", { type: "text/plain" }));
              document.getElementById("drop").dispatchEvent(
                new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }"""
        )
        page.get_by_role("link", name="_b_løst.xlsx").first.click()
        assert "RP-102" in page.locator("#finding-table").inner_text()
        assert shown.violations() == []
        page.get_by_role("link", name="English").click()
        assert "Errors and warnings" in page.locator("main").inner_text()
        assert shown.violations() == []
