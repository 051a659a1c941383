"""Rule packs as files: which ship with claimcheck, which a selection or an `extends` names, and their text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from claimcheck.errors import Place, RuleError
from claimcheck.rules.places import line_of, nearest

SUFFIXES = (".yaml", ".yml")

Packs = Mapping[str, tuple[Path, ...]]


def shipped_packs() -> Packs:
    """The packs that come with claimcheck: a folder of files ("core"), or one file ("csto.yaml")."""
    package = Path(__file__).resolve().parents[1]
    # In a wheel the packs lie inside the package, in a checkout beside it.
    folder = next((one for one in (package / "packs", package.parent / "rules") if one.is_dir()), None)
    if folder is None:
        return {}
    packs = {one.name: files_in(one) for one in folder.iterdir() if one.is_dir()}
    packs |= {one.stem: (one,) for one in folder.iterdir() if one.suffix in SUFFIXES}
    return {name: packs[name] for name in sorted(packs) if packs[name]}


def find_files(entry: str, packs: Packs, folder: Path = Path()) -> tuple[Path, ...]:
    """The files that "core", "budget.yaml" or "packs/" stand for, seen from a folder.

    Raises RuleError without a place when there are none.
    """
    path = folder / entry
    if entry in packs:
        return packs[entry]
    if path.is_dir():
        files = files_in(path)
        if not files:
            raise RuleError("no rule files in this folder", Place(entry), "rule files end in .yaml or .yml")
        return files
    if path.is_file():
        return (path,)
    if path.suffix in SUFFIXES or "/" in entry:
        raise RuleError("no such rule file or folder", Place(entry), "check the path, from where claimcheck is run")
    raise RuleError(f'no rule pack, file or folder "{entry}"', None, nearest(entry, packs))


def files_in(folder: Path) -> tuple[Path, ...]:
    """The rule files in a folder and below, in order."""
    return tuple(sorted(one for one in folder.rglob("*") if one.suffix in SUFFIXES and one.is_file()))


def shown(path: Path) -> str:
    """The path as a person here would write it."""
    path = path if path.is_absolute() else Path.cwd() / path
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def read_text(path: Path) -> str:
    """The text of a rule file; raises RuleError where it cannot be read, or is not UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise RuleError(f"cannot read the rule file: {reason}", Place(shown(path)), "check its permissions") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        text = line_of(content.decode("utf-8", "replace"), line)
        place = Place(shown(path), line, column)
        raise RuleError("not UTF-8 text", place, "save the file as UTF-8", text) from error
