"""Node, and the packages that the tests use of it: `package.json` beside this."""

import json
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

from tests.hosts.kept import kept_folder

_OWN = [Path(__file__).with_name(each) for each in ("package.json", "resave.mjs", "validate.mjs")]
HERE = kept_folder("node", _OWN)
"""Where the packages and our own scripts lie once they are installed."""
_SECONDS = 300


def missing():
    """Why Node cannot be used, or None."""
    there = all(map(shutil.which, ("node", "npm")))
    return None if there else "node or npm is not on the PATH"


def install():
    """Let the packages be there, put there by one of those that test side by side."""
    complete = HERE / "complete"
    HERE.mkdir(parents=True, exist_ok=True)
    with FileLock(HERE.with_suffix(".lock")):
        if not complete.exists():
            for each in _OWN:
                shutil.copy(each, HERE)
            _run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund")
            complete.touch()


def resave(library, source, target):
    """Open a workbook with `exceljs`, `xlsx` (SheetJS) or `xlsx-populate`, and save it."""
    _run("node", "resave.mjs", library, str(source), str(target))


def validate(files):
    """What Microsoft's validator finds in each file."""
    return json.loads(_run("node", "validate.mjs", *map(str, files)))


def _run(*command):
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=_SECONDS)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
