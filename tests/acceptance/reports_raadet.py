"""Rådet for Socialt Udsatte 2018 as its secretariat types it, and what it gives by hand."""

from __future__ import annotations

from tests.acceptance.typed_report import typed_report

FINAL = typed_report(
    "raadet-for-socialt-udsatte-2018",
    fields="""
        Periode               | helår
        Indsendt dato         | 11-01-2019
        Udfyldt af            | Konsulent I. Bech
        Godkendt af           | Sekretariatschef J. Lund
        Væsentlige afvigelser | Ingen
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt      | Opfyldt
        1.a   |          |          | 15-03-2018 |            |           | opfyldt
        1.b   |          |          | 20-04-2018 |            |           | opfyldt
        1.c   |          |          |            | Nej        |           | ikke opfyldt
        1.d1  |          |          |            | Ja         |           | opfyldt
        1.d2  |          |          |            | Ja         |           | opfyldt
        1.d3  |          |          |            | Ja         |           | opfyldt
        1.d4  |          |          | 31-12-2018 |            |           | opfyldt
        2.a   |          |          | 20-12-2018 |            |           | opfyldt
        2.b1  |          |          |            | Ja         |           | opfyldt
        2.b2  |          |          |            | Ja         |           | opfyldt
        2.b3  |          |          |            | Ja         |           | opfyldt
        2.b4  |          |          |            | Ja         |           | opfyldt
        2.b5  |          |          |            | Ja         |           | opfyldt
        2.b6  |          |          |            | Ja         |           | opfyldt
        2.b7  |          |          |            | Nej        |           | ikke opfyldt
        2.b8  |          |          |            | Ja         |           | opfyldt
        3.a   | 14,5     | 14,79    |            |            | 2         | opfyldt
        3.b   | 14,93    | 14,79    |            |            | -0,937709 | opfyldt
    """,
    texts="""
        1.c   | Status               | Rød
        1.c   | Afvigelsesforklaring | Strategien er udskudt, til en ny formand er udpeget.
        1.c   | Handlingsplan        | Sekretariatet implementerer den i 1. kvartal 2019.
        1.d1  | Dokumentation        | Rejseplan 2018
        1.d2  | Dokumentation        | Referat af rådsmøde i juni
        1.d3  | Dokumentation        | Plan for aktiviteter 2018-2019
        2.b1  | Dokumentation        | Håndbogen, kapitel 1
        2.b2  | Dokumentation        | Håndbogen, kapitel 2
        2.b3  | Dokumentation        | Håndbogen, kapitel 3
        2.b4  | Dokumentation        | Håndbogen, kapitel 4
        2.b5  | Dokumentation        | Håndbogen, kapitel 5
        2.b6  | Dokumentation        | Håndbogen, kapitel 6
        2.b7  | Afvigelsesforklaring | Seniorpolitikken forhandles stadig.
        2.b8  | Dokumentation        | Håndbogen, kapitel 8
    """,
    goals="""
        1 | 0   | c er ikke gennemført
        2 | 0   | b7 er ikke gennemført
        3 | 100 | a er netop 2 pct., b under 1 pct. i størrelse
    """,
    secured="1 af 3",
    attainable="1 af 3",
)

INTERIM = typed_report(
    "raadet-for-socialt-udsatte-2018",
    fields="""
        Periode       | 1. halvår
        Indsendt dato | 13-07-2018
        Udfyldt af    | Konsulent I. Bech
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt     | Opfyldt
        1.a   |          |          | 15-03-2018 |            |          | opfyldt
        1.b   |          |          | 20-04-2018 |            |          | opfyldt
        1.c   |          |          |            |            |          | afventer
        1.d1  |          |          |            | Ja         |          | opfyldt
        1.d2  |          |          |            |            |          | afventer
        1.d3  |          |          |            |            |          | afventer
        1.d4  |          |          |            |            |          | afventer
        2.a   |          |          |            |            |          | afventer
        2.b1  |          |          |            | Ja         |          | opfyldt
        2.b2  |          |          |            |            |          | afventer
        2.b3  |          |          |            |            |          | afventer
        2.b4  |          |          |            |            |          | afventer
        2.b5  |          |          |            |            |          | afventer
        2.b6  |          |          |            |            |          | afventer
        2.b7  |          |          |            | Nej        |          | ikke opfyldt
        2.b8  |          |          |            |            |          | afventer
        3.a   | 14,5     |          |            |            |          | afventer
        3.b   | 14,93    | 15,1     |            |            | 1,138647 | ikke opfyldt
    """,
    texts="""
        1.d1  | Dokumentation        | Rejseplan 2018
        2.b1  | Dokumentation        | Udkast til håndbogen, kapitel 1
        2.b7  | Status               | Rød
        2.b7  | Afvigelsesforklaring | Seniorpolitikken kan ikke forhandles færdig i år.
        2.b7  | Handlingsplan        | Forhandlingen genoptages i januar 2019.
        3.b   | Afvigelsesforklaring | Udgiften til rådets årsmøde faldt i 1. halvår.
    """,
    goals="""
        1 | afventer | c, d2, d3 og d4 mangler
        2 | 0        | b7 bliver ikke gennemført
        3 | 0        | b er over 1 pct., uanset a
    """,
    secured="0 af 3",
    attainable="1 af 3",
)
