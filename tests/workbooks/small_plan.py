"""A small plan that has every kind of criterion, for tests that look at a workbook's parts."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan

TOML = """
id = "proevestyrelsen-2020"
title = "Resultatplan"
ministry = "Prøveministeriet"
institution = "Prøver & Målestyrelsen"
year = 2020
valid_from = 2020-01-01
valid_to = 2020-12-31
stated_goals = 3
stated_goals_text = "Planen har tre mål."
scoring_text = "Et mål er opfyldt eller ikke opfyldt."
notes = ["= begynder med et lighedstegn"]

[reporting]
days = 14
text = "Der rapporteres efter 2. og 4. kvartal."
periods = [
    { id = "Q2", name = "1. halvår", ends = 2020-06-30 },
    { id = "Q4", name = "4. kvartal", ends = 2020-12-31, final = true },
]

[bonus]
text = "Resultatet indgår i vurderingen."

[[tolerances]]
size = "Store institutioner"
base_budget = 5
follow_up_2 = 2.5
unit = "mio. kr."

[[sections]]
title = "Faglige mål"
number = "1"

[[sections.goals]]
number = "1.1"
title = "Kvalitet i rådgivningen"
description = "Rådgivningen er god."
rule = "a eller (b og c)"

[[sections.goals.criteria]]
key = "1.1.a"
kind = "at_least"
text = "Andel tilfredse borgere"
unit = "pct."
target = 82
history = [
    { year = 2018, result = 80.5 },
    { year = 2019, target = 81, result = 83 },
    { year = 2020, target = 82 },
    { year = 2021, target = 83, provisional = true },
]

[[sections.goals.criteria]]
key = "1.1.b"
kind = "at_most"
text = "Sagsbehandlingstid"
unit = "dage"
target = 30

[[sections.goals.criteria]]
key = "1.1.c"
kind = "delivered_by"
text = "Et koncept er sendt til departementet."
deadline = 2020-09-30

[[sections.goals]]
number = "1.2"
title = "Undersøgelser"
description = "Der undersøges."

[[sections.goals.criteria]]
key = "1.2.a"
kind = "done"
text = "Undersøgelsen er gennemført."

[[sections.goals.criteria]]
key = "1.2.b"
kind = "assessed"
text = "Undersøgelsen er god."
assessor = "departementet"

[[sections.goals.criteria]]
key = "1.2.c"
kind = "at_least"
text = "Antal besøg"
unit = "antal"
target = 12

[[sections]]
title = "Økonomiske mål"
number = "2"

[[sections.goals]]
number = "2.1"
title = "Budget og sygefravær"
description = "Budgettet holdes."
rule = "mindst 2 af (a, b, c)"

[[sections.goals.criteria]]
key = "2.1.a"
kind = "within"
text = "Afvigelse fra grundbudgettet"
unit = "pct."
level_unit = "mio. kr."
target = 2

[[sections.goals.criteria]]
key = "2.1.b"
kind = "benchmark"
text = "Sygefravær i forhold til staten"
unit = "dage"

[[sections.goals.criteria]]
key = "2.1.c"
kind = "reduction"
text = "Fald i sygefravær"
unit = "pct."
level_unit = "dage"
target = 5
basis = 11.2
basis_text = "Institutionens gennemsnit i 2019"
"""


@cache
def small_plan() -> Plan:
    """The plan."""
    return Plan.model_validate(tomllib.loads(TOML, parse_float=Decimal))


@cache
def plan_without_history() -> Plan:
    """The same plan when no earlier or later years are printed in it."""
    data = tomllib.loads(TOML, parse_float=Decimal)
    for section in data["sections"]:
        for goal in section["goals"]:
            for criterion in goal["criteria"]:
                criterion.pop("history", None)
    return Plan.model_validate(data)


@cache
def large_plan() -> Plan:
    """The largest of the real plans."""
    return max(built_in_plans(), key=lambda plan: len(plan.criteria))
