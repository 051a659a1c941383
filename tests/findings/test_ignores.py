"""What comments ask for: which rules, where, why; and what is wrong with those that ask in vain."""

from dataclasses import replace

import pytest
from sample_judgements import claim_of, judged

from claimcheck.errors import Place
from claimcheck.findings import Silencer
from claimcheck.findings.ignores import read_remarks
from claimcheck.model.document import Document
from claimcheck.model.remark import Ignore, Remark

LENGTH = 1000


def document(*remarks: tuple[str, int]) -> Document:
    """A file with comments at these places, each about the 50 characters behind it."""
    placed = tuple(Remark(text, at, at + 40, at // 10 + 1, 1, (at + 40, at + 90)) for text, at in remarks)
    return Document("a.txt", "a.txt", " " * LENGTH, 0, LENGTH, "text", remarks=placed)


@pytest.mark.parametrize(
    ("text", "rules", "reason", "span"),
    [
        ("ignore core/sum -- by car", ("core/sum",), "by car", (140, 190)),
        ("ignore core/sum, core/share -- by car", ("core/sum", "core/share"), "by car", (140, 190)),
        ("ignore * — by car -- twice", ("*",), "by car -- twice", (140, 190)),
        ("ignore-file core/* -- by car", ("core/*",), "by car", (0, LENGTH)),
    ],
)
def test_reads_what_is_asked(text: str, rules: tuple[str, ...], reason: str, span: tuple[int, int]) -> None:
    [ignore], complaints = read_remarks([document((text, 100))])
    assert (ignore.rules, ignore.reason, ignore.span, ignore.file) == (rules, reason, span, "a.txt")
    assert (str(ignore.place), complaints) == ("a.txt:11:1", [])


def test_a_block_goes_from_its_start_to_its_end() -> None:
    inner = ("ignore-start core/share -- inner", 200), ("ignore-end", 300)
    found, complaints = read_remarks([document(("ignore-start core/sum -- outer", 100), *inner, ("ignore-end", 400))])
    assert {one.reason: one.span for one in found} == {"outer": (140, 400), "inner": (240, 300)}
    assert complaints == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignroe core/sum -- by car", '"ignroe" is nothing to ask for'),
        ("", '"" is nothing to ask for'),
        ("ignore -- by car", '"ignore" names no rule'),
        ("ignore core/sum", '"ignore core/sum" says no reason, and is not heeded'),
        ("ignore core/sum --", '"ignore core/sum" says no reason, and is not heeded'),
        ("ignore-end", '"ignore-end" ends nothing'),
    ],
)
def test_complains_of_what_it_does_not_heed(text: str, told: str) -> None:
    ignores, [complaint] = read_remarks([document((text, 100))])
    assert ignores == []
    assert complaint.message == told
    assert complaint.hint


def test_a_block_without_end_holds_to_the_end_and_is_told() -> None:
    [ignore], [complaint] = read_remarks([document(("ignore-start core/sum -- by car", 100))])
    assert (ignore.span, complaint.message) == ((140, LENGTH), '"ignore-start" never ends')


SUM = Ignore(("core/restated",), "by car", Place("a.txt", 1, 1), file="a.txt", span=(0, 50))
INSIDE, OUTSIDE, FAR = claim_of("29", 10), claim_of("13", 90), claim_of("13", 400)


@pytest.mark.parametrize(
    ("ignore", "silent"),
    [
        (SUM, True),
        (replace(SUM, rules=("core/*",)), True),
        (replace(SUM, rules=("core/sum", "*")), True),
        (replace(SUM, rules=("core/sum",)), False),
        (replace(SUM, file="b.txt"), False),
        (replace(SUM, span=(11, 50)), False),
        (replace(SUM, span=None, files=("a.*",)), True),
        (replace(SUM, span=None, files=("b.txt",)), False),
        (replace(SUM, span=None, figure="29"), True),
        (replace(SUM, span=None, figure="30"), False),
        (replace(SUM, span=None, words="THEY  counted"), True),
        (replace(SUM, span=None, words="they lost"), False),
        (replace(SUM, span=None, files=("a.txt",), figure="30"), False),
    ],
)
def test_silences_what_it_is_about_and_no_more(ignore: Ignore, silent: bool) -> None:
    suppression = Silencer([ignore])(judged(INSIDE, OUTSIDE))
    assert (suppression is not None) is silent
    if suppression:
        assert (suppression.reason, suppression.place, suppression.in_source) == ("by car", "a.txt:1:1", True)


def test_a_sentence_that_begins_there_is_meant_too() -> None:
    begins = claim_of("13", 60, sentence="Of those that came by car we counted 13.")
    silencer = Silencer([replace(SUM, span=(20, 30))])
    assert silencer(judged(begins, FAR))
    assert not silencer(judged(INSIDE, FAR))


@pytest.mark.parametrize(
    ("ignore", "told"),
    [
        (SUM, ["unused: no core/restated is found there"]),
        (replace(SUM, rules=("core/restatde",)), ['no rule "core/restatde"']),
        (replace(SUM, rules=("budget/staff",)), []),
        (replace(SUM, span=None, files=("gone.pdf",)), []),
        (replace(SUM, span=None, files=("a.txt",)), ["unused: no core/restated is found there"]),
        (replace(SUM, span=None, fingerprint="00aa11bb22cc33dd"), ["unused: no finding 00aa11bb22cc33dd"]),
    ],
)
def test_tells_what_was_of_no_use(ignore: Ignore, told: list[str]) -> None:
    complaints = Silencer([ignore]).unused(["core/restated", "core/sum"], {"a.txt"})
    assert [one.message for one in complaints] == told


def test_what_was_of_use_is_not_told() -> None:
    silencer = Silencer([SUM])
    silencer(judged(INSIDE, OUTSIDE))
    assert list(silencer.unused(["core/restated"], {"a.txt"})) == []
