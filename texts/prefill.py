"""The words of `rp template --prefill`: on the command line, and in the workbook (Danish)."""

from __future__ import annotations

from texts.language import Text

PREFILL_OPTION = Text(
    "Byg næste periodes skabelon med tallene fra denne rapport; --out er da en fil.",
    "Build the next period's template with the figures of this report; --out is then a file.",
)
ONE_PLAN = Text(
    "--prefill fylder én skabelon ud: nævn højst én plan.",
    "--prefill fills in one template: name one plan at most.",
)
NO_REPORT = Text(
    "»{path}« er ikke en rapport, der kan læses. Intet er skrevet.",
    "“{path}” is no report that can be read. Nothing was written.",
)
OTHER_PLAN = Text(
    "Rapporten »{path}« er for planen {found}, ikke for {plan}. Intet er skrevet.",
    "The report “{path}” belongs to the plan {found}, not to {plan}. Nothing was written.",
)
OTHER_VERSION = Text(
    "Rapporten »{path}« er lavet af version {found} af skabelonen, ikke af version {version}. Før"
    " den over med »rp migrate {path} --to {version}« først.",
    "The report “{path}” was made from version {found} of the template, not from version {version}."
    " Carry it over with “rp migrate {path} --to {version}” first.",
)
UNKNOWN_VERSION = Text(
    "Rapporten »{path}« er lavet af en version af skabelonen, der ikke kendes. Intet er skrevet.",
    "The report “{path}” was made from an unknown version of the template. Nothing was written.",
)
NO_PERIOD = Text(
    "Rapporten »{path}« siger ikke, hvilken periode den er for. Vælg Periode på Stamdata.",
    "The report “{path}” does not say which period it is for. Choose Periode on Stamdata.",
)
NO_NEXT = Text(
    "Rapporten »{path}« er for {period}, årets sidste periode: der er ingen næste. Næste års plan"
    " begynder med »rp plan rollover {plan}«.",
    "The report “{path}” is for {period}, the year's last period: there is no next one. Next year's"
    " plan begins with “rp plan rollover {plan}”.",
)
CARRIED = Text(
    "{count} felter overført fra {before} til {after}.",
    "{count} cells carried from {before} to {after}.",
)
NOT_ACCEPTED = Text(
    "Rapporten er ikke godkendt ({errors} fejl): kontrollér de overførte tal særlig nøje.",
    "The report is not accepted ({errors} errors): check the carried figures with special care.",
)
LEFT_OUT = Text(
    "{count} felter kunne ikke læses og er ikke overført:",
    "{count} cells could not be read and were not carried:",
)

# In the workbook.

NOTE = (
    "Overført fra {before} til {after}: grundlag, resultater, datoer, svar, dokumentation og"
    " handlingsplaner, og hvor noget er afgjort også status, forventning og forklaring. De står"
    " med lilla, kursiv skrift, til de ændres. Resultater er et udgangspunkt: skriv tallet år til"
    " dato. Status og forklaringer på det, der ikke er afgjort, væsentlige afvigelser, dato for"
    " indsendelse og godkendelse skrives på ny."
)
NOTE_NOT_ACCEPTED = " Rapporten for {before} var ikke godkendt: kontrollér tallene særlig nøje."
