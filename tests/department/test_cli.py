"""The command line: help, languages, wrong usage."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("", ("Brug: rp KOMMANDO", *["plans", "template", "fill", "validate", "batch", "explain"])),
        ("validate --help", ("Kontrollér rapporter.",)),
        ("validate --help --lang en", ("Check reports.",)),
        # What stands for a value is English in English.
        ("fill --help", ("SKABELON", "--plans MAPPE")),
        ("fill --help --lang en", ("TEMPLATE VALUES.json", "--out FILE")),
        ("plan decide --help --lang en", ("GOAL",)),
    ],
)
def test_help_is_danish_and_english_on_request(rp, arguments, says):
    shown = rp(*arguments.split())

    assert shown.code == 0
    assert [words for words in says if words not in shown.out] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nonsens",), "Kommandoen nonsens findes ikke."),
        (("statu",), "Kommandoen statu findes ikke. Mente du »status«?"),
        (("status", "--toda", "x"), "Valget --toda findes ikke. Mente du »--today«?"),
        (("template", "socialstyrelsen-2020"), "--out mangler."),
        (("validate",), "FIL… mangler."),
        (("plans", "--nonsens"), "Valget --nonsens findes ikke."),
        (("batch", "findes-ikke", "--out", "ud"), "»findes-ikke« er ikke en mappe."),
        # What a script's empty variable leaves is not the folder one stands in.
        (("batch", "", "--out", "ud"), "»« er ikke en mappe."),
        (("watch", "", "--out", "ud"), "»« er ikke en mappe."),
        (("batch", ".", "--out", ""), "»« er ikke en mappe."),
        (("explain", "RP-999"), "Koden »RP-999« findes ikke."),
        (("template", "ukendt-2020", "--out", "ud"), "Planen »ukendt-2020« findes ikke."),
        (("plans", "--lang", "fr"), "Værdien passer ikke til --lang. Mulige værdier: da, en."),
        (("batch", "i", "--out", "u", "--workers", "0"), "Mulige værdier: 1–64."),
        (("plan", "rollover", "p", "--year", "x", "--out", "u"), "Mulige værdier: et helt tal."),
        *(
            (
                ("plan", "rollover", "socialstyrelsen-2020", "--year", year, "--out", "u.xlsx"),
                "Året skal ligge efter planens eget år, 2020",
            )
            for year in ("2019", "2020", "2101")
        ),
        (("calendar", "--today", "9999-12-31"), "»9999-12-31« ligger for langt væk"),
        (("calendar", "--today", "i morgen"), "»i morgen« er ikke en dato"),
        (("plans", "--lang"), "--lang mangler sin værdi."),
        (("plans", "--plans"), "--plans mangler sin værdi."),
        (("--plans=", "plans"), "--plans mangler sin værdi."),
        (("validate", "rapport.xlsx", "--limits"), "--limits mangler sin værdi."),
        (("validate", "x.xlsx", "--limits", "--json"), "--limits mangler sin værdi."),
        (("batch", "ind", "--out", "--json"), "--out mangler sin værdi."),
        (("plans", "--json=ja"), "--json tager ingen værdi."),
        (("plans", "socialstyrelsen-2020"), "er ét argument for meget."),
        (("plans", "--plans", "borte"), "borte« er ikke en mappe."),
        (("rehearse", "ukendt-2020", "r.xlsx"), "Planen »ukendt-2020« findes ikke."),
        (("plan", "export", "ukendt-2020", "--out", "p.xlsx"), "findes ikke"),
        (("plan", "new", "--year", "1815", "--out", "p.xlsx"), "2000 til 2100"),
        (("plan", "diff", "ukendt-2020", "p.toml"), "Planen »ukendt-2020« findes ikke."),
        (("plan", "diff", "statsforvaltningen-2017@9.9", "p.toml"), "@9.9« findes ikke."),
        (("plan", "diff", "statsforvaltningen-2017", "p.toml"), "»p.toml« kan ikke læses"),
        (("plan", "diff", "statsforvaltningen-2017", "p.xlsx"), "p.xlsx"),
        (("desk", "ud", "--out", "ud"), "indbakken"),
        # What Excel would refuse is refused before anything is fetched.
        *(
            (("addin", "office", "--url", url, "--out", "office"), f"»{url}«")
            for url in ("http://intranet.example/", "intranet.example", "https:///x")
        ),
        (("desk", "ind", "--port", "99999"), "--port"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_plain_sentence(rp, arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    refused = rp(*arguments)

    assert refused.code == 2
    assert says in refused.err
    assert refused.out == ""
    assert "Traceback" not in refused.err


def test_the_programs_options_stand_anywhere_but_after_two_dashes(rp, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("--lang").write_bytes(b"")

    for arguments in (("--lang", "en", "plans"), ("plans", "--lang=en"), ("plans", "--lang", "en")):
        assert "Agency" in rp(*arguments).out
    assert "--lang: kan ikke læses" in rp("validate", "--", "--lang").out


@pytest.mark.parametrize("day", ["2020-10-20", "20-10-2020", "20.10.2020", "20/10-2020"])
def test_a_day_is_written_as_a_dane_writes_it(rp, day):
    first = rp("calendar", "--today", day, "--json").json["deadlines"][0]

    assert (first["deadline"], first["days_left"]) == ("2017-04-14", -1285)


@pytest.mark.parametrize(
    "line",
    [
        *("template benchmarkingenheden-2023", "batch .", "watch . --once", "desk . --no-browser"),
        *("reply", "annual-report socialstyrelsen-2020", "plan import plan.xlsx"),
        *("checker build", "addin build", "addin libreoffice"),
    ],
)
def test_a_file_where_the_folder_should_be_is_wrong_usage(rp, tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ud").write_text("")

    refused = rp(*line.split(), "--out", "ud")

    assert refused.code == 2
    assert "Fejl: »ud« er ikke en mappe." in refused.err


def test_help_has_no_english_of_clicks_own(rp):
    shown = rp("batch", "--help").out

    assert "Mappen der skrives til. Skal angives." in " ".join(shown.split())
    words = set(re.findall(r"[A-Za-zæøå]+", shown))
    assert not {"required", "default", "Show", "Usage"} & words


def test_help_imports_none_of_the_heavy_packages():
    script = (
        "import sys; from department.cli import run; run(['--help']);"
        "heavy = {'pandas', 'pandera', 'openpyxl', 'pydantic', 'rich', 'holidays', 'xlwings'};"
        "print(heavy & set(sys.modules), file=sys.stderr); sys.exit(len(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
