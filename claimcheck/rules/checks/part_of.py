"""Part-of: a part must not exceed its whole, nor all parts together."""

from __future__ import annotations

from claimcheck.model.link import Link, LinkKind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.checks.sum import add
from claimcheck.rules.compare import UNDECIDED, Compared, compare, decide, distance
from claimcheck.rules.wording import said


def check_part_of(link: Link, tolerance: Tolerance) -> Verdict:
    """A part must not be larger than its whole: "$28 million in all, $9 billion of it with the north".

    Parts that are listed together must not be so either: "of $100 million, $70 million here and $60 million
    there".
    Undecided with figures below zero: a whole that is a balance may be smaller than a part of it.
    """
    wholes, parts = link.of_role("whole"), link.of_role("part")
    if len(wholes) != 1 or not parts:
        return UNDECIDED
    compared = compare((*wholes, *parts), tolerance)
    if compared is None or any(claim.quantity.low < 0 for claim in compared.claims):
        return UNDECIDED
    for at in range(1, len(compared.claims)):
        alone = Compared(
            (compared.claims[0], compared.claims[at]), compared.unit, (compared.readings[0], compared.readings[at])
        )
        verdict = _judge_one(alone, link)
        if verdict.outcome is not Outcome.FITS or len(parts) == 1:
            return verdict
    return _judge_together(compared, link)


def _judge_one(compared: Compared, link: Link) -> Verdict:
    outcome = decide(compared, lambda intervals: not intervals[0].below(intervals[1]))
    whole, part = (said(claim.quantity) for claim in compared.claims)
    in_whole, in_part = compared.say_each()
    relation = "is no more than the whole" if outcome is Outcome.FITS else "is more than the whole allows"
    low, high = (reading.plain if outcome is Outcome.PLAIN else reading.strict for reading in compared.readings)
    return Verdict(
        outcome,
        f"a part ({part}) is larger than its whole ({whole})",
        (f"whole: {whole} allows {in_whole}", f"part: {part} allows {in_part}", f"the part {relation}"),
        "" if outcome is Outcome.FITS else compared.say_size(high.low - low.high),
        compared.say_for(link),
    )


def _judge_together(compared: Compared, link: Link) -> Verdict:
    whole, *parts = compared.readings
    least = (add([part.rounded for part in parts]), add([part.cut for part in parts]))
    exceeds = all(one.below(sum_of) for one, sum_of in zip((whole.rounded, whole.cut), least, strict=True))
    outcome = Outcome.STRICT if exceeds else Outcome.FITS
    stated = add([part.stated for part in parts])
    of_whole, *figures = (said(claim.quantity) for claim in compared.claims)
    relation = "the parts are more than the whole" if exceeds else "the parts are no more than the whole"
    return Verdict(
        outcome,
        f"parts of {of_whole} make {compared.say(stated)}: {' + '.join(figures)}",
        (
            f"parts: {' + '.join(figures)} = {compared.say(stated)}",
            f"whole: {of_whole} allows {compared.say_each()[0]}",
            relation,
        ),
        compared.say_size(distance(stated, whole.stated)) if exceeds else "",
        compared.say_for(link),
    )


PART_OF = Check("part-of", frozenset({LinkKind.PART_OF}), check_part_of, "A part must not be larger than its whole.")
