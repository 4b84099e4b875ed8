"""What a person does at the desk in a browser, wherever the desk runs."""

from pathlib import Path

from playwright.sync_api import Page


def hand_in(page: Page, folder: Path) -> str:
    """Choose a folder's files, and wait for their verdicts; what the page announces."""
    page.get_by_role("link", name="Indbakke").click()
    page.locator("input[type=file]").first.set_input_files(sorted(folder.iterdir()))
    page.get_by_role("button", name="Læg i indbakken").click()
    page.locator("#round:not([data-going])").wait_for()
    return page.get_by_role("status").inner_text()


def downloaded(page: Page, link: str) -> Path:
    """The file that a link of the page leads to, under the name that it is saved as."""
    with page.expect_download() as got:
        page.get_by_role("link", name=link).click()
    path = got.value.path()
    return path.rename(path.with_name(got.value.suggested_filename))
