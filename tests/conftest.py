"""The hosts that tests open workbooks in, each started once in a session, and how often to draw.

`pytest` draws few random examples, the same ones each time; `pytest --hypothesis-profile=long`
draws many, anew each time.
"""

import gc
import os
from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, settings

from resultatplan.plans_folder import plans_in
from tests.command import rp
from tests.hosts import browser as browser_host
from tests.hosts import libreoffice as libreoffice_host
from tests.hosts import wine as wine_host
from tests.hosts.browser import Browser
from tests.hosts.libreoffice import LibreOffice
from tests.hosts.requirement import require_host
from tests.hosts.wine import Wine
from tests.kept_workers import kept_workers
from workbooks.blueprint.guide_sheet import ADDRESS_VARIABLE
from xl_addin.libreoffice import write_extension

settings.register_profile(
    "quick",
    max_examples=10,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "long", settings.get_profile("quick"), max_examples=1_000, derandomize=False
)
settings.load_profile("quick")

__all__ = ["rp"]
"""Fixtures that are made elsewhere."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the desk runs that a browser is shown."""
    parser.addoption(
        "--desk-under-wine",
        action="store_true",
        help="the year of examples is done at the desk of the package for Windows, under Wine",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow modules first: no process waits long for another's last one."""

    def is_slow(item: pytest.Item) -> bool:
        opens_a_host = any(map(item.get_closest_marker, ("wine", "libreoffice", "browser")))
        return opens_a_host or getattr(item.function, "is_hypothesis_test", False)

    slow = {item.path for item in items if is_slow(item)}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """What is imported stays: looking through it for garbage took a fifth of the time."""
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(scope="session", autouse=True)
def _no_plans_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever plans, page and screen this machine's user has, tests know the built-in plans only.

    A worker of xdist says that its screen is 80 columns wide.
    """
    for name in (ADDRESS_VARIABLE, "COLUMNS"):
        os.environ.pop(name, None)
    with plans_in(tmp_path_factory.mktemp("plans")):
        yield


@pytest.fixture(scope="session", autouse=True)
def _workers_serve_many_tests() -> Iterator[None]:
    with kept_workers():
        yield


@pytest.fixture(scope="session")
def calc() -> Iterator[LibreOffice]:
    """LibreOffice without the RP_ functions: workbooks fall back to their own formulas."""
    require_host(libreoffice_host.missing())
    with LibreOffice() as office:
        yield office


@pytest.fixture(scope="session")
def calc_with_functions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """LibreOffice with the extension that has the RP_ functions."""
    require_host(libreoffice_host.missing())
    extension = write_extension(tmp_path_factory.mktemp("written"))
    bundled = tmp_path_factory.mktemp("extensions")
    with ZipFile(extension) as packed:
        packed.extractall(bundled / extension.name)
    with LibreOffice(bundled) as office:
        yield office


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """Windows programs under Wine: the package for Windows, its COM server, and VBScript.

    Ended with the module: one process at a time may use it.
    """
    require_host(wine_host.missing())
    with Wine(tmp_path_factory.mktemp("windows")) as windows:
        yield windows


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium. Ended with the module: its driver keeps an event loop running."""
    require_host(browser_host.missing())
    with Browser() as chromium:
        yield chromium
