"""Numbers that are names by the word before them: "Section 12", "Figs. 5 and 6", "S&P 500", "Channel 5"."""

from __future__ import annotations

import re

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import HYPHENS, MARK, NUMBER, WORD, Token, Tokens

_LABELLED = re.compile(r"\d{1,5}(?:\.\d+)*|\d{1,3}(?:,\d{3})*")
_ENDS = frozenset([".", "!", "?"])
_OPENS = _ENDS | frozenset([":", ";", "”", '"', "“", ""])
_CITED_WITHIN = 8
_LONGEST_PROVISION = 4
_LONGEST_INITIALS = 6
_NUMBER_SIGNS = frozenset(["#", "№"])
_LIST_MARKS = frozenset([",", "-", "–", "&"])
_LIST_WORDS = frozenset(["and", "to", "or", "through"])


def find_bill(tokens: Tokens, index: int) -> Special | None:
    """A number with the initials of a bill, which are no currency: "H.R. 1234", "S. Con. Res. 12"."""
    at, initials, first = index - 1, "", -1
    while at >= 0 and index - at <= _LONGEST_INITIALS and (tokens[at].text == "." or tokens[at].text[0].isupper()):
        initials = tokens[at].low + initials
        if initials in words_of("bills") and tokens[at].text != "." and (tokens[at].spaced or at == 0):
            first = at
        at -= 1
    return Special(Kind.IDENTIFIER, first, _past_code(tokens, index + 1)) if first >= 0 else None


def find_margin(tokens: Tokens, index: int) -> Special | None:
    """The number of a provision before the one that it amends: "2 Subsection 4(1) is repealed"."""
    label, number = tokens[index + 1], tokens[index + 2]
    if not (tokens[index].text.isdecimal() and label.text[:1].isupper() and number.kind == NUMBER):
        return None
    if label.low not in words_of("labels"):
        return None
    behind = tokens[index + 3]
    opens = tokens.new_line(index) or tokens[index - 1].text in _ENDS or index == 0
    cited = behind.text == "(" and tokens.attached(index + 3)
    return Special(Kind.IDENTIFIER, index, index + 1) if cited or (opens and _ends(behind)) else None


def find_label(tokens: Tokens, index: int) -> Special | None:
    """A number with the word that makes it a name: "Section 12", "No. 5", "#5", "S. 1410", "ISO 3888-2"."""
    at = index - 1
    if tokens[at].text in _NUMBER_SIGNS and tokens.attached(index):
        return Special(Kind.IDENTIFIER, at, _past_code(tokens, index + 1))
    if (tokens[at].text == "(" and tokens[at - 1].text in (".", "")) or (tokens[at].text in (".", "#") and at > 0):
        at -= 1
    if tokens[at].text == "." and at > 0:
        at -= 1
    word = tokens[at]
    if word.kind != WORD or (not tokens[index].spaced and at == index - 1):
        return None
    if word.text == "P" and tokens[at - 1].text in ("&", "S"):
        return Special(Kind.IDENTIFIER, at - 2 if tokens[at - 1].text == "&" else at - 1, _past_code(tokens, index + 1))
    if word.text == "S" and at == index - 2 and tokens[index].text.isdecimal() and tokens[index].spaced:
        return Special(Kind.IDENTIFIER, at, _past_code(tokens, index + 1))
    if not _names_of(word.low) & words_of("labels") or not _is_label(tokens, at, index):
        return _named(tokens, index)
    last = _past_code(tokens, index + 1)
    while word.low.endswith("s") and (tokens[last].text in _LIST_MARKS or tokens[last].low in _LIST_WORDS):
        step = last + 2 if tokens[last].text == "," and tokens[last + 1].low == "and" else last + 1
        if tokens[step].kind != NUMBER:
            break
        last = _past_code(tokens, step + 1)
    return Special(Kind.IDENTIFIER, at, last)


def _names_of(word: str) -> set[str]:
    """A word and its singular: "slides" is a label as "slide" is."""
    return {word, word.removesuffix("s")} if len(word) > 4 else {word}


