"""Node, and the packages that the tests use of it: `package.json` beside this."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from filelock import FileLock

HERE = Path(__file__).parent
_SECONDS = 300


def missing():
    """Why Node cannot be used, or None."""
    there = all(map(shutil.which, ("node", "npm")))
    return None if there else "node or npm is not on the PATH"


def install():
    """Let the packages be there, put there by one of those that test side by side."""
    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    with FileLock(Path(tempfile.gettempdir()) / "resultatplan-npm.lock"):
        if not all((HERE / "node_modules" / name).is_dir() for name in wanted):
            _run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund")


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
