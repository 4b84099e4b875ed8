"""The plans' Danish texts: faithful where a reader depends on them, and free of scanning debris."""

from __future__ import annotations

import re

import pytest

from resultatplan.library import BUILT_IN, plan_by_id
from resultatplan.plan import Goal, Plan

SOCIAL_2020 = "socialstyrelsen-2020"
SOCIAL_2024 = "social-og-boligstyrelsen-2024"
STAT_2017 = "statsforvaltningen-2017"
BENCH_2023 = "benchmarkingenheden-2023"
COUNCIL_2018 = "raadet-for-socialt-udsatte-2018"

# What the scanned text of 2024 looked like: letters lost, guessed or glued together.
FRAGMENTS = """
    eae vae sae lae bae tae dae tveer geeld opfglg opfelg forlgb forleb forigb forlab lgb
    lgs hgj hgr rsggels spgrg sparge unders@ forelgb forelab understgt understat udmgn
    udment udmeg gkonom direktgr direktar miljg opgeres gnske enskede ansket
    zald radgiv pabegynd malopf baredygtig S@M S@IM 1ISO i2024 30g 94> 1tgnz
    byggelev inter-sent fokus-punkt sagsfor- informations-sikk delementer hensynst
"""
WORDS = """
    mal malet malene males maling pa ar ars arets sa nar gor gar bade labende SOM SGM lkke
    Bl Vise
"""

PLANS = (SOCIAL_2020, SOCIAL_2024, STAT_2017, BENCH_2023, COUNCIL_2018)

each_plan = pytest.mark.parametrize("plan_id", PLANS)


def plan(plan_id: str) -> Plan:
    found = plan_by_id(plan_id)
    assert found is not None, plan_id
    return found


def goal(plan_id: str, number: str) -> Goal:
    return next(each for each in plan(plan_id).goals if each.number == number)


def text_of(plan_id: str, key: str) -> str:
    return plan(plan_id).criterion_by_key[key].text


