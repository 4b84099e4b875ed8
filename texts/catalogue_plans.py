"""The findings about a plan that is written in Excel: RP-801 to RP-899.

The tens: 80 the workbook, 81 single cells, 82 keys, 83 rules, 84 kinds, targets and units,
85 dates, 86 weights and partly met, 87 counts, 88 a draft of the next year.
"""

from __future__ import annotations

from texts.entries import Entry, Severity
from texts.language import Text

PLAN_FINDINGS: dict[str, Entry] = {}


def _entry(
    code: str, severity: Severity, *, title: Text, message: Text, hint: Text, why: Text
) -> str:
    PLAN_FINDINGS[code] = Entry(code, severity, title, message, hint, why)
    return code


_WHY_FORM = Text(
    "Planen læses efter arkenes navne og kolonnernes overskrifter. Mangler de, kan intet læses"
    " sikkert.",
    "The plan is read by the names of sheets and the headings of columns. Without them nothing can"
    " be read for certain.",
)
_WHY_TYPED = Text(
    "Det aftalte gælder et helt år. Værktøjet gætter ikke på, hvad der var ment.",
    "The agreement stands for a whole year. The tool does not guess what was meant.",
)
_WHY_KEYS = Text(
    "Regler, rapporter og historik henviser til mål og delmål ved deres nøgle.",
    "Rules, reports and history refer to goals and criteria by their key.",
)
_WHY_RULE = Text(
    "Reglen afgør, om målet er opfyldt. Den skal kunne læses på én måde og nævne alle delmål.",
    "The rule decides whether the goal is met. It must be readable in one way and name every"
    " criterion.",
)
_WHY_KIND = Text(
    "Kravet afgør, hvornår delmålet er opfyldt, og hvad institutionen skal rapportere.",
    "The kind decides when the criterion is met and what the agency must report.",
)
_WHY_DATES = Text(
    "Frister og perioder skal ligge i den tid, planen gælder.",
    "Deadlines and periods must lie in the time for which the plan is valid.",
)
_WHY_SCORING = Text(
    "Den samlede målopfyldelse skal kunne beregnes på én måde, aftalt på forhånd.",
    "It must be possible to compute the total in one way, agreed beforehand.",
)
_FRESH = Text(
    "Hent et nyt ark med »rp plan new« eller »rp plan export«, og kopiér værdierne over.",
    "Make a fresh workbook with “rp plan new” or “rp plan export” and copy the values over.",
)

