"""The manifest and the functions' description, held to what Microsoft documents of them."""

import json
import re
import struct
import xml.etree.ElementTree as ET
from importlib.resources import files

import pytest

from xl_addin import office_js
from xl_addin.udfs import FUNCTIONS

ADDRESS = "https://intranet.example/Øko & co/"
OFFICE = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
BASIC = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
OVERRIDES = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
TOP = (
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl"
    " SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides"
)
"""The order of the schema: Office refuses a manifest in another."""


@pytest.fixture(scope="module")
def manifest():
    return ET.fromstring(office_js.manifest(ADDRESS))


def test_everything_stands_where_the_schema_has_it(manifest):
    assert [each.tag.split("}")[1] for each in manifest] == TOP.split()
    assert re.fullmatch(r"\d+(\.\d+){3}", manifest.findtext(f"{OFFICE}Version"))
    (host,) = manifest.iter(f"{OVERRIDES}Host")
    parts = [each.tag.removeprefix(OVERRIDES) for each in host]
    assert parts == ["Runtimes", "AllFormFactors", "DesktopFormFactor"]
    # Pane and functions are one page, in one runtime.
    (runtime,) = manifest.iter(f"{OVERRIDES}Runtime")
    assert runtime.get("lifetime") == "long"
    for each in (*manifest.iter(f"{OVERRIDES}Page"), *manifest.iter(f"{OVERRIDES}Action")):
        assert each.find(f"{OVERRIDES}SourceLocation").get("resid") == runtime.get("resid")


def test_every_resource_is_there_fits_and_lies_at_the_address(manifest):
    resources = {
        each.get("id"): (group.tag.removeprefix(BASIC), each.get("DefaultValue"))
        for group in manifest.find(f".//{OVERRIDES}Resources")
        for each in group
    }
    used = {each.get("resid") for each in manifest.iter() if each.get("resid")}
    assert used == set(resources)
    longest = {"ShortStrings": 125, "LongStrings": 250}
    for name, (group, value) in resources.items():
        assert len(name) <= 32
        if group in longest:
            assert 0 < len(value) <= longest[group]
        else:
            assert value.startswith(ADDRESS)


def test_the_same_address_gives_the_same_addin():
    assert office_js.manifest(ADDRESS) == office_js.manifest(ADDRESS)
    ids = {re.search("<Id>(.*)</Id>", office_js.manifest(a))[1] for a in (ADDRESS, f"{ADDRESS}b/")}
    assert len(ids) == 2


@pytest.mark.parametrize("size", office_js.ICON_SIZES)
def test_an_icon_is_as_wide_as_it_says(size):
    data = files("xl_addin").joinpath("icons", office_js.icon(size)).read_bytes()
    assert struct.unpack(">II", data[16:24]) == (size, size)


def test_functions_have_the_names_and_the_help_of_the_registry():
    listed = json.loads(office_js.function_metadata())["functions"]
    assert [each["id"] for each in listed] == [own.name.removeprefix("RP_") for own in FUNCTIONS]
    for each, own in zip(listed, FUNCTIONS, strict=True):
        assert re.fullmatch("[A-Z][A-Z0-9.]{2,}", each["id"])
        assert each["description"] == own.help.da
        helps = [(one["name"], one["description"], one["optional"]) for one in each["parameters"]]
        assert helps == [(one.name, one.help.da, one.optional) for one in own.arguments]
        # Addresses are only given to what answers with a range.
        assert each["result"]["dimensionality"] == "matrix"
        assert each["options"]["volatile"] == own.reads_workbook
