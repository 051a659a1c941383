"""Is a figure about what a fact is about? Every word of the fact must be said with it, and nothing else be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claimcheck.links.aspect import Aspect
from claimcheck.links.conflict import COMPARABLE
from claimcheck.links.fact_periods import FactPeriod, match_fact_period
from claimcheck.links.fact_settings import Setting
from claimcheck.links.fact_terms import (
    Names,
    Terms,
    is_nobody,
    name_stems,
    opposed,
    per_of,
    plain_dimension,
    stems_in,
    stems_of,
)
from claimcheck.links.fact_words import fact_words
from claimcheck.links.words import stem, weight_of
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.quantity import Kind, Quantity

_PARTIAL = frozenset({"another", "of them", "each", "top", "remaining"})
_NON = re.compile(r"\bnon-([^\W\d_]+)", re.IGNORECASE)
# A report on it tells of the year as well.
LAST = 4
# Behind "compared with last year's", at most so many words.
_REACH = 5


@dataclass(frozen=True, slots=True)
class FactMatch:
    """How a figure stands to a fact.

    `apart` says what makes it a figure of something else ("" when nothing does), `narrower` what it says besides that
    the fact does not: then it may be a part, and only confirms. `doubts` are what it leaves unsaid, `reasons` what
    both say. `claim` is the fact's claim in the terms of the figure, as dollars for dollars per share. `stage` counts
    what was found to be the same: first measure and manner, then the subject, then the period. `where` is where the
    subject is named: in the "sentence", "before" it, or in the opening of the "document". `is_of_another` says that
    the measure is told of someone whom the fact does not name, or of a part.
    """

    apart: str = ""
    narrower: str = ""
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    claim: Claim | None = None
    stage: int = 0
    where: str = ""
    is_of_another: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the figure says all that the fact says, and no more."""
        return not self.apart and not self.narrower and not self.doubts


def match_fact(terms: Terms, aspect: Aspect, setting: Setting, others: frozenset[str]) -> FactMatch:
    """Hold a figure against a fact: "cargo reached 4.2 million tonnes" against the Port of Ely's cargo of 2019.

    `others` are the stems of what the other figures of its sentence measure.
    """
    claim = aspect.claim
    apart, loose = _of_measure(terms, aspect, setting, others)
    apart = apart or _of_manner(terms, claim)
    told = _told_as(terms, aspect)
    if apart or told is None:
        return FactMatch(apart or "one is for each of something, the other not")
    where, narrower = _find_subject(terms, aspect, setting)
    another = bool(_strangers(terms, _named(aspect)) or fact_words().sections & aspect.zones.every - terms.every)
    if not where:
        return FactMatch(narrower, stage=1, is_of_another=another)
    period, open_period = match_fact_period(terms.fact.claim, claim, setting.home)
    if period is FactPeriod.OTHER:
        return FactMatch(open_period, stage=2, is_of_another=another)
    if period is not FactPeriod.SAME and (is_base(claim) or "from" in claim.signals):
        return FactMatch("another figure is compared with it", stage=2, is_of_another=another)
    place = _find(terms.place, aspect, setting)
    doubts = [open_period] if open_period else []
    if terms.place and place not in ("sentence", "before"):
        doubts.append("the place of the figure is not stated")
    if where == "document":
        doubts.append("whom it is about is said only in the opening of its document")
    if open_period and setting.home.quarter is not None and setting.home.quarter.number == LAST:
        narrower = narrower or "it may be for the quarter or for the year"
    return FactMatch(
        narrower=loose or narrower or _narrows(terms, aspect),
        reasons=tuple(_reasons(terms, where, period, place)),
        doubts=tuple(doubts),
        claim=told,
        stage=3,
        where=where,
        is_of_another=another,
    )


