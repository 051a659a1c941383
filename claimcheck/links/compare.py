"""Are two figures about the same thing? The comparison that all links of measure rest on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import inf, log

from claimcheck.links.aspect import Aspect
from claimcheck.links.conflict import COMPARABLE, conflict_between, doubts_of, in_one_breath
from claimcheck.links.deeds import Deed, deed_of, have_one_deed
from claimcheck.links.lexicon import lexicon
from claimcheck.links.periods import PeriodMatch, match_periods
from claimcheck.links.reference import may_refer
from claimcheck.links.retelling import retells
from claimcheck.links.weights import weights
from claimcheck.links.words import say, stem, weight_of
from claimcheck.model.claim import Modality
from claimcheck.model.slip import Slip, slip_between

__all__ = ["COMPARABLE", "Comparison", "as_strangers", "compare", "have_one_name", "measure_one_noun", "tells_apart"]

# Small counts stand beside everything.
_SMALL = 10
_CODE = re.compile(r"(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d-]{2,6}")
_NO_NOUN = frozenset({"elided", "pointing"})


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Stems that two sentences share, said in the words of one of them: few comparisons are ever told."""

    stems: tuple[str, ...]
    sentence: str

    def __str__(self) -> str:
        return "shared words: " + say(self.stems, self.sentence)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two claims measure the same thing.

    `conflict` names what sets them apart ("" when nothing does), `grounds` what they share, `doubts` what one
    of them leaves unsaid. `shared` is the evidence for, `missing` the evidence against, `needed` what the
    difference must reach: less when the one figure looks like a `slip` of the other. `retold` says that one text
    retells the other.
    """

    conflict: str = ""
    shared: float = 0.0
    missing: float = 0.0
    needed: float = 0.0
    grounds: tuple[str | SharedWords, ...] = ()
    doubts: tuple[str, ...] = ()
    periods: PeriodMatch = PeriodMatch.UNKNOWN
    slip: Slip = Slip.NONE
    retold: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """What they share, in words."""
        return tuple(map(str, self.grounds))

    @property
    def score(self) -> float:
        """How sure it is, from 0 to 1; 0.5 is just enough."""
        total = max(0.0, self.shared - self.missing)
        return total / (total + self.needed) if total else 0.0

    @property
    def is_same(self) -> bool:
        """Whether the claims may be set against each other."""
        return not self.conflict and self.shared - self.missing >= self.needed

    @property
    def is_likely(self) -> bool:
        """Whether the claims may well measure one thing: enough to show them side by side, not to accuse."""
        return not self.conflict and self.shared - self.missing >= self.needed - weights().likely


def as_strangers(left: Aspect, right: Aspect) -> bool:
    """Take any two figures for strangers: of two texts of which neither gives the other's."""
    return True


def _as_related(left: Aspect, right: Aspect) -> bool:
    return False


def compare(
    left: Aspect,
    right: Aspect,
    *,
    across_periods: bool = False,
    are_strangers: Callable[[Aspect, Aspect], bool] = _as_related,
) -> Comparison:
    """Compare what two claims measure: "weapons were confiscated" and "several hundred firearms seized" agree.

    "Soldiers killed" and "civilians killed" do not, nor do "adjusted EBITDA" and "EBITDA". With
    `across_periods` different periods are no conflict (for growth and for one figure given for two years). In a
    retelling, of two figures that `are_strangers` one is likely to stand for the other.
    """
    slip, digits = slip_between(left.claim.quantity, right.claim.quantity)
    if left.dimension == "time":
        slip = Slip.NONE
    retold = retells(left, right)
    strangers = retold and are_strangers(left, right)
    periods = match_periods(left.claim, right.claim)
    conflict = conflict_between(left, right, slip, retold, None if across_periods else periods, strangers)
    if conflict:
        return Comparison(conflict, periods=periods, slip=slip, retold=retold)
    return _weigh(left, right, periods, slip, digits, retold, strangers)


def _weigh(
    left: Aspect, right: Aspect, periods: PeriodMatch, slip: Slip, digits: int, retold: bool, strangers: bool
) -> Comparison:
    table = weights()
    deed = deed_of(left, right, bool(slip))
    shared, reasons = _in_common(left, right)
    missing, doubts = _on_one_side(left, right, slip, deed, retold and may_refer(left, right))
    one, two = left.claim, right.claim
    if have_one_deed(left, right):
        shared += table.event
        reasons.append(f"same event: {one.event}")
    if periods is PeriodMatch.SAME and one.period is not None and one.period.stated and two.period is not None:
        shared += table.period
        reasons.append("same period")
    elif periods is PeriodMatch.UNKNOWN:
        missing += table.unknown_period
        doubts.append("the period of one figure is not stated")
    ratio = _ratio(left, right)
    shared += table.close if ratio < table.close_ratio else 0
    missing += (table.far * (1 + (ratio > table.very_far_ratio))) if ratio > table.far_ratio and not slip else 0
    beside = sum(_tells_much(dimension, size) for dimension, size in left.beside & right.beside)
    if beside:
        shared += min(2, beside) * table.figure_beside
        reasons.append("the same figures stand beside both")
    if (one.modality is Modality.FORECAST) != (two.modality is Modality.FORECAST):
        missing += table.waived if strangers else table.forecast
        doubts.append("one figure is a forecast")
    if strangers:
        waived = doubts_of(left, right)
        missing += table.waived * len(waived)
        doubts += waived
    # A retelling takes each of its figures from one place of the other text.
    crowd = min(left.crowd, right.crowd) if retold else left.crowd + right.crowd
    # The more figures there are to choose from, the more of them share words by chance.
    one_turn = not slip and in_one_breath(one, two)
    needed = (
        table.needed - (table.retold if retold else 0) + (table.crowd_of_turn if one_turn else table.crowd) * log(crowd)
    )
    if left.is_share_or_change and (left.dimension == "percent" or not slip):
        needed += table.relative
    if deed:
        shared += table.deed if deed is Deed.NAMED else table.head + table.event
        reasons.append(str(deed))
    if deed is not Deed.NAMED and any(claim.signals & _NO_NOUN and not claim.quantity.unit for claim in (one, two)):
        missing += table.no_noun
        doubts.append("a figure has no noun of its own")
    if slip:
        # "The turbine crew had 23 members, the vineyard crew 32": each is narrowed by a word of its own.
        missing *= 1 if _are_both_narrowed(left, right) else table.slip_missing
        needed = max(table.least_for_slip, needed - min(digits, 4) * table.slip_digit)
        reasons.append(f"the figures look like a slip: {slip.value}")
    return Comparison("", shared, missing, needed, tuple(reasons), tuple(doubts), periods, slip, retold)


