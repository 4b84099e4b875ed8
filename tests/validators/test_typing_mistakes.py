"""Typing mistakes in input cells: an error with a suggestion, never a guess."""

from datetime import date, datetime

import pytest

from tests.validators.damage import Content, ErrorValue, Formula, with_formats
from tests.validators.reports import (
    Where,
    address,
    findings_in,
    findings_of,
    judged_apart,
    messages,
    report,
)
from validators.typing_mistakes import (
    has_invisible,
    is_copied,
    read_date_text,
    read_number_text,
    says_nothing,
    visible_text,
)
from validators.verdict import Verdict
from workbooks.form import Column, Field
from workbooks.reading.cells import date_to_serial

SHARE = ("1.1.b", Column.RESULT)
COUNT = ("1.1.a", Column.RESULT)
AMOUNT = ("2.1.a", Column.RESULT)
DAYS = ("2.2.a", Column.RESULT)
DAY = ("1.2.a", Column.DATE)
FORECAST = ("1.2.a", Column.FORECAST)
DONE = ("1.2.b", Column.DONE)
STATUS = ("1.1.a", Column.STATUS)

TYPED: list[tuple[Where, Content, str]] = [
    # a percentage of another scale
    (SHARE, 82, "8200 % er over 100 %. Mente du 82 %?"),
    (SHARE, 1.5, "150 % er over 100 %. Mente du 1,5 %?"),
    (SHARE, 8200, "820.000 % er over 100 %."),
    (SHARE, -0.05, "−5 % er under 0 %."),
    # text that looks like a number
    (SHARE, "82,5", "»82,5« er tekst, ikke et tal. Mente du 82,5 %?"),
    (SHARE, "0,5", "»0,5« er tekst, ikke et tal. Mente du 50 %?"),
    (SHARE, "1", "»1« er tekst, ikke et tal. Mente du 1 %?"),
    (SHARE, "82 pct.", "»82 pct.« er tekst, ikke et tal. Mente du 82 %?"),
    (SHARE, "82%", "»82%« er tekst, ikke et tal. Mente du 82 %?"),
    (COUNT, "1.250", "»1.250« er tekst, ikke et tal. Mente du 1250?"),
    (COUNT, "60 stk.", "»60 stk.« er tekst, ikke et tal. Mente du 60?"),
    (COUNT, "tres", "»tres« er tekst, ikke et tal."),
    (AMOUNT, "-2,5", "»-2,5« er tekst, ikke et tal. Mente du −2,5?"),
    (AMOUNT, "9.000.000 kr.", "»9.000.000 kr.« er tekst, ikke et tal."),
    # not one number
    (COUNT, "ca. 60", "»ca. 60« er ikke ét bestemt tal. Mente du 60?"),
    (AMOUNT, "+/- 5", "»+/- 5« er ikke ét bestemt tal. Mente du 5?"),
    (COUNT, "60-70", "»60-70« er ikke ét bestemt tal."),
    # dates
    (DAY, "31-12-2020", "»31-12-2020« er tekst, ikke en dato. Mente du 31-12-2020?"),
    (DAY, "1. dec. 2020", "»1. dec. 2020« er tekst, ikke en dato. Mente du 01-12-2020?"),
    (DAY, "31-11-2020", "»31-11-2020« er tekst, ikke en dato."),
    (DAY, "uge 50", "»uge 50« er tekst, ikke en dato."),
    (DAY, "1. dec. 2035", "»1. dec. 2035« er tekst, ikke en dato."),
    (DAY, datetime(2020, 12, 1, 14, 30),
     "01-12-2020 kl. 14:30 er en dato med klokkeslæt. Mente du 01-12-2020?"),
    # a day that the sheet does not take either
    (DAY, 2020, "12-07-1905 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (DAY, 31.12, "30-01-1900 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (DAY, -1, "−1 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (DAY, date(2018, 12, 31), "31-12-2018 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (DAY, datetime(2035, 12, 1, 14, 30),
     "01-12-2035 er ingen dato fra 01-01-2019 til 31-12-2022. Forventes det først så sent, så skriv"
     " det i Afvigelsesforklaring."),
    (Field.SUBMITTED, date(1921, 1, 10), "10-01-1921 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (Field.SUBMITTED, date(2035, 1, 1), "01-01-2035 er ingen dato fra 01-01-2019 til 31-12-2022."),
    (FORECAST, date(2023, 1, 1),
     "01-01-2023 er ingen dato fra 01-01-2019 til 31-12-2022. Forventes det først så sent, så skriv"
     " det i Afvigelsesforklaring."),
    # what is no value at all
    (COUNT, ErrorValue("#DIV/0!"), "Cellen viser fejlen #DIV/0!."),
    (DAY, ErrorValue("#N/A"), "Cellen viser fejlen #N/A."),
    (COUNT, Formula("=55/0", ErrorValue("#DIV/0!")), "Cellen viser fejlen #DIV/0!."),
    (COUNT, "N/A", "»N/A« er ikke en værdi."),
    (COUNT, "0", "»0« er tekst, ikke et tal. Mente du 0?"),
    (DONE, "nej", "»nej« står ikke på listen: Ja, Nej. Mente du »Nej«?"),
    (DAY, "-", "»-« er ikke en værdi."),
    (DONE, "ukendt", "»ukendt« er ikke en værdi."),
    # what the unit does not allow
    (COUNT, 60.5, "60,5 er ikke et helt antal."),
    (COUNT, -1, "−1 er negativt."),
    (("1.1.a", Column.FORECAST), -1, "−1 er negativt."),
    (DAYS, -0.5, "−0,5 er negativt."),
    (AMOUNT, 9_000_000, "9.000.000 er et større beløb, end nogen institution har i"
     " mio. kr. Er det skrevet i kroner?"),
    (DAYS, 1e300, "1E+300 er større, end noget tal i enheden kan være."),
    # not on the list
    (STATUS, "grøn", "»grøn« står ikke på listen: Grøn, Gul, Rød. Mente du »Grøn«?"),
    (STATUS, "Blå", "»Blå« står ikke på listen: Grøn, Gul, Rød."),
    (DONE, "JA", "»JA« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    (DONE, "yes", "»yes« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    (DONE, True, "»SAND« står ikke på listen: Ja, Nej. Mente du »Ja«?"),
    (Field.PERIOD, "4.kvartal",
     "»4.kvartal« står ikke på listen: 1. kvartal, 2. kvartal, 3. kvartal,"
     " 4. kvartal. Mente du »4. kvartal«?"),
    # what cannot be seen
    (COUNT, "60\u00a0", "Cellen indeholder hårdt mellemrum, som ikke kan ses. Mente du 60?"),
    (DONE, "Ja\u200b", "Cellen indeholder usynlige tegn, som ikke kan ses. Mente du »Ja«?"),
    (DONE, "Ja ",
     "Cellen indeholder mellemrum før eller efter ordet, som ikke kan ses. Mente du »Ja«?"),
    (COUNT, " ", "Cellen indeholder kun mellemrum, som ikke kan ses."),
    # another sort of value
    (COUNT, True, "SAND er en sand/falsk-værdi; her skal stå et tal."),
    (DONE, 1, "1 er et tal; her skal stå Ja / Nej."),
    (COUNT, Formula("=6*9"), "=6*9 er en formel uden beregnet værdi; her skal stå en værdi."),
    # a formula that gives a fitting value, or another one
    (COUNT, Formula("=30*2", 60), "Værdien 60 er beregnet af formlen =30*2."),
    (SHARE, Formula("=41/50", 0.82), "Værdien 82 % er beregnet af formlen =41/50."),
    (DAY, Formula("=TODAY()", 44166), "Værdien 01-12-2020 er beregnet af formlen =TODAY()."),
    (DONE, Formula('="Ja"', "Ja"), 'Værdien Ja er beregnet af formlen ="Ja".'),
    (SHARE, Formula("=82", 82), "8200 % er over 100 %. Mente du 82 %?"),
    # what is fine: a day that a computer stores a hair off, the first and the last that are taken
    (DAY, 44166.0000000001, ""),
    (FORECAST, date(2019, 1, 1), ""),
    (FORECAST, date(2022, 12, 31), ""),
    # a blank that the report cannot be without
    (Field.PERIOD, None, "Periode mangler."),
    (Field.SUBMITTED, None, "Indsendt dato mangler."),
    (Field.PREPARED_BY, " ", "Udfyldt af mangler."),
    (Field.APPROVED_BY, None, "Godkendt af mangler."),
    (Field.APPROVED_BY, "xx", "Godkendt af mangler. Der står kun »xx«."),
    (("2.1.a", Column.BASIS), None, "Grundlag mangler."),
]  # fmt: skip


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judged_apart(report({where: value}) for where, value, _ in TYPED)


@pytest.mark.parametrize("number", range(len(TYPED)), ids=lambda number: TYPED[number][2])
def test_a_typing_mistake(number, verdicts):
    where, _, message = TYPED[number]
    sheet, cell = address(where)
    place = f"{sheet}!{cell}" if isinstance(where, Field) else f"{sheet}!{cell} ({where[0]})"
    told = [each.message() for each in findings_in(verdicts[number])]
    assert told == ([f"{place}: {message}"] if message else [])


@pytest.mark.parametrize(
    ("where", "number", "code", "message"),
    [
        (COUNT, date_to_serial(date(2021, 2, 1)), "d-mmm",
         "Cellen rummer en dato, 01-02-2021, ikke et tal. Er der skrevet 1.2, 1-2 eller 1/2?"),
        (COUNT, 61, "d-mmm", "Cellen rummer en dato, 01-03-1900, ikke et tal."),
        (STATUS, date_to_serial(date(2021, 2, 1)), "dd-mm-yyyy",
         "01-02-2021 er en dato; her skal stå Grøn / Gul / Rød."),
        (STATUS, 0.5, "0%", "50 % er et tal; her skal stå Grøn / Gul / Rød."),
    ],
)  # fmt: skip
def test_what_a_cell_shows_as_a_date_or_a_percentage_is_told_as_one(where, number, code, message):
    at = address(where)
    data = with_formats(report({where: number}), {at: code})
    assert messages(data)[0] == f"Afrapportering!{at[1]} (1.1.a): {message}"


def test_an_empty_text_is_a_blank_cell():
    empty, blank = (
        judged_apart(report({where: content}) for where in (SHARE, COUNT, DAY, STATUS))
        for content in ("", None)
    )
    assert [each.findings for each in empty] == [each.findings for each in blank]


def test_a_refused_value_in_the_final_report_is_told_once():
    data = report({COUNT: "ca. 60", ("2.2.b", Column.BASIS): "9 dage", DONE: "måske"})
    assert [each.code for each in findings_of(data)] == ["RP-401", "RP-403", "RP-410"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.500", "12500"),
        ("12 500,25", "12500.25"),
        ("1,234.5", "1234.5"),
        ("0.500", "0.500"),
        ("1.5", "1.5"),
        ("- 5", "-5"),
        ("\u22125", "-5"),
        ("82,5,5", None),
        ("5 10", None),
        ("6O", None),
        ("5 point", "5"),
    ],
)
def test_which_number_a_text_probably_means(text, number):
    read = read_number_text(text)
    assert (None if read.number is None else str(read.number)) == number
    assert not read.is_percent


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.12.2020", date(2020, 12, 31)),
        ("31/12-20", date(2020, 12, 31)),
        ("2020-12-31", date(2020, 12, 31)),
        ("den 31. december 2020", date(2020, 12, 31)),
        ("31-12-2020 kl. 14.30", date(2020, 12, 31)),
        ("12/31/2020", None),
        ("december 2020", None),
    ],
)
def test_which_date_a_text_probably_means(text, day):
    assert read_date_text(text).day == day


def test_no_invisible_character_stays_in_a_visible_text():
    invisible = [chr(code) for code in range(0x10000) if has_invisible(chr(code))]

    assert len(invisible) > 30
    assert {visible_text(f"a{character}b") for character in invisible} == {"a b"}


FILLERS = (".", "…", "?", "--", "***", "0", "x", "xxxx", "N/A.", "i.a.", "tbd", "(tom)", "Ved ikke")


def test_a_filler_says_nothing_wherever_it_stands():
    assert [text for text in FILLERS if not says_nothing(text)] == []
    text = "Ved ikke"
    assert messages(report({COUNT: text}))
    explained = {("1.1.a", Column.RESULT): 54, ("1.1.a", Column.EXPLANATION): text}
    assert messages(report(explained)) == [
        "Afrapportering!P12 (1.1.a): Afvigelsesforklaring mangler, selv om delmålet ikke er"
        f" opfyldt. Der står kun »{text}«."
    ]


def test_a_short_answer_says_something():
    answers = ("Få kurser", "Notat 0", "AB", "Bilag 1", "Ingen ansøgere")
    assert [text for text in answers if says_nothing(text)] == []


def test_a_sentence_of_the_criterion_itself_explains_nothing():
    agreed = "Der holdes mindst 55 kurser. Kurserne evalueres."
    assert is_copied("kurserne  evalueres", agreed)
    assert is_copied(agreed, agreed)
    assert not is_copied("Kurserne evalueres først i 2021", agreed)
    text = "Antal modtagere af rådgivningsforløb fra Socialstyrelsen (kommuner, regioner mv.)"
    explained = {("1.1.a", Column.RESULT): 54, ("1.1.a", Column.EXPLANATION): text}
    assert messages(report(explained))[0].endswith("Der står kun delmålets egne ord.")
