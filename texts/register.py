"""The words of the register: what it is, its commands, and what can be in its way."""

from __future__ import annotations

from texts.language import Text

REGISTER_OPTION = Text(
    "Registret: en mappe eller en PostgreSQL-adresse (ellers RP_REGISTER, ellers"
    " udbakke/register).",
    "The register: a folder or a PostgreSQL address (else RP_REGISTER, else udbakke/register).",
)
BATCH_REGISTER_OPTION = Text(
    "Registret: en mappe eller en PostgreSQL-adresse (ellers RP_REGISTER, ellers mappen register"
    " i udbakken).",
    "The register: a folder or a PostgreSQL address (else RP_REGISTER, else the folder register"
    " in the output).",
)
COMPARE_OPTION = Text(
    "Sammenlign med de tidligere rapporter i dette register.",
    "Compare with the earlier reports in this register.",
)
NO_REGISTER_OPTION = Text("Skriv ikke i registret.", "Do not write to the register.")
TODAY_OPTION = Text(
    "Dagen, der regnes fra (ÅÅÅÅ-MM-DD), i stedet for i dag.",
    "The day to reckon from (YYYY-MM-DD) instead of today.",
)
BAD_DAY = Text(
    "»{text}« er ikke en dato. Skriv den som 2024-10-21.",
    "“{text}” is no date. Write it as 2024-10-21.",
)
ONE_OF_TWO = Text(
    "Brug enten --register eller --no-register.", "Use either --register or --no-register."
)

BAD_ADDRESS = Text(
    "Registret kan ligge i en mappe eller i PostgreSQL (postgresql://bruger@server/database).",
    "The register can be a folder or in PostgreSQL (postgresql://user@server/database).",
)
NO_DRIVER = Text(
    "PostgreSQL kræver en driver. Installér den med: pip install 'resultatplan[postgresql]'.",
    "PostgreSQL needs a driver. Install it with: pip install 'resultatplan[postgresql]'.",
)
NO_REGISTER = Text(
    "Der er intet register i »{address}«. Det oprettes af »rp batch INDBAKKE --out MAPPE«.",
    "There is no register in “{address}”. “rp batch INBOX --out FOLDER” makes one.",
)
NEWER = Text(
    "Registret i »{address}« er skrevet af en nyere udgave af rp (format {found}, denne kender"
    " {known}). Opdatér rp. Intet er ændret.",
    "The register in “{address}” was written by a newer rp (format {found}, this one knows"
    " {known}). Update rp. Nothing was changed.",
)
NO_DATABASE = Text(
    "»{address}« er ikke et register: filen er ikke en SQLite-database, eller den er beskadiget."
    " Intet er ændret.",
    "“{address}” is no register: the file is no SQLite database, or it is damaged. Nothing was"
    " changed.",
)
OTHER_DATABASE = Text(
    "»{address}« er en database, men ikke et register. Intet er ændret.",
    "“{address}” is a database, but no register. Nothing was changed.",
)
LOCKED = Text(
    "Registret i »{address}« er låst af et andet program. Prøv igen om lidt. Det, der allerede er"
    " skrevet, er bevaret.",
    "The register in “{address}” is locked by another program. Try again shortly. What is already"
    " written is kept.",
)
FULL = Text(
    "Disken med registret i »{address}« er fuld. Det, der allerede er skrevet, er bevaret: skaf"
    " plads, og kør kommandoen igen.",
    "The disk of the register in “{address}” is full. What is already written is kept: make room"
    " and run the command again.",
)
READ_ONLY = Text(
    "Der kan ikke skrives i registret i »{address}«: mappen eller filen er skrivebeskyttet."
    " Vælg et andet sted med --register, eller kør med --no-register.",
    "The register in “{address}” cannot be written: the folder or file is read-only. Choose"
    " another place with --register, or run with --no-register.",
)
CANNOT_OPEN = Text(
    "Registret i »{address}« kan ikke åbnes: {reason}.",
    "The register in “{address}” cannot be opened: {reason}.",
)
CANNOT_WRITE = Text(
    "Registret i »{address}« kan ikke skrives: {reason}.",
    "The register in “{address}” cannot be written: {reason}.",
)
FAILED = Text(
    "Registret i »{address}« svarer med en fejl: {reason}. Det, der allerede er skrevet, er"
    " bevaret.",
    "The register in “{address}” answers with an error: {reason}. What is already written is kept.",
)
NO_ORIGINAL = Text(
    "Originalen af »{file}« mangler i registret.",
    "The original of “{file}” is not in the register.",
)
CHANGED_ORIGINAL = Text(
    "Originalen af »{file}« i registret er ikke længere den, der blev modtaget.",
    "The original of “{file}” in the register is no longer the one that was received.",
)
WAITING = Text(
    "En anden kørsel skriver i registret i »{address}«. Venter i op til {seconds} sekunder …",
    "Another run is writing to the register in “{address}”. Waiting up to {seconds} seconds …",
)
STILL_BUSY = Text(
    "En anden kørsel skriver stadig i registret i »{address}«. Intet er ændret: prøv igen, når den"
    " er færdig, eller kør med --no-register.",
    "Another run is still writing to the register in “{address}”. Nothing was changed: try again"
    " when it is done, or run with --no-register.",
)

