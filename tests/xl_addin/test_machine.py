"""What the registry says of Excel."""

import pytest

from xl_addin.machine import Excel, Registry, find_dll, find_excel

APP_PATH = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
CURRENT = r"SOFTWARE\Classes\Excel.Application\CurVer"
SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"


def registry_of(values: dict[tuple[str, str], object]) -> Registry:
    known: dict[tuple[str, str], object] = {
        (APP_PATH, ""): r"C:\Office\EXCEL.EXE",
        (CURRENT, ""): "Excel.Application.16",
    }
    return lambda key, name: (known | values).get((key, name))


def found(values: dict[tuple[str, str], object]) -> Excel:
    excel = find_excel(registry_of(values))
    assert excel is not None
    return excel


def test_an_excel_or_none():
    assert found({}).path == r"C:\Office\EXCEL.EXE"
    assert find_excel(lambda _key, _name: None) is None


@pytest.mark.parametrize(
    ("values", "access", "by_policy"),
    [
        ({}, False, False),
        ({(SECURITY, "AccessVBOM"): 1}, True, False),
        ({(SECURITY, "AccessVBOM"): 0}, False, False),
        ({(SECURITY, "AccessVBOM"): 1, (POLICY, "AccessVBOM"): 0}, False, True),
        ({(POLICY, "AccessVBOM"): 1}, True, True),
    ],
)
def test_access_to_vba_is_the_policys_before_the_users(values, access, by_policy):
    excel = found(values)
    assert (excel.vba_access, excel.vba_access_by_policy) == (access, by_policy)


@pytest.mark.parametrize(
    "where",
    [
        (SECURITY, "DisableAllAddins"),
        (POLICY, "RequireAddinSig"),
        (rf"{SECURITY}\Trusted Locations", "AllLocationsDisabled"),
    ],
)
def test_addins_run_unless_excel_is_told_otherwise(where):
    assert found({}).addins_run
    assert not found({where: 1}).addins_run


@pytest.mark.parametrize("where", ["../../xlwings64-0.37.8.dll", "xlwings/xlwings64-0.37.8.dll"])
def test_the_library_of_xlwings_is_where_its_installation_says(monkeypatch, tmp_path, where):
    packages = tmp_path / "Python" / "site-packages"
    about = packages / "xlwings-0.37.8.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: xlwings\nVersion: 0.37.8\n")
    (about / "RECORD").write_text(f"xlwings/__init__.py,,\n{where},,\n")
    monkeypatch.syspath_prepend(packages)
    assert find_dll() is None
    library = (packages / where).resolve()
    library.parent.mkdir(exist_ok=True)
    library.touch()
    assert find_dll() == library
