"""All that the outcome of a check depends on, as one digest: what was asked before need not be worked out again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from claimcheck.basis import describe_program, digest_file
from claimcheck.errors import RuleError
from claimcheck.model.baseline import Adoption
from claimcheck.model.report import Report
from claimcheck.model.settings import UNIT_CHOICES, UnitSettings
from claimcheck.read import STDIN, ReadSettings, find_files, open_repository
from claimcheck.rules.packs import shown
from claimcheck.rules.reached import reached_files
from claimcheck.store import Archive

# What decides which files are read shows in the files themselves.
_OF_WALKING = frozenset({"hidden", "ignore", "ignore_from", "use_ignore_files", "follow_links", "own"})


@dataclass(frozen=True, slots=True)
class Question:
    """A check that is asked: its files with their contents, and one digest of these and of all else but the archive."""

    files: Mapping[str, str]
    digest: str

    def against(self, state: str) -> str:
        """What the outcome goes by, with the state of the archive."""
        return hashlib.sha256(f"{self.digest} {state}".encode()).hexdigest()


def pose(
    paths: Sequence[str],
    rules: Sequence[str],
    units: UnitSettings,
    settings: ReadSettings,
    facts: Sequence[str],
    fact_columns: Mapping[str, str],
    adoption: Adoption,
) -> Question | None:
    """The question that a run asks; None for one whose answer nobody can know again, as of standard input."""
    files, left_out = find_files(paths, settings)
    contents = {file: digest_file(file) for file in files if file != STDIN}
    tables = {file: digest_file(file) for file in facts}
    try:
        rule_files = {shown(file): digest_file(str(file)) for file in reached_files(rules)}
    except RuleError:
        # The run itself says what is wrong.
        return None
    if STDIN in files or not all((*contents.values(), *tables.values(), *rule_files.values())):
        return None
    asked = {
        "program": describe_program(),
        "files": contents,
        "left out": [asdict(one) for one in left_out],
        "settings": {name: value for name, value in asdict(settings).items() if name not in _OF_WALKING},
        "rules": list(rules),
        "rule files": rule_files,
        "units": {name: getattr(units, name) for name in UNIT_CHOICES},
        "units chosen": sorted(units.chosen),
        "facts": tables,
        "fact columns": dict(fact_columns),
        "known": repr(adoption.baseline),
        "silent": repr(adoption.ignores),
        "since": _describe_history(adoption.since) if adoption.since else None,
    }
    return Question(contents, hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest())


def answer(archive: Archive, pose: Callable[[], Question | None], check: Callable[[], Report]) -> Report:
    """The report that the archive remembers, or the one that `check` makes, which it remembers then.

    What changes while the check is made, and what may go otherwise another time, is not remembered.
    """
    question = pose()
    if question is None:
        return check()
    outcomes = archive.outcomes
    report = outcomes.recall(question.against(outcomes.state(question.files)), question.files)
    if report is not None:
        return report
    report = check()
    if _is_lasting(report) and pose() == question:
        # What the run has read anew, other files among them, has changed the archive.
        outcomes.keep(question.against(outcomes.state(question.files)), report, question.files)
    return report


def _is_lasting(report: Report) -> bool:
    return not report.interrupted and not any(one.fault or one.passing for one in report.skipped)


def _describe_history(revision: str) -> Sequence[object]:
    """The commit that the revision means, and how the files that are here differ from it."""
    repository = open_repository(revision)
    changed, removed = sorted(repository.changed()), sorted(repository.changed("D"))
    return repository.top, os.getcwd(), repository.commit, changed, removed
