"""Numbers that are part of a name: "COVID-19", "V-6", "10-K", "a 787 Dreamliner", "575 Wilbraham Road"."""

from __future__ import annotations

from claimcheck.model.quantity import Kind
from claimcheck.quantities.dates import past_suffix
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens

_TIES = frozenset(["-", "‑", ".", "/"])


def find_code(tokens: Tokens, index: int) -> Special | None:
    """The name that a number is a part of: "A2", "COVID-19", "ID.3", "Canal-2004", "10-K"."""
    if _is_form(tokens, index):
        return Special(Kind.IDENTIFIER, index, index + 3)
    if cited := _past_citation(tokens, index):
        return Special(Kind.IDENTIFIER, index, cited)
    before, at = tokens[index - 1], index - 1
    if not tokens.attached(index):
        return None
    if before.kind == WORD:
        return Special(Kind.IDENTIFIER, at, _past_word(tokens, index + 1))
    word = tokens[at - 1]
    if before.text == "-" and before.spaced:  # "COVID -19", not "FTSE -0.6%"
        apart = word.text.isupper() and word.low in words_of("labels") and tokens[index].text.isdecimal()
        named = apart and tokens[index + 1].text != "%"
        return Special(Kind.IDENTIFIER, at - 1, _past_word(tokens, index + 1)) if named else None
    if before.text not in _TIES or word.kind != WORD or not _may_tie(tokens, at):
        return None
    return Special(Kind.IDENTIFIER, at - 1, _past_word(tokens, index + 1))


def _past_citation(tokens: Tokens, index: int) -> int:
    """The end of a citation of law, "22 U.S.C. 7002a-3" or "45 C.F.R. § 46": volume, initials, place; 0 if none."""
    at = index + 1
    while tokens[at].kind == WORD and len(tokens[at].text) == 1 and tokens[at].text.isupper():
        if tokens[at + 1].text != ".":
            return 0
        at += 2
    if at < index + 5:
        return 0
    if tokens[at].low == "app" and tokens[at + 1].text == ".":  # "50 U.S.C. App. 501"
        at += 2
    at += tokens[at].text == "§"
    measured = tokens[at + 1].text in HYPHENS and tokens.attached(at + 1)  # "12 U.S. 155-mm guns"
    return _past_word(tokens, at + 1) if tokens[at].kind == NUMBER and not measured else 0


def _is_form(tokens: Tokens, index: int) -> bool:
    """ "10-K": digits, a hyphen and one capital."""
    letter = tokens[index + 2].text
    tied = tokens[index + 1].text == "-" and tokens.attached(index + 1) and tokens.attached(index + 2)
    return tied and len(letter) == 1 and letter.isupper() and tokens[index].text.isdecimal()


def _may_tie(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen, point or slash ties a number to the word before: not in "sub-500", "5k-20k", "6-foot-5"."""
    word, capital = tokens[at - 1], tokens[at - 1].text[0].isupper()
    if tokens[at].text == "." and not (capital and len(word.text) <= 3):
        return False
    if tokens[at].text == "/" and not capital:
        return False
    counted = at - 2 if tokens[at - 2].text not in HYPHENS else at - 3
    measured = tokens[counted].kind == NUMBER and tokens.attached(at - 1)
    return not measured and word.low not in words_of("before_hyphened_numbers")


def _past_word(tokens: Tokens, index: int) -> int:
    """The token behind a name that goes on without a space: "9AB8", "3888-2"."""
    at = index
    while tokens.attached(at) and (tokens[at].kind != MARK or (tokens[at].text in "-/" and tokens.attached(at + 1))):
        at += 1
    return at


def find_address(tokens: Tokens, index: int) -> Special | None:
    """A house number or an aircraft: "575 Wilbraham Road", "a 787 Dreamliner"."""
    number = tokens[index].text
    if number in words_of("aircraft") and tokens[index + 1].low in words_of("behind_aircraft"):
        return Special(Kind.IDENTIFIER, index, index + 1)
    if not number.isdecimal() or len(number) > 5:
        return None
    at = index + 1
    for _ in range(4):
        if tokens[at].kind != NUMBER and not tokens[at].text[:1].isupper():
            return None
        street = tokens[at].text[:1].isupper() and tokens[at].low in words_of("streets")
        if street and (at > index + 1 or tokens[at].low == "ave"):
            return Special(Kind.IDENTIFIER, index, index + 1)
        at = past_suffix(tokens, at + 1)
    return None