def _in_common(left: Aspect, right: Aspect) -> tuple[float, list[str | SharedWords]]:
    """What the words that both share prove, each by its rarity and by how close it stands to the figures."""
    table = weights()
    heads = left.head_stems & right.head_stems
    shared = 0.0
    words = []
    for word in sorted(left.zones.every & right.zones.every):
        worth = weight_of(word) * _closeness(left, word) * _closeness(right, word)
        shared += worth
        if worth >= table.telling:
            words.append(word)
    reasons: list[str | SharedWords] = []
    if heads:
        shared += table.head * max(weight_of(head) for head in heads)
        shared += table.topic if left.topic and left.topic == right.topic else 0
        reasons.append("both measure " + " and ".join(sorted(left.heads & right.heads) or sorted(heads)))
    if words:
        reasons.append(SharedWords(tuple(words[:6]), left.claim.sentence))
    names = left.names & right.names
    if names:
        shared += table.name * len(names)
        reasons.append("both name " + ", ".join(sorted(names)))
    return shared, reasons


def _on_one_side(left: Aspect, right: Aspect, slip: Slip, deed: Deed, refers: bool) -> tuple[float, list[str]]:
    """What the words of one label cost that the other sentence does not say, and the names it leaves out."""
    table = weights()
    missing = 0.0
    doubts = []
    for one, two in ((left, right), (right, left)):
        lone = one.zones.label - two.zones.every
        if refers:
            lone -= {stem(word) for name in one.names for word in name.split()}
        missing += table.lone_label * sum(weight_of(word) for word in lone)
        names = {name for name in one.names - two.names - two.carried if tells_apart(name) and not two.says(name)}
        missing += (0 if refers else table.lone_name) * len(names)
        if names:
            doubts.append("only one names " + ", ".join(sorted(names)))
    if not slip and _are_both_narrowed(left, right) and left.claim.document == right.claim.document:
        missing += table.both_narrowed
    if not left.heads & right.heads and left.heads and right.heads and not deed:
        kin = lexicon().kin
        related = {kin.get(head) for head in left.heads} & {kin.get(head) for head in right.heads} - {None}
        missing += table.related_head if related else table.other_head
    return missing, doubts


def _are_both_narrowed(left: Aspect, right: Aspect) -> bool:
    """Whether each label has a telling word that the other sentence lacks."""
    lone = (one.zones.label - two.zones.every for one, two in ((left, right), (right, left)))
    return all(any(weight_of(word) == 1 for word in words) for words in lone)


def _ratio(left: Aspect, right: Aspect) -> float:
    """How many times the larger of two figures is the smaller; figures that are told twice are seldom far apart."""
    small, large = sorted(abs(float(aspect.claim.quantity.size)) for aspect in (left, right))
    return large / small if small else inf


def _tells_much(dimension: str, size: Decimal) -> float:
    """What sharing the figure beside proves, half of it for a small count."""
    return 0.5 if dimension == "count" and size < _SMALL else 1


def tells_apart(name: str) -> bool:
    """Whether a name tells things apart: "Oregon" does, "Americans" and "Congress" are everyone's."""
    return any(weight_of(stem(word)) == 1 for word in name.split())


def have_one_name(left: Aspect, right: Aspect) -> bool:
    """Whether both name one thing that tells things apart: "sent to Oregon", "arrived in Oregon".

    "Danes" who vote and "Danes" who sail are what is counted, and no name of it.
    """
    return any(tells_apart(name) for name in left.names & right.names - left.heads)


def measure_one_noun(left: Aspect, right: Aspect) -> bool:
    """Whether both measure one telling noun: two of "masks" do, two of "costs" do not."""
    return any(weight_of(stem(head)) == 1 for head in left.heads & right.heads)


def have_one_code(left: Aspect, right: Aspect) -> bool:
    """Whether both are of one type, named by letters and digits: "F5 drills" and "F5 machines"."""
    return any(_CODE.fullmatch(word) for word in left.modifiers & right.modifiers)


def _closeness(aspect: Aspect, word: str) -> float:
    table = weights()
    if word in aspect.zones.label:
        return table.label
    return table.near if word in aspect.zones.close else table.around
