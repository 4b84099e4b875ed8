"""The desk's server lets in nobody but who knows its address, and `rp desk` starts it."""

import urllib.request
import webbrowser
from threading import Thread

import pytest

from department.desk.office import Office
from tests.department.desk.at_the_desk import ORIGIN, TOKEN, desk_in


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with desk_in(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "base", "headers"),
    [
        ("/", ORIGIN, {}),
        ("/da/", ORIGIN, {}),
        ("/forkert/da/", ORIGIN, {}),
        (f"/{TOKEN}x/da/style.css", ORIGIN, {}),
        (f"/{TOKEN}/da/", "http://bord.example:8123", {}),
        (f"/{TOKEN}/da/", "http://127.0.0.1:9", {}),
        (f"/{TOKEN}/da/", "http://localhost:8123", {}),
        (f"/{TOKEN}/da/", ORIGIN, {"Origin": "http://bord.example"}),
        (f"/{TOKEN}/da/", ORIGIN, {"Origin": "null"}),
    ],
)
def test_nobody_else_is_let_in(desk, path, base, headers):
    answer = desk.client.get(path, base_url=base, headers=headers)
    assert (answer.status_code, answer.text) == (403, "Forbidden")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://bord.example"}, {"Origin": "null"}])
@pytest.mark.parametrize("path", ["round", "files", "stop"])
def test_only_the_desks_own_pages_may_ask_for_anything_to_be_done(desk, path, headers):
    answer = desk.client.post(f"/{TOKEN}/da/{path}", base_url=ORIGIN, headers=headers)
    assert answer.status_code == 403
    assert desk.office.round is None


def test_pages_run_and_fetch_nothing_but_the_desks_own(desk):
    answer = desk.get("")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'; " in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert TOKEN in answer.text
    assert "http://" not in answer.text.replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    "path", ["files/99", "files/99/original", "agencies/ukendt", "agencies/..%2f..", "../../etc"]
)
def test_what_is_not_there_is_told_in_a_sentence(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "Siden findes ikke." in answer.text


def test_a_fault_and_what_the_desk_refuses_are_told_in_danish(desk, monkeypatch):
    monkeypatch.delattr(Office, "start_round")
    monkeypatch.setitem(desk.client.application.config, "MAX_CONTENT_LENGTH", 10)
    told = desk.post("round"), desk.get("letterhead"), desk.post("files", received="2021-02-01")
    assert [each.status_code for each in told] == [500, 405, 413]
    sentences = ("Programmet kunne ikke", "Siden findes ikke.", "for meget på én gang")
    for answer, words in zip(told, sentences, strict=True):
        assert words in answer.text


def test_an_upload_that_breaks_off_is_not_to_be_tried_again_as_it_is(desk):
    broken_off = {"CONTENT_LENGTH": "500"}
    kind, headers = "multipart/form-data; boundary=x", {"Origin": ORIGIN}
    answer = desk.client.post(
        f"/{TOKEN}/da/files",
        base_url=ORIGIN,
        data=b"--x",
        content_type=kind,
        headers=headers,
        environ_overrides=broken_off,
    )
    assert answer.status_code == 400
    assert "hent siden på ny" in answer.text


def test_a_register_whose_file_is_deleted_is_begun_anew(tmp_path):
    with desk_in(tmp_path) as desk:
        (tmp_path / "ud" / "register" / "register.sqlite").unlink()
        assert desk.get("overview").status_code == 200
        assert "brev.xlsx" in desk.hand_in({"brev.xlsx": b"et brev"})


def test_every_page_has_the_other_language_one_click_away(desk):
    assert f'href="/{TOKEN}/en/overview">English' in desk.get("overview").text
    english = desk.client.get(f"/{TOKEN}/en/overview", base_url=ORIGIN).text
    assert "Overview of reports" in english
    assert f'href="/{TOKEN}/da/overview">Dansk' in english


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