NOT_A_PLAN = _entry(
    "RP-801",
    Severity.ERROR,
    title=Text("Ikke et planark", "Not a plan workbook"),
    message=Text(
        "Filen er ikke et ark til at skrive en plan i: arket {missing} mangler.",
        "The file is no workbook to write a plan in: the sheet {missing} is missing.",
    ),
    hint=_FRESH,
    why=_WHY_FORM,
)
HEADING_GONE = _entry(
    "RP-802",
    Severity.ERROR,
    title=Text("En overskrift mangler", "A heading is missing"),
    message=Text("Overskriften »{expected}« findes ikke.", "There is no heading “{expected}”."),
    hint=Text(
        "Skriv overskriften som den var, eller begynd på et nyt ark.",
        "Write the heading as it was, or begin with a fresh workbook.",
    ),
    why=_WHY_FORM,
)
NOT_READ = _entry(
    "RP-803",
    Severity.WARNING,
    title=Text("Noget læses ikke", "Something is not read"),
    message=Text(
        "Cellen rummer »{found}«, men står uden for skemaet og læses ikke.",
        "The cell holds “{found}” but stands outside the form and is not read.",
    ),
    hint=Text(
        "Flyt det ind i skemaet, fx til Noter, eller slet det.",
        "Move it into the form, to Noter for instance, or delete it.",
    ),
    why=_WHY_FORM,
)
TOO_MANY_ROWS = _entry(
    "RP-804",
    Severity.ERROR,
    title=Text("For mange rækker", "Too many rows"),
    message=Text(
        "Skemaet har flere end {found} udfyldte rækker.",
        "The form has more than {found} rows that hold something.",
    ),
    hint=Text(
        "Slet de rækker, der ikke hører til planen.", "Delete the rows that are not the plan's."
    ),
    why=_WHY_FORM,
)
GAP = _entry(
    "RP-805",
    Severity.INFO,
    title=Text("Tomme rækker imellem", "Empty rows between"),
    message=Text(
        "Over rækken er der tomme rækker. Den læses med alligevel.",
        "There are empty rows above this row. It is read all the same.",
    ),
    hint=Text("Der skal ikke gøres noget.", "Nothing need be done."),
    why=Text(
        "Et hul kan betyde, at en række er slettet ved en fejl.",
        "A gap may mean that a row was deleted by mistake.",
    ),
)
NEEDED = _entry(
    "RP-806",
    Severity.ERROR,
    title=Text("Et felt i planen mangler", "A field of the plan is missing"),
    message=Text("{name} skal udfyldes.", "{name} must be filled in."),
    hint=Text("Udfyld feltet.", "Fill in the field."),
    why=Text(
        "Uden det kan planen hverken bygges eller dømmes efter.",
        "Without it the plan can neither be built nor judged by.",
    ),
)
FORMULA = _entry(
    "RP-807",
    Severity.ERROR,
    title=Text("En formel i stedet for en værdi", "A formula instead of a value"),
    message=Text(
        "Cellen rummer formlen {found}. Her skal stå en værdi.",
        "The cell holds the formula {found}. It must hold a value.",
    ),
    hint=Text(
        "Kopiér cellen, og indsæt den som værdi (Indsæt speciel, Værdier).",
        "Copy the cell and paste it as a value (Paste Special, Values).",
    ),
    why=Text(
        "Det aftalte må ikke ændre sig, når et andet ark ændrer sig.",
        "What is agreed must not change when another sheet does.",
    ),
)
ERROR_IN_CELL = _entry(
    "RP-808",
    Severity.ERROR,
    title=Text("En fejlværdi i en celle", "An error value in a cell"),
    message=Text("Cellen viser fejlen {found}.", "The cell shows the error {found}."),
    hint=Text("Skriv værdien selv.", "Type the value itself."),
    why=_WHY_TYPED,
)
TEXT_FOR_NUMBER = _entry(
    "RP-811",
    Severity.ERROR,
    title=Text("Tekst, hvor der skal stå et tal", "Text where a number belongs"),
    message=Text(
        "»{found}« er tekst, ikke et tal.{suggestion}",
        "“{found}” is text, not a number.{suggestion}",
    ),
    hint=Text(
        "Skriv tallet alene, med komma som decimaltegn; enheden står i kolonnen Enhed.",
        "Type the number alone; its unit stands in the column Enhed.",
    ),
    why=_WHY_TYPED,
)
TEXT_FOR_DATE = _entry(
    "RP-812",
    Severity.ERROR,
    title=Text("Tekst, hvor der skal stå en dato", "Text where a date belongs"),
    message=Text(
        "»{found}« er tekst, ikke en dato.{suggestion}",
        "“{found}” is text, not a date.{suggestion}",
    ),
    hint=Text(
        "Skriv datoen som dag-måned-år, fx 30-09-2025.",
        "Type the date as day-month-year, 30-09-2025 for instance.",
    ),
    why=_WHY_TYPED,
)
UNKNOWN_CHOICE = _entry(
    "RP-813",
    Severity.ERROR,
    title=Text("Planens valg er ikke på listen", "The plan's choice is not on the list"),
    message=Text(
        "»{found}« er ikke på listen: {expected}.{suggestion}",
        "“{found}” is not on the list: {expected}.{suggestion}",
    ),
    hint=Text("Vælg fra listen i cellen.", "Choose from the list in the cell."),
    why=_WHY_TYPED,
)
WRONG_TYPE = _entry(
    "RP-814",
    Severity.ERROR,
    title=Text("En anden slags værdi", "Another kind of value"),
    message=Text(
        "Cellen rummer {found}. Her skal stå {expected}.",
        "The cell holds {found}. It must hold {expected}.",
    ),
    hint=Text("Skriv værdien igen.", "Type the value again."),
    why=_WHY_TYPED,
)
OUT_OF_BOUNDS = _entry(
    "RP-815",
    Severity.ERROR,
    title=Text("Tallet er uden for det mulige", "The number is not possible"),
    message=Text(
        "{found} kan ikke bruges. Her skal stå {expected}.",
        "{found} cannot be used. It must be {expected}.",
    ),
    hint=Text("Ret tallet.", "Correct the number."),
    why=_WHY_TYPED,
)
WRONG_FORM = _entry(
    "RP-816",
    Severity.ERROR,
    title=Text("Skrevet på en anden måde", "Written in another way"),
    message=Text(
        "»{found}« kan ikke bruges. Det skrives {expected}.",
        "“{found}” cannot be used. It is written {expected}.",
    ),
    hint=Text("Ret det til den viste form.", "Write it in the form shown."),
    why=_WHY_KEYS,
)
TWICE = _entry(
    "RP-821",
    Severity.ERROR,
    title=Text("Står to gange", "Stands twice"),
    message=Text(
        "»{found}« står også i {first}.",
        "“{found}” also stands in {first}.",
    ),
    hint=Text("Giv den ene et andet navn, eller slet den.", "Rename one of them or delete it."),
    why=_WHY_KEYS,
)
NO_SUCH_GOAL = _entry(
    "RP-822",
    Severity.ERROR,
    title=Text("Delmålets mål findes ikke", "The criterion's goal is not there"),
    message=Text(
        "Delmålet hører til mål {found}, men det står ikke på arket Mål.",
        "The criterion belongs to goal {found}, but that is not on the sheet Mål.",
    ),
    hint=Text("Ret nøglen, eller opret målet.", "Correct the key or add the goal."),
    why=_WHY_KEYS,
)
NO_CRITERIA = _entry(
    "RP-823",
    Severity.ERROR,
    title=Text("Et mål uden delmål", "A goal without criteria"),
    message=Text(
        "Mål {found} har ingen delmål på arket Delmål.",
        "Goal {found} has no criteria on the sheet Delmål.",
    ),
    hint=Text(
        "Skriv mindst ét delmål med nøglen målets nummer og et bogstav, fx 1.1.a.",
        "Write at least one criterion, its key the goal's number and a letter: 1.1.a.",
    ),
    why=_WHY_KEYS,
)
NO_SUCH_CRITERION = _entry(
    "RP-824",
    Severity.ERROR,
    title=Text("Historik til et delmål, der ikke findes", "History of no criterion"),
    message=Text(
        "Delmålet {found} står ikke på arket Delmål.",
        "The criterion {found} is not on the sheet Delmål.",
    ),
    hint=Text("Ret nøglen, eller slet rækken.", "Correct the key or delete the row."),
    why=_WHY_KEYS,
)
YEAR_TWICE = _entry(
    "RP-825",
    Severity.ERROR,
    title=Text("Et år står to gange", "A year stands twice"),
    message=Text(
        "{found} står allerede for delmålet, i {first}.",
        "{found} already stands for the criterion, in {first}.",
    ),
    hint=Text("Saml de to rækker i én.", "Make the two rows one."),
    why=_WHY_KEYS,
)
EMPTY_SECTION = _entry(
    "RP-826",
    Severity.ERROR,
    title=Text("Et afsnit uden mål", "A section without goals"),
    message=Text(
        "Ingen mål hører til afsnittet »{found}«.", "No goal belongs to the section “{found}”."
    ),
    hint=Text(
        "Vælg afsnittet ved et mål på arket Mål, eller slet det.",
        "Choose the section for a goal on the sheet Mål, or delete it.",
    ),
    why=_WHY_KEYS,
)
NO_ROWS = _entry(
    "RP-827",
    Severity.ERROR,
    title=Text("Skemaet er tomt", "The form is empty"),
    message=Text(
        "Skemaet {name} skal have mindst én række.", "The form {name} needs at least one row."
    ),
    hint=Text("Udfyld den første række.", "Fill in the first row."),
    why=Text(
        "En plan har mindst ét afsnit, ét mål, ét delmål og én periode.",
        "A plan has at least one section, one goal, one criterion and one period.",
    ),
)
RULE_UNREADABLE = _entry(
    "RP-831",
    Severity.ERROR,
    title=Text("Reglen kan ikke læses", "The rule cannot be read"),
    message=Text(
        "Reglen »{found}« kan ikke læses: {reason}.", "The rule “{found}” cannot be read: {reason}."
    ),
    hint=Text(
        "Skriv fx »a eller b«, »(a eller b) og (c eller d)« eller »mindst 2 af (a, b, c)«.",
        "Write “a eller b”, “(a eller b) og (c eller d)” or “mindst 2 af (a, b, c)”.",
    ),
    why=_WHY_RULE,
)
RULE_UNKNOWN = _entry(
    "RP-832",
    Severity.ERROR,
    title=Text("Reglen nævner et ukendt delmål", "The rule names an unknown criterion"),
    message=Text(
        "Reglen nævner »{found}«, men målet har kun delmålene {expected}.",
        "The rule names “{found}”, but the goal only has the criteria {expected}.",
    ),
    hint=Text("Ret reglen, eller opret delmålet.", "Correct the rule or add the criterion."),
    why=_WHY_RULE,
)
RULE_LEAVES_OUT = _entry(
    "RP-833",
    Severity.ERROR,
    title=Text("Reglen glemmer et delmål", "The rule leaves out a criterion"),
    message=Text(
        "Reglen nævner ikke delmålet {found}.", "The rule does not name criterion {found}."
    ),
    hint=Text(
        "Tag delmålet med i reglen, eller slet det.", "Name the criterion in the rule or delete it."
    ),
    why=_WHY_RULE,
)
RULE_AND_MEAN = _entry(
    "RP-834",
    Severity.ERROR,
    title=Text("Både regel og gennemsnit", "Both a rule and a mean"),
    message=Text(
        "Målet beregnes som {found}. Så kan {name} ikke bruges.",
        "The goal is computed as {found}. Then {name} cannot be used.",
    ),
    hint=Text(
        "Slet reglen, eller vælg regel i Sammenregning.",
        "Delete the rule, or choose regel in Sammenregning.",
    ),
    why=_WHY_RULE,
)
KIND_NEEDS = _entry(
    "RP-841",
    Severity.ERROR,
    title=Text("Kravet mangler noget", "The kind lacks something"),
    message=Text(
        "Kravet »{kind}« kræver, at {name} udfyldes.",
        "The kind “{kind}” needs {name} to be filled in.",
    ),
    hint=Text("Udfyld feltet, eller vælg et andet krav.", "Fill it in or choose another kind."),
    why=_WHY_KIND,
)
KIND_TAKES_NO = _entry(
    "RP-842",
    Severity.ERROR,
    title=Text("Kravet bruger ikke feltet", "The kind does not use the field"),
    message=Text(
        "Kravet »{kind}« bruger ikke {name}, men der står »{found}«.",
        "The kind “{kind}” does not use {name}, but it holds “{found}”.",
    ),
    hint=Text("Slet værdien, eller vælg et andet krav.", "Delete it or choose another kind."),
    why=_WHY_KIND,
)
UNIT_MISFIT = _entry(
    "RP-843",
    Severity.ERROR,
    title=Text("Enheden passer ikke", "The unit does not fit"),
    message=Text(
        "Enheden »{found}« passer ikke her. Der skal stå »{expected}«.",
        "The unit “{found}” does not fit here. It must be “{expected}”.",
    ),
    hint=Text("Ret enheden eller tallet.", "Correct the unit or the number."),
    why=_WHY_KIND,
)
ZERO_BASIS = _entry(
    "RP-844",
    Severity.ERROR,
    title=Text("Planens grundlag er 0", "The plan's basis is 0"),
    message=Text(
        "Grundlaget er 0. Der kan ikke måles i forhold til 0.",
        "The basis is 0. Nothing can be measured against 0.",
    ),
    hint=Text(
        "Skriv det rigtige grundlag, eller lad feltet stå tomt.",
        "Type the right basis or leave the field empty.",
    ),
    why=_WHY_KIND,
)
RANGE_READ = _entry(
    "RP-845",
    Severity.INFO,
    title=Text("Et interval er læst som en tolerance", "A range was read as a tolerance"),
    message=Text(
        "»{found}« er læst som en tilladt afvigelse på {expected} til begge sider.",
        "“{found}” was read as an allowed deviation of {expected} to either side.",
    ),
    hint=Text("Der skal ikke gøres noget.", "Nothing need be done."),
    why=_WHY_TYPED,
)
RANGE_MISPLACED = _entry(
    "RP-846",
    Severity.ERROR,
    title=Text("Et interval ved et krav uden interval", "A range where the kind has none"),
    message=Text(
        "»{found}« er et interval. Det kan kun stå ved kravet +/-.{suggestion}",
        "“{found}” is a range. Only the kind +/- takes one.{suggestion}",
    ),
    hint=Text("Skriv ét tal, eller vælg kravet +/-.", "Type one number or choose the kind +/-."),
    why=_WHY_KIND,
)
PROVISIONAL = _entry(
    "RP-847",
    Severity.INFO,
    title=Text("Et foreløbigt måltal", "A provisional target"),
    message=Text(
        "»{found}« er læst som {expected} og gemmes som foreløbigt i historikken for {year}.",
        "“{found}” was read as {expected} and is kept as provisional in the history of {year}.",
    ),
    hint=Text(
        "Fjern klammerne, når måltallet er bekræftet.",
        "Remove the brackets when the target is confirmed.",
    ),
    why=Text(
        "Planer trykker foreløbige måltal i kantet parentes.",
        "Plans print provisional targets in square brackets.",
    ),
)
PERHAPS_PERCENT = _entry(
    "RP-848",
    Severity.WARNING,
    title=Text("Måltallet er under én procent", "The target is less than one per cent"),
    message=Text(
        "Måltallet er {found}; måske er der ment {expected} i stedet.",
        "The target is {found}; perhaps {expected} is meant instead.",
    ),
    hint=Text("Skriv 82 (eller 82 %) for 82 pct.", "Type 82 (or 82 %) for 82 per cent."),
    why=_WHY_TYPED,
)
TARGETS_DIFFER = _entry(
    "RP-849",
    Severity.ERROR,
    title=Text("To forskellige måltal for året", "Two targets for the year"),
    message=Text(
        "Måltallet er her foreløbigt {found}, men historikken for {year} siger {expected}.",
        "The target is provisional here, {found}, but the history of {year} says {expected}.",
    ),
    hint=Text(
        "Ret det ene, så de er ens, eller slet måltallet i historikken.",
        "Make them the same, or delete the target in the history.",
    ),
    why=_WHY_KIND,
)
OUTSIDE_PLAN = _entry(
    "RP-851",
    Severity.ERROR,
    title=Text("En dato uden for planens tid", "A date outside the plan's time"),
    message=Text(
        "{found} ligger uden for den tid, planen gælder: {expected}.",
        "{found} lies outside the time for which the plan is valid: {expected}.",
    ),
    hint=Text(
        "Ret datoen, eller ret Gælder fra og Gælder til på arket Plan.",
        "Correct the date, or Gælder fra and Gælder til on the sheet Plan.",
    ),
    why=_WHY_DATES,
)
ENDS_BEFORE_IT_BEGINS = _entry(
    "RP-852",
    Severity.ERROR,
    title=Text("Slutter før den begynder", "Ends before it begins"),
    message=Text(
        "Planen gælder til {found}, men først fra {expected}.",
        "The plan is valid until {found}, but only from {expected}.",
    ),
    hint=Text("Ret den ene dato.", "Correct one of the dates."),
    why=_WHY_DATES,
)
PERIODS_OUT_OF_ORDER = _entry(
    "RP-853",
    Severity.ERROR,
    title=Text("Perioderne står ikke i rækkefølge", "The periods are not in order"),
    message=Text(
        "Perioden slutter {found}, men den før den slutter {expected}.",
        "The period ends {found}, but the one before it ends {expected}.",
    ),
    hint=Text(
        "Sæt perioderne i den rækkefølge, de slutter; den sidste er årets endelige.",
        "Put the periods in the order in which they end; the last is the year's final one.",
    ),
    why=_WHY_DATES,
)
WEIGHT_NEEDED = _entry(
    "RP-861",
    Severity.ERROR,
    title=Text("En vægt mangler", "A weight is missing"),
    message=Text(
        "{name} skal udfyldes, fordi der vægtes efter »{found}«.",
        "{name} must be filled in, because goals weigh by “{found}”.",
    ),
    hint=Text(
        "Skriv et positivt tal, eller vælg en anden vægtning.",
        "Type a positive number or choose another weighting.",
    ),
    why=_WHY_SCORING,
)
WEIGHT_UNUSED = _entry(
    "RP-862",
    Severity.ERROR,
    title=Text("En vægt, der ikke bruges", "A weight that is not used"),
    message=Text(
        "{name} er udfyldt, men der vægtes efter »{found}«.",
        "{name} is filled in, but the weighting is “{found}”.",
    ),
    hint=Text(
        "Slet tallet, eller vælg en anden vægtning.", "Delete it or choose another weighting."
    ),
    why=_WHY_SCORING,
)
WEIGHTS_DO_NOT_ADD_UP = _entry(
    "RP-863",
    Severity.WARNING,
    title=Text("Vægtene giver ikke 100", "The weights do not add up to 100"),
    message=Text(
        "Vægtene giver tilsammen {found}, ikke 100. De regnes om, så {example}.",
        "The weights add up to {found}, not 100. They are scaled, so that {example}.",
    ),
    hint=Text(
        "Ret vægtene, hvis de skulle være procent.", "Correct them if they were meant as per cent."
    ),
    why=_WHY_SCORING,
)
CREDIT_NEEDED = _entry(
    "RP-864",
    Severity.ERROR,
    title=Text("Hvad tæller delvist opfyldt?", "What does partly met count?"),
    message=Text(
        "{found} kan opfyldes delvist, men planen siger ikke, hvor meget det tæller.",
        "{found} can be partly met, but the plan does not say how much that counts.",
    ),
    hint=Text(
        "Udfyld »Delvist opfyldt giver (pct.)« på arket Plan, fx 50.",
        "Fill in “Delvist opfyldt giver (pct.)” on the sheet Plan, 50 for instance.",
    ),
    why=_WHY_SCORING,
)
WITHDRAWAL_NEEDED = _entry(
    "RP-865",
    Severity.ERROR,
    title=Text("Hvad betyder udgået?", "What does withdrawn mean?"),
    message=Text(
        "{found} er udgået, men planen siger ikke, hvad det betyder for målopfyldelsen.",
        "{found} is withdrawn, but the plan does not say what that means for the total.",
    ),
    hint=Text(
        "Vælg i »Udgåede mål og delmål« på arket Plan.",
        "Choose in “Udgåede mål og delmål” on the sheet Plan.",
    ),
    why=_WHY_SCORING,
)
STEPS_UNREADABLE = _entry(
    "RP-866",
    Severity.ERROR,
    title=Text("Trinene kan ikke læses", "The steps cannot be read"),
    message=Text("Trinene »{found}« kan ikke læses.", "The steps “{found}” cannot be read."),
    hint=Text(
        "Skriv niveau og procent, skilt af kolon og semikolon: »70: 50 %; 82: 100 %«.",
        "Write level and per cent with colon and semicolon: “70: 50 %; 82: 100 %”.",
    ),
    why=_WHY_SCORING,
)
SCALE_MISFIT = _entry(
    "RP-867",
    Severity.ERROR,
    title=Text("Skalaen passer ikke til kravet", "The scale does not fit the kind"),
    message=Text("{name} passer ikke: {reason}.", "{name} does not fit: {reason}."),
    hint=Text(
        "Trin og lineær skala skal gå mod måltallet og ende på det med 100 pct.",
        "Steps and lines must run towards the target and end at it with 100 per cent.",
    ),
    why=_WHY_SCORING,
)
ALL_WITHDRAWN = _entry(
    "RP-868",
    Severity.ERROR,
    title=Text("Alle mål er udgået", "Every goal is withdrawn"),
    message=Text(
        "Alle mål er udgået og udgår af beregningen. Så er der intet at beregne.",
        "Every goal is withdrawn and leaves the computation. Nothing is left to compute.",
    ),
    hint=Text(
        "Behold mindst ét mål, eller lad udgåede mål tælle som ikke opfyldt.",
        "Keep at least one goal, or let withdrawn goals count as not met.",
    ),
    why=_WHY_SCORING,
)
COUNT_DIFFERS = _entry(
    "RP-871",
    Severity.ERROR,
    title=Text("Antallet af mål passer ikke", "The number of goals does not fit"),
    message=Text(
        "Planens tekst nævner {expected} mål, men arket Mål har {found}.",
        "The plan's text states {expected} goals, but the sheet Mål has {found}.",
    ),
    hint=Text(
        "Ret Antal mål, eller tilføj det mål, der mangler.",
        "Correct Antal mål, or add the goal that is missing.",
    ),
    why=Text(
        "Tallet viser, om et mål er faldet ud, da planen blev skrevet ind.",
        "The number shows whether a goal was lost when the plan was typed.",
    ),
)
UNDECIDED = _entry(
    "RP-881",
    Severity.ERROR,
    title=Text("En beslutning mangler", "A decision is missing"),
    message=Text(
        "Beslutning nr. {number}: {what}",
        "Decision no. {number}: {what}",
    ),
    hint=Text(
        "Ret cellen, eller skriv Ja under Afgjort på arket Beslutninger.",
        "Change the cell, or write Ja under Afgjort on the sheet Beslutninger.",
    ),
    why=Text(
        "Et udkast, der er ført over fra året før, er først en plan, når nogen har taget stilling"
        " til det, som kalenderen ikke afgør.",
        "A draft that was rolled over from the year before becomes a plan when somebody has decided"
        " what the calendar does not.",
    ),
)
HISTORY_DIFFERS = _entry(
    "RP-882",
    Severity.WARNING,
    title=Text("Historikken har et andet måltal for året", "The history has another target"),
    message=Text(
        "Historikken siger {found} for planens eget år, men måltallet er {expected}.",
        "The history says {found} for the plan's own year, but the target is {expected}.",
    ),
    hint=Text(
        "Ret det ene, så de er ens, eller slet måltallet i historikken.",
        "Make them the same, or delete the target in the history.",
    ),
    why=Text(
        "Skabelonens historik og kurve viser årets måltal ved siden af de tidligere års.",
        "The template's history and chart show the year's target beside those of earlier years.",
    ),
)
REFUSED = _entry(
    "RP-899",
    Severity.ERROR,
    title=Text("Planen modsiger sig selv", "The plan contradicts itself"),
    message=Text("Planen kan ikke bruges: {reason}", "The plan cannot be used: {reason}"),
    hint=Text("Ret det nævnte, og kontrollér igen.", "Correct what is named and check again."),
    why=_WHY_TYPED,
)
