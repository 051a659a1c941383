"""A number of things that are then listed: "four priorities: schools, roads and clinics"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.links.aspect import Aspect
from claimcheck.links.compare import COMPARABLE
from claimcheck.links.lexicon import lexicon
from claimcheck.links.phrases import behind, is_usable, pattern
from claimcheck.model.claim import Claim
from claimcheck.model.link import Given, Link, LinkKind
from claimcheck.model.quantity import Kind

_FEWEST, _MOST = 2, 12
_LIST = re.compile(r"^(?:\s+[a-z’'-]+){1,5}\s*:\s+(?P<list>.+)$", re.DOTALL)
_ITEM_WORDS = 8
_BREAK = re.compile(r"[.;:()\"“”?!—–]|\s-\s")
_ORDINAL = r"[:;,.]\s*(?:and\s+)?({})(?:ly)?\b,?"
_AND = re.compile(r",?\s+(?:and|or)\s+|\s*&\s*")


def link_listings(turn: Sequence[Aspect]) -> Iterator[Link]:
    """The small counts that a list follows, with the number of its items."""
    for aspect in turn:
        claim = aspect.claim
        if claim.quantity.kind is not Kind.COUNT or not _FEWEST <= claim.quantity.low <= _MOST:
            continue
        if not is_usable(aspect) or claim.quantity.is_range:
            continue
        given = _listed(behind(claim)) or _ordinals(behind(claim), int(claim.quantity.low))
        if given:
            yield Link(LinkKind.LIST_OF, (claim,), ("count",), 1.0, ("a list follows its number",), given=given)


def link_enumerations(dates: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Link]:
    """The small counts that a numbered list follows in the next sentences, where that list has ended."""
    by_id = {claim.id: claim for claim in claims}
    for told in sorted(dates, key=lambda claim: (claim.document, claim.quantity.start)):
        count = by_id.get(told.id)
        if told.quantity.kind is Kind.ORDINAL and count is not None and count.modality in COMPARABLE:
            given = (Given("items", told.quantity.low, ", ".join(told.measure)),)
            yield Link(
                LinkKind.LIST_OF, (count,), ("count",), 1.0, ("a list follows in the next sentences",), given=given
            )


def _listed(tail: str) -> tuple[Given, ...]:
    """The items of a plain list behind a colon: single names or short phrases, the last joined by "and"."""
    found = _LIST.match(tail)
    text = found["list"].rstrip(" .!") if found else ""
    ands = list(_AND.finditer(text))
    if _BREAK.search(text) or len(ands) != 1:
        return ()
    first, last = text[: ands[0].start()], text[ands[0].end() :]
    items = [item.strip() for item in (*first.split(","), last)]
    if "," in last or not all(_is_item(item) for item in items) or pattern("^<numbering>").match(text):
        return ()
    named = ", ".join(items)
    given = [Given("items", Decimal(len(items)), named)]
    if len(items) > _FEWEST and "," not in ands[0][0]:
        # "Roads, research and development" may be two things.
        given.append(Given("items", Decimal(len(items) - 1), named))
    return tuple(given)


def _ordinals(tail: str, announced: int) -> tuple[Given, ...]:
    """More numbered items than were announced: "two reasons: first, the cost; second, the rain; third, the mud".

    Fewer prove nothing, since the next sentence may go on.
    """
    found = pattern(r"^[^.]*?:\W*<numbering>\b").match(tail)
    if found is None:
        return ()
    ordinals = [word for word in lexicon().ranks if word != "last"]
    said = {one[1] for one in re.finditer(_ORDINAL.format("|".join(ordinals)), tail)}
    number = next((at for at, word in enumerate(ordinals) if word not in said), len(ordinals))
    return (Given("items", Decimal(number), ", ".join(ordinals[:number])),) if number > announced else ()


def _is_item(item: str) -> bool:
    return 0 < len(item.split()) <= _ITEM_WORDS and not pattern("<clausal>").search(item)