def strings(value: object) -> list[str]:
    """Every text in a dumped plan."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in strings(part)]
    return []


def whole_text(plan_id: str) -> str:
    return "\n".join(strings(plan(plan_id).model_dump()))


def plan_wording(plan_id: str) -> str:
    """All texts but our own readings, which may quote a misprint."""
    texts = strings(plan(plan_id).model_dump())
    return "\n".join(text for text in texts if not text.startswith("Læsning:"))


@pytest.mark.parametrize(
    ("plan_id", "number", "title", "heading"),
    [
        (
            SOCIAL_2020,
            "1.1",
            "Systematisk opfølgning på rådgivningsforløb",
            "Kvalitet af rådgivningsydelse",
        ),
        (SOCIAL_2020, "1.3", "Kommunikationsstrategi", None),
        (
            SOCIAL_2024,
            "1.6",
            "Implementering af SØM i kommunerne",
            "Implementeringen af SØM",
        ),
        (SOCIAL_2024, "2.1", "God budgettering", "Bedre budgettering"),
        (
            SOCIAL_2024,
            "2.3",
            "Informationssikkerhed",
            "Informationssikkerhed – Modenhedsniveau",
        ),
        (STAT_2017, "1.5", "Forretningsudvikling", "Effektiv sagsbehandling"),
        (BENCH_2023, "3.1", "Retvisende budgettering", None),
        (
            COUNCIL_2018,
            "3",
            "Budgetoverholdelse",
            "Budgetoverholdelse – Afvigelse mellem budgettering og forbrug",
        ),
    ],
)
def test_title_and_heading(plan_id: str, number: str, title: str, heading: str | None) -> None:
    found = goal(plan_id, number)

    assert (found.title, found.heading) == (title, heading)


@pytest.mark.parametrize(
    ("plan_id", "key", "words"),
    [
        (SOCIAL_2020, "1.1.b", "kvaliteten af rådgivningsforløbet er tilfredsstillende"),
        (SOCIAL_2020, "1.6.b", "90 procent af tilskudsregnskaberne"),
        (SOCIAL_2024, "1.1.c", "det øverste relevante ledelsesniveau"),
        (SOCIAL_2024, "1.2.a1", "Spor 1, 2, 3 og 5"),
        (SOCIAL_2024, "1.8.a", "offentliggøres d. 1. december 2024"),
        (SOCIAL_2024, "2.1.c", "Øvrige bevillinger inden for loft"),
        (STAT_2017, "2.3.a", "senest inden 10 dage"),
        (STAT_2017, "2.3.b", "inden 35 dage"),
        (BENCH_2023, "3.1.b", "udgiftsopfølgning 2"),
        (COUNCIL_2018, "1.d1", "op til fem årligt"),
        (COUNCIL_2018, "2.b3", "sygefravær, rejsetid og ferieafvikling"),
        (COUNCIL_2018, "2.b6", "arbejdsmiljøpolitik"),
    ],
)
def test_a_criterion_says_what_is_measured(plan_id: str, key: str, words: str) -> None:
    assert words in text_of(plan_id, key)


@pytest.mark.parametrize(
    ("plan_id", "owner", "words"),
    [
        (STAT_2017, "plan", "vægten er 100 divideret med antallet af resultatmål"),
        (BENCH_2023, "plan", "sætter kun frister efter 2. og 4. kvartal"),
        (BENCH_2023, "plan", "»mindst ét«"),
        (SOCIAL_2024, "plan", "afsnit 3 indeholder mål 1.1-1.9 og afsnit 4 mål 2.1-2.5"),
        (SOCIAL_2024, "2.1", "»udfyldt«, hvor der menes opfyldt"),
        (SOCIAL_2024, "2.1", "»God budgettering« i teksten og »Bedre budgettering« i boksen"),
        (SOCIAL_2024, "1.1", "Fodnoten ***** er ikke sat ved noget delmål"),
        (SOCIAL_2024, "1.8", "konkret vurdering"),
        (SOCIAL_2024, "2.2", "skråstregen betyder eller"),
        (SOCIAL_2020, "2.2", "skråstregen betyder eller"),
        (STAT_2017, "3.1", "en andel i pct. af det budgetterede forbrug"),
        (COUNCIL_2018, "3", "en andel i pct. af det budgetterede forbrug"),
        (SOCIAL_2020, "2.1", "ikke en andel af budgettet"),
        (BENCH_2023, "3.1", "ikke en andel af budgettet"),
        (COUNCIL_2018, "1.d1", "loft over antallet af besøg, ikke et måltal"),
        (SOCIAL_2020, "1.5.a", "7 af 8 er 87,5 pct., 6 af 8 er 75 pct."),
        (STAT_2017, "3.2.a", "11,6 er dage pr. medarbejder"),
        (SOCIAL_2024, "2.3.b", "kræver et skøn"),
    ],
)
def test_a_trap_in_the_text_is_noted_where_it_is_met(plan_id: str, owner: str, words: str) -> None:
    found = plan(plan_id)
    notes = {
        "plan": found.notes,
        **{each.number: each.notes for each in found.goals},
        **{each.key: each.notes for each in found.criteria},
    }[owner]

    assert [note for note in notes if words in note]


def test_2017_keeps_the_weight_sentence_as_it_stands() -> None:
    scoring = plan(STAT_2017).scoring_text

    assert "antallet af resultatmål divideret med 100." in scoring
    assert "100/12" in scoring


@each_plan
def test_the_scoring_text_says_binary_all_and_sum(plan_id: str) -> None:
    found = plan(plan_id)

    assert "målopfyldelsesgraden er binær" in found.scoring_text
    assert "såfremt alle delelementer blev realiseret fuldt ud" in found.scoring_text
    assert f"100/{len(found.goals)}" in found.scoring_text
    assert "summen af scoren for alle resultatmål" in found.scoring_text


@each_plan
def test_the_number_of_goals_is_the_texts_own(plan_id: str) -> None:
    assert plan(plan_id).stated_goals_text.startswith(f"Der er {len(plan(plan_id).goals)} mål i ")


@each_plan
def test_the_reporting_text_states_the_days(plan_id: str) -> None:
    reporting = plan(plan_id).reporting

    assert f"senest {reporting.days} kalenderdage" in reporting.text


@each_plan
def test_the_plan_is_not_renegotiated_during_the_year(plan_id: str) -> None:
    assert any("genforhandles eller justeres ikke" in note for note in plan(plan_id).notes)


@each_plan
def test_criteria_are_short_enough_for_a_cell(plan_id: str) -> None:
    assert [each.key for each in plan(plan_id).criteria if len(each.text) > 200] == []


@each_plan
def test_texts_are_clean_lines(plan_id: str) -> None:
    for text in strings(plan(plan_id).model_dump()):
        assert text == text.strip()
        assert "  " not in text, text
        assert not re.search(r"[^\n]\n[^\n]", text), text


@each_plan
@pytest.mark.parametrize("mark", ["@", "|", "\\", "\t", "\u00ad", "\ufb01", "��", "<i>", "#"])
def test_no_stray_marks(plan_id: str, mark: str) -> None:
    assert mark not in whole_text(plan_id)


@each_plan
def test_no_scanning_debris(plan_id: str) -> None:
    wording = plan_wording(plan_id)

    assert [each for each in FRAGMENTS.split() if each.lower() in wording.lower()] == []
    assert [each for each in WORDS.split() if re.search(rf"\b{each}\b", wording)] == []


@each_plan
def test_no_word_is_broken_at_the_end_of_a_line(plan_id: str) -> None:
    assert re.findall(r"\w+- (?!og |eller )[a-zæøå]+", plan_wording(plan_id)) == []


def test_the_2024_text_has_its_danish_letters_back() -> None:
    text = plan_wording(SOCIAL_2024)

    for word in ("målopfyldelsesgraden", "Sygefravær", "økonomiske", "forløb", "på", "år", "Ældre"):
        assert word in text
    assert text.count("SØM") >= 8


@each_plan
def test_what_is_ours_is_marked_as_a_reading(plan_id: str) -> None:
    head = (BUILT_IN / f"{plan_id}.toml").read_text(encoding="utf-8").split("\n\n")[0]

    assert all(line.startswith("#") for line in head.splitlines())
    assert "»Læsning:«" in head
    assert "Læsning: " in whole_text(plan_id)
