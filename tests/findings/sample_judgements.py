"""Judgements built by hand: claims, links and verdicts as small as a test needs."""

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model.claim import Claim, Modality, Role
from claimcheck.model.document import Document, Speaker, Stated
from claimcheck.model.finding import Severity
from claimcheck.model.interval import Interval
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Bound, Kind, Quantity
from claimcheck.model.rule import Rule
from claimcheck.model.verdict import Judgement, Outcome, Verdict

ROLES = {
    LinkKind.SAME_MEASURE: ("first", "second"),
    LinkKind.RESTATES: ("first", "second"),
    LinkKind.PART_OF: ("whole", "part"),
    LinkKind.CHANGE_OF: ("from", "to", "change"),
    LinkKind.CORRECTS: ("wrong", "right"),
}


def claim_of(
    figure: str,
    start: int = 0,
    *,
    sentence: str = "",
    file: str = "a.txt",
    modality: Modality = Modality.ASSERTED,
    role: Role = Role.LEVEL,
    signals: Sequence[str] = (),
) -> Claim:
    """The claim that a sentence makes with a figure; without a sentence, one is made up for it."""
    sentence = sentence or f"They counted {figure} of them at {start}."
    exactly = Interval.exactly(Decimal(1))
    quantity = Quantity(
        start,
        start + len(figure),
        figure,
        Decimal(1),
        Decimal(1),
        "",
        Bound.EXACT,
        Kind.COUNT,
        "",
        Decimal(1),
        Decimal(0),
        exactly,
        exactly,
    )
    return Claim(
        id=f"{file}:{start}",
        quantity=quantity,
        measure=("law",),
        unit="law",
        document=file,
        file=file,
        line=start // 10 + 1,
        column=start % 10 + 1,
        turn=0,
        sentence=sentence,
        sentence_index=0,
        at=sentence.index(figure),
        speaker=Speaker("Anna Berg"),
        modality=modality,
        role=role,
        signals=frozenset(signals),
    )


def judged(
    *claims: Claim,
    kind: LinkKind = LinkKind.SAME_MEASURE,
    outcome: Outcome = Outcome.STRICT,
    check: str = "restated",
    severity: Severity = Severity.ERROR,
    doubts: Sequence[str] = (),
    message: str = "they differ",
    suggestion: str = "",
    score: float = 0.9,
) -> Judgement:
    """A rule's verdict on a link between the claims."""
    roles = ("total", *("part",) * (len(claims) - 1)) if kind is LinkKind.TOTAL_OF else ROLES[kind]
    link = Link(kind, claims, roles[: len(claims)], score, ("same noun",), tuple(doubts))
    rule = Rule(f"core/{check}", "Figures must agree.", check, severity=severity)
    readings = tuple(f"reading of {claim.quantity.text}" for claim in claims)
    return Judgement(rule, link, Verdict(outcome, message, ("a step",), "1", readings), suggestion)


def documents_of(*judgements: Judgement) -> dict[str, Document]:
    """The documents that the claims stand in, all of one day."""
    names = {claim.document for judgement in judgements for claim in judgement.link.claims}
    return {name: Document(name, name, "", 0, 0, "text", date=Stated("2019-03-02", "line 1")) for name in names}
