"""The page as its readers meet it: in a browser, by keyboard, narrow, without scripts, on paper."""

from collections.abc import Iterator

import pytest

from department.page.webpage import write_page
from tests.department.desks import a_busy_desk, a_desk
from tests.department.judged_files import a_report
from tests.hosts.browser import NARROW, WIDE, Shown
from workbooks.form import Column, Field

pytestmark = pytest.mark.browser
MIDDLE = 900

OPEN_ALL = "for (const each of document.querySelectorAll('details')) each.open = true"
FOCUSED = "document.activeElement.textContent.trim() || document.activeElement.name"
SHOWN_ROWS = "table => [...table.tBodies[0].rows].filter(row => !row.hidden).length"
INTERACTIVE = "a[href], button, select, input, summary"


@pytest.fixture(scope="module")
def danish() -> bytes:
    return write_page(a_busy_desk())


@pytest.fixture
def shown(browser, danish) -> Iterator[Shown]:
    with browser.showing(danish) as page:
        yield page
        assert page.complaints == []
        assert [each for each in page.requests if not each.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(("lang", "width"), [("en", WIDE), ("da", NARROW)])
def test_axe_finds_nothing_with_everything_open(browser, lang, width):
    with browser.showing(write_page(a_busy_desk(), lang), width=width) as page:
        page.page.locator("#open-all").click()
        page.page.evaluate(OPEN_ALL)
        assert page.page.locator("figure svg").count() > 5
        assert page.violations(contrast=width == WIDE) == []
        # Narrow tables are still tables to a screen reader.
        tree = page.page.locator("#matrix").aria_snapshot()
        roles = ("- table", "- rowgroup", "- row ", "- columnheader", "- rowheader", "- cell")
        assert [role for role in roles if role not in tree] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_has_to_be_scrolled_sideways(browser, scripts):
    long = "Rigsrevisionsbemærkninger" * 20
    typed = {
        ("3.1.a", Column.RESULT): long,
        ("3.1.a", Column.EXPLANATION): long,
        Field.PREPARED_BY: long,
    }
    report = a_report(typed, file=f"{long}.xlsx")
    with browser.showing(write_page(a_desk([report])), scripts=scripts) as page:
        for summary in page.page.locator("summary").all():
            if summary.is_visible():
                summary.click()
        page.page.locator(".goals").first.wait_for()
        for width in (WIDE, MIDDLE, NARROW):
            page.page.set_viewport_size({"width": width, "height": 900})
            assert page.page.locator("main").bounding_box()["width"] <= width  # type: ignore[index]
            assert page.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_everything_can_be_read(browser, danish):
    with browser.showing(danish, scripts=False) as page:
        assert not page.page.locator("#filter").is_visible()
        assert page.page.locator("#overview noscript p").is_visible()
        page.page.locator("details.agency > summary").first.click()
        assert "21,25 mio. kr. I16" in page.page.locator("#a0-3\\.1\\.a").inner_text()
        assert "To stillinger blev besat" in page.page.locator("#deviations").inner_text()


def test_a_period_leads_into_its_agency_and_a_deviation_to_its_criterion_and_back(shown):
    shown.page.locator("#matrix").get_by_role("link", name="Skal rettes").click()
    place = shown.page.locator("#a1-Q3")
    place.wait_for()
    assert place.evaluate("element => element === document.activeElement")
    shown.page.locator("#deviation-table").get_by_role("link", name="3.1.a").click()
    row = shown.page.locator("#a0-3\\.1\\.a")
    row.wait_for()
    row.get_by_role("link", name="Afvigelse").click()
    focused = shown.page.locator("#deviation-table tr.here")
    assert "To stillinger" in focused.inner_text()


def test_a_link_leads_to_a_row_that_the_filter_hides(shown):
    shown.page.locator("details.agency > summary").first.click()
    shown.page.get_by_role("combobox", name="Alvor").select_option("error")
    shown.live("Viser 1 af 2 institutioner")
    shown.page.evaluate("location.hash = '#a0-3.1.a'")
    shown.live("Viser 2 af 2")
    assert shown.page.locator("#a0-3\\.1\\.a").is_visible()


def test_a_choice_filters_is_announced_and_taken_back(shown):
    for name, choice, announced in (
        ("Institution", "1", "Viser 1 af 2 institutioner, 2 af 4 afvigelser og 5 af 7 meldinger."),
        ("Tilstand", "returned", "Viser 1 af 2 institutioner, 1 af 4 "),
        ("Tilstand", "late", "Viser 0 af 2 institutioner"),
        ("Alvor", "warning", "Viser 1 af 2 institutioner, 4 af 4 afvigelser og 1 af 7 meldinger."),
    ):
        shown.page.get_by_role("combobox", name=name).select_option(choice)
        assert shown.live(announced).startswith(announced)
        shown.page.get_by_role("button", name="Nulstil filter").click()
        shown.live("Viser 2 af 2")
        assert shown.page.locator("#finding-table").evaluate(SHOWN_ROWS) == 7
    shown.page.get_by_label("Kun den seneste afrapportering").check()
    shown.live("Viser 2 af 2 institutioner, 3 af 4 afvigelser og 4 af 7")


def test_words_are_looked_for_in_agencies_not_yet_opened_and_that_there_are_none_is_told(shown):
    shown.page.get_by_role("button", name="Kode").click()
    words = shown.page.get_by_role("searchbox", name="Ord i teksten")
    words.fill("SATSPULJE")
    shown.live("Viser 0 af 2 institutioner")
    assert shown.page.get_by_text("Ingen passer til filteret.").first.is_visible()
    assert shown.violations(contrast=False) == []
    words.fill("kravet er a, b og c")
    shown.live("Viser 1 af 2")
    assert shown.page.locator("#matrix tbody tr:visible").count() == 1


def test_sorting_turns_round_and_is_announced(shown):
    table = shown.page.locator("#finding-table")
    code = table.get_by_role("button", name="Kode")
    for way, first in (("stigende", "RP-102"), ("faldende", "RP-601")):
        code.click()
        assert shown.live(f"Fejl og advarsler: sorteret efter Kode, {way}.")
        assert first in table.locator("tbody tr").first.inner_text()
    assert table.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    # By period, what needs attention comes first.
    shown.page.locator("#matrix").get_by_role("button", name="3. kvartal").click()
    assert "Socialstyrelsen" in shown.page.locator("#matrix tbody tr").first.inner_text()


def test_the_keyboard_reaches_everything_in_order_and_gets_out(shown):
    page = shown.page
    page.evaluate("document.getElementById('open-all').click()")
    everything = page.locator(INTERACTIVE)
    visible = [each for each in everything.all() if each.is_visible()]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Gå til indholdet"
    assert page.get_by_role("link", name="Gå til indholdet").bounding_box()["y"] >= 0  # type: ignore[index]
    page.evaluate("window.met = []")
    for _ in range(len(visible) + 1):
        page.evaluate("met.push(document.activeElement)")
        page.keyboard.press("Tab")
    order = page.evaluate(
        "met.map((each, at) => at === 0 ||"
        " Boolean(met[at - 1].compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING))"
    )
    reached = page.evaluate("new Set(met.filter(each => each !== document.body)).size")
    assert reached >= len(visible)
    assert order.count(False) <= 1
    page.get_by_role("link", name="Gå til indholdet").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_focus_can_be_seen_on_light_and_on_dark(shown):
    for selector in ("nav a", "#matrix thead button", "#filter select", "summary"):
        element = shown.page.locator(selector).first
        element.focus()
        shown.page.keyboard.press("Shift+Tab")
        shown.page.keyboard.press("Tab")
        style = element.evaluate("each => getComputedStyle(each).outlineStyle")
        width = element.evaluate("each => parseFloat(getComputedStyle(each).outlineWidth)")
        assert (selector, style, width >= 2) == (selector, "solid", True)


def test_paper_shows_what_is_open_and_no_controls(shown):
    shown.page.locator("details.agency > summary").first.click()
    shown.page.locator("#a0").wait_for()
    shown.page.emulate_media(media="print")
    assert not shown.page.locator("#filter").is_visible()
    assert not shown.page.locator("nav").is_visible()
    assert shown.page.locator("#a0").is_visible()
    assert shown.page.locator("#matrix").evaluate("each => getComputedStyle(each).display") == (
        "table"
    )


def test_hostile_words_do_nothing_when_an_agency_is_opened(browser):
    words = "<img src=x onerror=alert(1)></noscript><script>document.title='x'</script>"
    columns = (Column.STATUS, Column.EXPLANATION, Column.DOCUMENTATION)
    typed = {("3.1.a", column): words for column in columns} | {Field.PREPARED_BY: words}
    report = a_report(typed, file=f"{words}.xlsx")
    with browser.showing(write_page(a_desk([report]))) as page:
        page.page.locator("#open-all").click()
        assert page.page.locator(".goals").is_visible()
        assert page.page.locator("img").count() == 0
        assert page.page.locator("script").count() == 1
        assert page.page.title().startswith("Overblik")
        assert page.complaints == []
