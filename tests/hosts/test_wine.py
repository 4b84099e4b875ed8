"""The Wine that tests use: what it runs, and how it fails."""

import pytest

from tests.hosts.wine import PROGRAM_ID, WineError

pytestmark = pytest.mark.wine
USE_SERVER = f'WScript.Echo CreateObject("{PROGRAM_ID}").Len("four")'


def test_each_script_has_a_server_of_its_own(wine):
    assert wine.run_script(USE_SERVER) == wine.run_script(USE_SERVER) == ["4"]


@pytest.mark.parametrize(
    ("code", "seconds", "said"),
    [
        ("import sys; sys.exit(3)", 300, "ended with 3"),
        ("import time; time.sleep(60)", 3, "more than 3 seconds"),
    ],
)
def test_a_program_that_fails_or_hangs_is_reported(wine, code, seconds, said):
    with pytest.raises(WineError, match=said):
        wine.run([wine.python, "-c", code], seconds)
