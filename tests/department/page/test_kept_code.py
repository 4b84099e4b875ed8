"""Compiled templates are kept between runs, and nothing depends on their being there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from department.page import templating
from department.page.kept_code import KeptCode
from department.page.templating import environment

NAME = "hilsen.html.j2"
GREETING = "Hej {{ navn }}"


def an_environment(
    folder: Path, text: str = GREETING, made_by: str = "denne", *, autoescape: bool = True
) -> Environment:
    """A run's environment: what it has compiled it has from the folder, or compiles itself."""
    kept = KeptCode(folder, made_by)
    return Environment(loader=DictLoader({NAME: text}), autoescape=autoescape, bytecode_cache=kept)


def rendered(run: Environment) -> str:
    return run.get_template(NAME).render(navn="<Ane>")


def refuse_to_compile(run: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_nothing(*_: object, **__: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(run, "compile", compile_nothing)


def test_a_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = an_environment(tmp_path / "ny"), an_environment(tmp_path / "ny")
    refuse_to_compile(second, monkeypatch)

    assert rendered(first) == rendered(second) == "Hej &lt;Ane&gt;"


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    rendered(an_environment(tmp_path))

    assert rendered(an_environment(tmp_path, "Farvel {{ navn }}")) == "Farvel &lt;Ane&gt;"


def test_what_another_program_compiled_is_compiled_anew(tmp_path: Path) -> None:
    rendered(an_environment(tmp_path, made_by="en anden", autoescape=False))

    assert rendered(an_environment(tmp_path)) == "Hej &lt;Ane&gt;"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: whole[:40], id="broken off in the head"),
        pytest.param(lambda whole: whole[:-1], id="broken off"),
        pytest.param(lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:], id="changed"),
    ],
)
def test_a_file_that_is_not_whole_is_compiled_anew_and_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: Callable[[bytes], bytes]
) -> None:
    rendered(an_environment(tmp_path))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damaged(kept.read_bytes()))
    mending, next_one = an_environment(tmp_path), an_environment(tmp_path)
    refuse_to_compile(next_one, monkeypatch)

    assert rendered(mending) == rendered(next_one) == "Hej &lt;Ane&gt;"


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "optaget").write_text("en fil", encoding="utf-8")

    assert rendered(an_environment(tmp_path / "optaget" / "skabeloner")) == "Hej &lt;Ane&gt;"


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    rendered(an_environment(tmp_path))
    (kept,) = tmp_path.iterdir()
    kept.unlink()
    kept.mkdir()  # Nothing can be put in its place.

    assert rendered(an_environment(tmp_path)) == "Hej &lt;Ane&gt;"
    assert list(tmp_path.iterdir()) == [kept]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_code_that_others_can_have_written_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(an_environment(tmp_path))
    tmp_path.chmod(0o777)
    second = an_environment(tmp_path)
    refuse_to_compile(second, monkeypatch)

    with pytest.raises(AssertionError, match="compiled again"):
        rendered(second)


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        return Path("~/.cache/resultatplan")

    monkeypatch.setattr(templating, "user_cache_path", no_home)

    assert environment.__wrapped__().bytecode_cache is None
