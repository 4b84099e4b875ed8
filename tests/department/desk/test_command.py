"""`rp desk`: opens in the browser, and ends when it is closed there."""

import urllib.request
import webbrowser
from threading import Thread

import pytest


def test_the_browser_opens_on_the_desk_and_closes_it(rp, tmp_path, monkeypatch):
    pages: list[str] = []

    def visit(address: str) -> None:
        origin = address.rpartition("/da/")[0].rpartition("/")[0]
        close = urllib.request.Request(f"{address}stop", b"", {"Origin": origin})
        for request in (address, close):
            with urllib.request.urlopen(request) as answer:
                pages.append(answer.read().decode())

    def browser(address: str) -> None:
        Thread(target=visit, args=(address,)).start()

    monkeypatch.setattr(webbrowser, "open", browser)
    ran = rp("desk", tmp_path / "ind", "--out", tmp_path / "ud")
    assert ran.code == 0
    assert "Bordet er åbent på http://127.0.0.1:" in ran.out
    first, last = pages
    assert "Der er ingen filer endnu." in first
    assert "Bordet er lukket" in last
    assert (tmp_path / "ud" / "register").is_dir()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["ud", "--out", "ud"], "indbakken"), (["ind", "--port", "99999"], "--port")],
)
def test_what_is_in_the_way_is_told(rp, tmp_path, monkeypatch, arguments, told):
    monkeypatch.chdir(tmp_path)
    ran = rp("desk", *arguments, "--no-browser")
    assert ran.code == 2
    assert told in ran.err
