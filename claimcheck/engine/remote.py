"""Which paths are in file systems of other machines."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_remote(path: str) -> bool:
    """Whether a path is in a file system that Spark reads, as "s3a://archive/talks"."""
    return _SCHEME.match(path) is not None
