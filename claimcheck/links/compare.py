"""Are two figures about the same thing? The comparison that all links of measure rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.links.aspect import Aspect
from claimcheck.links.lexicon import lexicon
from claimcheck.links.periods import PeriodMatch, match_periods
from claimcheck.links.weights import weights
from claimcheck.model.claim import Modality, Role

COMPARABLE = frozenset({Modality.ASSERTED, Modality.FORECAST})
# "Two phases" and "three phases" are rarely one count.
_SMALL = 10
_LIKE_WORDS = 4
_PARTIAL = frozenset({"top", "elided", "pointing", "another", "of them", "including", "remaining", "each"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two claims measure the same thing.

    `conflict` names what sets them apart ("" when nothing does), `reasons` what they share, `doubts` what one
    of them leaves unsaid; `score` is the share of agreement, from 0 to 1, and `shared` its sum.
    """

    conflict: str = ""
    score: float = 0.0
    shared: float = 0.0
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=())
    related_only: bool = False
    periods: PeriodMatch = PeriodMatch.UNKNOWN

    @property
    def is_same(self) -> bool:
        """Whether the claims may be set against each other."""
        bar = weights()
        least = bar.least_related_score if self.related_only else bar.least_score
        return not self.conflict and self.score >= least and self.shared >= bar.least_shared


def compare(left: Aspect, right: Aspect, *, across_periods: bool = False) -> Comparison:
    """Compare what two claims measure: "weapons were confiscated" and "several hundred firearms seized" agree.

    "Soldiers killed" and "civilians killed" do not, nor do "adjusted EBITDA" and "EBITDA". With
    `across_periods` different periods are no conflict (for growth and for one figure given for two years).
    """
    conflict = _conflict(left, right, across_periods) or ("" if across_periods else _other_occasion(left, right))
    if conflict:
        return Comparison(conflict)
    periods = match_periods(left.claim, right.claim)
    if periods is PeriodMatch.DIFFERENT and not across_periods:
        return Comparison("different periods", periods=periods)
    return _score(left, right, periods)


def _conflict(left: Aspect, right: Aspect, across_periods: bool) -> str:
    one, two, words = left.claim, right.claim, lexicon()
    if left.dimension != right.dimension:
        return "different dimensions"
    for claim in (one, two):
        if claim.modality not in COMPARABLE:
            return f"a figure is {claim.modality.value}"
        if claim.signals & _PARTIAL:
            return "a figure is a part, a rank or has no noun of its own"
        if claim.quantity.vague:
            return "a figure is vague"
    for claim in (one, two):
        if "from" in claim.signals and not (claim.period is not None and claim.period.is_resolved):
            return "the base of a comparison"
    if one.modality is not two.modality:
        return "a forecast against a result"
    if (one.role is Role.CHANGE) != (two.role is Role.CHANGE):
        return "a change against a level"
    if one.role is Role.CHANGE and one.trend != two.trend:
        return "opposite trends"
    if (one.quantity.unit.partition(" per ")[2]) != (two.quantity.unit.partition(" per ")[2]):
        return "different rates"
    if (one.period.per if one.period else "") != (two.period.per if two.period else ""):
        return "different rates"
    if not left.heads or not right.heads:
        return "no measure"
    opposed = words.opposed(_all_words(left), _all_words(right))
    if opposed:
        return f"{opposed[0]} against {opposed[1]}"
    one_sided = (left.modifiers ^ right.modifiers) & words.definitions
    if one_sided:
        return f'only one says "{min(one_sided)}"'
    one_sided = (left.context ^ right.context) & words.bases
    if one_sided:
        return f'only one sentence says "{min(one_sided)}"'
    if left.dimension == "time":
        return "durations of bare nouns"
    common = left.heads & right.heads
    if common and common <= words.general_nouns and left.modifiers != right.modifiers:
        return "a general noun with different modifiers"
    if left.names and right.names and left.names != right.names:
        return "different names"
    for names, others in (
        (left.names, right.names | right.carried),
        (right.names, left.names | left.carried),
    ):
        if names - others:
            return f"only one names {min(names - others)}"
    shared = ((left.modifiers & right.modifiers) | (left.names & right.names)) - left.heads - right.heads
    # Every segment has an adjusted, an operating and a fourth-quarter figure.
    shared -= words.definitions
    if not shared and max(one.quantity.high, two.quantity.high) < _SMALL and left.dimension == "count":
        return "small counts of a bare noun"
    if not shared and not across_periods and not _says_again(left, right):
        return "nothing but a noun in common"
    if one.role is Role.SHARE and (not one.subject or set(one.subject) != set(two.subject)):
        return "shares of different things"
    if left.group != right.group and (left.names - right.names or right.names - left.names):
        return "a group against a member"
    return ""


