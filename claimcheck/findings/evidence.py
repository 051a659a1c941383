"""Evidence: a claim as a reader of the report needs to see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from claimcheck.findings.subject import subject_of
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.finding import Evidence

Topics = Callable[[Claim], tuple[str, ...]]
# No-break and thin spaces stay: they are thousands marks, not wrapped lines.
WRAPPED = re.compile(r"[ \t\n\r\f\v]+")


def no_topics(claim: Claim) -> tuple[str, ...]:
    """No pack declares any topic."""
    return ()


def evidence_of(
    claim: Claim, role: str, reading: str, documents: Mapping[str, Document], topics: Topics = no_topics
) -> Evidence:
    """The figure in its sentence, with its place, speaker and date; a sentence over two lines becomes one.

    `quote[quote_at:]` begins with `figure`: "reached\\n$28 million" is quoted as "reached $28 million", at 8. Its
    topics are those that packs declare, and what the sentence calls it.
    """
    document = documents.get(claim.document)
    stated = document.date.value if document and document.date else ""
    figure = claim.sentence[claim.at : claim.at + len(claim.quantity.text)]
    return Evidence(
        file=claim.file,
        start=claim.quantity.start,
        end=claim.quantity.end,
        line=claim.line,
        column=claim.column,
        speaker=claim.speaker.name if claim.speaker else "",
        quote=_collapsed(claim.sentence).strip(),
        quote_at=len(_collapsed(claim.sentence[: claim.at]).lstrip()),
        figure=_collapsed(figure).strip(),
        role=role,
        reading=reading,
        document=claim.document,
        date=stated or (claim.day.isoformat() if claim.day else ""),
        landmark=document.landmark(claim.quantity.start) if document else "",
        quantity=claim.quantity,
        topics=tuple(filter(None, dict.fromkeys((*topics(claim), subject_of(claim))))),
    )


def _collapsed(text: str) -> str:
    return WRAPPED.sub(" ", text)
