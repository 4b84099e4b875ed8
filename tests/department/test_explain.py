"""`rp explain`, and the page of codes in docs."""

from pathlib import Path

import pytest

from department.reference import codes_markdown
from texts.findings import CATALOGUE

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained_in_both_languages(rp, code):
    entry = CATALOGUE[code]

    danish = " ".join(rp("explain", code.removeprefix("RP-")).out.split())
    english = " ".join(rp("explain", code, "--lang", "en").out.split())

    assert entry.title.da in danish
    assert " ".join(entry.why.da.split()) in danish
    assert entry.title.en in english
    assert " ".join(entry.hint.en.split()) in english


def test_all_codes_are_listed_and_the_page_of_codes_is_written_from_them(rp):
    listed = rp("explain").out
    page = (ROOT / "docs" / "fejlkoder.md").read_text(encoding="utf-8")

    assert all(code in listed for code in CATALOGUE)
    assert page == codes_markdown(), "run: rp explain --markdown > docs/fejlkoder.md"
