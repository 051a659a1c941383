"""Explanations as JSON: the columns of `claimcheck claims`, and what else is known of each figure."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.explanation import Considered, ConsideredFact, Explained, Explanation, Standing
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link
from claimcheck.model.mention import Mention
from claimcheck.reports.columns import MENTION_COLUMNS
from claimcheck.reports.rows import plain_value
from claimcheck.reports.safe import encodable, escape_json

VERSION = 1


def render_explanation_json(explanation: Explanation) -> str:
    """All figures with all that they were compared with; `docs/explain.md` tells the keys."""
    data = {"version": VERSION, "figures": [_figure(figure, explanation) for figure in explanation.figures]}
    return escape_json(encodable(json.dumps(data, ensure_ascii=False, indent=2))) + "\n"


def _figure(figure: Explained, explanation: Explanation) -> dict[str, Any]:
    quantity, claim = figure.mention.quantity, figure.mention.claim
    return {
        **_columns(figure.mention),
        "strict": _interval(quantity.strict) if quantity.is_measurement else None,
        "plain": _interval(quantity.plain) if quantity.is_measurement else None,
        "date": _date(figure.document),
        "why_no_claim": figure.why_no_claim or None,
        "claim": _claim(claim) if claim else None,
        "topics": list(figure.topics),
        "other_claims": figure.claims,
        "considered": [_considered(item, explanation) for item in figure.considered],
        "known_facts": figure.known_facts,
        "facts": [_fact(item, explanation) for item in figure.facts],
    }


def _columns(mention: Mention) -> dict[str, Any]:
    return {column.name: plain_value(column.cell(mention)) for column in MENTION_COLUMNS}


def _claim(claim: Claim) -> dict[str, Any]:
    """What a claim knows beyond the columns."""
    period = claim.period
    return {
        "head": claim.head or None,
        "heads": list(claim.heads),
        "modifiers": list(claim.modifiers),
        "holders": list(claim.holders),
        "counted": claim.counted or None,
        "subject": list(claim.subject),
        "context_entities": list(claim.context_entities),
        "scope": list(claim.scope),
        "signals": sorted(claim.signals),
        "represents": list(claim.speaker.represents) if claim.speaker else [],
        "period_kind": period.kind if period else None,
        "period_per": period.per or None if period else None,
        "period_stated": period.stated if period else None,
    }


def _considered(item: Considered, explanation: Explanation) -> dict[str, Any]:
    other = item.other
    document = next((one for one in explanation.documents if one.name == other.document), None)
    mention = Mention.of(other, document.landmark(other.quantity.start) if document else "")
    return {
        "standing": item.standing.value,
        "why_not": item.why_not or None,
        "score": item.score,
        "shared": list(item.reasons),
        "missing": list(item.doubts),
        "links": [_link(link, explanation) for link in item.links],
        "figure": {**_columns(mention), "date": _date(document) if document else None},
    }


def _fact(item: ConsideredFact, explanation: Explanation) -> dict[str, Any]:
    place = item.fact.row.place()
    return {
        "standing": (Standing.LINKED if item.link else Standing.APART).value,
        "why_not": item.why_not or None,
        "said": item.fact.said,
        "source": item.fact.row["source"] or None,
        "place": str(place),
        "shared": list(item.reasons),
        "missing": list(item.doubts),
        "links": [_link(item.link, explanation)] if item.link else [],
    }


def _link(link: Link, explanation: Explanation) -> dict[str, Any]:
    return {
        "kind": link.kind.value,
        "score": link.score,
        "reasons": list(link.reasons),
        "doubts": list(link.doubts),
        "figures": [
            {"role": role, "file": claim.file, "start": claim.quantity.start, "text": claim.quantity.text}
            for role, claim in zip(link.roles, link.claims, strict=True)
        ],
        "rulings": [
            {
                "rule": ruling.rule,
                "outcome": ruling.outcome.value,
                "message": ruling.message or None,
                "severity": ruling.severity.value if ruling.severity else None,
                "fingerprint": ruling.fingerprint or None,
            }
            for ruling in explanation.rulings_on(link)
        ],
    }


def _interval(interval: Interval) -> dict[str, Any]:
    """The ends as exact digits, null where there is none, and whether each end is itself left out."""
    return {
        "low": f"{interval.low:f}" if interval.low.is_finite() else None,
        "high": f"{interval.high:f}" if interval.high.is_finite() else None,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _date(document: Document) -> str | None:
    return document.date.value if document.date else None
