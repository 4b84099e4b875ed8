"""What the department's desk says of each file in `examples/indbakke`: worked out by hand."""

from dataclasses import dataclass

from tests.acceptance.typed_report import share


@dataclass(frozen=True)
class Expected:
    """The verdict on one file."""

    accepted: bool | None
    """None of what is passed over."""
    totals: tuple[float | None, ...]
    """Secured, expected and attainable in percent; None for a file that is no report."""
    findings: tuple[tuple[str, str], ...] = ()
    """Code and place: the key of the row, else the cell."""


def report(*, accepted: bool, goals: str, findings: dict[str, str] | None = None) -> Expected:
    """A report: `2–8–12 af 14` goals secured, expected and attainable, findings by place."""
    numbers, _, count = goals.partition(" af ")
    each = numbers.split("–") if "–" in numbers else [numbers] * 3
    totals = tuple(share(f"{number} af {count}") for number in each)
    places = tuple((code, place) for place, code in (findings or {}).items())
    return Expected(accepted, totals, places)


def no_report(code: str, *, accepted: bool | None = False) -> Expected:
    """A file without a plan: one finding about all of it."""
    return Expected(accepted, (None, None, None), ((code, ""),))


EXPECTED: dict[str, Expected] = {
    "Benchmarkingenheden 1. halvår 2023.xlsx": report(accepted=True, goals="0–1–2 af 3"),
    "Benchmarkingenheden_2023_helår.xlsx": report(accepted=True, goals="2 af 3"),
    "Rådet for Socialt Udsatte - halvårsrapport.xlsx": report(
        accepted=False, goals="0–0–3 af 3", findings={"Stamdata!B10": "RP-408"}
    ),
    "RSU_resultatplan_2018_årsafrapportering.xlsx": report(
        accepted=False, goals="1 af 3", findings={"2.b7": "RP-505", "1.c": "RP-506"}
    ),
    "Social- og Boligstyrelsen 2024.zip › SBST afrapportering 1.-2. kvartal 2024.xlsx": report(
        accepted=True, goals="1–8–13 af 14"
    ),
    "SBST afrapportering 3. kvartal 2024.xlsx": report(
        accepted=False,
        goals="1–8–12 af 14",
        findings={
            "1.1.b": "RP-401",
            "1.3.a": "RP-402",
            "1.1.a": "RP-403",
            "1.2.b": "RP-404",
            "1.4.a": "RP-410",
        },
    ),
    "Social- og Boligstyrelsen 2024.zip › SBST afrapportering 4. kvartal 2024 ENDELIG.xlsx": report(
        accepted=True, goals="8 af 14", findings={"1.3.b": "RP-515", "2.1.a": "RP-516"}
    ),
    "Statsforvaltningen 2017-Q3.xlsx": report(
        accepted=True, goals="2–6–11 af 12", findings={"Stamdata!B11": "RP-701"}
    ),
    "Statsforvaltningen 2017-Q4 (til underskrift).xlsx": report(
        accepted=False, goals="8 af 12", findings={"2.2.c": "RP-301", "3.1": "RP-310"}
    ),
    "Socialstyrelsen halvår 2020.eml › Socialstyrelsen 2020 2. kvartal.xlsx": report(
        accepted=True, goals="1–6–10 af 10", findings={"1.1.a": "RP-412"}
    ),
    "VS_ Resultatplan Q3 (endelig) v2 RETTET.xlsx": report(
        accepted=True, goals="1–6–8 af 10", findings={"1.1.a": "RP-508"}
    ),
    "Socialstyrelsen_2020_Q4_endelig.xlsx": report(
        accepted=True, goals="6 af 10", findings={"1.6.b": "RP-516"}
    ),
    "Følgebrev.docx": no_report("RP-102"),
    "tal til resultatplan 2020.xlsx": no_report("RP-102"),
    "~$Socialstyrelsen_2020_Q4_endelig.xlsx": no_report("RP-105", accepted=None),
}
