import random
from dataclasses import replace

import pytest
from sample_judgements import claim_of, documents_of, judged

from claimcheck.findings import Found, make_findings
from claimcheck.model.claim import Modality, Role
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.link import LinkKind
from claimcheck.model.verdict import Judgement, Outcome

A, B, C, D = (claim_of(figure, start) for start, figure in enumerate(("29", "13", "43", "7")))
FORECAST = claim_of("50", 50, modality=Modality.FORECAST)
TARGET = claim_of("60", 60, role=Role.TARGET)
OF_THEM = claim_of("5", 70, signals=["of them"])


def findings_of(*judgements: Judgement) -> tuple[Finding, ...]:
    return make_findings(judgements, documents_of(*judgements))[0]


def confirmations_of(*judgements: Judgement) -> tuple[Finding, ...]:
    return make_findings(judgements, documents_of(*judgements))[1]


def figures(finding: Finding) -> list[str]:
    return [item.figure for item in finding.evidence]


@pytest.mark.parametrize(
    ("judgement", "severity"),
    [
        (judged(A, B), "error"),
        (judged(A, B, severity=Severity.WARNING), "warning"),
        (judged(A, B, doubts=["the period of one figure is not stated"]), "warning"),
        (judged(A, B, doubts=["only one says net"], severity=Severity.NOTE), "note"),
        (judged(A, FORECAST), "warning"),
        (judged(A, TARGET, kind=LinkKind.PART_OF), "warning"),
        (judged(FORECAST, TARGET), "error"),
        (judged(A, TARGET, B, kind=LinkKind.CHANGE_OF), "error"),
        (judged(A, B, outcome=Outcome.PLAIN), "note"),
        (judged(A, B, kind=LinkKind.CORRECTS), "note"),
    ],
)
def test_severity(judgement: Judgement, severity: str) -> None:
    [finding] = findings_of(judgement)
    assert finding.severity == severity


@pytest.mark.parametrize("outcome", [Outcome.FITS, Outcome.UNDECIDED])
def test_figures_that_fit_are_no_finding(outcome: Outcome) -> None:
    assert not findings_of(judged(A, B, outcome=outcome))


@pytest.mark.parametrize(
    ("judgement", "confirmed"),
    [
        (judged(A, B, outcome=Outcome.FITS), True),
        (judged(A, B, outcome=Outcome.FITS, check="conversion", kind=LinkKind.RESTATES), True),
        (judged(C, A, B, outcome=Outcome.FITS, check="sum", kind=LinkKind.TOTAL_OF), True),
        (judged(A, OF_THEM, outcome=Outcome.FITS, check="part-of", kind=LinkKind.PART_OF), True),
        (judged(A, B, outcome=Outcome.FITS, check="part-of", kind=LinkKind.PART_OF), False),
        (judged(A, B, outcome=Outcome.FITS, check="magnitude"), False),
        (judged(A, B, outcome=Outcome.FITS, doubts=["the period of one figure is not stated"]), False),
        (judged(A, B, outcome=Outcome.UNDECIDED), False),
    ],
)
def test_confirms_what_was_said_to_agree(judgement: Judgement, confirmed: bool) -> None:
    assert bool(confirmations_of(judgement)) is confirmed


def test_a_set_of_figures_is_confirmed_once() -> None:
    agreeing = [judged(*pair, outcome=Outcome.FITS) for pair in ((A, B), (A, C), (B, C), (A, B))]
    [confirmation] = confirmations_of(*agreeing)
    assert figures(confirmation) == ["29", "13", "43"]
    assert confirmation.message == "29, 13 and 43 agree"


def test_figures_that_another_rule_objects_to_are_not_confirmed() -> None:
    assert not confirmations_of(judged(A, B, outcome=Outcome.FITS), judged(A, B, check="magnitude"))


