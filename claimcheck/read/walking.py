"""Finding the files: folders and globs in a fixed order, with ignore files, without loops."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from claimcheck.model.document import Skipped
from claimcheck.read.settings import ReadSettings

IGNORE_FILES = (".gitignore", ".claimcheckignore")


def find_files(paths: Sequence[str], settings: ReadSettings) -> tuple[list[str], list[Skipped]]:
    """The files to read, sorted and each once, and what was left out with its reason."""
    files: dict[str, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        for one in _expand(path):
            if one == "-":
                files["-"] = None
            elif Path(one).is_dir():
                for found in _walk(Path(one), settings):
                    if isinstance(found, Skipped):
                        skipped.append(found)
                    else:
                        files[found] = None
            elif not Path(one).exists():
                skipped.append(Skipped(_slashes(one), "does not exist", "check the path"))
            else:
                files[_slashes(one)] = None
    return sorted(files), skipped


def _expand(path: str) -> list[str]:
    if not glob.has_magic(path) or os.path.lexists(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]


def _walk(root: Path, settings: ReadSettings) -> Iterator[str | Skipped]:
    """The files under a folder; a folder seen before (a symlink loop) is not entered again."""
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[Path, tuple[tuple[Path, GitIgnoreSpec], ...]]] = [
        (root, ((root, GitIgnoreSpec.from_lines(settings.ignore)),))
    ]
    while stack:
        folder, specs = stack.pop()
        try:
            status = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(_slashes(str(folder)), f"cannot be read: {error.strerror}", "check the folder's permissions")
            continue
        if (status.st_dev, status.st_ino) in seen:
            yield Skipped(_slashes(str(folder)), "links back to a folder that was already read")
            continue
        seen.add((status.st_dev, status.st_ino))
        specs = specs + _specs_of(folder, settings)
        folders = []
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith(".") and not settings.hidden:
                continue
            is_folder = _is_folder(path)
            if _ignored(path, is_folder, specs):
                yield Skipped(_slashes(str(path)), "is ignored by an ignore file or setting")
            elif is_folder:
                folders.append((path, specs))
            else:
                yield from _file(path)
        stack.extend(reversed(folders))


def _file(path: Path) -> Iterator[str | Skipped]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Skipped(_slashes(str(path)), f"cannot be read: {error.strerror}", "a broken link?")
        return
    if stat.S_ISREG(mode):
        yield _slashes(str(path))
    else:
        yield Skipped(_slashes(str(path)), "is no regular file")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _specs_of(folder: Path, settings: ReadSettings) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    if not settings.use_ignore_files:
        return ()
    specs = []
    for name in IGNORE_FILES:
        try:
            lines = (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        specs.append((folder, GitIgnoreSpec.from_lines(lines)))
    return tuple(specs)


def _ignored(path: Path, is_folder: bool, specs: tuple[tuple[Path, GitIgnoreSpec], ...]) -> bool:
    for base, spec in specs:
        relative = path.relative_to(base).as_posix() + ("/" if is_folder else "")
        if spec.match_file(relative):
            return True
    return False


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
