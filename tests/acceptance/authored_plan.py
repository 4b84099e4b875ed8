"""A plan as a desk officer types it in the empty authoring workbook, and reports made on it.

Everything is typed in Danish, by the words that the workbook itself shows: field, column, choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from resultatplan.plan import Plan
from tests.acceptance.typed_report import TypedReport, table_of, typed_report
from workbooks.authoring.entries import AuthoringSheet, Column, PlanField, TableName
from workbooks.authoring.layout import authoring_layout

YEAR = 2024
PLAN_ID = "styrelsen-for-laering-og-oevelse-2024"
INSTITUTION = "Styrelsen for Læring og Øvelse"
_FIELDS = f"""
    Ministerium                  | Øvelsesministeriet
    Institution                  | {INSTITUTION}
    Frist i dage                 | 14
    Frist flyttes ved helligdage | Ja
    Tekst om afrapportering      | Styrelsen afrapporterer efter hvert halvår.
    Tekst om målopfyldelse       | Målene vægter forskelligt. Et mål kan være delvist opfyldt.
    Vægtning                     | vægte
    Delvist opfyldt giver (pct.) | 40
    Udgåede mål og delmål        | udgår af beregningen
    Tekst om bonus               | Målopfyldelsen indgår i vurderingen af direktørens vederlag.
"""
_TABLES = {
    TableName.PERIODS: """
        Periode | Periodens navn
        H1      | 1. halvår
        H2      | helår
    """,
    TableName.SECTIONS: """
        Afsnitsnummer | Afsnit
        1             | Faglige mål
        2             | Økonomiske og administrative mål
    """,
    TableName.GOALS: """
        Nummer | Afsnit      | Titel                   | Regel                       | Vægt
        1.1    | Faglige mål | Kvalitet i rådgivningen |                             | 20
        1.2    | Faglige mål | Koncept for tilsyn      | (a eller b) og (c eller d)  | 15
        1.3    | Faglige mål | Digital indgang         | a og b                      | 12,5
        1.4    | Faglige mål | Ny vejledning           |                             | 10
        2.1    | Økonomiske og administrative mål | Retvisende budget | a eller b    | 15
        2.2    | Økonomiske og administrative mål | Lavere sygefravær |              | 10
        2.3    | Økonomiske og administrative mål | God økonomistyring |             | 10
        2.4    | Økonomiske og administrative mål | Øvet beredskab    |              | 7,5
    """,
    TableName.CRITERIA: """
        Nøgle | Delmål                                  | Krav       | Måltal | Enhed
        1.1.a | Andel af borgerne, som fik god hjælp    | mindst     | 82 %   | pct.
        1.1.b | Gennemsnitlig svartid                   | højst      | 30     | dage
        1.2.a | Konceptet er sendt til departementet    | senest     |        |
        1.2.b | Konceptet er aftalt med kommunerne      | gennemført |        |
        1.2.c | Gennemførte prøvetilsyn                 | mindst     | 12     | antal
        1.2.d | Andel af kommunerne, som bruger det     | mindst     | 75     | pct.
        1.3.a | Indgangen er udviklet                   | gennemført |        |
        1.3.b | Indgangen er i drift                    | senest     |        |
        1.4.a | Vejledningen er udsendt                 | senest     |        |
        2.1.a | Afvigelse fra grundbudgettet            | +/-        | 2,5    | pct.
        2.1.b | Afvigelse fra udgiftsopfølgning 2       | +/-        | 1      | pct.
        2.2.a | Fald i sygefraværet                     | reduktion på mindst | 5 | pct.
        2.3.a | Departementet finder styringen god      | konkret vurdering   |   |
        2.4.a | Beredskabet er øvet                     | gennemført |        |
    """,
    TableName.HISTORY: """
        Nøgle | År   | Måltal | Resultat | Foreløbig
        1.1.a | 2022 | 78 %   | 76,5 %   |
        1.1.a | 2023 | 80 %   | 79 %     |
        1.1.a | 2024 | 82 %   |          |
        1.1.a | 2025 | 83 %   |          | Ja
        1.2.c | 2023 | 8      | 9        |
        1.2.c | 2024 | 12     |          |
    """,
}
"""The columns that most rows use; the rest is in `_MORE`."""
_MORE = {
    TableName.GOALS: """
        1.1 | Beskrivelse | Borgerne får god og hurtig hjælp.
        1.2 | Beskrivelse | Konceptet er klar, og kommunerne bruger det.
        1.3 | Beskrivelse | Borgerne kan søge digitalt.
        1.3 | Regel for delvist opfyldt | a eller b
        1.4 | Beskrivelse | Vejledningen udsendes.
        1.4 | Udgået      | Opgaven er flyttet til departementet 1. marts 2024
        2.1 | Beskrivelse | Styrelsen holder sit budget.
        2.2 | Beskrivelse | Sygefraværet falder.
        2.3 | Beskrivelse | Økonomistyringen er god.
        2.4 | Beskrivelse | Styrelsen er klar, når det gælder.
    """,
    TableName.CRITERIA: """
        1.1.a | Trin  | 70: 50 %; 82: 100 %
        1.1.a | Kilde | Brugerundersøgelsen
        1.2.a | Frist | 30-09-2024
        1.3.a | Kan opfyldes delvist | Ja
        1.3.b | Frist | 31-10-2024
        1.4.a | Frist | 15-11-2024
        2.1.a | Enhed for grundlag og resultat | mio. kr.
        2.1.a | Hvad grundlaget er | Budgetteret resultat i grundbudgettet
        2.1.b | Enhed for grundlag og resultat | mio. kr.
        2.1.b | Hvad grundlaget er | Budgetteret resultat i udgiftsopfølgning 2
        2.2.a | Enhed for grundlag og resultat | dage
        2.2.a | Grundlag    | 9,6
        2.2.a | Hvad grundlaget er | Sygedage pr. medarbejder i 2023
        2.3.a | Vurderes af | departementets økonomikontor
    """,
}
"""Key of the row, column, text."""


def typed_plan() -> dict[AuthoringSheet, dict[str, str]]:
    """Everything that is typed in the empty workbook, by sheet and address."""
    layout = authoring_layout({})
    typed: dict[AuthoringSheet, dict[str, str]] = {
        AuthoringSheet.PLAN: {
            layout.field_cell(PlanField(name)): text for name, text in table_of(_FIELDS)
        }
    }
    for name, text in _TABLES.items():
        table = layout.tables[name]
        cells = {table.cell(Column(column), row): words for row, column, words in _cells(text)}
        keys = [line[0] for line in table_of(text)[1:]]
        for key, column, words in table_of(_MORE.get(name, "")):
            cells[table.cell(Column(column), keys.index(key))] = words
        typed.setdefault(table.sheet, {}).update(cells)
    return typed


def share_cells() -> str:
    """The range of the eight goals' *Andel* on the sheet Mål."""
    table = authoring_layout({}).tables[TableName.GOALS]
    return f"{table.cell(Column.SHARE, 0)}:{table.cell(Column.SHARE, 7)}"


