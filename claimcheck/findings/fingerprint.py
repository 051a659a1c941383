"""Fingerprints: what makes a finding the same finding after lines moved and files were renamed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.model.finding import Finding
from claimcheck.model.verdict import Judgement


def clash_of(judgement: Judgement) -> str:
    """What identifies a comparison: the rule, the figures and the sentences they stand in, wherever that is.

    "12 + 7 are not 20" stays the same when its sentences move, are wrapped at another width, or get Windows line ends;
    it is another when one of them changes.
    """
    figures = sorted([normal(claim.quantity.text), normal(claim.sentence)] for claim in judgement.link.claims)
    return _digest(json.dumps([judgement.rule.id, figures], ensure_ascii=True))


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with the fingerprint of its content; twins are told apart by counting them.

    A sentence that stands in two files gives the same content twice: occurrence 0 and occurrence 1.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        content = json.dumps([finding.rule, sorted(finding.clashes)], ensure_ascii=True)
        digest = _digest(f"{content}#{seen[content]}")
        seen[content] += 1
        yield replace(finding, fingerprint=digest)


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def normal(text: str) -> str:
    """The text as it is compared: whatever its case, its spaces and the width of its characters."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
