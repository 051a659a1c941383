"""What files said at a revision of git, sentence by sentence, whatever their format."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.errors import ReadError
from claimcheck.read.git import Repository, open_repository
from claimcheck.read.reading import read_bytes
from claimcheck.read.settings import ReadSettings


@dataclass(frozen=True, slots=True)
class History:
    """The files of a commit, each read when it is asked for; `removed` are those that are no longer there."""

    repository: Repository
    settings: ReadSettings
    tracked: frozenset[str]
    changed: frozenset[str]
    removed: tuple[str, ...]
    _texts: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def since(revision: str, settings: ReadSettings) -> History:
        """What the files said where this branch forked from the revision; raises ConfigError where git cannot tell."""
        repository = open_repository(revision)
        removed = tuple(sorted(repository.changed("D")))
        return History(repository, settings, repository.tracked(), repository.changed(), removed)

    def said(self, file: str, sentence: str) -> bool:
        """Whether a sentence stood in a file then, or in one that is gone now, as after a renaming.

        Nothing is said of a sentence that moved within its file, or of one whose neighbour was mended: it was there.
        """
        path = self.repository.path_of(file)
        if path in self.tracked and path not in self.changed:
            return True
        wanted = _normal(sentence)
        before = (path,) if path is not None and path in self.tracked else ()
        return any(wanted in self._text(one) for one in (*before, *self.removed))

    def _text(self, path: str) -> str:
        """All that a file said, as its reader reads it; nothing, where none does."""
        if path not in self._texts:
            try:
                documents = read_bytes(path, self.repository.content(path), self.settings)
            except ReadError:
                documents = []
            self._texts[path] = _normal(" ".join(block.text for document in documents for block in document.blocks))
        return self._texts[path]


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())
