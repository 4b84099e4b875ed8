"""The page: what it says, what stands beside a state, and that it does no harm."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from department.links import Links
from department.page.webpage import write_page
from department.record import ReportRecord
from resultatplan.criteria import State
from tests.department.desks import a_busy_desk, a_desk
from tests.department.judged_files import a_report, records_of
from tests.department.page.outline import Outline
from workbooks.form import Column, Field

HOSTILE = (
    "<script>alert(1)</script>\"><img src=x onerror=alert(1)>' ]]> </noscript></table>"
    '<!-- {{ 7*7 }} {% raw %} &lt;b&gt; javascript:alert(1) =HYPERLINK("http://x") \u202excod.exe'
)
HARMLESS = "helt almindelige ord"


@pytest.fixture(scope="module")
def page() -> Outline:
    return Outline(write_page(a_busy_desk()))


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("overview", "Stand pr. 01-08-2023"),
        ("matrix", "Godkendt 66,67–100 pct., forventet 100 rettidig"),
        ("matrix", "Ikke forfalden frist om 166 dage ( 14-01-2024 )"),
        ("matrix", "Skal rettes 1 fejl, rettidig"),
        ("matrix", "Mangler fristen var for 929 dage siden ( 14-01-2021 )"),
        ("matrix", "forventet +10 point siden 1. kvartal"),
        # A figure names its cell, and the file it stands in.
        ("a0-3.1.a", "Resultat 21,25 mio. kr. I16"),
        ("a0", "rettet.xlsx"),
        # What a corrected file changed.
        ("a0", "1 rettet, 0 ny, 1 tilbage"),
        ("a0", "J12 (1.1.a Dato): 01-06-2023 → 02-06-2023"),
        # A deviation is told whole.
        ("deviations", "Rød"),
        ("deviations", "22 mio. kr."),
        ("deviations", "To stillinger blev besat"),
        ("deviations", "Udgifterne følges hver måned"),
        ("deviations", "Husleje & flytning."),
        # Findings say place, message and remedy, and files that are no reports are listed.
        (
            "findings",
            "Fejl RP-403 3.xlsx Afrapportering!I12 (1.1.a) »ca. 70« er ikke ét bestemt tal.",
        ),
        ("findings", "Skriv ét tal."),
        ("findings", "RP-102"),
        ("strays", "Følgebrev.docx"),
    ],
)
def test_what_the_page_says_where(page, where, said):
    assert said in (page.with_id(where) if where != "overview" else page.named("header")[0]).words


def test_a_criterion_leads_to_its_deviation_and_its_findings():
    html = write_page(a_busy_desk()).decode()
    row = re.search(r'<tr id="a1-1\.1\.a">.*?</tr>', html, re.DOTALL)
    assert row is not None
    (deviation,) = re.findall(r'href="#(d\d+)"', row[0])
    (finding,) = re.findall(r'href="#(f\d+)"', row[0])
    page = Outline(html)
    assert "Kurserne er flyttet." in page.with_id(deviation).words
    assert "RP-403" in page.with_id(finding).words


def test_a_newer_file_that_must_be_mended_is_not_forgotten():
    accepted = a_report(file="god.xlsx", received=date(2023, 7, 1))
    wrong = {("3.1.a", Column.RESULT): "ca. 9"}
    newer = a_report(wrong, file="nyere.xlsx", received=date(2023, 7, 9))
    page = Outline(write_page(a_desk([accepted, newer])))
    assert "en nyere fil skal rettes" in page.with_id("matrix").words
    assert "RP-403 nyere.xlsx" in page.with_id("findings").words


def test_a_file_that_names_no_period_is_there_with_its_findings():
    page = Outline(write_page(a_desk([a_report({Field.PERIOD: None})])))
    assert "Uden periode" in page.with_id("a0").words
    assert "RP-408" in page.with_id("findings").words


def test_a_final_report_says_what_is_met_in_part_and_what_was_not_reported():
    final = a_report({("3.1.a", Column.RESULT): None}, period_id="Q4")
    goal, *others = final.goals
    part = replace(goal.criteria[0], state=State.PARTIAL, degree=62.5)
    partly = replace(goal, state=State.PARTIAL, fulfilment=62.5, criteria=(part,))
    page = Outline(write_page(a_desk([replace(final, goals=(partly, *others))])))
    assert "Delvist opfyldt 62,5 pct." in page.with_id("a0-1.1.a").words
    assert "Ikke opfyldt (ikke oplyst)" in page.with_id("a0-3.1.a").words


def test_an_empty_desk_says_so():
    words = Outline(write_page(a_desk([], plans=()))).named("main")[0].words
    assert words.count("Der er ingen.") >= 4


@pytest.mark.parametrize("lang", ["da", "en"])
def test_links_inside_the_page_lead_somewhere(lang):
    page = Outline(write_page(a_busy_desk(), lang))
    ids = page.all("id")
    inside = [each for each in page.all("href") if each.startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(inside) > 20
    assert {each[1:] for each in inside} <= set(ids)


def test_no_link_leads_out_of_the_page_but_to_the_files_where_they_lie(page):
    assert {each for each in page.all("href") if not each.startswith("#")} == {"data:,"}
    assert page.all("src") == []
    links = Links(Path("/ud"), lambda report: Path("/ind") / report.file)
    page = Outline(write_page(a_busy_desk(), links=links))
    files = {each for each in page.all("href") if not each.startswith(("#", "data:"))}
    assert files == {f"../ind/{name}.xlsx" for name in ("første", "rettet", "1", "2", "3")}


def test_the_policy_allows_the_pages_own_style_and_script_alone():
    html = write_page(a_busy_desk()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy.startswith("default-src &#39;none&#39;;")
    for name in ("style", "script"):
        (inside,) = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src &#39;sha256-{digest}&#39;" in policy
    assert "style=" not in html
    assert not re.search(r"<[^>]* on[a-z]+=", html)


TEXT_COLUMNS = (Column.EXPLANATION, Column.ACTION_PLAN, Column.DOCUMENTATION)


def _telling(words: str) -> list[ReportRecord]:
    columns = (Column.STATUS, Column.RESULT, *TEXT_COLUMNS)
    typed = {("3.1.a", column): words for column in columns}
    typed |= dict.fromkeys((Field.DEVIATIONS, Field.PREPARED_BY), words)
    return [a_report(typed, file=f"{words}.xlsx"), *records_of({words: b"et brev"})]


def test_hostile_words_stay_words():
    hostile = write_page(a_desk(_telling(HOSTILE)))
    harmless = write_page(a_desk(_telling(HARMLESS)))
    assert Outline(hostile).skeleton == Outline(harmless).skeleton
    assert Outline(hostile).with_id("deviations").words.count("<script>alert(1)</script>") >= 3
    # What turns the direction of writing, and bytes that are no text, are shown as replaced.
    assert "\u202e" not in hostile.decode()
    assert "\N{REPLACEMENT CHARACTER}xcod.exe" in hostile.decode()
    nameless = write_page(a_desk([a_report(file="\udcff.xlsx")])).decode()
    assert "\N{REPLACEMENT CHARACTER}.xlsx" in nameless


def test_in_english_what_is_danish_says_so():
    page = Outline(write_page(a_busy_desk(), "en"))
    assert page.named("html")[0].attributes["lang"] == "en"
    assert "Mangler" not in page.with_id("matrix").words
    danish = [each for each in page.elements if each.attributes.get("lang") == "da"]
    assert any("Indenrigs- og Sundhedsministeriets" in each.words for each in danish)
    assert any("To stillinger blev besat" in each.words for each in danish)
