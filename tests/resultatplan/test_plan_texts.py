"""The plans' Danish texts: faithful where a reader depends on them, and free of scanning debris."""

from __future__ import annotations

import re

import pytest

from resultatplan.library import BUILT_IN
from resultatplan.plan import Plan
from tests.resultatplan.test_plans import SOCIAL_2024, STAT_2017, each_plan, lines

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


def strings(value: object) -> list[str]:
    """Every text in a dumped plan."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in strings(part)]
    return []


def wording(plan: Plan) -> str:
    """All texts but our own readings, which may quote a misprint."""
    texts = strings(plan.model_dump())
    return "\n".join(text for text in texts if not text.startswith("Læsning:"))


@each_plan
def test_titles_and_headings_are_the_plans_own(plan: Plan) -> None:
    goals = {goal.number: goal for goal in plan.goals}
    for line in lines(plan, "headings"):
        number, title, heading = (part.strip() for part in line.split("|"))
        assert (goals[number].title, goals[number].heading or "") == (title, heading)


@each_plan
def test_a_criterion_says_what_is_measured(plan: Plan) -> None:
    for line in lines(plan, "words"):
        key, words = line.split(" | ")
        assert words in plan.criterion_by_key[key].text


@each_plan
def test_a_trap_in_the_text_is_noted_where_it_is_met(plan: Plan) -> None:
    notes = {"plan": plan.notes} | {each.number: each.notes for each in plan.goals}
    notes |= {each.key: each.notes for each in plan.criteria}
    for line in lines(plan, "notes"):
        owner, words = line.split(" | ")
        assert [note for note in notes[owner] if words in note], words


def test_2017_keeps_the_weight_sentence_as_it_stands() -> None:
    scoring = STAT_2017.scoring_text

    assert "antallet af resultatmål divideret med 100." in scoring
    assert "100/12" in scoring


@each_plan
def test_the_scoring_text_says_binary_all_and_sum(plan: Plan) -> None:
    assert "målopfyldelsesgraden er binær" in plan.scoring_text
    assert "såfremt alle delelementer blev realiseret fuldt ud" in plan.scoring_text
    assert f"100/{len(plan.goals)}" in plan.scoring_text
    assert "summen af scoren for alle resultatmål" in plan.scoring_text


@each_plan
def test_the_number_of_goals_is_the_texts_own(plan: Plan) -> None:
    assert plan.stated_goals_text.startswith(f"Der er {len(plan.goals)} mål i ")


@each_plan
def test_the_reporting_text_states_the_days(plan: Plan) -> None:
    reporting = plan.reporting

    assert f"senest {reporting.days} kalenderdage" in reporting.text


@each_plan
def test_the_plan_is_not_renegotiated_during_the_year(plan: Plan) -> None:
    assert any("genforhandles eller justeres ikke" in note for note in plan.notes)


@each_plan
def test_criteria_are_short_enough_for_a_cell(plan: Plan) -> None:
    assert [each.key for each in plan.criteria if len(each.text) > 200] == []


@each_plan
def test_texts_are_clean_lines(plan: Plan) -> None:
    for text in strings(plan.model_dump()):
        assert text == text.strip()
        assert "  " not in text, text
        assert not re.search(r"[^\n]\n[^\n]", text), text


@each_plan
@pytest.mark.parametrize("mark", ["@", "|", "\\", "\t", "\u00ad", "\ufb01", "��", "<i>", "#"])
def test_no_stray_marks(plan: Plan, mark: str) -> None:
    assert mark not in "\n".join(strings(plan.model_dump()))


@each_plan
def test_no_scanning_debris(plan: Plan) -> None:
    said = wording(plan)

    assert [each for each in FRAGMENTS.split() if each.lower() in said.lower()] == []
    assert [each for each in WORDS.split() if re.search(rf"\b{each}\b", said)] == []


@each_plan
def test_no_word_is_broken_at_the_end_of_a_line(plan: Plan) -> None:
    assert re.findall(r"\w+- (?!og |eller )[a-zæøå]+", wording(plan)) == []


def test_the_2024_text_has_its_danish_letters_back() -> None:
    text = wording(SOCIAL_2024)

    for word in ("målopfyldelsesgraden", "Sygefravær", "økonomiske", "forløb", "på", "år", "Ældre"):
        assert word in text
    assert text.count("SØM") >= 8


@each_plan
def test_what_is_ours_is_marked_as_a_reading(plan: Plan) -> None:
    head = (BUILT_IN / f"{plan.id}.toml").read_text(encoding="utf-8").split("\n\n")[0]

    assert all(line.startswith("#") for line in head.splitlines())
    assert "»Læsning:«" in head
    assert "Læsning: " in "\n".join(strings(plan.model_dump()))
