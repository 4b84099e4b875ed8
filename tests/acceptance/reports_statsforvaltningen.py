"""Statsforvaltningen 2017 as its controller types it, and what it gives by hand."""

from __future__ import annotations

from tests.acceptance.typed_report import typed_report

FINAL = typed_report(
    "statsforvaltningen-2017",
    fields="""
        Periode               | 4. kvartal
        Indsendt dato         | 12. januar 2018
        Udfyldt af            | Controller E. Pedersen
        Godkendt af           | Direktør F. Madsen
        Væsentlige afvigelser | Liggetiden på børnebidrag og årsregnskabet, se 2.2.c og 3.1.b.
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt      | Opfyldt
        1.1.a |          | 75 %     |            |            |           | opfyldt
        1.1.b |          |          | 15-12-2017 |            |           | opfyldt
        1.1.c |          |          |            | Nej        |           | ikke opfyldt
        1.1.d |          |          | 31-12-2017 |            |           | opfyldt
        1.2.a |          |          | 29-09-2017 |            |           | opfyldt
        1.3.a | 1.200    | 1.020    |            |            | 15        | opfyldt
        1.3.b | 40000    | 33500    |            |            | 16,25     | opfyldt
        1.3.c | 8.000    | 6.900    |            |            | 13,75     | ikke opfyldt
        1.3.d |          |          |            | Ja         |           | opfyldt
        1.4.a |          | 90,4%    |            |            |           | opfyldt
        1.4.b |          |          | 01-06-2017 |            |           | opfyldt
        1.5.a |          |          | 03-04-2017 |            |           | ikke opfyldt
        2.1.a |          |          | 28-09-2017 |            |           | opfyldt
        2.1.b |          |          | 30-09-2017 |            |           | opfyldt
        2.1.c |          |          | 20-12-2017 |            |           | opfyldt
        2.2.a |          | 9,8      |            |            |           | opfyldt
        2.2.b |          | 5        |            |            |           | opfyldt
        2.2.c |          | 12,4     |            |            |           | ikke opfyldt
        2.2.d |          | 11,5     |            |            |           | opfyldt
        2.3.a |          | 78,2%    |            |            |           | opfyldt
        2.3.b |          | 75       |            |            |           | opfyldt
        2.3.c |          | 70,1 %   |            |            |           | opfyldt
        2.4.a |          |          | 28-09-2017 |            |           | opfyldt
        2.4.b |          |          |            | Ja         |           | opfyldt
        2.5.a |          |          | 30-09-2017 |            |           | opfyldt
        2.5.b |          |          |            | Ja         |           | opfyldt
        2.5.c |          |          |            | Ja         |           | opfyldt
        3.1.a | 540,1    | 550,902  |            |            | 2         | opfyldt
        3.1.b | 545      | 550,902  |            |            | 1,082936  | ikke opfyldt
        3.2.a | 11,6     | 10,4     |            |            | 10,344828 | opfyldt
    """,
    texts="""
        1.1.c | Dokumentation        | Borgertilfredshedsundersøgelsen 2017, tabel 3
        1.1.c | Afvigelsesforklaring | Værgemål ligger 2 procentpoint under målet.
        1.3.c | Status               | Gul
        1.3.c | Afvigelsesforklaring | Nye formularer gav flere spørgsmål i efteråret.
        1.3.d | Dokumentation        | Idriftsættelsesnotat, maj 2017
        1.5.a | Afvigelsesforklaring | Fristen var en lørdag; kataloget blev sendt mandag.
        2.2.c | Status               | Rød
        2.2.c | Afvigelsesforklaring | Flere sager end budgetteret på børnebidrag.
        2.2.c | Handlingsplan        | To teams samles fra februar 2018.
        2.4.b | Dokumentation        | Risikovurdering, version 2
        2.5.b | Dokumentation        | Logningspolitik, september 2017
        2.5.c | Dokumentation        | Direktionens referat af 5. september 2017
        3.1.b | Afvigelsesforklaring | Feriepengeforpligtelsen steg efter 2. opfølgning.
    """,
    goals="""
        1.1 | 100 | a og b og (c eller d): 75 mod 75, og handlingsplanen i d
        1.2 | 100 | leveret
        1.3 | 0   | c er 13,75 under 15
        1.4 | 100 | begge, b på fristens dag
        1.5 | 0   | to dage for sent
        2.1 | 100 | alle tre
        2.2 | 0   | c er 12,4 uger over 12
        2.3 | 100 | alle tre, 75 mod 75
        2.4 | 100 | begge
        2.5 | 100 | alle tre
        3.1 | 0   | a er netop 2 pct., men b er over 1
        3.2 | 100 | 10,34 over 10
    """,
    secured="8 af 12",
    attainable="8 af 12",
)

