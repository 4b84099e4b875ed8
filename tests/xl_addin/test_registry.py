"""Registering functions; `test_libreoffice` says that they need the standard library alone."""

import subprocess
import sys

from resultatplan.library import built_in_plans
from resultatplan.outcome import Status
from texts import functions as texts
from texts.standing import BELOW_LEVEL, ON_LEVEL
from workbooks import formulas
from workbooks.form import STATUSES, GoalColumn, Layout, Sheet
from xl_addin import registry
from xl_addin.udfs import FUNCTIONS

LONGEST_HELP = 255
"""Excel cuts help texts there."""


def test_the_functions_stand_beside_xlwings():
    code = "import xlwings; from xl_addin.udfs import *; print(RP_MEASURE('mindst', 1, 2, ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "2.0"


def test_help_fits_the_function_wizard_and_arguments_have_ascii_names():
    arguments = [argument for function in FUNCTIONS for argument in function.arguments]
    for each in (*FUNCTIONS, *arguments):
        assert 0 < len(each.help.da) <= LONGEST_HELP
        assert 0 < len(each.help.en) <= LONGEST_HELP
    named = {argument.name for argument in arguments}
    assert named == set(texts.ARGUMENTS)
    assert all(name.isascii() and name.islower() for name in named)


def test_the_names_that_hosts_look_for_are_those_that_workbooks_have():
    assert Layout(built_in_plans()[0]).goals.name == registry.GOAL_TABLE
    assert (registry.GOAL_SHEET, registry.HIDDEN_SHEET) == (Sheet.GOALS, Sheet.HIDDEN)
    named = (registry.FULFILMENT, registry.WEIGHT)
    assert named == (GoalColumn.FULFILMENT, GoalColumn.WEIGHT)
    totalled = (registry.SECURED, registry.EXPECTED, registry.ATTAINABLE)
    assert totalled == (GoalColumn.LOW, GoalColumn.EXPECTED, GoalColumn.HIGH)


def test_the_words_of_the_functions_are_those_of_the_formulas():
    assert texts.UNKNOWN.da == formulas.UNKNOWN
    assert (ON_LEVEL.da, BELOW_LEVEL.da) == (formulas.ON_LEVEL, formulas.BELOW_LEVEL)
    assert tuple(text.da for text in texts.STATUSES.values()) == STATUSES
    assert [Status(status) for status in texts.STATUSES] == list(Status)
