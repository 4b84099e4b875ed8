"""Social- og Boligstyrelsen 2024 as its controller types it, and what it gives by hand."""

from __future__ import annotations

from tests.acceptance.typed_report import typed_report

FINAL = typed_report(
    "social-og-boligstyrelsen-2024",
    fields="""
        Periode               | 4. kvartal
        Indsendt dato         | 20-01-2025
        Udfyldt af            | Controller C. Nielsen
        Godkendt af           | Direktør D. Larsen
        Væsentlige afvigelser | Ingen
    """,
    rows="""
        Nøgle  | Grundlag | Resultat | Dato            | Gennemført | Målt  | Opfyldt
        1.1.a  |          | 68       |                 |            |       | opfyldt
        1.1.b  |          | 92,5%    |                 |            |       | opfyldt
        1.1.c  |          | 90       |                 |            |       | opfyldt
        1.1.d  |          | 71,25 %  |                 |            |       | opfyldt
        1.2.a1 |          |          | 30-09-2024      |            |       | opfyldt
        1.2.a2 |          |          |                 | Ja         |       | opfyldt
        1.2.b  |          |          | 27-09-2024      |            |       | opfyldt
        1.2.c  |          |          | 1. oktober 2024 |            |       | ikke opfyldt
        1.3.a  |          | 90 %     |                 |            |       | opfyldt
        1.3.b  |          | 82,9 %   |                 |            |       | ikke opfyldt
        1.4.a  |          | 85,7%    |                 |            |       | opfyldt
        1.5.a  |          | 100 %    |                 |            |       | opfyldt
        1.5.b1 |          | 91       |                 |            |       | opfyldt
        1.5.b2 |          | 90,0     |                 |            |       | opfyldt
        1.5.c  |          |          | 22-03-2024      |            |       | opfyldt
        1.6.a  |          |          |                 | Ja         |       | opfyldt
        1.7.a  |          | 80 %     |                 |            |       | opfyldt
        1.7.b  |          | 84%      |                 |            |       | ikke opfyldt
        1.8.a  |          |          |                 | Ja         |       | opfyldt
        1.8.b  |          |          |                 | Nej        |       | ikke opfyldt
        1.9.a  |          |          | 29-11-2024      |            |       | opfyldt
        1.9.b1 |          |          |                 | Ja         |       | opfyldt
        1.9.b2 |          |          | 14-06-2024      |            |       | opfyldt
        1.9.b3 |          |          | 01-11-2024      |            |       | opfyldt
        2.1.a  | 500      | 512,5    |                 |            | 2,5   | ikke opfyldt
        2.1.b  | 510      | 512,5    |                 |            | 0,490196 | opfyldt
        2.1.c  | 80,3     | 88,33    |                 |            | 10    | opfyldt
        2.1.d  | 84       | 88,33    |                 |            | 5,154762 | ikke opfyldt
        2.2.a  | 8,9      | 8,9      |                 |            |       | opfyldt
        2.2.b  | 9,2      | 8,9      |                 |            | 3,26087 | ikke opfyldt
        2.3.a1 |          |          | 18-12-2024      |            |       | opfyldt
        2.3.a2 |          | 4        |                 |            |       | opfyldt
        2.3.b  |          |          |                 | Ja         |       | opfyldt
        2.4.a1 |          |          |                 | Ja         |       | opfyldt
        2.4.a2 |          |          |                 | Ja         |       | opfyldt
        2.5.a  |          |          | 27-03-2024      |            |       | opfyldt
        2.5.b  |          |          |                 | Nej        |       | ikke opfyldt
    """,
    texts="""
        1.2.a2 | Dokumentation        | Styregruppens referat af 12. marts 2024
        1.2.c  | Afvigelsesforklaring | Overblikket blev forsinket en dag af et systemnedbrud.
        1.3.b  | Status               | Rød
        1.3.b  | Afvigelsesforklaring | Enkelte store kommuner svarede lavere end året før.
        1.3.b  | Handlingsplan        | Opfølgning med de fem kommuner i 1. kvartal 2025.
        1.6.a  | Dokumentation        | Styregruppens vurdering af 10. december 2024
        1.7.b  | Afvigelsesforklaring | Ét af fem tilsyn vurderede udbyttet lavt.
        1.8.a  | Dokumentation        | Departementets kvittering af 18. oktober 2024
        1.8.b  | Dokumentation        | Departementets vurdering af 5. december 2024
        1.8.b  | Afvigelsesforklaring | Departementet blev inddraget for sent.
        1.9.b1 | Dokumentation        | Testrapport, oktober 2024
        2.1.a  | Afvigelsesforklaring | Nye opgaver efter finansloven er ikke i grundbudgettet.
        2.1.d  | Afvigelsesforklaring | Tilskud blev udbetalt hurtigere end ventet.
        2.2.b  | Afvigelsesforklaring | Sygefraværet faldt, men ikke med 5 pct.
        2.3.b  | Dokumentation        | Plan for NIS2, november 2024
        2.4.a1 | Dokumentation        | Ramme for klimaregnskab, version 1
        2.4.a2 | Dokumentation        | Notat om flytningen, september 2024
        2.5.b  | Afvigelsesforklaring | To af seks tiltag er udskudt til 2025.
        1.4.a  | Status               | Grøn
        1.4.a  | Foreløbig            | Nej
    """,
    goals="""
        1.1 | 100 | 68 mod 68 og 90 mod 90 er nok
        1.2 | 0   | c er en dag for sent
        1.3 | 0   | b er 82,9 under 83
        1.4 | 100 | 85,7 over 85
        1.5 | 100 | alle fire
        1.6 | 100 | styregruppen siger ja
        1.7 | 0   | b er 84 under 85
        1.8 | 0   | departementet siger nej til b
        1.9 | 100 | alle fire, b3 på fristens dag
        2.1 | 100 | (a eller b) og (c eller d): b og c
        2.2 | 100 | a eller b: a er 8,9 mod 8,9
        2.3 | 100 | alle tre, 4 mod 4
        2.4 | 100 | begge
        2.5 | 0   | b er ikke gennemført
    """,
    secured="9 af 14",
    attainable="9 af 14",
)

