"""Numbers that measure nothing: dates, times of day, ordinals, list and section numbers, names with digits."""

from __future__ import annotations

import re

from claimcheck.model.quantity import Kind
from claimcheck.quantities.codes import find_address, find_code
from claimcheck.quantities.dates import calendar_date
from claimcheck.quantities.labels import find_bill, find_label, find_margin
from claimcheck.quantities.lexicon import Numbers, words_of
from claimcheck.quantities.special import Special
from claimcheck.quantities.tokens import HYPHENS, NUMBER, WORD, Tokens

_CLOCK = r"""
    \d{1,2}(?:[:.][0-5]\d){0,2}[ \u00a0\u202f]?(?:[ap]\.[ ]?m\b\.?|[ap]m\b)(?![/\w])
  | \d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?![\d:])
  | [0-2]\d[0-5]\d[ ](?:GMT|UTC|BST|CET|EST|EDT|ET|PT|hours|hrs|local)\b
  | \d{1,2}[ ]o['’]clock\b
  | \d{1,2}[ ]:[ ][0-5]\d(?:[ ][ap][ ]\.[ ]m[ ]?\.?)?
  | 12[ ](?:noon|midnight)\b
"""
_REGISTERED = r"""
    (?:\d{1,2}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])      # telephone numbers
  | \d{3}-\d{4}(?![\d-])
  | 0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}(?!\d)
  | \d+/0+(?![\d/])                                             # nothing is over zero
  | \d+(?:\.\d+){3,}                                           # addresses and versions
  | \d{2,}(?:-\d{3,}){2,} | \d{4,}-\d{6,}(?:-\d+)*              # accounts and files
"""
_YEARS = r"(?:1[5-9]|20)\d\d[ ]?[-–/](?:[ ]?(?:1[5-9]|20)\d\d|\d\d)(?![\d%.]|,\d)(?![ ]?(?:percent|million|billion))"
_AT_NUMBER = re.compile(
    rf"""(?P<date>
        (?:1[5-9]|20)\d\d[-‑](?:0[1-9]|1[0-2])[-‑](?:0[1-9]|[12]\d|3[01])(?![\d-])
      | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/])
      | \d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?!\d))
    | (?P<name>(?:9/11|24/7|7/7|50/50|100/100)(?![\d/])|\d{{3}}\([a-z]\))
    | (?P<time>{_CLOCK})
    | (?P<identifier>{_REGISTERED}|\d{{1,3}}:\d{{1,3}}(?![\d:]))
    | (?P<ordinal>\d{{1,4}}(?:st|nd|rd|th)\b)
    | (?P<year>{_YEARS}|(?:1[1-9]|20)\d0['’]?s\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {"name": Kind.IDENTIFIER}
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?:[-–]\d{1,3})?(?![\d%.,]\d|%|-?\w)")


_ADDRESS = re.compile(r"://|^www\.|\w@\w|\w\.(?:com|org|net|gov|edu|int|co)\b")


def find_special(tokens: Tokens, index: int, table: Numbers, priced: bool = False) -> Special | None:
    """What a number token is when it measures nothing, or None: "June 23, 2005", "20:33", "Canal-2004", "Section 12".

    `priced` says that a currency stands before it, so that its letters are no code.
    """
    token = tokens[index]
    if token.kind != NUMBER:
        return _spelled_ordinal(tokens, index, table)
    special = calendar_date(tokens, index) or _pattern(tokens, index) or find_bill(tokens, index)
    if special is not None or priced:
        return special
    return (
        find_address(tokens, index)
        or find_margin(tokens, index)
        or find_label(tokens, index)
        or find_code(tokens, index)
        or _enclosed(tokens, index, table)
        or _score(tokens, index)
    )


def _pattern(tokens: Tokens, index: int) -> Special | None:
    start = tokens[index].start
    if tokens.text[max(0, start - 1) : start] in ("$", "£", "€"):
        return None
    if tokens.attached(index) and _is_address(tokens.text, start):
        return Special(Kind.IDENTIFIER, index, index + 1)
    match = _AT_NUMBER.match(tokens.text, start)
    if match is not None:
        last = index
        while last < tokens.size and tokens[last].start < match.end():
            last += 1
        name = match.lastgroup or ""
        return Special(_KINDS.get(name) or Kind(name), index, last)
    before = tokens[index - 1]
    if before.text in ("'", "’", "‘") and tokens.attached(index) and re.fullmatch(r"\d\d", tokens[index].text):
        if before.spaced:
            plural = tokens[index + 1].low == "s" and tokens.attached(index + 1)
            return Special(Kind.YEAR, index - 1, index + 1 + plural)
    return None


def _is_address(text: str, start: int) -> bool:
    """Whether a number stands inside a web or mail address."""
    chunk = text[max(0, start - 160) : start].split()[-1:]
    return bool(chunk) and bool(_ADDRESS.search(chunk[0]))


def _enclosed(tokens: Tokens, index: int, table: Numbers) -> Special | None:
    """ "[12]", "(4)" behind a name, "1." or "(1)" before the first word of a line."""
    number, before, behind = tokens[index].text, tokens[index - 1], tokens[index + 1]
    if before.text == "[" and behind.text == "]" and re.fullmatch(r"\d+(?:,\d+)*", number):
        return Special(Kind.IDENTIFIER, index - 1, index + 2)
    if not number.isdecimal() or len(number) > 3:
        return None
    if before.text in "([" and before.text and behind.text == ")]"["([".index(before.text)]:
        if tokens[index - 2].low in table.below_hundred or tokens[index - 2].low in table.scales:
            return None
        return Special(Kind.IDENTIFIER, index - 1, index + 2)
    if before.text == "[" and behind.text in (",", "-", "–"):
        at = index + 1
        while tokens[at].text in (",", "-", "–") and tokens[at + 1].kind == NUMBER:
            at += 2
        return Special(Kind.IDENTIFIER, index - 1, at + 1) if tokens[at].text == "]" else None
    starts = tokens.new_line(index) or index == 0
    starts = starts or (before.text in (".", "!", "?") and tokens[index].spaced)
    if starts and len(number) <= 2 and behind.text in (".", ")") and tokens.attached(index + 1):
        follower = tokens[index + 2]
        if follower.kind == WORD and follower.text[0].isupper() and follower.spaced:
            return Special(Kind.IDENTIFIER, index, index + 2)
    if behind.text == ")" and before.text != "(" and len(number) <= 2 and tokens[index + 2].kind == WORD:
        opened = tokens.text.rfind("(", max(0, tokens[index].start - 200), tokens[index].start)
        closed = tokens.text.rfind(")", max(0, tokens[index].start - 200), tokens[index].start)
        if opened <= closed and tokens[index + 2].low not in words_of("function_words"):
            return Special(Kind.IDENTIFIER, index, index + 2)
    return None


def _score(tokens: Tokens, index: int) -> Special | None:
    """ "won 3-1", "a 9-2 lead", "50-50": a falling pair, or one beside a word of sport or vote."""
    match = _SCORE.match(tokens.text, tokens[index].start)
    if match is None or (tokens[index - 1].text in "$£€-–" and tokens[index - 1].text):
        return None
    last = index + 3 if match.group().count("-") + match.group().count("–") == 1 else index + 5
    around = {*tokens.lows(max(0, index - 3), index), *tokens.lows(last, min(tokens.size, last + 2))}
    if int(match[1]) >= int(match[2]) or around & words_of("scores"):
        falls = int(match[1]) >= int(match[2]) and tokens[last].low not in words_of("behind_falling_ranges")
        if falls or tokens[last].kind != WORD or tokens[last].low in words_of("scores"):
            return Special(Kind.IDENTIFIER, index, last)
    return None


def _spelled_ordinal(tokens: Tokens, index: int, table: Numbers) -> Special | None:
    """ "third", "twenty-first"; "second" where it is no unit of time."""
    word = tokens[index].low
    if word in table.tens and tokens[index + 1].text in HYPHENS and tokens[index + 2].low in table.ordinals:
        return Special(Kind.ORDINAL, index, index + 3)
    if word in table.tens and tokens[index + 1].low in table.ordinals and table.ordinals[tokens[index + 1].low] < 10:
        return Special(Kind.ORDINAL, index, index + 2)
    return Special(Kind.ORDINAL, index, index + 1) if word in table.ordinals else None
