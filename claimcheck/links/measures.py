"""Links between claims anywhere in a corpus that measure the same thing, or a part or the growth of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.links.aspect import Aspect, Directory
from claimcheck.links.certainty import are_related, are_two_matters, is_tentative
from claimcheck.links.compare import Comparison, compare
from claimcheck.links.glances import is_worth_a_look
from claimcheck.links.homes import Homes
from claimcheck.links.itemized import is_listed_twice
from claimcheck.links.occasion import same_occasion
from claimcheck.links.periods import PeriodMatch, match_periods, same_length
from claimcheck.links.retelling import retelling_of, retells
from claimcheck.links.series import is_sure_in_a_series, part_in_a_series
from claimcheck.links.weights import weights
from claimcheck.links.words import stem, weight_of
from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind
from claimcheck.model.slip import significant_digits

# A small count or a round figure is shared by chance; a figure this long is not.
_DISTINCTIVE_DIGITS = 3
_THOUSAND = 1000
_MORE_THAN_A_YEAR = 540
_TELLING_DIGITS = 2


def link_measures(homes: Homes, pairs: Iterable[tuple[Aspect, Aspect]], directory: Directory) -> Iterator[Link]:
    """Same measure, part of a group's whole, growth over several spans, one figure given for two periods.

    `pairs` are those of the aspects that are worth comparing, whose `homes` are known.
    """
    for left, right in pairs:
        if _is_growth(left) and _is_growth(right):
            yield from _growth(left, right)
        if left.claim.where == right.claim.where:
            if is_listed_twice(left, right):
                yield _same(left, right, Comparison(shared=weights().needed, needed=weights().needed), True)
            continue
        yield from _part_of_group(left, right, directory)
        comparison = compare(left, right, are_strangers=homes.are_strangers)
        if are_two_matters(left, right, comparison):
            continue
        if homes.is_outvoted(left, right, comparison):
            yield _same(left, right, comparison, not are_related(left, right))
        elif comparison.is_same and homes.may_clash(left, right, comparison):
            tentative = is_tentative(left, right, comparison)
            elsewhere = comparison.retold and homes.fits_elsewhere(left, right, comparison)
            if not elsewhere and not (tentative and _may_be_of_a_year(left, comparison)):
                yield _same(left, right, comparison, tentative)
        elif (comparison.is_likely and homes.might_clash(left, right)) or is_worth_a_look(
            left, right, comparison, homes
        ):
            yield _same(left, right, comparison, True)
        elif (slip := _slip_of_scale(left, right, comparison, directory)) is not None:
            yield slip
        elif (parted := part_in_a_series(left, right, homes)) is not None:
            yield _same(left, right, parted, not is_sure_in_a_series(left, right, parted))
        else:
            yield from _two_periods(left, right, directory)


def _same(left: Aspect, right: Aspect, comparison: Comparison, tentative: bool) -> Link:
    return Link(
        LinkKind.SAME_MEASURE,
        (left.claim, right.claim),
        ("first", "second"),
        round(comparison.score, 3),
        comparison.reasons or (f"both tell of {left.claim.head or right.claim.head}",),
        (*comparison.doubts, *([comparison.conflict] if comparison.conflict else [])),
        tentative=tentative,
        retelling=(retelling_of(left, right) or "") if comparison.retold else "",
    )


def _may_be_of_a_year(left: Aspect, comparison: Comparison) -> bool:
    """Whether two shares or changes of like words may be those of the quarter and of the year: one does not say."""
    return left.is_share_or_change and comparison.periods is PeriodMatch.UNKNOWN


def _slip_of_scale(left: Aspect, right: Aspect, comparison: Comparison, directory: Directory) -> Link | None:
    """The link of figures that differ by a scale word only, whatever their periods."""
    if not _is_slip_of_scale(left.claim, right.claim):
        return None
    again = compare(left, right, across_periods=True)
    if again.is_same:
        return _same(left, right, again, is_tentative(left, right, again))
    return _same(left, right, comparison, False) if _same_pair(left, right, directory) else None


def _is_slip_of_scale(left: Claim, right: Claim) -> bool:
    """Whether two figures have the same digits, a thousand or more apart: "$38 million" and "$38 billion".

    Levels move from day to day, but not by a factor of a thousand with every digit kept.
    """
    small, large = sorted((left.quantity.size, right.quantity.size))
    if small < _THOUSAND or large < small * _THOUSAND:
        return False
    if left.document != right.document and len(significant_digits(left.quantity.size)) < _TELLING_DIGITS:
        return False
    if left.role is Role.CHANGE or left.quantity.is_range or right.quantity.is_range:
        return False
    return significant_digits(small) == significant_digits(large)


def _part_of_group(left: Aspect, right: Aspect, directory: Directory) -> Iterator[Link]:
    """ "Trade between our countries" holds "our trade with Norway": same noun, a group's scope against a member's."""
    for whole, part in ((left, right), (right, left)):
        if not _is_whole(whole, directory) or _is_whole(part, directory) or not same_occasion(whole, part):
            continue
        about = part.names or part.carried & _members(whole, directory)
        if not about or not whole.heads & part.heads or whole.dimension != part.dimension:
            continue
        if {whole.claim.role, part.claim.role} & {Role.CHANGE, Role.SHARE} or whole.dimension in (
            "percent",
            "multiple",
        ):
            continue
        if match_periods(whole.claim, part.claim) is PeriodMatch.DIFFERENT and not _both_present(whole, part):
            continue
        if whole.modifiers - part.modifiers - whole.group_nouns:
            continue
        doubts = [] if part.names else ["the part is named only in the sentences before"]
        yield Link(
            LinkKind.PART_OF,
            (whole.claim, part.claim),
            ("whole", "part"),
            0.8,
            (
                f"both measure {min(whole.heads & part.heads)}",
                f"one for the whole group, one for {', '.join(sorted(about))}",
            ),
            tuple(doubts),
        )


def _is_whole(aspect: Aspect, directory: Directory) -> bool:
    """Whether a figure is for a whole group: by its words ("between our countries") or a declared group's name."""
    if any(name in directory.members for name in aspect.names):
        return True
    return aspect.group and not aspect.names and bool(aspect.group_nouns)


