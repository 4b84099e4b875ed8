"""`--plans`: every command knows the plans of a folder, and so do its worker processes."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from resultatplan.library import plan_named
from resultatplan.plans_folder import plans_in
from tests.command import typed
from tests.own_plans import BENCHMARK, LONG_RULE, plan_text, replaced, write_plan, write_version
from tests.workbooks.templates import template_bytes

OWN = "proeve-2023"
VALUES = Path("examples/values").absolute()


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "planer"
    write_plan(folder, OWN)
    return folder


def template(plans, reference):
    with plans_in(plans):
        return template_bytes(plan_named(reference))


def known(rp, *line):
    """The plans that a command knows."""
    return [plan["id"] for plan in rp(*line, "--json").json["plans"]]


def test_the_folder_may_stand_anywhere_on_the_line_or_in_the_environment(rp, plans, monkeypatch):
    assert OWN in known(rp, "--plans", plans, "plans")
    assert OWN not in known(rp, "plans")  # It is forgotten after the command.
    monkeypatch.setenv("RP_PLANS", str(plans))
    assert OWN in known(rp, "plans")


def test_a_template_of_a_broken_plan_says_what_is_wrong(rp, plans, tmp_path):
    write_plan(plans, "i-stykker", {"year = 2023\n": ""})

    refused = rp("template", "i-stykker", "--plans", plans, "--out", tmp_path / "ud")

    assert refused.code == 2
    assert "Fejl i planmappen: i-stykker.toml: year: mangler." in refused.err


TOO_LONG = "for-lang@1.0: RP-835 Skabelonens formel for mål 3.1 ville blive længere end de 8192"


@pytest.fixture
def with_long_rule(plans, tmp_path, monkeypatch):
    """A plan whose rule became longer than Excel takes after its template was sent out."""
    monkeypatch.chdir(tmp_path)
    write_plan(plans, "for-lang")
    (tmp_path / "skabelon.xlsx").write_bytes(template(plans, "for-lang"))
    (tmp_path / "anden.xlsx").write_bytes(template(plans, BENCHMARK))
    (tmp_path / "tal.json").write_text('{"prepared_by": "Anne"}')
    write_plan(plans, "for-lang", LONG_RULE)
    return plans


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("template for-lang --out .", 1),
        ("template --out ud", 1),
        ("template for-lang --prefill skabelon.xlsx --out næste.xlsx", 2),
        ("fill skabelon.xlsx tal.json --out udfyldt.xlsx", 2),
        ("migrate skabelon.xlsx --to 1.0 --out ny.xlsx", 2),
        ("validate skabelon.xlsx", 1),
        ("rehearse for-lang anden.xlsx", 2),
        ("plans", 1),
    ],
)
def test_a_rule_that_excel_would_refuse_is_told_wherever_a_template_is_needed(
    rp, with_long_rule, line, code
):
    ran = rp("--plans", with_long_rule, *line.split())
    assert (ran.code, ran.err.count(TOO_LONG)) == (code, 1)


def test_a_version_that_excel_takes_is_not_migrated_to_one_that_it_does_not(rp, with_long_rule):
    known = ("--plans", with_long_rule)
    ruling = ("--withdrawn", "--reason", "Flyttet", "--date", "2023-05-05", "--out", ".")
    assert rp(*known, "plan", "decide", "for-lang", "3.1", *ruling).code == 0
    ran = rp(*known, "migrate", "for-lang@1.1.xlsx", "--to", "1.0", "--out", "ny.xlsx")
    assert (ran.code, ran.err.count(TOO_LONG)) == (2, 1)


def test_the_other_plans_templates_are_made_each_version_under_its_name(rp, with_long_rule):
    write_version(with_long_rule)
    plans = ("for-lang", OWN, f"{BENCHMARK}@1.0", f"{BENCHMARK}@1.1")
    rp("template", *plans, "--plans", with_long_rule, "--out", "ud")
    names = {file.name for file in Path("ud").iterdir()}
    assert names == {f"{OWN}.xlsx", f"{BENCHMARK}.xlsx", f"{BENCHMARK}@1.1.xlsx"}


PRINTED = plan_text({})


def printed(first: str, after: str) -> str:
    """The part of the plan that begins with one text and ends before another."""
    return PRINTED[PRINTED.index(first) : PRINTED.index(after)]


KEYS = ("1.1", "1.1.a", "2.1", "2.1.a", "3.1", "3.1.a", "3.1.b")
SECTION = '[[sections]]\nnumber = "{}"'
CRITERION = '[[sections.goals.criteria]]\nkey = "{}"\n'
AS_AGREED = "2 af 3 mål opfyldt × 100/3 = 66,67 pct."
REPLACED = {
    "without a goal": (
        {
            printed(SECTION.format(1), SECTION.format(2)): "",
            "stated_goals = 3": "stated_goals = 2",
        },
        1,
        AS_AGREED,
    ),
    "with all goals renamed": (
        {f'"{key}"': f'"{key[0]}.9{key[3:]}"' for key in KEYS},
        1,
        AS_AGREED,
    ),
    "with another kind and without a criterion": (
        {
            'key = "1.1.a"\nkind = "delivered_by"': 'key = "1.1.a"\nkind = "at_least"',
            "deadline = 2023-12-31": 'unit = "pct."\ntarget = 80',
            printed(CRITERION.format("3.1.a"), CRITERION.format("3.1.b")): "",
            'rule = "a eller b"\n': "",
        },
        1,
        AS_AGREED,
    ),
    "with other weights and without a period": (
        {
            "[bonus]": '[scoring]\nweighting = "weights"\n\n[bonus]',
            **{f'number = "{at}.1"': f'number = "{at}.1"\nweight = {at}' for at in (1, 2, 3)},
            printed('    { id = "Q2"', '    { id = "Q4"'): "",
        },
        0,
        "(1 (mål 1.1) + 1 (mål 3.1))/3 = 66,67 pct.",
    ),
}
"""What is changed in the plan's text, how often it is told, and how the total is then."""


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """The plan with both its reports judged, and gone from the inbox."""
    folder = tmp_path_factory.mktemp("bord")
    plans, inbox, empty = folder / "planer", folder / "ind", folder / "skabelon.xlsx"
    write_plan(plans, OWN)
    empty.write_bytes(template(plans, OWN))
    for period in ("Q2", "Q4"):
        values, file = VALUES / f"{BENCHMARK}-{period}.json", inbox / f"{period}.xlsx"
        typed("--plans", plans, "fill", empty, values, "--out", file)
    typed("--plans", plans, "batch", inbox, "--out", folder / "ud")
    shutil.rmtree(inbox)
    inbox.mkdir()
    return folder


