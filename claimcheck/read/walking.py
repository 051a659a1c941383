"""Finding the files: folders and globs in a fixed order, with ignore files, without loops."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.model.document import Skipped
from claimcheck.read.ignoring import Ignored, own_files
from claimcheck.read.settings import ReadSettings

STDIN = "-"
HIDDEN = "is hidden"


def find_files(paths: Sequence[str], settings: ReadSettings) -> tuple[list[str], list[Skipped]]:
    """The files to read, sorted and each once, and what was left out with its reason."""
    files: dict[str, None] = {}
    skipped: dict[Skipped, None] = {}
    for path in paths:
        for found in _named(path, settings):
            if isinstance(found, Skipped):
                skipped[found] = None
            else:
                files[found] = None
    once, twice = _each_once(sorted(files))
    return once, [*skipped, *twice]


def _named(path: str, settings: ReadSettings) -> Iterator[str | Skipped]:
    """What one argument stands for: standard input, a file, the files under a folder, or what a glob matches."""
    if path == STDIN:
        yield STDIN
        return
    matches = _expand(path)
    if not matches:
        yield Skipped(_slashes(path), "matches no file", "check the pattern", missing=True)
    for match in matches:
        mode = _mode(match)
        if isinstance(mode, Skipped):
            yield mode
        elif stat.S_ISDIR(mode):
            yield from _walk(Path(match), settings)
        else:
            yield _slashes(match) if stat.S_ISREG(mode) else _not_regular(match)


def _expand(path: str) -> list[str]:
    """A path, or what a pattern matches; a file whose name looks like a pattern is that file."""
    if not glob.has_magic(path) or os.path.lexists(path):
        return [path]
    return sorted(glob.glob(path, recursive=True))


def _mode(path: str) -> int | Skipped:
    """The kind of a file as stat has it, or why there is none."""
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        if os.path.lexists(path):
            return Skipped(_slashes(path), "links to nothing", "repair or remove the link")
        return Skipped(_slashes(path), "does not exist", "check the path", missing=True)
    except OSError as error:
        return Skipped(_slashes(path), f"cannot be read: {error.strerror or error}", "check its permissions")
    except ValueError:
        # A NUL character, which no system has in names.
        return Skipped(_slashes(path), "is no name of a file", "check the path", missing=True)


def _walk(root: Path, settings: ReadSettings) -> Iterator[str | Skipped]:
    """The files under a folder; one seen before (a loop of links) or outside of it is not entered."""
    seen: set[tuple[int, int]] = set()
    inside = os.path.realpath(root)
    stack = [(root, Ignored.above(root, settings))]
    while stack:
        folder, ignored = stack.pop()
        try:
            status = folder.stat()
            names = sorted(entry.name for entry in os.scandir(folder))
        except OSError as error:
            yield Skipped(_slashes(str(folder)), f"cannot be read: {error.strerror}", "check the folder's permissions")
            continue
        if (status.st_dev, status.st_ino) in seen:
            yield Skipped(_slashes(str(folder)), "links back to a folder that was already read")
            continue
        seen.add((status.st_dev, status.st_ino))
        ignored = ignored.within(folder)
        folders = []
        for name in names:
            path = folder / name
            found = _entry(path, name, ignored, settings, inside)
            if found is None:
                folders.append((path, ignored))
            elif found != "":
                yield found
        stack.extend(reversed(folders))


def _entry(path: Path, name: str, ignored: Ignored, settings: ReadSettings, inside: str) -> str | Skipped | None:
    """A file to read, what is skipped, None for a folder to enter, "" for what is not worth a word."""
    shown = _slashes(str(path))
    if name in own_files() or (settings.own and os.path.realpath(path) in settings.own):
        return ""
    if name.startswith(".") and not settings.hidden:
        return Skipped(shown, HIDDEN, "name it, or read hidden files too")
    mode = _mode(str(path))
    if isinstance(mode, Skipped):
        return mode
    is_folder = stat.S_ISDIR(mode)
    if ignored.matches(path, is_folder):
        return Skipped(shown, "is ignored by an ignore file or setting")
    if path.is_symlink() and not settings.follow_links and not _is_within(path, inside):
        return Skipped(shown, "links to a place outside of the folder", "name that place to read it")
    if is_folder:
        return None
    return shown if stat.S_ISREG(mode) else _not_regular(str(path))


def _is_within(path: Path, folder: str) -> bool:
    target = os.path.realpath(path)
    return target == folder or target.startswith(folder.rstrip(os.sep) + os.sep)


def _each_once(files: Sequence[str]) -> tuple[list[str], list[Skipped]]:
    """The files without those that are another under a second name: their figures would confirm themselves."""
    first: dict[str, str] = {}
    twice = []
    # A file under its own name comes before the links to it.
    for file in sorted(files, key=lambda file: (os.path.islink(file), file)):
        known = first.setdefault(STDIN if file == STDIN else os.path.realpath(file), file)
        if known != file:
            twice.append(Skipped(file, f"is the same file as {known}"))
    return sorted(first.values()), twice


def _not_regular(path: str) -> Skipped:
    return Skipped(_slashes(path), "is no regular file", 'pipe it in, and name it "-"')


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
