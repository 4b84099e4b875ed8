"""The words of the add-in for Mac, web and locked computers, where its pane speaks otherwise than
the checking page does."""

from __future__ import annotations

from texts.addin import CHECK_BUTTON
from texts.language import Text

DESCRIPTION = Text(
    "Kontrollerer en afrapportering med departementets egne regler, og regner som skabelonen.",
    "Checks a report by the department's own rules, and computes as the template does.",
)
CHECK = CHECK_BUTTON
CHECK_HELP = Text(
    "Kontrollerer den åbne projektmappe, som den står nu, på samme måde som departementet gør."
    " Rapporten ændres ikke.",
    "Checks the open workbook as it stands now, just as the department does. The report is not"
    " changed.",
)

TITLE = Text("Kontrollér rapporten", "Check the report")
LEAD = Text(
    "Projektmappen kontrolleres, som den står nu, med departementets egne regler.",
    "The workbook is checked as it stands now, by the department's own rules.",
)
PRIVATE = Text(
    "Rapporten sendes ingen steder hen: reglerne kører her i Excel.",
    "The report is sent nowhere: the rules run here in Excel.",
)
TOO_OLD = Text(
    "Denne Excel er for gammel til ruden. Brug kontrolsiden i en nyere browser.",
    "This Excel is too old for the pane. Use the checking page in a newer browser.",
)
NO_LIBRARY = Text(
    "Excels eget bibliotek kunne ikke hentes fra appsforoffice.microsoft.com.",
    "Excel's own library could not be fetched from appsforoffice.microsoft.com.",
)
CANNOT_WAKE = Text(
    "Ruden kunne ikke gøres klar i denne Excel: {reason}",
    "The pane could not be made ready in this Excel: {reason}",
)
CANNOT_ANSWER = Text(
    "Tilføjelsen kunne ikke svare: {reason}", "The add-in could not answer: {reason}"
)
TO_MEND_NOTE = Text(
    "Ret det, der står nedenfor, og kontrollér igen.", "Mend what stands below, and check again."
)
IN_ORDER_NOTE = Text(
    "Reglerne finder ingen fejl. Gem rapporten, før den sendes.",
    "The rules find no errors. Save the report before it is sent.",
)
PASSED_OVER_NOTE = Text("Projektmappen er ingen afrapportering.", "The workbook is no report.")
UNNAMED = Text("projektmappe.xlsx", "workbook.xlsx")
GO_TO = Text("Gå til", "Go to")
GO_TO_CELL = Text("Gå til {cell}", "Go to {cell}")
AT_CELL = Text("{cell} er valgt i arket.", "{cell} is selected in the sheet.")
NO_CELL = Text(
    "{cell} kan ikke vælges: arket er skjult, omdøbt eller slettet.",
    "{cell} cannot be selected: the sheet is hidden, renamed or deleted.",
)