@pytest.fixture
def desk(judged, tmp_path, monkeypatch):
    """What is judged, to be gone on with."""
    folder = tmp_path / "bord"
    shutil.copytree(judged, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("RP_REGISTER", "ud/register")
    return folder


@pytest.mark.parametrize(("changes", "told", "total"), REPLACED.values(), ids=REPLACED)
def test_what_was_judged_by_a_plan_that_is_replaced_stands_as_it_was_judged(
    rp, desk, changes, told, total
):
    known = ("--plans", "planer")
    shown = (*known, "register", "show", "Q4.xlsx", "--json")
    before = rp(*shown).json
    write_plan(desk / "planer", OWN, changes)

    for line in ("batch ind --out ud", "status", "reply --all --out svar", f"annual-report {OWN}"):
        assert rp(*known, *line.split()).code == 0
    page = Path("ud/overblik.html").read_text(encoding="utf-8")

    assert rp(*shown).json == before
    assert page.count("Planen har andre mål eller delmål, end da") == told
    goals = str([*load_workbook("ud/overblik.xlsx")["Mål"].values])
    assert ("bedømt, da planen havde andre mål" in goals) == bool(told)
    for words in (page, Path(f"svar/{OWN}/Q4 - svar.txt").read_text(encoding="utf-8-sig")):
        assert total in words


def test_a_version_with_a_criterion_that_was_left_out_replaces_no_plan(rp, desk):
    day = "deadline = 2023-12-31\n"
    another = CRITERION.format("1.1.b") + f'kind = "delivered_by"\ntext = "Sendt."\n{day}'
    changes = {f'id = "{OWN}"': f'id = "{OWN}"\nversion = "1.1"', day: day + another}
    text = replaced((desk / f"planer/{OWN}.toml").read_text(encoding="utf-8"), changes)
    (desk / f"planer/{OWN}@1.1.toml").write_text(text, encoding="utf-8")

    ran = rp("--plans", "planer", "batch", "ind", "--out", "ud")

    assert (ran.code, ran.err) == (0, "")
    assert "Planen har andre mål" not in Path("ud/overblik.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, ""),
        (b'id = "proeve-2023\n', "TOML: Filen er ikke gyldig TOML: se linje 1, tegn 18."),
    ],
)
def test_a_plan_that_is_gone_or_broken_in_the_middle_of_the_year_loses_nothing(
    rp, desk, content, told
):
    file, known = desk / f"planer/{OWN}.toml", ("--plans", "planer")
    before = file.read_bytes()
    file.unlink() if content is None else file.write_bytes(content)

    for line in ("batch ind --out ud", "status", "reply --all --out svar"):
        ran = rp(*known, *line.split())
        assert (ran.code, "Fejl i planmappen" in ran.err, told in ran.err) == (0, bool(told), True)
    assert rp(*known, "annual-report", OWN).code == 2
    original = rp("register", "show", "Q4.xlsx", "--json").json["reports"][0]["summary"]["digest"]
    shutil.copy(next(desk.glob(f"ud/register/originals/*/{original}.*")), "ind/Q4.xlsx")
    rp(*known, "batch", "ind", "--out", "ud")
    shown = rp(*known, "register", "show", "Q4.xlsx").out
    assert [": godkendt" in shown, ": kan ikke læses, 1 fejl" in shown] == [True, True]
    file.write_bytes(before)
    rp(*known, "batch", "ind", "--out", "ud")
    assert rp(*known, "status").out.count("godkendt") == 3
