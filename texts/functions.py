"""The words of the RP_ functions: help in the function wizard, and what is wrong with an input.

Excel cuts a function's help, and each argument's, at 255 characters; a test holds them to it.
"""

from __future__ import annotations

from texts.language import Text

CATEGORY = "Resultatplan"

YES = Text("Ja", "Yes")
NO = Text("Nej", "No")
PARTLY = Text("Delvist", "Partly")
SHOW_FULFILMENT = Text("opfyldelse", "fulfilment")
SHOW_SECURED = Text("sikret", "secured")
SHOW_EXPECTED = Text("forventet", "expected")
SHOW_ATTAINABLE = Text("opnåelig", "attainable")
UNKNOWN = Text("ukendt", "unknown")
STATUSES = {
    "green": Text("Grøn", "Green"),
    "yellow": Text("Gul", "Yellow"),
    "red": Text("Rød", "Red"),
}
PERCENT = "pct."
"""The unit of percentages, as the column Enhed shows it."""

FUNCTIONS: dict[str, Text] = {
    "RP_MEASURE": Text(
        "Den målte værdi, som holdes op mod måltallet: afvigelsen fra budgettet, faldet fra"
        " udgangspunktet eller resultatet selv. Tom, når der endnu ikke kan måles noget.",
        "The measured value that is held against the target: the deviation from the budget, the"
        " fall from the baseline, or the result itself. Blank while nothing can be measured.",
    ),
    "RP_CRITERION": Text(
        "Om delmålet er opfyldt, ikke opfyldt eller afventer; med en skala også delvist opfyldt."
        " Før årets sidste afrapportering (Pr. er udfyldt) er kun det afgjort, der ikke kan ændre"
        " sig.",
        "Whether the criterion is fulfilled, not fulfilled or pending (in Danish); with a scale"
        " also partly fulfilled. Before the final report (pr is given) only what cannot change is"
        " decided.",
    ),
    "RP_DEGREE": Text(
        "Hvor meget delmålet er opfyldt (0-100), hvis året sluttede nu, eller afventer. Med Vis:"
        " hvor meget der er sikret, forventet (ukendt, hvis intet siger det) eller opnåeligt.",
        "How far the criterion is fulfilled (0-100) if the year ended now, or afventer (pending)."
        " With vis: how much is secured, expected (ukendt where nothing tells) or attainable.",
    ),
    "RP_GOAL": Text(
        "Målets opfyldelse efter reglen eller gennemsnittet: 100, 0 eller afventer, og et tal"
        " derimellem, hvor delmål tæller delvist.",
        "The goal's fulfilment by its rule or mean: 100, 0 or afventer (pending), and a number"
        " between them where criteria count in part.",
    ),
    "RP_SCORE": Text(
        "Sikret målopfyldelse i procent (0-100): vægten af de mål, der er opfyldt. Uden"
        " argumenter: den projektmappe, som formlen står i.",
        "Secured total in per cent (0-100): the weight of the goals that are fulfilled. Without"
        " arguments: that of the workbook in which the formula stands.",
    ),
    "RP_ATTAINABLE": Text(
        "Opnåelig målopfyldelse i procent (0-100), hvis alt det, der afventer, bliver opfyldt."
        " Uden argumenter: den projektmappe, som formlen står i.",
        "Attainable total in per cent (0-100) if everything pending is fulfilled. Without"
        " arguments: that of the workbook in which the formula stands.",
    ),
    "RP_EXPECTED": Text(
        "Forventet målopfyldelse i procent (0-100): hvad målene ventes at ende på; det ukendte"
        " tæller ikke. Uden argumenter: den projektmappe, som formlen står i.",
        "Expected total in per cent (0-100): what the goals are expected to end at; what is"
        " unknown counts nothing. Without arguments: that of the workbook in which the formula"
        " stands.",
    ),
    "RP_EXPLAIN": Text(
        "Én sætning, der siger, hvorfor delmålet er opfyldt, ikke opfyldt eller afventer, eller"
        " hvad der er galt med det indtastede. Med regel, nøgler og tilstande: det samme om målet.",
        "One Danish sentence that says why the criterion is what it is, or what is wrong with"
        " what was typed. With a rule, keys and states: the same of the goal.",
    ),
    "RP_VERSION": Text("Tilføjelsesprogrammets version.", "The version of the add-in."),
}