def _members(whole: Aspect, directory: Directory) -> frozenset[str]:
    declared = [directory.members[name] for name in whole.names if name in directory.members]
    if declared:
        return frozenset().union(*declared)
    return whole.carried | frozenset(name for members in directory.members.values() for name in members)


def _both_present(whole: Aspect, part: Aspect) -> bool:
    """Whether both figures are for the present year, one of them "today" and one "this year"."""
    periods = [c.period for c in (whole.claim, part.claim) if c.period is not None and c.period.is_resolved]
    years = {p.end.year for p in periods if p.end is not None}
    return len(years) <= 1 and whole.claim.day == part.claim.day


def _is_growth(aspect: Aspect) -> bool:
    return aspect.claim.role is Role.CHANGE and aspect.claim.quantity.kind in (Kind.PERCENT, Kind.MULTIPLE)


def _growth(left: Aspect, right: Aspect) -> Iterator[Link]:
    """ "Grown by two and a half times over four years" and "by 40% since 2003": growth of one measure."""
    one, two = left.claim, right.claim
    if one.trend != two.trend or one.where == two.where or left.group != right.group:
        return
    if not left.heads & right.heads or left.names != right.names:
        return
    if not (_is_long(one) or _is_long(two)) or not all(map(_has_yearly_rate, (one, two))):
        return
    # "Site rental revenue" and "dividends per share" grow apart, and "growth" and "units" are of anything.
    joined = left.head_stems | right.head_stems  # "integration and trade" tells of trade
    if any(weight_of(word) == 1 for word in (left.zones.label ^ right.zones.label) - joined):
        return
    if not left.names and all(weight_of(stem(head)) < 1 for head in left.heads & right.heads):
        return
    if one.file != two.file and (one.day is None or one.day != two.day):
        return
    if left.bases != right.bases:
        return
    spans = [claim.period for claim in (one, two)]
    if any(span is None or not (span.stated or span.per) for span in spans):
        return
    same = match_periods(one, two) is PeriodMatch.SAME
    yield Link(
        LinkKind.GROWTH_OF,
        (one, two),
        ("growth", "growth"),
        0.8,
        (f"both tell how {min(left.heads & right.heads)} grew",),
        () if same else ("the figures are for different spans",),
    )


