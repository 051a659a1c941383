"""What is known stays known, whatever moves; what is new is told, and nothing else."""

from dataclasses import replace

import pytest
from sample_judgements import claim_of, documents_of, judged

from claimcheck.findings import Aside, Found, make_findings, prune
from claimcheck.model.baseline import Baseline, KnownFinding
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Suppression
from claimcheck.model.link import LinkKind
from claimcheck.model.verdict import Judgement

A, B, C, D = (claim_of(figure, start) for start, figure in enumerate(("29", "13", "43", "7")))


def found(*judgements: Judgement, baseline: Baseline | None = None) -> Found:
    return make_findings(judgements, documents_of(*judgements), Aside(baseline=baseline or Baseline()))


def known(*judgements: Judgement) -> Baseline:
    return Baseline(tuple(map(KnownFinding.of, found(*judgements).findings)))


def copied(claim: Claim, file: str) -> Claim:
    return replace(claim, file=file, document=file, id=f"{file}{claim.id}")


def figures(findings: tuple[Finding, ...]) -> list[list[str]]:
    return [[item.figure for item in finding.evidence] for finding in findings]


def part(whole: Claim, *parts: Claim) -> list[Judgement]:
    return [judged(whole, one, kind=LinkKind.PART_OF, check="part-of") for one in parts]


@pytest.mark.parametrize(
    "changed",
    [
        lambda claim: replace(claim, line=900, column=2, quantity=claim.quantity.moved(500)),
        lambda claim: replace(copied(claim, "renamed.txt"), turn=7),
        lambda claim: replace(claim, sentence=claim.sentence.replace(" ", "\n")),
        lambda claim: replace(claim, sentence=claim.sentence.replace(" ", "\N{NO-BREAK SPACE}")),
    ],
    ids=["moved", "renamed", "wrapped", "other spaces"],
)
def test_known_whatever_moves(changed: object) -> None:
    after = found(judged(changed(A), changed(B)), baseline=known(judged(A, B)))
    assert (figures(after.findings), figures(after.known)) == ([], [["29", "13"]])


@pytest.mark.parametrize(
    "judgement",
    [
        judged(A, C),
        judged(A, B, check="magnitude"),
        judged(A, replace(B, sentence=B.sentence.replace("counted", "found"))),
    ],
    ids=["another figure", "another rule", "another sentence"],
)
def test_new_when_either_side_is_another(judgement: Judgement) -> None:
    after = found(judgement, baseline=known(judged(A, B)))
    assert (len(after.findings), after.known) == (1, ())


def test_a_new_part_is_a_finding_of_its_own() -> None:
    after = found(*part(A, C, B, D), baseline=known(*part(A, C, B)))
    assert figures(after.findings) == [["29", "7"]]
    assert figures(after.known) == [["29", "13", "43"]]


def test_a_finding_of_more_figures_than_are_shown_is_known_whole() -> None:
    many = part(A, *(claim_of(f"9{n}", 100 + n) for n in range(12)))
    after = found(*many, baseline=known(*many))
    assert (after.findings, len(after.known)) == ((), 1)


def test_what_is_left_of_a_known_finding_is_known() -> None:
    assert found(*part(A, C), baseline=known(*part(A, C, B, D))).findings == ()


def test_of_twins_as_many_are_known_as_there_were_and_the_new_one_is_in_the_new_file() -> None:
    twins = [judged(copied(A, file), copied(B, file)) for file in ("b.txt", "c.txt")]
    new = judged(copied(A, "a.txt"), copied(B, "a.txt"))
    after = found(new, *twins, baseline=known(*twins))
    assert [finding.evidence[0].file for finding in after.findings] == ["a.txt"]
    assert [finding.evidence[0].file for finding in after.known] == ["b.txt", "c.txt"]
    again = found(new, *twins, baseline=known(twins[0]))
    assert [finding.evidence[0].file for finding in again.known] == ["b.txt"]


def test_a_finding_keeps_its_fingerprint_when_it_becomes_known() -> None:
    [before] = found(judged(A, B)).findings
    [after] = found(judged(A, B), baseline=known(judged(A, B))).known
    assert after.fingerprint == before.fingerprint


def test_what_is_kept_silent_is_not_known_and_takes_nothing_along() -> None:
    why = Suppression("counted twice", "a.txt:3")
    aside = Aside(lambda judgement: why if B in judgement.link.claims else None, baseline=known(judged(A, B)))
    judgements = part(A, C, B)
    after = make_findings(judgements, documents_of(*judgements), aside)
    assert figures(after.findings) == [["29", "43"]]
    assert [(finding.suppression, figures((finding,))) for finding in after.suppressed] == [(why, [["29", "13"]])]
    assert after.known == ()


def test_pruning_keeps_what_is_still_found() -> None:
    before = known(*part(A, C, B), judged(C, D))
    assert prune(before, found(*part(A, C, B), judged(C, D)).findings) == before
    [left] = prune(before, found(*part(A, C)).findings).findings
    assert (left.rule, len(left.clashes)) == ("core/part-of", 1)
    assert prune(before, []).findings == ()


def test_pruning_adds_nothing_and_keeps_what_nobody_read() -> None:
    elsewhere = judged(copied(A, "z.txt"), copied(B, "z.txt"))
    before = known(judged(C, D), elsewhere)
    after = prune(before, found(judged(A, D)).findings, unread={"z.txt"})
    assert [finding.files for finding in after.findings] == [{"z.txt"}]
    twice = known(judged(A, B), elsewhere)
    assert len(prune(twice, found(judged(A, B)).findings).findings) == 1