def _of_measure(terms: Terms, aspect: Aspect, setting: Setting, others: frozenset[str]) -> tuple[str, str]:
    """Whether the figure measures something else, and which word of the measure stands only in a sentence before.

    A word that stands farther ahead in the sentence belongs to it too, unless it is what another figure measures:
    "delivered 9 million masks and 2 million gowns" is of gowns delivered, and not of masks.
    """
    claim, zones = aspect.claim, aspect.zones
    close = zones.close | zones.before
    if plain_dimension(claim) != terms.dimension:
        return "it is of another dimension", ""
    if (claim.quantity.kind is Kind.POINT) != (terms.fact.claim.quantity.kind is Kind.POINT):
        return "one is in percentage points", ""
    said = close | (stems_of(claim.sentence[: claim.at + len(claim.quantity.text)]) - others)
    lacking = min((one - said for one in terms.measure if one & close), key=len, default=frozenset({""}))
    if lacking - zones.every - frozenset(setting.before) or lacking & zones.every:
        return f'"{min(lacking)}" is not said of it' if min(lacking) else "nothing of the measure is said of it", ""
    if terms.counted and not terms.counted <= said:
        return f'it does not count "{terms.fact.claim.counted}"', ""
    own = frozenset(stem(word) for word in (*aspect.heads, *aspect.modifiers, claim.event, *claim.scope) if word)
    if word := opposed(terms, own | zones.label):
        return f'it says "{word}"', ""
    defined = {stem(word) for word in aspect.marks.defined} - terms.every
    if defined:
        return "", f'it says "{min(defined)}", and the fact does not'
    denied = _NON.findall(claim.sentence[: claim.at])
    if denied and stem(denied[-1]) in terms.every and not {stem("non"), stem(f"non-{denied[-1]}")} & terms.every:
        return "", f'it says "non-{denied[-1]}"'
    return "", f'"{min(lacking)}" is said only before it' if lacking else ""


def _of_manner(terms: Terms, claim: Claim) -> str:
    """Whether the figure is said in a way that cannot be held against a fact."""
    if claim.modality not in COMPARABLE or claim.modality is Modality.FORECAST:
        return f"it is {claim.modality.value}"
    if claim.role is Role.TARGET:
        return "it is a target"
    if (claim.role is Role.CHANGE) != terms.changes:
        return "one is a change, the other a level"
    if terms.changes and claim.trend and claim.trend != terms.trend:
        return "one rises, the other falls"
    if claim.quantity.vague:
        return "it is vague"
    if claim.signals & (_PARTIAL - {"each"} if terms.per else _PARTIAL):
        return "it is a part, or comes on top"
    return ""


@cache
def _base() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, fact_words().bases))
    return re.compile(rf"(?:^|[\s,;(])(?:{openers})\s+(?:[^\s,;:()]+\s+){{0,{_REACH}}}[^\s\w]*$", re.IGNORECASE)


def is_base(claim: Claim) -> bool:
    """Whether a figure stands behind "compared with", and is no bound: "over 5,000" is one, "over last year's" not."""
    before = claim.sentence[: claim.at]
    hedge = claim.quantity.hedge
    if hedge and before.lower().rstrip().endswith(hedge.lower()):
        before = before.rstrip()[: -len(hedge)]
    return _base().search(before) is not None


def _told_as(terms: Terms, aspect: Aspect) -> Claim | None:
    """The fact's claim in the terms of the figure; None where one is a rate and the other not."""
    own, fact = per_of(aspect.claim), terms.fact.claim
    said = aspect.zones.close | aspect.zones.before
    period = aspect.claim.period
    claimed = own or (period.per if period is not None and period.stated else "")
    quantity = _unsigned(fact.quantity) if terms.changes else fact.quantity
    if own == terms.per:
        if own or not claimed or stem(claimed) in terms.every:
            return replace(fact, quantity=quantity)
        return None
    if terms.per and not own:
        # "Earnings per share were $1.53": dollars, of what is told per share.
        words = frozenset(map(stem, terms.per.split()))
        if words <= said or stem(claimed) in words or (words & terms.every <= said and _is_abbreviated(terms, said)):
            return replace(fact, quantity=_without_rate(quantity, aspect.claim.quantity))
        return None
    if own and not terms.per and frozenset(map(stem, own.split())) & terms.every:
        return replace(fact, quantity=_as_rate(quantity, aspect.claim.quantity))
    return None


def _is_abbreviated(terms: Terms, said: frozenset[str]) -> bool:
    return stem("EPS") in said & terms.every


