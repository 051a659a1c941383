"""Fingerprints: what makes a finding the same finding after lines moved and files were renamed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.model.finding import Finding


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with the fingerprint of its content; twins are told apart by counting them.

    A sentence that stands in two files gives the same content twice: occurrence 0 and occurrence 1.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        content = _content(finding)
        digest = hashlib.sha256(f"{content}#{seen[content]}".encode()).hexdigest()[:16]
        seen[content] += 1
        yield replace(finding, fingerprint=digest)


def _content(finding: Finding) -> str:
    """The rule, the figures and the sentences they stand in, in an order that file names do not change."""
    figures = sorted([_normal(item.figure), _normal(item.quote)] for item in finding.evidence)
    return json.dumps([finding.rule, figures], ensure_ascii=True)


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