def test_one_whole_against_its_parts_is_one_finding() -> None:
    parts = [judged(A, part, kind=LinkKind.PART_OF, check="part-of") for part in (D, C, B)]
    [finding] = findings_of(*parts)
    assert figures(finding) == ["29", "13", "43", "7"]
    assert [item.role for item in finding.evidence] == ["whole", "part", "part", "part"]
    assert finding.message == "they differ, and likewise 2 other figures"


def test_a_doubtful_part_joins_a_grave_one() -> None:
    doubtful = judged(A, B, kind=LinkKind.PART_OF, doubts=["only one says net"], message="doubtful")
    [finding] = findings_of(doubtful, judged(A, C, kind=LinkKind.PART_OF, message="grave"))
    assert (finding.severity, finding.message) == ("error", "grave, and likewise 1 other figure")
    assert figures(finding) == ["29", "43", "13"]
    assert len(finding.alternatives) == 1


def test_a_part_that_only_sounds_larger_stays_out() -> None:
    loose = judged(A, B, kind=LinkKind.PART_OF, outcome=Outcome.PLAIN)
    found = findings_of(loose, judged(A, C, kind=LinkKind.PART_OF))
    assert [(figures(finding), finding.severity) for finding in found] == [
        (["29", "43"], "error"),
        (["29", "13"], "note"),
    ]


def test_the_odd_one_out_leads() -> None:
    [finding] = findings_of(judged(A, C), judged(B, C), judged(C, D))
    assert figures(finding) == ["43", "29", "13", "7"]


def test_a_wholes_own_whole_is_another_finding() -> None:
    nested = [judged(*pair, kind=LinkKind.PART_OF) for pair in ((A, B), (B, C))]
    assert [figures(finding) for finding in findings_of(*nested)] == [["29", "13"], ["13", "43"]]


def test_figures_that_only_sound_different_stay_out_of_an_error() -> None:
    loud, quiet = findings_of(judged(A, B), judged(A, C, outcome=Outcome.PLAIN))
    assert (figures(loud), loud.severity) == (["29", "13"], "error")
    assert (figures(quiet), quiet.severity) == (["29", "43"], "note")


def test_a_pair_is_found_once_by_the_graver_rule() -> None:
    doubtful = judged(A, B, check="restated", doubts=["only one says net"])
    [finding] = findings_of(doubtful, judged(A, B, check="magnitude"))
    assert (finding.rule, finding.severity) == ("core/magnitude", "error")


def test_a_pair_within_a_sum_is_the_sums() -> None:
    [finding] = findings_of(
        judged(C, A, kind=LinkKind.PART_OF, check="part-of"),
        judged(C, A, B, kind=LinkKind.TOTAL_OF, check="sum"),
    )
    assert finding.rule == "core/sum"


def test_a_finding_shows_eight_figures_at_most() -> None:
    parts = [judged(A, claim_of(f"9{n}", 100 + n), kind=LinkKind.PART_OF) for n in range(12)]
    [finding] = findings_of(*parts)
    assert len(finding.evidence) == 8
    assert finding.evidence[0].figure == "29"


def test_the_commonest_suggestion_is_made() -> None:
    [finding] = findings_of(
        judged(A, B, suggestion="31", score=1.0), judged(A, C, suggestion="40"), judged(A, D, suggestion="40")
    )
    assert finding.suggestion == "40"


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (judged(A, B, doubts=["the period of one figure is not stated"]), "different periods"),
        (judged(A, B, doubts=["only one names Oslo"]), "different places"),
        (judged(A, B, doubts=["only one says net"]), "defined differently"),
        (judged(A, B, doubts=["hm"]), "left unsaid: hm"),
        (judged(A, FORECAST), "forecast"),
        (judged(A, B, outcome=Outcome.PLAIN), "hedge"),
    ],
)
def test_says_what_else_could_explain_it(judgement: Judgement, said: str) -> None:
    [finding] = findings_of(judgement)
    [alternative] = finding.alternatives
    assert said in alternative


