"""Benchmarkingenheden 2023 as its secretariat types it, and what it gives by hand."""

from __future__ import annotations

from tests.acceptance.typed_report import typed_report

FINAL = typed_report(
    "benchmarkingenheden-2023",
    fields="""
        Periode               | helår
        Indsendt dato         | 12-01-2024
        Udfyldt af            | Chefkonsulent G. Holm
        Godkendt af           | Sekretariatschef H. Friis
        Væsentlige afvigelser | Ingen
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a |          |          | 15-12-2023 |            |      | opfyldt
        2.1.a |          |          | 03-07-2023 |            |      | ikke opfyldt
        3.1.a | 18,4     | 19,7     |            |            | 1,3  | ikke opfyldt
        3.1.b | 20,2     | 19,7     |            |            | -0,5 | opfyldt
    """,
    texts="""
        2.1.a | Afvigelsesforklaring | Redegørelsen blev først færdig mandag den 3. juli.
        3.1.a | Afvigelsesforklaring | Et projekt blev fremrykket fra 2024.
    """,
    goals="""
        1.1 | 100 | leveret i 4. kvartal
        2.1 | 0   | leveret efter 1. halvår
        3.1 | 100 | a eller b: b er netop tolerancen 0,5
    """,
    secured="2 af 3",
    attainable="2 af 3",
)

INTERIM = typed_report(
    "benchmarkingenheden-2023",
    fields="""
        Periode       | 1. halvår
        Indsendt dato | 13-07-2023
        Udfyldt af    | Chefkonsulent G. Holm
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a |          |          |            |            |      | afventer
        2.1.a |          |          | 28-06-2023 |            |      | opfyldt
        3.1.a | 18,4     | 19,9     |            |            | 1,5  | ikke opfyldt
        3.1.b |          |          |            |            |      | afventer
    """,
    texts="""
        3.1.a | Foreløbig            | Ja
        3.1.a | Status               | Gul
        3.1.a | Afvigelsesforklaring | Et projekt er fremrykket fra 2024.
    """,
    goals="""
        1.1 | afventer | fristen er 31-12-2023
        2.1 | 100      | leveret i 1. halvår
        3.1 | afventer | a er ikke nået; b mangler
    """,
    secured="1 af 3",
    attainable="3 af 3",
)
