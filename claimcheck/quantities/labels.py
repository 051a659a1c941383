"""Numbers that are names by the word before them: "Section 12", "Figs. 5 and 6", "S&P 500", "Channel 5"."""

from __future__ import annotations

import re

from claimcheck.model.quantity import Kind
from claimcheck.quantities.lexicon import words_of
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import HYPHENS, MARK, NUMBER, WORD, Tokens

_LABELLED = re.compile(r"\d{1,5}(?:\.\d+)*|\d{1,3}(?:,\d{3})*")
_ENDS = frozenset([".", "!", "?"])
_OPENS = _ENDS | frozenset([":", ";", "”", '"', "“", ""])
_NUMBER_SIGNS = frozenset(["#", "№"])
_LIST_MARKS = frozenset([",", "-", "–", "&"])
_LIST_WORDS = frozenset(["and", "to", "or"])


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
    ends = follower.kind != WORD or follower.low in words_of("after_years")
    return word.low in words_of("plain_labels") and number.isdecimal() and ends


def _past_code(tokens: Tokens, index: int) -> int:
    """The token behind a label's number with its letters: "3888-2", "10-K", "4A", "12(a)"."""
    at, letters = index, tokens[index]
    if tokens.attached(at) and letters.kind == WORD and len(letters.text) <= 2 and letters.text not in ("m", "km"):
        at += 1
    while tokens[at].text in HYPHENS and tokens.attached(at) and tokens.attached(at + 1):
        if tokens[at + 1].kind == MARK:
            break
        at += 2
    return at


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
