"""Keeping comparisons silent, and telling which requests to do so came to nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase

from claimcheck.findings.fingerprint import normal
from claimcheck.findings.ignores import read_remarks
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding, Suppression
from claimcheck.model.remark import Complaint, Ignore
from claimcheck.model.verdict import Judgement


class Silencer:
    """Asks of each comparison whether somebody wants it silent; remembers which requests were of use."""

    def __init__(self, ignores: Iterable[Ignore] = (), complaints: Iterable[Complaint] = ()) -> None:
        self.told = tuple(complaints)
        self.ignores = sorted(ignores, key=lambda one: (not one.in_source, one.place.order, one.rules))
        self.used: set[int] = set()
        self._of_file: dict[str, list[int]] = {}
        self._of_any: list[int] = []
        for index, ignore in enumerate(self.ignores):
            if ignore.span is not None:
                self._of_file.setdefault(ignore.file, []).append(index)
            elif not ignore.fingerprint:
                self._of_any.append(index)

    @staticmethod
    def of(documents: Iterable[Document], ignores: Iterable[Ignore]) -> Silencer:
        """What the comments of documents ask for, and these ignores besides."""
        asked, complaints = read_remarks(documents)
        return Silencer([*asked, *ignores], complaints)

    def __call__(self, judgement: Judgement) -> Suppression | None:
        """Why a comparison is kept silent: the first request for one of its figures, or None."""
        claims = judgement.link.claims
        asked = {index for claim in claims for index in self._of_file.get(claim.file, ())}
        for index in sorted([*asked, *self._of_any]):
            ignore = self.ignores[index]
            if _names(ignore, judgement.rule.id) and any(_covers(ignore, claim) for claim in claims):
                self.used.add(index)
                return _suppression(ignore)
        return None

    def of_finding(self, finding: Finding) -> Suppression | None:
        """Why a finding is kept silent that is asked for by its fingerprint."""
        for index, ignore in enumerate(self.ignores):
            if ignore.fingerprint == finding.fingerprint and _names(ignore, finding.rule):
                self.used.add(index)
                return _suppression(ignore)
        return None

    def complaints(self, rules: Collection[str], files: Collection[str]) -> tuple[Complaint, ...]:
        """All requests that were not understood, or came to nothing in a run with these rules and files."""
        return tuple(sorted((*self.told, *self.unused(rules, files)), key=lambda one: (one.place.order, one.message)))

    def unused(self, rules: Collection[str], files: Collection[str]) -> Iterator[Complaint]:
        """The requests that came to nothing; those for rules or files that were not in the run are left out."""
        for index, ignore in enumerate(self.ignores):
            if index in self.used:
                continue
            unknown = [name for name in ignore.rules if not any(fnmatchcase(rule, name) for rule in rules)]
            for name in unknown:
                # A pack that is not loaded may well have such a rule.
                if name.partition("/")[0] in {rule.partition("/")[0] for rule in rules}:
                    near = get_close_matches(name, sorted(rules), 1)
                    hint = f'did you mean "{near[0]}"?' if near else "`claimcheck rules list` names them all"
                    yield Complaint(ignore.place, f'no rule "{name}"', hint)
            about_read = ignore.span is not None or not ignore.files or _any_match(ignore.files, files)
            if len(unknown) < len(ignore.rules) and about_read and not ignore.fingerprint:
                yield Complaint(ignore.place, f"unused: no {' or '.join(ignore.rules)} is found there", "remove it")
            elif ignore.fingerprint and about_read and not unknown:
                yield Complaint(ignore.place, f"unused: no finding {ignore.fingerprint}", "remove it")


def _names(ignore: Ignore, rule: str) -> bool:
    return any(fnmatchcase(rule, name) for name in ignore.rules)


def _covers(ignore: Ignore, claim: Claim) -> bool:
    """Whether a figure, or the beginning of its sentence, is where silence is asked for."""
    if ignore.span is not None:
        start, end = ignore.span
        at = claim.quantity.start
        return ignore.file == claim.file and any(start <= place < end for place in (at, at - claim.at))
    return (
        (not ignore.files or _any_match(ignore.files, (claim.file,)))
        and (not ignore.figure or normal(ignore.figure) == normal(claim.quantity.text))
        and (not ignore.words or normal(ignore.words) in normal(claim.sentence))
    )


def _any_match(patterns: Sequence[str], files: Iterable[str]) -> bool:
    return any(fnmatchcase(file, pattern) for file in files for pattern in patterns)


def _suppression(ignore: Ignore) -> Suppression:
    return Suppression(ignore.reason, str(ignore.place), ignore.in_source)
