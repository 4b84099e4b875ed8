"""The plans' Danish texts are faithful where a reader depends on them."""

from resultatplan.library import BUILT_IN
from tests.resultatplan.test_plans import each_plan, lines


def strings(value: object) -> list[str]:
    """Every text in a dumped plan."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in strings(part)]
    return []


@each_plan
def test_titles_and_headings_are_the_plans_own(plan):
    goals = {goal.number: goal for goal in plan.goals}
    for line in lines(plan, "headings"):
        number, title, heading = (part.strip() for part in line.split("|"))
        assert (goals[number].title, goals[number].heading or "") == (title, heading)


@each_plan
def test_a_criterion_says_what_is_measured(plan):
    for line in lines(plan, "words"):
        key, words = line.split(" | ")
        assert words in plan.criterion_by_key[key].text


@each_plan
def test_a_trap_in_the_text_is_noted_where_it_is_met(plan):
    notes = {"plan": plan.notes} | {each.number: each.notes for each in plan.goals}
    notes |= {each.key: each.notes for each in plan.criteria}
    for line in lines(plan, "notes"):
        owner, words = line.split(" | ")
        assert [note for note in notes[owner] if words in note], words


@each_plan
def test_what_is_ours_is_marked_as_a_reading(plan):
    head = (BUILT_IN / f"{plan.id}.toml").read_text(encoding="utf-8").split("\n\n")[0]

    assert all(line.startswith("#") for line in head.splitlines())
    assert "»Læsning:«" in head
    assert "Læsning: " in "\n".join(strings(plan.model_dump()))


@each_plan
def test_the_plan_says_how_it_is_scored_counted_reported_and_kept(plan):
    assert "målopfyldelsesgraden er binær" in plan.scoring_text
    assert "såfremt alle delelementer blev realiseret fuldt ud" in plan.scoring_text
    assert f"100/{len(plan.goals)}" in plan.scoring_text
    assert "summen af scoren for alle resultatmål" in plan.scoring_text
    assert plan.stated_goals_text.startswith(f"Der er {len(plan.goals)} mål i ")
    assert f"senest {plan.reporting.days} kalenderdage" in plan.reporting.text
    assert any("genforhandles eller justeres ikke" in note for note in plan.notes)
