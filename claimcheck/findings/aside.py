"""What is set aside: comparisons that were known before, or that somebody keeps silent with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from claimcheck.findings.fingerprint import clash_of
from claimcheck.findings.merge import Graded, Group
from claimcheck.model.baseline import EMPTY, Baseline, unsaid
from claimcheck.model.finding import Finding, Suppression
from claimcheck.model.verdict import Judgement


def nobody(item: Judgement | Finding) -> None:
    """Keeps nothing silent."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What sets comparisons aside.

    `silencer` tells why one is kept silent, `of_finding` the same of a whole finding; `said` whether a sentence stood
    in a file before; `baseline` holds what was known.
    """

    silencer: Callable[[Judgement], Suppression | None] = nobody
    of_finding: Callable[[Finding], Suppression | None] = nobody
    said: Callable[[str, str], bool] = unsaid
    baseline: Baseline = EMPTY


@dataclass(frozen=True, slots=True)
class Parted:
    """The groups by what becomes of them; a group that is known in part is in two."""

    new: tuple[Group, ...]
    known: tuple[Group, ...]
    silent: tuple[tuple[Group, Suppression], ...]


def part_groups(groups: Sequence[Group], aside: Aside) -> Parted:
    """Part what is new from what is known or silent, comparison by comparison.

    A whole against two parts was known; a third part that a new text brings makes a finding of its own.
    """
    silent: list[tuple[Group, Suppression]] = []
    loud: list[Group] = []
    for group in groups:
        kept: dict[Suppression | None, list[Graded]] = {}
        for member in group.members:
            kept.setdefault(aside.silencer(member.judgement), []).append(member)
        for why, members in kept.items():
            if why is None:
                loud.append(Group(tuple(members)))
            else:
                silent.append((Group(tuple(members)), why))
    known = _known([member for group in loud for member in group.members], aside)
    return Parted(tuple(_select(loud, known, False)), tuple(_select(loud, known, True)), tuple(silent))


def _select(groups: Iterable[Group], known: set[int], wanted: bool) -> Iterator[Group]:
    for group in groups:
        if members := tuple(member for member in group.members if (id(member) in known) is wanted):
            yield Group(members)


def _known(members: Sequence[Graded], aside: Aside) -> set[int]:
    """Which comparisons are known, by identity: as many of a kind as the baseline holds, and those not new since.

    Of twins those come first whose files the baseline names, so that the one in a new file is the new one.
    """
    held: Counter[str] = Counter()
    files: dict[str, set[str]] = {}
    for entry in aside.baseline.findings:
        held.update(entry.clashes)
        for clash in entry.clashes:
            files.setdefault(clash, set()).update(entry.files)

    found = {id(one) for one in members if all(aside.said(claim.file, claim.sentence) for claim in one.claims)}
    twins: dict[str, list[Graded]] = {}
    for member in members:
        if held and (clash := clash_of(member.judgement)) in held:
            twins.setdefault(clash, []).append(member)
    for clash, alike in twins.items():
        ordered = sorted(alike, key=partial(_strangers, files[clash]))
        found.update(id(member) for member in ordered[: held[clash]])
    return found


def _strangers(files: set[str], member: Graded) -> int:
    """How many figures of a comparison stand in other files."""
    return sum(claim.file not in files for claim in member.claims)
