"""Reports on the plan of eight goals, and what they give by hand.

The weights are 3, 2, 1, 4, 2, 1,5 and 1,5; goal 1.4 (weight 1) has left: 15 in all.
"""

from __future__ import annotations

from pathlib import Path

from resultatplan.plan_file import read_plan
from tests.acceptance.typed_report import typed_report

PLAN_FILE = Path(__file__).with_name("plan_of_eight.toml")
PLAN = read_plan(PLAN_FILE)

FINAL = typed_report(
    PLAN,
    fields="""
        Periode               | helår
        Indsendt dato         | 12-01-2026
        Udfyldt af            | Chefkonsulent B. Ægir
        Godkendt af           | Direktør Å. Sø
        Væsentlige afvigelser | Ingen
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt  | Opfyldt
        1.1.a |          | 73       |            |            |       | delvist opfyldt
        1.1.b |          | 28       |            |            |       | opfyldt
        1.2.a |          |          | 15-10-2025 |            |       | delvist opfyldt
        1.2.b |          |          |            | Ja         |       | opfyldt
        1.3.a |          |          |            | Ja         |       | opfyldt
        1.3.b |          |          |            | Nej        |       | ikke opfyldt
        1.3.c |          |          |            | Nej        |       | ikke opfyldt
        1.3.d |          |          |            | Ja         |       | opfyldt
        1.3.e |          |          |            | Nej        |       | ikke opfyldt
        1.4.a |          |          |            |            |       | udgået
        2.1.a | 100      | 103      |            |            | 3     | ikke opfyldt
        2.1.b | 102,5    | 103      |            |            | 0,487805 | opfyldt
        2.2.a |          | 70       |            |            |       | delvist opfyldt
        2.2.b |          |          |            | Ja         |       | opfyldt
        2.3.a | 8,5      | 9        |            |            |       | delvist opfyldt
        2.3.b |          | 9        |            |            | 5,263158 | opfyldt
        2.4.a |          |          |            | Nej        |       | ikke opfyldt
        2.4.b |          |          |            |            |       | udgået
    """,
    texts="""
        1.1.a | Afvigelsesforklaring | Færre deltog i de praktiske øvelser.
        1.2.a | Afvigelsesforklaring | Høringen tog to uger længere end ventet.
        1.2.b | Dokumentation        | Høringssvar, j.nr. 25-101
        1.3.a | Dokumentation        | Leveranceprøve, j.nr. 25-102
        1.3.b | Afvigelsesforklaring | Driften begynder i januar.
        1.3.c | Afvigelsesforklaring | Kun én kommune nåede at afprøve den.
        1.3.d | Dokumentation        | Risikovurdering, j.nr. 25-103
        1.3.e | Afvigelsesforklaring | Oplæringen følger driften.
        2.1.a | Afvigelsesforklaring | Et projekt blev fremrykket.
        2.2.a | Afvigelsesforklaring | Sagsbunken fra 2024 blev afviklet først.
        2.2.b | Dokumentation        | Departementets vurdering af 8. januar 2026
        2.3.a | Afvigelsesforklaring | Influenza i 1. kvartal.
        2.4.a | Afvigelsesforklaring | Øvelsen blev aflyst.
    """,
    goals="""
        1.1 | 50      | alle: den laveste af 50 (trinnet 70 pct.) og 100
        1.2 | 70      | gennemsnit: (40 + 100) / 2
        1.3 | 40      | hverken (a og b) eller to af c, d, e; men a: delvist
        1.4 | udgået  | udgået
        2.1 | 100     | a eller b: b
        2.2 | 200/3   | (2 × 100 × (70 - 50) / (90 - 50) + 1 × 100) / 3
        2.3 | 100     | a eller b: b er nået, a tæller kun 30
        2.4 | 0       | a; b er udgået
    """,
    # (3 × 50 + 2 × 70 + 1 × 40 + 4 × 100 + 2 × 66,67 + 1,5 × 100 + 1,5 × 0) / 15
    #  = (150 + 140 + 40 + 400 + 400/3 + 150 + 0) / 15 = 3040/45 = 67,56
    secured="3040/45",
    attainable="3040/45",
)

INTERIM = typed_report(
    PLAN,
    fields="""
        Periode       | 1. halvår
        Indsendt dato | 10-07-2025
        Udfyldt af    | Chefkonsulent B. Ægir
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a |          | 65       |            |            |      | delvist opfyldt
        1.1.b |          |          |            |            |      | afventer
        1.2.a |          |          |            |            |      | afventer
        1.2.b |          |          |            | Delvist    |      | delvist opfyldt
        1.3.a |          |          |            |            |      | afventer
        1.3.b |          |          |            |            |      | afventer
        1.3.c |          |          |            |            |      | afventer
        1.3.d |          |          |            |            |      | afventer
        1.3.e |          |          |            |            |      | afventer
        1.4.a |          |          |            |            |      | udgået
        2.1.a |          |          |            |            |      | afventer
        2.1.b |          |          |            |            |      | afventer
        2.2.a |          | 90       |            |            |      | opfyldt
        2.2.b |          |          |            |            |      | afventer
        2.3.a | 8,5      | 8        |            |            |      | opfyldt
        2.3.b |          |          |            |            |      | afventer
        2.4.a |          |          |            |            |      | afventer
        2.4.b |          |          |            |            |      | udgået
    """,
    texts="""
        1.1.a | Afvigelsesforklaring | To hold er først afsluttet i august.
        1.2.b | Afvigelsesforklaring | Halvdelen af kommunerne er hørt.
        1.2.b | Dokumentation        | Høringssvar, j.nr. 25-101
    """,
    goals="""
        1.1 | afventer | mellem 0 (b mangler) og 25 (trinnet 60 pct.)
        1.2 | afventer | mellem (0 + 40) / 2 = 20 og (100 + 40) / 2 = 70
        1.3 | afventer | mellem 0 og 100
        1.4 | udgået   | udgået
        2.1 | afventer | mellem 0 og 100
        2.2 | afventer | mellem (2 × 100 + 0) / 3 = 66,67 og 100
        2.3 | 100      | a eller b: a
        2.4 | afventer | mellem 0 og 100
    """,
    # (3 × 0 + 2 × 20 + 0 + 0 + 2 × 200/3 + 1,5 × 100 + 0) / 15 = (40 + 400/3 + 150) / 15 = 970/45
    secured="970/45",
    # (3 × 25 + 2 × 70 + 1 × 100 + 4 × 100 + 2 × 100 + 1,5 × 100 + 1,5 × 100) / 15 = 1215/15 = 81
    attainable="1215/15",
)
