"""The words of `rp status` and `rp calendar`: who has reported, who is late, what is due."""

from __future__ import annotations

from texts.language import Text

STATUS = Text(
    "Vis, hvem der har rapporteret, og hvem der mangler.", "Show who has reported and who has not."
)
CALENDAR = Text("Vis planernes frister, også som .ics.", "Show the plans' deadlines, also as .ics.")

ALL_OPTION = Text(
    "Vis alle planer, også dem uden rapporter, der ikke løber nu.",
    "Show all plans, also those without reports that do not run now.",
)
STRICT_OPTION = Text(
    "Slut med 1, hvis en rapport mangler.", "Exit with 1 when a report is missing."
)
ICS_OPTION = Text(
    "Skriv fristerne som kalenderfil (.ics) til Outlook og andre kalendere.",
    "Write the deadlines as a calendar file (.ics) for Outlook and other calendars.",
)

AS_AT = Text("Status pr. {day}", "Status as at {day}")
STANDING = Text("Status", "Status")
RECEIVED = Text("Modtaget", "Received")
IN_TIME = Text("Rettidighed", "In time")
SCORE = Text("Målopfyldelse", "Total")
DAYS_LEFT = Text("Tid", "Time")

ACCEPTED = Text("godkendt", "accepted")
RETURNED = Text("skal rettes", "to be mended")
MISSING = Text("mangler", "missing")
WAITING = Text("afventer", "waiting")
NEWER_RETURNED = Text(
    "godkendt; en nyere fil skal rettes", "accepted; a newer file is to be mended"
)
WITH_ERRORS = Text("skal rettes ({count} fejl)", "to be mended ({count} error(s))")

RECEIVED_IN_TIME = Text("rettidig", "in time")
LATE_ONE = Text("1 dag for sent", "1 day late")
LATE = Text("{days} dage for sent", "{days} days late")
MISSING_ONE = Text("fristen var i går", "due yesterday")
MISSING_FOR = Text("fristen var for {days} dage siden", "due {days} days ago")
DUE_TODAY = Text("frist i dag", "due today")
DUE_TOMORROW = Text("frist i morgen", "due tomorrow")
DUE_IN = Text("frist om {days} dage", "due in {days} days")
SCORE_RANGE = Text("{secured}–{attainable} pct.", "{secured}–{attainable} per cent")
SCORE_FINAL = Text("{secured} pct.", "{secured} per cent")
SUMMARY = Text(
    "{accepted} godkendt, {returned} skal rettes, {missing} mangler, {waiting} afventer.",
    "{accepted} accepted, {returned} to be mended, {missing} missing, {waiting} waiting.",
)
NOTHING = Text(
    "Ingen plan har rapporter i registret eller løber på denne dag. Vis alle med --all.",
    "No plan has reports in the register or runs on this day. Show all with --all.",
)
STRAYS_ONE = Text(
    "1 fil er ingen rapport for en kendt plan: {files}.",
    "1 file is no report of a known plan: {files}.",
)
STRAYS = Text(
    "{count} filer er ingen rapport for en kendt plan: {files}.",
    "{count} files are no reports of a known plan: {files}.",
)
UNPLACED = Text(
    "{institution} {year}: »{file}« nævner ingen af planens perioder.",
    "{institution} {year}: “{file}” names no period of the plan.",
)
AND_MORE = Text("{files} … og {count} til", "{files} … and {count} more")

CALENDAR_NAME = Text("Frister for afrapportering", "Deadlines for reports")
EVENT = Text("Frist: {institution}, {period} {year}", "Deadline: {institution}, {period} {year}")
EVENT_TEXT = Text(
    "Afrapportering på resultatplanen for {institution} {year}, {period}, skal være modtaget i"
    " departementet.",
    "The report on the performance contract of {institution} {year}, {period}, is due in the"
    " department.",
)
ALARM = Text("Om en uge: {event}", "In a week: {event}")
