"""Readings as JSON and back; the claims stand by themselves, for those who ask in SQL."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from pydantic import ConfigDict, TypeAdapter

from claimcheck.model.claim import Claim
from claimcheck.model.document import Skipped, line_starts
from claimcheck.model.extract import Extract, Reading


class Encoded(NamedTuple):
    """A reading as the archive holds it: its text once, its documents without text and claims, all claims, the rest."""

    text: str
    documents: str
    claims: str
    skipped: str

    @property
    def digest(self) -> str:
        """What tells whether any of it was damaged."""
        whole = hashlib.sha256()
        for piece in self:
            whole.update(f"{len(piece)}:".encode())
            whole.update(piece.encode("utf-8", "surrogatepass"))
        return whole.hexdigest()


def encode(reading: Reading) -> Encoded:
    """A reading in JSON: figures as exact decimals, dates as ISO 8601, nothing left out."""
    text = reading.extracts[0].document.text if reading.extracts else ""
    bare = tuple(
        replace(
            extract,
            claims=(),
            document=replace(extract.document, text="" if extract.document.text == text else extract.document.text),
        )
        for extract in reading.extracts
    )
    claims = tuple(claim for extract in reading.extracts for claim in extract.claims)
    return Encoded(text, _dump(_documents(), bare), _dump(_claims(), claims), _dump(_skipped(), reading.skipped))


def decode(file: str, content: str, encoded: Encoded) -> Reading:
    """The very reading that was encoded; raises ValueError for what is none."""
    claims: dict[str, list[Claim]] = {}
    for claim in _claims().validate_json(encoded.claims):
        claims.setdefault(claim.document, []).append(claim)
    extracts = []
    lines = line_starts(encoded.text)
    for extract in _documents().validate_json(encoded.documents):
        document = extract.document
        if not document.text:
            document = replace(document, text=encoded.text, _lines=lines)
        extracts.append(replace(extract, document=document, claims=tuple(claims.get(document.name, ()))))
    return Reading(file, content, tuple(extracts), tuple(_skipped().validate_json(encoded.skipped)))


def _dump(adapter: TypeAdapter[Any], value: object) -> str:
    return adapter.dump_json(value).decode()


# "over five tons" has no upper end, and infinity is a decimal like others.
_CONFIG = ConfigDict(allow_inf_nan=True)


@cache
def _documents() -> TypeAdapter[tuple[Extract, ...]]:
    return TypeAdapter(tuple[Extract, ...], config=_CONFIG)


@cache
def _claims() -> TypeAdapter[tuple[Claim, ...]]:
    return TypeAdapter(tuple[Claim, ...], config=_CONFIG)


@cache
def _skipped() -> TypeAdapter[tuple[Skipped, ...]]:
    return TypeAdapter(tuple[Skipped, ...], config=_CONFIG)