def test_doubts_of_one_kind_are_told_together_and_the_many_are_counted() -> None:
    names = ("Oslo", "Bergen", "Moss", "Hamar", "Molde", "Narvik")
    doubtful = [judged(A, B, doubts=[f"only one names {name}", "one figure is a forecast"]) for name in names]
    [finding] = findings_of(*doubtful, judged(A, FORECAST))
    assert finding.alternatives == (
        "The figures may be for different places or bodies: only one names Oslo; only one names Bergen; only one names "
        "Moss; only one names Hamar; and 2 more of the kind.",
        "One figure may be a plan and the other a result: one figure is a forecast.",
    )


def test_nothing_else_explains_a_plain_error() -> None:
    [finding] = findings_of(judged(A, B))
    assert finding.alternatives == ()


def test_evidence_is_what_a_reader_needs() -> None:
    wrapped = claim_of("$28\nmillion", 5, sentence="  Trade\nhas reached $28\nmillion\n this  year.")
    [finding] = findings_of(judged(wrapped, A))
    first = finding.evidence[0]
    assert first.quote == "Trade has reached $28 million this year."
    assert first.quote[first.quote_at :].startswith(first.figure)
    assert (first.figure, first.speaker, first.date) == ("$28 million", "Anna Berg", "2019-03-02")
    assert (first.file, first.start, first.end, first.line, first.column) == ("a.txt", 5, 16, 1, 6)
    assert (first.role, first.reading) == ("first", "reading of $28\nmillion")


def test_no_break_spaces_of_a_number_stay() -> None:
    [finding] = findings_of(judged(claim_of("28\u00a0000", 5), A))
    assert finding.evidence[0].figure == "28\u00a0000"


def test_sorted_by_severity_then_place() -> None:
    other = [claim_of("1", start, file="b.txt") for start in (0, 9)]
    found = findings_of(judged(A, B, outcome=Outcome.PLAIN), judged(*other), judged(C, D))
    assert [(finding.severity, finding.evidence[0].file) for finding in found] == [
        ("error", "a.txt"),
        ("error", "b.txt"),
        ("note", "a.txt"),
    ]


def test_the_order_of_judgements_changes_nothing() -> None:
    claims = [claim_of(str(n), n, file=f"{n % 3}.txt") for n in range(12)]
    judgements = [
        judged(left, right, check=check, outcome=outcome)
        for left, right in zip(claims, claims[1:] + claims[:1], strict=True)
        for check, outcome in (
            ("restated", Outcome.STRICT),
            ("magnitude", Outcome.PLAIN),
            ("sum", Outcome.FITS),
        )
    ]
    expected = make_findings(judgements, documents_of(*judgements))
    shuffler = random.Random(7)
    for _ in range(5):
        shuffler.shuffle(judgements)
        assert make_findings(judgements, documents_of(*judgements)) == expected


def test_moved_lines_and_renamed_files_keep_the_fingerprint() -> None:
    [before] = findings_of(judged(A, B))
    moved = [
        replace(claim, file="z.txt", document="z.txt", id=f"z{claim.id}", line=900, column=3,
                sentence=claim.sentence.replace(" ", "\n", 1), quantity=claim.quantity.moved(5000))
        for claim in (A, B)
    ]  # fmt: skip
    [after] = findings_of(judged(*moved))
    assert after.fingerprint == before.fingerprint
    assert len(before.fingerprint) == 16


def test_other_figures_rules_and_occurrences_have_other_fingerprints() -> None:
    twins = [replace(claim, file="b.txt", document="b.txt", id=f"b{claim.id}") for claim in (A, B)]
    found = findings_of(judged(A, B), judged(*twins), judged(C, D), judged(A, OF_THEM, check="magnitude"))
    assert len({finding.fingerprint for finding in found}) == len(found) == 4


def test_a_message_is_never_empty() -> None:
    [finding] = findings_of(judged(A, B, message=""))
    assert finding.message == "Figures must agree."


def test_no_judgements_no_findings() -> None:
    assert make_findings([], {}) == Found()
