"""Reading plan files: what is right is read exactly, and a mistake says where it is and why."""

from decimal import Decimal
from pathlib import Path

import pytest

from resultatplan.library import BUILT_IN, built_in_plans
from resultatplan.plan_file import PlanError, read_plan
from texts.language import say

MINIMAL = """
id = "proeve-2025"
title = "Prøveplan"
ministry = "Prøveministeriet"
institution = "Prøvestyrelsen"
year = 2025
valid_from = 2025-01-01
valid_to = 2025-12-31
stated_goals = 1
stated_goals_text = "Der er 1 mål."
scoring_text = "Summen af scoren for alle resultatmål."

[reporting]
days = 14
text = "Senest 14 kalenderdage efter årets afslutning."
periods = [{ id = "Q4", name = "helår", ends = 2025-12-31, final = true }]

[bonus]
text = "Afgørende for engangsvederlaget."

[[sections]]
title = "Mål"

[[sections.goals]]
number = "1.1"
title = "Kvalitet"
description = "Kvaliteten skal være god."
rule = "a eller b"

[[sections.goals.criteria]]
key = "1.1.a"
kind = "at_least"
text = "Andel tilfredse"
unit = "pct."
target = 82.1

[[sections.goals.criteria]]
key = "1.1.b"
kind = "delivered_by"
text = "Rapporten er sendt"
deadline = 2025-09-30
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "proeve-2025.toml"
    file.write_text(text, encoding="utf-8")
    return file


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} must stand exactly once"
    return text.replace(old, new)


def refusal(file: Path) -> PlanError:
    with pytest.raises(PlanError) as caught:
        read_plan(file)
    return caught.value


def test_a_plan_without_mistakes_is_read(tmp_path):
    plan = read_plan(written(tmp_path, MINIMAL))

    assert plan.id == "proeve-2025"
    assert [criterion.key for criterion in plan.criteria] == ["1.1.a", "1.1.b"]
    assert plan.criteria[0].target == Decimal("82.1")


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("year = 2025\n", "year = 2025\naar = 2025\n", "aar", "Nøglen kendes ikke."),
        ('ministry = "Prøveministeriet"', "", "ministry", "mangler."),
        ('"Prøvestyrelsen"', '"Prøve-\\u2028styrelsen"', "institution",
         "Teksten skal stå på én linje uden usynlige tegn."),
        ('"Prøveministeriet"', '"Prøve\\u202eministeriet"', "ministry",
         "Teksten skal stå på én linje uden usynlige tegn."),
        ('name = "helår"', 'name = "hel\\når"', "reporting.periods[1].name",
         "Teksten skal stå på én linje uden usynlige tegn."),
        ("target = 82.1", "target = 82.1\nmaal = 82.1", "sections[1].goals[1].criteria[1].maal",
         "Nøglen kendes ikke."),
        ('kind = "at_least"', 'kind = "mindst"', "sections[1].goals[1].criteria[1].kind",
         "at_least"),
        ("target = 82.1", "", "sections[1].goals[1].criteria[1]",
         "1.1.a: Kravet at_least skal have target."),
        ('unit = "pct."', "", "sections[1].goals[1].criteria[1]",
         "1.1.a: Kravet at_least skal have unit."),
        ("deadline = 2025-09-30", "", "sections[1].goals[1].criteria[2]",
         "1.1.b: Kravet delivered_by skal have deadline."),
        ('key = "1.1.b"', 'key = "1.2.b"', "sections[1].goals[1]", "1.2.b hører ikke til mål 1.1"),
        ('rule = "a eller b"', 'rule = "a eller b eller c"', "sections[1].goals[1]",
         "Mål 1.1: rule nævner c, som målet ikke har."),
        ('rule = "a eller b"', 'rule = "a eller a"', "sections[1].goals[1]",
         "Mål 1.1: Reglen nævner ikke b."),
        ('rule = "a eller b"', 'rule = "a eller"', "sections[1].goals[1]",
         "Mål 1.1: rule = »a eller« kan ikke læses: den slutter for tidligt."),
        ("days = 14", "days = 0", "reporting.days", "Tallet skal være mindst 1."),
        (", final = true", "", "reporting", "Netop den sidste periode skal have final = true."),
        ("stated_goals = 1", "stated_goals = 2", "plan",
         "Planen har 1 mål, men stated_goals siger 2."),
        ("deadline = 2025-09-30", "deadline = 2026-01-01", "plan",
         "1.1.b: Fristen 01-01-2026 ligger uden for planens gyldighed."),
    ],
)  # fmt: skip
def test_a_mistake_names_file_key_and_reason(tmp_path, old, new, key, reason):
    error = refusal(written(tmp_path, changed(MINIMAL, old, new)))

    assert [where for where, _ in error.mistakes] == [key]
    told = say(error.mistakes[0][1])
    assert reason in told
    assert str(error) == f"proeve-2025.toml: {key}: {told}"


def test_a_mistake_is_told_in_english_too(tmp_path):
    error = refusal(written(tmp_path, changed(MINIMAL, "target = 82.1", "")))

    assert error.messages("en") == (
        "proeve-2025.toml: sections[1].goals[1].criteria[1]: 1.1.a: kind at_least needs target",
    )


def test_all_mistakes_are_named_at_once(tmp_path):
    text = changed(MINIMAL, "year = 2025\n", 'year = "i år"\n')
    text = changed(text, 'kind = "at_least"', 'kind = "mindst"')

    error = refusal(written(tmp_path, text))

    assert [where for where, _ in error.mistakes] == [
        "year",
        "sections[1].goals[1].criteria[1].kind",
    ]
    assert len(str(error).splitlines()) == 2


def test_bad_toml_names_the_line(tmp_path):
    error = refusal(written(tmp_path, changed(MINIMAL, "year = 2025\n", "year = \n")))

    assert error.mistakes[0][0] == "TOML"
    assert "line 6" in str(error)
    assert str(error).startswith("proeve-2025.toml: TOML: ")


def test_a_missing_file_is_no_plan_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_plan(tmp_path / "ingen.toml")


def test_every_built_in_file_is_a_plan_named_by_its_id():
    assert [plan.id for plan in built_in_plans()] == sorted(f.stem for f in BUILT_IN.iterdir())