LABELS: dict[str, Text] = {
    "krav": Text("Krav", "Krav"),
    "grundlag": Text("Grundlag", "Basis"),
    "resultat": Text("Resultat", "Result"),
    "enhed": Text("Enhed", "Unit"),
    "maaltal": Text("Måltal", "Target"),
    "maalt": Text("Målt værdi", "Measured value"),
    "frist": Text("Frist", "Deadline"),
    "dato": Text("Dato", "Date"),
    "gennemfoert": Text("Gennemført", "Done"),
    "regel": Text("Regel", "Rule"),
    "noegler": Text("Nøgler", "Keys"),
    "tilstande": Text("Tilstande", "States"),
    "endelig": Text("Endelig", "Final"),
    "skala": Text("Skala", "Scale"),
    "grader": Text("Grader", "Degrees"),
    "opgoeres": Text("Opgøres", "Counted"),
    "foreloebig": Text("Foreløbig", "Provisional"),
    "pr": Text("Pr.", "As of"),
    "forventet": Text("Forventet", "Forecast"),
    "status": Text("Status", "Status"),
    "vis": Text("Vis", "Show"),
    "opfyldelser": Text("Opfyldelser", "Fulfilments"),
    "vaegte": Text("Vægte", "Weights"),
}
"""An argument as a sentence names it."""

ARGUMENTS: dict[str, Text] = {
    "krav": Text(
        "Delmålets krav: mindst, højst, over, under, mellem, +/-, reduktion på mindst, stigning på"
        " mindst, højst sammenligningstallet, mindst sammenligningstallet, senest, gennemført eller"
        " konkret vurdering.",
        "The kind of criterion, as the column Krav shows it.",
    ),
    "grundlag": Text(
        "Budget eller udgangspunkt. Tom for krav, der ikke bruger det.",
        "Budget or baseline. Blank for kinds that do not use it.",
    ),
    "resultat": Text("Det indberettede resultat, et tal.", "The reported result, a number."),
    "enhed": Text(
        "Måltallets enhed. Er den pct., er tallene procenter (82 % er 0,82).",
        "The target's unit. With pct. the numbers are percentages (82 % is 0.82).",
    ),
    "maaltal": Text(
        "Det tal, der skal nås. For højst og mindst sammenligningstallet: det tal. For mellem:"
        " en tekst med begge tal, fx 10 og 50 %.",
        "The number to be reached. For a benchmark: the benchmark's level. For mellem: a text with"
        " both numbers, 10 og 50 % for instance.",
    ),
    "maalt": Text("Den målte værdi, fx fra RP_MEASURE.", "The measured value, say of RP_MEASURE."),
    "frist": Text("Fristen for en leverance, en dato.", "The deadline of a delivery, a date."),
    "dato": Text("Den dato, leverancen blev leveret.", "The date of the delivery."),
    "gennemfoert": Text(
        "Ja eller Nej, med skalaen grader også fx 50 pct. Ved en leverance betyder Nej, at den ikke"
        " kommer til tiden.",
        "Ja (yes) or Nej (no), with a scale of grades also 50 pct. For a delivery Nej means that it"
        " will not be in time.",
    ),
    "regel": Text(
        "Hvordan delmålene tæller sammen: alle, a eller b, (a eller b) og (c eller d),"
        " mindst 2 af (a, b, c), gennemsnit, gennemsnit (a og b; c), vægtet gennemsnit"
        " (a: 2; b: 1). Tom betyder alle.",
        "How the criteria combine: alle, a eller b, (a eller b) og (c eller d),"
        " mindst 2 af (a, b, c), gennemsnit (mean), gennemsnit (a og b; c), vægtet gennemsnit"
        " (a: 2; b: 1). Blank means all.",
    ),
    "noegler": Text(
        "Delmålenes nøgler, fx 2.1.a eller a: en række eller en kolonne.",
        "The criteria's keys, say 2.1.a or a: a row or a column.",
    ),
    "tilstande": Text(
        "Delmålenes tilstande i samme orden: opfyldt, ikke opfyldt eller afventer.",
        "The criteria's states in the same order, as RP_CRITERION gives them.",
    ),
    "endelig": Text(
        "SAND i årets sidste afrapportering: så tæller afventer som ikke opfyldt.",
        "TRUE in the final report of the year: then pending counts as not fulfilled.",
    ),
    "skala": Text(
        "Hvad der tæller delvist: 70 %: 50 %; 82 %: 100 %, lineær fra 70 % til 82 %, delvist 50 %,"
        " delvist til 31-12-2024 50 %, grader 25 %, 50 %. Tom: opfyldt eller ikke opfyldt.",
        "What counts in part: 70 %: 50 %; 82 %: 100 %, lineær fra 70 % til 82 %, delvist 50 %,"
        " delvist til 31-12-2024 50 %, grader 25 %, 50 %. Blank: fulfilled or not.",
    ),
    "grader": Text(
        "Delmålenes opfyldelse i samme orden, i stedet for tilstandene: 0-100, afventer, udgået"
        " eller måles ikke i år; eller tre kolonner: sikret, forventet (måske ukendt) og opnåelig.",
        "How far the criteria are fulfilled, in the same order, in place of the states: 0-100,"
        " afventer, udgået or måles ikke i år; or three columns: secured, expected (perhaps"
        " ukendt), attainable.",
    ),
    "opgoeres": Text(
        "Hvornår tallet er afgjort: løbende optælling, årsresultat eller én måling. Tom:"
        " årsresultat.",
        "When the figure is settled: løbende optælling (a running count), årsresultat (the year's"
        " figure) or én måling (one measurement). Blank: the year's figure.",
    ),
    "foreloebig": Text(
        "Ja, hvis tallet er foreløbigt: så afgør det intet, før året er slut.",
        "Ja (yes) where the figure is preliminary: it decides nothing before the year is over.",
    ),
    "pr": Text(
        "Den dag, den indberettede periode slutter. Tom: årets sidste afrapportering.",
        "The day on which the reported period ends. Blank: the final report of the year.",
    ),
    "forventet": Text(
        "Det, der ventes ved årets udgang: en målt værdi, en dato eller Ja/Nej, som kravet bruger.",
        "What is expected at the end of the year: a measured value, a date or Ja/Nej.",
    ),
    "status": Text(
        "Grøn, Gul eller Rød: hvad der ventes, hvor intet andet siger det.",
        "Grøn (green), Gul (yellow) or Rød (red): what is expected where nothing else tells.",
    ),
    "vis": Text(
        "Hvad der vises. Tom: opfyldelsen. Ellers: sikret, forventet eller opnåelig.",
        "What is shown. Blank: the fulfilment. Else: sikret (secured), forventet (expected) or"
        " opnåelig (attainable).",
    ),
    "opfyldelser": Text(
        "Målenes opfyldelse: 0-100, afventer, udgået eller måles ikke i år."
        " Udeladt: tabellen tblMaal.",
        "The goals' fulfilment: 0-100, afventer, udgået or måles ikke i år."
        " Omitted: the table tblMaal.",
    ),
    "vaegte": Text(
        "Målenes vægte i samme orden. Udeladt: målene vejer lige meget.",
        "The goals' weights in the same order. Omitted: all goals weigh the same.",
    ),
}
"""An argument's help in the function wizard."""