def _is_label(tokens: Tokens, at: int, index: int) -> bool:
    """Whether a word before a number names it: "Day 3" and "section 3", not "a day 3 people"."""
    word, number, follower = tokens[at], tokens[index].text, tokens[index + 1]
    if not _LABELLED.fullmatch(number) or ("," in number and word.low not in ("no", "nr")):
        return False
    if follower.text == "%" or follower.low in words_of("behind_amounts"):
        return False
    if word.low in ("no", "nr"):
        return tokens[at + 1].text == "." or word.text[0].isupper()
    if not _names_of(word.low) & words_of("weak_labels"):
        return True
    opening = at == 0 or tokens[at - 1].text in _ENDS
    if word.text[0].isupper() and not (opening and word.low in words_of("verb_labels")):
        return True
    if not number.isdecimal():
        return False
    if word.low in words_of("cited_labels") and _is_cited(tokens, at, _ends(follower)):
        return True
    return word.low in words_of("plain_labels") and _ends(follower)


def _is_cited(tokens: Tokens, at: int, ends: bool) -> bool:
    """Whether a label stands in a citation: behind another's number, or, where nothing is counted, as one begins."""
    before = tokens[at - 1]
    if before.text in (",", "of", "and") and (tokens[at - 2].kind == NUMBER or tokens[at - 2].text == ")"):
        named = tokens.lows(max(0, at - _CITED_WITHIN), at - 2)
        if any(_names_of(word) & (words_of("labels") | words_of("cited_labels")) for word in named):
            return True
    return ends and (before.kind != WORD or before.low in words_of("before_citations"))


def _ends(follower: Token) -> bool:
    """Whether what stands behind a number is nothing that it could count."""
    return follower.kind != WORD or follower.low in words_of("after_years")


def _past_code(tokens: Tokens, index: int) -> int:
    """The token behind a label's number with its letters: "3888-2", "10-K", "4A", "12(a)"."""
    at, letters = index, tokens[index]
    if tokens.attached(at) and letters.kind == WORD and len(letters.text) <= 2 and letters.text not in ("m", "km"):
        at += 1
    while tokens[at].text in HYPHENS and tokens.attached(at) and tokens.attached(at + 1):
        if tokens[at + 1].kind == MARK:
            break
        at += 2
    while tokens[at].text == "(" and tokens.attached(at) and _is_enclosed(tokens, at + 1):
        at += 3
    return at


def _is_enclosed(tokens: Tokens, index: int) -> bool:
    """Whether the number or letters of a provision stand in brackets: "(1)", "(a)", "(iii)"."""
    closed = tokens[index + 1].text == ")" and tokens.attached(index) and tokens.attached(index + 1)
    return closed and len(tokens[index].text) <= _LONGEST_PROVISION and tokens[index].kind != MARK


def _named(tokens: Tokens, index: int) -> Special | None:
    """A capitalised name with a number: "Channel 5", "Group of 20", "Falcons 24, Saints 17"."""
    name, number, follower = tokens[index - 1], tokens[index].text, tokens[index + 1]
    if not number.isdecimal() or len(number) > (6 if name.text.isupper() and len(name.text) > 1 else 4):
        return None
    if name.text == "of" and tokens[index - 2].text == "Group":
        return Special(Kind.IDENTIFIER, index - 2, index + 1)
    if not (name.kind == WORD and name.text[0].isupper() and name.text != "I") or not tokens[index].spaced:
        return None
    if tokens.new_line(index) or tokens.new_line(index - 1) or tokens[index - 2].text in _OPENS:
        return None
    if any(name.low in words_of(group) for group in ("months", "weekdays", "before_years", "tallied")):
        return None
    if follower.kind == WORD and follower.low not in words_of("after_names"):
        return None
    if follower.text in HYPHENS and tokens[index + 2].kind in (NUMBER, WORD):
        return None
    if follower.kind == NUMBER or (follower.text and follower.text in "%°$€£'\"’”/"):
        return None
    return None if len(number) == 4 and number[:2] in ("19", "20") else Special(Kind.IDENTIFIER, index - 1, index + 1)