def _cells(text: str) -> Iterator[tuple[int, str, str]]:
    """Row, column and text of every cell of a table that is not blank."""
    heading, *lines = table_of(text)
    for row, line in enumerate(lines):
        for column, words in zip(heading, line, strict=True):
            if words:
                yield row, column, words


def interim(plan: Plan) -> TypedReport:
    """The first half-year's report.

    By hand, of the goals' weights 20, 15, 12,5, 15, 10, 10 and 7,5 (goal 1.4 is withdrawn, and
    its 10 has left the denominator: 100 - 10 = 90 remain):

    secured     7,5 × 100 / 90 = 750 / 90 = 8,33
    attainable  (20 × 50 + 15 × 100 + 12,5 × 40 + 15 × 100 + 10 × 100 + 10 × 100 + 7,5 × 100) / 90
                = (1000 + 1500 + 500 + 1500 + 1000 + 1000 + 750) / 90 = 7250 / 90 = 80,56
    """
    return typed_report(
        plan,
        fields="""
            Periode       | 1. halvår
            Indsendt dato | 10-07-2024
            Udfyldt af    | Chefkonsulent B. Ægir
        """,
        rows="""
            Nøgle | Grundlag | Resultat | Dato | Gennemført | Målt | Opfyldt
            1.1.a |          | 71       |      |            |      | delvist opfyldt
            1.1.b |          |          |      |            |      | afventer
            1.2.a |          |          |      |            |      | afventer
            1.2.b |          |          |      |            |      | afventer
            1.2.c |          |          |      |            |      | afventer
            1.2.d |          | 80 %     |      |            |      | opfyldt
            1.3.a |          |          |      | Delvist    |      | delvist opfyldt
            1.3.b |          |          |      |            |      | afventer
            1.4.a |          |          |      |            |      | udgået
            2.1.a |          |          |      |            |      | afventer
            2.1.b |          |          |      |            |      | afventer
            2.2.a |          |          |      |            |      | afventer
            2.3.a |          |          |      |            |      | afventer
            2.4.a |          |          |      | Ja         |      | opfyldt
        """,
        texts="""
            1.1.a | Afvigelsesforklaring | Mange nye medarbejdere i foråret.
            1.3.a | Afvigelsesforklaring | Login mangler endnu.
            1.3.a | Dokumentation        | Leveranceprøve, j.nr. 24-101
            2.4.a | Dokumentation        | Rapport om øvelsen, j.nr. 24-102
        """,
        goals="""
            1.1 | afventer | alle: mellem 0 (b mangler) og 50 (a er kun nået til trinnet 70)
            1.2 | afventer | mellem 0 og 100: (c eller d) er nået ved d, (a eller b) mangler
            1.3 | afventer | mellem 0 og 40: a er delvist opfyldt, b mangler
            1.4 | udgået   | udgået
            2.1 | afventer | mellem 0 og 100
            2.2 | afventer | mellem 0 og 100
            2.3 | afventer | mellem 0 og 100
            2.4 | 100      | a
        """,
        secured="750/90",
        attainable="7250/90",
    )