# What is wrong with an input: RP_EXPLAIN answers with these.
HOLDS_ERROR = Text("{argument} indeholder fejlen {error}.", "{argument} holds the error {error}.")
MISSING = Text("{argument} mangler.", "{argument} is missing.")
UNKNOWN_KIND = Text(
    'Kravet "{value}" kendes ikke. Brug et af disse: {kinds}.',
    'The kind "{value}" is not known. Use one of these: {kinds}.',
)
MUST_BE = Text(
    "{argument} er {value}, men skal være {wanted}.", "{argument} is {value} but must be {wanted}."
)
A_NUMBER = Text("et tal", "a number")
A_DATE = Text("en dato", "a date")
A_TEXT = Text("en tekst", "a text")
YES_OR_NO = Text("Ja eller Nej", "Ja or Nej")
NOT_ONE_CELL = Text(
    "{argument} er et område på {count} celler, men skal være én celle.",
    "{argument} is a range of {count} cells but must be one cell.",
)
NOT_RECTANGULAR = Text("{argument} er ikke et område af celler.", "{argument} is no cell range.")
NOT_READABLE = Text("{argument} kan ikke læses.", "{argument} cannot be read.")
BASIS_OF_ZERO = Text(
    "Grundlaget er 0, så en procent kan ikke beregnes.",
    "The basis is 0, so no percentage can be computed.",
)
TOO_LARGE = Text("Tallene er for store til at regne med.", "The numbers are too large.")
UNREADABLE_RULE = Text(
    "Reglen {value} kan ikke læses. Skriv fx: a eller b, (a eller b) og (c eller d),"
    " mindst 2 af (a, b, c).",
    "The rule {value} cannot be read. Write, say: a eller b, (a eller b) og (c eller d),"
    " mindst 2 af (a, b, c).",
)
UNREADABLE_SCALE = Text(
    "Skalaen {value} kan ikke læses. Skriv fx: 70 %: 50 %; 82 %: 100 %, lineær fra 70 % til 82 %,"
    " delvist 50 %, delvist til 31-12-2024 50 %.",
    "The scale {value} cannot be read. Write, say: 70 %: 50 %; 82 %: 100 %, lineær fra 70 % til"
    " 82 %, delvist 50 %, delvist til 31-12-2024 50 %.",
)
UNREADABLE_INTERVAL = Text(
    "Måltallet {value} er ikke et interval. Skriv fx: 10 og 50 %.",
    "The target {value} is no interval. Write, say: 10 og 50 %.",
)
UNFIT_SCALE = Text(
    "Skalaen {value} passer ikke til kravet {kind}.",
    "The scale {value} does not fit the kind {kind}.",
)
UNKNOWN_KEY = Text(
    "Reglen {value} nævner et delmål, der ikke er blandt nøglerne {keys}.",
    "The rule {value} names a criterion that is not among the keys {keys}.",
)
DUPLICATE_KEY = Text("Nøglen {value} står to gange.", "The key {value} stands twice.")
UNKNOWN_STATE = Text(
    "Tilstanden {value} kendes ikke. Brug: opfyldt, ikke opfyldt, afventer, udgået eller"
    " måles ikke i år.",
    "The state {value} is not known. Use: opfyldt, ikke opfyldt, afventer, udgået or"
    " måles ikke i år.",
)
PARTLY_WITHOUT_DEGREE = Text(
    "Tilstanden delvist opfyldt siger ikke hvor meget: angiv også grader.",
    "The state delvist opfyldt does not say how far: give the degrees too.",
)
UNKNOWN_DEGREE = Text(
    "Graden {value} kendes ikke. Brug: et tal fra 0 til 100, afventer, udgået eller"
    " måles ikke i år.",
    "The degree {value} is not known. Use: a number from 0 to 100, afventer, udgået or"
    " måles ikke i år.",
)
EVERYTHING_LEFT = {
    "withdrawn": Text("Udgået: alle delmål er udgået.", "Withdrawn: all criteria are."),
    "not_measured": Text(
        "Måles ikke i år: det gælder alle delmål.", "Not measured this year: no criterion is."
    ),
}
UNKNOWN_SHOW = Text(
    "Vis er {value}, men skal være opfyldelse, sikret, forventet eller opnåelig.",
    "What to show is {value} but must be opfyldelse, sikret, forventet or opnåelig.",
)
UNKNOWN_COUNTED = Text(
    "Opgøres er {value}, men skal være løbende optælling, årsresultat eller én måling.",
    "Counted is {value} but must be løbende optælling, årsresultat or én måling.",
)
UNKNOWN_STATUS = Text(
    "Status er {value}, men skal være Grøn, Gul eller Rød.",
    "Status is {value} but must be Grøn, Gul or Rød.",
)
UNKNOWN_FULFILMENT = Text(
    "Opfyldelsen {value} kendes ikke. Brug: et tal fra 0 til 100, afventer, udgået eller"
    " måles ikke i år.",
    "The fulfilment {value} is not known. Use: a number from 0 to 100, afventer, udgået or"
    " måles ikke i år.",
)
DIFFERENT_SHAPES = Text(
    "{first} og {second} har ikke lige mange celler.",
    "{first} and {second} do not have the same number of cells.",
)
NO_WORKBOOK = Text(
    "Uden argumenter skal formlen stå i en resultatplan med tabellen tblMaal.",
    "Without arguments the formula must stand in a result plan with the table tblMaal.",
)

VALUE_TEXT = Text('teksten "{value}"', 'the text "{value}"')
VALUE_NUMBER = Text("tallet {value}", "the number {value}")
VALUE_TRUE = Text("SAND", "TRUE")
VALUE_FALSE = Text("FALSK", "FALSE")
VALUE_BLANK = Text("tom", "blank")

DANISH_ERRORS = {
    "#NULL!": "#NUL!",
    "#DIV/0!": "#DIVISION/0!",
    "#VALUE!": "#VÆRDI!",
    "#REF!": "#REFERENCE!",
    "#NAME?": "#NAVN?",
    "#N/A": "#I/T",
}
"""What a Danish Excel shows where it differs from the English name."""