INTERIM = typed_report(
    "statsforvaltningen-2017",
    fields="""
        Periode       | 3. kvartal
        Indsendt dato | 13-10-2017
        Udfyldt af    | Controller E. Pedersen
    """,
    rows="""
        Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt     | Opfyldt
        1.1.a |          |          |            |            |          | afventer
        1.1.b |          |          |            |            |          | afventer
        1.1.c |          |          |            | Nej        |          | ikke opfyldt
        1.1.d |          |          |            |            |          | afventer
        1.2.a |          |          | 28-09-2017 |            |          | opfyldt
        1.3.a | 1.200    | 1.100    |            |            | 8,333333 | ikke opfyldt
        1.3.b | 40.000   |          |            |            |          | afventer
        1.3.c |          |          |            |            |          | afventer
        1.3.d |          |          |            |            |          | afventer
        1.4.a |          | 91 %     |            |            |          | opfyldt
        1.4.b |          |          | 31-05-2017 |            |          | opfyldt
        1.5.a |          |          | 31-03-2017 |            |          | opfyldt
        2.1.a |          |          | 29-09-2017 |            |          | opfyldt
        2.1.b |          |          | 29-09-2017 |            |          | opfyldt
        2.1.c |          |          |            |            |          | afventer
        2.2.a |          | 9,5      |            |            |          | opfyldt
        2.2.b |          |          |            |            |          | afventer
        2.2.c |          |          |            |            |          | afventer
        2.2.d |          | 12,0     |            |            |          | opfyldt
        2.3.a |          |          |            |            |          | afventer
        2.3.b |          |          |            |            |          | afventer
        2.3.c |          |          |            |            |          | afventer
        2.4.a |          |          |            | Nej        |          | ikke opfyldt
        2.4.b |          |          |            |            |          | afventer
        2.5.a |          |          | 22-09-2017 |            |          | opfyldt
        2.5.b |          |          |            | Ja         |          | opfyldt
        2.5.c |          |          |            | Ja         |          | opfyldt
        3.1.a | 540,1    |          |            |            |          | afventer
        3.1.b | 545      | 550,45   |            |            | 1        | opfyldt
        3.2.a |          |          |            |            |          | afventer
    """,
    texts="""
        1.1.c | Afvigelsesforklaring | Værgemål ligger 2 procentpoint under målet.
        1.3.a | Status               | Gul
        1.3.a | Afvigelsesforklaring | Faldet kom først efter sommeren.
        2.4.a | Afvigelsesforklaring | Risikovurderingen forelægges først i 2018.
        2.5.b | Dokumentation        | Logningspolitik, september 2017
        2.5.c | Dokumentation        | Direktionens referat af 5. september 2017
        3.1.b | Foreløbig            | Ja
    """,
    goals="""
        1.1 | afventer | c er nej, men d kan træde i stedet
        1.2 | 100      | leveret
        1.3 | 0        | a er 8,33 under 15
        1.4 | 100      | begge
        1.5 | 100      | leveret dagen før fristen
        2.1 | afventer | c mangler
        2.2 | afventer | b og c mangler
        2.3 | afventer | intet indberettet
        2.4 | 0        | a leveres ikke
        2.5 | 100      | alle tre
        3.1 | afventer | a mangler resultat
        3.2 | afventer | intet indberettet
    """,
    secured="4 af 12",
    attainable="10 af 12",
)
