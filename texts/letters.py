"""The words of a reply to an agency: the letter, the comments and the list in the copy."""

from __future__ import annotations

from texts.language import Text

LIST_SHEET = Text("Fejlliste", "Findings")
LIST_TITLE = Text("Fejlliste: {institution}, {period}", "Findings: {institution}, {period}")
LIST_LEAD = Text(
    "Klik på en celle for at gå til den. Cellerne har også hver sin kommentar.",
    "Click a cell to go to it. The cells carry a comment each as well.",
)
WHAT = Text("Hvad", "What")
WHOLE_FILE = Text("hele filen", "the whole file")
COMMENT = Text("{severity} {code}\n{message}\n→ {hint}", "{severity} {code}\n{message}\n→ {hint}")

SUBJECT_ACCEPTED = Text(
    "{institution}: afrapportering for {period} {year} er godkendt",
    "{institution}: report for {period} {year} is accepted",
)
SUBJECT_RETURNED = Text(
    "{institution}: afrapportering for {period} {year} skal rettes",
    "{institution}: report for {period} {year} must be mended",
)
SUBJECT_UNKNOWN = Text(
    "Filen »{file}« kan ikke bruges som afrapportering",
    "The file »{file}« cannot be used as a report",
)
NO_PERIOD = Text("ukendt periode", "an unknown period")

TO = Text("Til {institution}", "To {institution}")
ATTENTION = Text("Att.: {contact}", "Att.: {contact}")
TO_SENDER = Text("Til afsenderen af »{file}«", "To the sender of »{file}«")
RECEIVED = Text(
    "{ministry} har modtaget jeres afrapportering for {period} på resultatplanen for {year}: "
    "filen »{file}«, {came}. Fristen var den {due}{timeliness}.",
    "{ministry} has received your report for {period} on the result plan of {year}: the file "
    "»{file}«, {came}. It was due on {due}{timeliness}.",
)
RECEIVED_NO_PERIOD = Text(
    "{ministry} har modtaget filen »{file}« på resultatplanen for {year}, {came}.",
    "{ministry} has received the file »{file}« on the result plan of {year}, {came}.",
)
CAME = Text("modtaget den {received}", "received on {received}")
CAME_STATED = Text("indsendt den {submitted}", "submitted on {submitted}")
CAME_BOTH = Text(
    "indsendt den {submitted} og modtaget den {received}",
    "submitted on {submitted} and received on {received}",
)
RECEIVED_STRAY = Text(
    "Departementet har modtaget filen »{file}«, men kan ikke læse den som en afrapportering på en "
    "resultatplan.",
    "The department has received the file »{file}«, but cannot read it as a report on a result "
    "plan.",
)

ACCEPTED = Text("Afrapporteringen er godkendt.", "The report is accepted.")
ACCEPTED_WITH_REMARKS = Text(
    "Afrapporteringen er godkendt med de bemærkninger, der står nedenfor.",
    "The report is accepted with the remarks below.",
)
RETURNED_ONE = Text(
    "Afrapporteringen kan ikke godkendes endnu: 1 fejl skal rettes. Ret den, og send regnearket "
    "igen senest {weekday} den {mend_by}.",
    "The report cannot be accepted yet: 1 error must be mended. Mend it, and send the workbook "
    "again no later than {weekday} {mend_by}.",
)
RETURNED_MANY = Text(
    "Afrapporteringen kan ikke godkendes endnu: {count} fejl skal rettes. Ret dem, og send "
    "regnearket igen senest {weekday} den {mend_by}.",
    "The report cannot be accepted yet: {count} errors must be mended. Mend them, and send the "
    "workbook again no later than {weekday} {mend_by}.",
)
COPY_ENCLOSED = Text(
    "I den vedlagte kopi »{copy}« har hver celle med en melding en kommentar, og arket »{sheet}« "
    "fører til dem.",
    "In the enclosed copy »{copy}« each cell with a finding carries a comment, and the sheet "
    "»{sheet}« leads to them.",
)
MEND_EITHER = Text(
    "Tallene i kopien er jeres egne; I kan rette i den eller i jeres eget regneark.",
    "The figures in the copy are your own; mend them there or in your own workbook.",
)
NO_COPY = Text(
    "Filen kunne ikke åbnes sikkert, så der er ingen kopi med kommentarer.",
    "The file could not be opened safely, so there is no copy with comments.",
)
CHECK_AT = Text(
    "Om alt er rettet, kan ses på {address}, før I sender igen. Siden bruger departementets egne "
    "regler og sender ingenting nogen steder hen.",
    "Whether everything is mended can be seen at {address} before you send it again. The page uses "
    "the department's own rules and sends nothing anywhere.",
)
CHECK_ENCLOSED = Text(
    "Om alt er rettet, kan ses på den vedlagte side »{name}«, før I sender igen: gem den, og åbn "
    "den i en browser. Siden bruger departementets egne regler og sender ingenting nogen steder "
    "hen.",
    "Whether everything is mended can be seen on the enclosed page »{name}« before you send it "
    "again: save it, and open it in a browser. The page uses the department's own rules and sends "
    "nothing anywhere.",
)
NEXT_PERIOD_ENCLOSED = Text(
    "Skabelonen til {period} er vedlagt som »{file}«. Brug den til næste rapport: det, I har "
    "indberettet nu, står i den i forvejen. Fristen er {weekday} den {due}.",
    "The template for {period} is enclosed as »{file}«. Use it for the next report: what you have "
    "reported now is in it beforehand. It is due on {weekday} {due}.",
)
NEXT_YEAR_ENCLOSED = Text(
    "Skabelonen til resultatplanen for {year} er vedlagt som »{file}«. Fristen for den første "
    "rapport, {period}, er {weekday} den {due}.",
    "The template for the result plan of {year} is enclosed as »{file}«. The first report, for "
    "{period}, is due on {weekday} {due}.",
)
STRAY_ASK = Text(
    "Send afrapporteringen igen i den skabelon, I har fået, gemt som .xlsx, senest {weekday} den "
    "{mend_by}. Var filen ikke ment som en afrapportering, skal I ikke gøre noget.",
    "Send the report again in the template that you were given, saved as .xlsx, no later than "
    "{weekday} {mend_by}. If the file was not meant to be a report, you need not do anything.",
)