def _without_rate(quantity: Quantity, like: Quantity) -> Quantity:
    unit, dimension = quantity.unit.partition(" per ")[0], quantity.dimension.partition("/")[0]
    return replace(
        quantity, unit=unit if dimension == like.dimension else like.unit, dimension=dimension, kind=like.kind
    )


def _as_rate(quantity: Quantity, like: Quantity) -> Quantity:
    return replace(
        quantity,
        unit=f"{quantity.unit} per {like.unit.partition(' per ')[2]}".strip(),
        dimension=like.dimension,
        kind=like.kind,
    )


def _unsigned(quantity: Quantity) -> Quantity:
    """The amount of a change: -5% is a fall of 5%."""
    if quantity.high >= 0:
        return quantity
    flip = Decimal(-1)
    return replace(
        quantity,
        low=-quantity.high,
        high=-quantity.low,
        strict=quantity.strict.scaled(flip),
        plain=quantity.plain.scaled(flip),
    )


def _find_subject(terms: Terms, aspect: Aspect, setting: Setting) -> tuple[str, str]:
    """Where the subject of the fact is named ("" for nowhere), and whose figure it may be instead."""
    where = _find(terms.subject, aspect, setting)
    if not where:
        return "", f'"{terms.fact.row["subject"]}" is not named near it'
    others = _strangers(terms, _named(aspect))
    if others:
        return where, f"it names {_said(others[0], aspect)}"
    if where == "before":
        others = [one for one in _strangers(terms, setting.spoken_of) if _is_named_last(one, terms, setting)]
    elif where == "document":
        others = _strangers(terms, setting.spoken_of)
        sections = fact_words().sections & (frozenset(setting.before) | aspect.zones.every) - terms.every
        if sections and not others:
            return where, f'a part is spoken of: "{min(sections)}"'
    return where, "somebody else is named before it" if others else ""


def _named(aspect: Aspect) -> list[frozenset[str]]:
    return [name_stems(name) for name in sorted(aspect.names) if not is_nobody(name)]


def _strangers(terms: Terms, names: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The names that stand for someone whom the fact does not name: "Ely Japan" is not Ely."""
    known = terms.every
    return [one for one in names if one and not one <= known]


def _is_named_last(stranger: frozenset[str], terms: Terms, setting: Setting) -> bool:
    """Whether somebody else is named between the subject and the figure's sentence."""
    own = frozenset().union(*terms.subject)
    last = max((at for at, word in enumerate(setting.before) if word in own), default=-1)
    return bool((stranger - terms.every) & set(setting.before[last + 1 :]))


def _find(names: Names, aspect: Aspect, setting: Setting) -> str:
    """Where one of the names stands, the nearest place: in the sentence, before it, or in the document's opening."""
    sentence, before = frozenset(stems_in(aspect.claim.sentence)), frozenset(setting.before)
    for where, stems in (("sentence", sentence), ("before", before), ("document", setting.home.stems)):
        if any(name <= stems for name in names):
            return where
    return ""


def _narrows(terms: Terms, aspect: Aspect) -> str:
    """A word of what is measured that the fact does not have: "other expenses" are not all expenses."""
    holders = {stem(word) for word in aspect.claim.holders}
    own = aspect.zones.label - holders - terms.every - fact_words().neutral
    extra = sorted((word for word in own if weight_of(word) > 0), key=lambda word: (-weight_of(word), word))
    return f'it says "{extra[0]}" besides' if extra else ""


def _said(name: frozenset[str], aspect: Aspect) -> str:
    return next((one for one in sorted(aspect.names) if name_stems(one) == name), "another")


def _reasons(terms: Terms, where: str, period: FactPeriod, place: str) -> Iterable[str]:
    row = terms.fact.row
    spot = {"sentence": "in the sentence", "before": "just before", "document": "in the opening of the document"}[where]
    yield f'"{row["measure"]}" is said of it'
    yield f'"{row["subject"]}" is named {spot}'
    if period is FactPeriod.SAME:
        yield "same period"
    if place in ("sentence", "before"):
        yield f'"{row["place"]}" is named'
