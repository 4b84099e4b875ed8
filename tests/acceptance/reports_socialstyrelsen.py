"""Socialstyrelsen 2020 as its controller types it, and what it gives by hand."""

from __future__ import annotations

from tests.acceptance.typed_report import typed_report

FINAL = typed_report(
    "socialstyrelsen-2020",
    fields="""
        Periode               | 4. kvartal
        Indsendt dato         | 12-01-2021
        Udfyldt af            | Controller A. Jensen
        Godkendt af           | Direktør B. Hansen
        Væsentlige afvigelser | Sagsbehandlingstiden på tilskudsområdet, se 1.6.b.
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a |          | 60       |            |            |      | opfyldt
        1.1.b |          | 82,0 %   |            |            |      | opfyldt
        1.1.c |          | 69,9%    |            |            |      | ikke opfyldt
        1.2.a |          |          | 15-12-2020 |            |      | opfyldt
        1.2.b |          |          |            | Ja         |      | opfyldt
        1.3.a |          |          | 31-12-2020 |            |      | opfyldt
        1.4.a |          | 91,5%    |            |            |      | opfyldt
        1.4.b |          | 81       |            |            |      | opfyldt
        1.5.a |          | 87,5 %   |            |            |      | opfyldt
        1.6.a |          | 97,4%    |            |            |      | opfyldt
        1.6.b |          | 171      |            |            |      | ikke opfyldt
        1.7.a |          |          | 02-10-2020 |            |      | ikke opfyldt
        1.7.b |          |          |            | Ja         |      | opfyldt
        2.1.a | 3,3      | 8,3      |            |            | 5    | opfyldt
        2.1.b | 5,8      | 8,3      |            |            | 2,5  | opfyldt
        2.2.a | 8,7      | 9,12     |            |            |      | ikke opfyldt
        2.2.b | 9,6      | 9,12     |            |            | 5    | opfyldt
        2.3.a |          |          |            | Nej        |      | ikke opfyldt
        2.3.b |          |          |            | Ja         |      | opfyldt
    """,
    texts="""
        1.1.c | Status                | Rød
        1.1.c | Afvigelsesforklaring  | Færre forløb end ventet nåede at skabe forandring i 2020.
        1.1.c | Handlingsplan         | Forløbene følges op efter et halvt år fra 2021.
        1.2.b | Dokumentation         | Koncept af 15. december 2020, afsnit 4
        1.6.b | Status                | Gul
        1.6.b | Afvigelsesforklaring  | Nyt system gav længere behandlingstid i foråret.
        1.7.a | Afvigelsesforklaring  | Forslagene blev sendt to dage efter fristen.
        1.7.b | Dokumentation         | Notat om det nye regelgrundlag, august 2020
        2.2.a | Afvigelsesforklaring  | Langtidssygefraværet er over statens gennemsnit.
        2.3.a | Afvigelsesforklaring  | Dokumentationen afventer et eftersyn hos leverandøren.
        2.3.b | Dokumentation         | Statusskema for de tyve krav
        1.4.b | Status                | Grøn
        1.4.b | Forventet årsresultat | 81 %
        1.3.a | Forventet årsresultat | 31-12-2020
        1.2.b | Forventet årsresultat | Ja
        1.6.a | Foreløbig             | Nej
    """,
    goals="""
        1.1 | 0   | c er 69,9 under 70
        1.2 | 100 | leveret før fristen, og gennemført
        1.3 | 100 | leveret på fristens dag
        1.4 | 100 | 91,5 over 91, og 81 mod 81
        1.5 | 100 | 87,5 over 85
        1.6 | 0   | b er 171 dage over 165
        1.7 | 0   | a er leveret efter 30-09-2020
        2.1 | 100 | afvigelserne er netop tolerancerne, 5 og 2,5
        2.2 | 100 | a eller b: b er netop 5 pct.
        2.3 | 0   | a leveres ikke
    """,
    secured="6 af 10",
    attainable="6 af 10",
)

INTERIM = typed_report(
    "socialstyrelsen-2020",
    fields="""
        Periode       | 2. kvartal
        Indsendt dato | 13-07-2020
        Udfyldt af    | Controller A. Jensen
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a |          | 58       |            |            |      | opfyldt
        1.1.b |          |          |            |            |      | afventer
        1.1.c |          |          |            |            |      | afventer
        1.2.a |          |          |            |            |      | afventer
        1.2.b |          |          |            |            |      | afventer
        1.3.a |          |          | 18-06-2020 |            |      | opfyldt
        1.4.a |          | 91%      |            |            |      | opfyldt
        1.4.b |          |          |            |            |      | afventer
        1.5.a |          | 75 %     |            |            |      | ikke opfyldt
        1.6.a |          | 97       |            |            |      | opfyldt
        1.6.b |          | 160      |            |            |      | opfyldt
        1.7.a |          |          |            |            |      | afventer
        1.7.b |          |          |            | Ja         |      | opfyldt
        2.1.a | 3,3      |          |            |            |      | afventer
        2.1.b |          |          |            |            |      | afventer
        2.2.a | 8,9      | 8,4      |            |            |      | opfyldt
        2.2.b |          |          |            |            |      | afventer
        2.3.a |          |          |            | Nej        |      | ikke opfyldt
        2.3.b |          |          |            |            |      | afventer
    """,
    texts="""
        1.5.a | Status               | Rød
        1.5.a | Afvigelsesforklaring | To af otte forløb har ikke givet færre fejl.
        1.5.a | Handlingsplan        | De to forløb forlænges med et halvt år.
        1.7.b | Dokumentation        | Notat om det nye regelgrundlag, juni 2020
        2.2.b | Status               | Gul
        2.2.b | Afvigelsesforklaring | Opgøres først efter 3. kvartal.
        2.3.a | Afvigelsesforklaring | Leverandøren kan ikke levere dokumentationen i år.
    """,
    goals="""
        1.1 | afventer | b og c mangler
        1.2 | afventer | intet indberettet
        1.3 | 100      | leveret
        1.4 | afventer | b mangler
        1.5 | 0        | 75 under 85
        1.6 | 100      | 97 mod 97, og 160 under 165
        1.7 | afventer | a mangler
        2.1 | afventer | kun budgettet kendes
        2.2 | 100      | a eller b: a er 8,4 under 8,9
        2.3 | 0        | a leveres ikke, uanset b
    """,
    secured="3 af 10",
    attainable="8 af 10",
)
