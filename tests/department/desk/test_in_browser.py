"""The year of examples done whole at the desk, by mouse and keyboard, in a browser.

With `--desk-under-wine` the desk is that of the package for Windows, which takes some minutes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from department.desk.server import serving
from department.overview.assessment import decisions_in
from examples.recipes import YEAR
from resultatplan.plans_folder import plans_in
from tests.department.desk.at_the_desk import TODAY, desk_in
from tests.department.desk.in_browser import downloaded, hand_in
from tests.hosts.browser import Browser, Shown
from tests.hosts.wine import Wine, windows_path
from tests.validators.plan_book.authored import settled

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class OpenDesk:
    """Where a desk answers, and the folder of what it writes."""

    address: str
    out: Path


@contextmanager
def here(folder: Path) -> Iterator[OpenDesk]:
    """A desk of this process."""
    with plans_in(folder / "planer"), desk_in(folder) as made:
        server = serving(made.office, "da")
        thread = Thread(target=server.run)
        thread.start()
        try:
            yield OpenDesk(server.address, made.office.out)
        finally:
            server.stop()
            thread.join(10)


@contextmanager
def under_wine(wine: Wine, folder: Path) -> Iterator[OpenDesk]:
    """The desk of the package for Windows."""
    documents, plans = folder / "Æblers dokumenter", folder / "planer"
    plans.mkdir()
    with wine.desk(documents, "--plans", windows_path(plans), "--today", str(TODAY)) as address:
        yield OpenDesk(address, documents / "Resultatplan" / "udbakke")


@pytest.fixture(scope="module")
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenDesk]:
    folder = tmp_path_factory.mktemp("desk")
    is_under_wine = request.config.getoption("--desk-under-wine")
    with (
        under_wine(request.getfixturevalue("wine"), folder) if is_under_wine else here(folder)
    ) as opened:
        yield opened


@contextmanager
def shown_of(browser: Browser, desk: OpenDesk) -> Iterator[Shown]:
    """The desk in the browser; nothing was complained of, nothing asked for elsewhere."""
    with browser.at(desk.address, width=1024) as shown:
        yield shown
        assert shown.complaints == []
        origin = desk.address.rpartition("/da/")[0]
        strangers = [each for each in shown.requests if not each.startswith((origin, "data:"))]
        assert strangers == []


def test_the_year_is_done_whole_at_the_desk(browser, desk):
    with shown_of(browser, desk) as shown:
        *until_autumn, year_out, corrections = sorted(YEAR.iterdir())
        for inbox in until_autumn:
            hand_in(shown.page, inbox)
        the_last_periods_template_is_made(shown)
        hand_in(shown.page, year_out)
        said = hand_in(shown.page, corrections)
        assert said.endswith("15 godkendt, 6 skal rettes, 0 ingen rapport.")
        assert shown.violations() == []
        the_bonus_is_decided_and_the_goals_are_reported(shown, desk.out)
        a_letter_is_changed(shown)
        next_year_is_agreed(shown)
        a_goal_is_withdrawn(shown)


def the_last_periods_template_is_made(shown: Shown) -> None:
    page = shown.page
    page.get_by_role("link", name="Socialstyrelsen 2020").first.click()
    page.get_by_role("button", name="Lav næste periodes skabelon").click()
    assert "overført fra 3. kvartal til 4. kvartal" in page.get_by_role("status").inner_text()
    assert downloaded(page, "socialstyrelsen-2020-Q4.xlsx").stat().st_size > 20_000
    assert shown.violations(contrast=False) == []


def the_bonus_is_decided_and_the_goals_are_reported(shown: Shown, out: Path) -> None:
    page = shown.page
    page.get_by_role("link", name="Overblik").click()
    assert page.locator("#matrix tbody tr").count() == 5
    assert shown.violations(contrast=False) == []
    page.locator("details.agency > summary", has_text="Socialstyrelsen 2020").click()
    page.get_by_role("link", name="Breve, skabelon").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Socialstyrelsen 2020"
    page.get_by_label("Højeste beløb").fill("150.000")
    page.get_by_label("Afgørelse").fill("Udbetales.")
    page.get_by_role("button", name="Gem").click()
    assert page.get_by_label("Højeste beløb").input_value() == "150.000"
    typed = decisions_in((out / "overblik.xlsx").read_bytes())["Socialstyrelsen", 2020, ""]
    assert (typed.maximum, typed.words) == (150_000, "Udbetales.")
    page.get_by_role("button", name="Lav målrapporteringen").click()
    assert downloaded(page, ".docx").name.endswith("socialstyrelsen-2020.docx")


def a_letter_is_changed(shown: Shown) -> None:
    page = shown.page
    page.get_by_role("link", name="Breve").first.click()
    assert shown.violations() == []
    page.get_by_role("link", name="Læs brevet").first.click()
    letter = page.locator("textarea")
    letter.fill(f"{letter.input_value()}\nRing gerne.")
    page.get_by_role("button", name="Gem").click()
    assert page.locator("textarea").input_value().endswith("Ring gerne.")
    assert shown.violations() == []


def next_year_is_agreed(shown: Shown) -> None:
    """The draft is made, checked, decided on in Excel, checked again and imported."""
    page = shown.page
    page.get_by_role("link", name="Planer").click()
    assert shown.violations() == []
    page.get_by_role("link", name="Socialstyrelsen").click()
    page.get_by_role("button", name="Lav næste års udkast").click()
    assert shown.violations() == []
    draft = downloaded(page, "udkast-2021.xlsx")
    page.get_by_role("link", name="Planer").click()
    page.get_by_label("En plan i Excel").set_input_files(draft)
    page.get_by_role("button", name="Kontrollér planen").click()
    assert page.get_by_text("RP-881").first.is_visible()
    assert shown.violations() == []
    draft.write_bytes(settled(draft.read_bytes()))
    page.get_by_label("En plan i Excel").set_input_files(draft)
    page.get_by_role("button", name="Kontrollér igen").click()
    page.get_by_role("button", name="Indlæs planen").click()
    assert "socialstyrelsen-2021@1.0 er indlæst." in page.get_by_role("status").inner_text()
    assert downloaded(page, "socialstyrelsen-2021.xlsx").stat().st_size > 20_000


def a_goal_is_withdrawn(shown: Shown) -> None:
    """In the year of the plan that the page shows."""
    page = shown.page
    page.get_by_text("En beslutning i årets løb").click()
    page.get_by_label("Mål eller delmål").select_option("1.4")
    page.get_by_label("Begrundelse").fill("Opgaven er flyttet")
    page.get_by_role("button", name="Skriv beslutningen").click()
    said = page.get_by_role("status").inner_text()
    assert "Mål 1.4: udgået efter departementets beslutning 01-02-2021" in said
    assert downloaded(page, "socialstyrelsen-2021@1.1.xlsx").stat().st_size > 20_000
    assert shown.violations() == []


def drop_a_file(page: Page) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["x"], "<b>løst.xlsx", { type: "text/plain" }));
          document.getElementById("drop").dispatchEvent(
            new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )


def test_what_is_dropped_is_judged_and_shown_by_keyboard_and_why_it_is_not_taken(browser, desk):
    with browser.at(desk.address, width=1024) as shown:
        shown.page.get_by_label("Modtaget").fill("0021-01-15")
        drop_a_file(shown.page)
        shown.page.get_by_role("status").get_by_text("0021-01-15").wait_for()
    with shown_of(browser, desk) as shown:
        page = shown.page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "files"
        drop_a_file(page)
        page.get_by_role("link", name="_b_løst.xlsx").first.click()
        assert "RP-102" in page.locator("#finding-table").inner_text()
        assert shown.violations() == []
        page.get_by_role("link", name="English").click()
        assert "Errors and warnings" in page.locator("main").inner_text()
        assert shown.violations() == []
