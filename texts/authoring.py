"""The words of the authoring workbook: headings, help, prompts, guide. Workbooks are Danish.

Prompts stand beside a cell when it is chosen (at most 255 characters, titles at most 32).
"""

from __future__ import annotations

DOCUMENT_TITLE = "Resultatplan {year} · {institution}"
DOCUMENT_TITLE_NEW = "Ny resultatplan"
DOCUMENT_CREATOR = "Resultatplan"
PRINT_LEFT = "{institution} · Resultatplan {year}"
PRINT_LEFT_NEW = "Ny resultatplan"
PRINT_CENTRE = "&A"
PRINT_RIGHT = "Side &P af &N"

SHEET_TITLES = {
    "Vejledning": "Sådan skrives en resultatplan",
    "Plan": "Planen",
    "Mål": "Mål",
    "Delmål": "Delmål",
    "Historik": "Måltal og resultater over årene",
}
SHEET_LEADS = {
    "Plan": "Udfyld de hvide felter. Felter med * skal udfyldes.",
    "Mål": "En række for hvert mål, i planens rækkefølge. Kolonner med * skal udfyldes.",
    "Delmål": (
        "En række for hvert delmål. Grå felter bruges ikke for det valgte krav, røde mangler."
        " Kolonner med * skal udfyldes."
    ),
    "Historik": (
        "En række for hvert delmål og år, som planen trykker dem. Foreløbige måltal kan skrives i"
        " [kantet parentes]."
    ),
}
REQUIRED_MARK = "*"

TABLE_TITLES = {
    "tblPerioder": "Rapporteringsperioder",
    "tblAfsnit": "Afsnit",
    "tblTolerancer": "Budgettolerancer",
    "tblNoter": "Noter til planen",
}
TABLE_LEADS = {
    "tblPerioder": (
        "I den rækkefølge, de slutter; den sidste er årets endelige. Tomt navn og tom dato:"
        " periodens sædvanlige."
    ),
    "tblAfsnit": "De overskrifter, målene står under.",
    "tblTolerancer": "Tilladt afvigelse efter institutionens størrelse, hvis planen har dem.",
    "tblNoter": "Én note i hver række.",
}

FIELD_HELP = {
    "Ministerium": "Fx Socialministeriet",
    "Institution": "Fx Socialstyrelsen",
    "Resultatår": "Fx 2025",
    "Titel": "Tomt: »Resultatplan 2025 for Socialstyrelsen«",
    "Plannavn": "Små bogstaver, tal og bindestreg. Tomt: institution og år, »socialstyrelsen-2025«",
    "Version": "Tomt: 1.0. En rettelse i løbet af året får 1.1",
    "Gælder fra": "Tomt: 1. januar i resultatåret",
    "Gælder til": "Tomt: 31. december i resultatåret",
    "Frist i dage": "Kalenderdage fra periodens slutning, til rapporten skal være sendt. Fx 14",
    "Frist flyttes ved helligdage": (
        "Ja: en frist på en lørdag, søndag eller helligdag flyttes til næste hverdag"
    ),
    "Tekst om afrapportering": "Planens egne ord om, hvornår og hvordan der rapporteres",
    "Antal mål": "Det antal, planens tekst nævner. Tomt: så mange, som der står på arket Mål",
    "Tekst om antal mål": "Fx »Der er 8 mål i resultatplanen for 2025.« Tomt: den sætning",
    "Tekst om målopfyldelse": "Planens egne ord om, hvordan målopfyldelsen opgøres",
    "Vægtning": "ens: alle mål vægter det samme. vægte, point: skrives ved hvert mål",
    "Delvist opfyldt giver (pct.)": "Fx 50. Kun hvis noget kan opfyldes delvist",
    "Udgåede mål og delmål": "Kun hvis noget er udgået: hvad det betyder for målopfyldelsen",
    "Tekst om bonus": "Planens egne ord om bonus, engangsvederlag eller resultatløn",
    "Tekst om skøn": "Planens egne ord om departementschefens skøn, hvis der er nogen",
    "Andel af bonus": "Målopfyldelsens andel af bonussen, hvis planen nævner den. Fx 1/3",
}