INTERIM = typed_report(
    "social-og-boligstyrelsen-2024",
    fields="""
        Periode       | 1.–2. kvartal samlet
        Indsendt dato | 19-07-2024
        Udfyldt af    | Controller C. Nielsen
    """,
    rows="""
        Nøgle  | Grundlag | Resultat | Dato       | Gennemført | Målt | Opfyldt
        1.1.a  |          |          |            |            |      | afventer
        1.1.b  |          | 91 %     |            |            |      | opfyldt
        1.1.c  |          |          |            |            |      | afventer
        1.1.d  |          |          |            |            |      | afventer
        1.2.a1 |          |          |            |            |      | afventer
        1.2.a2 |          |          |            | Ja         |      | opfyldt
        1.2.b  |          |          |            |            |      | afventer
        1.2.c  |          |          |            |            |      | afventer
        1.3.a  |          | 91,0%    |            |            |      | opfyldt
        1.3.b  |          | 84       |            |            |      | opfyldt
        1.4.a  |          |          |            |            |      | afventer
        1.5.a  |          |          |            |            |      | afventer
        1.5.b1 |          | 88%      |            |            |      | ikke opfyldt
        1.5.b2 |          |          |            |            |      | afventer
        1.5.c  |          |          | 22-03-2024 |            |      | opfyldt
        1.6.a  |          |          |            |            |      | afventer
        1.7.a  |          |          |            |            |      | afventer
        1.7.b  |          |          |            |            |      | afventer
        1.8.a  |          |          |            | Ja         |      | opfyldt
        1.8.b  |          |          |            |            |      | afventer
        1.9.a  |          |          |            |            |      | afventer
        1.9.b1 |          |          |            |            |      | afventer
        1.9.b2 |          |          | 17-06-2024 |            |      | ikke opfyldt
        1.9.b3 |          |          |            |            |      | afventer
        2.1.a  | 500      | 512,5    |            |            | 2,5  | ikke opfyldt
        2.1.b  | 510      | 512,55   |            |            | 0,5  | opfyldt
        2.1.c  | 80,3     |          |            |            |      | afventer
        2.1.d  |          |          |            |            |      | afventer
        2.2.a  | 8,9      | 9,1      |            |            |      | ikke opfyldt
        2.2.b  |          |          |            |            |      | afventer
        2.3.a1 |          |          |            |            |      | afventer
        2.3.a2 |          | 4,0      |            |            |      | opfyldt
        2.3.b  |          |          |            |            |      | afventer
        2.4.a1 |          |          |            | Ja         |      | opfyldt
        2.4.a2 |          |          |            | Ja         |      | opfyldt
        2.5.a  |          |          | 27-03-2024 |            |      | opfyldt
        2.5.b  |          |          |            |            |      | afventer
    """,
    texts="""
        1.2.a2 | Dokumentation         | Styregruppens referat af 12. marts 2024
        1.5.b1 | Status                | Gul
        1.5.b1 | Afvigelsesforklaring  | Efterslæbet fra 2023 er afviklet i 1. halvår.
        1.5.b1 | Forventet årsresultat | 90,5 %
        1.8.a  | Dokumentation         | Departementets kvittering af 14. juni 2024
        1.9.b2 | Afvigelsesforklaring  | Mødet om prototypen blev flyttet til mandag 17. juni.
        2.1.a  | Foreløbig             | Ja
        2.1.a  | Afvigelsesforklaring  | Nye opgaver efter finansloven er ikke i grundbudgettet.
        2.2.a  | Afvigelsesforklaring  | Langtidssygefraværet er over statens gennemsnit.
        2.4.a1 | Dokumentation         | Ramme for klimaregnskab, version 1
        2.4.a2 | Dokumentation         | Notat om flytningen, juni 2024
    """,
    goals="""
        1.1 | afventer | a, c og d mangler
        1.2 | afventer | kun a2 er meldt
        1.3 | 100      | begge over måltallet
        1.4 | afventer | intet indberettet
        1.5 | 0        | b1 er 88 under 90
        1.6 | afventer | intet indberettet
        1.7 | afventer | intet indberettet
        1.8 | afventer | b mangler
        1.9 | 0        | b2 er to dage for sent
        2.1 | afventer | b er holdt; c og d mangler
        2.2 | afventer | a er ikke nået; b mangler
        2.3 | afventer | a1 og b mangler
        2.4 | 100      | begge
        2.5 | afventer | b mangler
    """,
    secured="2 af 14",
    attainable="12 af 14",
)
