"""The plans folder beside the built-in plans: found, in versions, and never in each other's way."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resultatplan.library import (
    all_plans,
    broken_plans,
    built_in_plans,
    known_ids,
    lend,
    own_files,
    plan_by_id,
    plan_named,
    versions_of,
)
from resultatplan.plans_folder import plans_folder, plans_in, reread
from tests.own_plans import BENCHMARK, MISPRINT, OTHER_TARGET, plan_text, write_plan, write_version


@pytest.fixture
def folder(tmp_path) -> Iterator[Path]:
    with plans_in(tmp_path):
        yield tmp_path


def test_the_folder_is_the_users_own_where_none_is_named_and_need_not_be_there(monkeypatch):
    monkeypatch.delenv("RP_PLANS", raising=False)
    assert plans_folder().parts[-2:] == ("resultatplan", "plans")
    with plans_in(Path("findes ikke")):
        assert all_plans() == built_in_plans()


def test_a_correction_of_a_built_in_plan_is_its_newest_version_and_is_named_with_it(folder):
    write_version(folder, "1.10")
    write_version(folder, "1.9")
    (folder / f"{BENCHMARK}.toml").write_text(plan_text({}), encoding="utf-8")  # a mere copy

    assert broken_plans() == ()
    assert [plan.version for plan in versions_of(BENCHMARK)] == ["1.10", "1.9", "1.0"]
    assert [plan.version for plan in all_plans() if plan.id == BENCHMARK] == ["1.10"]
    newest, first = plan_named(BENCHMARK), plan_named(f"{BENCHMARK}@1.0")
    assert newest is not None and newest.goals[2].title == "Retvisende budget"
    assert first is built_in_plans()[0]
    assert plan_named(f"{BENCHMARK}@2.0") is None


def broken(content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "i-stykker.toml").write_bytes(content)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: write_version(folder, changes=OTHER_TARGET),
         f"{BENCHMARK}@1.1.toml: 3.1.a: »Måltal: 1 mio. kr. → 1,5 mio. kr.«:"
         " En rettelse må ikke ændre det, der er aftalt i version 1.0."),
        (lambda folder: (folder / f"{BENCHMARK}.toml").write_text(plan_text(MISPRINT), "utf-8"),
         "Version 1.0 af planen findes i forvejen med et andet indhold."),
        (lambda folder: write_plan(folder, "proeve-2025").rename(folder / "noget-andet.toml"),
         "Planen hedder »proeve-2025«, men filen »noget-andet«"),
        (lambda folder: write_version(folder).rename(folder / f"{BENCHMARK}@1.2.toml"),
         "Planen er version 1.1, men filens navn siger 1.2."),
        (broken(b"id = "), "i-stykker.toml: TOML: Filen er ikke gyldig TOML"),
        (broken(b"\xff\xfe"), "i-stykker.toml: TOML: "),
        (broken(b"a = " + b"[" * 5000), "i-stykker.toml: TOML: "),
        (broken(b"year = " + b"9" * 1_000_000), "i-stykker.toml: TOML: "),
        (broken(b"a" + b" . a" * 100_000 + b" = 1"), "i-stykker.toml: TOML: Filen har for mange"),
        (lambda folder: os.mkfifo(folder / "roer.toml"),
         "roer.toml: filen: kan ikke læses: det er"),
        (lambda folder: (folder / "nul.toml").symlink_to("/dev/zero"), "nul.toml: filen: kan ikke"),
        (lambda folder: (folder / "mappe.toml").mkdir(), "mappe.toml: filen: kan ikke læses: "),
    ],
)  # fmt: skip
def test_a_file_that_is_no_plan_is_told_and_stands_in_the_way_of_no_other(folder, make, said):
    make(folder)
    write_plan(folder, "anden-2025")

    (error,) = broken_plans()
    assert said in error.messages()[0]
    assert {"anden-2025", BENCHMARK} <= set(known_ids())
    assert plan_by_id("anden-2025") is not None
    assert plan_by_id("proeve-2025") is plan_by_id("noget-andet") is None
    assert plan_by_id(BENCHMARK) is built_in_plans()[0]


def test_what_was_read_is_kept_until_the_folder_is_read_again(folder):
    assert plan_by_id("proeve-2025") is None
    write_plan(folder, "proeve-2025")
    assert plan_by_id("proeve-2025") is None

    reread()

    assert plan_by_id("proeve-2025") is not None


def test_plans_are_lent_to_a_machine_without_the_folder(folder, tmp_path_factory, monkeypatch):
    write_plan(folder, "proeve-2025")
    files = own_files()
    monkeypatch.setattr("resultatplan.library._lent", [])

    with plans_in(tmp_path_factory.mktemp("tom")):
        assert plan_by_id("proeve-2025") is None
        lend(files)
        assert plan_by_id("proeve-2025") is not None
        lend(())
        assert plan_by_id("proeve-2025") is None