COLUMN_PROMPTS = {
    "Periode": "Vælg Q1–Q4 for kvartaler eller H1 og H2 for halvår. Den sidste er årets endelige.",
    "Periodens navn": "Som det skal stå i skabelonen. Tomt: fx 1. kvartal eller 1. halvår.",
    "Slutter": "Periodens sidste dag, fx 30-06-2025. Tomt: kvartalets eller halvårets sidste dag.",
    "Afsnitsnummer": "Planens nummer på afsnittet, fx 1. Må være tomt.",
    "Afsnit": "Fx Faglige mål.",
    "Mål/Afsnit": "Vælg et af afsnittene fra arket Plan. Tomt, hvis der kun er ét.",
    "Institutionens størrelse": "Fx Store institutioner.",
    "Årsværk": "Fx over 500. Må være tomt.",
    "Grundbudget": "Den største tilladte afvigelse, fx 2,5.",
    "Udgiftsopfølgning 2": "Den største tilladte afvigelse, fx 1.",
    "Note": "Planens egne ord.",
    "Nummer": "Målets nummer, fx 1.1. Tallene skilles af punktum.",
    "Titel": "Målets titel, fx Kvalitet i rådgivningen.",
    "Overskrift i planen": "Kun hvis planens boks har en anden overskrift end titlen.",
    "Beskrivelse": "Planens tekst om målet. Alt+Enter giver en ny linje.",
    "Sammenregning": (
        "Tomt eller regel: delmålene afgør målet efter reglen. Gennemsnit: målets opfyldelse er"
        " delmålenes gennemsnit."
    ),
    "Regel": (
        "Tomt: alle delmål skal opfyldes. Ellers fx »a eller b«, »(a eller b) og (c eller d)«,"
        " »mindst 2 af (a, b, c)«."
    ),
    "Regel for delvist opfyldt": (
        "Tomt, hvis målet kun kan være opfyldt eller ikke. Ellers fx »a eller b«: nås den, men"
        " ikke reglen, er målet delvist opfyldt."
    ),
    "Vægt": "Et positivt tal, fx 20. Kun hvis Vægtning på arket Plan er vægte.",
    "Point": "Et positivt tal, fx 10. Kun hvis Vægtning på arket Plan er point.",
    "Udgået": "Begrundelsen, hvis det er udgået af planen. Ellers tomt.",
    "Kilde": "Hvor resultatet opgøres, fx Statens BI.",
    "Noter": "Planens anmærkninger. En tom linje skiller to noter. Alt+Enter giver en ny linje.",
    "Nøgle": "Målets nummer og et bogstav, fx 1.1.a.",
    "Historik/Nøgle": "Delmålets nøgle, fx 1.1.a.",
    "Delmål": "Hvad der skal nås, fx Andel tilfredse borgere.",
    "Krav": (
        "mindst, højst, +/- (budget), reduktion på mindst, højst som benchmark: et tal. senest: en"
        " dato. gennemført, konkret vurdering: ja eller nej."
    ),
    "Måltal": "Et tal uden enhed, fx 82. Skriv 82 for 82 pct. Ved +/- kan der stå »+/- 5«.",
    "Historik/Måltal": "Et tal uden enhed, fx 82. Et foreløbigt måltal kan skrives [83].",
    "Enhed": "pct., antal, dage, uger, mio. kr. eller en anden.",
    "Historik/Enhed": "Kun hvis årets tal har en anden enhed end delmålet.",
    "Frist": "Skal udfyldes ved senest, fx 30-09-2025.",
    "Grundlag": (
        "Det tal, resultatet måles mod, hvis planen nævner det: budget, niveau før, benchmark."
        " Ellers oplyser institutionen det."
    ),
    "Enhed for grundlag og resultat": "Kun hvis den er en anden end Enhed, fx dage.",
    "Hvad grundlaget er": "Fx Budgetteret resultat i grundbudgettet.",
    "Vurderes af": "Skal udfyldes ved konkret vurdering, fx departementet.",
    "Vægt i målet": "Et positivt tal. Kun ved vægtet gennemsnit.",
    "Kan opfyldes delvist": "Ja, hvis institutionen må svare Delvist (gennemført, vurdering).",
    "Delvist til og med": "Ved senest: den dato, en forsinket levering tæller delvist til.",
    "Trin": "Fx »70: 50 %; 82: 100 %«: 70 giver halvt, måltallet 82 det hele.",
    "Lineær fra": "Det niveau, der giver 0 pct. Derfra stiger opfyldelsen lineært til måltallet.",
    "Lineær til": "Det niveau, der giver 100 pct. Tomt: måltallet.",
    "År": "Fx 2024.",
    "Resultat": "Et tal uden enhed, fx 81,5.",
    "Foreløbig": "Ja, hvis måltal eller resultat er foreløbigt.",
    "Resultat at dømme på": "Kun hvis planen trykker resultatet i en anden form end måltallet.",
}
"""By the column, or by sheet and column where the column means something else there."""

