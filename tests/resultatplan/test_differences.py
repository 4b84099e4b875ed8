"""What differs between two plans, in words, and which of it no correction may change."""

import pytest

from resultatplan.differences import differences
from resultatplan.library import Standing, standing
from resultatplan.plan import Plan
from tests.workbooks.small_plan import changed, small_plan

CRITERION = '\n[[sections.goals.criteria]]\nkey = "{}"\nkind = "done"\ntext = "Sendt."\n'
BEFORE_1_2 = '\n[[sections.goals]]\nnumber = "1.2"'
BEFORE_ECONOMY = '\n[[sections]]\ntitle = "Økonomiske mål"'
FIRST = (
    '[[sections.goals.criteria]]\nkey = "1.2.a"\nkind = "done"\n'
    'text = "Undersøgelsen er gennemført."\n\n'
)
"""The first criterion of goal 1.2."""


def told(after: Plan) -> list[tuple[str, bool]]:
    return [(change.words(), change.agreed) for change in differences(small_plan(), after)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "Undersøgelser"', 'title = "Undersøgelse"',
         "1.2: Titel: Undersøgelser → Undersøgelse"),
        ('text = "Antal besøg"', 'text = "Besøg"', "1.2.c: Delmål: Antal besøg → Besøg"),
        ('name = "4. kvartal"', 'name = "helår"', "Perioden Q4: Navn: 4. kvartal → helår"),
        ("    { year = 2018, result = 80.5 },\n", "", "1.1.a: Historik 2018: 80,5 → (intet)"),
        ('rule = "a eller (b og c)"', 'rule = "a eller (b og c )"',
         "1.1: Regel: a eller (b og c) → a eller (b og c )"),
        ('basis_text = "Institutionens gennemsnit i 2019"', "",
         "2.1.c: Teksten om grundlaget: Institutionens gennemsnit i 2019 → (intet)"),
        # A row that was left out may be put in.
        (BEFORE_ECONOMY, CRITERION.format("1.2.d") + BEFORE_ECONOMY,
         "1.2.d: Delmålet: (intet) → gennemført: Sendt."),
    ],
)  # fmt: skip
def test_wording_is_a_correction(old, new, words):
    assert told(changed((old, new))) == [(words, False)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([("target = 82\nhistory", "target = 80\nhistory")], "1.1.a: Måltal: 82 pct. → 80 pct."),
        ([("deadline = 2020-09-30", "deadline = 2020-10-31")],
         "1.1.c: Frist: 30-09-2020 → 31-10-2020"),
        ([('kind = "at_most"', 'kind = "at_least"')], "1.1.b: Krav: højst → mindst"),
        ([('rule = "a eller (b og c)"', 'rule = "a og b og c"')],
         "1.1: Regel: a eller (b og c) → a og b og c"),
        ([("basis = 11.2", "basis = 11.3")], "2.1.c: Grundlag: 11,2 dage → 11,3 dage"),
        ([('assessor = "departementet"', 'assessor = "styrelsen"')],
         "1.2.b: Hvem der vurderer: departementet → styrelsen"),
        ([("days = 14", "days = 21")], "Frist for afrapportering (dage): 14 → 21"),
        ([("ends = 2020-06-30", "ends = 2020-07-31")],
         "Perioden Q2: Slutter: 30-06-2020 → 31-07-2020"),
        ([('unit = "antal"', 'unit = "antal"\ncounted = "once"')],
         "1.2.c: Opgøres: løbende optælling → én måling"),
        # A new criterion that a rule demands, and one that is gone.
        ([(BEFORE_1_2, CRITERION.format("1.1.d") + BEFORE_1_2),
          ('rule = "a eller (b og c)"', 'rule = "a eller (b og c og d)"')],
         "1.1.d: Delmålet: (intet) → gennemført: Sendt."),
        ([(FIRST, "")], "1.2.a: Delmålet: gennemført: Undersøgelsen er gennemført. → (intet)"),
    ],
)  # fmt: skip
def test_what_a_report_is_judged_by_was_agreed(changes, words):
    assert (words, True) in told(changed(*changes))


def test_the_order_of_rows_is_told():
    moved = changed((FIRST, ""), (BEFORE_ECONOMY, f"\n{FIRST}{BEFORE_ECONOMY}"))

    assert told(moved) == [("1.2: Rækkefølgen: 1.2.a, 1.2.b, 1.2.c → 1.2.b, 1.2.c, 1.2.a", False)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((('text = "Antal besøg"', 'text = "Besøg"'),), Standing.NEEDS_NEW_VERSION),
        ((('id = "proevestyrelsen-2020"', 'id = "anden-2020"'),), Standing.OTHER_PLAN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_one_plan_is_to_another(changes, expected):
    assert standing(small_plan(), changed(*changes)) is expected