def final(plan: Plan) -> TypedReport:
    """The whole year's report.

    By hand, of the same 90: the sum of weight × fulfilment is

    1.1  20   ×  50   step 70 reached, step 82 not                = 1000
    1.2  15   × 100   b of (a eller b), d of (c eller d)          = 1500
    1.3  12,5 ×  40   a but not b: not "a og b", but "a eller b"  =  500
    2.1  15   × 100   b: (258 - 256) / 256 = 0,78 pct.            = 1500
    2.2  10   ×   0   (9,6 - 9,2) / 9,6 = 4,17 pct., 5 are needed =    0
    2.3  10   × 100                                               = 1000
    2.4   7,5 × 100                                               =  750

    6250 / 90 = 69,44; nothing is pending, so no more can be attained.
    """
    return typed_report(
        plan,
        fields="""
            Periode               | helår
            Indsendt dato         | 13-01-2025
            Udfyldt af            | Chefkonsulent B. Ægir
            Godkendt af           | Direktør Å. Sø
            Væsentlige afvigelser | Ingen
        """,
        rows="""
            Nøgle | Grundlag | Resultat | Dato       | Gennemført | Målt     | Opfyldt
            1.1.a |          | 76,5     |            |            |          | delvist opfyldt
            1.1.b |          | 28       |            |            |          | opfyldt
            1.2.a |          |          | 10-10-2024 |            |          | ikke opfyldt
            1.2.b |          |          |            | Ja         |          | opfyldt
            1.2.c |          | 10       |            |            |          | ikke opfyldt
            1.2.d |          | 77,5 %   |            |            |          | opfyldt
            1.3.a |          |          |            | Ja         |          | opfyldt
            1.3.b |          |          | 15-11-2024 |            |          | ikke opfyldt
            1.4.a |          |          |            |            |          | udgået
            2.1.a | 250      | 258      |            |            | 3,2      | ikke opfyldt
            2.1.b | 256      | 258      |            |            | 0,78125  | opfyldt
            2.2.a |          | 9,2      |            |            | 4,166667 | ikke opfyldt
            2.3.a |          |          |            | Ja         |          | opfyldt
            2.4.a |          |          |            | Ja         |          | opfyldt
        """,
        texts="""
            1.1.a | Afvigelsesforklaring | Mange nye medarbejdere i foråret.
            1.2.a | Afvigelsesforklaring | Høringen trak ud.
            1.2.b | Dokumentation        | Aftale med KL, j.nr. 24-103
            1.2.c | Afvigelsesforklaring | To kommuner meldte fra.
            1.3.a | Dokumentation        | Leveranceprøve, j.nr. 24-104
            1.3.b | Afvigelsesforklaring | Login blev forsinket.
            2.1.a | Afvigelsesforklaring | Et projekt blev fremrykket.
            2.2.a | Afvigelsesforklaring | Influenza i december.
            2.3.a | Dokumentation        | Departementets brev af 6. januar 2025
            2.4.a | Dokumentation        | Rapport om øvelsen, j.nr. 24-102
        """,
        goals="""
            1.1 | 50     | den laveste af 50 og 100
            1.2 | 100    | b og d
            1.3 | 40     | a, men ikke b
            1.4 | udgået | udgået
            2.1 | 100    | b
            2.2 | 0      | 4,17 pct. er under 5
            2.3 | 100    | a
            2.4 | 100    | a
        """,
        secured="6250/90",
        attainable="6250/90",
    )