CHANGES = Text(
    "{mended} rettet, {new} ny(e), {remaining} tilbage; {figures} felt(er) ændret",
    "{mended} mended, {new} new, {remaining} left; {figures} cell(s) changed",
)
CHANGES_SINCE = Text("Siden »{file}«: {counts}.", "Since “{file}”: {counts}.")
CHANGED = Text("Siden sidst", "Since the last")

REGISTER = Text("Se og eksportér de modtagne filer.", "See and export the received files.")
LIST = Text("Vis alle modtagne filer.", "List all received files.")
SHOW = Text("Vis én modtaget fil med det hele.", "Show one received file with everything.")
EXPORT = Text("Skriv registret som csv eller json.", "Write the register as csv or json.")
PLAN_OPTION = Text("Kun filer for denne plan.", "Only files of this plan.")
EXPORT_OPTION = Text(
    "Mappen, der skrives til, eller en fil, der ender på .json.",
    "The folder to write to, or a file that ends in .json.",
)

RECEIVED = Text("Modtaget", "Received")
ROLE = Text("Gælder", "Counts")
ROLES = {
    "current": Text("gælder", "counts"),
    "superseded": Text("afløst", "superseded"),
    "returned": Text("tæller ikke", "does not count"),
    "duplicate": Text("dublet", "duplicate"),
}
TALLY = Text("{count} fil(er) i registret.", "{count} file(s) in the register.")
NO_SUCH_FILE = Text(
    "Der er ingen fil i registret, der hedder eller har en hash, der begynder med »{name}«.",
    "The register has no file that is called, or has a hash that begins with, “{name}”.",
)
DIGEST = Text("Hash (SHA-256)", "Hash (SHA-256)")
ORIGINAL = Text("Original", "Original")
IN_DATABASE = Text("i databasen", "in the database")
NO_BYTES = Text("ingen (filen kunne ikke læses)", "none (the file could not be read)")
JUDGED = Text("Dømt", "Judged")
JUDGED_AT = Text("{day} af rp {program}: {verdict}", "{day} by rp {program}: {verdict}")
FINDINGS = Text("Fund", "Findings")
NO_FINDINGS = Text("Ingen fund.", "No findings.")
CRITERION = Text("Delmål", "Criterion")
REPORTED = Text("Indberettet", "Reported")
PREPARED_BY = Text("Udfyldt af", "Prepared by")
APPROVED_BY = Text("Godkendt af", "Approved by")
DEVIATIONS = Text("Væsentlige afvigelser", "Significant deviations")

FILES_CSV = Text("modtagne.csv", "received.csv")
FINDINGS_CSV = Text("fund.csv", "findings.csv")
GOALS_CSV = Text("maal.csv", "goals.csv")
INPUTS_CSV = Text("indberettet.csv", "reported.csv")
SIZE = Text("Bytes", "Bytes")
COLUMN = Text("Kolonne", "Column")
VALUE = Text("Værdi", "Value")
PLAN_VERSION = Text("Planversion", "Plan version")
STATE_WORDS = {
    "fulfilled": Text("opfyldt", "fulfilled"),
    "not_fulfilled": Text("ikke opfyldt", "not fulfilled"),
    "pending": Text("afventer", "pending"),
    "partial": Text("delvist opfyldt", "partly fulfilled"),
    "withdrawn": Text("udgået", "withdrawn"),
}
