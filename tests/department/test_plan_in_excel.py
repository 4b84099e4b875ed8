"""`rp plan new`, `export`, `check` and `import`, as a desk officer uses them."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from resultatplan.library import BUILT_IN
from resultatplan.plan_file import read_plan
from tests.command import Ran
from tests.validators.plan_book.authored import Typed, small, typed
from tests.workbooks.small_plan import small_plan

Rp = Callable[..., Ran]
ID = "proevestyrelsen-2020"
OTHER_TARGET: dict[str, Typed] = {"Delmål!E5": 84}
MISTAKE: dict[str, Typed] = {"Mål!E5": "a eller b", "Delmål!E6": "tredive dage"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "planer"


@pytest.fixture
def take_in(rp: Rp, tmp_path: Path, folder: Path) -> Rp:
    """`rp plan import` of the small plan, with some cells typed over, into the plans folder."""

    def run(cells: dict[str, Typed] | None = None, *options: object) -> Ran:
        file = workbook(tmp_path, cells)
        return rp("--plans", folder, "plan", "import", file, *options)

    return run


def workbook(tmp_path: Path, cells: dict[str, Typed] | None = None, name: str = "plan") -> Path:
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(typed(cells) if cells else small())
    return path


def test_a_new_workbook_has_the_year_that_is_asked_for(rp, tmp_path):
    path = tmp_path / "ny.xlsx"
    assert rp("plan", "new", "--year", 2026, "--out", path).code == 0
    assert load_workbook(path)["Plan"]["B7"].value == 2026


def test_check_tells_every_finding_and_the_goals_of_a_plan_without_any(rp, tmp_path):
    ran = rp("plan", "check", workbook(tmp_path, MISTAKE))
    assert ran.code == 1
    assert "RP-833 Mål!E5 (1.1): Reglen nævner ikke delmålet c." in ran.out
    assert "RP-811 Delmål!E6 (1.1.b): »tredive dage« er tekst, ikke et tal." in ran.out
    right = rp("plan", "check", workbook(tmp_path), "--json").json
    assert (right["accepted"], right["plan"], right["year"]) == (True, ID, 2020)
    assert [goal["rule"] for goal in right["goals"]] == [
        "enten a eller både b og c",
        "alle delmål er opfyldt",
        "mindst 2 af a, b og c",
    ]
    assert right["goals"][0]["criteria"][0]["demand"] == "mindst 82 pct.; årsresultat"
    wrong = rp("plan", "check", workbook(tmp_path, MISTAKE), "--json").json
    assert (wrong["accepted"], wrong["plan"], wrong["goals"]) == (False, None, [])
    assert [(each["code"], each["cell"]) for each in wrong["findings"]] == [
        ("RP-833", "E5"),
        ("RP-811", "E6"),
    ]


@pytest.mark.parametrize(
    ("cells", "demands"),
    [
        ({"Delmål!Q5": "70: 50 %; 82: 100 %", "Delmål!R6": 40, "Delmål!P7": date(2020, 10, 31),
          "Plan!B24": 50, "Delmål!O8": "0; 25; 50 og 100", "Delmål!H9": date(2020, 9, 30),
          "Delmål!T10": 0, "Delmål!U10": 50},
         {"1.1.a": "mindst 82 pct.; årsresultat; trin: mindst 70 pct. tæller 50 pct.",
          "1.1.b": "højst 30 dage; årsresultat; tæller jævnt fra 0 pct. ved 40 dage til 100 pct."
                   " ved 30 dage",
          "1.1.c": "senest 30-09-2020; leveret senere, men senest 31-10-2020, tæller 50 pct.",
          "1.2.a": "gennemført; kan gives 25 eller 50 pct.; det er, hvad det tæller",
          "1.2.b": "konkret vurdering 30-09-2020 (departementet)",
          "1.2.c": "mindst 12; løbende optælling; mindste mulige 0; højeste mulige 50",
          "2.1.a": "+/- 2 pct.; grundlaget oplyses i rapporten (mio. kr.); årsresultat",
          "2.1.c": "reduktion på mindst 5 pct.; grundlag 11,2 dage; årsresultat"}),
        ({"Delmål!D5": "mellem", "Delmål!F5": 90, "Delmål!N8": "Ja", "Plan!B24": 50,
          "Delmål!X10": "én måling"},
         {"1.1.a": "mellem 82 og 90 pct.; årsresultat",
          "1.2.a": "gennemført; delvist tæller 50 pct.",
          "1.2.c": "mindst 12; én måling"}),
    ],
    ids=["scales", "answers in part"],
)  # fmt: skip
def test_the_read_back_says_all_that_decides_the_score(rp, tmp_path, cells, demands):
    read = rp("plan", "check", workbook(tmp_path, cells), "--json").json
    found = {each["key"]: each["demand"] for goal in read["goals"] for each in goal["criteria"]}
    assert {key: found[key] for key in demands} == demands
    assert read["periods"] == [
        "1. halvår til 30-06-2020, frist 14-07-2020",
        "4. kvartal til 31-12-2020, frist 14-01-2021",
    ]


def test_import_keeps_the_plan_and_builds_its_template(rp, take_in, folder):
    ran = take_in()
    assert ran.code == 0
    assert read_plan(folder / f"{ID}.toml") == small_plan()
    assert {path.name for path in folder.iterdir()} == {f"{ID}.toml", f"{ID}.xlsx"}
    known = rp("--plans", folder, "plans", "--json").json
    assert ID in {plan["id"] for plan in known["plans"]}


def test_the_template_goes_where_it_is_asked_for(take_in, tmp_path, folder):
    """And a warning does not stop the import."""
    out = tmp_path / "skabeloner"
    ran = take_in({"Delmål!E5": 0.82}, "--out", out)
    assert (ran.code, "RP-848" in ran.out) == (0, True)
    assert [path.name for path in out.iterdir()] == [f"{ID}.xlsx"]
    assert [path.name for path in folder.iterdir()] == [f"{ID}.toml"]


@pytest.mark.parametrize(
    ("cells", "options", "code", "said", "target"),
    [
        (None, (), 0, ["uændret"], 82),
        (OTHER_TARGET, (), 2, ["1.1.a: Måltal: 82 pct. → 84 pct", "--replace"], 82),
        (OTHER_TARGET, ("--replace",), 0, [], 84),
        ({"Plan!B10": "1.1", "Delmål!E5": 9}, (), 2, ["ændrer det aftalte"], 82),
    ],
)
def test_what_was_agreed_is_not_changed_unasked_and_the_files_comments_stay(
    take_in, folder, cells, options, code, said, target
):
    take_in()
    file = folder / f"{ID}.toml"
    file.write_text(f"# Aftalt.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = take_in(cells, *options)
    assert ran.code == code
    assert [words for words in said if words not in ran.out + ran.err] == []
    assert read_plan(file).criterion_by_key["1.1.a"].target == target
    assert file.read_text(encoding="utf-8").startswith("# Aftalt.\n")
    if target == 82:
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_correction_is_a_version_beside_the_first(take_in, folder):
    take_in()
    corrected: dict[str, Typed] = {"Plan!B10": "1.1", "Mål!C5": "Kvalitet i al rådgivning"}
    assert take_in(corrected).code == 0
    assert (folder / f"{ID}.toml").exists()
    assert read_plan(folder / f"{ID}@1.1.toml").goals[0].title == "Kvalitet i al rådgivning"


def test_a_built_in_plan_is_never_changed(rp, tmp_path, folder):
    path = tmp_path / "plan.xlsx"
    rp("plan", "export", "benchmarkingenheden-2023", "--out", path)
    before = {file.name: file.read_bytes() for file in BUILT_IN.iterdir()}
    assert rp("--plans", folder, "plan", "import", path).code == 0
    book = load_workbook(io.BytesIO(path.read_bytes()))
    book["Plan"]["B8"] = "En anden titel"
    book.save(path)
    checked = rp("--plans", folder, "plan", "check", path)
    assert (checked.code, "kan endnu ikke indlæses" in checked.out) == (0, True)
    refused = rp("--plans", folder, "plan", "import", path, "--replace")
    assert (refused.code, "følger med programmet" in refused.err) == (2, True)
    assert {file.name: file.read_bytes() for file in BUILT_IN.iterdir()} == before
    assert list(folder.glob("*.toml")) == []


def test_a_broken_file_of_that_name_is_replaced_only_where_it_is_asked_for(take_in, folder):
    folder.mkdir()
    file = folder / f"{ID}.toml"
    file.write_text("id = 3", encoding="utf-8")
    assert take_in().code == 2
    assert file.read_text(encoding="utf-8") == "id = 3"
    assert take_in(None, "--replace").code == 0
    assert read_plan(file) == small_plan()
