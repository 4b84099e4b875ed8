"""What can be looked up: `rp explain`, `rp limits`, their pages in docs; other limits of intake,
read from a file, named when wrong, in force wherever files are read."""

import dataclasses
import tomllib
from pathlib import Path

import click
import pytest

from department.inbox import Entry, read_all
from department.reference import SETTINGS, codes_markdown, limits_markdown, read_limits
from department.workers import Workers
from tests.department.judged_files import a_receipt
from tests.validators.reports import complete_report
from texts.findings import CATALOGUE
from workbooks.reading.archive import Limits, within

ROOT = Path(__file__).parents[2]


def test_every_code_is_listed_and_explained_in_both_languages(rp):
    listed = rp("explain").out
    for code, entry in CATALOGUE.items():
        danish = " ".join(rp("explain", code.removeprefix("RP-")).out.split())
        english = " ".join(rp("explain", code, "--lang", "en").out.split())
        assert code in listed
        for part in (entry.title, entry.why, entry.hint):
            assert " ".join(part.da.split()) in danish
            assert " ".join(part.en.split()) in english


def test_the_pages_in_docs_are_up_to_date():
    page = (ROOT / "docs" / "fejlkoder.md").read_text(encoding="utf-8")
    assert page == codes_markdown(), "run: rp explain --markdown > docs/fejlkoder.md"
    limits = (ROOT / "docs" / "graenser.md").read_text(encoding="utf-8")
    assert limits == limits_markdown(), "run: rp limits --markdown > docs/graenser.md"


def _written(folder: Path, text: str) -> Path:
    path = folder / "graenser.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_the_file_names_is_changed_and_the_rest_is_as_always(tmp_path):
    limits = read_limits(_written(tmp_path, "fil_mb = 2\nsekunder = 5\n"), "da")

    assert limits == Limits(file=2 * 1024 * 1024, seconds=5)
    with pytest.raises(click.UsageError, match="kan ikke læses"):
        read_limits(tmp_path / "borte.toml", "da")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("filer = 2", "ingen grænse, der hedder »filer«"),
        ("fil_mb = 0", "»fil_mb« skal være et helt tal fra 1 til 1024"),
        ("fil_mb = 1.5", "»fil_mb« skal være et helt tal"),
        ("ark = true", "»ark« skal være et helt tal"),
        ("ark = '7'", "»ark« skal være et helt tal"),
        ("[celler]", "»celler« skal være et helt tal"),
        ("tegn_i_celle = 40000", "fra 100 til 32767"),
        ("celler 5", "er ikke en TOML-fil"),
    ],
)
def test_a_mistake_in_the_file_is_named(text, said, tmp_path):
    with pytest.raises(click.UsageError, match=said):
        read_limits(_written(tmp_path, text), "da")


def test_every_limit_can_be_set_and_every_setting_is_a_limit():
    names = {each.name for each in dataclasses.fields(Limits)}

    assert {setting.limit for setting in SETTINGS} == names
    for setting in SETTINGS:
        assert setting.least <= setting.value(Limits()) <= setting.most


def test_workers_that_were_started_before_heed_them():
    entry = Entry(a_receipt("rapport.xlsx"), complete_report())
    with Workers(1) as before, within(Limits(cells=1_000)):
        (waiting,) = read_all([entry], before)

    assert {each.code for each in waiting.report().findings} == {"RP-107"}


def test_the_command_line_takes_a_file(rp, tmp_path):
    report = tmp_path / "rapport.xlsx"
    report.write_bytes(complete_report())
    limits = _written(tmp_path, "celler = 1000\nark = 77\n")

    assert "RP-107" in rp("validate", report, "--limits", limits).out
    assert "RP-107" not in rp("validate", report).out
    assert "77" in rp("limits", "--limits", limits).out
    refused = rp("validate", report, "--limits", _written(tmp_path, "xyz = 1\n"))
    assert (refused.code, refused.out, "»xyz«" in refused.err) == (2, "", True)


def test_the_printed_file_can_be_read(rp, tmp_path):
    text = rp("limits", "--toml").out

    assert set(tomllib.loads(text)) == {setting.key for setting in SETTINGS}
    assert read_limits(_written(tmp_path, text), "da") == Limits()