def _is_long(claim: Claim) -> bool:
    """Whether growth is told over several years: "over the last five years", "since 2003"."""
    period = claim.period
    if period is None or not period.stated:
        return False
    if period.kind == "since" or period.text.endswith(("years", "decade", "decades")):
        return True
    spans = (period.end - period.start).days if period.start and period.end else 0
    return spans > _MORE_THAN_A_YEAR


def _has_yearly_rate(claim: Claim) -> bool:
    """Whether a growth figure can be told by the year: not that of a quarter, which is held against another one."""
    return _is_long(claim) or (claim.period is not None and claim.period.per == "year")


def _two_periods(left: Aspect, right: Aspect, directory: Directory) -> Iterator[Link]:
    """One distinctive figure of one measure, given for two periods: "$970 million" for 2019 and for 2017."""
    one, two = left.claim, right.claim
    if (
        left.dimension != right.dimension
        or left.dimension == "percent"
        or (one.role is Role.CHANGE) != (two.role is Role.CHANGE)
    ):
        return
    if one.quantity.size != two.quantity.size and (
        one.quantity.in_base(one.quantity.strict) != two.quantity.in_base(two.quantity.strict)
    ):
        return
    # Documents of no known day tell the same quarter's figure in one and the next: "the first", "the fourth".
    undated = one.day is None and one.document != two.document and not retells(left, right)
    if one.day != two.day or undated:
        return
    if one.quantity.is_range or Role.TARGET in (one.role, two.role):
        return
    stages = (one.modality is Modality.FORECAST) != (two.modality is Modality.FORECAST)
    periods = match_periods(one, two)
    sure = False
    if periods is PeriodMatch.DIFFERENT:
        comparison = compare(left, right, across_periods=True)
        sure = comparison.is_same
        if not _is_one_figure(left, comparison) or not same_length(one, two):
            return
    elif not stages or not _same_pair(left, right, directory):
        return
    yield Link(
        LinkKind.PERIOD_OF,
        (one, two),
        ("first", "second"),
        1.0 if sure else 0.7,
        (f"both measure {min(left.heads & right.heads, default=one.head)}", "one figure"),
        ("one figure is a forecast",) if stages else (),
    )


def _is_one_figure(figure: Aspect, comparison: Comparison) -> bool:
    """Whether a figure said for two periods is of one thing: it is distinctive, or all but the period agrees."""
    agreed = comparison.shared - comparison.missing
    digits = len(significant_digits(figure.claim.quantity.low))
    if comparison.conflict or digits < _TELLING_DIGITS:
        return False
    return agreed >= (weights().needed_for_one_figure if digits >= _DISTINCTIVE_DIGITS else comparison.needed)


def _same_pair(left: Aspect, right: Aspect, directory: Directory) -> bool:
    """Whether two speakers name each other's side: "our trade with Russia" and, from Russia, "with Kazakhstan"."""

    def sides(aspect: Aspect) -> frozenset[str]:
        speaker = aspect.claim.speaker
        own = directory.resolve(speaker.represents) if speaker else frozenset()
        if speaker:
            own |= frozenset(
                name for entity in directory.resolve([speaker.name]) for name in directory.represents.get(entity, ())
            )
        return (aspect.names or aspect.carried) | own

    return bool(left.heads & right.heads) and len(sides(left) & sides(right)) >= 2
