"""Git, asked by its command line: what files said at a revision."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

from claimcheck.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around the current folder, at one of its commits."""

    top: str
    commit: str

    def tracked(self) -> frozenset[str]:
        """The files of the commit, by their paths from the top."""
        return frozenset(_names(_git("ls-tree", "-r", "-z", "--name-only", self.commit, top=self.top)))

    def changed(self, kinds: str = "") -> frozenset[str]:
        """The files that are not now as they were in the commit, whether that is committed or not; "D" for deleted."""
        chosen = [f"--diff-filter={kinds}"] if kinds else []
        asked = ("diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff", *chosen, self.commit)
        return frozenset(_names(_git(*asked, "--", top=self.top)))

    def content(self, path: str) -> bytes:
        """What a file of the commit held."""
        return _git("cat-file", "blob", f"{self.commit}:{path}", top=self.top)

    def path_of(self, file: str) -> str | None:
        """The path of a file from the top of the repository, or None outside of it."""
        try:
            path = os.path.relpath(os.path.realpath(file), os.path.realpath(self.top))
        except ValueError:
            return None
        return None if path.split(os.sep)[0] == os.pardir else path.replace(os.sep, "/")


def open_repository(revision: str) -> Repository:
    """The repository around here, at the commit where what is here forked from the revision.

    What came to "main" after this branch had left it is no change of this branch. Where the history does not reach
    back so far, as in a shallow clone, it is the revision itself. Raises ConfigError without git, outside of a
    repository, and for a revision that is not there.
    """
    top = _ask("rev-parse", "--show-toplevel")
    if top is None:
        raise ConfigError(
            f"--since {revision}: this is no git repository", hint="run it in a clone, or use a baseline instead"
        )
    commit = _ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise ConfigError(f"--since {revision}: git knows no such revision", hint=_advice(revision))
    return Repository(top, _ask("merge-base", commit, "HEAD") or commit)


def _advice(revision: str) -> str:
    if _ask("rev-parse", "--is-shallow-repository") == "true":
        return (
            "this clone is shallow: fetch more of its history (`git fetch --unshallow`; `fetch-depth: 0` in GitHub's "
            "checkout; GIT_DEPTH: 0 in GitLab)"
        )
    if "/" in revision:
        remote, _, branch = revision.partition("/")
        return f"fetch it (`git fetch {remote} {branch}`), or name a commit, tag or branch that is here"
    return "name a commit, tag or branch that is here, as origin/main or HEAD~1"


def _ask(*arguments: str) -> str | None:
    """One line of git's answer, or None when it declines."""
    try:
        return os.fsdecode(_git(*arguments)).strip()
    except _DeclinedError:
        return None


class _DeclinedError(ConfigError):
    pass


def _git(*arguments: str, top: str | None = None) -> bytes:
    command = ["git", *(("-C", top) if top else ()), *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        )
    except OSError as error:
        raise ConfigError("--since: git cannot be run", hint="install git, or use a baseline instead") from error
    if done.returncode:
        told = os.fsdecode(done.stderr).strip() or f"exit code {done.returncode}"
        if "dubious ownership" in told:
            raise ConfigError("--since: git refuses this folder, whose owner is another", hint=told.splitlines()[-1])
        raise _DeclinedError(f"--since: git {arguments[0]} failed: {told}")
    return done.stdout


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]