TO_MEND = Text("DET SKAL RETTES", "TO BE MENDED")
REMARKS = Text("BEMÆRKNINGER (kræver ikke et nyt regneark)", "REMARKS (no new workbook needed)")
ITEM = Text("{number}. {message} [{code}]", "{number}. {message} [{code}]")
ITEM_HINT = Text("   Sådan: {hint}", "   How: {hint}")

SINCE_LAST = Text("SIDEN DEN FORRIGE FIL (»{file}«)", "SINCE THE FILE BEFORE (»{file}«)")
MENDED = Text("Rettet: {findings}", "Mended: {findings}")
NEW = Text("Ny: {findings}", "New: {findings}")
REMAINING = Text("Tilbage: {findings}", "Remaining: {findings}")
NO_CHANGE = Text("Ingen melding er rettet, og ingen er ny.", "No finding is mended, none is new.")
FIGURES = Text("Ændrede tal og svar: {figures}", "Figures and answers changed: {figures}")
FIGURE = Text(
    "{key} {column} ({cell}) fra {before} til {after}",
    "{key} {column} ({cell}) from {before} to {after}",
)
BLANK = Text("tom", "blank")
NONE = Text("ingen", "none")

SCORE = Text("MÅLOPFYLDELSE, beregnet af det indberettede", "FULFILMENT, computed from the report")
SCORE_FINAL = Text(
    "Samlet målopfyldelse for {year}: {arithmetic}", "Total fulfilment of {year}: {arithmetic}"
)
SCORE_SECURED = Text("Sikret indtil nu: {secured} pct.", "Secured so far: {secured} %.")
SCORE_EXPECTED = Text(
    "Forventet ved årets udgang: {expected} pct.", "Expected at the end of the year: {expected} %."
)
SCORE_ATTAINABLE = Text("Opnåelig i år: {attainable} pct.", "Attainable this year: {attainable} %.")
SCORE_UNSETTLED = Text(
    "Tallene er foreløbige, indtil fejlene er rettet.",
    "The figures are provisional until the errors are mended.",
)
GOAL = Text(
    "{number} {title} (vægt {weight} pct.): {explanation}",
    "{number} {title} (weight {weight} %): {explanation}",
)
GOAL_WEIGHED = Text("{number} {title}: {explanation}", "{number} {title}: {explanation}")
CRITERION = Text("   {key}: {explanation}", "   {key}: {explanation}")

REGARDS = Text("Med venlig hilsen", "Kind regards")
DEPARTMENT = Text("Departementet", "The department")

COPY_NAME = Text("{stem} - med kommentarer.xlsx", "{stem} - with comments.xlsx")
JOURNAL = Text("Journalnummer: {number}", "Case number: {number}")
CONTACT = Text("Kontakt: {contact}", "Contact: {contact}")
BAD_LETTERHEAD = Text(
    "Brevpapiret {path} kan ikke læses. Der kan stå sender, contact, signature og en tabel journal "
    "med et nummer til hver plan, alt som tekst.",
    "The letterhead {path} cannot be read. It may have sender, contact, signature and a table "
    "journal with a number for each plan, all of them texts.",
)
DOCUMENT_NAME = Text("{stem} - svar.docx", "{stem} - reply.docx")
LETTER_NAME = Text("{stem} - svar.txt", "{stem} - reply.txt")
EARLIER_LETTER = Text("{stem} (tidligere {at})", "{stem} (earlier {at})")
DRAFT_NAME = Text("{stem} - svar.eml", "{stem} - reply.eml")
FOLDER = Text("svar", "replies")
STRAYS_FOLDER = Text("andre filer", "other files")

COMMAND = Text(
    "Skriv svar til styrelserne: brev i Word, mailkladde, kopi og næste skabelon.",
    "Write replies to the agencies: letter in Word, draft mail, copy and next template.",
)
OUT_OPTION = Text("Mappen, som svarene skrives i.", "The folder that the replies are written to.")
MEND_BY_OPTION = Text(
    "Dagen, rettelser skal være fremme (ÅÅÅÅ-MM-DD). Ellers fem arbejdsdage fra i dag.",
    "The day by which corrections are due (YYYY-MM-DD). Otherwise five working days from today.",
)
CHECKER_OPTION = Text(
    "Vedlæg kontrolsiden (kontrol.html fra rp checker build) til det, der skal rettes.",
    "Enclose the checking page (kontrol.html from rp checker build) where something is to be"
    " mended.",
)
ALL_OPTION = Text(
    "Svar på alle modtagne filer, ikke kun den sidste for hver periode.",
    "Reply to every file received, not only the last for each period.",
)
WROTE_REPLIES = Text("Skrev {count} svar i {path}", "Wrote {count} replies to {path}")
WROTE_SOME = Text("Skrev {count} svar.", "Wrote {count} replies.")
MISSING_REPLY = Text(
    "Svaret på »{file}« mangler: {reason}.", "The reply to »{file}« is missing: {reason}."
)
NOTHING_TO_REPLY = Text("Der er intet at svare på.", "There is nothing to reply to.")
