"""Ignore files in the manner of git: the nearest one decides, and "!" takes a file back in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from claimcheck.read.settings import ReadSettings

IGNORE_FILES = (".gitignore", ".claimcheckignore")
REPOSITORY = ".git"
# Where claimcheck keeps its archive.
OWN_FOLDER = ".claimcheck"
PROJECT_FILES = ("claimcheck.toml", "claimcheck-baseline.json", "claimcheck-ignore.yaml")
LARGEST = 1_000_000

Patterns = tuple[str, GitIgnoreSpec]


def own_files() -> frozenset[str]:
    """Names that are never transcripts and need no word when they are left out."""
    return frozenset({*IGNORE_FILES, *PROJECT_FILES, REPOSITORY, OWN_FOLDER})


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns of ignore files that hold in a folder, the nearest last, and the user's own, which come first.

    Each has the folder that it counts from: "drafts/" in docs/.gitignore is docs/drafts.
    """

    patterns: tuple[Patterns, ...]
    own: tuple[Patterns, ...]
    use_files: bool

    @staticmethod
    def above(root: Path, settings: ReadSettings) -> Ignored:
        """What holds for a folder before its own ignore files: those of the repository around it, and the settings."""
        base = os.path.abspath(root)
        from_folder = os.path.abspath(settings.ignore_from) if settings.ignore_from else base
        own = ((from_folder, _compiled(settings.ignore)),) if settings.ignore else ()
        outside = inside = Ignored((), own, settings.use_ignore_files)
        for folder in _folders_above(base) if settings.use_ignore_files else ():
            inside = inside.within(Path(folder))
        # Who names an ignored folder wants it read.
        return outside if inside.matches(root, is_folder=True) else inside

    def within(self, folder: Path) -> Ignored:
        """What holds in a folder, with its own ignore files."""
        found = []
        for name in IGNORE_FILES if self.use_files else ():
            lines = _lines_of(folder / name)
            if lines:
                found.append((os.path.abspath(folder), _compiled(lines)))
        return replace(self, patterns=(*self.patterns, *found)) if found else self

    def matches(self, path: Path, is_folder: bool) -> bool:
        """Whether a path is ignored; the last pattern that speaks of it decides."""
        absolute = os.path.abspath(path)
        for base, spec in reversed(self.patterns + self.own):
            relative = os.path.relpath(absolute, base).replace(os.sep, "/") + ("/" if is_folder else "")
            said = spec.check_file(relative).include
            if said is not None:
                return said
        return False


def _compiled(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of an ignore file; a line that is none ("!") says nothing, as in git."""
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _folders_above(folder: str) -> Sequence[str]:
    """The folders from the repository's root down to the one above; none outside of a repository."""
    above = [os.path.dirname(folder)]
    if os.path.exists(os.path.join(folder, REPOSITORY)):
        return ()
    while not os.path.exists(os.path.join(above[-1], REPOSITORY)):
        parent = os.path.dirname(above[-1])
        if parent == above[-1]:
            return ()
        above.append(parent)
    return above[::-1]


def _lines_of(file: Path) -> list[str]:
    """The lines of an ignore file; none where there is no such file, or something else of its name."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return []
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