def _says_again(left: Aspect, right: Aspect) -> bool:
    """Whether two figures of a bare noun may be one: said within a breath for one stated time, or in like words.

    Segments are told apart paragraphs earlier, so that "revenue" here and "revenue" there is little to go by.
    """
    one, two = left.claim, right.claim
    dated = one.period is not None and one.period.stated and match_periods(one, two) is PeriodMatch.SAME
    close = abs(one.sentence_index - two.sentence_index) <= 1
    if (one.document, one.turn) == (two.document, two.turn):
        return dated and close
    return len(left.context & right.context) >= _LIKE_WORDS


def _other_occasion(left: Aspect, right: Aspect) -> str:
    apart = left.claim.document != right.claim.document
    return "said on different occasions" if apart and not _same_occasion(left, right) else ""


def _same_occasion(left: Aspect, right: Aspect) -> bool:
    """Whether figures of two documents may be of one time: a known day, a stated period, or all but one wording.

    A level moves from one day to the next: speeches without dates are not compared at all, and other texts only
    where the sentences tell nearly the same.
    """
    one, two = left.claim, right.claim
    if one.day is not None and one.day == two.day:
        return True
    if match_periods(one, two) is PeriodMatch.SAME and one.period is not None and one.period.is_resolved:
        return True
    if one.speaker is not None or two.speaker is not None:
        return False
    every = left.context | left.heads | left.modifiers, right.context | right.heads | right.modifiers
    common = len(every[0] & every[1])
    return common >= weights().least_common_words and common >= weights().least_overlap * min(map(len, every))


def _score(left: Aspect, right: Aspect, periods: PeriodMatch) -> Comparison:
    table, words = weights(), lexicon()
    reasons: list[str] = []
    doubts: list[str] = []
    shared = missing = 0.0
    heads = left.heads & right.heads
    related = False
    if heads:
        shared += max(table.general_head if head in words.general_nouns else table.head for head in heads)
        reasons.append(f"both measure {' and '.join(sorted(heads))}")
    elif left.heads & right.modifiers or right.heads & left.modifiers:
        return Comparison("different nouns")
    else:
        kin = {words.kin.get(head, "") for head in left.heads} & {words.kin.get(head, "") for head in right.heads}
        if not kin - {""}:
            return Comparison("different nouns")
        related = True
        shared += table.head
        reasons.append(f"related nouns: {min(left.heads)} and {min(right.heads)}")
    common = left.modifiers & right.modifiers
    shared += table.modifier * len(common)
    if common:
        reasons.append("shared words: " + ", ".join(sorted(common)))
    names = left.names & right.names
    shared += table.name * len(names)
    if names:
        reasons.append("both name " + ", ".join(sorted(names)))
    carried = ((left.names | left.carried) & (right.names | right.carried)) - names
    if carried:
        shared += table.carried_name * min(2, len(carried))
        reasons.append("the passages name " + ", ".join(sorted(carried)))
    if left.claim.event and words.same(left.claim.event) == words.same(right.claim.event):
        shared += table.event
        reasons.append(f"same event: {left.claim.event}")
    elif left.claim.event and right.claim.event:
        missing += table.missing_event
    context = left.context & right.context
    if context:
        shared += min(table.context_limit, table.context_word * len(context))
        reasons.append("shared context: " + ", ".join(sorted(context)[:6]))
    apart = min(len(left.context - right.context), len(right.context - left.context))
    missing += min(table.missing_context_limit, table.missing_context_word * apart)
    if periods is PeriodMatch.SAME:
        shared += table.period
        reasons.append("same period")
    elif periods is PeriodMatch.UNKNOWN:
        doubts.append("the period of one figure is not stated")
    for extra, cost, what in (
        (left.modifiers ^ right.modifiers, table.missing_modifier, "says"),
        (left.names ^ right.names, table.missing_name, "names"),
    ):
        if extra:
            missing += cost * len(extra)
            doubts.append(f"only one {what} " + ", ".join(sorted(extra)))
    total = shared + missing
    return Comparison("", shared / total if total else 0.0, shared, tuple(reasons), tuple(doubts), related, periods)


def _all_words(aspect: Aspect) -> set[str]:
    return set(aspect.heads | aspect.modifiers | {aspect.claim.event} | set(aspect.claim.scope)) - {""}
