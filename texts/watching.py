"""The words of `rp watch`."""

from __future__ import annotations

from texts.language import Text

COMMAND = Text(
    "Hold øje med en indbakke, og døm filerne, når de er kommet.",
    "Watch an inbox, and judge the files when they have come.",
)
EVERY_OPTION = Text(
    "Sekunder mellem hvert kig i indbakken (ellers 5).",
    "Seconds between looks into the inbox (else 5).",
)
NO_REPLIES_OPTION = Text("Skriv ikke svar til styrelserne.", "Write no replies to the agencies.")
ONCE_OPTION = Text("Døm, hvad der er kommet helt, og slut.", "Judge what has come whole, and end.")
WATCHING = Text(
    "Holder øje med »{inbox}«. Stop med Ctrl-C; intet går tabt.",
    "Watching “{inbox}”. Stop with Ctrl-C; nothing is lost.",
)
NEW_FILE = Text("{time} {file}: {verdict}", "{time} {file}: {verdict}")
ROUND = Text(
    "{time} {tally} Overblik og side er opdateret i »{path}«.",
    "{time} {tally} Overview and page are up to date in “{path}”.",
)
TROUBLE = Text(
    "{time} {reason} Der prøves igen om lidt.", "{time} {reason} Another try follows shortly."
)
REPLIES = Text("{time} {count} svar i »{path}«.", "{time} {count} replies in “{path}”.")
STOPPED = Text("Stoppet.", "Stopped.")
