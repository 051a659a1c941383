"""Pruning a baseline: what is not found any more need not be known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace

from claimcheck.model.baseline import Baseline, KnownFinding
from claimcheck.model.finding import Finding


def prune(baseline: Baseline, found: Iterable[Finding], unread: Container[str] = ()) -> Baseline:
    """The baseline without comparisons that were not found again; adds nothing.

    What stands in an `unread` file stays: nobody looked. A finding of which one pair is left keeps that pair.
    """
    left: Counter[str] = Counter()
    for finding in found:
        left.update(finding.clashes)
    kept: list[KnownFinding] = []
    for entry in baseline.findings:
        clashes = []
        for clash in entry.clashes:
            if left[clash] or any(file in unread for file in entry.files):
                left[clash] -= 1
                clashes.append(clash)
        if clashes:
            kept.append(replace(entry, clashes=tuple(clashes)))
    return Baseline(tuple(kept))
