"""Reading plan files: a mistake says where it is and why; `test_plan_updating` reads right ones."""

from pathlib import Path

import pytest

from resultatplan.plan_file import PlanError, parse_plan
from tests.own_plans import replaced
from tests.workbooks.small_plan import TOML
from texts.language import say

RULE = 'rule = "a eller (b og c)"'
FIRST = "sections[1].goals[1].criteria"
ONE_LINE = "Teksten skal stå på én linje uden usynlige tegn."


def refusal(*changes: tuple[str, str]) -> PlanError:
    """What is said of the small plan's file with some of its text changed."""
    with pytest.raises(PlanError) as caught:
        parse_plan(replaced(TOML, dict(changes)).encode(), Path("plan.toml"))
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("year = 2020\n", "year = \n", "TOML", "se linje 7"),
        ("year = 2020\n", "year = 2020\naar = 2020\n", "aar", "Nøglen kendes ikke."),
        ('ministry = "Prøveministeriet"', "", "ministry", "mangler."),
        ('"Prøver & Målestyrelsen"', '"Prøve-\\u2028styrelsen"', "institution", ONE_LINE),
        ('name = "4. kvartal"', 'name = "4.\\nkvartal"', "reporting.periods[2].name", ONE_LINE),
        ("target = 30", "target = 30\nmaal = 30", f"{FIRST}[2].maal", "Nøglen kendes ikke."),
        ('kind = "at_most"', 'kind = "mindst"', f"{FIRST}[2].kind", "at_least"),
        ("target = 30", "", f"{FIRST}[2]",
         "1.1.b: Kravet »at_most« kræver, at target udfyldes. (RP-841)"),
        ('key = "1.1.b"', 'key = "1.3.b"', "sections[1].goals[1]",
         "1.3.b: »1.3.b« kan ikke bruges. Det skrives 1.1. og et bogstav"),
        # The only goal of its section, whose list is not told to be too short.
        ('description = "Budgettet holdes."', "", "sections[2].goals[1].description", "mangler."),
        (RULE, 'rule = "a eller"', "sections[1].goals[1]",
         "1.1: Reglen »a eller« kan ikke læses: den slutter for tidligt."),
        (RULE, f'{RULE}\ncombine = "mean"', "sections[1].goals[1]",
         "1.1: Målet beregnes som mean. Så kan rule ikke bruges. (RP-834) Slet reglen, vælg regel i"
         " Sammenregning, eller skriv gennemsnittets dele med semikolon imellem: »a og b; c«."),
        ("days = 14", "days = 0", "reporting.days", "Tallet skal være mindst 1."),
        (", final = true", "", "reporting", "Netop den sidste periode skal have final = true."),
        ("stated_goals = 3", "stated_goals = 2", "plan",
         "stated_goals: Planens tekst nævner 2 mål, men planen har 3. (RP-871)"),
        ("deadline = 2020-09-30", "deadline = 2021-01-01", "plan",
         "1.1.c: 01-01-2021 ligger uden for den tid, planen gælder: 01-01-2020 til 31-12-2020."),
    ],
)  # fmt: skip
def test_a_mistake_names_file_key_and_reason(old, new, key, reason):
    error = refusal((old, new))

    assert [where for where, _ in error.mistakes] == [key]
    told = say(error.mistakes[0][1])
    assert reason in told
    assert str(error) == f"plan.toml: {key}: {told}"


def test_all_mistakes_are_named_at_once_and_in_english_too():
    wrong_kind = ('kind = "at_most"', 'kind = "mindst"')
    error = refusal(("year = 2020\n", 'year = "i år"\n'), wrong_kind, ("target = 82\n", ""))

    places = [where for where, _ in error.mistakes]
    assert places == ["year", f"{FIRST}[1]", f"{FIRST}[2].kind"]
    assert len(str(error).splitlines()) == 3
    told = (
        f"plan.toml: {FIRST}[1]: 1.1.a: The kind “at_least” needs target to be filled in. (RP-841)"
        " Fill it in or choose another kind."
    )
    assert error.messages("en")[1] == told
