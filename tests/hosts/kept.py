"""What takes long to make is kept in the user's cache folder from one run to the next."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def kept_folder(kind: str, files: Iterable[Path]) -> Path:
    """Where that is kept which is made of these files: elsewhere as soon as one of them changes."""
    digest = hashlib.sha256(b"\0".join(each.read_bytes() for each in files)).hexdigest()[:16]
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "resultatplan-tests" / f"{kind}-{digest}"
