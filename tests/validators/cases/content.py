"""RP-4xx: typing mistakes in input cells: an error with a suggestion, never a guess."""

from datetime import date, datetime

from tests.validators.cases.case import REPORT, Case, Changes, Make, reported, told_at
from tests.validators.damage import Content, ErrorValue, Formula, with_formats
from tests.validators.reports import Where, address, plan_named, report
from workbooks.form import Column, Field

SHARE = ("1.1.b", Column.RESULT)
COUNT = ("1.1.a", Column.RESULT)
AMOUNT = ("2.1.a", Column.RESULT)
DAYS = ("2.2.a", Column.RESULT)
DAY = ("1.2.a", Column.DATE)
FORECAST = ("1.2.a", Column.FORECAST)
DONE = ("1.2.b", Column.DONE)
STATUS = ("1.1.a", Column.STATUS)

LATE = "Forventes det først så sent, så skriv det i Afvigelsesforklaring."
OUTSIDE = "er ingen dato fra 01-01-2019 til 31-12-2022."
TYPED: tuple[tuple[str, Where, Content, str], ...] = (
    # a percentage of another scale
    ("RP-402", SHARE, 82, "8200 % er over 100 %. Mente du 82 %?"),
    ("RP-402", SHARE, 1.5, "150 % er over 100 %. Mente du 1,5 %?"),
    ("RP-402", SHARE, -0.05, "−5 % er under 0 %."),
    ("RP-402", SHARE, date(2020, 12, 1),
     "4.416.600 % er over 100 %. Er der skrevet 1.12, 1-12 eller 1/12?"),
    # text that looks like a number
    ("RP-401", SHARE, "82,5", "»82,5« er tekst, ikke et tal. Mente du 82,5 %?"),
    ("RP-401", SHARE, "0,5", "»0,5« er tekst, ikke et tal. Mente du 50 %?"),
    ("RP-401", SHARE, "1", "»1« er tekst, ikke et tal. Mente du 1 %?"),
    ("RP-401", SHARE, "82 pct.", "»82 pct.« er tekst, ikke et tal. Mente du 82 %?"),
    ("RP-401", COUNT, "1.250", "»1.250« er tekst, ikke et tal. Mente du 1250?"),
    ("RP-401", COUNT, "60 stk.", "»60 stk.« er tekst, ikke et tal. Mente du 60?"),
    ("RP-401", COUNT, "tres", "»tres« er tekst, ikke et tal."),
    ("RP-401", AMOUNT, "-2,5", "»-2,5« er tekst, ikke et tal. Mente du −2,5?"),
    ("RP-401", AMOUNT, "9.000.000 kr.", "»9.000.000 kr.« er tekst, ikke et tal."),
    # not one number
    ("RP-403", COUNT, "ca. 60", "»ca. 60« er ikke ét bestemt tal. Mente du 60?"),
    ("RP-403", AMOUNT, "+/- 5", "»+/- 5« er ikke ét bestemt tal. Mente du 5?"),
    ("RP-403", COUNT, "60-70", "»60-70« er ikke ét bestemt tal."),
    # dates
    ("RP-404", DAY, "31-12-2020", "»31-12-2020« er tekst, ikke en dato. Mente du 31-12-2020?"),
    ("RP-404", DAY, "1. dec. 2020", "»1. dec. 2020« er tekst, ikke en dato. Mente du 01-12-2020?"),
    ("RP-404", DAY, "31-11-2020", "»31-11-2020« er tekst, ikke en dato."),
    ("RP-404", DAY, "uge 50", "»uge 50« er tekst, ikke en dato."),
    ("RP-404", DAY, "1. dec. 2035", "»1. dec. 2035« er tekst, ikke en dato."),
    ("RP-405", DAY, datetime(2020, 12, 1, 14, 30),
     "01-12-2020 kl. 14:30 er en dato med klokkeslæt. Mente du 01-12-2020?"),
    # a day that the sheet does not take either
    ("RP-414", DAY, 2020, f"12-07-1905 {OUTSIDE}"),
    ("RP-414", DAY, 31.12, f"31,12 {OUTSIDE}"),
    ("RP-414", DAY, -1, f"−1 {OUTSIDE}"),
    ("RP-414", DAY, date(2018, 12, 31), f"31-12-2018 {OUTSIDE}"),
    ("RP-414", DAY, datetime(2035, 12, 1, 14, 30), f"01-12-2035 {OUTSIDE} {LATE}"),
    ("RP-414", Field.SUBMITTED, date(1921, 1, 10), f"10-01-1921 {OUTSIDE}"),
    ("RP-414", Field.SUBMITTED, date(2035, 1, 1), f"01-01-2035 {OUTSIDE}"),
    ("RP-414", FORECAST, date(2023, 1, 1), f"01-01-2023 {OUTSIDE} {LATE}"),
    # what is no value at all
    ("RP-406", COUNT, ErrorValue("#DIV/0!"), "Cellen viser fejlen #DIV/0!."),
    ("RP-406", DAY, ErrorValue("#N/A"), "Cellen viser fejlen #N/A."),
    ("RP-406", COUNT, Formula("=55/0", ErrorValue("#DIV/0!")), "Cellen viser fejlen #DIV/0!."),
    ("RP-407", COUNT, "N/A", "»N/A« er ikke en værdi."),
    ("RP-401", COUNT, "0", "»0« er tekst, ikke et tal. Mente du 0?"),
    ("RP-401", COUNT, "ingen", "»ingen« er tekst, ikke et tal. Mente du 0?"),
    ("RP-410", DONE, "nej", "»nej« står ikke på listen: Ja, Nej. Mente du »Nej«?"),
    ("RP-407", DONE, "ukendt", "»ukendt« er ikke en værdi. Vælg fra listen: Ja, Nej."),
    ("RP-407", DONE, "x", "»x« er ikke en værdi. Vælg fra listen: Ja, Nej."),
    # what the unit does not allow
    ("RP-409", COUNT, 60.5, "60,5 er ikke et helt antal."),
    ("RP-409", COUNT, -1, "−1 er negativt."),
    ("RP-409", AMOUNT, 9_000_000, "9.000.000 er et større beløb, end nogen institution har i"
     " mio. kr. Er det skrevet i kroner?"),
    ("RP-409", DAYS, 1e300, "1E+300 er større, end noget tal i enheden kan være."),
    # not on the list
    ("RP-410", STATUS, "grøn", "»grøn« står ikke på listen: Grøn, Gul, Rød. Mente du »Grøn«?"),
    ("RP-410", DONE, "JA", "»JA« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    ("RP-410", DONE, "yes", "»yes« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    ("RP-410", DONE, "Nej, ventes i Q1",
     "»Nej, ventes i Q1« står ikke på listen: Ja, Nej. Mente du »Nej«?"),
    ("RP-410", DONE, "Ja/Nej", "»Ja/Nej« står ikke på listen: Ja, Nej."),
    ("RP-410", DONE, True, "»SAND« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    ("RP-410", Field.PERIOD, "4.kvartal",
     "»4.kvartal« står ikke på listen: 1. kvartal, 2. kvartal, 3. kvartal,"
     " 4. kvartal. Mente du »4. kvartal«?"),
    # what cannot be seen
    ("RP-411", COUNT, "60\u00a0",
     "Cellen indeholder et hårdt mellemrum, som ikke kan ses. Mente du 60?"),
    ("RP-411", DONE, "Ja\u200b",
     "Cellen indeholder usynlige tegn, som ikke kan ses. Mente du »Ja«?"),
    ("RP-411", DONE, "Ja ",
     "Cellen indeholder overflødige mellemrum, som ikke kan ses. Mente du »Ja«?"),
    ("RP-411", COUNT, " ", "Cellen indeholder kun mellemrum, som ikke kan ses."),
    # another sort of value
    ("RP-413", COUNT, True, "SAND er en sand/falsk-værdi; her skal stå et tal."),
    ("RP-413", DONE, 1, "1 er et tal; her skal stå Ja / Nej."),
    ("RP-413", DONE, Formula("=2-1", 1), "1 er et tal; her skal stå Ja / Nej."),
    ("RP-410", DONE, Formula("=1=1", True),
     "»SAND« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    ("RP-413", COUNT, Formula("=6*9"),
     "=6*9 er en formel uden beregnet værdi; her skal stå en værdi."),
    # a formula that gives a fitting value, or another one
    ("RP-412", COUNT, Formula("=30*2", 60), "Værdien 60 er beregnet af formlen =30*2."),
    ("RP-412", SHARE, Formula("=41/50", 0.82), "Værdien 82 % er beregnet af formlen =41/50."),
    ("RP-412", DAY, Formula("=TODAY()", 44166),
     "Værdien 01-12-2020 er beregnet af formlen =TODAY()."),
    ("RP-412", DONE, Formula('="Ja"', "Ja"), 'Værdien Ja er beregnet af formlen ="Ja".'),
    ("RP-402", SHARE, Formula("=82", 82), "8200 % er over 100 %. Mente du 82 %?"),
    # a blank that the report cannot be without
    ("RP-408", Field.PERIOD, None, "Periode mangler."),
    ("RP-408", Field.SUBMITTED, None, "Indsendt dato mangler."),
    ("RP-408", Field.PREPARED_BY, " ", "Udfyldt af mangler."),
    ("RP-408", Field.APPROVED_BY, None, "Godkendt af mangler."),
    ("RP-408", Field.APPROVED_BY, "xx", "Godkendt af mangler. Der står kun »xx«."),
    ("RP-408", ("2.1.a", Column.BASIS), None, "Grundlag mangler."),
)  # fmt: skip


def formatted(where: Where, value: Content, code: str) -> Make:
    """An input that its cell shows in its own way."""
    return lambda: with_formats(report({where: value}), {address(where): code})


def explained(text: str) -> Make:
    """A target that was missed, and why."""
    return reported({COUNT: 54, ("1.1.a", Column.EXPLANATION): text})


STATUSES = tuple((key, Column.STATUS) for key in list(plan_named().criterion_by_key)[:6])
MISSING = "Afvigelsesforklaring mangler, selv om delmålet ikke er opfyldt."
REFUSED: Changes = {COUNT: "ca. 60", ("2.2.b", Column.BASIS): "9 dage", DONE: "måske"}

CASES = (
    *(
        told_at(code, where, reported({where: value}), message)
        for code, where, value, message in TYPED
    ),
    # What a cell shows as a date or a percentage is told as one.
    told_at("RP-415", COUNT, formatted(COUNT, date(2021, 2, 1), "d-mmm"),
            "Cellen viser datoen 01-02-2021, ikke et tal. Er der skrevet 1.2, 1-2 eller 1/2?"),
    # A number typed where a date had been; programs do not agree on the day it is shown as.
    told_at("RP-415", COUNT, formatted(COUNT, 60, "d-mmm"),
            "Cellen viser 60 som en dato, ikke et tal. Mente du 60?"),
    told_at("RP-415", SHARE, formatted(SHARE, 0.5, "d-mmm"),
            "Cellen viser 0,5 som en dato, ikke et tal. Mente du 50 %?"),
    told_at("RP-415", SHARE, formatted(SHARE, 0.127777777777778, "h:mm"),
            "Cellen viser klokkeslættet 03:04, ikke et tal."),
    told_at("RP-413", STATUS, formatted(STATUS, 0.5, "h:mm"),
            "12:00 er et klokkeslæt; her skal stå Grøn / Gul / Rød."),
    # What became a date in a cell for text is the text that it shows.
    told_at("RP-412", ("1.1.a", Column.DOCUMENTATION),
            formatted(("1.1.a", Column.DOCUMENTATION), Formula("=A1", 44166), "dd-mm-yyyy"),
            "Værdien 01-12-2020 er beregnet af formlen =A1."),
    told_at("RP-413", STATUS, formatted(STATUS, date(2021, 2, 1), "dd-mm-yyyy"),
            "01-02-2021 er en dato; her skal stå Grøn / Gul / Rød."),
    told_at("RP-413", STATUS, formatted(STATUS, 0.5, "0%"),
            "50 % er et tal; her skal stå Grøn / Gul / Rød."),
    # A value that is refused is not told again by how it is shown.
    told_at("RP-402", SHARE, formatted(SHARE, 82, "#,##0"), "8200 % er over 100 %. Mente du 82 %?"),
    # What is fine: a day that a computer stores a hair off, the first and the last that are taken.
    Case((), reported({DAY: 44166.0000000001})),
    Case((), reported({FORECAST: date(2019, 1, 1)})),
    Case((), reported({FORECAST: date(2022, 12, 31)})),
    # An empty text is a blank cell.
    told_at("RP-503", SHARE, reported({SHARE: ""})),
    # A filler explains nothing, nor does a sentence of the criterion itself.
    told_at("RP-505", ("1.1.a", Column.EXPLANATION), explained("Ved ikke"),
            f"{MISSING} Der står kun »Ved ikke«."),
    told_at("RP-505", ("1.1.a", Column.EXPLANATION),
            explained("Antal modtagere af rådgivningsforløb fra Socialstyrelsen (kommuner,"
                      " regioner mv.)"),
            f"{MISSING} Der står kun delmålets egne ord."),
    # The same in many cells of a sheet is told once.
    told_at("RP-407", STATUS, reported(dict.fromkeys(STATUSES, "-")),
            "»-« er ikke en værdi. Vælg fra listen: Grøn, Gul, Rød."
            " Det samme gælder N13:N14, N16:N17, N19."),
    # A refused value in the final report is told once.
    Case((("RP-401", REPORT, "H36", "2.2.b"), ("RP-403", REPORT, "I12", "1.1.a"),
          ("RP-410", REPORT, "K17", "1.2.b")), reported(REFUSED)),
)  # fmt: skip