DATE_ERROR_TITLE = "Kan ikke bruges her"
DATE_ERROR = "Skriv en dato som dag-måned-år, fx 31-12-2025."
CHOICE_ERROR = "Vælg fra listen."
WHOLE_ERROR = "Skriv et helt tal, fx 14."

RULE_ALL = "alle delmål skal opfyldes"
RULE_MEAN = "gennemsnit af delmålene"
RULE_WEIGHTED_MEAN = "vægtet gennemsnit af delmålene"
RULE_TO_CHECK = "vises af »rp plan check«"
RULE_ANY_OF = "mindst ét af "
RULE_ALL_OF = "alle af "
NO_SUCH_GOAL = "målet findes ikke på arket Mål"
NO_SUCH_CRITERION = "delmålet findes ikke på arket Delmål"

GUIDE_LEAD = (
    "Her skrives næste års resultatplan. Af den bygges skabelonen, som institutionen udfylder, og"
    " efter den kontrolleres og beregnes rapporterne."
)
GUIDE_STEPS_HEADING = "Rækkefølgen"
GUIDE_STEPS = (
    ("1. Plan", "Ministerium, institution, år, perioder og afsnit. Indsæt planens egne tekster."),
    ("2. Mål", "En række for hvert mål. Vælg afsnit, og giv målet et nummer, fx 1.1."),
    (
        "3. Delmål",
        "En række for hvert delmål. Nøglen er målets nummer og et bogstav: 1.1.a, 1.1.b. Vælg"
        " krav; så vises, hvilke felter der skal udfyldes, og hvilke der ikke bruges.",
    ),
    ("4. Historik", "Tidligere års måltal og resultater og de kommende års måltal. Må være tom."),
    (
        "5. Kontrollér",
        "Gem, og kør »rp plan check FIL.xlsx«. Alle fejl vises på én gang, hver med ark og celle.",
    ),
    (
        "6. Brug planen",
        "Kør »rp plan import FIL.xlsx«. Så er planen gemt og skabelonen bygget.",
    ),
)
GUIDE_KINDS_HEADING = "Krav: hvornår er et delmål opfyldt, og hvad skal planen sige?"
GUIDE_KINDS = (
    ("mindst", "Resultatet er mindst måltallet. Måltal og enhed."),
    ("højst", "Resultatet er højst måltallet. Måltal og enhed."),
    ("+/-", "Afvigelsen fra grundlaget er højst måltallet til begge sider. Måltal og enhed."),
    ("reduktion på mindst", "Faldet fra grundlaget er mindst måltallet. Måltal, i pct."),
    ("højst som benchmark", "Resultatet er højst benchmark, som rapporten oplyser. Enhed."),
    ("senest", "Leveret senest på fristen. Frist."),
    ("gennemført", "Meldt gennemført, med dokumentation."),
    ("konkret vurdering", "Den nævnte finder det opfyldt. Vurderes af."),
)
GUIDE_RULES_HEADING = "Regler: hvornår er et mål opfyldt?"
GUIDE_RULES = (
    ("(tom)", "Alle delmål skal opfyldes."),
    ("a eller b", "Ét af dem er nok."),
    ("a og (b eller c)", "a, og desuden b eller c. Parenteser siger, hvad der hører sammen."),
    ("mindst 2 af (a, b, c)", "To af de tre er nok."),
)
GUIDE_TYPING_HEADING = "Sådan skrives tal og datoer"
GUIDE_TYPING = (
    ("82", "82 pct., når enheden er pct. Skriv 82 eller 82 %."),
    ("2,5", "Komma før decimaler. Ingen enhed i cellen; den står i kolonnen Enhed."),
    ("[83]", "Et foreløbigt måltal. Det gemmes som 83, mærket foreløbigt."),
    ("+/- 5", "Kan skrives ved kravet +/-. Det gemmes som 5."),
    ("30-09-2025", "En dato."),
)
GUIDE_COLOURS_HEADING = "Farver"
GUIDE_COLOURS = (
    ("Hvid", "Her skrives."),
    ("Blå", "Låst eller beregnet."),
    ("Grå", "Bruges ikke for det valgte krav. Lad feltet stå tomt."),
    ("Rød ramme", "Mangler: kravet har brug for det."),
)
